/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/canvas/proxy.h"
#include "canvas-stage.h"

#include <math.h>

static void
test_zoom_about_pointer (Stage        *stage,
                         gconstpointer data)
{
  AmicusPoint before = stage_middle (stage, "doe");

  amicus_canvas_zoom (stage->canvas, before, 1.7, TRUE);
  stage_settle (stage);
  stage_assert_near (stage_middle (stage, "doe"), before, 1e-6);
  stage_check_pixels (stage);
}

static void
test_click (Stage        *stage,
            gconstpointer data)
{
  AmicusCanvas *canvas = stage->canvas;
  AmicusSession *session = stage->session;
  guint n;

  amicus_canvas_click (canvas, 1, stage_middle (stage, "acme"), 0);
  assert_element (amicus_session_get_primary (session), stage_find (stage, "acme"));

  amicus_canvas_click (canvas, 1, stage_middle (stage, "doe"), GDK_CONTROL_MASK);
  amicus_session_get_selection (session, &n);
  g_assert_cmpuint (n, ==, 2);

  amicus_canvas_click (canvas, 1, stage_middle (stage, "acme"), GDK_CONTROL_MASK);
  amicus_session_get_selection (session, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (amicus_session_is_selected (session, stage_find (stage, "doe")));

  amicus_canvas_click (canvas, 1, stage_empty_place (stage), GDK_CONTROL_MASK);
  g_assert_true (amicus_session_is_selected (session, stage_find (stage, "doe")));
  amicus_canvas_click (canvas, 1, stage_empty_place (stage), 0);
  amicus_session_get_selection (session, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_double_click (Stage        *stage,
                   gconstpointer data)
{
  amicus_canvas_click (stage->canvas, 2, stage_middle (stage, "court"), 0);
  stage_settle (stage);
  stage_assert_at (stage, "court", STAGE_WIDTH / 2.0, STAGE_HEIGHT / 2.0, 1.0);
}

static void
drag (Stage          *stage,
      AmicusPoint     from,
      AmicusPoint     by,
      GdkModifierType state)
{
  amicus_canvas_begin_drag (stage->canvas, from, GDK_BUTTON_PRIMARY, state);
  amicus_canvas_drag_to (stage->canvas, (AmicusPoint) { by.x / 2.0, by.y / 3.0 });
  amicus_canvas_drag_to (stage->canvas, by);
}

static gboolean
is_near (AmicusPoint a,
         AmicusPoint b)
{
  return hypot (a.x - b.x, a.y - b.y) < 1.0;
}

static void
test_drag_card (Stage        *stage,
                gconstpointer data)
{
  AmicusPoint from = stage_middle (stage, "doe");
  AmicusPoint by = { 40.0, -25.0 };
  AmicusPoint there = { from.x + by.x, from.y + by.y };
  AmicusPoint other = stage_middle (stage, "acme");

  /* It follows while the button is down. */
  drag (stage, from, by, 0);
  WAIT_UNTIL (is_near (stage_middle (stage, "doe"), there));
  amicus_canvas_end_drag (stage->canvas);
  stage_settle (stage);
  stage_assert_near (stage_middle (stage, "doe"), there, 1.0);
  stage_assert_near (stage_middle (stage, "acme"), other, 1.0);
  g_assert_true (amicus_session_is_selected (stage->session, stage_find (stage, "doe")));

  /* It stays when the colours change. */
  amicus_session_set_scheme (stage->session, AMICUS_SCHEME_DARK);
  stage_settle (stage);
  stage_assert_near (stage_middle (stage, "doe"), there, 1.0);
  stage_check_pixels (stage);
}

static void
test_drag_selected (Stage        *stage,
                    gconstpointer data)
{
  AmicusPoint doe = stage_middle (stage, "doe");
  AmicusPoint acme = stage_middle (stage, "acme");

  amicus_session_select (stage->session, stage_find (stage, "doe"), AMICUS_SELECT_REPLACE);
  amicus_session_select (stage->session, stage_find (stage, "acme"), AMICUS_SELECT_ADD);
  drag (stage, doe, (AmicusPoint) { 20.0, 30.0 }, 0);
  amicus_canvas_end_drag (stage->canvas);
  stage_settle (stage);
  stage_assert_at (stage, "doe", doe.x + 20.0, doe.y + 30.0, 1.0);
  stage_assert_at (stage, "acme", acme.x + 20.0, acme.y + 30.0, 1.0);
}

static void
test_cancel_drag (Stage        *stage,
                  gconstpointer data)
{
  AmicusPoint from = stage_middle (stage, "doe");

  drag (stage, from, (AmicusPoint) { 70.0, 70.0 }, 0);
  stage_activate (stage, "canvas.clear-selection", NULL);
  stage_assert_near (stage_middle (stage, "doe"), from, 1.0);
}

static void
test_drag_view (Stage        *stage,
                gconstpointer data)
{
  AmicusPoint from = stage_middle (stage, "doe");

  drag (stage, stage_empty_place (stage), (AmicusPoint) { 55.0, -35.0 }, 0);
  amicus_canvas_end_drag (stage->canvas);
  stage_settle (stage);
  stage_assert_at (stage, "doe", from.x + 55.0, from.y - 35.0, 1e-6);
}

static void
test_rubber_band (Stage        *stage,
                  gconstpointer data)
{
  AmicusRect place = stage_place (stage, stage_find (stage, "doe"));
  AmicusPoint corner = { place.x + place.width + 4.0, place.y + place.height + 4.0 };
  guint n;

  /* From the lower right to the upper left, around one card. */
  drag (stage, corner, (AmicusPoint) { -place.width - 8.0, -place.height - 8.0 }, GDK_SHIFT_MASK);
  amicus_canvas_end_drag (stage->canvas);
  amicus_session_get_selection (stage->session, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (amicus_session_is_selected (stage->session, stage_find (stage, "doe")));

  drag (stage, (AmicusPoint) { 0.0, 0.0 }, (AmicusPoint) { STAGE_WIDTH, STAGE_HEIGHT },
        GDK_SHIFT_MASK | GDK_CONTROL_MASK);
  amicus_canvas_end_drag (stage->canvas);
  amicus_session_get_selection (stage->session, &n);
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
focused_place (Stage *stage)
{
  AmicusRect place = stage_place (stage, stage->canvas->focused);

  return (AmicusPoint) { place.x + place.width / 2.0, place.y + place.height / 2.0 };
}

/* From every entity in every direction: what is reached lies there. */
static void
test_arrows (Stage        *stage,
             gconstpointer data)
{
  guint n_moves = 0;

  for (guint i = 0; i < 7; i++)
    for (int direction = GTK_DIR_UP; direction <= GTK_DIR_RIGHT; direction++)
      {
        AmicusPoint before;

        amicus_canvas_set_focused (stage->canvas, AMICUS_ENTITY (i));
        before = focused_place (stage);
        stage_activate (stage, "canvas.focus", g_variant_new_int32 (direction));
        if (amicus_element_equal (stage->canvas->focused, AMICUS_ENTITY (i)))
          continue;
        n_moves++;
        g_assert_cmpfloat (way_towards (before, focused_place (stage), direction), >, 0.0);
      }
  g_assert_cmpuint (n_moves, >=, 12);
}

static void
test_keyboard (Stage        *stage,
               gconstpointer data)
{
  AmicusCanvas *canvas = stage->canvas;

  amicus_session_select (stage->session, stage_find (stage, "hub"), AMICUS_SELECT_REPLACE);
  stage_activate (stage, "canvas.focus", g_variant_new_int32 (GTK_DIR_LEFT));
  assert_element (canvas->focused, stage_find (stage, "hub"));
  stage_activate (stage, "canvas.focus", g_variant_new_int32 (GTK_DIR_LEFT));
  g_assert_false (amicus_element_equal (canvas->focused, stage_find (stage, "hub")));

  stage_activate (stage, "canvas.select-focused", NULL);
  assert_element (amicus_session_get_primary (stage->session), canvas->focused);
  stage_activate (stage, "canvas.clear-selection", NULL);
  g_assert_true (amicus_session_get_primary (stage->session).kind == AMICUS_ELEMENT_NONE);
  g_assert_true (canvas->focused.kind == AMICUS_ELEMENT_NONE);
}

/* What has the window's focus is what a screen reader speaks of. */
static void
assert_spoken (Stage        *stage,
               AmicusElement element)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (stage->window));

  assert_element (stage->canvas->focused, element);
  g_assert_true (AMICUS_IS_PROXY (focus));
  assert_element (amicus_proxy_get_element (AMICUS_PROXY (focus)), element);
}

static void
test_relations (Stage        *stage,
                gconstpointer data)
{
  AmicusElement hub = stage_find (stage, "hub");

  gtk_widget_grab_focus (GTK_WIDGET (stage->canvas));
  amicus_canvas_set_focused (stage->canvas, hub);
  assert_spoken (stage, hub);
  /* Itself and its four relations. */
  g_assert_cmpuint (stage->canvas->proxies->len, ==, 5);

  for (guint i = 0; i < 5; i++)
    {
      stage_activate (stage, "canvas.step-relation", g_variant_new_boolean (TRUE));
      assert_spoken (stage, AMICUS_RELATION (i % 4));
    }
  stage_activate (stage, "canvas.leave-relation", g_variant_new_boolean (FALSE));
  assert_spoken (stage, hub);
  stage_activate (stage, "canvas.step-relation", g_variant_new_boolean (FALSE));
  assert_spoken (stage, AMICUS_RELATION (3));
  stage_activate (stage, "canvas.leave-relation", g_variant_new_boolean (TRUE));
  assert_spoken (stage, stage_find (stage, "friend"));
  g_assert_cmpuint (stage->canvas->proxies->len, ==, 2);

  /* Without relations, and then without anything. */
  amicus_canvas_set_focused (stage->canvas, stage_find (stage, "lone"));
  stage_activate (stage, "canvas.step-relation", g_variant_new_boolean (TRUE));
  assert_spoken (stage, stage_find (stage, "lone"));
  stage_activate (stage, "canvas.clear-selection", NULL);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (stage->window)) == GTK_WIDGET (stage->canvas));
}

/* The canvas is one stop of the Tab key, and nobody's focus is taken away. */
static void
test_tab (Stage        *stage,
          gconstpointer data)
{
  GtkWidget *canvas = GTK_WIDGET (stage->canvas);
  AmicusElement hub = stage_find (stage, "hub");

  gtk_window_set_focus (GTK_WINDOW (stage->window), NULL);
  amicus_session_reveal (stage->session, hub);
  g_assert_null (gtk_root_get_focus (GTK_ROOT (stage->window)));
  g_assert_true (gtk_widget_child_focus (canvas, GTK_DIR_TAB_FORWARD));
  assert_spoken (stage, hub);
  g_assert_false (gtk_widget_child_focus (canvas, GTK_DIR_TAB_FORWARD));
}

static void
test_selection_actions (Stage        *stage,
                        gconstpointer data)
{
  AmicusRect place;
  guint n;

  stage_activate (stage, "canvas.select-all", NULL);
  amicus_session_get_selection (stage->session, &n);
  g_assert_cmpuint (n, ==, 7);

  amicus_session_select (stage->session, stage_find (stage, "far"), AMICUS_SELECT_REPLACE);
  stage_activate (stage, "canvas.fit-selection", NULL);
  place = stage_place (stage, stage_find (stage, "far"));
  stage_assert_at (stage, "far", STAGE_WIDTH / 2.0, STAGE_HEIGHT / 2.0, 1.0);
  g_assert_cmpfloat (place.width, <, STAGE_WIDTH);
}

int
main (int   argc,
      char *argv[])
{
  static const StageTest tests[] = {
    { "/canvas-input/zoom-about-pointer", test_zoom_about_pointer },
    { "/canvas-input/click", test_click },
    { "/canvas-input/double-click", test_double_click },
    { "/canvas-input/drag-card", test_drag_card },
    { "/canvas-input/drag-selected", test_drag_selected },
    { "/canvas-input/cancel-drag", test_cancel_drag },
    { "/canvas-input/drag-view", test_drag_view },
    { "/canvas-input/rubber-band", test_rubber_band },
    { "/canvas-input/arrows", test_arrows },
    { "/canvas-input/keyboard", test_keyboard },
    { "/canvas-input/relations", test_relations },
    { "/canvas-input/tab", test_tab },
    { "/canvas-input/selection-actions", test_selection_actions },
  };

  return stage_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
