/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/stress-private.h"

#include "layout/random-private.h"

#include <math.h>

/* The last steps move a pair by this part of its error. */
#define LAST_STEP 0.1
/* Where the drawing is nearly right, the first steps move a pair of the shortest distance by so
 * many times its error, and farther ones less. */
#define GENTLE_STEP 16.0

/* Moves @point so that it lies nearer to @distance from @other. */
static inline void
pull (AmicusPoint       *point,
      const AmicusPoint *other,
      double             distance,
      double             strength)
{
  double dx = point->x - other->x;
  double dy = point->y - other->y;
  double length = sqrt (dx * dx + dy * dy);
  double move;

  if (length < 1e-9)
    {
      point->x += 0.01 * distance;
      return;
    }

  move = 0.5 * fmin (strength, 1.0) * (distance - length) / length;
  point->x += move * dx;
  point->y += move * dy;
}

/* How many nodes nearest to @pivot lie at most so many steps from it. */
static guint32 *
count_region (const AmicusNetwork *network,
              const AmicusPivots  *pivots,
              guint                pivot,
              guint               *n_counts)
{
  gsize k = pivots->n_pivots;
  float farthest = 0.0f;
  guint32 *counts;

  for (gsize i = 0; i < pivots->n; i++)
    farthest = MAX (farthest, pivots->distances[i * k + pivot]);
  *n_counts = (guint) (farthest / network->unit + 0.5) + 1;
  counts = g_new0 (guint32, *n_counts);

  for (gsize i = 0; i < pivots->n; i++)
    if (pivots->nearest[i] == pivot)
      counts[(guint) (pivots->distances[i * k + pivot] / network->unit + 0.5)]++;
  for (guint i = 1; i < *n_counts; i++)
    counts[i] += counts[i - 1];

  return counts;
}

/* A pivot speaks for the nodes near it that are at most half as far from it as the one it pulls
 * (Ortmann, Klimenta and Brandes, “A sparse stress model”, 2016). */
static float *
pivot_weights (const AmicusNetwork *network,
               const AmicusPivots  *pivots)
{
  gsize k = pivots->n_pivots;
  float *weights = g_new0 (float, pivots->n *k);

  for (guint p = 0; p < k; p++)
    {
      guint n_counts;
      g_autofree guint32 *counts = count_region (network, pivots, p, &n_counts);

      for (gsize i = 0; i < pivots->n; i++)
        {
          float distance = pivots->distances[i * k + p];
          guint half = (guint) (distance / network->unit / 2.0);

          if (distance > 0.0f)
            weights[i * k + p] = (float) counts[MIN (half, n_counts - 1)] / (distance * distance);
        }
    }

  return weights;
}

static void
pull_to_pivots (const AmicusPivots *pivots,
                const float        *weights,
                guint32             node,
                AmicusPoint        *points,
                double              eta)
{
  gsize k = pivots->n_pivots;
  const float *distances = pivots->distances + node * k;

  for (gsize p = 0; p < k; p++)
    if (distances[p] > 0.0f)
      pull (&points[node], &points[pivots->nodes[p]], distances[p], eta * weights[node * k + p]);
}

static void
pull_to_neighbours (const AmicusNetwork *network,
                    guint32              node,
                    AmicusPoint         *points,
                    double               eta)
{
  for (guint32 arc = network->offsets[node]; arc < network->offsets[node + 1]; arc++)
    {
      double length = network->steps[arc] * network->unit;

      pull (&points[node], &points[network->targets[arc]], length, eta / (length * length));
    }
}

static double
longest_distance (const AmicusPivots *pivots)
{
  float longest = 0.0f;

  for (gsize i = 0; i < (gsize) pivots->n * pivots->n_pivots; i++)
    longest = MAX (longest, pivots->distances[i]);

  return longest;
}

/**
 * amicus_stress_descend:
 * @network: a connected network
 * @pivots: its pivots; when every node is one, all pairs count
 * @fixed: which nodes must not move
 * @points: (inout): where the nodes lie
 * @n_rounds: how often each node is moved, 15 to 30
 * @gently: whether the drawing is nearly right, so that large steps would only disturb it
 * @random: state of the random numbers
 * @cancellable: (nullable): stops early
 *
 * Stochastic gradient descent of the stress, with steps that shrink exponentially (Zheng, Pawar and
 * Goodman, “Graph drawing by stochastic gradient descent”, 2019).
 */
void
amicus_stress_descend (const AmicusNetwork *network,
                       const AmicusPivots  *pivots,
                       const gboolean      *fixed,
                       AmicusPoint         *points,
                       guint                n_rounds,
                       gboolean             gently,
                       guint64             *random,
                       GCancellable        *cancellable)
{
  g_autofree float *weights = pivot_weights (network, pivots);
  g_autofree guint32 *order = g_new (guint32, network->n);
  double shortest = network->unit;
  double longest = fmax (longest_distance (pivots), shortest);
  double first = gently ? GENTLE_STEP * shortest * shortest : longest * longest;
  double decay = log (first / (LAST_STEP * shortest * shortest)) / MAX (1, n_rounds - 1);

  for (guint i = 0; i < network->n; i++)
    order[i] = i;

  for (guint round = 0; round < n_rounds && !g_cancellable_is_cancelled (cancellable); round++)
    {
      double eta = first * exp (-decay * round);

      amicus_random_shuffle (random, order, network->n);
      for (guint i = 0; i < network->n; i++)
        {
          if (fixed[order[i]])
            continue;
          pull_to_pivots (pivots, weights, order[i], points, eta);
          if (pivots->n_pivots < network->n)
            pull_to_neighbours (network, order[i], points, eta);
        }
    }
}
