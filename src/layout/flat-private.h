/* SPDX-License-Identifier: GPL-3.0-or-later
 * Measuring along a path that has been cut into straight pieces. */

#pragma once

#include "base/geometry.h"

double      amicus_flat_length  (const GArray *flat);
AmicusPoint amicus_flat_at      (const GArray *flat,
                                 double        way,
                                 AmicusPoint  *across);
AmicusPoint amicus_flat_nearest (const GArray *flat,
                                 AmicusPoint   place);
