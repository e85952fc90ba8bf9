/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "canvas-stage.h"

static void
test_first_picture_fits (Stage        *stage,
                         gconstpointer data)
{
  for (guint i = 0; i < 7; i++)
    {
      AmicusRect place = stage_place (stage, AMICUS_ENTITY (i));
      g_assert_cmpfloat (place.x, >, 0.0);
      g_assert_cmpfloat (place.y, >, 0.0);
      g_assert_cmpfloat (place.x + place.width, <, STAGE_WIDTH);
      g_assert_cmpfloat (place.y + place.height, <, STAGE_HEIGHT);
    }
}

static void
test_zoom_actions (Stage        *stage,
                   gconstpointer data)
{
  const AmicusViewport *view = amicus_canvas_get_viewport (stage->canvas);
  AmicusPoint middle = { view->width / 2.0, view->height / 2.0 };
  double scale = amicus_canvas_get_scale (stage->canvas);
  AmicusPoint scene = amicus_viewport_to_scene (view, middle);

  stage_activate (stage, "canvas.zoom-in", NULL);
  g_assert_cmpfloat_with_epsilon (amicus_canvas_get_scale (stage->canvas), scale * 1.25, 1e-9);
  stage_assert_near (amicus_viewport_to_view (view, scene), middle, 1e-6);

  stage_activate (stage, "canvas.zoom-out", NULL);
  g_assert_cmpfloat_with_epsilon (amicus_canvas_get_scale (stage->canvas), scale, 1e-9);

  stage_activate (stage, "canvas.zoom-by", g_variant_new_double (2.0));
  stage_activate (stage, "canvas.pan", g_variant_new ("(dd)", 30.0, -20.0));
  stage_assert_near (amicus_viewport_to_view (view, scene),
                     (AmicusPoint) { middle.x + 30.0, middle.y - 20.0 }, 1e-6);

  stage_activate (stage, "canvas.zoom-original", NULL);
  g_assert_cmpfloat_with_epsilon (amicus_canvas_get_scale (stage->canvas), 1.0, 1e-9);

  stage_activate (stage, "canvas.zoom-fit", NULL);
  g_assert_cmpfloat_with_epsilon (amicus_canvas_get_scale (stage->canvas), scale, 1e-9);
}

/* With animations, the way is another one, the end the same. */
static void
test_animated (Stage        *stage,
               gconstpointer data)
{
  double scale = amicus_canvas_get_scale (stage->canvas);
  AmicusPoint before = stage_middle (stage, "doe");

  stage_set_animations (TRUE);
  amicus_canvas_zoom (stage->canvas, before, 1.5, TRUE);
  g_assert_false (amicus_canvas_get_settled (stage->canvas));
  amicus_canvas_zoom (stage->canvas, before, 1.5, TRUE);
  stage_settle (stage);
  g_assert_cmpfloat_with_epsilon (amicus_canvas_get_scale (stage->canvas), scale * 2.25, 1e-9);
  stage_assert_near (stage_middle (stage, "doe"), before, 1e-6);

  amicus_canvas_glide (stage->canvas, (AmicusPoint) { 300.0, 0.0 });
  stage_settle (stage);
  g_assert_cmpfloat (stage_middle (stage, "doe").x, >, before.x + 50.0);
  stage_check_pixels (stage);
}

static void
test_resize_keeps_all (Stage        *stage,
                       gconstpointer data)
{
  AmicusCanvas *canvas = stage->canvas;
  AmicusPoint middle;

  gtk_window_set_default_size (GTK_WINDOW (stage->window), 500, 400);
  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (canvas)) == 500);
  stage_settle (stage);
  g_assert_cmpfloat (stage_place (stage, stage_find (stage, "far")).x, >, 0.0);

  /* Once moved by hand, the middle stays instead. */
  stage_activate (stage, "canvas.zoom-in", NULL);
  middle = amicus_viewport_to_scene (&canvas->view, (AmicusPoint) { canvas->view.width / 2.0,
                                                                    canvas->view.height / 2.0 });
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 620, 440);
  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (canvas)) == 620);
  stage_settle (stage);
  stage_assert_near (amicus_viewport_to_view (&canvas->view, middle),
               (AmicusPoint) { canvas->view.width / 2.0, canvas->view.height / 2.0 }, 1e-6);
}

static void
test_reveal (Stage        *stage,
             gconstpointer data)
{
  stage_activate (stage, "canvas.zoom-by", g_variant_new_double (5.0));
  amicus_session_reveal (stage->session, stage_find (stage, "lone"));
  stage_settle (stage);
  stage_assert_at (stage, "lone", STAGE_WIDTH / 2.0, STAGE_HEIGHT / 2.0, 1.0);
  assert_element (stage->canvas->focused, stage_find (stage, "lone"));
}

