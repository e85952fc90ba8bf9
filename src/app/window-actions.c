/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n.h>

#include "app/edit-actions.h"
#include "app/export-dialog.h"
#include "app/problems-dialog.h"
#include "base/text.h"

#include <string.h>

static const char * const rank_directions[] = { "TB", "LR", "BT", "RL" };

static void
open_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  amicus_window_choose_file (data);
}

static void
open_uri_cb (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  amicus_window_open_somewhere (data, file);
}

static void
close_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer data)
{
  gtk_window_close (GTK_WINDOW (data));
}

static void
exported_cb (AmicusWindow *self,
             GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = amicus_text_for_display (name, AMICUS_TEXT_LIST_LIMIT);
  g_autofree char *isolated = amicus_text_isolate (shown);
  /* Translators: a file's name */
  g_autofree char *text = g_strdup_printf (_("Exported to %s"), isolated);

  amicus_window_toast (self, text);
}

static void
export_cb (GSimpleAction *action,
           GVariant *parameter,
           gpointer data)
{
  AmicusWindow *self = data;
  AmicusRect view = amicus_viewport_get_visible (amicus_canvas_get_viewport (AMICUS_CANVAS (self->canvas)));
  AmicusExportDialog *dialog = amicus_export_dialog_new (self->session, &view);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
engine_change_state_cb (GSimpleAction *action,
                        GVariant *state,
                        gpointer data)
{
  AmicusWindow *self = data;
  AmicusEngine engine;

  if (amicus_engine_from_word (g_variant_get_string (state, NULL), &engine))
    amicus_session_set_engine (self->session, engine);
}

static void
arrange_automatically_cb (GSimpleAction *action,
                          GVariant *parameter,
                          gpointer data)
{
  AmicusWindow *self = data;

  amicus_session_set_engine (self->session, AMICUS_ENGINE_AUTO);
}

static void
rank_direction_change_state_cb (GSimpleAction *action,
                                GVariant *state,
                                gpointer data)
{
  AmicusWindow *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (rank_directions); i++)
    if (g_str_equal (g_variant_get_string (state, NULL), rank_directions[i]))
      amicus_session_set_rank_direction (self->session, (AmicusRankDirection) i);
}

static void
relayout_cb (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  AmicusWindow *self = data;

  amicus_picture_relayout (amicus_session_get_picture (self->session));
}

static void
cancel_layout_cb (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer data)
{
  AmicusWindow *self = data;
  AmicusPicture *picture = amicus_session_get_picture (self->session);

  amicus_picture_cancel (picture);
  if (amicus_picture_get_scene (picture) == NULL)
    amicus_banner_show (self->layout_banner, _("There is no picture: arranging was stopped."),
                        _("Arrange A_new"), "win.relayout");
}

static void
show_sources_change_state_cb (GSimpleAction *action,
                              GVariant *state,
                              gpointer data)
{
  AmicusWindow *self = data;

  amicus_session_set_draw_sources (self->session, g_variant_get_boolean (state));
}

