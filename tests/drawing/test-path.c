/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing/curve.h"
#include "drawing/path.h"

#include <math.h>

static AmicusPoint
bezier (const AmicusPoint p[4],
        double            t)
{
  double u = 1 - t;

  return (AmicusPoint) {
    u * u * u * p[0].x + 3 * u * u * t * p[1].x + 3 * u * t * t * p[2].x + t * t * t * p[3].x,
    u * u * u * p[0].y + 3 * u * u * t * p[1].y + 3 * u * t * t * p[2].y + t * t * t * p[3].y,
  };
}

static void
random_curve (GRand      *rand,
              AmicusPoint p[4])
{
  for (guint i = 0; i < 4; i++)
    p[i] = (AmicusPoint) { g_rand_double_range (rand, -100, 100), g_rand_double_range (rand, -100, 100) };
}

static const guint8 curve_verbs[] = { AMICUS_PATH_MOVE, AMICUS_PATH_CURVE };

/* A fine walk along the curve stays inside the extents and comes near each side. */
static void
test_extents (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 200; round++)
    {
      AmicusPoint p[4];
      AmicusPath path = { curve_verbs, p, 2 };
      AmicusRect walked = AMICUS_RECT_EMPTY;
      AmicusRect extents;

      random_curve (rand, p);
      extents = amicus_path_extents (&path);
      for (guint i = 0; i <= 2000; i++)
        {
          AmicusPoint at = bezier (p, i / 2000.0);
          AmicusRect spot = { at.x, at.y, 0, 0 };

          walked = amicus_rect_union (&walked, &spot);
        }
      g_assert_cmpfloat_with_epsilon (walked.x, extents.x, 0.01);
      g_assert_cmpfloat_with_epsilon (walked.y, extents.y, 0.01);
      g_assert_cmpfloat_with_epsilon (walked.width, extents.width, 0.01);
      g_assert_cmpfloat_with_epsilon (walked.height, extents.height, 0.01);
    }
}

static void
test_distance (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint round = 0; round < 100; round++)
    {
      AmicusPoint p[4];
      AmicusPath path = { curve_verbs, p, 2 };
      AmicusPoint from = { g_rand_double_range (rand, -150, 150), g_rand_double_range (rand, -150, 150) };
      double nearest = INFINITY;

      random_curve (rand, p);
      for (guint i = 0; i <= 2000; i++)
        {
          AmicusPoint at = bezier (p, i / 2000.0);

          nearest = fmin (nearest, hypot (at.x - from.x, at.y - from.y));
        }
      g_assert_cmpfloat_with_epsilon (amicus_path_distance (&path, from), nearest, 0.7);
    }
}

static void
test_holds (void)
{
  const guint8 verbs[] = { AMICUS_PATH_MOVE, AMICUS_PATH_LINE, AMICUS_PATH_LINE, AMICUS_PATH_CLOSE,
                           AMICUS_PATH_MOVE, AMICUS_PATH_LINE, AMICUS_PATH_LINE };
  const AmicusPoint points[] = { { 0, 0 }, { 10, 0 }, { 0, 10 }, { 20, 0 }, { 30, 0 }, { 20, 10 } };
  const AmicusPath path = { verbs, points, G_N_ELEMENTS (verbs) };

  g_assert_true (amicus_path_holds (&path, (AmicusPoint) { 2, 2 }));
  g_assert_true (amicus_path_holds (&path, (AmicusPoint) { 22, 2 }));
  g_assert_false (amicus_path_holds (&path, (AmicusPoint) { 8, 8 }));
  g_assert_false (amicus_path_holds (&path, (AmicusPoint) { 15, 1 }));
  g_assert_false (amicus_path_holds (&path, (AmicusPoint) { -1, 5 }));
}

/* Both ends lie on the old curve, as far from its ends as asked for. */
static void
test_trim (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  const guint8 verbs[] = { AMICUS_PATH_MOVE, AMICUS_PATH_CURVE, AMICUS_PATH_CURVE };

  for (guint round = 0; round < 100; round++)
    {
      AmicusPoint p[7];
      AmicusPath path = { verbs, p, 3 };
      g_autoptr (GArray) trimmed = NULL;
      AmicusPoint first, last;

      random_curve (rand, p);
      random_curve (rand, p + 3);
      p[0] = (AmicusPoint) { -300, 0 };
      p[6] = (AmicusPoint) { 300, 0 };
      trimmed = amicus_curve_trim (p, 7, 10, 20);
      g_assert_cmpuint (trimmed->len % 3, ==, 1);
      first = g_array_index (trimmed, AmicusPoint, 0);
      last = g_array_index (trimmed, AmicusPoint, trimmed->len - 1);
      g_assert_cmpfloat_with_epsilon (hypot (first.x - p[0].x, first.y - p[0].y), 10, 0.01);
      g_assert_cmpfloat_with_epsilon (hypot (last.x - p[6].x, last.y - p[6].y), 20, 0.01);
      g_assert_cmpfloat (amicus_path_distance (&path, first), <, 0.5);
      g_assert_cmpfloat (amicus_path_distance (&path, last), <, 0.5);
    }
}