/* Words that were made fit to be shown twice would have boxes for marks that are not to be seen. */
static void
assert_no_boxes (GtkWidget *card)
{
  for (GtkWidget *label = gtk_widget_get_first_child (card); label != NULL;
       label = gtk_widget_get_next_sibling (label))
    g_assert_null (strstr (gtk_label_get_text (GTK_LABEL (label)), "□"));
}

/* From afar a name is seen that reaches beyond its card; it can be pointed at. */
static void
test_overview (Stage        *stage,
               gconstpointer data)
{
  AmicusCanvas *canvas = stage->canvas;
  AmicusElement found;
  AmicusRect card;
  AmicusPoint beside;

  stage_activate (stage, "canvas.zoom-by", g_variant_new_double (0.1));
  stage_settle (stage);
  card = stage_place (stage, stage_find (stage, "hub"));
  beside = (AmicusPoint) { card.x - 2.0, card.y + card.height / 2.0 };
  g_assert_true (amicus_canvas_pick (canvas, beside, &found));
  assert_element (found, stage_find (stage, "hub"));
}

/* Neighbours stay as they are, others pale; the card says the name. */
static void
test_hover (Stage        *stage,
            gconstpointer data)
{
  AmicusCanvas *canvas = stage->canvas;
  AmicusPoint far = stage_middle (stage, "far");
  AmicusPoint doe = stage_middle (stage, "doe");
  cairo_surface_t *before = stage_take_picture (stage);
  cairo_surface_t *after;
  guint n_changed = 0;
  AmicusRect place;

  amicus_canvas_move_pointer (canvas, doe);
  assert_element (amicus_session_get_hover (stage->session), stage_find (stage, "doe"));
  WAIT_UNTIL (canvas->strength > 0.999);
  assert_no_boxes (canvas->hover_card);
  gtk_widget_set_visible (canvas->hover_card, FALSE);
  after = stage_take_picture (stage);

  g_assert_cmphex (stage_pixel (before, (int) doe.x, (int) doe.y), ==,
                   stage_pixel (after, (int) doe.x, (int) doe.y));
  place = stage_place (stage, stage_find (stage, "far"));
  for (int x = (int) place.x + 2; x < place.x + place.width - 2.0; x++)
    n_changed += stage_pixel (before, x, (int) far.y) != stage_pixel (after, x, (int) far.y);
  g_assert_cmpuint (n_changed, >, 5);

  amicus_canvas_lose_pointer (canvas);
  WAIT_UNTIL (canvas->highlighted.kind == AMICUS_ELEMENT_NONE);
  cairo_surface_destroy (after);
  after = stage_take_picture (stage);
  g_assert_cmpuint (stage_count_different (before, after, 0), ==, 0);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

/* What a hub is related to stays as it was, however much that is; the rest pales. */
static void
test_hover_hub (Stage        *stage,
                gconstpointer data)
{
  AmicusCanvas *canvas = stage->canvas;
  g_autoptr (GString) text = g_string_new ("digraph { lone [kind=company]; other [kind=company]; lone -> other;");
  g_autoptr (AmicusDocument) document = NULL;
  cairo_surface_t *before, *after;
  AmicusPoint lone;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "n%u [kind=company]; hub -> n%u [kind=owns];", i, i);
  g_string_append (text, "}");
  document = stage_document (text->str);
  amicus_session_set_document (stage->session, document);
  stage_settle (stage);
  before = stage_take_picture (stage);

  amicus_session_set_hover (stage->session, stage_find (stage, "hub"));
  WAIT_UNTIL (canvas->strength > 0.999 && amicus_canvas_has_layer (canvas));
  after = stage_take_picture (stage);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);
      AmicusPoint card = stage_middle (stage, id);

      g_assert_cmphex (stage_pixel (before, (int) card.x, (int) card.y), ==,
                       stage_pixel (after, (int) card.x, (int) card.y));
    }
  lone = stage_middle (stage, "lone");
  g_assert_cmphex (stage_pixel (before, (int) lone.x, (int) lone.y), !=,
                   stage_pixel (after, (int) lone.x, (int) lone.y));

  amicus_session_set_hover (stage->session, AMICUS_NO_ELEMENT);
  WAIT_UNTIL (canvas->highlighted.kind == AMICUS_ELEMENT_NONE);
  g_assert_null (canvas->layer);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

