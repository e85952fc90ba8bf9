/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/export-dialog-private.h"

#include "app/export-file.h"
#include "app/export-job.h"
#include "app/languages.h"
#include "drawing/path.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (AmicusExportDialog, amicus_export_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_EXPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void update (AmicusExportDialog *self);

/* The scene is there, and what is chosen of it is not nothing. */
static gboolean
can_save (AmicusExportDialog *self)
{
  return self->scene != NULL && !self->saving && amicus_export_dialog_has_area (self);
}

static void
update_sensitivity (AmicusExportDialog *self)
{
  gtk_spinner_set_spinning (self->spinner, self->scene == NULL || self->saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", can_save (self));
}

/* The selection is offered once something of it is seen. */
static void
update_areas (AmicusExportDialog *self)
{
  AmicusRect area = amicus_export_dialog_get_selection_area (self);

  if (!amicus_rect_is_empty (&area)
      && g_list_model_get_n_items (G_LIST_MODEL (self->areas)) == AMICUS_AREA_SELECTION)
    gtk_string_list_append (self->areas, _("Selection"));
}

/* Tells the window that the file is there. If it is not, the dialog says why, also when it was closed meanwhile. */
static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (AmicusExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = amicus_export_job_finish (result, &error);

  self->saving = FALSE;
  /* Destroyed with its window: nobody is there to be told. */
  if (self->session == NULL)
    return;

  if (file != NULL)
    {
      g_signal_emit (self, signals[SIGNAL_EXPORTED], 0, file);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else
    {
      amicus_banner_show (self->banner, error->message, NULL, NULL);
      update_sensitivity (self);
      gtk_window_present (GTK_WINDOW (self));
    }
}

static void
start_saving (AmicusExportDialog *self,
              GFile              *file)
{
  AmicusExportOptions options;
  g_autoptr (GFile) completed = NULL;

  if (!can_save (self))
    return;

  options = amicus_export_dialog_get_export (self);
  completed = amicus_export_file_complete (file, &options.format);
  self->saving = TRUE;
  update_sensitivity (self);
  amicus_export_job_run_async (self->scene, &options, completed, saved_cb, g_object_ref (self));
}

/* The picture has a scene in the language and colours chosen: frames it and shows it. */
static void
show_scene (AmicusExportDialog *self)
{
  AmicusFrame frame = amicus_export_dialog_get_frame (self);
  g_autoptr (GFile) wanted = g_steal_pointer (&self->wanted);
  AmicusExportOptions options;

  g_clear_pointer (&self->scene, amicus_scene_unref);
  self->scene = amicus_picture_frame_scene (self->picture, &frame);
  update_areas (self);
  options = amicus_export_dialog_get_export (self);
  amicus_export_preview_show (self->preview, self->scene, options.background);
  update_sensitivity (self);

  if (wanted != NULL)
    start_saving (self, wanted);
}

static gboolean
has_chosen_look (AmicusExportDialog *self,
                 AmicusPicture      *picture)
{
  AmicusPictureOptions chosen = amicus_export_dialog_get_options (self);
  const AmicusPictureOptions *options = amicus_picture_get_options (picture);

  return options->scheme == chosen.scheme && g_strcmp0 (options->language, chosen.language) == 0;
}

static void
picture_changed_cb (AmicusPicture      *picture,
                    AmicusExportDialog *self)
{
  if (has_chosen_look (self, picture))
    show_scene (self);
  else
    update (self);
}

static void
follow_picture (AmicusExportDialog *self,
                AmicusPicture      *picture)
{
  if (self->picture != NULL)
    g_signal_handlers_disconnect_by_data (self->picture, self);
  g_clear_pointer (&self->scene, amicus_scene_unref);
  g_set_object (&self->picture, picture);
  g_signal_connect_object (picture, "scene-changed", G_CALLBACK (picture_changed_cb), self, 0);
}

/* A copy has everything at the same place; its scene comes with a signal, at once or later. */
static void
follow_copy (AmicusExportDialog *self,
             AmicusPicture      *shared)
{
  AmicusPictureOptions options = amicus_export_dialog_get_options (self);
  g_autoptr (AmicusPicture) copy = amicus_picture_copy (shared, NULL);

  follow_picture (self, copy);
  amicus_picture_set_options (copy, &options);
}

/* Follows the session's picture if it looks as chosen or is not there yet, else a copy that does. */
static void
update (AmicusExportDialog *self)
{
  AmicusPicture *shared = amicus_session_get_picture (self->session);
  gboolean shared_is_ready = amicus_picture_get_scene (shared) != NULL;

  if (self->picture != NULL && self->scene != NULL && has_chosen_look (self, self->picture))
    show_scene (self);
  else if (shared_is_ready && !has_chosen_look (self, shared))
    follow_copy (self, shared);
  else
    {
      follow_picture (self, shared);
      if (shared_is_ready)
        show_scene (self);
    }
  update_sensitivity (self);
}

static void
option_changed_cb (AmicusExportDialog *self,
                   GParamSpec         *pspec,
                   GObject            *row)
{
  if (self->session != NULL)
    update (self);
}

static void
format_changed_cb (AmicusExportDialog *self,
                   GParamSpec         *pspec,
                   GObject            *row)
{
  gboolean png = amicus_export_dialog_get_format (self) == AMICUS_FORMAT_PNG;

  gtk_widget_set_visible (GTK_WIDGET (self->scale_row), png);
}

static void
file_chosen_cb (GtkNativeDialog    *chooser,
                int                 response,
                AmicusExportDialog *self)
{
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  amicus_export_dialog_save (self, file);
}

static void
save_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  AmicusExportDialog *self = AMICUS_EXPORT_DIALOG (widget);
  AmicusDocument *document = amicus_session_get_document (self->session);

  g_clear_object (&self->chooser);
  self->chooser = amicus_export_file_chooser_new (GTK_WINDOW (self), document, amicus_export_dialog_get_format (self));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
fill_languages (AmicusExportDialog *self)
{
  AmicusDocument *document = amicus_session_get_document (self->session);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  /* Translators: the language that the window's picture has */
  gtk_string_list_append (model, _("As in the window"));
  self->languages = amicus_languages_of (amicus_document_get_survey (document));
  for (guint i = 0; self->languages[i] != NULL; i++)
    gtk_string_list_take (model, amicus_language_name (self->languages[i]));
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (model));
}

/* A file that is being written is written to its end; until then the dialog is only out of sight. */
static gboolean
amicus_export_dialog_close_request (GtkWindow *window)
{
  if (!AMICUS_EXPORT_DIALOG (window)->saving)
    return GTK_WINDOW_CLASS (amicus_export_dialog_parent_class)->close_request (window);

  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  return TRUE;
}

static void
amicus_export_dialog_dispose (GObject *object)
{
  AmicusExportDialog *self = AMICUS_EXPORT_DIALOG (object);

  if (self->picture != NULL)
    g_signal_handlers_disconnect_by_data (self->picture, self);
  g_clear_object (&self->picture);
  g_clear_object (&self->session);
  g_clear_object (&self->chooser);
  g_clear_object (&self->wanted);
  g_clear_pointer (&self->scene, amicus_scene_unref);
  g_clear_pointer (&self->languages, g_strfreev);
  gtk_widget_dispose_template (GTK_WIDGET (object), AMICUS_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (amicus_export_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AmicusExportDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, AmicusExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, AmicusExportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, AmicusExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, AmicusExportDialog, scale_row);
  gtk_widget_class_bind_template_child (widget_class, AmicusExportDialog, area_row);
  gtk_widget_class_bind_template_child (widget_class, AmicusExportDialog, areas);
  gtk_widget_class_bind_template_child (widget_class, AmicusExportDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, AmicusExportDialog, background_row);
  gtk_widget_class_bind_template_child (widget_class, AmicusExportDialog, title_switch);
  gtk_widget_class_bind_template_child (widget_class, AmicusExportDialog, legend_switch);
  gtk_widget_class_bind_template_child (widget_class, AmicusExportDialog, sources_switch);
  gtk_widget_class_bind_template_callback (widget_class, option_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_changed_cb);
}

static void
amicus_export_dialog_class_init (AmicusExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amicus_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = amicus_export_dialog_close_request;

  signals[SIGNAL_EXPORTED] = g_signal_new ("exported", AMICUS_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  g_type_ensure (AMICUS_TYPE_BANNER);
  g_type_ensure (AMICUS_TYPE_EXPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/amicusgraph/Amicus/amicus-export-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "export.save", NULL, save_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
amicus_export_dialog_init (AmicusExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amicus_export_dialog_new:
 * @session: with a document
 * @view: the part of the picture that the canvas shows, in points
 *
 * Returns: (transfer none): a window that belongs to GTK until it is closed
 */
AmicusExportDialog *
amicus_export_dialog_new (AmicusSession    *session,
                          const AmicusRect *view)
{
  AmicusExportDialog *self;

  g_return_val_if_fail (AMICUS_IS_SESSION (session), NULL);
  g_return_val_if_fail (amicus_session_get_graph (session) != NULL, NULL);
  g_return_val_if_fail (view != NULL, NULL);

  self = g_object_new (AMICUS_TYPE_EXPORT_DIALOG, NULL);
  self->view = *view;
  self->session = g_object_ref (session);
  fill_languages (self);
  update (self);
  /* Until now it was insensitive, and could not have the focus. */
  gtk_window_set_focus (GTK_WINDOW (self), gtk_window_get_default_widget (GTK_WINDOW (self)));

  return self;
}

/**
 * amicus_export_dialog_save:
 * @self: a dialog
 * @file: where to; its ending goes before the format chosen
 *
 * Writes the picture as chosen, as soon as it is there. Emits [signal@AmicusExportDialog::exported] and closes, or
 * stays and says what went wrong. Closing it meanwhile hides it: the file is written whole or not at all.
 */
void
amicus_export_dialog_save (AmicusExportDialog *self,
                           GFile              *file)
{
  g_return_if_fail (AMICUS_IS_EXPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->saving)
    return;

  amicus_banner_show (self->banner, NULL, NULL, NULL);
  if (self->scene != NULL)
    start_saving (self, file);
  else
    g_set_object (&self->wanted, file);
}
