/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the oracle of cgraph does not see: ways to ask, groups, places in the file, limits. */

#include "read.h"

#include <time.h>

static void
test_empty (void)
{
  static const char *const texts[] = { "", "graph {}", "nonsense", "\xff\xfe", "digraph {" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (AmicusGraph) graph = read_graph (texts[i]);
      g_autoptr (GArray) attributes = amicus_graph_list_attributes (graph, AMICUS_WHOLE_GRAPH);

      g_assert_cmpuint (amicus_graph_get_n_entities (graph), ==, 0);
      g_assert_cmpuint (amicus_graph_get_n_relations (graph), ==, 0);
      g_assert_cmpuint (amicus_graph_get_n_groups (graph), ==, 0);
      g_assert_cmpuint (attributes->len, ==, 0);
      g_assert_null (amicus_graph_get_id (graph, AMICUS_WHOLE_GRAPH));
      g_assert_cmpint (amicus_graph_find_entity (graph, "a").kind, ==, AMICUS_ELEMENT_NONE);
      g_assert_cmpint (amicus_graph_find_group (graph, "").kind, ==, AMICUS_ELEMENT_NONE);
    }
}

static void
test_several_graphs (void)
{
  const char *text = "graph a { x } strict digraph b { y -> z }";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (bytes);
  g_autoptr (AmicusGraph) second = amicus_graph_new (syntax, 1);
  g_autoptr (AmicusGraph) third = amicus_graph_new (syntax, 2);

  g_assert_cmpuint (amicus_graph_count (syntax), ==, 2);
  g_assert_cmpstr (amicus_graph_get_id (second, AMICUS_WHOLE_GRAPH), ==, "b");
  g_assert_true (amicus_graph_is_directed (second));
  g_assert_true (amicus_graph_is_strict (second));
  g_assert_cmpuint (amicus_graph_get_n_relations (second), ==, 1);
  g_assert_cmpuint (amicus_graph_get_n_entities (third), ==, 0);
}

static void
test_attributes (void)
{
  g_autoptr (AmicusGraph) graph = read_graph (
    "digraph g { color=red; node [x=1, y=2]; a [y=3, z=<h>]; b [x=\"\"]; subgraph s { size=4; } }");
  g_autoptr (GArray) of_a = amicus_graph_list_attributes (graph, AMICUS_ENTITY (0));
  static const char *const expected[] = { "x", "y", "z" };

  g_assert_cmpstr (amicus_graph_get_attribute (graph, AMICUS_ENTITY (0), "x"), ==, "1");
  g_assert_null (amicus_graph_get_own_attribute (graph, AMICUS_ENTITY (0), "x"));
  g_assert_cmpstr (amicus_graph_get_own_attribute (graph, AMICUS_ENTITY (0), "y"), ==, "3");
  g_assert_null (amicus_graph_get_attribute (graph, AMICUS_ENTITY (1), "x"));
  g_assert_null (amicus_graph_get_attribute (graph, AMICUS_ENTITY (0), "nothing"));
  g_assert_cmpstr (amicus_graph_get_attribute (graph, AMICUS_GROUP (0), "color"), ==, "red");
  g_assert_null (amicus_graph_get_own_attribute (graph, AMICUS_GROUP (0), "color"));
  g_assert_cmpstr (amicus_graph_get_own_attribute (graph, AMICUS_GROUP (0), "size"), ==, "4");

  g_assert_cmpuint (of_a->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < of_a->len; i++)
    {
      const AmicusAttribute *attribute = &g_array_index (of_a, AmicusAttribute, i);

      g_assert_cmpstr (attribute->name, ==, expected[i]);
      g_assert_true (attribute->html == (i == 2));
    }
}

