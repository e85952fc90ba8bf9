/* SPDX-License-Identifier: GPL-3.0-or-later
 * The journal of an open document. */

#define G_LOG_DOMAIN "amicus-document"

#include "document/journal-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* High enough to count back from for as many records as there may be. */
#define FIRST_SEQUENCE ((guint64) 1 << 32)

static void
free_file (gpointer file)
{
  amicus_journal_file_free (file);
}

static AmicusJournal *
journal_alloc (const char * const *folders)
{
  AmicusJournal *self = g_new0 (AmicusJournal, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->work);
  g_cond_init (&self->done);
  self->folders = amicus_journal_dup_folders (folders);
  self->abandoned = g_ptr_array_new_with_free_func (free_file);
  self->sequence = FIRST_SEQUENCE;

  return self;
}

/**
 * amicus_journal_new:
 * @folders: (nullable): where journals may be, best first; %NULL for the folders of this person
 * @path: (nullable): the document's file
 * @base: its text before the first edit
 *
 * A journal for a document that was just opened. There is no file before amicus_journal_start() or
 * the first edit.
 *
 * Returns: (transfer full): the journal
 */
AmicusJournal *
amicus_journal_new (const char * const *folders,
                    const char         *path,
                    GBytes             *base)
{
  AmicusJournal *self;
  struct stat status;

  g_return_val_if_fail (base != NULL, NULL);

  self = journal_alloc (folders);
  amicus_journal_history_init (&self->history, path, base);
  for (guint i = 0; i < sizeof self->id; i++)
    self->id[i] = (guint8) g_random_int ();
  if (path != NULL && stat (path, &status) == 0)
    {
      self->history.device = status.st_dev;
      self->history.inode = status.st_ino;
    }

  return self;
}

/**
 * amicus_journal_start:
 * @self: a journal
 * @error: return location for an #AmicusJournalError
 *
 * Writes the text before the first edit, so that this need not wait for it. Blocks: for a thread.
 *
 * Returns: whether there is a file
 */
gboolean
amicus_journal_start (AmicusJournal  *self,
                      GError        **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  amicus_journal_start_thread (self);
  return self->file != NULL || amicus_journal_start_file (self, error);
}

static void
remove_file (AmicusJournalFile *file)
{
  if (g_unlink (file->path) != 0)
    g_warning ("“%s” could not be removed: %s", file->path, g_strerror (errno));
}

static void
remove_abandoned (AmicusJournal *self)
{
  for (guint i = 0; i < self->abandoned->len; i++)
    remove_file (self->abandoned->pdata[i]);
  g_ptr_array_set_size (self->abandoned, 0);
}

/**
 * amicus_journal_free:
 * @self: (transfer full): a journal
 *
 * Closes the journal, after all of it is on the disk. Its file stays, so that what is not saved
 * can be recovered and the rest undone; it goes only if nothing can be undone, or nobody would open
 * the document again to do so, and nothing is unsaved.
 */
void
amicus_journal_free (AmicusJournal *self)
{
  g_mutex_lock (&self->lock);
  self->stopping = TRUE;
  g_cond_signal (&self->work);
  g_mutex_unlock (&self->lock);
  if (self->thread != NULL)
    g_thread_join (self->thread);

  if (amicus_journal_is_saved (self) && self->file != NULL &&
      (self->history.steps->len == 0 || self->history.path == NULL))
    remove_file (self->file);
  if (amicus_journal_is_saved (self) && !amicus_journal_needs_sync (self))
    remove_abandoned (self);

  g_clear_pointer (&self->file, amicus_journal_file_free);
  g_ptr_array_unref (self->abandoned);
  amicus_journal_history_clear (&self->history);
  g_strfreev (self->folders);
  g_cond_clear (&self->done);
  g_cond_clear (&self->work);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static gboolean
is_in_first_folder (const AmicusJournal *self,
                    const char          *file)
{
  g_autofree char *folder = g_path_get_dirname (file);

  return g_strcmp0 (folder, self->folders[0]) == 0;
}

/* Goes on in @file if that is as it should be; else in a new one, until whose content is on the disk
 * the old one stays. */
static void
take_over (AmicusJournal               *self,
           AmicusJournalFile           *file,
           const AmicusJournalContents *contents)
{
  g_autoptr (GError) error = NULL;

  self->sequence = contents->sequence;
  if (contents->state != AMICUS_JOURNAL_DAMAGED && is_in_first_folder (self, file->path) &&
      ftruncate (file->fd, (off_t) contents->end) == 0)
    {
      file->size = contents->end;
      file->is_new = TRUE;
      self->file = file;
      self->written++;
      return;
    }

  if (!amicus_journal_start_file (self, &error))
    g_warning ("%s", error->message);
  if (contents->state == AMICUS_JOURNAL_DAMAGED)
    amicus_journal_file_free (file);
  else
    g_ptr_array_add (self->abandoned, file);
}

static AmicusJournal *
resume_with (const char * const          *folders,
             AmicusJournalFile           *file,
             GBytes                      *bytes,
             const AmicusJournalContents *contents)
{
  g_autoptr (AmicusJournalContents) again = amicus_journal_scan (bytes, NULL);
  AmicusJournal *self = journal_alloc (folders);

  self->history = again->history;
  again->history = (AmicusJournalHistory) { .base = NULL };
  memcpy (self->id, contents->id, sizeof self->id);
  self->generation = contents->generation;
  take_over (self, file, contents);
  amicus_journal_start_thread (self);

  return self;
}

/**
 * amicus_journal_resume:
 * @folders: (nullable): as for amicus_journal_new()
 * @file: a journal whose document is not open
 * @contents: (out): what it tells
 * @error: return location for an #AmicusJournalError
 *
 * Reads a journal and goes on with it: for a document that is recovered, or whose file is still
 * what was saved (its hash is `saved_hash` and `n_unsaved` is 0), so that undo goes through a
 * restart. If the journal is damaged, it is put aside as amicus_journal_read() does, and a new
 * one begins with what could be read; should that not be possible, amicus_journal_get_place()
 * tells. Blocks: reads and writes files.
 *
 * Returns: (transfer full) (nullable): the journal
 */
AmicusJournal *
amicus_journal_resume (const char * const     *folders,
                       const char             *file,
                       AmicusJournalContents **contents,
                       GError                **error)
{
  g_autoptr (AmicusJournalFile) opened = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AmicusJournalContents) found = NULL;
  AmicusJournal *self;

  g_return_val_if_fail (file != NULL && contents != NULL, NULL);

  opened = amicus_journal_file_open (file, TRUE, error);
  bytes = opened != NULL ? amicus_journal_file_read (opened, 0, error) : NULL;
  found = bytes != NULL ? amicus_journal_read_bytes (bytes, error) : NULL;
  if (found == NULL)
    return NULL;

  amicus_journal_quarantine (opened, found);
  found->file = g_strdup (opened->path);
  self = resume_with (folders, g_steal_pointer (&opened), bytes, found);
  *contents = g_steal_pointer (&found);

  return self;
}

