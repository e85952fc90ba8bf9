/* SPDX-License-Identifier: GPL-3.0-or-later
 * `amicus-cli format`: a file as its statements write it. Nothing changes a statement yet, so what
 * comes out is what went in, byte for byte. */

#define G_LOG_DOMAIN "amicus-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/command.h"
#include "cli/input.h"

static Status
format_file (const char *path)
{
  g_autoptr (AmicusSyntax) syntax = amicus_input_read_syntax (path);
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize size;

  if (syntax == NULL)
    return STATUS_FAILED;

  bytes = amicus_syntax_to_bytes (syntax);
  data = g_bytes_get_data (bytes, &size);
  if (size > 0)
    fwrite (data, 1, size, stdout);

  return STATUS_FINE;
}

static Status
run_format (char ***arguments)
{
  return amicus_command_each_file (&amicus_command_format, arguments, format_file);
}

const Command amicus_command_format = {
  "format",
  N_("FILE"),
  N_("Write a file from its statements, to standard output"),
  run_format,
};
