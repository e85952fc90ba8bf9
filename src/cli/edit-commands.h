/* SPDX-License-Identifier: GPL-3.0-or-later
 * The commands of `amicus-cli edit`, as they stand on the command line. */

#pragma once

#include "cli/command.h"
#include "document/document.h"

G_BEGIN_DECLS

/* All commands, divided by `then`, as one step. After a message FAILED for wrong usage, WRONG for an
 * edit that cannot be made; the document is as it was. */
Status amicus_edit_run_commands (AmicusDocument *document,
                                 char          **words);
/* One line for each command. */
char  *amicus_edit_list_commands (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
