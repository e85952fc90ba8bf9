/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "read.h"

/* One line of vocabulary; `§` stands where a warning is expected, and is taken away. */
static void
assert_warnings (const char *marked)
{
  g_auto (GStrv) parts = g_strsplit (marked, "§", -1);
  g_autofree char *body = g_strjoinv ("", parts);
  g_autofree char *text = g_strconcat ("digraph { amicus=1\n", body, "\n}", NULL);
  g_autoptr (AmicusGraph) graph = read_graph (text);
  guint n;
  const AmicusDiagnostic *found = amicus_graph_get_diagnostics (graph, &n);
  gsize characters = 0;

  g_test_message ("%s", marked);
  for (guint i = 0; i < n; i++)
    g_test_message ("%u:%u: %s", found[i].line, found[i].column, found[i].message);
  g_assert_cmpuint (n, ==, g_strv_length (parts) - 1);
  for (guint i = 0; i < n; i++)
    {
      characters += (gsize) g_utf8_strlen (parts[i], -1);
      g_assert_cmpint (found[i].severity, ==, AMICUS_SEVERITY_WARNING);
      g_assert_cmpuint (found[i].line, ==, 2);
      g_assert_cmpuint (found[i].column, ==, characters + 1);
      g_assert_true (g_utf8_validate (found[i].message, -1, NULL));
      g_assert_null (strstr (found[i].message, "{value}"));
    }
}

static void
test_dates (void)
{
  assert_warnings ("a [startDate=2004, endDate=\"2004-06/..\"]; a -> b [date=\"201X?\"]");
  assert_warnings ("é [startDate=§\"June 2004\", endDate=\"\"]; a -> b [date=§200]");
  assert_warnings ("s [kind=source, publishedAt=§yesterday, retrievedAt=§\"2004-13\"]");
  assert_warnings ("node [startDate=§x]; a; b; date=§y");
}

/* As many as there are, and then how many more. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("digraph { amicus=1\n");
  g_autoptr (AmicusGraph) graph = NULL;
  const AmicusDiagnostic *found;
  guint n;

  for (guint i = 0; i < 1234; i++)
    g_string_append (text, "a [date=x];\n");
  g_string_append_c (text, '}');
  graph = read_graph (text->str);
  found = amicus_graph_get_diagnostics (graph, &n);
  g_assert_cmpuint (n, ==, 1001);
  g_assert_true (g_str_has_prefix (found[1000].message, "234 more "));
  g_assert_cmpuint (found[1000].offset, ==, text->len);
}

/* What Graphviz knows and Amicus uses is looked at in every file. */
static void
test_graphviz_numbers (void)
{
  assert_warnings ("a [pos=\"1,2!\"]; b [pos=\"-1.5,2e3\"]; c [pos=\"1,2,3! \"]; a -> b [pos=spline]");
  assert_warnings ("a [pos=§\"1 2\"]; b [pos=§\"1,2?\"]; c [pos=§\"nan,0\"]; node [pos=§x]");
  assert_warnings ("a [penwidth=2]; a -> b [penwidth=§bold]; b [penwidth=§\"2pt\"]; penwidth=§x");
  assert_warnings ("inputscale=§much; a [inputscale=x, width=abc, height=\"\"]");
  assert_warnings ("amicus=0; a [pos=§here, startDate=\"June 2004\"]");
}

static void
test_statuses (void)
{
  assert_warnings ("a -> b [status=alleged]; a -> b [status=§proven]; a [status=dissolved]");
}

static void
test_speakers (void)
{
  assert_warnings ("a -> b [saidBy=\"a\\nb\\ncluster_c\", deniedBy=\"\"]; subgraph cluster_c { }");
  assert_warnings ("a -> b [saidBy=§\"a\\nc\", deniedBy=§\"nobody\"]");
}

static void
test_citations (void)
{
  assert_warnings ("s [kind=source]; a -> b [cites=\"s; p. 1; x\\ns\"]; a [cites=§\"s\\nb; ;\"]");
  assert_warnings ("a -> b [cites=§\"nowhere; p. 1;\"]");
}

