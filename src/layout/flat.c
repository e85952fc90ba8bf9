/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/flat-private.h"

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
