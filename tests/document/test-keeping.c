/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "keeping-support.h"

#include "journal-support.h"

#include <glib/gstdio.h>

#define ONE "digraph {\n  a [x=1]\n}\n"
#define TWO "digraph {\n  a [x=2]\n}\n"

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              gpointer    data)
{
  guint *n = data;

  (*n)++;
}

static void
test_save (Desk          *desk,
           gconstpointer  data)
{
  guint n = 0;

  g_assert_cmpint (desk_open (desk), ==, AMICUS_KEPT_NEW);
  g_signal_connect (desk->document, "notify::modified", G_CALLBACK (count_notify), &n);
  g_assert_false (amicus_document_is_modified (desk->document));
  desk_edit (desk, "1");
  g_assert_true (amicus_document_is_modified (desk->document));
  g_assert_cmpuint (n, ==, 1);
  desk_assert_file (desk, DESK_TEXT);

  desk_save_well (desk);
  desk_assert_file (desk, ONE);
  g_assert_false (amicus_document_is_modified (desk->document));
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (desk_compare (desk), ==, AMICUS_FILE_SAME);

  g_assert_true (amicus_document_undo (desk->document));
  g_assert_true (amicus_document_is_modified (desk->document));
  g_assert_true (amicus_document_redo (desk->document));
  g_assert_false (amicus_document_is_modified (desk->document));
  desk_assert_n_left (desk, 0);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  guint *n = data;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (amicus_document_save_finish (AMICUS_DOCUMENT (source), result, &error), ==,
                   AMICUS_SAVED);
  g_assert_no_error (error);
  (*n)++;
}

/* What is edited while a save is under way is not in it. */
static void
test_edit_while_saving (Desk          *desk,
                        gconstpointer  data)
{
  guint n = 0;

  desk_open (desk);
  desk_edit (desk, "1");
  amicus_document_save_async (desk->document, NULL, AMICUS_SAVE_DEFAULT, NULL, saved_cb, &n);
  desk_edit (desk, "2");
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  desk_assert_file (desk, ONE);
  g_assert_true (amicus_document_is_modified (desk->document));

  /* Two at once, and a look at the file: one after the other. */
  amicus_document_save_async (desk->document, NULL, AMICUS_SAVE_DEFAULT, NULL, saved_cb, &n);
  g_assert_true (amicus_document_undo (desk->document));
  amicus_document_save_async (desk->document, NULL, AMICUS_SAVE_DEFAULT, NULL, saved_cb, &n);
  g_assert_cmpint (desk_compare (desk), ==, AMICUS_FILE_SAME);
  g_assert_cmpuint (n, ==, 3);
  desk_assert_file (desk, ONE);
  g_assert_false (amicus_document_is_modified (desk->document));
}

