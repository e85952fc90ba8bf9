/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/overlap-private.h"

#include "layout/grid-private.h"
#include "layout/random-private.h"

#include <stdlib.h>

/* Pushing goes on for so many rounds, then all is stretched and pushed again. */
#define PUSH_ROUNDS 16
#define STRETCHES 10
#define STRETCH 1.15
/* Many boxes that would fill more than this part of their bounds are stretched before. */
#define MANY 1000
#define FULL 0.5
/* How many times fewer others a box must have above and below it than beside it, to look there. */
#define LYING 4.0
/* When no more than this part of the boxes is left, or so few, they are set one by one. */
#define REST 0.08
#define FEW 3
/* Rounding must not make neighbours look as if they overlapped. */
#define TOLERANCE 1e-6

typedef struct
{
  AmicusBox *boxes;
  guint n;
  double gap;
  gboolean *active;   /* moved in the last round, so it may have met others */
  gboolean *moved;
  gboolean lying;     /* in a row rather than all over, so that lefts are looked at, not tops */
  guint32 *order;     /* by top sides, as they were at the beginning of a round */
  double *tops;       /* in that order */
  GArray *found;
} Crowd;

static AmicusRect
bounds_of (const AmicusBox *boxes,
           guint            n)
{
  AmicusRect bounds = { 0.0, 0.0, -1.0, -1.0 };

  for (guint i = 0; i < n; i++)
    {
      AmicusRect rect = amicus_box_rect (&boxes[i]);

      amicus_rect_add (&bounds, &rect);
    }

  return bounds;
}

static AmicusGrid *
grid_for (const Crowd *crowd)
{
  AmicusRect bounds = bounds_of (crowd->boxes, crowd->n);
  double width = 0.0, height = 0.0;

  for (guint i = 0; i < crowd->n; i++)
    {
      width += crowd->boxes[i].width / crowd->n;
      height += crowd->boxes[i].height / crowd->n;
    }

  return amicus_grid_new (&bounds, width + crowd->gap, height + crowd->gap);
}

/* How far the two reach into each other in each direction, with the gap; 0 or less if not. */
static AmicusPoint
penetration (const AmicusBox *a,
             const AmicusBox *b,
             double           gap)
{
  return (AmicusPoint) { (a->width + b->width) / 2.0 + gap - fabs (a->centre.x - b->centre.x),
                         (a->height + b->height) / 2.0 + gap - fabs (a->centre.y - b->centre.y) };
}

static gboolean
are_too_near (const AmicusBox *a,
              const AmicusBox *b,
              double           gap)
{
  AmicusPoint depth = penetration (a, b, gap);

  return depth.x > TOLERANCE && depth.y > TOLERANCE;
}

/* The part of the way that the first of two goes: the smaller box goes farther. */
static double
share (const AmicusBox *a,
       const AmicusBox *b)
{
  double area_a = fmax (a->width * a->height, 1.0);
  double area_b = fmax (b->width * b->height, 1.0);

  if (a->fixed)
    return 0.0;
  return b->fixed ? 1.0 : area_b / (area_a + area_b);
}

/* Along the axis where it takes less, each to the side where it is already. */
static gboolean
push_apart (AmicusBox *a,
            AmicusBox *b,
            double     gap)
{
  AmicusPoint depth = penetration (a, b, gap);
  double part = share (a, b);

  if (depth.x <= TOLERANCE || depth.y <= TOLERANCE || (a->fixed && b->fixed))
    return FALSE;

  if (depth.x < depth.y)
    {
      double way = a->centre.x < b->centre.x ? -depth.x : depth.x;

      a->centre.x += part * way;
      b->centre.x -= (1.0 - part) * way;
    }
  else
    {
      double way = a->centre.y < b->centre.y ? -depth.y : depth.y;

      a->centre.y += part * way;
      b->centre.y -= (1.0 - part) * way;
    }

  return TRUE;
}

static double
top_of (const AmicusBox *box,
        gboolean         lying)
{
  return lying ? box->centre.x - box->width / 2.0 : box->centre.y - box->height / 2.0;
}

static double
bottom_of (const AmicusBox *box,
           gboolean         lying)
{
  return lying ? box->centre.x + box->width / 2.0 : box->centre.y + box->height / 2.0;
}

/* From one round to the next little changes, so exchanging neighbours is quickest. */
static void
sort_by_top (Crowd *crowd)
{
  for (guint k = 0; k < crowd->n; k++)
    {
      guint32 i = crowd->order[k];
      double top = top_of (&crowd->boxes[i], crowd->lying);
      guint at = k;

      for (; at > 0 && crowd->tops[at - 1] > top; at--)
        {
          crowd->order[at] = crowd->order[at - 1];
          crowd->tops[at] = crowd->tops[at - 1];
        }
      crowd->order[at] = i;
      crowd->tops[at] = top;
    }
}

