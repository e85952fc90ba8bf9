/* SPDX-License-Identifier: GPL-3.0-or-later
 * Saving, undoing and closing in the real window. */

#include "file-stage.h"
#include "widget-text.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <unistd.h>

#define EDITED "digraph {\n  apple [label=\"Pear\"];\n  nso [label=\"NSO\"];\n  apple -> nso;\n}\n"

typedef void (*StageTest) (FileStage *stage);

/* Every test has the small graph open; those that want nothing open say so by their path. */
static void
run_on_stage (gconstpointer data)
{
  const StageTest *test = data;
  FileStage stage;

  if (!driver_has_display ())
    return;
  file_stage_start (&stage, SMALL_GRAPH);
  (*test) (&stage);
  file_stage_stop (&stage);
}

static void
run_on_empty_stage (gconstpointer data)
{
  const StageTest *test = data;
  FileStage stage;

  if (!driver_has_display ())
    return;
  file_stage_start (&stage, NULL);
  (*test) (&stage);
  file_stage_stop (&stage);
}

static gboolean
is_enabled (FileStage *stage,
            const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (stage->driver.window), name);
}

static gboolean
is_marked (FileStage *stage)
{
  return g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (stage->driver.window)), "•");
}

static guint
count_windows (FileStage *stage)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (stage->driver.application)));
}

static const char *
undo_tooltip (FileStage *stage)
{
  return gtk_widget_get_tooltip_text (stage->driver.window->undo_button);
}

static void
test_undo (FileStage *stage)
{
  g_assert_false (is_enabled (stage, "undo"));
  g_assert_false (is_enabled (stage, "redo"));
  g_assert_false (is_marked (stage));

  file_stage_edit (file_stage_document (stage), "apple", "Pear");
  g_assert_true (is_marked (stage));
  g_assert_true (is_enabled (stage, "undo"));
  g_assert_nonnull (strstr (undo_tooltip (stage), amicus_document_get_undo_name (file_stage_document (stage))));

  driver_xdotool ("key ctrl+z");
  WAIT_FOR (file_stage_says (stage, SMALL_GRAPH));
  g_assert_false (is_marked (stage));
  g_assert_false (is_enabled (stage, "undo"));
  g_assert_cmpstr (undo_tooltip (stage), ==, "Undo");
  driver_xdotool ("key ctrl+shift+z");
  WAIT_FOR (file_stage_says (stage, EDITED));
  driver_xdotool ("key ctrl+z");
  WAIT_FOR (file_stage_says (stage, SMALL_GRAPH));
  driver_xdotool ("key ctrl+y");
  WAIT_FOR (file_stage_says (stage, EDITED));
  g_assert_false (is_enabled (stage, "redo"));
}

/* A name with an underscore is no letter to be pressed. */
static void
test_step_names (FileStage *stage)
{
  g_autofree char *label = NULL;

  amicus_document_begin (file_stage_document (stage), "Rename a_b");
  file_stage_edit (file_stage_document (stage), "apple", "a_b");
  amicus_document_end (file_stage_document (stage));

  g_menu_model_get_item_attribute (G_MENU_MODEL (stage->driver.window->history_menu), 0, "label", "s", &label);
  g_assert_nonnull (strstr (label, "a__b"));
  g_assert_nonnull (strstr (undo_tooltip (stage), "a_b"));
}

static void
test_save (FileStage *stage)
{
  file_stage_edit (file_stage_document (stage), "apple", "Pear");
  driver_xdotool ("key ctrl+s");
  WAIT_FOR (file_stage_holds (stage->path, EDITED));
  WAIT_FOR (!is_marked (stage));
  /* The monitor has seen our own save, which is no change by others. */
  file_stage_pause (1000);
  g_assert_null (amicus_banner_get_message (stage->driver.window->change_banner));
  g_assert_true (is_enabled (stage, "undo"));

  driver_xdotool ("key ctrl+z");
  WAIT_FOR (is_marked (stage));
  driver_xdotool ("key ctrl+s");
  WAIT_FOR (file_stage_holds (stage->path, SMALL_GRAPH));
}

