/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/journal-private.h"

#include "journal-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* RFC 3720, B.4, and the check value that all catalogues give. */
static void
test_checksum ( void)
{
  guint8 bytes[32] = { 0 };

  g_assert_cmphex (amicus_crc32c ((const guint8 *) "123456789", 9), ==, 0xe3069283);
  g_assert_cmphex (amicus_crc32c (bytes, sizeof bytes), ==, 0x8a9136aa);
  memset (bytes, 0xff, sizeof bytes);
  g_assert_cmphex (amicus_crc32c (bytes, sizeof bytes), ==, 0x62a8ab43);
}

/* As long as a text in one piece is the oracle, so that pieces are split, filled and emptied. */
static void
test_pieces ( void)
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

  journal_edit (model);
  journal_save (model);
  g_assert_true (amicus_journal_compact (model->journal, 300, &error));
  g_assert_no_error (error);
  journal_check_living (model);
  journal_edit (model);
  journal_check_living (model);
}

static void
test_replay (JournalFixture *fixture,
             gconstpointer   data)
{
  guint n = g_getenv ("AMICUS_TEST_FULL") != NULL ? 10000 : 1500;

  for (guint seed = 2; seed < n; seed++)
    {
      Model model;

      model_init (&model, seed, fixture->folders, JOURNAL_PATH);
      journal_work (&model, 1 + seed % 60);
      if (model.steps->len > 0)
        journal_check_living (&model);
      if (seed % 3 == 0)
        shorten (&model);
      model_clear (&model);
    }
}

/* Undo goes through a restart, and through several. */
static void
test_resume (JournalFixture *fixture,
             gconstpointer   data)
{
  Model *model = &fixture->model;

  journal_edit (model);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *file = amicus_journal_dup_file (model->journal);
      g_autoptr (AmicusJournalContents) contents = NULL;
      g_autoptr (GError) error = NULL;

      g_clear_pointer (&model->journal, amicus_journal_free);
      model->journal = amicus_journal_resume (fixture->folders, file, &contents, &error);
      g_assert_no_error (error);
      model_check (model, contents);
      journal_work (model, 10);
      journal_check_living (model);
    }
  journal_assert_n_files (fixture->folder, 1);
}

static void
test_nothing_to_keep (JournalFixture *fixture,
                      gconstpointer   data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (amicus_journal_sync (fixture->model.journal, &error));
  g_assert_no_error (error);
  journal_save (&fixture->model);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
}

