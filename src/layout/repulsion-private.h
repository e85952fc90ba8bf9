/* SPDX-License-Identifier: GPL-3.0-or-later
 * Lets the nodes of a large network push each other apart. */

#pragma once

#include "base/geometry.h"
#include "layout/network-private.h"

#include <gio/gio.h>

void amicus_repulsion_relax (const AmicusNetwork *network,
                             const gboolean      *fixed,
                             AmicusPoint         *points,
                             guint                n_rounds,
                             GCancellable        *cancellable);
