/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/canvas/tiles.h"

#include "drawing/painter.h"
#include "drawing/scene-private.h"

#include <math.h>

#define BLUE 0x0072b2ff
#define RED 0xd55e00ff
#define WHITE 0xffffffff

#define WIDTH 900
#define HEIGHT 700

static guint n_painted;

static void
count_painted (gpointer data)
{
  n_painted++;
}

static gboolean
ring_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

#define WAIT_UNTIL(condition)                                                 \
  G_STMT_START                                                                \
  {                                                                           \
    gboolean late = FALSE;                                                    \
    guint guard = g_timeout_add_seconds (30, ring_cb, &late);                 \
    while (!(condition))                                                      \
      {                                                                       \
        g_main_context_iteration (NULL, TRUE);                                \
        g_assert_false (late);                                                \
      }                                                                       \
    g_source_remove (guard);                                                  \
  }                                                                           \
  G_STMT_END

/* Circles in a row, joined by curves, over an area of some 1000 points. */
static AmicusScene *
make_scene (AmicusColor color)
{
  AmicusSceneBuilder *builder = amicus_scene_builder_new ();
  const AmicusPathStyle style = { color, 0x202020ff, 1.6, AMICUS_DASH_SOLID, AMICUS_DETAIL_ALWAYS };
  const AmicusPathStyle line = { 0, color, 1.6, AMICUS_DASH_DASHED, AMICUS_DETAIL_ALWAYS };
  const AmicusSceneInfo info = { WHITE, 40.0 };

  for (guint i = 0; i < 20; i++)
    {
      const AmicusItemInfo card = { AMICUS_ENTITY (i), AMICUS_ROLE_CARD };
      const AmicusItemInfo relation = { AMICUS_RELATION (i), AMICUS_ROLE_RELATION };
      double x = 50.0 * i;
      double y = 400.0 * sin (i);

      amicus_scene_builder_begin_item (builder, &card);
      amicus_scene_builder_ellipse (builder, x, y, 22.0, 14.0);
      amicus_scene_builder_add_path (builder, &style);
      amicus_scene_builder_end_item (builder);

      amicus_scene_builder_begin_item (builder, &relation);
      amicus_scene_builder_move_to (builder, x, y);
      amicus_scene_builder_curve_to (builder, x + 90.0, y, 500.0, 0.0, 600.0 - x, -y);
      amicus_scene_builder_add_path (builder, &line);
      amicus_scene_builder_end_item (builder);
    }
  return amicus_scene_builder_finish (builder, &info);
}

static AmicusViewport
make_view (double scale,
           double x,
           double y)
{
  AmicusViewport view;

  amicus_viewport_init (&view);
  amicus_viewport_resize (&view, WIDTH, HEIGHT);
  view.scale = scale;
  view.origin = (AmicusPoint) { x, y };
  return view;
}

static cairo_surface_t *
blank (int factor)
{
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH * factor, HEIGHT * factor);
}

static cairo_surface_t *
draw_tiles (AmicusTiles          *tiles,
            const AmicusViewport *view,
            int                   factor)
{
  cairo_surface_t *surface = blank (factor);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, factor, factor);
  amicus_tiles_draw (tiles, cr, view, factor);
  cairo_destroy (cr);
  return surface;
}

/* What tiles must look like: the scene painted in one piece, with its corner on a whole pixel. */
static cairo_surface_t *
draw_scene (AmicusScene          *scene,
            const AmicusViewport *view,
            int                   factor)
{
  cairo_surface_t *surface = blank (factor);
  cairo_t *cr = cairo_create (surface);
  AmicusRect visible = amicus_viewport_get_visible (view);
  double pixels = view->scale * factor;

  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  cairo_translate (cr, -round (view->origin.x * pixels), -round (view->origin.y * pixels));
  cairo_scale (cr, pixels, pixels);
  visible = (AmicusRect) { visible.x - 10.0, visible.y - 10.0, visible.width + 20.0, visible.height + 20.0 };
  amicus_scene_paint (scene, cr, &visible, view->scale);
  cairo_destroy (cr);
  return surface;
}

