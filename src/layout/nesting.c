/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/nesting-private.h"

#include "layout/hull-private.h"
#include "layout/loop-private.h"

/* Relations out of groups in groups in groups would fill any memory; beyond this number groups are
 * turned towards some of their relations only. */
#define MAX_PULLS 1000000

/**
 * amicus_level_is_fixed:
 * @self: a level
 *
 * Returns: whether one of its boxes is fixed
 */
gboolean
amicus_level_is_fixed (const AmicusLevel *self)
{
  for (guint i = 0; i < self->n; i++)
    if (self->boxes[i].fixed)
      return TRUE;

  return FALSE;
}

/**
 * amicus_level_shift:
 * @self: a level with nothing fixed
 * @by: how far
 *
 * Moves all its boxes.
 */
void
amicus_level_shift (AmicusLevel *self,
                    AmicusPoint  by)
{
  for (guint i = 0; i < self->n; i++)
    {
      self->boxes[i].centre.x += by.x;
      self->boxes[i].centre.y += by.y;
    }
}

static guint32
group_of_item (const AmicusNesting *self,
               guint32              item)
{
  const AmicusLayoutRequest *request = self->request;

  return item < request->n_nodes ? request->nodes[item].group
                                 : request->groups[item - request->n_nodes].parent;
}

/* The level that an item stands in: 0 is the picture, g + 1 the inside of group g. */
static guint
level_of_item (const AmicusNesting *self,
               guint32              item)
{
  return group_of_item (self, item) + 1;
}

static gboolean *
groups_with_nodes (const AmicusLayoutRequest *request)
{
  gboolean *used = g_new0 (gboolean, MAX (1, request->n_groups));

  for (guint i = 0; i < request->n_nodes; i++)
    if (request->nodes[i].group != AMICUS_NO_INDEX)
      used[request->nodes[i].group] = TRUE;
  for (guint g = request->n_groups; g > 0; g--)
    if (used[g - 1] && request->groups[g - 1].parent != AMICUS_NO_INDEX)
      used[request->groups[g - 1].parent] = TRUE;

  return used;
}

/* Each item gets its place in its level; an empty group has none. */
static void
count_items (AmicusNesting  *self,
             const gboolean *used)
{
  guint n_nodes = self->request->n_nodes;

  for (guint32 item = 0; item < n_nodes + self->request->n_groups; item++)
    self->places[item] = item < n_nodes || used[item - n_nodes]
                           ? self->levels[level_of_item (self, item)].n++
                           : AMICUS_NO_INDEX;
}

static AmicusBox
box_of_node (const AmicusLayoutNode *node,
             AmicusPoint             room,
             const AmicusPoint      *centre)
{
  AmicusBox box = { { 0.0, 0.0 }, room.x, room.y, node->pinned };

  if (node->pinned)
    box.centre = (AmicusPoint) { node->x, node->y };
  else if (centre != NULL)
    box.centre = *centre;

  return box;
}

static void
fill_levels (AmicusNesting     *self,
             const AmicusPoint *nodes)
{
  const AmicusLayoutRequest *request = self->request;
  g_autofree AmicusPoint *rooms = amicus_loop_rooms (request);

  for (guint l = 0; l < self->n_levels; l++)
    {
      self->levels[l].items = g_new0 (guint32, self->levels[l].n);
      self->levels[l].boxes = g_new0 (AmicusBox, self->levels[l].n);
      self->levels[l].links = g_array_new (FALSE, FALSE, sizeof (AmicusLink));
      self->levels[l].pulls = g_array_new (FALSE, FALSE, sizeof (AmicusPull));
    }

  for (guint32 item = 0; item < request->n_nodes + request->n_groups; item++)
    {
      AmicusLevel *level = &self->levels[level_of_item (self, item)];
      guint32 place = self->places[item];

      if (place == AMICUS_NO_INDEX)
        continue;
      level->items[place] = item;
      if (item < request->n_nodes)
        level->boxes[place] = box_of_node (&request->nodes[item], rooms[item],
                                            nodes != NULL ? &nodes[item] : NULL);
    }
}