static void
test_save_as (FileStage *stage)
{
  g_autofree char *other = file_stage_path (stage, "other.gv");

  file_stage_edit (file_stage_document (stage), "apple", "Pear");
  file_stage_choose (stage->driver.window, NULL);
  driver_activate (&stage->driver, "win.save-as", NULL);
  g_assert_cmpstr (file_stage_offered (), ==, "graph.gv");
  g_assert_true (is_marked (stage));

  file_stage_choose (stage->driver.window, other);
  driver_xdotool ("key ctrl+shift+s");
  WAIT_FOR (file_stage_holds (other, EDITED));
  WAIT_FOR (!is_marked (stage));
  g_assert_true (file_stage_holds (stage->path, SMALL_GRAPH));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (stage->driver.window)), ==, "other.gv");

  /* From now on the other one is watched. */
  file_stage_write (stage, "digraph { a b c d }");
  file_stage_pause (600);
  g_assert_true (file_stage_says (stage, EDITED));
  g_assert_true (g_file_set_contents (other, SMALL_GRAPH, -1, NULL));
  WAIT_FOR (file_stage_says (stage, SMALL_GRAPH));
}

static void
test_save_copy (FileStage *stage)
{
  g_autofree char *other = file_stage_path (stage, "copy.gv");

  file_stage_edit (file_stage_document (stage), "apple", "Pear");
  file_stage_choose (stage->driver.window, other);
  driver_activate (&stage->driver, "win.save-copy", NULL);
  WAIT_FOR (file_stage_holds (other, EDITED));
  WAIT_FOR (is_enabled (stage, "save"));
  g_assert_true (is_marked (stage));
  g_assert_true (file_stage_holds (stage->path, SMALL_GRAPH));
  g_assert_true (widget_says (GTK_WIDGET (stage->driver.window->toasts), "copy.gv"));
}

/* Two windows never write one file. */
static void
test_save_as_shown (FileStage *stage)
{
  g_autofree char *other = file_stage_path (stage, "other.gv");
  AmicusWindow *first = stage->driver.window;

  g_assert_true (g_file_set_contents (other, SMALL_GRAPH, -1, NULL));
  g_assert_true (file_stage_open (stage, other) != first);

  g_assert_true (file_stage_open (stage, stage->path) == first);
  file_stage_edit (file_stage_document (stage), "apple", "Pear");
  file_stage_choose (first, other);
  driver_activate (&stage->driver, "win.save-as", NULL);
  g_assert_true (widget_says (GTK_WIDGET (first->toasts), "another window"));
  g_assert_true (file_stage_holds (other, SMALL_GRAPH));
}

static void
test_failing_save (FileStage *stage)
{
  g_autofree char *nowhere = file_stage_path (stage, "no/such/folder.gv");
  g_autofree char *other = file_stage_path (stage, "other.gv");

  file_stage_edit (file_stage_document (stage), "apple", "Pear");
  file_stage_choose (stage->driver.window, nowhere);
  driver_activate (&stage->driver, "win.save-as", NULL);
  file_stage_answer ("The File Could Not Be Saved", "again");
  file_stage_choose (stage->driver.window, other);
  file_stage_answer ("The File Could Not Be Saved", "save-as");
  WAIT_FOR (file_stage_holds (other, EDITED));
}

/* Writing into a file with two names is the person's decision. */
static void
test_hard_link (FileStage *stage)
{
  g_autofree char *other = file_stage_path (stage, "other.gv");

  g_assert_cmpint (link (stage->path, other), ==, 0);
  file_stage_edit (file_stage_document (stage), "apple", "Pear");
  driver_activate (&stage->driver, "win.save", NULL);
  file_stage_answer ("Write Into the File Itself?", "cancel");
  g_assert_true (file_stage_holds (stage->path, SMALL_GRAPH));
  WAIT_FOR (is_enabled (stage, "save"));
  driver_activate (&stage->driver, "win.save", NULL);
  file_stage_answer ("Write Into the File Itself?", "in-place");
  WAIT_FOR (file_stage_holds (other, EDITED));
  WAIT_FOR (!is_marked (stage));
}

