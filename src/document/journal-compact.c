/* SPDX-License-Identifier: GPL-3.0-or-later
 * A journal written anew: shorter, or without what was done. */

#define G_LOG_DOMAIN "amicus-document"

#include "document/journal-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* Records that were appended to the journal since @start. */
static gboolean
copy_tail (AmicusJournal      *self,
           AmicusJournalFile  *part,
           gsize               start,
           GError            **error)
{
  g_autoptr (GBytes) tail = amicus_journal_file_read (self->file, start, error);
  const guint8 *data;
  gsize size;

  if (tail == NULL)
    return FALSE;

  errno = EIO;
  data = g_bytes_get_data (tail, &size);
  if (size == self->file->size - start && amicus_journal_file_append (part, data, size) &&
      amicus_journal_file_sync (part))
    return TRUE;

  amicus_journal_set_error (error, errno);
  return FALSE;
}

/* Complete and on the disk, @part takes the journal's name; that its name is there too, the thread
 * sees to. */
static gboolean
replace_file (AmicusJournal      *self,
              AmicusJournalFile  *part,
              GError            **error)
{
  char *name = self->file->path;

  if (rename (part->path, name) != 0)
    {
      amicus_journal_set_error (error, errno);
      return FALSE;
    }

  self->file->path = part->path;
  part->path = name;
  part->is_new = TRUE;
  amicus_journal_file_free (self->file);
  self->file = part;
  self->synced = 0;
  self->hurry = TRUE;
  g_cond_signal (&self->work);
  return TRUE;
}

/* What was kept until now, and by which file. */
typedef struct
{
  AmicusJournalFile *file;
  guint32 generation;
  gsize size;
  GByteArray *bytes;
} Snapshot;

static Snapshot
take_snapshot (AmicusJournal *self,
               gsize          limit)
{
  Snapshot snapshot = { self->file, self->generation, self->file->size, g_byte_array_new () };

  amicus_journal_history_fold (&self->history, limit / 2);
  amicus_journal_put_history (snapshot.bytes, &self->history, self->id, self->generation,
                              self->sequence);
  return snapshot;
}

static gboolean
is_large (const AmicusJournal *self,
          gsize                limit)
{
  return self->file != NULL && self->file->size > g_bytes_get_size (self->history.base) &&
         self->file->size - g_bytes_get_size (self->history.base) > limit;
}

/* In the lock again: unless writing failed meanwhile and the journal is elsewhere. */
static gboolean
finish (AmicusJournal      *self,
        const Snapshot     *snapshot,
        AmicusJournalFile  *part,
        GError            **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  amicus_journal_wait_for_thread (self);
  if (self->file != snapshot->file || self->generation != snapshot->generation)
    {
      amicus_journal_set_error (error, EIO);
      return FALSE;
    }

  return copy_tail (self, part, snapshot->size, error) && replace_file (self, part, error);
}

/**
 * amicus_journal_compact:
 * @self: a journal
 * @limit: bytes that its steps may take; usually %AMICUS_JOURNAL_LIMIT
 * @error: return location for an #AmicusJournalError
 *
 * To be called in a thread after a save: if the journal is larger, writes it anew beside, without
 * what was undone and replaced, and without the oldest steps, and renames. At any moment the old
 * file is there or the new one, with all that is kept. Edits may go on meanwhile. No two threads
 * may do this with one journal at once.
 *
 * Returns: whether the journal is as it should be; if not, the old one goes on
 */
gboolean
amicus_journal_compact (AmicusJournal  *self,
                        gsize           limit,
                        GError        **error)
{
  Snapshot snapshot = { NULL, 0, 0, NULL };
  AmicusJournalFile *part = NULL;
  gboolean compacted = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  g_mutex_lock (&self->lock);
  if (is_large (self, limit))
    {
      snapshot = take_snapshot (self, limit);
      part = amicus_journal_file_create_part (self->file, error);
    }
  g_mutex_unlock (&self->lock);
  if (snapshot.file == NULL)
    return TRUE;

  if (part != NULL && !(amicus_journal_file_append (part, snapshot.bytes->data, snapshot.bytes->len) &&
                        amicus_journal_file_sync (part)))
    amicus_journal_set_error (error, errno);
  else if (part != NULL)
    compacted = finish (self, &snapshot, part, error);
  if (part != NULL && !compacted)
    {
      g_unlink (part->path);
      amicus_journal_file_free (part);
    }
  g_byte_array_unref (snapshot.bytes);

  return compacted;
}

static gboolean
wipe (AmicusJournalFile  *file,
      GError            **error)
{
  if (amicus_journal_file_wipe (file))
    return TRUE;

  if (error == NULL || *error == NULL)
    amicus_journal_set_error (error, errno);
  return FALSE;
}

/* A journal of the text alone, if it is not what is saved. */
static gboolean
start_anew (AmicusJournal  *self,
            GError        **error)
{
  g_autoptr (GBytes) text = amicus_journal_history_render (&self->history);
  AmicusJournalHistory *history = &self->history;
  gboolean saved = history->saved == (int) history->position;

  history->saved = saved ? (int) history->position : -1;
  history->marked = -1;
  g_ptr_array_set_size (history->steps, (int) history->position);
  amicus_journal_history_rebase (history, text, history->position);

  return saved || amicus_journal_start_file (self, error);
}

/**
 * amicus_journal_forget:
 * @self: a journal
 * @error: return location for an #AmicusJournalError
 *
 * Forgets what was done: overwrites and removes all that was kept of it, here and in earlier
 * journals of the document. The text as it is now is kept, as long as it is not saved. The
 * document must forget its steps too.
 *
 * Returns: whether nothing of it is left
 */
gboolean
amicus_journal_forget (AmicusJournal  *self,
                       GError        **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (AmicusJournalFile) old = NULL;
  gboolean wiped;

  g_return_val_if_fail (self != NULL, FALSE);

  locker = g_mutex_locker_new (&self->lock);
  amicus_journal_wait_for_thread (self);
  old = g_steal_pointer (&self->file);
  if (!start_anew (self, error))
    {
      g_ptr_array_add (self->abandoned, g_steal_pointer (&old));
      return FALSE;
    }
  if (self->file != NULL && !amicus_journal_file_sync (self->file))
    {
      amicus_journal_set_error (error, errno);
      g_ptr_array_add (self->abandoned, g_steal_pointer (&old));
      return FALSE;
    }

  wiped = old == NULL || wipe (old, error);
  for (guint i = 0; i < self->abandoned->len; i++)
    wiped = wipe (self->abandoned->pdata[i], wiped ? error : NULL) && wiped;
  g_ptr_array_set_size (self->abandoned, 0);
  if (self->history.path == NULL)
    return wiped;

  return amicus_journal_forget_path ((const char * const *) self->folders, self->history.path,
                                     wiped ? error : NULL) && wiped;
}
