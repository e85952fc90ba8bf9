/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copied here, pasted there. */

#include "tests/document/writing.h"

#include <string.h>

static char *
copy (AmicusDocument *document,
      const char     *first,
      const char     *second)
{
  g_autoptr (AmicusName) a = amicus_name_new_entity (first);
  g_autoptr (AmicusName) b = amicus_name_new_entity (second);
  const AmicusName *const names[] = { a, b };

  return amicus_document_copy (document, names, G_N_ELEMENTS (names));
}

static void
test_copy (void)
{
  g_autoptr (AmicusDocument) document =
    open_text ("digraph { amicus=1; node [color=red]; a [label=<A>]; b [cites=\"s; p. 1\"]; c; "
               "a -> b [key=k]; a -> c; a -> b [cites=s]; subgraph sources { s [kind=source] } }");
  g_autoptr (AmicusName) relation = amicus_name_new_relation ("a", "c", NULL, 0);
  const AmicusName *const names[] = { relation };
  g_autofree char *text = copy (document, "a", "b");
  g_autofree char *ends = amicus_document_copy (document, names, 1);

  g_assert_cmpstr (text, ==,
                   "digraph {\n  amicus=1;\n  a [color=red, label=<A>];\n"
                   "  b [color=red, cites=\"s; p. 1\"];\n  a -> b [key=k];\n  a -> b [cites=s];\n"
                   "  subgraph sources {\n    s [color=red, kind=source];\n  }\n}\n");
  g_assert_cmpstr (ends, ==,
                   "digraph {\n  amicus=1;\n  a [color=red, label=<A>];\n  c [color=red];\n"
                   "  a -> c;\n}\n");
}

static void
check_paste (const char *text,
             const char *pasted,
             const char *ids,
             const char *expected)
{
  g_autoptr (AmicusDocument) document = open_text (text);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) list = amicus_document_paste (document, pasted, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = g_strjoinv (" ", list);
  g_assert_cmpstr (found, ==, ids);
  assert_text (document, expected);
}

static void
test_paste (void)
{
  check_paste ("digraph {\n  a;\n}\n", "digraph { b [x=1]; s [kind=source]; b -> a [y=2] }", "b s a",
               "digraph {\n  a;\n  b [x=1];\n  subgraph sources {\n    s [kind=source];\n  }\n"
               "  b -> a [y=2];\n}\n");
  check_paste ("digraph { node [x=1]; edge [y=1]; a }", "graph { b -- c [z=<h>] }", "b c",
               "digraph { node [x=1]; edge [y=1]; a; b [x=\"\"]; c [x=\"\"]; b -> c [z=<h>, y=\"\"] }");
}

/* The same is not told twice; what is another gets another ID, also where it is said to say something. */
static void
test_clashes (void)
{
  check_paste ("digraph { a [x=1]; a -> b }", "digraph { a [x=1] }", "a", "digraph { a [x=1]; a -> b }");
  check_paste ("digraph { a [x=1]; b; a -> b [y=1] }", "digraph { a [x=1]; b; a -> b [y=1] }", "a b",
               "digraph { a [x=1]; b; a -> b [y=1] }");
  check_paste ("digraph { a [x=1]; b }", "digraph { a [x=2]; a_2; a -> b [saidBy=a, cites=\"a; 1\"] }",
               "a_3 a_2 b",
               "digraph { a [x=1]; b; a_3 [x=2]; a_2; a_3 -> b [saidBy=a_3, cites=\"a_3; 1\"] }");
  check_paste ("digraph { a; b; a -> b [key=k, x=1] }", "digraph { a -> b [key=k, x=2] }", "a b",
               "digraph { a; b; a -> b [key=k, x=1]; a -> b [key=\"k 2\", x=2] }");
}

static void
check_refused (const char *text,
               const char *pasted,
               const char *message)
{
  g_autoptr (AmicusDocument) document = open_text (text);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) list = amicus_document_paste (document, pasted, &error);

  g_assert_null (list);
  g_assert_error (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, message));
  assert_text (document, text);
}

static void
test_refused (void)
{
  check_refused ("digraph { a }", "digraph { b;\n  c -> ; }", "line 2");
  check_refused ("digraph { a }", "Some words that somebody copied.", "line 1");
  check_refused ("digraph { a }", "", "no graph");
  check_refused ("strict digraph { a -> b }", "digraph { c; a -> b [x=1] }", "strict");
}

static void
test_step (void)
{
  const char *text = "digraph { a; b; a -> b }";
  g_autoptr (AmicusDocument) document = open_text (text);
  g_autoptr (AmicusDocument) other = open_text ("digraph {\n}\n");
  g_autofree char *copied = copy (document, "a", "b");
  g_auto (GStrv) ids = amicus_document_paste (other, copied, NULL);

  assert_step (other, "Paste 2 Entities");
  assert_text (other, "digraph {\n  a;\n  b;\n  a -> b;\n}\n");
  assert_undone (other, "digraph {\n}\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/commands/paste/copy", test_copy);
  g_test_add_func ("/document/commands/paste/paste", test_paste);
  g_test_add_func ("/document/commands/paste/clashes", test_clashes);
  g_test_add_func ("/document/commands/paste/refused", test_refused);
  g_test_add_func ("/document/commands/paste/step", test_step);

  return g_test_run ();
}
