/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/motion-private.h"

#include <math.h>

/* Sums over the pairs of points, both sets centred. */
typedef struct
{
  double xx;
  double xy;
  double yx;
  double yy;
} Products;

/**
 * amicus_points_mean:
 * @points: points
 * @n: their number
 *
 * Returns: their middle; 0, 0 without any
 */
AmicusPoint
amicus_points_mean (const AmicusPoint *points,
                    guint              n)
{
  AmicusPoint mean = { 0.0, 0.0 };

  for (guint i = 0; i < n; i++)
    {
      mean.x += points[i].x / n;
      mean.y += points[i].y / n;
    }

  return mean;
}

static Products
sum_products (const AmicusPoint *from,
              AmicusPoint        from_mean,
              const AmicusPoint *to,
              AmicusPoint        to_mean,
              guint              n)
{
  Products sum = { 0.0, 0.0, 0.0, 0.0 };

  for (guint i = 0; i < n; i++)
    {
      double x = from[i].x - from_mean.x, y = from[i].y - from_mean.y;
      double u = to[i].x - to_mean.x, v = to[i].y - to_mean.y;

      sum.xx += x * u;
      sum.xy += x * v;
      sum.yx += y * u;
      sum.yy += y * v;
    }

  return sum;
}

/* The turn that brings the points nearest to the others; @sign -1 after exchanging left and right.
 * */
static double
best_turn (const Products *sum,
           double          sign,
           AmicusMotion   *motion)
{
  double along = sign * sum->xx + sum->yy;
  double across = sign * sum->xy - sum->yx;
  double length = hypot (along, across);
  double c = length > 1e-9 ? along / length : 1.0;
  double s = length > 1e-9 ? across / length : 0.0;

  *motion = (AmicusMotion) { .xx = sign * c, .xy = -s, .yx = sign * s, .yy = c };
  return length;
}

static AmicusMotion
best_freely (const Products *sum)
{
  AmicusMotion plain, mirrored;
  double agreement = best_turn (sum, 1.0, &plain);

  /* Only clearly better makes it worth to mirror: points on one line fit both ways. */
  return best_turn (sum, -1.0, &mirrored) > agreement * (1.0 + 1e-9) ? mirrored : plain;
}

/**
 * amicus_motion_fit:
 * @from: points
 * @to: where they should come to lie
 * @n: their number
 * @freedom: what may be done to them
 *
 * The rigid motion with the least sum of squared distances (Schönemann, “A generalized solution of
 * the orthogonal Procrustes problem”, 1966; in the plane it is a formula). Nothing is scaled: cards
 * have one size.
 *
 * Returns: the motion; none without points
 */
AmicusMotion
amicus_motion_fit (const AmicusPoint  *from,
                   const AmicusPoint  *to,
                   guint               n,
                   AmicusMotionFreedom freedom)
{
  AmicusMotion motion = { .xx = 1.0, .yy = 1.0 };
  AmicusPoint from_mean = amicus_points_mean (from, n);
  AmicusPoint to_mean = amicus_points_mean (to, n);
  Products sum = sum_products (from, from_mean, to, to_mean, n);
  AmicusPoint turned;

  switch (freedom)
    {
    case AMICUS_MOTION_MIRROR_X:
      motion.xx = sum.xx < -1e-9 ? -1.0 : 1.0;
      break;

    case AMICUS_MOTION_MIRROR_Y:
      motion.yy = sum.yy < -1e-9 ? -1.0 : 1.0;
      break;

    case AMICUS_MOTION_TURN:
      motion = best_freely (&sum);
      break;

    case AMICUS_MOTION_SHIFT:
      break;

    default:
      g_assert_not_reached ();
    }

  turned = amicus_motion_apply (&motion, from_mean);
  motion.shift = (AmicusPoint) { to_mean.x - turned.x, to_mean.y - turned.y };
  return motion;
}

/**
 * amicus_motion_apply:
 * @self: a motion
 * @point: a point
 *
 * Returns: where the point comes to lie
 */
AmicusPoint
amicus_motion_apply (const AmicusMotion *self,
                     AmicusPoint         point)
{
  return (AmicusPoint) { self->xx * point.x + self->xy * point.y + self->shift.x,
                         self->yx * point.x + self->yy * point.y + self->shift.y };
}
