/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "file-stage.h"

#include "document/commands.h"
#include "widget-text.h"

static char *place;
static char *offered;

static char *
dup_bytes (AmicusDocument *document)
{
  GBytes *bytes = amicus_document_get_bytes (document);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

void
file_stage_start (FileStage *stage,
                  const char *text)
{
  stage->folder = g_dir_make_tmp ("amicus-XXXXXX", NULL);
  stage->path = g_build_filename (stage->folder, "graph.gv", NULL);
  driver_start (&stage->driver);
  if (text == NULL)
    return;

  file_stage_write (stage, text);
  driver_open (&stage->driver, stage->path);
}

void
file_stage_stop (FileStage *stage)
{
  const char *argv[] = { "rm", "-rf", stage->folder, NULL };

  /* Where all windows were closed there is one more. */
  if (gtk_application_get_windows (GTK_APPLICATION (stage->driver.application)) == NULL)
    driver_start (&stage->driver);
  driver_stop (&stage->driver);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_clear_pointer (&stage->folder, g_free);
  g_clear_pointer (&stage->path, g_free);
}

AmicusWindow *
file_stage_open (FileStage *stage,
                 const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AmicusWindow *window;

  g_application_open (G_APPLICATION (stage->driver.application), &file, 1, "");
  window = amicus_application_find_window (stage->driver.application, file);
  g_assert_nonnull (window);
  stage->driver.window = window;
  stage->driver.session = amicus_window_get_session (window);
  stage->driver.canvas = amicus_window_get_canvas (window);
  WAIT_FOR (file_stage_document (stage) != NULL && gtk_widget_get_visible (GTK_WIDGET (window)));
  driver_settle (&stage->driver);

  return window;
}

AmicusDocument *
file_stage_document (FileStage *stage)
{
  return amicus_session_get_document (stage->driver.session);
}

char *
file_stage_path (FileStage *stage,
                 const char *name)
{
  return g_build_filename (stage->folder, name, NULL);
}

void
file_stage_write (FileStage *stage,
                  const char *text)
{
  g_assert_true (g_file_set_contents (stage->path, text, -1, NULL));
}

gboolean
file_stage_holds (const char *path,
                  const char *text)
{
  g_autofree char *contents = NULL;

  return g_file_get_contents (path, &contents, NULL, NULL) && g_str_equal (contents, text);
}

gboolean
file_stage_says (FileStage *stage,
                 const char *text)
{
  g_autofree char *bytes = dup_bytes (file_stage_document (stage));

  return g_str_equal (bytes, text);
}

void
file_stage_edit (AmicusDocument *document,
                 const char *id,
                 const char *label)
{
  g_autoptr (AmicusName) name = amicus_name_new_entity (id);
  g_autoptr (GError) error = NULL;

  amicus_document_set_attribute (document, name, "label", label, &error);
  g_assert_no_error (error);
}

static void
answer_place (AmicusWindow *self,
              const char *title,
              const char *name,
              AmicusPlaceFunc chosen)
{
  g_autoptr (GFile) file = place ? g_file_new_for_path (place) : NULL;

  g_free (offered);
  offered = g_strdup (name);
  chosen (self, file);
}

void
file_stage_choose (AmicusWindow *window,
                   const char *path)
{
  g_free (place);
  place = g_strdup (path);
  window->choose_place = answer_place;
}

const char *
file_stage_offered (void)
{
  return offered;
}

GtkWindow *
file_stage_question (void)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

void
file_stage_answer (const char *heading,
                   const char *response)
{
  GtkWindow *question;
  AdwMessageDialog *dialog;
  g_auto (GStrv) parts = NULL;
  g_autofree char *label = NULL;
  GtkWidget *button;

  WAIT_FOR (file_stage_question () != NULL);
  question = file_stage_question ();
  dialog = ADW_MESSAGE_DIALOG (question);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, heading);
  g_assert_true (adw_message_dialog_has_response (dialog, response));
  parts = g_strsplit (adw_message_dialog_get_response_label (dialog, response), "_", -1);
  label = g_strjoinv (NULL, parts);
  button = widget_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, label);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  WAIT_FOR (file_stage_question () != question);
}

static gboolean
over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

void
file_stage_pause (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, over_cb, &over);
  WAIT_FOR (over);
}
