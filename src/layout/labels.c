/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/labels-private.h"

#include "layout/box-private.h"
#include "layout/curve-private.h"
#include "layout/flat-private.h"
#include "layout/grid-private.h"
#include "layout/hull-private.h"
#include "layout/route-private.h"
#include "layout/segments-private.h"

#include <stdlib.h>

/* How often each label looks again once all others have a place. */
#define N_REVISIONS 2
/* What a label keeps from cards and other labels. */
#define CLEARANCE 3.0
/* From the ends of the line, so that arrowheads stay visible and some of the line before them. */
#define END_ROOM 24.0

/* What a place costs beside its distance from the middle, 0 to 1. */
#define COST_OF_LINE 0.7
#define COST_OF_GIVEN 3.0
#define COST_BESIDE 5.0
#define COST_OF_END 1.2
/* To cover an arrowhead, or too much of the line; and for all that must be seen of it. */
#define COST_OF_HIDING 6.0
#define COST_OF_HIDDEN 12.0
#define HIDING_TOLERANCE 1.0
#define FORBIDDEN G_MAXDOUBLE

/* Where on the line a label may lie, the calmest first. */
static const double parts[] = { 0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7,
                                0.25, 0.75, 0.2, 0.8, 0.15, 0.85 };

typedef struct
{
  const AmicusLayoutRequest *request;
  AmicusPlacement *placement;
  AmicusGrid *cards;        /* and titles of groups, from n_nodes on */
  AmicusSegments *lines;      /* where the picture is small enough to look at them */
  AmicusGrid *labels;
  GArray **flats;           /* of each edge, NULL where it has no label */
  gboolean *placed;
  GArray *found;
  GArray *cut;
  const gboolean *wanted;   /* which labels are placed, or NULL for all */
  AmicusPoint *given;       /* where the engine has made room, or NULL */
} Labeller;

static AmicusRect
rect_of_node (const Labeller *self,
              guint32         i)
{
  AmicusBox box = { self->placement->nodes[i], self->request->nodes[i].width,
                    self->request->nodes[i].height, FALSE };

  return amicus_box_rect (&box);
}

static AmicusRect
rect_of_obstacle (const Labeller *self,
                  guint32         item)
{
  return item < self->request->n_nodes
           ? rect_of_node (self, item)
           : amicus_hull_title (&self->placement->groups[item - self->request->n_nodes],
                                &self->request->groups[item - self->request->n_nodes]);
}

static AmicusRect
rect_of_label (const Labeller *self,
               guint32         edge)
{
  AmicusBox box = { self->placement->edges[edge].label, self->request->edges[edge].label_width,
                    self->request->edges[edge].label_height, FALSE };

  return amicus_box_rect (&box);
}

static gboolean
has_label (const Labeller *self,
           guint32         edge)
{
  return self->request->edges[edge].label_width > 0.0 && self->placement->edges[edge].n_points > 0;
}

static gboolean
covers_obstacle (Labeller         *self,
                 const AmicusRect *rect)
{
  amicus_grid_find (self->cards, rect, self->found);
  for (guint k = 0; k < self->found->len; k++)
    {
      AmicusRect obstacle = rect_of_obstacle (self, g_array_index (self->found, guint32, k));

      if (amicus_rect_meets (rect, &obstacle))
        return TRUE;
    }

  return FALSE;
}

static gboolean
covers_label (Labeller         *self,
              const AmicusRect *rect,
              guint32           edge)
{
  amicus_grid_find (self->labels, rect, self->found);
  for (guint k = 0; k < self->found->len; k++)
    {
      guint32 other = g_array_index (self->found, guint32, k);
      AmicusRect obstacle = rect_of_label (self, other);

      if (other != edge && self->placed[other] && amicus_rect_meets (rect, &obstacle))
        return TRUE;
    }

  return FALSE;
}

/* How many pieces of other relations go through. */
static guint
count_lines (Labeller         *self,
             const AmicusRect *rect,
             guint32           edge)
{
  guint n = 0;

  if (self->lines == NULL)
    return 0;

  amicus_segments_cut (self->lines, rect, self->cut);
  for (guint k = 0; k < self->cut->len; k++)
    n += g_array_index (self->cut, AmicusSegment, k).edge != edge;

  return n;
}

/* Arrowheads and the pattern of the line tell what the relation is, so both must be seen. */
static double
cost_of_hiding (const Labeller   *self,
                guint32           edge,
                const AmicusRect *label)
{
  const double at_ends = AMICUS_TAIL_HIDDEN + AMICUS_HEAD_HIDDEN;
  AmicusShown all = amicus_flat_shown (self->flats[edge], 0.0, 0.0, label);
  AmicusShown line = amicus_flat_shown (self->flats[edge], AMICUS_TAIL_HIDDEN, AMICUS_HEAD_HIDDEN,
                                        label);
  double seen = fmin (line.length / AMICUS_LEAST_SHOWN, line.longest / AMICUS_LEAST_STRETCH);
  double cost = all.length - line.length < at_ends - HIDING_TOLERANCE ? COST_OF_HIDING : 0.0;

  return seen < 1.0 ? cost + COST_OF_HIDING + COST_OF_HIDDEN * (1.0 - seen) : cost;
}

