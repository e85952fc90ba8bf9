/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a window shows before a file is open. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AMICUS_TYPE_START_PAGE (amicus_start_page_get_type ())
G_DECLARE_FINAL_TYPE (AmicusStartPage, amicus_start_page, AMICUS, START_PAGE, GtkWidget)

G_END_DECLS
