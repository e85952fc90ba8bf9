/* SPDX-License-Identifier: MIT */

#include "layout-worker/graph.h"

#include "layout-worker/allocate.h"
#include "layout-worker/engine.h"
#include "layout-worker/members.h"

#include <stdarg.h>

#define NAME_SIZE 32

static void
set (void       *object,
     const char *name,
     const char *format,
     ...) __attribute__ ((format (printf, 3, 4)));

static void
set (void       *object,
     const char *name,
     const char *format,
     ...)
{
  char value[4 * NAME_SIZE];
  va_list arguments;

  va_start (arguments, format);
  vsnprintf (value, sizeof value, format, arguments);
  va_end (arguments);
  agset (object, (char *) name, value);
}

static void
set_inches (void       *object,
            const char *name,
            double      points)
{
  set (object, name, "%.6f", points / POINTS_PER_INCH);
}

/* Room for a text; see plugins.c. */
static void
set_label (void  *object,
           double width,
           double height)
{
  if (width > 0.0 && height > 0.0)
    set (object, "label", "%.3f %.3f", width, height);
}

/* An engine stumbles over empty clusters, so they do not get there. */
static void
add_groups (WorkerGraph         *self,
            const WorkerMembers *members)
{
  const AmicusWireGroup *groups = amicus_wire_request_groups (self->request);

  for (uint32_t i = 0; i < self->request->n_groups; i++)
    if (members[i].first != AMICUS_WIRE_NONE)
      {
        uint32_t parent = groups[i].parent;
        Agraph_t *outer = parent == AMICUS_WIRE_NONE ? self->graph : self->groups[parent];
        char name[NAME_SIZE];

        snprintf (name, sizeof name, "cluster%u", i);
        self->groups[i] = agsubg (outer, name, TRUE);
        set_label (self->groups[i], groups[i].title_width, groups[i].title_height);
      }
}

static void
pin (Agnode_t             *node,
     const AmicusWireNode *place)
{
  set (node, "pos", "%.3f,%.3f", place->x, -place->y);
  set (node, "pin", "true");
}

static void
add_nodes (WorkerGraph *self)
{
  const AmicusWireNode *nodes = amicus_wire_request_nodes (self->request);
  bool pins = worker_engine_knows (self->request->engine, WORKER_ENGINE_PINS);

  for (uint32_t i = 0; i < self->request->n_nodes; i++)
    {
      char name[NAME_SIZE];

      snprintf (name, sizeof name, "%u", i);
      self->nodes[i] = agnode (self->graph, name, TRUE);
      set_inches (self->nodes[i], "width", nodes[i].width);
      set_inches (self->nodes[i], "height", nodes[i].height);
      if (pins && nodes[i].pinned)
        pin (self->nodes[i], &nodes[i]);
      if (nodes[i].group != AMICUS_WIRE_NONE && self->groups[nodes[i].group] != NULL)
        agsubnode (self->groups[nodes[i].group], self->nodes[i], TRUE);
    }
}

/* Ends as far from each other as a label between the two boxes wants. */
static double
wanted_length (const AmicusWireRequest *request,
               const AmicusWireEdge    *edge,
               uint32_t                 tail,
               uint32_t                 head)
{
  const AmicusWireNode *nodes = amicus_wire_request_nodes (request);

  return hypot (nodes[tail].width, nodes[tail].height) / 2.0
         + hypot (nodes[head].width, nodes[head].height) / 2.0
         + fmax (edge->label_width / 2.0, 0.0) + request->rank_gap;
}

static Agedge_t *
add_edge (WorkerGraph          *self,
          const AmicusWireEdge *edge,
          const WorkerMembers  *members)
{
  bool from_hull = edge->tail == AMICUS_WIRE_NONE, to_hull = edge->head == AMICUS_WIRE_NONE;
  uint32_t tail = from_hull ? members[edge->tail_group].last : edge->tail;
  uint32_t head = to_hull ? members[edge->head_group].first : edge->head;
  Agedge_t *result;

  if ((from_hull && members[edge->tail_group].first == AMICUS_WIRE_NONE) || head == AMICUS_WIRE_NONE
      || (from_hull && worker_group_holds (self->request, edge->tail_group, head))
      || (to_hull && worker_group_holds (self->request, edge->head_group, tail)))
    return NULL;

  result = agedge (self->graph, self->nodes[tail], self->nodes[head], NULL, TRUE);
  if (worker_engine_knows (self->request->engine, WORKER_ENGINE_CURVES))
    {
      if (self->labels)
        set_label (result, edge->label_width, edge->label_height);
      if (from_hull)
        set (result, "ltail", "cluster%u", edge->tail_group);
      if (to_hull)
        set (result, "lhead", "cluster%u", edge->head_group);
    }
  if (worker_engine_knows (self->request->engine, WORKER_ENGINE_LENGTHS))
    set_inches (result, "len", wanted_length (self->request, edge, tail, head));

  return result;
}

/**
 * worker_graph_build:
 * @self: (out): to be cleared in the end
 * @request: a valid request, which must live as long
 * @labels: whether to keep room for labels
 *
 * Makes the graph. Its names and attributes are made here, of numbers alone.
 */
void
worker_graph_build (WorkerGraph             *self,
                    const AmicusWireRequest *request,
                    bool                     labels)
{
  WorkerMembers *members = worker_members_find (request);

  self->request = request;
  self->labels = labels;
  self->graph = agopen ((char *) "", Agdirected, NULL);
  self->nodes = worker_allocate (request->n_nodes, sizeof *self->nodes);
  self->edges = worker_allocate (request->n_edges, sizeof *self->edges);
  self->groups = worker_allocate (request->n_groups, sizeof *self->groups);

  worker_engine_configure (request, self->graph);
  if (worker_engine_knows (request->engine, WORKER_ENGINE_GROUPS))
    add_groups (self, members);
  add_nodes (self);
  for (uint32_t i = 0; i < request->n_edges; i++)
    self->edges[i] = add_edge (self, &amicus_wire_request_edges (request)[i], members);

  free (members);
}

/**
 * worker_graph_clear:
 * @self: a graph that is no longer laid out
 */
void
worker_graph_clear (WorkerGraph *self)
{
  agclose (self->graph);
  free (self->nodes);
  free (self->edges);
  free (self->groups);
}
