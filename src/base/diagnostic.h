/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is wrong in a file, and where. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  AMICUS_SEVERITY_WARNING,
  AMICUS_SEVERITY_ERROR,
} AmicusSeverity;

/**
 * AmicusDiagnostic:
 * @severity: an error means that something of the file is not in the graph
 * @offset: the byte of the file it speaks of
 * @line: line from 1
 * @column: column in characters from 1; a byte that is not UTF-8 counts as one character
 * @message: (transfer full): what is wrong and what is expected, translated, plain text
 */
typedef struct
{
  AmicusSeverity severity;
  gsize offset;
  guint line;
  guint column;
  char *message;
} AmicusDiagnostic;

G_END_DECLS
