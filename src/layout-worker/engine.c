/* SPDX-License-Identifier: MIT */

#include "layout-worker/engine.h"

#include <stdarg.h>

/* Above, dot no longer looks for the best drawing but for a good one in time. */
#define THOROUGH_MAX_NODES 300

/* The spring is the length that springs want to have, as a part of what relations want; 0 for an
 * engine without springs. fdp's come out too long. */
static const struct
{
  const char *name;
  unsigned traits;
  double spring;
} engines[AMICUS_WIRE_N_ENGINES] = {
  [AMICUS_WIRE_ENGINE_DOT] = { "dot", WORKER_ENGINE_CURVES | WORKER_ENGINE_GROUPS },
  [AMICUS_WIRE_ENGINE_NEATO] = { "neato", WORKER_ENGINE_PINS | WORKER_ENGINE_LENGTHS },
  [AMICUS_WIRE_ENGINE_FDP] = { "fdp", WORKER_ENGINE_GROUPS | WORKER_ENGINE_PINS
                                      | WORKER_ENGINE_LENGTHS, 0.6 },
  [AMICUS_WIRE_ENGINE_SFDP] = { "sfdp", WORKER_ENGINE_ANY_SCALE, 1.0 },
  [AMICUS_WIRE_ENGINE_TWOPI] = { "twopi", 0 },
  [AMICUS_WIRE_ENGINE_CIRCO] = { "circo", 0 },
  [AMICUS_WIRE_ENGINE_OSAGE] = { "osage", WORKER_ENGINE_GROUPS },
};

static const char *const rank_directions[AMICUS_WIRE_N_RANK_DIRECTIONS] = {
  [AMICUS_WIRE_RANK_TOP_TO_BOTTOM] = "TB",
  [AMICUS_WIRE_RANK_LEFT_TO_RIGHT] = "LR",
  [AMICUS_WIRE_RANK_BOTTOM_TO_TOP] = "BT",
  [AMICUS_WIRE_RANK_RIGHT_TO_LEFT] = "RL",
};

/**
 * worker_engine_name:
 * @engine: a valid engine
 *
 * Returns: what Graphviz calls it
 */
const char *
worker_engine_name (uint32_t engine)
{
  return engines[engine].name;
}

/**
 * worker_engine_knows:
 * @engine: a valid engine
 * @trait: one trait
 *
 * Returns: whether the engine has it
 */
bool
worker_engine_knows (uint32_t           engine,
                     WorkerEngineTraits trait)
{
  return (engines[engine].traits & trait) != 0;
}

/* Sets an attribute for all graphs, nodes or edges that do not set it themselves. */
static void
declare (Agraph_t   *graph,
         int         kind,
         const char *name,
         const char *format,
         ...) __attribute__ ((format (printf, 4, 5)));

static void
declare (Agraph_t   *graph,
         int         kind,
         const char *name,
         const char *format,
         ...)
{
  char value[64];
  va_list arguments;

  va_start (arguments, format);
  vsnprintf (value, sizeof value, format, arguments);
  va_end (arguments);
  agattr (graph, kind, (char *) name, value);
}

static double
inches (double points)
{
  return points / POINTS_PER_INCH;
}

static void
declare_nodes_and_edges (Agraph_t *graph)
{
  declare (graph, AGNODE, "shape", "box");
  declare (graph, AGNODE, "label", "%s", "");
  declare (graph, AGNODE, "fixedsize", "true");
  declare (graph, AGNODE, "width", "1");
  declare (graph, AGNODE, "height", "1");
  declare (graph, AGEDGE, "dir", "none");
}

static void
configure_groups (Agraph_t *graph)
{
  declare (graph, AGRAPH, "label", "%s", "");
  declare (graph, AGRAPH, "labelloc", "t");
  declare (graph, AGRAPH, "labeljust", "l");
  declare (graph, AGRAPH, "margin", "18");
}

