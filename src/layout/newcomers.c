/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/newcomers-private.h"

#include "layout/curve-private.h"
#include "layout/route-private.h"
#include "layout/segments-private.h"
#include "layout/start-private.h"

/* So that a line and its head are seen between two cards, beside a label. */
#define LINE_ROOM 36.0
/* Ties of a newcomer that are looked at. */
#define MAX_TIES 8
/* So often those are looked for that know somebody who has a place by now. */
#define MAX_PASSES 8

/* In rings: to stand on a piece of a line, and to be tied behind a card. */
#define COST_OF_LINE 3.0
#define COST_OF_CARD 5.0

/* A relation of a newcomer. */
typedef struct
{
  guint32 node;
  guint32 other;
  double label_width;
  double label_height;
} Tie;

struct _AmicusNewcomers
{
  AmicusLayoutRequest *request;
  const AmicusLayoutChange *change;
  const gboolean *is_new;
  AmicusPoint *nodes;
  GArray *ties;             /* by node */
  AmicusSegments *lines;      /* NULL in a picture that cannot be read line by line */
  GArray *cut;
  AmicusSpace *space;       /* of the level at hand */
  const guint32 *items;
  gboolean in_group;
};

static gboolean
has_place (const AmicusNewcomers *self,
           guint32                node)
{
  return !isnan (self->nodes[node].x);
}

static void
add_tie (AmicusNewcomers        *self,
         const AmicusLayoutEdge *edge,
         guint32                 node,
         guint32                 other)
{
  Tie tie = { node, other, edge->label_width, edge->label_height };

  if (node != AMICUS_NO_INDEX && other != AMICUS_NO_INDEX && node != other && self->is_new[node])
    g_array_append_val (self->ties, tie);
}

static int
compare_ties (gconstpointer a,
              gconstpointer b)
{
  const Tie *one = a, *another = b;

  if (one->node != another->node)
    return one->node < another->node ? -1 : 1;
  return (one->other > another->other) - (one->other < another->other);
}

static void
collect_ties (AmicusNewcomers *self)
{
  for (guint e = 0; e < self->request->n_edges; e++)
    {
      const AmicusLayoutEdge *edge = &self->request->edges[e];

      add_tie (self, edge, edge->tail, edge->head);
      add_tie (self, edge, edge->head, edge->tail);
    }
  g_array_sort (self->ties, compare_ties);
}

/* The first tie of a node, or of the next that has any. */
static guint
first_tie (const AmicusNewcomers *self,
           guint32                node)
{
  guint low = 0, high = self->ties->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->ties, Tie, middle).node < node)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The ties of a node to those who have a place, as many as are looked at. */
static guint
placed_ties (const AmicusNewcomers  *self,
             guint32                 node,
             const Tie             **ties)
{
  guint n = 0;

  for (guint k = first_tie (self, node); k < self->ties->len && n < MAX_TIES; k++)
    {
      const Tie *tie = &g_array_index (self->ties, Tie, k);

      if (tie->node != node)
        break;
      if (has_place (self, tie->other))
        ties[n++] = tie;
    }

  return n;
}

static void
collect_lines (AmicusNewcomers *self)
{
  const AmicusPlacement *placement = self->change->placement;

  self->lines = amicus_segments_new (&placement->bounds);
  for (guint32 e = 0; e < self->request->n_edges; e++)
    {
      guint32 old = self->change->edges[e];
      const AmicusEdgePath *path = old != AMICUS_NO_INDEX ? &placement->edges[old] : NULL;
      g_autoptr (GArray) flat = NULL;

      if (path == NULL || path->n_points == 0)
        continue;
      flat = amicus_path_flatten (placement->points + path->first_point, path->n_points);
      amicus_segments_add (self->lines, flat, e);
    }
}

/**
 * amicus_newcomers_new:
 * @request: a request
 * @change: what it came from
 * @is_new: for each node whether it looks for a place
 * @nodes: where the other nodes are; those of newcomers are set as they get them
 *
 * Returns: (transfer full): those who look for a place
 */
