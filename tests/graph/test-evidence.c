/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "graph/evidence.h"
#include "read.h"

static void
assert_split (const char *value,
              const char *joined)
{
  g_auto (GStrv) items = amicus_list_split (value);
  g_autofree char *found = g_strjoinv ("¶", items);

  g_assert_cmpstr (found, ==, joined);
}

static void
test_lists (void)
{
  assert_split ("", "");
  assert_split ("one", "one");
  assert_split ("one\\ntwo", "one¶two");
  assert_split (" one \\n\\n two\\n", "one¶two");
  assert_split ("a; b\\;c\\nd", "a; b\\;c¶d");
  assert_split ("c:\\\\new\\nx", "c:\\\\new¶x");
  assert_split ("one\ntwo", "one\ntwo");
  assert_split ("end\\", "end\\");
}

/* Splitting what was joined gives the items. */
static void
test_lists_random (void)
{
  static const char *const pieces[] = { "a", " ", ";", "\\;", "\\\\", "\\x", "é", "\"" };

  for (guint i = 0; i < 5000; i++)
    {
      guint n = (guint) g_test_rand_int_range (1, 5);
      g_autoptr (GString) joined = g_string_new (NULL);
      g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
      g_auto (GStrv) found = NULL;

      for (guint j = 0; j < n; j++)
        {
          g_autoptr (GString) item = g_string_new ("i");

          for (guint k = (guint) g_test_rand_int_range (0, 6); k > 0; k--)
            g_string_append (item, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          g_string_append_c (item, 'z');
          g_string_append_printf (joined, "%s%s", j > 0 ? "\\n" : "", item->str);
          g_ptr_array_add (items, g_strdup (item->str));
        }

      found = amicus_list_split (joined->str);
      g_assert_cmpuint (g_strv_length (found), ==, n);
      for (guint j = 0; j < n; j++)
        g_assert_cmpstr (found[j], ==, g_ptr_array_index (items, j));
    }
}

static void
assert_citation (GArray     *citations,
                 guint       nth,
                 guint32     source,
                 const char *id,
                 const char *locator,
                 const char *quote)
{
  const AmicusCitation *citation = &g_array_index (citations, AmicusCitation, nth);

  g_assert_cmpuint (citation->source, ==, source);
  g_assert_cmpstr (citation->source_id, ==, id);
  g_assert_cmpstr (citation->locator, ==, locator);
  g_assert_cmpstr (citation->quote, ==, quote);
}

static void
test_citations (void)
{
  g_autoptr (AmicusGraph) graph = read_graph (
    "digraph { s [kind=source]; a -> b [cites=\"s; p. 2; He said: \\\"no\\\"; twice"
    "\\ns\\nnowhere; ;\\n s ; § 1\\;2 ; c:\\\\\\\\x\"]; }");
  g_autoptr (GArray) citations = amicus_graph_get_citations (graph, AMICUS_RELATION (0));
  g_autoptr (GArray) none = amicus_graph_get_citations (graph, AMICUS_ENTITY (0));
  guint32 source = entity_of (graph, "s");

  g_assert_cmpuint (citations->len, ==, 4);
  assert_citation (citations, 0, source, "s", "p. 2", "He said: \"no\"; twice");
  assert_citation (citations, 1, source, "s", "", "");
  assert_citation (citations, 2, AMICUS_NO_INDEX, "nowhere", "", "");
  assert_citation (citations, 3, source, "s", "§ 1;2", "c:\\\\x");
  g_assert_cmpuint (none->len, ==, 0);
}

/* Relations cite first, then entities; sources that nobody cites come last, and what is no source has no number. */
static void
test_source_numbers (void)
{
  static const char *const order[] = { "s3", "s1", "s4", "s2" };
  g_autoptr (AmicusGraph) graph = read_graph (
    "digraph { s1 [kind=source]; s2 [kind=source]; s3 [kind=source]; s4 [kind=source];"
    "          a [cites=\"s4\\ns1\", kind=company]; a -> b [cites=\"b\\ns3\"]; b -> a [cites=\"s1; ;\\ns3\"] }");
  guint n;
  const guint32 *sources = amicus_graph_get_sources (graph, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (sources[i], ==, entity_of (graph, order[i]));
      g_assert_cmpuint (amicus_graph_get_source_number (graph, sources[i]), ==, i + 1);
    }
  g_assert_cmpuint (amicus_graph_get_source_number (graph, entity_of (graph, "a")), ==, 0);
  g_assert_cmpuint (amicus_graph_get_source_number (graph, entity_of (graph, "b")), ==, 0);
}

static void
test_represented (void)
{
  g_autoptr (AmicusGraph) graph = read_graph (
    "digraph { entity=w; a; w; x; subgraph cluster_1 { entity=a; b } subgraph cluster_2 { entity=a; subgraph s { } }"
    "          subgraph cluster_3 { entity=nobody } subgraph cluster_4 { graph [entity=x] } }");

  g_assert_cmpuint (amicus_graph_get_represented_group (graph, entity_of (graph, "a")), ==, group_of (graph, "cluster_1"));
  g_assert_cmpuint (amicus_graph_get_represented_group (graph, entity_of (graph, "x")), ==, group_of (graph, "cluster_4"));
  g_assert_cmpuint (amicus_graph_get_represented_group (graph, entity_of (graph, "w")), ==, AMICUS_NO_INDEX);
  g_assert_cmpuint (amicus_graph_get_represented_group (graph, entity_of (graph, "b")), ==, AMICUS_NO_INDEX);
}

static void
test_kinds_and_statuses (void)
{
  g_autoptr (AmicusGraph) graph = read_graph (
    "digraph { node [kind=ngo]; edge [status=alleged]; a; b [kind=spaceship]; c [kind=\"\"];"
    "          a -> b; a -> b [status=denied]; a -> b [status=true]; a -> b [status=\"\"] }");
  static const AmicusStatus statuses[] = { AMICUS_STATUS_ALLEGED, AMICUS_STATUS_DENIED,
                                           AMICUS_STATUS_NOT_STATED, AMICUS_STATUS_NOT_STATED };

  g_assert_cmpint (amicus_graph_get_kind (graph, 0), ==, AMICUS_KIND_NGO);
  g_assert_cmpint (amicus_graph_get_kind (graph, 1), ==, AMICUS_KIND_UNKNOWN);
  g_assert_cmpint (amicus_graph_get_kind (graph, 2), ==, AMICUS_KIND_UNKNOWN);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    g_assert_cmpint (amicus_graph_get_status (graph, i), ==, statuses[i]);
}

static void
assert_date (const char *attributes,
             const char *expected)
{
  g_autofree char *text = g_strdup_printf ("digraph { a [%s] }", attributes);
  g_autoptr (AmicusGraph) graph = read_graph (text);
  g_autofree char *date = amicus_graph_get_date (graph, AMICUS_ENTITY (0));
  AmicusDate days, of_text;
  gboolean is_date = date != NULL && amicus_date_parse (date, &of_text);

  g_assert_cmpstr (date, ==, expected);
  g_assert_true (amicus_graph_get_days (graph, AMICUS_ENTITY (0), &days) == is_date);
  if (is_date)
    g_assert_cmpmem (&days, sizeof days, &of_text, sizeof of_text);
}

static void
test_dates (void)
{
  assert_date ("x=1", NULL);
  assert_date ("date=\"2004?\", startDate=2001", "2004?");
  assert_date ("startDate=2004", "2004/..");
  assert_date ("endDate=\"2004-06\"", "../2004-06");
  assert_date ("startDate=2004, endDate=2006", "2004/2006");
  assert_date ("startDate=\"2004/2005\", endDate=\"2006/2007\"", "2004/2007");
  assert_date ("startDate=\"a while ago\"", "a while ago");
  assert_date ("endDate=\"one day\"", "one day");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/evidence/lists", test_lists);
  g_test_add_func ("/evidence/lists-random", test_lists_random);
  g_test_add_func ("/evidence/citations", test_citations);
  g_test_add_func ("/evidence/source-numbers", test_source_numbers);
  g_test_add_func ("/evidence/represented", test_represented);
  g_test_add_func ("/evidence/kinds-and-statuses", test_kinds_and_statuses);

  g_test_add_func ("/evidence/dates", test_dates);

  return g_test_run ();
}
