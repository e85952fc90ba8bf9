/* SPDX-License-Identifier: GPL-3.0-or-later
 * A picture whose curves come from the engine. */

#pragma once

#include "layout/layout.h"
#include "layout/motion-private.h"

AmicusPlacement *amicus_keep_curves (AmicusLayoutRequest *request,
                                     AmicusPlacement     *raw,
                                     const AmicusMotion  *motions,
                                     GCancellable        *cancellable) G_GNUC_WARN_UNUSED_RESULT;
