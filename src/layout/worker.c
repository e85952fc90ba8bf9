/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/worker-private.h"

#include "layout/protocol.h"

#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib-unix.h>

/* A frame on its way out, then one on its way in. */
typedef struct
{
  GBytes *question;
  AmicusWireFrame head;
  guint8 *answer;
  gsize answer_size;
} Exchange;

static void
exchange_free (gpointer data)
{
  Exchange *exchange = data;

  g_bytes_unref (exchange->question);
  g_free (exchange->answer);
  g_free (exchange);
}

static void
release_bytes (gpointer bytes)
{
  g_bytes_unref (bytes);
}

/* Without this, GIO waits for room in a pipe and then blocks in writing more than there is room
 * for. */
static gboolean
make_pipes_nonblocking (GSubprocess *worker,
                        GError     **error)
{
  GUnixOutputStream *input = G_UNIX_OUTPUT_STREAM (g_subprocess_get_stdin_pipe (worker));
  GUnixInputStream *output = G_UNIX_INPUT_STREAM (g_subprocess_get_stdout_pipe (worker));

  return g_unix_set_fd_nonblocking (g_unix_output_stream_get_fd (input), TRUE, error)
         && g_unix_set_fd_nonblocking (g_unix_input_stream_get_fd (output), TRUE, error);
}

/**
 * amicus_worker_start:
 * @path: the program
 * @error: return location for an error
 *
 * Starts a worker, which lets go of all but its two pipes by itself: with no folder to change and
 * no descriptors to close, GLib need not copy this process (fork) to start another. It dies with
 * the thread that started it, so that must be the main thread.
 *
 * Returns: (transfer full): the process, to be killed with g_subprocess_force_exit ()
 */
GSubprocess *
amicus_worker_start (const char  *path,
                     GError     **error)
{
  static const char *const environment[] = { "LANG=C.UTF-8", NULL };
  const char *arguments[] = { path, NULL };
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                               | G_SUBPROCESS_FLAGS_STDERR_SILENCE | G_SUBPROCESS_FLAGS_INHERIT_FDS);
  g_autoptr (GSubprocess) worker = NULL;

  g_subprocess_launcher_set_environ (launcher, (char **) environment);
  worker = g_subprocess_launcher_spawnv (launcher, arguments, error);
  if (worker == NULL || !make_pipes_nonblocking (worker, error))
    return NULL;

  return g_steal_pointer (&worker);
}

static void
on_body_read (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GTask) task = data;
  Exchange *exchange = g_task_get_task_data (task);
  GError *error = NULL;
  gsize size;

  if (!g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &size, &error))
    g_task_return_error (task, error);
  else if (size < exchange->head.length)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT,
                             "The worker ended in the middle of a reply");
  else
    g_task_return_pointer (task, g_bytes_new_take (g_steal_pointer (&exchange->answer),
                                                   exchange->answer_size), release_bytes);
}

static void
on_head_read (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GTask) task = data;
  Exchange *exchange = g_task_get_task_data (task);
  GError *error = NULL;
  gsize size;

  if (!g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &size, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (size < sizeof exchange->head)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED,
                               "The worker ended without a reply");
      return;
    }

  if (!amicus_wire_frame_is_valid (&exchange->head))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                               "The worker wrote no frame");
      return;
    }

  exchange->answer_size = sizeof exchange->head + exchange->head.length;
  exchange->answer = g_malloc (exchange->answer_size);
  memcpy (exchange->answer, &exchange->head, sizeof exchange->head);
  g_input_stream_read_all_async (G_INPUT_STREAM (source), exchange->answer + sizeof exchange->head,
                                 exchange->head.length, G_PRIORITY_DEFAULT, NULL, on_body_read,
                                 g_steal_pointer (&task));
}

/* A worker that could not read all may still have said why. */
static void
on_question_written (GObject      *source,
                     GAsyncResult *result,
                     gpointer      data)
{
  g_autoptr (GTask) task = data;
  Exchange *exchange = g_task_get_task_data (task);
  GInputStream *output = g_subprocess_get_stdout_pipe (g_task_get_source_object (task));

  g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL);
  g_input_stream_read_all_async (output, &exchange->head, sizeof exchange->head,
                                 G_PRIORITY_DEFAULT, NULL, on_head_read, g_steal_pointer (&task));
}

/**
 * amicus_worker_ask_async:
 * @worker: a worker that is not being asked
 * @frame: a request
 * @callback: called when it has answered or died
 * @user_data: for @callback
 *
 * Asks. There is no deadline and no cancelling but to kill the worker.
 */
void
amicus_worker_ask_async (GSubprocess         *worker,
                         GBytes              *frame,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = g_task_new (worker, NULL, callback, user_data);
  Exchange *exchange = g_new0 (Exchange, 1);
  gsize size;
  gconstpointer data = g_bytes_get_data (frame, &size);

  g_task_set_source_tag (task, amicus_worker_ask_async);
  exchange->question = g_bytes_ref (frame);
  g_task_set_task_data (task, exchange, exchange_free);
  g_output_stream_write_all_async (g_subprocess_get_stdin_pipe (worker), data, size,
                                   G_PRIORITY_DEFAULT, NULL, on_question_written, task);
}

/**
 * amicus_worker_ask_finish:
 * @worker: the worker
 * @result: what the callback was given
 * @error: return location for %G_IO_ERROR_INVALID_DATA if it wrote something else than a frame,
 *   or for any other #GIOErrorEnum if it died
 *
 * Returns: (transfer full): a frame of the length it names, of which nothing else has been
 *   checked
 */
GBytes *
amicus_worker_ask_finish (GSubprocess   *worker,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, worker), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
