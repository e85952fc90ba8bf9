/* SPDX-License-Identifier: GPL-3.0-or-later
 * Boxes with straight lines between them, and what is bad about it. */

#pragma once

#include "layout/nesting-private.h"

/**
 * AmicusSketch:
 * @overlap_cost: of two boxes that are too near, for each point that they are
 * @n_compared: pairs of lines, or of a line and a box, that have been compared so far
 *
 * The outermost level of a picture with the lines between its boxes, which end where the nodes
 * inside of them lie.
 */
typedef struct _AmicusSketch AmicusSketch;

struct _AmicusSketch
{
  AmicusLevel *level;
  guint n_lines;
  struct _AmicusSketchLine *lines;
  guint32 *begins;          /* of each box, its lines in @order, which names their ends */
  guint32 *order;
  guint32 *components;      /* of each box */
  AmicusPoint *middles;     /* of each component */
  guint n_components;
  double overlap_cost;
  guint64 n_compared;
};

AmicusSketch *amicus_sketch_new            (AmicusNesting      *nesting,
                                            const AmicusPoint  *nodes) G_GNUC_WARN_UNUSED_RESULT;
void          amicus_sketch_free           (AmicusSketch       *self);

void          amicus_sketch_find_middles   (AmicusSketch       *self);
guint         amicus_sketch_n_ends         (const AmicusSketch *self,
                                            guint               box);
AmicusPoint   amicus_sketch_other_end      (const AmicusSketch *self,
                                            guint               box,
                                            guint               nth,
                                            AmicusPoint        *reach);
double        amicus_sketch_cost           (AmicusSketch       *self,
                                            guint               box,
                                            AmicusPoint         centre,
                                            double              limit);
void          amicus_sketch_move           (AmicusSketch       *self,
                                            guint               box,
                                            AmicusPoint         centre);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusSketch, amicus_sketch_free)
