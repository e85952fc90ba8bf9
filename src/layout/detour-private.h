/* SPDX-License-Identifier: GPL-3.0-or-later
 * The shortest way round cards. */

#pragma once

#include "layout/obstacles-private.h"

typedef struct _AmicusDetours AmicusDetours;

AmicusDetours *amicus_detours_new  (AmicusObstacles *obstacles) G_GNUC_WARN_UNUSED_RESULT;
void           amicus_detours_free (AmicusDetours   *self);

void           amicus_detours_find (AmicusDetours   *self,
                                    AmicusPoint      from,
                                    AmicusPoint      to,
                                    const guint32    ends[2],
                                    GArray          *bends);
