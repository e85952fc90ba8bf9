/* SPDX-License-Identifier: GPL-3.0-or-later
 * Places for what is new in a picture that stays as it is. */

#pragma once

#include "layout/layout.h"
#include "layout/space-private.h"

typedef struct _AmicusNewcomers AmicusNewcomers;

/* @is_new: for each node of @request whether it looks for a place; @nodes: where all others are,
 * and where the new ones come to be. Both are used until the newcomers are freed. */
AmicusNewcomers *amicus_newcomers_new   (AmicusLayoutRequest      *request,
                                         const AmicusLayoutChange *change,
                                         const gboolean           *is_new,
                                         AmicusPoint              *nodes) G_GNUC_WARN_UNUSED_RESULT;
void             amicus_newcomers_free  (AmicusNewcomers          *self);

void             amicus_newcomers_place (AmicusNewcomers          *self,
                                         AmicusSpace              *space,
                                         const guint32            *items,
                                         gboolean                  in_group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusNewcomers, amicus_newcomers_free)
