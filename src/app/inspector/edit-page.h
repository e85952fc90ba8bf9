/* SPDX-License-Identifier: GPL-3.0-or-later
 * The page of the inspector on which all that the file says of something is written. */

#pragma once

#include "app/inspector/page.h"
#include "app/inspector/edit-target.h"

G_BEGIN_DECLS

/* @subject: the only element, or the graph if there are several elements */
GtkWidget *amicus_edit_page_new          (AmicusDocument      *document,
                                          const AmicusSubject *subject,
                                          const AmicusElement *elements,
                                          guint                n_elements) G_GNUC_WARN_UNUSED_RESULT;

/* Parts of it. */
GtkWidget *amicus_edit_kind_row_new      (AmicusEditTarget        *target,
                                          const AmicusSubject *subject,
                                          const char          *value) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *amicus_edit_status_row_new    (AmicusEditTarget        *target,
                                          const AmicusSubject *subject,
                                          const char          *value) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *amicus_edit_entity_row_new    (AmicusEditTarget        *target,
                                          const AmicusSubject *subject,
                                          const char          *value) G_GNUC_WARN_UNUSED_RESULT;
/* With a row that adds one more. */
GtkWidget *amicus_edit_speakers_new      (AmicusEditTarget        *target,
                                          const AmicusSubject *subject,
                                          const char          *attribute,
                                          const char          *title) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *amicus_edit_evidence_new      (AmicusEditTarget        *target,
                                          const AmicusSubject *subject) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
