/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/window-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/recent-list.h"
#include "app/template.h"

/* A document on its way into the window. An answer to an old one is dropped. */
typedef struct
{
  AmicusWindow *window;
  GCancellable *cancellable;
  AmicusDocument *document; /* as soon as it is read */
  guint n_edits;            /* that a crash had left */
  gint64 when;
} Opening;

static Opening *
opening_new (AmicusWindow *self)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (self);
  opening->cancellable = g_object_ref (self->opening);

  return opening;
}

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_object_unref (opening->cancellable);
  g_clear_object (&opening->document);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static gboolean
is_wanted (const Opening *opening)
{
  return opening->window->opening == opening->cancellable;
}

static void
stop_opening (AmicusWindow *self)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->wanted);
  g_clear_handle_id (&self->loading_delay, g_source_remove);
}

static void
show_opened (AmicusWindow *self,
             AmicusDocument *document)
{
  GFile *file = amicus_document_get_file (document);

  stop_opening (self);
  if (file)
    amicus_recent_list_remember (file);
  amicus_window_adopt (self, document);
}

static void
show_failed (AmicusWindow *self,
             const GError *error)
{
  stop_opening (self);
  amicus_window_watch (self, NULL);
  amicus_banner_show (self->problems_banner, error->message, _("_Open Another…"), "win.open");
  amicus_window_present_now (self);
  amicus_window_show_page (self);
}

/* Only now can it be edited: what is done is written down from the first edit on. */
static void
kept_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (Opening) opening = data;
  AmicusWindow *self = opening->window;
  guint n_edits = 0;
  gint64 when = 0;
  AmicusKept kept = amicus_document_keep_finish (opening->document, result, &n_edits, &when);

  if (!is_wanted (opening))
    return;

  show_opened (self, opening->document);
  amicus_window_tell_kept (self, kept);
  if (kept == AMICUS_KEPT_RECOVERED)
    {
      amicus_window_tell_recovered (self, n_edits, when);
      amicus_window_look_outside (self);
    }
}

static void
keep (Opening *opening,
      AmicusDocument *document)
{
  opening->document = document;
  amicus_document_keep_async (document, NULL, opening->cancellable, kept_cb, opening);
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmicusDocument) document = amicus_document_open_finish (result, &error);

  if (!is_wanted (opening))
    return;

  if (document)
    keep (g_steal_pointer (&opening), g_steal_pointer (&document));
  else
    show_failed (opening->window, error);
}

static void
recovered_cb (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (Opening) opening = data;
  AmicusWindow *self = opening->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmicusDocument) document = amicus_document_recover_finish (result, &error);

  if (!is_wanted (opening))
    return;

  if (document)
    {
      amicus_window_watch (self, amicus_document_get_file (document));
      show_opened (self, document);
      amicus_window_tell_recovered (self, opening->n_edits, opening->when);
      amicus_window_look_outside (self);
    }
  else
    show_failed (self, error);
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
  g_clear_handle_id (&self->outside_delay, g_source_remove);
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

/* Also by another path, through a symbolic link, or by another name of its own. */
static gboolean
is_same_file (GFile *a,
              GFile *b)
{
  GStatBuf status_a;
  GStatBuf status_b;

  if (g_file_equal (a, b))
    return TRUE;

  return g_file_peek_path (a) && g_file_peek_path (b)
         && g_stat (g_file_peek_path (a), &status_a) == 0 && g_stat (g_file_peek_path (b), &status_b) == 0
         && status_a.st_dev == status_b.st_dev && status_a.st_ino == status_b.st_ino;
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

  return shown != NULL && is_same_file (shown, file);
}

static void
begin_opening (AmicusWindow *self,
               GFile *file)
{
  stop_opening (self);
  self->opening = g_cancellable_new ();
  g_set_object (&self->wanted, file);
  self->loading_delay = g_timeout_add (AMICUS_PATIENCE, show_loading, self);
  /* Before the file is read: a change between the two is seen. */
  amicus_window_watch (self, file);
}

/**
 * amicus_window_open:
 * @self: a window in which nothing is open
 * @file: what to show in it
 *
 * Reads @file without blocking and shows it. A file that cannot be read is told of in the banner.
 */
void
amicus_window_open (AmicusWindow *self,
                    GFile *file)
{
  g_return_if_fail (AMICUS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (amicus_session_get_document (self->session) == NULL);

  begin_opening (self, file);
  amicus_document_open_async (file, self->opening, opened_cb, opening_new (self));
}

/**
 * amicus_window_begin:
 * @self: a window in which nothing is open
 *
 * Shows a new document in it, which has no file yet.
 */
void
amicus_window_begin (AmicusWindow *self)
{
  g_autoptr (GBytes) bytes = amicus_template_new ();
  g_autoptr (GError) error = NULL;
  AmicusDocument *document;

  g_return_if_fail (AMICUS_IS_WINDOW (self));
  g_return_if_fail (amicus_session_get_document (self->session) == NULL);

  begin_opening (self, NULL);
  document = amicus_document_new_for_bytes (NULL, bytes, &error);
  if (document)
    keep (opening_new (self), document);
  else
    show_failed (self, error);
}

/**
 * amicus_window_recover:
 * @self: a window in which nothing is open
 * @journal: where edits were left
 * @n_edits: how many were never saved
 * @when: the last one was made, microseconds since 1970
 *
 * Shows a document that has no file, or no longer, as a crash has left it.
 */
void
amicus_window_recover (AmicusWindow *self,
                       const char *journal,
                       guint n_edits,
                       gint64 when)
{
  Opening *opening;

  g_return_if_fail (AMICUS_IS_WINDOW (self));
  g_return_if_fail (journal != NULL);
  g_return_if_fail (amicus_session_get_document (self->session) == NULL);

  begin_opening (self, NULL);
  opening = opening_new (self);
  opening->n_edits = n_edits;
  opening->when = when;
  amicus_document_recover_async (journal, NULL, opening->cancellable, recovered_cb, opening);
}
