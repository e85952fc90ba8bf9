/* SPDX-License-Identifier: GPL-3.0-or-later
 * All that the file says of what is selected. */

#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

G_BEGIN_DECLS

/**
 * AmicusInspector:
 *
 * Property `editing`, action `inspector.edit`: whether what is told can be written.
 *
 * The panel beside the canvas. Follows the session's selection; without one it tells about the graph as a whole.
 */
#define AMICUS_TYPE_INSPECTOR (amicus_inspector_get_type ())
G_DECLARE_FINAL_TYPE (AmicusInspector, amicus_inspector, AMICUS, INSPECTOR, GtkWidget)

void amicus_inspector_set_session (AmicusInspector *self,
                                   AmicusSession   *session);

G_END_DECLS
