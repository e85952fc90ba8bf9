/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/shove-private.h"

#include "layout/start-private.h"

/* A box that was pushed so often goes to a free place and stays there. */
#define MAX_PUSHES 6
/* Rounding is no growth. */
#define TOLERANCE 1e-6

typedef struct
{
  AmicusSpace *space;
  const AmicusRect *before;
  guint8 *n_pushes;
  GQueue *pushing;
} Shove;

static gboolean
has_grown (const Shove *self,
           guint32      box)
{
  AmicusRect now = amicus_box_rect (&self->space->boxes[box]);
  const AmicusRect *before = &self->before[box];

  now = amicus_rect_grown (&now, -TOLERANCE);
  return amicus_rect_is_empty (before) || now.x < before->x || now.y < before->y
         || now.x + now.width > before->x + before->width
         || now.y + now.height > before->y + before->height;
}

/* What two boxes are to keep from each other: nothing if they were nearer than the gap before, and
 * less than nothing if they lay on each other, as a person may have wished. */
static double
gap_between (const Shove *self,
             guint32      box,
             guint32      other)
{
  AmicusRect first = self->before[box];
  const AmicusRect *second = &self->before[other];

  if (amicus_rect_is_empty (&first) || amicus_rect_is_empty (second))
    return self->space->gap;
  first = amicus_rect_grown (&first, -TOLERANCE);
  if (amicus_rect_meets (&first, second))
    return -G_MAXDOUBLE;

  first = amicus_rect_grown (&first, self->space->gap);
  return amicus_rect_meets (&first, second) ? 0.0 : self->space->gap;
}

static gboolean
is_settled (const Shove *self,
            guint32      box)
{
  return self->space->boxes[box].fixed || self->n_pushes[box] > MAX_PUSHES;
}

/* Along the axis where it takes less, to the side where the box is already. */
static AmicusPoint
place_beside (const AmicusBox *box,
              const AmicusBox *other,
              double           gap)
{
  double dx = box->centre.x - other->centre.x, dy = box->centre.y - other->centre.y;
  double depth_x = (box->width + other->width) / 2.0 + gap - fabs (dx);
  double depth_y = (box->height + other->height) / 2.0 + gap - fabs (dy);
  AmicusPoint place = box->centre;

  if (depth_x < depth_y)
    place.x += dx < 0.0 ? -depth_x : depth_x;
  else
    place.y += dy < 0.0 ? -depth_y : depth_y;
  return place;
}

static void
push (Shove   *self,
      guint32  box,
      guint32  from,
      double   gap)
{
  AmicusSpace *space = self->space;
  AmicusPoint place = place_beside (&space->boxes[box], &space->boxes[from], gap);

  if (++self->n_pushes[box] > MAX_PUSHES)
    place = amicus_space_find (space, box, place, NULL, NULL);
  amicus_space_set (space, box, place);
  g_queue_push_tail (self->pushing, GUINT_TO_POINTER (box));
}

/* Pushes all that is in the way of a box, or the box itself away from what stands firm. */
static void
push_from (Shove   *self,
           guint32  box)
{
  AmicusSpace *space = self->space;
  AmicusRect rect = amicus_box_rect (&space->boxes[box]);
  g_autoptr (GArray) near = NULL;

  rect = amicus_rect_grown (&rect, space->gap);
  near = g_array_copy ((GArray *) amicus_space_near (space, &rect));
  for (guint k = 0; k < near->len; k++)
    {
      guint32 other = g_array_index (near, guint32, k);
      double gap = gap_between (self, box, other);

      if (other == box || !amicus_boxes_meet (&space->boxes[box], &space->boxes[other], gap))
        continue;
      if (!is_settled (self, other))
        push (self, other, box, gap);
      else if (!is_settled (self, box))
        {
          push (self, box, other, gap);
          return;
        }
    }
}

/**
 * amicus_shove:
 * @space: boxes where they are now
 * @before: where each was; without extent for what was not there
 *
 * Those that reach farther than before push others that they would cover, and these others again,
 * each along the axis where it takes less. What is fixed stays; two boxes that lay on each other
 * before go on to. No others overlap in the end, unless both are fixed.
 */
void
amicus_shove (AmicusSpace      *space,
              const AmicusRect *before)
{
  g_autofree guint8 *n_pushes = g_new0 (guint8, MAX (1, space->n));
  g_autoptr (GQueue) pushing = g_queue_new ();
  Shove shove = { space, before, n_pushes, pushing };

  for (guint32 i = 0; i < space->n; i++)
    if (!amicus_box_is_new (&space->boxes[i]) && has_grown (&shove, i))
      g_queue_push_tail (pushing, GUINT_TO_POINTER (i));

  while (!g_queue_is_empty (pushing))
    push_from (&shove, GPOINTER_TO_UINT (g_queue_pop_head (pushing)));
}
