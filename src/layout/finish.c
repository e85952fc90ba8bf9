/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/finish-private.h"

#include "layout/box-private.h"
#include "layout/builtin-private.h"
#include "layout/draw-private.h"
#include "layout/gather-private.h"
#include "layout/keep-private.h"
#include "layout/level-private.h"
#include "layout/loop-private.h"
#include "layout/overlap-private.h"
#include "layout/packing-private.h"
#include "layout/room-private.h"
#include "layout/stability-private.h"

/* Up to this size every label is to lie on its line, for which the picture may grow, so often. */
#define ROOMY_SIZE 150
#define MAX_WIDENINGS 4
#define WIDENING 1.035

static gboolean
is_any_pinned (const AmicusLayoutRequest *request)
{
  for (guint i = 0; i < request->n_nodes; i++)
    if (request->nodes[i].pinned)
      return TRUE;

  return FALSE;
}

/* Ranks have a direction, so dot's picture is never turned; a group's title must stay above. */
static AmicusMotionFreedom
freedom_of_ranks (const AmicusLayoutRequest *request)
{
  if (request->n_groups > 0)
    return AMICUS_MOTION_SHIFT;

  switch (request->rank_direction)
    {
    case AMICUS_RANK_LEFT_TO_RIGHT:
    case AMICUS_RANK_RIGHT_TO_LEFT:
      return AMICUS_MOTION_MIRROR_Y;

    case AMICUS_RANK_TOP_TO_BOTTOM:
    case AMICUS_RANK_BOTTOM_TO_TOP:
    default:
      return AMICUS_MOTION_MIRROR_X;
    }
}

static AmicusRect *
rects_of_parts (const AmicusLayoutRequest *request,
                const AmicusPlacement     *raw,
                const guint32             *parts,
                guint                      n_parts)
{
  AmicusRect *rects = g_new (AmicusRect, MAX (1, n_parts));

  for (guint part = 0; part < n_parts; part++)
    rects[part] = (AmicusRect) { 0.0, 0.0, -1.0, -1.0 };

  for (guint i = 0; i < request->n_nodes; i++)
    {
      const AmicusLayoutNode *node = &request->nodes[i];
      AmicusBox box = { raw->nodes[i], node->width, node->height, FALSE };
      AmicusRect rect = amicus_box_rect (&box);

      amicus_rect_add (&rects[parts[i]], &rect);
      if (node->group != AMICUS_NO_INDEX)
        amicus_rect_add (&rects[parts[i]], &raw->groups[node->group]);
    }
  for (guint e = 0; e < request->n_edges; e++)
    for (guint k = 0; k < raw->edges[e].n_points && request->edges[e].tail != AMICUS_NO_INDEX; k++)
      {
        AmicusPoint point = raw->points[raw->edges[e].first_point + k];
        AmicusRect rect = { point.x, point.y, 0.0, 0.0 };

        amicus_rect_add (&rects[parts[request->edges[e].tail]], &rect);
      }

  return rects;
}

/* dot sets all parts in one row; here they are set side by side in the shape of a picture. */
static AmicusMotion *
packing_motions (AmicusLayoutRequest   *request,
                 const AmicusPlacement *raw)
{
  guint n_parts;
  g_autofree guint32 *parts = amicus_stability_parts (request, &n_parts);
  g_autofree AmicusRect *rects = rects_of_parts (request, raw, parts, n_parts);
  g_autofree AmicusRect *packed = g_memdup2 (rects, sizeof (AmicusRect) * n_parts);
  AmicusMotion *motions = g_new (AmicusMotion, MAX (1, request->n_nodes));

  amicus_packing_arrange (packed, n_parts, AMICUS_COMPONENT_GAP, AMICUS_PICTURE_ASPECT);
  for (guint i = 0; i < request->n_nodes; i++)
    {
      guint32 part = parts[i];

      motions[i] = (AmicusMotion) { 1.0, 0.0, 0.0, 1.0,
                                    { packed[part].x - rects[part].x,
                                      packed[part].y - rects[part].y } };
    }

  return motions;
}

static AmicusPlacement *
finish_ranks (AmicusLayoutRequest  *request,
              AmicusPlacement      *raw,
              const AmicusPrevious *previous,
              GCancellable         *cancellable)
{
  g_autofree AmicusMotion *motions = NULL;

  if (previous != NULL)
    motions = amicus_stability_motions (request, raw->nodes, previous, freedom_of_ranks (request));
  else
    motions = packing_motions (request, raw);

  return amicus_keep_curves (request, raw, motions, cancellable);
}

/* Groups that pins hold in each other's way cannot be parted; their cards can. */
static void
part_nodes (const AmicusLayoutRequest *request,
            AmicusPoint               *nodes,
            GCancellable              *cancellable)
{
  g_autofree AmicusBox *boxes = g_new (AmicusBox, MAX (1, request->n_nodes));
  g_autofree AmicusPoint *rooms = amicus_loop_rooms (request);

  for (guint i = 0; i < request->n_nodes; i++)
    boxes[i] = (AmicusBox) { nodes[i], rooms[i].x, rooms[i].y, request->nodes[i].pinned };

  amicus_overlap_remove (boxes, request->n_nodes, AMICUS_BOX_GAP, cancellable);
  for (guint i = 0; i < request->n_nodes; i++)
    nodes[i] = boxes[i].centre;
}

