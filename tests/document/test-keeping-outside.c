/* SPDX-License-Identifier: GPL-3.0-or-later
 * What others do to a file while it is open with edits that are not saved. Whatever it is: nothing of
 * theirs is written over before a person says so, nothing of ours is lost, and afterwards both can
 * be had. */

#include "outside.h"

#include "journal-support.h"
#include "tests/base/system-faults.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TWO "digraph {\n  a [x=2]\n}\n"

/* What happens when the new content is on the disk, beside the file, just before it is replaced. */
static Desk *saving;

static void
at_fsync (void (*act) (Desk *desk))
{
  fault.at_fsync = NULL;
  act (saving);
}

static void
rewrite_at_fsync (int file)
{
  at_fsync (rewrite_with_time);
}

static void
replace_at_fsync (int file)
{
  at_fsync (replace_with_time);
}

static void
delete_at_fsync (int file)
{
  at_fsync (delete_file);
}

static void
put_link_at_fsync (int file)
{
  at_fsync (put_link_to_other);
}

/* While it is being saved. */
static const struct
{
  const char *name;
  void (*at_fsync) (int file);
} races[] = {
  { "rewritten, time kept", rewrite_at_fsync },
  { "replaced, time kept", replace_at_fsync },
  { "deleted", delete_at_fsync },
  { "a link to another", put_link_at_fsync },
};

static void
set_up (Desk     *desk,
        gboolean  by_link)
{
  g_autofree char *folder = NULL;

  desk_set_up (desk, NULL);
  folder = g_build_filename (desk->top, "folder", NULL);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_unlink (desk->path);
  g_free (desk->path);
  g_object_unref (desk->file);
  desk->path = in_folder (desk, "a.gv");
  desk->file = g_file_new_for_path (desk->path);
  if (by_link)
    {
      put (desk, "real.gv", DESK_TEXT, -1);
      g_assert_cmpint (symlink ("real.gv", desk->path), ==, 0);
    }
  else
    {
      desk_write (desk, DESK_TEXT);
    }

  g_assert_cmpint (desk_open (desk), ==, AMICUS_KEPT_NEW);
  desk_edit (desk, "1");
  desk_save_well (desk);
  desk_edit (desk, "2");
}

