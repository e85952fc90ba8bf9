/* SPDX-License-Identifier: MIT
 * Graphviz with the few plugins it gets here. */

#pragma once

#include <gvc.h>

GVC_t *worker_plugins_load (void);
