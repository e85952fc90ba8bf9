/* SPDX-License-Identifier: GPL-3.0-or-later
 * Every edit of a document is in its journal before it shows. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/keeping-private.h"

#include "document/journal-private.h"

#include <glib/gi18n-lib.h>

/* For whoever looks into it; people are told by the signal `kept-changed`. */
static void
note (GError *error)
{
  g_debug ("%s", error->message);
  g_error_free (error);
}

static AmicusJournalAct
act_for (AmicusStepKind kind)
{
  switch (kind)
    {
    case AMICUS_STEP_UNDO:
      return AMICUS_JOURNAL_UNDO;
    case AMICUS_STEP_REDO:
      return AMICUS_JOURNAL_REDO;
    case AMICUS_STEP_EDIT:
    default:
      return AMICUS_JOURNAL_DO;
    }
}

static void
release_watch (gpointer watch)
{
  g_atomic_rc_box_release (watch);
}

static gboolean
tell_kept (gpointer data)
{
  const AmicusKeepWatch *watch = data;

  if (watch->document != NULL)
    amicus_document_tell_kept (watch->document);

  return G_SOURCE_REMOVE;
}

/* In whatever thread, which has the journal locked. */
static void
moved_cb (AmicusJournalPlace  place,
          const GError       *error,
          gpointer            data)
{
  AmicusKeepWatch *watch = data;

  g_idle_add_full (G_PRIORITY_DEFAULT, tell_kept, g_atomic_rc_box_acquire (watch), release_watch);
}

static void
set_journal (AmicusDocument *self,
             AmicusJournal  *journal)
{
  self->watch = g_atomic_rc_box_new0 (AmicusKeepWatch);
  self->watch->document = self;
  self->journal = journal;
  amicus_journal_set_moved (journal, moved_cb, self->watch);
}

/* The edit came before it was known what was kept another day. That stays where it is; this is
 * kept beside it. */
static void
begin_with_edit (AmicusDocument *self,
                 const char     *name)
{
  g_autofree char *path = amicus_document_dup_identity (self->file);
  g_autoptr (GPtrArray) patches = amicus_history_new_list ();
  AmicusJournal *journal = amicus_journal_new ((const char * const *) self->folders, path,
                                               self->saved);
  GError *error = NULL;

  set_journal (self, journal);
  g_ptr_array_add (patches, amicus_patch_between (self->saved, amicus_document_get_bytes (self)));
  if (!amicus_journal_append (journal, AMICUS_JOURNAL_DO, name, patches, &error))
    note (error);
}

static void
keep_step (AmicusDocument *self,
           AmicusStepKind  kind,
           const char     *name,
           GPtrArray      *patches,
           gpointer        data)
{
  GError *error = NULL;

  self->is_let_go = FALSE;
  if (self->journal == NULL)
    begin_with_edit (self, name);
  else if (!amicus_journal_append (self->journal, act_for (kind), name, patches, &error))
    note (error);
}

/* Where the text was saved, it is known again by undo and redo. */
static void
take_history (AmicusDocument *self,
              AmicusFound    *found)
{
  guint mark = ++self->n_marks;

  g_clear_pointer (&self->history, amicus_history_free);
  self->history = g_steal_pointer (&found->history);
  if (found->saved_place >= 0)
    {
      guint place = amicus_history_get_place (self->history);

      amicus_history_set_place (self->history, (guint) found->saved_place);
      amicus_history_set_mark (self->history, mark);
      amicus_history_set_place (self->history, place);
    }
  amicus_document_set_saved (self, found->saved, mark);
  if (found->half != NULL)
    amicus_document_set_half (self, found->half);
}

void
amicus_document_take_found (AmicusDocument *self,
                            AmicusFound    *found)
{
  set_journal (self, g_steal_pointer (&found->journal));
  amicus_document_set_step_func (self, keep_step, NULL);
  if (found->history != NULL)
    take_history (self, found);
  if (found->reading != NULL)
    amicus_document_take_reading (self, found->reading);
  if (amicus_document_get_place (self) != AMICUS_JOURNAL_PLACE_FIRST)
    amicus_document_tell_kept (self);
}

static void
keep_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  AmicusFound *found = task_data;
  const char *path = found->file != NULL ? g_file_peek_path (found->file) : NULL;

  if (path != NULL)
    amicus_save_sweep (path);
  amicus_found_look (found);
  amicus_journal_tidy ((const char * const *) found->folders, AMICUS_JOURNAL_MOST,
                       AMICUS_JOURNAL_SIZE_MOST);
  g_task_return_boolean (task, TRUE);
}

/* What was found, to be asked for once the callback is called. */
typedef struct
{
  AmicusKept kept;
  guint n_edits;
  gint64 when;
} Answer;

static Answer *
answer_new (const AmicusFound *found)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->kept = found->kept;
  answer->n_edits = found->n_edits;
  answer->when = found->when;

  return answer;
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GTask) task = data;
  AmicusDocument *self = g_task_get_source_object (task);
  AmicusFound *found = g_task_get_task_data (G_TASK (result));

  if (self->journal == NULL)
    amicus_document_take_found (self, found);
  else if (found->kept != AMICUS_KEPT_ELSEWHERE)
    found->kept = AMICUS_KEPT_NEW;
  amicus_document_end_turn (self);
  g_task_return_pointer (task, answer_new (found), g_free);
}

static void
start_keep (AmicusDocument *self,
            GTask          *task)
{
  const char * const *folders = (const char * const *) self->folders;

  amicus_document_work (task, amicus_found_new (self->file, self->saved, folders),
                        amicus_found_free, keep_in_thread, kept_cb);
}

