/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/languages.h"

/* What the program speaks and what the file's labels do; nothing else that stands after `label_`. */
static void
test_of_graph (void)
{
  static const char text[] =
    "digraph { label_pt_BR=x; a [label_nl=a, label_x=b, \"label_<b>\"=c]; a -> b [label_cs=d];"
    " subgraph cluster_a { label_el=e; c } }";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (bytes);
  g_autoptr (AmicusGraph) graph = amicus_graph_new (syntax, 0);
  g_autoptr (AmicusSurvey) survey = amicus_survey_new (syntax, graph);
  g_auto (GStrv) codes = amicus_languages_of (survey);
  const char *const expected[] = { "cs", "el", "nl", "pt_BR", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_true (g_strv_contains ((const char *const *) codes, expected[i]));
  g_assert_false (g_strv_contains ((const char *const *) codes, "x"));
  g_assert_false (g_strv_contains ((const char *const *) codes, "<b>"));
}

static void
assert_name (const char *code,
             const char *expected)
{
  g_autofree char *name = amicus_language_name (code);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_names (void)
{
  assert_name ("fr", "Français");
  assert_name ("pt_BR", "Português (BR)");
  assert_name ("xx", "xx");
  assert_name ("", "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/languages/of-graph", test_of_graph);
  g_test_add_func ("/languages/names", test_names);

  return g_test_run ();
}
