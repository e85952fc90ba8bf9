/* SPDX-License-Identifier: GPL-3.0-or-later
 * Documents that a crash has left behind. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/keeping-private.h"

#include "document/load-private.h"

/**
 * amicus_document_list_left:
 * @folders: (nullable): where to look; %NULL for the folders of this person
 *
 * Lists what was left behind, by a crash or a kill, and is not open. Blocks: reads all journals.
 *
 * Returns: (transfer full) (element-type AmicusJournalContents): those with edits that were never
 *   saved, without their texts
 */
GPtrArray *
amicus_document_list_left (const char * const *folders)
{
  GPtrArray *left = amicus_journal_list_orphans (folders, NULL);
  guint i = 0;

  while (i < left->len)
    {
      const AmicusJournalContents *contents = left->pdata[i];

      if (contents->history.n_unsaved > 0)
        i++;
      else
        g_ptr_array_remove_index (left, i);
    }

  return left;
}

/* A journal to be opened. */
typedef struct
{
  char *journal;
  char **folders;
} Wish;

static void
free_wish (gpointer data)
{
  Wish *wish = data;

  g_free (wish->journal);
  g_strfreev (wish->folders);
  g_free (wish);
}

/* The file that a journal is of, and what that holds, if it is there. */
static AmicusFound *
find_file (const Wish                  *wish,
           const AmicusJournalHistory  *history,
           GCancellable                *cancellable)
{
  g_autoptr (GFile) file = history->path != NULL ? g_file_new_for_path (history->path) : NULL;
  g_autoptr (GBytes) bytes = file != NULL ? amicus_document_load (file, cancellable, NULL) : NULL;
  AmicusFound *found = amicus_found_new (file, bytes, (const char * const *) wish->folders);

  amicus_found_hash (found);
  return found;
}

/* What the file holds was not recovered from the journal: it is read here. */
static gboolean
read_text (AmicusFound  *found,
           GError      **error)
{
  if (found->reading == NULL)
    found->reading = amicus_reading_for_file (found->file, found->bytes, error);

  return found->reading != NULL;
}

static void
recover_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  const Wish *wish = task_data;
  GError *error = NULL;
  g_autoptr (AmicusJournalContents) contents = amicus_journal_read (wish->journal, &error);
  g_autoptr (AmicusFound) found = NULL;

  if (contents != NULL)
    found = find_file (wish, &contents->history, cancellable);
  if (found != NULL && amicus_found_resume (found, contents->file, &error) &&
      read_text (found, &error))
    g_task_return_pointer (task, g_steal_pointer (&found), amicus_found_free);
  else
    g_task_return_error (task, error);
}

/**
 * amicus_document_recover_async:
 * @journal: a journal, as amicus_document_list_left() tells
 * @folders: (nullable): as for amicus_document_keep_async()
 * @cancellable: (nullable): to stop it
 * @callback: called with what amicus_document_recover_finish() wants
 * @user_data: for @callback
 *
 * Opens what a journal holds. The document is kept from the start, and has the file that the journal
 * tells of, whether that is there or not.
 */
void
amicus_document_recover_async (const char          *journal,
                               const char * const  *folders,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Wish *wish;

  g_return_if_fail (journal != NULL);

  wish = g_new0 (Wish, 1);
  wish->journal = g_strdup (journal);
  wish->folders = g_strdupv ((char **) folders);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, amicus_document_recover_async);
  g_task_set_task_data (task, wish, free_wish);
  g_task_run_in_thread (task, recover_in_thread);
}

/**
 * amicus_document_recover_finish:
 * @result: what the callback got
 * @error: an #AmicusJournalError, with a message for people
 *
 * Returns: (transfer full): the document, or %NULL
 */
AmicusDocument *
amicus_document_recover_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_autoptr (AmicusFound) found = NULL;
  AmicusDocument *self;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  found = g_task_propagate_pointer (G_TASK (result), error);
  if (found == NULL)
    return NULL;

  self = amicus_document_new (found->file, found->reading);
  g_clear_pointer (&found->reading, amicus_reading_free);
  amicus_document_take_found (self, found);

  return self;
}
