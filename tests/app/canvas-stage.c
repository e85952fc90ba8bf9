/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "canvas-stage.h"

#include "drawing/painter.h"

#include <math.h>

static const char star[] =
  "digraph star {\n"
  "  graph [amicus=\"1\", label=\"Star\"];\n"
  "  hub [kind=litigation, label=\"Doe v. Acme\"];\n"
  "  acme [kind=company, label=\"Acme\"];\n"
  "  doe [kind=person, label=\"Jane Doe\"];\n"
  "  court [kind=court, label=\"High Court\"];\n"
  "  friend [kind=ngo, label=\"A Friend of the Court\"];\n"
  "  lone [kind=place, label=\"Utopia\"];\n"
  "  far [kind=company, label=\"Far Holding\"];\n"
  "  doe -> hub [kind=plaintiff, status=established];\n"
  "  acme -> hub [kind=defendant, status=established];\n"
  "  court -> hub [kind=judge];\n"
  "  friend -> hub [kind=amicus, status=alleged];\n"
  "  far -> acme [kind=owns];\n"
  "}\n";

gboolean
stage_ring (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

AmicusDocument *
stage_document (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  AmicusDocument *document = amicus_document_new_for_bytes (NULL, bytes, &error);

  g_assert_no_error (error);
  return document;
}

void
stage_settle (Stage *stage)
{
  WAIT_UNTIL (!amicus_picture_is_busy (amicus_session_get_picture (stage->session)) &&
              amicus_canvas_get_settled (stage->canvas));
}

void
stage_set_animations (gboolean enabled)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", enabled, NULL);
}

static void
stage_set_up (Stage        *stage,
              gconstpointer data)
{
  g_autoptr (AmicusDocument) document = NULL;

  if (!gtk_is_initialized ())
    return;

  stage_set_animations (FALSE);
  document = stage_document (star);
  stage->session = amicus_session_new (NULL);
  stage->canvas = AMICUS_CANVAS (amicus_canvas_new (stage->session));
  /* The pointer of the display may lie anywhere: it must not hover. */
  gtk_widget_set_can_target (GTK_WIDGET (stage->canvas), FALSE);
  stage->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (stage->window), STAGE_WIDTH, STAGE_HEIGHT);
  gtk_window_set_child (GTK_WINDOW (stage->window), GTK_WIDGET (stage->canvas));
  gtk_window_present (GTK_WINDOW (stage->window));
  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (stage->canvas)) > 0);

  amicus_session_set_document (stage->session, document);
  stage_settle (stage);
}

static void
stage_tear_down (Stage        *stage,
                 gconstpointer data)
{
  if (stage->window == NULL)
    return;

  g_object_add_weak_pointer (G_OBJECT (stage->canvas), (gpointer *) &stage->canvas);
  gtk_window_destroy (GTK_WINDOW (stage->window));
  WAIT_UNTIL (stage->canvas == NULL);
  g_assert_finalize_object (stage->session);
}

AmicusElement
stage_find (Stage      *stage,
            const char *id)
{
  AmicusElement element = amicus_graph_find_entity (amicus_session_get_graph (stage->session), id);

  g_assert_cmpint (element.kind, ==, AMICUS_ELEMENT_ENTITY);
  return element;
}

AmicusRect
stage_place (Stage        *stage,
             AmicusElement element)
{
  AmicusRect bounds;

  g_assert_true (amicus_canvas_get_bounds (stage->canvas, element, &bounds));
  return amicus_viewport_rect_to_view (amicus_canvas_get_viewport (stage->canvas), &bounds);
}

/* The middle of an entity's card, in the view. */
AmicusPoint
stage_middle (Stage      *stage,
              const char *id)
{
  AmicusRect place = stage_place (stage, stage_find (stage, id));

  return (AmicusPoint) { place.x + place.width / 2.0, place.y + place.height / 2.0 };
}

void
stage_activate (Stage      *stage,
                const char *action,
                GVariant   *parameter)
{
  g_autoptr (GVariant) owned = parameter != NULL ? g_variant_ref_sink (parameter) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (stage->canvas), action, owned));
  stage_settle (stage);
}

void
stage_assert_near (AmicusPoint a,
                   AmicusPoint b,
                   double      pixels)
{
  g_assert_cmpfloat (hypot (a.x - b.x, a.y - b.y), <=, pixels);
}

