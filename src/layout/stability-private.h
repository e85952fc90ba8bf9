/* SPDX-License-Identifier: GPL-3.0-or-later
 * Makes a new picture resemble the old one. */

#pragma once

#include "layout/layout.h"
#include "layout/motion-private.h"

guint32      *amicus_stability_parts   (AmicusLayoutRequest  *request,
                                        guint                *n_parts) G_GNUC_WARN_UNUSED_RESULT;
AmicusMotion *amicus_stability_motions (AmicusLayoutRequest  *request,
                                        const AmicusPoint    *nodes,
                                        const AmicusPrevious *previous,
                                        AmicusMotionFreedom   freedom) G_GNUC_WARN_UNUSED_RESULT;
