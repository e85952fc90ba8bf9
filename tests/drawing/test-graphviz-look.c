/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing/graphviz-look.h"

#include "drawing/graphviz-color.h"
#include "drawn.h"

typedef struct
{
  const char *text;
  gboolean good;
  AmicusColor color;
} ColorCase;

static const ColorCase colors[] = {
  { "#0072b2", TRUE, 0x0072b2ff },
  { "#0072B280", TRUE, 0x0072b280 },
  { "#abc", TRUE, 0xaabbccff },
  { "#abcd", FALSE, 0 },
  { "#xyzxyz", FALSE, 0 },
  { "red", TRUE, 0xff0000ff },
  { " Red ", TRUE, 0xff0000ff },
  { "gray", TRUE, 0xc0c0c0ff },
  { "green", TRUE, 0x00ff00ff },
  { "grey51", TRUE, 0x828282ff },
  { "antiquewhite3", TRUE, 0xcdc0b0ff },
  { "/svg/navy", TRUE, 0x000080ff },
  { "red:blue", TRUE, 0xff0000ff },
  { "red;0.5:blue", TRUE, 0xff0000ff },
  { "transparent", TRUE, 0x00000000 },
  { "0.000 1.000 1.000", TRUE, 0xff0000ff },
  { "0.3333333,1,1", TRUE, 0x00ff00ff },
  { "0.6666667, 1, 0.5", TRUE, 0x000080ff },
  { "0.1 1 1", TRUE, 0xff9900ff },
  { "0.25 1 1", TRUE, 0x80ff00ff },
  { "0.4 1 1", TRUE, 0x00ff66ff },
  { "0.6 1 1", TRUE, 0x0066ffff },
  { "0.75 1 1", TRUE, 0x8000ffff },
  { "0.9 1 1", TRUE, 0xff0099ff },
  { ".5 0 1", TRUE, 0xffffffff },
  { "0.5 0.5", FALSE, 0 },
  { "", FALSE, 0 },
  { "no such colour", FALSE, 0 },
  { NULL, FALSE, 0 },
};

static void
test_colors (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      AmicusColor color = 0;

      g_test_message ("%s", colors[i].text);
      g_assert_cmpint (amicus_graphviz_color_parse (colors[i].text, &color), ==, colors[i].good);
      g_assert_cmphex (color, ==, colors[i].color);
    }
}

static void
test_nodes (void)
{
  g_autoptr (AmicusGraph) graph = drawn_graph (
    "digraph { a; b [shape=box, style=\"rounded,filled,dashed\", fillcolor=\"#223344\", color=red, penwidth=1e99];"
    " c [shape=diamond, style=invis]; d [shape=plaintext]; e [shape=record, style=bold] }");
  AmicusNodeLook look[5];

  for (guint i = 0; i < G_N_ELEMENTS (look); i++)
    g_assert_true (amicus_node_look_read (graph, i, &look[i]));
  g_assert_cmpint (look[0].form.shape, ==, AMICUS_SHAPE_ELLIPSE);
  g_assert_false (look[0].has_fill);
  g_assert_cmpint (look[1].form.shape, ==, AMICUS_SHAPE_RECTANGLE);
  g_assert_cmpfloat (look[1].form.radius, >, 0);
  g_assert_cmphex (look[1].fill, ==, 0x223344ff);
  g_assert_cmphex (look[1].color, ==, 0xff0000ff);
  g_assert_cmpint (look[1].dash, ==, AMICUS_DASH_DASHED);
  g_assert_cmpfloat (look[1].width, <=, 20);
  g_assert_true (look[2].hidden);
  g_assert_cmpint (look[3].form.shape, ==, AMICUS_SHAPE_BARE);
  g_assert_cmpfloat_with_epsilon (look[4].width, 2, 1e-9);
}

/* Text that could not be read on its ground takes the palette's colour. */
static void
test_readable (void)
{
  g_autoptr (AmicusGraph) graph = drawn_graph ("digraph { a [fontcolor=black, style=filled, fillcolor=black];"
                                               " b [fontcolor=yellow, style=filled, fillcolor=navy] }");
  AmicusNodeLook look;

  for (AmicusScheme scheme = AMICUS_SCHEME_LIGHT; scheme <= AMICUS_SCHEME_DARK_CONTRAST; scheme++)
    for (guint i = 0; i < 2; i++)
      {
        AmicusCardStyle style;

        g_assert_true (amicus_node_look_read (graph, i, &look));
        style = amicus_node_look_style (&look, amicus_palette_get (scheme));
        g_assert_cmpfloat (amicus_color_contrast (style.text, style.fill), >=, 3);
        if (i == 1)
          g_assert_cmphex (style.text, ==, 0xffff00ff);
      }
}

