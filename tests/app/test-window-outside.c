/* SPDX-License-Identifier: GPL-3.0-or-later
 * What other programs do to the file that a window shows: nothing is written over silently, nothing is lost. */

#include "file-stage.h"
#include "widget-text.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sys/stat.h>
#include <unistd.h>

#define EDITED "digraph {\n  apple [label=\"Pear\"];\n  nso [label=\"NSO\"];\n  apple -> nso;\n}\n"
#define THEIRS "digraph {\n  apple [label=\"Appel\"];\n  nso [label=\"NSO\"];\n  apple -> nso;\n}\n"

/* How others change a file; each leaves THEIRS in it. */
typedef void (*Change) (FileStage *stage);

/* Most editors, and git: another file takes the name. */
static void
replace (FileStage *stage)
{
  file_stage_write (stage, THEIRS);
}

static void
write_into (FileStage *stage)
{
  int fd = open (stage->path, O_WRONLY | O_TRUNC);

  g_assert_cmpint (write (fd, THEIRS, strlen (THEIRS)), ==, strlen (THEIRS));
  close (fd);
}

/* As rsync -t and cp -p do; the size is the same already. */
static void
replace_with_old_time (FileStage *stage)
{
  struct stat before;
  g_autofree char *other = file_stage_path (stage, "beside");

  g_assert_cmpint (stat (stage->path, &before), ==, 0);
  g_assert_true (g_file_set_contents (other, THEIRS, -1, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, other, (struct timespec[]) { before.st_atim, before.st_mtim }, 0), ==, 0);
  g_assert_cmpint (g_rename (other, stage->path), ==, 0);
}

static void
delete_and_write (FileStage *stage)
{
  g_assert_cmpint (g_unlink (stage->path), ==, 0);
  file_stage_pause (50);
  replace (stage);
}

static void
write_slowly (FileStage *stage)
{
  int fd = open (stage->path, O_WRONLY | O_TRUNC);

  for (const char *byte = THEIRS; *byte; byte += 8)
    {
      gsize n = MIN (8, strlen (byte));

      g_assert_cmpint (write (fd, byte, n), ==, n);
      file_stage_pause (30);
      if (n < 8)
        break;
    }
  close (fd);
}

static void
point_elsewhere (FileStage *stage)
{
  g_autofree char *other = file_stage_path (stage, "their.gv");

  g_assert_true (g_file_set_contents (other, THEIRS, -1, NULL));
  g_assert_cmpint (g_unlink (stage->path), ==, 0);
  g_assert_cmpint (symlink (other, stage->path), ==, 0);
}

static const struct
{
  const char *name;
  Change change;
} changes[] = {
  { "replace", replace },
  { "write-into", write_into },
  { "old-time", replace_with_old_time },
  { "delete-and-write", delete_and_write },
  { "slowly", write_slowly },
  { "symlink", point_elsewhere },
};

static gboolean
change_says (FileStage *stage,
             const char *words)
{
  const char *message = amicus_banner_get_message (stage->driver.window->change_banner);

  return message != NULL && strstr (message, words) != NULL;
}

/* Without edits of one's own the window shows what is there; undo brings back what was. */
static void
test_no_edits (gconstpointer data)
{
  const Change *change = data;
  FileStage stage;

  if (!driver_has_display ())
    return;
  file_stage_start (&stage, SMALL_GRAPH);

  (*change) (&stage);
  WAIT_FOR (file_stage_says (&stage, THEIRS));
  WAIT_FOR (widget_says (GTK_WIDGET (stage.driver.window->toasts), "read again"));
  g_assert_false (amicus_document_is_modified (file_stage_document (&stage)));
  while (!file_stage_says (&stage, SMALL_GRAPH))
    g_assert_true (amicus_document_undo (file_stage_document (&stage)));
  driver_settle (&stage.driver);

  file_stage_stop (&stage);
}

/* With edits the person is asked, and a save is stopped as well. */
static void
test_edits (gconstpointer data)
{
  const Change *change = data;
  FileStage stage;

  if (!driver_has_display ())
    return;
  file_stage_start (&stage, SMALL_GRAPH);

  file_stage_edit (file_stage_document (&stage), "apple", "Pear");
  (*change) (&stage);
  WAIT_FOR (change_says (&stage, "Another program"));
  g_assert_true (file_stage_says (&stage, EDITED));
  g_assert_null (file_stage_question ());
  driver_activate (&stage.driver, "win.save", NULL);
  file_stage_answer ("Which Version Goes On?", "cancel");
  g_assert_true (file_stage_holds (stage.path, THEIRS));

  file_stage_stop (&stage);
}

/* A save right after the change, before any monitor tells. */
static void
test_save_at_once (gconstpointer data)
{
  const Change *change = data;
  FileStage stage;

  if (!driver_has_display ())
    return;
  file_stage_start (&stage, SMALL_GRAPH);

  file_stage_edit (file_stage_document (&stage), "apple", "Pear");
  (*change) (&stage);
  driver_activate (&stage.driver, "win.save", NULL);
  file_stage_answer ("Which Version Goes On?", "overwrite");
  WAIT_FOR (file_stage_holds (stage.path, EDITED));
  WAIT_FOR (!amicus_document_is_modified (file_stage_document (&stage)));
  g_assert_true (amicus_document_redo (file_stage_document (&stage)));
  g_assert_true (file_stage_says (&stage, THEIRS));

  file_stage_stop (&stage);
}

