/* SPDX-License-Identifier: GPL-3.0-or-later
 * From places to a whole picture. */

#pragma once

#include "layout/layout.h"

#include <gio/gio.h>

AmicusPlacement *amicus_picture_draw (const AmicusLayoutRequest *request,
                                      const AmicusPoint         *nodes,
                                      AmicusEngine               engine,
                                      guint                     *n_beside,
                                      GCancellable              *cancellable)
                                      G_GNUC_WARN_UNUSED_RESULT;
