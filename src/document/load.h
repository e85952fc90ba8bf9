/* SPDX-License-Identifier: GPL-3.0-or-later
 * From a stream to bytes, within limits: files, and for the command line pipes. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Most bytes that are read. */
#define AMICUS_DOCUMENT_SIZE_LIMIT (256 * 1024 * 1024)

/* All that comes. Blocks. @name: of the stream, for people. */
GBytes *amicus_document_read_stream (GInputStream  *stream,
                                     const char    *name,
                                     GCancellable  *cancellable,
                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
