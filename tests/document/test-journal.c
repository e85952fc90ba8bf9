/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/journal-private.h"

#include "journal-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATH "/nowhere/a.gv"

typedef struct
{
  char *folder;
  char *other;
  const char *folders[3];
  Model model;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = journal_make_folder ();
  fixture->other = journal_make_folder ();
  fixture->folders[0] = fixture->folder;
  fixture->folders[1] = fixture->other;
  fixture->folders[2] = NULL;
  model_init (&fixture->model, 1, fixture->folders, PATH);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  model_clear (&fixture->model);
  journal_remove_folder (fixture->folder);
  journal_remove_folder (fixture->other);
}

static void
work (Model *model,
      guint  n_steps)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_steps; i++)
    {
      model_step (model, &error);
      g_assert_no_error (error);
    }
}

static void
edit (Model *model)
{
  g_autoptr (AmicusPatch) patch = amicus_patch_new ();
  g_autoptr (GError) error = NULL;

  amicus_patch_add (patch, 0, 0, "x", 1);
  g_assert_true (model_do (model, patch, &error));
  g_assert_no_error (error);
}

static void
save (Model *model)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (model_save (model, &error));
  g_assert_no_error (error);
  g_assert_true (amicus_journal_sync (model->journal, &error));
  g_assert_no_error (error);
}

static AmicusJournalContents *
read_living (const Model *model)
{
  g_autofree char *file = amicus_journal_dup_file (model->journal);
  g_autoptr (GBytes) bytes = journal_load (file);
  g_autoptr (GError) error = NULL;
  AmicusJournalContents *contents = amicus_journal_read_bytes (bytes, &error);

  g_assert_no_error (error);
  return contents;
}

static void
check_living (const Model *model)
{
  g_autoptr (AmicusJournalContents) contents = read_living (model);

  model_check (model, contents);
}

static void
assert_n_files (const char *folder,
                guint       n)
{
  g_autoptr (GPtrArray) files = journal_list_files (folder);

  g_assert_cmpuint (files->len, ==, n);
}

/* RFC 3720, B.4, and the check value that all catalogues give. */
static void
test_checksum (void)
{
  guint8 bytes[32] = { 0 };

  g_assert_cmphex (amicus_crc32c ((const guint8 *) "123456789", 9), ==, 0xe3069283);
  g_assert_cmphex (amicus_crc32c (bytes, sizeof bytes), ==, 0x8a9136aa);
  memset (bytes, 0xff, sizeof bytes);
  g_assert_cmphex (amicus_crc32c (bytes, sizeof bytes), ==, 0x62a8ab43);
}

/* As long as a text in one piece is the oracle, so that pieces are split, filled and emptied. */
static void
test_pieces (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GBytes) text = g_bytes_new_take (g_strnfill (100000, 'a'), 100000);
  g_autoptr (AmicusPieces) pieces = amicus_pieces_new (text);
  g_autofree char *inserted = g_strnfill (50000, 'b');

  for (guint i = 0; i < 1000; i++)
    {
      gsize size = g_bytes_get_size (text);
      gsize offset = (gsize) g_rand_int_range (random, 0, (gint32) size + 1);
      gsize reach = (gsize) g_rand_int_range (random, 0, 50000) >> g_rand_int_range (random, 0, 16);
      g_autoptr (AmicusPatch) patch = amicus_patch_new ();
      g_autoptr (AmicusPatch) inverse = NULL;
      g_autoptr (GBytes) patched = NULL;
      g_autoptr (GBytes) result = NULL;
      g_autoptr (GBytes) back = NULL;

      inserted[i] = 'c';
      amicus_patch_add (patch, offset, MIN (reach, size - offset), inserted,
                        (gsize) g_rand_int_range (random, 0, 50000) >> g_rand_int_range (random, 0, 16));
      inverse = amicus_pieces_apply (pieces, patch);
      patched = amicus_patch_apply (patch, text);
      result = amicus_pieces_to_bytes (pieces);
      g_assert_true (g_bytes_equal (patched, result));
      back = amicus_patch_apply (inverse, patched);
      g_assert_true (g_bytes_equal (back, text));
      g_bytes_unref (text);
      text = g_steal_pointer (&patched);
    }
}

