/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "config.h"

#include "layout/client.h"

#include "layout/problem-private.h"
#include "layout/wire-private.h"
#include "layout/worker-private.h"

#include <signal.h>

/* A request that kills two workers is to blame itself. */
#define MAX_CRASHES 2

/* Between two starts of a worker, so that requests in a hurry do not keep the main thread
 * forking. */
#define START_INTERVAL (50 * G_TIME_SPAN_MILLISECOND)

struct _AmicusLayoutClient
{
  GObject parent_instance;

  char *path;
  GSubprocess *worker;     /* idle and warm, or busy with the task */
  gint64 started;          /* when the last worker was, by the monotonic clock */
  guint32 serial;          /* of the newest request */
  GTask *task;             /* the newest request, until it ends */
};

G_DEFINE_FINAL_TYPE (AmicusLayoutClient, amicus_layout_client, G_TYPE_OBJECT)

/* A request under way. */
typedef struct
{
  AmicusLayoutRequest *request;
  GBytes *frame;
  guint32 serial;
  guint n_crashes;
  guint deadline;          /* sources: 0 if none */
  guint start;
  GSource *cancelled;      /* NULL if it cannot be */
} Run;

static void begin (AmicusLayoutClient *self);

static void
run_stop_sources (Run *run)
{
  g_clear_handle_id (&run->deadline, g_source_remove);
  g_clear_handle_id (&run->start, g_source_remove);
  if (run->cancelled != NULL)
    g_source_destroy (run->cancelled);
  g_clear_pointer (&run->cancelled, g_source_unref);
}

static void
run_free (gpointer data)
{
  Run *run = data;

  run_stop_sources (run);
  g_clear_pointer (&run->frame, g_bytes_unref);
  amicus_layout_request_unref (run->request);
  g_free (run);
}

static void
release_placement (gpointer placement)
{
  amicus_placement_unref (placement);
}

static void
drop_worker (AmicusLayoutClient *self)
{
  if (self->worker != NULL)
    g_subprocess_force_exit (self->worker);
  g_clear_object (&self->worker);
}

/* Takes the request off the client; what its worker may still say is not listened to. */
static GTask *
steal_task (AmicusLayoutClient *self)
{
  run_stop_sources (g_task_get_task_data (self->task));
  return g_steal_pointer (&self->task);
}

/* Ends the request. Graphviz cannot be interrupted, and a worker that has failed is not trusted
 * again. */
static void
fail (AmicusLayoutClient *self,
      GError             *error)
{
  g_autoptr (GTask) task = steal_task (self);

  drop_worker (self);
  g_task_return_error (task, error);
}

static void
fail_with_problem (AmicusLayoutClient *self,
                   AmicusLayoutError   code)
{
  Run *run = g_task_get_task_data (self->task);

  fail (self, amicus_layout_problem_new (code, run->request->engine));
}

static GError *
cancelled_error (void)
{
  return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "The layout was cancelled");
}

static gboolean
on_deadline (gpointer data)
{
  AmicusLayoutClient *self = data;
  Run *run = g_task_get_task_data (self->task);

  run->deadline = 0;
  fail_with_problem (self, AMICUS_LAYOUT_ERROR_TIMED_OUT);
  return G_SOURCE_REMOVE;
}

static gboolean
on_cancelled (GCancellable *cancellable,
              gpointer      data)
{
  fail (data, cancelled_error ());
  return G_SOURCE_REMOVE;
}

static gboolean
on_start_due (gpointer data)
{
  AmicusLayoutClient *self = data;
  Run *run = g_task_get_task_data (self->task);

  run->start = 0;
  begin (self);
  return G_SOURCE_REMOVE;
}

static void
worker_died (AmicusLayoutClient *self)
{
  Run *run = g_task_get_task_data (self->task);

  drop_worker (self);
  if (++run->n_crashes < MAX_CRASHES)
    begin (self);
  else
    fail_with_problem (self, AMICUS_LAYOUT_ERROR_CRASHED);
}

static void
worker_answered (AmicusLayoutClient *self,
                 GBytes             *frame)
{
  Run *run = g_task_get_task_data (self->task);
  GError *error = NULL;
  AmicusPlacement *placement;

  placement = amicus_layout_reply_decode (run->request, run->serial, frame, &error);
  if (placement != NULL)
    {
      g_autoptr (GTask) task = steal_task (self);

      g_task_return_pointer (task, placement, release_placement);
    }
  else
    fail (self, error);
}

static void
on_answered (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GTask) task = data;
  AmicusLayoutClient *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) frame = amicus_worker_ask_finish (G_SUBPROCESS (source), result, &error);

  if (task != self->task)
    return;

  if (frame != NULL)
    worker_answered (self, frame);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    fail_with_problem (self, AMICUS_LAYOUT_ERROR_BAD_REPLY);
  else
    worker_died (self);
}

static void
start_worker (AmicusLayoutClient *self)
{
  g_autoptr (GError) error = NULL;

  self->worker = amicus_worker_start (self->path, &error);
  if (self->worker != NULL)
    self->started = g_get_monotonic_time ();
  else
    g_info ("%s could not be started: %s", self->path, error->message);
}

