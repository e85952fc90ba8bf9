/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n.h>

#include "app/problems-dialog.h"
#include "app/recent-list.h"
#include "app/start-page.h"
#include "base/text.h"

G_DEFINE_FINAL_TYPE (AmicusWindow, amicus_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_title (AmicusWindow *self)
{
  AmicusDocument *document = amicus_session_get_document (self->session);
  GFile *file = document ? amicus_document_get_file (document) : NULL;
  g_autoptr (GFile) folder = file && g_file_is_native (file) ? g_file_get_parent (file) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;

  if (document)
    name = amicus_text_for_display (amicus_document_get_name (document), AMICUS_TEXT_LIST_LIMIT);
  if (folder)
    {
      g_autofree char *path = g_file_get_parse_name (folder);
      place = amicus_text_for_display (path, AMICUS_TEXT_LIST_LIMIT);
    }

  /* Translators: the mark of a document with changes that are not saved, and its name */
  g_autofree char *marked = name && amicus_window_has_unsaved (self) ? g_strdup_printf (_("• %s"), name)
                                                                     : g_strdup (name ? name : "Amicus");

  adw_window_title_set_title (self->title, marked);
  adw_window_title_set_subtitle (self->title, place ? place : "");
  gtk_window_set_title (GTK_WINDOW (self), marked);
}

/* What the banner says of a file: the first error where there is one, and how many more. */
static char *
describe_problems (const AmicusDiagnostic *diagnostics,
                   guint n_diagnostics)
{
  const AmicusDiagnostic *first = NULL;
  guint n_errors = 0;

  for (guint i = 0; i < n_diagnostics; i++)
    if (diagnostics[i].severity == AMICUS_SEVERITY_ERROR)
      {
        first = first ? first : &diagnostics[i];
        n_errors++;
      }
  if (n_errors == 0)
    return NULL;

  g_autofree char *count = g_strdup_printf (
    ngettext ("%u error in this file", "%u errors in this file", n_errors), n_errors);

  /* Translators: the number of errors, then the first one with its line and column */
  return g_strdup_printf (_("%s. Line %u, column %u: %s"), count, first->line, first->column,
                          first->message);
}

static void
update_problems (AmicusWindow *self)
{
  AmicusGraph *graph = amicus_session_get_graph (self->session);
  g_autofree char *message = NULL;

  if (graph)
    {
      guint n_diagnostics;
      const AmicusDiagnostic *diagnostics = amicus_graph_get_diagnostics (graph, &n_diagnostics);

      message = describe_problems (diagnostics, n_diagnostics);
    }
  amicus_banner_show (self->problems_banner, message, _("Show _Problems"), "win.show-problems");
}

static void
graph_chosen_cb (AmicusWindow *self)
{
  AmicusDocument *document = amicus_session_get_document (self->session);
  guint nth = gtk_drop_down_get_selected (self->graph_choice);

  if (document && nth < amicus_document_get_n_graphs (document))
    amicus_document_choose_graph (document, nth);
}

/* A file may hold several graphs; only then is there a choice. */
static void
update_graph_choice (AmicusWindow *self)
{
  AmicusDocument *document = amicus_session_get_document (self->session);
  guint n = document ? amicus_document_get_n_graphs (document) : 0;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf (_("Graph %u of %u"), i + 1, n);
      gtk_string_list_append (names, name);
    }

  g_signal_handlers_block_by_func (self->graph_choice, graph_chosen_cb, self);
  gtk_drop_down_set_model (self->graph_choice, G_LIST_MODEL (names));
  if (document)
    gtk_drop_down_set_selected (self->graph_choice, amicus_document_get_nth (document));
  g_signal_handlers_unblock_by_func (self->graph_choice, graph_chosen_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self->graph_choice), n > 1);
}

void
amicus_window_update (AmicusWindow *self)
{
  AmicusGraph *graph = amicus_session_get_graph (self->session);

  gtk_widget_set_visible (self->empty_hint, graph && amicus_graph_get_n_entities (graph) == 0);
  update_title (self);
  update_problems (self);
  update_graph_choice (self);
  amicus_window_actions_update (self);
}

static void
hide_progress (AmicusWindow *self)
{
  g_clear_handle_id (&self->progress_delay, g_source_remove);
  gtk_revealer_set_reveal_child (self->progress, FALSE);
  gtk_spinner_stop (self->progress_spinner);
}

static gboolean
show_progress (gpointer data)
{
  AmicusWindow *self = data;

  self->progress_delay = 0;
  gtk_label_set_text (self->progress_label, _("Arranging…"));
  gtk_spinner_start (self->progress_spinner);
  gtk_revealer_set_reveal_child (self->progress, TRUE);
  return G_SOURCE_REMOVE;
}

