/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "layout/client.h"

#include <errno.h>
#include <math.h>
#include <signal.h>

/* What became of a request. */
typedef struct
{
  gboolean ended;
  AmicusPlacement *placement;
  GError *error;
} Outcome;

static void
outcome_clear (Outcome *outcome)
{
  g_clear_pointer (&outcome->placement, amicus_placement_unref);
  g_clear_error (&outcome->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static void
on_run (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  Outcome *outcome = data;

  g_assert_false (outcome->ended);
  outcome->ended = TRUE;
  outcome->placement = amicus_layout_client_run_finish (AMICUS_LAYOUT_CLIENT (source), result,
                                                        &outcome->error);
  g_assert_true ((outcome->placement == NULL) == (outcome->error != NULL));
}

static gboolean
on_guard (gpointer data)
{
  g_error ("the request did not end");
  return G_SOURCE_REMOVE;
}

static void
wait_for (Outcome *outcome)
{
  guint guard = g_timeout_add_seconds (30, on_guard, NULL);

  while (!outcome->ended)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (guard);
}

static void
wait_ms (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

/* A ring with a chord. */
static AmicusLayoutRequest *
ring_new (AmicusEngine engine,
          guint        n_nodes)
{
  AmicusLayoutRequest *request = amicus_layout_request_new (n_nodes, n_nodes + 1, 1);

  request->engine = engine;
  request->seed = 7;
  for (guint i = 0; i < n_nodes; i++)
    {
      request->nodes[i].width = 80.0 + i % 5;
      request->nodes[i].height = 30.0;
      request->nodes[i].group = i % 3 == 0 ? 0 : AMICUS_NO_INDEX;
      request->edges[i].tail = i;
      request->edges[i].head = (i + 1) % n_nodes;
    }
  request->edges[n_nodes].head = n_nodes / 2;

  return request;
}

static char *
faulty_path (const char *mode)
{
  g_autofree char *name = g_strconcat ("faulty-worker-", mode, NULL);

  return g_test_build_filename (G_TEST_BUILT, "layout", name, NULL);
}

static void
run (AmicusLayoutClient  *client,
     AmicusLayoutRequest *request,
     Outcome             *outcome)
{
  amicus_layout_client_run_async (client, request, NULL, on_run, outcome);
  wait_for (outcome);
}

/* What is left of a killed worker's pipes holds the client until it has been heard of. */
static void
release (AmicusLayoutClient *client)
{
  gpointer weak = client;

  g_object_add_weak_pointer (G_OBJECT (client), &weak);
  g_object_unref (client);
  for (int turn = 0; turn < 1000 && weak != NULL; turn++)
    wait_ms (1);
  g_assert_null (weak);
}

static void
test_engine (gconstpointer data)
{
  AmicusEngine engine = GPOINTER_TO_INT (data);
  g_autoptr (AmicusLayoutClient) client = amicus_layout_client_new (NULL);
  g_autoptr (AmicusLayoutRequest) request = ring_new (engine, 12);
  g_auto (Outcome) first = { 0 };
  g_auto (Outcome) second = { 0 };

  run (client, request, &first);
  run (client, request, &second);

  g_assert_no_error (first.error);
  g_assert_no_error (second.error);
  g_assert_cmpint (first.placement->engine, ==, engine);
  g_assert_cmpuint (first.placement->n_nodes, ==, 12);
  g_assert_cmpmem (first.placement->nodes, 12 * sizeof (AmicusPoint),
                   second.placement->nodes, 12 * sizeof (AmicusPoint));
  g_assert_true (first.placement->bounds.width > 0.0);
  if (engine == AMICUS_ENGINE_DOT)
    {
      g_assert_cmpuint (first.placement->n_points, >=, 4 * 13);
      g_assert_true (first.placement->groups[0].width > 0.0);
    }
  else
    g_assert_cmpuint (first.placement->n_points, ==, 0);
}

static void
test_fault (const char *mode,
            int         code,
            guint       timeout_ms)
{
  g_autofree char *path = faulty_path (mode);
  g_autoptr (AmicusLayoutClient) client = amicus_layout_client_new (path);
  g_autoptr (AmicusLayoutRequest) request = ring_new (AMICUS_ENGINE_DOT, 5000);

  request->timeout_ms = timeout_ms;
  for (int i = 0; i < 2; i++)
    {
      g_auto (Outcome) outcome = { 0 };

      run (client, request, &outcome);
      g_assert_error (outcome.error, AMICUS_LAYOUT_ERROR, code);
      g_assert_nonnull (strstr (outcome.error->message, "dot"));
    }

  release (g_steal_pointer (&client));
}

static void
test_faults (void)
{
  test_fault ("exit", AMICUS_LAYOUT_ERROR_CRASHED, 0);
  test_fault ("crash", AMICUS_LAYOUT_ERROR_CRASHED, 0);
  test_fault ("half", AMICUS_LAYOUT_ERROR_CRASHED, 0);
  test_fault ("stall", AMICUS_LAYOUT_ERROR_TIMED_OUT, 100);
  test_fault ("garbage", AMICUS_LAYOUT_ERROR_BAD_REPLY, 0);
  test_fault ("huge", AMICUS_LAYOUT_ERROR_BAD_REPLY, 0);
  test_fault ("nan", AMICUS_LAYOUT_ERROR_BAD_REPLY, 0);
  test_fault ("far", AMICUS_LAYOUT_ERROR_BAD_REPLY, 0);
  test_fault ("counts", AMICUS_LAYOUT_ERROR_BAD_REPLY, 0);
  test_fault ("serial", AMICUS_LAYOUT_ERROR_BAD_REPLY, 0);
  test_fault ("refuse", AMICUS_LAYOUT_ERROR_SANDBOX, 0);
  test_fault ("missing", AMICUS_LAYOUT_ERROR_WORKER_MISSING, 0);
}

/* The faulty worker itself is not the fault. */
static void
test_well (void)
{
  g_autofree char *path = faulty_path ("well");
  g_autoptr (AmicusLayoutClient) client = amicus_layout_client_new (path);
  g_autoptr (AmicusLayoutRequest) request = ring_new (AMICUS_ENGINE_DOT, 5000);
  g_auto (Outcome) outcome = { 0 };

  run (client, request, &outcome);
  g_assert_no_error (outcome.error);
}

static void
test_cancel (void)
{
  g_autofree char *path = faulty_path ("stall");
  g_autoptr (AmicusLayoutClient) client = amicus_layout_client_new (path);
  g_autoptr (AmicusLayoutRequest) request = ring_new (AMICUS_ENGINE_FDP, 5000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };
  gint64 asked;

  amicus_layout_client_run_async (client, request, cancellable, on_run, &outcome);
  wait_ms (50);
  g_assert_false (outcome.ended);

  asked = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  wait_for (&outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - asked, <, 200 * G_TIME_SPAN_MILLISECOND);
  release (g_steal_pointer (&client));
}

/* A client that goes with a cancelled request leaves no source behind. */
static void
test_cancelled_before (void)
{
  g_autoptr (AmicusLayoutClient) client = amicus_layout_client_new (NULL);
  g_autoptr (AmicusLayoutRequest) request = ring_new (AMICUS_ENGINE_FDP, 5);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };

  g_cancellable_cancel (cancellable);
  amicus_layout_client_run_async (client, request, cancellable, on_run, &outcome);
  wait_for (&outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_newest_wins (void)
{
  g_autoptr (AmicusLayoutClient) client = amicus_layout_client_new (NULL);
  Outcome outcomes[20] = { 0 };
  guint n = G_N_ELEMENTS (outcomes);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AmicusLayoutRequest) request = ring_new (AMICUS_ENGINE_FDP, 20 + i);

      amicus_layout_client_run_async (client, request, NULL, on_run, &outcomes[i]);
      if (i % 4 == 0)
        wait_ms (3);
    }
  wait_for (&outcomes[n - 1]);

  g_assert_no_error (outcomes[n - 1].error);
  g_assert_cmpuint (outcomes[n - 1].placement->n_nodes, ==, 20 + n - 1);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (outcomes[i].ended);
      if (outcomes[i].error != NULL)
        g_assert_error (outcomes[i].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      outcome_clear (&outcomes[i]);
    }
}

/* The process of this one's child that bears the worker's name, or 0. */
static GPid
find_worker (void)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/task/%d/children", (int) getpid ());
  g_autofree char *children = NULL;
  g_auto (GStrv) pids = NULL;

  if (!g_file_get_contents (path, &children, NULL, NULL))
    return 0;

  pids = g_strsplit (children, " ", -1);
  for (guint i = 0; pids[i] != NULL; i++)
    {
      g_autofree char *name_path = g_strdup_printf ("/proc/%s/comm", pids[i]);
      g_autofree char *name = NULL;

      if (g_file_get_contents (name_path, &name, NULL, NULL)
          && g_str_has_prefix (name, "amicus-layout"))
        return (GPid) g_ascii_strtoll (pids[i], NULL, 10);
    }

  return 0;
}

/* An idle worker stays, and one that is killed behind the client's back is replaced unseen. */
static void
test_replaced (void)
{
  g_autoptr (AmicusLayoutClient) client = amicus_layout_client_new (NULL);
  g_autoptr (AmicusLayoutRequest) request = ring_new (AMICUS_ENGINE_DOT, 50);
  GPid before;

  for (int i = 0; i < 3; i++)
    {
      g_auto (Outcome) first = { 0 };
      g_auto (Outcome) second = { 0 };

      run (client, request, &first);
      g_assert_no_error (first.error);
      before = find_worker ();
      g_assert_cmpint (before, >, 0);
      run (client, request, &second);
      g_assert_no_error (second.error);
      g_assert_cmpint (find_worker (), ==, before);
      g_assert_cmpint (kill (before, SIGKILL), ==, 0);
    }
}

static void
test_worker_dies_with_client (void)
{
  g_autoptr (AmicusLayoutClient) client = amicus_layout_client_new (NULL);
  g_autoptr (AmicusLayoutRequest) request = ring_new (AMICUS_ENGINE_DOT, 5);
  g_auto (Outcome) outcome = { 0 };
  GPid worker;

  run (client, request, &outcome);
  worker = find_worker ();
  g_assert_cmpint (worker, >, 0);
  release (g_steal_pointer (&client));

  for (int turn = 0; kill (worker, 0) == 0; turn++)
    {
      g_assert_cmpint (turn, <, 200);
      wait_ms (10);
    }
  g_assert_cmpint (errno, ==, ESRCH);
}

/* Numbers that the worker would not take do not get there. */
static void
test_bad_request (void)
{
  g_autofree char *path = faulty_path ("missing");
  g_autoptr (AmicusLayoutClient) client = amicus_layout_client_new (path);
  g_autoptr (AmicusLayoutRequest) request = ring_new (AMICUS_ENGINE_DOT, 5);
  g_auto (Outcome) outcome = { 0 };

  request->nodes[2].width = NAN;
  run (client, request, &outcome);
  g_assert_error (outcome.error, AMICUS_LAYOUT_ERROR, AMICUS_LAYOUT_ERROR_FAILED);
}

static void
test_empty (void)
{
  g_autoptr (AmicusLayoutClient) client = amicus_layout_client_new (NULL);

  for (AmicusEngine engine = AMICUS_ENGINE_DOT; engine <= AMICUS_ENGINE_OSAGE; engine++)
    {
      g_autoptr (AmicusLayoutRequest) request = amicus_layout_request_new (0, 0, 3);
      g_auto (Outcome) outcome = { 0 };

      request->engine = engine;
      run (client, request, &outcome);
      g_assert_no_error (outcome.error);
      g_assert_cmpfloat (outcome.placement->groups[2].width, <, 0.0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (AmicusEngine engine = AMICUS_ENGINE_DOT; engine <= AMICUS_ENGINE_OSAGE; engine++)
    {
      const char *word = amicus_engine_to_word (engine);
      g_autofree char *path = g_strconcat ("/layout/client/engine/", word, NULL);

      g_test_add_data_func (path, GINT_TO_POINTER (engine), test_engine);
    }
  g_test_add_func ("/layout/client/bad-request", test_bad_request);
  g_test_add_func ("/layout/client/cancel", test_cancel);
  g_test_add_func ("/layout/client/cancelled-before", test_cancelled_before);
  g_test_add_func ("/layout/client/empty", test_empty);
  g_test_add_func ("/layout/client/faults", test_faults);
  g_test_add_func ("/layout/client/newest-wins", test_newest_wins);
  g_test_add_func ("/layout/client/replaced", test_replaced);
  g_test_add_func ("/layout/client/well", test_well);
  g_test_add_func ("/layout/client/worker-dies-with-client", test_worker_dies_with_client);

  return g_test_run ();
}