/* How far two lines of pixels are apart in the worst channel; counts pixels where that is more than rounding. */
static int
compare_lines (const guint8 *a,
               const guint8 *b,
               int           width,
               guint        *n_off)
{
  int worst = 0;

  for (int x = 0; x < width; x++)
    {
      int off = 0;

      for (int channel = 0; channel < 3; channel++)
        off = MAX (off, ABS (a[x * 4 + channel] - b[x * 4 + channel]));
      worst = MAX (worst, off);
      *n_off += off > 3;
    }
  return worst;
}

/* cairo's coordinates are rounded to 1/256 of a pixel, which is not the same in a tile and in the whole: edges of dashes
 * may be a shade apart here and there. */
static gboolean
look_alike (cairo_surface_t *a,
            cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);
  gsize stride = cairo_image_surface_get_stride (a);
  guint n_off = 0;
  int worst = 0;

  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (int y = 0; y < height; y++)
    worst = MAX (worst, compare_lines (cairo_image_surface_get_data (a) + y * stride,
                                       cairo_image_surface_get_data (b) + y * stride, width, &n_off));
  return worst <= 40 && n_off <= (guint) (width * height) / 1000;
}

static gboolean
shows (AmicusTiles          *tiles,
       AmicusScene          *scene,
       const AmicusViewport *view,
       int                   factor)
{
  cairo_surface_t *tiled = draw_tiles (tiles, view, factor);
  cairo_surface_t *whole = draw_scene (scene, view, factor);
  gboolean alike = look_alike (tiled, whole);

  cairo_surface_destroy (tiled);
  cairo_surface_destroy (whole);
  return alike;
}

static void
settle (AmicusTiles          *tiles,
        const AmicusViewport *view,
        int                   factor)
{
  amicus_tiles_update (tiles, view, factor);
  WAIT_UNTIL (amicus_tiles_is_complete (tiles));
}

static void
test_equal_to_whole (void)
{
  g_autoptr (AmicusTiles) tiles = amicus_tiles_new (count_painted, NULL);
  g_autoptr (AmicusScene) scene = make_scene (BLUE);
  static const double scales[] = { 0.2, 0.5, 0.77, 1.0, 1.9, 3.3 };

  amicus_tiles_set_scene (tiles, scene);
  for (int factor = 1; factor <= 2; factor++)
    for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
      {
        AmicusViewport view = make_view (scales[i], -321.7 + 100.0 * i, -287.3);

        settle (tiles, &view, factor);
        g_assert_true (shows (tiles, scene, &view, factor));
      }
}

/* What was not seen before comes after a pan; what was seen is not painted again. */
static void
test_pan (void)
{
  g_autoptr (AmicusTiles) tiles = amicus_tiles_new (count_painted, NULL);
  g_autoptr (AmicusScene) scene = make_scene (BLUE);
  AmicusViewport view = make_view (1.0, -300.0, -300.0);

  amicus_tiles_set_scene (tiles, scene);
  for (guint i = 0; i < 12; i++)
    {
      amicus_viewport_pan (&view, -60.0, -25.0);
      settle (tiles, &view, 1);
      g_assert_true (shows (tiles, scene, &view, 1));
    }

  n_painted = 0;
  amicus_viewport_pan (&view, 1.0, 0.0);
  amicus_tiles_update (tiles, &view, 1);
  g_assert_true (amicus_tiles_is_complete (tiles));
}

/* At a new scale the old tiles stand in: something of the scene is seen at once, everywhere. */
static void
test_substitutes (void)
{
  g_autoptr (AmicusTiles) tiles = amicus_tiles_new (count_painted, NULL);
  g_autoptr (AmicusScene) scene = make_scene (BLUE);
  AmicusViewport view = make_view (1.0, 0.0, -350.0);
  cairo_surface_t *surface;
  const guint8 *pixel;

  amicus_tiles_set_scene (tiles, scene);
  settle (tiles, &view, 1);

  amicus_viewport_zoom_at (&view, (AmicusPoint) { 0.0, 350.0 }, 1.3);
  surface = draw_tiles (tiles, &view, 1);
  cairo_surface_flush (surface);
  /* The middle of the first circle. */
  pixel = cairo_image_surface_get_data (surface) + 350 * cairo_image_surface_get_stride (surface) + 2 * 4;
  g_assert_cmpint (pixel[0], >, 150);
  g_assert_cmpint (pixel[2], <, 50);
  cairo_surface_destroy (surface);

  amicus_tiles_update (tiles, &view, 1);
  g_assert_false (amicus_tiles_is_complete (tiles));
  settle (tiles, &view, 1);
  g_assert_true (shows (tiles, scene, &view, 1));
}

