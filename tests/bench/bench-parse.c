/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reading a DOT file to a graph, by Amicus and by cgraph in turn, in milliseconds of processor
 * time: neither uses more than one thread, and other work of the machine does not count. Each run
 * has a process of its own, as when a file is opened: in one, what a run leaves in the heap is
 * tidied up in the time of the next.
 *
 * bench-parse FILE [RUNS] */

#include "graph/graph.h"

#include <errno.h>
#include <graphviz/cgraph.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

typedef struct
{
  double milliseconds;
  guint n_edges;
} Run;

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

typedef Run (*RunFunc) (GBytes *bytes);

static Run
run_amicus (GBytes *bytes)
{
  double start = now ();
  g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (bytes);
  g_autoptr (AmicusGraph) graph = amicus_graph_new (syntax, 0);

  return (Run) { now () - start, amicus_graph_get_n_relations (graph) };
}

static Run
run_cgraph (GBytes *bytes)
{
  double start = now ();
  Agraph_t *graph = agmemread (g_bytes_get_data (bytes, NULL));
  Run run = { now () - start, 0 };

  if (graph == NULL)
    g_error ("cgraph does not read this file");
  run.n_edges = (guint) agnedges (graph);
  agclose (graph);

  return run;
}

static Run
run_apart (RunFunc function,
           GBytes *bytes)
{
  Run run;
  int ends[2];
  pid_t child;

  if (pipe (ends) != 0 || (child = fork ()) < 0)
    g_error ("%s", g_strerror (errno));

  if (child == 0)
    {
      run = function (bytes);
      _exit (write (ends[1], &run, sizeof run) == sizeof run ? 0 : 1);
    }

  close (ends[1]);
  if (read (ends[0], &run, sizeof run) != sizeof run)
    g_error ("a run failed");
  close (ends[0]);
  waitpid (child, NULL, 0);

  return run;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
median (GArray *times)
{
  g_array_sort (times, compare);
  return g_array_index (times, double, times->len / 2);
}

/* With the zero byte that agmemread looks for. */
static GBytes *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize size;

  if (!g_file_get_contents (path, &contents, &size, &error))
    g_error ("%s", error->message);
  return g_bytes_new_take (contents, size);
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (GArray) amicus = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cgraph = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GBytes) bytes = NULL;
  guint n_runs = argc > 2 ? (guint) atoi (argv[2]) : 7;
  guint n_edges = 0;

  if (argc < 2)
    {
      g_printerr ("usage: %s FILE [RUNS]\n", argv[0]);
      return 2;
    }

  bytes = load (argv[1]);
  for (guint i = 0; i < MAX (5, n_runs); i++)
    {
      Run ours = run_apart (run_amicus, bytes);
      Run theirs = run_apart (run_cgraph, bytes);

      if (ours.n_edges != theirs.n_edges)
        g_error ("%u edges against %u", ours.n_edges, theirs.n_edges);
      n_edges = ours.n_edges;
      g_array_append_val (amicus, ours.milliseconds);
      g_array_append_val (cgraph, theirs.milliseconds);
    }
  g_print ("parse %u edges: amicus %.1f ms, cgraph %.1f ms, ratio %.1f\n", n_edges, median (amicus),
           median (cgraph), median (cgraph) / median (amicus));

  return 0;
}
