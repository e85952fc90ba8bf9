/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which file to open, and where to save. */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n.h>

/* What a place is wanted for. */
typedef struct
{
  AmicusWindow *window;
  AmicusPlaceFunc chosen;
} Request;

static void
request_free (gpointer data,
              GClosure *closure)
{
  Request *request = data;

  g_object_unref (request->window);
  g_free (request);
}

static void
add_filter (GtkFileChooser *chooser,
            const char *name,
            const char *suffix,
            const char *other_suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  if (suffix)
    gtk_file_filter_add_suffix (filter, suffix);
  if (other_suffix)
    gtk_file_filter_add_suffix (filter, other_suffix);
  if (suffix == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (chooser, filter);
}

static GtkFileChooserNative *
chooser_new (AmicusWindow *self,
             const char *title,
             GtkFileChooserAction action)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_filter (GTK_FILE_CHOOSER (dialog), _("Relationship Files (DOT)"), "gv", "dot");
  add_filter (GTK_FILE_CHOOSER (dialog), _("All Files"), NULL, NULL);

  return dialog;
}

/* In the window that shows it, or here if nothing is open here, or in a new one. */
void
amicus_window_open_somewhere (AmicusWindow *self,
                              GFile *file)
{
  AmicusApplication *application = AMICUS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  if (amicus_window_is_empty (self) && amicus_application_find_window (application, file) == NULL)
    amicus_window_open (self, file);
  else
    g_application_open (G_APPLICATION (application), &file, 1, "");
}

static void
file_chosen_cb (GtkNativeDialog *dialog,
                int response,
                AmicusWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      amicus_window_open_somewhere (self, file);
    }
  g_object_unref (dialog);
}

void
amicus_window_choose_file (AmicusWindow *self)
{
  GtkFileChooserNative *dialog =
    chooser_new (self, _("Open a Relationship File"), GTK_FILE_CHOOSER_ACTION_OPEN);

  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
place_chosen_cb (GtkNativeDialog *dialog,
                 int response,
                 Request *request)
{
  g_autoptr (GtkNativeDialog) owned = dialog;
  g_autoptr (AmicusWindow) window = g_object_ref (request->window);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  request->chosen (window, file);
}

/* Beside the file that is there already. */
static void
start_in_folder (GtkFileChooser *chooser,
                 GFile *file)
{
  g_autoptr (GFile) folder = file && g_file_is_native (file) ? g_file_get_parent (file) : NULL;

  if (folder)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

void
amicus_window_choose_place (AmicusWindow *self,
                            const char *title,
                            const char *name,
                            AmicusPlaceFunc chosen)
{
  AmicusDocument *document = amicus_session_get_document (self->session);
  GtkFileChooserNative *dialog = chooser_new (self, title, GTK_FILE_CHOOSER_ACTION_SAVE);
  Request *request = g_new0 (Request, 1);

  request->window = g_object_ref (self);
  request->chosen = chosen;
  start_in_folder (GTK_FILE_CHOOSER (dialog), amicus_document_get_file (document));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_data (dialog, "response", G_CALLBACK (place_chosen_cb), request, request_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
