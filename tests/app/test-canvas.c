/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The canvas in a real window. What the pointer does is told to the canvas by the functions that its gestures call, with
 * points and modifiers as they would give them. */

#include "app/canvas/canvas-private.h"

#include "drawing/painter.h"

#include <math.h>

#define WIDTH 800
#define HEIGHT 600

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

typedef struct
{
  AmicusSession *session;
  GtkWidget *window;
  AmicusCanvas *canvas;
} Fixture;

static gboolean
give_up_cb (gpointer data)
{
  g_error ("waited in vain for %s", (const char *) data);
  return G_SOURCE_REMOVE;
}

#define WAIT_UNTIL(condition)                                                     \
  G_STMT_START                                                                    \
    {                                                                             \
      guint guard = g_timeout_add_seconds (30, give_up_cb, (gpointer) #condition); \
      while (!(condition))                                                        \
        g_main_context_iteration (NULL, TRUE);                                    \
      g_source_remove (guard);                                                    \
    }                                                                             \
  G_STMT_END

static AmicusDocument *
make_document (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  AmicusDocument *document = amicus_document_new_for_bytes (NULL, bytes, &error);

  g_assert_no_error (error);
  return document;
}

static void
settle (Fixture *fixture)
{
  WAIT_UNTIL (!amicus_picture_is_busy (amicus_session_get_picture (fixture->session)) &&
              amicus_canvas_get_settled (fixture->canvas));
}

static void
set_animations (gboolean enabled)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", enabled, NULL);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (AmicusDocument) document = NULL;

  if (!gtk_is_initialized ())
    return;

  set_animations (FALSE);
  document = make_document (star);
  fixture->session = amicus_session_new (NULL);
  fixture->canvas = AMICUS_CANVAS (amicus_canvas_new (fixture->session));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->canvas));
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (fixture->canvas)) > 0);

  amicus_session_set_document (fixture->session, document);
  settle (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  if (fixture->window == NULL)
    return;

  g_object_add_weak_pointer (G_OBJECT (fixture->canvas), (gpointer *) &fixture->canvas);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (fixture->canvas == NULL);
  g_assert_finalize_object (fixture->session);
}

static AmicusElement
find (Fixture    *fixture,
      const char *id)
{
  AmicusElement element = amicus_graph_find_entity (amicus_session_get_graph (fixture->session), id);

  g_assert_cmpint (element.kind, ==, AMICUS_ELEMENT_ENTITY);
  return element;
}

static AmicusRect
place_of (Fixture      *fixture,
          AmicusElement element)
{
  AmicusRect bounds;

  g_assert_true (amicus_canvas_get_bounds (fixture->canvas, element, &bounds));
  return amicus_viewport_rect_to_view (amicus_canvas_get_viewport (fixture->canvas), &bounds);
}

/* The middle of an entity's card, in the view. */
static AmicusPoint
middle_of (Fixture    *fixture,
           const char *id)
{
  AmicusRect place = place_of (fixture, find (fixture, id));

  return (AmicusPoint) { place.x + place.width / 2.0, place.y + place.height / 2.0 };
}

static void
activate (Fixture    *fixture,
          const char *action,
          GVariant   *parameter)
{
  g_autoptr (GVariant) owned = parameter != NULL ? g_variant_ref_sink (parameter) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->canvas), action, owned));
  settle (fixture);
}

static void
assert_near (AmicusPoint a,
             AmicusPoint b,
             double      pixels)
{
  g_assert_cmpfloat (hypot (a.x - b.x, a.y - b.y), <=, pixels);
}

/* A point of the view where nothing is. */
static AmicusPoint
find_empty_place (Fixture *fixture)
{
  AmicusElement element;

  for (double y = 5.0; y < HEIGHT; y += 7.0)
    for (double x = 5.0; x < WIDTH; x += 7.0)
      if (!amicus_canvas_pick (fixture->canvas, (AmicusPoint) { x, y }, &element))
        return (AmicusPoint) { x, y };
  g_assert_not_reached ();
}