/**
 * amicus_document_keep_async:
 * @self: a document that was just opened
 * @folders: (nullable): where journals may be, best first; %NULL for the folders of this person
 * @cancellable: (nullable): not used after it has begun
 * @callback: called with what amicus_document_keep_finish() wants
 * @user_data: for @callback
 *
 * Begins to keep a journal, in a thread: goes on with what was kept of this file another day, or
 * begins anew. Removes what a killed save left beside the file.
 */
void
amicus_document_keep_async (AmicusDocument      *self,
                            const char * const  *folders,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (AMICUS_IS_DOCUMENT (self));
  g_return_if_fail (self->journal == NULL && self->folders == NULL);

  self->folders = amicus_journal_dup_folders (folders);
  amicus_document_set_step_func (self, keep_step, NULL);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, amicus_document_keep_async);
  g_task_set_check_cancellable (task, FALSE);
  amicus_document_take_turn (self, task, start_keep);
}

/**
 * amicus_document_keep_finish:
 * @self: a document
 * @result: what the callback got
 * @n_edits: (out) (optional): how many edits were recovered
 * @when: (out) (optional): when the last of them was made, microseconds since 1970
 *
 * Returns: what was found
 */
AmicusKept
amicus_document_keep_finish (AmicusDocument *self,
                             GAsyncResult   *result,
                             guint          *n_edits,
                             gint64         *when)
{
  g_autofree Answer *answer = NULL;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), AMICUS_KEPT_NEW);
  g_return_val_if_fail (g_task_is_valid (result, self), AMICUS_KEPT_NEW);

  answer = g_task_propagate_pointer (G_TASK (result), NULL);
  if (n_edits != NULL)
    *n_edits = answer != NULL ? answer->n_edits : 0;
  if (when != NULL)
    *when = answer != NULL ? answer->when : 0;

  return answer != NULL ? answer->kept : AMICUS_KEPT_NEW;
}

/**
 * amicus_document_get_place:
 * @self: a document
 *
 * Returns: where its edits are kept
 */
AmicusJournalPlace
amicus_document_get_place (AmicusDocument *self)
{
  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), AMICUS_JOURNAL_PLACE_NONE);

  return self->journal != NULL ? amicus_journal_get_place (self->journal)
                               : AMICUS_JOURNAL_PLACE_NONE;
}

void
amicus_document_journal_saved (AmicusDocument *self,
                               const guint8   *hash)
{
  g_autofree char *path = amicus_document_dup_identity (self->file);
  GError *error = NULL;

  if (self->journal == NULL)
    return;

  amicus_journal_mark (self->journal);
  if (!amicus_journal_append_saved (self->journal, path, hash, &error))
    note (error);
}

void
amicus_document_journal_reverted (AmicusDocument *self)
{
  GError *error = NULL;

  if (self->journal != NULL && !amicus_journal_append_reverted (self->journal, &error))
    note (error);
}

/**
 * amicus_document_forget_history:
 * @self: a document
 * @error: return location for an #AmicusJournalError, or %G_IO_ERROR_PENDING while the file is being
 *   read or written
 *
 * Forgets all steps, here and in all journals of the file. The text stays as it is, and as unsaved.
 * The signal `changed` is not emitted; there is nothing to undo any more.
 *
 * Returns: whether nothing of it is left
 */
gboolean
amicus_document_forget_history (AmicusDocument  *self,
                                GError         **error)
{
  guint mark;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->savepoints->len == 0, FALSE);

  if (!g_queue_is_empty (&self->turns))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PENDING,
                           _("The document is being read or saved. Try again in a moment."));
      return FALSE;
    }

  mark = amicus_document_mark (self);
  amicus_history_free (self->history);
  self->history = amicus_history_new ();
  amicus_history_set_mark (self->history, mark);

  return self->journal == NULL || amicus_journal_forget (self->journal, error);
}

/**
 * amicus_document_let_go:
 * @self: a document that is about to be closed
 *
 * Unsaved edits are not wanted: when the document goes, they are taken back in its journal, as a
 * step that undo takes back when the file is opened again. An edit makes all unsaved ones wanted.
 */
void
amicus_document_let_go (AmicusDocument *self)
{
  g_return_if_fail (AMICUS_IS_DOCUMENT (self));

  self->is_let_go = TRUE;
}

static void
append_discard (AmicusDocument *self)
{
  g_autoptr (GPtrArray) patches = amicus_history_new_list ();
  GError *error = NULL;

  g_ptr_array_add (patches, amicus_patch_between (amicus_document_get_bytes (self), self->saved));
  if (!amicus_journal_append (self->journal, AMICUS_JOURNAL_DO, _("Discard Edits"), patches,
                              &error) ||
      !amicus_journal_append_reverted (self->journal, &error))
    note (error);
}

/* Nobody would open it again to undo this: it is put away. */
static void
discard_file (const char *file)
{
  GError *error = NULL;

  if (!amicus_journal_discard (file, &error))
    note (error);
}

void
amicus_document_stop_keeping (AmicusDocument *self)
{
  g_autofree char *discarded = NULL;

  g_clear_pointer (&self->folders, g_strfreev);
  if (self->journal == NULL)
    return;

  amicus_document_set_step_func (self, NULL, NULL);
  self->watch->document = NULL;
  amicus_journal_set_moved (self->journal, NULL, NULL);
  if (self->is_let_go && amicus_document_is_modified (self))
    {
      if (self->file != NULL && self->saved != NULL)
        append_discard (self);
      else
        discarded = amicus_journal_dup_file (self->journal);
    }

  g_clear_pointer (&self->journal, amicus_journal_free);
  g_clear_pointer (&self->watch, release_watch);
  if (discarded != NULL)
    discard_file (discarded);
}
