/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/stability-private.h"

#include "layout/level-private.h"

/**
 * amicus_stability_parts:
 * @request: a request
 * @n_parts: (out): number of parts
 *
 * Returns: (transfer full): for each node which part of the picture it is in; parts have no
 *   relation and no group in common
 */
guint32 *
amicus_stability_parts (AmicusLayoutRequest *request,
                        guint               *n_parts)
{
  g_autoptr (AmicusNesting) nesting = amicus_nesting_new (request, NULL);
  g_autofree guint32 *components = NULL;
  guint32 *parts = g_new (guint32, MAX (1, request->n_nodes));

  *n_parts = amicus_level_components (&nesting->levels[0], &components);
  for (guint i = 0; i < request->n_nodes; i++)
    parts[i] = components[amicus_nesting_top (nesting, i)];

  return parts;
}

/* Where a node should come to lie: its pin, else its old place. Whether there is one. */
static gboolean
wished_place (const AmicusLayoutRequest *request,
              const AmicusPrevious      *previous,
              guint32                    node,
              AmicusPoint               *place)
{
  const AmicusLayoutNode *source = &request->nodes[node];
  guint32 old = previous != NULL ? previous->nodes[node] : AMICUS_NO_INDEX;

  if (source->pinned)
    *place = (AmicusPoint) { source->x, source->y };
  else if (old != AMICUS_NO_INDEX && old < previous->placement->n_nodes)
    *place = previous->placement->nodes[old];
  else
    return FALSE;

  return TRUE;
}

/* The nodes that have a wished place, those of one part together. */
typedef struct
{
  guint32 *begins;
  AmicusPoint *from;
  AmicusPoint *to;
} Pairs;

static void
pairs_init (Pairs                     *self,
            const AmicusLayoutRequest *request,
            const AmicusPoint         *nodes,
            const AmicusPrevious      *previous,
            const guint32             *parts,
            guint                      n_parts)
{
  g_autofree guint32 *ends = NULL;
  AmicusPoint place;

  self->begins = g_new0 (guint32, n_parts + 1);
  self->from = g_new (AmicusPoint, MAX (1, request->n_nodes));
  self->to = g_new (AmicusPoint, MAX (1, request->n_nodes));

  for (guint i = 0; i < request->n_nodes; i++)
    self->begins[parts[i] + 1] += wished_place (request, previous, i, &place);
  for (guint part = 0; part < n_parts; part++)
    self->begins[part + 1] += self->begins[part];

  ends = g_memdup2 (self->begins, sizeof (guint32) * (n_parts + 1));
  for (guint i = 0; i < request->n_nodes; i++)
    if (wished_place (request, previous, i, &place))
      {
        self->from[ends[parts[i]]] = nodes[i];
        self->to[ends[parts[i]]++] = place;
      }
}

static void
pairs_clear (Pairs *self)
{
  g_free (self->begins);
  g_free (self->from);
  g_free (self->to);
}

/**
 * amicus_stability_motions:
 * @request: a request
 * @nodes: centres of its nodes in the new picture
 * @previous: (nullable): the old picture
 * @freedom: what may be done to the new one
 *
 * People keep a map of a picture in their mind. Each connected part of the new one is turned,
 * mirrored and shifted as a whole so that nodes come as near as can be to their pins and old
 * places; a part without any moves with all others.
 *
 * Returns: (transfer full): for each node the motion of its part
 */
AmicusMotion *
amicus_stability_motions (AmicusLayoutRequest  *request,
                          const AmicusPoint    *nodes,
                          const AmicusPrevious *previous,
                          AmicusMotionFreedom   freedom)
{
  guint n_parts;
  g_autofree guint32 *parts = amicus_stability_parts (request, &n_parts);
  g_autofree AmicusMotion *of_parts = g_new (AmicusMotion, MAX (1, n_parts));
  AmicusMotion *motions = g_new (AmicusMotion, MAX (1, request->n_nodes));
  AmicusMotion of_all;
  Pairs pairs;

  pairs_init (&pairs, request, nodes, previous, parts, n_parts);
  of_all = amicus_motion_fit (pairs.from, pairs.to, pairs.begins[n_parts], freedom);

  for (guint part = 0; part < n_parts; part++)
    {
      guint32 begin = pairs.begins[part], n = pairs.begins[part + 1] - begin;

      of_parts[part] = n > 0 ? amicus_motion_fit (pairs.from + begin, pairs.to + begin, n, freedom)
                             : of_all;
    }
  for (guint i = 0; i < request->n_nodes; i++)
    motions[i] = of_parts[parts[i]];

  pairs_clear (&pairs);
  return motions;
}
