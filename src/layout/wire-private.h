/* SPDX-License-Identifier: GPL-3.0-or-later
 * Requests and placements as the worker reads and writes them. */

#pragma once

#include "layout/layout.h"
#include "layout/protocol.h"

G_BEGIN_DECLS

G_GNUC_WARN_UNUSED_RESULT
GBytes          *amicus_layout_request_encode (const AmicusLayoutRequest  *request,
                                               guint32                     serial);
G_GNUC_WARN_UNUSED_RESULT
AmicusPlacement *amicus_layout_reply_decode   (const AmicusLayoutRequest  *request,
                                               guint32                     serial,
                                               GBytes                     *frame,
                                               GError                    **error);

G_END_DECLS
