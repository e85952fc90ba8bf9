/* SPDX-License-Identifier: GPL-3.0-or-later
 * Measuring along a path that has been cut into straight pieces. */

#pragma once

#include "base/geometry.h"

/**
 * AmicusShown:
 * @length: what of a path can be seen, in points
 * @longest: the longest stretch of it
 */
typedef struct
{
  double length;
  double longest;
} AmicusShown;

double      amicus_flat_length  (const GArray *flat);
AmicusPoint amicus_flat_at      (const GArray *flat,
                                 double        way,
                                 AmicusPoint  *across);
AmicusPoint amicus_flat_nearest (const GArray *flat,
                                 AmicusPoint   place);
AmicusShown amicus_flat_shown   (const GArray     *flat,
                                 double            begin,
                                 double            end,
                                 const AmicusRect *cover);