static double
cost_of_place (Labeller   *self,
               guint32     edge,
               AmicusPoint centre)
{
  AmicusRect rect, clear;
  AmicusPoint kept = self->placement->edges[edge].label;

  self->placement->edges[edge].label = centre;
  rect = rect_of_label (self, edge);
  self->placement->edges[edge].label = kept;

  clear = amicus_rect_grown (&rect, CLEARANCE);
  if (covers_obstacle (self, &clear) || covers_label (self, &clear, edge))
    return FORBIDDEN;

  return COST_OF_LINE * MIN (count_lines (self, &rect, edge), 4)
         + cost_of_hiding (self, edge, &rect);
}

/* The best place so far. */
typedef struct
{
  AmicusPoint centre;
  double cost;
} Choice;

static void
consider (Labeller   *self,
          guint32     edge,
          AmicusPoint centre,
          double      base,
          Choice     *best)
{
  double cost;

  if (base >= best->cost)
    return;

  cost = cost_of_place (self, edge, centre);
  if (cost < FORBIDDEN && base + cost < best->cost)
    *best = (Choice) { centre, base + cost };
}

static void
consider_part (Labeller *self,
               guint32   edge,
               double    length,
               double    part,
               Choice   *best)
{
  const AmicusLayoutEdge *label = &self->request->edges[edge];
  AmicusPoint across;
  AmicusPoint point = amicus_flat_at (self->flats[edge], part * length, &across);
  double width = label->label_width, height = label->label_height;
  double half = (fabs (across.y) * width + fabs (across.x) * height) / 2.0;
  double aside = (fabs (across.x) * width + fabs (across.y) * height) / 2.0 + CLEARANCE;
  double base = fabs (part - 0.5);

  if (fmin (part, 1.0 - part) * length < half + END_ROOM)
    base += COST_OF_END;
  consider (self, edge, point, base, best);

  for (int side = -1; side <= 1; side += 2)
    {
      AmicusPoint beside = { point.x + side * aside * across.x, point.y + side * aside * across.y };

      consider (self, edge, beside, base + COST_BESIDE, best);
    }
}

/* Rings around the middle of the line until a place is free: the plane has no end. */
static void
consider_around (Labeller *self,
                 guint32   edge,
                 double    length,
                 Choice   *best)
{
  const AmicusLayoutEdge *label = &self->request->edges[edge];
  AmicusPoint across;
  AmicusPoint middle = amicus_flat_at (self->flats[edge], 0.5 * length, &across);

  for (guint ring = 1; best->cost >= FORBIDDEN; ring++)
    for (guint k = 0; k < 8 * ring; k++)
      {
        double angle = 2.0 * G_PI * k / (8.0 * ring);
        AmicusPoint centre = { middle.x + ring * label->label_width / 4.0 * cos (angle),
                               middle.y + ring * label->label_height / 2.0 * sin (angle) };

        consider (self, edge, centre, 2.0 * COST_BESIDE, best);
      }
}

static void
add_label (Labeller *self,
           guint32   edge)
{
  AmicusRect rect = rect_of_label (self, edge);

  self->placed[edge] = TRUE;
  amicus_grid_add (self->labels, &rect, edge);
}

static void
place_label (Labeller *self,
             guint32   edge)
{
  AmicusEdgePath *path = &self->placement->edges[edge];
  double length = amicus_flat_length (self->flats[edge]);
  Choice best = { path->label, FORBIDDEN };

  self->placed[edge] = FALSE;
  if (self->given != NULL)
    {
      consider (self, edge, amicus_flat_nearest (self->flats[edge], self->given[edge]), 0.0, &best);
      consider (self, edge, self->given[edge], COST_OF_GIVEN, &best);
    }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    consider_part (self, edge, length, parts[i], &best);
  if (self->lines != NULL)
    consider_around (self, edge, length, &best);

  path->label = best.centre;
  add_label (self, edge);
}

static void
add_obstacles (Labeller *self)
{
  const AmicusLayoutRequest *request = self->request;

  for (guint32 item = 0; item < request->n_nodes + request->n_groups; item++)
    {
      AmicusRect rect = rect_of_obstacle (self, item);

      if (!amicus_rect_is_empty (&rect))
        amicus_grid_add (self->cards, &rect, item);
    }
}

static gboolean
is_wanted (const Labeller *self,
           guint32         edge)
{
  return has_label (self, edge) && (self->wanted == NULL || self->wanted[edge]);
}

/* Labels of short relations have the least choice, so they go first. */
typedef struct
{
  guint32 edge;
  double length;
} Turn;

