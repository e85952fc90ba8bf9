/* SPDX-License-Identifier: GPL-3.0-or-later
 * Finds what lies near a place. */

#pragma once

#include "base/geometry.h"

typedef struct _AmicusGrid AmicusGrid;

AmicusGrid *amicus_grid_new  (const AmicusRect *bounds,
                              double            cell_width,
                              double            cell_height) G_GNUC_WARN_UNUSED_RESULT;
void        amicus_grid_free (AmicusGrid       *self);

void        amicus_grid_add  (AmicusGrid       *self,
                              const AmicusRect *rect,
                              guint32           item);
void        amicus_grid_find (const AmicusGrid *self,
                              const AmicusRect *rect,
                              GArray           *items);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusGrid, amicus_grid_free)
