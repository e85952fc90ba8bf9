/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/layout.h"

#include "layout/choose-private.h"
#include "layout/client.h"
#include "layout/finish-private.h"

struct _AmicusLayouter
{
  GObject parent_instance;

  AmicusLayoutClient *client;
  GCancellable *current;      /* of the newest request */
};

G_DEFINE_FINAL_TYPE (AmicusLayouter, amicus_layouter, G_TYPE_OBJECT)

/* One request on its way: main thread, worker process, main thread, finishing thread. */
typedef struct
{
  AmicusLayoutRequest *request;
  AmicusPlacement *raw;
  GError *problem;
  AmicusPlacement *old_placement;
  guint32 *old_nodes;
  GCancellable *asker;        /* the caller's own, passed on to the job's */
  gulong passed_on;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_cancellable_disconnect (job->asker, job->passed_on);
  g_clear_object (&job->asker);
  amicus_layout_request_unref (job->request);
  g_clear_pointer (&job->raw, amicus_placement_unref);
  g_clear_pointer (&job->old_placement, amicus_placement_unref);
  g_clear_error (&job->problem);
  g_free (job->old_nodes);
  g_free (job);
}

static void
release_placement (gpointer placement)
{
  amicus_placement_unref (placement);
}

static void
pass_on_cancel (GCancellable *asker,
                gpointer      data)
{
  g_cancellable_cancel (data);
}

static Job *
job_new (AmicusLayoutRequest  *request,
         const AmicusPrevious *previous,
         GCancellable         *asker,
         GCancellable         *own)
{
  Job *job = g_new0 (Job, 1);

  job->request = amicus_choose (request);
  if (previous != NULL && previous->placement != NULL)
    {
      job->old_placement = amicus_placement_ref (previous->placement);
      job->old_nodes = g_memdup2 (previous->nodes, sizeof (guint32) * request->n_nodes);
    }
  if (asker != NULL)
    {
      job->asker = g_object_ref (asker);
      job->passed_on = g_cancellable_connect (asker, G_CALLBACK (pass_on_cancel),
                                              g_object_ref (own), g_object_unref);
    }

  return job;
}

static void
finish_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Job *job = data;
  AmicusPrevious previous = { job->old_placement, job->old_nodes };
  GError *error = NULL;
  AmicusPlacement *placement = NULL;

  placement = amicus_finish_run (job->request, job->raw,
                                 job->old_placement != NULL ? &previous : NULL, cancellable,
                                 &error);
  if (placement == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  placement->problem = g_steal_pointer (&job->problem);
  g_task_return_pointer (task, placement, release_placement);
}

static void
on_engine_answered (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);

  job->raw = amicus_layout_client_run_finish (AMICUS_LAYOUT_CLIENT (source), result, &job->problem);
  if (!g_task_return_error_if_cancelled (task))
    g_task_run_in_thread (task, finish_in_thread);
}

static void
amicus_layouter_dispose (GObject *object)
{
  AmicusLayouter *self = AMICUS_LAYOUTER (object);

  g_cancellable_cancel (self->current);
  g_clear_object (&self->current);
  g_clear_object (&self->client);

  G_OBJECT_CLASS (amicus_layouter_parent_class)->dispose (object);
}

static void
amicus_layouter_class_init (AmicusLayouterClass *class)
{
  G_OBJECT_CLASS (class)->dispose = amicus_layouter_dispose;
}

static void
amicus_layouter_init (AmicusLayouter *self)
{
}

/**
 * amicus_layouter_new:
 * @worker: (nullable): path of the worker program; %NULL for `AMICUS_LAYOUT_WORKER` in the
 *   environment, then the installed one
 *
 * The worker is started when it is first needed.
 *
 * Returns: (transfer full): a layouter
 */
AmicusLayouter *
amicus_layouter_new (const char *worker)
{
  AmicusLayouter *self = g_object_new (AMICUS_TYPE_LAYOUTER, NULL);

  self->client = amicus_layout_client_new (worker);
  return self;
}

/**
 * amicus_layouter_run_async:
 * @self: a layouter
 * @request: what is to be laid out
 * @previous: (nullable): the old picture that the new one is to resemble; copied
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context of the caller
 * @user_data: for @callback
 *
 * Lays out. The request before this one, if it is still under way, ends with %G_IO_ERROR_CANCELLED.
 */
void
amicus_layouter_run_async (AmicusLayouter       *self,
                           AmicusLayoutRequest  *request,
                           const AmicusPrevious *previous,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (AMICUS_IS_LAYOUTER (self));
  g_return_if_fail (request != NULL);

  g_cancellable_cancel (self->current);
  g_clear_object (&self->current);
  self->current = g_cancellable_new ();

  /* No source object: a thread that ends last must not be the one that frees the layouter. */
  task = g_task_new (NULL, self->current, callback, user_data);
  g_task_set_source_tag (task, amicus_layouter_run_async);
  job = job_new (request, previous, cancellable, self->current);
  g_task_set_task_data (task, job, job_free);

  if (job->request->engine == AMICUS_ENGINE_BUILTIN)
    g_task_run_in_thread (task, finish_in_thread);
  else
    amicus_layout_client_run_async (self->client, job->request, self->current, on_engine_answered,
                                    g_steal_pointer (&task));
}

/**
 * amicus_layouter_run_finish:
 * @self: a layouter
 * @result: what the callback was given
 * @error: return location for %G_IO_ERROR_CANCELLED, the only error
 *
 * Returns: (transfer full): the placement; `problem` tells why it is not the engine's that was
 *   asked for
 */
AmicusPlacement *
amicus_layouter_run_finish (AmicusLayouter *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  g_return_val_if_fail (AMICUS_IS_LAYOUTER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