static void
test_groups (void)
{
  assert_warnings ("a; subgraph cluster_b { entity=a } subgraph cluster_c { entity=§d } subgraph { graph [entity=§\"e\"] }");
  assert_warnings ("a [entity=nobody]");
}

static void
test_places (void)
{
  assert_warnings ("a [country=BE, jurisdiction=\"US-CA\"]; b [country=\"BE\\nFR\", jurisdiction=FR]");
  assert_warnings ("a [country=§be, jurisdiction=§\"US-\"]; b [country=§Belgium, jurisdiction=§\"us-ca\"]; c [country=§\"US-CA\"]");
}

static void
test_numbers (void)
{
  assert_warnings ("a -> b [percentage=51, amount=1000]; a -> b [percentage=\"25-50\", amount=\"0.5\", currency=EUR]");
  assert_warnings ("a -> b [percentage=§101, amount=§\"1,000\", currency=§eur]");
  assert_warnings ("a -> b [percentage=§\"50%\", amount=§\"-1\", currency=§\"€\"]");
  assert_warnings ("a -> b [percentage=§nan, amount=§inf]; a -> b [percentage=§\"25-\", amount=§\"1e999\"]");
}

static void
test_identifiers (void)
{
  assert_warnings ("a [lei=\"5493001KJTIIGC8Y1R12\"]; b [lei=§\"5493001KJTIIGC8Y1R13\"]; c [lei=§5493]");
}

static void
test_addresses (void)
{
  assert_warnings ("a [URL=\"https://example.org\"]; b [URL=§\"javascript:x\", archiveUrl=§\"file:///etc/passwd\"]");
}

/* Open lists, other people's attributes, values taken away. */
static void
test_silence (void)
{
  assert_warnings ("a [kind=spaceship, shape=box, color=nonsense, start=yesterday]; a -> b [kind=marries, weight=x]");
}

static void
test_other_files (void)
{
  g_autoptr (AmicusGraph) graph =
    read_graph ("digraph { a [startDate=x, country=y]; a -> b [status=z, cites=q, saidBy=nobody] }");
  g_autoptr (AmicusGraph) newer = read_graph ("digraph { amicus=2; a [startDate=x] }");
  guint n;

  amicus_graph_get_diagnostics (graph, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_false (amicus_graph_is_amicus (graph));
  amicus_graph_get_diagnostics (newer, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* The reader's and the graph's findings stand in the order of the file; there is an end to them. */
static void
test_order_and_number (void)
{
  g_autoptr (GString) text = g_string_new ("digraph { amicus=1\n");
  g_autoptr (AmicusGraph) graph = NULL;
  const AmicusDiagnostic *found;
  guint n;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "a [date=x]; b [x]; ->\n");
  g_string_append (text, "}");
  graph = read_graph (text->str);
  found = amicus_graph_get_diagnostics (graph, &n);

  g_assert_cmpuint (n, >, 2000);
  g_assert_cmpuint (n, <, 5000);
  for (guint i = 1; i < n; i++)
    g_assert_cmpuint (found[i - 1].offset, <=, found[i].offset);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/checks/graphviz-numbers", test_graphviz_numbers);
  g_test_add_func ("/checks/many", test_many);
  g_test_add_func ("/checks/dates", test_dates);
  g_test_add_func ("/checks/statuses", test_statuses);
  g_test_add_func ("/checks/speakers", test_speakers);
  g_test_add_func ("/checks/citations", test_citations);
  g_test_add_func ("/checks/groups", test_groups);
  g_test_add_func ("/checks/places", test_places);
  g_test_add_func ("/checks/numbers", test_numbers);
  g_test_add_func ("/checks/identifiers", test_identifiers);
  g_test_add_func ("/checks/addresses", test_addresses);
  g_test_add_func ("/checks/silence", test_silence);
  g_test_add_func ("/checks/other-files", test_other_files);
  g_test_add_func ("/checks/order-and-number", test_order_and_number);

  return g_test_run ();
}
