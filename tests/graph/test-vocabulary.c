/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "graph/vocabulary.h"

#include <string.h>

static void
test_kinds (void)
{
  for (guint i = 0; i < AMICUS_N_KINDS; i++)
    {
      const char *word = amicus_kind_to_word ((AmicusKind) i);

      g_assert_cmpuint (amicus_kind_from_word (word), ==, i);
      g_assert_cmpstr (amicus_kind_name (word, "en"), !=, "");
    }

  g_assert_cmpint (amicus_kind_from_word (NULL), ==, AMICUS_KIND_UNKNOWN);
  g_assert_cmpint (amicus_kind_from_word (""), ==, AMICUS_KIND_UNKNOWN);
  g_assert_cmpint (amicus_kind_from_word ("Company"), ==, AMICUS_KIND_UNKNOWN);
  g_assert_cmpstr (amicus_kind_name ("ngo", "en"), ==, "NGO");
  g_assert_cmpstr (amicus_kind_name ("coalition", "en"), ==, "coalition");
  g_assert_cmpstr (amicus_kind_name ("spaceship", "en"), ==, "spaceship");
}

static void
test_relation_kinds (void)
{
  const char *const *words = amicus_relation_kind_words ();
  gboolean used[AMICUS_N_FAMILIES] = { FALSE };

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_assert_true (amicus_relation_kind_is_known (words[i]));
      g_assert_cmpstr (amicus_relation_kind_name (words[i], "en"), !=, "");
      used[amicus_family_from_word (words[i])] = TRUE;
    }
  for (guint i = 0; i < AMICUS_N_FAMILIES; i++)
    {
      g_assert_true (used[i]);
      g_assert_cmpstr (amicus_family_name ((AmicusFamily) i, "en"), !=, "");
    }

  g_assert_false (amicus_relation_kind_is_known (NULL));
  g_assert_false (amicus_relation_kind_is_known ("marries"));
  g_assert_cmpint (amicus_family_from_word (NULL), ==, AMICUS_FAMILY_NEUTRAL);
  g_assert_cmpint (amicus_family_from_word ("marries"), ==, AMICUS_FAMILY_NEUTRAL);
  g_assert_cmpint (amicus_family_from_word ("plaintiff"), ==, AMICUS_FAMILY_AGAINST);
  g_assert_cmpint (amicus_family_from_word ("owns"), ==, AMICUS_FAMILY_TRADE);
  g_assert_cmpstr (amicus_relation_kind_name ("marries", "en"), ==, "marries");
}

static void
test_statuses (void)
{
  static const char *const words[] = { "established", "alleged", "disputed", "denied", "possible" };
  AmicusStatus status;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_assert_true (amicus_status_from_word (words[i], &status));
      g_assert_cmpuint (status, ==, AMICUS_STATUS_ESTABLISHED + i);
      g_assert_cmpstr (amicus_status_name (status, "en"), ==, words[i]);
    }

  g_assert_true (amicus_status_from_word (NULL, &status));
  g_assert_cmpint (status, ==, AMICUS_STATUS_NOT_STATED);
  g_assert_true (amicus_status_from_word ("", &status));
  g_assert_cmpint (status, ==, AMICUS_STATUS_NOT_STATED);
  g_assert_false (amicus_status_from_word ("proven", &status));
  g_assert_cmpint (status, ==, AMICUS_STATUS_NOT_STATED);
}

/* The words between backquotes behind "| `kind` |" in the nth row that begins so. */
static char **
read_row (const char *manual,
          guint       nth)
{
  const char *row = manual;
  g_autofree char *line = NULL;
  g_auto (GStrv) parts = NULL;
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i <= nth; i++)
    {
      row = strstr (row + (i > 0), "| `kind` |");
      g_assert_nonnull (row);
    }
  line = g_strndup (row + strlen ("| `kind` |"), strcspn (row, "\n") - strlen ("| `kind` |"));
  parts = g_strsplit (line, "`", -1);
  for (guint i = 1; parts[i] != NULL && parts[i + 1] != NULL; i += 2)
    g_ptr_array_add (words, g_strdup (parts[i]));
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (words, FALSE);
}

/* The format's manual is the oracle. */
static void
test_manual (void)
{
  g_autofree char *beside = g_build_filename (g_getenv ("AMICUS_SOURCE_DIR") ? g_getenv ("AMICUS_SOURCE_DIR") : ".",
                                              "..", "shared", NULL);
  const char *shared = g_getenv ("AMICUS_SHARED");
  g_autofree char *path = g_build_filename (shared != NULL ? shared : beside, "VOCABULARY.md", NULL);
  g_autofree char *manual = NULL;
  g_auto (GStrv) kinds = NULL;
  g_auto (GStrv) relations = NULL;
  const char *const *words = amicus_relation_kind_words ();

  if (!g_file_get_contents (path, &manual, NULL, NULL))
    {
      g_test_skip ("VOCABULARY.md is not there");
      return;
    }

  kinds = read_row (manual, 0);
  g_assert_cmpuint (g_strv_length (kinds), ==, AMICUS_N_KINDS);
  for (guint i = 0; kinds[i] != NULL; i++)
    g_assert_cmpstr (amicus_kind_to_word (amicus_kind_from_word (kinds[i])), ==, kinds[i]);

  relations = read_row (manual, 1);
  for (guint i = 0; relations[i] != NULL; i++)
    g_assert_cmpstr (relations[i], ==, words[i]);
  g_assert_null (words[g_strv_length (relations)]);
}

static void
test_families (void)
{
  for (guint i = 0; i < AMICUS_N_FAMILIES; i++)
    g_assert_cmpuint (amicus_family_from_word (amicus_family_example (i)), ==, i);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vocabulary/kinds", test_kinds);
  g_test_add_func ("/vocabulary/relation-kinds", test_relation_kinds);
  g_test_add_func ("/vocabulary/statuses", test_statuses);
  g_test_add_func ("/vocabulary/families", test_families);
  g_test_add_func ("/vocabulary/manual", test_manual);

  return g_test_run ();
}
