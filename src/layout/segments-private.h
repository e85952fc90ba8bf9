/* SPDX-License-Identifier: GPL-3.0-or-later
 * The straight pieces of flattened relations, to find what a rectangle would cover. */

#pragma once

#include "base/geometry.h"

/**
 * AmicusSegment:
 * @from: one end
 * @to: the other
 * @edge: of which relation
 */
typedef struct
{
  AmicusPoint from;
  AmicusPoint to;
  guint32 edge;
} AmicusSegment;

typedef struct _AmicusSegments AmicusSegments;

AmicusSegments *amicus_segments_new  (const AmicusRect     *bounds) G_GNUC_WARN_UNUSED_RESULT;
void            amicus_segments_free (AmicusSegments       *self);

void            amicus_segments_add  (AmicusSegments       *self,
                                      const GArray         *flat,
                                      guint32               edge);
/* What @rect covers; AmicusSegment elements, replaced. */
void            amicus_segments_cut  (const AmicusSegments *self,
                                      const AmicusRect     *rect,
                                      GArray               *cut);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusSegments, amicus_segments_free)
