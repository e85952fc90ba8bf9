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
/* The smallest one in whole points that holds it. */
AmicusRect  amicus_rect_round_out     (const AmicusRect *rect);
/* What both hold, the empty one where they do not meet. */
AmicusRect  amicus_rect_intersection  (const AmicusRect *a,
                                       const AmicusRect *b);
gboolean    amicus_rect_holds         (const AmicusRect *rect,
                                       AmicusPoint       point);
gboolean    amicus_rect_meets         (const AmicusRect *a,
                                       const AmicusRect *b);

/* Number of points that a verb takes. */
guint       amicus_path_verb_n_points (guint8            verb);

/* Exact extent of the curves, without the stroke. */
AmicusRect  amicus_path_extents       (const AmicusPath *path);
/* Whether the outline, or what it holds if it is filled, comes into the rectangle. */
gboolean    amicus_path_meets         (const AmicusPath *path,
                                       const AmicusRect *rect,
                                       gboolean          filled);
/* Whether the filled path holds the point (even-odd). */
gboolean    amicus_path_holds         (const AmicusPath *path,
                                       AmicusPoint       point);
/* From the point to the nearest point of the outline. */
double      amicus_path_distance      (const AmicusPath *path,
                                       AmicusPoint       point);

G_END_DECLS
