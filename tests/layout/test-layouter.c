/* SPDX-License-Identifier: GPL-3.0-or-later
 * From request to placement, through the real worker. */

#include "random-graph.h"

#include "layout/choose-private.h"

typedef struct
{
  gboolean done;
  AmicusPlacement *placement;
  GError *error;
} Answer;

static AmicusLayouter *layouter;

static void
on_answered (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Answer *answer = data;

  answer->placement = amicus_layouter_run_finish (layouter, result, &answer->error);
  answer->done = TRUE;
}

static void
ask (AmicusLayoutRequest *request,
     GCancellable        *cancellable,
     Answer              *answer)
{
  *answer = (Answer) { FALSE, NULL, NULL };
  amicus_layouter_run_async (layouter, request, NULL, cancellable, on_answered, answer);
}

static void
wait_for (Answer *answer)
{
  while (!answer->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_engine (gconstpointer data)
{
  AmicusEngine engine = GPOINTER_TO_UINT (data);
  const guint sizes[] = { 0, 1, 2, 12, 40 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint32 seed = 1; seed <= 4; seed++)
      {
        g_autoptr (AmicusLayoutRequest) request = NULL;
        g_autoptr (AmicusPlacement) placement = NULL;
        Answer answer;

        request = random_graph (seed, sizes[i], seed % 2 ? GRAPH_ALL & ~GRAPH_PINS : GRAPH_LABELS);
        request->engine = engine;
        request->rank_direction = seed % 4;
        ask (request, NULL, &answer);
        wait_for (&answer);

        g_test_message ("%s, %u nodes, seed %u", amicus_engine_to_word (engine), sizes[i], seed);
        g_assert_no_error (answer.error);
        placement = answer.placement;
        g_assert_no_error (placement->problem);
        check_picture (request, placement);
        if (engine != AMICUS_ENGINE_AUTO)
          g_assert_cmpuint (placement->engine, ==, engine);
      }
}

/* Without a worker there is a picture all the same, and it says why it is another's. */
static void
test_no_worker (void)
{
  g_autoptr (AmicusLayouter) other = amicus_layouter_new ("/nowhere/amicus-layout");
  g_autoptr (AmicusLayoutRequest) request = random_graph (1, 20, GRAPH_LABELS);
  g_autoptr (AmicusPlacement) placement = NULL;
  AmicusLayouter *kept = layouter;
  Answer answer;

  layouter = other;
  request->engine = AMICUS_ENGINE_NEATO;
  ask (request, NULL, &answer);
  wait_for (&answer);
  layouter = kept;

  g_assert_no_error (answer.error);
  placement = answer.placement;
  g_assert_error (placement->problem, AMICUS_LAYOUT_ERROR, AMICUS_LAYOUT_ERROR_WORKER_MISSING);
  g_assert_cmpuint (placement->engine, ==, AMICUS_ENGINE_BUILTIN);
  check_picture (request, placement);
}

static void
test_newest_wins (void)
{
  g_autoptr (AmicusLayoutRequest) slow = random_graph (1, 20000, GRAPH_PLAIN);
  g_autoptr (AmicusLayoutRequest) quick = random_graph (2, 10, GRAPH_PLAIN);
  g_autoptr (AmicusPlacement) placement = NULL;
  Answer first, second;

  ask (slow, NULL, &first);
  ask (quick, NULL, &second);
  wait_for (&first);
  wait_for (&second);

  g_assert_error (first.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (first.placement);
  g_clear_error (&first.error);
  g_assert_no_error (second.error);
  placement = second.placement;
  check_picture (quick, placement);
}

static void
test_cancel (void)
{
  g_autoptr (AmicusLayoutRequest) request = random_graph (1, 20000, GRAPH_PLAIN);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answer answer;

  ask (request, cancellable, &answer);
  g_cancellable_cancel (cancellable);
  wait_for (&answer);

  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
}

static void
check_choice (AmicusLayoutRequest *request,
              AmicusEngine         engine)
{
  g_autoptr (AmicusLayoutRequest) chosen = amicus_choose (request);

  g_assert_cmpuint (chosen->engine, ==, engine);
  g_assert_cmpuint (chosen->n_nodes, ==, request->n_nodes);
}

static void
test_choice (void)
{
  g_autoptr (AmicusLayoutRequest) small = random_graph (1, 40, GRAPH_ALL);
  g_autoptr (AmicusLayoutRequest) tree = amicus_layout_request_new (15, 14, 0);
  g_autoptr (AmicusLayoutRequest) large = random_graph (1, 4000, GRAPH_PLAIN);
  g_autoptr (AmicusLayoutRequest) star = amicus_layout_request_new (201, 200, 0);
  g_autoptr (AmicusLayoutRequest) nothing = amicus_layout_request_new (0, 0, 0);

  check_choice (small, AMICUS_ENGINE_BUILTIN);
  small->engine = large->engine = AMICUS_ENGINE_AUTO;
  check_choice (small, AMICUS_ENGINE_BUILTIN);
  check_choice (large, AMICUS_ENGINE_BUILTIN);
  check_choice (nothing, AMICUS_ENGINE_BUILTIN);

  for (guint i = 0; i < 15; i++)
    {
      tree->nodes[i].width = 130.0;
      tree->nodes[i].height = 46.0;
    }
  for (guint e = 0; e < 14; e++)
    {
      tree->edges[e].tail = e / 2;
      tree->edges[e].head = e + 1;
    }
  check_choice (tree, AMICUS_ENGINE_DOT);

  /* In ranks a hub's leaves would stand in one endless row. */
  for (guint i = 0; i <= 200; i++)
    {
      star->nodes[i].width = 130.0;
      star->nodes[i].height = 46.0;
    }
  for (guint e = 0; e < 200; e++)
    star->edges[e].head = e + 1;
  check_choice (star, AMICUS_ENGINE_BUILTIN);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  layouter = amicus_layouter_new (NULL);

  for (guint engine = AMICUS_ENGINE_AUTO; engine < AMICUS_N_ENGINES; engine++)
    {
      const char *word = amicus_engine_to_word (engine);
      g_autofree char *path = g_strconcat ("/layouter/engine/", word, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (engine), test_engine);
    }
  g_test_add_func ("/layouter/no-worker", test_no_worker);
  g_test_add_func ("/layouter/newest-wins", test_newest_wins);
  g_test_add_func ("/layouter/cancel", test_cancel);
  g_test_add_func ("/layouter/choice", test_choice);

  status = g_test_run ();
  g_assert_finalize_object (layouter);
  return status;
}