/* Strings end at a zero byte. */
static void
test_zero_bytes (void)
{
  static const char text[] = "digraph { \"a\0b\" -> \"a\0c\" [\"x\0y\"=1]; a [\"x\"=\"2\0\"]; \"\0\"; \"\" }";
  g_autoptr (AmicusGraph) graph = read_bytes (text, sizeof text - 1);

  g_assert_cmpuint (amicus_graph_get_n_entities (graph), ==, 2);
  g_assert_cmpstr (amicus_graph_get_id (graph, AMICUS_ENTITY (0)), ==, "a");
  g_assert_cmpstr (amicus_graph_get_id (graph, AMICUS_ENTITY (1)), ==, "");
  g_assert_cmpuint (entity_of (graph, ""), ==, 1);
  g_assert_cmpstr (amicus_graph_get_attribute (graph, AMICUS_ENTITY (0), "x"), ==, "2");
  g_assert_cmpstr (amicus_graph_get_attribute (graph, AMICUS_RELATION (0), "x"), ==, "1");
}

/* Listing and asking agree, and so do relations and their ends. */
static void
assert_consistent (AmicusGraph *graph)
{
  guint n_entities = amicus_graph_get_n_entities (graph);
  guint total = 0, loops = 0;

  for (guint32 i = 0; i < amicus_graph_get_n_relations (graph); i++)
    {
      guint32 tail, head;
      g_autoptr (GArray) attributes = amicus_graph_list_attributes (graph, AMICUS_RELATION (i));

      amicus_graph_get_ends (graph, i, &tail, &head);
      g_assert_cmpuint (MAX (tail, head), <, n_entities);
      loops += tail == head;
      for (guint j = 0; j < attributes->len; j++)
        {
          const AmicusAttribute *attribute = &g_array_index (attributes, AmicusAttribute, j);

          g_assert_cmpstr (amicus_graph_get_attribute (graph, AMICUS_RELATION (i), attribute->name), ==,
                           attribute->value);
        }
    }
  for (guint32 i = 0; i < n_entities; i++)
    {
      guint n;
      const guint32 *relations = amicus_graph_get_relations_of (graph, i, &n);

      total += n;
      for (guint j = 0; j < n; j++)
        {
          guint32 tail, head;

          amicus_graph_get_ends (graph, relations[j], &tail, &head);
          g_assert_true (tail == i || head == i);
          g_assert_true (j == 0 || relations[j - 1] < relations[j]);
        }
      g_assert_cmpuint (entity_of (graph, amicus_graph_get_id (graph, AMICUS_ENTITY (i))), ==, i);
    }
  g_assert_cmpuint (total, ==, 2 * amicus_graph_get_n_relations (graph) - loops);
}

static void
test_relations (void)
{
  g_autoptr (AmicusGraph) graph = read_graph (
    "digraph { edge [w=1]; a -> a -> b; b:p -> c:q:n [w=2, v=3]; {a b c} -> {a d} [w=\"\"]; a -> b [key=k]; }");

  assert_consistent (graph);
  g_assert_cmpuint (amicus_graph_get_n_relations (graph), ==, 10);
  g_assert_cmpstr (amicus_graph_get_key (graph, 9), ==, "k");
  g_assert_null (amicus_graph_get_key (graph, 8));
  g_assert_cmpstr (amicus_graph_get_attribute (graph, AMICUS_RELATION (2), "headport"), ==, "q:n");
}

