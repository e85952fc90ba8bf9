/* SPDX-License-Identifier: MIT */

#include "layout-worker/groups.h"

#include "layout-worker/members.h"

/* Points by which boxes may touch, as dot rounds. */
#define SLACK 1.0

static AmicusWireBox
node_box (const AmicusWireNode  *node,
          const AmicusWirePoint *centre)
{
  return (AmicusWireBox) { centre->x - node->width / 2.0, centre->y - node->height / 2.0,
                           node->width, node->height };
}

static bool
contains (const AmicusWireBox *outer,
          const AmicusWireBox *inner)
{
  return inner->x >= outer->x - SLACK && inner->y >= outer->y - SLACK
         && inner->x + inner->width <= outer->x + outer->width + SLACK
         && inner->y + inner->height <= outer->y + outer->height + SLACK;
}

static bool
touches (const AmicusWireBox *a,
         const AmicusWireBox *b)
{
  return a->x < b->x + b->width - SLACK && b->x < a->x + a->width - SLACK
         && a->y < b->y + b->height - SLACK && b->y < a->y + a->height - SLACK;
}

/**
 * worker_groups_are_true:
 * @request: a valid request
 * @reply: a valid reply to it
 *
 * Returns: whether each group that has a box holds all its members there, and lies on nobody else
 */
bool
worker_groups_are_true (const AmicusWireRequest *request,
                        const AmicusWireReply   *reply)
{
  const AmicusWireNode *nodes = amicus_wire_request_nodes (request);
  const AmicusWirePoint *centres = amicus_wire_reply_nodes (reply);
  const AmicusWireBox *groups = amicus_wire_reply_groups (reply);
  bool truth = true;

  for (uint32_t i = 0; i < request->n_nodes && truth; i++)
    {
      AmicusWireBox box = node_box (&nodes[i], &centres[i]);

      for (uint32_t j = 0; j < request->n_groups && truth; j++)
        if (groups[j].width >= 0.0)
          truth = worker_group_holds (request, j, i) ? contains (&groups[j], &box)
                                                     : !touches (&groups[j], &box);
    }

  return truth;
}
