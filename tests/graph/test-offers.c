/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "graph/offers.h"

/* Whatever the two are, every kind can be chosen, and is offered once. */
static void
test_all_once (void)
{
  const char * const *all = amicus_relation_kind_words ();
  guint n_all = g_strv_length ((char **) all);

  for (guint tail = 0; tail < AMICUS_N_KINDS; tail++)
    for (guint head = 0; head < AMICUS_N_KINDS; head++)
      {
        guint n_likely;
        g_autoptr (GPtrArray) words = amicus_offer_relation_kinds (tail, head, &n_likely);
        g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

        for (guint i = 0; i < words->len; i++)
          {
            g_assert_true (g_hash_table_add (seen, words->pdata[i]));
            g_assert_true (amicus_relation_kind_is_known (words->pdata[i]));
          }
        g_assert_cmpuint (words->len, ==, n_all);
        g_assert_cmpuint (n_likely, >, 0);
        g_assert_cmpuint (n_likely, <, n_all);
      }
}

static gboolean
is_likely (AmicusKind  tail,
           AmicusKind  head,
           const char *word)
{
  guint n_likely;
  g_autoptr (GPtrArray) words = amicus_offer_relation_kinds (tail, head, &n_likely);
  guint index;

  g_assert_true (g_ptr_array_find_with_equal_func (words, word, g_str_equal, &index));

  return index < n_likely;
}

static void
test_likely (void)
{
  g_assert_true (is_likely (AMICUS_KIND_PERSON, AMICUS_KIND_COMPANY, "founded"));
  g_assert_true (is_likely (AMICUS_KIND_COMPANY, AMICUS_KIND_LITIGATION, "plaintiff"));
  g_assert_true (is_likely (AMICUS_KIND_LAB, AMICUS_KIND_VULNERABILITY, "researches"));
  g_assert_true (is_likely (AMICUS_KIND_GOVERNMENT, AMICUS_KIND_COMPANY, "sanctions"));
  g_assert_true (is_likely (AMICUS_KIND_UNKNOWN, AMICUS_KIND_UNKNOWN, "related"));
  g_assert_false (is_likely (AMICUS_KIND_PERSON, AMICUS_KIND_COMPANY, "plaintiff"));
  g_assert_false (is_likely (AMICUS_KIND_UNKNOWN, AMICUS_KIND_UNKNOWN, "owns"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/offers/all-once", test_all_once);
  g_test_add_func ("/offers/likely", test_likely);

  return g_test_run ();
}
