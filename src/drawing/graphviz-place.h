/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a file says by Graphviz's own attributes about where things lie. */

#pragma once

#include "base/geometry.h"
#include "graph/graph.h"
#include "layout/layout.h"

G_BEGIN_DECLS

/* Points per unit of `pos`. */
double              amicus_pin_get_scale       (AmicusGraph         *graph);
/* Where the file fixes an entity, in points; FALSE where it does not. */
gboolean            amicus_pin_read            (AmicusGraph         *graph,
                                                guint32              entity,
                                                double               scale,
                                                AmicusPoint         *pin);
/* The file's own direction, unless another than the usual one is @asked for. */
AmicusRankDirection amicus_rank_direction_read (AmicusGraph         *graph,
                                                AmicusRankDirection  asked);

G_END_DECLS
