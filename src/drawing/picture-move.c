/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/picture-move.h"

#include <string.h>

#include "drawing/path.h"

static void
copy_bytes (gpointer      to,
            gconstpointer from,
            gsize         n)
{
  if (n > 0)
    memcpy (to, from, n);
}

/* The part of a request that hangs on moved nodes, with its own numbers. */
typedef struct
{
  GArray *nodes;
  GArray *edges;
  guint32 *number_of;
} Part;

static guint32
add_node (Part    *part,
          guint32  node)
{
  if (node == AMICUS_NO_INDEX)
    return AMICUS_NO_INDEX;
  if (part->number_of[node] == AMICUS_NO_INDEX)
    {
      part->number_of[node] = part->nodes->len;
      g_array_append_val (part->nodes, node);
    }
  return part->number_of[node];
}

static gboolean
ends_inside (const AmicusLayoutEdge *edge,
             const gboolean         *moved)
{
  return edge->tail != AMICUS_NO_INDEX && edge->head != AMICUS_NO_INDEX &&
         (moved[edge->tail] || moved[edge->head]);
}

static void
collect (Part                      *part,
         const AmicusLayoutRequest *request,
         const guint32             *nodes,
         guint                      n)
{
  g_autofree gboolean *moved = g_new0 (gboolean, MAX (request->n_nodes, 1));

  for (guint i = 0; i < n; i++)
    {
      moved[nodes[i]] = TRUE;
      add_node (part, nodes[i]);
    }
  for (guint32 i = 0; i < request->n_edges; i++)
    if (ends_inside (&request->edges[i], moved))
      {
        add_node (part, request->edges[i].tail);
        add_node (part, request->edges[i].head);
        g_array_append_val (part->edges, i);
      }
}

static AmicusPlacement *
route_part (const Part                *part,
            const AmicusLayoutRequest *request,
            const AmicusPoint         *places,
            AmicusEngine               engine)
{
  g_autoptr (AmicusLayoutRequest) small = amicus_layout_request_new (part->nodes->len,
                                                                     part->edges->len, 0);
  g_autofree AmicusPoint *centres = g_new (AmicusPoint, MAX (part->nodes->len, 1));

  for (guint i = 0; i < part->nodes->len; i++)
    {
      guint32 node = g_array_index (part->nodes, guint32, i);

      small->nodes[i] = request->nodes[node];
      small->nodes[i].group = AMICUS_NO_INDEX;
      centres[i] = places[node];
    }
  for (guint i = 0; i < part->edges->len; i++)
    {
      small->edges[i] = request->edges[g_array_index (part->edges, guint32, i)];
      small->edges[i].tail = part->number_of[small->edges[i].tail];
      small->edges[i].head = part->number_of[small->edges[i].head];
    }
  return amicus_layout_route (small, centres, engine);
}

/* The old placement with the curves of @routed behind its own. @routed_of tells for each edge its index in
 * @routed, or AMICUS_NO_INDEX to keep the old curve. */
static AmicusPlacement *
merge (const AmicusPlacement *old,
       const AmicusPlacement *routed,
       const guint32         *routed_of,
       const AmicusPoint     *places)
{
  AmicusPlacement *merged = amicus_placement_new (old->n_nodes, old->n_edges, old->n_groups,
                                                  old->n_points + routed->n_points);
  const AmicusPlacement *fitted = routed->n_groups == old->n_groups ? routed : old;

  merged->engine = old->engine;
  copy_bytes (merged->nodes, places, old->n_nodes * sizeof (AmicusPoint));
  copy_bytes (merged->groups, fitted->groups, old->n_groups * sizeof (AmicusRect));
  copy_bytes (merged->points, old->points, old->n_points * sizeof (AmicusPoint));
  copy_bytes (merged->points + old->n_points, routed->points,
              routed->n_points * sizeof (AmicusPoint));
  for (guint i = 0; i < old->n_edges; i++)
    {
      gboolean is_new = routed_of[i] != AMICUS_NO_INDEX;

      merged->edges[i] = is_new ? routed->edges[routed_of[i]] : old->edges[i];
      if (is_new)
        merged->edges[i].first_point += old->n_points;
    }
  merged->bounds = amicus_rect_union (&old->bounds, &routed->bounds);
  return merged;
}

