/* SPDX-License-Identifier: GPL-3.0-or-later
 * The worker process: started, and asked one thing. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSubprocess *amicus_worker_start      (const char           *path,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void         amicus_worker_ask_async  (GSubprocess          *worker,
                                       GBytes               *frame,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GBytes      *amicus_worker_ask_finish (GSubprocess          *worker,
                                       GAsyncResult         *result,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
