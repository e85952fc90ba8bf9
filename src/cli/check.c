/* SPDX-License-Identifier: GPL-3.0-or-later
 * `amicus-cli check`: what is wrong in files. */

#define G_LOG_DOMAIN "amicus-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/input.h"
#include "graph/graph.h"

static void
print_finding (const char *name,
               const AmicusDiagnostic *finding)
{
  g_autoptr (GString) text = g_string_new (finding->message);
  g_autofree char *message = NULL;

  /* Words of the file must not reach the terminal as orders to it, nor begin a new line; and few
   * terminals know the marks that isolate a direction. */
  g_string_replace (text, "\u2068", "", 0);
  g_string_replace (text, "\u2069", "", 0);
  message = amicus_text_for_display (text->str, 0);
  g_strdelimit (message, "\n", ' ');
  printf ("%s:%u:%u: %s: %s\n", name, finding->line, finding->column,
          finding->severity == AMICUS_SEVERITY_ERROR ? "error" : "warning", message);
}

/* Sees whether the file has errors, or, if @strict, anything. */
static Status
print_findings (AmicusGraph *graph,
                const char *path,
                gboolean strict)
{
  g_autofree char *name = amicus_input_name (path);
  Status status = STATUS_FINE;
  guint n;
  const AmicusDiagnostic *findings = amicus_graph_get_diagnostics (graph, &n);

  for (guint i = 0; i < n; i++)
    {
      print_finding (name, &findings[i]);
      if (strict || findings[i].severity == AMICUS_SEVERITY_ERROR)
        status = STATUS_WRONG;
    }

  return status;
}

static Status
check_file (const char *path,
            int nth,
            gboolean strict)
{
  g_autoptr (AmicusSyntax) syntax = amicus_input_read_syntax (path);
  g_autoptr (AmicusGraph) graph = NULL;

  if (syntax == NULL)
    return STATUS_FAILED;

  graph = amicus_input_take_graph (syntax, path, nth);

  return graph == NULL ? STATUS_FAILED : print_findings (graph, path, strict);
}

static Status
run_check (char ***arguments)
{
  g_auto (GStrv) files = NULL;
  gboolean strict = FALSE;
  int nth = 1;
  Status status = STATUS_FINE;
  const GOptionEntry options[] = {
    { "strict", 0, 0, G_OPTION_ARG_NONE, &strict, N_("Take warnings for errors"), NULL },
    AMICUS_OPTION_GRAPH (&nth),
    { NULL },
  };

  if (!amicus_command_parse (&amicus_command_check, options, arguments, &files))
    return STATUS_FAILED;

  for (guint i = 0; files[i] != NULL; i++)
    {
      Status one = check_file (files[i], nth, strict);

      status = MAX (status, one);
    }

  return status;
}

const Command amicus_command_check = {
  "check",
  N_("FILE…"),
  N_("Say what is wrong in files, and where"),
  run_check,
};
