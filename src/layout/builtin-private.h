/* SPDX-License-Identifier: GPL-3.0-or-later
 * The built-in engine. */

#pragma once

#include "layout/layout.h"

gboolean amicus_builtin_run (AmicusLayoutRequest   *request,
                             const AmicusPrevious  *previous,
                             AmicusPoint           *nodes,
                             GCancellable          *cancellable,
                             GError               **error);
