/* SPDX-License-Identifier: GPL-3.0-or-later
 * Places for the labels of relations. */

#pragma once

#include "layout/layout.h"

#include <gio/gio.h>

/* What the largest diamond at the tail and the largest head, with the air before them, hide of a
 * path, in points. */
#define AMICUS_TAIL_HIDDEN 16.8
#define AMICUS_HEAD_HIDDEN 13.6
/* What must be seen of a line to know its pattern, and in one stretch. */
#define AMICUS_LEAST_SHOWN 24.0
#define AMICUS_LEAST_STRETCH 14.0

guint amicus_labels_place (const AmicusLayoutRequest *request,
                           AmicusPlacement           *placement,
                           gboolean                   given,
                           const gboolean            *wanted,
                           GCancellable              *cancellable);
