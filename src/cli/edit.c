/* SPDX-License-Identifier: GPL-3.0-or-later
 * `amicus-cli edit`: changes of a file, of which only the bytes change that say what was edited. */

#define G_LOG_DOMAIN "amicus-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "base/save.h"
#include "cli/command.h"
#include "cli/edit-commands.h"
#include "cli/input.h"

typedef struct
{
  char *output;
  gboolean in_place;
  int nth;
} Wish;

static AmicusDocument *
open_document (const char *path,
               int         nth)
{
  g_autoptr (GBytes) bytes = amicus_input_read (path);
  g_autoptr (GFile) file = strcmp (path, "-") == 0 ? NULL : g_file_new_for_path (path);
  g_autoptr (AmicusDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (bytes == NULL)
    return NULL;

  document = amicus_document_new_for_bytes (file, bytes, &error);
  if (document == NULL)
    {
      amicus_complain ("%s", error->message);
      return NULL;
    }
  if (nth < 1 || (guint) nth > amicus_document_get_n_graphs (document))
    {
      amicus_complain (_("there is no graph %d; graphs in the file: %u"), nth,
                       amicus_document_get_n_graphs (document));
      return NULL;
    }

  amicus_document_choose_graph (document, (guint) nth - 1);
  while (amicus_document_get_nth (document) != (guint) nth - 1)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (&document);
}

static Status
write_document (AmicusDocument *document,
                const char     *path)
{
  GBytes *bytes = amicus_document_get_bytes (document);
  g_autoptr (GError) error = NULL;
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  if (path == NULL || strcmp (path, "-") == 0)
    fwrite (data, 1, length, stdout);
  else if (!amicus_save_bytes (path, bytes, &error))
    {
      amicus_complain ("%s", error->message);
      return STATUS_FAILED;
    }

  return STATUS_FINE;
}

static gboolean
check_wish (const Wish *wish,
            const char *path)
{
  if (wish->in_place && wish->output != NULL)
    amicus_complain (_("--in-place and -o exclude each other"));
  else if (wish->in_place && strcmp (path, "-") == 0)
    amicus_complain (_("the standard input cannot be changed in place"));
  else
    return TRUE;

  return FALSE;
}

static Status
edit_file (const Wish  *wish,
           const char  *path,
           char       **words)
{
  g_autoptr (AmicusDocument) document = NULL;
  Status status;

  if (!check_wish (wish, path))
    return STATUS_FAILED;
  document = open_document (path, wish->nth);
  if (document == NULL)
    return STATUS_FAILED;

  status = amicus_edit_run_commands (document, words);
  if (status != STATUS_FINE)
    return status;

  return write_document (document, wish->in_place ? path : wish->output);
}

/* Options stand before the file or right behind it: what follows may look like one. */
static gboolean
parse (GOptionContext   *context,
       char           ***arguments)
{
  g_autoptr (GError) error = NULL;

  g_option_context_set_strict_posix (context, TRUE);
  if (g_option_context_parse_strv (context, arguments, &error))
    return TRUE;

  amicus_complain ("%s", error->message);
  return FALSE;
}

static Status
run_edit (char ***arguments)
{
  Wish wish = { .nth = 1 };
  g_autofree char *output = NULL;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where to write"), N_("FILE") },
    { "in-place", 0, 0, G_OPTION_ARG_NONE, &wish.in_place, N_("Write the file that was read"), NULL },
    AMICUS_OPTION_GRAPH (&wish.nth),
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_(amicus_command_edit.arguments));
  g_autofree char *commands = amicus_edit_list_commands ();
  g_auto (GStrv) rest = NULL;

  g_set_prgname ("amicus-cli edit");
  g_option_context_set_summary (context, _(amicus_command_edit.summary));
  g_option_context_set_description (context, commands);
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (!parse (context, arguments))
    return STATUS_FAILED;
  if ((*arguments)[0] == NULL || (*arguments)[1] == NULL)
    {
      amicus_complain (_("%s needs a file; “-” is standard input"), amicus_command_edit.name);
      return STATUS_FAILED;
    }

  rest = g_strdupv (*arguments + 1);
  if (!parse (context, &rest))
    return STATUS_FAILED;
  wish.output = output;

  return edit_file (&wish, rest[0], rest + 1);
}

const Command amicus_command_edit = {
  "edit",
  N_("FILE COMMAND…"),
  N_("Change a file, and only the bytes that say what changed"),
  run_edit,
};
