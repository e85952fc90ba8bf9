/* SPDX-License-Identifier: MIT */

#include "layout-worker/members.h"

#include "layout-worker/allocate.h"

static void
add (WorkerMembers *group,
     uint32_t       first,
     uint32_t       last)
{
  group->first = group->first < first ? group->first : first;
  group->last = group->last > last ? group->last : last;
}

/**
 * worker_members_find:
 * @request: a valid request
 *
 * Returns: for each group its members, to be freed
 */
WorkerMembers *
worker_members_find (const AmicusWireRequest *request)
{
  const AmicusWireNode *nodes = amicus_wire_request_nodes (request);
  const AmicusWireGroup *groups = amicus_wire_request_groups (request);
  WorkerMembers *members = worker_allocate (request->n_groups, sizeof *members);

  for (uint32_t i = 0; i < request->n_groups; i++)
    members[i] = (WorkerMembers) { AMICUS_WIRE_NONE, 0 };

  for (uint32_t i = 0; i < request->n_nodes; i++)
    if (nodes[i].group != AMICUS_WIRE_NONE)
      add (&members[nodes[i].group], i, i);

  /* A parent comes before its groups. */
  for (uint32_t i = request->n_groups; i-- > 0;)
    if (groups[i].parent != AMICUS_WIRE_NONE)
      add (&members[groups[i].parent], members[i].first, members[i].last);

  return members;
}

/**
 * worker_group_holds:
 * @request: a valid request
 * @group: a group
 * @node: a node
 *
 * Returns: whether the node belongs to the group or to one in it
 */
bool
worker_group_holds (const AmicusWireRequest *request,
                    uint32_t                 group,
                    uint32_t                 node)
{
  const AmicusWireGroup *groups = amicus_wire_request_groups (request);
  uint32_t at = amicus_wire_request_nodes (request)[node].group;

  while (at != AMICUS_WIRE_NONE && at > group)
    at = groups[at].parent;

  return at == group;
}
