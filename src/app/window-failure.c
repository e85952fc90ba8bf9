/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the person is asked when a document does not get into its file: never is anything written over silently. */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n.h>

/* What was being saved where, to be tried in another way. */
typedef struct
{
  AmicusWindow *window;
  GFile *file; /* NULL: the document's own */
  AmicusSaveFlags flags;
} Question;

static void
question_free (gpointer data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->window);
  g_clear_object (&question->file);
  g_free (question);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char *response,
             Question *question)
{
  g_autoptr (AmicusWindow) self = g_object_ref (question->window);

  if (g_str_equal (response, "save-as"))
    amicus_window_save_as (self);
  else if (g_str_equal (response, "again"))
    amicus_window_save (self, question->file, question->flags);
  else if (g_str_equal (response, "in-place"))
    amicus_window_save (self, question->file, question->flags | AMICUS_SAVE_IN_PLACE);
  else if (g_str_equal (response, "anew"))
    amicus_window_save (self, question->file, question->flags | AMICUS_SAVE_OVERWRITE);
  else if (g_str_equal (response, "overwrite"))
    amicus_window_overwrite (self);
  else
    {
      amicus_window_stay (self);
      if (g_str_equal (response, "reload"))
        amicus_window_reload (self);
    }
}

static AdwMessageDialog *
question_new (AmicusWindow *self,
              const char *heading,
              const char *body,
              GFile *file,
              AmicusSaveFlags flags)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), heading, body));
  Question *question = g_new0 (Question, 1);

  question->window = g_object_ref (self);
  question->flags = flags;
  g_set_object (&question->file, file);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "save-as", _("Save _As…"), NULL);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);

  return dialog;
}

/* A way that may lose something is there, but never the one that Return takes. */
static void
add_risky (AdwMessageDialog *dialog,
           const char *response,
           const char *label)
{
  adw_message_dialog_add_response (dialog, response, label);
  adw_message_dialog_set_response_appearance (dialog, response, ADW_RESPONSE_DESTRUCTIVE);
}

static void
ask (AdwMessageDialog *dialog,
     const char *usual)
{
  adw_message_dialog_set_default_response (dialog, usual);
  adw_message_dialog_set_response_appearance (dialog, usual, ADW_RESPONSE_SUGGESTED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
amicus_window_ask_which (AmicusWindow *self)
{
  g_autofree char *name = amicus_window_dup_name (self);
  /* Translators: the words in quotes are those of the buttons and the menu */
  g_autofree char *body = g_strdup_printf (
    _("Another program has changed %s, and you have changes that are not saved.\n\n"
      "Both versions are kept. After “Reload”, Undo brings yours back. "
      "After “Overwrite”, Redo brings back the other one, until you change something."),
    name);
  AdwMessageDialog *dialog = question_new (self, _("Which Version Goes On?"), body, NULL, AMICUS_SAVE_DEFAULT);

  adw_message_dialog_add_response (dialog, "reload", _("_Reload"));
  add_risky (dialog, "overwrite", _("_Overwrite"));
  ask (dialog, "save-as");
}

static void
ask_gone (AmicusWindow *self,
          GFile *file,
          AmicusSaveFlags flags)
{
  g_autofree char *name = amicus_window_dup_name (self);
  g_autofree char *body = g_strdup_printf (
    _("Somebody has moved, renamed or deleted %s since it was opened. It can be written again where it was."), name);
  AdwMessageDialog *dialog = question_new (self, _("The File Is No Longer There"), body, file, flags);

  adw_message_dialog_add_response (dialog, "anew", _("_Write Again"));
  ask (dialog, "anew");
}

static void
ask_in_place (AmicusWindow *self,
              GFile *file,
              AmicusSaveFlags flags)
{
  AdwMessageDialog *dialog = question_new (
    self, _("Write Into the File Itself?"),
    _("The file cannot be replaced in one step, because it has several names (hard links) or its folder "
      "does not let it. Written in place it is incomplete for a moment; should that be interrupted, "
      "Amicus repairs it when it is opened again."),
    file, flags);

  adw_message_dialog_add_response (dialog, "in-place", _("_Write in Place"));
  ask (dialog, "in-place");
}

static void
ask_elsewhere (AmicusWindow *self,
               const char *heading,
               GFile *file,
               AmicusSaveFlags flags,
               const GError *error)
{
  AdwMessageDialog *dialog = question_new (self, heading, error->message, file, flags);

  adw_message_dialog_add_response (dialog, "again", _("_Try Again"));
  ask (dialog, "save-as");
}

void
amicus_window_ask_after (AmicusWindow *self,
                         GFile *file,
                         AmicusSaveFlags flags,
                         const GError *error)
{
  if (file == NULL && g_error_matches (error, AMICUS_SAVE_ERROR, AMICUS_SAVE_ERROR_CHANGED))
    amicus_window_ask_which (self);
  else if (g_error_matches (error, AMICUS_SAVE_ERROR, AMICUS_SAVE_ERROR_GONE))
    ask_gone (self, file, flags);
  else if (g_error_matches (error, AMICUS_SAVE_ERROR, AMICUS_SAVE_ERROR_IN_PLACE_NEEDED))
    ask_in_place (self, file, flags);
  else if (g_error_matches (error, AMICUS_SAVE_ERROR, AMICUS_SAVE_ERROR_DAMAGED))
    ask_elsewhere (self, _("The File May Be Damaged"), file, flags, error);
  else
    ask_elsewhere (self, _("The File Could Not Be Saved"), file, flags, error);
}
