/* SPDX-License-Identifier: GPL-3.0-or-later
 * Files and standard input. */

#pragma once

#include "cli/command.h"
#include "graph/graph.h"

G_BEGIN_DECLS

/* All bytes of a file, or of standard input for "-". NULL after a message. */
GBytes       *amicus_input_read        (const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* The same, as statements. */
AmicusSyntax *amicus_input_read_syntax (const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* The @nth graph of a file, from 1. NULL after a message. A file without any has an empty first one. */
AmicusGraph  *amicus_input_take_graph  (AmicusSyntax *syntax,
                                        const char   *path,
                                        int           nth) G_GNUC_WARN_UNUSED_RESULT;
/* Whether all of the file is in its graphs: STATUS_WRONG after a message that something of it is not. */
Status        amicus_input_judge       (AmicusSyntax *syntax,
                                        const char   *path);
/* How the file is called in messages. */
char         *amicus_input_name        (const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