/* Their version goes on, and undo brings back one's own. */
static void
test_reload (void)
{
  FileStage stage;

  if (!driver_has_display ())
    return;
  file_stage_start (&stage, SMALL_GRAPH);

  file_stage_edit (file_stage_document (&stage), "apple", "Pear");
  replace (&stage);
  WAIT_FOR (change_says (&stage, "Another program"));
  driver_activate (&stage.driver, "win.choose-version", NULL);
  file_stage_answer ("Which Version Goes On?", "reload");
  WAIT_FOR (file_stage_says (&stage, THEIRS));
  WAIT_FOR (amicus_banner_get_message (stage.driver.window->change_banner) == NULL);
  driver_activate (&stage.driver, "win.undo", NULL);
  g_assert_true (file_stage_says (&stage, EDITED));
  driver_activate (&stage.driver, "win.undo", NULL);
  g_assert_true (file_stage_says (&stage, SMALL_GRAPH));

  file_stage_stop (&stage);
}

static void
test_save_as (void)
{
  FileStage stage;
  g_autofree char *other = NULL;

  if (!driver_has_display ())
    return;
  file_stage_start (&stage, SMALL_GRAPH);
  other = file_stage_path (&stage, "other.gv");

  file_stage_edit (file_stage_document (&stage), "apple", "Pear");
  replace (&stage);
  WAIT_FOR (change_says (&stage, "Another program"));
  driver_activate (&stage.driver, "win.choose-version", NULL);
  file_stage_choose (stage.driver.window, other);
  file_stage_answer ("Which Version Goes On?", "save-as");
  WAIT_FOR (file_stage_holds (other, EDITED));
  WAIT_FOR (amicus_banner_get_message (stage.driver.window->change_banner) == NULL);
  g_assert_true (file_stage_holds (stage.path, THEIRS));

  file_stage_stop (&stage);
}

/* What is no graph cannot be kept: whoever overwrites it is told. */
static void
test_garbage (void)
{
  FileStage stage;

  if (!driver_has_display ())
    return;
  file_stage_start (&stage, SMALL_GRAPH);

  file_stage_write (&stage, "no graph at all");
  WAIT_FOR (change_says (&stage, "cannot be opened"));
  g_assert_true (file_stage_says (&stage, SMALL_GRAPH));
  file_stage_edit (file_stage_document (&stage), "apple", "Pear");
  driver_activate (&stage.driver, "win.save", NULL);
  file_stage_answer ("Which Version Goes On?", "overwrite");
  file_stage_answer ("Overwrite Something Else?", "overwrite");
  WAIT_FOR (file_stage_holds (stage.path, EDITED));

  file_stage_stop (&stage);
}

/* The window holds the last copy: it does not close without a question. */
static void
test_gone (void)
{
  FileStage stage;

  if (!driver_has_display ())
    return;
  file_stage_start (&stage, SMALL_GRAPH);

  g_assert_cmpint (g_unlink (stage.path), ==, 0);
  WAIT_FOR (change_says (&stage, "no longer there"));
  gtk_window_close (GTK_WINDOW (stage.driver.window));
  file_stage_answer ("Save Changes?", "cancel");
  driver_activate (&stage.driver, "win.save", NULL);
  file_stage_answer ("The File Is No Longer There", "cancel");
  g_assert_false (g_file_test (stage.path, G_FILE_TEST_EXISTS));
  WAIT_FOR (g_action_group_get_action_enabled (G_ACTION_GROUP (stage.driver.window), "save"));
  driver_activate (&stage.driver, "win.save", NULL);
  file_stage_answer ("The File Is No Longer There", "anew");
  WAIT_FOR (file_stage_holds (stage.path, SMALL_GRAPH));
  WAIT_FOR (amicus_banner_get_message (stage.driver.window->change_banner) == NULL);

  file_stage_stop (&stage);
}

static void
test_comes_back (void)
{
  FileStage stage;

  if (!driver_has_display ())
    return;
  file_stage_start (&stage, SMALL_GRAPH);

  g_assert_cmpint (g_unlink (stage.path), ==, 0);
  WAIT_FOR (change_says (&stage, "no longer there"));
  file_stage_pause (1500);
  g_assert_true (change_says (&stage, "no longer there"));
  replace (&stage);
  WAIT_FOR (file_stage_says (&stage, THEIRS));
  driver_settle (&stage.driver);

  file_stage_stop (&stage);
}

/* A monitor that says nothing, as on some network file systems: coming back to the window is enough. */
static void
test_no_monitor (void)
{
  FileStage stage;

  if (!driver_has_display ())
    return;
  file_stage_start (&stage, SMALL_GRAPH);

  g_clear_object (&stage.driver.window->monitor);
  replace (&stage);
  file_stage_pause (400);
  g_assert_true (file_stage_says (&stage, SMALL_GRAPH));
  g_object_notify (G_OBJECT (stage.driver.window), "is-active");
  WAIT_FOR (file_stage_says (&stage, THEIRS));
  driver_settle (&stage.driver);

  file_stage_stop (&stage);
}

static void
add_tests (const char *story,
           void (*test) (gconstpointer data))
{
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/window-outside/%s/%s", story, changes[i].name);

      g_test_add_data_func (path, &changes[i].change, test);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  add_tests ("no-edits", test_no_edits);
  add_tests ("edits", test_edits);
  add_tests ("save-at-once", test_save_at_once);
  g_test_add_func ("/window-outside/reload", test_reload);
  g_test_add_func ("/window-outside/save-as", test_save_as);
  g_test_add_func ("/window-outside/garbage", test_garbage);
  g_test_add_func ("/window-outside/gone", test_gone);
  g_test_add_func ("/window-outside/comes-back", test_comes_back);
  g_test_add_func ("/window-outside/no-monitor", test_no_monitor);

  return g_test_run ();
}
