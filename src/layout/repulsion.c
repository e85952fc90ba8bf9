/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/repulsion-private.h"

#include "layout/motion-private.h"
#include "layout/quadtree-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A quad is taken as one point if it is seen under less than this angle (its tangent). */
#define OPENING 1.2
/* Strength of the repulsion against that of the links. */
#define REPULSION 2.0
/* Side of the square that each node gets at first, in lengths of a link. */
#define ROOMINESS 1.6
/* The longest move of a node, in lengths of a link, at first and in the end. */
#define FIRST_MOVE 4.0
#define LAST_MOVE 0.03

typedef struct
{
  const AmicusNetwork *network;
  const AmicusPoint *points;
  AmicusQuadtree *tree;
  double length;
} Field;

static double
mean_length (const AmicusNetwork *network)
{
  guint32 n_arcs = network->offsets[network->n];
  double sum = 0.0;

  for (guint32 arc = 0; arc < n_arcs; arc++)
    sum += network->steps[arc];

  return n_arcs > 0 ? sum / n_arcs * network->unit : network->unit;
}

static inline void
push_away (AmicusPoint       *force,
           const AmicusPoint *point,
           const AmicusPoint *other,
           double             strength)
{
  double dx = point->x - other->x;
  double dy = point->y - other->y;
  double square = dx * dx + dy * dy;

  if (square < 1e-12)
    return;
  force->x += strength * dx / square;
  force->y += strength * dy / square;
}

static void
push_from_leaf (const Field       *field,
                const AmicusQuad  *quad,
                const AmicusPoint *point,
                double             strength,
                AmicusPoint       *force)
{
  for (guint32 i = quad->first; i < quad->first + quad->mass; i++)
    push_away (force, point, &field->tree->points[i], strength);
}

/* Far quads push as one (Barnes and Hut, “A hierarchical O(N log N) force-calculation algorithm”,
 * 1986). */
static void
push_from_all (const Field *field,
               guint32      node,
               AmicusPoint *force)
{
  const AmicusQuadtree *tree = field->tree;
  const AmicusPoint *point = &field->points[node];
  double strength = REPULSION * field->length * field->length;
  guint32 i = 0;

  while (i < tree->n_quads)
    {
      const AmicusQuad *quad = &tree->quads[i];
      double dx = point->x - quad->centre.x;
      double dy = point->y - quad->centre.y;
      gboolean far = quad->size * quad->size < OPENING * OPENING * (dx * dx + dy * dy);

      if (far)
        push_away (force, point, &quad->centre, strength * quad->mass);
      else if (quad->is_leaf)
        push_from_leaf (field, quad, point, strength, force);

      i = far || quad->is_leaf ? quad->next : i + 1;
    }
}

/* Links pull with the square of their length, in units of the length they should have. */
static void
pull_by_links (const Field *field,
               guint32      node,
               AmicusPoint *force)
{
  const AmicusNetwork *network = field->network;

  for (guint32 arc = network->offsets[node]; arc < network->offsets[node + 1]; arc++)
    {
      const AmicusPoint *target = &field->points[network->targets[arc]];
      double dx = target->x - field->points[node].x;
      double dy = target->y - field->points[node].y;
      double pull = sqrt (dx * dx + dy * dy) / field->length;

      force->x += pull * dx;
      force->y += pull * dy;
    }
}

static AmicusPoint
moved (const Field *field,
       guint32      node,
       double       longest_move)
{
  AmicusPoint force = { 0.0, 0.0 };
  AmicusPoint point = field->points[node];
  double length;

  push_from_all (field, node, &force);
  pull_by_links (field, node, &force);

  length = hypot (force.x, force.y);
  if (length > 1e-9)
    {
      double move = fmin (length, longest_move) / length;

      point.x += move * force.x;
      point.y += move * force.y;
    }

  return point;
}

/* A node and how far it is from the middle. */
typedef struct
{
  guint32 node;
  double radius;
} Ring;

static int
compare_rings (gconstpointer a,
               gconstpointer b)
{
  const Ring *one = a, *other = b;

  if (one->radius < other->radius || one->radius > other->radius)
    return one->radius < other->radius ? -1 : 1;
  return one->node < other->node ? -1 : 1;
}

/* Charges would take long to thin out a crowded middle. Each node keeps its direction from the
 * middle, and the order of distances is kept, but every ring gets the room its nodes need. */
static void
spread_rings (AmicusPoint *points,
              guint        n,
              double       length)
{
  AmicusPoint mean = amicus_points_mean (points, n);
  g_autofree Ring *rings = g_new (Ring, n);

  for (guint i = 0; i < n; i++)
    rings[i] = (Ring) { i, hypot (points[i].x - mean.x, points[i].y - mean.y) };
  qsort (rings, n, sizeof (Ring), compare_rings);

  for (guint k = 0; k < n; k++)
    {
      AmicusPoint *point = &points[rings[k].node];
      double scale = ROOMINESS * length * sqrt ((k + 0.5) / G_PI) / fmax (rings[k].radius, 1e-9);

      *point = (AmicusPoint) { mean.x + scale * (point->x - mean.x),
                               mean.y + scale * (point->y - mean.y) };
    }
}

static gboolean
is_any_fixed (const gboolean *fixed,
              guint           n)
{
  for (guint i = 0; i < n; i++)
    if (fixed[i])
      return TRUE;

  return FALSE;
}

/**
 * amicus_repulsion_relax:
 * @network: a connected network
 * @fixed: which nodes must not move
 * @points: (inout): where the nodes lie, near their final place
 * @n_rounds: how often all nodes are moved
 * @cancellable: (nullable): stops early
 *
 * Springs and electric charges, the move of a node limited by a temperature that falls (Hu,
 * “Efficient, high-quality force-directed graph drawing”, 2005). It loosens what stress alone puts
 * on one another: the leaves of a hub.
 */
void
amicus_repulsion_relax (const AmicusNetwork *network,
                        const gboolean      *fixed,
                        AmicusPoint         *points,
                        guint                n_rounds,
                        GCancellable        *cancellable)
{
  Field field = { .network = network, .points = points, .length = mean_length (network) };
  g_autofree AmicusPoint *next = g_new (AmicusPoint, network->n);
  double longest_move = FIRST_MOVE * field.length;
  double cooling = pow (LAST_MOVE / FIRST_MOVE, 1.0 / MAX (1, n_rounds));

  if (!is_any_fixed (fixed, network->n))
    spread_rings (points, network->n, field.length);

  for (guint round = 0; round < n_rounds && !g_cancellable_is_cancelled (cancellable); round++)
    {
      field.tree = amicus_quadtree_new (points, network->n);
      /* Neighbours in the drawing one after the other: they meet the same quads. */
      for (guint k = 0; k < network->n; k++)
        {
          guint32 i = field.tree->order[k];

          next[i] = fixed[i] ? points[i] : moved (&field, i, longest_move);
        }
      amicus_quadtree_free (field.tree);

      memcpy (points, next, sizeof (AmicusPoint) * network->n);
      longest_move *= cooling;
    }
}
