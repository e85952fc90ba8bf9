/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/layout.h"

#include "layout/level-private.h"
#include "layout/loop-private.h"
#include "layout/newcomers-private.h"
#include "layout/shove-private.h"

/* What is kept free of others where something pushes, in points; newcomers keep more. */
#define LEAST_GAP 8.0

/*
 * is_new: of each node, whether it looks for a place
 * nodes: where the nodes are
 * now: the levels of the new request
 * before: those of the old one, folded
 */
typedef struct
{
  AmicusLayoutRequest *request;
  const AmicusLayoutChange *change;
  gboolean *is_new;
  AmicusPoint *nodes;
  AmicusPoint *old_rooms;
  AmicusNesting *now;
  AmicusNesting *before;
} Settling;

/* Who was in another group comes as if new. */
static gboolean
changed_group (const AmicusLayoutRequest *request,
               const AmicusLayoutChange  *change,
               guint32                    node)
{
  guint32 group = request->nodes[node].group;
  guint32 old_group = change->request->nodes[change->nodes[node]].group;

  if (group == AMICUS_NO_INDEX)
    return old_group != AMICUS_NO_INDEX;
  return change->groups[group] != AMICUS_NO_INDEX && change->groups[group] != old_group;
}

static void
find_newcomers (Settling *self)
{
  for (guint32 i = 0; i < self->request->n_nodes; i++)
    {
      const AmicusLayoutNode *node = &self->request->nodes[i];
      guint32 old = self->change->nodes[i];

      self->is_new[i] = !node->pinned && (old == AMICUS_NO_INDEX ||
                                          changed_group (self->request, self->change, i));
      if (node->pinned)
        self->nodes[i] = (AmicusPoint) { node->x, node->y };
      else if (self->is_new[i])
        self->nodes[i] = (AmicusPoint) { NAN, NAN };
      else
        self->nodes[i] = self->change->placement->nodes[old];
    }
}

static AmicusNesting *
fold_before (const AmicusLayoutChange *change)
{
  AmicusNesting *nesting = amicus_nesting_new (change->request, change->placement->nodes);

  for (guint l = nesting->n_levels; l > 1; l--)
    amicus_nesting_fold (nesting, l - 1, FALSE);
  return nesting;
}

static AmicusRect
rect_before (const Settling *self,
             guint32         item)
{
  const AmicusRect none = { 0.0, 0.0, -1.0, -1.0 };
  gboolean is_node = item < self->request->n_nodes;
  guint32 old = is_node ? self->change->nodes[item]
                        : self->change->groups[item - self->request->n_nodes];

  if (old == AMICUS_NO_INDEX)
    return none;
  if (is_node)
    {
      AmicusBox box = { self->change->placement->nodes[old], self->old_rooms[old].x,
                        self->old_rooms[old].y, FALSE };

      return amicus_box_rect (&box);
    }
  return self->before->levels[old + 1].n > 0 ? self->before->levels[old + 1].hull : none;
}

/* Whether all that a group holds is new, so that the group as a whole looks for a place. */
static gboolean
is_new_group (const Settling *self,
              guint32         group)
{
  const AmicusLevel *level = &self->now->levels[group + 1];

  if (self->change->groups[group] != AMICUS_NO_INDEX || amicus_level_is_fixed (level))
    return FALSE;
  for (guint i = 0; i < level->n; i++)
    if (level->items[i] >= self->request->n_nodes || !self->is_new[level->items[i]])
      return FALSE;

  return TRUE;
}

/* Once all others stand, new groups go to the nearest free place. */
static void
place_groups (const Settling    *self,
              const AmicusLevel *level,
              AmicusSpace       *space,
              const AmicusPoint *wishes)
{
  for (guint32 i = 0; i < level->n; i++)
    if (!isnan (wishes[i].x))
      amicus_space_set (space, i, amicus_space_find (space, i, wishes[i], NULL, NULL));
}

static void
settle_level (Settling        *self,
              AmicusNewcomers *newcomers,
              guint            nth)
{
  AmicusLevel *level = &self->now->levels[nth];
  g_autofree AmicusRect *before = g_new (AmicusRect, MAX (1, level->n));
  g_autofree AmicusPoint *wishes = g_new (AmicusPoint, MAX (1, level->n));
  g_autoptr (AmicusSpace) space = NULL;

  for (guint i = 0; i < level->n; i++)
    {
      guint32 item = level->items[i];

      before[i] = rect_before (self, item);
      wishes[i] = (AmicusPoint) { NAN, NAN };
      if (item < self->request->n_nodes || !is_new_group (self, item - self->request->n_nodes))
        continue;
      wishes[i] = level->boxes[i].centre;
      level->boxes[i].centre = (AmicusPoint) { NAN, NAN };
    }

  space = amicus_space_new (level->boxes, level->n, LEAST_GAP);
  amicus_shove (space, before);
  for (guint i = 0; i < level->n; i++)
    if (level->items[i] < self->request->n_nodes)
      self->nodes[level->items[i]] = level->boxes[i].centre;
  space->gap = AMICUS_BOX_GAP;
  amicus_newcomers_place (newcomers, space, level->items, nth > 0);
  place_groups (self, level, space, wishes);
}

static void
settle (Settling *self)
{
  g_autoptr (AmicusNewcomers) newcomers = amicus_newcomers_new (self->request, self->change,
                                                                self->is_new, self->nodes);

  for (guint l = self->now->n_levels; l > 0; l--)
    {
      settle_level (self, newcomers, l - 1);
      amicus_nesting_fold (self->now, l - 1, FALSE);
    }
  amicus_nesting_unfold (self->now, self->nodes);
}

/**
 * amicus_layout_change:
 * @request: what is to be laid out now
 * @change: what it was before
 *
 * Every card and group keeps its place. One that has grown, or was moved by its pin, pushes away
 * what it would cover, but nothing that is pinned; what is new goes to a free place.
 *
 * Returns: (transfer full): the placement
 */
AmicusPlacement *
amicus_layout_change (AmicusLayoutRequest      *request,
                      const AmicusLayoutChange *change)
{
  g_autofree gboolean *is_new = NULL;
  g_autofree AmicusPoint *nodes = NULL;
  g_autofree AmicusPoint *old_rooms = NULL;
  g_autoptr (AmicusNesting) now = NULL;
  g_autoptr (AmicusNesting) before = NULL;
  Settling settling = { .request = request, .change = change };

  g_return_val_if_fail (request != NULL && change != NULL, NULL);

  settling.is_new = is_new = g_new (gboolean, MAX (1, request->n_nodes));
  settling.nodes = nodes = g_new (AmicusPoint, MAX (1, request->n_nodes));
  settling.old_rooms = old_rooms = amicus_loop_rooms (change->request);
  find_newcomers (&settling);
  settling.now = now = amicus_nesting_new (request, nodes);
  settling.before = before = fold_before (change);
  settle (&settling);

  return amicus_layout_redraw (request, change, nodes);
}
