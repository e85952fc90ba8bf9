/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a page of the inspector edits. */

#pragma once

#include <gtk/gtk.h>

#include "document/commands.h"

G_BEGIN_DECLS

/**
 * AmicusEditTarget:
 *
 * The elements that an edit is meant for, by name: a row that loses the focus because something else is selected still
 * edits what it was made for.
 */
typedef struct _AmicusEditTarget AmicusEditTarget;

AmicusEditTarget     *amicus_edit_target_new          (AmicusDocument      *document,
                                              const AmicusElement *elements,
                                              guint                n_elements) G_GNUC_WARN_UNUSED_RESULT;
AmicusEditTarget     *amicus_edit_target_ref          (AmicusEditTarget        *self);
void              amicus_edit_target_unref        (AmicusEditTarget        *self);

AmicusDocument   *amicus_edit_target_get_document (AmicusEditTarget        *self);
/* Of the only element, or the first. */
const AmicusName *amicus_edit_target_get_name     (AmicusEditTarget        *self);

/* One step. What went wrong is said in @widget's window. @value: NULL or empty for none */
void              amicus_edit_target_set          (AmicusEditTarget        *self,
                                              GtkWidget           *widget,
                                              const char          *attribute,
                                              const char          *value);
/* Takes @error; says it in @widget's window. */
void              amicus_edit_target_report       (GtkWidget           *widget,
                                              GError              *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusEditTarget, amicus_edit_target_unref)

G_END_DECLS