void
stage_assert_at (Stage      *stage,
                 const char *id,
                 double      x,
                 double      y,
                 double      pixels)
{
  stage_assert_near (stage_middle (stage, id), (AmicusPoint) { x, y }, pixels);
}

/* A point of the view where nothing is. */
AmicusPoint
stage_empty_place (Stage *stage)
{
  AmicusElement element;

  for (double y = 5.0; y < STAGE_HEIGHT; y += 7.0)
    for (double x = 5.0; x < STAGE_WIDTH; x += 7.0)
      if (!amicus_canvas_pick (stage->canvas, (AmicusPoint) { x, y }, &element))
        return (AmicusPoint) { x, y };
  g_assert_not_reached ();
}

cairo_surface_t *
stage_take_picture (Stage *stage)
{
  int width = gtk_widget_get_width (GTK_WIDGET (stage->canvas));
  int height = gtk_widget_get_height (GTK_WIDGET (stage->canvas));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (stage->canvas)->snapshot (GTK_WIDGET (stage->canvas), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

guint32
stage_pixel (cairo_surface_t *surface,
             int              x,
             int              y)
{
  gsize stride = cairo_image_surface_get_stride (surface);
  const guint8 *row = cairo_image_surface_get_data (surface) + y * stride;
  guint32 pixel;

  memcpy (&pixel, row + x * 4, 4);
  return pixel & 0xffffff;
}

guint
stage_count_different (cairo_surface_t *a,
                       cairo_surface_t *b,
                       int              tolerance)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++)
      {
        guint32 p = stage_pixel (a, x, y);
        guint32 q = stage_pixel (b, x, y);

        n += ABS ((int) (p & 0xff) - (int) (q & 0xff)) > tolerance ||
             ABS ((int) (p >> 8 & 0xff) - (int) (q >> 8 & 0xff)) > tolerance ||
             ABS ((int) (p >> 16) - (int) (q >> 16)) > tolerance;
      }
  return n;
}

/* Without a selection the canvas gives what the scene's painter gives. */
void
stage_check_pixels (Stage *stage)
{
  AmicusScene *scene = amicus_picture_get_scene (amicus_session_get_picture (stage->session));
  const AmicusViewport *view = amicus_canvas_get_viewport (stage->canvas);
  AmicusRect bounds = amicus_scene_get_bounds (scene);
  cairo_surface_t *seen;
  cairo_surface_t *painted;
  cairo_t *cr;

  amicus_session_clear_selection (stage->session);
  seen = stage_take_picture (stage);
  painted = cairo_image_surface_create (CAIRO_FORMAT_RGB24, cairo_image_surface_get_width (seen),
                                        cairo_image_surface_get_height (seen));
  cr = cairo_create (painted);
  cairo_set_source_rgb (cr, (amicus_scene_get_background (scene) >> 24) / 255.0,
                        (amicus_scene_get_background (scene) >> 16 & 0xff) / 255.0,
                        (amicus_scene_get_background (scene) >> 8 & 0xff) / 255.0);
  cairo_paint (cr);
  cairo_translate (cr,
                   -round (view->origin.x * view->scale),
                   -round (view->origin.y * view->scale));
  cairo_scale (cr, view->scale, view->scale);
  amicus_scene_paint (scene, cr, &bounds, view->scale);
  cairo_destroy (cr);
  cairo_surface_flush (painted);

  g_assert_cmpuint (stage_count_different (seen, painted, 40), ==, 0);
  cairo_surface_destroy (seen);
  cairo_surface_destroy (painted);
}

static void
run (Stage        *stage,
     gconstpointer data)
{
  const StageTest *test = data;

  if (stage->window == NULL)
    g_test_skip ("there is no display");
  else
    test->run (stage, NULL);
}

int
stage_run (int              argc,
           char            *argv[],
           const StageTest *tests,
           guint            n_tests)
{
  g_test_init (&argc, &argv, NULL);
  if (gtk_init_check ())
    adw_init ();

  for (guint i = 0; i < n_tests; i++)
    g_test_add (tests[i].path, Stage, &tests[i], stage_set_up, run, stage_tear_down);

  return g_test_run ();
}
