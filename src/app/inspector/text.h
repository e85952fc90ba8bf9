/* SPDX-License-Identifier: GPL-3.0-or-later
 * Text of a file that can be read in full, selected and copied. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @text: anything that a file may hold */
GtkWidget *amicus_text_widget_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
