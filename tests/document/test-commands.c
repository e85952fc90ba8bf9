/* SPDX-License-Identifier: GPL-3.0-or-later
 * Commands as a person meets them: what the text looks like after, what they are called, what is
 * refused. */

#include "tests/document/writing.h"

static void
check_entity (const char *text,
              const char *id,
              const char *attribute,
              const char *value,
              const char *expected)
{
  g_autoptr (AmicusDocument) document = open_text (text);
  g_autoptr (AmicusName) name = amicus_name_new_entity (id);
  g_autoptr (GError) error = NULL;

  g_assert_true (amicus_document_set_attribute (document, name, attribute, value, &error));
  g_assert_no_error (error);
  assert_text (document, expected);
}

static void
test_entity_value (void)
{
  check_entity ("digraph { a [x=1]; b }", "a", "x", "2", "digraph { a [x=2]; b }");
  check_entity ("digraph { a; a [y=1] }", "a", "x", "2", "digraph { a; a [y=1, x=2] }");
  check_entity ("digraph {\n  a, b [x=1];\n}\n", "b", "x", "2",
                "digraph {\n  a, b [x=1];\n  b [x=2];\n}\n");
  check_entity ("digraph {\n  // first\n  a -> b;\n}\n", "b", "x", "2",
                "digraph {\n  b [x=2];\n  // first\n  a -> b;\n}\n");
  check_entity ("digraph { {a b} -> c }", "a", "x", "2", "digraph { {a [x=2] b} -> c }");
  check_entity ("digraph { node [x=1]; a }", "a", "x", NULL, "digraph { node [x=1]; a [x=\"\"] }");
  check_entity ("digraph { node [x=1]; a [x=2] }", "a", "x", NULL,
                "digraph { node [x=1]; a [x=\"\"] }");
  check_entity ("digraph { a [x=2] }", "a", "x", "", "digraph { a }");
}

