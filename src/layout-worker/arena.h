/* SPDX-License-Identifier: MIT
 * Where graphs live. */

#pragma once

#include <stdbool.h>

bool worker_arena_install (void);
void worker_arena_reset   (void);
