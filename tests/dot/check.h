/* SPDX-License-Identifier: GPL-3.0-or-later
 * What must hold for any bytes. */

#pragma once

#include "dot/syntax.h"

/* Reads the bytes, asks for all that can be asked and aborts where an answer cannot be right. */
void        check_any_bytes      (const char   *data,
                                  gsize         size);

/* The kinds of the statements in their nesting, as in "(graph (node) (edge (subgraph)))". */
char       *outline_statements   (AmicusSyntax *syntax) G_GNUC_WARN_UNUSED_RESULT;

/* "2:11 error: message\n" for each. */
char       *list_diagnostics     (AmicusSyntax *syntax) G_GNUC_WARN_UNUSED_RESULT;

/* The statement that is visited next when a tree is walked from the file on. */
AmicusStatement next_in_file     (AmicusSyntax   *syntax,
                                  AmicusStatement statement);
