/* SPDX-License-Identifier: GPL-3.0-or-later
 * A packed R-tree: which boxes meet an area. */

#pragma once

#include "base/geometry.h"

G_BEGIN_DECLS

typedef struct _AmicusRtree AmicusRtree;

/* @boxes is not kept. Empty boxes (negative extent) are never found. */
AmicusRtree *amicus_rtree_new   (const AmicusRect  *boxes,
                                 guint              n_boxes) G_GNUC_WARN_UNUSED_RESULT;
void         amicus_rtree_free  (AmicusRtree       *self);

/* Appends to @found the indices (guint32) of the boxes that meet or touch @area, in no order.
 * Any thread. */
void         amicus_rtree_query (const AmicusRtree *self,
                                 const AmicusRect  *area,
                                 GArray            *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusRtree, amicus_rtree_free)

G_END_DECLS