static void
show_problems_cb (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer data)
{
  AmicusWindow *self = data;
  GtkWidget *dialog = amicus_problems_dialog_new (amicus_session_get_graph (self->session));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_menu_cb (GSimpleAction *action,
              GVariant *parameter,
              gpointer data)
{
  AmicusWindow *self = data;

  gtk_menu_button_popup (self->primary_button);
}

static void
toggle_fullscreen_cb (GSimpleAction *action,
                      GVariant *parameter,
                      gpointer data)
{
  g_object_set (data, "fullscreened", !gtk_window_is_fullscreen (GTK_WINDOW (data)), NULL);
}

/* The canvas' own verbs under the window's name: menus and keys reach them from everywhere. */
static void
canvas_cb (GSimpleAction *action,
           GVariant *parameter,
           gpointer data)
{
  AmicusWindow *self = data;
  g_autofree char *name = g_strconcat ("canvas.", g_action_get_name (G_ACTION (action)), NULL);

  gtk_widget_activate_action_variant (self->canvas, name, parameter);
}

static const GActionEntry actions[] = {
  { .name = "open", .activate = open_cb },
  { .name = "open-uri", .activate = open_uri_cb, .parameter_type = "s" },
  { .name = "close", .activate = close_cb },
  { .name = "show-menu", .activate = show_menu_cb },
  { .name = "toggle-fullscreen", .activate = toggle_fullscreen_cb },
};

/* These need a document. */
static const GActionEntry document_actions[] = {
  { .name = "export", .activate = export_cb },
  { .name = "engine", .parameter_type = "s", .state = "'auto'", .change_state = engine_change_state_cb },
  { .name = "arrange-automatically", .activate = arrange_automatically_cb },
  { .name = "rank-direction", .parameter_type = "s", .state = "'TB'",
    .change_state = rank_direction_change_state_cb },
  { .name = "relayout", .activate = relayout_cb },
  { .name = "cancel-layout", .activate = cancel_layout_cb },
  { .name = "show-sources", .state = "false", .change_state = show_sources_change_state_cb },
  { .name = "show-problems", .activate = show_problems_cb },
  { .name = "zoom-in", .activate = canvas_cb },
  { .name = "zoom-out", .activate = canvas_cb },
  { .name = "zoom-fit", .activate = canvas_cb },
  { .name = "zoom-original", .activate = canvas_cb },
  { .name = "fit-selection", .activate = canvas_cb },
  { .name = "select-all", .activate = canvas_cb },
  { .name = "clear-selection", .activate = canvas_cb },
};

void
amicus_window_set_enabled (AmicusWindow *self,
                           const char *name,
                           gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
set_state (AmicusWindow *self,
           const char *name,
           GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static gboolean
has_problems (AmicusWindow *self)
{
  AmicusGraph *graph = amicus_session_get_graph (self->session);
  guint n_diagnostics = 0;

  if (graph)
    amicus_graph_get_diagnostics (graph, &n_diagnostics);
  return n_diagnostics > 0;
}

/* GTK calls some keys by the names that programs know them by, such as Page_Down. */
static void
make_key_names_readable (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && strchr (gtk_label_get_label (GTK_LABEL (widget)), '_'))
    {
      g_autofree char *name = g_strdelimit (g_strdup (gtk_label_get_label (GTK_LABEL (widget))), "_", ' ');

      gtk_label_set_label (GTK_LABEL (widget), name);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    make_key_names_readable (child);
}

static void
add_help_overlay (AmicusWindow *self)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/amicusgraph/Amicus/amicus-shortcuts.ui");
  GtkShortcutsWindow *overlay = GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (self), overlay);
  make_key_names_readable (GTK_WIDGET (overlay));
}

void
amicus_window_actions_init (AmicusWindow *self)
{
  g_autoptr (GPropertyAction) inspector =
    g_property_action_new ("show-inspector", self->flap, "reveal-flap");

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), document_actions,
                                   G_N_ELEMENTS (document_actions), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (inspector));
  amicus_window_save_init (self);
  amicus_window_history_init (self);
  amicus_window_outside_init (self);
  amicus_edit_actions_init (self);
  add_help_overlay (self);
}

void
amicus_window_actions_update (AmicusWindow *self)
{
  const AmicusPictureOptions *options = amicus_session_get_options (self->session);
  gboolean open = amicus_session_get_document (self->session) != NULL;
  guint n_selected;

  amicus_session_get_selection (self->session, &n_selected);
  for (gsize i = 0; i < G_N_ELEMENTS (document_actions); i++)
    amicus_window_set_enabled (self, document_actions[i].name, open);
  amicus_window_set_enabled (self, "cancel-layout",
               open && amicus_picture_is_busy (amicus_session_get_picture (self->session)));
  amicus_window_set_enabled (self, "show-problems", has_problems (self));
  amicus_window_set_enabled (self, "fit-selection", n_selected > 0);
  amicus_window_set_enabled (self, "clear-selection", n_selected > 0);

  amicus_window_save_update (self);
  amicus_window_history_update (self);

  amicus_edit_actions_update (self);

  set_state (self, "engine", g_variant_new_string (amicus_engine_to_word (options->engine)));
  set_state (self, "rank-direction", g_variant_new_string (rank_directions[options->rank_direction]));
  set_state (self, "show-sources", g_variant_new_boolean (options->draw_sources));
}
