/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is published is what the screen shows: the SVG as librsvg draws it and the PDF as Poppler draws it are compared
 * with the painter's own picture of the same scene. */

#include "drawing/export-private.h"
#include "drawing/painter.h"
#include "drawing/picture.h"

#include <librsvg/rsvg.h>
#include <math.h>
#include <poppler.h>

#include "sample.h"

/* Pixels per point, so that a difference of a tenth of a point shows. */
#define SCALE 2

/* Side of the squares, in pixels, whose differences are looked at one by one: about as large as an arrowhead. */
#define SQUARE 16

/* Of 255 levels: over the whole picture, and over the worst square. Smoothed edges of glyphs differ; nothing else may. */
#define MEAN_LIMIT 0.5
#define SQUARE_LIMIT 24.0

static const AmicusExportOptions options = { AMICUS_FORMAT_SVG, SCALE, 0xffffffff };

static cairo_t *
new_picture (const AmicusRect *area)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         (int) ceil (area->width * SCALE),
                                                         (int) ceil (area->height * SCALE));
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);

  return cr;
}

static cairo_t *
paint_area (AmicusScene      *scene,
            const AmicusRect *area)
{
  cairo_t *cr = new_picture (area);

  cairo_scale (cr, SCALE, SCALE);
  cairo_translate (cr, -area->x, -area->y);
  amicus_scene_paint (scene, cr, area, 0);

  return cr;
}

static cairo_t *
paint_scene (AmicusScene *scene)
{
  AmicusRect area = amicus_export_area (scene);

  return paint_area (scene, &area);
}

static cairo_t *
paint_svg (AmicusScene *scene)
{
  AmicusRect area = amicus_export_area (scene);
  RsvgRectangle viewport = { 0, 0, area.width * SCALE, area.height * SCALE };
  g_autoptr (GBytes) svg = amicus_scene_to_svg (scene, &options);
  RsvgHandle *handle;
  g_autoptr (GError) error = NULL;
  cairo_t *cr = new_picture (&area);
  gsize length;
  const guint8 *data = g_bytes_get_data (svg, &length);

  handle = rsvg_handle_new_from_data (data, length, &error);
  g_assert_no_error (error);
  rsvg_handle_render_document (handle, cr, &viewport, &error);
  g_assert_no_error (error);
  g_object_unref (handle);

  return cr;
}

static cairo_t *
paint_pdf (AmicusScene *scene)
{
  AmicusExportOptions pdf_options = options;
  AmicusRect area = amicus_export_area (scene);
  g_autoptr (GBytes) pdf = NULL;
  PopplerDocument *document;
  PopplerPage *page;
  g_autoptr (GError) error = NULL;
  cairo_t *cr = new_picture (&area);

  pdf_options.format = AMICUS_FORMAT_PDF;
  pdf = amicus_scene_export (scene, &pdf_options, &error);
  g_assert_no_error (error);
  document = poppler_document_new_from_bytes (pdf, NULL, &error);
  g_assert_no_error (error);
  page = poppler_document_get_page (document, 0);
  cairo_scale (cr, SCALE, SCALE);
  poppler_page_render (page, cr);
  g_object_unref (page);
  g_object_unref (document);

  return cr;
}

typedef struct
{
  double mean;
  double worst_square;
  int worst_x;
  int worst_y;
} Difference;

/* How much darker or lighter a square is, in the worst of the three colours. A glyph that is put down a quarter of a pixel
 * further on has as much ink as before; one that is missing has not. */
static double
square_difference (cairo_surface_t *a,
                   cairo_surface_t *b,
                   int              x0,
                   int              y0)
{
  int x1 = MIN (x0 + SQUARE, cairo_image_surface_get_width (a));
  int y1 = MIN (y0 + SQUARE, cairo_image_surface_get_height (a));
  int sums[3] = { 0 };

  for (int y = y0; y < y1; y++)
    {
      gsize start = (gsize) y * (gsize) cairo_image_surface_get_stride (a);
      const guint32 *row_a = (const void *) (cairo_image_surface_get_data (a) + start);
      const guint32 *row_b = (const void *) (cairo_image_surface_get_data (b) + start);

      for (int x = x0; x < x1; x++)
        for (guint color = 0; color < 3; color++)
          sums[color] += (int) (row_a[x] >> 8 * color & 0xff) - (int) (row_b[x] >> 8 * color & 0xff);
    }

  return MAX (MAX (ABS (sums[0]), ABS (sums[1])), ABS (sums[2])) / (double) (SQUARE * SQUARE);
}

/* Takes both pictures. Where AMICUS_TEST_KEEP names a folder, they are kept there to be looked at. */
static Difference
compare (const char *name,
         cairo_t    *first,
         cairo_t    *second)
{
  cairo_surface_t *a = cairo_get_target (first);
  cairo_surface_t *b = cairo_get_target (second);
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);
  const char *folder = g_getenv ("AMICUS_TEST_KEEP");
  Difference difference = { 0 };
  guint n = 0;

  for (int y = 0; y < height; y += SQUARE)
    for (int x = 0; x < width; x += SQUARE, n++)
      {
        double here = square_difference (a, b, x, y);

        difference.mean += here;
        if (here > difference.worst_square)
          {
            difference.worst_square = here;
            difference.worst_x = x;
            difference.worst_y = y;
          }
      }
  difference.mean /= n;
  g_test_message ("%s: mean %.3f, worst square %.2f at %d, %d of %d x %d pixels", name, difference.mean,
                  difference.worst_square, difference.worst_x, difference.worst_y, width, height);

  if (folder != NULL)
    {
      g_autofree char *path_a = g_strdup_printf ("%s/%s-a.png", folder, name);
      g_autofree char *path_b = g_strdup_printf ("%s/%s-b.png", folder, name);

      cairo_surface_write_to_png (a, path_a);
      cairo_surface_write_to_png (b, path_b);
    }
  cairo_destroy (first);
  cairo_destroy (second);

  return difference;
}