static void
test_edges (void)
{
  g_autoptr (AmicusGraph) graph = drawn_graph (
    "digraph { a -> b; a -> b [dir=both, arrowhead=odot, arrowtail=diamond, color=\"red:blue\", style=dotted];"
    " a -> b [dir=none]; a -> b [arrowhead=vee, penwidth=3]; a -> b [arrowhead=onormal]; a -> b [arrowhead=inv] }");
  g_autoptr (AmicusGraph) undirected = drawn_graph ("graph { a -- b }");
  AmicusEdgeLook look[6];
  AmicusEdgeLook line;

  for (guint i = 0; i < G_N_ELEMENTS (look); i++)
    g_assert_true (amicus_edge_look_read (graph, i, &look[i]));
  g_assert_cmpint (look[0].head.shape, ==, AMICUS_HEAD_TRIANGLE);
  g_assert_cmpint (look[0].tail.shape, ==, AMICUS_HEAD_NONE);
  g_assert_cmpint (look[1].head.shape, ==, AMICUS_HEAD_DOT);
  g_assert_true (look[1].head.hollow);
  g_assert_cmpint (look[1].tail.shape, ==, AMICUS_HEAD_DIAMOND);
  g_assert_cmphex (look[1].color, ==, 0xff0000ff);
  g_assert_cmpint (look[1].dash, ==, AMICUS_DASH_DOTTED);
  g_assert_cmpint (look[2].head.shape, ==, AMICUS_HEAD_NONE);
  g_assert_cmpint (look[3].head.shape, ==, AMICUS_HEAD_VEE);
  g_assert_cmpfloat_with_epsilon (look[3].width, 3, 1e-9);
  g_assert_true (look[4].head.hollow);
  g_assert_cmpint (look[5].head.shape, ==, AMICUS_HEAD_TRIANGLE);
  g_assert_true (amicus_edge_look_read (undirected, 0, &line));
  g_assert_cmpint (line.head.shape, ==, AMICUS_HEAD_NONE);
}

/* The vocabulary wins where the file follows it, and where a known kind has no look. */
static void
test_vocabulary (void)
{
  g_autoptr (AmicusGraph) amicus = drawn_graph ("digraph { graph [amicus=1]; a [shape=box, color=red] }");
  g_autoptr (AmicusGraph) foreign = drawn_graph ("digraph { a [kind=company]; b [kind=company, color=red]; c [kind=dragon];"
                                                 " a -> b [kind=owns]; a -> b [kind=owns, style=dashed] }");
  AmicusNodeLook look;
  AmicusEdgeLook edge;

  g_assert_false (amicus_node_look_read (amicus, 0, &look));
  g_assert_false (amicus_node_look_read (foreign, 0, &look));
  g_assert_true (amicus_node_look_read (foreign, 1, &look));
  g_assert_true (amicus_node_look_read (foreign, 2, &look));
  g_assert_false (amicus_edge_look_read (foreign, 0, &edge));
  g_assert_true (amicus_edge_look_read (foreign, 1, &edge));
}

static void
test_record (void)
{
  static const char * const cases[][2] = {
    { "a|b", "a\nb" },           { "{a|{b|c}}", "a\nb\nc" },  { "<p> a|<q> b", " a\n b" },
    { "a\\|b", "a|b" },          { "|||", "" },               { "", "" },
    { "{{{", "" },               { "<", "" },                 { "a\\", "a\\" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = amicus_record_text (cases[i][0]);

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/graphviz-look/colors", test_colors);
  g_test_add_func ("/graphviz-look/nodes", test_nodes);
  g_test_add_func ("/graphviz-look/readable", test_readable);
  g_test_add_func ("/graphviz-look/edges", test_edges);
  g_test_add_func ("/graphviz-look/vocabulary", test_vocabulary);
  g_test_add_func ("/graphviz-look/record", test_record);

  return g_test_run ();
}
