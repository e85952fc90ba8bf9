/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the document holds, and what its file holds. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/document-private.h"
#include "document/keeping-private.h"
#include "document/load-private.h"

#include <glib/gi18n-lib.h>

/**
 * amicus_document_is_modified:
 * @self: a document
 *
 * Costs nothing: undo and redo know when they come to what was saved. The same bytes typed by hand
 * count as an edit.
 *
 * Returns: whether the text is another than that of the file
 */
gboolean
amicus_document_is_modified (AmicusDocument *self)
{
  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);

  return amicus_history_get_mark (self->history) != self->saved_mark;
}

/* Returns: what the text as it is now is known by */
guint
amicus_document_mark (AmicusDocument *self)
{
  if (amicus_history_get_mark (self->history) == 0)
    amicus_history_set_mark (self->history, ++self->n_marks);

  return amicus_history_get_mark (self->history);
}

void
amicus_document_set_saved (AmicusDocument *self,
                           GBytes         *bytes,
                           guint           mark)
{
  if (bytes != NULL)
    g_bytes_ref (bytes);
  g_clear_pointer (&self->saved, g_bytes_unref);
  g_clear_pointer (&self->half, g_bytes_unref);
  self->saved = bytes;
  self->saved_mark = mark;
  amicus_document_tell_modified (self);
}

/* That a save of @bytes over what the file held was cut short. */
void
amicus_document_set_half (AmicusDocument *self,
                          GBytes         *bytes)
{
  g_bytes_ref (bytes);
  g_clear_pointer (&self->half, g_bytes_unref);
  self->half = bytes;
}

static gsize
count_same_start (GBytes *bytes,
                  GBytes *other)
{
  gsize size, other_size, n = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *other_data = g_bytes_get_data (other, &other_size);

  while (n < size && n < other_size && data[n] == other_data[n])
    n++;

  return n;
}

static gsize
count_same_end (GBytes *bytes,
                GBytes *other)
{
  gsize size, other_size, n = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *other_data = g_bytes_get_data (other, &other_size);

  while (n < size && n < other_size && data[size - 1 - n] == other_data[other_size - 1 - n])
    n++;

  return n;
}

/* Whether @bytes are what is there when someone who writes @new over @old, from the start, and then
 * puts the length right, is stopped. */
gboolean
amicus_document_is_half (GBytes *bytes,
                         GBytes *old,
                         GBytes *new)
{
  gsize size = g_bytes_get_size (bytes);
  gsize old_size = g_bytes_get_size (old);
  gsize n_new = count_same_start (bytes, new);

  if (n_new == size && (size > old_size || size == g_bytes_get_size (new)))
    return TRUE;

  return size == old_size && n_new + count_same_end (bytes, old) >= size;
}

/**
 * Look:
 * @bytes: what it holds
 * @hash: SHA-256 of these
 * @reading: what they say; of the first graph
 *
 * A look into the file.
 */
typedef struct
{
  GFile *file;
  GBytes *known;
  GBytes *half;
  GBytes *bytes;
  guint8 hash[AMICUS_JOURNAL_HASH_SIZE];
  AmicusReading *reading;
  AmicusFileState state;
} Look;

static void
free_look (gpointer data)
{
  Look *look = data;

  g_clear_object (&look->file);
  g_clear_pointer (&look->known, g_bytes_unref);
  g_clear_pointer (&look->half, g_bytes_unref);
  g_clear_pointer (&look->bytes, g_bytes_unref);
  g_clear_pointer (&look->reading, amicus_reading_free);
  g_free (look);
}

static Look *
look_new (AmicusDocument *self)
{
  Look *look = g_new0 (Look, 1);

  g_set_object (&look->file, self->file);
  look->known = self->saved != NULL ? g_bytes_ref (self->saved) : NULL;
  look->half = self->half != NULL ? g_bytes_ref (self->half) : NULL;

  return look;
}

/* Where something else has taken the file's name, it holds something else. */
static AmicusFileState
state_for_error (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return AMICUS_FILE_GONE;
  if (error->domain == AMICUS_DOCUMENT_ERROR)
    return AMICUS_FILE_CHANGED;

  return AMICUS_FILE_UNREADABLE;
}

static AmicusFileState
state_for (const Look *look)
{
  if (look->known == NULL)
    return AMICUS_FILE_CHANGED;
  if (g_bytes_equal (look->bytes, look->known))
    return AMICUS_FILE_SAME;
  if (look->half != NULL && amicus_document_is_half (look->bytes, look->known, look->half))
    return AMICUS_FILE_HALF_SAVED;

  return AMICUS_FILE_CHANGED;
}

static void
compare_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Look *look = task_data;
  g_autoptr (GError) error = NULL;

  look->bytes = amicus_document_load (look->file, cancellable, &error);
  look->state = look->bytes != NULL ? state_for (look) : state_for_error (error);
  g_task_return_boolean (task, TRUE);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GTask) task = data;
  const Look *look = g_task_get_task_data (G_TASK (result));

  amicus_document_end_turn (g_task_get_source_object (task));
  g_task_return_int (task, look->state);
}