static cairo_surface_t *
take_picture (Fixture *fixture)
{
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->canvas));
  int height = gtk_widget_get_height (GTK_WIDGET (fixture->canvas));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (fixture->canvas)->snapshot (GTK_WIDGET (fixture->canvas), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel_at (cairo_surface_t *surface,
          int              x,
          int              y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface);
  guint32 pixel;

  memcpy (&pixel, row + x * 4, 4);
  return pixel & 0xffffff;
}

static guint
count_different (cairo_surface_t *a,
                 cairo_surface_t *b,
                 int              tolerance)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++)
      {
        guint32 p = pixel_at (a, x, y);
        guint32 q = pixel_at (b, x, y);

        n += ABS ((int) (p & 0xff) - (int) (q & 0xff)) > tolerance ||
             ABS ((int) (p >> 8 & 0xff) - (int) (q >> 8 & 0xff)) > tolerance ||
             ABS ((int) (p >> 16) - (int) (q >> 16)) > tolerance;
      }
  return n;
}

static void
test_first_picture_fits (Fixture      *fixture,
                         gconstpointer data)
{
  for (guint i = 0; i < 7; i++)
    {
      AmicusRect place = place_of (fixture, AMICUS_ENTITY (i));
      g_assert_cmpfloat (place.x, >, 0.0);
      g_assert_cmpfloat (place.y, >, 0.0);
      g_assert_cmpfloat (place.x + place.width, <, WIDTH);
      g_assert_cmpfloat (place.y + place.height, <, HEIGHT);
    }
}

/* Without a selection the canvas gives what the scene's painter gives. */
static void
test_pixels (Fixture      *fixture,
             gconstpointer data)
{
  AmicusScene *scene = amicus_picture_get_scene (amicus_session_get_picture (fixture->session));
  const AmicusViewport *view = amicus_canvas_get_viewport (fixture->canvas);
  AmicusRect bounds = amicus_scene_get_bounds (scene);
  cairo_surface_t *seen;
  cairo_surface_t *painted;
  cairo_t *cr;

  amicus_session_clear_selection (fixture->session);
  seen = take_picture (fixture);
  painted = cairo_image_surface_create (CAIRO_FORMAT_RGB24, cairo_image_surface_get_width (seen),
                                        cairo_image_surface_get_height (seen));
  cr = cairo_create (painted);
  cairo_set_source_rgb (cr, (amicus_scene_get_background (scene) >> 24) / 255.0,
                        (amicus_scene_get_background (scene) >> 16 & 0xff) / 255.0,
                        (amicus_scene_get_background (scene) >> 8 & 0xff) / 255.0);
  cairo_paint (cr);
  cairo_translate (cr, -round (view->origin.x * view->scale), -round (view->origin.y * view->scale));
  cairo_scale (cr, view->scale, view->scale);
  amicus_scene_paint (scene, cr, &bounds, view->scale);
  cairo_destroy (cr);
  cairo_surface_flush (painted);

  g_assert_cmpuint (count_different (seen, painted, 40), ==, 0);
  cairo_surface_destroy (seen);
  cairo_surface_destroy (painted);
}

