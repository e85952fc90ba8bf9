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

/**
 * amicus_loop_reach:
 * @nth: which of the card's loops, from 0
 *
 * Returns: how far the loop stands out above and beside the card, in points
 */
double
amicus_loop_reach (guint nth)
{
  return FIRST_REACH + NEXT_REACH * nth;
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
  double reach = amicus_loop_reach (nth);
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
