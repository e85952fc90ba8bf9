/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-graph.h"

#include "layout/box-private.h"
#include "layout/curve-private.h"

#include <string.h>

/* Rounding in sums of coordinates. */
#define SLACK 0.01

static void
add_groups (AmicusLayoutRequest *request,
            GRand               *rand)
{
  for (guint g = 0; g < request->n_groups; g++)
    {
      AmicusLayoutGroup *group = &request->groups[g];

      if (g > 0 && g_rand_boolean (rand))
        group->parent = g_rand_int_range (rand, 0, g);
      group->title_width = g_rand_boolean (rand) ? g_rand_double_range (rand, 10.0, 200.0) : 0.0;
      group->title_height = group->title_width > 0.0 ? 14.0 : 0.0;
    }

  for (guint i = 0; i < request->n_nodes; i++)
    if (g_rand_int_range (rand, 0, 3) > 0)
      request->nodes[i].group = g_rand_int_range (rand, 0, request->n_groups);
}

static void
add_nodes (AmicusLayoutRequest *request,
           GRand               *rand,
           GraphFeatures        features)
{
  for (guint i = 0; i < request->n_nodes; i++)
    {
      AmicusLayoutNode *node = &request->nodes[i];

      node->width = g_rand_double_range (rand, 60.0, 220.0);
      node->height = g_rand_boolean (rand) ? 46.0 : 62.0;
      if (features & GRAPH_OUTLINES)
        node->outline = g_rand_int_range (rand, 0, 5);
      /* On a wide lattice, so that pinned cards do not lie on each other. */
      node->pinned = (features & GRAPH_PINS) && g_rand_int_range (rand, 0, 12) == 0;
      node->x = 400.0 * (i % 17);
      node->y = 300.0 * (i / 17);
    }
}

/* A tree that prefers earlier nodes, and some more edges. */
static void
add_edges (AmicusLayoutRequest *request,
           GRand               *rand,
           GraphFeatures        features)
{
  guint n = request->n_nodes;

  for (guint e = 0; e < request->n_edges; e++)
    {
      AmicusLayoutEdge *edge = &request->edges[e];
      guint32 low = 0;

      edge->tail = e + 1 < n ? e + 1 : (guint32) g_rand_int_range (rand, 0, n);
      if ((features & GRAPH_PARTS) && edge->tail > n / 2)
        low = edge->tail - edge->tail % 7;
      edge->head = edge->tail;
      if (edge->tail > low)
        edge->head = (guint32) g_rand_int_range (rand, low, edge->tail);
      if ((features & GRAPH_PARALLELS) && e > 0 && g_rand_int_range (rand, 0, 6) == 0)
        *edge = request->edges[e - 1];
      if ((features & GRAPH_LOOPS) && g_rand_int_range (rand, 0, 15) == 0)
        edge->head = edge->tail;
      if (edge->head == edge->tail && !(features & GRAPH_LOOPS))
        edge->head = (edge->tail + 1) % n;
      if ((features & GRAPH_LABELS) && g_rand_boolean (rand))
        {
          edge->label_width = g_rand_double_range (rand, 20.0, 110.0);
          edge->label_height = 16.0;
        }
      if (request->n_groups > 0 && g_rand_int_range (rand, 0, 20) == 0)
        {
          edge->head = AMICUS_NO_INDEX;
          edge->head_group = g_rand_int_range (rand, 0, request->n_groups);
        }
    }
}

AmicusLayoutRequest *
random_graph (guint32       seed,
              guint         n_nodes,
              GraphFeatures features)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_groups = features & GRAPH_GROUPS ? 1 + n_nodes / 9 : 0;
  guint n_edges = n_nodes < 2 ? n_nodes * !!(features & GRAPH_LOOPS) : n_nodes + n_nodes / 3;
  AmicusLayoutRequest *request = amicus_layout_request_new (n_nodes, n_edges, n_groups);

  request->engine = AMICUS_ENGINE_BUILTIN;
  request->seed = seed;
  add_nodes (request, rand, features);
  if (n_groups > 0)
    add_groups (request, rand);
  add_edges (request, rand, features);

  return request;
}

static AmicusShape
shape_of (const AmicusLayoutRequest *request,
          const AmicusPlacement     *placement,
          guint32                    node)
{
  AmicusBox box = { placement->nodes[node], request->nodes[node].width, request->nodes[node].height,
                    FALSE };

  return (AmicusShape) { amicus_box_rect (&box), request->nodes[node].outline };
}

