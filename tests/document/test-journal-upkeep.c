/* SPDX-License-Identifier: GPL-3.0-or-later
 * Journals that are written anew, elsewhere, or not any more. */

#include "document/journal.h"

#include "journal-support.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
test_compact (JournalFixture *fixture,
              gconstpointer   data)
{
  Model *model = &fixture->model;

  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (AmicusJournalContents) contents = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 40; j++)
        journal_edit (model);
      journal_save (model);
      g_assert_true (amicus_journal_compact (model->journal, 4000, &error));
      g_assert_no_error (error);
      contents = journal_read_living (model);
      model_check (model, contents);
      g_assert_cmpuint (contents->end, <, 4000 + g_bytes_get_size (contents->history.base) + 1000);
      journal_edit (model);
      journal_check_living (model);
    }
  journal_assert_n_files (fixture->folder, 1);
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
test_compact_meanwhile (JournalFixture *fixture,
                        gconstpointer   data)
{
  Model *model = &fixture->model;

  for (guint i = 0; i < 50; i++)
    {
      GThread *thread;

      for (guint j = 0; j < 30; j++)
        journal_edit (model);
      journal_save (model);
      thread = g_thread_new ("compact", compact_in_thread, model->journal);
      for (guint j = 0; j < 30; j++)
        journal_edit (model);
      g_thread_join (thread);
      journal_check_living (model);
    }
}

/* What the journal no longer knows cannot be undone there, but the text is right. */
static void
test_undo_beyond (JournalFixture *fixture,
                  gconstpointer   data)
{
  Model *model = &fixture->model;
  g_autoptr (AmicusJournalContents) contents = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100; i++)
    journal_edit (model);
  journal_save (model);
  g_assert_true (amicus_journal_compact (model->journal, 1000, &error));
  while (model->position > 0)
    g_assert_true (model_undo (model, &error));
  contents = journal_read_living (model);
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
test_elsewhere (JournalFixture *fixture,
                gconstpointer   data)
{
  Model *model = &fixture->model;
  AmicusJournalPlace place = AMICUS_JOURNAL_PLACE_FIRST;

  amicus_journal_set_moved (model->journal, set_place, &place);
  block (fixture->folder);
  journal_edit (model);
  unblock (fixture->folder);
  g_assert_cmpint (place, ==, AMICUS_JOURNAL_PLACE_OTHER);
  g_assert_cmpint (amicus_journal_get_place (model->journal), ==, AMICUS_JOURNAL_PLACE_OTHER);
  journal_work (model, 30);
  journal_check_living (model);
  journal_assert_n_files (fixture->other, 1);
}

/* Nowhere at first; once there is a place, everything is there. */
static void
test_nowhere (JournalFixture *fixture,
              gconstpointer   data)
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
  journal_edit (model);
  g_assert_cmpint (amicus_journal_get_place (model->journal), ==, AMICUS_JOURNAL_PLACE_FIRST);
  journal_check_living (model);
}

/* A journal from where a restart might end it goes on in the first folder. */
static void
test_back (JournalFixture *fixture,
           gconstpointer   data)
{
  Model *model = &fixture->model;
  g_autofree char *file = NULL;
  g_autoptr (AmicusJournalContents) contents = NULL;
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (GError) error = NULL;

  block (fixture->folder);
  journal_edit (model);
  unblock (fixture->folder);
  file = amicus_journal_dup_file (model->journal);
  g_clear_pointer (&model->journal, amicus_journal_free);
  model->journal = amicus_journal_resume (fixture->folders, file, &contents, &error);
  g_assert_no_error (error);
  journal_edit (model);
  journal_check_living (model);
  g_clear_pointer (&model->journal, amicus_journal_free);
  journal_assert_n_files (fixture->folder, 1);
  journal_assert_n_files (fixture->other, 1);
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
test_forget (JournalFixture *fixture,
             gconstpointer   data)
{
  Model *model = &fixture->model;
  g_autoptr (AmicusJournalContents) contents = NULL;
  g_autoptr (GError) error = NULL;

  journal_edit (model);
  journal_edit (model);
  g_assert_true (amicus_journal_forget (model->journal, &error));
  g_assert_no_error (error);
  journal_assert_n_files (fixture->folder, 1);
  contents = journal_read_living (model);
  g_assert_true (g_bytes_equal (contents->text, model_get_text (model)));
  g_assert_cmpuint (contents->history.steps->len, ==, 0);
  g_assert_cmpuint (contents->history.n_unsaved, >, 0);

  journal_save (model);
  g_assert_true (amicus_journal_forget (model->journal, &error));
  g_assert_no_error (error);
  journal_assert_n_files (fixture->folder, 0);
}

/* Earlier journals go, of this document alone, and not while it is open elsewhere. */
static void
test_forget_path (JournalFixture *fixture,
                  gconstpointer   data)
{
  Model closed, elsewhere;
  g_autofree char *file = NULL;
  g_autoptr (GError) error = NULL;

  journal_edit (&fixture->model);
  model_init (&closed, 2, fixture->folders, JOURNAL_PATH);
  journal_edit (&closed);
  file = amicus_journal_dup_file (closed.journal);
  model_clear (&closed);
  g_assert_true (amicus_journal_discard (file, &error));
  model_init (&elsewhere, 3, fixture->folders, "/nowhere/c.gv");
  journal_edit (&elsewhere);
  model_clear (&elsewhere);
  journal_assert_n_files (fixture->folder, 3);

  g_assert_true (amicus_journal_forget_path (fixture->folders, JOURNAL_PATH, &error));
  g_assert_no_error (error);
  journal_assert_n_files (fixture->folder, 2);
  journal_check_living (&fixture->model);
}

#define ADD(name, test) \
  g_test_add ("/journal-upkeep/" name, JournalFixture, NULL, journal_set_up, test, journal_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

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
