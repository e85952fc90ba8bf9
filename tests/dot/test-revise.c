/* SPDX-License-Identifier: GPL-3.0-or-later
 * A revised text is as if it had been read anew. */

#include "tests/document/author.h"
#include "tests/dot/alike.h"
#include "tests/dot/corpus.h"

#include <string.h>

#define N_PATCHES 12

/* How many patches were made, and how many did not need a new reading. */
typedef struct
{
  guint n_patches;
  guint n_revised;
} Tally;

static void
check (AmicusSyntax *revised,
       AmicusSyntax *before,
       AmicusSyntax *expected)
{
  g_autofree char *difference = compare_syntaxes (revised, expected);
  g_autofree char *joined = NULL;

  if (difference == NULL)
    {
      g_assert_true (g_bytes_equal (amicus_syntax_get_bytes (revised), amicus_syntax_get_bytes (expected)));
      joined = compare_syntaxes (revised, expected);
    }
  if (difference != NULL || joined != NULL)
    g_error ("%s\nbefore:\n%s\nafter:\n%s", difference != NULL ? difference : joined,
             (const char *) g_bytes_get_data (amicus_syntax_get_bytes (before), NULL),
             (const char *) g_bytes_get_data (amicus_syntax_get_bytes (expected), NULL));
}

/* Of what lies between statements that differ it is known where it has gone. */
static void
check_follow (AmicusSyntax *revised,
              AmicusSyntax *before)
{
  g_autoptr (GArray) statements = amicus_syntax_list_revised (revised, before);

  for (AmicusStatement i = 0; i < amicus_syntax_get_n_statements (before); i++)
    {
      gboolean differs = FALSE;

      for (guint j = 0; j < statements->len; j++)
        differs = differs || g_array_index (statements, AmicusStatement, j) == i;
      if (!differs)
        g_assert_cmpuint (amicus_syntax_follow (revised, before, amicus_syntax_get_start (before, i)), ==,
                          amicus_syntax_get_start (revised, i));
    }
}

/* With another syntax that is revised the same way and never brought together. What is broken stays
 * so: a patch that needs a new reading is seldom kept. */
static AmicusSyntax *
apply (Tally         *tally,
       GRand         *rand,
       AmicusSyntax  *syntax,
       AmicusSyntax **in_pieces,
       AmicusPatch   *patch)
{
  g_autoptr (GBytes) bytes = amicus_patch_apply (patch, amicus_syntax_get_bytes (syntax));
  g_autoptr (AmicusSyntax) expected = amicus_syntax_new (bytes);
  g_autoptr (AmicusSyntax) more = amicus_syntax_revise (*in_pieces, patch);
  AmicusSyntax *revised = amicus_syntax_revise (syntax, patch);

  g_assert_true ((more == NULL) == (revised == NULL));
  tally->n_patches++;
  if (revised == NULL && g_rand_int_range (rand, 0, 8) > 0)
    return amicus_syntax_ref (syntax);
  amicus_syntax_unref (*in_pieces);
  if (revised == NULL)
    {
      *in_pieces = amicus_syntax_ref (expected);
      return g_steal_pointer (&expected);
    }

  tally->n_revised++;
  g_assert_true (amicus_syntax_is_akin (revised, syntax));
  check (revised, syntax, expected);
  check_follow (revised, syntax);
  *in_pieces = g_steal_pointer (&more);

  return revised;
}

static void
try_file (Tally  *tally,
          GRand  *rand,
          GBytes *bytes)
{
  AmicusSyntax *syntax = amicus_syntax_new (bytes);
  AmicusSyntax *in_pieces = amicus_syntax_ref (syntax);

  for (guint i = 0; i < N_PATCHES; i++)
    {
      g_autoptr (AmicusPatch) patch = make_random_patch (rand, syntax);
      AmicusSyntax *next = apply (tally, rand, syntax, &in_pieces, patch);

      amicus_syntax_unref (syntax);
      syntax = next;
    }
  amicus_syntax_unref (syntax);
  amicus_syntax_unref (in_pieces);
}

