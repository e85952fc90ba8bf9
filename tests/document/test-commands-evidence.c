/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sources and what is cited, IDs for new things, one value for several elements. */

#include "graph/evidence.h"
#include "tests/document/writing.h"

static void
test_add_source (void)
{
  const AmicusValue values[] = { { "label", "The Guardian" }, { "URL", "https://example.org/" } };
  g_autoptr (AmicusDocument) document = open_text ("digraph {\n  a;\n  b -> a;\n}\n");
  g_autoptr (GError) error = NULL;

  g_assert_true (amicus_document_add_source (document, "guardian", values, 2, NULL));
  assert_step (document, "Add a Source");
  assert_text (document, "digraph {\n  a;\n  b -> a;\n  subgraph sources {\n"
                         "    guardian [kind=source, label=\"The Guardian\", "
                         "URL=\"https://example.org/\"];\n  }\n}\n");
  g_assert_true (amicus_document_add_source (document, "other", NULL, 0, NULL));
  assert_text (document, "digraph {\n  a;\n  b -> a;\n  subgraph sources {\n"
                         "    guardian [kind=source, label=\"The Guardian\", "
                         "URL=\"https://example.org/\"];\n    other [kind=source];\n  }\n}\n");
  g_assert_false (amicus_document_add_source (document, "a", NULL, 0, &error));
  g_assert_error (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_REFUSED);
}

static void
test_add_source_in_a_line (void)
{
  g_autoptr (AmicusDocument) document = open_text ("digraph { a }");
  g_autoptr (AmicusDocument) empty = open_text ("digraph {\n}\n");

  g_assert_true (amicus_document_add_source (document, "s", NULL, 0, NULL));
  assert_text (document, "digraph { a; subgraph sources { s [kind=source]; } }");
  g_assert_true (amicus_document_add_source (empty, "s", NULL, 0, NULL));
  assert_text (empty, "digraph {\n  subgraph sources {\n    s [kind=source];\n  }\n}\n");
}

/* What is written is read as it was meant. */
static void
check_citation (AmicusDocument   *document,
                const AmicusName *name,
                guint             nth,
                const char       *source,
                const char       *locator,
                const char       *quote)
{
  AmicusGraph *graph = amicus_document_get_graph (document);
  g_autoptr (GArray) citations =
    amicus_graph_get_citations (graph, amicus_name_find (name, graph));
  const AmicusCitation *citation = &g_array_index (citations, AmicusCitation, nth);

  g_assert_cmpuint (nth, <, citations->len);
  g_assert_cmpstr (citation->source_id, ==, source);
  g_assert_cmpstr (citation->locator, ==, locator);
  g_assert_cmpstr (citation->quote, ==, quote);
}

static void
test_cite (void)
{
  g_autoptr (AmicusDocument) document = open_text ("digraph { a -> b; s; \"t;\\u\" }");
  g_autoptr (AmicusName) relation = amicus_name_new_relation ("a", "b", NULL, 0);
  g_autoptr (AmicusName) entity = amicus_name_new_entity ("a");

  g_assert_true (amicus_document_cite (document, relation, "s", NULL, NULL, NULL));
  assert_step (document, "Cite s");
  g_assert_true (amicus_document_cite (document, relation, "s", "p. 2", NULL, NULL));
  assert_text (document, "digraph { a -> b [cites=\"s\\ns; p. 2\"]; s; \"t;\\u\" }");
  g_assert_true (amicus_document_cite (document, relation, "t;\\u", " 1; 2\\n ", "so; \\n it \\; is", NULL));
  check_citation (document, relation, 0, "s", "", "");
  check_citation (document, relation, 1, "s", "p. 2", "");
  check_citation (document, relation, 2, "t;\\u", "1; 2\\n", "so; \\n it \\; is");
  g_assert_true (amicus_document_cite (document, entity, "s", "", "only words", NULL));
  check_citation (document, entity, 0, "s", "", "only words");
  g_assert_false (amicus_document_cite (document, entity, "nobody", NULL, NULL, NULL));
}