static void
assert_alike (Difference difference)
{
  g_assert_cmpfloat (difference.mean, <, MEAN_LIMIT);
  g_assert_cmpfloat (difference.worst_square, <, SQUARE_LIMIT);
}

static void
test_svg (void)
{
  g_autoptr (AmicusScene) scene = sample_scene (NULL);

  assert_alike (compare ("svg", paint_scene (scene), paint_svg (scene)));
}

static void
test_pdf (void)
{
  g_autoptr (AmicusScene) scene = sample_scene (NULL);

  assert_alike (compare ("pdf", paint_scene (scene), paint_pdf (scene)));
}

static AmicusGraph *
read_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("AMICUS_SOURCE_DIR"), "data", "nso-2020.gv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmicusSyntax) syntax = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  syntax = amicus_syntax_new (bytes);

  return amicus_graph_new (syntax, 0);
}

/* A real picture, with icons and hulls. */
static AmicusPicture *
example_picture (AmicusScheme scheme)
{
  const AmicusPictureOptions picture_options = { scheme, "fr", AMICUS_ENGINE_BUILTIN };
  g_autoptr (AmicusLayouter) layouter = amicus_layouter_new (NULL);
  AmicusPicture *picture = amicus_picture_new (layouter);
  g_autoptr (AmicusGraph) graph = read_example ();

  amicus_picture_set_options (picture, &picture_options);
  amicus_picture_set_graph (picture, graph);
  while (amicus_picture_is_busy (picture) || amicus_picture_get_scene (picture) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return picture;
}

static gboolean
has_example (void)
{
  if (g_getenv ("AMICUS_SOURCE_DIR") != NULL)
    return TRUE;

  g_test_skip ("AMICUS_SOURCE_DIR is not set");
  return FALSE;
}

/* With its legend and sources. */
static void
test_example (void)
{
  const AmicusFrame frame = { .title = TRUE, .legend = TRUE, .sources = TRUE };

  if (!has_example ())
    return;

  for (AmicusScheme scheme = AMICUS_SCHEME_LIGHT; scheme <= AMICUS_SCHEME_DARK; scheme++)
    {
      g_autoptr (AmicusPicture) picture = example_picture (scheme);
      g_autoptr (AmicusScene) scene = amicus_picture_frame_scene (picture, &frame);

      assert_alike (compare ("example-svg", paint_scene (scene), paint_svg (scene)));
      assert_alike (compare ("example-pdf", paint_scene (scene), paint_pdf (scene)));
    }
}

/* Wherever it is cut out, a detail shows what the picture shows there, to the pixel, and so do its documents. */
static void
test_details (void)
{
  g_autoptr (AmicusPicture) picture = NULL;
  AmicusScene *whole;
  AmicusRect bounds;

  if (!has_example ())
    return;

  picture = example_picture (AMICUS_SCHEME_LIGHT);
  whole = amicus_picture_get_scene (picture);
  bounds = amicus_scene_get_bounds (whole);
  for (int i = 0; i < 9; i++)
    {
      AmicusFrame frame = { TRUE, TRUE, TRUE,
                            { bounds.x + i % 3 * bounds.width / 4, bounds.y + i / 3 * bounds.height / 4,
                              bounds.width / 2.5, bounds.height / 2.5 } };
      g_autoptr (AmicusScene) scene = amicus_picture_frame_scene (picture, &frame);
      AmicusRect clip;

      g_assert_true (amicus_scene_get_clip (scene, &clip));
      g_assert_cmpfloat (compare ("detail", paint_area (scene, &clip), paint_area (whole, &clip)).worst_square, <=, 0);
      if (i % 4 == 0)
        {
          assert_alike (compare ("detail-svg", paint_scene (scene), paint_svg (scene)));
          assert_alike (compare ("detail-pdf", paint_scene (scene), paint_pdf (scene)));
        }
    }
}

/* The comparison is worth something only if it sees that one arrowhead is missing. */
static void
test_missing_arrowhead (void)
{
  const SampleChange change = { TRUE, "Facebook", NULL };
  g_autoptr (AmicusScene) scene = sample_scene (NULL);
  g_autoptr (AmicusScene) without = sample_scene (&change);

  g_assert_cmpfloat (compare ("no-head-svg", paint_scene (scene), paint_svg (without)).worst_square, >, SQUARE_LIMIT);
  g_assert_cmpfloat (compare ("no-head-pdf", paint_scene (scene), paint_pdf (without)).worst_square, >, SQUARE_LIMIT);
}

/* Nor may a name be another one. */
static void
test_other_name (void)
{
  const SampleChange change = { FALSE, "Apple", NULL };
  g_autoptr (AmicusScene) scene = sample_scene (NULL);
  g_autoptr (AmicusScene) other = sample_scene (&change);

  g_assert_cmpfloat (compare ("name-svg", paint_scene (scene), paint_svg (other)).worst_square, >, SQUARE_LIMIT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!sample_pin_font ())
    {
      g_print ("1..0 # SKIP no DejaVu Sans\n");
      return 0;
    }

  g_test_add_func ("/compare/svg", test_svg);
  g_test_add_func ("/compare/pdf", test_pdf);
  g_test_add_func ("/compare/example", test_example);
  g_test_add_func ("/compare/details", test_details);
  g_test_add_func ("/compare/missing-arrowhead", test_missing_arrowhead);
  g_test_add_func ("/compare/other-name", test_other_name);

  return g_test_run ();
}
