/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/survey.h"

#include <string.h>

typedef struct
{
  AmicusGraph *graph;
  AmicusSurvey *survey;
} Fixture;

static void
read_text (Fixture    *fixture,
           const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (bytes);

  fixture->graph = amicus_graph_new (syntax, 0);
  fixture->survey = amicus_survey_new (syntax, fixture->graph);
}

static void
clear (Fixture *fixture)
{
  amicus_survey_free (fixture->survey);
  amicus_graph_unref (fixture->graph);
}

static void
test_counts (void)
{
  Fixture fixture;

  read_text (&fixture, "digraph { subgraph cluster_a { a } subgraph b { b } subgraph { cluster=true; c }"
                       " a -> b [status=alleged]; b -> c [status=denied]; c -> a [status=alleged]; a -> c }");
  g_assert_cmpuint (amicus_survey_get_n_clusters (fixture.survey), ==, 2);
  for (guint status = 0; status < AMICUS_N_STATUSES; status++)
    {
      guint n = 0;

      for (guint i = 0; i < amicus_graph_get_n_relations (fixture.graph); i++)
        n += amicus_graph_get_status (fixture.graph, i) == status;
      g_assert_cmpuint (amicus_survey_count_status (fixture.survey, status), ==, n);
    }
  clear (&fixture);
}

static void
assert_cited_by (Fixture    *fixture,
                 const char *id,
                 const char *expected)
{
  AmicusElement source = amicus_graph_find_entity (fixture->graph, id);
  g_autoptr (GString) found = g_string_new (NULL);
  guint n;
  const AmicusElement *citing = amicus_survey_get_citing (fixture->survey, source.id, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (found, "%c%u ", ".gGer"[citing[i].kind], citing[i].id);
  g_assert_cmpstr (found->str, ==, expected);
}

/* Relations, then entities, then groups; what is not there or cited by nobody does no harm. */
static void
test_citing (void)
{
  Fixture fixture;

  read_text (&fixture, "digraph { one [kind=source]; two [kind=source, cites=one]; never [kind=source];"
                       " subgraph cluster_g { cites=one; x }"
                       " x -> two [cites=\"missing\"]; x -> one [cites=\"two\\none; p. 3\\none; p. 5\"] }");
  assert_cited_by (&fixture, "one", "r1 r1 e1 G0 ");
  assert_cited_by (&fixture, "two", "r1 ");
  assert_cited_by (&fixture, "never", "");
  assert_cited_by (&fixture, "x", "");
  clear (&fixture);
}

/* Only what is a label's name in this graph and can be a language. */
static void
test_languages (void)
{
  static const char *const expected[] = { "cs", "el", "nl", "pt_BR", NULL };
  Fixture fixture;

  read_text (&fixture, "digraph { label_pt_BR=x; a [label_nl=a, label_x=b, \"label_<b>\"=c, label_toolong=t];"
                       " a -> b [label_cs=d, note=\"label_da\"]; /* label_de */"
                       " subgraph cluster_a { label_el=e; c } } digraph { label_sv=other } // label_fi");
  g_assert_true (g_strv_equal (amicus_survey_get_languages (fixture.survey), expected));
  clear (&fixture);
}

static void
test_empty (void)
{
  Fixture fixture;

  read_text (&fixture, "graph { }");
  g_assert_cmpuint (amicus_survey_get_n_clusters (fixture.survey), ==, 0);
  g_assert_null (amicus_survey_get_languages (fixture.survey)[0]);
  clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/survey/counts", test_counts);
  g_test_add_func ("/survey/citing", test_citing);
  g_test_add_func ("/survey/languages", test_languages);
  g_test_add_func ("/survey/empty", test_empty);

  return g_test_run ();
}
