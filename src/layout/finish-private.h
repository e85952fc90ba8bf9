/* SPDX-License-Identifier: GPL-3.0-or-later
 * From an engine's places to a picture: the steps that every layout goes through. */

#pragma once

#include "layout/layout.h"

AmicusPlacement *amicus_finish_run (AmicusLayoutRequest   *request,
                                    AmicusPlacement       *raw,
                                    const AmicusPrevious  *previous,
                                    GCancellable          *cancellable,
                                    GError               **error) G_GNUC_WARN_UNUSED_RESULT;
