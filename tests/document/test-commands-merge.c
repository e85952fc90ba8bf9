/* SPDX-License-Identifier: GPL-3.0-or-later
 * Two entities that are one. */

#include "tests/document/writing.h"

/* Merges `b` into `a`. */
static void
check_merge (const char *text,
             const char *expected)
{
  g_autoptr (AmicusDocument) document = open_text (text);
  g_autoptr (GError) error = NULL;

  g_assert_true (amicus_document_merge (document, "a", "b", NULL, &error));
  g_assert_no_error (error);
  assert_text (document, expected);
  assert_undone (document, text);
}

static void
test_attributes (void)
{
  check_merge ("digraph { a [kind=company]; b }", "digraph { a [kind=company]; }");
  check_merge ("digraph {\n  a [label=A, country=IL];\n  // the other\n  b [label=\"B C\", country=US, lei=1];\n}\n",
               "digraph {\n  a [label=A, country=IL, alias=\"B C\", lei=1];\n}\n");
  check_merge ("digraph { a [label=A, label_fr=AF, alias=\"X\\nB\"]; b [label=B, label_fr=BF, alias=\"Y\\nX\"] }",
               "digraph { a [label=A, label_fr=AF, alias=\"X\\nB\\nBF\\nY\"]; }");
  check_merge ("digraph { a [label=A]; b }", "digraph { a [label=A, alias=b]; }");
  check_merge ("digraph { a; b [label=B] }", "digraph { a [label=B]; }");
  check_merge ("digraph { a [cites=\"s; 1\"]; b [cites=\"t\\ns; 1\"] }", "digraph { a [cites=\"s; 1\\nt\"]; }");
}

static void
test_relations (void)
{
  check_merge ("digraph { a; b; b -> c [x=1]; d -> b:p -> e }", "digraph { a; a -> c [x=1]; d -> a:p -> e }");
  check_merge ("digraph { a -> b; b -> c }", "digraph { a; a -> c }");
  check_merge ("digraph { a -> b [kind=owns, cites=s] }", "digraph { a -> a [kind=owns, cites=s] }");
  check_merge ("digraph { {a b} -> c }", "digraph { {a}; a -> c; a -> c }");
  check_merge ("digraph { a -> c [key=k, saidBy=x]; b -> c [key=k, saidBy=y, date=2020] }",
               "digraph { a -> c [key=k, saidBy=\"x\\ny\", date=2020]; }");
  check_merge ("strict digraph { a; b; a -> c [cites=s]; b -> c [cites=t] }",
               "strict digraph { a; a -> c [cites=\"s\\nt\"]; }");
}

static void
test_lists (void)
{
  check_merge ("digraph { a; b; c -> d [saidBy=\"b\\na\", cites=\"b; p. 1; b\\nb; p. 2\\na; p. 2\"] }",
               "digraph { a; c -> d [saidBy=\"a\", cites=\"a; p. 1; b\\na; p. 2\"] }");
}

static void
test_groups (void)
{
  check_merge ("digraph {\n  a [label=A];\n  subgraph cluster_x {\n    entity=b;\n    b [label=B];\n    c;\n  }\n}\n",
               "digraph {\n  a [label=A, alias=B];\n  subgraph cluster_x {\n    entity=a;\n    a;\n    c;\n  }\n}\n");
  check_merge ("digraph { subgraph cluster_x { a; b } }", "digraph { subgraph cluster_x { a; } }");
  check_merge ("digraph { a; b, c [x=1] }", "digraph { a [x=1]; c [x=1] }");
  check_merge ("digraph { node [x=1]; a; node [x=2]; b [y=1] }", "digraph { node [x=1]; a [y=1]; node [x=2]; }");
}

static void
test_counts (void)
{
  g_autoptr (AmicusDocument) document =
    open_text ("digraph { a [label=NSO]; b [label=\"NSO Group\"]; a -> b; b -> c [key=1]; a -> c [key=1]; "
               "b -> d; c -> d [saidBy=b] }");
  AmicusMerger merger;

  g_assert_false (amicus_document_merge (document, "a", "a", NULL, NULL));
  g_assert_false (amicus_document_merge (document, "a", "nobody", NULL, NULL));
  g_assert_true (amicus_document_merge (document, "a", "b", &merger, NULL));
  assert_step (document, "Merge NSO Group into NSO");
  g_assert_cmpuint (merger.n_relations, ==, 3);
  g_assert_cmpuint (merger.n_dropped, ==, 1);
  g_assert_cmpuint (merger.n_united, ==, 1);
  g_assert_cmpuint (merger.n_references, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/commands/merge/attributes", test_attributes);
  g_test_add_func ("/document/commands/merge/relations", test_relations);
  g_test_add_func ("/document/commands/merge/lists", test_lists);
  g_test_add_func ("/document/commands/merge/groups", test_groups);
  g_test_add_func ("/document/commands/merge/counts", test_counts);

  return g_test_run ();
}
