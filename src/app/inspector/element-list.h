/* SPDX-License-Identifier: GPL-3.0-or-later
 * A list of elements. */

#pragma once

#include "app/inspector/row-list.h"
#include "app/inspector/subject.h"

G_BEGIN_DECLS

/* @elements: of AmicusElement, not changed any more; @seen_from: entity whose relations they are, or AMICUS_NO_INDEX */
GtkWidget *amicus_element_list_new (const char          *title,
                                    const AmicusSubject *subject,
                                    GArray              *elements,
                                    guint32              seen_from) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
