/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes a picture to a file, in a thread. */

#pragma once

#include <gio/gio.h>

#include "drawing/export.h"

G_BEGIN_DECLS

void   amicus_export_job_run_async (AmicusScene                *scene,
                                    const AmicusExportOptions  *options,
                                    GFile                      *file,
                                    GAsyncReadyCallback         callback,
                                    gpointer                    user_data);
/* The file. */
GFile *amicus_export_job_finish    (GAsyncResult               *result,
                                    GError                    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
