/* SPDX-License-Identifier: GPL-3.0-or-later
 * Commands that let the graph have another shape: other ends, the same once more. */

#include "tests/document/writing.h"

static void
check_retarget (const char *text,
                const char *tail,
                const char *head,
                const char *expected)
{
  g_autoptr (AmicusDocument) document = open_text (text);
  g_autoptr (AmicusName) name = amicus_name_new_relation ("a", "b", NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (AmicusName) made = amicus_document_retarget (document, name, tail, head, &error);

  g_assert_no_error (error);
  g_assert_nonnull (made);
  g_assert_cmpstr (made->tail, ==, tail != NULL ? tail : "a");
  g_assert_cmpstr (made->head, ==, head != NULL ? head : "b");
  assert_text (document, expected);
  assert_undone (document, text);
}

static void
test_retarget (void)
{
  g_autoptr (AmicusDocument) document =
    open_text ("strict digraph { a [label=A]; c [label=C]; a -> b; a -> c; d }");
  g_autoptr (AmicusName) name = amicus_name_new_relation ("a", "b", NULL, 0);
  g_autoptr (AmicusName) made = NULL;

  check_retarget ("digraph { a; b; c; a -> b [x=1] }", NULL, "c", "digraph { a; b; c; a -> c [x=1] }");
  check_retarget ("digraph { a; b; c; a:n -> b:s [x=1] }", "c", NULL,
                  "digraph { a; b; c; c -> b:s [x=1] }");
  check_retarget ("digraph {\n  c;\n  a -> b [x=1]; // why\n}\n", NULL, "c",
                  "digraph {\n  c;\n  a -> c [x=1];\n  b; // why\n}\n");
  check_retarget ("digraph { c; x -> a -> b -> y [x=1] }", "c", NULL,
                  "digraph { c; x -> a [x=1]; c -> b [x=1]; b -> y [x=1] }");
  check_retarget ("digraph { a -> b [x=1]; edge [y=2]; c }", NULL, "c",
                  "digraph { a; b; edge [y=2]; c; a -> c [x=1, y=\"\"] }");
  check_retarget ("graph { a; b; c; b -- a }", "b", "c", "graph { a; b; c; b -- c }");

  made = amicus_document_retarget (document, name, NULL, "c", NULL);
  g_assert_null (made);
  made = amicus_document_retarget (document, name, NULL, "nobody", NULL);
  g_assert_null (made);
  made = amicus_document_retarget (document, name, "c", "d", NULL);
  g_assert_nonnull (made);
  assert_step (document, "Redirect: C to d");
}

static void
test_duplicate_entity (void)
{
  const char *text = "digraph {\n  node [color=red];\n  subgraph cluster_x {\n    node [x=1];\n"
                     "    a [label=<A>, pos=\"1,2!\"]; // a\n  }\n  a -> b [y=1];\n  a -> a;\n}\n";
  g_autoptr (AmicusDocument) document = open_text (text);
  g_autofree char *id = amicus_document_duplicate_entity (document, "a", FALSE, NULL);
  g_autofree char *other = NULL;

  g_assert_cmpstr (id, ==, "a_2");
  assert_step (document, "Duplicate A");
  assert_text (document, "digraph {\n  node [color=red];\n  subgraph cluster_x {\n    node [x=1];\n"
                         "    a [label=<A>, pos=\"1,2!\"]; // a\n"
                         "    a_2 [color=red, x=1, label=<A>];\n  }\n  a -> b [y=1];\n  a -> a;\n}\n");
  assert_undone (document, text);

  other = amicus_document_duplicate_entity (document, "a", TRUE, NULL);
  assert_text (document, "digraph {\n  node [color=red];\n  subgraph cluster_x {\n    node [x=1];\n"
                         "    a [label=<A>, pos=\"1,2!\"]; // a\n"
                         "    a_2 [color=red, x=1, label=<A>];\n  }\n  a -> b [y=1];\n  a -> a;\n"
                         "  a_2 -> b [y=1];\n  a_2 -> a_2;\n}\n");
  assert_undone (document, text);
}

/* A group that a relation goes to gets no member more by it. */
static void
test_duplicate_beside_a_relation (void)
{
  g_autoptr (AmicusDocument) document = open_text ("digraph { {a [x=1] b} -> c }");
  g_autofree char *id = amicus_document_duplicate_entity (document, "a", FALSE, NULL);

  assert_text (document, "digraph { {a [x=1] b} -> c; a_2 [x=1] }");
}

static void
test_duplicate_relation (void)
{
  g_autoptr (AmicusDocument) document = open_text ("digraph { a -> b -> c [kind=owns] }");
  g_autoptr (AmicusDocument) strict = open_text ("strict digraph { a -> b }");
  g_autoptr (AmicusName) name = amicus_name_new_relation ("a", "b", NULL, 0);
  g_autoptr (AmicusName) copy = amicus_document_duplicate_relation (document, name, NULL);
  g_autoptr (AmicusName) third = amicus_document_duplicate_relation (document, name, NULL);
  g_autoptr (AmicusName) refused = amicus_document_duplicate_relation (strict, name, NULL);

  g_assert_cmpstr (copy->key, ==, "2");
  g_assert_cmpstr (third->key, ==, "3");
  g_assert_null (refused);
  assert_text (document, "digraph { a -> b -> c [kind=owns]; a -> b [key=2, kind=owns]; "
                         "a -> b [key=3, kind=owns] }");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/commands/retarget", test_retarget);
  g_test_add_func ("/document/commands/duplicate-entity", test_duplicate_entity);
  g_test_add_func ("/document/commands/duplicate-beside-a-relation", test_duplicate_beside_a_relation);
  g_test_add_func ("/document/commands/duplicate-relation", test_duplicate_relation);

  return g_test_run ();
}