static void
test_save_as (Desk          *desk,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (desk->top, "b.gv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  desk_open (desk);
  desk_edit (desk, "1");
  g_assert_cmpint (desk_save (desk, file, AMICUS_SAVE_COPY, &error), ==, AMICUS_SAVED);
  g_assert_true (amicus_document_is_modified (desk->document));
  g_assert_true (g_file_equal (amicus_document_get_file (desk->document), desk->file));

  /* It is there now, and is not written over by mistake. */
  g_assert_cmpint (desk_save (desk, file, AMICUS_SAVE_DEFAULT, &error), ==, AMICUS_NOT_SAVED);
  g_assert_error (error, AMICUS_SAVE_ERROR, (int) AMICUS_SAVE_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_cmpint (desk_save (desk, file, AMICUS_SAVE_OVERWRITE, &error), ==, AMICUS_SAVED);
  g_assert_false (amicus_document_is_modified (desk->document));
  g_assert_true (g_file_equal (amicus_document_get_file (desk->document), file));
  g_assert_cmpstr (amicus_document_get_name (desk->document), ==, "b.gv");
  desk_assert_file (desk, DESK_TEXT);

  /* The journal went with it. */
  g_set_object (&desk->file, file);
  g_assert_cmpint (desk_open (desk), ==, AMICUS_KEPT_RESUMED);
  g_assert_true (amicus_document_undo (desk->document));
  desk_assert_text (desk, DESK_TEXT);
  g_unlink (path);
}

/* A new document gets a file, and keeps what was done before. */
static void
test_first_save (Desk          *desk,
                 gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (DESK_TEXT, strlen (DESK_TEXT));

  g_unlink (desk->path);
  desk->document = amicus_document_new_for_bytes (NULL, bytes, NULL);
  desk_keep (desk, desk->document);
  desk_edit (desk, "1");
  g_assert_cmpint (desk_save (desk, desk->file, AMICUS_SAVE_DEFAULT, NULL), ==, AMICUS_SAVED);
  g_assert_false (amicus_document_is_modified (desk->document));
  desk_edit (desk, "2");
  desk_crash (desk);

  g_assert_cmpint (desk_open (desk), ==, AMICUS_KEPT_RECOVERED);
  desk_assert_text (desk, TWO);
  g_assert_true (amicus_document_undo (desk->document));
  g_assert_false (amicus_document_is_modified (desk->document));
  g_assert_true (amicus_document_undo (desk->document));
  desk_assert_text (desk, DESK_TEXT);
}

static void
test_nowhere (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("graph {}", 8);
  g_autoptr (GFile) remote = g_file_new_for_uri ("https://example.org/a.gv");
  Desk desk = { .document = amicus_document_new_for_bytes (NULL, bytes, NULL) };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (desk_save (&desk, NULL, AMICUS_SAVE_DEFAULT, &error), ==, AMICUS_NOT_SAVED);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME);
  g_clear_error (&error);
  g_assert_cmpint (desk_save (&desk, remote, AMICUS_SAVE_DEFAULT, &error), ==, AMICUS_NOT_SAVED);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_cmpint (desk_compare (&desk), ==, AMICUS_FILE_GONE);
  desk_close (&desk);
}

/* Undo goes through a restart. */
static void
test_resume (Desk          *desk,
             gconstpointer  data)
{
  desk_open (desk);
  desk_edit (desk, "1");
  desk_edit (desk, "2");
  g_assert_true (amicus_document_undo (desk->document));
  desk_save_well (desk);

  g_assert_cmpint (desk_open (desk), ==, AMICUS_KEPT_RESUMED);
  g_assert_false (amicus_document_is_modified (desk->document));
  desk_assert_text (desk, ONE);
  g_assert_true (amicus_document_redo (desk->document));
  desk_assert_text (desk, TWO);
  g_assert_true (amicus_document_is_modified (desk->document));
  g_assert_true (amicus_document_undo (desk->document));
  g_assert_true (amicus_document_undo (desk->document));
  desk_assert_text (desk, DESK_TEXT);
  g_assert_false (amicus_document_undo (desk->document));
  g_assert_true (amicus_document_redo (desk->document));
  g_assert_false (amicus_document_is_modified (desk->document));
}

/* Whoever only reads leaves nothing. */
static void
test_no_trace (Desk          *desk,
               gconstpointer  data)
{
  desk_open (desk);
  journal_assert_n_files (desk->state, 1);
  desk_close (desk);
  journal_assert_n_files (desk->state, 0);
}

static void
test_recover (Desk          *desk,
              gconstpointer  data)
{
  desk_open (desk);
  desk_edit (desk, "1");
  desk_save_well (desk);
  desk_edit (desk, "2");
  desk_crash (desk);
  desk_assert_n_left (desk, 1);

  g_assert_cmpint (desk_open (desk), ==, AMICUS_KEPT_RECOVERED);
  g_assert_cmpuint (desk->n_edits, ==, 1);
  desk_assert_text (desk, TWO);
  g_assert_true (amicus_document_is_modified (desk->document));
  g_assert_cmpint (desk_compare (desk), ==, AMICUS_FILE_SAME);
  g_assert_true (amicus_document_undo (desk->document));
  g_assert_false (amicus_document_is_modified (desk->document));
  g_assert_true (amicus_document_redo (desk->document));
  desk_save_well (desk);
  desk_assert_file (desk, TWO);
  desk_close (desk);
  desk_assert_n_left (desk, 0);
}

/* The file was changed after the crash: both are there, and nothing is written over. */
static void
test_recover_changed (Desk          *desk,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  desk_open (desk);
  desk_edit (desk, "1");
  desk_crash (desk);
  desk_write (desk, "digraph { theirs }\n");

  g_assert_cmpint (desk_open (desk), ==, AMICUS_KEPT_RECOVERED);
  desk_assert_text (desk, ONE);
  g_assert_cmpint (desk_compare (desk), ==, AMICUS_FILE_CHANGED);
  g_assert_cmpint (desk_save (desk, NULL, AMICUS_SAVE_DEFAULT, &error), ==, AMICUS_NOT_SAVED);
  g_assert_error (error, AMICUS_SAVE_ERROR, (int) AMICUS_SAVE_ERROR_CHANGED);
  desk_assert_file (desk, "digraph { theirs }\n");

  g_assert_true (desk_reload (desk, NULL));
  desk_assert_text (desk, "digraph { theirs }\n");
  g_assert_false (amicus_document_is_modified (desk->document));
  g_assert_true (amicus_document_undo (desk->document));
  desk_assert_text (desk, ONE);
  g_assert_true (amicus_document_is_modified (desk->document));
  desk_save_well (desk);
  desk_assert_file (desk, ONE);
}

static void
test_changed_while_closed (Desk          *desk,
                           gconstpointer  data)
{
  desk_open (desk);
  desk_edit (desk, "1");
  desk_save_well (desk);
  desk_close (desk);
  desk_write (desk, "digraph { theirs }\n");

  g_assert_cmpint (desk_open (desk), ==, AMICUS_KEPT_RESUMED);
  desk_assert_text (desk, "digraph { theirs }\n");
  g_assert_false (amicus_document_is_modified (desk->document));
  g_assert_true (amicus_document_undo (desk->document));
  desk_assert_text (desk, ONE);
  g_assert_true (amicus_document_undo (desk->document));
  desk_assert_text (desk, DESK_TEXT);
}

/* A save that had to write over the file is killed in the middle: then the file is neither old nor
 * new, and saving mends it. */
static void
test_half_saved (Desk          *desk,
                 gconstpointer  data)
{
  desk_open (desk);
  desk_edit (desk, "1");
  /* This begins to save, and finds that it may not. */
  desk_write (desk, "digraph { theirs }\n");
  g_assert_cmpint (desk_save (desk, NULL, AMICUS_SAVE_DEFAULT, NULL), ==, AMICUS_NOT_SAVED);
  desk_crash (desk);

  /* The new content up to [x, the old from there. */
  desk_write (desk, "digraph {\n  a [x\n");
  g_assert_cmpint (desk_open (desk), ==, AMICUS_KEPT_RECOVERED);
  g_assert_cmpint (desk_compare (desk), ==, AMICUS_FILE_CHANGED);
  desk_write (desk, "digraph {\n  a }\n");
  g_assert_cmpint (desk_compare (desk), ==, AMICUS_FILE_HALF_SAVED);
  desk_write (desk, "digraph {\n  a [x=1]\n");
  g_assert_cmpint (desk_compare (desk), ==, AMICUS_FILE_HALF_SAVED);
  desk_save_well (desk);
  desk_assert_file (desk, ONE);
}

/* A save was killed before its end could be kept: what the file holds is ours. */
static void
test_save_not_ended (Desk          *desk,
                     gconstpointer  data)
{
  desk_open (desk);
  desk_edit (desk, "1");
  desk_write (desk, "digraph { theirs }\n");
  g_assert_cmpint (desk_save (desk, NULL, AMICUS_SAVE_DEFAULT, NULL), ==, AMICUS_NOT_SAVED);
  desk_edit (desk, "2");
  desk_crash (desk);

  desk_write (desk, ONE);
  g_assert_cmpint (desk_open (desk), ==, AMICUS_KEPT_RECOVERED);
  g_assert_cmpuint (desk->n_edits, ==, 1);
  g_assert_cmpint (desk_compare (desk), ==, AMICUS_FILE_SAME);
  g_assert_true (amicus_document_undo (desk->document));
  g_assert_false (amicus_document_is_modified (desk->document));
  desk_assert_text (desk, ONE);
}

static void
test_reload (Desk          *desk,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  desk_open (desk);
  desk_edit (desk, "1");
  desk_write (desk, TWO);
  g_assert_cmpint (desk_compare (desk), ==, AMICUS_FILE_CHANGED);
  g_assert_true (desk_reload (desk, &error));
  g_assert_no_error (error);
  desk_assert_text (desk, TWO);
  g_assert_false (amicus_document_is_modified (desk->document));
  g_assert_cmpint (desk_compare (desk), ==, AMICUS_FILE_SAME);

  /* Also what has errors; but not what is no graph. */
  desk_write (desk, "digraph { a -> ; b }");
  g_assert_true (desk_reload (desk, &error));
  desk_write (desk, "no graph at all");
  g_assert_false (desk_reload (desk, &error));
  g_assert_error (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_NO_GRAPH);
  desk_assert_text (desk, "digraph { a -> ; b }");
  g_clear_error (&error);
  g_unlink (desk->path);
  g_assert_cmpint (desk_compare (desk), ==, AMICUS_FILE_GONE);
  g_assert_false (desk_reload (desk, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  desk_crash (desk);

  /* The steps are in the journal. */
  desk_write (desk, "digraph { a -> ; b }");
  g_assert_cmpint (desk_open (desk), ==, AMICUS_KEPT_RESUMED);
  g_assert_true (amicus_document_undo (desk->document));
  desk_assert_text (desk, TWO);
  g_assert_true (amicus_document_undo (desk->document));
  desk_assert_text (desk, ONE);
}

static void
test_revert (Desk          *desk,
             gconstpointer  data)
{
  desk_open (desk);
  desk_edit (desk, "1");
  desk_save_well (desk);
  desk_edit (desk, "2");
  amicus_document_revert (desk->document);
  desk_assert_text (desk, ONE);
  g_assert_false (amicus_document_is_modified (desk->document));
  g_assert_true (amicus_document_undo (desk->document));
  desk_assert_text (desk, TWO);
  g_assert_true (amicus_document_is_modified (desk->document));
  g_assert_true (amicus_document_redo (desk->document));
  g_assert_false (amicus_document_is_modified (desk->document));
  desk_crash (desk);
  desk_assert_n_left (desk, 0);
}

/* Nobody edits without a journal, also where the first one is taken. */
static void
test_elsewhere (Desk          *desk,
                gconstpointer  data)
{
  AmicusDocument *first;

  desk_open (desk);
  desk_edit (desk, "1");
  first = g_steal_pointer (&desk->document);
  g_assert_cmpint (desk_open (desk), ==, AMICUS_KEPT_ELSEWHERE);
  desk_assert_text (desk, DESK_TEXT);
  desk_edit (desk, "2");
  desk_close (desk);
  desk_assert_n_left (desk, 1);

  /* Only what is not open any more can be had. */
  g_assert_cmpint (desk_open (desk), ==, AMICUS_KEPT_ELSEWHERE);
  desk_close (desk);
  g_object_unref (first);
  desk_assert_n_left (desk, 2);
}

static void
test_edit_at_once (Desk          *desk,
                   gconstpointer  data)
{
  desk->document = desk_open_file (desk);
  amicus_document_keep_async (desk->document, desk->folders, NULL, NULL, NULL);
  desk_edit (desk, "1");
  desk_edit (desk, "2");
  desk_crash (desk);
  g_assert_cmpint (desk_open (desk), ==, AMICUS_KEPT_RECOVERED);
  desk_assert_text (desk, TWO);
  g_assert_cmpuint (desk->n_edits, ==, 2);
}

static void
test_let_go (Desk          *desk,
             gconstpointer  data)
{
  desk_open (desk);
  desk_edit (desk, "1");
  amicus_document_let_go (desk->document);
  desk_close (desk);
  desk_assert_n_left (desk, 0);

  /* As easy to take back as anything. */
  g_assert_cmpint (desk_open (desk), ==, AMICUS_KEPT_RESUMED);
  desk_assert_text (desk, DESK_TEXT);
  g_assert_true (amicus_document_undo (desk->document));
  desk_assert_text (desk, ONE);
  amicus_document_let_go (desk->document);
  desk_edit (desk, "2");
  desk_close (desk);
  desk_assert_n_left (desk, 1);
}

static void
test_forget (Desk          *desk,
             gconstpointer  data)
{
  desk_open (desk);
  desk_edit (desk, "1");
  desk_save_well (desk);
  desk_edit (desk, "2");
  g_assert_true (amicus_document_forget_history (desk->document, NULL));
  g_assert_null (amicus_document_get_undo_name (desk->document));
  g_assert_true (amicus_document_is_modified (desk->document));
  desk_assert_text (desk, TWO);
  desk_crash (desk);

  g_assert_cmpint (desk_open (desk), ==, AMICUS_KEPT_RECOVERED);
  desk_assert_text (desk, TWO);
  g_assert_null (amicus_document_get_undo_name (desk->document));
  desk_save_well (desk);
  g_assert_true (amicus_document_forget_history (desk->document, NULL));
  desk_close (desk);
  journal_assert_n_files (desk->state, 0);
}

/* A document that has no file, or whose file is gone, is opened from its journal. */
static void
test_left (Desk          *desk,
           gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (DESK_TEXT, strlen (DESK_TEXT));
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;

  desk->document = amicus_document_new_for_bytes (NULL, bytes, NULL);
  g_assert_cmpint (desk_keep (desk, desk->document), ==, AMICUS_KEPT_NEW);
  desk_edit (desk, "1");
  desk_close (desk);

  left = amicus_document_list_left (desk->folders);
  g_assert_cmpuint (left->len, ==, 1);
  desk->document = desk_recover (desk, ((AmicusJournalContents *) left->pdata[0])->file, &error);
  g_assert_no_error (error);
  desk_assert_text (desk, ONE);
  g_assert_true (amicus_document_is_modified (desk->document));
  g_assert_null (amicus_document_get_file (desk->document));
  g_assert_true (amicus_document_undo (desk->document));
  g_assert_false (amicus_document_is_modified (desk->document));
  desk_close (desk);
  journal_assert_n_files (desk->state, 0);
}

static void
test_left_gone (Desk          *desk,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;

  desk_open (desk);
  desk_edit (desk, "1");
  desk_crash (desk);
  g_unlink (desk->path);

  left = amicus_document_list_left (desk->folders);
  desk->document = desk_recover (desk, ((AmicusJournalContents *) left->pdata[0])->file, &error);
  g_assert_no_error (error);
  desk_assert_text (desk, ONE);
  g_assert_cmpint (desk_compare (desk), ==, AMICUS_FILE_GONE);
  g_assert_cmpint (desk_save (desk, NULL, AMICUS_SAVE_DEFAULT, &error), ==, AMICUS_NOT_SAVED);
  g_assert_error (error, AMICUS_SAVE_ERROR, (int) AMICUS_SAVE_ERROR_GONE);
  g_clear_error (&error);
  g_assert_cmpint (desk_save (desk, NULL, AMICUS_SAVE_OVERWRITE, &error), ==, AMICUS_SAVED);
  desk_assert_file (desk, ONE);
}

/* No folder to keep anything in: the person must be told. */
static void
test_no_place (Desk          *desk,
               gconstpointer  data)
{
  guint n = 0;

  g_assert_true (g_file_set_contents (desk->state, "", 0, NULL));
  desk->document = desk_open_file (desk);
  g_signal_connect_swapped (desk->document, "kept-changed", G_CALLBACK (g_atomic_int_inc), &n);
  desk_keep (desk, desk->document);
  g_assert_cmpint (amicus_document_get_place (desk->document), ==, AMICUS_JOURNAL_PLACE_NONE);
  g_assert_cmpuint (n, ==, 1);

  g_unlink (desk->state);
  desk_edit (desk, "1");
  g_assert_cmpint (amicus_document_get_place (desk->document), ==, AMICUS_JOURNAL_PLACE_FIRST);
  while (n == 1)
    g_main_context_iteration (NULL, TRUE);
  desk_crash (desk);
  g_assert_cmpint (desk_open (desk), ==, AMICUS_KEPT_RECOVERED);
  desk_assert_text (desk, ONE);
}

/* Who closes a document without unsaved edits may lose its undo in the end; nobody loses edits. */
static void
test_tidy (Desk          *desk,
           gconstpointer  data)
{
  const guint n_clean = 5;

  desk_open (desk);
  desk_edit (desk, "0");
  desk_close (desk);
  for (guint i = 0; i < n_clean; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.gv", desk->top, i);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_assert_cmpint (desk_open (desk), ==, AMICUS_KEPT_RECOVERED);
      desk_edit (desk, "1");
      g_assert_cmpint (desk_save (desk, file, AMICUS_SAVE_DEFAULT, NULL), ==, AMICUS_SAVED);
      desk_close (desk);
      g_unlink (path);
      desk->document = desk_open_file (desk);
      desk_keep (desk, desk->document);
      desk_edit (desk, "0");
      desk_close (desk);
    }
  journal_assert_n_files (desk->state, n_clean + 1);
  amicus_journal_tidy (desk->folders, n_clean + 1, G_MAXSIZE);
  journal_assert_n_files (desk->state, n_clean + 1);
  amicus_journal_tidy (desk->folders, n_clean - 1, G_MAXSIZE);
  journal_assert_n_files (desk->state, n_clean - 1);
  amicus_journal_tidy (desk->folders, n_clean, 1);
  journal_assert_n_files (desk->state, 1);
  desk_assert_n_left (desk, 1);
}

#define ADD(name, func) g_test_add ("/keeping/" name, Desk, NULL, desk_set_up, func, desk_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("save", test_save);
  ADD ("edit-while-saving", test_edit_while_saving);
  ADD ("save-as", test_save_as);
  ADD ("first-save", test_first_save);
  g_test_add_func ("/keeping/nowhere", test_nowhere);
  ADD ("resume", test_resume);
  ADD ("no-trace", test_no_trace);
  ADD ("recover", test_recover);
  ADD ("recover-changed", test_recover_changed);
  ADD ("changed-while-closed", test_changed_while_closed);
  ADD ("half-saved", test_half_saved);
  ADD ("save-not-ended", test_save_not_ended);
  ADD ("reload", test_reload);
  ADD ("revert", test_revert);
  ADD ("elsewhere", test_elsewhere);
  ADD ("edit-at-once", test_edit_at_once);
  ADD ("let-go", test_let_go);
  ADD ("forget", test_forget);
  ADD ("left", test_left);
  ADD ("left-gone", test_left_gone);
  ADD ("no-place", test_no_place);
  ADD ("tidy", test_tidy);

  return g_test_run ();
}
