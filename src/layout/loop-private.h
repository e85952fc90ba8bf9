/* SPDX-License-Identifier: GPL-3.0-or-later
 * Relations from a card to itself. */

#pragma once

#include "layout/outline-private.h"

AmicusPoint *amicus_loop_rooms (const AmicusLayoutRequest *request) G_GNUC_WARN_UNUSED_RESULT;
void         amicus_loop_draw  (const AmicusRect          *rect,
                                guint                      nth,
                                AmicusPoint               *curves);

/* Control points of a loop. */
#define AMICUS_LOOP_POINTS 7
