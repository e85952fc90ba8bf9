/* SPDX-License-Identifier: GPL-3.0-or-later
 * A list of rows, a hundred at a time: a hub of a large graph must not hold up the window. */

#pragma once

#include <adwaita.h>

#include "app/inspector/subject.h"

G_BEGIN_DECLS

/**
 * AmicusRowList:
 *
 * Action `list.show-more`: the next hundred.
 */
#define AMICUS_TYPE_ROW_LIST (amicus_row_list_get_type ())
G_DECLARE_FINAL_TYPE (AmicusRowList, amicus_row_list, AMICUS, ROW_LIST, AdwPreferencesGroup)

/**
 * AmicusAddRows:
 * @list: gets the rows, by amicus_row_list_add()
 * @subject: of the page that has the list
 * @nth: of its items
 * @data: given to amicus_row_list_new()
 *
 * Adds what there is to show of one item, mostly one row.
 */
typedef void (*AmicusAddRows) (AmicusRowList       *list,
                               const AmicusSubject *subject,
                               guint                nth,
                               gpointer             data);

GtkWidget *amicus_row_list_new     (const char          *title,
                                    const AmicusSubject *subject,
                                    guint                n_items,
                                    AmicusAddRows        add_rows,
                                    gpointer             data,
                                    GDestroyNotify       destroy) G_GNUC_WARN_UNUSED_RESULT;
void       amicus_row_list_add     (AmicusRowList       *self,
                                    GtkWidget           *row);
guint      amicus_row_list_n_shown (AmicusRowList       *self);

G_END_DECLS
