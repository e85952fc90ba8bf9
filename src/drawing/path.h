/* SPDX-License-Identifier: GPL-3.0-or-later
 * Geometry of paths made of lines and Bézier curves. */

#pragma once

#include "drawing/scene.h"

G_BEGIN_DECLS

/**
 * AmicusPath:
 * @verbs: AmicusPathVerb values
 * @points: as many as the verbs take
 *
 * A path, borrowed from wherever it is kept.
 */
typedef struct
{
  const guint8 *verbs;
  const AmicusPoint *points;
  guint n_verbs;
} AmicusPath;

#define AMICUS_RECT_EMPTY ((AmicusRect) { 0, 0, -1, -1 })

gboolean    amicus_rect_is_empty      (const AmicusRect *rect);
AmicusRect  amicus_rect_union         (const AmicusRect *a,
                                       const AmicusRect *b);
AmicusRect  amicus_rect_grow          (const AmicusRect *rect,
                                       double            by);
gboolean    amicus_rect_holds         (const AmicusRect *rect,
                                       AmicusPoint       point);

/* Number of points that a verb takes. */
guint       amicus_path_verb_n_points (guint8            verb);

/* Exact extent of the curves, without the stroke. */
AmicusRect  amicus_path_extents       (const AmicusPath *path);
/* Whether the filled path holds the point (even-odd). */
gboolean    amicus_path_holds         (const AmicusPath *path,
                                       AmicusPoint       point);
/* From the point to the nearest point of the outline. */
double      amicus_path_distance      (const AmicusPath *path,
                                       AmicusPoint       point);

G_END_DECLS
