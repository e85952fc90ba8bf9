/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is drawn around a group. */

#pragma once

#include "layout/layout.h"

/* Between the hull and what is inside it, in points. */
#define AMICUS_HULL_PADDING 18.0

AmicusRect  amicus_hull_around     (const AmicusRect          *content,
                                    const AmicusLayoutGroup   *group);
AmicusRect  amicus_hull_title      (const AmicusRect          *hull,
                                    const AmicusLayoutGroup   *group);
void        amicus_hulls_fit       (const AmicusLayoutRequest *request,
                                    const AmicusPoint         *nodes,
                                    AmicusRect                *groups);
