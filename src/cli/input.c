/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-cli"

#include "config.h"

#include "cli/input.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/command.h"

#define MAX_BYTES (256u * 1024 * 1024)
#define CHUNK (64u * 1024)

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

/* Adds the next bytes. Returns how many, -1 on error. */
static gssize
read_chunk (int fd,
            GByteArray *bytes)
{
  guint old = bytes->len;
  gssize n;

  g_byte_array_set_size (bytes, old + CHUNK);
  do
    n = read (fd, bytes->data + old, CHUNK);
  while (n < 0 && errno == EINTR);
  g_byte_array_set_size (bytes, old + (guint) MAX (n, 0));

  return n;
}

/* A pipe is read to its end like a file, so `<(…)` of a shell works. */
static GBytes *
read_all (int fd,
          const char *path)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n;

  while ((n = read_chunk (fd, bytes)) > 0)
    if (bytes->len > MAX_BYTES)
      {
        complain_about (path, _("more than 256 MiB are not read"));
        return NULL;
      }

  if (n < 0)
    {
      complain_about (path, g_strerror (errno));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
amicus_input_read (const char *path)
{
  GBytes *bytes;
  int fd;

  if (strcmp (path, "-") == 0)
    return read_all (STDIN_FILENO, path);

  fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    {
      complain_about (path, g_strerror (errno));
      return NULL;
    }
  bytes = read_all (fd, path);
  close (fd);

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
