/* SPDX-License-Identifier: GPL-3.0-or-later
 * The shapes of cards. */

#pragma once

#include "drawing/style.h"
#include "layout/layout.h"

G_BEGIN_DECLS

/* Width of a sheet's folded corner and height of a lintel, in points. */
#define AMICUS_SHEET_FOLD 10.0
#define AMICUS_LINTEL 4.0

/* How far the outline comes in from the side at the distance @dy from the middle of its height. */
double        amicus_shape_inset   (AmicusShape            shape,
                                    double                 height,
                                    double                 dy);
/* Where relations end. */
AmicusOutline amicus_shape_outline (AmicusShape            shape);
/* Adds the shape to the item that @builder is in; its first mark is the outline. */
void          amicus_shape_draw    (const AmicusForm      *form,
                                    const AmicusCardStyle *style,
                                    const AmicusRect      *rect,
                                    AmicusSceneBuilder    *builder);

G_END_DECLS
