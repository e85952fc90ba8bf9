/* SPDX-License-Identifier: GPL-3.0-or-later
 * The built-in engine's heart: places for the boxes of one connected network. */

#pragma once

#include "layout/box-private.h"
#include "layout/network-private.h"

#include <gio/gio.h>

void amicus_embedding_find (AmicusBox        *boxes,
                            guint             n,
                            const AmicusLink *links,
                            guint             n_links,
                            guint64          *random,
                            GCancellable     *cancellable);
