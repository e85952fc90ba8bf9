/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/gather-private.h"

#include "layout/facing-private.h"
#include "layout/level-private.h"
#include "layout/overlap-private.h"

static AmicusPoint
mean_centre (const AmicusLevel *level)
{
  AmicusPoint mean = { 0.0, 0.0 };

  for (guint i = 0; i < level->n; i++)
    {
      mean.x += level->boxes[i].centre.x / level->n;
      mean.y += level->boxes[i].centre.y / level->n;
    }

  return mean;
}

static void
gather_level (AmicusLevel  *level,
              GCancellable *cancellable)
{
  AmicusPoint mean = mean_centre (level);

  if (level->links->len == 0 && !amicus_level_is_fixed (level))
    {
      amicus_level_line_up (level, AMICUS_GROUP_ASPECT);
      amicus_level_shift (level, mean);
      return;
    }

  amicus_level_tighten (level->boxes, level->n, AMICUS_GROUP_SPACIOUSNESS);
  amicus_overlap_remove (level->boxes, level->n, amicus_level_gap (level), cancellable);
}

/**
 * amicus_gather:
 * @request: a request
 * @nodes: (inout): centres of its nodes, from any engine
 * @pack: whether parts of the picture that have nothing to do with each other are set side by side;
 *   not where an old picture is to be recognised
 * @cancellable: (nullable): stops early
 *
 * Draws the members of each group together, from inside to outside, and moves apart what overlaps:
 * then no node stands on another or in a foreign group. Pinned nodes are put in their place.
 */
void
amicus_gather (AmicusLayoutRequest *request,
               AmicusPoint         *nodes,
               gboolean             pack,
               GCancellable        *cancellable)
{
  g_autoptr (AmicusNesting) nesting = amicus_nesting_new (request, nodes);
  AmicusLevel *outermost = &nesting->levels[0];

  for (guint l = nesting->n_levels; l > 1; l--)
    {
      if (nesting->levels[l - 1].n > 0)
        gather_level (&nesting->levels[l - 1], cancellable);
      amicus_nesting_fold (nesting, l - 1, FALSE);
    }

  amicus_overlap_remove (outermost->boxes, outermost->n, amicus_level_gap (outermost), cancellable);
  if (pack)
    amicus_level_pack (outermost, AMICUS_PICTURE_ASPECT);
  amicus_overlap_remove (outermost->boxes, outermost->n, amicus_level_gap (outermost), cancellable);

  amicus_nesting_unfold (nesting, nodes);
  amicus_facing_improve (nesting, !pack, nodes);
}
