/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/curve-private.h"

#include <math.h>
#include <string.h>

/* Halvings that find where a curve crosses a border; the rest is far below a pixel. */
#define CLIP_STEPS 40
/* Pieces that one curve is cut into to be measured. */
#define FLAT_PIECES 16

static inline AmicusPoint
between (AmicusPoint a,
         AmicusPoint b,
         double      t)
{
  return (AmicusPoint) { a.x + t * (b.x - a.x), a.y + t * (b.y - a.y) };
}

/**
 * amicus_curve_at:
 * @curve: 4 control points
 * @t: from 0 to 1
 *
 * Returns: the point of the curve at @t
 */
AmicusPoint
amicus_curve_at (const AmicusPoint *curve,
                 double             t)
{
  AmicusPoint middle = between (curve[1], curve[2], t);

  return between (between (between (curve[0], curve[1], t), middle, t),
                  between (middle, between (curve[2], curve[3], t), t), t);
}

/**
 * amicus_curve_line:
 * @from: first point
 * @to: last point
 * @curve: (out): 4 control points of the straight line
 */
void
amicus_curve_line (AmicusPoint  from,
                   AmicusPoint  to,
                   AmicusPoint *curve)
{
  curve[0] = from;
  curve[1] = between (from, to, 1.0 / 3.0);
  curve[2] = between (from, to, 2.0 / 3.0);
  curve[3] = to;
}

/* Leaves the part of the curve after @t (de Casteljau). */
static void
cut_before (AmicusPoint *curve,
            double       t)
{
  AmicusPoint a = between (curve[0], curve[1], t);
  AmicusPoint b = between (curve[1], curve[2], t);
  AmicusPoint c = between (curve[2], curve[3], t);

  curve[0] = between (between (a, b, t), between (b, c, t), t);
  curve[1] = between (b, c, t);
  curve[2] = c;
}

static void
reverse (AmicusPoint *points,
         guint        n)
{
  for (guint i = 0; i < n / 2; i++)
    {
      AmicusPoint kept = points[i];

      points[i] = points[n - 1 - i];
      points[n - 1 - i] = kept;
    }
}

/* Cuts off what of the first curves is inside @shape. A path wholly inside is left alone. */
static void
clip_begin (GArray            *path,
            const AmicusShape *shape,
            double             gap)
{
  AmicusPoint *points = (AmicusPoint *) (gpointer) path->data;
  guint inside = 0;
  double low = 0.0, high = 1.0;

  while (inside + 3 < path->len && amicus_shape_holds (shape, points[inside + 3], gap))
    inside += 3;
  if (inside + 3 >= path->len)
    return;

  if (inside > 0)
    {
      g_array_remove_range (path, 0, inside);
      points = (AmicusPoint *) (gpointer) path->data;
    }
  for (guint i = 0; i < CLIP_STEPS; i++)
    {
      double middle = (low + high) / 2.0;

      if (amicus_shape_holds (shape, amicus_curve_at (points, middle), gap))
        low = middle;
      else
        high = middle;
    }
  if (low > 0.0)
    cut_before (points, high);
}

/**
 * amicus_path_clip:
 * @path: (element-type AmicusPoint) (inout): 3n + 1 control points
 * @tail: (nullable): what the path begins in
 * @tail_gap: distance to keep from it
 * @head: (nullable): what the path ends in
 * @head_gap: distance to keep from it
 *
 * Cuts the path at the borders of what it joins.
 */
void
amicus_path_clip (GArray            *path,
                  const AmicusShape *tail,
                  double             tail_gap,
                  const AmicusShape *head,
                  double             head_gap)
{
  if (tail != NULL)
    clip_begin (path, tail, tail_gap);

  if (head != NULL)
    {
      reverse ((AmicusPoint *) (gpointer) path->data, path->len);
      clip_begin (path, head, head_gap);
      reverse ((AmicusPoint *) (gpointer) path->data, path->len);
    }
}

/**
 * amicus_path_flatten:
 * @points: 3n + 1 control points
 * @n_points: their number
 *
 * Returns: (element-type AmicusPoint) (transfer full): points along the path, near enough to
 *   measure with straight lines
 */
GArray *
amicus_path_flatten (const AmicusPoint *points,
                     guint              n_points)
{
  GArray *flat = g_array_new (FALSE, FALSE, sizeof (AmicusPoint));

  for (guint i = 0; i + 3 < n_points; i += 3)
    for (guint k = i == 0 ? 0 : 1; k <= FLAT_PIECES; k++)
      {
        AmicusPoint point = amicus_curve_at (points + i, (double) k / FLAT_PIECES);

        g_array_append_val (flat, point);
      }

  return flat;
}
