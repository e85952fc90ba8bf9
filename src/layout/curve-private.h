/* SPDX-License-Identifier: GPL-3.0-or-later
 * Cubic Bézier curves: 4 control points, or 3n + 1 for a path of n. */

#pragma once

#include "layout/outline-private.h"

AmicusPoint amicus_curve_at     (const AmicusPoint *curve,
                                 double             t);
void        amicus_curve_line   (AmicusPoint        from,
                                 AmicusPoint        to,
                                 AmicusPoint       *curve);
void        amicus_path_clip    (GArray            *path,
                                 const AmicusShape *tail,
                                 double             tail_gap,
                                 const AmicusShape *head,
                                 double             head_gap);
GArray     *amicus_path_flatten (const AmicusPoint *points,
                                 guint              n_points) G_GNUC_WARN_UNUSED_RESULT;