/* Those that begin above where the box ends: cards are wide, so there are fewer of these than beside
 * it. Each pair is met once. */
static void
push_followers (Crowd *crowd,
                guint  k)
{
  guint32 i = crowd->order[k];
  AmicusBox *box = &crowd->boxes[i];

  for (guint l = k + 1; l < crowd->n; l++)
    {
      guint32 j = crowd->order[l];

      if (crowd->tops[l] > bottom_of (box, crowd->lying) + crowd->gap)
        break;
      if (fabs (box->centre.x - crowd->boxes[j].centre.x)
            < (box->width + crowd->boxes[j].width) / 2.0 + crowd->gap
          && (crowd->active[i] || crowd->active[j])
          && push_apart (box, &crowd->boxes[j], crowd->gap))
        crowd->moved[i] = crowd->moved[j] = TRUE;
    }
}

/* Returns how many boxes moved. */
static guint
push_round (Crowd *crowd)
{
  gboolean *kept = crowd->active;
  guint n_moved = 0;

  for (guint i = 0; i < crowd->n; i++)
    crowd->moved[i] = FALSE;

  sort_by_top (crowd);
  for (guint k = 0; k < crowd->n; k++)
    push_followers (crowd, k);

  for (guint i = 0; i < crowd->n; i++)
    n_moved += crowd->moved[i];
  crowd->active = crowd->moved;
  crowd->moved = kept;

  return n_moved;
}

static void
stretch (Crowd *crowd,
         double factor)
{
  AmicusPoint centre = { 0.0, 0.0 };

  for (guint i = 0; i < crowd->n; i++)
    {
      centre.x += crowd->boxes[i].centre.x / crowd->n;
      centre.y += crowd->boxes[i].centre.y / crowd->n;
    }

  for (guint i = 0; i < crowd->n; i++)
    {
      AmicusBox *box = &crowd->boxes[i];

      if (!box->fixed)
        {
          box->centre.x = centre.x + factor * (box->centre.x - centre.x);
          box->centre.y = centre.y + factor * (box->centre.y - centre.y);
        }
      crowd->active[i] = TRUE;
    }
}

/* Returns how many boxes moved in the last round. */
static guint
push_rounds (Crowd        *crowd,
             GCancellable *cancellable)
{
  guint n_moved = crowd->n;

  for (guint round = 0; round < PUSH_ROUNDS && n_moved > 0; round++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return 0;
      n_moved = push_round (crowd);
    }

  return n_moved;
}

/* Pushing boxes that all lie on each other would go on for ever. */
static void
stretch_to_fit (Crowd *crowd)
{
  AmicusRect bounds = bounds_of (crowd->boxes, crowd->n);
  double area = 0.0, by;

  for (guint i = 0; i < crowd->n; i++)
    area += (crowd->boxes[i].width + crowd->gap) * (crowd->boxes[i].height + crowd->gap);

  by = sqrt (area / FULL / fmax (bounds.width * bounds.height, 1.0));
  if (by > 1.0)
    stretch (crowd, by);
}

/* Boxes at the very same place give no direction to push. */
static void
part_coincident (Crowd *crowd)
{
  guint64 random = crowd->n;

  for (guint i = 0; i < crowd->n; i++)
    {
      AmicusBox *box = &crowd->boxes[i];

      if (box->fixed)
        continue;
      box->centre.x += 0.01 * amicus_random_signed (&random);
      box->centre.y += 0.01 * amicus_random_signed (&random);
    }
}

static gboolean
is_free (const Crowd      *crowd,
         const AmicusGrid *grid,
         const AmicusBox  *box)
{
  AmicusRect rect = amicus_box_rect (box);

  rect = amicus_rect_grown (&rect, crowd->gap);
  amicus_grid_find (grid, &rect, crowd->found);
  for (guint k = 0; k < crowd->found->len; k++)
    if (are_too_near (box, &crowd->boxes[g_array_index (crowd->found, guint32, k)], crowd->gap))
      return FALSE;

  return TRUE;
}

/* On rings around its place, each a bit larger. The plane has no end, so one is found. */
static void
move_to_free_place (const Crowd      *crowd,
                    const AmicusGrid *grid,
                    AmicusBox        *box)
{
  AmicusPoint wish = box->centre;
  double step_x = (box->width + crowd->gap) / 4.0;
  double step_y = (box->height + crowd->gap) / 4.0;

  for (guint ring = 1; !is_free (crowd, grid, box); ring++)
    {
      guint n_tries = 8 * ring;

      for (guint k = 0; k < n_tries; k++)
        {
          double angle = 2.0 * G_PI * k / n_tries;

          box->centre.x = wish.x + ring * step_x * cos (angle);
          box->centre.y = wish.y + ring * step_y * sin (angle);
          if (is_free (crowd, grid, box))
            return;
        }
    }
}