static void
test_zoom_actions (Fixture      *fixture,
                   gconstpointer data)
{
  const AmicusViewport *view = amicus_canvas_get_viewport (fixture->canvas);
  AmicusPoint middle = { view->width / 2.0, view->height / 2.0 };
  double scale = amicus_canvas_get_scale (fixture->canvas);
  AmicusPoint scene = amicus_viewport_to_scene (view, middle);

  activate (fixture, "canvas.zoom-in", NULL);
  g_assert_cmpfloat_with_epsilon (amicus_canvas_get_scale (fixture->canvas), scale * 1.25, 1e-9);
  assert_near (amicus_viewport_to_view (view, scene), middle, 1e-6);

  activate (fixture, "canvas.zoom-out", NULL);
  g_assert_cmpfloat_with_epsilon (amicus_canvas_get_scale (fixture->canvas), scale, 1e-9);

  activate (fixture, "canvas.zoom-by", g_variant_new_double (2.0));
  activate (fixture, "canvas.pan", g_variant_new ("(dd)", 30.0, -20.0));
  assert_near (amicus_viewport_to_view (view, scene), (AmicusPoint) { middle.x + 30.0, middle.y - 20.0 }, 1e-6);

  activate (fixture, "canvas.zoom-original", NULL);
  g_assert_cmpfloat_with_epsilon (amicus_canvas_get_scale (fixture->canvas), 1.0, 1e-9);

  activate (fixture, "canvas.zoom-fit", NULL);
  g_assert_cmpfloat_with_epsilon (amicus_canvas_get_scale (fixture->canvas), scale, 1e-9);
}

static void
test_zoom_about_pointer (Fixture      *fixture,
                         gconstpointer data)
{
  AmicusPoint before = middle_of (fixture, "doe");

  amicus_canvas_zoom (fixture->canvas, before, 1.7, TRUE);
  settle (fixture);
  assert_near (middle_of (fixture, "doe"), before, 1e-6);
  test_pixels (fixture, NULL);
}

/* With animations, the way is another one, the end the same. */
static void
test_animated (Fixture      *fixture,
               gconstpointer data)
{
  double scale = amicus_canvas_get_scale (fixture->canvas);
  AmicusPoint before = middle_of (fixture, "doe");

  set_animations (TRUE);
  amicus_canvas_zoom (fixture->canvas, before, 1.5, TRUE);
  g_assert_false (amicus_canvas_get_settled (fixture->canvas));
  amicus_canvas_zoom (fixture->canvas, before, 1.5, TRUE);
  settle (fixture);
  g_assert_cmpfloat_with_epsilon (amicus_canvas_get_scale (fixture->canvas), scale * 2.25, 1e-9);
  assert_near (middle_of (fixture, "doe"), before, 1e-6);

  amicus_canvas_glide (fixture->canvas, (AmicusPoint) { 300.0, 0.0 });
  settle (fixture);
  g_assert_cmpfloat (middle_of (fixture, "doe").x, >, before.x + 50.0);
  test_pixels (fixture, NULL);
}

static void
test_resize_keeps_all (Fixture      *fixture,
                       gconstpointer data)
{
  AmicusCanvas *canvas = fixture->canvas;
  AmicusPoint middle;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 400);
  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (canvas)) == 500);
  settle (fixture);
  g_assert_cmpfloat (place_of (fixture, find (fixture, "far")).x, >, 0.0);

  /* Once moved by hand, the middle stays instead. */
  activate (fixture, "canvas.zoom-in", NULL);
  middle = amicus_viewport_to_scene (&canvas->view, (AmicusPoint) { canvas->view.width / 2.0,
                                                                    canvas->view.height / 2.0 });
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 620, 440);
  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (canvas)) == 620);
  settle (fixture);
  assert_near (amicus_viewport_to_view (&canvas->view, middle),
               (AmicusPoint) { canvas->view.width / 2.0, canvas->view.height / 2.0 }, 1e-6);
}

