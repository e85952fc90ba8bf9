/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/flat-private.h"

#include "layout/box-private.h"

#include <math.h>

/**
 * amicus_flat_length:
 * @flat: (element-type AmicusPoint): points along a path
 *
 * Returns: its length, in points
 */
double
amicus_flat_length (const GArray *flat)
{
  double length = 0.0;

  for (guint i = 1; i < flat->len; i++)
    {
      const AmicusPoint *a = &g_array_index (flat, AmicusPoint, i - 1);
      const AmicusPoint *b = &g_array_index (flat, AmicusPoint, i);

      length += hypot (b->x - a->x, b->y - a->y);
    }

  return length;
}

/**
 * amicus_flat_at:
 * @flat: (element-type AmicusPoint): points along a path
 * @way: how far along it, in points
 * @across: (out): the direction across the path there, of length 1
 *
 * Returns: the place
 */
AmicusPoint
amicus_flat_at (const GArray *flat,
                double        way,
                AmicusPoint  *across)
{
  AmicusPoint point = g_array_index (flat, AmicusPoint, 0);

  *across = (AmicusPoint) { 0.0, -1.0 };
  for (guint i = 1; i < flat->len; i++)
    {
      AmicusPoint to = g_array_index (flat, AmicusPoint, i);
      double length = hypot (to.x - point.x, to.y - point.y);

      if (length > 1e-9)
        *across = (AmicusPoint) { (to.y - point.y) / length, (point.x - to.x) / length };
      if (way <= length && length > 1e-9)
        return (AmicusPoint) { point.x + way / length * (to.x - point.x),
                               point.y + way / length * (to.y - point.y) };
      way -= length;
      point = to;
    }

  return point;
}

/**
 * amicus_flat_nearest:
 * @flat: (element-type AmicusPoint): points along a path
 * @place: a place
 *
 * Returns: the point of the path that is nearest to it
 */
AmicusPoint
amicus_flat_nearest (const GArray *flat,
                     AmicusPoint   place)
{
  AmicusPoint nearest = g_array_index (flat, AmicusPoint, 0);
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < flat->len; i++)
    {
      AmicusPoint point = g_array_index (flat, AmicusPoint, i);
      double distance = hypot (point.x - place.x, point.y - place.y);

      if (distance < least)
        {
          least = distance;
          nearest = point;
        }
    }

  return nearest;
}

/* The parts of a straight piece at which it enters and leaves the rectangle (Liang and Barsky, “A
 * New Concept and Method for Line Clipping”, 1984); the same where it does not meet it. */
static void
find_covered (const AmicusRect *rect,
              AmicusPoint       from,
              AmicusPoint       to,
              double           *enter,
              double           *leave)
{
  const double starts[] = { from.x - rect->x, from.y - rect->y };
  const double ways[] = { to.x - from.x, to.y - from.y };
  const double sizes[] = { rect->width, rect->height };

  *enter = 0.0;
  *leave = 1.0;
  for (guint axis = 0; axis < 2; axis++)
    if (fabs (ways[axis]) > 1e-9)
      {
        double one = -starts[axis] / ways[axis];
        double other = (sizes[axis] - starts[axis]) / ways[axis];

        *enter = fmax (*enter, fmin (one, other));
        *leave = fmin (*leave, fmax (one, other));
      }
    else if (starts[axis] <= 0.0 || starts[axis] >= sizes[axis])
      *leave = 0.0;

  if (*enter >= *leave)
    *enter = *leave = 0.0;
}

static void
add_shown (AmicusShown *shown,
           double      *stretch,
           double       length)
{
  if (length <= 0.0)
    return;

  *stretch += length;
  shown->length += length;
  shown->longest = fmax (shown->longest, *stretch);
}

/**
 * amicus_flat_shown:
 * @flat: (element-type AmicusPoint): points along a path
 * @begin: how much of it is hidden at the tail, in points
 * @end: how much of it is hidden at the head
 * @cover: what lies on it
 *
 * Returns: how much of the path can be seen
 */
AmicusShown
amicus_flat_shown (const GArray     *flat,
                   double            begin,
                   double            end,
                   const AmicusRect *cover)
{
  AmicusShown shown = { 0.0, 0.0 };
  double rest = amicus_flat_length (flat) - end, stretch = 0.0;

  for (guint i = 1; i < flat->len; i++)
    {
      AmicusPoint from = g_array_index (flat, AmicusPoint, i - 1);
      AmicusPoint to = g_array_index (flat, AmicusPoint, i);
      double length = hypot (to.x - from.x, to.y - from.y);
      double low = fmax (begin, 0.0), high = fmin (rest, length);
      double enter, leave;

      find_covered (cover, from, to, &enter, &leave);
      if (enter < leave)
        {
          add_shown (&shown, &stretch, fmin (high, enter * length) - low);
          stretch = 0.0;
          low = fmax (low, leave * length);
        }
      add_shown (&shown, &stretch, high - low);
      begin -= length;
      rest -= length;
    }

  return shown;
}
