/* SPDX-License-Identifier: GPL-3.0-or-later
 * The files opened last, each a row that opens it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AMICUS_TYPE_RECENT_LIST (amicus_recent_list_get_type ())
G_DECLARE_FINAL_TYPE (AmicusRecentList, amicus_recent_list, AMICUS, RECENT_LIST, GtkWidget)

/* Remembers that a file was opened, for this and other programs of the desktop. */
void amicus_recent_list_remember (GFile *file);

G_END_DECLS
