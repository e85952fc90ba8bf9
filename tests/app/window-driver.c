/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-driver.h"

static gboolean
tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
driver_turn (void)
{
  static guint heart_beat;

  /* A source that is always due soon: the loop never blocks for good. */
  if (heart_beat == 0)
    heart_beat = g_timeout_add (10, tick, NULL);
  g_main_context_iteration (NULL, TRUE);
}

gboolean
driver_has_display (void)
{
  if (gtk_init_check ())
    return TRUE;

  g_test_skip ("there is no display");
  return FALSE;
}

static char *state_folder;

static void
remove_state (void)
{
  const char *argv[] = { "rm", "-rf", state_folder, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

/* Journals and recent files of the person who runs the tests are no concern of theirs. A test of several programs names the folder. */
static void
keep_apart (void)
{
  if (g_getenv ("AMICUS_TEST_STATE") == NULL)
    {
      state_folder = g_dir_make_tmp ("amicus-state-XXXXXX", NULL);
      atexit (remove_state);
    }
  g_setenv ("XDG_STATE_HOME", state_folder ? state_folder : g_getenv ("AMICUS_TEST_STATE"), TRUE);
  g_setenv ("XDG_DATA_HOME", g_getenv ("XDG_STATE_HOME"), TRUE);
}

/* One program for all tests of a process, as one program has many windows. */
static AmicusApplication *
the_application (void)
{
  static AmicusApplication *application;
  g_autoptr (GError) error = NULL;

  if (application)
    return application;

  keep_apart ();
  application = amicus_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

void
driver_start (Driver *driver)
{
  driver->application = the_application ();
  g_application_activate (G_APPLICATION (driver->application));
  driver->window = AMICUS_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (driver->application)));
  driver->session = amicus_window_get_session (driver->window);
  driver->canvas = amicus_window_get_canvas (driver->window);
  /* Keys go to the window that the window manager has given the focus. */
  WAIT_FOR (gtk_window_is_active (GTK_WINDOW (driver->window)));
}

void
driver_stop (Driver *driver)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  g_object_add_weak_pointer (G_OBJECT (driver->window), (gpointer *) &driver->window);
  g_object_add_weak_pointer (G_OBJECT (driver->session), (gpointer *) &driver->session);
  g_object_add_weak_pointer (G_OBJECT (driver->canvas), (gpointer *) &driver->canvas);
  while (g_list_model_get_n_items (windows) > 0)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, 0);
      gtk_window_destroy (window);
    }
  /* What outlives the window's destruction leaks. */
  WAIT_FOR (driver->window == NULL && driver->canvas == NULL && driver->session == NULL);
}

void
driver_settle (Driver *driver)
{
  AmicusPicture *picture = amicus_session_get_picture (driver->session);

  WAIT_FOR (amicus_picture_get_scene (picture) != NULL && !amicus_picture_is_busy (picture));
  WAIT_FOR (amicus_canvas_get_settled (driver->canvas));
}

void
driver_open (Driver *driver,
             const char *path)
{
  g_autofree char *full = g_path_is_absolute (path)
                            ? g_strdup (path)
                            : g_build_filename (g_getenv ("AMICUS_SOURCE_DIR"), path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (full);

  amicus_window_open (driver->window, file);
  WAIT_FOR (amicus_session_get_document (driver->session) != NULL);
  driver_settle (driver);
}

void
driver_activate (Driver *driver,
                 const char *action,
                 GVariant *parameter)
{
  gboolean known = gtk_widget_activate_action_variant (GTK_WIDGET (driver->window), action, parameter);

  g_assert_true (known);
}

AmicusElement
driver_entity (Driver *driver,
               const char *id)
{
  AmicusElement element = amicus_graph_find_entity (amicus_session_get_graph (driver->session), id);

  g_assert_cmpint (element.kind, ==, AMICUS_ELEMENT_ENTITY);
  return element;
}

/* Finds the window's top left corner on the screen. */
static AmicusPoint
window_origin (Driver *driver)
{
  const char *argv[] = { "xdotool", "search", "--onlyvisible", "--name",
                         gtk_window_get_title (GTK_WINDOW (driver->window)), "getwindowgeometry",
                         "--shell", NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  AmicusPoint origin;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);

  const char *x = strstr (output, "X=");
  const char *y = strstr (output, "Y=");
  g_assert_true (x && y);
  origin.x = g_ascii_strtod (x + 2, NULL);
  origin.y = g_ascii_strtod (y + 2, NULL);
  return origin;
}

AmicusPoint
driver_locate (Driver *driver,
               AmicusElement element)
{
  AmicusScene *scene = amicus_picture_get_scene (amicus_session_get_picture (driver->session));
  AmicusPoint origin = window_origin (driver);
  AmicusPoint view;
  AmicusRect bounds;
  graphene_point_t in_window;
  double shadow_x;
  double shadow_y;

  g_assert_true (amicus_scene_get_element_bounds (scene, element, &bounds));
  view = amicus_viewport_to_view (amicus_canvas_get_viewport (driver->canvas),
                                  (AmicusPoint) { bounds.x + bounds.width / 2,
                                                  bounds.y + bounds.height / 2 });
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (driver->canvas), GTK_WIDGET (driver->window),
                                           &GRAPHENE_POINT_INIT ((float) view.x, (float) view.y),
                                           &in_window));
  gtk_native_get_surface_transform (GTK_NATIVE (driver->window), &shadow_x, &shadow_y);
  return (AmicusPoint) { origin.x + in_window.x + shadow_x, origin.y + in_window.y + shadow_y };
}

static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* Points at it again and again: the window manager may have moved the window meanwhile. */
void
driver_point_at (Driver *driver,
                 AmicusElement element)
{
  gint64 give_up = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  static guint n_moves; /* where it is already there is no motion */

  while (!amicus_element_equal (amicus_session_get_hover (driver->session), element))
    {
      AmicusPoint there = driver_locate (driver, element);
      gint64 patience = g_get_monotonic_time () + G_USEC_PER_SEC;

      g_assert_cmpint (g_get_monotonic_time (), <, give_up);
      driver_xdotool ("mousemove %.0f %.0f", there.x + n_moves++ % 4, there.y);
      while (!amicus_element_equal (amicus_session_get_hover (driver->session), element)
             && g_get_monotonic_time () < patience)
        driver_turn ();
    }
}

/* The window goes on living while the events are sent. */
void
driver_xdotool (const char *arguments,
                ...)
{
  va_list list;
  gboolean done = FALSE;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) argv = NULL;
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;

  va_start (list, arguments);
  words = g_strdup_vprintf (arguments, list);
  va_end (list);
  line = g_strconcat ("xdotool ", words, NULL);
  g_shell_parse_argv (line, NULL, &argv, &error);
  g_assert_no_error (error);

  g_autoptr (GSubprocess) process =
    g_subprocess_newv ((const char * const *) argv, G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, done_cb, &done);
  WAIT_FOR (done);
}
