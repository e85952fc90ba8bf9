/* SPDX-License-Identifier: GPL-3.0-or-later
 * The curve of a relation and the label on it. */

#pragma once

#include "drawing/measure.h"
#include "drawing/style.h"

G_BEGIN_DECLS

/**
 * AmicusLabel:
 * @lines: (nullable): AmicusTextLine elements
 * @numbers: (nullable): of its sources, raised
 * @width: of the pill, in points; 0 where there is nothing to write
 * @height: of the pill, in points
 *
 * Zeroed, it is no label.
 */
typedef struct
{
  GPtrArray *lines;
  AmicusTextLine *numbers;
  double width;
  double height;
} AmicusLabel;

/* @mark is NULL for none; without @text and @mark there is no label. */
void amicus_label_measure (AmicusLabel               *self,
                           AmicusMeasurer            *measurer,
                           const char                *mark,
                           const char                *text,
                           const char                *numbers);
void amicus_label_clear   (AmicusLabel               *self);
void amicus_label_draw    (const AmicusLabel         *self,
                           AmicusColor                color,
                           AmicusColor                pill,
                           AmicusPoint                centre,
                           AmicusSceneBuilder        *builder);

/* Adds curve, then heads, to the item that @builder is in. @points are 3n + 1; hollow heads are
 * filled with @background. */
void amicus_relation_draw (const AmicusRelationStyle *style,
                           const AmicusPoint         *points,
                           guint                      n_points,
                           AmicusColor                background,
                           AmicusSceneBuilder        *builder);

G_END_DECLS
