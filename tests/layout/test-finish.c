/* SPDX-License-Identifier: GPL-3.0-or-later
 * Properties of whole pictures, with the built-in engine and with places as bad as an engine's can
 * be. */

#include "random-graph.h"

#include "layout/box-private.h"
#include "layout/curve-private.h"
#include "layout/finish-private.h"
#include "layout/hull-private.h"

#include <math.h>

/* In microseconds; and a part of the whole time, for machines that are slow or do other work. */
#ifdef __SANITIZE_ADDRESS__
#define LATEST_STOP 1500000
#else
#define LATEST_STOP 250000
#endif
#define LATEST_PART 4
#define N_STOPS 6

static const guint sizes[] = { 0, 1, 2, 3, 5, 8, 13, 30, 60, 120, 300 };

static guint
n_seeds (guint n_nodes)
{
  gboolean full = g_getenv ("AMICUS_TEST_FULL") != NULL;

  return (n_nodes > 50 ? 2 : 12) * (full ? 10 : 1);
}

static AmicusPlacement *
finish (AmicusLayoutRequest *request,
        AmicusPlacement     *raw)
{
  g_autoptr (GError) error = NULL;
  AmicusPlacement *placement = amicus_finish_run (request, raw, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (placement);
  return placement;
}

static void
test_builtin (gconstpointer data)
{
  GraphFeatures features = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint32 seed = 1; seed <= n_seeds (sizes[i]); seed++)
      {
        g_autoptr (AmicusLayoutRequest) request = random_graph (seed, sizes[i], features);
        g_autoptr (AmicusPlacement) placement = finish (request, NULL);
        g_autoptr (AmicusPlacement) again = finish (request, NULL);

        g_test_message ("%u nodes, seed %u", sizes[i], seed);
        check_picture (request, placement);
        g_assert_true (same_picture (placement, again));
      }
}

/* Everything on a few points, on a line, and scattered: no engine does worse. */
static AmicusPlacement *
bad_places (const AmicusLayoutRequest *request,
            guint                      badness)
{
  AmicusPlacement *raw = amicus_placement_new (request->n_nodes, request->n_edges,
                                               request->n_groups, 0);

  raw->engine = AMICUS_ENGINE_NEATO;
  for (guint i = 0; i < request->n_nodes; i++)
    switch (badness)
      {
      case 0:
        raw->nodes[i] = (AmicusPoint) { 100.0 * (i % 2), 0.0 };
        break;

      case 1:
        raw->nodes[i] = (AmicusPoint) { 3.0 * i, 3.0 * i };
        break;

      default:
        raw->nodes[i] = (AmicusPoint) { (i * 7919) % 1000, (i * 104729) % 1000 };
        break;
      }

  return raw;
}

static void
test_foreign_places (void)
{
  for (guint badness = 0; badness < 3; badness++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        g_autoptr (AmicusLayoutRequest) request = random_graph (7, sizes[i], GRAPH_ALL);
        g_autoptr (AmicusPlacement) raw = bad_places (request, badness);
        g_autoptr (AmicusPlacement) placement = finish (request, raw);

        g_test_message ("%u nodes, badness %u", sizes[i], badness);
        check_picture (request, placement);
      }
}

static void
test_only_loops (void)
{
  g_autoptr (AmicusLayoutRequest) request = amicus_layout_request_new (2, 12, 0);
  g_autoptr (AmicusPlacement) placement = NULL;

  for (guint i = 0; i < 2; i++)
    request->nodes[i].width = request->nodes[i].height = 40.0;
  for (guint e = 0; e < 12; e++)
    {
      request->edges[e].tail = request->edges[e].head = e % 2;
      request->edges[e].label_width = 50.0;
      request->edges[e].label_height = 16.0;
    }

  placement = finish (request, NULL);
  check_picture (request, placement);
}

/* The title of a group between two cards is gone round. */
static void
test_title_in_way (void)
{
  g_autoptr (AmicusLayoutRequest) request = amicus_layout_request_new (3, 1, 1);
  const AmicusPoint nodes[] = { { -300.0, -40.0 }, { 300.0, -40.0 }, { 0.0, 0.0 } };
  g_autoptr (AmicusPlacement) placement = NULL;
  g_autoptr (GArray) flat = NULL;
  AmicusRect title;

  for (guint i = 0; i < 3; i++)
    {
      request->nodes[i].width = 120.0;
      request->nodes[i].height = 46.0;
      request->nodes[i].group = i < 2 ? AMICUS_NO_INDEX : 0;
    }
  request->edges[0].head = 1;
  request->groups[0] = (AmicusLayoutGroup) { AMICUS_NO_INDEX, 90.0, 14.0 };

  placement = amicus_layout_route (request, nodes, AMICUS_ENGINE_BUILTIN);
  title = amicus_hull_title (&placement->groups[0], &request->groups[0]);
  g_assert_true (amicus_rect_cut (&title, nodes[0], nodes[1]));

  flat = amicus_path_flatten (placement->points, placement->edges[0].n_points);
  for (guint k = 1; k < flat->len; k++)
    g_assert_false (amicus_rect_cut (&title, g_array_index (flat, AmicusPoint, k - 1),
                                     g_array_index (flat, AmicusPoint, k)));
}

