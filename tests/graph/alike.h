/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "graph/graph.h"

/* What is wrong, or NULL. All that can be asked of a graph is asked. */
char *compare_graphs (AmicusGraph *graph,
                      AmicusGraph *expected) G_GNUC_WARN_UNUSED_RESULT;
