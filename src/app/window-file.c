/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n.h>

#include "app/recent-list.h"

static void
stop_opening (AmicusWindow *self)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->wanted);
  g_clear_handle_id (&self->loading_delay, g_source_remove);
}

/* Some programs write into a file, others put a new one in its place. */
static void
file_changed_cb (AmicusWindow *self,
                 GFile *file,
                 GFile *other,
                 GFileMonitorEvent event)
{
  if (event == G_FILE_MONITOR_EVENT_DELETED)
    amicus_banner_show (self->change_banner, _("This file is no longer there."), NULL, NULL);
  else if (event == G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT || event == G_FILE_MONITOR_EVENT_CREATED)
    amicus_banner_show (self->change_banner, _("This file has changed on disk."), _("_Reload"), "win.reload");
}

/* A file that cannot be watched is shown all the same. */
static void
watch (AmicusWindow *self,
       GFile *file)
{
  g_clear_object (&self->monitor);
  amicus_banner_show (self->change_banner, NULL, NULL, NULL);
  if (!g_file_is_native (file))
    return;

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (AmicusWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmicusDocument) document = amicus_document_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->opening == NULL)
    return;

  stop_opening (self);
  if (document)
    {
      amicus_session_set_document (self->session, document);
      watch (self, amicus_document_get_file (document));
      amicus_recent_list_remember (amicus_document_get_file (document));
    }
  else
    {
      amicus_banner_show (self->problems_banner, error->message, _("_Open Another…"), "win.open");
      amicus_window_present_now (self);
    }
  amicus_window_show_page (self);
}

static gboolean
show_loading (gpointer data)
{
  AmicusWindow *self = data;

  self->loading_delay = 0;
  /* One that spins where it is not seen lets the window be drawn for ever. */
  gtk_spinner_start (self->loading_spinner);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  return G_SOURCE_REMOVE;
}

void
amicus_window_present_now (AmicusWindow *self)
{
  if (self->present_delay == 0)
    return;

  g_clear_handle_id (&self->present_delay, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
waited_enough_cb (gpointer data)
{
  amicus_window_present_now (AMICUS_WINDOW (data));
  return G_SOURCE_REMOVE;
}

/**
 * amicus_window_present:
 * @self: a window
 *
 * Brings the window to the front. One that was not shown yet waits a little for its first picture:
 * the first frame of a window takes long, and until it is drawn nothing else is done.
 */
void
amicus_window_present (AmicusWindow *self)
{
  g_return_if_fail (AMICUS_IS_WINDOW (self));

  if (self->opening == NULL || gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
  else if (self->present_delay == 0)
    self->present_delay = g_timeout_add (AMICUS_PATIENCE, waited_enough_cb, self);
}

void
amicus_window_forget_file (AmicusWindow *self)
{
  stop_opening (self);
  g_clear_handle_id (&self->present_delay, g_source_remove);
  g_clear_object (&self->monitor);
}

/**
 * amicus_window_is_empty:
 * @self: a window
 *
 * Returns: whether nothing is open in it and nothing is being opened
 */
gboolean
amicus_window_is_empty (AmicusWindow *self)
{
  g_return_val_if_fail (AMICUS_IS_WINDOW (self), FALSE);

  return self->opening == NULL && amicus_session_get_document (self->session) == NULL;
}

/**
 * amicus_window_shows:
 * @self: a window
 * @file: any file
 *
 * Returns: whether @file is open in it or being opened
 */
gboolean
amicus_window_shows (AmicusWindow *self,
                     GFile *file)
{
  AmicusDocument *document;
  GFile *shown;

  g_return_val_if_fail (AMICUS_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  document = amicus_session_get_document (self->session);
  shown = self->wanted != NULL || document == NULL ? self->wanted : amicus_document_get_file (document);

  return shown != NULL && g_file_equal (shown, file);
}

/**
 * amicus_window_open:
 * @self: a window
 * @file: what to show in it
 *
 * Reads @file without blocking and shows it instead of what was there. A file that cannot be read
 * is told of in the banner, and what was there stays.
 */
void
amicus_window_open (AmicusWindow *self,
                    GFile *file)
{
  g_return_if_fail (AMICUS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  stop_opening (self);
  self->opening = g_cancellable_new ();
  self->wanted = g_object_ref (file);
  self->loading_delay = g_timeout_add (AMICUS_PATIENCE, show_loading, self);
  amicus_document_open_async (file, self->opening, opened_cb, g_object_ref (self));
}
