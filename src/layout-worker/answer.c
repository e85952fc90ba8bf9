/* SPDX-License-Identifier: MIT */

#include "layout-worker/answer.h"

#include "layout-worker/adjust.h"
#include "layout-worker/arena.h"
#include "layout-worker/engine.h"
#include "layout-worker/graph.h"
#include "layout-worker/groups.h"
#include "layout-worker/outline.h"

#include <stdlib.h>

/* Graphviz has y up. */
static AmicusWirePoint
to_wire (pointf point)
{
  return (AmicusWirePoint) { point.x, -point.y };
}

/* Control points of an edge, at most; a curve after the first shares its beginning with the end
 * of the one before. */
static uint32_t
count_points (Agedge_t *edge)
{
  const splines *curves = edge != NULL ? ED_spl (edge) : NULL;
  uint32_t n_points = 0;

  for (int i = 0; curves != NULL && i < curves->size; i++)
    n_points += (uint32_t) curves->list[i].size - (i > 0);

  return n_points;
}

static void
copy_points (const splines   *curves,
             AmicusWirePoint *points)
{
  for (int i = 0; i < curves->size; i++)
    for (int j = i > 0; j < curves->list[i].size; j++)
      *points++ = to_wire (curves->list[i].list[j]);
}

/* The shape of an end of an edge; NULL if it is a hull. */
static const WorkerShape *
end_shape (const WorkerGraph     *graph,
           const AmicusWirePoint *centres,
           uint32_t               index,
           WorkerShape           *shape)
{
  const AmicusWireNode *node;

  if (index == AMICUS_WIRE_NONE)
    return NULL;

  node = &amicus_wire_request_nodes (graph->request)[index];
  *shape = (WorkerShape) { centres[index], node->width, node->height, node->outline };
  return shape;
}

/* Where the engine has put the label, else half way. */
static AmicusWirePoint
label_centre (Agedge_t              *edge,
              const AmicusWirePoint *points,
              size_t                 n_points)
{
  const AmicusWirePoint *p = &points[n_points / 6 * 3];

  if (ED_label (edge) != NULL && ED_label (edge)->set)
    return to_wire (ED_label (edge)->pos);

  return (AmicusWirePoint) { (p[0].x + 3.0 * (p[1].x + p[2].x) + p[3].x) / 8.0,
                             (p[0].y + 3.0 * (p[1].y + p[2].y) + p[3].y) / 8.0 };
}

/* Writes the path of an edge and returns the number of its points. */
static uint32_t
write_path (const WorkerGraph     *graph,
            const AmicusWirePoint *centres,
            uint32_t               index,
            AmicusWirePath        *path,
            AmicusWirePoint       *points)
{
  const AmicusWireEdge *edge = &amicus_wire_request_edges (graph->request)[index];
  Agedge_t *laid_out = graph->edges[index];
  size_t n_points = count_points (laid_out);
  WorkerShape tail, head;

  if (n_points < 4)
    return 0;

  copy_points (ED_spl (laid_out), points);
  worker_outline_clip (points, &n_points,
                       end_shape (graph, centres, edge->tail, &tail),
                       end_shape (graph, centres, edge->head, &head));
  path->label = label_centre (laid_out, points, n_points);
  path->n_points = (uint32_t) n_points;
  return path->n_points;
}

static AmicusWireBox
group_box (Agraph_t *group)
{
  boxf box;

  if (group == NULL)
    return (AmicusWireBox) { 0.0, 0.0, -1.0, -1.0 };

  box = GD_bb (group);
  return (AmicusWireBox) { box.LL.x, -box.UR.y, box.UR.x - box.LL.x, box.UR.y - box.LL.y };
}

static void
write_curves (const WorkerGraph     *graph,
              AmicusWireReply       *reply,
              const AmicusWirePoint *centres,
              AmicusWirePath        *paths,
              AmicusWireBox         *groups)
{
  AmicusWirePoint *points;

  for (uint32_t i = 0; i < reply->n_groups; i++)
    groups[i] = group_box (graph->groups[i]);

  points = (void *) (groups + reply->n_groups);
  reply->n_points = 0;
  for (uint32_t i = 0; i < reply->n_edges; i++)
    reply->n_points += write_path (graph, centres, i, &paths[i], points + reply->n_points);
}