static void
shorten (Model *model)
{
  g_autoptr (GError) error = NULL;

  edit (model);
  save (model);
  g_assert_true (amicus_journal_compact (model->journal, 300, &error));
  g_assert_no_error (error);
  check_living (model);
  edit (model);
  check_living (model);
}

static void
test_replay (Fixture       *fixture,
             gconstpointer  data)
{
  guint n = g_getenv ("AMICUS_TEST_FULL") != NULL ? 10000 : 1500;

  for (guint seed = 2; seed < n; seed++)
    {
      Model model;

      model_init (&model, seed, fixture->folders, PATH);
      work (&model, 1 + seed % 60);
      if (model.steps->len > 0)
        check_living (&model);
      if (seed % 3 == 0)
        shorten (&model);
      model_clear (&model);
    }
}

/* Undo goes through a restart, and through several. */
static void
test_resume (Fixture       *fixture,
             gconstpointer  data)
{
  Model *model = &fixture->model;

  edit (model);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *file = amicus_journal_dup_file (model->journal);
      g_autoptr (AmicusJournalContents) contents = NULL;
      g_autoptr (GError) error = NULL;

      g_clear_pointer (&model->journal, amicus_journal_free);
      model->journal = amicus_journal_resume (fixture->folders, file, &contents, &error);
      g_assert_no_error (error);
      model_check (model, contents);
      work (model, 10);
      check_living (model);
    }
  assert_n_files (fixture->folder, 1);
}

static void
test_nothing_to_keep (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (amicus_journal_sync (fixture->model.journal, &error));
  g_assert_no_error (error);
  save (&fixture->model);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
}

