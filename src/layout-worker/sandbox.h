/* SPDX-License-Identifier: MIT
 * What the worker may no longer do once it reads requests. */

#pragma once

#include <stdbool.h>

void worker_sandbox_prepare (void);
bool worker_sandbox_enter   (void);
