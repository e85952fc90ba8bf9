/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/save.h"

#include "system-faults.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define LEFT_OVER ".amicus-0123abcd.part"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  memset (&fault, 0, sizeof fault);
  fixture->folder = g_dir_make_tmp ("amicus-save-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "x.svg", NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  memset (&fault, 0, sizeof fault);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* Behind the back of what is tested. */
static void
put (const char *path,
     const char *text)
{
  FILE *file = fopen (path, "w");

  g_assert_nonnull (file);
  g_assert_cmpint (fputs (text, file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
assert_content (const char *path,
                const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

static AmicusSaved
save_as (const char  *path,
         const char  *text,
         const char  *believed,
         GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *expected = NULL;

  if (believed != NULL)
    expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, believed, -1);

  return amicus_save_document (path, bytes, expected, error);
}

static void
save (const char *path,
      const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (save_as (path, text, NULL, &error), ==, AMICUS_SAVED);
  g_assert_no_error (error);
  assert_content (path, text);
}

static gboolean
over (const char  *path,
      const char  *text,
      const char  *believed,
      GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, believed, -1);

  return amicus_save_in_place (path, bytes, expected, error);
}

/* Refused with an error that names the file, and nothing was changed or left behind. */
static void
assert_refused (const Fixture *fixture,
                const char    *believed,
                GQuark         domain,
                int            code,
                const char    *content)
{
  guint files = count_files (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (save_as (fixture->path, "new", believed, &error), ==, AMICUS_NOT_SAVED);
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, fixture->path));
  assert_content (fixture->path, content);
  g_assert_cmpuint (count_files (fixture->folder), ==, files);
}

static void
test_new_and_again (Fixture       *fixture,
                    gconstpointer  data)
{
  save (fixture->path, "one");
  save (fixture->path, "");
  save (fixture->path, "three");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_large (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = g_strnfill (1000003, 'x');

  save (fixture->path, text);
}

static mode_t
mode_of (const char *path)
{
  struct stat status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 07777;
}

/* A new file gets the mode all new files get, a file that is there keeps its own. */
static void
test_mode (Fixture       *fixture,
           gconstpointer  data)
{
  mode_t before = umask (0026);

  save (fixture->path, "one");
  g_assert_cmpint (mode_of (fixture->path), ==, 0640);
  g_assert_cmpint (g_chmod (fixture->path, 0604), ==, 0);
  save (fixture->path, "two");
  g_assert_cmpint (mode_of (fixture->path), ==, 0604);
  umask (before);
}

static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);

  save (fixture->path, "one");
  g_assert_cmpint (symlink ("x.svg", link), ==, 0);
  save (link, "two");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_content (fixture->path, "two");
}

static void
test_dangling_links (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *first = g_build_filename (fixture->folder, "first", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "second", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("second", first), ==, 0);
  g_assert_cmpint (symlink (fixture->path, second), ==, 0);
  save (first, "one");
  assert_content (fixture->path, "one");
  g_assert_cmpuint (count_files (fixture->folder), ==, 3);

  g_assert_cmpint (g_remove (second), ==, 0);
  g_assert_cmpint (symlink ("first", second), ==, 0);
  g_assert_cmpint (save_as (first, "two", NULL, &error), ==, AMICUS_NOT_SAVED);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_LOOP);
}

/* Nothing is left behind, and what was there is unharmed. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", "x.svg", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  g_assert_false (amicus_save_bytes (missing, bytes, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, "missing/x.svg"));
  g_clear_error (&error);

  g_assert_false (amicus_save_bytes (fixture->folder, bytes, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR);
  g_clear_error (&error);

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  g_assert_false (amicus_save_bytes (fixture->path, bytes, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_expected (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  put (fixture->path, "one");
  g_assert_cmpint (save_as (fixture->path, "two", "one", &error), ==, AMICUS_SAVED);
  g_assert_no_error (error);
  assert_refused (fixture, "one", AMICUS_SAVE_ERROR, AMICUS_SAVE_ERROR_CHANGED, "two");

  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  g_assert_cmpint (save_as (fixture->path, "new", "two", &error), ==, AMICUS_NOT_SAVED);
  g_assert_error (error, AMICUS_SAVE_ERROR, AMICUS_SAVE_ERROR_GONE);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

/* As a program does that sets back the time, after the length stayed the same. */
static void
test_expected_same_time (Fixture       *fixture,
                         gconstpointer  data)
{
  struct stat status;

  put (fixture->path, "old");
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  put (fixture->path, "OLD");
  g_assert_cmpint (utimensat (AT_FDCWD, fixture->path,
                              (struct timespec[]) { status.st_atim, status.st_mtim }, 0), ==, 0);
  assert_refused (fixture, "old", AMICUS_SAVE_ERROR, AMICUS_SAVE_ERROR_CHANGED, "OLD");
}