static void
test_huge_boxes (void)
{
  g_autoptr (AmicusLayoutRequest) request = random_graph (3, 20, GRAPH_ALL & ~GRAPH_PINS);
  g_autoptr (AmicusPlacement) placement = NULL;

  for (guint i = 0; i < request->n_nodes; i += 3)
    request->nodes[i].width = request->nodes[i].height = 1e4;
  request->nodes[1].width = request->nodes[1].height = 0.0;

  placement = finish (request, NULL);
  for (guint i = 0; i < request->n_nodes; i++)
    g_assert_cmpfloat (fabs (placement->nodes[i].x), <, AMICUS_COORDINATE_LIMIT);
}

static void
test_many_nodes (void)
{
  g_autoptr (AmicusLayoutRequest) request = random_graph (5, 2000, GRAPH_ALL & ~GRAPH_PINS);
  g_autoptr (AmicusPlacement) placement = finish (request, NULL);

  check_picture (request, placement);
}

static void
test_cancelled (void)
{
  g_autoptr (AmicusLayoutRequest) request = random_graph (5, 200, GRAPH_ALL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (amicus_finish_run (request, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Cancels after a while, and remembers when. */
typedef struct
{
  GCancellable *cancellable;
  gint64 delay;
  gint64 at;
} Stopper;

static gpointer
stop_later (gpointer data)
{
  Stopper *self = data;

  g_usleep ((gulong) self->delay);
  self->at = g_get_monotonic_time ();
  g_cancellable_cancel (self->cancellable);
  return NULL;
}

/* How long it takes to stop, in microseconds; negative if it had come to an end before. */
static gint64
time_to_stop (AmicusLayoutRequest *request,
              AmicusPlacement     *raw,
              gint64               delay)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AmicusPlacement) placement = NULL;
  Stopper stopper = { cancellable, delay, 0 };
  GThread *thread = g_thread_new ("stopper", stop_later, &stopper);
  gint64 end;

  placement = amicus_finish_run (request, raw, NULL, cancellable, &error);
  end = g_get_monotonic_time ();
  g_thread_join (thread);
  return end - stopper.at;
}

/* Whatever step it is at, it stops at once. */
static void
test_stops_soon (gconstpointer data)
{
  guint n_nodes = GPOINTER_TO_UINT (data);
  g_autoptr (AmicusLayoutRequest) request = random_graph (5, n_nodes, GRAPH_ALL & ~GRAPH_PINS);

  for (guint foreign = 0; foreign < 2; foreign++)
    {
      g_autoptr (AmicusPlacement) raw = foreign ? bad_places (request, 2) : NULL;
      gint64 begin = g_get_monotonic_time (), whole;
      g_autoptr (AmicusPlacement) placement = finish (request, raw);

      whole = g_get_monotonic_time () - begin;
      for (guint k = 1; k < N_STOPS; k++)
        {
          gint64 late = time_to_stop (request, raw, whole * k / N_STOPS);

          g_test_message ("%u nodes, %s, stopped at %u/%d: %d ms late", n_nodes,
                          foreign ? "foreign" : "own", k, N_STOPS, (int) (late / 1000));
          g_assert_cmpint (late, <, LATEST_STOP + whole / LATEST_PART);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/finish/builtin/plain", GUINT_TO_POINTER (GRAPH_PLAIN), test_builtin);
  g_test_add_data_func ("/finish/builtin/labels",
                        GUINT_TO_POINTER (GRAPH_LABELS | GRAPH_PARALLELS | GRAPH_LOOPS),
                        test_builtin);
  g_test_add_data_func ("/finish/builtin/groups",
                        GUINT_TO_POINTER (GRAPH_GROUPS | GRAPH_PARTS | GRAPH_OUTLINES),
                        test_builtin);
  g_test_add_data_func ("/finish/builtin/pins", GUINT_TO_POINTER (GRAPH_PINS), test_builtin);
  g_test_add_data_func ("/finish/builtin/all", GUINT_TO_POINTER (GRAPH_ALL), test_builtin);
  g_test_add_func ("/finish/foreign-places", test_foreign_places);
  g_test_add_func ("/finish/only-loops", test_only_loops);
  g_test_add_func ("/finish/title-in-way", test_title_in_way);
  g_test_add_func ("/finish/huge-boxes", test_huge_boxes);
  g_test_add_func ("/finish/many-nodes", test_many_nodes);
  g_test_add_data_func ("/finish/stops-soon/300", GUINT_TO_POINTER (300), test_stops_soon);
  g_test_add_data_func ("/finish/stops-soon/3000", GUINT_TO_POINTER (3000), test_stops_soon);
  g_test_add_func ("/finish/cancelled", test_cancelled);

  return g_test_run ();
}