static void
test_click (Fixture      *fixture,
            gconstpointer data)
{
  AmicusCanvas *canvas = fixture->canvas;
  AmicusSession *session = fixture->session;
  guint n;

  amicus_canvas_click (canvas, 1, middle_of (fixture, "acme"), 0);
  g_assert_true (amicus_element_equal (amicus_session_get_primary (session), find (fixture, "acme")));

  amicus_canvas_click (canvas, 1, middle_of (fixture, "doe"), GDK_CONTROL_MASK);
  amicus_session_get_selection (session, &n);
  g_assert_cmpuint (n, ==, 2);

  amicus_canvas_click (canvas, 1, middle_of (fixture, "acme"), GDK_CONTROL_MASK);
  amicus_session_get_selection (session, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (amicus_session_is_selected (session, find (fixture, "doe")));

  amicus_canvas_click (canvas, 1, find_empty_place (fixture), GDK_CONTROL_MASK);
  g_assert_true (amicus_session_is_selected (session, find (fixture, "doe")));
  amicus_canvas_click (canvas, 1, find_empty_place (fixture), 0);
  amicus_session_get_selection (session, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_double_click (Fixture      *fixture,
                   gconstpointer data)
{
  amicus_canvas_click (fixture->canvas, 2, middle_of (fixture, "court"), 0);
  settle (fixture);
  assert_near (middle_of (fixture, "court"), (AmicusPoint) { WIDTH / 2.0, HEIGHT / 2.0 }, 1.0);
}

static void
drag (Fixture        *fixture,
      AmicusPoint     from,
      AmicusPoint     by,
      GdkModifierType state)
{
  amicus_canvas_begin_drag (fixture->canvas, from, GDK_BUTTON_PRIMARY, state);
  amicus_canvas_drag_to (fixture->canvas, (AmicusPoint) { by.x / 2.0, by.y / 3.0 });
  amicus_canvas_drag_to (fixture->canvas, by);
}

static void
test_drag_card (Fixture      *fixture,
                gconstpointer data)
{
  AmicusPoint from = middle_of (fixture, "doe");
  AmicusPoint by = { 40.0, -25.0 };
  AmicusPoint there = { from.x + by.x, from.y + by.y };
  AmicusPoint other = middle_of (fixture, "acme");

  /* It follows while the button is down. */
  drag (fixture, from, by, 0);
  WAIT_UNTIL (hypot (middle_of (fixture, "doe").x - there.x, middle_of (fixture, "doe").y - there.y) < 1.0);
  amicus_canvas_end_drag (fixture->canvas);
  settle (fixture);
  assert_near (middle_of (fixture, "doe"), there, 1.0);
  assert_near (middle_of (fixture, "acme"), other, 1.0);
  g_assert_true (amicus_session_is_selected (fixture->session, find (fixture, "doe")));

  /* It stays when the colours change. */
  amicus_session_set_scheme (fixture->session, AMICUS_SCHEME_DARK);
  settle (fixture);
  assert_near (middle_of (fixture, "doe"), there, 1.0);
  test_pixels (fixture, NULL);
}

static void
test_drag_selected (Fixture      *fixture,
                    gconstpointer data)
{
  AmicusPoint doe = middle_of (fixture, "doe");
  AmicusPoint acme = middle_of (fixture, "acme");

  amicus_session_select (fixture->session, find (fixture, "doe"), AMICUS_SELECT_REPLACE);
  amicus_session_select (fixture->session, find (fixture, "acme"), AMICUS_SELECT_ADD);
  drag (fixture, doe, (AmicusPoint) { 20.0, 30.0 }, 0);
  amicus_canvas_end_drag (fixture->canvas);
  settle (fixture);
  assert_near (middle_of (fixture, "doe"), (AmicusPoint) { doe.x + 20.0, doe.y + 30.0 }, 1.0);
  assert_near (middle_of (fixture, "acme"), (AmicusPoint) { acme.x + 20.0, acme.y + 30.0 }, 1.0);
}

static void
test_cancel_drag (Fixture      *fixture,
                  gconstpointer data)
{
  AmicusPoint from = middle_of (fixture, "doe");

  drag (fixture, from, (AmicusPoint) { 70.0, 70.0 }, 0);
  activate (fixture, "canvas.clear-selection", NULL);
  assert_near (middle_of (fixture, "doe"), from, 1.0);
}

static void
test_drag_view (Fixture      *fixture,
                gconstpointer data)
{
  AmicusPoint from = middle_of (fixture, "doe");

  drag (fixture, find_empty_place (fixture), (AmicusPoint) { 55.0, -35.0 }, 0);
  amicus_canvas_end_drag (fixture->canvas);
  settle (fixture);
  assert_near (middle_of (fixture, "doe"), (AmicusPoint) { from.x + 55.0, from.y - 35.0 }, 1e-6);
}

static void
test_rubber_band (Fixture      *fixture,
                  gconstpointer data)
{
  AmicusRect place = place_of (fixture, find (fixture, "doe"));
  AmicusPoint corner = { place.x + place.width + 4.0, place.y + place.height + 4.0 };
  guint n;

  /* From the lower right to the upper left, around one card. */
  drag (fixture, corner, (AmicusPoint) { -place.width - 8.0, -place.height - 8.0 }, GDK_SHIFT_MASK);
  amicus_canvas_end_drag (fixture->canvas);
  amicus_session_get_selection (fixture->session, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (amicus_session_is_selected (fixture->session, find (fixture, "doe")));

  drag (fixture, (AmicusPoint) { 0.0, 0.0 }, (AmicusPoint) { WIDTH, HEIGHT }, GDK_SHIFT_MASK | GDK_CONTROL_MASK);
  amicus_canvas_end_drag (fixture->canvas);
  amicus_session_get_selection (fixture->session, &n);
  g_assert_cmpuint (n, ==, 7);
}

/* How far @to lies in a direction of @from. */
static double
way_towards (AmicusPoint from,
             AmicusPoint to,
             int         direction)
{
  switch (direction)
    {
    case GTK_DIR_UP:
      return from.y - to.y;
    case GTK_DIR_DOWN:
      return to.y - from.y;
    case GTK_DIR_LEFT:
      return from.x - to.x;
    default:
      return to.x - from.x;
    }
}

static AmicusPoint
focused_place (Fixture *fixture)
{
  AmicusRect place = place_of (fixture, fixture->canvas->focused);

  return (AmicusPoint) { place.x + place.width / 2.0, place.y + place.height / 2.0 };
}

/* From every entity in every direction: what is reached lies there. */
static void
test_arrows (Fixture      *fixture,
             gconstpointer data)
{
  guint n_moves = 0;

  for (guint i = 0; i < 7; i++)
    for (int direction = GTK_DIR_UP; direction <= GTK_DIR_RIGHT; direction++)
      {
        AmicusPoint before;

        amicus_canvas_set_focused (fixture->canvas, AMICUS_ENTITY (i));
        before = focused_place (fixture);
        activate (fixture, "canvas.focus", g_variant_new_int32 (direction));
        if (amicus_element_equal (fixture->canvas->focused, AMICUS_ENTITY (i)))
          continue;
        n_moves++;
        g_assert_cmpfloat (way_towards (before, focused_place (fixture), direction), >, 0.0);
      }
  g_assert_cmpuint (n_moves, >=, 12);
}

static void
test_keyboard (Fixture      *fixture,
               gconstpointer data)
{
  AmicusCanvas *canvas = fixture->canvas;

  amicus_session_select (fixture->session, find (fixture, "hub"), AMICUS_SELECT_REPLACE);
  activate (fixture, "canvas.focus", g_variant_new_int32 (GTK_DIR_LEFT));
  g_assert_true (amicus_element_equal (canvas->focused, find (fixture, "hub")));
  activate (fixture, "canvas.focus", g_variant_new_int32 (GTK_DIR_LEFT));
  g_assert_false (amicus_element_equal (canvas->focused, find (fixture, "hub")));

  activate (fixture, "canvas.select-focused", NULL);
  g_assert_true (amicus_element_equal (amicus_session_get_primary (fixture->session), canvas->focused));
  activate (fixture, "canvas.clear-selection", NULL);
  g_assert_true (amicus_session_get_primary (fixture->session).kind == AMICUS_ELEMENT_NONE);
  g_assert_true (canvas->focused.kind == AMICUS_ELEMENT_NONE);
}

static void
test_selection_actions (Fixture      *fixture,
                        gconstpointer data)
{
  AmicusRect place;
  guint n;

  activate (fixture, "canvas.select-all", NULL);
  amicus_session_get_selection (fixture->session, &n);
  g_assert_cmpuint (n, ==, 7);

  amicus_session_select (fixture->session, find (fixture, "far"), AMICUS_SELECT_REPLACE);
  activate (fixture, "canvas.fit-selection", NULL);
  place = place_of (fixture, find (fixture, "far"));
  assert_near (middle_of (fixture, "far"), (AmicusPoint) { WIDTH / 2.0, HEIGHT / 2.0 }, 1.0);
  g_assert_cmpfloat (place.width, <, WIDTH);
}

static void
test_reveal (Fixture      *fixture,
             gconstpointer data)
{
  activate (fixture, "canvas.zoom-by", g_variant_new_double (5.0));
  amicus_session_reveal (fixture->session, find (fixture, "lone"));
  settle (fixture);
  assert_near (middle_of (fixture, "lone"), (AmicusPoint) { WIDTH / 2.0, HEIGHT / 2.0 }, 1.0);
  g_assert_true (amicus_element_equal (fixture->canvas->focused, find (fixture, "lone")));
}

/* Neighbours stay as they are, others pale; the card says the name. */
static void
test_hover (Fixture      *fixture,
            gconstpointer data)
{
  AmicusCanvas *canvas = fixture->canvas;
  AmicusPoint far = middle_of (fixture, "far");
  AmicusPoint doe = middle_of (fixture, "doe");
  cairo_surface_t *before = take_picture (fixture);
  cairo_surface_t *after;
  guint n_changed = 0;
  AmicusRect place;

  amicus_canvas_move_pointer (canvas, doe);
  g_assert_true (amicus_element_equal (amicus_session_get_hover (fixture->session), find (fixture, "doe")));
  WAIT_UNTIL (canvas->strength > 0.999);
  gtk_widget_set_visible (canvas->hover_card, FALSE);
  after = take_picture (fixture);

  g_assert_cmphex (pixel_at (before, (int) doe.x, (int) doe.y), ==, pixel_at (after, (int) doe.x, (int) doe.y));
  place = place_of (fixture, find (fixture, "far"));
  for (int x = (int) place.x + 2; x < place.x + place.width - 2.0; x++)
    n_changed += pixel_at (before, x, (int) far.y) != pixel_at (after, x, (int) far.y);
  g_assert_cmpuint (n_changed, >, 5);

  amicus_canvas_lose_pointer (canvas);
  WAIT_UNTIL (canvas->highlighted.kind == AMICUS_ELEMENT_NONE);
  cairo_surface_destroy (after);
  after = take_picture (fixture);
  g_assert_cmpuint (count_different (before, after, 0), ==, 0);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

/* A ring outside the card, in the accent colour; the card itself is as it was. */
static void
test_selection_ring (Fixture      *fixture,
                     gconstpointer data)
{
  AmicusRect place = place_of (fixture, find (fixture, "acme"));
  AmicusPoint middle = middle_of (fixture, "acme");
  cairo_surface_t *before = take_picture (fixture);
  cairo_surface_t *after;
  guint n_outside = 0;
  guint n_inside = 0;

  amicus_session_select (fixture->session, find (fixture, "acme"), AMICUS_SELECT_REPLACE);
  settle (fixture);
  after = take_picture (fixture);
  for (int y = (int) place.y - 12; y <= (int) place.y - 2; y++)
    n_outside += pixel_at (before, (int) middle.x, y) != pixel_at (after, (int) middle.x, y);
  for (int y = (int) place.y + 3; y < (int) (place.y + place.height) - 3; y++)
    n_inside += pixel_at (before, (int) middle.x, y) != pixel_at (after, (int) middle.x, y);
  g_assert_cmpuint (n_outside, >=, 2);
  g_assert_cmpuint (n_inside, ==, 0);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

/* Until the picture of another graph is there, nothing can be hit: numbers would mean something else. */
static void
test_another_graph (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (AmicusDocument) other = make_document ("digraph { x -> y -> z }");
  AmicusPoint doe = middle_of (fixture, "doe");
  AmicusElement element;

  amicus_session_set_document (fixture->session, other);
  g_assert_false (amicus_canvas_pick (fixture->canvas, doe, &element));
  amicus_canvas_click (fixture->canvas, 1, doe, 0);
  g_assert_true (amicus_session_get_primary (fixture->session).kind == AMICUS_ELEMENT_NONE);

  settle (fixture);
  amicus_canvas_click (fixture->canvas, 1, middle_of (fixture, "y"), 0);
  g_assert_true (amicus_element_equal (amicus_session_get_primary (fixture->session), find (fixture, "y")));
  test_pixels (fixture, NULL);

  amicus_session_set_document (fixture->session, NULL);
  g_assert_false (amicus_canvas_pick (fixture->canvas, doe, &element));
}

/* Another layout: the view still shows everything in the end, with and without animations. */
static void
test_new_layout (Fixture      *fixture,
                 gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      set_animations (i == 1);
      amicus_session_set_engine (fixture->session, i == 0 ? AMICUS_ENGINE_BUILTIN : AMICUS_ENGINE_AUTO);
      settle (fixture);
      test_first_picture_fits (fixture, NULL);
      test_pixels (fixture, NULL);
    }
}

/* The window goes in the middle of everything. */
static void
test_destroy_while_busy (Fixture      *fixture,
                         gconstpointer data)
{
  set_animations (TRUE);
  amicus_canvas_move_pointer (fixture->canvas, middle_of (fixture, "doe"));
  amicus_canvas_zoom (fixture->canvas, (AmicusPoint) { 10.0, 10.0 }, 2.0, TRUE);
  amicus_picture_relayout (amicus_session_get_picture (fixture->session));
  g_main_context_iteration (NULL, FALSE);
}

static void
test_properties (Fixture      *fixture,
                 gconstpointer data)
{
  AmicusCanvas *canvas = fixture->canvas;

  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (canvas)));
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (canvas)), ==, GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_true (amicus_canvas_get_session (canvas) == fixture->session);
}

static void
run (Fixture      *fixture,
     gconstpointer data)
{
  void (*const *test) (Fixture *, gconstpointer) = data;

  if (fixture->window == NULL)
    g_test_skip ("there is no display");
  else
    (*test) (fixture, NULL);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/canvas/first-picture-fits", test_first_picture_fits },
    { "/canvas/pixels", test_pixels },
    { "/canvas/zoom-actions", test_zoom_actions },
    { "/canvas/zoom-about-pointer", test_zoom_about_pointer },
    { "/canvas/animated", test_animated },
    { "/canvas/resize-keeps-all", test_resize_keeps_all },
    { "/canvas/click", test_click },
    { "/canvas/double-click", test_double_click },
    { "/canvas/drag-card", test_drag_card },
    { "/canvas/drag-selected", test_drag_selected },
    { "/canvas/cancel-drag", test_cancel_drag },
    { "/canvas/drag-view", test_drag_view },
    { "/canvas/rubber-band", test_rubber_band },
    { "/canvas/arrows", test_arrows },
    { "/canvas/keyboard", test_keyboard },
    { "/canvas/selection-actions", test_selection_actions },
    { "/canvas/reveal", test_reveal },
    { "/canvas/hover", test_hover },
    { "/canvas/selection-ring", test_selection_ring },
    { "/canvas/another-graph", test_another_graph },
    { "/canvas/new-layout", test_new_layout },
    { "/canvas/destroy-while-busy", test_destroy_while_busy },
    { "/canvas/properties", test_properties },
  };

  g_test_init (&argc, &argv, NULL);
  if (gtk_init_check ())
    adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, &tests[i].test, set_up, run, tear_down);

  return g_test_run ();
}
