/* SPDX-License-Identifier: GPL-3.0-or-later
 * Random edits, saves, reloads and restarts: undo, redo and the journal tell the same, byte for byte. */

#include "keeping-support.h"
#include "scribe.h"

#include <glib/gstdio.h>

#define N_SEQUENCES 2000
#define N_SEQUENCES_FULL 10000
#define MOST_STEPS 24

/* What every text was called, by its hash, when all is undone one after the other, and done again. */
static GPtrArray *
list_texts (AmicusDocument *document)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *again = g_ptr_array_new_with_free_func (g_free);

  while (amicus_document_redo (document))
    ;
  do
    g_ptr_array_add (texts, scribe_hash (document));
  while (amicus_document_undo (document));
  do
    g_ptr_array_insert (again, 0, scribe_hash (document));
  while (amicus_document_redo (document));

  g_assert_cmpuint (texts->len, ==, again->len);
  for (guint i = 0; i < texts->len; i++)
    g_assert_cmpstr (texts->pdata[i], ==, again->pdata[i]);
  g_ptr_array_unref (again);

  return texts;
}

/* The steps of @document, which then is where it was. */
static GPtrArray *
list_texts_and_return (AmicusDocument *document)
{
  guint n_undone = 0;
  GPtrArray *texts;

  while (amicus_document_redo (document))
    n_undone++;
  texts = list_texts (document);
  for (guint i = 0; i < n_undone; i++)
    g_assert_true (amicus_document_undo (document));

  return texts;
}

static void
write_theirs (Desk  *desk,
              GRand *rand)
{
  g_autofree char *text = g_strdup_printf ("digraph { n0 -> n1 [x=%d] }\n", g_rand_int_range (rand, 0, 9));

  desk_write (desk, text);
}

static char *
hash_file (Desk *desk)
{
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (desk->path, &data, &size, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, size);
}

/* The document is as it was when it is opened again, with all its steps. */
static void
restart (Desk     *desk,
         gboolean  crash)
{
  g_autoptr (GPtrArray) texts = list_texts_and_return (desk->document);
  g_autofree char *text = scribe_hash (desk->document);
  g_autofree char *file = hash_file (desk);
  gboolean is_saved = g_str_equal (text, file);
  g_autofree char *found = NULL;
  g_autoptr (GPtrArray) again = NULL;
  AmicusKept kept;

  if (crash)
    desk_crash (desk);
  kept = desk_open (desk);
  found = scribe_hash (desk->document);
  g_assert_cmpstr (text, ==, found);
  g_assert_cmpint (kept == AMICUS_KEPT_RECOVERED, !=, is_saved);
  g_assert_cmpint (amicus_document_is_modified (desk->document), !=, is_saved);

  again = list_texts_and_return (desk->document);
  g_assert_cmpuint (texts->len, ==, again->len);
  for (guint i = 0; i < texts->len; i++)
    g_assert_cmpstr (texts->pdata[i], ==, again->pdata[i]);
}

static void
do_something (Desk  *desk,
              GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 24))
    {
    case 0:
    case 1:
      g_assert_cmpint (desk_compare (desk), ==, AMICUS_FILE_SAME);
      desk_save_well (desk);
      break;
    case 2:
      write_theirs (desk, rand);
      g_assert_true (desk_reload (desk, NULL));
      break;
    case 3:
      amicus_document_revert (desk->document);
      break;
    case 4:
      restart (desk, TRUE);
      break;
    case 5:
      restart (desk, FALSE);
      break;
    default:
      scribe_step (desk->document, rand);
    }
}

static void
check_file (Desk *desk)
{
  g_autofree char *text = scribe_hash (desk->document);
  g_autofree char *file = NULL;

  desk_save_well (desk);
  g_assert_false (amicus_document_is_modified (desk->document));
  file = hash_file (desk);
  g_assert_cmpstr (text, ==, file);
}

static void
run_sequence (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_steps = (guint) g_rand_int_range (rand, 1, MOST_STEPS);
  Desk desk = { .n_edits = 0 };

  desk_set_up (&desk, NULL);
  desk_write (&desk, scribe_start);
  desk_open (&desk);
  for (guint i = 0; i < n_steps; i++)
    do_something (&desk, rand);

  while (amicus_document_undo (desk.document))
    ;
  desk_assert_text (&desk, scribe_start);
  check_file (&desk);
  desk_assert_n_left (&desk, 0);
  desk_tear_down (&desk, NULL);
}

static void
test_sequences (void)
{
  const char *only = g_getenv ("AMICUS_TEST_SEED");
  guint n = g_strcmp0 (g_getenv ("AMICUS_TEST_FULL"), "1") == 0 ? N_SEQUENCES_FULL : N_SEQUENCES;

  if (only != NULL)
    run_sequence ((guint32) g_ascii_strtoull (only, NULL, 10));
  for (guint seed = 0; only == NULL && seed < n; seed++)
    {
      g_test_message ("seed %u", seed);
      run_sequence (seed);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/keeping/sequences", test_sequences);

  return g_test_run ();
}
