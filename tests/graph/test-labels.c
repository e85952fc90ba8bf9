/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "graph/evidence.h"
#include "read.h"

static void
assert_label (AmicusGraph   *graph,
              AmicusElement  element,
              const char    *language,
              const char    *expected)
{
  g_autofree char *label = amicus_graph_get_label (graph, element, language);

  g_assert_true (g_utf8_validate (label, -1, NULL));
  g_assert_cmpstr (label, ==, expected);
}

/* @value: the label as it stands in a file. */
static void
assert_node_label (const char *value,
                   const char *expected)
{
  g_autofree char *text = g_strdup_printf ("digraph G { n [label=%s] }", value);
  g_autoptr (AmicusGraph) graph = read_graph (text);

  g_test_message ("%s", value);
  assert_label (graph, AMICUS_ENTITY (0), "en", expected);
}

static void
test_languages (void)
{
  g_autoptr (AmicusGraph) graph =
    read_graph ("digraph { a [label=A, label_fr=AF, label_fr_BE=AB]; b [label_fr=BF]; c [label=C, label_fr=\"\"]; d }");

  assert_label (graph, AMICUS_ENTITY (0), "fr", "AF");
  assert_label (graph, AMICUS_ENTITY (0), "fr_FR", "AF");
  assert_label (graph, AMICUS_ENTITY (0), "fr_BE", "AB");
  assert_label (graph, AMICUS_ENTITY (0), "fr_BE.UTF-8", "AB");
  assert_label (graph, AMICUS_ENTITY (0), "nl", "A");
  assert_label (graph, AMICUS_ENTITY (0), "C", "A");
  assert_label (graph, AMICUS_ENTITY (0), "", "A");
  assert_label (graph, AMICUS_ENTITY (1), "fr", "BF");
  assert_label (graph, AMICUS_ENTITY (1), "en", "b");
  assert_label (graph, AMICUS_ENTITY (2), "fr", "C");
  assert_label (graph, AMICUS_ENTITY (3), "fr", "d");
}

static void
test_relations (void)
{
  g_autoptr (AmicusGraph) graph =
    read_graph ("digraph { a -> b [label=L, kind=owns]; a -> b [kind=owns]; a -> b [kind=marries]; a -> b }");

  assert_label (graph, AMICUS_RELATION (0), "en", "L");
  assert_label (graph, AMICUS_RELATION (1), "en", "owns");
  assert_label (graph, AMICUS_RELATION (2), "en", "marries");
  assert_label (graph, AMICUS_RELATION (3), "en", "");
}

/* A group does not bear the label of what it stands in. */
static void
test_groups (void)
{
  g_autoptr (AmicusGraph) graph =
    read_graph ("digraph g { label=Whole; subgraph cluster_a { label=Own; subgraph cluster_b { } } { } }");

  assert_label (graph, AMICUS_WHOLE_GRAPH, "en", "Whole");
  assert_label (graph, AMICUS_GROUP (group_of (graph, "cluster_a")), "en", "Own");
  assert_label (graph, AMICUS_GROUP (group_of (graph, "cluster_b")), "en", "cluster_b");
  assert_label (graph, AMICUS_GROUP (2), "en", "");
}

