/* SPDX-License-Identifier: GPL-3.0-or-later
 * A row whose value is chosen from a list. */

#pragma once

#include <adwaita.h>

#include "app/edit-chooser.h"

G_BEGIN_DECLS

/* Called when something is chosen. */
typedef void (*AmicusChoiceRowFunc) (GtkWidget  *row,
                                     const char *id,
                                     gpointer    data);
/* Fills the list when it is opened. */
typedef void (*AmicusFillFunc)      (AmicusChooser *chooser,
                                     gpointer       data);

#define AMICUS_TYPE_CHOICE_ROW (amicus_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (AmicusChoiceRow, amicus_choice_row, AMICUS, CHOICE_ROW, AdwActionRow)

/* @words: what is chosen, @value: what is so far, or NULL for a row that only adds */
GtkWidget *amicus_choice_row_new (const char          *words,
                                  const char          *value,
                                  gboolean             own_words,
                                  AmicusFillFunc       fill,
                                  AmicusChoiceRowFunc  chosen,
                                  gpointer             data,
                                  GDestroyNotify       destroy) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
