/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/choose-private.h"

#include <math.h>

/* Ranks show who stands above whom where there is hardly any other relation, as in a tree of
 * owners. In others they make relations long and let them cross; springs put whoever has most
 * relations into the middle. */
#define MAX_RANKED_NODES 80
#define MAX_RANKED_DENSITY 1.1
/* And if it is not far longer or higher than a screen. */
#define SCREEN_ASPECT 1.6
#define MAX_MISSHAPE 1.9
/* What dot leaves between ranks, and between cards of a rank. */
#define RANK_GAP 60.0
#define CARD_GAP 20.0

typedef struct
{
  guint n_ranks;
  guint32 *ranks;           /* of each node */
} Ranks;

static gboolean
is_arrow (const AmicusLayoutEdge *edge)
{
  return edge->tail != AMICUS_NO_INDEX && edge->head != AMICUS_NO_INDEX && edge->tail != edge->head;
}

/* The next node that no arrow leads to from one not yet ranked; in a circle that with the fewest.
 * */
static guint32
next_source (const guint    *n_waiting,
             const gboolean *done,
             guint           n)
{
  guint32 best = AMICUS_NO_INDEX;

  for (guint32 i = 0; i < n; i++)
    if (!done[i] && (best == AMICUS_NO_INDEX || n_waiting[i] < n_waiting[best]))
      best = i;

  return best;
}

/* Each node one rank below the lowest that leads to it. The graph is small: no need to be quick. */
static void
ranks_init (Ranks                     *self,
            const AmicusLayoutRequest *request)
{
  guint n = request->n_nodes;
  g_autofree guint *n_waiting = g_new0 (guint, n);
  g_autofree gboolean *done = g_new0 (gboolean, n);

  self->n_ranks = 1;
  self->ranks = g_new0 (guint32, n);
  for (guint e = 0; e < request->n_edges; e++)
    if (is_arrow (&request->edges[e]))
      n_waiting[request->edges[e].head]++;

  for (guint k = 0; k < n; k++)
    {
      guint32 node = next_source (n_waiting, done, n);

      done[node] = TRUE;
      for (guint e = 0; e < request->n_edges; e++)
        {
          const AmicusLayoutEdge *edge = &request->edges[e];

          if (!is_arrow (edge) || edge->tail != node || done[edge->head])
            continue;
          n_waiting[edge->head]--;
          self->ranks[edge->head] = MAX (self->ranks[edge->head], self->ranks[node] + 1);
          self->n_ranks = MAX (self->n_ranks, self->ranks[edge->head] + 1);
        }
    }
}

/* Width over height that dot's picture would have, roughly. */
static double
ranked_aspect (const AmicusLayoutRequest *request,
               const Ranks               *ranks,
               gboolean                   left_to_right)
{
  g_autofree double *thickness = g_new0 (double, ranks->n_ranks);
  g_autofree double *length = g_new0 (double, ranks->n_ranks);
  double along = 0.0, across = 1.0;

  for (guint i = 0; i < request->n_nodes; i++)
    {
      const AmicusLayoutNode *node = &request->nodes[i];
      guint32 rank = ranks->ranks[i];

      thickness[rank] = fmax (thickness[rank], left_to_right ? node->width : node->height);
      length[rank] += (left_to_right ? node->height : node->width) + CARD_GAP;
    }

  for (guint rank = 0; rank < ranks->n_ranks; rank++)
    {
      along += thickness[rank] + RANK_GAP;
      across = fmax (across, length[rank]);
    }

  return left_to_right ? along / across : across / along;
}

static double
misshape (double aspect)
{
  return fabs (log (aspect / SCREEN_ASPECT));
}

/* Whether ranks suit, and in which direction. From left to right where the request leaves it open:
 * cards are wide and lines of text need length, not height. */
static gboolean
suits_ranks (const AmicusLayoutRequest *request,
             AmicusRankDirection       *direction)
{
  Ranks ranks;
  double level, upright;

  if (request->n_nodes == 0 || request->n_nodes > MAX_RANKED_NODES
      || request->n_edges > MAX_RANKED_DENSITY * request->n_nodes)
    return FALSE;

  ranks_init (&ranks, request);
  level = misshape (ranked_aspect (request, &ranks, TRUE));
  upright = misshape (ranked_aspect (request, &ranks, FALSE));
  g_free (ranks.ranks);

  if (request->rank_direction == AMICUS_RANK_TOP_TO_BOTTOM)
    *direction = level <= MAX_MISSHAPE || level <= upright ? AMICUS_RANK_LEFT_TO_RIGHT
                                                           : AMICUS_RANK_TOP_TO_BOTTOM;

  return fmin (level, upright) <= MAX_MISSHAPE;
}

static AmicusLayoutRequest *
copy_for_engine (const AmicusLayoutRequest *request,
                 AmicusEngine               engine,
                 AmicusRankDirection        direction)
{
  AmicusLayoutRequest *copy = amicus_layout_request_new (request->n_nodes, request->n_edges,
                                                         request->n_groups);

  copy->engine = engine;
  copy->rank_direction = direction;
  copy->seed = request->seed;
  copy->timeout_ms = request->timeout_ms;
  memcpy (copy->nodes, request->nodes, sizeof (AmicusLayoutNode) * request->n_nodes);
  memcpy (copy->edges, request->edges, sizeof (AmicusLayoutEdge) * request->n_edges);
  memcpy (copy->groups, request->groups, sizeof (AmicusLayoutGroup) * request->n_groups);

  return copy;
}

/**
 * amicus_choose:
 * @request: a request
 *
 * Small graphs that are about a tree are drawn in ranks by dot, from left to right unless the request
 * asks for another direction than the default, or the picture would be far from a screen's shape;
 * all others by the built-in engine, which knows of groups, labels and the shape of screens.
 *
 * Returns: (transfer full): the request itself, or where it asks for %AMICUS_ENGINE_AUTO a copy
 *   that asks for an engine
 */
AmicusLayoutRequest *
amicus_choose (AmicusLayoutRequest *request)
{
  AmicusRankDirection direction = request->rank_direction;

  if (request->engine != AMICUS_ENGINE_AUTO)
    return amicus_layout_request_ref (request);

  if (suits_ranks (request, &direction))
    return copy_for_engine (request, AMICUS_ENGINE_DOT, direction);

  return copy_for_engine (request, AMICUS_ENGINE_BUILTIN, direction);
}
