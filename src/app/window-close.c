/* SPDX-License-Identifier: GPL-3.0-or-later
 * Before a window goes: a question only where something is in no file. */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n.h>

gboolean
amicus_window_has_unsaved (AmicusWindow *self)
{
  AmicusDocument *document = amicus_session_get_document (self->session);

  return document != NULL && (amicus_document_is_modified (document) || self->outside == AMICUS_FILE_GONE);
}

void
amicus_window_stay (AmicusWindow *self)
{
  self->close_wanted = FALSE;
  amicus_application_stay (AMICUS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

void
amicus_window_saved (AmicusWindow *self,
                     AmicusSaved saved)
{
  if (!self->close_wanted || saved == AMICUS_NOT_SAVED)
    return;

  if (saved == AMICUS_SAVED_UNPROVEN)
    amicus_window_stay (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
close_cb (gpointer data)
{
  gtk_window_close (GTK_WINDOW (data));
  return G_SOURCE_REMOVE;
}

static void
answered_cb (AmicusWindow *self,
             const char *response)
{
  if (g_str_equal (response, "save"))
    {
      self->close_wanted = TRUE;
      gtk_widget_activate_action (GTK_WIDGET (self), "win.save", NULL);
    }
  else if (g_str_equal (response, "discard"))
    {
      self->close_settled = TRUE;
      amicus_document_let_go (amicus_session_get_document (self->session));
      /* The dialog must go before its parent. */
      g_idle_add_full (G_PRIORITY_DEFAULT, close_cb, g_object_ref (self), g_object_unref);
    }
  else
    amicus_window_stay (self);
}

static GtkWidget *
question_new (AmicusWindow *self)
{
  g_autofree char *name = amicus_window_dup_name (self);
  GtkWidget *widget = adw_message_dialog_new (GTK_WINDOW (self), _("Save Changes?"), NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_format_body (dialog, _("%s has changes that are not saved. What is not saved is lost."), name);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "discard", _("_Discard"), "save", _("_Save"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);

  return widget;
}

gboolean
amicus_window_may_close (AmicusWindow *self)
{
  amicus_window_finish_input (self);
  if (self->close_settled)
    return TRUE;

  if (self->saving)
    {
      self->close_wanted = TRUE;
      return FALSE;
    }
  if (!amicus_window_has_unsaved (self))
    return TRUE;

  if (self->close_question == NULL)
    g_set_weak_pointer (&self->close_question, question_new (self));
  gtk_window_present (GTK_WINDOW (self->close_question));
  return FALSE;
}
