/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/canvas/viewport.h"

#include <math.h>

#define ROUNDS 2000

static double
random_between (double least,
                double most)
{
  return g_test_rand_double_range (least, most);
}

static AmicusViewport
random_viewport (void)
{
  AmicusViewport view;

  amicus_viewport_init (&view);
  amicus_viewport_resize (&view, random_between (1.0, 4000.0), random_between (1.0, 3000.0));
  view.scale = exp (random_between (log (view.min_scale), log (view.max_scale)));
  view.origin = (AmicusPoint) { random_between (-1e6, 1e6), random_between (-1e6, 1e6) };
  return view;
}

static AmicusPoint
random_point_in (const AmicusViewport *view)
{
  return (AmicusPoint) { random_between (0.0, view->width), random_between (0.0, view->height) };
}

/* Within a thousandth of a pixel: coordinates of a million points have some twelve digits left. */
static void
assert_same_place (AmicusPoint a,
                   AmicusPoint b)
{
  g_assert_cmpfloat_with_epsilon (a.x, b.x, 1e-3);
  g_assert_cmpfloat_with_epsilon (a.y, b.y, 1e-3);
}

static void
test_init (void)
{
  AmicusViewport view;

  amicus_viewport_init (&view);
  g_assert_cmpfloat_with_epsilon (view.scale, 1.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (view.width, 0.0, 1e-12);
  assert_same_place (amicus_viewport_to_scene (&view, (AmicusPoint) { 3.0, 4.0 }), (AmicusPoint) { 3.0, 4.0 });
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      AmicusViewport view = random_viewport ();
      AmicusPoint point = random_point_in (&view);

      assert_same_place (amicus_viewport_to_view (&view, amicus_viewport_to_scene (&view, point)), point);
    }
}

static void
test_visible (void)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      AmicusViewport view = random_viewport ();
      AmicusRect visible = amicus_viewport_get_visible (&view);
      AmicusRect place = amicus_viewport_rect_to_view (&view, &visible);

      assert_same_place ((AmicusPoint) { place.x, place.y }, (AmicusPoint) { 0.0, 0.0 });
      assert_same_place ((AmicusPoint) { place.width, place.height }, (AmicusPoint) { view.width, view.height });
    }
}

static void
test_zoom_keeps_the_point (void)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      AmicusViewport view = random_viewport ();
      AmicusPoint point = random_point_in (&view);
      AmicusPoint before = amicus_viewport_to_scene (&view, point);

      amicus_viewport_zoom_at (&view, point, exp (random_between (-3.0, 3.0)));
      assert_same_place (amicus_viewport_to_view (&view, before), point);
      g_assert_cmpfloat (view.scale, >=, view.min_scale);
      g_assert_cmpfloat (view.scale, <=, view.max_scale);
    }
}

static void
test_zoom_refuses_nonsense (void)
{
  static const double factors[] = { 0.0, -1.0, NAN, INFINITY, -INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      AmicusViewport view = random_viewport ();
      AmicusViewport before = view;

      amicus_viewport_zoom_at (&view, random_point_in (&view), factors[i]);
      amicus_viewport_pan (&view, factors[i] / 0.0, 0.0);
      amicus_viewport_centre_on (&view, (AmicusPoint) { NAN, factors[i] });
      amicus_viewport_resize (&view, NAN, 5.0);
      amicus_viewport_resize (&view, 5.0, -5.0);
      g_assert_cmpmem (&view, sizeof view, &before, sizeof before);
    }
}

static void
test_pan (void)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      AmicusViewport view = random_viewport ();
      AmicusPoint point = random_point_in (&view);
      AmicusPoint scene = amicus_viewport_to_scene (&view, point);
      AmicusPoint by = { random_between (-900.0, 900.0), random_between (-900.0, 900.0) };

      amicus_viewport_pan (&view, by.x, by.y);
      assert_same_place (amicus_viewport_to_view (&view, scene),
                         (AmicusPoint) { point.x + by.x, point.y + by.y });
    }
}

static void
test_resize_keeps_the_middle (void)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      AmicusViewport view = random_viewport ();
      AmicusPoint middle = amicus_viewport_to_scene (&view, (AmicusPoint) { view.width / 2.0, view.height / 2.0 });

      amicus_viewport_resize (&view, random_between (0.0, 4000.0), random_between (0.0, 3000.0));
      assert_same_place (amicus_viewport_to_view (&view, middle),
                         (AmicusPoint) { view.width / 2.0, view.height / 2.0 });
    }
}

