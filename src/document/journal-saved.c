/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the journal knows of the document's file. */

#define G_LOG_DOMAIN "amicus-document"

#include "document/journal-private.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

gboolean
amicus_journal_is_saved (const AmicusJournal *self)
{
  return self->history.saved == (int) self->history.position;
}

/**
 * amicus_journal_mark:
 * @self: a journal
 *
 * Remembers that the text as it is now is about to be saved, while edits go on.
 */
void
amicus_journal_mark (AmicusJournal *self)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->history.marked = (int) self->history.position;
}

/* A name under which journals of @path are looked for. If that fails, it is still found among all. */
static void
follow_document (AmicusJournal *self,
                 const char    *path)
{
  struct stat status;

  if (path != NULL && stat (path, &status) == 0)
    {
      self->history.device = status.st_dev;
      self->history.inode = status.st_ino;
    }
  if (g_strcmp0 (path, self->history.path) == 0)
    return;

  g_free (self->history.path);
  self->history.path = g_strdup (path);
  if (self->file == NULL)
    return;

  amicus_journal_wait_for_thread (self);
  if (self->file != NULL && !amicus_journal_file_move (self->file, path))
    g_warning ("“%s” could not be renamed: %s", self->file->path, g_strerror (errno));
}

static gboolean
write_saved (AmicusJournal  *self,
             GError        **error)
{
  g_autoptr (GByteArray) record = NULL;

  if (self->file == NULL && self->history.steps->len == 0 && amicus_journal_is_saved (self))
    return TRUE;

  record = g_byte_array_new ();
  amicus_journal_put_saved (record, self->sequence + 1, g_get_real_time (), &self->history);
  return amicus_journal_write_record (self, record, error);
}

/**
 * amicus_journal_append_saving:
 * @self: a journal
 * @hash: (array fixed-size=32): SHA-256 of the text as it was at the last amicus_journal_mark()
 * @error: return location for an #AmicusJournalError
 *
 * Keeps that this text is about to be written to the file: should that be cut short, what was
 * written can be told from what others wrote. Waits for the disk.
 *
 * Returns: whether this, and all edits, are on the disk
 */
gboolean
amicus_journal_append_saving (AmicusJournal  *self,
                              const guint8   *hash,
                              GError        **error)
{
  g_autoptr (GByteArray) record = g_byte_array_new ();
  gboolean written;

  g_return_val_if_fail (self != NULL && hash != NULL, FALSE);

  g_mutex_lock (&self->lock);
  amicus_journal_history_begin_save (&self->history, self->history.marked, hash);
  amicus_journal_put_saving (record, self->sequence + 1, g_get_real_time (), &self->history);
  written = amicus_journal_write_record (self, record, error);
  g_mutex_unlock (&self->lock);

  return written && amicus_journal_sync (self, error);
}

/**
 * amicus_journal_append_saved:
 * @self: a journal
 * @path: (nullable): the file that was written, or read anew
 * @hash: (array fixed-size=32): SHA-256 of what it holds
 * @error: return location for an #AmicusJournalError
 *
 * Keeps that the text as it was at the last amicus_journal_mark() is on the disk for certain. Also
 * for a file that was read anew, after its difference was appended as a step.
 *
 * Returns: whether this is kept in a file, if there is anything to keep
 */
gboolean
amicus_journal_append_saved (AmicusJournal  *self,
                             const char     *path,
                             const guint8   *hash,
                             GError        **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (self != NULL && hash != NULL, FALSE);

  locker = g_mutex_locker_new (&self->lock);
  follow_document (self, path);
  amicus_journal_history_save (&self->history, self->history.marked, hash);
  self->history.marked = -1;

  return write_saved (self, error);
}

/**
 * amicus_journal_append_reverted:
 * @self: a journal
 * @error: return location for an #AmicusJournalError
 *
 * Keeps that the text as it is now is again the one that was saved last, after the difference was
 * appended as a step.
 *
 * Returns: whether this is kept in a file, if there is anything to keep
 */
gboolean
amicus_journal_append_reverted (AmicusJournal  *self,
                                GError        **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = NULL;
  guint8 hash[AMICUS_JOURNAL_HASH_SIZE];

  g_return_val_if_fail (self != NULL, FALSE);

  locker = g_mutex_locker_new (&self->lock);
  memcpy (hash, self->history.saved_hash, sizeof hash);
  amicus_journal_history_save (&self->history, (int) self->history.position, hash);

  return write_saved (self, error);
}

/**
 * amicus_journal_end_saving:
 * @self: a journal
 * @error: return location for an #AmicusJournalError
 *
 * Keeps that the file was found to hold the text whose saving was begun last.
 *
 * Returns: whether this is kept in a file
 */
gboolean
amicus_journal_end_saving (AmicusJournal  *self,
                           GError        **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = NULL;
  guint8 hash[AMICUS_JOURNAL_HASH_SIZE];

  g_return_val_if_fail (self != NULL, FALSE);

  locker = g_mutex_locker_new (&self->lock);
  memcpy (hash, self->history.saving_hash, sizeof hash);
  amicus_journal_history_save (&self->history, self->history.saving, hash);

  return write_saved (self, error);
}
