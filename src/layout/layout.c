/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/layout.h"

#include "layout/draw-private.h"
#include "layout/hull-private.h"
#include "layout/labels-private.h"
#include "layout/route-private.h"

/**
 * amicus_picture_draw:
 * @request: a request
 * @nodes: centres of its nodes
 * @engine: the engine that the placement names
 * @n_beside: (out): how many labels found no room on their line
 * @cancellable: (nullable): stops early, with relations missing
 *
 * Returns: (transfer full): the placement
 */
AmicusPlacement *
amicus_picture_draw (const AmicusLayoutRequest *request,
                     const AmicusPoint         *nodes,
                     AmicusEngine               engine,
                     guint                     *n_beside,
                     GCancellable              *cancellable)
{
  AmicusPlacement *placement = amicus_placement_new (request->n_nodes, request->n_edges,
                                                     request->n_groups, 0);

  placement->engine = engine;
  for (guint i = 0; i < request->n_nodes; i++)
    placement->nodes[i] = nodes[i];

  amicus_hulls_fit (request, placement->nodes, placement->groups);
  amicus_route_edges (request, placement, NULL, cancellable);
  amicus_route_bounds (request, placement);
  *n_beside = amicus_labels_place (request, placement, FALSE, NULL, cancellable);
  amicus_route_bounds (request, placement);

  return placement;
}

/**
 * amicus_layout_route:
 * @request: a request
 * @nodes: centres of its nodes
 * @engine: the engine that the placement names
 *
 * Fits the groups around the nodes, draws the relations anew and places their labels.
 *
 * Returns: (transfer full): the placement
 */
AmicusPlacement *
amicus_layout_route (AmicusLayoutRequest *request,
                     const AmicusPoint   *nodes,
                     AmicusEngine         engine)
{
  guint n_beside;

  g_return_val_if_fail (request != NULL, NULL);
  g_return_val_if_fail (nodes != NULL || request->n_nodes == 0, NULL);

  return amicus_picture_draw (request, nodes, engine, &n_beside, NULL);
}
