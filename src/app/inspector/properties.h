/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which attributes a page shows as rows, and under which names. */

#pragma once

#include <gtk/gtk.h>

#include "app/inspector/subject.h"

G_BEGIN_DECLS

/* Lists of rows; NULL where nothing is to be told. */
GtkWidget *amicus_properties_new (const AmicusSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *amicus_others_new     (const AmicusSubject *subject) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