static uint32_t
count_all_points (const WorkerGraph *graph)
{
  uint64_t n_points = 0;

  for (uint32_t i = 0; i < graph->request->n_edges; i++)
    n_points += count_points (graph->edges[i]);

  return n_points < UINT32_MAX ? (uint32_t) n_points : UINT32_MAX;
}

static AmicusWireReply *
read_layout (const WorkerGraph *graph)
{
  const AmicusWireRequest *request = graph->request;
  bool curves = worker_engine_knows (request->engine, WORKER_ENGINE_CURVES);
  uint32_t n_points = curves ? count_all_points (graph) : 0;
  size_t length = amicus_wire_reply_length (request->n_nodes, request->n_edges,
                                            request->n_groups, n_points);
  AmicusWireReply *reply = length > 0 ? calloc (1, length) : NULL;
  AmicusWirePoint *nodes;
  AmicusWirePath *paths;
  AmicusWireBox *groups;

  if (reply == NULL)
    return NULL;

  reply->n_nodes = request->n_nodes;
  reply->n_edges = request->n_edges;
  reply->n_groups = request->n_groups;
  nodes = (void *) (reply + 1);
  paths = (void *) (nodes + request->n_nodes);
  groups = (void *) (paths + request->n_edges);

  for (uint32_t i = 0; i < request->n_nodes; i++)
    nodes[i] = to_wire (ND_coord (graph->nodes[i]));
  worker_adjust_scale (request, nodes);
  worker_adjust_pins (request, nodes);

  if (curves)
    write_curves (graph, reply, nodes, paths, groups);
  else
    for (uint32_t i = 0; i < request->n_groups; i++)
      groups[i] = group_box (NULL);

  return reply;
}

/* gvLayout () returns 0 for many a failure, so only what it made counts. */
static AmicusWireReply *
checked (AmicusWireReply         *reply,
         const AmicusWireRequest *request)
{
  if (reply == NULL)
    return NULL;

  if (amicus_wire_reply_is_valid (reply, amicus_wire_reply_size (reply), request->n_nodes,
                                  request->n_edges, request->n_groups))
    return reply;

  free (reply);
  return NULL;
}

/* Making room for labels on a flat rank, dot 2.42 moves the rank's array of nodes and forgets
 * that it has a second pointer to it, the one it frees in the end. */
static void
mend_ranks (Agraph_t *graph)
{
  for (int i = GD_minrank (graph); GD_rank (graph) != NULL && i <= GD_maxrank (graph); i++)
    if (GD_rank (graph)[i].av != NULL)
      GD_rank (graph)[i].av = GD_rank (graph)[i].v;
}

static AmicusWireReply *
lay_out (GVC_t                   *context,
         const AmicusWireRequest *request,
         bool                     labels)
{
  AmicusWireReply *reply = NULL;
  WorkerGraph graph;

  /* Nothing may hang on what was laid out before. */
  srand (1);
  srand48 (1);

  worker_graph_build (&graph, request, labels);
  if (gvLayout (context, graph.graph, worker_engine_name (request->engine)) == 0)
    reply = checked (read_layout (&graph), request);
  if (request->engine == AMICUS_WIRE_ENGINE_DOT)
    mend_ranks (graph.graph);
  gvFreeLayout (context, graph.graph);
  worker_graph_clear (&graph);
  worker_arena_reset ();

  return reply;
}

/**
 * worker_answer:
 * @context: Graphviz
 * @request: a valid request
 *
 * Lays a graph out. The answer depends on the request alone, whatever was laid out before.
 *
 * Returns: a valid reply, to be freed; NULL if the engine gave no layout
 */
AmicusWireReply *
worker_answer (GVC_t                   *context,
               const AmicusWireRequest *request)
{
  AmicusWireReply *reply = lay_out (context, request, true);

  /* Among groups, labels on a flat rank may lead dot to let strangers into a group, or to lose its
   * way ("trouble in init_rank"). Better no room for labels than that. */
  if (request->engine == AMICUS_WIRE_ENGINE_DOT
      && (reply == NULL || !worker_groups_are_true (request, reply)))
    {
      free (reply);
      reply = lay_out (context, request, false);
    }

  return reply;
}
