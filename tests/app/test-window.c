/* SPDX-License-Identifier: GPL-3.0-or-later
 * A whole piece of work in the real window: open, look, select, drag, arrange, export. */

#include "app/export-dialog.h"
#include "app/window-private.h"
#include "widget-text.h"
#include "window-driver.h"

#include <glib/gstdio.h>
#include <locale.h>

static gboolean
is_enabled (Driver *driver,
            const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (driver->window), name);
}

static AmicusPicture *
picture (Driver *driver)
{
  return amicus_session_get_picture (driver->session);
}

static AmicusPoint
centre_of (Driver *driver,
           const char *id)
{
  guint32 index = amicus_picture_get_index (picture (driver), driver_entity (driver, id));

  g_assert_cmpuint (index, !=, AMICUS_NO_INDEX);
  return amicus_picture_get_placement (picture (driver))->nodes[index];
}

static double
distance (AmicusPoint a,
          AmicusPoint b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

static void
test_start_page (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;
  driver_start (&driver);

  g_assert_true (amicus_window_is_empty (driver.window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (driver.window->stack), ==, "start");
  g_assert_true (is_enabled (&driver, "open"));
  g_assert_false (is_enabled (&driver, "export"));
  g_assert_false (is_enabled (&driver, "zoom-in"));

  driver_activate (&driver, "win.open-uri",
                   g_variant_new_string ("resource:///org/amicusgraph/Amicus/examples/nso-2020.gv"));
  WAIT_FOR (amicus_session_get_document (driver.session) != NULL);
  driver_settle (&driver);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (driver.window->stack), ==, "document");
  g_assert_cmpstr (adw_window_title_get_title (driver.window->title), ==, "nso-2020.gv");
  g_assert_true (is_enabled (&driver, "export"));
  g_assert_false (is_enabled (&driver, "show-problems"));

  driver_stop (&driver);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static gboolean
rested_cb (gpointer rested)
{
  *(gboolean *) rested = TRUE;
  return G_SOURCE_REMOVE;
}

/* Where nothing moves, nothing is drawn: a laptop on a train lasts longer. */
static void
test_rests (void)
{
  Driver driver;
  gboolean rested = FALSE;
  guint n_frames = 0;
  GdkFrameClock *clock;

  if (!driver_has_display ())
    return;
  driver_start (&driver);
  driver_open (&driver, "data/nso-2020.gv");

  g_timeout_add (1500, rested_cb, &rested);
  WAIT_FOR (rested);
  rested = FALSE;
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (driver.window));
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (count_cb), &n_frames);
  g_timeout_add (1000, rested_cb, &rested);
  WAIT_FOR (rested);
  g_assert_cmpuint (n_frames, <, 10);
  g_signal_handlers_disconnect_by_data (clock, &n_frames);

  driver_stop (&driver);
}

static void
test_pointer_selects (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;
  driver_start (&driver);
  driver_open (&driver, "data/nso-2020.gv");

  AmicusElement nso = driver_entity (&driver, "nso");
  AmicusElement apple = driver_entity (&driver, "apple");
  AmicusPoint there;

  driver_point_at (&driver, nso);
  driver_xdotool ("click 1");
  WAIT_FOR (amicus_element_equal (amicus_session_get_primary (driver.session), nso));

  there = driver_locate (&driver, apple);
  driver_xdotool ("mousemove %.0f %.0f keydown ctrl click 1 keyup ctrl", there.x, there.y);
  WAIT_FOR (amicus_element_equal (amicus_session_get_primary (driver.session), apple));
  g_assert_true (amicus_session_is_selected (driver.session, nso));

  driver_xdotool ("key Escape");
  WAIT_FOR (amicus_session_get_primary (driver.session).kind == AMICUS_ELEMENT_NONE);

  driver_stop (&driver);
}

/* Whoever uses the keyboard does not mean what the pointer was left over. */
static void
test_keys_end_hover (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;
  driver_start (&driver);
  driver_open (&driver, "data/nso-2020.gv");

  AmicusElement nso = driver_entity (&driver, "nso");

  driver_point_at (&driver, nso);
  driver_xdotool ("key Right");
  WAIT_FOR (amicus_session_get_hover (driver.session).kind == AMICUS_ELEMENT_NONE);
  driver_settle (&driver);
  g_assert_cmpint (amicus_session_get_hover (driver.session).kind, ==, AMICUS_ELEMENT_NONE);

  driver_point_at (&driver, nso);

  driver_stop (&driver);
}

