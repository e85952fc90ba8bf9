/* SPDX-License-Identifier: GPL-3.0-or-later
 * The boxes of a level that stand already, and the free places between them. */

#pragma once

#include "layout/box-private.h"

/**
 * AmicusSpace:
 * @boxes: all boxes; those without a place are not in the way
 * @n: number of boxes
 * @gap: what a box keeps from others, in points
 */
typedef struct
{
  AmicusBox *boxes;
  guint n;
  double gap;
  struct _AmicusGrid *grid;
  GArray *found;
} AmicusSpace;

/* What it costs to stand at a free place, in rings around the one wished for; G_MAXDOUBLE where
 * the box must not stand. */
typedef double (*AmicusSpaceCost) (guint32     box,
                                   AmicusPoint centre,
                                   gpointer    data);

AmicusSpace *amicus_space_new     (AmicusBox        *boxes,
                                   guint             n,
                                   double            gap) G_GNUC_WARN_UNUSED_RESULT;
void         amicus_space_free    (AmicusSpace      *self);

void         amicus_space_set     (AmicusSpace      *self,
                                   guint32           box,
                                   AmicusPoint       centre);
/* Boxes that may come near @rect; guint32 elements, valid until the next call. */
const GArray *
             amicus_space_near    (AmicusSpace      *self,
                                   const AmicusRect *rect);
gboolean     amicus_space_is_free (AmicusSpace      *self,
                                   guint32           box,
                                   AmicusPoint       centre,
                                   double            gap);
AmicusPoint  amicus_space_find    (AmicusSpace      *self,
                                   guint32           box,
                                   AmicusPoint       wish,
                                   AmicusSpaceCost   cost,
                                   gpointer          data);

gboolean     amicus_boxes_meet    (const AmicusBox  *a,
                                   const AmicusBox  *b,
                                   double            gap);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusSpace, amicus_space_free)
