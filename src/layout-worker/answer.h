/* SPDX-License-Identifier: MIT
 * From a request to its reply. */

#pragma once

#include "layout/protocol.h"

#include <gvc.h>

AmicusWireReply *worker_answer (GVC_t                   *context,
                                const AmicusWireRequest *request);
