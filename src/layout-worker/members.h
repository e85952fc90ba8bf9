/* SPDX-License-Identifier: MIT
 * Who belongs to a group. */

#pragma once

#include "layout/protocol.h"

/* The first and the last member of a group, those of the groups in it included; AMICUS_WIRE_NONE
 * and 0 if it is empty. */
typedef struct
{
  uint32_t first;
  uint32_t last;
} WorkerMembers;

WorkerMembers *worker_members_find (const AmicusWireRequest *request);
bool           worker_group_holds  (const AmicusWireRequest *request,
                                    uint32_t                 group,
                                    uint32_t                 node);
