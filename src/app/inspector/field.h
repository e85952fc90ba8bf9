/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a row of a page that edits is about. */

#pragma once

#include "app/edit-chooser.h"
#include "app/inspector/subject.h"
#include "app/inspector/edit-target.h"

G_BEGIN_DECLS

/**
 * AmicusField:
 * @target: what is edited
 * @subject: what the page tells about; without the survey
 * @attribute: which of its attributes
 * @nth: which item of a list
 *
 * Kept by a row.
 */
typedef struct
{
  AmicusEditTarget *target;
  AmicusSubject *subject;
  char *attribute;
  guint nth;
} AmicusField;

AmicusField *amicus_field_new           (AmicusEditTarget        *target,
                                         const AmicusSubject *subject,
                                         const char          *attribute,
                                         guint                nth) G_GNUC_WARN_UNUSED_RESULT;
void         amicus_field_free          (gpointer             field);

/* Choices: entities that are sources or are none. */
void         amicus_field_fill_entities (const AmicusField   *field,
                                         AmicusChooser       *chooser,
                                         gboolean             sources);

G_END_DECLS
