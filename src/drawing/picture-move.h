/* SPDX-License-Identifier: GPL-3.0-or-later
 * A placement with some of its nodes elsewhere. */

#pragma once

#include "layout/layout.h"

G_BEGIN_DECLS

/* Nodes up to which everything is routed anew; beyond, only what hangs on the moved ones. */
#define AMICUS_ROUTE_ALL 300

/* @nodes are indices in @request, @centres their new places. */
AmicusPlacement *amicus_placement_move (AmicusLayoutRequest   *request,
                                        const AmicusPlacement *placement,
                                        const guint32         *nodes,
                                        const AmicusPoint     *centres,
                                        guint                  n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
