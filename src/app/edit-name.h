/* SPDX-License-Identifier: GPL-3.0-or-later
 * Asks for a name, in place. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AmicusNamePopover:
 *
 * Signal `named (const char *name, const char *kind)`: what was typed, without space around it, and the word of the
 * kind that was chosen or NULL. The popover is closed by then. Escape closes it without a word.
 */
#define AMICUS_TYPE_NAME_POPOVER (amicus_name_popover_get_type ())
G_DECLARE_FINAL_TYPE (AmicusNamePopover, amicus_name_popover, AMICUS, NAME_POPOVER, GtkPopover)

/* @name: what it is called so far, or NULL; @verb: with a mnemonic */
GtkWidget *amicus_name_popover_new       (const char        *title,
                                          const char        *name,
                                          const char        *verb) G_GNUC_WARN_UNUSED_RESULT;
/* Asks for a kind of entity, too. */
void       amicus_name_popover_ask_kind  (AmicusNamePopover *self,
                                          const char        *language);
/* No name will do as well. */
void       amicus_name_popover_let_empty (AmicusNamePopover *self);

G_END_DECLS
