/* SPDX-License-Identifier: GPL-3.0-or-later
 * A row in which an attribute is written. */

#pragma once

#include <adwaita.h>

#include "app/inspector/writing.h"
#include "app/inspector/edit-target.h"

G_BEGIN_DECLS

/**
 * AmicusEditRow:
 *
 * What is written is an edit as soon as Enter is pressed or the focus leaves; where Enter begins a line, Control and
 * Enter do. Escape puts back what was there.
 */
#define AMICUS_TYPE_EDIT_ROW (amicus_edit_row_get_type ())
G_DECLARE_FINAL_TYPE (AmicusEditRow, amicus_edit_row, AMICUS, EDIT_ROW, AdwPreferencesRow)

/* Called instead of setting an attribute of the target. */
typedef void (*AmicusEditRowFunc) (AmicusEditRow *self,
                                   const char    *value,
                                   gpointer       data);

/* @words: for people; @value: as the file has it, or NULL */
GtkWidget    *amicus_edit_row_new         (AmicusEditTarget      *target,
                                           const char        *attribute,
                                           const char        *words,
                                           AmicusWriting         form,
                                           const char        *value,
                                           const char        *language) G_GNUC_WARN_UNUSED_RESULT;
void          amicus_edit_row_set_func    (AmicusEditRow     *self,
                                           AmicusEditRowFunc  func,
                                           gpointer           data,
                                           GDestroyNotify     destroy);

G_END_DECLS
