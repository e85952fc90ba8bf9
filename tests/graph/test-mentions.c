/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "graph/mentions.h"

#include <string.h>

#include "graph/graph.h"

/* "b@1" for the second end of a statement, in the words of the statement. */
static char *
list_mentions (const char *text,
               const char *id)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (bytes);
  g_autoptr (AmicusGraph) graph = amicus_graph_new (syntax, 0);
  g_autoptr (AmicusMentions) mentions = amicus_mentions_new (syntax, 0);
  guint32 entity = amicus_graph_find_entity (graph, id).id;
  GString *list = g_string_new (NULL);
  guint n;
  const AmicusMention *all = amicus_mentions_get_entities (mentions, &n);

  for (guint i = 0; i < n; i++)
    {
      gsize length;
      const char *statement = amicus_syntax_get_text (syntax, all[i].statement, &length);

      if (all[i].entity == entity)
        g_string_append_printf (list, "%.*s@%u|", (int) length, statement, all[i].end);
    }

  return g_string_free (list, FALSE);
}

static void
check_mentions (const char *text,
                const char *id,
                const char *expected)
{
  g_autofree char *list = list_mentions (text, id);

  g_assert_cmpstr (list, ==, expected);
}

static void
test_entities (void)
{
  check_mentions ("digraph { a; b, a [x=1]; b -> a:p -> {c; a} }", "a",
                  "a@0|b, a [x=1]@1|b -> a:p -> {c; a}@1|a@0|");
  check_mentions ("digraph { subgraph s { \"a\" } {b} }", "a", "\"a\"@0|");
}

static void
check_pairs (const char *text,
             const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (bytes);
  g_autoptr (AmicusGraph) graph = amicus_graph_new (syntax, 0);
  g_autoptr (AmicusMentions) mentions = amicus_mentions_new (syntax, 0);
  g_autoptr (GString) list = g_string_new (NULL);
  guint n;
  const AmicusPair *all = amicus_mentions_get_pairs (mentions, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%d:%s%u%s%u ", (int) all[i].relation,
                            amicus_graph_get_id (graph, AMICUS_ENTITY (all[i].tail)), all[i].tail_end,
                            amicus_graph_get_id (graph, AMICUS_ENTITY (all[i].head)), all[i].head_end);
  g_assert_cmpstr (list->str, ==, expected);
}

static void
test_pairs (void)
{
  check_pairs ("digraph { a -> b -> c; a -> b }", "0:a0b1 1:b1c2 2:a0b1 ");
  check_pairs ("digraph { a, b -> {c d} }", "0:a0c2 1:a0d2 2:b1c2 3:b1d2 ");
  check_pairs ("graph { a -- b [key=k]; b -- a [key=k] }", "0:a0b1 0:b0a1 ");
  check_pairs ("strict digraph { a -> b; a -> b [key=k] }", "0:a0b1 -1:a0b1 ");
}

static void
test_openings (void)
{
  const char *text = "digraph { subgraph s { {a} } subgraph s { b } }";
  const guint32 groups[] = { 0, 1, 0 };
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (bytes);
  g_autoptr (AmicusMentions) mentions = amicus_mentions_new (syntax, 0);
  guint n;
  const AmicusOpening *all = amicus_mentions_get_openings (mentions, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (groups));
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (all[i].group, ==, groups[i]);
  g_assert_cmpint (amicus_syntax_get_kind (syntax, amicus_mentions_get_graph (mentions)), ==,
                   AMICUS_STATEMENT_GRAPH);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/graph/mentions/entities", test_entities);
  g_test_add_func ("/graph/mentions/pairs", test_pairs);
  g_test_add_func ("/graph/mentions/openings", test_openings);

  return g_test_run ();
}
