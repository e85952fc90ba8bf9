/* SPDX-License-Identifier: GPL-3.0-or-later
 * The picture, and each group, as a level of boxes: a group is one box to the level around it. */

#pragma once

#include "layout/box-private.h"
#include "layout/layout.h"
#include "layout/network-private.h"

/**
 * AmicusPull:
 * @place: a box of a level
 * @node: a node outside of the level to which it, or something in it, has a relation
 */
typedef struct
{
  guint32 place;
  guint32 node;
} AmicusPull;

/**
 * AmicusLevel:
 * @n: number of boxes
 * @items: what each box stands for: node i, or group i - n_nodes
 * @boxes: where they lie; in the level's own coordinates until the nesting is unfolded
 * @links: (element-type AmicusLink): edges between boxes of this level, their length the room that
 *   a label needs
 * @pulls: (element-type AmicusPull): relations that lead out of the level
 * @n_columns: how many columns the boxes stand in, if they stand in columns; else 0
 * @hull: around the boxes, once folded
 */
typedef struct
{
  guint n;
  guint32 *items;
  AmicusBox *boxes;
  GArray *links;
  GArray *pulls;
  guint n_columns;
  AmicusRect hull;
} AmicusLevel;

/**
 * AmicusNesting:
 * @request: what it was made from
 * @n_levels: number of groups and one more
 * @levels: the picture itself, then the groups in their order, so that outer ones come first
 */
typedef struct
{
  AmicusLayoutRequest *request;
  guint n_levels;
  AmicusLevel *levels;
  guint32 *places;      /* of each item, its index in its level */
  guint n_pulls;        /* in all levels */
} AmicusNesting;

gboolean       amicus_level_is_fixed (const AmicusLevel   *self);
void           amicus_level_shift    (AmicusLevel         *self,
                                      AmicusPoint          by);

AmicusNesting *amicus_nesting_new    (AmicusLayoutRequest *request,
                                      const AmicusPoint   *nodes) G_GNUC_WARN_UNUSED_RESULT;
void           amicus_nesting_free   (AmicusNesting       *self);

void           amicus_nesting_fold   (AmicusNesting       *self,
                                      guint                level,
                                      gboolean             is_new);
void           amicus_nesting_unfold_level
                                     (AmicusNesting       *self,
                                      guint                level);
void           amicus_nesting_unfold (AmicusNesting       *self,
                                      AmicusPoint         *nodes);
guint32        amicus_nesting_top    (const AmicusNesting *self,
                                      guint32              node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusNesting, amicus_nesting_free)
