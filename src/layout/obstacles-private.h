/* SPDX-License-Identifier: GPL-3.0-or-later
 * Cards as relations see them: to be gone round. */

#pragma once

#include "layout/grid-private.h"
#include "layout/layout.h"

/**
 * AmicusObstacles:
 * @n: number of cards
 * @rects: their boxes
 */
typedef struct
{
  guint n;
  AmicusRect *rects;
  AmicusGrid *grid;
  GArray *found;
} AmicusObstacles;


AmicusObstacles *amicus_obstacles_new   (const AmicusLayoutRequest *request,
                                         const AmicusPoint         *nodes)
                                         G_GNUC_WARN_UNUSED_RESULT;
void             amicus_obstacles_free  (AmicusObstacles           *self);

guint32          amicus_obstacles_first (AmicusObstacles           *self,
                                         AmicusPoint                from,
                                         AmicusPoint                to,
                                         double                     margin,
                                         const guint32              ends[2]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusObstacles, amicus_obstacles_free)
