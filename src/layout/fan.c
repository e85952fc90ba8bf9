/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/fan-private.h"

#include "layout/box-private.h"

#include <stdlib.h>

/* Between two neighbours of a fan. */
#define FAN_SPACING 26.0

/* The two that an edge joins, the smaller number first, whatever its direction. */
typedef struct
{
  guint32 low;
  guint32 high;
  guint32 edge;
} Pair;

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *one = a, *other = b;

  if (one->low != other->low)
    return one->low < other->low ? -1 : 1;
  if (one->high != other->high)
    return one->high < other->high ? -1 : 1;
  return one->edge < other->edge ? -1 : 1;
}

/* The direction across the line between the two, the same for both directions of edges. */
static AmicusPoint
direction_across (const AmicusPort *ports,
                  const Pair       *pair)
{
  const AmicusPort *tail = &ports[2 * pair->edge];
  const AmicusPort *head = &ports[2 * pair->edge + 1];
  gboolean forwards = tail->owner == pair->low;
  AmicusPoint from = amicus_rect_centre (forwards ? &tail->shape.rect : &head->shape.rect);
  AmicusPoint to = amicus_rect_centre (forwards ? &head->shape.rect : &tail->shape.rect);
  double length = hypot (to.x - from.x, to.y - from.y);

  if (length < 1e-9)
    return (AmicusPoint) { 0.0, 1.0 };

  return (AmicusPoint) { (from.y - to.y) / length, (to.x - from.x) / length };
}

static void
open_fan (const AmicusPort *ports,
          const Pair       *pairs,
          guint             n,
          AmicusFan        *fans)
{
  for (guint i = 0; i < n; i++)
    {
      AmicusPoint across = direction_across (ports, &pairs[i]);
      double aside = FAN_SPACING * ((double) i - (n - 1) / 2.0);

      fans[pairs[i].edge].offset = (AmicusPoint) { aside * across.x, aside * across.y };
    }
}

/**
 * amicus_fans_new:
 * @ports: tail of edge i at 2i, its head at 2i + 1
 * @n_edges: number of edges
 *
 * Returns: (transfer full): for each edge how it is drawn aside
 */
AmicusFan *
amicus_fans_new (const AmicusPort *ports,
                 guint             n_edges)
{
  AmicusFan *fans = g_new0 (AmicusFan, MAX (1, n_edges));
  g_autofree Pair *pairs = g_new (Pair, MAX (1, n_edges));
  guint begin = 0;

  for (guint e = 0; e < n_edges; e++)
    {
      guint32 tail = ports[2 * e].owner, head = ports[2 * e + 1].owner;

      pairs[e] = (Pair) { MIN (tail, head), MAX (tail, head), e };
    }
  qsort (pairs, n_edges, sizeof (Pair), compare_pairs);

  for (guint end = 1; end <= n_edges; end++)
    if (end == n_edges || pairs[end].low != pairs[begin].low
        || pairs[end].high != pairs[begin].high)
      {
        if (end - begin > 1)
          open_fan (ports, pairs + begin, end - begin, fans);
        begin = end;
      }

  return fans;
}
