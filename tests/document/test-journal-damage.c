/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is read from a journal that is not as it was written: some of the steps, from the first
 * on, or nothing; and what is damaged, and not just cut short, is kept. */

#include "document/journal-private.h"

#include "journal-support.h"

#include <glib/gstdio.h>
#include <string.h>

#define SEED 4
#define N_STEPS 12

/* A small journal; what a journal's text was after each record; and where each record ends. */
typedef struct
{
  char *folder;
  GBytes *bytes;
  GPtrArray *texts;
  GArray *ends;
} Fixture;

static void
unref_bytes (gpointer bytes)
{
  g_bytes_unref (bytes);
}

static void
note (Fixture     *fixture,
      const Model *model)
{
  g_autofree char *file = amicus_journal_dup_file (model->journal);
  GStatBuf status;
  gsize size;

  g_assert_cmpint (g_stat (file, &status), ==, 0);
  size = (gsize) status.st_size;
  g_array_append_val (fixture->ends, size);
  g_ptr_array_add (fixture->texts, g_bytes_ref (model_get_text (model)));
  g_clear_pointer (&fixture->bytes, g_bytes_unref);
  fixture->bytes = journal_load (file);
}

/* The first entry is where the base ends, before any step. */
static void
find_base (Fixture     *fixture,
           const Model *model)
{
  gsize size, place = 16;
  const guint8 *data = g_bytes_get_data (fixture->bytes, &size);
  AmicusRecord record;

  g_assert_cmpint (amicus_record_next (data, size, &place, &record), ==, AMICUS_RECORD_READ);
  g_assert_cmpint (amicus_record_next (data, size, &place, &record), ==, AMICUS_RECORD_READ);
  g_array_prepend_val (fixture->ends, place);
  g_ptr_array_insert (fixture->texts, 0, g_bytes_ref (model->texts->pdata[0]));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *folders[] = { NULL, NULL };
  Model model;
  g_autoptr (AmicusPatch) patch = amicus_patch_new ();
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  *fixture = (Fixture) { .folder = journal_make_folder () };
  fixture->texts = g_ptr_array_new_with_free_func (unref_bytes);
  fixture->ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  folders[0] = fixture->folder;
  model_init (&model, SEED, folders, "/nowhere/a.gv");
  amicus_patch_add (patch, 0, 0, "first", 5);
  g_assert_true (model_do (&model, patch, &error));
  note (fixture, &model);
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_assert_true (model_step (&model, &error));
      note (fixture, &model);
    }
  g_assert_true (model_save (&model, &error));
  note (fixture, &model);
  find_base (fixture, &model);
  model_clear (&model);

  files = journal_list_files (fixture->folder);
  for (guint i = 0; i < files->len; i++)
    g_assert_cmpint (g_remove (files->pdata[i]), ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->texts);
  g_array_unref (fixture->ends);
  g_bytes_unref (fixture->bytes);
  journal_remove_folder (fixture->folder);
}

/* How many of the entries end at @size or before. */
static guint
count_before (const Fixture *fixture,
              gsize          size)
{
  guint n = 0;

  while (n < fixture->ends->len && g_array_index (fixture->ends, gsize, n) <= size)
    n++;

  return n;
}

static void
assert_text (const Fixture               *fixture,
             const AmicusJournalContents *contents,
             guint                        n_entries)
{
  if (n_entries == 0)
    g_assert_null (contents);
  else
    g_assert_true (g_bytes_equal (contents->text, fixture->texts->pdata[n_entries - 1]));
}

