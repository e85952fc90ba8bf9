/* SPDX-License-Identifier: GPL-3.0-or-later
 * Someone who edits a small file at random. The same seed writes the same texts. */

#pragma once

#include "document/document.h"

G_BEGIN_DECLS

extern const char scribe_start[];

/* One step that changes the text: a command, several in one, undo or redo. */
void  scribe_step (AmicusDocument *document,
                   GRand          *rand);
char *scribe_hash (AmicusDocument *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
