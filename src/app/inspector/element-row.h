/* SPDX-License-Identifier: GPL-3.0-or-later
 * A row that names an element and leads to it. */

#pragma once

#include <adwaita.h>

#include "app/inspector/subject.h"

G_BEGIN_DECLS

#define AMICUS_TYPE_ELEMENT_ROW (amicus_element_row_get_type ())
G_DECLARE_FINAL_TYPE (AmicusElementRow, amicus_element_row, AMICUS, ELEMENT_ROW, AdwPreferencesRow)

/* @seen_from: entity whose relations are listed, or AMICUS_NO_INDEX */
GtkWidget     *amicus_element_row_new         (const AmicusSubject *subject,
                                               guint32              seen_from) G_GNUC_WARN_UNUSED_RESULT;

AmicusElement  amicus_element_row_get_element (AmicusElementRow    *self);
/* For people: what the element is to the page, such as "From". */
void           amicus_element_row_set_role    (AmicusElementRow    *self,
                                               const char          *role);

G_END_DECLS