/**
 * amicus_journal_set_moved:
 * @self: a journal
 * @moved: (nullable): called when edits come to another place, or none
 * @data: for @moved
 */
void
amicus_journal_set_moved (AmicusJournal      *self,
                          AmicusJournalMoved  moved,
                          gpointer            data)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->moved = moved;
  self->moved_data = data;
}

/**
 * amicus_journal_get_place:
 * @self: a journal
 *
 * Returns: where edits are kept
 */
AmicusJournalPlace
amicus_journal_get_place (AmicusJournal *self)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->place;
}

/**
 * amicus_journal_dup_file:
 * @self: a journal
 *
 * Returns: (transfer full) (nullable): its file, if there is one now
 */
char *
amicus_journal_dup_file (AmicusJournal *self)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->file != NULL ? g_strdup (self->file->path) : NULL;
}

static char *
shorten_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  const char *end = valid + MIN (strlen (valid), AMICUS_JOURNAL_NAME_LIMIT);

  while ((*end & 0xc0) == 0x80)
    end--;

  return g_strndup (valid, (gsize) (end - valid));
}

/**
 * amicus_journal_append:
 * @self: a journal
 * @act: what is done
 * @name: (nullable): of a new step, for people
 * @patches: (element-type AmicusPatch): what changes the text as it is now, one after the other; for
 *   undo, the inverses
 * @error: return location for an #AmicusJournalError
 *
 * Keeps an edit, which must fit the text. When this returns %TRUE, it survives the end of this
 * program; within 200 ms, that of the computer. An act that the history cannot follow (what it
 * should undo was too long ago) is kept as a new step: the text is right always.
 *
 * If it returns %FALSE, the edit is kept in memory alone; it is written with the next one, if
 * that can be. The person should be told at once.
 *
 * Returns: whether the edit is kept in a file
 */
gboolean
amicus_journal_append (AmicusJournal     *self,
                       AmicusJournalAct   act,
                       const char        *name,
                       GPtrArray         *patches,
                       GError           **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GByteArray) record = NULL;
  g_autofree char *short_name = NULL;

  g_return_val_if_fail (self != NULL && patches != NULL, FALSE);

  locker = g_mutex_locker_new (&self->lock);
  if (!amicus_journal_history_may (&self->history, act, patches))
    act = AMICUS_JOURNAL_DO;
  short_name = shorten_name (name);
  if (!amicus_journal_history_act (&self->history, act, short_name, patches))
    {
      amicus_journal_set_error (error, EFBIG);
      return FALSE;
    }

  self->history.when = g_get_real_time ();
  record = g_byte_array_new ();
  amicus_journal_put_act (record, self->sequence + 1, self->history.when, act, short_name,
                          patches);
  return amicus_journal_write_record (self, record, error);
}

/**
 * amicus_journal_sync:
 * @self: a journal
 * @error: return location for an #AmicusJournalError
 *
 * Waits until all edits are on the disk: before a window says “saved”, and before it closes.
 *
 * Returns: whether they are, in whatever place amicus_journal_get_place() tells
 */
gboolean
amicus_journal_sync (AmicusJournal  *self,
                     GError        **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  guint64 target;

  g_return_val_if_fail (self != NULL, FALSE);

  locker = g_mutex_locker_new (&self->lock);
  if (self->file == NULL && self->place == AMICUS_JOURNAL_PLACE_NONE &&
      !amicus_journal_start_file (self, error))
    return FALSE;

  target = self->written;
  self->hurry = TRUE;
  g_cond_signal (&self->work);
  while (self->file != NULL && self->synced < target)
    g_cond_wait (&self->done, &self->lock);
  if (self->place == AMICUS_JOURNAL_PLACE_NONE)
    {
      amicus_journal_set_error (error, EIO);
      return FALSE;
    }
  if (amicus_journal_is_saved (self) && !amicus_journal_needs_sync (self))
    remove_abandoned (self);

  return TRUE;
}