static void
check_relation (const char *text,
                const char *tail,
                const char *head,
                const char *value,
                const char *expected)
{
  g_autoptr (AmicusDocument) document = open_text (text);
  g_autoptr (AmicusName) name = amicus_name_new_relation (tail, head, NULL, 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (amicus_document_set_attribute (document, name, "x", value, &error));
  g_assert_no_error (error);
  assert_text (document, expected);
}

static void
test_relation_value (void)
{
  check_relation ("digraph { a -> b }", "a", "b", "1", "digraph { a -> b [x=1] }");
  check_relation ("digraph {\n  a -> b -> c [y=2];\n}\n", "b", "c", "1",
                  "digraph {\n  a -> b [y=2];\n  b -> c [y=2, x=1];\n}\n");
  check_relation ("digraph { a -> b -> c -> d; }", "b", "c", "1",
                  "digraph { a -> b; b -> c [x=1]; c -> d; }");
  check_relation ("digraph { {a b} -> c [x=2]; }", "a", "c", "1",
                  "digraph { {a b}; a -> c [x=1]; b -> c [x=2]; }");
  check_relation ("digraph { a -> {b c d}; }", "a", "c", "1",
                  "digraph { {b c d}; a -> b; a -> c [x=1]; a -> d; }");
}

static void
test_group_value (void)
{
  g_autoptr (AmicusDocument) document =
    open_text ("digraph {\n  subgraph cluster_a {\n    label=A;\n    b;\n  }\n}\n");
  g_autoptr (AmicusName) group =
    amicus_name_new (amicus_document_get_graph (document), AMICUS_GROUP (0));
  g_autoptr (AmicusName) graph =
    amicus_name_new (amicus_document_get_graph (document), AMICUS_WHOLE_GRAPH);

  g_assert_true (amicus_document_set_attribute (document, group, "kind", "coalition", NULL));
  g_assert_true (amicus_document_set_attribute (document, group, "label", "The five", NULL));
  g_assert_true (amicus_document_set_attribute (document, graph, "amicus", "1", NULL));
  assert_text (document, "digraph {\n  amicus=1;\n  subgraph cluster_a {\n    label=\"The five\";\n"
                         "    kind=coalition;\n    b;\n  }\n}\n");
  g_assert_true (amicus_document_set_attribute (document, group, "kind", NULL, NULL));
  g_assert_true (amicus_document_set_attribute (document, graph, "amicus", NULL, NULL));
  g_assert_true (amicus_document_set_attribute (document, group, "label", "A", NULL));
  assert_text (document, "digraph {\n  subgraph cluster_a {\n    label=\"A\";\n    b;\n  }\n}\n");
}

static void
check_disconnect (const char *text,
                  const char *tail,
                  const char *head,
                  const char *expected)
{
  g_autoptr (AmicusDocument) document = open_text (text);
  g_autoptr (AmicusName) name = amicus_name_new_relation (tail, head, NULL, 0);

  g_assert_true (amicus_document_disconnect (document, name, NULL));
  assert_text (document, expected);
}

static void
test_disconnect (void)
{
  check_disconnect ("digraph {\n  a; b;\n  // both\n  a -> b; // x\n  c;\n}\n", "a", "b",
                    "digraph {\n  a; b;\n  c;\n}\n");
  check_disconnect ("digraph {\n  a -> b [x=1];\n}\n", "a", "b", "digraph {\n  a; b;\n}\n");
  check_disconnect ("digraph { a; a -> b -> c }", "b", "c", "digraph { a; a -> b; c }");
  check_disconnect ("digraph { c; a -> b -> c [x=1] }", "b", "c", "digraph { c; a -> b [x=1] }");
  check_disconnect ("digraph { c {a b} -> c [x=1]; }", "a", "c",
                    "digraph { c {a b}; b -> c [x=1]; }");
}

static void
test_remove (void)
{
  g_autoptr (AmicusDocument) document =
    open_text ("digraph {\n  a; b; c;\n  a -> b [saidBy=\"c\\nb\", cites=\"c; p. 1;\"];\n"
               "  c -> a [saidBy=c];\n  subgraph cluster_x {\n    entity=c;\n    c;\n  }\n}\n");
  AmicusRemoval removal;

  g_assert_true (amicus_document_remove_entity (document, "c", &removal, NULL));
  assert_text (document, "digraph {\n  a; b;\n  a -> b [saidBy=\"b\"];\n"
                         "  subgraph cluster_x {\n  }\n}\n");
  g_assert_cmpuint (removal.n_relations, ==, 1);
  g_assert_cmpuint (removal.n_references, ==, 4);
  assert_step (document, "Remove c");
}

static void
test_rename (void)
{
  g_autoptr (AmicusDocument) document =
    open_text ("digraph { a -> \"b\" [cites=\"b; p. 1; b said\\nb\", saidBy=b]; b [label=b] }");

  g_assert_true (amicus_document_rename (document, "b", "b;c", NULL));
  assert_text (document, "digraph { a -> \"b;c\" [cites=\"b\\;c; p. 1; b said\\nb\\;c\", "
                         "saidBy=\"b;c\"]; \"b;c\" [label=b] }");
  g_assert_false (amicus_document_rename (document, "b;c", "a", NULL));
  g_assert_false (amicus_document_rename (document, "nobody", "d", NULL));
}

/* HTML texts stand side by side, words do not. */
static void
test_rename_html (void)
{
  g_autoptr (AmicusDocument) document = open_text ("graph { <x><x> }");

  g_assert_true (amicus_document_rename (document, "x", "5", NULL));
  assert_text (document, "graph { \"5\"\"5\" }");
}

static void
test_connect (void)
{
  const AmicusValue values[] = { { "kind", "owns" }, { "key", "k" } };
  g_autoptr (AmicusDocument) document =
    open_text ("digraph {\n  a [label=Apple];\n  b [label=NSO];\n\n  b -> a;\n\n  subgraph s { c }\n}\n");
  g_autoptr (GError) error = NULL;

  g_assert_true (amicus_document_connect (document, "a", "b", values, 2, NULL));
  assert_step (document, "Connect Apple to NSO");
  g_assert_true (amicus_document_connect (document, "a", "c", NULL, 0, NULL));
  assert_text (document, "digraph {\n  a [label=Apple];\n  b [label=NSO];\n\n  b -> a;\n"
                         "  a -> b [kind=owns, key=k];\n\n  subgraph s { c }\n  a -> c;\n}\n");
  g_assert_false (amicus_document_connect (document, "a", "b", values, 2, &error));
  g_assert_error (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_REFUSED);
  g_assert_false (amicus_document_connect (document, "a", "nobody", NULL, 0, NULL));
}

static void
test_strict (void)
{
  g_autoptr (AmicusDocument) document = open_text ("strict graph { a -- b }");

  g_assert_false (amicus_document_connect (document, "b", "a", NULL, 0, NULL));
  g_assert_true (amicus_document_connect (document, "a", "a", NULL, 0, NULL));
  assert_text (document, "strict graph { a -- b; a -- a }");
}

static void
test_reverse (void)
{
  g_autoptr (AmicusDocument) document = open_text ("digraph { a:p -> b -> c [x=1]; }");
  g_autoptr (AmicusName) name = amicus_name_new_relation ("a", "b", NULL, 0);

  g_assert_true (amicus_document_reverse (document, name, NULL));
  assert_text (document, "digraph { b -> a:p [x=1]; b -> c [x=1]; }");
  g_assert_false (amicus_document_reverse (document, name, NULL));
}

static void
test_pin (void)
{
  g_autoptr (AmicusDocument) document = open_text ("digraph {\n  a;\n  b;\n}\n");
  g_autoptr (AmicusDocument) inches = open_text ("digraph { a [pos=\"1,2\"]; b }");

  g_assert_true (amicus_document_pin (document, "a", 10.25, -3, NULL));
  g_assert_true (amicus_document_pin (document, "b", 0, 1e6, NULL));
  assert_text (document, "digraph {\n  inputscale=72;\n  a [pos=\"10.25,-3!\"];\n"
                         "  b [pos=\"0,1000000!\"];\n}\n");
  g_assert_true (amicus_document_unpin (document, "a", NULL));
  g_assert_true (amicus_document_undo (document) && amicus_document_undo (document));
  assert_step (document, "Pin a");
  g_assert_true (amicus_document_undo (document));
  assert_text (document, "digraph {\n  a;\n  b;\n}\n");

  g_assert_true (amicus_document_pin (inches, "b", 72, 36, NULL));
  assert_text (inches, "digraph { a [pos=\"1,2\"]; b [pos=\"1,0.5!\"] }");
  g_assert_false (amicus_document_pin (inches, "nobody", 72, 36, NULL));
}

static void
count_changes (AmicusDocument *document,
               guint          *count)
{
  (*count)++;
}

static void
write_step (AmicusDocument *document,
            AmicusStepKind  kind,
            const char     *name,
            GPtrArray      *patches,
            gpointer        data)
{
  g_string_append_printf (data, "%d %s %u|", (int) kind, name, patches->len);
}

static void
test_steps (void)
{
  g_autoptr (AmicusDocument) document = open_text ("digraph { a }");
  g_autoptr (AmicusName) name = amicus_name_new_entity ("a");
  g_autoptr (GString) log = g_string_new (NULL);
  guint n_changes = 0;

  g_signal_connect (document, "changed", G_CALLBACK (count_changes), &n_changes);
  amicus_document_set_step_func (document, write_step, log);

  amicus_document_begin (document, "All");
  g_assert_true (amicus_document_set_attribute (document, name, "x", "1", NULL));
  g_assert_false (amicus_document_rename (document, "nobody", "c", NULL));
  g_assert_true (amicus_document_add_entity (document, "b", NULL, 0, NULL));
  g_assert_cmpuint (n_changes, ==, 0);
  amicus_document_end (document);
  assert_text (document, "digraph { a [x=1]; b }");
  g_assert_true (amicus_document_is_modified (document));

  amicus_document_begin (document, "None");
  g_assert_true (amicus_document_add_entity (document, "c", NULL, 0, NULL));
  amicus_document_abort (document);
  assert_text (document, "digraph { a [x=1]; b }");

  g_assert_true (amicus_document_undo (document));
  assert_text (document, "digraph { a }");
  g_assert_false (amicus_document_is_modified (document));
  g_assert_false (amicus_document_undo (document));
  g_assert_cmpstr (amicus_document_get_redo_name (document), ==, "All");
  g_assert_true (amicus_document_redo (document));
  g_assert_false (amicus_document_redo (document));
  g_assert_true (amicus_document_is_modified (document));

  g_assert_cmpuint (n_changes, ==, 3);
  g_assert_cmpstr (log->str, ==, "0 All 2|1 All 2|2 All 2|");
}

static void
test_broken_file (void)
{
  g_autoptr (AmicusDocument) document = open_text ("digraph {\n  a;\n  b -> ;\n  [x=1]\n  c\n");
  g_autoptr (AmicusName) name = amicus_name_new_entity ("c");
  g_autoptr (GError) error = NULL;

  g_assert_true (amicus_document_set_attribute (document, name, "x", "1", &error));
  g_assert_no_error (error);
  assert_text (document, "digraph {\n  a;\n  b -> ;\n  [x=1]\n  c [x=1]\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/commands/entity-value", test_entity_value);
  g_test_add_func ("/document/commands/relation-value", test_relation_value);
  g_test_add_func ("/document/commands/group-value", test_group_value);
  g_test_add_func ("/document/commands/disconnect", test_disconnect);
  g_test_add_func ("/document/commands/remove", test_remove);
  g_test_add_func ("/document/commands/rename", test_rename);
  g_test_add_func ("/document/commands/rename-html", test_rename_html);
  g_test_add_func ("/document/commands/connect", test_connect);
  g_test_add_func ("/document/commands/strict", test_strict);
  g_test_add_func ("/document/commands/reverse", test_reverse);
  g_test_add_func ("/document/commands/pin", test_pin);
  g_test_add_func ("/document/commands/steps", test_steps);
  g_test_add_func ("/document/commands/broken-file", test_broken_file);

  return g_test_run ();
}