static void
change_outside (int file)
{
  put (fault.path, "theirs");
}

static void
replace_outside (int file)
{
  g_assert_cmpint (g_remove (fault.path), ==, 0);
  put (fault.path, "theirs");
}

/* The save has begun and the new file is written when somebody else writes. */
static void
test_changed_meanwhile (Fixture       *fixture,
                        gconstpointer  data)
{
  fault.path = fixture->path;
  for (int round = 0; round < 2; round++)
    {
      put (fixture->path, "old");
      fault.at_fsync = round == 0 ? change_outside : replace_outside;
      assert_refused (fixture, "old", AMICUS_SAVE_ERROR, AMICUS_SAVE_ERROR_CHANGED, "theirs");
    }
}

static void
spoil (int file)
{
  g_assert_cmpint (pwrite (file, "?", 1, 1), ==, 1);
}

static void
lengthen (int file)
{
  g_assert_cmpint (pwrite (file, "?", 1, 3), ==, 1);
}

static void
shorten (int file)
{
  g_assert_cmpint (ftruncate (file, 2), ==, 0);
}

/* A file system that says it wrote and did not. */
static void
test_read_back (Fixture       *fixture,
                gconstpointer  data)
{
  void (*faults[]) (int) = { spoil, lengthen, shorten };

  put (fixture->path, "old");
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;

      fault.at_fsync = faults[i];
      assert_refused (fixture, NULL, G_FILE_ERROR, G_FILE_ERROR_IO, "old");
      g_assert_false (over (fixture->path, "new", "old", &error));
      g_assert_error (error, AMICUS_SAVE_ERROR, AMICUS_SAVE_ERROR_DAMAGED);
      put (fixture->path, "old");
    }
}

static void
test_unproven (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  put (fixture->path, "old");
  fault.folder_fsync_error = EIO;
  g_assert_cmpint (save_as (fixture->path, "new", "old", &error), ==, AMICUS_SAVED_UNPROVEN);
  g_assert_no_error (error);
  assert_content (fixture->path, "new");

  fault.folder_fsync_error = EINVAL;
  save (fixture->path, "newer");
}

/* The folder does not let the file be replaced; but over a network it may be after all. */
static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  const int needs_place[] = { EACCES, EPERM, EBUSY, EXDEV, ENOTSUP };

  put (fixture->path, "old");
  for (guint i = 0; i < G_N_ELEMENTS (needs_place); i++)
    {
      fault.rename_error = needs_place[i];
      assert_refused (fixture, "old", AMICUS_SAVE_ERROR, AMICUS_SAVE_ERROR_IN_PLACE_NEEDED, "old");
    }
  fault.rename_error = EIO;
  assert_refused (fixture, "old", G_FILE_ERROR, G_FILE_ERROR_IO, "old");

  fault.rename_done = TRUE;
  save (fixture->path, "new");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_short_writes (Fixture       *fixture,
                   gconstpointer  data)
{
  fault.write_most = 7;
  fault.write_error = EINTR;
  save (fixture->path, "one two three four five six");
  fault.write_error = ENOSPC;
  assert_refused (fixture, NULL, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "one two three four five six");
}

