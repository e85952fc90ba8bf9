/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/space-private.h"

#include "layout/grid-private.h"
#include "layout/start-private.h"

/* Rounding must not make neighbours look as if they overlapped. */
#define TOLERANCE 1e-6
/* Rings that are looked at beyond the first with a free place. */
#define MORE_RINGS 5

/**
 * amicus_boxes_meet:
 * @a: a box
 * @b: another
 * @gap: what they are to keep from each other, in points
 *
 * Returns: whether they are nearer than that
 */
gboolean
amicus_boxes_meet (const AmicusBox *a,
                   const AmicusBox *b,
                   double           gap)
{
  return fabs (a->centre.x - b->centre.x) < (a->width + b->width) / 2.0 + gap - TOLERANCE
         && fabs (a->centre.y - b->centre.y) < (a->height + b->height) / 2.0 + gap - TOLERANCE;
}

static void
add_box (AmicusSpace *self,
         guint32      box)
{
  AmicusRect rect = amicus_box_rect (&self->boxes[box]);

  amicus_grid_add (self->grid, &rect, box);
}

static AmicusGrid *
grid_for (const AmicusBox *boxes,
          guint            n)
{
  AmicusRect bounds = { 0.0, 0.0, -1.0, -1.0 };
  double width = 1.0, height = 1.0;

  for (guint i = 0; i < n; i++)
    {
      AmicusRect rect = amicus_box_rect (&boxes[i]);

      if (!amicus_box_is_new (&boxes[i]))
        amicus_rect_add (&bounds, &rect);
      width += boxes[i].width / n;
      height += boxes[i].height / n;
    }

  return amicus_grid_new (&bounds, width, height);
}

/**
 * amicus_space_new:
 * @boxes: boxes; not copied
 * @n: their number
 * @gap: what a box keeps from others, in points
 *
 * Returns: (transfer full): the space around them
 */
AmicusSpace *
amicus_space_new (AmicusBox *boxes,
                  guint      n,
                  double     gap)
{
  AmicusSpace *self = g_new0 (AmicusSpace, 1);

  self->boxes = boxes;
  self->n = n;
  self->gap = gap;
  self->grid = grid_for (boxes, n);
  self->found = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < n; i++)
    if (!amicus_box_is_new (&boxes[i]))
      add_box (self, i);

  return self;
}

/**
 * amicus_space_free:
 * @self: (transfer full): a space
 */
void
amicus_space_free (AmicusSpace *self)
{
  amicus_grid_free (self->grid);
  g_array_unref (self->found);
  g_free (self);
}

/**
 * amicus_space_set:
 * @self: a space
 * @box: index of a box
 * @centre: its place from now on
 */
void
amicus_space_set (AmicusSpace *self,
                  guint32      box,
                  AmicusPoint  centre)
{
  self->boxes[box].centre = centre;
  add_box (self, box);
}

/**
 * amicus_space_near:
 * @self: a space
 * @rect: where to look
 *
 * Returns: (transfer none) (element-type guint32): boxes that may touch @rect, some more than once
 */
const GArray *
amicus_space_near (AmicusSpace      *self,
                   const AmicusRect *rect)
{
  amicus_grid_find (self->grid, rect, self->found);
  return self->found;
}

/**
 * amicus_space_is_free:
 * @self: a space
 * @box: index of a box
 * @centre: where it would stand
 * @gap: what it is to keep from others, in points
 *
 * Returns: whether it can
 */
gboolean
amicus_space_is_free (AmicusSpace *self,
                      guint32      box,
                      AmicusPoint  centre,
                      double       gap)
{
  AmicusBox moved = self->boxes[box];
  AmicusRect rect;
  const GArray *near;

  moved.centre = centre;
  rect = amicus_box_rect (&moved);
  rect = amicus_rect_grown (&rect, gap);
  near = amicus_space_near (self, &rect);
  for (guint k = 0; k < near->len; k++)
    {
      guint32 other = g_array_index (near, guint32, k);

      if (other != box && amicus_boxes_meet (&moved, &self->boxes[other], gap))
        return FALSE;
    }

  return TRUE;
}

/* The best place so far. */
typedef struct
{
  AmicusPoint centre;
  double cost;
} Choice;

static void
consider (AmicusSpace     *self,
          guint32          box,
          AmicusPoint      centre,
          double           base,
          AmicusSpaceCost  cost,
          gpointer         data,
          Choice          *best)
{
  double all = base;

  if (base >= best->cost || !amicus_space_is_free (self, box, centre, self->gap))
    return;
  if (cost != NULL)
    all += cost (box, centre, data);
  if (all < best->cost)
    *best = (Choice) { centre, all };
}

/**
 * amicus_space_find:
 * @self: a space
 * @box: index of a box
 * @wish: where it would best stand
 * @cost: (nullable): tells of a free place how bad it is
 * @data: for @cost
 *
 * Looks at the wish and on rings around it, each a bit larger: the plane has no end, so a free
 * place is found.
 *
 * Returns: the place
 */
AmicusPoint
amicus_space_find (AmicusSpace     *self,
                   guint32          box,
                   AmicusPoint      wish,
                   AmicusSpaceCost  cost,
                   gpointer         data)
{
  double step_x = (self->boxes[box].width + self->gap) / 4.0;
  double step_y = (self->boxes[box].height + self->gap) / 4.0;
  Choice best = { wish, G_MAXDOUBLE };
  guint n_more = MORE_RINGS;

  consider (self, box, wish, 0.0, cost, data, &best);
  for (guint ring = 1; n_more > 0 && best.cost > ring; ring++)
    {
      guint n_tries = 8 * ring;

      for (guint k = 0; k < n_tries; k++)
        {
          double angle = 2.0 * G_PI * k / n_tries;
          AmicusPoint centre = { wish.x + ring * step_x * cos (angle),
                                 wish.y + ring * step_y * sin (angle) };

          consider (self, box, centre, ring, cost, data, &best);
        }
      if (best.cost < G_MAXDOUBLE)
        n_more--;
    }

  return best.centre;
}