static void
test_drag_stays (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;
  driver_start (&driver);
  driver_open (&driver, "data/nso-2020.gv");

  AmicusPoint before = centre_of (&driver, "apple");
  AmicusPoint other = centre_of (&driver, "nso");
  AmicusPoint there = driver_locate (&driver, driver_entity (&driver, "apple"));

  driver_xdotool ("mousemove %.0f %.0f mousedown 1 mousemove_relative --sync 10 4 "
                  "mousemove_relative --sync 30 20 mousemove_relative --sync 30 20 mouseup 1",
                  there.x, there.y);
  WAIT_FOR (distance (before, centre_of (&driver, "apple")) > 20);
  driver_settle (&driver);
  AmicusPoint after = centre_of (&driver, "apple");
  g_assert_cmpfloat (distance (other, centre_of (&driver, "nso")), <, 0.01);

  /* Colours change, places given by hand stay. */
  amicus_session_set_scheme (driver.session, AMICUS_SCHEME_DARK);
  driver_settle (&driver);
  g_assert_cmpfloat (distance (after, centre_of (&driver, "apple")), <, 0.01);

  driver_activate (&driver, "win.relayout", NULL);
  WAIT_FOR (distance (after, centre_of (&driver, "apple")) > 1);
  driver_settle (&driver);

  driver_stop (&driver);
}

static void
test_keys (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;
  driver_start (&driver);
  driver_open (&driver, "data/nso-2020.gv");

  double fitted = amicus_canvas_get_scale (driver.canvas);
  AmicusPoint there = driver_locate (&driver, driver_entity (&driver, "nso"));

  driver_xdotool ("mousemove %.0f %.0f", there.x, there.y);
  driver_xdotool ("key ctrl+plus");
  WAIT_FOR (amicus_canvas_get_scale (driver.canvas) > fitted * 1.05);
  driver_xdotool ("key ctrl+1");
  WAIT_FOR (G_APPROX_VALUE (amicus_canvas_get_scale (driver.canvas), 1.0, 1e-6));
  driver_xdotool ("key ctrl+0");
  WAIT_FOR (G_APPROX_VALUE (amicus_canvas_get_scale (driver.canvas), fitted, 1e-6));

  gboolean shown = adw_flap_get_reveal_flap (driver.window->flap);
  driver_xdotool ("key F9");
  WAIT_FOR (adw_flap_get_reveal_flap (driver.window->flap) != shown);

  driver_stop (&driver);
}

static void
test_engines (void)
{
  Driver driver;

  if (!driver_has_display ())
    return;
  driver_start (&driver);
  driver_open (&driver, "data/nso-2020.gv");

  for (AmicusEngine engine = AMICUS_ENGINE_DOT; engine < AMICUS_N_ENGINES; engine++)
    {
      driver_activate (&driver, "win.engine", g_variant_new_string (amicus_engine_to_word (engine)));
      WAIT_FOR (!amicus_picture_is_busy (picture (&driver))
                && amicus_picture_get_engine (picture (&driver)) == engine);
      g_assert_null (amicus_picture_get_problem (picture (&driver)));
    }

  driver_stop (&driver);
}