static void
picture_problem_cb (AmicusWindow *self)
{
  const char *problem = amicus_picture_get_problem (amicus_session_get_picture (self->session));

  amicus_banner_show (self->layout_banner, problem, _("Arrange _Automatically"),
                      "win.arrange-automatically");
}

static void
picture_busy_cb (AmicusWindow *self)
{
  AmicusPicture *picture = amicus_session_get_picture (self->session);

  if (!amicus_picture_is_busy (picture))
    hide_progress (self);
  else if (self->progress_delay == 0)
    self->progress_delay = g_timeout_add (AMICUS_PATIENCE, show_progress, self);
  /* It may still say that arranging was stopped. */
  if (amicus_picture_is_busy (picture) && amicus_picture_get_problem (picture) == NULL)
    amicus_banner_show (self->layout_banner, NULL, NULL, NULL);
  amicus_window_actions_update (self);
}

void
amicus_window_show_page (AmicusWindow *self)
{
  gboolean open = amicus_session_get_document (self->session) != NULL;

  gtk_stack_set_visible_child_name (self->stack, open ? "document" : "start");
  gtk_spinner_stop (self->loading_spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->document_buttons), open);
  gtk_widget_set_visible (GTK_WIDGET (self->history_buttons), open);
  if (open)
    gtk_widget_grab_focus (self->canvas);
}

static AmicusScheme
scheme_of (AdwStyleManager *manager)
{
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? AMICUS_SCHEME_DARK_CONTRAST : AMICUS_SCHEME_LIGHT_CONTRAST;
  return dark ? AMICUS_SCHEME_DARK : AMICUS_SCHEME_LIGHT;
}

static void
style_changed_cb (AmicusWindow *self)
{
  amicus_session_set_scheme (self->session, scheme_of (adw_style_manager_get_default ()));
}

static gboolean
dropped_cb (AmicusWindow *self,
            const GValue *value)
{
  const GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL)
    return FALSE;

  for (const GSList *file = files; file; file = file->next)
    {
      if (file == files && amicus_window_is_empty (self))
        amicus_window_open (self, file->data);
      else
        g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                            (GFile *[]) { file->data }, 1, "");
    }
  return TRUE;
}

static void
add_drop_target (AmicusWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Where there is no room beside the picture, the inspector comes over it when it is called, and not before. */
static void
folded_cb (AmicusWindow *self)
{
  gboolean folded = adw_flap_get_folded (self->flap);
  gboolean revealed = adw_flap_get_reveal_flap (self->flap);

  if (folded)
    self->inspector_wanted = revealed;
  adw_flap_set_reveal_flap (self->flap, !folded && (revealed || self->inspector_wanted));
}

static void
restore_state (AmicusWindow *self)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.amicusgraph.Amicus");
  int width;
  int height;

  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), MAX (width, 360), MAX (height, 294));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (settings, "inspector-visible"));
}

static void
store_state (AmicusWindow *self)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.amicusgraph.Amicus");
  gboolean inspector = adw_flap_get_folded (self->flap) ? self->inspector_wanted
                                                        : adw_flap_get_reveal_flap (self->flap);
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_boolean (settings, "inspector-visible", inspector);
}

static gboolean
amicus_window_close_request (GtkWindow *window)
{
  AmicusWindow *self = AMICUS_WINDOW (window);

  if (!amicus_window_may_close (self))
    return TRUE;

  store_state (self);
  return GTK_WINDOW_CLASS (amicus_window_parent_class)->close_request (window);
}

/* Nothing may call back into a window without its children, nothing goes on working for it, and the action
 * must not keep the panel alive that it shows. */
static void
leave_session (AmicusWindow *self)
{
  AmicusPicture *picture = amicus_session_get_picture (self->session);

  g_signal_handlers_disconnect_by_data (picture, self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  amicus_picture_cancel (picture);
  g_action_map_remove_action (G_ACTION_MAP (self), "show-inspector");
}

static void
amicus_window_dispose (GObject *object)
{
  AmicusWindow *self = AMICUS_WINDOW (object);

  amicus_window_forget_file (self);
  g_clear_weak_pointer (&self->undo_toast);
  g_clear_handle_id (&self->progress_delay, g_source_remove);
  if (self->session)
    leave_session (self);
  g_clear_weak_pointer (&self->close_question);
  gtk_widget_dispose_template (GTK_WIDGET (self), AMICUS_TYPE_WINDOW);
  self->canvas = NULL;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (amicus_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/amicusgraph/Amicus/amicus-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, title);
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, document_buttons);
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, graph_choice);
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, primary_button);
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, problems_banner);
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, layout_banner);
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, change_banner);
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, keep_banner);
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, history_menu);
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, history_buttons);
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, empty_hint);
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, loading_spinner);
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, progress_spinner);
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, progress_label);
  gtk_widget_class_bind_template_child (widget_class, AmicusWindow, inspector);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
}

