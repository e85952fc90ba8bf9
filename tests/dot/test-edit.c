/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dot/edit.h"

#include <string.h>

#include "tests/dot/check.h"

static AmicusSyntax *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return amicus_syntax_new (bytes);
}

/* The nth statement behind the graph, from 0, in the order of the file. */
static AmicusStatement
nth_statement (AmicusSyntax *syntax,
               guint         nth)
{
  AmicusStatement at = amicus_syntax_get_first_child (syntax, 0);

  do
    at = next_in_file (syntax, at);
  while (nth-- > 0);

  return at;
}

/* What the patch makes of the text; undone it is the old again. */
static char *
finish (AmicusPatch  *patch,
        AmicusSyntax *syntax)
{
  g_autoptr (GBytes) old = amicus_syntax_to_bytes (syntax);
  g_autoptr (GBytes) new = amicus_patch_apply (patch, old);
  g_autoptr (AmicusPatch) inverse = amicus_patch_invert (patch, old);
  g_autoptr (GBytes) back = amicus_patch_apply (inverse, new);
  gsize length;
  const char *text = g_bytes_get_data (new, &length);

  g_assert_true (g_bytes_equal (old, back));
  return g_strndup (text, length);
}

static void
check_set (const char *text,
           guint       nth,
           const char *name,
           const char *value,
           const char *expected)
{
  g_autoptr (AmicusSyntax) syntax = read_text (text);
  g_autoptr (AmicusPatch) patch = amicus_patch_new ();
  g_autofree char *result = NULL;

  amicus_edit_set (patch, syntax, nth_statement (syntax, nth), name, value);
  result = finish (patch, syntax);
  g_assert_cmpstr (result, ==, expected);
}

static void
test_value (void)
{
  check_set ("digraph { a [x=1, y=2]; }", 0, "x", "3", "digraph { a [x=3, y=2]; }");
  check_set ("digraph { a [x=\"1\", y=2]; }", 0, "x", "3", "digraph { a [x=\"3\", y=2]; }");
  check_set ("digraph { a [x=1][y=2] }", 0, "y", "a b", "digraph { a [x=1][y=\"a b\"] }");
  check_set ("digraph { a [x=1, x=2] }", 0, "x", "4", "digraph { a [x=1, x=4] }");
  check_set ("digraph { x = 1 }", 0, "x", "4", "digraph { x = 4 }");
  check_set ("digraph { a [x=<i>b] }", 0, "x", "4", "digraph { a [x=\"4\"b] }");
  check_set ("digraph { a -> b /* c */ [x=\"1\" + \"2\"] }", 0, "x", "q\"",
             "digraph { a -> b /* c */ [x=\"q\\\"\"] }");
  check_set ("digraph { node m=[x=1] }", 0, "x", "2", "digraph { node m=[x=2] }");
}

static void
test_new_setting (void)
{
  check_set ("digraph { a; }", 0, "x", "1", "digraph { a [x=1]; }");
  check_set ("digraph { a:p:n -> b:q }", 0, "x", "1", "digraph { a:p:n -> b:q [x=1] }");
  check_set ("digraph { a -> {b c}; d }", 0, "x", "1", "digraph { a -> {b c} [x=1]; d }");
  check_set ("digraph { a [] }", 0, "x", "1", "digraph { a [x=1] }");
  check_set ("digraph { a [y=1] }", 0, "x", "1", "digraph { a [y=1, x=1] }");
  check_set ("digraph { a [y=1 z=2] }", 0, "x", "1", "digraph { a [y=1 z=2 x=1] }");
  check_set ("digraph { a [y=1;z=2] }", 0, "x", "1", "digraph { a [y=1;z=2;x=1] }");
  check_set ("digraph { a [y=1,z=2,] }", 0, "x", "1", "digraph { a [y=1,z=2,x=1,] }");
  check_set ("digraph { a [y = \"1\"] }", 0, "x", "1", "digraph { a [y = \"1\", x = \"1\"] }");
  check_set ("digraph { a [y=1] [] }", 0, "x", "1", "digraph { a [y=1, x=1] [] }");
  check_set ("digraph { graph [y=1] }", 0, "x", "1", "digraph { graph [y=1, x=1] }");
  check_set ("digraph {\r\n  a [\r\n    y=1, // one\r\n    z=2  // two\r\n  ]\r\n}\r\n", 0, "x", "1",
             "digraph {\r\n  a [\r\n    y=1, // one\r\n    z=2,  // two\r\n    x=1\r\n  ]\r\n}\r\n");
  check_set ("digraph {\n  a [y=1,\n     z=2];\n}\n", 0, "x", "1",
             "digraph {\n  a [y=1,\n     z=2,\n     x=1];\n}\n");
  check_set ("digraph {\n  a [\n    y=1\n  ]\n}\n", 0, "x", "1",
             "digraph {\n  a [\n    y=1,\n    x=1\n  ]\n}\n");
}

