/* SPDX-License-Identifier: GPL-3.0-or-later
 * Gentle curves through bends, clear of cards. */

#pragma once

#include "layout/obstacles-private.h"

void amicus_spline_draw (AmicusObstacles   *obstacles,
                         const AmicusPoint *points,
                         guint              n,
                         const AmicusPoint  directions[2],
                         AmicusPoint        offset,
                         const guint32      ends[2],
                         GArray            *path);