/* Just the steps that are in it whole. */
static void
test_cut (Fixture       *fixture,
          gconstpointer  data)
{
  for (gsize size = 0; size <= g_bytes_get_size (fixture->bytes); size++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (fixture->bytes, 0, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (AmicusJournalContents) contents = amicus_journal_read_bytes (cut, &error);
      guint n = count_before (fixture, size);

      assert_text (fixture, contents, n);
      if (contents == NULL)
        g_assert_error (error, AMICUS_JOURNAL_ERROR, AMICUS_JOURNAL_ERROR_EMPTY);
      else
        g_assert_cmpint (contents->state, ==,
                         g_array_index (fixture->ends, gsize, n - 1) == size
                           ? AMICUS_JOURNAL_WHOLE : AMICUS_JOURNAL_TORN);
    }
}

/* Some file systems show zeros for what did not come to the disk. */
static void
test_zeros (Fixture       *fixture,
            gconstpointer  data)
{
  gsize whole = g_bytes_get_size (fixture->bytes);

  for (gsize size = g_array_index (fixture->ends, gsize, 0); size <= whole; size++)
    {
      guint8 *bytes = g_malloc0 (whole + 100);
      g_autoptr (GBytes) zeroed = g_bytes_new_take (bytes, whole + 100);
      g_autoptr (AmicusJournalContents) contents = NULL;
      guint n = count_before (fixture, size);

      memcpy (bytes, g_bytes_get_data (fixture->bytes, NULL), size);
      contents = amicus_journal_read_bytes (zeroed, NULL);
      /* If only zeros are missing, nothing is. */
      g_assert_true (g_bytes_equal (contents->text, fixture->texts->pdata[n - 1]) ||
                     g_bytes_equal (contents->text,
                                    fixture->texts->pdata[MIN (n, fixture->texts->len - 1)]));
      g_assert_cmpint (contents->state, !=, AMICUS_JOURNAL_WHOLE);
    }
}

static char *
write_file (const Fixture *fixture,
            const guint8  *bytes,
            gsize          size)
{
  char *file = g_build_filename (fixture->folder, "x.journal", NULL);

  g_assert_true (g_file_set_contents (file, (const char *) bytes, (gssize) size, NULL));
  return file;
}

static gboolean
exists (const char *file,
        const char *suffix)
{
  g_autofree char *name = g_strconcat (file, suffix, NULL);

  return g_file_test (name, G_FILE_TEST_EXISTS);
}

static void
assert_kept (const char   *file,
             const guint8 *bytes,
             gsize         size)
{
  g_autofree char *name = g_strconcat (file, ".damaged", NULL);
  g_autoptr (GBytes) kept = journal_load (name);

  g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept), bytes, size);
  g_assert_cmpint (g_remove (name), ==, 0);
}

/* One bit in each byte. What is read ends before the damage. A record that is the last and whose
 * payload alone is wrong looks as if it had not come to the disk; in all else the file is put
 * aside. */
static void
test_flip (Fixture       *fixture,
           gconstpointer  data)
{
  gsize size = g_bytes_get_size (fixture->bytes);
  gsize last = g_array_index (fixture->ends, gsize, fixture->ends->len - 2);
  guint8 *bytes = g_memdup2 (g_bytes_get_data (fixture->bytes, NULL), size);

  for (gsize i = 0; i < size; i++)
    {
      g_autofree char *file = NULL;
      g_autoptr (AmicusJournalContents) contents = NULL;
      g_autoptr (GError) error = NULL;

      bytes[i] ^= (guint8) (1 << i % 8);
      file = write_file (fixture, bytes, size);
      contents = amicus_journal_read (file, &error);
      assert_text (fixture, contents, count_before (fixture, i));
      if (i >= last + 32)
        g_assert_cmpint (contents->state, ==, AMICUS_JOURNAL_TORN);
      else
        assert_kept (file, bytes, size);
      if (contents == NULL)
        g_assert_error (error, AMICUS_JOURNAL_ERROR, AMICUS_JOURNAL_ERROR_EMPTY);
      bytes[i] ^= (guint8) (1 << i % 8);
    }
  g_free (bytes);
}

/* Each record is as it was written, but one is missing. */
static void
test_gap (Fixture       *fixture,
          gconstpointer  data)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (fixture->bytes, &size);

  for (guint i = 1; i + 1 < fixture->ends->len; i++)
    {
      gsize start = g_array_index (fixture->ends, gsize, i - 1);
      gsize end = g_array_index (fixture->ends, gsize, i);
      GByteArray *rest = g_byte_array_new ();
      g_autoptr (GBytes) gapped = NULL;
      g_autoptr (AmicusJournalContents) contents = NULL;

      g_byte_array_append (rest, bytes, (guint) start);
      g_byte_array_append (rest, bytes + end, (guint) (size - end));
      gapped = g_byte_array_free_to_bytes (rest);
      contents = amicus_journal_read_bytes (gapped, NULL);
      assert_text (fixture, contents, i);
      g_assert_cmpint (contents->state, ==, AMICUS_JOURNAL_DAMAGED);
    }
}

/* Any number of things wrong: only texts that were. */
static void
test_garbage (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  gsize size = g_bytes_get_size (fixture->bytes);

  for (guint i = 0; i < 3000; i++)
    {
      guint8 *bytes = g_memdup2 (g_bytes_get_data (fixture->bytes, NULL), size);
      gsize from = (gsize) g_rand_int_range (random, 0, (gint32) size);
      gsize to = (gsize) g_rand_int_range (random, 0, (gint32) size);
      gsize length = (gsize) g_rand_int_range (random, 0, (gint32) (size - MAX (from, to)));
      g_autoptr (GBytes) moved = NULL;
      g_autoptr (AmicusJournalContents) contents = NULL;
      guint n;

      memmove (bytes + to, bytes + from, length);
      moved = g_bytes_new_take (bytes, size);
      contents = amicus_journal_read_bytes (moved, NULL);
      n = contents != NULL ? count_before (fixture, contents->end) : 0;
      assert_text (fixture, contents, n);
    }
}

