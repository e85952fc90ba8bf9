/* SPDX-License-Identifier: MIT */

#include "layout-worker/adjust.h"

#include "layout-worker/engine.h"

/* Mean distance of the ends of a relation; 0 if there is none between two nodes. */
static double
mean_length (const AmicusWireRequest *request,
             const AmicusWirePoint   *centres)
{
  const AmicusWireEdge *edges = amicus_wire_request_edges (request);
  double sum = 0.0;
  uint32_t n = 0;

  for (uint32_t i = 0; i < request->n_edges; i++)
    {
      uint32_t tail = edges[i].tail, head = edges[i].head;

      if (tail == head || tail == AMICUS_WIRE_NONE || head == AMICUS_WIRE_NONE)
        continue;

      sum += hypot (centres[tail].x - centres[head].x, centres[tail].y - centres[head].y);
      n++;
    }

  return n > 0 ? sum / n : 0.0;
}

/**
 * worker_adjust_scale:
 * @request: a valid request
 * @centres: (inout): where the engine has put the nodes
 *
 * Makes relations as long as they should be on the average, if the engine left the scale open.
 */
void
worker_adjust_scale (const AmicusWireRequest *request,
                     AmicusWirePoint         *centres)
{
  double length = mean_length (request, centres), scale;

  if (!worker_engine_knows (request->engine, WORKER_ENGINE_ANY_SCALE) || !(length > 0.0))
    return;

  scale = worker_engine_usual_length (request) / length;
  for (uint32_t i = 0; i < request->n_nodes; i++)
    {
      centres[i].x *= scale;
      centres[i].y *= scale;
    }
}

/**
 * worker_adjust_pins:
 * @request: a valid request
 * @centres: (inout): where the engine has put the nodes
 *
 * Shifts all so that the pinned nodes are where they were pinned. The engine has left them as they
 * were to each other.
 */
void
worker_adjust_pins (const AmicusWireRequest *request,
                    AmicusWirePoint         *centres)
{
  const AmicusWireNode *nodes = amicus_wire_request_nodes (request);
  AmicusWirePoint sum = { 0.0, 0.0 };
  uint32_t n_pins = 0;

  if (!worker_engine_knows (request->engine, WORKER_ENGINE_PINS))
    return;

  for (uint32_t i = 0; i < request->n_nodes; i++)
    if (nodes[i].pinned)
      {
        sum.x += nodes[i].x - centres[i].x;
        sum.y += nodes[i].y - centres[i].y;
        n_pins++;
      }

  for (uint32_t i = 0; i < request->n_nodes && n_pins > 0; i++)
    {
      centres[i].x += sum.x / n_pins;
      centres[i].y += sum.y / n_pins;
    }
}