/* Asks the worker, started anew if there is none. */
static void
begin (AmicusLayoutClient *self)
{
  Run *run = g_task_get_task_data (self->task);
  gint64 since = g_get_monotonic_time () - self->started;

  if (self->worker == NULL && since < START_INTERVAL)
    {
      run->start = g_timeout_add ((guint) ((START_INTERVAL - since) / G_TIME_SPAN_MILLISECOND) + 1,
                                  on_start_due, self);
      return;
    }

  if (self->worker == NULL)
    start_worker (self);

  if (self->worker != NULL)
    amicus_worker_ask_async (self->worker, run->frame, on_answered, g_object_ref (self->task));
  else
    fail_with_problem (self, AMICUS_LAYOUT_ERROR_WORKER_MISSING);
}

/* Ten seconds, and ten more for every thousand nodes and relations. */
static guint
deadline_for (const AmicusLayoutRequest *request)
{
  if (request->timeout_ms > 0)
    return request->timeout_ms;

  return 10000 + 10 * MIN (request->n_nodes + request->n_edges, 100000u);
}

static void
amicus_layout_client_dispose (GObject *object)
{
  AmicusLayoutClient *self = AMICUS_LAYOUT_CLIENT (object);

  drop_worker (self);

  G_OBJECT_CLASS (amicus_layout_client_parent_class)->dispose (object);
}

static void
amicus_layout_client_finalize (GObject *object)
{
  AmicusLayoutClient *self = AMICUS_LAYOUT_CLIENT (object);

  g_free (self->path);

  G_OBJECT_CLASS (amicus_layout_client_parent_class)->finalize (object);
}

static void
amicus_layout_client_class_init (AmicusLayoutClientClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = amicus_layout_client_dispose;
  object_class->finalize = amicus_layout_client_finalize;

  /* A worker may die while it is written to. There is no other way to hear of that than the error
   * of the call; GSocket does the same. */
  signal (SIGPIPE, SIG_IGN);
}

static void
amicus_layout_client_init (AmicusLayoutClient *self)
{
  self->started = G_MININT64 / 2;
}

/**
 * amicus_layout_client_new:
 * @worker: (nullable): path of the worker program; %NULL for `AMICUS_LAYOUT_WORKER` in the
 *   environment, then the installed one
 *
 * The worker is started at once, so that it is warm by the time the graph has been read and
 * measured, stays warm between requests and dies with the client.
 *
 * Returns: (transfer full): a client, for the main thread
 */
AmicusLayoutClient *
amicus_layout_client_new (const char *worker)
{
  AmicusLayoutClient *self = g_object_new (AMICUS_TYPE_LAYOUT_CLIENT, NULL);

  if (worker == NULL)
    worker = g_getenv ("AMICUS_LAYOUT_WORKER");
  self->path = g_strdup (worker != NULL ? worker : AMICUS_LIBEXEC_DIR "/amicus-layout");
  start_worker (self);

  return self;
}

static Run *
run_new (AmicusLayoutClient  *self,
         AmicusLayoutRequest *request,
         GCancellable        *cancellable)
{
  Run *run = g_new0 (Run, 1);

  /* 0 is the number of what a worker says unasked. */
  self->serial = MAX (1, self->serial + 1);
  run->serial = self->serial;
  run->request = amicus_layout_request_ref (request);
  run->frame = amicus_layout_request_encode (request, run->serial);
  run->deadline = g_timeout_add (deadline_for (request), on_deadline, self);
  if (cancellable != NULL)
    {
      run->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (run->cancelled, G_SOURCE_FUNC (on_cancelled), self, NULL);
      g_source_attach (run->cancelled, NULL);
    }

  return run;
}

/**
 * amicus_layout_client_run_async:
 * @self: a client
 * @request: what is to be laid out, for one of Graphviz's engines
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main context
 * @user_data: for @callback
 *
 * Asks the worker. A request that is still under way ends with %G_IO_ERROR_CANCELLED and its
 * worker is killed, because Graphviz cannot be interrupted. A worker that dies is replaced and
 * asked once more.
 */
void
amicus_layout_client_run_async (AmicusLayoutClient  *self,
                                AmicusLayoutRequest *request,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) old = NULL;
  Run *run;

  g_return_if_fail (AMICUS_IS_LAYOUT_CLIENT (self));
  g_return_if_fail (request != NULL);
  g_return_if_fail (request->engine >= AMICUS_ENGINE_DOT && request->engine <= AMICUS_ENGINE_OSAGE);

  if (self->task != NULL)
    {
      old = steal_task (self);
      drop_worker (self);
    }

  self->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, amicus_layout_client_run_async);
  run = run_new (self, request, cancellable);
  g_task_set_task_data (self->task, run, run_free);

  if (run->frame != NULL)
    begin (self);
  else
    fail_with_problem (self, AMICUS_LAYOUT_ERROR_FAILED);

  /* Last, because its callback runs at once and may come back here. */
  if (old != NULL)
    g_task_return_error (old, cancelled_error ());
}

/**
 * amicus_layout_client_run_finish:
 * @self: the client
 * @result: what the callback was given
 * @error: return location for an #AmicusLayoutError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the placement, of checked numbers
 */
AmicusPlacement *
amicus_layout_client_run_finish (AmicusLayoutClient  *self,
                                 GAsyncResult        *result,
                                 GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
