/* SPDX-License-Identifier: GPL-3.0-or-later
 * A few nodes from which the distances to all others are known. */

#pragma once

#include "base/geometry.h"
#include "layout/network-private.h"

#include <gio/gio.h>

/**
 * AmicusPivots:
 * @n: number of nodes
 * @n_pivots: number of pivots
 * @nodes: which nodes they are
 * @distances: distances[i * n_pivots + p] from node i to pivot p, in the network's own lengths
 * @nearest: for each node the pivot nearest to it
 */
typedef struct
{
  guint n;
  guint n_pivots;
  guint32 *nodes;
  float *distances;
  guint32 *nearest;
} AmicusPivots;

AmicusPivots *amicus_pivots_new  (const AmicusNetwork *network,
                                  guint                max_pivots,
                                  guint64             *random,
                                  GCancellable        *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void          amicus_pivots_free (AmicusPivots        *self);

void          amicus_pivot_mds   (const AmicusPivots  *pivots,
                                  AmicusPoint         *points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusPivots, amicus_pivots_free)
