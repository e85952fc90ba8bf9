/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/refine-private.h"

#include "layout/sketch-private.h"

/* When the work is over, be it done or not. */
#define MAX_COMPARED 20000000
#define MAX_ROUNDS 30
/* Boxes may pass through each other at first, and less and less. */
#define FIRST_OVERLAP_COST 5.0
#define NEXT_OVERLAP_COST 3.0

/* Who has few neighbours also looks around each of these, from as near as can be. */
#define FEW_NEIGHBOURS 4
#define N_NEARNESSES 3
#define FARTHER 0.5
#define N_DIRECTIONS 16
/* Others look around themselves; cards are wide, so steps level are longer. */
#define N_STEP_DIRECTIONS 8
#define STEP_FLATNESS 0.6

static const double steps[] = { 16.0, 40.0, 90.0, 180.0, 360.0 };

/* The best place so far of a box. */
typedef struct
{
  guint box;
  AmicusPoint centre;
  double cost;
} Choice;

/* Looks at places on an ellipse. */
static void
consider_around (AmicusSketch *sketch,
                 AmicusPoint   middle,
                 AmicusPoint   reach,
                 guint         n_directions,
                 Choice       *best)
{
  for (guint k = 0; k < n_directions; k++)
    {
      double angle = 2.0 * G_PI * k / n_directions;
      AmicusPoint centre = { middle.x + reach.x * cos (angle), middle.y + reach.y * sin (angle) };
      double cost = amicus_sketch_cost (sketch, best->box, centre, best->cost);

      if (cost < best->cost)
        {
          best->centre = centre;
          best->cost = cost;
        }
    }
}

/* Whether it found a better place. */
static gboolean
move_to_best (AmicusSketch *sketch,
              guint         box)
{
  AmicusPoint centre = sketch->level->boxes[box].centre;
  guint n_ends = amicus_sketch_n_ends (sketch, box);
  double cost = amicus_sketch_cost (sketch, box, centre, G_MAXDOUBLE);
  Choice best = { box, centre, cost - 1e-3 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    consider_around (sketch, centre, (AmicusPoint) { steps[i], STEP_FLATNESS * steps[i] },
                     N_STEP_DIRECTIONS, &best);

  for (guint nth = 0; nth < n_ends && n_ends <= FEW_NEIGHBOURS; nth++)
    for (guint i = 0; i < N_NEARNESSES; i++)
      {
        AmicusPoint reach;
        AmicusPoint middle = amicus_sketch_other_end (sketch, box, nth, &reach);
        double times = 1.0 + FARTHER * i;

        consider_around (sketch, middle, (AmicusPoint) { times * reach.x, times * reach.y },
                         N_DIRECTIONS, &best);
      }

  if (best.cost >= cost - 1e-3)
    return FALSE;

  amicus_sketch_move (sketch, box, best.centre);
  return TRUE;
}

/**
 * amicus_refine:
 * @nesting: an unfolded nesting; its outermost boxes are moved, and not yet what is inside of them
 * @nodes: centres of the nodes
 * @cancellable: (nullable): stops early
 *
 * Moves one box after the other to where the picture is better: relations are short but have room
 * for their labels, cross little and go through nothing, and boxes are apart and near the middle
 * (after Davidson and Harel, “Drawing graphs nicely using simulated annealing”, 1996; here downhill
 * from a good beginning). Some boxes may then still be too near each other.
 */
void
amicus_refine (AmicusNesting     *nesting,
               const AmicusPoint *nodes,
               GCancellable      *cancellable)
{
  g_autoptr (AmicusSketch) sketch = amicus_sketch_new (nesting, nodes);
  gboolean moved = TRUE;

  sketch->overlap_cost = FIRST_OVERLAP_COST;
  for (guint round = 0; round < MAX_ROUNDS && moved; round++)
    {
      moved = FALSE;
      for (guint i = 0; i < sketch->level->n; i++)
        {
          if (sketch->n_compared > MAX_COMPARED || g_cancellable_is_cancelled (cancellable))
            return;
          if (!sketch->level->boxes[i].fixed)
            moved |= move_to_best (sketch, i);
        }

      amicus_sketch_find_middles (sketch);
      sketch->overlap_cost *= NEXT_OVERLAP_COST;
    }
}
