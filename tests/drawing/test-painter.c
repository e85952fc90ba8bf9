/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing/painter.h"

#include "drawn.h"

#include <math.h>
#include <string.h>

static const char sample[] =
  "digraph { graph [amicus=1];"
  " subgraph cluster_a { label=\"A group\"; a [kind=company, label=\"Alpha & Sons\", country=US]; b [kind=ngo] }"
  " c [kind=litigation, label=\"Alpha v. Beta\", startDate=2019]; d [kind=product]; e [kind=place]; f [kind=agency];"
  " a -> c [kind=plaintiff, status=established]; b -> c [kind=amicus, status=alleged]; a -> d [kind=owns, status=denied];"
  " d -> b [kind=targets, status=disputed]; f -> e [kind=related]; c -> f [kind=concerns, status=possible] }";

#define TILE 128

/* cairo cuts outlines at the border of a surface, in 1/256 of a pixel: coverage differs by a few
 * steps of 255 there. A letter that lay a pixel off would differ by far more. */
#define COVERAGE_STEPS 24

static cairo_surface_t *
paint (AmicusScene      *scene,
       const AmicusRect *area,
       double            scale,
       int               width,
       int               height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area->x, -area->y);
  amicus_scene_paint (scene, cr, area, scale);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
near_enough (guint32 a,
             guint32 b)
{
  for (guint shift = 0; shift < 32; shift += 8)
    if (ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)) > COVERAGE_STEPS)
      return FALSE;
  return TRUE;
}

static guint
count_differences (cairo_surface_t *whole,
                   cairo_surface_t *tile,
                   int              x,
                   int              y)
{
  guint n = 0;

  for (int row = 0; row < TILE; row++)
    for (int column = 0; column < TILE; column++)
      {
        const guint32 *a = (const guint32 *) (const void *) (cairo_image_surface_get_data (whole) +
                                                             (y + row) * cairo_image_surface_get_stride (whole));
        const guint32 *b = (const guint32 *) (const void *) (cairo_image_surface_get_data (tile) +
                                                             row * cairo_image_surface_get_stride (tile));

        n += !near_enough (a[x + column], b[column]);
      }
  return n;
}

static void
check_tiles (AmicusScene *scene,
             double       scale)
{
  AmicusRect bounds = amicus_scene_get_bounds (scene);
  int columns = (int) (bounds.width * scale / TILE) + 1;
  int rows = (int) (bounds.height * scale / TILE) + 1;
  AmicusRect all = { floor (bounds.x), floor (bounds.y), columns * TILE / scale, rows * TILE / scale };
  cairo_surface_t *whole = paint (scene, &all, scale, columns * TILE, rows * TILE);

  for (int i = 0; i < columns * rows; i++)
    {
      AmicusRect area = { all.x + i % columns * TILE / scale, all.y + i / columns * TILE / scale, TILE / scale, TILE / scale };
      cairo_surface_t *tile = paint (scene, &area, scale, TILE, TILE);

      g_assert_cmpuint (count_differences (whole, tile, i % columns * TILE, i / columns * TILE), ==, 0);
      cairo_surface_destroy (tile);
    }
  cairo_surface_destroy (whole);
}

/* Painted in tiles, the picture is the same as painted at once. */
static void
test_tiles (void)
{
  g_autoptr (AmicusScene) scene = drawn_scene (sample, AMICUS_SCHEME_LIGHT);

  check_tiles (scene, 1);
  check_tiles (scene, 2);
  check_tiles (scene, 0.5);
  check_tiles (scene, 0.125);
}

static gpointer
paint_in_thread (gpointer data)
{
  AmicusScene *scene = data;
  AmicusRect bounds = amicus_scene_get_bounds (scene);

  for (guint i = 0; i < 5; i++)
    cairo_surface_destroy (paint (scene, &bounds, 1, 800, 400));
  return paint (scene, &bounds, 1, 800, 400);
}

