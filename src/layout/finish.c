/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/finish-private.h"

#include "layout/builtin-private.h"

/**
 * amicus_finish_run:
 * @request: what was asked for
 * @raw: (nullable): what a Graphviz engine answered; %NULL to ask the built-in engine
 * @previous: (nullable): the old picture that the new one is to resemble
 * @cancellable: (nullable): a cancellable
 * @error: return location for %G_IO_ERROR_CANCELLED, the only error
 *
 * Returns: (transfer full): the finished placement
 */
AmicusPlacement *
amicus_finish_run (AmicusLayoutRequest  *request,
                   AmicusPlacement      *raw,
                   const AmicusPrevious *previous,
                   GCancellable         *cancellable,
                   GError              **error)
{
  g_autofree AmicusPoint *nodes = g_new0 (AmicusPoint, MAX (1, request->n_nodes));

  if (raw != NULL)
    memcpy (nodes, raw->nodes, sizeof (AmicusPoint) * request->n_nodes);
  else if (!amicus_builtin_run (request, nodes, cancellable, error))
    return NULL;

  return amicus_layout_route (request, nodes, raw != NULL ? raw->engine : AMICUS_ENGINE_BUILTIN);
}
