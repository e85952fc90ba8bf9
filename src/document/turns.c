/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is done with a document's file: in threads, but one after the other. Who compares while the
 * file is being saved would see a change where there is none. */

#define G_LOG_DOMAIN "amicus-document"

#include "document/document-private.h"

typedef struct
{
  GTask *task;
  AmicusTurnFunc start;
} Turn;

/* Starts what is first, unless it is no longer wanted. */
static void
start_next (AmicusDocument *self)
{
  const Turn *turn = g_queue_peek_head (&self->turns);
  g_autoptr (GTask) task = NULL;

  if (turn == NULL)
    return;

  task = g_object_ref (turn->task);
  if (g_task_return_error_if_cancelled (task))
    amicus_document_end_turn (self);
  else
    turn->start (self, task);
}

/**
 * amicus_document_take_turn:
 * @self: a document
 * @task: what is to be done; its source is @self
 * @start: called when everything before it is done; must see to it that the turn is ended
 *
 * Lines up.
 */
void
amicus_document_take_turn (AmicusDocument *self,
                           GTask          *task,
                           AmicusTurnFunc  start)
{
  Turn *turn = g_new (Turn, 1);

  turn->task = g_object_ref (task);
  turn->start = start;
  g_queue_push_tail (&self->turns, turn);
  if (g_queue_get_length (&self->turns) == 1)
    start_next (self);
}

/**
 * amicus_document_end_turn:
 * @self: a document
 *
 * What comes next may start.
 */
void
amicus_document_end_turn (AmicusDocument *self)
{
  Turn *turn = g_queue_pop_head (&self->turns);

  g_object_unref (turn->task);
  g_free (turn);
  start_next (self);
}

/**
 * amicus_document_work:
 * @task: what is to be done
 * @job: (transfer full): what @work needs; nothing that belongs to the main thread alone
 * @free_job: frees it, in whatever thread
 * @work: called in a thread, with @job
 * @done: called in the main thread, with @task, which it owns
 */
void
amicus_document_work (GTask               *task,
                      gpointer             job,
                      GDestroyNotify       free_job,
                      GTaskThreadFunc      work,
                      GAsyncReadyCallback  done)
{
  g_autoptr (GTask) inner = g_task_new (NULL, g_task_get_cancellable (task), done,
                                        g_object_ref (task));

  g_task_set_source_tag (inner, amicus_document_work);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, job, free_job);
  g_task_run_in_thread (inner, work);
}
