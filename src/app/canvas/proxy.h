/* SPDX-License-Identifier: GPL-3.0-or-later
 * An element of the picture as a screen reader knows it: a place with a name that can have the focus. */

#pragma once

#include <gtk/gtk.h>

#include "graph/graph.h"

G_BEGIN_DECLS

/**
 * AmicusProxy:
 *
 * Draws nothing and lets the pointer through.
 *
 * # Accessibility
 *
 * Role LIST_ITEM.
 */
#define AMICUS_TYPE_PROXY (amicus_proxy_get_type ())
G_DECLARE_FINAL_TYPE (AmicusProxy, amicus_proxy, AMICUS, PROXY, GtkWidget)

GtkWidget    *amicus_proxy_new         (AmicusElement element) G_GNUC_WARN_UNUSED_RESULT;
AmicusElement amicus_proxy_get_element (AmicusProxy  *self);
void          amicus_proxy_describe    (AmicusProxy  *self,
                                        const char   *name,
                                        const char   *description);

G_END_DECLS
