/* SPDX-License-Identifier: GPL-3.0-or-later
 * Graphs by chance, and what must hold for any picture of them. */

#pragma once

#include "layout/layout.h"

typedef enum
{
  GRAPH_PLAIN = 0,
  GRAPH_GROUPS = 1 << 0,      /* nested, some empty, some at the end of an edge */
  GRAPH_PARALLELS = 1 << 1,
  GRAPH_LOOPS = 1 << 2,
  GRAPH_LABELS = 1 << 3,
  GRAPH_PINS = 1 << 4,
  GRAPH_PARTS = 1 << 5,       /* not connected */
  GRAPH_OUTLINES = 1 << 6,
} GraphFeatures;

#define GRAPH_ALL 0x7f

AmicusLayoutRequest *random_graph  (guint32                    seed,
                                    guint                      n_nodes,
                                    GraphFeatures              features);
void                 check_picture (const AmicusLayoutRequest *request,
                                    const AmicusPlacement     *placement);
gboolean             same_picture  (const AmicusPlacement     *a,
                                    const AmicusPlacement     *b);
