/* SPDX-License-Identifier: MIT
 * A request as a graph of Graphviz's. */

#pragma once

#include "layout/protocol.h"

#include <gvc.h>

/* Edges that are not laid out and groups that the engine is not told of are NULL. */
typedef struct
{
  const AmicusWireRequest *request;
  bool labels;
  Agraph_t *graph;
  Agnode_t **nodes;
  Agedge_t **edges;
  Agraph_t **groups;
} WorkerGraph;

void worker_graph_build (WorkerGraph             *self,
                         const AmicusWireRequest *request,
                         bool                     labels);
void worker_graph_clear (WorkerGraph             *self);