static void
test_escapes (void)
{
  static const char *const rows[][2] = {
    { "\"one\\ntwo\"", "one\ntwo" },
    { "\"one\\ltwo\\l\"", "one\ntwo" },
    { "\"one\\rtwo\\n\\n\"", "one\ntwo\n" },
    { "\"\\N of \\G\"", "n of G" },
    { "\"\\E\\T\\H\\L\"", "ETHL" },
    { "\"a\\\\b\"", "a\\b" },
    { "\"a\\xb\"", "axb" },
    { "\"say \\\"x\\\"\"", "say \"x\"" },
    { "\"end\\\\\"", "end\\" },
    { "\"R&amp;D &eacute;&#233;&#xE9; &nbsp;.\"", "R&D ééé \u00a0." },
    { "\"R&D &nothing; &; &#; &#x; &#0; &#xD800; &#99999999999; &amp\"", "R&D &nothing; &; &#; &#x; &#0; &#xD800; &#99999999999; &amp" },
    { "\"\\é\"", "é" },
    { "plain", "plain" },
    { "\"\xff\"", "\ufffd" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_node_label (rows[i][0], rows[i][1]);
}

static void
test_html (void)
{
  static const char *const rows[][2] = {
    { "<plain>", "plain" },
    { "<a<BR/>b<br ALIGN=\"left\"/>c>", "a\nb\nc" },
    { "<<B>bold</B> and <I>it</I>>", "bold and it" },
    { "<<TABLE><TR><TD>a</TD><TD>b</TD></TR><TR><TD>c</TD></TR></TABLE>>", "a b\nc" },
    { "<  much \n\n space  >", "much space" },
    { "<a &lt; b &amp;amp; &euro;>", "a < b &amp; €" },
    { "<a<!-- hidden <b> -->c>", "ac" },
    { "<<BRAVO>x</BRAVO>>", "x" },
    { "<\\N\\n>", "\\N\\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_node_label (rows[i][0], rows[i][1]);
}

static void
test_records (void)
{
  static const char *const rows[][2] = {
    { "\"<f0> left|<f1> middle|right\"", "left\nmiddle\nright" },
    { "\"{a|{b|c}}\"", "a\nb\nc" },
    { "\"a \\| b \\{c\\} \\<d\\>\"", "a | b {c} <d>" },
    { "\"one\\ntwo||\"", "one\ntwo" },
    { "\"\\N|<port\"", "n\n<port" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *value = g_strdup_printf ("%s, shape=record", rows[i][0]);

      assert_node_label (value, rows[i][1]);
    }
  assert_node_label ("\"a|b\"", "a|b");
}

static void
test_edges_escapes (void)
{
  g_autoptr (AmicusGraph) directed = read_graph ("digraph G { a -> b [label=\"\\E \\T \\H \\G\\N\"] }");
  g_autoptr (AmicusGraph) undirected = read_graph ("graph G { a -- b [label=\"\\E\"] }");

  assert_label (directed, AMICUS_RELATION (0), "en", "a->b a b GN");
  assert_label (undirected, AMICUS_RELATION (0), "en", "a--b");
}

static void
test_charset (void)
{
  g_autoptr (AmicusGraph) graph =
    read_graph ("digraph { charset=\"Latin1\"; a [label=\"caf\xe9\"]; \"\xe9\" -> a [kind=owns] }");
  g_autofree char *kind = amicus_graph_get_label (graph, AMICUS_RELATION (0), "en");

  assert_label (graph, AMICUS_ENTITY (0), "en", "café");
  assert_label (graph, AMICUS_ENTITY (1), "en", "é");
  g_assert_cmpstr (kind, ==, "owns");
}

static void
test_texts (void)
{
  g_autoptr (AmicusGraph) graph =
    read_graph ("digraph { description=D; a [label=A, tooltip=\"about \\L|\", note=N, note_fr=NF]; subgraph s { } }");
  g_autofree char *tooltip = amicus_graph_get_text (graph, AMICUS_ENTITY (0), "tooltip", "en");
  g_autofree char *note = amicus_graph_get_text (graph, AMICUS_ENTITY (0), "note", "fr");
  g_autofree char *none = amicus_graph_get_text (graph, AMICUS_ENTITY (0), "description", "en");
  g_autofree char *inherited = amicus_graph_get_text (graph, AMICUS_GROUP (0), "description", "en");
  g_autofree char *own = amicus_graph_get_text (graph, AMICUS_WHOLE_GRAPH, "description", "en");

  g_assert_cmpstr (tooltip, ==, "about A|");
  g_assert_cmpstr (note, ==, "NF");
  g_assert_null (none);
  g_assert_null (inherited);
  g_assert_cmpstr (own, ==, "D");
}

/* Whatever the bytes, a label is text. */
static void
test_random (void)
{
  static const char letters[] = "\\\\nlNGL<>&;#xa1{}| \xc3\xa9\xff\n-!/BRTD";

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new ("digraph { graph [charset=utf8] n [shape=");
      g_autoptr (AmicusGraph) graph = NULL;
      gboolean html = g_test_rand_bit ();

      g_string_append (text, g_test_rand_bit () ? "record, label=" : "box, label=");
      g_string_append_c (text, html ? '<' : '"');
      for (guint n = (guint) g_test_rand_int_range (0, 20); n > 0; n--)
        g_string_append_c (text, letters[g_test_rand_int_range (0, sizeof letters - 1)]);
      g_string_append (text, html ? ">]}" : "\"]}");

      graph = read_bytes (text->str, text->len);
      for (guint j = 0; j < amicus_graph_get_n_entities (graph); j++)
        {
          g_autofree char *label = amicus_graph_get_label (graph, AMICUS_ENTITY (j), NULL);

          g_assert_true (g_utf8_validate (label, -1, NULL));
        }
    }
}

/* A file made to grow while it is read, and one made to be searched to its end again and again. */
static void
test_growth (void)
{
  g_autoptr (GString) text = g_string_new ("digraph { \"");
  g_autoptr (AmicusGraph) graph = NULL;
  g_autofree char *named = NULL;
  g_autofree char *ports = NULL;

  for (guint i = 0; i < 150000; i++)
    g_string_append_c (text, 'n');
  g_string_append (text, "\" [label=\"");
  for (guint i = 0; i < 60000; i++)
    g_string_append (text, "\\N");
  g_string_append (text, "\"]; r [shape=record, label=\"");
  for (guint i = 0; i < 2000000; i++)
    g_string_append_c (text, '<');
  g_string_append (text, "\"] }");

  graph = read_graph (text->str);
  named = amicus_graph_get_label (graph, AMICUS_ENTITY (0), "en");
  ports = amicus_graph_get_label (graph, AMICUS_ENTITY (1), "en");
  g_assert_cmpuint (strlen (named), <, 300000);
  g_assert_cmpuint (strlen (ports), ==, 2000000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/labels/languages", test_languages);
  g_test_add_func ("/labels/relations", test_relations);
  g_test_add_func ("/labels/groups", test_groups);
  g_test_add_func ("/labels/escapes", test_escapes);
  g_test_add_func ("/labels/html", test_html);
  g_test_add_func ("/labels/records", test_records);
  g_test_add_func ("/labels/edges-escapes", test_edges_escapes);
  g_test_add_func ("/labels/charset", test_charset);
  g_test_add_func ("/labels/texts", test_texts);
  g_test_add_func ("/labels/growth", test_growth);
  g_test_add_func ("/labels/random", test_random);

  return g_test_run ();
}
