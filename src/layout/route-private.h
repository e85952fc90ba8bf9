/* SPDX-License-Identifier: GPL-3.0-or-later
 * Curves for relations and places for their labels. */

#pragma once

#include "layout/layout.h"

#include <gio/gio.h>

gboolean amicus_route_is_careful (const AmicusLayoutRequest *request);
void     amicus_route_edges      (const AmicusLayoutRequest *request,
                                  AmicusPlacement           *placement,
                                  const gboolean            *wanted,
                                  GCancellable              *cancellable);
void     amicus_route_bounds     (const AmicusLayoutRequest *request,
                                  AmicusPlacement           *placement);
