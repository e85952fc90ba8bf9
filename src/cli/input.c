/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-cli"

#include "config.h"

#include "cli/input.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/command.h"
#include "document/load.h"

char *
amicus_input_name (const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  if (strcmp (path, "-") == 0)
    return g_strdup ("<stdin>");

  return g_strdelimit (amicus_text_for_display (name, 0), "\n", ' ');
}

static void
complain_about (const char *path,
                const char *problem)
{
  g_autofree char *name = amicus_input_name (path);

  amicus_complain ("%s: %s", name, problem);
}

/* A pipe is read to its end like a file, so `<(…)` of a shell works. */
GBytes *
amicus_input_read (const char *path)
{
  gboolean is_file = strcmp (path, "-") != 0;
  int fd = is_file ? open (path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
  g_autofree char *name = amicus_input_name (path);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  if (fd < 0)
    {
      complain_about (path, g_strerror (errno));
      return NULL;
    }

  stream = g_unix_input_stream_new (fd, is_file);
  bytes = amicus_document_read_stream (stream, name, NULL, &error);
  if (bytes == NULL)
    amicus_complain ("%s", error->message);

  return bytes;
}

AmicusSyntax *
amicus_input_read_syntax (const char *path)
{
  g_autoptr (GBytes) bytes = amicus_input_read (path);

  return bytes == NULL ? NULL : amicus_syntax_new (bytes);
}

AmicusGraph *
amicus_input_take_graph (AmicusSyntax *syntax,
                         const char *path,
                         int nth)
{
  guint n = amicus_graph_count (syntax);

  if (nth < 1 || (guint) nth > MAX (n, 1))
    {
      g_autofree char *problem =
        g_strdup_printf (_("there is no graph %d; graphs in the file: %u"), nth, n);

      complain_about (path, problem);
      return NULL;
    }

  return amicus_graph_new (syntax, (guint) nth - 1);
}

Status
amicus_input_judge (AmicusSyntax *syntax,
                    const char *path)
{
  g_autofree char *name = amicus_input_name (path);
  guint n;
  const AmicusDiagnostic *findings = amicus_syntax_get_diagnostics (syntax, &n);

  for (guint i = 0; i < n; i++)
    if (findings[i].severity == AMICUS_SEVERITY_ERROR)
      {
        amicus_complain (_("%s has errors; see “amicus-cli check”"), name);
        return STATUS_WRONG;
      }

  return STATUS_FINE;
}
