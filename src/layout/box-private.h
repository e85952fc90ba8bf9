/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is placed: a card, or a whole group seen from outside. */

#pragma once

#include "base/geometry.h"

#include <math.h>

/**
 * AmicusBox:
 * @centre: where it lies
 * @width: in points
 * @height: in points
 * @fixed: whether it must stay where it is
 */
typedef struct
{
  AmicusPoint centre;
  double width;
  double height;
  gboolean fixed;
} AmicusBox;

static inline AmicusRect
amicus_box_rect (const AmicusBox *box)
{
  return (AmicusRect) { box->centre.x - box->width / 2.0, box->centre.y - box->height / 2.0,
                        box->width, box->height };
}

static inline gboolean
amicus_rect_is_empty (const AmicusRect *rect)
{
  return rect->width < 0.0 || rect->height < 0.0;
}

/* Grows @rect so that it holds @other too. */
static inline void
amicus_rect_add (AmicusRect       *rect,
                 const AmicusRect *other)
{
  double right, bottom;

  if (amicus_rect_is_empty (other))
    return;
  if (amicus_rect_is_empty (rect))
    {
      *rect = *other;
      return;
    }

  right = fmax (rect->x + rect->width, other->x + other->width);
  bottom = fmax (rect->y + rect->height, other->y + other->height);
  rect->x = fmin (rect->x, other->x);
  rect->y = fmin (rect->y, other->y);
  rect->width = right - rect->x;
  rect->height = bottom - rect->y;
}

static inline AmicusPoint
amicus_rect_centre (const AmicusRect *rect)
{
  return (AmicusPoint) { rect->x + rect->width / 2.0, rect->y + rect->height / 2.0 };
}

static inline AmicusRect
amicus_rect_grown (const AmicusRect *rect,
                   double            by)
{
  return (AmicusRect) { rect->x - by, rect->y - by, rect->width + 2.0 * by,
                        rect->height + 2.0 * by };
}

/* Whether the insides meet. */
static inline gboolean
amicus_rect_meets (const AmicusRect *rect,
                   const AmicusRect *other)
{
  return rect->x < other->x + other->width && other->x < rect->x + rect->width
         && rect->y < other->y + other->height && other->y < rect->y + rect->height;
}

static inline gboolean
amicus_rect_holds (const AmicusRect  *rect,
                   const AmicusPoint *point)
{
  return point->x >= rect->x && point->x <= rect->x + rect->width && point->y >= rect->y
         && point->y <= rect->y + rect->height;
}

/* Whether the straight piece goes through the inside: no line separates the two, neither one along
 * the sides nor one along the piece (Gottschalk, Lin and Manocha, “OBBTree”, 1996). A piece without
 * length goes through nothing. */
static inline gboolean
amicus_rect_cut (const AmicusRect *rect,
                 AmicusPoint       from,
                 AmicusPoint       to)
{
  /* All doubled. */
  double dx = from.x + to.x - 2.0 * rect->x - rect->width;
  double dy = from.y + to.y - 2.0 * rect->y - rect->height;
  double x = to.x - from.x, y = to.y - from.y;

  return fabs (dx) < rect->width + fabs (x) && fabs (dy) < rect->height + fabs (y)
         && fabs (dx * y - dy * x) < rect->width * fabs (y) + rect->height * fabs (x);
}