static AmicusRect
rect_of (const AmicusLayoutRequest *request,
         const AmicusPlacement     *placement,
         guint32                    node)
{
  return shape_of (request, placement, node).rect;
}

static gboolean
overlap (AmicusRect a,
         AmicusRect b)
{
  a = amicus_rect_grown (&a, -SLACK);
  return amicus_rect_meets (&a, &b);
}

static gboolean
has_inside (AmicusRect outer,
            AmicusRect inner)
{
  return outer.x <= inner.x + SLACK && outer.y <= inner.y + SLACK
         && outer.x + outer.width >= inner.x + inner.width - SLACK
         && outer.y + outer.height >= inner.y + inner.height - SLACK;
}

static gboolean
is_any_pinned (const AmicusLayoutRequest *request)
{
  for (guint i = 0; i < request->n_nodes; i++)
    if (request->nodes[i].pinned)
      return TRUE;

  return FALSE;
}

static gboolean
is_in_group (const AmicusLayoutRequest *request,
             guint32                    inner,
             guint32                    group)
{
  while (inner != AMICUS_NO_INDEX && inner != group)
    inner = request->groups[inner].parent;

  return inner == group;
}

static void
check_nodes (const AmicusLayoutRequest *request,
             const AmicusPlacement     *placement)
{
  for (guint i = 0; i < request->n_nodes; i++)
    {
      AmicusRect rect = rect_of (request, placement, i);

      g_assert_true (isfinite (placement->nodes[i].x) && isfinite (placement->nodes[i].y));
      g_assert_true (has_inside (placement->bounds, rect));
      if (request->nodes[i].pinned)
        {
          g_assert_cmpfloat_with_epsilon (placement->nodes[i].x, request->nodes[i].x, 1e-9);
          g_assert_cmpfloat_with_epsilon (placement->nodes[i].y, request->nodes[i].y, 1e-9);
        }

      for (guint j = 0; j < i; j++)
        if (!request->nodes[i].pinned || !request->nodes[j].pinned)
          g_assert_false (overlap (rect, rect_of (request, placement, j)));
    }
}

/* Pins may force groups through each other: then only their own members are asked for. */
static void
check_groups (const AmicusLayoutRequest *request,
              const AmicusPlacement     *placement)
{
  gboolean pinned = is_any_pinned (request);

  for (guint g = 0; g < request->n_groups; g++)
    {
      AmicusRect hull = placement->groups[g];
      gboolean used = FALSE;

      for (guint i = 0; i < request->n_nodes; i++)
        if (is_in_group (request, request->nodes[i].group, g))
          {
            used = TRUE;
            g_assert_true (has_inside (hull, rect_of (request, placement, i)));
          }
        else if (!amicus_rect_is_empty (&hull) && !pinned)
          g_assert_false (overlap (rect_of (request, placement, i), hull));

      g_assert_cmpint (used, ==, !amicus_rect_is_empty (&hull));
      for (guint other = 0; used && !pinned && other < g; other++)
        if (!amicus_rect_is_empty (&placement->groups[other]))
          g_assert_true (is_in_group (request, g, other)
                           ? has_inside (placement->groups[other], hull)
                           : !overlap (hull, placement->groups[other]));
    }
}

static gboolean
is_on_border (const AmicusShape *shape,
              AmicusPoint        point,
              double             gap)
{
  return amicus_shape_holds (shape, point, gap + SLACK)
         && !amicus_shape_holds (shape, point, gap - SLACK);
}

/* Points along the path, at most some 30 points of length apart. */
static GArray *
fine_points (const AmicusPoint *points,
             guint              n_points)
{
  GArray *fine = g_array_new (FALSE, FALSE, sizeof (AmicusPoint));

  for (guint i = 0; i + 3 < n_points; i += 3)
    {
      double length = hypot (points[i + 3].x - points[i].x, points[i + 3].y - points[i].y);
      guint n_pieces = 20 + (guint) (length / 30.0);

      for (guint k = 0; k <= n_pieces; k++)
        {
          AmicusPoint point = amicus_curve_at (points + i, (double) k / n_pieces);

          g_array_append_val (fine, point);
        }
    }

  return fine;
}

