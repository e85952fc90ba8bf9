/* SPDX-License-Identifier: GPL-3.0-or-later
 * Room for lines between the boxes that they join. */

#pragma once

#include "layout/layout.h"

#include <gio/gio.h>

void amicus_room_make (AmicusLayoutRequest *request,
                       AmicusPoint         *nodes,
                       GCancellable        *cancellable);