static void
remove_all (const char *path)
{
  GDir *dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  if (dir != NULL)
    g_dir_close (dir);
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
tear_down (Desk *desk)
{
  desk_close (desk);
  g_object_unref (desk->file);
  remove_all (desk->top);
  g_free (desk->path);
  g_free (desk->state);
  g_free (desk->top);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Everything in a folder, but for journals: names, kinds and contents. */
static void
describe (const char *path,
          GString    *text)
{
  g_autoptr (GDir) dir = NULL;
  g_autofree char *target = g_file_read_link (path, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  struct stat status;
  const char *name;
  gsize size;

  g_assert_cmpint (lstat (path, &status), ==, 0);
  g_string_append_printf (text, "%s %o %s\n", path, status.st_mode, target != NULL ? target : "");
  if (S_ISREG (status.st_mode) && status.st_size < 10000)
    {
      g_assert_true (g_file_get_contents (path, &content, &size, NULL));
      g_string_append_len (text, content, (gssize) size);
    }
  if (!S_ISDIR (status.st_mode))
    return;

  dir = g_dir_open (path, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (strcmp (name, "amicus") != 0)
      g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    describe (names->pdata[i], text);
}

static GString *
describe_all (Desk *desk)
{
  GString *text = g_string_new (NULL);

  describe (desk->top, text);
  return text;
}

/* Saving is refused, and leaves everything as it is. */
static void
check_refused (Desk *desk)
{
  g_autoptr (GString) before = describe_all (desk);
  g_autoptr (GString) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (desk_save (desk, NULL, AMICUS_SAVE_DEFAULT, &error), ==, AMICUS_NOT_SAVED);
  g_assert_nonnull (error);
  g_assert_cmpint (desk_save (desk, NULL, AMICUS_SAVE_IN_PLACE, NULL), ==, AMICUS_NOT_SAVED);
  after = describe_all (desk);
  g_assert_cmpstr (before->str, ==, after->str);
  g_assert_true (g_string_equal (before, after));
  desk_assert_text (desk, TWO);
  g_assert_true (amicus_document_is_modified (desk->document));
}

static void
assert_saved_text (Desk       *desk,
                   const char *path)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, TWO);
  g_assert_false (amicus_document_is_modified (desk->document));
}

static void
choose_save_as (Desk           *desk,
                const Scenario *scenario)
{
  g_autofree char *path = g_build_filename (desk->top, "ours.gv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) before = describe_all (desk);
  g_autoptr (GString) after = NULL;

  g_assert_cmpint (desk_save (desk, file, AMICUS_SAVE_DEFAULT, NULL), ==, AMICUS_SAVED);
  assert_saved_text (desk, path);
  g_unlink (path);
  after = describe_all (desk);
  g_assert_true (g_string_equal (before, after));
}

static GBytes *
read_theirs (Desk *desk)
{
  char *content;
  gsize size;

  if (!g_file_test (desk->path, G_FILE_TEST_IS_REGULAR) ||
      !g_file_get_contents (desk->path, &content, &size, NULL))
    return NULL;

  return g_bytes_new_take (content, size);
}

static void
choose_reload (Desk           *desk,
               const Scenario *scenario)
{
  g_autoptr (GBytes) theirs = read_theirs (desk);
  gboolean is_read = desk_reload (desk, NULL);

  if (is_read)
    {
      g_assert_true (g_bytes_equal (theirs, amicus_document_get_bytes (desk->document)));
      g_assert_false (amicus_document_is_modified (desk->document));
      if (scenario->act != write_ours)
        g_assert_true (amicus_document_undo (desk->document));
    }
  else
    {
      g_assert_true (amicus_document_is_modified (desk->document));
    }
  desk_assert_text (desk, TWO);
}

/* Theirs can be had by undo, unless it is too large to be read. */
static void
choose_overwrite (Desk           *desk,
                  const Scenario *scenario)
{
  g_autoptr (GBytes) theirs = read_theirs (desk);
  AmicusSaved saved = desk_save (desk, NULL, AMICUS_SAVE_OVERWRITE | AMICUS_SAVE_IN_PLACE, NULL);

  g_assert_cmpint (saved, ==, scenario->can_overwrite ? AMICUS_SAVED : AMICUS_NOT_SAVED);
  desk_assert_text (desk, TWO);
  if (saved == AMICUS_NOT_SAVED)
    return;

  assert_saved_text (desk, desk->path);
  g_assert_cmpint (desk_compare (desk), ==, AMICUS_FILE_SAME);
  if (theirs == NULL || scenario->act == write_huge || scenario->act == write_ours)
    return;

  g_assert_true (amicus_document_undo (desk->document));
  g_assert_true (g_bytes_equal (theirs, amicus_document_get_bytes (desk->document)));
  g_assert_true (amicus_document_undo (desk->document));
  desk_assert_text (desk, TWO);
}

/* As if killed: what was not saved is there again, and theirs is not touched. */
static void
choose_crash (Desk           *desk,
              const Scenario *scenario)
{
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GString) before = describe_all (desk);
  g_autoptr (GString) after = NULL;
  AmicusFileState state = desk_compare (desk);

  desk_crash (desk);
  left = amicus_document_list_left (desk->folders);
  g_assert_cmpuint (left->len, ==, 1);
  desk->document = desk_recover (desk, ((AmicusJournalContents *) left->pdata[0])->file, NULL);
  desk_assert_text (desk, TWO);
  if (!scenario->by_link && scenario->act != write_ours)
    {
      g_assert_true (amicus_document_is_modified (desk->document));
      g_assert_cmpint (desk_compare (desk), ==, state);
    }
  after = describe_all (desk);
  g_assert_true (g_string_equal (before, after));
}

typedef void (*Choice) (Desk           *desk,
                        const Scenario *scenario);

static const Choice choices[] = { choose_save_as, choose_reload, choose_overwrite, choose_crash };

static void
test_scenario (gconstpointer data)
{
  const Scenario *scenario = data;

  /* Reading so much takes its time. */
  for (guint i = scenario->act == write_huge ? 2 : 0; i < G_N_ELEMENTS (choices); i++)
    {
      Desk desk = { .n_edits = 0 };

      set_up (&desk, scenario->by_link);
      scenario->act (&desk);
      g_assert_cmpint (desk_compare (&desk), ==, scenario->state);
      if (scenario->state != AMICUS_FILE_SAME)
        {
          check_refused (&desk);
          choices[i](&desk, scenario);
        }
      else
        {
          desk_save_well (&desk);
          assert_saved_text (&desk, desk.path);
        }
      tear_down (&desk);
    }
}

static void
test_race (gconstpointer data)
{
  const guint *nth = data;
  Desk desk = { .n_edits = 0 };
  g_autoptr (GString) after = NULL;

  set_up (&desk, FALSE);
  saving = &desk;
  fault.at_fsync = races[*nth].at_fsync;
  g_assert_cmpint (desk_save (&desk, NULL, AMICUS_SAVE_DEFAULT, NULL), ==, AMICUS_NOT_SAVED);
  g_assert_null (fault.at_fsync);
  desk_assert_text (&desk, TWO);
  g_assert_true (amicus_document_is_modified (desk.document));
  after = describe_all (&desk);
  g_assert_null (strstr (after->str, TWO));
  tear_down (&desk);
}

int
main (int    argc,
      char **argv)
{
  static guint numbers[G_N_ELEMENTS (races)];

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < n_scenarios; i++)
    {
      g_autofree char *path = g_strconcat ("/keeping/outside/", scenarios[i].name, NULL);

      g_test_add_data_func (path, &scenarios[i], test_scenario);
    }
  for (guint i = 0; i < G_N_ELEMENTS (races); i++)
    {
      g_autofree char *path = g_strconcat ("/keeping/while-saving/", races[i].name, NULL);

      numbers[i] = i;
      g_test_add_data_func (path, &numbers[i], test_race);
    }

  return g_test_run ();
}