static void
test_groups (void)
{
  g_autoptr (AmicusGraph) graph = read_graph (
    "digraph { a b subgraph cluster_x { c g subgraph s { d subgraph cluster_y { e a g } } } subgraph t { cluster=true; b }"
    "          subgraph cluster_z { c e } subgraph u { f cluster=no } b -> subgraph u }");
  static const struct
  {
    const char *entity;
    const char *cluster;
  } rows[] = { { "a", "cluster_y" }, { "b", "t" }, { "c", "cluster_x" }, { "d", "cluster_x" }, { "e", "cluster_y" },
               { "f", NULL }, { "g", "cluster_y" } };
  guint n;
  const guint32 *members = amicus_graph_get_members (graph, group_of (graph, "cluster_x"), &n);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint32 cluster = amicus_graph_get_cluster_of (graph, entity_of (graph, rows[i].entity));

      g_assert_cmpuint (cluster, ==, rows[i].cluster == NULL ? AMICUS_NO_INDEX : group_of (graph, rows[i].cluster));
    }

  g_assert_cmpuint (n, ==, 5);
  for (guint i = 1; i < n; i++)
    g_assert_cmpuint (members[i - 1], <, members[i]);
  g_assert_cmpuint (amicus_graph_get_parent (graph, group_of (graph, "s")), ==, group_of (graph, "cluster_x"));
  g_assert_cmpuint (amicus_graph_get_parent (graph, group_of (graph, "t")), ==, AMICUS_NO_INDEX);
  g_assert_false (amicus_graph_is_cluster (graph, group_of (graph, "s")));
  g_assert_false (amicus_graph_is_cluster (graph, group_of (graph, "u")));
}

static void
assert_position (AmicusGraph   *graph,
                 AmicusElement  element,
                 guint          line,
                 guint          column)
{
  guint found_line, found_column;

  g_assert_true (amicus_graph_get_position (graph, element, &found_line, &found_column));
  g_assert_cmpuint (found_line, ==, line);
  g_assert_cmpuint (found_column, ==, column);
}

static void
test_positions (void)
{
  g_autoptr (AmicusGraph) graph =
    read_graph ("// é\n digraph {\n  é; a -> b;\n  subgraph s {\n a\n } a [x=1]\n}");
  g_autoptr (AmicusGraph) empty = read_graph ("");
  guint line, column;

  assert_position (graph, AMICUS_WHOLE_GRAPH, 2, 2);
  assert_position (graph, AMICUS_ENTITY (entity_of (graph, "é")), 3, 3);
  assert_position (graph, AMICUS_ENTITY (entity_of (graph, "a")), 3, 6);
  assert_position (graph, AMICUS_RELATION (0), 3, 6);
  assert_position (graph, AMICUS_GROUP (0), 4, 3);
  g_assert_false (amicus_graph_get_position (empty, AMICUS_WHOLE_GRAPH, &line, &column));
}

static guint
count_errors (AmicusGraph *graph)
{
  guint n, errors = 0;
  const AmicusDiagnostic *found = amicus_graph_get_diagnostics (graph, &n);

  for (guint i = 0; i < n; i++)
    errors += found[i].severity == AMICUS_SEVERITY_ERROR;

  return errors;
}

/* `{n0 n1 …} -> {n0 n1 …}`, @times times. */
static AmicusGraph *
read_product (guint n,
              guint times)
{
  g_autoptr (GString) text = g_string_new ("digraph { subgraph s {");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " n%u", i);
  g_string_append (text, " }\n");
  for (guint i = 0; i < times; i++)
    g_string_append (text, "subgraph s -> subgraph s\n");
  g_string_append (text, "last -> one }");

  return read_graph (text->str);
}

static void
test_products (void)
{
  g_autoptr (AmicusGraph) small = read_product (1000, 1);
  g_autoptr (AmicusGraph) large = read_product (2000, 1);
  g_autoptr (AmicusGraph) many = read_product (1000, 50);

  g_assert_cmpuint (amicus_graph_get_n_relations (small), ==, 1000001);
  g_assert_cmpuint (count_errors (small), ==, 0);

  g_assert_cmpuint (amicus_graph_get_n_relations (large), ==, 1);
  g_assert_cmpuint (amicus_graph_get_n_entities (large), ==, 2002);
  g_assert_cmpuint (count_errors (large), ==, 1);

  g_assert_cmpuint (amicus_graph_get_n_relations (many), ==, 2000000);
  g_assert_cmpuint (count_errors (many), ==, 1);
}