/* A ring outside the card, in the accent colour; the card itself is as it was. */
static void
test_selection_ring (Stage        *stage,
                     gconstpointer data)
{
  AmicusRect place = stage_place (stage, stage_find (stage, "acme"));
  AmicusPoint middle = stage_middle (stage, "acme");
  cairo_surface_t *before = stage_take_picture (stage);
  cairo_surface_t *after;
  guint n_outside = 0;
  guint n_inside = 0;

  amicus_session_select (stage->session, stage_find (stage, "acme"), AMICUS_SELECT_REPLACE);
  stage_settle (stage);
  after = stage_take_picture (stage);
  for (int y = (int) place.y - 12; y <= (int) place.y - 2; y++)
    n_outside += stage_pixel (before, (int) middle.x, y) != stage_pixel (after, (int) middle.x, y);
  for (int y = (int) place.y + 3; y < (int) (place.y + place.height) - 3; y++)
    n_inside += stage_pixel (before, (int) middle.x, y) != stage_pixel (after, (int) middle.x, y);
  g_assert_cmpuint (n_outside, >=, 2);
  g_assert_cmpuint (n_inside, ==, 0);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

/* Until the picture of another graph is there, nothing can be hit: numbers would mean something
 * else. */
static void
test_another_graph (Stage        *stage,
                    gconstpointer data)
{
  g_autoptr (AmicusDocument) other = stage_document ("digraph { x -> y -> z }");
  AmicusPoint doe = stage_middle (stage, "doe");
  AmicusElement element;

  amicus_session_set_document (stage->session, other);
  g_assert_false (amicus_canvas_pick (stage->canvas, doe, &element));
  amicus_canvas_click (stage->canvas, 1, doe, 0);
  g_assert_true (amicus_session_get_primary (stage->session).kind == AMICUS_ELEMENT_NONE);

  stage_settle (stage);
  amicus_canvas_click (stage->canvas, 1, stage_middle (stage, "y"), 0);
  assert_element (amicus_session_get_primary (stage->session), stage_find (stage, "y"));
  stage_check_pixels (stage);

  amicus_session_set_document (stage->session, NULL);
  g_assert_false (amicus_canvas_pick (stage->canvas, doe, &element));
}

/* Another layout: the view still shows everything in the end, with and without animations. */
static void
test_new_layout (Stage        *stage,
                 gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      stage_set_animations (i == 1);
      amicus_session_set_engine (stage->session,
                                 i == 0 ? AMICUS_ENGINE_BUILTIN : AMICUS_ENGINE_AUTO);
      stage_settle (stage);
      test_first_picture_fits (stage, NULL);
      stage_check_pixels (stage);
    }
}

/* The window goes in the middle of everything. */
static void
test_destroy_while_busy (Stage        *stage,
                         gconstpointer data)
{
  stage_set_animations (TRUE);
  amicus_canvas_move_pointer (stage->canvas, stage_middle (stage, "doe"));
  amicus_canvas_zoom (stage->canvas, (AmicusPoint) { 10.0, 10.0 }, 2.0, TRUE);
  amicus_picture_relayout (amicus_session_get_picture (stage->session));
  g_main_context_iteration (NULL, FALSE);
}

static void
test_properties (Stage        *stage,
                 gconstpointer data)
{
  AmicusCanvas *canvas = stage->canvas;

  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (canvas)));
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (canvas)), ==,
                   GTK_ACCESSIBLE_ROLE_LIST);
  g_assert_true (amicus_canvas_get_session (canvas) == stage->session);
}

static void
test_pixels (Stage        *stage,
             gconstpointer data)
{
  stage_check_pixels (stage);
}

int
main (int   argc,
      char *argv[])
{
  static const StageTest tests[] = {
    { "/canvas/first-picture-fits", test_first_picture_fits },
    { "/canvas/pixels", test_pixels },
    { "/canvas/zoom-actions", test_zoom_actions },
    { "/canvas/animated", test_animated },
    { "/canvas/resize-keeps-all", test_resize_keeps_all },
    { "/canvas/reveal", test_reveal },
    { "/canvas/overview", test_overview },
    { "/canvas/hover", test_hover },
    { "/canvas/hover-hub", test_hover_hub },
    { "/canvas/selection-ring", test_selection_ring },
    { "/canvas/another-graph", test_another_graph },
    { "/canvas/new-layout", test_new_layout },
    { "/canvas/destroy-while-busy", test_destroy_while_busy },
    { "/canvas/properties", test_properties },
  };

  return stage_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
