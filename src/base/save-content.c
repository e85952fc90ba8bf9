/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-base"

#include "base/save-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define CHUNK 65536

/* From the start of @file, which is where it is. */
gboolean
amicus_save_write (int     file,
                   GBytes *bytes)
{
  gsize left;
  const char *next = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      gssize n = TEMP_FAILURE_RETRY (write (file, next, left));

      if (n == 0)
        errno = EIO;
      if (n <= 0)
        return FALSE;
      next += n;
      left -= (gsize) n;
    }

  return TRUE;
}

static gssize
read_chunk (int     file,
            char   *chunk,
            goffset position)
{
  return TEMP_FAILURE_RETRY (pread (file, chunk, CHUNK, position));
}

/* Whether @file holds @bytes and no more. It is read from the disk if that can be had, not from
 * memory. */
gboolean
amicus_save_verify (int     file,
                    GBytes *bytes)
{
  g_autofree char *chunk = g_malloc (CHUNK);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gsize position = 0;
  gssize n;

  posix_fadvise (file, 0, 0, POSIX_FADV_DONTNEED);
  while ((n = read_chunk (file, chunk, (goffset) position)) > 0)
    {
      if ((gsize) n > length - position || memcmp (chunk, data + position, (gsize) n) != 0)
        break;
      position += (gsize) n;
    }

  if (n < 0)
    return FALSE;

  errno = EIO;
  return n == 0 && position == length;
}

static char *
compute_digest (int file)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *chunk = g_malloc (CHUNK);
  goffset position = 0;
  gssize n;

  for (; (n = read_chunk (file, chunk, position)) > 0; position += n)
    g_checksum_update (checksum, (const guchar *) chunk, n);

  return n == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

/* Whether @file has the content @expected stands for; not by its times, which some programs set
 * back. */
gboolean
amicus_save_expect (int          file,
                    const char  *expected,
                    const char  *path,
                    GError     **error)
{
  g_autofree char *digest = compute_digest (file);

  if (digest == NULL)
    return amicus_save_fail (error, path);
  if (g_ascii_strcasecmp (digest, expected) != 0)
    return amicus_save_fail_as (error, AMICUS_SAVE_ERROR_CHANGED, path);

  return TRUE;
}
