/* SPDX-License-Identifier: GPL-3.0-or-later
 * From the document to its file. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/document-private.h"
#include "document/keeping-private.h"
#include "document/load-private.h"

#include <glib/gi18n-lib.h>

/**
 * Save:
 * @known: what the file holds as far as we know, if we do
 * @half: what a save that was cut short has begun to write over it, if there was one
 * @is_own: whether it is the document's own file
 * @mark: of the text that is saved
 *
 * A save under way.
 */
typedef struct
{
  GFile *file;
  GBytes *bytes;
  guint8 hash[AMICUS_JOURNAL_HASH_SIZE];
  GBytes *known;
  GBytes *half;
  gboolean is_own;
  AmicusSaveFlags flags;
  AmicusJournal *journal;
  guint mark;
  AmicusSaved saved;
} Save;

static void
free_save (gpointer data)
{
  Save *save = data;

  g_object_unref (save->file);
  g_bytes_unref (save->bytes);
  g_clear_pointer (&save->known, g_bytes_unref);
  g_clear_pointer (&save->half, g_bytes_unref);
  g_free (save);
}

static gboolean
check_place (GFile   *file,
             GError **error)
{
  g_autofree char *name = amicus_document_describe_file (file);

  if (file == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                         _("The document has no file yet. Choose where to save it."));
  else if (g_file_peek_path (file) == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                 _("“%s” is not in a folder of this computer, and could not be written safely. "
                   "Save it in another place."), name);
  else
    return TRUE;

  return FALSE;
}

/* Another's file is not written over because someone chose its name by mistake. */
static gboolean
check_other (const Save  *save,
             GError     **error)
{
  g_autofree char *name = NULL;

  if (save->is_own || (save->flags & AMICUS_SAVE_OVERWRITE) != 0 ||
      !g_file_query_exists (save->file, NULL))
    return TRUE;

  name = amicus_document_describe_file (save->file);
  g_set_error (error, AMICUS_SAVE_ERROR, AMICUS_SAVE_ERROR_CHANGED,
               _("“%s” is there already and was not written over. Choose another name."), name);
  return FALSE;
}

/* What may be written over, besides what we know: what we have half written ourselves. */
static GBytes *
find_half_saved (const Save *save)
{
  g_autoptr (GBytes) bytes = NULL;

  if (save->known == NULL || save->half == NULL)
    return NULL;

  bytes = amicus_document_load (save->file, NULL, NULL);
  if (bytes == NULL || !amicus_document_is_half (bytes, save->known, save->half))
    return NULL;

  return g_steal_pointer (&bytes);
}

/* The hash of what may be written over; no hash at all if we do not know what is there. */
static char *
compute_expected (const Save *save)
{
  g_autoptr (GBytes) half = NULL;

  if (!save->is_own || (save->flags & AMICUS_SAVE_OVERWRITE) != 0)
    return NULL;
  if (save->known == NULL)
    return g_strdup ("");

  half = find_half_saved (save);
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, half != NULL ? half : save->known);
}

static gboolean
must_be_in_place (const Save   *save,
                  const GError *error)
{
  return save->is_own && (save->flags & AMICUS_SAVE_IN_PLACE) != 0 &&
         g_error_matches (error, AMICUS_SAVE_ERROR, AMICUS_SAVE_ERROR_IN_PLACE_NEEDED);
}

/* A kill in the middle damages the file: what it should hold must be on the disk before. */
static gboolean
write_in_place (const Save  *save,
                const char  *expected,
                gboolean     is_safe,
                GError     **error)
{
  g_autofree char *name = NULL;

  if (is_safe)
    return amicus_save_in_place (g_file_peek_path (save->file), save->bytes, expected, error);

  name = amicus_document_describe_file (save->file);
  g_set_error (error, AMICUS_SAVE_ERROR, AMICUS_SAVE_ERROR_IN_PLACE_NEEDED,
               _("“%s” was not written over, because a copy of the edits could not be kept while "
                 "that is done. Nothing was changed. Save in another place."), name);
  return FALSE;
}

/* Returns: whether the text that is saved is on the disk in the journal */
static gboolean
journal_saving (const Save *save)
{
  g_autoptr (GError) error = NULL;

  if (save->journal == NULL || (save->flags & AMICUS_SAVE_COPY) != 0)
    return FALSE;
  if (amicus_journal_append_saving (save->journal, save->hash, &error))
    return TRUE;

  g_debug ("%s", error->message);
  return FALSE;
}

static AmicusSaved
write_file (const Save  *save,
            GError     **error)
{
  const char *path = g_file_peek_path (save->file);
  g_autofree char *expected = compute_expected (save);
  g_autoptr (GError) failure = NULL;
  AmicusSaved saved;
  gboolean is_safe;

  if (!check_other (save, error))
    return AMICUS_NOT_SAVED;

  is_safe = journal_saving (save);
  saved = amicus_save_document (path, save->bytes, expected, &failure);
  if (must_be_in_place (save, failure))
    return write_in_place (save, expected, is_safe, error) ? AMICUS_SAVED : AMICUS_NOT_SAVED;

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return saved;
}

/* What the disk did not confirm stays an unsaved edit in the journal: the next time, the content
 * tells. */
