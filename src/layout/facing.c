/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/facing-private.h"

#include <stdlib.h>

/* A box of a group that stands in columns, and where it is drawn to. */
typedef struct
{
  guint32 place;
  double x;
  double y;
} Wish;

static int
compare_by_y (gconstpointer a,
              gconstpointer b)
{
  const Wish *one = a, *other = b;

  if (one->y < other->y || one->y > other->y)
    return one->y < other->y ? -1 : 1;
  return one->place < other->place ? -1 : 1;
}

static int
compare_by_x (gconstpointer a,
              gconstpointer b)
{
  const Wish *one = a, *other = b;

  if (one->x < other->x || one->x > other->x)
    return one->x < other->x ? -1 : 1;
  return one->place < other->place ? -1 : 1;
}

/* The middle of what pulls each box; its own place if nothing does. */
static Wish *
wishes_of_level (const AmicusLevel *level,
                 const AmicusPoint *nodes)
{
  Wish *wishes = g_new0 (Wish, level->n);
  g_autofree guint *n_pulls = g_new0 (guint, level->n);

  for (guint k = 0; k < level->pulls->len; k++)
    {
      const AmicusPull *pull = &g_array_index (level->pulls, AmicusPull, k);

      wishes[pull->place].x += nodes[pull->node].x;
      wishes[pull->place].y += nodes[pull->node].y;
      n_pulls[pull->place]++;
    }

  for (guint i = 0; i < level->n; i++)
    wishes[i] = (Wish) {
      i, n_pulls[i] > 0 ? wishes[i].x / n_pulls[i] : level->boxes[i].centre.x,
      n_pulls[i] > 0 ? wishes[i].y / n_pulls[i] : level->boxes[i].centre.y
    };

  return wishes;
}

/* Who is drawn upwards stands above, and in a row who is drawn to the left stands left. */
static void
sort_columns (AmicusLevel       *level,
              const AmicusPoint *nodes)
{
  g_autofree Wish *wishes = wishes_of_level (level, nodes);
  g_autofree AmicusPoint *cells = g_new (AmicusPoint, level->n);

  for (guint i = 0; i < level->n; i++)
    cells[i] = level->boxes[i].centre;

  qsort (wishes, level->n, sizeof (Wish), compare_by_y);
  for (guint row = 0; row < level->n; row += level->n_columns)
    qsort (wishes + row, MIN (level->n_columns, level->n - row), sizeof (Wish), compare_by_x);

  for (guint i = 0; i < level->n; i++)
    level->boxes[wishes[i].place].centre = cells[i];
}

static double
mirrored (double value,
          double middle,
          int    sign)
{
  return middle + sign * (value - middle);
}

/* How far the boxes would be from what pulls them. */
static double
cost_of_mirror (const AmicusLevel *level,
                const AmicusPoint *nodes,
                AmicusPoint        middle,
                int                sign_x,
                int                sign_y)
{
  double cost = 0.0;

  for (guint k = 0; k < level->pulls->len; k++)
    {
      const AmicusPull *pull = &g_array_index (level->pulls, AmicusPull, k);
      AmicusPoint centre = level->boxes[pull->place].centre;

      cost += hypot (mirrored (centre.x, middle.x, sign_x) - nodes[pull->node].x,
                     mirrored (centre.y, middle.y, sign_y) - nodes[pull->node].y);
    }

  return cost;
}

static AmicusPoint
middle_of_boxes (const AmicusLevel *level)
{
  AmicusRect content = { 0.0, 0.0, -1.0, -1.0 };

  for (guint i = 0; i < level->n; i++)
    {
      AmicusRect rect = amicus_box_rect (&level->boxes[i]);

      amicus_rect_add (&content, &rect);
    }

  return amicus_rect_centre (&content);
}

static void
mirror_best (AmicusLevel       *level,
             const AmicusPoint *nodes)
{
  AmicusPoint middle = middle_of_boxes (level);
  double best_cost = cost_of_mirror (level, nodes, middle, 1, 1);
  int best_x = 1, best_y = 1;

  for (guint k = 1; k < 4; k++)
    {
      int sign_x = k & 1 ? -1 : 1, sign_y = k & 2 ? -1 : 1;
      double cost = cost_of_mirror (level, nodes, middle, sign_x, sign_y);

      if (cost < best_cost - 1e-6)
        {
          best_cost = cost;
          best_x = sign_x;
          best_y = sign_y;
        }
    }

  for (guint i = 0; i < level->n; i++)
    {
      AmicusPoint *centre = &level->boxes[i].centre;

      *centre = (AmicusPoint) { mirrored (centre->x, middle.x, best_x),
                                mirrored (centre->y, middle.y, best_y) };
    }
}

/**
 * amicus_facing_improve:
 * @nesting: an unfolded nesting
 * @kept: whether an old picture is to be recognised, so that nothing may be mirrored
 * @nodes: (inout): centres of the nodes
 *
 * Inside each group, and without changing its size, exchanges boxes that stand in columns, or
 * mirrors the whole, so that relations out of the group become shorter and cross less.
 */
void
amicus_facing_improve (AmicusNesting *nesting,
                       gboolean       kept,
                       AmicusPoint   *nodes)
{
  for (guint l = 1; l < nesting->n_levels; l++)
    {
      AmicusLevel *level = &nesting->levels[l];

      amicus_nesting_unfold_level (nesting, l);
      if (level->n < 2 || level->pulls->len == 0 || amicus_level_is_fixed (level))
        continue;

      if (level->n_columns > 0)
        sort_columns (level, nodes);
      else if (!kept)
        mirror_best (level, nodes);
    }

  amicus_nesting_unfold (nesting, nodes);
}