/* Curves go on to the centres: answer.c cuts them at outlines that Graphviz does not have. */
static void
configure_dot (const AmicusWireRequest *request,
               Agraph_t                *graph)
{
  declare (graph, AGRAPH, "rankdir", "%s", rank_directions[request->rank_direction]);
  declare (graph, AGRAPH, "nodesep", "%.6f", inches (request->node_gap));
  declare (graph, AGRAPH, "ranksep", "%.6f", inches (request->rank_gap));
  declare (graph, AGRAPH, "compound", "true");
  declare (graph, AGEDGE, "label", "%s", "");
  declare (graph, AGEDGE, "ltail", "%s", "");
  declare (graph, AGEDGE, "lhead", "%s", "");
  declare (graph, AGEDGE, "headclip", "false");
  declare (graph, AGEDGE, "tailclip", "false");

  if (request->n_nodes > THOROUGH_MAX_NODES)
    {
      declare (graph, AGRAPH, "nslimit", "2");
      declare (graph, AGRAPH, "mclimit", "0.5");
    }
}

/* The longest side of a node, which rings must keep apart. */
static double
largest_size (const AmicusWireRequest *request)
{
  const AmicusWireNode *nodes = amicus_wire_request_nodes (request);
  double largest = 0.0;

  for (uint32_t i = 0; i < request->n_nodes; i++)
    largest = fmax (largest, fmax (nodes[i].width, nodes[i].height));

  return largest;
}

/**
 * worker_engine_usual_length:
 * @request: a valid request
 *
 * Returns: how long, from centre to centre, an edge without a label should be between two boxes of
 *   the usual size, in points
 */
double
worker_engine_usual_length (const AmicusWireRequest *request)
{
  const AmicusWireNode *nodes = amicus_wire_request_nodes (request);
  double sum = 0.0;

  for (uint32_t i = 0; i < request->n_nodes; i++)
    sum += hypot (nodes[i].width, nodes[i].height);

  return request->rank_gap + (request->n_nodes > 0 ? sum / request->n_nodes : 0.0);
}

/* Boxes are left to overlap: Graphviz's way to move them apart (prism) builds on a triangulation
 * whose order hangs on addresses in memory, so that no two runs are the same, and it moves pinned
 * nodes. The client does it. */
static void
configure_others (const AmicusWireRequest *request,
                  Agraph_t                *graph)
{
  double spring = engines[request->engine].spring;

  declare (graph, AGRAPH, "splines", "%s", "");
  declare (graph, AGRAPH, "start", "%u", request->seed);
  declare (graph, AGRAPH, "overlap", "true");
  declare (graph, AGRAPH, "pack", "%.0f", request->node_gap);
  declare (graph, AGRAPH, "inputscale", "%g", (double) POINTS_PER_INCH);
  declare (graph, AGRAPH, "mindist", "%.6f", inches (request->node_gap));
  declare (graph, AGNODE, "pos", "%s", "");
  declare (graph, AGNODE, "pin", "false");
  if (worker_engine_knows (request->engine, WORKER_ENGINE_LENGTHS))
    declare (graph, AGEDGE, "len", "1");
  if (spring > 0.0)
    declare (graph, AGRAPH, "K", "%.6f", inches (worker_engine_usual_length (request)) * spring);
  if (request->engine == AMICUS_WIRE_ENGINE_TWOPI)
    declare (graph, AGRAPH, "ranksep", "%.6f", inches (largest_size (request) + request->rank_gap));
}

/**
 * worker_engine_configure:
 * @request: a valid request
 * @graph: an empty graph
 *
 * Sets what the engine is told of all nodes, edges and groups. Of Graphviz's attributes only
 * those are used that have stood a fuzzer: no curved or orthogonal lines, no voronoi, no limits
 * of the user's.
 */
void
worker_engine_configure (const AmicusWireRequest *request,
                         Agraph_t                *graph)
{
  declare_nodes_and_edges (graph);
  if (worker_engine_knows (request->engine, WORKER_ENGINE_GROUPS))
    configure_groups (graph);
  if (request->engine == AMICUS_WIRE_ENGINE_DOT)
    configure_dot (request, graph);
  else
    configure_others (request, graph);
}
