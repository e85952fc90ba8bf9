/* SPDX-License-Identifier: GPL-3.0-or-later
 * The verbs of editing: each calls one command of the document. */

#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/* Adds the actions to the window. */
void amicus_edit_actions_init   (AmicusWindow *self);
/* Sets which of them can be used now. */
void amicus_edit_actions_update (AmicusWindow *self);

G_END_DECLS