static void
test_threads (void)
{
  g_autoptr (AmicusScene) scene = drawn_scene (sample, AMICUS_SCHEME_DARK);
  GThread *threads[4];
  cairo_surface_t *surfaces[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("paint", paint_in_thread, scene);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    surfaces[i] = g_thread_join (threads[i]);
  for (guint i = 1; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpint (memcmp (cairo_image_surface_get_data (surfaces[0]), cairo_image_surface_get_data (surfaces[i]),
                             400 * cairo_image_surface_get_stride (surfaces[0])), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    cairo_surface_destroy (surfaces[i]);
}

static gboolean
is_blank (cairo_surface_t *surface)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  gsize length = (gsize) cairo_image_surface_get_height (surface) * cairo_image_surface_get_stride (surface);

  for (gsize i = 0; i < length; i++)
    if (data[i] != 0)
      return FALSE;
  return TRUE;
}

/* Whatever the scale, something of a card is seen; what is finer goes before what is coarser. */
static void
test_detail (void)
{
  g_autoptr (AmicusScene) scene = drawn_scene ("digraph { graph [amicus=1]; a [kind=place] }", AMICUS_SCHEME_LIGHT);
  AmicusRect bounds = amicus_scene_get_bounds (scene);

  for (double scale = 4; scale > 0.05; scale *= 0.8)
    {
      cairo_surface_t *surface = paint (scene, &bounds, scale, 200, 200);

      g_assert_false (is_blank (surface));
      cairo_surface_destroy (surface);
      g_assert_true (amicus_detail_is_visible (AMICUS_DETAIL_ALWAYS, 0, scale));
      g_assert_true (!amicus_detail_is_visible (AMICUS_DETAIL_FINE, 1, scale) ||
                     amicus_detail_is_visible (AMICUS_DETAIL_LABEL, 0, scale));
      g_assert_true (!amicus_detail_is_visible (AMICUS_DETAIL_LABEL, 1, scale) ||
                     amicus_detail_is_visible (AMICUS_DETAIL_NAME, 0, scale));
      g_assert_true (!amicus_detail_is_visible (AMICUS_DETAIL_NAME, 0, scale) ||
                     amicus_detail_is_visible (AMICUS_DETAIL_NAME, 1, scale));
    }
  g_assert_true (amicus_detail_is_visible (AMICUS_DETAIL_FINE, 0, 0));
}

static guint64
ink_of (const char *status,
        double      scale)
{
  g_autofree char *dot = g_strdup_printf ("digraph { graph [amicus=1]; a; b;"
                                          " a -> b [kind=concerns, label=\" \", status=%s] }", status);
  g_autoptr (AmicusScene) scene = drawn_scene (dot, AMICUS_SCHEME_LIGHT);
  AmicusRect bounds = amicus_scene_get_bounds (scene);
  const AmicusItem *line = drawn_item (scene, AMICUS_ROLE_RELATION, AMICUS_RELATION (0));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 400);
  cairo_t *cr = cairo_create (surface);
  const guchar *data;
  gsize length;
  guint64 ink = 0;
  guint n_items;

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -bounds.x, -bounds.y);
  amicus_scene_paint_item (scene, cr, (guint32) (line - amicus_scene_get_items (scene, &n_items)), scale);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  length = (gsize) cairo_image_surface_get_height (surface) * cairo_image_surface_get_stride (surface);
  for (gsize i = 3; i < length; i += 4)
    ink += data[i];
  cairo_surface_destroy (surface);
  return ink;
}

/* Near or far, what is established has more ink than what is not. */
static void
test_status_at_every_scale (void)
{
  static const char * const others[] = { "alleged", "disputed", "denied", "possible" };

  for (double scale = 2; scale > 0.06; scale *= 0.75)
    for (guint i = 0; i < G_N_ELEMENTS (others); i++)
      g_assert_cmpuint (ink_of ("established", scale), >, ink_of (others[i], scale));
}

static void
test_hostile_numbers (void)
{
  static const double values[] = { NAN, INFINITY, -INFINITY, 1e300, -1e300, 9e6, 0 };
  static const double scales[] = { 8, 1, 0.1, 1e-6 };
  AmicusSceneBuilder *builder = amicus_scene_builder_new ();
  AmicusSceneInfo info = { 0 };
  g_autoptr (AmicusTextLine) line = amicus_measurer_line (drawn_measurer (), "text", 13, 400, 0);
  g_autoptr (AmicusScene) scene = NULL;
  AmicusRect area = { -100, -100, 200, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      AmicusItemInfo item = { .role = AMICUS_ROLE_RELATION, .element = AMICUS_RELATION (i) };
      AmicusPathStyle style = { .fill = 0xff0000ff, .stroke = 0xff, .width = values[i], .dash = AMICUS_DASH_DOTTED };

      amicus_scene_builder_begin_item (builder, &item);
      amicus_scene_builder_move_to (builder, 0, 0);
      amicus_scene_builder_curve_to (builder, values[i], 0, 0, values[i], 1, 1);
      amicus_scene_builder_add_path (builder, &style);
      amicus_scene_builder_add_text (builder, line, values[i], values[i], 0xff, AMICUS_DETAIL_ALWAYS);
      amicus_scene_builder_end_item (builder);
    }
  scene = amicus_scene_builder_finish (builder, &info);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    cairo_surface_destroy (paint (scene, &area, scales[i], 200, 200));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/painter/tiles", test_tiles);
  g_test_add_func ("/painter/threads", test_threads);
  g_test_add_func ("/painter/detail", test_detail);
  g_test_add_func ("/painter/status-at-every-scale", test_status_at_every_scale);
  g_test_add_func ("/painter/hostile-numbers", test_hostile_numbers);

  return g_test_run ();
}
