/* SPDX-License-Identifier: MIT
 * Whether the boxes of groups say the truth. */

#pragma once

#include "layout/protocol.h"

bool worker_groups_are_true (const AmicusWireRequest *request,
                             const AmicusWireReply   *reply);
