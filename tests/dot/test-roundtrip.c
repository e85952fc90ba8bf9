/* SPDX-License-Identifier: GPL-3.0-or-later
 * Real files, and what becomes of them when bytes are changed, cut and mixed. */

#include "tests/dot/check.h"
#include "tests/dot/corpus.h"

#include <string.h>

#define MAX_MUTATED 20000

static void
check_bytes (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  check_any_bytes (data, size);
}

static void
test_files (void)
{
  g_autoptr (GPtrArray) files = load_dot_files ();

  if (files->len < 100)
    g_test_skip ("The corpus is not here: set AMICUS_SHARED");
  for (guint i = 0; i < files->len; i++)
    check_bytes (files->pdata[i]);
}

/* Every file has one graph that reads without an error, apart from those that were made to be wrong. */
static void
test_files_are_understood (void)
{
  g_autoptr (GPtrArray) files = load_dot_files ();
  guint n_wrong = 0;

  if (files->len < 100)
    g_test_skip ("The corpus is not here: set AMICUS_SHARED");
  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (files->pdata[i]);
      g_autofree char *diagnostics = list_diagnostics (syntax);

      n_wrong += strstr (diagnostics, " error: ") != NULL;
    }
  g_assert_cmpuint (n_wrong, <=, files->len / 20);
}

static void
flip_bytes (GRand *rand,
            GByteArray *bytes)
{
  for (gint n = g_rand_int_range (rand, 1, 5); n > 0 && bytes->len > 0; n--)
    bytes->data[g_rand_int_range (rand, 0, (gint) bytes->len)] = (guint8) g_rand_int_range (rand, 0, 256);
}

static void
put_mark (GRand *rand,
          GByteArray *bytes)
{
  static const char marks[] = "\"<>{}[];,:=+-\\\n/*# a1";

  if (bytes->len > 0)
    bytes->data[g_rand_int_range (rand, 0, (gint) bytes->len)] =
        (guint8) marks[g_rand_int_range (rand, 0, sizeof marks - 1)];
}

static void
cut (GRand *rand,
     GByteArray *bytes)
{
  guint from;

  if (bytes->len == 0)
    return;
  from = (guint) g_rand_int_range (rand, 0, (gint) bytes->len);
  g_byte_array_remove_range (bytes, from, (guint) g_rand_int_range (rand, 0, (gint) (bytes->len - from) + 1));
}

static void
splice (GRand *rand,
        GByteArray *bytes,
        GBytes *other)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (other, &size);
  guint from = (guint) g_rand_int_range (rand, 0, (gint) size + 1);

  cut (rand, bytes);
  g_byte_array_append (bytes, data + from, (guint) MIN (size - from, 2000));
}

static void
mutate (GRand *rand,
        GByteArray *bytes,
        GBytes *other)
{
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      flip_bytes (rand, bytes);
      break;
    case 1:
      put_mark (rand, bytes);
      break;
    case 2:
      cut (rand, bytes);
      break;
    default:
      splice (rand, bytes, other);
      break;
    }
}

static void
test_mutations (void)
{
  g_autoptr (GPtrArray) files = load_dot_files ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20201208);
  guint n_rounds = g_getenv ("AMICUS_TEST_FULL") != NULL ? 200000 : 4000;

  if (files->len == 0)
    {
      g_test_skip ("There are no files to change");
      return;
    }

  for (guint i = 0; i < n_rounds; i++)
    {
      GBytes *original = files->pdata[g_rand_int_range (rand, 0, (gint) files->len)];
      GBytes *other = files->pdata[g_rand_int_range (rand, 0, (gint) files->len)];
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, g_bytes_get_data (original, NULL),
                           (guint) MIN (g_bytes_get_size (original), MAX_MUTATED));
      for (gint n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        mutate (rand, bytes, other);
      check_any_bytes ((const char *) bytes->data, bytes->len);
    }
}

/* Any order of marks and words: far denser in errors than a damaged file. */
static void
test_random_marks (void)
{
  static const char *const words[] = {
    "a", "b1", "1", "-2.5", "1a", "\"q\"", "\"", "\"x\ny\"", "<h>", "<", ">", "{", "}", "[", "]", "->", "--",
    ";", ",", ":", "=", "+", "node", "edge", "graph", "subgraph", "strict", "digraph", "\n", " ", "/* c */",
    "/*", "*/", "// c\n", "# c\n", "\\", "\\\n", "@", "\xc3\xa9", "\xe9", "digraph {\n", "a -> b;\n",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (2019);
  guint n_rounds = g_getenv ("AMICUS_TEST_FULL") != NULL ? 2000000 : 40000;

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr (GString) text = g_string_new (i % 4 == 0 ? "" : "digraph {");

      for (gint n = g_rand_int_range (rand, 1, 40); n > 0; n--)
        g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      check_any_bytes (text->str, text->len);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dot/roundtrip/files", test_files);
  g_test_add_func ("/dot/roundtrip/files-are-understood", test_files_are_understood);
  g_test_add_func ("/dot/roundtrip/mutations", test_mutations);
  g_test_add_func ("/dot/roundtrip/random-marks", test_random_marks);

  return g_test_run ();
}
