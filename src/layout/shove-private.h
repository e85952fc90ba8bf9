/* SPDX-License-Identifier: GPL-3.0-or-later
 * Boxes that have grown or come push others away, as little as can be. */

#pragma once

#include "layout/space-private.h"

void amicus_shove (AmicusSpace      *space,
                   const AmicusRect *before);
