/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/layout.h"

#include <string.h>

/* Never NULL, so that an empty array can be copied like any other. */
#define new_array(type, n) g_new0 (type, MAX (1, (n)))

G_DEFINE_QUARK (amicus-layout-error-quark, amicus_layout_error)

/**
 * amicus_layout_request_new:
 * @n_nodes: number of nodes
 * @n_edges: number of edges
 * @n_groups: number of groups
 *
 * Makes a request to be filled in. All is zero, but nothing refers to a group: nodes are in none,
 * edges begin and end at node 0, groups have no parent.
 *
 * Returns: (transfer full): a request for %AMICUS_ENGINE_AUTO
 */
AmicusLayoutRequest *
amicus_layout_request_new (guint n_nodes,
                           guint n_edges,
                           guint n_groups)
{
  AmicusLayoutRequest *self = g_new0 (AmicusLayoutRequest, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_nodes = n_nodes;
  self->n_edges = n_edges;
  self->n_groups = n_groups;
  self->nodes = new_array (AmicusLayoutNode, n_nodes);
  self->edges = new_array (AmicusLayoutEdge, n_edges);
  self->groups = new_array (AmicusLayoutGroup, n_groups);

  for (guint i = 0; i < n_nodes; i++)
    self->nodes[i].group = AMICUS_NO_INDEX;
  for (guint i = 0; i < n_edges; i++)
    {
      self->edges[i].tail_group = AMICUS_NO_INDEX;
      self->edges[i].head_group = AMICUS_NO_INDEX;
    }
  for (guint i = 0; i < n_groups; i++)
    self->groups[i].parent = AMICUS_NO_INDEX;

  return self;
}

/**
 * amicus_layout_request_ref:
 * @self: a request
 *
 * Returns: (transfer full): @self
 */
AmicusLayoutRequest *
amicus_layout_request_ref (AmicusLayoutRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * amicus_layout_request_unref:
 * @self: (transfer full): a request
 */
void
amicus_layout_request_unref (AmicusLayoutRequest *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->nodes);
  g_free (self->edges);
  g_free (self->groups);
  g_free (self);
}

/**
 * amicus_placement_new:
 * @n_nodes: number of nodes
 * @n_edges: number of edges
 * @n_groups: number of groups
 * @n_points: number of control points of all edges together
 *
 * Makes a placement to be filled in: all zero, groups and bounds without extent.
 *
 * Returns: (transfer full): a placement
 */
AmicusPlacement *
amicus_placement_new (guint n_nodes,
                      guint n_edges,
                      guint n_groups,
                      guint n_points)
{
  const AmicusRect empty = { 0.0, 0.0, -1.0, -1.0 };
  AmicusPlacement *self = g_new0 (AmicusPlacement, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_nodes = n_nodes;
  self->n_edges = n_edges;
  self->n_groups = n_groups;
  self->n_points = n_points;
  self->nodes = new_array (AmicusPoint, n_nodes);
  self->edges = new_array (AmicusEdgePath, n_edges);
  self->groups = new_array (AmicusRect, n_groups);
  self->points = new_array (AmicusPoint, n_points);

  for (guint i = 0; i < n_groups; i++)
    self->groups[i] = empty;
  self->bounds = empty;

  return self;
}

/**
 * amicus_placement_copy:
 * @self: a placement
 *
 * Returns: (transfer full): the same places and curves, without the problem
 */
AmicusPlacement *
amicus_placement_copy (const AmicusPlacement *self)
{
  AmicusPlacement *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = amicus_placement_new (self->n_nodes, self->n_edges, self->n_groups, self->n_points);
  copy->engine = self->engine;
  copy->bounds = self->bounds;
  memcpy (copy->nodes, self->nodes, sizeof (AmicusPoint) * self->n_nodes);
  memcpy (copy->edges, self->edges, sizeof (AmicusEdgePath) * self->n_edges);
  memcpy (copy->groups, self->groups, sizeof (AmicusRect) * self->n_groups);
  memcpy (copy->points, self->points, sizeof (AmicusPoint) * self->n_points);

  return copy;
}

/**
 * amicus_placement_ref:
 * @self: a placement
 *
 * Returns: (transfer full): @self
 */
AmicusPlacement *
amicus_placement_ref (AmicusPlacement *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * amicus_placement_unref:
 * @self: (transfer full): a placement
 */
void
amicus_placement_unref (AmicusPlacement *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_error (&self->problem);
  g_free (self->nodes);
  g_free (self->edges);
  g_free (self->groups);
  g_free (self->points);
  g_free (self);
}
