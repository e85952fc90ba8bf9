/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sets rectangles side by side. */

#pragma once

#include "base/geometry.h"

double amicus_packing_cost    (double      width,
                               double      height,
                               double      aspect);
void   amicus_packing_arrange (AmicusRect *rects,
                               guint       n,
                               double      gap,
                               double      aspect);
