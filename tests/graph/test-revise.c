/* SPDX-License-Identifier: GPL-3.0-or-later
 * A revised graph is as if it had been evaluated anew. */

#include "graph/graph.h"
#include "tests/document/author.h"
#include "tests/dot/alike.h"
#include "tests/dot/corpus.h"
#include "tests/graph/alike.h"

#include <string.h>

#define N_PATCHES 12
#define LARGEST 20000

/* How many patches were made, how many texts and how many graphs were revised. */
typedef struct
{
  guint n_patches;
  guint n_texts;
  guint n_graphs;
} Tally;

/* All states that a file had: the older ones must stay as they were. */
typedef struct
{
  AmicusSyntax *syntax;
  AmicusGraph *graph;
} State;

static void
clear_state (gpointer data)
{
  State *state = data;

  amicus_graph_unref (state->graph);
  amicus_syntax_unref (state->syntax);
}

static void
check (AmicusGraph  *graph,
       AmicusSyntax *syntax,
       AmicusSyntax *before)
{
  GBytes *bytes = amicus_syntax_get_bytes (syntax);
  g_autoptr (AmicusSyntax) fresh = amicus_syntax_new (bytes);
  g_autoptr (AmicusGraph) expected = amicus_graph_new (fresh, 0);
  g_autofree char *difference = compare_graphs (graph, expected);

  if (difference != NULL)
    g_error ("%s\nbefore:\n%s\nafter:\n%s", difference,
             before == NULL ? "" : (const char *) g_bytes_get_data (amicus_syntax_get_bytes (before), NULL),
             (const char *) g_bytes_get_data (bytes, NULL));
}

/* What is not said to be another must be the same. */
static void
check_list (AmicusGraph *graph,
            AmicusGraph *before)
{
  g_autoptr (GArray) elements = amicus_graph_list_revised (graph, before);

  if (elements == NULL)
    return;
  for (guint32 i = 0; i < amicus_graph_get_n_entities (graph); i++)
    {
      gboolean is_listed = FALSE;

      for (guint j = 0; j < elements->len; j++)
        is_listed = is_listed || amicus_element_equal (g_array_index (elements, AmicusElement, j), AMICUS_ENTITY (i));
      if (!is_listed)
        g_assert_cmpstr (amicus_graph_get_attribute (graph, AMICUS_ENTITY (i), "color"), ==,
                         amicus_graph_get_attribute (before, AMICUS_ENTITY (i), "color"));
    }
}

static void
apply (Tally       *tally,
       GRand       *rand,
       GArray      *states,
       AmicusPatch *patch)
{
  State last = g_array_index (states, State, states->len - 1);
  State next = { amicus_syntax_revise (last.syntax, patch), NULL };
  g_autoptr (GBytes) bytes = NULL;

  tally->n_patches++;
  if (next.syntax == NULL && g_rand_int_range (rand, 0, 8) > 0)
    return;

  if (next.syntax == NULL)
    {
      bytes = amicus_patch_apply (patch, amicus_syntax_get_bytes (last.syntax));
      next.syntax = amicus_syntax_new (bytes);
    }
  else
    tally->n_texts++;
  next.graph = amicus_graph_revise (last.graph, next.syntax);
  if (next.graph != NULL)
    {
      tally->n_graphs++;
      check (next.graph, next.syntax, last.syntax);
      check_list (next.graph, last.graph);
    }
  else
    next.graph = amicus_graph_new (next.syntax, 0);
  g_array_append_val (states, next);
}

static AmicusPatch *
between (AmicusSyntax *syntax,
         AmicusSyntax *other)
{
  return amicus_patch_between (amicus_syntax_get_bytes (syntax), amicus_syntax_get_bytes (other));
}

static void
try_file (Tally  *tally,
          GRand  *rand,
          GBytes *bytes)
{
  g_autoptr (GArray) states = g_array_new (FALSE, FALSE, sizeof (State));
  State first = { amicus_syntax_new (bytes), NULL };

  g_array_set_clear_func (states, clear_state);
  first.graph = amicus_graph_new (first.syntax, 0);
  g_array_append_val (states, first);
  for (guint i = 0; i < N_PATCHES; i++)
    {
      const State *last = &g_array_index (states, State, states->len - 1);
      const State *older = &g_array_index (states, State, g_rand_int_range (rand, 0, (gint32) states->len));
      /* As if something were undone, now and then. */
      g_autoptr (AmicusPatch) patch = g_rand_int_range (rand, 0, 4) == 0
                                        ? between (last->syntax, older->syntax)
                                        : make_random_patch (rand, last->syntax);

      apply (tally, rand, states, patch);
    }
  for (guint i = 0; i < states->len; i++)
    check (g_array_index (states, State, i).graph, g_array_index (states, State, i).syntax, NULL);
}