static guint *
depths_of_groups (const AmicusLayoutRequest *request)
{
  guint *depths = g_new0 (guint, MAX (1, request->n_groups));

  for (guint g = 0; g < request->n_groups; g++)
    {
      guint32 parent = request->groups[g].parent;

      depths[g] = parent == AMICUS_NO_INDEX ? 0 : depths[parent] + 1;
    }

  return depths;
}

static guint
depth_of_item (const AmicusNesting *self,
               const guint         *depths,
               guint32              item)
{
  guint32 group = group_of_item (self, item);

  return group == AMICUS_NO_INDEX ? 0 : depths[group] + 1;
}

/* From an item to the group that holds it. On the way out it is told what pulls it. */
static guint32
go_out (AmicusNesting *self,
        guint32        item,
        guint32        other)
{
  AmicusPull pull = { self->places[item], other };

  if (other < self->request->n_nodes && pull.place != AMICUS_NO_INDEX && self->n_pulls < MAX_PULLS)
    {
      g_array_append_val (self->levels[level_of_item (self, item)].pulls, pull);
      self->n_pulls++;
    }

  return self->request->n_nodes + group_of_item (self, item);
}

/* Goes out from both ends until they stand in one level; links them there unless they are the
 * same, or one holds the other. */
static void
add_link (AmicusNesting *self,
          const guint   *depths,
          guint32        from,
          guint32        to,
          double         room)
{
  AmicusLink link = { .length = room };
  guint32 tail = from, head = to;

  while (depth_of_item (self, depths, tail) > depth_of_item (self, depths, head))
    tail = go_out (self, tail, to);
  while (depth_of_item (self, depths, head) > depth_of_item (self, depths, tail))
    head = go_out (self, head, from);
  while (group_of_item (self, tail) != group_of_item (self, head))
    {
      tail = go_out (self, tail, to);
      head = go_out (self, head, from);
    }

  if (tail == head || self->places[tail] == AMICUS_NO_INDEX
      || self->places[head] == AMICUS_NO_INDEX)
    return;

  link.tail = self->places[tail];
  link.head = self->places[head];
  g_array_append_val (self->levels[level_of_item (self, tail)].links, link);
}

static void
add_edges (AmicusNesting *self)
{
  const AmicusLayoutRequest *request = self->request;
  g_autofree guint *depths = depths_of_groups (request);

  for (guint e = 0; e < request->n_edges; e++)
    {
      const AmicusLayoutEdge *edge = &request->edges[e];
      guint32 tail = edge->tail;
      guint32 head = edge->head;

      if (tail == AMICUS_NO_INDEX)
        tail = request->n_nodes + edge->tail_group;
      if (head == AMICUS_NO_INDEX)
        head = request->n_nodes + edge->head_group;

      if (tail != head)
        add_link (self, depths, tail, head, edge->label_width);
    }
}

/**
 * amicus_nesting_new:
 * @request: a request
 * @nodes: (nullable): centres of its nodes, if known
 *
 * Returns: (transfer full): the levels of the picture
 */
AmicusNesting *
amicus_nesting_new (AmicusLayoutRequest *request,
                    const AmicusPoint   *nodes)
{
  AmicusNesting *self = g_new0 (AmicusNesting, 1);
  g_autofree gboolean *used = groups_with_nodes (request);

  self->request = amicus_layout_request_ref (request);
  self->n_levels = request->n_groups + 1;
  self->levels = g_new0 (AmicusLevel, self->n_levels);
  self->places = g_new (guint32, MAX (1, request->n_nodes + request->n_groups));

  count_items (self, used);
  fill_levels (self, nodes);
  add_edges (self);

  return self;
}

/**
 * amicus_nesting_free:
 * @self: (transfer full): a nesting
 */
void
amicus_nesting_free (AmicusNesting *self)
{
  for (guint l = 0; l < self->n_levels; l++)
    {
      g_free (self->levels[l].items);
      g_free (self->levels[l].boxes);
      g_array_unref (self->levels[l].links);
      g_array_unref (self->levels[l].pulls);
    }
  g_free (self->levels);
  g_free (self->places);
  amicus_layout_request_unref (self->request);
  g_free (self);
}

