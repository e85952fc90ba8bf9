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

static char *
hash_text (AmicusDocument *document)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, amicus_document_get_bytes (document));
}

static void
edit_somehow (AmicusDocument *document)
{
  static const char *const ids[] = { "apple", "nso" };
  g_autofree char *word = g_strdup_printf ("x%u", g_test_rand_int_range (0, 1 << 20));

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      amicus_document_add_entity (document, word, NULL, 0, NULL);
      break;
    case 1:
      amicus_document_connect (document, "nso", "apple", NULL, 0, NULL);
      break;
    case 2:
    case 3:
      amicus_document_undo (document);
      break;
    case 4:
      amicus_document_redo (document);
      break;
    default:
      file_stage_edit (document, ids[g_test_rand_int_range (0, 2)], word);
      break;
    }
}

/* Edits without end, and says after each what the text is by now. Sometimes it saves. */
static void
edit_for_ever (const char *path)
{
  Driver driver;
  AmicusDocument *document;

  driver_start (&driver);
  driver_open (&driver, path);
  document = amicus_session_get_document (driver.session);
  for (;;)
    {
      g_autofree char *hash = hash_text (document);

      g_print ("%s\n", hash);
      driver_turn ();
      edit_somehow (document);
      if (g_test_rand_int_range (0, 40) == 0)
        gtk_widget_activate_action (GTK_WIDGET (driver.window), "win.save", NULL);
    }
}

static char *
read_line (GDataInputStream *lines)
{
  g_autoptr (GError) error = NULL;
  char *line = g_data_input_stream_read_line_utf8 (lines, NULL, NULL, &error);

  g_assert_no_error (error);
  return line;
}

/* Starts the program that will be killed. */
static GSubprocess *
start_editing (const char *mode,
               const char *path,
               const char *seed,
               GDataInputStream **lines)
{
  const char *argv[] = { program, seed, mode, path, NULL };
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);

  g_assert_no_error (error);
  *lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  return process;
}

static void
kill_now (GSubprocess *process)
{
  g_subprocess_send_signal (process, SIGKILL);
  g_subprocess_wait (process, NULL, NULL);
}

/* Kills it as soon as it has done its edits. */
static void
crash (const char *path)
{
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GSubprocess) process = start_editing ("--edit", path, "--seed=R02S00000000000000000000000000000000", &lines);
  g_autofree char *line = NULL;

  do
    {
      g_free (line);
      line = read_line (lines);
      g_assert_nonnull (line);
    }
  while (!g_str_equal (line, "done"));
  kill_now (process);
}

/* Kills it somewhere among its edits. Returns the last text that it told of. */
static char *
crash_at_random (const char *path)
{
  g_autofree char *seed = g_strdup_printf ("--seed=R02S%08x%08x%08x%08x", g_test_rand_int (), g_test_rand_int (),
                                           g_test_rand_int (), g_test_rand_int ());
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GSubprocess) process = start_editing ("--edit-for-ever", path, seed, &lines);
  g_autofree char *last = NULL;
  char *line;
  guint n = 0;

  while ((line = read_line (lines)))
    {
      if (strlen (line) == 64 && n++ == 0)
        {
          g_usleep ((gulong) g_test_rand_int_range (0, 600 * 1000));
          kill_now (process);
        }
      if (strlen (line) == 64)
        g_free (g_steal_pointer (&last));
      if (strlen (line) == 64)
        last = line;
      else
        g_free (line);
    }
  g_assert_cmpuint (n, >, 0);
  g_test_message ("killed after %u edits", n - 1);
  return g_steal_pointer (&last);
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

/* Whether the text is the one told of last, or that and the one edit more that the kill came in. */
static gboolean
is_acknowledged (AmicusDocument *document,
                 const char *expected)
{
  gboolean (*const steps[]) (AmicusDocument *) = { amicus_document_undo, amicus_document_redo };
  gboolean (*const back[]) (AmicusDocument *) = { amicus_document_redo, amicus_document_undo };
  g_autofree char *hash = hash_text (document);

  if (g_str_equal (hash, expected))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] (document))
      {
        g_autofree char *other = hash_text (document);

        if (g_str_equal (other, expected))
          return TRUE;
        back[i] (document);
      }
  return FALSE;
}

static void
test_random_moments (void)
{
  guint n = g_getenv ("AMICUS_TEST_FULL") ? 250 : 25;

  if (!driver_has_display ())
    return;

  for (guint i = 0; i < n; i++)
    {
      FileStage stage;
      g_autofree char *expected = NULL;

      file_stage_start (&stage, NULL);
      file_stage_write (&stage, SMALL_GRAPH);
      expected = crash_at_random (stage.path);
      file_stage_open (&stage, stage.path);
      g_assert_true (is_acknowledged (file_stage_document (&stage), expected));
      while (amicus_document_undo (file_stage_document (&stage)))
        continue;
      g_assert_true (file_stage_says (&stage, SMALL_GRAPH));
      amicus_document_let_go (file_stage_document (&stage));
      file_stage_stop (&stage);
    }
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
  if (argc > 1 && g_str_equal (argv[1], "--edit-for-ever") && driver_has_display ())
    edit_for_ever (argv[2]);

  /* Both programs keep their journals in one folder. */
  g_autofree char *state = g_dir_make_tmp ("amicus-state-XXXXXX", NULL);
  const char *remove[] = { "rm", "-rf", state, NULL };

  g_setenv ("AMICUS_TEST_STATE", state, TRUE);
  g_test_add_func ("/window-recovery/file", test_file);
  g_test_add_func ("/window-recovery/changed-file", test_changed_file);
  g_test_add_func ("/window-recovery/gone-file", test_gone_file);
  g_test_add_func ("/window-recovery/untitled", test_untitled);
  g_test_add_func ("/window-recovery/random-moments", test_random_moments);

  int status = g_test_run ();

  g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  return status;
}