static void
test_change_citation (void)
{
  g_autoptr (AmicusDocument) document =
    open_text ("digraph { s; t; a [cites=\" s ;p.1;\\n\\nt; ; x\\;y \\n s\"] }");
  g_autoptr (AmicusName) name = amicus_name_new_entity ("a");
  g_autoptr (GError) error = NULL;

  g_assert_true (amicus_document_change_citation (document, name, 1, "s", "p. 9", NULL, NULL));
  assert_step (document, "Change a Citation");
  assert_text (document, "digraph { s; t; a [cites=\" s ;p.1;\\n\\ns; p. 9 \\n s\"] }");
  g_assert_true (amicus_document_remove_citation (document, name, 1, NULL));
  assert_text (document, "digraph { s; t; a [cites=\" s ;p.1;\\n\\ns\"] }");
  g_assert_false (amicus_document_remove_citation (document, name, 2, &error));
  g_assert_error (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_REFUSED);
  g_assert_true (amicus_document_remove_citation (document, name, 1, NULL));
  assert_text (document, "digraph { s; t; a [cites=\" s ;p.1;\"] }");
  g_assert_true (amicus_document_remove_citation (document, name, 0, NULL));
  assert_step (document, "Remove a Citation");
  assert_text (document, "digraph { s; t; a }");
}

static void
check_suggestion (AmicusDocument *document,
                  const char     *label,
                  const char     *expected)
{
  g_autofree char *id = amicus_document_suggest_id (document, label);

  g_assert_cmpstr (id, ==, expected);
}

static void
test_suggest (void)
{
  g_autoptr (AmicusDocument) document = open_text ("digraph { nso_group; subgraph cluster_x { nso; nso_2 } }");

  check_suggestion (document, "Apple", "apple");
  check_suggestion (document, "NSO Group", "nso_group_2");
  check_suggestion (document, " NSO, ", "nso_3");
  check_suggestion (document, "Café d’Éli — “x”", "cafe_deli_x");
  check_suggestion (document, "3M", "_3m");
  check_suggestion (document, "Node", "node_");
  check_suggestion (document, "cluster_x", "cluster_x_2");
  check_suggestion (document, "", "entity");
  check_suggestion (document, "公司", "entity");
  check_suggestion (document, "\xff", "entity");
  check_suggestion (document, "United States Court of Appeals for the Ninth Circuit",
                    "united_states_court_of_appeals");
}

static void
test_set_of_several (void)
{
  const char *text = "digraph { a; b [x=1]; a -> b -> c }";
  g_autoptr (AmicusDocument) document = open_text (text);
  g_autoptr (AmicusName) a = amicus_name_new_entity ("a");
  g_autoptr (AmicusName) b = amicus_name_new_entity ("b");
  g_autoptr (AmicusName) relation = amicus_name_new_relation ("b", "c", NULL, 0);
  g_autoptr (AmicusName) nobody = amicus_name_new_entity ("d");
  const AmicusName *const names[] = { a, b, relation, nobody };

  g_assert_true (amicus_document_set_attribute_of (document, names, 3, "x", "2", NULL));
  assert_step (document, "Change 3 Values");
  assert_text (document, "digraph { a [x=2]; b [x=2]; a -> b; b -> c [x=2] }");
  g_assert_false (amicus_document_set_attribute_of (document, names, 4, "x", NULL, NULL));
  assert_undone (document, text);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/commands/add-source", test_add_source);
  g_test_add_func ("/document/commands/add-source-in-a-line", test_add_source_in_a_line);
  g_test_add_func ("/document/commands/cite", test_cite);
  g_test_add_func ("/document/commands/change-citation", test_change_citation);
  g_test_add_func ("/document/commands/suggest", test_suggest);
  g_test_add_func ("/document/commands/set-of-several", test_set_of_several);

  return g_test_run ();
}