static void
test_setting_gone (void)
{
  check_set ("digraph { a [x=1]; }", 0, "x", NULL, "digraph { a; }");
  check_set ("digraph { a[x=1]b }", 0, "x", NULL, "digraph { a b }");
  check_set ("digraph { a [x=1] [y=2] }", 0, "x", NULL, "digraph { a [y=2] }");
  check_set ("digraph { a [x=1, y=2] }", 0, "x", NULL, "digraph { a [y=2] }");
  check_set ("digraph { a [y=2, x=1] }", 0, "x", NULL, "digraph { a [y=2] }");
  check_set ("digraph { a [y=2; x=1;] }", 0, "x", NULL, "digraph { a [y=2;] }");
  check_set ("digraph { a [x=1, y=2, x=3, z=4, x=5] }", 0, "x", NULL, "digraph { a [y=2, z=4] }");
  check_set ("digraph { a [x=1 /* c */ ] }", 0, "x", NULL, "digraph { a [ /* c */ ] }");
  check_set ("digraph { a [y=1 /* c */, x=1] }", 0, "x", NULL, "digraph { a [y=1 /* c */ ] }");
  check_set ("digraph { a [y=r\"x\"=1 z=2] }", 0, "x", NULL, "digraph { a [y=r z=2] }");
  check_set ("digraph { a [\n    y=1,\n    x=2, // two\n    z=3\n  ] }", 0, "x", NULL,
             "digraph { a [\n    y=1,\n    z=3\n  ] }");
  check_set ("digraph {\n  node [x=1];\n  a\n}", 0, "x", NULL, "digraph {\n  a\n}");
  check_set ("digraph { x=1; a }", 0, "x", NULL, "digraph { a }");
}

static void
check_remove (const char *text,
              guint       nth,
              const char *expected)
{
  g_autoptr (AmicusSyntax) syntax = read_text (text);
  g_autoptr (AmicusPatch) patch = amicus_patch_new ();
  g_autofree char *result = NULL;

  amicus_edit_remove_statement (patch, syntax, nth_statement (syntax, nth));
  result = finish (patch, syntax);
  g_assert_cmpstr (result, ==, expected);
}

static void
test_remove_statement (void)
{
  check_remove ("digraph {\n  a;\n  b; // of b\n  c;\n}\n", 1, "digraph {\n  a;\n  c;\n}\n");
  check_remove ("digraph {\n\n  // all\n\n  // of a\n  /* and\n\n more */\n  a;\n  b;\n}\n", 0,
                "digraph {\n\n  // all\n\n  b;\n}\n");
  check_remove ("digraph { // head\n  a\n}\n", 0, "digraph { // head\n}\n");
  check_remove ("digraph {\n  a\n\n  b\n\n  c\n}\n", 1, "digraph {\n  a\n\n  c\n}\n");
  check_remove ("digraph { a; b; c }", 1, "digraph { a; c }");
  check_remove ("digraph { a; b; c }", 2, "digraph { a; b; }");
  check_remove ("digraph { a }", 0, "digraph { }");
  check_remove ("digraph { a\"b\"c }", 1, "digraph { a c }");
  check_remove ("digraph {\n  a; b; // of both\n}\n", 1, "digraph {\n  a; // of both\n}\n");
  check_remove ("digraph {\n  subgraph {\n    a;\n  }\n  b\n}\n", 0, "digraph {\n  b\n}\n");
  check_remove ("digraph { subgraph s b; {c} }", 1, "digraph { subgraph s ; {c} }");
}

static void
check_insert (gboolean    after,
              const char *text,
              guint       nth,
              const char *expected)
{
  g_autoptr (AmicusSyntax) syntax = read_text (text);
  g_autoptr (AmicusPatch) patch = amicus_patch_new ();
  g_autofree char *result = NULL;

  if (after)
    amicus_edit_insert_after (patch, syntax, nth_statement (syntax, nth), "n");
  else
    amicus_edit_insert_before (patch, syntax, nth_statement (syntax, nth), "n");
  result = finish (patch, syntax);
  g_assert_cmpstr (result, ==, expected);
}

static void
test_insert (void)
{
  check_insert (TRUE, "digraph {\n\ta;\n\tb\n}\n", 0, "digraph {\n\ta;\n\tn;\n\tb\n}\n");
  check_insert (TRUE, "digraph {\r\n  a // of a\r\n  b\r\n}\r\n", 0,
                "digraph {\r\n  a // of a\r\n  n\r\n  b\r\n}\r\n");
  check_insert (TRUE, "digraph { a b }", 0, "digraph { a; n; b }");
  check_insert (TRUE, "digraph { a }", 0, "digraph { a; n }");
  check_insert (TRUE, "digraph { a; }", 0, "digraph { a; n; }");
  check_insert (TRUE, "digraph {\n  a;\n  {\n    b\n  }\n}\n", 1,
                "digraph {\n  a;\n  {\n    b\n  }\n  n;\n}\n");
  check_insert (FALSE, "digraph {\n  // of a\n  a;\n}\n", 0,
                "digraph {\n  n;\n  // of a\n  a;\n}\n");
  check_insert (FALSE, "digraph { a b }", 1, "digraph { a n; b }");
}

