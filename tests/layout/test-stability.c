/* SPDX-License-Identifier: GPL-3.0-or-later
 * A new picture resembles the old one. */

#include "random-graph.h"

#include "layout/finish-private.h"

#include <math.h>

static AmicusPlacement *
finish (AmicusLayoutRequest  *request,
        AmicusPlacement      *raw,
        const AmicusPrevious *previous)
{
  AmicusPlacement *placement = amicus_finish_run (request, raw, previous, NULL, NULL);

  check_picture (request, placement);
  return placement;
}

/* Mean way of a node, in parts of the old picture's width. */
static double
displacement (const AmicusPlacement *old,
              const AmicusPlacement *new,
              guint                  n)
{
  double sum = 0.0;

  for (guint i = 0; i < n; i++)
    sum += hypot (new->nodes[i].x - old->nodes[i].x, new->nodes[i].y - old->nodes[i].y);

  return sum / n / old->bounds.width;
}

/* The same graph with another node at the end, hung on some other. */
static AmicusLayoutRequest *
with_one_more (const AmicusLayoutRequest *request)
{
  AmicusLayoutRequest *more = amicus_layout_request_new (request->n_nodes + 1, request->n_edges + 1,
                                                         request->n_groups);

  more->engine = request->engine;
  more->seed = request->seed;
  for (guint i = 0; i < request->n_nodes; i++)
    more->nodes[i] = request->nodes[i];
  more->nodes[request->n_nodes] = request->nodes[0];
  for (guint e = 0; e < request->n_edges; e++)
    more->edges[e] = request->edges[e];
  more->edges[request->n_edges].tail = request->n_nodes;
  more->edges[request->n_edges].head = request->n_nodes / 2;
  for (guint g = 0; g < request->n_groups; g++)
    more->groups[g] = request->groups[g];

  return more;
}

static guint32 *
same_nodes (guint n_old,
            guint n_new)
{
  guint32 *nodes = g_new (guint32, n_new);

  for (guint i = 0; i < n_new; i++)
    nodes[i] = i < n_old ? i : AMICUS_NO_INDEX;

  return nodes;
}

static void
test_builtin_grows (gconstpointer data)
{
  GraphFeatures features = GPOINTER_TO_UINT (data);

  for (guint32 seed = 1; seed <= 6; seed++)
    {
      g_autoptr (AmicusLayoutRequest) request = random_graph (seed, 40, features);
      g_autoptr (AmicusLayoutRequest) more = with_one_more (request);
      g_autofree guint32 *nodes = same_nodes (request->n_nodes, more->n_nodes);
      g_autoptr (AmicusPlacement) old = finish (request, NULL, NULL);
      const AmicusPrevious previous = { old, nodes };
      g_autoptr (AmicusPlacement) new = finish (more, NULL, &previous);

      g_test_message ("seed %u: %.3f", seed, displacement (old, new, request->n_nodes));
      g_assert_cmpfloat (displacement (old, new, request->n_nodes), <, 0.1);
    }
}

/* An engine that draws the same, but turned and mirrored: the old picture comes back. */
static void
test_turned_back (void)
{
  g_autoptr (AmicusLayoutRequest) request = random_graph (3, 30, GRAPH_PLAIN);
  g_autofree guint32 *nodes = same_nodes (30, 30);
  g_autoptr (AmicusPlacement) old = finish (request, NULL, NULL);
  const AmicusPrevious previous = { old, nodes };
  g_autoptr (AmicusPlacement) raw = amicus_placement_new (30, request->n_edges, 0, 0);
  g_autoptr (AmicusPlacement) aligned = NULL;
  g_autoptr (AmicusPlacement) alone = NULL;

  raw->engine = AMICUS_ENGINE_NEATO;
  for (guint i = 0; i < 30; i++)
    raw->nodes[i] = (AmicusPoint) { 500.0 - old->nodes[i].y, 700.0 - old->nodes[i].x };

  aligned = finish (request, raw, &previous);
  alone = finish (request, raw, NULL);
  g_assert_cmpfloat (displacement (old, aligned, 30), <, 0.001);
  g_assert_cmpfloat (displacement (old, alone, 30), >, 0.05);
}

/* Who comes back to the built-in engine from another one gets back the picture it always makes. */
static void
test_builtin_begins_anew (void)
{
  g_autoptr (AmicusLayoutRequest) request = random_graph (4, 40, GRAPH_PLAIN);
  g_autofree guint32 *nodes = same_nodes (40, 40);
  g_autoptr (AmicusPlacement) first = finish (request, NULL, NULL);
  g_autoptr (AmicusPlacement) raw = amicus_placement_new (40, request->n_edges, 0, 0);
  g_autoptr (AmicusPlacement) other = NULL;
  g_autoptr (AmicusPlacement) again = NULL;

  raw->engine = AMICUS_ENGINE_CIRCO;
  for (guint i = 0; i < 40; i++)
    raw->nodes[i] = (AmicusPoint) { 900.0 * cos (i), 900.0 * sin (i) };
  other = finish (request, raw, NULL);
  again = finish (request, NULL, &(AmicusPrevious) { other, nodes });

  for (guint i = 0; i < 40; i++)
    {
      g_assert_cmpfloat_with_epsilon (again->nodes[i].x, first->nodes[i].x, 1e-9);
      g_assert_cmpfloat_with_epsilon (again->nodes[i].y, first->nodes[i].y, 1e-9);
    }
}

/* Pins that one engine knows nothing of are obeyed afterwards, and the others follow. */
static void
test_pins_draw_the_rest (void)
{
  g_autoptr (AmicusLayoutRequest) request = random_graph (4, 20, GRAPH_PLAIN);
  g_autoptr (AmicusPlacement) raw = amicus_placement_new (20, request->n_edges, 0, 0);
  g_autoptr (AmicusPlacement) placement = NULL;

  raw->engine = AMICUS_ENGINE_CIRCO;
  for (guint i = 0; i < 20; i++)
    raw->nodes[i] = (AmicusPoint) { 300.0 * (i % 5), 300.0 * (i / 5) };
  for (guint i = 0; i < 3; i++)
    {
      request->nodes[i].pinned = TRUE;
      request->nodes[i].x = 10000.0 + raw->nodes[i].x;
      request->nodes[i].y = raw->nodes[i].y - 5000.0;
    }

  placement = finish (request, raw, NULL);
  for (guint i = 0; i < 20; i++)
    {
      g_assert_cmpfloat_with_epsilon (placement->nodes[i].x, raw->nodes[i].x + 10000.0, 100.0);
      g_assert_cmpfloat_with_epsilon (placement->nodes[i].y, raw->nodes[i].y - 5000.0, 100.0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/stability/builtin-grows/plain", GUINT_TO_POINTER (GRAPH_PLAIN),
                        test_builtin_grows);
  g_test_add_data_func ("/stability/builtin-grows/labels", GUINT_TO_POINTER (GRAPH_LABELS),
                        test_builtin_grows);
  g_test_add_data_func ("/stability/builtin-grows/groups", GUINT_TO_POINTER (GRAPH_GROUPS),
                        test_builtin_grows);
  g_test_add_func ("/stability/turned-back", test_turned_back);
  g_test_add_func ("/stability/builtin-begins-anew", test_builtin_begins_anew);
  g_test_add_func ("/stability/pins-draw-the-rest", test_pins_draw_the_rest);

  return g_test_run ();
}