/* One sees the old scene or the new one, never some of each, and never the old one again. */
static void
test_scene_changes_whole (void)
{
  g_autoptr (AmicusTiles) tiles = amicus_tiles_new (count_painted, NULL);
  g_autoptr (AmicusScene) blue = make_scene (BLUE);
  g_autoptr (AmicusScene) red = make_scene (RED);
  AmicusViewport view = make_view (1.0, -20.0, -350.0);
  gboolean late = FALSE;
  guint guard = g_timeout_add_seconds (30, ring_cb, &late);

  amicus_tiles_set_scene (tiles, blue);
  settle (tiles, &view, 1);
  amicus_tiles_set_scene (tiles, red);
  amicus_tiles_update (tiles, &view, 1);

  while (amicus_tiles_get_scene (tiles) != red)
    {
      g_assert_true (shows (tiles, blue, &view, 1));
      g_main_context_iteration (NULL, TRUE);
      g_assert_false (late);
    }
  g_assert_true (shows (tiles, red, &view, 1));
  g_assert_true (amicus_tiles_is_complete (tiles));
  g_source_remove (guard);
}

/* Scenes come faster than they are painted: the last one is what stays, and no answer to another is shown. */
static void
test_newest_scene_wins (void)
{
  g_autoptr (AmicusTiles) tiles = amicus_tiles_new (count_painted, NULL);
  g_autoptr (AmicusScene) last = make_scene (RED);
  AmicusViewport view = make_view (0.9, -20.0, -350.0);

  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (AmicusScene) scene = make_scene (BLUE);

      amicus_tiles_set_scene (tiles, scene);
      amicus_viewport_zoom_at (&view, (AmicusPoint) { 100.0, 100.0 }, 1.0 + i % 3 * 0.1);
      amicus_tiles_update (tiles, &view, 1);
    }
  amicus_tiles_set_scene (tiles, last);
  amicus_tiles_update (tiles, &view, 1);
  WAIT_UNTIL ((amicus_tiles_update (tiles, &view, 1), amicus_tiles_is_complete (tiles)));
  g_assert_true (amicus_tiles_get_scene (tiles) == last);
  g_assert_true (shows (tiles, last, &view, 1));
}

/* The owner goes while tiles are being painted: nobody is called any more. */
static void
test_free_while_painting (void)
{
  for (guint i = 0; i < 20; i++)
    {
      AmicusTiles *tiles = amicus_tiles_new (count_painted, NULL);
      g_autoptr (AmicusScene) scene = make_scene (BLUE);
      AmicusViewport view = make_view (1.0, 10.0 * i, 0.0);

      amicus_tiles_set_scene (tiles, scene);
      amicus_tiles_update (tiles, &view, 1);
      n_painted = 0;
      amicus_tiles_free (tiles);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_cmpuint (n_painted, ==, 0);
    }
}

static void
test_no_size (void)
{
  g_autoptr (AmicusTiles) tiles = amicus_tiles_new (count_painted, NULL);
  g_autoptr (AmicusScene) scene = make_scene (BLUE);
  AmicusViewport view;

  amicus_viewport_init (&view);
  amicus_tiles_update (tiles, &view, 1);
  g_assert_null (amicus_tiles_get_scene (tiles));
  g_assert_false (amicus_tiles_is_complete (tiles));

  amicus_tiles_set_scene (tiles, scene);
  amicus_tiles_update (tiles, &view, 1);
  g_assert_true (amicus_tiles_is_complete (tiles));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tiles/equal-to-whole", test_equal_to_whole);
  g_test_add_func ("/tiles/pan", test_pan);
  g_test_add_func ("/tiles/substitutes", test_substitutes);
  g_test_add_func ("/tiles/scene-changes-whole", test_scene_changes_whole);
  g_test_add_func ("/tiles/newest-scene-wins", test_newest_scene_wins);
  g_test_add_func ("/tiles/free-while-painting", test_free_while_painting);
  g_test_add_func ("/tiles/no-size", test_no_size);

  return g_test_run ();
}
