/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which window shows what, in which order they go, and which come back after a crash. */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/application-private.h"

#include "document/keeping.h"

/**
 * amicus_application_find_window:
 * @self: the program
 * @file: any file
 *
 * Returns: (transfer none) (nullable): the window in which @file is open or being opened
 */
AmicusWindow *
amicus_application_find_window (AmicusApplication *self,
                                GFile *file)
{
  g_return_val_if_fail (AMICUS_IS_APPLICATION (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  for (GList *each = gtk_application_get_windows (GTK_APPLICATION (self)); each; each = each->next)
    if (AMICUS_IS_WINDOW (each->data) && amicus_window_shows (each->data, file))
      return each->data;

  return NULL;
}

AmicusWindow *
amicus_application_get_empty_window (AmicusApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (AMICUS_IS_WINDOW (active) && amicus_window_is_empty (AMICUS_WINDOW (active)))
    return AMICUS_WINDOW (active);

  return amicus_window_new (self);
}

void
amicus_application_show_file (AmicusApplication *self,
                              GFile *file)
{
  AmicusWindow *window = amicus_application_find_window (self, file);

  if (window == NULL)
    {
      window = amicus_application_get_empty_window (self);
      amicus_window_open (window, file);
    }
  amicus_window_present (window);
}

static GtkWindow *
find_next (AmicusApplication *self)
{
  for (GList *each = gtk_application_get_windows (GTK_APPLICATION (self)); each; each = each->next)
    if (AMICUS_IS_WINDOW (each->data))
      return each->data;

  return NULL;
}

static gboolean
close_next_cb (gpointer data)
{
  AmicusApplication *self = data;
  GtkWindow *window = find_next (self);

  if (!self->quitting || window == NULL)
    return G_SOURCE_REMOVE;

  /* A window that was never shown is not closed by GTK. */
  if (!gtk_widget_get_realized (GTK_WIDGET (window)))
    gtk_window_present (window);
  gtk_window_close (window);
  return G_SOURCE_REMOVE;
}

void
amicus_application_quit_on (AmicusApplication *self)
{
  self->quitting = self->quitting && find_next (self) != NULL;
  if (self->quitting)
    g_idle_add_full (G_PRIORITY_DEFAULT, close_next_cb, g_object_ref (self), g_object_unref);
}

void
amicus_application_quit (AmicusApplication *self)
{
  self->quitting = TRUE;
  amicus_application_quit_on (self);
}

/**
 * amicus_application_stay:
 * @self: the program
 *
 * The person wants to keep a window that was about to close: if that was because the program was to end, it goes on.
 */
void
amicus_application_stay (AmicusApplication *self)
{
  g_return_if_fail (AMICUS_IS_APPLICATION (self));

  self->quitting = FALSE;
}

static void
unref_list (gpointer data)
{
  g_ptr_array_unref (data);
}

/* A document whose file is gone has none. */
static void
list_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  GPtrArray *left = amicus_document_list_left (NULL);

  for (guint i = 0; i < left->len; i++)
    {
      AmicusJournalContents *contents = left->pdata[i];

      if (contents->history.path && !g_file_test (contents->history.path, G_FILE_TEST_EXISTS))
        g_clear_pointer (&contents->history.path, g_free);
    }
  g_task_return_pointer (task, left, unref_list);
}

static void
bring_back (AmicusApplication *self,
            const AmicusJournalContents *contents)
{
  const AmicusJournalHistory *history = &contents->history;

  if (history->path)
    {
      g_autoptr (GFile) file = g_file_new_for_path (history->path);

      amicus_application_show_file (self, file);
    }
  else
    {
      AmicusWindow *window = amicus_application_get_empty_window (self);

      amicus_window_recover (window, contents->file, history->n_unsaved, history->when);
      amicus_window_present (window);
    }
}

static void
listed_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (AmicusApplication) self = data;
  g_autoptr (GPtrArray) left = g_task_propagate_pointer (G_TASK (result), NULL);

  for (guint i = 0; i < left->len; i++)
    bring_back (self, left->pdata[i]);
  g_application_release (G_APPLICATION (self));
}

void
amicus_application_bring_back (AmicusApplication *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, listed_cb, g_object_ref (self));

  /* The program must not end before it has looked. */
  g_application_hold (G_APPLICATION (self));
  g_task_set_source_tag (task, amicus_application_bring_back);
  g_task_run_in_thread (task, list_in_thread);
}