/* Of what is damaged, too, what could be read is offered, and goes on in a new file. */
static void
test_resume (Fixture       *fixture,
             gconstpointer  data)
{
  const char *folders[] = { fixture->folder, NULL };
  gsize size;
  const guint8 *good = g_bytes_get_data (fixture->bytes, &size);
  g_autofree guint8 *bytes = g_memdup2 (good, size);
  gsize place = g_array_index (fixture->ends, gsize, 5) + 2;
  g_autofree char *file = NULL;
  g_autofree char *resumed = NULL;
  g_autoptr (AmicusJournal) journal = NULL;
  g_autoptr (AmicusJournalContents) contents = NULL;
  g_autoptr (AmicusJournalContents) again = NULL;
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (GError) error = NULL;

  bytes[place] ^= 1;
  file = write_file (fixture, bytes, size);
  journal = amicus_journal_resume (folders, file, &contents, &error);
  g_assert_no_error (error);
  assert_text (fixture, contents, 6);
  g_assert_true (g_str_has_suffix (contents->file, ".damaged"));
  g_assert_false (exists (file, ""));
  resumed = amicus_journal_dup_file (journal);
  g_clear_pointer (&journal, amicus_journal_free);

  orphans = amicus_journal_list_orphans (folders, NULL);
  g_assert_cmpuint (orphans->len, ==, 1);
  again = amicus_journal_read (resumed, &error);
  g_assert_no_error (error);
  assert_text (fixture, again, 6);
  g_assert_cmpuint (again->history.steps->len, ==, contents->history.steps->len);
  assert_kept (file, bytes, size);
}

/* What a newer Amicus wrote is left to it. */
static void
test_version (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *file = NULL;
  g_autoptr (GError) error = NULL;
  guint32 checksum;

  g_byte_array_append (bytes, (const guint8 *) "AmicusJ\n\2\0\0\0", 12);
  checksum = GUINT32_TO_LE (amicus_crc32c (bytes->data, 12));
  g_byte_array_append (bytes, (const guint8 *) &checksum, 4);
  g_byte_array_append (bytes, (const guint8 *) "whatever it may be", 18);
  file = write_file (fixture, bytes->data, bytes->len);
  g_assert_null (amicus_journal_read (file, &error));
  g_assert_error (error, AMICUS_JOURNAL_ERROR, AMICUS_JOURNAL_ERROR_VERSION);
  g_assert_true (exists (file, ""));
}

/* A small file that asks for much: the time grows with the file alone. */
static void
test_amplify (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *much = g_strnfill (1 << 20, 'x');
  g_autoptr (GBytes) base = g_bytes_new_static (much, 1 << 20);
  g_autoptr (GPtrArray) patches = amicus_journal_patches_new ();
  AmicusPatch *patch = amicus_patch_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) journal = NULL;
  g_autoptr (AmicusJournalContents) contents = NULL;
  AmicusJournalHistory history;
  guint8 id[16] = { 0 };
  gint64 start;

  amicus_journal_history_init (&history, NULL, base);
  amicus_journal_put_history (bytes, &history, id, 1, 1000);
  amicus_journal_history_clear (&history);
  amicus_patch_add (patch, 0, 1 << 20, NULL, 0);
  g_ptr_array_add (patches, patch);
  for (guint64 i = 1002; i < 60000; i += 2)
    {
      amicus_journal_put_act (bytes, i - 1, 0, AMICUS_JOURNAL_DO, "x", patches);
      amicus_journal_put_act (bytes, i, 0, AMICUS_JOURNAL_UNDO, NULL, NULL);
    }

  start = g_get_monotonic_time ();
  journal = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  contents = amicus_journal_read_bytes (journal, NULL);
  g_assert_nonnull (contents);
  g_assert_cmpint (contents->state, ==, AMICUS_JOURNAL_WHOLE);
  g_assert_true (g_bytes_equal (contents->text, base));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

#define ADD(name, test) g_test_add ("/journal-damage/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("cut", test_cut);
  ADD ("zeros", test_zeros);
  ADD ("flip", test_flip);
  ADD ("gap", test_gap);
  ADD ("garbage", test_garbage);
  ADD ("resume", test_resume);
  ADD ("version", test_version);
  ADD ("amplify", test_amplify);

  return g_test_run ();
}
