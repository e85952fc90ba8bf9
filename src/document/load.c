/* SPDX-License-Identifier: GPL-3.0-or-later
 * From a file to bytes, within limits. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"
#include "document/load-private.h"

#include "base/text.h"
#include "document/document.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#define CHUNK_SIZE (1024 * 1024)

char *
amicus_document_describe_file (GFile *file)
{
  g_autofree char *basename = NULL;
  g_autofree char *name = NULL;

  if (file == NULL)
    return g_strdup (_("Untitled"));

  basename = g_file_get_basename (file);
  name = basename != NULL ? g_filename_display_name (basename) : g_file_get_uri (file);
  return amicus_text_for_display (name, AMICUS_TEXT_LIST_LIMIT);
}

void
amicus_document_set_too_large (GError **error,
                               const char *name)
{
  g_set_error (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_TOO_LARGE,
               _("“%s” is larger than %d MiB, the most that can be opened. "
                 "Divide it into several files."),
               name, AMICUS_DOCUMENT_SIZE_LIMIT / (1024 * 1024));
}

static void
set_error_from_errno (GError **error,
                      int number,
                      const char *name)
{
  GIOErrorEnum code = g_io_error_from_errno (number);

  if (number == ENOENT || number == ENOTDIR)
    g_set_error (error, G_IO_ERROR, code,
                 _("“%s” is not there. It may have been moved or deleted."), name);
  else if (number == EACCES || number == EPERM)
    g_set_error (error, G_IO_ERROR, code,
                 _("You may not read “%s”. Ask its owner for permission."), name);
  else
    g_set_error (error, G_IO_ERROR, code, _("“%s” could not be read: %s."), name,
                 g_strerror (number));
}

static gboolean
check_type (mode_t mode,
            const char *name,
            GError **error)
{
  if (S_ISREG (mode))
    return TRUE;

  g_set_error (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_NOT_REGULAR,
               S_ISDIR (mode) ? _("“%s” is a folder. Open a file inside it.")
                              : _("“%s” is a device or a pipe. "
                                  "Save what it holds to a file and open that."),
               name);
  return FALSE;
}

/* Without waiting: a pipe would wait for its writer, and not every device is safe to read. */
static GInputStream *
open_local (const char *path,
            const char *name,
            GError **error)
{
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);
  g_autoptr (GInputStream) stream = NULL;
  struct stat status;

  if (fd < 0)
    {
      set_error_from_errno (error, errno, name);
      return NULL;
    }

  stream = g_unix_input_stream_new (fd, TRUE);
  if (fstat (fd, &status) != 0)
    {
      set_error_from_errno (error, errno, name);
      return NULL;
    }
  if (!check_type (status.st_mode, name, error))
    return NULL;
  if (status.st_size > AMICUS_DOCUMENT_SIZE_LIMIT)
    {
      amicus_document_set_too_large (error, name);
      return NULL;
    }

  return g_steal_pointer (&stream);
}

static GInputStream *
open_stream (GFile *file,
             const char *name,
             GCancellable *cancellable,
             GError **error)
{
  const char *path = g_file_peek_path (file);
  GInputStream *stream;

  if (path != NULL)
    return open_local (path, name, error);

  stream = G_INPUT_STREAM (g_file_read (file, cancellable, error));
  if (stream == NULL)
    g_prefix_error (error, _("“%s” could not be read: "), name);
  return stream;
}

/**
 * amicus_document_read_stream:
 * @stream: a stream
 * @name: what it is called in messages
 * @cancellable: (nullable): to stop it
 * @error: %AMICUS_DOCUMENT_ERROR_TOO_LARGE, or a #GIOErrorEnum, with a message for people
 *
 * Reads all that comes, but no more than %AMICUS_DOCUMENT_SIZE_LIMIT: a file may grow while it is read.
 *
 * Returns: (transfer full): the bytes, or %NULL
 */
GBytes *
amicus_document_read_stream (GInputStream *stream,
                             const char *name,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n_read;

  do
    {
      guint size = bytes->len;

      g_byte_array_set_size (bytes, size + CHUNK_SIZE);
      n_read = g_input_stream_read (stream, bytes->data + size, CHUNK_SIZE, cancellable, error);
      if (n_read < 0)
        {
          g_prefix_error (error, _("“%s” could not be read: "), name);
          return NULL;
        }
      g_byte_array_set_size (bytes, size + (guint) n_read);
      if (bytes->len > AMICUS_DOCUMENT_SIZE_LIMIT)
        {
          amicus_document_set_too_large (error, name);
          return NULL;
        }
    }
  while (n_read > 0);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
amicus_document_load (GFile *file,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *name = amicus_document_describe_file (file);
  g_autoptr (GInputStream) stream = open_stream (file, name, cancellable, error);

  return stream != NULL ? amicus_document_read_stream (stream, name, cancellable, error) : NULL;
}
