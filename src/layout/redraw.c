/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/layout.h"

#include "layout/box-private.h"
#include "layout/curve-private.h"
#include "layout/hull-private.h"
#include "layout/labels-private.h"
#include "layout/outline-private.h"
#include "layout/route-private.h"
#include "layout/segments-private.h"

#include <string.h>

/*
 * routed: of each edge, whether its curve is drawn anew
 * labelled: of each edge, whether its label gets another place
 */
typedef struct
{
  const AmicusLayoutRequest *request;
  const AmicusLayoutChange *change;
  AmicusPlacement *placement;
  gboolean *routed;
  gboolean *labelled;
} Redrawing;

static gboolean
is_same_rect (const AmicusRect *a,
              const AmicusRect *b)
{
  return memcmp (a, b, sizeof (AmicusRect)) == 0;
}

static gboolean
is_same_shape (AmicusShape now,
               AmicusShape before)
{
  return now.outline == before.outline && is_same_rect (&now.rect, &before.rect);
}

static gboolean
ends_stay (const Redrawing *self,
           guint32          e)
{
  const AmicusLayoutChange *change = self->change;
  const AmicusLayoutEdge *now = &self->request->edges[e];
  const AmicusLayoutEdge *before = &change->request->edges[change->edges[e]];

  return is_same_shape (amicus_shape_of_end (self->request, self->placement, now->tail,
                                             now->tail_group),
                        amicus_shape_of_end (change->request, change->placement, before->tail,
                                             before->tail_group))
         && is_same_shape (amicus_shape_of_end (self->request, self->placement, now->head,
                                                now->head_group),
                           amicus_shape_of_end (change->request, change->placement, before->head,
                                                before->head_group));
}

static gboolean
is_same_label (const AmicusLayoutEdge *a,
               const AmicusLayoutEdge *b)
{
  return memcmp (&a->label_width, &b->label_width, sizeof (double)) == 0
         && memcmp (&a->label_height, &b->label_height, sizeof (double)) == 0;
}

static void
compare_edges (Redrawing *self)
{
  const AmicusLayoutChange *change = self->change;

  for (guint32 e = 0; e < self->request->n_edges; e++)
    {
      guint32 old = change->edges[e];

      self->routed[e] = old == AMICUS_NO_INDEX || !ends_stay (self, e);
      self->labelled[e] = self->routed[e] || !is_same_label (&self->request->edges[e],
                                                             &change->request->edges[old]);
      if (old != AMICUS_NO_INDEX)
        self->placement->edges[e].label = change->placement->edges[old].label;
    }
}

/* The two ends of an edge, whichever way it goes. */
static guint64
pair_of_edge (const Redrawing *self,
              guint32          e)
{
  const AmicusLayoutEdge *edge = &self->request->edges[e];
  guint32 n = self->request->n_nodes;
  guint32 tail = edge->tail != AMICUS_NO_INDEX ? edge->tail : n + edge->tail_group;
  guint32 head = edge->head != AMICUS_NO_INDEX ? edge->head : n + edge->head_group;

  return (guint64) MIN (tail, head) << 32 | MAX (tail, head);
}

/* Where one more goes between two cards, all that go there move a bit to the side. */
static void
fan_out (Redrawing *self)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint32 e = 0; e < self->request->n_edges; e++)
    if (self->change->edges[e] == AMICUS_NO_INDEX)
      {
        guint64 pair = pair_of_edge (self, e);

        g_hash_table_add (pairs, g_memdup2 (&pair, sizeof pair));
      }

  for (guint32 e = 0; e < self->request->n_edges && g_hash_table_size (pairs) > 0; e++)
    {
      guint64 pair = pair_of_edge (self, e);

      if (g_hash_table_contains (pairs, &pair))
        self->routed[e] = self->labelled[e] = TRUE;
    }
}

static AmicusRect
rect_of_node (const AmicusLayoutRequest *request,
              const AmicusPlacement     *placement,
              guint32                    node)
{
  AmicusBox box = { placement->nodes[node], request->nodes[node].width,
                    request->nodes[node].height, FALSE };

  return amicus_box_rect (&box);
}

/* Curves of before that stay where they are. */
static AmicusSegments *
collect_kept (const Redrawing *self)
{
  const AmicusPlacement *old = self->change->placement;
  AmicusSegments *pieces = amicus_segments_new (&old->bounds);

  for (guint32 e = 0; e < self->request->n_edges; e++)
    {
      const AmicusEdgePath *path = self->routed[e] ? NULL : &old->edges[self->change->edges[e]];
      g_autoptr (GArray) flat = NULL;

      if (path == NULL || path->n_points == 0)
        continue;
      flat = amicus_path_flatten (old->points + path->first_point, path->n_points);
      amicus_segments_add (pieces, flat, e);
    }

  return pieces;
}

