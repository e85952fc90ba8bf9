/* SPDX-License-Identifier: GPL-3.0-or-later
 * Turns groups to what they have relations with. */

#pragma once

#include "layout/nesting-private.h"

void amicus_facing_improve (AmicusNesting *nesting,
                            gboolean       kept,
                            AmicusPoint   *nodes);