static AmicusPlacement *
route_moved (const AmicusLayoutRequest *request,
             const AmicusPlacement     *placement,
             const AmicusPoint         *places,
             const guint32             *nodes,
             guint                      n)
{
  g_autoptr (AmicusPlacement) routed = NULL;
  g_autoptr (GArray) part_nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) part_edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint32 *number_of = g_new (guint32, MAX (request->n_nodes, 1));
  g_autofree guint32 *routed_of = g_new (guint32, MAX (request->n_edges, 1));
  Part part = { part_nodes, part_edges, number_of };

  memset (number_of, 0xff, request->n_nodes * sizeof (guint32));
  memset (routed_of, 0xff, request->n_edges * sizeof (guint32));
  collect (&part, request, nodes, n);
  routed = route_part (&part, request, places, placement->engine);
  for (guint i = 0; i < part_edges->len; i++)
    routed_of[g_array_index (part_edges, guint32, i)] = i;
  return merge (placement, routed, routed_of, places);
}

/* Whether the hull of a curve's control points stays clear of a card: then so does the curve. */
static gboolean
is_clear_of (const AmicusPoint *points,
             guint              n_points,
             const AmicusRect  *card)
{
  AmicusRect hull = AMICUS_RECT_EMPTY;

  for (guint i = 0; i < n_points; i++)
    {
      AmicusRect point = { points[i].x, points[i].y, 0, 0 };
      hull = amicus_rect_union (&hull, &point);
    }
  return hull.x > card->x + card->width || hull.x + hull.width < card->x ||
         hull.y > card->y + card->height || hull.y + hull.height < card->y;
}

/* A relation keeps its curve where neither an end nor a card in its way has moved. */
static gboolean
keeps_curve (const AmicusLayoutRequest *request,
             const AmicusPlacement     *placement,
             guint32                    edge,
             const guint32             *nodes,
             const AmicusPoint         *centres,
             guint                      n)
{
  const AmicusLayoutEdge *ends = &request->edges[edge];
  const AmicusEdgePath *path = &placement->edges[edge];

  if (ends->tail == AMICUS_NO_INDEX || ends->head == AMICUS_NO_INDEX)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const AmicusLayoutNode *node = &request->nodes[nodes[i]];
      AmicusRect card = { centres[i].x - node->width / 2, centres[i].y - node->height / 2,
                          node->width, node->height };

      if (nodes[i] == ends->tail || nodes[i] == ends->head)
        return FALSE;
      for (guint j = 0; j + 3 < path->n_points; j += 3)
        if (!is_clear_of (placement->points + path->first_point + j, 4, &card))
          return FALSE;
    }
  return TRUE;
}

static AmicusPlacement *
route_all (AmicusLayoutRequest   *request,
           const AmicusPlacement *placement,
           const AmicusPoint     *places,
           const guint32         *nodes,
           const AmicusPoint     *centres,
           guint                  n)
{
  g_autoptr (AmicusPlacement) routed = amicus_layout_route (request, places, placement->engine);
  g_autofree guint32 *routed_of = g_new (guint32, MAX (request->n_edges, 1));

  for (guint32 i = 0; i < request->n_edges; i++)
    routed_of[i] = keeps_curve (request, placement, i, nodes, centres, n) ? AMICUS_NO_INDEX : i;
  return merge (placement, routed, routed_of, places);
}

AmicusPlacement *
amicus_placement_move (AmicusLayoutRequest   *request,
                       const AmicusPlacement *placement,
                       const guint32         *nodes,
                       const AmicusPoint     *centres,
                       guint                  n)
{
  g_autofree AmicusPoint *places = g_new (AmicusPoint, MAX (placement->n_nodes, 1));

  copy_bytes (places, placement->nodes, placement->n_nodes * sizeof (AmicusPoint));
  for (guint i = 0; i < n; i++)
    places[nodes[i]] = centres[i];
  if (request->n_nodes <= AMICUS_ROUTE_ALL)
    return route_all (request, placement, places, nodes, centres, n);
  return route_moved (request, placement, places, nodes, n);
}
