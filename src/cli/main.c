/* SPDX-License-Identifier: GPL-3.0-or-later
 * amicus-cli: Amicus without a display. */

#define G_LOG_DOMAIN "amicus-cli"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"

/* In the order of the help. */
static const Command *const commands[] = {
  &amicus_command_check,
  &amicus_command_dump,
  &amicus_command_format,
  &amicus_command_edit,
  &amicus_command_layout,
  &amicus_command_export,
};

void
amicus_complain (const char *format,
                 ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "amicus-cli: %s\n", message);
}

gboolean
amicus_command_parse (const Command *command,
                      const GOptionEntry *options,
                      char ***arguments,
                      char ***files)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strdup_printf ("amicus-cli %s", command->name);
  const GOptionEntry rest[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, files, NULL, _(command->arguments) },
    { NULL },
  };

  g_set_prgname (program);
  g_option_context_set_summary (context, _(command->summary));
  if (options != NULL)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, rest, NULL);

  if (!g_option_context_parse_strv (context, arguments, &error))
    amicus_complain ("%s", error->message);
  else if (*files == NULL)
    amicus_complain (_("%s needs a file; “-” is standard input"), command->name);

  return error == NULL && *files != NULL;
}

Status
amicus_command_each_file (const Command *command,
                          char ***arguments,
                          Status (*run) (const char *path))
{
  g_auto (GStrv) files = NULL;
  Status status = STATUS_FINE;

  if (!amicus_command_parse (command, NULL, arguments, &files))
    return STATUS_FAILED;

  for (guint i = 0; files[i] != NULL; i++)
    {
      Status one = run (files[i]);

      status = MAX (status, one);
    }

  return status;
}

static void
print_help (void)
{
  printf ("%s\n  amicus-cli %s\n\n%s\n", _("Usage:"), _("COMMAND [OPTION…] FILE…"), _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    printf ("  %-10s %s\n", commands[i]->name, _(commands[i]->summary));
  printf ("\n%s\n", _("“amicus-cli COMMAND --help” says more. “-” is standard input.\n"
                      "Status: 0 fine, 1 the file has errors, 2 something cannot be read or written,\n"
                      "3 another layout engine than asked for has answered."));
}

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, name) == 0)
      return commands[i];

  return NULL;
}

/* Leaves the program's name and what follows the command's. */
static void
drop_command (char **arguments)
{
  g_free (arguments[1]);
  memmove (arguments + 1, arguments + 2, sizeof *arguments * (g_strv_length (arguments + 2) + 1));
}

/* @arguments: the program's, its name first. */
static Status
run (char ***arguments)
{
  const char *name = (*arguments)[0] == NULL ? NULL : (*arguments)[1];
  const Command *command;

  if (name == NULL)
    {
      amicus_complain (_("a command is missing; see “amicus-cli --help”"));
      return STATUS_FAILED;
    }
  if (strcmp (name, "--help") == 0 || strcmp (name, "-h") == 0)
    {
      print_help ();
      return STATUS_FINE;
    }
  if (strcmp (name, "--version") == 0)
    {
      printf ("amicus-cli %s\n", AMICUS_VERSION);
      return STATUS_FINE;
    }

  command = find_command (name);
  if (command == NULL)
    {
      amicus_complain (_("there is no command “%s”; see “amicus-cli --help”"), name);
      return STATUS_FAILED;
    }

  drop_command (*arguments);

  return command->run (arguments);
}

static void
set_up_language (void)
{
  const char *folder = g_getenv ("AMICUS_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : AMICUS_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* A pipe that is closed, or a disk that is full, must not pass for success; but whoever closed the
 * pipe has seen enough. */
static Status
close_output (Status status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;

  if (errno != EPIPE)
    amicus_complain (_("the output cannot be written: %s"), g_strerror (errno));
  return STATUS_FAILED;
}

int
main (int argc,
      char **argv)
{
  g_auto (GStrv) arguments = g_strdupv (argv);

  set_up_language ();
  signal (SIGPIPE, SIG_IGN);

  return (int) close_output (run (&arguments));
}
