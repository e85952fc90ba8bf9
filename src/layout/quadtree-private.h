/* SPDX-License-Identifier: GPL-3.0-or-later
 * Points in a tree of quarters, to meet far ones together. */

#pragma once

#include "base/geometry.h"

/**
 * AmicusQuad:
 * @centre: centre of mass
 * @mass: number of points
 * @size: side of the square
 * @next: the quad after all those inside this one, or the number of quads
 * @first: first of its points in the tree's order; only leaves are asked
 * @is_leaf: whether nothing is inside but points
 */
typedef struct
{
  AmicusPoint centre;
  double size;
  guint32 mass;
  guint32 next;
  guint32 first;
  gboolean is_leaf;
} AmicusQuad;

/**
 * AmicusQuadtree:
 * @n_quads: number of quads
 * @quads: each before those inside it
 * @order: the points' indices, those of one quad together
 * @points: the points in that order, so that neighbours are near in memory too
 */
typedef struct
{
  guint n_quads;
  AmicusQuad *quads;
  guint32 *order;
  AmicusPoint *points;
} AmicusQuadtree;

AmicusQuadtree *amicus_quadtree_new  (const AmicusPoint *points,
                                      guint              n) G_GNUC_WARN_UNUSED_RESULT;
void            amicus_quadtree_free (AmicusQuadtree    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusQuadtree, amicus_quadtree_free)
