/* SPDX-License-Identifier: GPL-3.0-or-later
 * The built-in engine's heart: places for the boxes of one connected network. */

#pragma once

#include "layout/box-private.h"
#include "layout/network-private.h"

#include <gio/gio.h>

/* Up to this size all pairs count, beyond it a few pivots stand for all. */
#define AMICUS_FULL_SIZE 500

void amicus_embedding_find (AmicusBox        *boxes,
                            guint             n,
                            const AmicusLink *links,
                            guint             n_links,
                            gboolean          charged,
                            guint64          *random,
                            GCancellable     *cancellable);
