/* SPDX-License-Identifier: GPL-3.0-or-later
 * What others do to the file. Its bytes are compared: time stamps prove nothing. */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n.h>

/* Programs save in several steps; all of them are over by then, in ms. */
#define OUTSIDE_DELAY 150

static void
reloaded_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (AmicusWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (amicus_session_get_document (self->session) != AMICUS_DOCUMENT (source))
    return;

  if (!amicus_document_reload_finish (AMICUS_DOCUMENT (source), result, &error))
    {
      amicus_banner_show (self->change_banner, error->message, _("Save _As…"), "win.save-as");
      return;
    }

  name = amicus_window_dup_name (self);
  /* Translators: a file's name */
  text = g_strdup_printf (_("%s was read again: another program had changed it"), name);
  self->outside = AMICUS_FILE_SAME;
  amicus_banner_show (self->change_banner, NULL, NULL, NULL);
  amicus_window_toast_with_undo (self, text);
}

void
amicus_window_reload (AmicusWindow *self)
{
  amicus_document_reload_async (amicus_session_get_document (self->session), NULL, reloaded_cb,
                                g_object_ref (self));
}

static void
overwrite_answered_cb (AmicusWindow *self)
{
  amicus_window_save (self, NULL, AMICUS_SAVE_OVERWRITE);
}

static void
cancelled_cb (AmicusWindow *self)
{
  amicus_window_stay (self);
}

/* What cannot be read cannot be kept. */
static void
ask_unreadable (AmicusWindow *self,
                const GError *error)
{
  GtkWidget *widget = adw_message_dialog_new (GTK_WINDOW (self), _("Overwrite Something Else?"), NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  /* Translators: the first sentence says why the file cannot be read */
  adw_message_dialog_format_body (dialog, _("%s What is in the file now would be lost."), error->message);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "overwrite", _("_Overwrite"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response::overwrite", G_CALLBACK (overwrite_answered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response::cancel", G_CALLBACK (cancelled_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  AmicusWindow *window;
  GBytes *text; /* before the file was read */
} Overwriting;

static void
overwriting_free (Overwriting *self)
{
  g_object_unref (self->window);
  g_bytes_unref (self->text);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Overwriting, overwriting_free)

/* Their version has become a step, unless it is the same; it is taken back and can be done again. */
static void
read_to_overwrite_cb (GObject *source,
                      GAsyncResult *result,
                      gpointer data)
{
  g_autoptr (Overwriting) overwriting = data;
  AmicusWindow *self = overwriting->window;
  AmicusDocument *document = AMICUS_DOCUMENT (source);
  g_autoptr (GError) error = NULL;

  if (amicus_session_get_document (self->session) != document)
    return;

  if (!amicus_document_reload_finish (document, result, &error))
    {
      ask_unreadable (self, error);
      return;
    }
  if (!g_bytes_equal (amicus_document_get_bytes (document), overwriting->text))
    amicus_document_undo (document);
  amicus_window_save (self, NULL, AMICUS_SAVE_DEFAULT);
}

void
amicus_window_overwrite (AmicusWindow *self)
{
  AmicusDocument *document = amicus_session_get_document (self->session);
  Overwriting *overwriting = g_new (Overwriting, 1);

  overwriting->window = g_object_ref (self);
  overwriting->text = g_bytes_ref (amicus_document_get_bytes (document));
  amicus_document_reload_async (document, NULL, read_to_overwrite_cb, overwriting);
}

static void
changed (AmicusWindow *self)
{
  if (amicus_document_is_modified (amicus_session_get_document (self->session)))
    amicus_banner_show (self->change_banner,
                        _("Another program has changed this file, and you have changes that are not saved."),
                        _("_Choose…"), "win.choose-version");
  else
    amicus_window_reload (self);
}

static void
tell_outside (AmicusWindow *self)
{
  switch (self->outside)
    {
    case AMICUS_FILE_CHANGED:
      changed (self);
      break;
    case AMICUS_FILE_HALF_SAVED:
      amicus_banner_show (self->change_banner,
                          _("Saving this file was cut short. It is whole here: save it again."), _("_Save"),
                          "win.save");
      break;
    case AMICUS_FILE_GONE:
      amicus_banner_show (self->change_banner, _("This file is no longer there."), _("Save _As…"), "win.save-as");
      break;
    case AMICUS_FILE_UNREADABLE:
      amicus_banner_show (self->change_banner, _("This file can no longer be read."), _("Save _As…"), "win.save-as");
      break;
    case AMICUS_FILE_SAME:
    default:
      amicus_banner_show (self->change_banner, NULL, NULL, NULL);
      break;
    }
}

static void
compared_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (AmicusWindow) self = data;
  AmicusFileState state = amicus_document_compare_finish (AMICUS_DOCUMENT (source), result);

  self->outside_asked = FALSE;
  if (amicus_session_get_document (self->session) != AMICUS_DOCUMENT (source))
    return;

  if (self->outside_touched || self->saving)
    {
      amicus_window_look_outside (self);
      return;
    }
  self->outside = state;
  tell_outside (self);
}

static gboolean
look_now (gpointer data)
{
  AmicusWindow *self = data;
  AmicusDocument *document = amicus_session_get_document (self->session);

  self->outside_delay = 0;
  /* Whoever is at work looks again when it is done. */
  if (!amicus_window_has_own_file (self) || self->saving || self->outside_asked)
    return G_SOURCE_REMOVE;

  self->outside_touched = FALSE;
  self->outside_asked = TRUE;
  amicus_document_compare_async (document, NULL, compared_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

void
amicus_window_look_outside (AmicusWindow *self)
{
  self->outside_touched = TRUE;
  if (self->outside_delay == 0)
    self->outside_delay = g_timeout_add (OUTSIDE_DELAY, look_now, self);
}

/* While something is being written it is not yet what it will be. */
static void
file_changed_cb (AmicusWindow *self,
                 GFile *file,
                 GFile *other,
                 GFileMonitorEvent event)
{
  if (event != G_FILE_MONITOR_EVENT_CHANGED)
    amicus_window_look_outside (self);
}

/* A file that cannot be watched is looked at when the window becomes active, and before it is saved. */
void
amicus_window_watch (AmicusWindow *self,
                     GFile *file)
{
  g_clear_object (&self->monitor);
  g_clear_handle_id (&self->outside_delay, g_source_remove);
  self->outside_touched = FALSE;
  self->outside = AMICUS_FILE_SAME;
  amicus_banner_show (self->change_banner, NULL, NULL, NULL);
  if (file == NULL || !g_file_is_native (file))
    return;

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
active_cb (AmicusWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    amicus_window_look_outside (self);
}

static void
reload_cb (GSimpleAction *action,
           GVariant *parameter,
           gpointer data)
{
  AmicusWindow *self = data;

  if (amicus_window_has_own_file (self))
    amicus_window_reload (self);
}

static void
choose_version_cb (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer data)
{
  amicus_window_ask_which (AMICUS_WINDOW (data));
}

static const GActionEntry actions[] = {
  { .name = "reload", .activate = reload_cb },
  { .name = "choose-version", .activate = choose_version_cb },
};

void
amicus_window_outside_init (AmicusWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
}
