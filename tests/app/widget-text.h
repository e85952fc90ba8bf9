/* SPDX-License-Identifier: GPL-3.0-or-later
 * Finds widgets by what they say, as a reader does. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What labels and text views inside say, a line each, hidden ones left out. */
char      *widget_text      (GtkWidget  *widget);
gboolean   widget_says      (GtkWidget  *widget,
                             const char *text);
/* First widget of the type below @widget that says @text; NULL for none. */
GtkWidget *widget_find      (GtkWidget  *widget,
                             GType       type,
                             const char *text);
guint      widget_count     (GtkWidget  *widget,
                             GType       type);

G_END_DECLS