static void
check_append (const char *text,
              const char *expected)
{
  g_autoptr (AmicusSyntax) syntax = read_text (text);
  g_autoptr (AmicusPatch) patch = amicus_patch_new ();
  g_autofree char *result = NULL;

  g_assert_true (amicus_edit_append (patch, syntax, amicus_syntax_get_first_child (syntax, 0), "n"));
  result = finish (patch, syntax);
  g_assert_cmpstr (result, ==, expected);
}

static void
test_append (void)
{
  check_append ("digraph {}", "digraph { n; }");
  check_append ("digraph { }", "digraph { n; }");
  check_append ("digraph {\n}\n", "digraph {\n  n;\n}\n");
  check_append ("digraph {\n  // c\n}\n", "digraph {\n  // c\n  n;\n}\n");
  check_append ("digraph { /* c */ }", "digraph { /* c */  n; }");
  check_append ("digraph {\n  a\n}\n", "digraph {\n  a\n  n\n}\n");
  check_append ("digraph {\n  a;}\n", "digraph {\n  a; n;}\n");
}

static void
test_remove_end (void)
{
  static const struct
  {
    const char *text;
    guint end;
    const char *expected;
  } cases[] = {
    { "digraph { a, b, c [x=1] }", 0, "digraph { b, c [x=1] }" },
    { "digraph { a, b, c [x=1] }", 1, "digraph { a, c [x=1] }" },
    { "digraph { a, b, c [x=1] }", 2, "digraph { a, b [x=1] }" },
    { "digraph { a, b:p/* c */, c }", 1, "digraph { a, c }" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AmicusSyntax) syntax = read_text (cases[i].text);
      g_autoptr (AmicusPatch) patch = amicus_patch_new ();
      g_autofree char *result = NULL;

      amicus_edit_remove_end (patch, syntax, nth_statement (syntax, 0), cases[i].end);
      result = finish (patch, syntax);
      g_assert_cmpstr (result, ==, cases[i].expected);
    }
}

static void
check_ends (const char         *text,
            const AmicusNewEnd *ends,
            guint               n_ends,
            const char         *expected)
{
  g_autoptr (AmicusSyntax) syntax = read_text (text);
  g_autoptr (AmicusPatch) patch = amicus_patch_new ();
  g_autofree char *result = NULL;

  amicus_edit_replace_ends (patch, syntax, nth_statement (syntax, 0), ends, n_ends);
  result = finish (patch, syntax);
  g_assert_cmpstr (result, ==, expected);
}

static void
test_replace_ends (void)
{
  const AmicusNewEnd split[] = { { 0, 0, 0 }, { 0, 1, 1 }, { 1, 0, 1 }, { 1, 1, 2 } };
  const AmicusNewEnd tail[] = { { 0, 0, 0 }, { 1, 0, 1 }, { 1, 1, 2 } };
  const AmicusNewEnd named[] = { { 0, 0, 0 }, { 1, 0, AMICUS_NO_END, "q r" }, { 1, 1, 1 } };
  const AmicusNewEnd mentions[] = { { 0, 0, 0 }, { 1, 0, 1 } };

  check_ends ("digraph {\n  a:p -> b:q -> c [x=1,\n    y=2];\n}\n", split, 4,
              "digraph {\n  a:p -> b:q [x=1,\n    y=2];\n  b:q -> c [x=1,\n    y=2];\n}\n");
  check_ends ("digraph { a->b->c }", split, 4, "digraph { a->b; b->c }");
  check_ends ("graph { a -- /* 1 */ b -- // 2\n c [x=1] }", split, 4,
              "graph { a -- /* 1 */ b [x=1]; b -- // 2\n c [x=1] }");
  check_ends ("graph { a -- /* 1 */ b -- c [x=1] }", tail, 3, "graph { /* 1 */ a; b -- c [x=1] }");
  check_ends ("digraph { {s t} -> c [x=1]; }", named, 3, "digraph { {s t}; \"q r\" -> c [x=1]; }");
  check_ends ("digraph { a:p -> c [x=1]; }", mentions, 2, "digraph { a; c; }");
  check_ends ("digraph { a -> c [x=1]; b }", NULL, 0, "digraph { b }");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dot/edit/value", test_value);
  g_test_add_func ("/dot/edit/new-setting", test_new_setting);
  g_test_add_func ("/dot/edit/setting-gone", test_setting_gone);
  g_test_add_func ("/dot/edit/remove-statement", test_remove_statement);
  g_test_add_func ("/dot/edit/insert", test_insert);
  g_test_add_func ("/dot/edit/append", test_append);
  g_test_add_func ("/dot/edit/remove-end", test_remove_end);
  g_test_add_func ("/dot/edit/replace-ends", test_replace_ends);

  return g_test_run ();
}