AmicusNewcomers *
amicus_newcomers_new (AmicusLayoutRequest      *request,
                      const AmicusLayoutChange *change,
                      const gboolean           *is_new,
                      AmicusPoint              *nodes)
{
  AmicusNewcomers *self = g_new0 (AmicusNewcomers, 1);

  self->request = request;
  self->change = change;
  self->is_new = is_new;
  self->nodes = nodes;
  self->ties = g_array_new (FALSE, FALSE, sizeof (Tie));
  self->cut = g_array_new (FALSE, FALSE, sizeof (AmicusSegment));
  collect_ties (self);
  if (amicus_route_is_careful (request))
    collect_lines (self);
  return self;
}

/**
 * amicus_newcomers_free:
 * @self: (transfer full): newcomers
 */
void
amicus_newcomers_free (AmicusNewcomers *self)
{
  g_array_unref (self->ties);
  g_array_unref (self->cut);
  g_clear_pointer (&self->lines, amicus_segments_free);
  g_free (self);
}

static AmicusBox
box_of_node (const AmicusNewcomers *self,
             guint32                node)
{
  const AmicusLayoutNode *source = &self->request->nodes[node];

  return (AmicusBox) { self->nodes[node], source->width, source->height, FALSE };
}

/* Whether line and label have room between the two, beside or above each other. */
static gboolean
leaves_room (const AmicusNewcomers *self,
             const AmicusBox       *box,
             const Tie             *tie)
{
  AmicusBox other = box_of_node (self, tie->other);

  other.width += 2.0 * (LINE_ROOM + tie->label_width);
  other.height += 2.0 * (LINE_ROOM + tie->label_height);
  return !amicus_boxes_meet (box, &other, 0.0);
}

/* Cards that a straight line would go behind. */
static guint
count_cards (const AmicusNewcomers *self,
             guint32                box,
             AmicusPoint            from,
             guint32                node)
{
  AmicusPoint to = self->nodes[node];
  AmicusRect around = { fmin (from.x, to.x), fmin (from.y, to.y), fabs (from.x - to.x),
                        fabs (from.y - to.y) };
  const GArray *near = amicus_space_near (self->space, &around);
  guint n = 0;

  for (guint k = 0; k < near->len; k++)
    {
      guint32 other = g_array_index (near, guint32, k);
      AmicusRect rect = amicus_box_rect (&self->space->boxes[other]);

      n += other != box && self->items[other] != node && !amicus_rect_holds (&rect, &to)
           && amicus_rect_cut (&rect, from, to);
    }

  return n;
}

static double
cost_of_place (guint32     box,
               AmicusPoint centre,
               gpointer    data)
{
  AmicusNewcomers *self = data;
  AmicusBox moved = self->space->boxes[box];
  AmicusRect rect;
  const Tie *ties[MAX_TIES];
  guint n_ties = 0;
  double cost = 0.0;

  moved.centre = centre;
  rect = amicus_box_rect (&moved);
  if (self->items[box] < self->request->n_nodes)
    n_ties = placed_ties (self, self->items[box], ties);

  for (guint k = 0; k < n_ties; k++)
    {
      if (!leaves_room (self, &moved, ties[k]))
        return G_MAXDOUBLE;
      cost += COST_OF_CARD * count_cards (self, box, centre, ties[k]->other);
    }
  if (self->lines != NULL)
    {
      amicus_segments_cut (self->lines, &rect, self->cut);
      cost += COST_OF_LINE * self->cut->len;
    }

  return cost;
}

/* Among those that it is tied to; whether there are any. */
static gboolean
wish_of_ties (const AmicusNewcomers *self,
              guint32                node,
              AmicusPoint           *wish)
{
  const Tie *ties[MAX_TIES];
  guint n = placed_ties (self, node, ties);

  *wish = (AmicusPoint) { 0.0, 0.0 };
  for (guint k = 0; k < n; k++)
    {
      wish->x += self->nodes[ties[k]->other].x / n;
      wish->y += self->nodes[ties[k]->other].y / n;
    }

  return n > 0;
}