/* Texts that would take for ever, or the stack, if something were not linear in them. */
static void
test_large (void)
{
  static const char *const parts[] = {
    "{a ", "a;{b} ", "node[x=1];a;", "a[x=1];", "{a}->{b}", "subgraph s{a}", "subgraph s->b;", "{}->", "a->",
    "subgraph s{subgraph s{", "graph[x=1]subgraph{a}", "a,", "edge[x=1];a->b",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new ("strict digraph {");
      g_autoptr (AmicusGraph) graph = NULL;

      for (guint j = 0; j < 50000; j++)
        g_string_append (text, parts[i]);
      graph = read_graph (text->str);
      assert_consistent (graph);
      for (guint32 j = 0; j < amicus_graph_get_n_entities (graph); j++)
        amicus_graph_get_cluster_of (graph, j);
    }
}

/* Seconds of processor time to read a group that grows, newest entity first, and is used each time. */
static double
time_growing_group (const char *use,
                    guint n)
{
  g_autoptr (GString) text = g_string_new ("digraph {");
  g_autoptr (AmicusGraph) graph = NULL;
  clock_t start;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " n%u", i);
  for (guint i = n; i > 0; i--)
    {
      g_string_append_printf (text, " subgraph s { n%u }", i - 1);
      g_string_append (text, use);
    }
  g_string_append (text, " last }");

  start = clock ();
  graph = read_graph (text->str);
  g_assert_cmpuint (amicus_graph_get_n_entities (graph), >=, n);
  return (double) (clock () - start) / CLOCKS_PER_SEC;
}

/* Eight times as much takes about eight times as long, and then hits a limit. */
static void
test_growing_groups (void)
{
  static const char *const uses[] = { "-> {}", "-> x", "-> subgraph s", "-> ]" };

  for (gsize i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      double less = time_growing_group (uses[i], 5000);
      double more = time_growing_group (uses[i], 40000);

      g_assert_cmpfloat (more, <, 20 * less);
    }
}

/* Each of the nested groups holds all of them; as many lists of them would not fit in memory. */
static void
test_nested_ends (void)
{
  g_autoptr (GString) text = g_string_new ("digraph {");
  g_autoptr (AmicusGraph) graph = NULL;

  for (guint i = 0; i < 4000; i++)
    g_string_append_c (text, '{');
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, " n%u", i);
  for (guint i = 0; i < 4000; i++)
    g_string_append (text, "} -> {}");
  g_string_append_c (text, '}');

  graph = read_graph (text->str);
  g_assert_cmpuint (amicus_graph_get_n_entities (graph), ==, 100000);
  g_assert_cmpuint (count_errors (graph), ==, 1);
}

/* No bytes can harm. */
static void
test_random (void)
{
  static const char *const pieces[] = {
    "digraph", "graph", "strict ", "subgraph ", "node", "edge", "{", "}", "{", "}", "[", "]", "=", "->", "--", ";", ",", ":",
    "a", "b", "\"c\"", "<d>", " ", "\n", "key", "1.5", "\"", "\\", "/*", "//", "\xff", "amicus=1", "date=x",
  };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (g_test_rand_bit () ? "digraph{" : "");
      g_autoptr (AmicusGraph) graph = NULL;

      for (guint n = (guint) g_test_rand_int_range (0, 60); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      graph = read_graph (text->str);
      assert_consistent (graph);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/graph/empty", test_empty);
  g_test_add_func ("/graph/several-graphs", test_several_graphs);
  g_test_add_func ("/graph/attributes", test_attributes);
  g_test_add_func ("/graph/zero-bytes", test_zero_bytes);
  g_test_add_func ("/graph/relations", test_relations);
  g_test_add_func ("/graph/groups", test_groups);
  g_test_add_func ("/graph/positions", test_positions);
  g_test_add_func ("/graph/products", test_products);
  g_test_add_func ("/graph/growing-groups", test_growing_groups);
  g_test_add_func ("/graph/nested-ends", test_nested_ends);
  g_test_add_func ("/graph/large", test_large);
  g_test_add_func ("/graph/random", test_random);

  return g_test_run ();
}