static void
test_broken_file (void)
{
  Driver driver;
  g_autofree char *folder = g_dir_make_tmp ("amicus-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "broken.gv", NULL);

  if (!driver_has_display ())
    return;
  g_assert_true (g_file_set_contents (path, "digraph {\n  a -> b;\n  c -> ;\n  d [label=\"R&D\"];\n}\n", -1, NULL));
  driver_start (&driver);
  driver_open (&driver, path);

  const char *message = amicus_banner_get_message (driver.window->problems_banner);
  g_assert_nonnull (message);
  g_assert_nonnull (strstr (message, "3"));
  g_assert_true (is_enabled (&driver, "show-problems"));
  driver_entity (&driver, "d");
  driver_activate (&driver, "win.show-problems", NULL);
  WAIT_FOR (g_list_length (gtk_application_get_windows (GTK_APPLICATION (driver.application))) > 0);

  driver_stop (&driver);
  g_remove (path);
  g_rmdir (folder);
}

/* Whoever gives up a first layout is told why nothing is seen, and can have it after all. */
static void
test_stopped_layout (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("AMICUS_SOURCE_DIR"), "data", "nso-2020.gv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Driver driver;

  if (!driver_has_display ())
    return;
  driver_start (&driver);

  amicus_window_open (driver.window, file);
  WAIT_FOR (amicus_session_get_document (driver.session) != NULL);
  g_assert_null (amicus_picture_get_scene (picture (&driver)));
  driver_activate (&driver, "win.cancel-layout", NULL);
  g_assert_nonnull (amicus_banner_get_message (driver.window->layout_banner));

  driver_activate (&driver, "win.relayout", NULL);
  g_assert_null (amicus_banner_get_message (driver.window->layout_banner));
  driver_settle (&driver);
  g_assert_null (amicus_banner_get_message (driver.window->layout_banner));

  driver_stop (&driver);
}

/* The panel leaves most of a narrow window to the picture, and comes over it when it is called. */
static void
test_narrow (void)
{
  static const struct
  {
    int width;
    int height;
  } sizes[] = { { 480, 640 }, { 360, 300 }, { 700, 500 } };
  Driver driver;

  if (!driver_has_display ())
    return;
  driver_start (&driver);
  driver_open (&driver, "data/nso-2020.gv");
  adw_flap_set_reveal_flap (driver.window->flap, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      int width = gtk_widget_get_width (GTK_WIDGET (driver.window));

      gtk_window_set_default_size (GTK_WINDOW (driver.window), sizes[i].width, sizes[i].height);
      WAIT_FOR (gtk_widget_get_width (GTK_WIDGET (driver.window)) != width);
      WAIT_FOR (adw_flap_get_folded (driver.window->flap));
      g_assert_false (adw_flap_get_reveal_flap (driver.window->flap));
      WAIT_FOR (gtk_widget_get_width (GTK_WIDGET (driver.canvas))
                == gtk_widget_get_width (GTK_WIDGET (driver.window)));
    }

  gtk_window_set_default_size (GTK_WINDOW (driver.window), 1280, 840);
  WAIT_FOR (adw_flap_get_reveal_flap (driver.window->flap));
  g_assert_false (adw_flap_get_folded (driver.window->flap));

  driver_stop (&driver);
}

static GtkWindow *
find_window (Driver *driver,
             GType type)
{
  g_autoptr (GListModel) all = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

/* Each key is told once, in words for people. */
static void
test_shortcuts (void)
{
  GtkWidget *overlay = NULL;
  GtkWidget *row;
  Driver driver;

  if (!driver_has_display ())
    return;
  driver_start (&driver);

  driver_xdotool ("key F1");
  WAIT_FOR ((overlay = GTK_WIDGET (find_window (&driver, GTK_TYPE_SHORTCUTS_WINDOW))) != NULL
            && widget_says (overlay, "F11"));
  row = widget_find (overlay, GTK_TYPE_SHORTCUTS_SHORTCUT, "Go through its relations");
  g_assert_true (widget_says (row, "Page Down"));
  g_assert_false (widget_says (overlay, "_"));
  row = widget_find (overlay, GTK_TYPE_SHORTCUTS_SHORTCUT, "Fit to the window");
  g_assert_false (widget_says (row, "/"));

  driver_stop (&driver);
}

static void
test_missing_file (void)
{
  Driver driver;
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at-all.gv");

  if (!driver_has_display ())
    return;
  driver_start (&driver);

  amicus_window_open (driver.window, file);
  WAIT_FOR (amicus_banner_get_message (driver.window->problems_banner) != NULL);
  g_assert_true (amicus_window_is_empty (driver.window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (driver.window->stack), ==, "start");

  driver_stop (&driver);
}

static void
test_export (void)
{
  Driver driver;
  g_autofree char *folder = g_dir_make_tmp ("amicus-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *contents = NULL;
  GtkWindow *dialog = NULL;

  if (!driver_has_display ())
    return;
  driver_start (&driver);
  driver_open (&driver, "data/nso-2020.gv");

  driver_xdotool ("key ctrl+e");
  WAIT_FOR ((dialog = find_window (&driver, AMICUS_TYPE_EXPORT_DIALOG)) != NULL);
  /* A Return more exports. */
  WAIT_FOR (gtk_window_is_active (dialog));
  g_assert_nonnull (gtk_window_get_default_widget (dialog));
  g_assert_true (gtk_window_get_focus (dialog) == gtk_window_get_default_widget (dialog));
  amicus_export_dialog_save (AMICUS_EXPORT_DIALOG (dialog), file);
  WAIT_FOR (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "<svg"));
  g_assert_nonnull (strstr (contents, "NSO"));

  driver_stop (&driver);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  g_test_add_func ("/window/start-page", test_start_page);
  g_test_add_func ("/window/rests", test_rests);
  g_test_add_func ("/window/pointer-selects", test_pointer_selects);
  g_test_add_func ("/window/keys-end-hover", test_keys_end_hover);
  g_test_add_func ("/window/drag-stays", test_drag_stays);
  g_test_add_func ("/window/keys", test_keys);
  g_test_add_func ("/window/engines", test_engines);
  g_test_add_func ("/window/broken-file", test_broken_file);
  g_test_add_func ("/window/stopped-layout", test_stopped_layout);
  g_test_add_func ("/window/narrow", test_narrow);
  g_test_add_func ("/window/shortcuts", test_shortcuts);
  g_test_add_func ("/window/missing-file", test_missing_file);
  g_test_add_func ("/window/export", test_export);

  return g_test_run ();
}
