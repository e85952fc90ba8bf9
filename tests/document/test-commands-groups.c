/* SPDX-License-Identifier: GPL-3.0-or-later
 * Into groups and out of them. */

#include "tests/document/writing.h"

/* Moves an entity to the group of an ID, or out of its groups. */
static void
check_move (const char *text,
            const char *id,
            const char *group,
            const char *expected)
{
  g_autoptr (AmicusDocument) document = open_text (text);
  AmicusGraph *graph = amicus_document_get_graph (document);
  g_autoptr (AmicusName) name =
    group == NULL ? NULL : amicus_name_new (graph, amicus_graph_find_group (graph, group));
  g_autoptr (GError) error = NULL;

  g_assert_true (amicus_document_move (document, id, name, &error));
  g_assert_no_error (error);
  assert_text (document, expected);
  assert_undone (document, text);
}

static void
test_move (void)
{
  check_move ("digraph {\n  a;\n  subgraph cluster_x {\n    label=X;\n    b [label=B]; // b\n  }\n  a -> b;\n}\n",
              "b", NULL,
              "digraph {\n  a;\n  b [label=B];\n  subgraph cluster_x {\n    label=X;\n  }\n  a -> b;\n}\n");
  check_move ("digraph { subgraph cluster_x { a [x=1] } subgraph cluster_y { } }", "a", "cluster_y",
              "digraph { subgraph cluster_x { } subgraph cluster_y { a [x=1]; } }");
  check_move ("digraph { a [label=A]; subgraph cluster_x { b } }", "a", "cluster_x",
              "digraph { a [label=A]; subgraph cluster_x { b; a } }");
}

/* What the place gave stays; relations that were told in the group are told outside. */
static void
test_scopes (void)
{
  check_move ("digraph { subgraph cluster_x { node [x=1]; edge [y=2]; a -> b -> c } }", "b", NULL,
              "digraph { subgraph cluster_x { node [x=1]; edge [y=2]; a; c }; b [x=1]; a -> b [y=2]; "
              "b -> c [y=2] }");
  check_move ("digraph { subgraph s { subgraph cluster_x { a; b } } }", "a", NULL,
              "digraph { subgraph s { subgraph cluster_x { b }; a } }");
}

static void
test_refused (void)
{
  g_autoptr (AmicusDocument) document = open_text ("digraph { a -> subgraph cluster_x { b }; c }");
  AmicusGraph *graph = amicus_document_get_graph (document);
  g_autoptr (AmicusName) group = amicus_name_new (graph, AMICUS_GROUP (0));
  g_autoptr (GError) error = NULL;

  g_assert_false (amicus_document_move (document, "c", group, &error));
  g_assert_error (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_REFUSED);
  g_assert_false (amicus_document_is_modified (document));
}

static void
test_group (void)
{
  const char *text = "digraph {\n  a;\n  b [label=B];\n  a -> b;\n}\n";
  const char *const ids[] = { "a", "b", "nobody" };
  g_autoptr (AmicusDocument) document = open_text (text);
  g_autoptr (AmicusName) group = amicus_document_group (document, ids, 2, "The \"five\"", NULL);
  g_autoptr (AmicusName) refused = NULL;

  g_assert_cmpstr (group->id, ==, "cluster_the_five");
  assert_step (document, "Group 2 Entities");
  assert_text (document, "digraph {\n  a;\n  b [label=B];\n  subgraph cluster_the_five {\n"
                         "    label=\"The \\\"five\\\"\";\n    a;\n    b;\n  }\n  a -> b;\n}\n");
  refused = amicus_document_group (document, ids, 3, "More", NULL);
  g_assert_null (refused);
  g_assert_true (amicus_document_ungroup (document, group, NULL));
  assert_text (document, "digraph {\n  a;\n  b [label=B];\n    a;\n    b;\n  a -> b;\n}\n");
  g_assert_true (amicus_document_undo (document));
  assert_undone (document, text);
}

static void
check_ungroup (const char *text,
               const char *expected)
{
  g_autoptr (AmicusDocument) document = open_text (text);
  g_autoptr (AmicusName) group =
    amicus_name_new (amicus_document_get_graph (document), AMICUS_GROUP (0));
  g_autoptr (GError) error = NULL;
  gboolean done = amicus_document_ungroup (document, group, &error);

  assert_text (document, expected != NULL ? expected : text);
  g_assert_true (done == (expected != NULL));
}

static void
test_ungroup (void)
{
  check_ungroup ("digraph { subgraph cluster_x { label=X; graph [kind=sector]; a -> b } c }",
                 "digraph { a -> b c }");
  check_ungroup ("digraph { subgraph cluster_x { label=X; node [y=1]; a } c }",
                 "digraph { { node [y=1]; a } c }");
  check_ungroup ("digraph { c -> subgraph cluster_x { label=X; a } }", "digraph { c -> { a } }");
  check_ungroup ("digraph { c -> subgraph cluster_x { label=X; a }; subgraph cluster_x -> d }", NULL);
  check_ungroup ("digraph { subgraph cluster_x { subgraph cluster_y { a } } }",
                 "digraph { subgraph cluster_y { a } }");
  check_ungroup ("digraph { subgraph cluster_x { label=X } }", "digraph { }");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/commands/groups/move", test_move);
  g_test_add_func ("/document/commands/groups/scopes", test_scopes);
  g_test_add_func ("/document/commands/groups/refused", test_refused);
  g_test_add_func ("/document/commands/groups/group", test_group);
  g_test_add_func ("/document/commands/groups/ungroup", test_ungroup);

  return g_test_run ();
}
