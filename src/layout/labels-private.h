/* SPDX-License-Identifier: GPL-3.0-or-later
 * Places for the labels of relations. */

#pragma once

#include "layout/layout.h"

#include <gio/gio.h>

guint amicus_labels_place (const AmicusLayoutRequest *request,
                           AmicusPlacement           *placement,
                           gboolean                   given,
                           GCancellable              *cancellable);