static void
test_permissions (JournalFixture *fixture,
                  gconstpointer   data)
{
  g_autofree char *file = NULL;
  struct stat status;

  g_assert_cmpint (g_mkdir (fixture->folder, 0755), ==, 0);
  journal_edit (&fixture->model);
  file = amicus_journal_dup_file (fixture->model.journal);
  g_assert_cmpint (g_stat (file, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (fixture->folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
}

/* What is not a file of one's own is not opened, nor waited for. */
static void
test_not_a_file (JournalFixture *fixture,
                 gconstpointer   data)
{
  g_autofree char *pipe = g_build_filename (fixture->folder, "a.journal", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "b.journal", NULL);
  g_autofree char *file = NULL;
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (GError) error = NULL;

  journal_edit (&fixture->model);
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
test_two (JournalFixture *fixture,
          gconstpointer   data)
{
  Model second;
  g_autofree char *file = NULL;
  g_autoptr (AmicusJournalContents) contents = NULL;
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (GError) error = NULL;

  model_init (&second, 2, fixture->folders, JOURNAL_PATH);
  journal_edit (&fixture->model);
  journal_edit (&second);
  journal_assert_n_files (fixture->folder, 2);
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

  journal_edit (&second);
  model_clear (&second);
  orphans = amicus_journal_list_orphans (fixture->folders, JOURNAL_PATH);
  g_assert_cmpuint (orphans->len, ==, 1);
  contents = g_ptr_array_steal_index (orphans, 0);
  g_assert_cmpstr (contents->file, ==, file);
  g_assert_cmpstr (contents->history.path, ==, JOURNAL_PATH);
  g_assert_cmpuint (contents->history.n_unsaved, ==, 2);
  g_assert_cmpint (ABS (g_get_real_time () - contents->history.when), <, 60 * G_USEC_PER_SEC);
}

/* A person who does not want it does not see it again; but it is there. */
static void
test_discard (JournalFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *file = NULL;
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (GError) error = NULL;

  journal_edit (&fixture->model);
  file = amicus_journal_dup_file (fixture->model.journal);
  g_clear_pointer (&fixture->model.journal, amicus_journal_free);
  g_assert_true (amicus_journal_discard (file, &error));
  g_assert_no_error (error);
  orphans = amicus_journal_list_orphans (fixture->folders, NULL);
  g_assert_cmpuint (orphans->len, ==, 0);
  journal_assert_n_files (fixture->folder, 1);
}

/* After "save as" the journal is found by the new file. */
static void
test_save_as (JournalFixture *fixture,
              gconstpointer   data)
{
  guint8 hash[AMICUS_JOURNAL_HASH_SIZE];
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (GError) error = NULL;

  journal_edit (&fixture->model);
  amicus_journal_hash (model_get_text (&fixture->model), hash);
  amicus_journal_mark (fixture->model.journal);
  g_assert_true (amicus_journal_append_saved (fixture->model.journal, "/nowhere/b.gv", hash, &error));
  journal_edit (&fixture->model);
  g_clear_pointer (&fixture->model.journal, amicus_journal_free);

  orphans = amicus_journal_list_orphans (fixture->folders, JOURNAL_PATH);
  g_assert_cmpuint (orphans->len, ==, 0);
  g_clear_pointer (&orphans, g_ptr_array_unref);
  orphans = amicus_journal_list_orphans (fixture->folders, "/nowhere/b.gv");
  g_assert_cmpuint (orphans->len, ==, 1);
  g_assert_cmpuint (((AmicusJournalContents *) orphans->pdata[0])->history.n_unsaved, ==, 1);
}

/* Edits while a text is being saved are not saved. */
static void
test_save_meanwhile (JournalFixture *fixture,
                     gconstpointer   data)
{
  guint8 hash[AMICUS_JOURNAL_HASH_SIZE];
  g_autoptr (AmicusJournalContents) contents = NULL;
  g_autoptr (GError) error = NULL;

  journal_edit (&fixture->model);
  amicus_journal_mark (fixture->model.journal);
  amicus_journal_hash (model_get_text (&fixture->model), hash);
  journal_edit (&fixture->model);
  journal_edit (&fixture->model);
  g_assert_true (amicus_journal_append_saved (fixture->model.journal, JOURNAL_PATH, hash, &error));

  contents = journal_read_living (&fixture->model);
  g_assert_cmpint (contents->history.saved, ==, 1);
  g_assert_cmpuint (contents->history.n_unsaved, ==, 2);
  g_assert_cmpmem (contents->history.saved_hash, sizeof hash, hash, sizeof hash);
}

/* A step that leads to what was saved ends there: undo comes by the saved text. */
static void
test_join_saved (JournalFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (GPtrArray) patches = amicus_journal_patches_new ();
  AmicusPatch *patch = amicus_patch_new ();
  g_autoptr (AmicusJournalContents) contents = NULL;
  g_autoptr (GError) error = NULL;

  amicus_patch_add (patch, 0, 0, "y", 1);
  g_ptr_array_add (patches, patch);
  journal_edit (&fixture->model);
  journal_save (&fixture->model);
  for (guint i = 0; i < 3; i++)
    g_assert_true (amicus_journal_append (fixture->model.journal, AMICUS_JOURNAL_JOIN, "More", patches,
                                          &error));

  contents = journal_read_living (&fixture->model);
  g_assert_cmpint (contents->history.saved, ==, 1);
  g_assert_cmpuint (contents->history.steps->len, ==, 2);
}

#define ADD(name, test) \
  g_test_add ("/journal/" name, JournalFixture, NULL, journal_set_up, test, journal_tear_down)

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
  ADD ("join-saved", test_join_saved);

  return g_test_run ();
}
