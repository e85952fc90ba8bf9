/* SPDX-License-Identifier: GPL-3.0-or-later
 * What was done to the document: taken back, done again, or forgotten. */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n.h>

#include "base/text.h"

/* What a step is called may hold a name out of the file. */
static char *
describe_step (const char *plain,
               const char *format,
               const char *name)
{
  g_autofree char *shown = name ? amicus_text_for_display (name, AMICUS_TEXT_LIST_LIMIT) : NULL;
  g_autofree char *isolated = NULL;
  g_autoptr (GString) text = NULL;

  if (shown == NULL)
    return g_strdup (plain);

  isolated = amicus_text_isolate (shown);
  text = g_string_new (format);
  g_string_replace (text, "%s", isolated, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* In a menu an underscore tells which letter chooses the item. */
static char *
escape_mnemonics (const char *text)
{
  GString *escaped = g_string_new (text);

  g_string_replace (escaped, "_", "__", 0);
  return g_string_free (escaped, FALSE);
}

/* The keys are the window's own, that an entry may have them first; so the menu must be told. */
static void
append_step (GMenu *menu,
             const char *label,
             const char *action,
             const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

static void
show_steps (AmicusWindow *self,
            const char *undo_name,
            const char *redo_name)
{
  /* Translators: what is undone is named, as in “Undo Connect Apple to NSO” */
  g_autofree char *undo = describe_step (_("Undo"), _("Undo %s"), undo_name);
  /* Translators: what is done again is named, as in “Redo Connect Apple to NSO” */
  g_autofree char *redo = describe_step (_("Redo"), _("Redo %s"), redo_name);
  g_autofree char *undo_label = escape_mnemonics (undo);
  g_autofree char *redo_label = escape_mnemonics (redo);

  gtk_widget_set_tooltip_text (self->undo_button, undo);
  gtk_widget_set_tooltip_text (self->redo_button, redo);
  g_menu_remove_all (self->history_menu);
  append_step (self->history_menu, undo_label, "win.undo", "<Control>z");
  append_step (self->history_menu, redo_label, "win.redo", "<Control><Shift>z");
}

/* Sets which of the actions can be used, and says what they would do. */
void
amicus_window_history_update (AmicusWindow *self)
{
  AmicusDocument *document = amicus_session_get_document (self->session);
  const char *undo_name = document ? amicus_document_get_undo_name (document) : NULL;
  const char *redo_name = document ? amicus_document_get_redo_name (document) : NULL;

  amicus_window_set_enabled (self, "undo", undo_name != NULL);
  amicus_window_set_enabled (self, "redo", redo_name != NULL);
  amicus_window_set_enabled (self, "revert",
                             document && amicus_document_is_modified (document));
  amicus_window_set_enabled (self, "forget-history", document != NULL);
  show_steps (self, undo_name, redo_name);
}

static void
undo_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  AmicusWindow *self = data;

  amicus_window_finish_input (self);
  amicus_document_undo (amicus_session_get_document (self->session));
}

static void
redo_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  AmicusWindow *self = data;

  amicus_window_finish_input (self);
  amicus_document_redo (amicus_session_get_document (self->session));
}

static void
revert_answered_cb (AmicusWindow *self)
{
  AmicusDocument *document = amicus_session_get_document (self->session);

  amicus_document_revert (document);
  if (amicus_document_is_modified (document))
    amicus_window_toast (self, _("What was saved last is not known any more: reload the file instead."));
  else
    amicus_window_toast_with_undo (self, _("Your changes were taken back"));
}

static void
revert_cb (GSimpleAction *action,
           GVariant *parameter,
           gpointer data)
{
  AmicusWindow *self = data;
  g_autofree char *name = amicus_window_dup_name (self);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Revert to What Was Saved?"), NULL);

  amicus_window_finish_input (self);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("All changes of %s since it was saved are taken back. Undo brings them again."),
                                  name);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "revert", _("_Revert"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "revert", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response::revert", G_CALLBACK (revert_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Edits that a crash had left are taken back in one step. */
static void
discard_recovered_cb (GSimpleAction *action,
                      GVariant *parameter,
                      gpointer data)
{
  AmicusWindow *self = data;

  amicus_banner_show (self->keep_banner, NULL, NULL, NULL);
  revert_answered_cb (self);
}

static void
forget_answered_cb (AmicusWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (amicus_document_forget_history (amicus_session_get_document (self->session), &error))
    amicus_window_toast (self, _("What was done before is forgotten"));
  else
    amicus_window_toast (self, error->message);
  amicus_window_actions_update (self);
}

static void
forget_history_cb (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer data)
{
  AmicusWindow *self = data;
  g_autofree char *name = amicus_window_dup_name (self);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Forget the History?"), NULL);

  amicus_window_finish_input (self);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("What was changed in %s until now can no longer be undone, "
                                    "and no trace of it stays on this computer. The document stays as it is."),
                                  name);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "forget", _("_Forget"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "forget", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response::forget", G_CALLBACK (forget_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const GActionEntry actions[] = {
  { .name = "undo", .activate = undo_cb },
  { .name = "redo", .activate = redo_cb },
  { .name = "revert", .activate = revert_cb },
  { .name = "discard-recovered", .activate = discard_recovered_cb },
  { .name = "forget-history", .activate = forget_history_cb },
};

void
amicus_window_history_init (AmicusWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
