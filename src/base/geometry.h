/* SPDX-License-Identifier: GPL-3.0-or-later
 * Points and rectangles, in points of 1/72 inch, y down. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AMICUS_COORDINATE_LIMIT:
 *
 * Largest coordinate that may enter from outside, in points. cairo draws nothing beyond 8,388,608.
 */
#define AMICUS_COORDINATE_LIMIT 1e6

/**
 * AMICUS_NO_INDEX:
 *
 * Stands for "none" wherever an index into an array is expected.
 */
#define AMICUS_NO_INDEX G_MAXUINT32

typedef struct
{
  double x;
  double y;
} AmicusPoint;

/**
 * AmicusRect:
 * @x: left edge
 * @y: top edge
 * @width: extent to the right; negative for the empty rectangle that holds no point
 * @height: extent downwards
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} AmicusRect;

G_END_DECLS
