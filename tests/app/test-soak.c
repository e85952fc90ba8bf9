/* SPDX-License-Identifier: GPL-3.0-or-later
 * Random edits in the real window, for some seconds, or with AMICUS_TEST_FULL for ten minutes: memory, descriptors and
 * threads stay as they were after the first quarter. */

#include "window-driver.h"

#include <malloc.h>

#include "document/commands.h"
#include "document/keeping.h"

#define EDITS_PER_ROUND 60

typedef struct
{
  guint64 memory; /* resident, in bytes */
  guint n_descriptors;
  guint n_threads;
} Use;

static guint
count_entries (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;

  return n;
}

static Use
measure_use (void)
{
  Use use = { 0, count_entries ("/proc/self/fd"), count_entries ("/proc/self/task") };
  g_autofree char *pages = NULL;
  g_auto (GStrv) words = NULL;

  malloc_trim (0);
  g_assert_true (g_file_get_contents ("/proc/self/statm", &pages, NULL, NULL));
  words = g_strsplit (pages, " ", 3);
  use.memory = g_ascii_strtoull (words[1], NULL, 10) * 4096;

  return use;
}

/* The ID of some entity; NULL if there is none. */
static const char *
choose (AmicusDocument *document)
{
  AmicusGraph *graph = amicus_document_get_graph (document);
  guint n = amicus_graph_get_n_entities (graph);

  return n > 0 ? amicus_graph_get_id (graph, AMICUS_ENTITY ((guint32) g_test_rand_int_range (0, (int) n))) : NULL;
}

static void
add (AmicusDocument *document)
{
  g_autofree char *id = g_strdup_printf ("soak%d", g_test_rand_int_range (0, 1000));
  AmicusValue values[] = { { "kind", "company" }, { "label", id } };

  amicus_document_add_entity (document, id, values, G_N_ELEMENTS (values), NULL);
}

static void
edit (AmicusDocument *document)
{
  g_autofree char *id = g_strdup (choose (document));
  g_autofree char *other = g_strdup (choose (document));
  g_autofree char *text = g_strdup_printf ("%d", g_test_rand_int_range (0, 1000000));
  AmicusValue kind = { "kind", "owns" };

  switch (id != NULL ? g_test_rand_int_range (0, 8) : 0)
    {
    case 0:
      add (document);
      break;
    case 1:
      amicus_document_remove_entity (document, id, NULL, NULL);
      break;
    case 2:
      amicus_document_connect (document, id, other, &kind, 1, NULL);
      break;
    case 3:
      amicus_document_pin (document, id, g_test_rand_int_range (0, 900), g_test_rand_int_range (0, 900), NULL);
      break;
    case 4:
      amicus_document_rename (document, id, text, NULL);
      break;
    case 5:
      amicus_document_undo (document);
      break;
    case 6:
      amicus_document_redo (document);
      break;
    default:
      {
        g_autoptr (AmicusName) name = amicus_name_new_entity (id);
        amicus_document_set_attribute (document, name, "description", text, NULL);
      }
    }
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (amicus_document_save_finish (AMICUS_DOCUMENT (source), result, &error), ==, AMICUS_SAVED);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* Edits, looks, saves, and forgets what was: else the history grows, as it should. */
static void
work (Driver *driver,
      const char *start)
{
  AmicusDocument *document = amicus_session_get_document (driver->session);
  g_autoptr (GError) error = NULL;
  gboolean saved = FALSE;

  for (guint i = 0; i < EDITS_PER_ROUND; i++)
    {
      const char *id;

      edit (document);
      id = choose (document);
      if (id != NULL && i % 5 == 0)
        amicus_session_select (driver->session, driver_entity (driver, id), AMICUS_SELECT_REPLACE);
      driver_turn ();
    }
  driver_settle (driver);
  amicus_document_save_async (document, NULL, AMICUS_SAVE_DEFAULT, NULL, saved_cb, &saved);
  WAIT_FOR (saved);
  while (amicus_document_undo (document))
    driver_turn ();
  g_assert_cmpmem (g_bytes_get_data (amicus_document_get_bytes (document), NULL),
                   g_bytes_get_size (amicus_document_get_bytes (document)), start, strlen (start));
  /* The window may be looking what the file holds. */
  while (!amicus_document_forget_history (document, &error))
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
      g_clear_error (&error);
      driver_turn ();
    }
  driver_settle (driver);
}

static void
test_soak (void)
{
  gboolean is_long = g_getenv ("AMICUS_TEST_FULL") != NULL;
  gint64 duration = (is_long ? 600 : 8) * G_USEC_PER_SEC;
  g_autofree char *source = g_build_filename (g_getenv ("AMICUS_SOURCE_DIR"), "data", "nso-2020.gv", NULL);
  g_autofree char *folder = g_dir_make_tmp ("amicus-soak-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "soak.gv", NULL);
  g_autofree char *start = NULL;
  Use before = { 0 }, after;
  gint64 begin;
  guint n_rounds = 0;
  Driver driver;

  if (!driver_has_display ())
    return;
  g_assert_true (g_file_get_contents (source, &start, NULL, NULL));
  g_assert_true (g_file_set_contents (path, start, -1, NULL));
  driver_start (&driver);
  driver_open (&driver, path);

  for (begin = g_get_monotonic_time (); g_get_monotonic_time () < begin + duration; n_rounds++)
    {
      work (&driver, start);
      if (before.memory == 0 && n_rounds > 0 && g_get_monotonic_time () > begin + duration / 4)
        before = measure_use ();
    }
  after = measure_use ();
  g_test_message ("%u edits; %" G_GUINT64_FORMAT " to %" G_GUINT64_FORMAT " KiB, %u to %u descriptors, %u to %u threads",
                  n_rounds * EDITS_PER_ROUND, before.memory / 1024, after.memory / 1024, before.n_descriptors,
                  after.n_descriptors, before.n_threads, after.n_threads);
  g_assert_cmpuint (n_rounds, >, 1);
  g_assert_cmpuint (after.memory, <, before.memory + 16 * 1024 * 1024);
  g_assert_cmpuint (after.n_descriptors, <=, before.n_descriptors + 4);
  g_assert_cmpuint (after.n_threads, <=, before.n_threads + 4);

  driver_stop (&driver);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/soak", test_soak);

  return g_test_run ();
}