/* Draws; as long as labels find no room on their lines draws again with all a bit farther apart.
 * Takes the first of the pictures with the most labels on their lines. */
static AmicusPlacement *
draw_with_room (const AmicusLayoutRequest *request,
                AmicusPoint               *nodes,
                AmicusEngine               engine,
                GCancellable              *cancellable)
{
  gboolean may_grow = request->n_nodes <= ROOMY_SIZE && !is_any_pinned (request);
  guint n_tries = may_grow ? MAX_WIDENINGS : 0;
  guint n_beside;
  AmicusPlacement *placement = amicus_picture_draw (request, nodes, engine, &n_beside,
                                                    cancellable);

  while (n_beside > 0 && n_tries-- > 0)
    {
      g_autoptr (AmicusPlacement) wider = NULL;
      guint n_beside_wider;

      for (guint i = 0; i < request->n_nodes; i++)
        nodes[i] = (AmicusPoint) { WIDENING * nodes[i].x, WIDENING * nodes[i].y };
      wider = amicus_picture_draw (request, nodes, engine, &n_beside_wider, cancellable);
      if (n_beside_wider >= n_beside)
        continue;

      n_beside = n_beside_wider;
      amicus_placement_unref (placement);
      placement = g_steal_pointer (&wider);
    }

  return placement;
}

/* The built-in engine goes on from its own pictures. After another engine's it begins anew: who
 * goes back to it gets back what there was. */
static gboolean
goes_on (const AmicusPrevious *previous)
{
  return previous != NULL && previous->placement->engine == AMICUS_ENGINE_BUILTIN;
}

static AmicusPlacement *
finish_nodes (AmicusLayoutRequest  *request,
              AmicusPoint          *nodes,
              AmicusEngine          engine,
              const AmicusPrevious *previous,
              GCancellable         *cancellable)
{
  gboolean pinned = is_any_pinned (request);

  if (engine != AMICUS_ENGINE_BUILTIN && (previous != NULL || pinned))
    {
      AmicusMotionFreedom freedom = engine == AMICUS_ENGINE_DOT || engine == AMICUS_ENGINE_OSAGE
                                      ? AMICUS_MOTION_SHIFT : AMICUS_MOTION_TURN;
      g_autofree AmicusMotion *motions = NULL;

      motions = amicus_stability_motions (request, nodes, previous, freedom);
      for (guint i = 0; i < request->n_nodes; i++)
        nodes[i] = amicus_motion_apply (&motions[i], nodes[i]);
    }

  if (engine != AMICUS_ENGINE_BUILTIN)
    amicus_gather (request, nodes, previous == NULL, cancellable);
  if (request->n_nodes <= ROOMY_SIZE)
    amicus_room_make (request, nodes, cancellable);
  if (pinned && request->n_groups > 0)
    part_nodes (request, nodes, cancellable);

  return draw_with_room (request, nodes, engine, cancellable);
}

/**
 * amicus_finish_run:
 * @request: what was asked for
 * @raw: (nullable): what a Graphviz engine answered; %NULL to ask the built-in engine
 * @previous: (nullable): the old picture that the new one is to resemble
 * @cancellable: (nullable): a cancellable
 * @error: return location for %G_IO_ERROR_CANCELLED, the only error
 *
 * Moves the places onto the old picture, gathers groups, removes overlaps, sets parts side by side,
 * makes room for lines in a picture that is not large, draws relations and places labels. Curves of
 * dot are kept, unless something is pinned.
 *
 * Returns: (transfer full): the finished placement
 */
AmicusPlacement *
amicus_finish_run (AmicusLayoutRequest  *request,
                   AmicusPlacement      *raw,
                   const AmicusPrevious *previous,
                   GCancellable         *cancellable,
                   GError              **error)
{
  g_autofree AmicusPoint *nodes = g_new0 (AmicusPoint, MAX (1, request->n_nodes));
  AmicusPlacement *placement;

  if (raw != NULL && raw->engine == AMICUS_ENGINE_DOT && !is_any_pinned (request))
    placement = finish_ranks (request, raw, previous, cancellable);
  else
    {
      if (raw != NULL)
        memcpy (nodes, raw->nodes, sizeof (AmicusPoint) * request->n_nodes);
      else if (!amicus_builtin_run (request, goes_on (previous) ? previous : NULL, nodes, cancellable, error))
        return NULL;
      placement = finish_nodes (request, nodes, raw != NULL ? raw->engine : AMICUS_ENGINE_BUILTIN,
                                previous, cancellable);
    }

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    g_clear_pointer (&placement, amicus_placement_unref);

  return placement;
}
