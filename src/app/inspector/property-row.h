/* SPDX-License-Identifier: GPL-3.0-or-later
 * A row that says one thing: its name, small, and below it what the file says. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AMICUS_TYPE_PROPERTY_ROW (amicus_property_row_get_type ())
G_DECLARE_FINAL_TYPE (AmicusPropertyRow, amicus_property_row, AMICUS, PROPERTY_ROW, AdwPreferencesRow)

/* @name: for people, or empty for none; @value: anything that a file may hold */
GtkWidget *amicus_property_row_new        (const char        *name,
                                           const char        *value) G_GNUC_WARN_UNUSED_RESULT;
/* With a button that opens the address, if it is one that may be opened. */
GtkWidget *amicus_property_row_new_link   (const char        *name,
                                           const char        *address) G_GNUC_WARN_UNUSED_RESULT;

void       amicus_property_row_set_suffix (AmicusPropertyRow *self,
                                           GtkWidget         *widget);

G_END_DECLS
