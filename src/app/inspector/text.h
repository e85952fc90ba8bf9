/* SPDX-License-Identifier: GPL-3.0-or-later
 * Text of a file that can be read in full, selected and copied. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @shown: short text that is fit to be shown */
GtkWidget *amicus_text_label_new  (const char *shown) G_GNUC_WARN_UNUSED_RESULT;
/* @text: anything that a file may hold, of any length */
GtkWidget *amicus_text_widget_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