static void
test_fit (void)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      AmicusViewport view = random_viewport ();
      AmicusRect rect = { random_between (-1e5, 1e5), random_between (-1e5, 1e5),
                          random_between (0.0, 2e6), random_between (0.0, 2e6) };
      AmicusRect place;

      amicus_viewport_resize (&view, random_between (200.0, 4000.0), random_between (200.0, 3000.0));
      amicus_viewport_fit (&view, &rect, 20.0, 1.5);
      place = amicus_viewport_rect_to_view (&view, &rect);

      g_assert_cmpfloat (view.scale, <=, 1.5);
      g_assert_cmpfloat (place.x, >=, 20.0 - 1e-3);
      g_assert_cmpfloat (place.y, >=, 20.0 - 1e-3);
      g_assert_cmpfloat_with_epsilon (place.x + place.width / 2.0, view.width / 2.0, 1e-3);
      g_assert_cmpfloat_with_epsilon (place.y + place.height / 2.0, view.height / 2.0, 1e-3);
      /* It fills the view in one direction, or it is as large as it may get. */
      g_assert_true (view.scale > 1.5 - 1e-9 || place.x < 20.0 + 1e-3 || place.y < 20.0 + 1e-3);
    }
}

static gboolean
overlap (const AmicusRect *a,
         const AmicusRect *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width &&
         a->y <= b->y + b->height && b->y <= a->y + a->height;
}

static void
test_clamp (void)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      AmicusViewport view = random_viewport ();
      AmicusViewport clamped;
      AmicusRect bounds = { random_between (-1e4, 1e4), random_between (-1e4, 1e4),
                            random_between (0.0, 1e4), random_between (0.0, 1e4) };
      AmicusRect visible;

      amicus_viewport_clamp (&view, &bounds);
      visible = amicus_viewport_get_visible (&view);
      visible = (AmicusRect) { visible.x - 1e-6, visible.y - 1e-6, visible.width + 2e-6, visible.height + 2e-6 };
      g_assert_true (overlap (&visible, &bounds));

      /* What is in place stays. */
      clamped = view;
      amicus_viewport_clamp (&clamped, &bounds);
      assert_same_place (clamped.origin, view.origin);
    }
}

static void
test_interpolate (void)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      AmicusViewport from = random_viewport ();
      AmicusViewport to = from;
      AmicusViewport view = from;
      AmicusPoint point = random_point_in (&from);
      AmicusPoint scene = amicus_viewport_to_scene (&from, point);
      double t = random_between (0.0, 1.0);

      amicus_viewport_zoom_at (&to, point, exp (random_between (-2.0, 2.0)));
      amicus_viewport_interpolate (&view, &from, &to, t);

      /* Zooming about a point keeps it there all the way; the scale goes from one to the other. */
      assert_same_place (amicus_viewport_to_view (&view, scene), point);
      g_assert_cmpfloat (view.scale, >=, MIN (from.scale, to.scale) - 1e-9);
      g_assert_cmpfloat (view.scale, <=, MAX (from.scale, to.scale) + 1e-9);

      amicus_viewport_interpolate (&view, &from, &to, 1.0);
      assert_same_place (amicus_viewport_to_view (&view, to.origin), (AmicusPoint) { 0.0, 0.0 });
      g_assert_cmpfloat_with_epsilon (view.scale, to.scale, 1e-9);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/viewport/init", test_init);
  g_test_add_func ("/viewport/round-trip", test_round_trip);
  g_test_add_func ("/viewport/visible", test_visible);
  g_test_add_func ("/viewport/zoom-keeps-the-point", test_zoom_keeps_the_point);
  g_test_add_func ("/viewport/zoom-refuses-nonsense", test_zoom_refuses_nonsense);
  g_test_add_func ("/viewport/pan", test_pan);
  g_test_add_func ("/viewport/resize-keeps-the-middle", test_resize_keeps_the_middle);
  g_test_add_func ("/viewport/fit", test_fit);
  g_test_add_func ("/viewport/clamp", test_clamp);
  g_test_add_func ("/viewport/interpolate", test_interpolate);

  return g_test_run ();
}
