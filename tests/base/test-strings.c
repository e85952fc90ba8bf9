/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/strings.h"

#include <string.h>
#include <time.h>

static void
test_empty (void)
{
  g_autoptr (AmicusStrings) strings = amicus_strings_new ();
  AmicusString found = 7;

  g_assert_cmpuint (amicus_strings_intern (strings, "", 0), ==, 0);
  g_assert_cmpuint (amicus_strings_intern (strings, NULL, 0), ==, 0);
  g_assert_true (amicus_strings_lookup (strings, "", 0, &found));
  g_assert_cmpuint (found, ==, 0);
  g_assert_cmpstr (amicus_strings_get (strings, 0), ==, "");
  g_assert_cmpuint (amicus_strings_length (strings, 0), ==, 0);
}

static void
test_equal_strings_have_equal_numbers (void)
{
  g_autoptr (AmicusStrings) strings = amicus_strings_new ();
  AmicusString first = amicus_strings_intern (strings, "Acme Ltd.", 4);
  AmicusString second = amicus_strings_intern (strings, "Acme Ltd.", 9);
  AmicusString found;

  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (second, ==, 2);
  g_assert_cmpuint (amicus_strings_intern (strings, "Acme", 4), ==, first);
  g_assert_cmpstr (amicus_strings_get (strings, first), ==, "Acme");
  g_assert_cmpuint (amicus_strings_length (strings, second), ==, 9);
  g_assert_true (amicus_strings_lookup (strings, "Acme Ltd.", 9, &found));
  g_assert_cmpuint (found, ==, second);
  g_assert_true (amicus_strings_lookup (strings, "Acme", 4, NULL));
  g_assert_false (amicus_strings_lookup (strings, "Acm", 3, &found));
}

/* A string is its bytes, zero bytes included. */
static void
test_zero_bytes (void)
{
  static const char bytes[] = "a\0b\0\0\0\0\0\0\0";
  g_autoptr (AmicusStrings) strings = amicus_strings_new ();

  for (gsize length = 1; length <= 10; length++)
    {
      AmicusString string = amicus_strings_intern (strings, bytes, length);

      g_assert_cmpuint (string, ==, length);
      g_assert_cmpmem (amicus_strings_get (strings, string), length, bytes, length);
      g_assert_cmpint (amicus_strings_get (strings, string)[length], ==, '\0');
    }
}

static void
test_addresses_stay (void)
{
  g_autoptr (AmicusStrings) strings = amicus_strings_new ();
  g_autoptr (GPtrArray) addresses = g_ptr_array_new ();
  g_autofree char *big = g_strnfill (300000, 'x');

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u%.*s", i, i % 100 == 0 ? 200000 : (int) (i % 50), big);
      AmicusString string = amicus_strings_intern (strings, text, strlen (text));

      g_assert_cmpuint (string, ==, i + 1);
      g_ptr_array_add (addresses, (gpointer) amicus_strings_get (strings, string));
    }
  for (guint i = 0; i < addresses->len; i++)
    {
      g_assert_true (amicus_strings_get (strings, i + 1) == addresses->pdata[i]);
      g_assert_cmpuint (g_ascii_strtoull (addresses->pdata[i], NULL, 10), ==, i);
    }
}

/* A pool that was made too small or too large, or was told of strings, answers like any other. */
static void
test_sizes_do_not_matter (void)
{
  static const guint sizes[] = { 0, 1, 192, 193, 1000, 50000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (AmicusStrings) strings = amicus_strings_new_sized (sizes[i]);

      for (guint j = 1; j <= 1000; j++)
        {
          g_autofree char *text = g_strdup_printf ("%u", j * 7919);

          amicus_strings_expect (strings, text, strlen (text));
          g_assert_false (amicus_strings_lookup (strings, text, strlen (text), NULL));
          g_assert_cmpuint (amicus_strings_intern (strings, text, strlen (text)), ==, j);
          g_assert_cmpuint (amicus_strings_intern (strings, text, strlen (text)), ==, j);
        }
    }
}

/* The same answers as GLib's hash table, whatever is asked. */
static void
test_like_a_hash_table (void)
{
  g_autoptr (AmicusStrings) strings = amicus_strings_new ();
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1905);

  for (guint i = 0; i < 200000; i++)
    {
      char *text = g_strdup_printf ("%s%d", i % 3 == 0 ? "a longer beginning " : "n",
                                    g_rand_int_range (rand, 0, 50000));
      gpointer expected;
      AmicusString found = 0;
      gboolean known = g_hash_table_lookup_extended (table, text, NULL, &expected);

      g_assert_true (amicus_strings_lookup (strings, text, strlen (text), &found) == known);
      if (known)
        g_assert_cmpuint (found, ==, GPOINTER_TO_UINT (expected));
      found = amicus_strings_intern (strings, text, strlen (text));
      g_hash_table_replace (table, text, GUINT_TO_POINTER (found));
      g_assert_cmpuint (found, <=, g_hash_table_size (table));
    }
}

#define N_PAIRS 14
#define PAIR 16

/* Seconds of processor time that it takes to intern all texts in which pairs of words differ in the
 * bits of @second: of the first word in the highest, of the second in @second. */
static double
time_variants (guint64 second)
{
  g_autoptr (AmicusStrings) strings = amicus_strings_new ();
  clock_t start = clock ();

  for (guint i = 0; i < 1u << N_PAIRS; i++)
    {
      guint64 words[N_PAIRS][2] = { { 0 } };

      for (guint j = 0; j < N_PAIRS; j++)
        if ((i >> j & 1) != 0)
          {
            words[j][0] = G_GUINT64_CONSTANT (1) << 63;
            words[j][1] = second;
          }
      g_assert_cmpuint (amicus_strings_intern (strings, (const char *) words, sizeof words), ==,
                        i + 1);
    }

  return (double) (clock () - start) / CLOCKS_PER_SEC;
}

/* A hash that multiplies and shifts, without keeping the upper half of the product, lets the second
 * word of each pair undo what the first did, whatever its key: then every text meets all others. */
static void
test_texts_made_to_collide (void)
{
  double harmless = 0;
  double worst = 0;

  for (guint shift = 26; shift <= 33; shift++)
    {
      guint64 undo = G_GUINT64_CONSTANT (1) << 63;

      harmless += time_variants (shift);
      worst = MAX (worst, time_variants (undo | undo >> shift));
    }
  g_assert_cmpfloat (worst, <, 10 * harmless / 8);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/strings/empty", test_empty);
  g_test_add_func ("/base/strings/sizes-do-not-matter", test_sizes_do_not_matter);
  g_test_add_func ("/base/strings/equal-strings", test_equal_strings_have_equal_numbers);
  g_test_add_func ("/base/strings/zero-bytes", test_zero_bytes);
  g_test_add_func ("/base/strings/addresses-stay", test_addresses_stay);
  g_test_add_func ("/base/strings/like-a-hash-table", test_like_a_hash_table);

  g_test_add_func ("/base/strings/texts-made-to-collide", test_texts_made_to_collide);

  return g_test_run ();
}
