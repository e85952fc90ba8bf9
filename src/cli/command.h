/* SPDX-License-Identifier: GPL-3.0-or-later
 * The commands of amicus-cli. A new one gets a file of its own, a line here and one in main.c. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exit statuses. */
typedef enum
{
  STATUS_FINE,
  STATUS_WRONG,  /* the file has errors */
  STATUS_FAILED, /* usage, or something that cannot be read or written */
  STATUS_OTHER_ENGINE, /* the layout engine that was asked for failed, another one answered */
} Status;

/**
 * Command:
 * @name: the word after `amicus-cli`
 * @arguments: what follows it, for people
 * @summary: one line for people
 * @run: does it; @arguments are the program's name and what follows the command's
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  Status (*run) (char ***arguments);
} Command;

extern const Command amicus_command_check;
extern const Command amicus_command_dump;
extern const Command amicus_command_edit;
extern const Command amicus_command_export;
extern const Command amicus_command_format;
extern const Command amicus_command_layout;

/* The option by which a command chooses one of several graphs in a file. */
#define AMICUS_OPTION_GRAPH(nth) \
  { "graph", 0, 0, G_OPTION_ARG_INT, nth, N_("Take the Nth graph of the file, not the first"), "N" }

/* Takes the options out of @arguments and the rest, at least one, as files. `--help` ends the
 * program. FALSE after a message about wrong usage. */
gboolean amicus_command_parse (const Command      *command,
                               const GOptionEntry *options,
                               char             ***arguments,
                               char             ***files);

/* For commands without options: the worst status of all files. */
Status   amicus_command_each_file (const Command *command,
                                   char       ***arguments,
                                   Status      (*run) (const char *path));

/* To standard error, after the program's name. */
void     amicus_complain      (const char         *format,
                               ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