static void
test_trim_short (void)
{
  const AmicusPoint line[] = { { 0, 0 }, { 1, 0 }, { 2, 0 }, { 3, 0 } };
  const AmicusPoint point[] = { { 5, 5 }, { 5, 5 }, { 5, 5 }, { 5, 5 } };
  g_autoptr (GArray) trimmed = amicus_curve_trim (line, 4, 10, 20);
  g_autoptr (GArray) nothing = amicus_curve_trim (point, 4, 10, 20);

  g_assert_cmpfloat (g_array_index (trimmed, AmicusPoint, 0).x, <, g_array_index (trimmed, AmicusPoint, 3).x);
  g_assert_cmpfloat (g_array_index (trimmed, AmicusPoint, 0).x, >=, 0);
  g_assert_cmpfloat (g_array_index (trimmed, AmicusPoint, 3).x, <=, 3);
  g_assert_cmpfloat_with_epsilon (g_array_index (nothing, AmicusPoint, 0).x, 5, 1e-9);
}

static double
distance_to_rect (AmicusPoint       point,
                  const AmicusRect *rect)
{
  double across = fmax (fmax (rect->x - point.x, point.x - rect->x - rect->width), 0);
  double down = fmax (fmax (rect->y - point.y, point.y - rect->y - rect->height), 0);

  return hypot (across, down);
}

/* A curve of which a fine walk comes into the rectangle meets it; one that stays half a point away does not. */
static void
test_meets (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint n_met = 0;

  for (guint round = 0; round < 2000; round++)
    {
      AmicusPoint p[4];
      AmicusPath path = { curve_verbs, p, 2 };
      AmicusRect rect = { g_rand_double_range (rand, -90, 80), g_rand_double_range (rand, -90, 80), 15, 8 };
      double nearest = INFINITY;
      gboolean met;

      random_curve (rand, p);
      for (guint i = 0; i <= 1000; i++)
        nearest = fmin (nearest, distance_to_rect (bezier (p, i / 1000.0), &rect));
      met = amicus_path_meets (&path, &rect, FALSE);
      if (nearest <= 0)
        g_assert_true (met);
      if (nearest > 0.5)
        g_assert_false (met);
      n_met += met;
    }
  g_assert_cmpuint (n_met, >, 100);
  g_assert_cmpuint (n_met, <, 1900);
}

/* An outline runs around what a filled figure holds. */
static void
test_meets_inside (void)
{
  static const guint8 verbs[] = { AMICUS_PATH_MOVE, AMICUS_PATH_LINE, AMICUS_PATH_LINE, AMICUS_PATH_CLOSE };
  const AmicusPoint corners[] = { { 0, 0 }, { 100, 0 }, { 0, 100 } };
  const AmicusPath triangle = { verbs, corners, G_N_ELEMENTS (verbs) };
  const AmicusRect inside = { 20, 20, 10, 10 };
  const AmicusRect on_last_side = { -5, 40, 10, 10 };
  const AmicusRect outside = { 80, 80, 10, 10 };
  const AmicusRect around = { -10, -10, 200, 200 };

  g_assert_true (amicus_path_meets (&triangle, &inside, TRUE));
  g_assert_false (amicus_path_meets (&triangle, &inside, FALSE));
  g_assert_true (amicus_path_meets (&triangle, &on_last_side, FALSE));
  g_assert_false (amicus_path_meets (&triangle, &outside, TRUE));
  g_assert_true (amicus_path_meets (&triangle, &around, FALSE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/path/extents", test_extents);
  g_test_add_func ("/path/distance", test_distance);
  g_test_add_func ("/path/holds", test_holds);
  g_test_add_func ("/path/meets", test_meets);
  g_test_add_func ("/path/meets-inside", test_meets_inside);
  g_test_add_func ("/curve/trim", test_trim);
  g_test_add_func ("/curve/trim-short", test_trim_short);

  return g_test_run ();
}