static void
start_compare (AmicusDocument *self,
               GTask          *task)
{
  if (self->file == NULL)
    {
      amicus_document_end_turn (self);
      g_task_return_int (task, AMICUS_FILE_GONE);
      return;
    }

  amicus_document_work (task, look_new (self), free_look, compare_in_thread, compared_cb);
}

/**
 * amicus_document_compare_async:
 * @self: a document
 * @cancellable: (nullable): to stop it
 * @callback: called with what amicus_document_compare_finish() wants
 * @user_data: for @callback
 *
 * Looks whether the file holds what was opened or saved last: byte for byte, in a thread, and after
 * what is being saved.
 */
void
amicus_document_compare_async (AmicusDocument      *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (AMICUS_IS_DOCUMENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, amicus_document_compare_async);
  amicus_document_take_turn (self, task, start_compare);
}

/**
 * amicus_document_compare_finish:
 * @self: a document
 * @result: what the callback got
 *
 * Returns: what the file is like; %AMICUS_FILE_UNREADABLE if it was stopped
 */
AmicusFileState
amicus_document_compare_finish (AmicusDocument *self,
                                GAsyncResult   *result)
{
  gssize state;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), AMICUS_FILE_UNREADABLE);
  g_return_val_if_fail (g_task_is_valid (result, self), AMICUS_FILE_UNREADABLE);

  state = g_task_propagate_int (G_TASK (result), NULL);
  return state < 0 ? AMICUS_FILE_UNREADABLE : (AmicusFileState) state;
}

/* Instead of reading what a thread has read. */
static void
apply_reading (AmicusDocument *self,
               AmicusPatch    *patch,
               AmicusReading  *reading)
{
  GBytes *text = amicus_document_get_bytes (self);

  g_ptr_array_add (self->patches, amicus_patch_ref (patch));
  g_ptr_array_add (self->inverses, amicus_patch_invert (patch, text));
  amicus_document_stop_choosing (self);
  amicus_syntax_unref (self->syntax);
  self->syntax = amicus_syntax_ref (reading->syntax);
  amicus_graph_unref (self->graph);
  self->graph = amicus_graph_ref (reading->graph);
}

/* A step to other bytes, which are those of the file. @reading: of them, if they were read. */
static void
step_to_saved (AmicusDocument *self,
               const char     *name,
               GBytes         *bytes,
               AmicusReading  *reading)
{
  g_autoptr (AmicusPatch) patch = amicus_patch_between (amicus_document_get_bytes (self), bytes);

  g_object_freeze_notify (G_OBJECT (self));
  if (!amicus_patch_is_empty (patch))
    {
      amicus_document_begin (self, name);
      if (reading != NULL && reading->nth == self->nth)
        apply_reading (self, patch, reading);
      else
        amicus_document_apply_unchecked (self, patch);
      amicus_document_end (self);
    }
  amicus_document_set_saved (self, bytes, amicus_document_mark (self));
  g_object_thaw_notify (G_OBJECT (self));
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Look *look = task_data;
  GError *error = NULL;

  look->bytes = amicus_document_load (look->file, cancellable, &error);
  if (look->bytes != NULL)
    look->reading = amicus_reading_for_file (look->file, look->bytes, &error);
  if (look->reading == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  amicus_journal_hash (look->bytes, look->hash);
  g_task_return_boolean (task, TRUE);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GTask) task = data;
  AmicusDocument *self = g_task_get_source_object (task);
  const Look *look = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      step_to_saved (self, _("Reload"), look->bytes, look->reading);
      amicus_document_journal_saved (self, look->hash);
    }
  amicus_document_end_turn (self);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
start_reload (AmicusDocument *self,
              GTask          *task)
{
  if (self->file == NULL)
    {
      amicus_document_end_turn (self);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                               _("The document has no file yet. Choose where to save it."));
      return;
    }

  amicus_document_work (task, look_new (self), free_look, read_in_thread, read_cb);
}

/**
 * amicus_document_reload_async:
 * @self: a document
 * @cancellable: (nullable): to stop it
 * @callback: called with what amicus_document_reload_finish() wants
 * @user_data: for @callback
 *
 * Reads the file anew. That is a step, which can be undone.
 */
void
amicus_document_reload_async (AmicusDocument      *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (AMICUS_IS_DOCUMENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, amicus_document_reload_async);
  g_task_set_check_cancellable (task, FALSE);
  amicus_document_take_turn (self, task, start_reload);
}

/**
 * amicus_document_reload_finish:
 * @self: a document
 * @result: what the callback got
 * @error: as for amicus_document_open_finish(); the text is as it was
 *
 * Returns: whether the text is that of the file
 */
gboolean
amicus_document_reload_finish (AmicusDocument  *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * amicus_document_revert:
 * @self: a document
 *
 * What was opened or saved last becomes the text again. That is a step, which can be undone. Nothing
 * happens where those bytes are not known, or are the text.
 */
void
amicus_document_revert (AmicusDocument *self)
{
  g_autoptr (GBytes) saved = NULL;

  g_return_if_fail (AMICUS_IS_DOCUMENT (self));
  g_return_if_fail (self->savepoints->len == 0);

  if (self->saved == NULL || !amicus_document_is_modified (self))
    return;

  saved = g_bytes_ref (self->saved);
  step_to_saved (self, _("Revert"), saved, NULL);
  amicus_document_journal_reverted (self);
}