static AmicusRect
bounds_of_placed (const AmicusSpace *space)
{
  AmicusRect bounds = { 0.0, 0.0, -1.0, -1.0 };

  for (guint i = 0; i < space->n; i++)
    {
      AmicusRect rect = amicus_box_rect (&space->boxes[i]);

      if (!amicus_box_is_new (&space->boxes[i]))
        amicus_rect_add (&bounds, &rect);
    }

  return bounds;
}

/* Who joins a group comes to its members, wherever those are that it is tied to. */
static AmicusPoint
come_inside (const AmicusNewcomers *self,
             AmicusPoint            wish)
{
  AmicusRect bounds = bounds_of_placed (self->space);

  if (!self->in_group || amicus_rect_is_empty (&bounds))
    return wish;
  return (AmicusPoint) { CLAMP (wish.x, bounds.x, bounds.x + bounds.width),
                         CLAMP (wish.y, bounds.y, bounds.y + bounds.height) };
}

/* Where it was asked to be, or was before it changed its group; whether there is such a place. */
static gboolean
wish_of_its_own (const AmicusNewcomers *self,
                 guint32                node,
                 AmicusPoint           *wish)
{
  guint32 old = self->change->nodes[node];

  if (old != AMICUS_NO_INDEX)
    *wish = come_inside (self, self->change->placement->nodes[old]);
  else if (self->change->wishes != NULL)
    *wish = self->change->wishes[node];
  else
    return FALSE;

  return !isnan (wish->x) && !isnan (wish->y);
}

static AmicusPoint
middle (const AmicusNewcomers *self)
{
  AmicusRect bounds = bounds_of_placed (self->space);

  return amicus_rect_centre (amicus_rect_is_empty (&bounds) ? &self->change->placement->bounds
                                                            : &bounds);
}

static void
set_place (AmicusNewcomers *self,
           guint32          box,
           AmicusPoint      place)
{
  guint32 item = self->items[box];

  amicus_space_set (self->space, box, place);
  if (item < self->request->n_nodes)
    self->nodes[item] = place;
}

/* A place that was asked for is taken if only it is free. */
static void
place_asked (AmicusNewcomers *self,
             guint32          box,
             AmicusPoint      wish)
{
  if (!amicus_space_is_free (self->space, box, wish, 0.0))
    wish = amicus_space_find (self->space, box, wish, cost_of_place, self);
  set_place (self, box, wish);
}

static gboolean
try_place (AmicusNewcomers *self,
           guint32          box,
           gboolean         anywhere)
{
  guint32 item = self->items[box];
  AmicusPoint wish;

  if (wish_of_its_own (self, item, &wish))
    {
      place_asked (self, box, wish);
      return TRUE;
    }

  if (!wish_of_ties (self, item, &wish))
    {
      if (!anywhere)
        return FALSE;
      wish = middle (self);
    }
  wish = come_inside (self, wish);
  set_place (self, box, amicus_space_find (self->space, box, wish, cost_of_place, self));
  return TRUE;
}

/* Returns whether somebody got a place. */
static gboolean
place_pass (AmicusNewcomers *self,
            gboolean         anywhere)
{
  gboolean placed = FALSE;

  for (guint32 i = 0; i < self->space->n; i++)
    if (amicus_box_is_new (&self->space->boxes[i]) && self->items[i] < self->request->n_nodes)
      placed |= try_place (self, i, anywhere);

  return placed;
}

/**
 * amicus_newcomers_place:
 * @self: newcomers
 * @space: a level, in which the newcomers have no place yet
 * @items: the node that each box stands for, or what is no node
 * @in_group: whether the level is a group
 *
 * Each newcomer comes to the place that was wished for it, else near those that it is tied to,
 * else to the middle; there to the nearest free place that covers few lines, with room for its
 * own.
 */
void
amicus_newcomers_place (AmicusNewcomers *self,
                        AmicusSpace     *space,
                        const guint32   *items,
                        gboolean         in_group)
{
  guint n_passes = MAX_PASSES;

  self->space = space;
  self->items = items;
  self->in_group = in_group;
  while (n_passes > 0 && place_pass (self, FALSE))
    n_passes--;
  place_pass (self, TRUE);
}
