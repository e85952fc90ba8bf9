/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/start-private.h"

/**
 * amicus_box_is_new:
 * @box: a box
 *
 * Returns: whether it had no place before
 */
gboolean
amicus_box_is_new (const AmicusBox *box)
{
  return isnan (box->centre.x);
}

/* Beside the middle of its neighbours that have a place, each new one to another side. */
static void
place_new (const AmicusNetwork *network,
           const gboolean      *placed,
           guint32              node,
           AmicusPoint         *points)
{
  double angle = 2.4 * node;
  double aside = network->unit;
  AmicusPoint sum = { 0.0, 0.0 };
  guint n = 0;

  for (guint32 arc = network->offsets[node]; arc < network->offsets[node + 1]; arc++)
    if (placed[network->targets[arc]])
      {
        sum.x += points[network->targets[arc]].x;
        sum.y += points[network->targets[arc]].y;
        n++;
      }

  points[node] = (AmicusPoint) { sum.x / n + aside * cos (angle), sum.y / n + aside * sin (angle) };
}

static void
add_neighbours (const AmicusNetwork *network,
                guint32              node,
                gboolean            *waiting,
                GArray              *queue)
{
  for (guint32 arc = network->offsets[node]; arc < network->offsets[node + 1]; arc++)
    {
      guint32 target = network->targets[arc];

      if (waiting[target])
        continue;
      waiting[target] = TRUE;
      g_array_append_val (queue, target);
    }
}

/**
 * amicus_start_points:
 * @boxes: boxes, of which one at least is not new
 * @network: how they are linked; connected
 * @flatness: height of the drawing over that of the space it is found in
 * @points: (out): where they begin, in that space
 *
 * Old boxes begin where they lay, new ones beside what they are linked to.
 */
void
amicus_start_points (const AmicusBox     *boxes,
                     const AmicusNetwork *network,
                     double               flatness,
                     AmicusPoint         *points)
{
  g_autofree gboolean *placed = g_new0 (gboolean, network->n);
  g_autofree gboolean *waiting = g_new0 (gboolean, network->n);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < network->n; i++)
    if (!amicus_box_is_new (&boxes[i]))
      {
        points[i] = (AmicusPoint) { boxes[i].centre.x, boxes[i].centre.y / flatness };
        placed[i] = waiting[i] = TRUE;
        g_array_append_val (queue, i);
      }

  for (guint k = 0; k < queue->len; k++)
    {
      guint32 node = g_array_index (queue, guint32, k);

      if (!placed[node])
        place_new (network, placed, node, points);
      placed[node] = TRUE;
      add_neighbours (network, node, waiting, queue);
    }
}
