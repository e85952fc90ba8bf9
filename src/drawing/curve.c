/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/curve.h"

#include <math.h>

#define HALVINGS 24

/* Most of the way between the ends that may be taken off. */
#define MOST 0.8

static AmicusPoint
between (AmicusPoint a,
         AmicusPoint b,
         double      t)
{
  return (AmicusPoint) { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

static double
distance (AmicusPoint a,
          AmicusPoint b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

static AmicusPoint
point_at (const AmicusPoint p[4],
          double            t)
{
  AmicusPoint b = between (p[1], p[2], t);

  return between (between (between (p[0], p[1], t), b, t), between (b, between (p[2], p[3], t), t), t);
}

/* Asked again and again, so without a root. */
static gboolean
is_nearer (AmicusPoint a,
           AmicusPoint b,
           double      length)
{
  double x = a.x - b.x, y = a.y - b.y;

  return x * x + y * y < length * length;
}

/* De Casteljau: the part of one curve from @t on, or up to @t. */
static void
split (const AmicusPoint p[4],
       double            t,
       AmicusPoint       before[4],
       AmicusPoint       after[4])
{
  AmicusPoint a = between (p[0], p[1], t);
  AmicusPoint b = between (p[1], p[2], t);
  AmicusPoint c = between (p[2], p[3], t);
  AmicusPoint d = between (a, b, t);
  AmicusPoint e = between (b, c, t);
  AmicusPoint f = between (d, e, t);
  AmicusPoint first[4] = { p[0], a, d, f };
  AmicusPoint second[4] = { f, e, c, p[3] };

  for (guint i = 0; i < 4; i++)
    {
      before[i] = first[i];
      after[i] = second[i];
    }
}

static void
reverse (GArray *points)
{
  AmicusPoint *data = &g_array_index (points, AmicusPoint, 0);

  for (guint i = 0; i < points->len / 2; i++)
    {
      AmicusPoint kept = data[i];

      data[i] = data[points->len - 1 - i];
      data[points->len - 1 - i] = kept;
    }
}

/* Takes @length off the beginning. */
static void
trim_start (GArray *points,
            double  length)
{
  AmicusPoint start = g_array_index (points, AmicusPoint, 0);
  AmicusPoint *p;
  AmicusPoint before[4];
  AmicusPoint after[4];
  double low = 0;
  double high = 1;

  while (points->len > 4 && distance (start, g_array_index (points, AmicusPoint, 3)) <= length)
    g_array_remove_range (points, 0, 3);

  p = &g_array_index (points, AmicusPoint, 0);
  for (guint i = 0; i < HALVINGS; i++)
    {
      double middle = (low + high) / 2;

      if (is_nearer (start, point_at (p, middle), length))
        low = middle;
      else
        high = middle;
    }
  split (p, low, before, after);
  for (guint i = 0; i < 4; i++)
    p[i] = after[i];
}

/* Length along the chain, by its control polygon's chords: near enough to know whether it is
 * long enough. */
static double
rough_length (const AmicusPoint *points,
              guint              n_points)
{
  double length = 0;

  for (guint i = 3; i < n_points; i += 3)
    length += distance (points[i - 3], points[i]);
  return length;
}

GArray *
amicus_curve_trim (const AmicusPoint *points,
                   guint              n_points,
                   double             start,
                   double             end)
{
  GArray *trimmed = g_array_sized_new (FALSE, FALSE, sizeof (AmicusPoint), n_points);
  double length;
  double scale;

  g_return_val_if_fail (n_points >= 4 && n_points % 3 == 1, trimmed);

  length = rough_length (points, n_points);
  scale = start + end > MOST * length ? MOST * length / (start + end) : 1;
  g_array_append_vals (trimmed, points, n_points);
  if (start > 0)
    trim_start (trimmed, start * scale);
  if (end > 0)
    {
      reverse (trimmed);
      trim_start (trimmed, end * scale);
      reverse (trimmed);
    }
  return trimmed;
}
