/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/segments-private.h"

#include "layout/box-private.h"
#include "layout/grid-private.h"

#define CELL 40.0

struct _AmicusSegments
{
  GArray *segments;
  AmicusGrid *grid;
  GArray *found;
};

/**
 * amicus_segments_new:
 * @bounds: where most of them will lie
 *
 * Returns: (transfer full): no segments
 */
AmicusSegments *
amicus_segments_new (const AmicusRect *bounds)
{
  AmicusSegments *self = g_new0 (AmicusSegments, 1);

  self->segments = g_array_new (FALSE, FALSE, sizeof (AmicusSegment));
  self->grid = amicus_grid_new (bounds, CELL, CELL);
  self->found = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

/**
 * amicus_segments_free:
 * @self: (transfer full): segments
 */
void
amicus_segments_free (AmicusSegments *self)
{
  g_array_unref (self->segments);
  amicus_grid_free (self->grid);
  g_array_unref (self->found);
  g_free (self);
}

/**
 * amicus_segments_add:
 * @self: segments
 * @flat: (element-type AmicusPoint): a flattened path
 * @edge: the relation that it draws
 */
void
amicus_segments_add (AmicusSegments *self,
                     const GArray   *flat,
                     guint32         edge)
{
  for (guint i = 1; i < flat->len; i++)
    {
      AmicusPoint from = g_array_index (flat, AmicusPoint, i - 1);
      AmicusPoint to = g_array_index (flat, AmicusPoint, i);
      AmicusSegment segment = { from, to, edge };
      AmicusRect rect = { fmin (from.x, to.x), fmin (from.y, to.y), fabs (from.x - to.x),
                          fabs (from.y - to.y) };

      amicus_grid_add (self->grid, &rect, self->segments->len);
      g_array_append_val (self->segments, segment);
    }
}

/**
 * amicus_segments_cut:
 * @self: segments
 * @rect: a rectangle
 * @cut: (element-type AmicusSegment) (out): replaced by the segments that go through it
 */
void
amicus_segments_cut (const AmicusSegments *self,
                     const AmicusRect     *rect,
                     GArray               *cut)
{
  g_array_set_size (cut, 0);
  amicus_grid_find (self->grid, rect, self->found);
  for (guint k = 0; k < self->found->len; k++)
    {
      guint32 i = g_array_index (self->found, guint32, k);
      const AmicusSegment *segment = &g_array_index (self->segments, AmicusSegment, i);

      if (amicus_rect_cut (rect, segment->from, segment->to))
        g_array_append_vals (cut, segment, 1);
    }
}
