/* SPDX-License-Identifier: GPL-3.0-or-later
 * Cards and titles of groups as relations see them: to be gone round. */

#pragma once

#include "layout/grid-private.h"
#include "layout/layout.h"

/**
 * AmicusObstacles:
 * @n: number of cards and groups
 * @rects: boxes of the cards, then from n_nodes on the titles of the groups, without extent where
 *   there is none
 * @n_cards: number of cards
 * @n_heeded: how many of @rects are obstacles at the moment
 */
typedef struct
{
  guint n;
  guint n_cards;
  guint n_heeded;
  AmicusRect *rects;
  AmicusGrid *grid;
  GArray *found;
} AmicusObstacles;


AmicusObstacles *amicus_obstacles_new   (const AmicusLayoutRequest *request,
                                         const AmicusPlacement     *placement)
                                         G_GNUC_WARN_UNUSED_RESULT;
void             amicus_obstacles_free  (AmicusObstacles           *self);

guint32          amicus_obstacles_first (AmicusObstacles           *self,
                                         AmicusPoint                from,
                                         AmicusPoint                to,
                                         double                     margin,
                                         const guint32              ends[2]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusObstacles, amicus_obstacles_free)
