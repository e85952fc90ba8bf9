/* SPDX-License-Identifier: GPL-3.0-or-later
 * Runs the worker program: one warm process, deadlines, restarts. */

#pragma once

#include "layout/layout.h"

G_BEGIN_DECLS

#define AMICUS_TYPE_LAYOUT_CLIENT (amicus_layout_client_get_type ())
G_DECLARE_FINAL_TYPE (AmicusLayoutClient, amicus_layout_client, AMICUS, LAYOUT_CLIENT, GObject)

AmicusLayoutClient *amicus_layout_client_new        (const char           *worker) G_GNUC_WARN_UNUSED_RESULT;

/* Asks the worker for node positions and, for dot, curves, label places and group boxes. The engine of the
 * request must be one of Graphviz's. In the answer, edges of other engines have no points and groups no extent. Every number
 * of the answer has been checked. A new request ends the one before with G_IO_ERROR_CANCELLED. */
void                amicus_layout_client_run_async  (AmicusLayoutClient   *self,
                                                     AmicusLayoutRequest  *request,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
AmicusPlacement    *amicus_layout_client_run_finish (AmicusLayoutClient   *self,
                                                     GAsyncResult         *result,
                                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