static int
compare_turns (gconstpointer a,
               gconstpointer b)
{
  const Turn *one = a, *other = b;

  if (one->length < other->length || one->length > other->length)
    return one->length < other->length ? -1 : 1;
  return one->edge < other->edge ? -1 : 1;
}

static GArray *
order_of_labels (const Labeller *self)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (Turn));

  for (guint32 e = 0; e < self->request->n_edges; e++)
    if (is_wanted (self, e))
      {
        double width = self->request->edges[e].label_width;
        Turn turn = { e, amicus_flat_length (self->flats[e]) - width };

        g_array_append_val (turns, turn);
      }
  g_array_sort (turns, compare_turns);

  return turns;
}

static void
labeller_init (Labeller                  *self,
               const AmicusLayoutRequest *request,
               AmicusPlacement           *placement,
               const gboolean            *wanted)
{
  const AmicusRect *bounds = &placement->bounds;
  gboolean careful = amicus_route_is_careful (request);

  *self = (Labeller) { .request = request, .placement = placement, .wanted = wanted };
  self->cards = amicus_grid_new (bounds, 120.0, 60.0);
  self->labels = amicus_grid_new (bounds, 80.0, 30.0);
  self->lines = careful ? amicus_segments_new (bounds) : NULL;
  self->found = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->cut = g_array_new (FALSE, FALSE, sizeof (AmicusSegment));
  self->flats = g_new0 (GArray *, MAX (1, request->n_edges));
  self->placed = g_new0 (gboolean, MAX (1, request->n_edges));

  add_obstacles (self);
  for (guint32 e = 0; e < request->n_edges; e++)
    {
      const AmicusEdgePath *path = &placement->edges[e];

      if (has_label (self, e) && !is_wanted (self, e))
        add_label (self, e);
      if (path->n_points == 0 || (!careful && !is_wanted (self, e)))
        continue;
      self->flats[e] = amicus_path_flatten (placement->points + path->first_point, path->n_points);
      if (careful)
        amicus_segments_add (self->lines, self->flats[e], e);
    }
}

static void
labeller_clear (Labeller *self)
{
  for (guint e = 0; e < self->request->n_edges; e++)
    g_clear_pointer (&self->flats[e], g_array_unref);
  g_clear_pointer (&self->lines, amicus_segments_free);
  amicus_grid_free (self->cards);
  amicus_grid_free (self->labels);
  g_array_unref (self->found);
  g_array_unref (self->cut);
  g_free (self->flats);
  g_free (self->placed);
  g_free (self->given);
}

static void
take_given (Labeller *self)
{
  self->given = g_new (AmicusPoint, MAX (1, self->request->n_edges));
  for (guint e = 0; e < self->request->n_edges; e++)
    self->given[e] = self->placement->edges[e].label;
}

/* Whether the label lies on its own line. */
static gboolean
touches_line (const Labeller *self,
              guint32         edge)
{
  const GArray *flat = self->flats[edge];
  AmicusRect rect = rect_of_label (self, edge);

  for (guint i = 1; i < flat->len; i++)
    {
      AmicusPoint from = g_array_index (flat, AmicusPoint, i - 1);

      if (amicus_rect_cut (&rect, from, g_array_index (flat, AmicusPoint, i)))
        return TRUE;
    }

  return FALSE;
}

/**
 * amicus_labels_place:
 * @request: a request
 * @placement: (inout): its placement with curves and bounds; the labels' places are set
 * @given: whether the labels have places already, which they keep if nothing is in the way
 * @wanted: (nullable): for each relation whether its label is to be placed; others stay where they
 *   are. %NULL for all
 * @cancellable: (nullable): stops early, with labels on each other
 *
 * Lays each label on its line: near the middle, covering no card, no group's title and no other
 * label, and as few other lines as can be. Where the line has no free place, or would not be seen
 * for the label, the label stands beside it. In a large picture it may then also cover something.
 *
 * Returns: how many labels do not lie on their line
 */
guint
amicus_labels_place (const AmicusLayoutRequest *request,
                     AmicusPlacement           *placement,
                     gboolean                   given,
                     const gboolean            *wanted,
                     GCancellable              *cancellable)
{
  Labeller labeller;
  g_autoptr (GArray) turns = NULL;
  guint n_beside = 0;

  labeller_init (&labeller, request, placement, wanted);
  if (given)
    take_given (&labeller);
  turns = order_of_labels (&labeller);

  for (guint round = 0; round <= (labeller.lines != NULL ? N_REVISIONS : 0); round++)
    for (guint i = 0; i < turns->len && !g_cancellable_is_cancelled (cancellable); i++)
      place_label (&labeller, g_array_index (turns, Turn, i).edge);
  for (guint i = 0; i < turns->len; i++)
    n_beside += !touches_line (&labeller, g_array_index (turns, Turn, i).edge);

  labeller_clear (&labeller);
  return n_beside;
}
