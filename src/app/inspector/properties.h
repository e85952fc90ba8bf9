/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which attributes a page shows as rows, and under which names. */

#pragma once

#include <gtk/gtk.h>

#include "app/inspector/writing.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;   /* of the attribute */
  const char *words;  /* for people, to be translated */
  AmicusWriting form;
} AmicusProperty;

const AmicusProperty *
           amicus_properties_get_all     (guint                *n);
/* What the property of such an element is called. */
const char *
           amicus_property_words         (const AmicusSubject  *subject,
                                          const AmicusProperty *property);
/* A group's attributes are those of its own body. */
const char *
           amicus_property_get           (const AmicusSubject  *subject,
                                          const char           *name);
/* AmicusAttribute elements. */
GArray    *amicus_properties_list_others (const AmicusSubject  *subject) G_GNUC_WARN_UNUSED_RESULT;

/* Lists of rows; NULL where nothing is to be told. */
GtkWidget *amicus_properties_new         (const AmicusSubject  *subject) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *amicus_others_new             (const AmicusSubject  *subject) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
