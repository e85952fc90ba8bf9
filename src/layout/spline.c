/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/spline-private.h"

#include "layout/curve-private.h"

#include <math.h>

/* Control points are at this part of the way to the next point, at most. */
#define REACH 0.38
/* How much a curve follows the side it leaves, against the straight way. */
#define STIFFNESS 0.55
/* A curve that meets a card is flattened by half, so often; then it is straight. */
#define N_FLATTENINGS 5
/* What a curve keeps from cards. */
#define MARGIN 4.0
/* A curve is looked at in pieces of about this length. */
#define CHECKED_LENGTH 15.0
#define MIN_CHECKED 8
#define MAX_CHECKED 1000
/* The part of a fan's offset that its control points take. */
#define BELLY 0.55

static AmicusPoint
direction_from (AmicusPoint from,
                AmicusPoint to)
{
  double length = hypot (to.x - from.x, to.y - from.y);

  if (length < 1e-9)
    return (AmicusPoint) { 0.0, 0.0 };

  return (AmicusPoint) { (to.x - from.x) / length, (to.y - from.y) / length };
}

static AmicusPoint
blend (AmicusPoint a,
       AmicusPoint b,
       double      part)
{
  return (AmicusPoint) { part * a.x + (1.0 - part) * b.x, part * a.y + (1.0 - part) * b.y };
}

/* Directions of the curve at its points: at the ends half along the side's normal, at a bend from
 * the one before to the one after. */
static AmicusPoint *
tangents_at (const AmicusPoint *points,
             guint              n,
             const AmicusPoint  directions[2])
{
  AmicusPoint *tangents = g_new (AmicusPoint, n);
  AmicusPoint leave = direction_from (points[0], points[1]);
  AmicusPoint arrive = direction_from (points[n - 2], points[n - 1]);
  AmicusPoint inwards = { -directions[1].x, -directions[1].y };

  tangents[0] = blend (directions[0], leave, STIFFNESS);
  tangents[n - 1] = blend (inwards, arrive, STIFFNESS);
  for (guint i = 1; i + 1 < n; i++)
    tangents[i] = direction_from (points[i - 1], points[i + 1]);

  return tangents;
}

static gboolean
is_clear (AmicusObstacles   *obstacles,
          const AmicusPoint *curve,
          const guint32      ends[2])
{
  AmicusPoint from = curve[0];
  double length = hypot (curve[3].x - curve[0].x, curve[3].y - curve[0].y);
  guint n_pieces = (guint) CLAMP (length / CHECKED_LENGTH, MIN_CHECKED, MAX_CHECKED);

  for (guint k = 1; k <= n_pieces; k++)
    {
      AmicusPoint to = amicus_curve_at (curve, (double) k / n_pieces);

      if (amicus_obstacles_first (obstacles, from, to, MARGIN, ends) != AMICUS_NO_INDEX)
        return FALSE;
      from = to;
    }

  return TRUE;
}

/* One curve between two points; flatter and flatter until it is clear, in the end straight. */
static void
draw_between (AmicusObstacles   *obstacles,
              const AmicusPoint *points,
              const AmicusPoint *tangents,
              AmicusPoint        offset,
              const guint32      ends[2],
              AmicusPoint       *curve)
{
  double length = hypot (points[1].x - points[0].x, points[1].y - points[0].y);
  double reach = REACH * length;
  double belly = BELLY;

  curve[0] = points[0];
  curve[3] = points[1];
  for (guint k = 0; k < N_FLATTENINGS; k++, reach /= 2.0, belly /= 2.0)
    {
      curve[1] = (AmicusPoint) { points[0].x + reach * tangents[0].x + belly * offset.x,
                                 points[0].y + reach * tangents[0].y + belly * offset.y };
      curve[2] = (AmicusPoint) { points[1].x - reach * tangents[1].x + belly * offset.x,
                                 points[1].y - reach * tangents[1].y + belly * offset.y };
      if (is_clear (obstacles, curve, ends))
        return;
    }

  amicus_curve_line (points[0], points[1], curve);
}

/**
 * amicus_spline_draw:
 * @obstacles: the cards
 * @points: where the relation begins, bends and ends, with no card between them
 * @n: their number, at least 2
 * @directions: out of the first card, and out of the last
 * @offset: how far a direct curve is pulled aside
 * @ends: the cards that it joins, or numbers beyond those of cards
 * @path: (element-type AmicusPoint) (inout): the control points are appended
 *
 * At a bend the curve goes through the point, so that it lies outside of the corner it turns.
 */
void
amicus_spline_draw (AmicusObstacles   *obstacles,
                    const AmicusPoint *points,
                    guint              n,
                    const AmicusPoint  directions[2],
                    AmicusPoint        offset,
                    const guint32      ends[2],
                    GArray            *path)
{
  g_autofree AmicusPoint *tangents = tangents_at (points, n, directions);

  if (n > 2)
    offset = (AmicusPoint) { 0.0, 0.0 };

  for (guint i = 0; i + 1 < n; i++)
    {
      AmicusPoint curve[4];

      draw_between (obstacles, points + i, tangents + i, offset, ends, curve);
      g_array_append_vals (path, i == 0 ? curve : curve + 1, i == 0 ? 4 : 3);
    }
}
