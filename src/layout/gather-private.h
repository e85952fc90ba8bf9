/* SPDX-License-Identifier: GPL-3.0-or-later
 * Brings groups together that an engine has scattered. */

#pragma once

#include "layout/layout.h"

void amicus_gather (AmicusLayoutRequest *request,
                    AmicusPoint         *nodes,
                    gboolean             pack,
                    GCancellable        *cancellable);
