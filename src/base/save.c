/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-base"

#include "config.h"

#include "base/save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAME_ATTEMPTS 100

/* A new file beside the one to be written, until it takes its place. */
typedef struct
{
  int folder;
  int file;
  char *name;
} Beside;

static gboolean
fail (GError     **error,
      const char  *path)
{
  int code = errno;
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
               _("Could not write “%s”: %s"), name, g_strerror (code));
  return FALSE;
}

/* The place behind symbolic links, so that a link stays one; @path itself while there is no file. */
static char *
resolve (const char *path)
{
  g_autofree char *resolved = realpath (path, NULL);

  return g_strdup (resolved != NULL ? resolved : path);
}

static gboolean
open_beside (Beside     *beside,
             const char *folder)
{
  beside->folder = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (beside->folder < 0)
    return FALSE;

  for (int attempt = 0; beside->file < 0 && attempt < NAME_ATTEMPTS; attempt++)
    {
      g_free (beside->name);
      beside->name = g_strdup_printf (".amicus-%08x.part", g_random_int ());
      beside->file = openat (beside->folder, beside->name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (beside->file < 0 && errno != EEXIST)
        return FALSE;
    }

  return beside->file >= 0;
}

/* Removes what did not take its place. */
static void
close_beside (Beside *beside)
{
  if (beside->file >= 0)
    {
      close (beside->file);
      unlinkat (beside->folder, beside->name, 0);
    }
  if (beside->folder >= 0)
    close (beside->folder);
  g_free (beside->name);
}

/* The old file's owner, if we may, and its mode. Owner first: chown clears set-user-ID bits. */
static gboolean
keep_mode (int         file,
           const char *path)
{
  struct stat old;

  if (stat (path, &old) != 0)
    return errno == ENOENT;
  if (!S_ISREG (old.st_mode))
    {
      errno = EINVAL;
      return FALSE;
    }
  if (fchown (file, old.st_uid, old.st_gid) != 0 && errno != EPERM)
    return FALSE;

  return fchmod (file, old.st_mode & 07777) == 0;
}

static gboolean
write_all (int     file,
           GBytes *bytes)
{
  gsize left;
  const char *next = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      gssize n = write (file, next, left);

      if (n < 0 && errno != EINTR)
        return FALSE;
      if (n > 0)
        {
          next += n;
          left -= (gsize) n;
        }
    }

  return TRUE;
}

/* The file is complete and on the disk before it takes the name, and the name is too in the end. */
static gboolean
write_and_rename (Beside     *beside,
                  const char *path,
                  GBytes     *bytes)
{
  g_autofree char *name = g_path_get_basename (path);
  int file = beside->file;

  if (!keep_mode (file, path) || !write_all (file, bytes) || fsync (file) != 0)
    return FALSE;
  if (renameat (beside->folder, beside->name, beside->folder, name) != 0)
    return FALSE;

  beside->file = -1;
  close (file);
  return fsync (beside->folder) == 0;
}

/**
 * amicus_save_bytes:
 * @path: a file, there already or not
 * @bytes: its new content
 * @error: return location for an error
 *
 * Writes @bytes beside @path and renames, so that after a crash or a full disk the old content is there or the new
 * one, never a part. A file that is there keeps its mode, and a symbolic link stays one. May be called in any
 * thread; waits for the disk.
 *
 * Returns: whether the content is on the disk; else @error is set (G_FILE_ERROR) and tells the path
 */
gboolean
amicus_save_bytes (const char  *path,
                   GBytes      *bytes,
                   GError     **error)
{
  Beside beside = { -1, -1, NULL };
  g_autofree char *resolved = NULL;
  g_autofree char *folder = NULL;
  gboolean saved;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  resolved = resolve (path);
  folder = g_path_get_dirname (resolved);
  saved = (open_beside (&beside, folder) && write_and_rename (&beside, resolved, bytes))
          || fail (error, path);
  close_beside (&beside);

  return saved;
}
