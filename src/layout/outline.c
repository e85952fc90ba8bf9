/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/outline-private.h"

#include "layout/box-private.h"

/* How deep the points of a hexagon are, in heights. */
#define HEXAGON_DEPTH 0.3

/**
 * amicus_shape_of_end:
 * @request: a request
 * @placement: its placement, with nodes and groups
 * @node: a node, or %AMICUS_NO_INDEX
 * @group: a group; read only without @node
 *
 * Returns: what a relation begins or ends at
 */
AmicusShape
amicus_shape_of_end (const AmicusLayoutRequest *request,
                     const AmicusPlacement     *placement,
                     guint32                    node,
                     guint32                    group)
{
  const AmicusLayoutNode *source;
  AmicusBox box;

  if (node == AMICUS_NO_INDEX)
    return (AmicusShape) { placement->groups[group], AMICUS_OUTLINE_BOX };

  source = &request->nodes[node];
  box = (AmicusBox) { placement->nodes[node], source->width, source->height, FALSE };
  return (AmicusShape) { amicus_box_rect (&box), source->outline };
}

/**
 * amicus_shape_holds:
 * @self: a shape
 * @point: a point
 * @grown: by how much the shape is larger on each side, in points
 *
 * Returns: whether the point is inside or on the border
 */
gboolean
amicus_shape_holds (const AmicusShape *self,
                    AmicusPoint        point,
                    double             grown)
{
  double half_width = self->rect.width / 2.0 + grown;
  double half_height = self->rect.height / 2.0 + grown;
  double x = fabs (point.x - self->rect.x - self->rect.width / 2.0);
  double y = fabs (point.y - self->rect.y - self->rect.height / 2.0);

  if (x > half_width || y > half_height)
    return FALSE;

  switch (self->outline)
    {
    case AMICUS_OUTLINE_PILL:
      return x <= half_width - half_height
             || hypot (x - half_width + half_height, y) <= half_height;

    case AMICUS_OUTLINE_HEXAGON:
      return x <= half_width - 2.0 * HEXAGON_DEPTH * y;

    case AMICUS_OUTLINE_ELLIPSE:
      return hypot (x / half_width, y / half_height) <= 1.0;

    case AMICUS_OUTLINE_DIAMOND:
      return x / half_width + y / half_height <= 1.0;

    case AMICUS_OUTLINE_BOX:
    default:
      return TRUE;
    }
}
