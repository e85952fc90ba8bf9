/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/gather-private.h"

#include "layout/facing-private.h"
#include "layout/level-private.h"
#include "layout/overlap-private.h"

/* The inside of a group may be so many times as large as all its boxes together. */
#define SPACIOUSNESS 4.0

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

static gboolean
any_fixed (const AmicusLevel *level)
{
  for (guint i = 0; i < level->n; i++)
    if (level->boxes[i].fixed)
      return TRUE;

  return FALSE;
}

/* How the distances must shrink for the boxes to fill their bounds well. */
static double
shrinking (const AmicusLevel *level)
{
  AmicusRect bounds = { 0.0, 0.0, -1.0, -1.0 };
  double area = 0.0;

  for (guint i = 0; i < level->n; i++)
    {
      AmicusRect rect = amicus_box_rect (&level->boxes[i]);

      rect = amicus_rect_grown (&rect, AMICUS_BOX_GAP / 2.0);
      area += rect.width * rect.height;
      amicus_rect_add (&bounds, &rect);
    }

  return fmin (1.0, sqrt (SPACIOUSNESS * area / (bounds.width * bounds.height)));
}

static void
move_all (AmicusLevel *level,
          AmicusPoint  mean,
          double       scale,
          AmicusPoint  to)
{
  for (guint i = 0; i < level->n; i++)
    {
      AmicusBox *box = &level->boxes[i];

      if (!box->fixed)
        box->centre = (AmicusPoint) { to.x + scale * (box->centre.x - mean.x),
                                      to.y + scale * (box->centre.y - mean.y) };
    }
}

static void
gather_level (AmicusLevel  *level,
              GCancellable *cancellable)
{
  AmicusPoint mean = mean_centre (level);

  if (level->links->len == 0 && !any_fixed (level))
    {
      amicus_level_line_up (level, AMICUS_GROUP_ASPECT);
      move_all (level, (AmicusPoint) { 0.0, 0.0 }, 1.0, mean);
      return;
    }

  move_all (level, mean, shrinking (level), mean);
  amicus_overlap_remove (level->boxes, level->n, AMICUS_BOX_GAP, cancellable);
}

/**
 * amicus_gather:
 * @request: a request
 * @nodes: (inout): centres of its nodes, from any engine
 * @pack: whether parts of the picture that have nothing to do with each other are set side by side
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

  for (guint l = nesting->n_levels; l > 1; l--)
    {
      if (nesting->levels[l - 1].n > 0)
        gather_level (&nesting->levels[l - 1], cancellable);
      amicus_nesting_fold (nesting, l - 1);
    }

  amicus_overlap_remove (nesting->levels[0].boxes, nesting->levels[0].n, AMICUS_BOX_GAP,
                         cancellable);
  if (pack)
    amicus_level_pack (&nesting->levels[0], AMICUS_PICTURE_ASPECT);
  amicus_overlap_remove (nesting->levels[0].boxes, nesting->levels[0].n, AMICUS_BOX_GAP,
                         cancellable);

  amicus_nesting_unfold (nesting, nodes);
  amicus_facing_improve (nesting, nodes);
}
