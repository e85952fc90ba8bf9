/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/patch.h"

#include <string.h>

static GBytes *
text (const char *string)
{
  return g_bytes_new (string, strlen (string));
}

static void
assert_applied (const AmicusPatch *patch,
                const char        *before,
                const char        *after)
{
  g_autoptr (GBytes) old = text (before);
  g_autoptr (GBytes) expected = text (after);
  g_autoptr (GBytes) patched = amicus_patch_apply (patch, old);
  g_autoptr (AmicusPatch) inverse = amicus_patch_invert (patch, old);
  g_autoptr (GBytes) again = amicus_patch_apply (inverse, patched);

  g_assert_true (g_bytes_equal (patched, expected));
  g_assert_true (g_bytes_equal (again, old));
}

static void
test_changes (void)
{
  g_autoptr (AmicusPatch) patch = amicus_patch_new ();

  g_assert_true (amicus_patch_is_empty (patch));
  assert_applied (patch, "", "");
  amicus_patch_add (patch, 8, 3, "two", 3);
  amicus_patch_add (patch, 0, 1, "A", 1);
  amicus_patch_add (patch, 4, 0, "1", 1);
  amicus_patch_add (patch, 4, 0, "2", 1);
  amicus_patch_add (patch, 6, 0, NULL, 0);
  g_assert_false (amicus_patch_is_empty (patch));
  assert_applied (patch, "abcd efgXYZ", "Abcd12 efgtwo");
  g_assert_true (amicus_patch_fits (patch, 11));
  g_assert_false (amicus_patch_fits (patch, 10));
}

static GBytes *
random_text (guint most)
{
  guint length = (guint) g_test_rand_int_range (0, (gint32) most);
  GByteArray *bytes = g_byte_array_new ();

  for (guint i = 0; i < length; i++)
    {
      guint8 byte = (guint8) g_test_rand_int_range ('a', 'd');

      g_byte_array_append (bytes, &byte, 1);
    }
  return g_byte_array_free_to_bytes (bytes);
}

static AmicusPatch *
random_patch (gsize size)
{
  AmicusPatch *patch = amicus_patch_new ();
  gsize at = 0;

  while (at <= size && g_test_rand_int_range (0, 5) > 0)
    {
      g_autoptr (GBytes) inserted = random_text (6);
      gsize removed;

      at += (gsize) g_test_rand_int_range (0, 8);
      if (at > size)
        break;
      removed = (gsize) g_test_rand_int_range (0, (gint32) MIN (size - at + 1, 5));
      amicus_patch_add (patch, at, removed, g_bytes_get_data (inserted, NULL), g_bytes_get_size (inserted));
      at += removed;
    }
  return patch;
}

/* Applied by a second way, from the end to the start, it is the same; and it can be undone. */
static void
test_random (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GBytes) old = random_text (40);
      g_autoptr (AmicusPatch) patch = random_patch (g_bytes_get_size (old));
      g_autoptr (GBytes) patched = amicus_patch_apply (patch, old);
      g_autoptr (AmicusPatch) inverse = amicus_patch_invert (patch, old);
      g_autoptr (GBytes) again = amicus_patch_apply (inverse, patched);
      g_autoptr (GString) other = g_string_new_len (g_bytes_get_data (old, NULL), (gssize) g_bytes_get_size (old));
      guint n_changes;
      const AmicusChange *changes = amicus_patch_get_changes (patch, &n_changes);

      for (guint i = n_changes; i > 0; i--)
        {
          const AmicusChange *change = &changes[i - 1];

          g_string_erase (other, (gssize) change->offset, (gssize) change->removed);
          g_string_insert_len (other, (gssize) change->offset, g_bytes_get_data (change->inserted, NULL),
                               (gssize) g_bytes_get_size (change->inserted));
        }
      g_assert_cmpmem (other->str, other->len, g_bytes_get_data (patched, NULL), g_bytes_get_size (patched));
      g_assert_true (g_bytes_equal (again, old));
    }
}

static void
test_between (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GBytes) old = random_text (12);
      g_autoptr (GBytes) new = random_text (12);
      g_autoptr (AmicusPatch) patch = amicus_patch_between (old, new);
      g_autoptr (GBytes) patched = amicus_patch_apply (patch, old);

      g_assert_true (g_bytes_equal (patched, new));
      g_assert_cmpint (amicus_patch_is_empty (patch), ==, g_bytes_equal (old, new));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/patch/changes", test_changes);
  g_test_add_func ("/patch/random", test_random);
  g_test_add_func ("/patch/between", test_between);

  return g_test_run ();
}
