/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing/export-private.h"

#include <math.h>
#include <string.h>

#include "drawing/painter.h"
#include "drawing/scene-private.h"
#include "sample.h"

static void
test_format_from_name (void)
{
  static const struct { const char *name; gboolean known; AmicusFormat format; } cases[] = {
    { "svg", TRUE, AMICUS_FORMAT_SVG }, { ".SVG", TRUE, AMICUS_FORMAT_SVG }, { "a.b/x.pdf", TRUE, AMICUS_FORMAT_PDF },
    { "x.Png", TRUE, AMICUS_FORMAT_PNG }, { "x.gv", FALSE, 0 }, { "x", FALSE, 0 }, { "", FALSE, 0 },
    { "x.svg.", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AmicusFormat format = AMICUS_FORMAT_SVG;

      g_assert_cmpint (amicus_format_from_name (cases[i].name, &format), ==, cases[i].known);
      if (cases[i].known)
        g_assert_cmpint (format, ==, cases[i].format);
    }
}

static AmicusScene *
scene_of_size (double width,
               double height)
{
  AmicusSceneBuilder *builder = amicus_scene_builder_new ();
  const AmicusItemInfo item = { AMICUS_ENTITY (0), AMICUS_ROLE_CARD };
  const AmicusPathStyle style = { 0xd55e00ff, 0, 0, AMICUS_DASH_SOLID, AMICUS_DETAIL_ALWAYS };
  const AmicusSceneInfo info = { .background = 0xffffffff };

  if (width > 0)
    {
      amicus_scene_builder_begin_item (builder, &item);
      amicus_scene_builder_rectangle (builder, &(AmicusRect) { 0, 0, width, height }, 0);
      amicus_scene_builder_add_path (builder, &style);
      amicus_scene_builder_end_item (builder);
    }

  return amicus_scene_builder_finish (builder, &info);
}

typedef struct
{
  const guint8 *at;
  gsize left;
} Source;

static cairo_status_t
read_source (void          *closure,
             unsigned char *data,
             unsigned int   length)
{
  Source *source = closure;

  if (length > source->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->at, length);
  source->at += length;
  source->left -= length;

  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
png_of (AmicusScene *scene,
        double       scale,
        AmicusColor  background)
{
  const AmicusExportOptions options = { AMICUS_FORMAT_PNG, scale, background };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = amicus_scene_export (scene, &options, &error);
  Source source;
  cairo_surface_t *surface;

  g_assert_no_error (error);
  source.at = g_bytes_get_data (png, &source.left);
  surface = cairo_image_surface_create_from_png_stream (read_source, &source);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);

  return surface;
}

static guint32
pixel (cairo_surface_t *surface,
       int              x,
       int              y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
  guint32 value;

  memcpy (&value, row + 4 * x, sizeof value);

  return value;
}

static void
test_png_scales (void)
{
  g_autoptr (AmicusScene) scene = sample_scene (NULL);
  AmicusRect area = amicus_export_area (scene);

  for (guint scale = 1; scale <= 4; scale *= 2)
    {
      cairo_surface_t *surface = png_of (scene, scale, 0xffffffff);

      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, (int) ceil (area.width * scale));
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, (int) ceil (area.height * scale));
      cairo_surface_destroy (surface);
    }
}

/* Every pixel is the painter's. */
static void
test_png_pixels (void)
{
  g_autoptr (AmicusScene) scene = sample_scene (NULL);
  AmicusRect area = amicus_export_area (scene);
  cairo_surface_t *png = png_of (scene, 2, 0);
  int width = cairo_image_surface_get_width (png);
  int height = cairo_image_surface_get_height (png);
  cairo_surface_t *painted = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (painted);

  cairo_scale (cr, 2, 2);
  cairo_translate (cr, -area.x, -area.y);
  amicus_scene_paint (scene, cr, &area, 0);
  cairo_surface_flush (painted);
  /* PNG keeps colours apart from alpha: of what is nearly transparent the colour is rounded on the way. */
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      for (guint shift = 0; shift < 32; shift += 8)
        {
          int there = pixel (png, x, y) >> shift & 0xff;
          int here = pixel (painted, x, y) >> shift & 0xff;

          g_assert_cmpint (ABS (there - here), <=, 1);
        }
  cairo_destroy (cr);
  cairo_surface_destroy (painted);
  cairo_surface_destroy (png);
}

