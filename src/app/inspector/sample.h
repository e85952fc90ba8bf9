/* SPDX-License-Identifier: GPL-3.0-or-later
 * A small picture of a kind of entity or of a relation's line, in the colours of the large one. */

#pragma once

#include <gtk/gtk.h>

#include "app/inspector/subject.h"

G_BEGIN_DECLS

/**
 * AmicusSample:
 *
 * # Accessibility
 *
 * Role PRESENTATION: words beside it say the same.
 */
#define AMICUS_TYPE_SAMPLE (amicus_sample_get_type ())
G_DECLARE_FINAL_TYPE (AmicusSample, amicus_sample, AMICUS, SAMPLE, GtkWidget)

/* The icon of an entity's kind, the line of a relation; nothing for others. */
GtkWidget *amicus_sample_new            (const AmicusSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
/* The line of a relation of no family. */
GtkWidget *amicus_sample_new_for_status (AmicusStatus         status,
                                         AmicusScheme         scheme) G_GNUC_WARN_UNUSED_RESULT;
/* The line of a relation of the family, with the head that tells it from others. */
GtkWidget *amicus_sample_new_for_family (AmicusFamily         family,
                                         AmicusScheme         scheme) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
