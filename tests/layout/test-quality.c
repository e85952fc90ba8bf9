/* SPDX-License-Identifier: GPL-3.0-or-later
 * How good a large drawing of the built-in engine is, on the graphs that sfdp was measured on. */

#include "layout/builtin-private.h"
#include "layout/embedding-private.h"
#include "layout/stress-private.h"

#include <glib/gstdio.h>
#include <math.h>

/* sfdp with its default options on the graph of 1000 nodes, as measured for the benchmarks. */
#define STRESS_OF_SFDP 0.188
#define N_SOURCES 200

typedef struct
{
  AmicusLayoutRequest *request;
  AmicusLink *links;
} Graph;

static void
read_graph (const char *path,
            Graph      *graph)
{
  g_autofree char *text = NULL;
  char *at;
  guint n, n_edges;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  n = (guint) g_ascii_strtoull (text, &at, 10);
  n_edges = (guint) g_ascii_strtoull (at, &at, 10);
  graph->request = amicus_layout_request_new (n, n_edges, 0);
  graph->links = g_new (AmicusLink, n_edges);

  for (guint i = 0; i < n; i++)
    {
      graph->request->nodes[i].width = 150.0;
      graph->request->nodes[i].height = 46.0;
    }
  for (guint e = 0; e < n_edges; e++)
    {
      graph->request->edges[e].tail = (guint32) g_ascii_strtoull (at, &at, 10);
      graph->request->edges[e].head = (guint32) g_ascii_strtoull (at, &at, 10);
      graph->links[e] = (AmicusLink) { graph->request->edges[e].tail,
                                       graph->request->edges[e].head, 1.0 };
    }
}

static void
graph_clear (Graph *graph)
{
  amicus_layout_request_unref (graph->request);
  g_free (graph->links);
}

/* Mean of (s e / d - 1)² over pairs at distance d drawn at distance e, with the best scale s. */
static double
stress_of (const Graph       *graph,
           const AmicusPoint *nodes)
{
  guint n = graph->request->n_nodes;
  g_autoptr (AmicusNetwork) network = amicus_network_new (n, graph->links, graph->request->n_edges);
  g_autofree guint32 *distances = g_new (guint32, n);
  double sum = 0.0, squares = 0.0, count = 0.0;

  for (guint k = 0; k < MIN (n, N_SOURCES); k++)
    {
      guint32 source = k * MAX (1, n / N_SOURCES);

      amicus_network_distances (network, source, distances);
      for (guint i = 0; i < n; i++)
        if (distances[i] != 0 && distances[i] != G_MAXUINT32)
          {
            double ratio = hypot (nodes[i].x - nodes[source].x, nodes[i].y - nodes[source].y)
                           / distances[i];

            sum += ratio;
            squares += ratio * ratio;
            count += 1.0;
          }
    }

  return 1.0 - sum * sum / squares / count;
}

/* Whether the graph could be made; it is removed by the caller. */
static gboolean
make_graph (const char *n_nodes,
            const char *stem)
{
  const char *shared = g_getenv ("AMICUS_SHARED");
  g_autofree char *beside = g_build_filename (g_getenv ("AMICUS_SOURCE_DIR"), "..", "shared", NULL);
  g_autofree char *script = g_build_filename (shared != NULL ? shared : beside, "bench", "graph.py",
                                              NULL);
  const char * const argv[] = { "python3", script, n_nodes, stem, "el", NULL };

  return g_file_test (script, G_FILE_TEST_EXISTS)
         && g_spawn_sync (NULL, (char **) argv, NULL,
                          G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                          NULL, NULL);
}

static void
remove_graph (const char *folder,
              const char *edges,
              const char *labels)
{
  g_remove (edges);
  g_remove (labels);
  g_rmdir (folder);
}

static void
test_stress (gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *stem = g_build_filename (folder, "graph", NULL);
  g_autofree char *edges = g_strconcat (stem, ".el", NULL);
  g_autofree char *labels = g_strconcat (stem, ".lab", NULL);
  g_autofree AmicusPoint *nodes = NULL;
  Graph graph;

  if (!make_graph (data, stem))
    {
      remove_graph (folder, edges, labels);
      g_test_skip ("shared/bench/graph.py is not there");
      return;
    }

  read_graph (edges, &graph);
  remove_graph (folder, edges, labels);
  nodes = g_new (AmicusPoint, graph.request->n_nodes);
  g_assert_true (amicus_builtin_run (graph.request, NULL, nodes, NULL, NULL));

  g_test_message ("%s nodes: stress %.3f", (const char *) data, stress_of (&graph, nodes));
  g_assert_cmpfloat (stress_of (&graph, nodes), <, 1.3 * STRESS_OF_SFDP);
  graph_clear (&graph);
}

/* On a path and a circle the best drawing is known: no distance need be wrong by much. */
static void
test_known_shapes (void)
{
  for (guint closed = 0; closed < 2; closed++)
    {
      Graph graph = { amicus_layout_request_new (60, 59 + closed, 0), g_new (AmicusLink, 60) };
      AmicusBox boxes[60];
      AmicusPoint nodes[60];
      guint64 random = 1;

      for (guint e = 0; e < graph.request->n_edges; e++)
        graph.links[e] = (AmicusLink) { e, (e + 1) % 60, 1.0 };
      for (guint i = 0; i < 60; i++)
        boxes[i] = (AmicusBox) { .width = 40.0, .height = 40.0 };

      amicus_embedding_find (boxes, 60, graph.links, graph.request->n_edges,
                             AMICUS_EMBEDDING_LEVEL, &random, NULL);
      for (guint i = 0; i < 60; i++)
        nodes[i] = boxes[i].centre;
      g_test_message ("%s: stress %.3f", closed ? "circle" : "path", stress_of (&graph, nodes));
      g_assert_cmpfloat (stress_of (&graph, nodes), <, closed ? 0.06 : 0.02);
      graph_clear (&graph);
    }
}

/* A lattice thrown about by chance is unfolded by the descent alone. */
static void
test_descent (void)
{
  Graph graph = { amicus_layout_request_new (49, 84, 0), g_new (AmicusLink, 84) };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (AmicusNetwork) network = NULL;
  g_autoptr (AmicusPivots) pivots = NULL;
  gboolean fixed[49] = { FALSE };
  AmicusPoint nodes[49];
  guint64 random = 1;
  guint e = 0;

  for (guint32 i = 0; i < 49; i++)
    {
      nodes[i] = (AmicusPoint) { g_rand_double (rand), g_rand_double (rand) };
      if (i % 7 < 6)
        graph.links[e++] = (AmicusLink) { i, i + 1, 1.0 };
      if (i < 42)
        graph.links[e++] = (AmicusLink) { i, i + 7, 1.0 };
    }

  network = amicus_network_new (49, graph.links, e);
  pivots = amicus_pivots_new (network, 49, &random, NULL);
  amicus_stress_descend (network, pivots, fixed, nodes, 40, FALSE, &random, NULL);
  g_test_message ("lattice: stress %.3f", stress_of (&graph, nodes));
  g_assert_cmpfloat (stress_of (&graph, nodes), <, 0.04);
  graph_clear (&graph);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/quality/1000", "1000", test_stress);
  g_test_add_func ("/quality/known-shapes", test_known_shapes);
  g_test_add_func ("/quality/descent", test_descent);

  return g_test_run ();
}
