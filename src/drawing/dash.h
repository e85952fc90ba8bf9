/* SPDX-License-Identifier: GPL-3.0-or-later
 * The patterns of lines, for all painters. */

#pragma once

#include "drawing/scene.h"

G_BEGIN_DECLS

/* Lengths of dashes and gaps in points, %NULL for a solid line; valid for ever. */
const double     *amicus_dash_get_lengths (AmicusDash  dash,
                                           guint      *n);
cairo_line_cap_t  amicus_dash_get_cap     (AmicusDash  dash);

G_END_DECLS
