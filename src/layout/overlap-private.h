/* SPDX-License-Identifier: GPL-3.0-or-later
 * Moves boxes apart. */

#pragma once

#include "layout/box-private.h"

#include <gio/gio.h>

void amicus_overlap_remove (AmicusBox    *boxes,
                            guint         n,
                            double        gap,
                            GCancellable *cancellable);
