/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/builtin-private.h"

#include "layout/facing-private.h"
#include "layout/level-private.h"

/**
 * amicus_builtin_run:
 * @request: what is to be laid out
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
amicus_builtin_run (AmicusLayoutRequest *request,
                    AmicusPoint         *nodes,
                    GCancellable        *cancellable,
                    GError             **error)
{
  g_autoptr (AmicusNesting) nesting = amicus_nesting_new (request, NULL);

  for (guint l = nesting->n_levels; l > 0; l--)
    {
      guint64 random = request->seed;

      if (l > 1 && nesting->levels[l - 1].links->len == 0)
        amicus_level_line_up (&nesting->levels[l - 1], AMICUS_GROUP_ASPECT);
      else
        amicus_level_layout (&nesting->levels[l - 1], AMICUS_PICTURE_ASPECT, &random, cancellable);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      amicus_nesting_fold (nesting, l - 1);
    }

  amicus_nesting_unfold (nesting, nodes);
  amicus_facing_improve (nesting, nodes);
  return TRUE;
}