static void
check_path (const AmicusLayoutRequest *request,
            const AmicusPlacement     *placement,
            guint                      e)
{
  const AmicusLayoutEdge *edge = &request->edges[e];
  const AmicusEdgePath *path = &placement->edges[e];
  const AmicusPoint *points = placement->points + path->first_point;
  g_autoptr (GArray) flat = NULL;

  if (edge->head == AMICUS_NO_INDEX && amicus_rect_is_empty (&placement->groups[edge->head_group]))
    {
      g_assert_cmpuint (path->n_points, ==, 0);
      return;
    }

  g_assert_cmpuint (path->n_points % 3, ==, 1);
  g_assert_cmpuint (path->n_points, >=, 4);
  g_assert_cmpuint (path->first_point + path->n_points, <=, placement->n_points);
  for (guint k = 0; k < path->n_points; k++)
    g_assert_true (isfinite (points[k].x) && isfinite (points[k].y));

  if (edge->head != AMICUS_NO_INDEX)
    {
      AmicusShape tail = shape_of (request, placement, edge->tail);
      AmicusShape head = shape_of (request, placement, edge->head);

      g_assert_true (is_on_border (&tail, points[0], 0.0));
      g_assert_true (is_on_border (&head, points[path->n_points - 1], 2.5));
    }

  /* What pins hold in the way of a group's border, or of a loop, stays in the way. */
  if (request->n_nodes > 300
      || (is_any_pinned (request) && (edge->head == AMICUS_NO_INDEX || edge->head == edge->tail)))
    return;
  flat = fine_points (points, path->n_points);
  for (guint i = 0; i < request->n_nodes; i++)
    for (guint k = 1; k < flat->len && i != edge->tail && i != edge->head; k++)
      {
        AmicusRect rect = rect_of (request, placement, i);

        g_assert_false (amicus_rect_cut (&rect, g_array_index (flat, AmicusPoint, k - 1),
                                         g_array_index (flat, AmicusPoint, k)));
      }
}

static AmicusRect
label_of (const AmicusLayoutRequest *request,
          const AmicusPlacement     *placement,
          guint                      e)
{
  AmicusBox box = { placement->edges[e].label, request->edges[e].label_width,
                    request->edges[e].label_height, FALSE };

  return amicus_box_rect (&box);
}

static gboolean
has_label (const AmicusLayoutRequest *request,
           const AmicusPlacement     *placement,
           guint                      e)
{
  return request->edges[e].label_width > 0.0 && placement->edges[e].n_points > 0;
}

static void
check_label (const AmicusLayoutRequest *request,
             const AmicusPlacement     *placement,
             guint                      e)
{
  AmicusRect label = label_of (request, placement, e);

  g_assert_true (has_inside (placement->bounds, label));
  if (request->n_nodes > 300)
    return;

  for (guint i = 0; i < request->n_nodes; i++)
    g_assert_false (overlap (label, rect_of (request, placement, i)));
  for (guint other = 0; other < e; other++)
    if (has_label (request, placement, other))
      g_assert_false (overlap (label, label_of (request, placement, other)));
}

void
check_picture (const AmicusLayoutRequest *request,
               const AmicusPlacement     *placement)
{
  g_assert_cmpuint (placement->n_nodes, ==, request->n_nodes);
  g_assert_cmpuint (placement->n_edges, ==, request->n_edges);
  g_assert_cmpuint (placement->n_groups, ==, request->n_groups);
  g_assert_cmpuint (placement->engine, !=, AMICUS_ENGINE_AUTO);

  check_nodes (request, placement);
  check_groups (request, placement);
  for (guint e = 0; e < request->n_edges; e++)
    {
      check_path (request, placement, e);
      if (has_label (request, placement, e))
        check_label (request, placement, e);
    }
}

static gboolean
same_bytes (gconstpointer a,
            gconstpointer b,
            gsize         size)
{
  return size == 0 || memcmp (a, b, size) == 0;
}

gboolean
same_picture (const AmicusPlacement *a,
              const AmicusPlacement *b)
{
  return a->n_nodes == b->n_nodes && a->n_edges == b->n_edges && a->n_groups == b->n_groups
         && a->n_points == b->n_points
         && same_bytes (a->nodes, b->nodes, sizeof (AmicusPoint) * a->n_nodes)
         && same_bytes (a->edges, b->edges, sizeof (AmicusEdgePath) * a->n_edges)
         && same_bytes (a->groups, b->groups, sizeof (AmicusRect) * a->n_groups)
         && same_bytes (a->points, b->points, sizeof (AmicusPoint) * a->n_points);
}