/* Keys that an entry has its own use for are not the program's: they come here when nothing has taken them. */
static void
bind_keys (GtkWidgetClass *widget_class)
{
  const GdkModifierType control = GDK_CONTROL_MASK;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, control, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, control | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, control, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, control, "win.select-all", NULL);
}

static void
amicus_window_class_init (AmicusWindowClass *class)
{
  g_type_ensure (AMICUS_TYPE_BANNER);
  g_type_ensure (AMICUS_TYPE_INSPECTOR);
  g_type_ensure (AMICUS_TYPE_RECENT_LIST);
  g_type_ensure (AMICUS_TYPE_START_PAGE);

  G_OBJECT_CLASS (class)->dispose = amicus_window_dispose;
  GTK_WINDOW_CLASS (class)->close_request = amicus_window_close_request;
  bind_template (GTK_WIDGET_CLASS (class));
  bind_keys (GTK_WIDGET_CLASS (class));
}

static void
follow_session (AmicusWindow *self)
{
  AmicusPicture *picture = amicus_session_get_picture (self->session);

  g_signal_connect_object (self->session, "graph-changed", G_CALLBACK (amicus_window_dismiss_undo), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "graph-changed", G_CALLBACK (amicus_window_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "options-changed", G_CALLBACK (amicus_window_actions_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "selection-changed",
                           G_CALLBACK (amicus_window_actions_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (picture, "notify::busy", G_CALLBACK (picture_busy_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (picture, "scene-changed", G_CALLBACK (amicus_window_present_now), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (picture, "notify::problem", G_CALLBACK (picture_problem_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
follow_style (AmicusWindow *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  style_changed_cb (self);
}

static void
amicus_window_init (AmicusWindow *self)
{
  self->session = amicus_session_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->canvas = amicus_canvas_new (self->session);
  gtk_overlay_set_child (self->overlay, self->canvas);
  amicus_inspector_set_session (self->inspector, self->session);
  g_signal_connect_object (self->graph_choice, "notify::selected", G_CALLBACK (graph_chosen_cb), self,
                           G_CONNECT_SWAPPED);

  amicus_window_actions_init (self);
  follow_session (self);
  follow_style (self);
  add_drop_target (self);
  restore_state (self);
  amicus_window_update (self);
  amicus_window_show_page (self);
}

/**
 * amicus_window_new:
 * @application: the program
 *
 * Returns: (transfer none): an empty window; the application keeps it until it is closed
 */
AmicusWindow *
amicus_window_new (AmicusApplication *application)
{
  g_return_val_if_fail (AMICUS_IS_APPLICATION (application), NULL);

  return g_object_new (AMICUS_TYPE_WINDOW, "application", application, NULL);
}

/**
 * amicus_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none): what the window's widgets share
 */
AmicusSession *
amicus_window_get_session (AmicusWindow *self)
{
  g_return_val_if_fail (AMICUS_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * amicus_window_get_canvas:
 * @self: a window
 *
 * Returns: (transfer none): where the picture is shown
 */
AmicusCanvas *
amicus_window_get_canvas (AmicusWindow *self)
{
  g_return_val_if_fail (AMICUS_IS_WINDOW (self), NULL);

  return AMICUS_CANVAS (self->canvas);
}

char *
amicus_window_dup_name (AmicusWindow *self)
{
  AmicusDocument *document = amicus_session_get_document (self->session);
  g_autofree char *shown = amicus_text_for_display (amicus_document_get_name (document), AMICUS_TEXT_LIST_LIMIT);

  return amicus_text_isolate (shown);
}

/* An entry takes over what is typed when it loses the focus. */
void
amicus_window_finish_input (AmicusWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!GTK_IS_EDITABLE (focus) && !GTK_IS_TEXT_VIEW (focus))
    return;

  g_object_add_weak_pointer (G_OBJECT (focus), (gpointer *) &focus);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (focus == NULL)
    return;
  g_object_remove_weak_pointer (G_OBJECT (focus), (gpointer *) &focus);
  if (gtk_widget_get_root (focus) == GTK_ROOT (self))
    gtk_widget_grab_focus (focus);
}
