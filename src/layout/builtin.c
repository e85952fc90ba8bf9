/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/builtin-private.h"

#include "layout/facing-private.h"
#include "layout/level-private.h"
#include "layout/overlap-private.h"
#include "layout/refine-private.h"
#include "layout/start-private.h"

/* Where nodes lay before; not a number for new ones. */
static AmicusPoint *
old_places (const AmicusLayoutRequest *request,
            const AmicusPrevious      *previous)
{
  AmicusPoint *places = g_new (AmicusPoint, MAX (1, request->n_nodes));

  for (guint i = 0; i < request->n_nodes; i++)
    places[i] = previous != NULL && previous->nodes[i] < previous->placement->n_nodes
                  ? previous->placement->nodes[previous->nodes[i]]
                  : (AmicusPoint) { NAN, NAN };

  return places;
}

/* The middle of those boxes that are not new; not a number if all are. */
static AmicusPoint
middle_of_old (const AmicusLevel *level)
{
  AmicusPoint sum = { 0.0, 0.0 };
  guint n = 0;

  for (guint i = 0; i < level->n; i++)
    if (!amicus_box_is_new (&level->boxes[i]))
      {
        sum.x += level->boxes[i].centre.x;
        sum.y += level->boxes[i].centre.y;
        n++;
      }

  return n > 0 ? (AmicusPoint) { sum.x / n, sum.y / n } : (AmicusPoint) { NAN, NAN };
}

/* The inside of a group, about where its old members lay. */
static void
lay_out_group (AmicusLevel  *level,
               gboolean      kept,
               guint64      *random,
               GCancellable *cancellable)
{
  AmicusPoint old = middle_of_old (level), now;

  if (level->links->len > 0 || amicus_level_is_fixed (level))
    amicus_level_layout (level, AMICUS_PICTURE_ASPECT,
                         kept ? AMICUS_LEVEL_KEPT : AMICUS_LEVEL_FINAL, random, cancellable);
  else
    amicus_level_line_up (level, AMICUS_GROUP_ASPECT);

  now = middle_of_old (level);
  if (kept && !isnan (old.x) && !amicus_level_is_fixed (level))
    amicus_level_shift (level, (AmicusPoint) { old.x - now.x, old.y - now.y });
}

static AmicusLevelPurpose
purpose_of_picture (const AmicusNesting *nesting,
                    gboolean             kept)
{
  if (kept)
    return AMICUS_LEVEL_KEPT;

  return nesting->levels[0].n <= AMICUS_REFINED_SIZE
         && nesting->request->n_edges <= AMICUS_REFINED_EDGES
           ? AMICUS_LEVEL_REFINED : AMICUS_LEVEL_FINAL;
}

static void
refine (AmicusNesting *nesting,
        AmicusPoint   *nodes,
        GCancellable  *cancellable)
{
  AmicusLevel *outermost = &nesting->levels[0];
  double gap = amicus_level_gap (outermost);

  amicus_refine (nesting, nodes, cancellable);
  amicus_overlap_remove (outermost->boxes, outermost->n, gap, cancellable);
  amicus_level_pack (outermost, AMICUS_PICTURE_ASPECT);
  amicus_overlap_remove (outermost->boxes, outermost->n, gap, cancellable);
  amicus_nesting_unfold (nesting, nodes);
}

/**
 * amicus_builtin_run:
 * @request: what is to be laid out
 * @previous: (nullable): an old picture to start from
 * @nodes: (out): centres of the nodes
 * @cancellable: (nullable): a cancellable
 * @error: return location for %G_IO_ERROR_CANCELLED, the only error
 *
 * Lays out from inside to outside: each group by itself, then as one box of the level around it.
 * No node and no group overlaps another. The same request gives the same places.
 *
 * Returns: whether it came to an end
 */
gboolean
amicus_builtin_run (AmicusLayoutRequest  *request,
                    const AmicusPrevious *previous,
                    AmicusPoint          *nodes,
                    GCancellable         *cancellable,
                    GError              **error)
{
  g_autofree AmicusPoint *old = old_places (request, previous);
  g_autoptr (AmicusNesting) nesting = amicus_nesting_new (request, old);
  gboolean kept = previous != NULL;
  AmicusLevelPurpose purpose = purpose_of_picture (nesting, kept);
  guint64 random = request->seed;

  for (guint l = nesting->n_levels; l > 1; l--)
    {
      gboolean is_new = isnan (middle_of_old (&nesting->levels[l - 1]).x);

      random = request->seed;
      lay_out_group (&nesting->levels[l - 1], kept, &random, cancellable);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      amicus_nesting_fold (nesting, l - 1, is_new);
    }

  random = request->seed;
  amicus_level_layout (&nesting->levels[0], AMICUS_PICTURE_ASPECT, purpose, &random, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  amicus_nesting_unfold (nesting, nodes);
  amicus_facing_improve (nesting, kept, nodes);
  if (purpose == AMICUS_LEVEL_REFINED)
    refine (nesting, nodes, cancellable);
  return TRUE;
}
