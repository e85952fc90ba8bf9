/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/keep-private.h"

#include "layout/box-private.h"
#include "layout/curve-private.h"
#include "layout/labels-private.h"
#include "layout/route-private.h"

/* Up to this size ranks can be read. */
#define RANKED_SIZE 100

static AmicusRect
moved_rect (const AmicusMotion *motion,
            const AmicusRect   *rect)
{
  AmicusPoint a = amicus_motion_apply (motion, (AmicusPoint) { rect->x, rect->y });
  AmicusPoint b = amicus_motion_apply (motion, (AmicusPoint) { rect->x + rect->width,
                                                               rect->y + rect->height });

  return (AmicusRect) { fmin (a.x, b.x), fmin (a.y, b.y), fabs (a.x - b.x), fabs (a.y - b.y) };
}

/* Some node in each group, to know how the group moves; AMICUS_NO_INDEX in an empty one. */
static guint32 *
nodes_of_groups (const AmicusLayoutRequest *request)
{
  guint32 *nodes = g_new (guint32, MAX (1, request->n_groups));

  memset (nodes, 0xff, sizeof (guint32) * request->n_groups);
  for (guint i = 0; i < request->n_nodes; i++)
    if (request->nodes[i].group != AMICUS_NO_INDEX)
      nodes[request->nodes[i].group] = i;
  for (guint g = request->n_groups; g > 0; g--)
    if (request->groups[g - 1].parent != AMICUS_NO_INDEX && nodes[g - 1] != AMICUS_NO_INDEX)
      nodes[request->groups[g - 1].parent] = nodes[g - 1];

  return nodes;
}

static void
move_edge (AmicusPlacement    *placement,
           guint               e,
           const AmicusMotion *motion)
{
  AmicusEdgePath *path = &placement->edges[e];

  path->label = amicus_motion_apply (motion, path->label);
  for (guint k = 0; k < path->n_points; k++)
    placement->points[path->first_point + k] =
      amicus_motion_apply (motion, placement->points[path->first_point + k]);
}

static void
move_all (const AmicusLayoutRequest *request,
          AmicusPlacement           *placement,
          const AmicusMotion        *motions)
{
  g_autofree guint32 *nodes = nodes_of_groups (request);

  for (guint i = 0; i < request->n_nodes; i++)
    placement->nodes[i] = amicus_motion_apply (&motions[i], placement->nodes[i]);
  for (guint g = 0; g < request->n_groups; g++)
    if (nodes[g] != AMICUS_NO_INDEX)
      placement->groups[g] = moved_rect (&motions[nodes[g]], &placement->groups[g]);

  for (guint e = 0; e < request->n_edges; e++)
    {
      const AmicusLayoutEdge *edge = &request->edges[e];
      guint32 node = edge->tail != AMICUS_NO_INDEX ? edge->tail : nodes[edge->tail_group];

      if (node != AMICUS_NO_INDEX)
        move_edge (placement, e, &motions[node]);
    }
}

/* As for any other engine. */
static AmicusPlacement *
draw_own (const AmicusLayoutRequest *request,
          const AmicusPlacement     *placement,
          GCancellable              *cancellable)
{
  AmicusPlacement *own = amicus_placement_new (request->n_nodes, request->n_edges,
                                               request->n_groups, 0);

  memcpy (own->nodes, placement->nodes, sizeof (AmicusPoint) * request->n_nodes);
  memcpy (own->groups, placement->groups, sizeof (AmicusRect) * request->n_groups);
  amicus_route_edges (request, own, NULL, cancellable);
  return own;
}

/* The engine knows nothing of the room for arrowheads. */
static void
clip_ends (const AmicusLayoutRequest *request,
           const AmicusPlacement     *placement,
           guint                      e,
           GArray                    *path)
{
  const AmicusLayoutEdge *edge = &request->edges[e];
  AmicusShape tail = amicus_shape_of_end (request, placement, edge->tail, edge->tail_group);
  AmicusShape head = amicus_shape_of_end (request, placement, edge->head, edge->head_group);

  amicus_path_clip (path, &tail, 0.0, &head, AMICUS_HEAD_GAP);
}

/* The engine leads curves through the places of its ranks, often a long way round. In a picture of
 * the size that suits ranks ours are better. */
static gboolean
are_ours_better (const AmicusLayoutRequest *request)
{
  return request->n_nodes <= RANKED_SIZE && amicus_route_is_careful (request);
}

static gboolean
is_any_missing (const AmicusPlacement *placement)
{
  for (guint e = 0; e < placement->n_edges; e++)
    if (placement->edges[e].n_points == 0)
      return TRUE;

  return FALSE;
}

static void
choose_curves (const AmicusLayoutRequest *request,
               AmicusPlacement           *placement,
               GCancellable              *cancellable)
{
  gboolean ours_better = are_ours_better (request);
  g_autoptr (AmicusPlacement) own = NULL;
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (AmicusPoint));
  GArray *points = g_array_new (FALSE, FALSE, sizeof (AmicusPoint));

  if (ours_better || is_any_missing (placement))
    own = draw_own (request, placement, cancellable);

  for (guint e = 0; e < request->n_edges; e++)
    {
      AmicusEdgePath *edge = &placement->edges[e];
      gboolean kept = edge->n_points > 0 && !ours_better;
      const AmicusPlacement *source = kept ? placement : own;

      if (edge->n_points == 0)
        edge->label = own->edges[e].label;
      g_array_set_size (path, 0);
      g_array_append_vals (path, source->points + source->edges[e].first_point,
                           source->edges[e].n_points);
      if (kept)
        clip_ends (request, placement, e, path);
      edge->first_point = points->len;
      edge->n_points = path->len;
      g_array_append_vals (points, path->data, path->len);
    }

  g_free (placement->points);
  placement->n_points = points->len;
  placement->points = (AmicusPoint *) (gpointer) g_array_free (points, FALSE);
}

/**
 * amicus_keep_curves:
 * @request: a request
 * @raw: what the engine answered, with curves, labels and groups
 * @motions: for each node how its part of the picture is moved, not turned
 * @cancellable: (nullable): stops early, with relations missing
 *
 * Of a small picture only the places are kept; its curves are drawn anew.
 *
 * Returns: (transfer full): the moved picture, its labels moved where they would cover something
 */
AmicusPlacement *
amicus_keep_curves (AmicusLayoutRequest *request,
                    AmicusPlacement     *raw,
                    const AmicusMotion  *motions,
                    GCancellable        *cancellable)
{
  AmicusPlacement *placement = amicus_placement_copy (raw);

  move_all (request, placement, motions);
  choose_curves (request, placement, cancellable);
  amicus_route_bounds (request, placement);
  amicus_labels_place (request, placement, TRUE, NULL, cancellable);
  amicus_route_bounds (request, placement);

  return placement;
}