static void
test_png_background (void)
{
  g_autoptr (AmicusScene) scene = sample_scene (NULL);
  cairo_surface_t *light = png_of (scene, 1, 0xfafafaff);
  cairo_surface_t *transparent = png_of (scene, 1, 0);

  g_assert_cmphex (pixel (light, 0, 0), ==, 0xfffafafa);
  g_assert_cmphex (pixel (transparent, 0, 0), ==, 0);
  cairo_surface_destroy (light);
  cairo_surface_destroy (transparent);
}

static void
assert_too_large (double width,
                  double height,
                  double scale)
{
  g_autoptr (AmicusScene) scene = scene_of_size (width, height);
  const AmicusExportOptions options = { AMICUS_FORMAT_PNG, scale, 0xffffffff };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = amicus_scene_export (scene, &options, &error);

  g_assert_error (error, AMICUS_EXPORT_ERROR, AMICUS_EXPORT_ERROR_TOO_LARGE);
  g_assert_null (png);
}

static void
test_png_too_large (void)
{
  assert_too_large (32768, 10, 1);
  assert_too_large (10, 8192, 4);
  assert_too_large (16385, 16384, 1);
  assert_too_large (1e6, 1e6, 4);
}

static void
test_png_largest_side (void)
{
  g_autoptr (AmicusScene) scene = scene_of_size (32767, 2);
  cairo_surface_t *surface = png_of (scene, 1, 0xffffffff);

  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 32767);
  g_assert_cmphex (pixel (surface, 32766, 1), ==, 0xffd55e00);
  cairo_surface_destroy (surface);
}

/* A graph without entities, and one as far apart as coordinates go, give documents too. */
static void
test_extremes (void)
{
  static const double sizes[] = { 0, 1e-3, 2e6 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (AmicusFormat format = AMICUS_FORMAT_SVG; format <= AMICUS_FORMAT_PDF; format++)
      {
        g_autoptr (AmicusScene) scene = scene_of_size (sizes[i], sizes[i]);
        const AmicusExportOptions options = { format, 1, 0xffffffff };
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) bytes = amicus_scene_export (scene, &options, &error);

        g_assert_no_error (error);
        g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
      }
}

/* Any thread may export, several at a time. */
static gpointer
export_all (gpointer data)
{
  AmicusScene *scene = data;
  g_autoptr (GByteArray) all = g_byte_array_new ();

  for (AmicusFormat format = AMICUS_FORMAT_SVG; format <= AMICUS_FORMAT_PNG; format++)
    {
      const AmicusExportOptions options = { format, 1, 0xffffffff };
      g_autoptr (GBytes) bytes = amicus_scene_export (scene, &options, NULL);

      g_byte_array_append (all, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

static void
test_threads (void)
{
  g_autoptr (AmicusScene) scene = sample_scene (NULL);
  g_autoptr (GBytes) expected = export_all (scene);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("export", export_all, scene);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) bytes = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (bytes, expected));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sample_pin_font ();

  g_test_add_func ("/export/format-from-name", test_format_from_name);
  g_test_add_func ("/export/png-scales", test_png_scales);
  g_test_add_func ("/export/png-pixels", test_png_pixels);
  g_test_add_func ("/export/png-background", test_png_background);
  g_test_add_func ("/export/png-too-large", test_png_too_large);
  g_test_add_func ("/export/png-largest-side", test_png_largest_side);
  g_test_add_func ("/export/extremes", test_extremes);
  g_test_add_func ("/export/threads", test_threads);

  return g_test_run ();
}
