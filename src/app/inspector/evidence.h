/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a statement rests on, and what rests on a source. */

#pragma once

#include <gtk/gtk.h>

#include "app/inspector/subject.h"

G_BEGIN_DECLS

/* Lists of rows; NULL where nothing is to be told. */
GtkWidget *amicus_evidence_new (const AmicusSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *amicus_cited_by_new (const AmicusSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
/* @attribute: `saidBy` or `deniedBy` */
GtkWidget *amicus_speakers_new (const AmicusSubject *subject,
                                const char          *attribute,
                                const char          *title) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