static void
test_revert (FileStage *stage)
{
  g_assert_false (is_enabled (stage, "revert"));
  file_stage_edit (file_stage_document (stage), "apple", "Pear");
  file_stage_edit (file_stage_document (stage), "nso", "N");
  driver_activate (&stage->driver, "win.revert", NULL);
  file_stage_answer ("Revert to What Was Saved?", "cancel");
  g_assert_true (is_marked (stage));
  driver_activate (&stage->driver, "win.revert", NULL);
  file_stage_answer ("Revert to What Was Saved?", "revert");
  g_assert_true (file_stage_says (stage, SMALL_GRAPH));
  g_assert_false (is_marked (stage));
  driver_activate (&stage->driver, "win.undo", NULL);
  g_assert_true (is_marked (stage));
  g_assert_false (file_stage_says (stage, SMALL_GRAPH));
}

static void
test_forget (FileStage *stage)
{
  file_stage_edit (file_stage_document (stage), "apple", "Pear");
  driver_activate (&stage->driver, "win.forget-history", NULL);
  file_stage_answer ("Forget the History?", "forget");
  g_assert_false (is_enabled (stage, "undo"));
  g_assert_true (file_stage_says (stage, EDITED));
  g_assert_true (is_marked (stage));
}

static void
test_new (FileStage *stage)
{
  g_autofree char *contents = NULL;

  file_stage_choose (stage->driver.window, stage->path);
  driver_xdotool ("key ctrl+n");
  WAIT_FOR (file_stage_document (stage) != NULL);
  driver_settle (&stage->driver);
  g_assert_false (is_marked (stage));
  g_assert_cmpuint (count_windows (stage), ==, 1);

  driver_xdotool ("key ctrl+s");
  WAIT_FOR (g_file_get_contents (stage->path, &contents, NULL, NULL));
  g_assert_cmpstr (file_stage_offered (), ==, "Untitled.gv");
  g_assert_true (g_str_has_prefix (contents, "// "));
  g_assert_nonnull (strstr (contents, "amicus=\"1\""));
  WAIT_FOR (g_str_equal (gtk_window_get_title (GTK_WINDOW (stage->driver.window)), "graph.gv"));

  /* The window is in use by now. */
  driver_xdotool ("key ctrl+n");
  WAIT_FOR (count_windows (stage) == 2);
}

/* An example is nobody's file: its title is a name for one. */
static void
test_example (FileStage *stage)
{
  g_autofree char *other = file_stage_path (stage, "mine.gv");
  const char *uri = "resource:///org/amicusgraph/Amicus/examples/nso-2020.gv";

  driver_activate (&stage->driver, "win.open-uri", g_variant_new_string (uri));
  WAIT_FOR (file_stage_document (stage) != NULL);
  driver_settle (&stage->driver);
  file_stage_edit (file_stage_document (stage), "apple", "Pear");
  file_stage_choose (stage->driver.window, other);
  driver_activate (&stage->driver, "win.save", NULL);
  g_assert_cmpstr (file_stage_offered (), ==, "nso-2020.gv");
  WAIT_FOR (g_file_test (other, G_FILE_TEST_EXISTS));
  WAIT_FOR (!is_marked (stage));
}

static void
test_close (FileStage *stage)
{
  file_stage_edit (file_stage_document (stage), "apple", "Pear");
  driver_xdotool ("key ctrl+w");
  file_stage_answer ("Save Changes?", "cancel");
  g_assert_true (is_marked (stage));

  driver_xdotool ("key ctrl+w");
  file_stage_answer ("Save Changes?", "save");
  WAIT_FOR (count_windows (stage) == 0);
  g_assert_true (file_stage_holds (stage->path, EDITED));
}

