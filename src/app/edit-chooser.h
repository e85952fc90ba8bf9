/* SPDX-License-Identifier: GPL-3.0-or-later
 * A list to choose from by typing a part of a name. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AmicusChooser:
 *
 * Signal `chosen (const char *id)`: the ID of a choice or, where own words are allowed, what was typed. The popover is
 * closed by then.
 */
#define AMICUS_TYPE_CHOOSER (amicus_chooser_get_type ())
G_DECLARE_FINAL_TYPE (AmicusChooser, amicus_chooser, AMICUS, CHOOSER, GtkPopover)

/* @question: for people, what is to be chosen */
GtkWidget *amicus_chooser_new        (const char    *question,
                                      gboolean       own_words) G_GNUC_WARN_UNUSED_RESULT;
/* @words: fit to be shown; @quiet: what more there is to say, or NULL */
void       amicus_chooser_add        (AmicusChooser *self,
                                      const char    *id,
                                      const char    *words,
                                      const char    *quiet);

G_END_DECLS