static void
test_random_files (void)
{
  guint n_files = g_getenv ("AMICUS_TEST_FULL") != NULL ? 20000 : 1500;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  Tally tally = { 0, 0 };

  for (guint i = 0; i < n_files; i++)
    {
      char *text = write_random_file (rand);
      g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

      try_file (&tally, rand, bytes);
    }
  g_test_message ("%u of %u revised", tally.n_revised, tally.n_patches);
  g_assert_cmpuint (tally.n_revised, >, tally.n_patches / 4);
}

static void
test_corpus (void)
{
  g_autoptr (GPtrArray) files = load_dot_files ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  Tally tally = { 0, 0 };

  if (files->len < 100)
    g_test_skip ("The corpus is not here: set AMICUS_SHARED");
  for (guint i = 0; i < files->len; i++)
    if (g_bytes_get_size (files->pdata[i]) < 10000)
      try_file (&tally, rand, files->pdata[i]);
  g_test_message ("%u of %u revised", tally.n_revised, tally.n_patches);
}

static void
expect (const char *text,
        gsize       offset,
        gsize       removed,
        const char *inserted,
        gboolean    is_revised)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (bytes);
  g_autoptr (AmicusPatch) patch = amicus_patch_new ();
  g_autoptr (AmicusSyntax) revised = NULL;

  amicus_patch_add (patch, offset, removed, inserted, strlen (inserted));
  revised = amicus_syntax_revise (syntax, patch);
  g_assert_cmpint (revised != NULL, ==, is_revised);
}

/* What is plainly inside of a statement must not need a new reading; what is not, must. */
static void
test_what_is_revised (void)
{
  expect ("graph { a [x=1]; b }", 13, 1, "22", TRUE);
  expect ("graph { a [x=1]; b }", 14, 0, ", y=2", TRUE);
  expect ("graph { a; b }", 9, 0, " [x=1]", TRUE);
  expect ("graph { a -- b -- c }", 19, 0, " [x=1]", TRUE);
  expect ("graph { a [x=1] }", 9, 6, "", TRUE);
  expect ("graph { a [x=1] }", 8, 1, "b", FALSE);
  expect ("graph { a [x=1] }", 9, 0, " -- b", FALSE);
  expect ("graph { a [x=1] }", 14, 1, "", FALSE);
  expect ("graph { a [x=1] b }", 9, 7, "", FALSE);
  expect ("graph { a[x=1]b }", 9, 5, "", FALSE);
  expect ("graph { 12a [x=1] }", 10, 1, "\"a\"", FALSE);
  expect ("graph { a; b }", 9, 0, " /*", FALSE);
  expect ("graph { node [x=1] }", 16, 1, "2", FALSE);
  expect ("graph { a [x=1] ; ] }", 13, 1, "2", FALSE);
}

/* Many revisions, and many of the same statement, come to an end. */
static void
test_limits (void)
{
  g_autoptr (GString) text = g_string_new ("graph {");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AmicusSyntax) syntax = NULL;
  guint n_revised = 0;

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (text, " n%04u [x=1]", i);
  g_string_append (text, " }");
  bytes = g_bytes_new (text->str, text->len);
  syntax = amicus_syntax_new (bytes);
  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (AmicusPatch) patch = amicus_patch_new ();
      AmicusSyntax *revised;

      amicus_patch_add (patch, 7 + 12 * i + 10, 1, "2", 1);
      revised = amicus_syntax_revise (syntax, patch);
      if (revised == NULL)
        break;
      amicus_syntax_unref (syntax);
      syntax = revised;
      n_revised++;
    }
  g_assert_cmpuint (n_revised, >, 100);
  g_assert_cmpuint (n_revised, <, 2000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dot/revise/what-is-revised", test_what_is_revised);
  g_test_add_func ("/dot/revise/limits", test_limits);
  g_test_add_func ("/dot/revise/random-files", test_random_files);
  g_test_add_func ("/dot/revise/corpus", test_corpus);

  return g_test_run ();
}
