/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/loop-private.h"

#include <math.h>

#define FIRST_REACH 20.0
#define NEXT_REACH 11.0
/* Where the first loop leaves, from the corner, and how much farther the next. */
#define FIRST_FOOT 14.0
#define NEXT_FOOT 7.0
/* Control points of a quarter of a circle. */
#define QUARTER 0.5523

/* How far the loop stands out above and beside the card. */
static double
reach_of_loop (guint nth)
{
  return FIRST_REACH + NEXT_REACH * nth;
}

/**
 * amicus_loop_rooms:
 * @request: a request
 *
 * Returns: (transfer full): for each node the width and height that it takes up with its loops and
 *   their labels; the same on all sides
 */
AmicusPoint *
amicus_loop_rooms (const AmicusLayoutRequest *request)
{
  AmicusPoint *rooms = g_new (AmicusPoint, MAX (1, request->n_nodes));
  g_autofree guint *n_loops = g_new0 (guint, MAX (1, request->n_nodes));

  for (guint i = 0; i < request->n_nodes; i++)
    rooms[i] = (AmicusPoint) { request->nodes[i].width, request->nodes[i].height };

  for (guint e = 0; e < request->n_edges; e++)
    {
      const AmicusLayoutEdge *edge = &request->edges[e];
      const AmicusLayoutNode *node;
      double reach;

      if (edge->tail != edge->head || edge->tail == AMICUS_NO_INDEX)
        continue;

      node = &request->nodes[edge->tail];
      reach = reach_of_loop (n_loops[edge->tail]++) + edge->label_height;
      rooms[edge->tail].x = fmax (rooms[edge->tail].x, node->width + 2.0 * reach);
      rooms[edge->tail].y = fmax (rooms[edge->tail].y, node->height + 2.0 * reach);
    }

  return rooms;
}

/**
 * amicus_loop_draw:
 * @rect: the box of the card
 * @nth: which of its loops, from 0; each stands around the one before
 * @curves: (out): 7 control points
 *
 * The loop stands at the top right corner: up from the top side, round, and back into the right
 * side. Its ends are inside the box, for cutting at the outline.
 */
void
amicus_loop_draw (const AmicusRect *rect,
                  guint             nth,
                  AmicusPoint      *curves)
{
  double reach = reach_of_loop (nth);
  double foot_x = fmin (FIRST_FOOT + NEXT_FOOT * nth, rect->width / 2.0);
  double foot_y = fmin (FIRST_FOOT + NEXT_FOOT * nth, rect->height / 2.0);
  AmicusPoint corner = { rect->x + rect->width, rect->y };
  AmicusPoint tail = { corner.x - foot_x, rect->y + rect->height / 2.0 };
  AmicusPoint head = { rect->x + rect->width / 2.0, corner.y + foot_y };
  AmicusPoint top = { corner.x + 0.72 * reach, corner.y - 0.72 * reach };

  curves[0] = tail;
  curves[1] = (AmicusPoint) { tail.x, corner.y - reach * 1.1 };
  curves[2] = (AmicusPoint) { top.x - QUARTER * reach, top.y - QUARTER * reach };
  curves[3] = top;
  curves[4] = (AmicusPoint) { top.x + QUARTER * reach, top.y + QUARTER * reach };
  curves[5] = (AmicusPoint) { corner.x + reach * 1.1, head.y };
  curves[6] = head;
}
