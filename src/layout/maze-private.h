/* SPDX-License-Identifier: GPL-3.0-or-later
 * Ways through a crowd of cards, where many are in the way. */

#pragma once

#include "layout/obstacles-private.h"

/* What relations keep from cards that they do not join; corners are turned just outside of it. */
#define AMICUS_MAZE_MARGIN 7.0
#define AMICUS_MAZE_CORNER 8.0
/* A bend is worth so long a way. */
#define AMICUS_MAZE_BEND 12.0

typedef struct _AmicusMaze AmicusMaze;

AmicusPoint amicus_maze_corner (const AmicusRect *rect,
                                guint             corner,
                                double            out);

AmicusMaze *amicus_maze_new    (AmicusObstacles  *obstacles) G_GNUC_WARN_UNUSED_RESULT;
void        amicus_maze_free   (AmicusMaze       *self);

void        amicus_maze_find   (AmicusMaze       *self,
                                AmicusPoint       from,
                                AmicusPoint       to,
                                const guint32     ends[2],
                                GArray           *bends);
