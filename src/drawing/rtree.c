/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Boxes are sorted along a Hilbert curve and packed into full nodes, level upon level, in one array (Kamel and
 * Faloutsos, "On packing R-trees", 1993; the array form as in flatbush). Built once, never changed. */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/rtree.h"

#include <math.h>
#include <stdlib.h>

#define NODE_SIZE 16
#define MAX_LEVELS 9            /* 16^9 is more than 2^32 */
#define STACK_SIZE (MAX_LEVELS * NODE_SIZE)

typedef struct
{
  float x0;
  float y0;
  float x1;
  float y1;
} Box;

/*
 * boxes: those of the leaves in Hilbert order, then those of each level above; the last is the root
 * items: the caller's index of each leaf
 * levels: index of the first box of each level
 */
struct _AmicusRtree
{
  Box *boxes;
  guint32 *items;
  guint n_items;
  guint n_levels;
  guint32 levels[MAX_LEVELS + 1];
};

typedef struct
{
  guint32 place;
  guint32 item;
} Ranked;

/* Floats hold the boxes; rounding outwards keeps each box whole. */
static Box
box_from_rect (const AmicusRect *rect)
{
  return (Box) {
    nextafterf ((float) rect->x, -INFINITY),
    nextafterf ((float) rect->y, -INFINITY),
    nextafterf ((float) (rect->x + rect->width), INFINITY),
    nextafterf ((float) (rect->y + rect->height), INFINITY),
  };
}

static Box
box_union (Box a,
           Box b)
{
  return (Box) { fminf (a.x0, b.x0), fminf (a.y0, b.y0), fmaxf (a.x1, b.x1), fmaxf (a.y1, b.y1) };
}

static gboolean
box_meets (const Box *a,
           const Box *b)
{
  return a->x0 <= b->x1 && b->x0 <= a->x1 && a->y0 <= b->y1 && b->y0 <= a->y1;
}

static gboolean
rect_is_usable (const AmicusRect *rect)
{
  return rect->width >= 0 && rect->height >= 0 && isfinite (rect->x + rect->width) &&
         isfinite (rect->y + rect->height);
}

/* Place of a cell on the Hilbert curve of order 16. */
static guint32
hilbert_place (guint32 x,
               guint32 y)
{
  guint32 place = 0;

  for (guint32 half = 1u << 15; half > 0; half >>= 1)
    {
      guint32 right = (x & half) != 0;
      guint32 below = (y & half) != 0;
      guint32 old_x;

      place += half * half * ((3 * right) ^ below);
      if (below != 0)
        continue;

      /* The lower quarters are turned: mirrored on the right, transposed on both sides. */
      if (right)
        {
          x = 0xffff - x;
          y = 0xffff - y;
        }
      old_x = x;
      x = y;
      y = old_x;
    }
  return place;
}

static int
compare_ranked (const void *a,
                const void *b)
{
  const Ranked *first = a;
  const Ranked *second = b;

  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;
  return first->item < second->item ? -1 : first->item > second->item;
}

static guint32
cell_of (float low,
         float high,
         float start,
         float extent)
{
  if (extent <= 0)
    return 0;
  return (guint32) CLAMP (((low + high) / 2 - start) / extent * 65535, 0, 65535);
}

static Ranked *
rank_boxes (const AmicusRect *boxes,
            guint             n_boxes,
            guint            *n_ranked)
{
  Box world = { INFINITY, INFINITY, -INFINITY, -INFINITY };
  Ranked *ranked = g_new (Ranked, MAX (n_boxes, 1));
  guint n = 0;

  for (guint i = 0; i < n_boxes; i++)
    if (rect_is_usable (&boxes[i]))
      {
        world = box_union (world, box_from_rect (&boxes[i]));
        ranked[n++].item = i;
      }

  for (guint i = 0; i < n; i++)
    {
      Box box = box_from_rect (&boxes[ranked[i].item]);

      ranked[i].place = hilbert_place (cell_of (box.x0, box.x1, world.x0, world.x1 - world.x0),
                                       cell_of (box.y0, box.y1, world.y0, world.y1 - world.y0));
    }
  qsort (ranked, n, sizeof (Ranked), compare_ranked);

  *n_ranked = n;
  return ranked;
}

/* Fills levels and returns the number of boxes of all levels together. */
static guint
plan_levels (AmicusRtree *self)
{
  guint total = 0;
  guint n = self->n_items;

  self->levels[0] = 0;
  while (n > 0)
    {
      total += n;
      self->levels[++self->n_levels] = total;
      if (n == 1)
        break;
      n = (n + NODE_SIZE - 1) / NODE_SIZE;
    }
  return total;
}

static void
pack_level (AmicusRtree *self,
            guint        level)
{
  guint32 first = self->levels[level - 1];
  guint32 end = self->levels[level];

  for (guint32 i = first; i < end; i++)
    {
      Box *parent = &self->boxes[end + (i - first) / NODE_SIZE];

      *parent = (i - first) % NODE_SIZE == 0 ? self->boxes[i] : box_union (*parent, self->boxes[i]);
    }
}

AmicusRtree *
amicus_rtree_new (const AmicusRect *boxes,
                  guint             n_boxes)
{
  AmicusRtree *self = g_new0 (AmicusRtree, 1);
  g_autofree Ranked *ranked = rank_boxes (boxes, n_boxes, &self->n_items);
  guint n_all;

  n_all = plan_levels (self);
  self->boxes = g_new (Box, MAX (n_all, 1));
  self->items = g_new (guint32, MAX (self->n_items, 1));
  for (guint i = 0; i < self->n_items; i++)
    {
      self->items[i] = ranked[i].item;
      self->boxes[i] = box_from_rect (&boxes[ranked[i].item]);
    }
  for (guint level = 1; level < self->n_levels; level++)
    pack_level (self, level);
  return self;
}

void
amicus_rtree_free (AmicusRtree *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->boxes);
  g_free (self->items);
  g_free (self);
}

void
amicus_rtree_query (const AmicusRtree *self,
                    const AmicusRect  *area,
                    GArray            *found)
{
  guint32 places[STACK_SIZE];
  guint8 levels[STACK_SIZE];
  guint depth = 0;
  Box box;

  g_return_if_fail (self != NULL && area != NULL && found != NULL);

  if (self->n_items == 0 || !rect_is_usable (area))
    return;

  box = box_from_rect (area);
  places[depth] = 0;
  levels[depth++] = self->n_levels - 1;
  while (depth > 0)
    {
      guint32 place = places[--depth];
      guint8 level = levels[depth];
      guint32 n_below;

      if (!box_meets (&self->boxes[self->levels[level] + place], &box))
        continue;
      if (level == 0)
        {
          g_array_append_val (found, self->items[place]);
          continue;
        }

      n_below = self->levels[level] - self->levels[level - 1];
      for (guint32 i = place * NODE_SIZE; i < MIN ((place + 1) * NODE_SIZE, n_below); i++)
        {
          places[depth] = i;
          levels[depth++] = level - 1;
        }
    }
}
