/* SPDX-License-Identifier: GPL-3.0-or-later
 * A program that edits is killed; another one brings its windows back. */

#include "app/application-private.h"
#include "document/commands.h"
#include "file-stage.h"
#include "widget-text.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>

#define EDITED "digraph {\n  apple [label=\"Pear\"];\n  nso [label=\"N\"];\n  apple -> nso;\n}\n"

static const char *program;

/* What the program does that will be killed: two edits, in a file or in a new document. */
static void
edit_and_wait (const char *path)
{
  Driver driver;
  AmicusDocument *document;

  driver_start (&driver);
  if (path)
    driver_open (&driver, path);
  else
    amicus_window_begin (driver.window);
  WAIT_FOR ((document = amicus_session_get_document (driver.session)) != NULL);
  if (path == NULL)
    {
      g_autoptr (GError) error = NULL;

      amicus_document_add_entity (document, "apple", NULL, 0, &error);
      g_assert_no_error (error);
      amicus_document_add_entity (document, "nso", NULL, 0, &error);
      g_assert_no_error (error);
    }
  file_stage_edit (document, "apple", "Pear");
  file_stage_edit (document, "nso", "N");
  g_print ("done\n");
  for (;;)
    driver_turn ();
}

/* Kills it as soon as it has done its edits. */
static void
crash (const char *path)
{
  const char *argv[] = { program, "--edit", path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  do
    {
      g_free (line);
      line = g_data_input_stream_read_line_utf8 (lines, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (line);
    }
  while (!g_str_equal (line, "done"));
  g_subprocess_send_signal (process, SIGKILL);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
}

/* What the program does when it starts. */
static void
start_again (FileStage *stage)
{
  amicus_application_bring_back (stage->driver.application);
  WAIT_FOR (file_stage_document (stage) != NULL);
  driver_settle (&stage->driver);
}

static gboolean
keep_says (FileStage *stage,
           const char *words)
{
  const char *message = amicus_banner_get_message (stage->driver.window->keep_banner);

  return message != NULL && strstr (message, words) != NULL;
}

static gboolean
is_marked (FileStage *stage)
{
  return g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (stage->driver.window)), "•");
}

static void
test_file (void)
{
  FileStage stage;

  if (!driver_has_display ())
    return;
  file_stage_start (&stage, NULL);
  file_stage_write (&stage, SMALL_GRAPH);
  crash (stage.path);
  g_assert_true (file_stage_holds (stage.path, SMALL_GRAPH));

  start_again (&stage);
  g_assert_true (file_stage_says (&stage, EDITED));
  g_assert_true (keep_says (&stage, "2 changes"));
  g_assert_true (is_marked (&stage));
  file_stage_pause (600);
  g_assert_null (amicus_banner_get_message (stage.driver.window->change_banner));

  /* What is discarded can be had again, and what was done before as well. */
  driver_activate (&stage.driver, "win.discard-recovered", NULL);
  g_assert_true (file_stage_says (&stage, SMALL_GRAPH));
  g_assert_null (amicus_banner_get_message (stage.driver.window->keep_banner));
  driver_activate (&stage.driver, "win.undo", NULL);
  g_assert_true (file_stage_says (&stage, EDITED));
  driver_activate (&stage.driver, "win.undo", NULL);
  driver_activate (&stage.driver, "win.undo", NULL);
  g_assert_true (file_stage_says (&stage, SMALL_GRAPH));
  amicus_document_let_go (file_stage_document (&stage));

  file_stage_stop (&stage);
}

/* The file is another one by now: the person is told of both. */
static void
test_changed_file (void)
{
  FileStage stage;

  if (!driver_has_display ())
    return;
  file_stage_start (&stage, NULL);
  file_stage_write (&stage, SMALL_GRAPH);
  crash (stage.path);
  file_stage_write (&stage, "digraph { theirs }");

  start_again (&stage);
  g_assert_true (file_stage_says (&stage, EDITED));
  g_assert_true (keep_says (&stage, "2 changes"));
  WAIT_FOR (amicus_banner_get_message (stage.driver.window->change_banner) != NULL);
  driver_activate (&stage.driver, "win.save", NULL);
  file_stage_answer ("Which Version Goes On?", "cancel");
  g_assert_true (file_stage_holds (stage.path, "digraph { theirs }"));
  WAIT_FOR (g_action_group_get_action_enabled (G_ACTION_GROUP (stage.driver.window), "save"));
  driver_activate (&stage.driver, "win.choose-version", NULL);
  file_stage_answer ("Which Version Goes On?", "reload");
  WAIT_FOR (file_stage_says (&stage, "digraph { theirs }"));
  driver_settle (&stage.driver);

  file_stage_stop (&stage);
}

static void
test_gone_file (void)
{
  FileStage stage;

  if (!driver_has_display ())
    return;
  file_stage_start (&stage, NULL);
  file_stage_write (&stage, SMALL_GRAPH);
  crash (stage.path);
  g_assert_cmpint (g_unlink (stage.path), ==, 0);

  start_again (&stage);
  g_assert_true (file_stage_says (&stage, EDITED));
  g_assert_true (keep_says (&stage, "2 changes"));
  g_assert_true (is_marked (&stage));
  amicus_document_let_go (file_stage_document (&stage));

  file_stage_stop (&stage);
}

static void
test_untitled (void)
{
  FileStage stage;

  if (!driver_has_display ())
    return;
  file_stage_start (&stage, NULL);
  crash (NULL);

  start_again (&stage);
  g_assert_true (keep_says (&stage, "4 changes"));
  g_assert_true (is_marked (&stage));
  driver_entity (&stage.driver, "apple");
  driver_entity (&stage.driver, "nso");
  file_stage_choose (stage.driver.window, stage.path);
  driver_activate (&stage.driver, "win.save", NULL);
  WAIT_FOR (!is_marked (&stage));
  g_assert_true (g_file_test (stage.path, G_FILE_TEST_EXISTS));
  g_assert_null (amicus_banner_get_message (stage.driver.window->keep_banner));

  file_stage_stop (&stage);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  program = argv[0];
  if (argc > 1 && g_str_equal (argv[1], "--edit") && driver_has_display ())
    edit_and_wait (argv[2]);

  /* Both programs keep their journals in one folder. */
  g_autofree char *state = g_dir_make_tmp ("amicus-state-XXXXXX", NULL);
  const char *remove[] = { "rm", "-rf", state, NULL };

  g_setenv ("AMICUS_TEST_STATE", state, TRUE);
  g_test_add_func ("/window-recovery/file", test_file);
  g_test_add_func ("/window-recovery/changed-file", test_changed_file);
  g_test_add_func ("/window-recovery/gone-file", test_gone_file);
  g_test_add_func ("/window-recovery/untitled", test_untitled);

  int status = g_test_run ();

  g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  return status;
}
