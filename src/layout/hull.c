/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/hull-private.h"

#include "layout/box-private.h"

/* Between the title and what is below it. */
#define TITLE_GAP 8.0

/**
 * amicus_hull_around:
 * @content: what the group holds
 * @group: the group, for its title
 *
 * Returns: the hull: padding on all sides, and room for the title above the content
 */
AmicusRect
amicus_hull_around (const AmicusRect        *content,
                    const AmicusLayoutGroup *group)
{
  AmicusRect hull = amicus_rect_grown (content, AMICUS_HULL_PADDING);
  double least_width = group->title_width + 2.0 * AMICUS_HULL_PADDING;

  if (group->title_height > 0.0)
    {
      hull.y -= group->title_height + TITLE_GAP;
      hull.height += group->title_height + TITLE_GAP;
    }
  if (group->title_width > 0.0 && hull.width < least_width)
    {
      hull.x -= (least_width - hull.width) / 2.0;
      hull.width = least_width;
    }

  return hull;
}

/**
 * amicus_hull_title:
 * @hull: a hull
 * @group: its group
 *
 * Returns: where the title stands: at the top left inside; without extent if there is none
 */
AmicusRect
amicus_hull_title (const AmicusRect        *hull,
                   const AmicusLayoutGroup *group)
{
  if (amicus_rect_is_empty (hull) || group->title_height <= 0.0)
    return (AmicusRect) { 0.0, 0.0, -1.0, -1.0 };

  return (AmicusRect) { hull->x + AMICUS_HULL_PADDING, hull->y + AMICUS_HULL_PADDING,
                        group->title_width, group->title_height };
}

static void
add_nodes (const AmicusLayoutRequest *request,
           const AmicusPoint         *nodes,
           AmicusRect                *groups)
{
  for (guint i = 0; i < request->n_nodes; i++)
    {
      const AmicusLayoutNode *node = &request->nodes[i];
      AmicusBox box = { nodes[i], node->width, node->height, FALSE };
      AmicusRect rect = amicus_box_rect (&box);

      if (node->group != AMICUS_NO_INDEX)
        amicus_rect_add (&groups[node->group], &rect);
    }
}

/**
 * amicus_hulls_fit:
 * @request: a request
 * @nodes: centres of its nodes
 * @groups: (out): hulls of its groups; without extent where a group holds no node
 */
void
amicus_hulls_fit (const AmicusLayoutRequest *request,
                  const AmicusPoint         *nodes,
                  AmicusRect                *groups)
{
  for (guint g = 0; g < request->n_groups; g++)
    groups[g] = (AmicusRect) { 0.0, 0.0, -1.0, -1.0 };

  add_nodes (request, nodes, groups);

  /* A parent has a smaller index, so it comes after all that it holds. */
  for (guint g = request->n_groups; g > 0; g--)
    {
      const AmicusLayoutGroup *group = &request->groups[g - 1];

      if (amicus_rect_is_empty (&groups[g - 1]))
        continue;
      groups[g - 1] = amicus_hull_around (&groups[g - 1], group);
      if (group->parent != AMICUS_NO_INDEX)
        amicus_rect_add (&groups[group->parent], &groups[g - 1]);
    }
}
