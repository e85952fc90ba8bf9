/* SPDX-License-Identifier: GPL-3.0-or-later
 * Chains of cubic Bézier curves: 3n + 1 points. */

#pragma once

#include "base/geometry.h"

G_BEGIN_DECLS

/* What is left of a chain when @start and @end points (1/72 inch) are taken off its ends,
 * measured straight from the ends; AmicusPoint elements. A chain too short for that keeps a
 * little of its middle. */
GArray     *amicus_curve_trim      (const AmicusPoint *points,
                                    guint              n_points,
                                    double             start,
                                    double             end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