static void
settle_those (Crowd      *crowd,
              AmicusGrid *grid,
              gboolean    fixed,
              gboolean   *settled)
{
  for (guint i = 0; i < crowd->n; i++)
    {
      const AmicusBox *box = &crowd->boxes[i];
      AmicusRect rect = amicus_box_rect (box);

      if (box->fixed != fixed || (!fixed && !is_free (crowd, grid, box)))
        continue;
      settled[i] = TRUE;
      amicus_grid_add (grid, &rect, i);
    }
}

/* The last and certain way: those that overlap nothing stay, each other one goes to a free place.
 * */
static void
settle (Crowd        *crowd,
        GCancellable *cancellable)
{
  g_autoptr (AmicusGrid) grid = grid_for (crowd);
  g_autofree gboolean *settled = g_new0 (gboolean, crowd->n);

  settle_those (crowd, grid, TRUE, settled);
  settle_those (crowd, grid, FALSE, settled);

  for (guint i = 0; i < crowd->n && !g_cancellable_is_cancelled (cancellable); i++)
    if (!settled[i])
      {
        AmicusRect rect;

        move_to_free_place (crowd, grid, &crowd->boxes[i]);
        rect = amicus_box_rect (&crowd->boxes[i]);
        amicus_grid_add (grid, &rect, i);
      }
}

/* A box by its top side. */
typedef struct
{
  double top;
  guint32 box;
} Top;

static int
compare_tops (gconstpointer a,
               gconstpointer b)
{
  const Top *one = a, *other = b;

  if (one->top < other->top || one->top > other->top)
    return one->top < other->top ? -1 : 1;
  return one->box < other->box ? -1 : 1;
}

static guint32 *
order_by_top (const AmicusBox *boxes,
              guint            n,
              gboolean         lying)
{
  g_autofree Top *tops = g_new (Top, n);
  guint32 *order = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    tops[i] = (Top) { top_of (&boxes[i], lying), i };
  qsort (tops, n, sizeof (Top), compare_tops);
  for (guint i = 0; i < n; i++)
    order[i] = tops[i].box;

  return order;
}

/* Whether each box has far more others beside it than above and below it, as in a row. */
static gboolean
is_lying (const AmicusBox *boxes,
          guint            n)
{
  AmicusRect bounds = bounds_of (boxes, n);
  double width = 0.0, height = 0.0;

  for (guint i = 0; i < n; i++)
    {
      width += boxes[i].width / n;
      height += boxes[i].height / n;
    }

  return LYING * width * bounds.height < height * bounds.width;
}

/**
 * amicus_overlap_remove:
 * @boxes: (inout): boxes
 * @n: their number
 * @gap: least distance between two of them, in points
 * @cancellable: (nullable): stops early, leaving overlaps
 *
 * Moves the boxes as little as needed so that none overlaps another: neighbours push each other
 * along the axis where it takes less, so that left stays left and above stays above; what pushing
 * cannot solve is stretched; a last pass makes it certain. Two fixed boxes may overlap.
 */
void
amicus_overlap_remove (AmicusBox    *boxes,
                       guint         n,
                       double        gap,
                       GCancellable *cancellable)
{
  Crowd crowd = { .boxes = boxes, .n = n, .gap = gap };
  guint n_moved = n;

  if (n < 2)
    return;

  crowd.active = g_new (gboolean, n);
  crowd.moved = g_new (gboolean, n);
  crowd.tops = g_new (double, n);
  crowd.lying = is_lying (boxes, n);
  crowd.order = order_by_top (boxes, n, crowd.lying);
  crowd.found = g_array_new (FALSE, FALSE, sizeof (guint32));

  part_coincident (&crowd);
  for (guint i = 0; i < n; i++)
    crowd.active[i] = TRUE;
  if (n > MANY)
    stretch_to_fit (&crowd);

  for (guint k = 0; k < STRETCHES && n_moved > fmax (REST * n, FEW); k++)
    {
      if (k > 0)
        stretch (&crowd, STRETCH);
      n_moved = push_rounds (&crowd, cancellable);
    }
  settle (&crowd, cancellable);

  g_free (crowd.active);
  g_free (crowd.moved);
  g_free (crowd.tops);
  g_free (crowd.order);
  g_array_unref (crowd.found);
}