/* Boxes in columns may be exchanged, so each counts like the largest. */
static AmicusRect
content_of_level (const AmicusLevel *level)
{
  AmicusRect content = { 0.0, 0.0, -1.0, -1.0 };
  AmicusBox largest = { { 0.0, 0.0 }, 0.0, 0.0, FALSE };

  for (guint i = 0; i < level->n && level->n_columns > 0; i++)
    {
      largest.width = fmax (largest.width, level->boxes[i].width);
      largest.height = fmax (largest.height, level->boxes[i].height);
    }

  for (guint i = 0; i < level->n; i++)
    {
      AmicusBox box = level->boxes[i];
      AmicusRect rect;

      box.width = fmax (box.width, largest.width);
      box.height = fmax (box.height, largest.height);
      rect = amicus_box_rect (&box);
      amicus_rect_add (&content, &rect);
    }

  return content;
}

/**
 * amicus_nesting_fold:
 * @self: a nesting
 * @level: a level whose boxes have their place
 * @is_new: whether the place means nothing for the level around it
 *
 * Makes the group one box of the level around it, fixed if something inside is. Inner levels must
 * be folded first. Nothing happens for the picture itself or an empty group.
 */
void
amicus_nesting_fold (AmicusNesting *self,
                     guint          level,
                     gboolean       is_new)
{
  AmicusLevel *inner = &self->levels[level];
  AmicusRect content;
  guint32 item = self->request->n_nodes + level - 1;
  gboolean fixed = amicus_level_is_fixed (inner);

  if (level == 0 || inner->n == 0)
    return;

  content = content_of_level (inner);
  inner->hull = amicus_hull_around (&content, &self->request->groups[level - 1]);
  self->levels[level_of_item (self, item)].boxes[self->places[item]] = (AmicusBox) {
    is_new && !fixed ? (AmicusPoint) { NAN, NAN } : amicus_rect_centre (&inner->hull),
    inner->hull.width, inner->hull.height, fixed
  };
}

/**
 * amicus_nesting_unfold_level:
 * @self: a nesting, all of whose levels have been folded
 * @level: a level but the picture itself
 *
 * Moves what is inside a group to where the group's box has been put.
 */
void
amicus_nesting_unfold_level (AmicusNesting *self,
                             guint          level)
{
  AmicusLevel *inner = &self->levels[level];
  guint32 item = self->request->n_nodes + level - 1;
  const AmicusBox *box;
  AmicusPoint centre, shift;

  if (inner->n == 0)
    return;

  box = &self->levels[level_of_item (self, item)].boxes[self->places[item]];
  if (box->fixed)
    return;

  centre = amicus_rect_centre (&inner->hull);
  shift = (AmicusPoint) { box->centre.x - centre.x, box->centre.y - centre.y };
  inner->hull.x += shift.x;
  inner->hull.y += shift.y;
  amicus_level_shift (inner, shift);
}

/**
 * amicus_nesting_unfold:
 * @self: a nesting, all of whose levels have been folded
 * @nodes: (out): centres of the nodes
 */
void
amicus_nesting_unfold (AmicusNesting *self,
                       AmicusPoint   *nodes)
{
  for (guint l = 0; l < self->n_levels; l++)
    {
      const AmicusLevel *level = &self->levels[l];

      if (l > 0)
        amicus_nesting_unfold_level (self, l);
      for (guint i = 0; i < level->n; i++)
        if (level->items[i] < self->request->n_nodes)
          nodes[level->items[i]] = level->boxes[i].centre;
    }
}

/**
 * amicus_nesting_top:
 * @self: a nesting
 * @node: a node
 *
 * Returns: the box of the outermost level that stands for the node
 */
guint32
amicus_nesting_top (const AmicusNesting *self,
                    guint32              node)
{
  guint32 item = node;

  while (group_of_item (self, item) != AMICUS_NO_INDEX)
    item = self->request->n_nodes + group_of_item (self, item);

  return self->places[item];
}
