/* SPDX-License-Identifier: GPL-3.0-or-later
 * Relations from a card to itself. */

#pragma once

#include "layout/outline-private.h"

double amicus_loop_reach (guint             nth);
void   amicus_loop_draw  (const AmicusRect *rect,
                          guint             nth,
                          AmicusPoint      *curves);

/* Control points of a loop. */
#define AMICUS_LOOP_POINTS 7
