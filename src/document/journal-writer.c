/* SPDX-License-Identifier: GPL-3.0-or-later
 * Appending writes before it returns; a thread brings what was written to the disk, several records
 * at once. What fails is tried elsewhere. */

#define G_LOG_DOMAIN "amicus-document"

#include "document/journal-private.h"

#include <errno.h>
#include <glib/gstdio.h>

/* How long a record may wait for others; with what a disk takes, less than 200 ms. */
#define GROUP_TIME (100 * 1000)

static void
set_place (AmicusJournal      *self,
           AmicusJournalPlace  place,
           const GError       *error)
{
  if (self->place == place)
    return;

  self->place = place;
  if (self->moved != NULL)
    self->moved (place, error, self->moved_data);
}

/* A file with the whole history. One that could not be written to its end has nothing that is only
 * there, and goes. */
static AmicusJournalFile *
write_whole (AmicusJournal  *self,
             const char     *folder,
             GByteArray     *bytes,
             GError        **error)
{
  AmicusJournalFile *file = amicus_journal_file_create (folder, self->history.path, error);

  if (file == NULL || amicus_journal_file_append (file, bytes->data, bytes->len))
    return file;

  amicus_journal_set_error (error, errno);
  g_unlink (file->path);
  amicus_journal_file_free (file);
  return NULL;
}

/* Keeps everything in a new file in the first folder that has not failed. Once all have, the next
 * edit tries them again. */
gboolean
amicus_journal_start_file (AmicusJournal  *self,
                           GError        **error)
{
  gsize size = g_bytes_get_size (self->history.base);
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new ((guint) size + 4096);
  g_autoptr (GError) failure = NULL;

  self->generation++;
  amicus_journal_put_history (bytes, &self->history, self->id, self->generation, self->sequence);
  for (guint i = self->n_failed; self->folders[i] != NULL && self->file == NULL; i++)
    {
      g_clear_error (&failure);
      self->n_failed = i;
      self->file = write_whole (self, self->folders[i], bytes, &failure);
    }

  if (self->file != NULL)
    {
      self->written++;
      self->synced = 0;
      set_place (self, self->n_failed == 0 ? AMICUS_JOURNAL_PLACE_FIRST
                                           : AMICUS_JOURNAL_PLACE_OTHER, NULL);
      g_cond_signal (&self->work);
      return TRUE;
    }

  if (failure == NULL)
    amicus_journal_set_error (&failure, EIO);
  self->n_failed = 0;
  set_place (self, AMICUS_JOURNAL_PLACE_NONE, failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What is in the file stays, and stays locked, until something is saved: but who has failed once to
 * write, or to say that something is on the disk, is not trusted again (after a failed fsync the
 * kernel forgets what it could not write). */
static gboolean
move_on (AmicusJournal  *self,
         GError        **error)
{
  g_ptr_array_add (self->abandoned, g_steal_pointer (&self->file));
  self->n_failed++;

  return amicus_journal_start_file (self, error);
}

gboolean
amicus_journal_needs_sync (const AmicusJournal *self)
{
  return self->file != NULL && self->synced < self->written;
}

static void
wait_for_others (AmicusJournal *self)
{
  gint64 end = g_get_monotonic_time () + GROUP_TIME;
  gboolean in_time = TRUE;

  while (in_time && !self->hurry && !self->stopping)
    in_time = g_cond_wait_until (&self->work, &self->lock, end);
}

/* The lock is open meanwhile: edits go on. */
static void
sync_once (AmicusJournal *self)
{
  AmicusJournalFile *file = self->file;
  guint64 target = self->written;
  gboolean synced;

  self->hurry = FALSE;
  self->syncing = TRUE;
  g_mutex_unlock (&self->lock);
  synced = amicus_journal_file_sync (file);
  g_mutex_lock (&self->lock);
  self->syncing = FALSE;

  if (self->file == file && synced)
    {
      file->is_new = FALSE;
      self->synced = target;
    }
  else if (self->file == file)
    {
      g_autoptr (GError) error = NULL;

      if (!move_on (self, &error))
        g_warning ("%s", error->message);
      self->hurry = TRUE;
    }
  g_cond_broadcast (&self->done);
}

static gpointer
sync_in_thread (gpointer data)
{
  AmicusJournal *self = data;

  g_mutex_lock (&self->lock);
  while (!self->stopping || amicus_journal_needs_sync (self))
    if (amicus_journal_needs_sync (self))
      {
        wait_for_others (self);
        if (amicus_journal_needs_sync (self))
          sync_once (self);
      }
    else
      {
        g_cond_wait (&self->work, &self->lock);
      }
  g_mutex_unlock (&self->lock);

  return NULL;
}

/* Until it does not use the file. */
void
amicus_journal_wait_for_thread (AmicusJournal *self)
{
  while (self->syncing)
    g_cond_wait (&self->done, &self->lock);
}

void
amicus_journal_start_thread (AmicusJournal *self)
{
  if (self->thread == NULL)
    self->thread = g_thread_new ("journal", sync_in_thread, self);
}

/* The history already has it. */
gboolean
amicus_journal_write_record (AmicusJournal  *self,
                             GByteArray     *record,
                             GError        **error)
{
  amicus_journal_start_thread (self);
  if (self->file == NULL)
    return amicus_journal_start_file (self, error);
  if (!amicus_journal_file_append (self->file, record->data, record->len))
    return move_on (self, error);

  self->sequence++;
  self->written++;
  g_cond_signal (&self->work);
  return TRUE;
}