static void
journal_saved (const Save *save)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (save->journal == NULL || (save->flags & AMICUS_SAVE_COPY) != 0 || save->saved != AMICUS_SAVED)
    return;

  path = amicus_document_dup_identity (save->file);
  if (!amicus_journal_append_saved (save->journal, path, save->hash, &error) ||
      !amicus_journal_sync (save->journal, &error) ||
      !amicus_journal_compact (save->journal, AMICUS_JOURNAL_LIMIT, &error))
    g_debug ("%s", error->message);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Save *save = task_data;
  GError *error = NULL;

  amicus_journal_hash (save->bytes, save->hash);
  save->saved = write_file (save, &error);
  if (save->saved == AMICUS_NOT_SAVED)
    {
      g_task_return_error (task, error);
      return;
    }

  journal_saved (save);
  g_task_return_boolean (task, TRUE);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GTask) task = data;
  AmicusDocument *self = g_task_get_source_object (task);
  const Save *save = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error) && (save->flags & AMICUS_SAVE_COPY) == 0)
    {
      amicus_document_set_saved (self, save->bytes, save->mark);
      amicus_document_set_file (self, save->file);
    }
  else if (g_error_matches (error, AMICUS_SAVE_ERROR, AMICUS_SAVE_ERROR_DAMAGED))
    amicus_document_set_half (self, save->bytes);
  amicus_document_end_turn (self);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, save->saved);
}

static gboolean
is_own (AmicusDocument *self,
        GFile          *file)
{
  return self->file != NULL && g_file_equal (file, self->file);
}

/* A copy costs less than bringing the text together, which the statements would have to follow. */
static GBytes *
copy_text (AmicusDocument *self)
{
  gsize size = amicus_syntax_get_size (self->syntax);

  return g_bytes_new_take (amicus_syntax_copy_bytes (self->syntax, 0, size), size);
}

static Save *
save_new (AmicusDocument  *self,
          GFile           *file,
          AmicusSaveFlags  flags)
{
  Save *save = g_new0 (Save, 1);

  save->file = g_object_ref (file);
  save->flags = flags;
  save->is_own = is_own (self, file);
  save->bytes = copy_text (self);
  save->known = self->saved != NULL ? g_bytes_ref (self->saved) : NULL;
  save->half = self->half != NULL ? g_bytes_ref (self->half) : NULL;
  save->journal = self->journal;
  save->mark = amicus_document_mark (self);

  return save;
}

/* What is asked for, until its turn comes. */
typedef struct
{
  GFile *file;
  AmicusSaveFlags flags;
} Wish;

static void
free_wish (gpointer data)
{
  Wish *wish = data;

  g_clear_object (&wish->file);
  g_free (wish);
}

static GFile *
get_target (AmicusDocument *self,
            const Wish     *wish)
{
  return wish->file != NULL ? wish->file : self->file;
}

static void
write_text (AmicusDocument *self,
            GTask          *task)
{
  const Wish *wish = g_task_get_task_data (task);

  if (self->journal != NULL && (wish->flags & AMICUS_SAVE_COPY) == 0)
    amicus_journal_mark (self->journal);
  amicus_document_work (task, save_new (self, get_target (self, wish), wish->flags), free_save,
                        save_in_thread, saved_cb);
}

static void
start_save (AmicusDocument *self,
            GTask          *task)
{
  const Wish *wish = g_task_get_task_data (task);
  GFile *file = get_target (self, wish);
  GError *error = NULL;

  if (!check_place (file, &error))
    {
      amicus_document_end_turn (self);
      g_task_return_error (task, error);
    }
  else if ((wish->flags & AMICUS_SAVE_OVERWRITE) != 0 && is_own (self, file))
    {
      amicus_document_keep_theirs (self, task, write_text);
    }
  else
    {
      write_text (self, task);
    }
}

/**
 * amicus_document_save_async:
 * @self: a document
 * @file: (nullable): where to; %NULL for the file it has. With another one, that becomes the
 *   document's file, unless @flags say that it is a copy
 * @flags: how
 * @cancellable: (nullable): to stop it before it has begun; a save that has begun is finished
 * @callback: called with what amicus_document_save_finish() wants
 * @user_data: for @callback
 *
 * Saves the text as it is when its turn comes, in a thread. At any moment the file holds the old
 * content or the new one. It is written over only if it holds what was opened or saved last, and
 * another file only if there is none, unless @flags say that whatever is there may go. What others have
 * written into the document's own file can then be had by undo.
 */
void
amicus_document_save_async (AmicusDocument      *self,
                            GFile               *file,
                            AmicusSaveFlags      flags,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Wish *wish;

  g_return_if_fail (AMICUS_IS_DOCUMENT (self));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  wish = g_new0 (Wish, 1);
  g_set_object (&wish->file, file);
  wish->flags = flags;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, amicus_document_save_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, wish, free_wish);
  amicus_document_take_turn (self, task, start_save);
}

/**
 * amicus_document_save_finish:
 * @self: a document
 * @result: what the callback got
 * @error: an #AmicusSaveError, #GFileError or #GIOErrorEnum, with a message for people that tells what
 *   happened and what to do
 *
 * Returns: what became of it; %AMICUS_NOT_SAVED with an error
 */
AmicusSaved
amicus_document_save_finish (AmicusDocument  *self,
                             GAsyncResult    *result,
                             GError         **error)
{
  gssize saved;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), AMICUS_NOT_SAVED);
  g_return_val_if_fail (g_task_is_valid (result, self), AMICUS_NOT_SAVED);

  saved = g_task_propagate_int (G_TASK (result), error);
  return saved < 0 ? AMICUS_NOT_SAVED : (AmicusSaved) saved;
}
