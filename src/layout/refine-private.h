/* SPDX-License-Identifier: GPL-3.0-or-later
 * The boxes of a small picture look for better places. */

#pragma once

#include "layout/nesting-private.h"

#include <gio/gio.h>

/* Larger pictures are not read line by line. */
#define AMICUS_REFINED_SIZE 300
#define AMICUS_REFINED_EDGES 600

void amicus_refine (AmicusNesting     *nesting,
                    const AmicusPoint *nodes,
                    GCancellable      *cancellable);