static void
test_discard (FileStage *stage)
{
  file_stage_edit (file_stage_document (stage), "apple", "Pear");
  gtk_window_close (GTK_WINDOW (stage->driver.window));
  file_stage_answer ("Save Changes?", "discard");
  WAIT_FOR (count_windows (stage) == 0);
  g_assert_true (file_stage_holds (stage->path, SMALL_GRAPH));

  /* What is not wanted does not come back. */
  file_stage_open (stage, stage->path);
  g_assert_false (is_marked (stage));
  g_assert_true (file_stage_says (stage, SMALL_GRAPH));
}

/* What was done another day can be undone. */
static void
test_resume (FileStage *stage)
{
  file_stage_edit (file_stage_document (stage), "apple", "Pear");
  driver_activate (&stage->driver, "win.save", NULL);
  WAIT_FOR (!is_marked (stage));
  gtk_window_close (GTK_WINDOW (stage->driver.window));
  WAIT_FOR (count_windows (stage) == 0);

  file_stage_open (stage, stage->path);
  g_assert_null (amicus_banner_get_message (stage->driver.window->keep_banner));
  g_assert_false (is_marked (stage));
  driver_activate (&stage->driver, "win.undo", NULL);
  g_assert_true (file_stage_says (stage, SMALL_GRAPH));
}

/* Each window is asked, one after the other, until one is to stay. */
static void
test_quit (FileStage *stage)
{
  GActionGroup *program = G_ACTION_GROUP (stage->driver.application);
  g_autofree char *other = file_stage_path (stage, "other.gv");

  file_stage_edit (file_stage_document (stage), "apple", "Pear");
  g_assert_true (g_file_set_contents (other, SMALL_GRAPH, -1, NULL));
  file_stage_open (stage, other);
  file_stage_edit (file_stage_document (stage), "apple", "Pear");

  g_action_group_activate_action (program, "quit", NULL);
  file_stage_answer ("Save Changes?", "cancel");
  file_stage_pause (200);
  g_assert_cmpuint (count_windows (stage), ==, 2);

  g_action_group_activate_action (program, "quit", NULL);
  file_stage_answer ("Save Changes?", "save");
  file_stage_answer ("Save Changes?", "save");
  WAIT_FOR (count_windows (stage) == 0);
  g_assert_true (file_stage_holds (stage->path, EDITED));
  g_assert_true (file_stage_holds (other, EDITED));
}

/* A file has one window, by whichever name it is asked for. */
static void
test_same_file (FileStage *stage)
{
  g_autofree char *link_path = file_stage_path (stage, "link.gv");

  g_assert_cmpint (symlink (stage->path, link_path), ==, 0);
  file_stage_open (stage, stage->path);
  file_stage_open (stage, link_path);
  g_assert_cmpuint (count_windows (stage), ==, 1);
}

static const struct
{
  const char *path;
  StageTest test;
} stage_tests[] = {
  { "/window-file/undo", test_undo },
  { "/window-file/step-names", test_step_names },
  { "/window-file/save", test_save },
  { "/window-file/save-as", test_save_as },
  { "/window-file/save-copy", test_save_copy },
  { "/window-file/save-as-shown", test_save_as_shown },
  { "/window-file/failing-save", test_failing_save },
  { "/window-file/hard-link", test_hard_link },
  { "/window-file/revert", test_revert },
  { "/window-file/forget", test_forget },
  { "/window-file/close", test_close },
  { "/window-file/discard", test_discard },
  { "/window-file/resume", test_resume },
  { "/window-file/quit", test_quit },
  { "/window-file/same-file", test_same_file },
};

static const struct
{
  const char *path;
  StageTest test;
} empty_tests[] = {
  { "/window-file/new", test_new },
  { "/window-file/example", test_example },
};

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  for (gsize i = 0; i < G_N_ELEMENTS (stage_tests); i++)
    g_test_add_data_func (stage_tests[i].path, &stage_tests[i].test, run_on_stage);
  for (gsize i = 0; i < G_N_ELEMENTS (empty_tests); i++)
    g_test_add_data_func (empty_tests[i].path, &empty_tests[i].test, run_on_empty_stage);

  return g_test_run ();
}