static void
test_hard_link (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autoptr (GError) error = NULL;

  put (fixture->path, "old, and longer");
  g_assert_cmpint (link (fixture->path, other), ==, 0);
  assert_refused (fixture, NULL, AMICUS_SAVE_ERROR, AMICUS_SAVE_ERROR_IN_PLACE_NEEDED,
                  "old, and longer");

  g_assert_true (over (fixture->path, "new", "old, and longer", &error));
  g_assert_no_error (error);
  assert_content (other, "new");
  g_assert_false (over (fixture->path, "newer", "old", &error));
  g_assert_error (error, AMICUS_SAVE_ERROR, AMICUS_SAVE_ERROR_CHANGED);
  assert_content (other, "new");
}

/* A full disk shows before anything is written over. */
static void
test_in_place_failure (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (over (fixture->path, "new", "old", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);

  put (fixture->path, "old");
  fault.reserve_error = ENOSPC;
  g_assert_false (over (fixture->path, "new", "old", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
  assert_content (fixture->path, "old");

  fault.reserve_error = EOPNOTSUPP;
  g_assert_true (over (fixture->path, "new", "old", NULL));
  assert_content (fixture->path, "new");
}

/* A left-over goes, one that is still being written stays, and what is not ours too. */
static void
test_sweep (Fixture       *fixture,
            gconstpointer  data)
{
  const char *others[] = { ".amicus-0123abcd.part~", ".amicus-0123abc.part", "amicus-0123abcd.part" };
  g_autofree char *left_over = g_build_filename (fixture->folder, LEFT_OVER, NULL);
  int running;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, others[i], NULL);

      put (path, "");
    }
  put (left_over, "half a docu");
  running = open (left_over, O_RDWR | O_CLOEXEC);
  g_assert_cmpint (flock (running, LOCK_EX), ==, 0);
  amicus_save_sweep (fixture->path);
  g_assert_cmpuint (count_files (fixture->folder), ==, 4);

  close (running);
  amicus_save_sweep (fixture->path);
  g_assert_false (g_file_test (left_over, G_FILE_TEST_EXISTS));
  put (left_over, "half a docu");
  save (fixture->path, "new");
  g_assert_cmpuint (count_files (fixture->folder), ==, 4);
}

/* A link with our kind of name leads nowhere. */
static void
test_planted (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *victim = g_build_filename (fixture->folder, "victim", NULL);
  g_autofree char *planted = g_build_filename (fixture->folder, LEFT_OVER, NULL);

  put (victim, "precious");
  g_assert_cmpint (symlink (victim, planted), ==, 0);
  save (fixture->path, "new");
  assert_content (victim, "precious");
}

static int saved_often;

static gpointer
save_often (gpointer data)
{
  for (int i = 0; i < 40; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);

      save (data, text);
    }

  return NULL;
}

static gpointer
sweep_always (gpointer data)
{
  while (!g_atomic_int_get (&saved_often))
    amicus_save_sweep (data);

  return NULL;
}

/* Each sweeps, and none takes away the file another is writing. */
static void
test_together (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  GThread *first = g_thread_new ("first", save_often, fixture->path);
  GThread *second = g_thread_new ("second", save_often, other);
  GThread *sweeper = g_thread_new ("sweeper", sweep_always, other);

  g_thread_join (first);
  g_thread_join (second);
  g_atomic_int_set (&saved_often, TRUE);
  g_thread_join (sweeper);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

#define ADD(name, function) g_test_add ("/save/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("new-and-again", test_new_and_again);
  ADD ("large", test_large);
  ADD ("mode", test_mode);
  ADD ("link", test_link);
  ADD ("dangling-links", test_dangling_links);
  ADD ("failure", test_failure);
  ADD ("expected", test_expected);
  ADD ("expected-same-time", test_expected_same_time);
  ADD ("changed-meanwhile", test_changed_meanwhile);
  ADD ("read-back", test_read_back);
  ADD ("unproven", test_unproven);
  ADD ("rename", test_rename);
  ADD ("short-writes", test_short_writes);
  ADD ("hard-link", test_hard_link);
  ADD ("in-place-failure", test_in_place_failure);
  ADD ("sweep", test_sweep);
  ADD ("planted", test_planted);
  ADD ("together", test_together);

  return g_test_run ();
}
