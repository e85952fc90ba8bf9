/* SPDX-License-Identifier: GPL-3.0-or-later
 * A list of elements, a hundred at a time. */

#pragma once

#include <adwaita.h>

#include "app/inspector/subject.h"

G_BEGIN_DECLS

/**
 * AmicusElementList:
 *
 * Action `list.show-more`: the next hundred.
 */
#define AMICUS_TYPE_ELEMENT_LIST (amicus_element_list_get_type ())
G_DECLARE_FINAL_TYPE (AmicusElementList, amicus_element_list, AMICUS, ELEMENT_LIST, AdwPreferencesGroup)

GtkWidget *amicus_element_list_new     (const char          *title,
                                         const AmicusSubject *subject,
                                         GArray              *elements,
                                         guint32              seen_from) G_GNUC_WARN_UNUSED_RESULT;

guint      amicus_element_list_n_shown (AmicusElementList  *self);

G_END_DECLS