/* In half of them the vocabulary counts. */
static char *
write_file (GRand *rand)
{
  g_autofree char *text = write_random_file (rand);
  char *brace = strchr (text, '{');

  if (brace == NULL || g_rand_boolean (rand))
    return g_steal_pointer (&text);

  *brace = '\0';
  return g_strconcat (text, "{ amicus=1; a [kind=source]; b [kind=source]; ", brace + 1, NULL);
}

static void
report (const Tally *tally)
{
  g_test_message ("of %u patches %u texts and %u graphs revised", tally->n_patches, tally->n_texts,
                  tally->n_graphs);
}

static void
test_random_files (void)
{
  guint n_files = g_getenv ("AMICUS_TEST_FULL") != NULL ? 20000 : 1000;
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  Tally tally = { 0, 0, 0 };

  for (guint i = 0; i < n_files; i++)
    {
      char *text = write_file (rand);
      g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

      try_file (&tally, rand, bytes);
    }
  report (&tally);
  g_assert_cmpuint (tally.n_graphs, >, tally.n_texts / 3);
}

static void
test_corpus (void)
{
  g_autoptr (GPtrArray) files = load_dot_files ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  Tally tally = { 0, 0, 0 };

  if (files->len < 100)
    g_test_skip ("The corpus is not here: set AMICUS_SHARED");
  for (guint i = 0; i < files->len; i++)
    if (g_bytes_get_size (files->pdata[i]) < LARGEST)
      try_file (&tally, rand, files->pdata[i]);
  report (&tally);
}

static void
expect (const char *text,
        const char *changed,
        gboolean    is_revised)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GBytes) other = g_bytes_new_static (changed, strlen (changed));
  g_autoptr (AmicusPatch) patch = amicus_patch_between (bytes, other);
  g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (bytes);
  g_autoptr (AmicusGraph) graph = amicus_graph_new (syntax, 0);
  g_autoptr (AmicusSyntax) next = amicus_syntax_revise (syntax, patch);
  g_autoptr (AmicusGraph) revised = NULL;

  g_assert_nonnull (next);
  revised = amicus_graph_revise (graph, next);
  g_assert_cmpint (revised != NULL, ==, is_revised);
  if (revised != NULL)
    check (revised, next, syntax);
}

/* What is plainly one value must not need a new evaluation; what reaches farther, must. */
static void
test_what_is_revised (void)
{
  expect ("digraph { a [x=1]; b [x=2] }", "digraph { a [x=1]; b [x=3] }", TRUE);
  expect ("digraph { a [x=1]; b [x=2] }", "digraph { a [x=1]; b [y=2] }", TRUE);
  expect ("digraph { a [x=1]; b; c }", "digraph { a [x=1]; b [x=2]; c }", TRUE);
  expect ("digraph { a [x=1]; b [y=1] }", "digraph { a [y=1,x=1]; b [y=1] }", FALSE);
  expect ("digraph { a [x=1]; b [y=1] }", "digraph { a [x=1,y=1]; b [y=1] }", TRUE);
  expect ("digraph { a -> b [x=1]; b -> c [x=2] }", "digraph { a -> b [x=1]; b -> c [x=\"3\"] }", TRUE);
  expect ("digraph { a -> b [x=1]; a -> b; }", "digraph { a -> b [x=1]; a -> b [x=2]; }", TRUE);
  expect ("digraph { a -> b [key=1]; c }", "digraph { a -> b [key=2]; c }", FALSE);
  expect ("digraph { a -> b [key=1,x=1]; c }", "digraph { a -> b [key=1,x=2]; c }", TRUE);
  expect ("digraph { a -> b -> c [x=1] }", "digraph { a -> b -> c [x=2] }", TRUE);
  expect ("digraph { a:p -> b [x=1]; c }", "digraph { a:q -> b [x=1]; c }", FALSE);
  expect ("digraph { amicus=1; a [kind=x]; c }", "digraph { amicus=1; a [kind=source]; c }", FALSE);
  expect ("digraph { amicus=1; a [lei=\"\"]; c }", "digraph { amicus=1; a [lei=no]; c }", FALSE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph/revise/what-is-revised", test_what_is_revised);
  g_test_add_func ("/graph/revise/random-files", test_random_files);
  g_test_add_func ("/graph/revise/corpus", test_corpus);

  return g_test_run ();
}
