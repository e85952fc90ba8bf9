/* SPDX-License-Identifier: MIT */

#include "layout-worker/outline.h"

#include <string.h>

#define N_HALVINGS 24

static bool
pill_holds (double dx,
            double dy,
            double a,
            double b)
{
  double radius = a < b ? a : b;
  double over_x = fmax (dx - (a - radius), 0.0);
  double over_y = fmax (dy - (b - radius), 0.0);

  return over_x * over_x + over_y * over_y <= radius * radius;
}

static bool
shape_holds (const WorkerShape     *shape,
             const AmicusWirePoint *point)
{
  double a = shape->width / 2.0, b = shape->height / 2.0;
  double dx = fabs (point->x - shape->centre.x), dy = fabs (point->y - shape->centre.y);

  if (dx > a || dy > b)
    return false;

  switch (shape->outline)
    {
    case AMICUS_WIRE_OUTLINE_PILL:
      return pill_holds (dx, dy, a, b);
    case AMICUS_WIRE_OUTLINE_HEXAGON:
      return dx <= a - fmin (a, 0.6 * b) * (b > 0.0 ? dy / b : 0.0);
    case AMICUS_WIRE_OUTLINE_ELLIPSE:
      return dx * dx * b * b + dy * dy * a * a <= a * a * b * b;
    case AMICUS_WIRE_OUTLINE_DIAMOND:
      return dx * b + dy * a <= a * b;
    default:
      return true;
    }
}

static AmicusWirePoint
between (AmicusWirePoint p,
         AmicusWirePoint q,
         double          t)
{
  return (AmicusWirePoint) { p.x + (q.x - p.x) * t, p.y + (q.y - p.y) * t };
}

/* Splits a cubic Bézier curve at t, by de Casteljau's construction (1959). */
static void
split_curve (const AmicusWirePoint  curve[4],
             double                 t,
             AmicusWirePoint        first[4],
             AmicusWirePoint        second[4])
{
  AmicusWirePoint ab = between (curve[0], curve[1], t);
  AmicusWirePoint bc = between (curve[1], curve[2], t);
  AmicusWirePoint cd = between (curve[2], curve[3], t);
  AmicusWirePoint abc = between (ab, bc, t);
  AmicusWirePoint bcd = between (bc, cd, t);
  AmicusWirePoint middle = between (abc, bcd, t);

  memcpy (first, (AmicusWirePoint[4]) { curve[0], ab, abc, middle }, 4 * sizeof *first);
  memcpy (second, (AmicusWirePoint[4]) { middle, bcd, cd, curve[3] }, 4 * sizeof *second);
}

/* Cuts off the part of a curve that begins inside the shape and ends outside. */
static void
clip_curve (AmicusWirePoint    curve[4],
            const WorkerShape *shape)
{
  double inside = 0.0, outside = 1.0;
  AmicusWirePoint first[4], second[4];

  for (int i = 0; i < N_HALVINGS; i++)
    {
      double t = (inside + outside) / 2.0;

      split_curve (curve, t, first, second);
      if (shape_holds (shape, &second[0]))
        inside = t;
      else
        outside = t;
    }

  split_curve (curve, outside, first, second);
  memcpy (curve, second, sizeof second);
}

static void
reverse (AmicusWirePoint *points,
         size_t           n_points)
{
  for (size_t i = 0, j = n_points - 1; i < j; i++, j--)
    {
      AmicusWirePoint point = points[i];

      points[i] = points[j];
      points[j] = point;
    }
}

/* Cuts the beginning of a path at the border of the shape. A path that does not begin inside, or
 * never leaves, stays as it is. */
static void
clip_beginning (AmicusWirePoint   *points,
                size_t            *n_points,
                const WorkerShape *shape)
{
  size_t first = 0;

  if (!shape_holds (shape, &points[0]))
    return;

  while (first + 3 < *n_points && shape_holds (shape, &points[first + 3]))
    first += 3;
  if (first + 3 >= *n_points)
    return;

  clip_curve (&points[first], shape);
  *n_points -= first;
  memmove (points, &points[first], *n_points * sizeof *points);
}

/**
 * worker_outline_clip:
 * @points: 3n + 1 control points of Bézier curves
 * @n_points: (inout): their number, which may become smaller
 * @tail: (nullable): shape that the path begins in
 * @head: (nullable): shape that the path ends in
 *
 * Cuts a path from centre to centre at the borders.
 */
void
worker_outline_clip (AmicusWirePoint   *points,
                     size_t            *n_points,
                     const WorkerShape *tail,
                     const WorkerShape *head)
{
  if (tail != NULL)
    clip_beginning (points, n_points, tail);

  if (head == NULL)
    return;

  reverse (points, *n_points);
  clip_beginning (points, n_points, head);
  reverse (points, *n_points);
}