static void
uncover_labels (Redrawing        *self,
                const AmicusRect *card)
{
  for (guint32 e = 0; e < self->request->n_edges; e++)
    {
      const AmicusLayoutEdge *edge = &self->request->edges[e];
      AmicusBox box = { self->placement->edges[e].label, edge->label_width, edge->label_height,
                        FALSE };
      AmicusRect label = amicus_box_rect (&box);

      self->labelled[e] |= edge->label_width > 0.0 && amicus_rect_meets (&label, card);
    }
}

/* What a card that is new, moved or larger would cover goes round it. */
static void
uncover (Redrawing *self)
{
  const AmicusLayoutChange *change = self->change;
  g_autoptr (AmicusSegments) pieces = collect_kept (self);
  g_autoptr (GArray) cut = g_array_new (FALSE, FALSE, sizeof (AmicusSegment));

  for (guint32 i = 0; i < self->request->n_nodes; i++)
    {
      AmicusRect now = rect_of_node (self->request, self->placement, i);

      if (change->nodes[i] != AMICUS_NO_INDEX)
        {
          AmicusRect before = rect_of_node (change->request, change->placement, change->nodes[i]);

          if (is_same_rect (&now, &before))
            continue;
        }
      uncover_labels (self, &now);
      amicus_segments_cut (pieces, &now, cut);
      for (guint k = 0; k < cut->len; k++)
        {
          guint32 e = g_array_index (cut, AmicusSegment, k).edge;

          self->routed[e] = self->labelled[e] = TRUE;
        }
    }
}

/* The new curves with those that stay among them, in the order of the edges. */
static void
join_curves (Redrawing *self)
{
  const AmicusPlacement *old = self->change->placement;
  AmicusPlacement *placement = self->placement;
  GArray *points = g_array_new (FALSE, FALSE, sizeof (AmicusPoint));

  for (guint32 e = 0; e < self->request->n_edges; e++)
    {
      const AmicusPlacement *source = self->routed[e] ? placement : old;
      AmicusEdgePath path = self->routed[e] ? placement->edges[e]
                                            : old->edges[self->change->edges[e]];

      placement->edges[e].first_point = points->len;
      placement->edges[e].n_points = path.n_points;
      if (path.n_points > 0)
        g_array_append_vals (points, source->points + path.first_point, path.n_points);
    }

  g_free (placement->points);
  placement->n_points = points->len;
  placement->points = (AmicusPoint *) (gpointer) g_array_free (points, FALSE);
}

static void
draw (Redrawing *self)
{
  amicus_route_edges (self->request, self->placement, self->routed, NULL);
  join_curves (self);
  amicus_route_bounds (self->request, self->placement);
  amicus_labels_place (self->request, self->placement, TRUE, self->labelled, NULL);
  amicus_route_bounds (self->request, self->placement);
}

/**
 * amicus_layout_redraw:
 * @request: what is drawn now
 * @change: what was drawn before
 * @nodes: centres of the nodes of @request
 *
 * Fits the groups. Draws the relations anew that have come, whose ends have moved, or which a card
 * would cover now; all others keep their curves, and their labels the place.
 *
 * Returns: (transfer full): the placement
 */
AmicusPlacement *
amicus_layout_redraw (AmicusLayoutRequest      *request,
                      const AmicusLayoutChange *change,
                      const AmicusPoint        *nodes)
{
  g_autofree gboolean *routed = NULL;
  g_autofree gboolean *labelled = NULL;
  Redrawing redrawing = { .request = request, .change = change };

  g_return_val_if_fail (request != NULL && change != NULL, NULL);

  redrawing.placement = amicus_placement_new (request->n_nodes, request->n_edges,
                                              request->n_groups, 0);
  redrawing.placement->engine = change->placement->engine;
  for (guint i = 0; i < request->n_nodes; i++)
    redrawing.placement->nodes[i] = nodes[i];
  redrawing.routed = routed = g_new (gboolean, MAX (1, request->n_edges));
  redrawing.labelled = labelled = g_new (gboolean, MAX (1, request->n_edges));

  amicus_hulls_fit (request, redrawing.placement->nodes, redrawing.placement->groups);
  compare_edges (&redrawing);
  fan_out (&redrawing);
  if (amicus_route_is_careful (request))
    uncover (&redrawing);
  draw (&redrawing);

  return redrawing.placement;
}
