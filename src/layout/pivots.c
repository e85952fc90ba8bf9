/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/pivots-private.h"
#include "layout/random-private.h"

/* The farthest node from all pivots so far. */
static guint32
farthest_node (const guint32 *to_pivots,
               guint          n)
{
  guint32 farthest = 0;

  for (guint32 i = 1; i < n; i++)
    if (to_pivots[i] > to_pivots[farthest])
      farthest = i;

  return farthest;
}

static void
take_distances (AmicusPivots        *self,
                const AmicusNetwork *network,
                guint                pivot,
                const guint32       *distances,
                guint32             *to_pivots)
{
  for (guint i = 0; i < self->n; i++)
    {
      self->distances[(gsize) i * self->n_pivots + pivot] = (float) (distances[i] * network->unit);
      if (distances[i] < to_pivots[i])
        {
          to_pivots[i] = distances[i];
          self->nearest[i] = pivot;
        }
    }
}

/**
 * amicus_pivots_new:
 * @network: a connected network with a node at least
 * @max_pivots: how many to take; all nodes if there are no more
 * @random: state of the random numbers
 * @cancellable: (nullable): stops early, with distances of 0
 *
 * Chooses pivots that lie far from each other: the first by chance, each other one farthest from
 * those before.
 *
 * Returns: (transfer full): the pivots
 */
AmicusPivots *
amicus_pivots_new (const AmicusNetwork *network,
                   guint                max_pivots,
                   guint64             *random,
                   GCancellable        *cancellable)
{
  AmicusPivots *self = g_new0 (AmicusPivots, 1);
  g_autofree guint32 *distances = g_new (guint32, network->n);
  g_autofree guint32 *to_pivots = g_new (guint32, network->n);
  guint32 next = amicus_random_below (random, network->n);

  self->n = network->n;
  self->n_pivots = MIN (max_pivots, network->n);
  self->nodes = g_new0 (guint32, self->n_pivots);
  self->distances = g_new0 (float, (gsize) self->n * self->n_pivots);
  self->nearest = g_new0 (guint32, self->n);

  memset (to_pivots, 0xff, sizeof (guint32) * self->n);
  for (guint p = 0; p < self->n_pivots && !g_cancellable_is_cancelled (cancellable); p++)
    {
      self->nodes[p] = next;
      amicus_network_distances (network, next, distances);
      take_distances (self, network, p, distances, to_pivots);
      next = farthest_node (to_pivots, self->n);
    }

  return self;
}

/**
 * amicus_pivots_free:
 * @self: (transfer full): pivots
 */
void
amicus_pivots_free (AmicusPivots *self)
{
  g_free (self->nodes);
  g_free (self->distances);
  g_free (self->nearest);
  g_free (self);
}