static void
test_permissions (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *file = NULL;
  struct stat status;

  g_assert_cmpint (g_mkdir (fixture->folder, 0755), ==, 0);
  edit (&fixture->model);
  file = amicus_journal_dup_file (fixture->model.journal);
  g_assert_cmpint (g_stat (file, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (fixture->folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
}

/* What is not a file of one's own is not opened, nor waited for. */
static void
test_not_a_file (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *pipe = g_build_filename (fixture->folder, "a.journal", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "b.journal", NULL);
  g_autofree char *file = NULL;
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (GError) error = NULL;

  edit (&fixture->model);
  file = amicus_journal_dup_file (fixture->model.journal);
  g_clear_pointer (&fixture->model.journal, amicus_journal_free);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (symlink (file, link), ==, 0);
  g_assert_null (amicus_journal_read (pipe, &error));
  g_assert_error (error, AMICUS_JOURNAL_ERROR, AMICUS_JOURNAL_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (amicus_journal_read (link, &error));
  g_assert_error (error, AMICUS_JOURNAL_ERROR, AMICUS_JOURNAL_ERROR_FAILED);

  orphans = amicus_journal_list_orphans (fixture->folders, NULL);
  g_assert_cmpuint (orphans->len, ==, 1);
}

/* Two windows: each has its own, and neither is an orphan before it closes. */
static void
test_two (Fixture       *fixture,
          gconstpointer  data)
{
  Model second;
  g_autofree char *file = NULL;
  g_autoptr (AmicusJournalContents) contents = NULL;
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (GError) error = NULL;

  model_init (&second, 2, fixture->folders, PATH);
  edit (&fixture->model);
  edit (&second);
  assert_n_files (fixture->folder, 2);
  orphans = amicus_journal_list_orphans (fixture->folders, NULL);
  g_assert_cmpuint (orphans->len, ==, 0);
  g_clear_pointer (&orphans, g_ptr_array_unref);

  file = amicus_journal_dup_file (second.journal);
  g_assert_null (amicus_journal_read (file, &error));
  g_assert_error (error, AMICUS_JOURNAL_ERROR, AMICUS_JOURNAL_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_null (amicus_journal_resume (fixture->folders, file, &contents, &error));
  g_assert_error (error, AMICUS_JOURNAL_ERROR, AMICUS_JOURNAL_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (amicus_journal_discard (file, &error));
  g_assert_error (error, AMICUS_JOURNAL_ERROR, AMICUS_JOURNAL_ERROR_BUSY);

  edit (&second);
  model_clear (&second);
  orphans = amicus_journal_list_orphans (fixture->folders, PATH);
  g_assert_cmpuint (orphans->len, ==, 1);
  contents = g_ptr_array_steal_index (orphans, 0);
  g_assert_cmpstr (contents->file, ==, file);
  g_assert_cmpstr (contents->history.path, ==, PATH);
  g_assert_cmpuint (contents->history.n_unsaved, ==, 2);
  g_assert_cmpint (ABS (g_get_real_time () - contents->history.when), <, 60 * G_USEC_PER_SEC);
}

/* A person who does not want it does not see it again; but it is there. */
static void
test_discard (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *file = NULL;
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (GError) error = NULL;

  edit (&fixture->model);
  file = amicus_journal_dup_file (fixture->model.journal);
  g_clear_pointer (&fixture->model.journal, amicus_journal_free);
  g_assert_true (amicus_journal_discard (file, &error));
  g_assert_no_error (error);
  orphans = amicus_journal_list_orphans (fixture->folders, NULL);
  g_assert_cmpuint (orphans->len, ==, 0);
  assert_n_files (fixture->folder, 1);
}

/* After "save as" the journal is found by the new file. */
static void
test_save_as (Fixture       *fixture,
              gconstpointer  data)
{
  guint8 hash[AMICUS_JOURNAL_HASH_SIZE];
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (GError) error = NULL;

  edit (&fixture->model);
  amicus_journal_hash (model_get_text (&fixture->model), hash);
  amicus_journal_mark (fixture->model.journal);
  g_assert_true (amicus_journal_append_saved (fixture->model.journal, "/nowhere/b.gv", hash, &error));
  edit (&fixture->model);
  g_clear_pointer (&fixture->model.journal, amicus_journal_free);

  orphans = amicus_journal_list_orphans (fixture->folders, PATH);
  g_assert_cmpuint (orphans->len, ==, 0);
  g_clear_pointer (&orphans, g_ptr_array_unref);
  orphans = amicus_journal_list_orphans (fixture->folders, "/nowhere/b.gv");
  g_assert_cmpuint (orphans->len, ==, 1);
  g_assert_cmpuint (((AmicusJournalContents *) orphans->pdata[0])->history.n_unsaved, ==, 1);
}

/* Edits while a text is being saved are not saved. */
static void
test_save_meanwhile (Fixture       *fixture,
                     gconstpointer  data)
{
  guint8 hash[AMICUS_JOURNAL_HASH_SIZE];
  g_autoptr (AmicusJournalContents) contents = NULL;
  g_autoptr (GError) error = NULL;

  edit (&fixture->model);
  amicus_journal_mark (fixture->model.journal);
  amicus_journal_hash (model_get_text (&fixture->model), hash);
  edit (&fixture->model);
  edit (&fixture->model);
  g_assert_true (amicus_journal_append_saved (fixture->model.journal, PATH, hash, &error));

  contents = read_living (&fixture->model);
  g_assert_cmpint (contents->history.saved, ==, 1);
  g_assert_cmpuint (contents->history.n_unsaved, ==, 2);
  g_assert_cmpmem (contents->history.saved_hash, sizeof hash, hash, sizeof hash);
}

static void
test_compact (Fixture       *fixture,
              gconstpointer  data)
{
  Model *model = &fixture->model;

  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (AmicusJournalContents) contents = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 40; j++)
        edit (model);
      save (model);
      g_assert_true (amicus_journal_compact (model->journal, 4000, &error));
      g_assert_no_error (error);
      contents = read_living (model);
      model_check (model, contents);
      g_assert_cmpuint (contents->end, <, 4000 + g_bytes_get_size (contents->history.base) + 1000);
      edit (model);
      check_living (model);
    }
  assert_n_files (fixture->folder, 1);
}

static gpointer
compact_in_thread (gpointer journal)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (amicus_journal_compact (journal, 1000, &error));
  g_assert_no_error (error);
  return NULL;
}

/* What is edited while a journal is written anew is in the new one. */
static void
test_compact_meanwhile (Fixture       *fixture,
                        gconstpointer  data)
{
  Model *model = &fixture->model;

  for (guint i = 0; i < 50; i++)
    {
      GThread *thread;

      for (guint j = 0; j < 30; j++)
        edit (model);
      save (model);
      thread = g_thread_new ("compact", compact_in_thread, model->journal);
      for (guint j = 0; j < 30; j++)
        edit (model);
      g_thread_join (thread);
      check_living (model);
    }
}

/* What the journal no longer knows cannot be undone there, but the text is right. */
static void
test_undo_beyond (Fixture       *fixture,
                  gconstpointer  data)
{
  Model *model = &fixture->model;
  g_autoptr (AmicusJournalContents) contents = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100; i++)
    edit (model);
  save (model);
  g_assert_true (amicus_journal_compact (model->journal, 1000, &error));
  while (model->position > 0)
    g_assert_true (model_undo (model, &error));
  contents = read_living (model);
  g_assert_true (g_bytes_equal (contents->text, model_get_text (model)));
}

static void
set_place (AmicusJournalPlace  place,
           const GError       *error,
           gpointer            data)
{
  *(AmicusJournalPlace *) data = place;
}

/* Where a folder cannot be made, for root too. */
static void
block (const char *folder)
{
  g_autofree char *parent = g_path_get_dirname (folder);

  g_assert_true (g_rmdir (parent) == 0);
  g_assert_cmpint (symlink ("/proc/self/fd", parent), ==, 0);
}

static void
unblock (const char *folder)
{
  g_autofree char *parent = g_path_get_dirname (folder);

  g_assert_cmpint (g_remove (parent), ==, 0);
  g_assert_cmpint (g_mkdir (parent, 0700), ==, 0);
}

static void
test_elsewhere (Fixture       *fixture,
                gconstpointer  data)
{
  Model *model = &fixture->model;
  AmicusJournalPlace place = AMICUS_JOURNAL_PLACE_FIRST;

  amicus_journal_set_moved (model->journal, set_place, &place);
  block (fixture->folder);
  edit (model);
  unblock (fixture->folder);
  g_assert_cmpint (place, ==, AMICUS_JOURNAL_PLACE_OTHER);
  g_assert_cmpint (amicus_journal_get_place (model->journal), ==, AMICUS_JOURNAL_PLACE_OTHER);
  work (model, 30);
  check_living (model);
  assert_n_files (fixture->other, 1);
}

/* Nowhere at first; once there is a place, everything is there. */
static void
test_nowhere (Fixture       *fixture,
              gconstpointer  data)
{
  Model *model = &fixture->model;
  g_autoptr (AmicusPatch) patch = amicus_patch_new ();
  g_autoptr (GError) error = NULL;

  block (fixture->folder);
  block (fixture->other);
  amicus_patch_add (patch, 0, 0, "x", 1);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_false (model_do (model, patch, &error));
      g_assert_error (error, AMICUS_JOURNAL_ERROR, AMICUS_JOURNAL_ERROR_FAILED);
      g_clear_error (&error);
    }
  g_assert_cmpint (amicus_journal_get_place (model->journal), ==, AMICUS_JOURNAL_PLACE_NONE);
  g_assert_false (amicus_journal_sync (model->journal, &error));
  g_assert_nonnull (error);
  unblock (fixture->folder);
  unblock (fixture->other);
  edit (model);
  g_assert_cmpint (amicus_journal_get_place (model->journal), ==, AMICUS_JOURNAL_PLACE_FIRST);
  check_living (model);
}

/* A journal from where a restart might end it goes on in the first folder. */
static void
test_back (Fixture       *fixture,
           gconstpointer  data)
{
  Model *model = &fixture->model;
  g_autofree char *file = NULL;
  g_autoptr (AmicusJournalContents) contents = NULL;
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (GError) error = NULL;

  block (fixture->folder);
  edit (model);
  unblock (fixture->folder);
  file = amicus_journal_dup_file (model->journal);
  g_clear_pointer (&model->journal, amicus_journal_free);
  model->journal = amicus_journal_resume (fixture->folders, file, &contents, &error);
  g_assert_no_error (error);
  edit (model);
  check_living (model);
  g_clear_pointer (&model->journal, amicus_journal_free);
  assert_n_files (fixture->folder, 1);
  assert_n_files (fixture->other, 1);
  orphans = amicus_journal_list_orphans (fixture->folders, NULL);
  g_assert_cmpuint (orphans->len, ==, 1);
  g_assert_cmpuint (((AmicusJournalContents *) orphans->pdata[0])->history.n_unsaved, ==, 2);

  g_clear_pointer (&contents, amicus_journal_contents_free);
  model->journal =
    amicus_journal_resume (fixture->folders, ((AmicusJournalContents *) orphans->pdata[0])->file,
                           &contents, &error);
  g_assert_no_error (error);
  model_check (model, contents);
}

static void
test_forget (Fixture       *fixture,
             gconstpointer  data)
{
  Model *model = &fixture->model;
  g_autoptr (AmicusJournalContents) contents = NULL;
  g_autoptr (GError) error = NULL;

  edit (model);
  edit (model);
  g_assert_true (amicus_journal_forget (model->journal, &error));
  g_assert_no_error (error);
  assert_n_files (fixture->folder, 1);
  contents = read_living (model);
  g_assert_true (g_bytes_equal (contents->text, model_get_text (model)));
  g_assert_cmpuint (contents->history.steps->len, ==, 0);
  g_assert_cmpuint (contents->history.n_unsaved, >, 0);

  save (model);
  g_assert_true (amicus_journal_forget (model->journal, &error));
  g_assert_no_error (error);
  assert_n_files (fixture->folder, 0);
}

/* Earlier journals go, of this document alone, and not while it is open elsewhere. */
static void
test_forget_path (Fixture       *fixture,
                  gconstpointer  data)
{
  Model closed, elsewhere;
  g_autofree char *file = NULL;
  g_autoptr (GError) error = NULL;

  edit (&fixture->model);
  model_init (&closed, 2, fixture->folders, PATH);
  edit (&closed);
  file = amicus_journal_dup_file (closed.journal);
  model_clear (&closed);
  g_assert_true (amicus_journal_discard (file, &error));
  model_init (&elsewhere, 3, fixture->folders, "/nowhere/c.gv");
  edit (&elsewhere);
  model_clear (&elsewhere);
  assert_n_files (fixture->folder, 3);

  g_assert_true (amicus_journal_forget_path (fixture->folders, PATH, &error));
  g_assert_no_error (error);
  assert_n_files (fixture->folder, 2);
  check_living (&fixture->model);
}

#define ADD(name, test) g_test_add ("/journal/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/journal/checksum", test_checksum);
  g_test_add_func ("/journal/pieces", test_pieces);
  ADD ("replay", test_replay);
  ADD ("resume", test_resume);
  ADD ("nothing-to-keep", test_nothing_to_keep);
  ADD ("permissions", test_permissions);
  ADD ("not-a-file", test_not_a_file);
  ADD ("two", test_two);
  ADD ("discard", test_discard);
  ADD ("save-as", test_save_as);
  ADD ("save-meanwhile", test_save_meanwhile);
  ADD ("compact", test_compact);
  ADD ("compact-meanwhile", test_compact_meanwhile);
  ADD ("undo-beyond", test_undo_beyond);
  ADD ("elsewhere", test_elsewhere);
  ADD ("nowhere", test_nowhere);
  ADD ("back", test_back);
  ADD ("forget", test_forget);
  ADD ("forget-path", test_forget_path);

  return g_test_run ();
}
