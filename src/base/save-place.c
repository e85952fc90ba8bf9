/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-base"

#include "base/save-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#define LINKS_MAX 40

/* Where a symbolic link points, or NULL if it is none. */
static char *
follow (const char *path)
{
  g_autofree char *target = g_file_read_link (path, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  if (target == NULL || g_path_is_absolute (target))
    return g_steal_pointer (&target);

  return g_build_filename (folder, target, NULL);
}

/* The place behind symbolic links, so that a link stays one, also a link to where no file is yet.
 * */
static char *
resolve (const char *path)
{
  g_autofree char *place = g_strdup (path);

  for (int links = 0; links < LINKS_MAX; links++)
    {
      g_autofree char *resolved = realpath (place, NULL);
      char *next;

      if (resolved != NULL || errno != ENOENT)
        return g_steal_pointer (&resolved);

      next = follow (place);
      if (next == NULL)
        return g_steal_pointer (&place);

      g_free (place);
      place = next;
    }

  errno = ELOOP;
  return NULL;
}

/* @place is to be closed in any case. */
gboolean
amicus_save_place_open (AmicusSavePlace *place,
                        const char      *path)
{
  g_autofree char *resolved = resolve (path);
  g_autofree char *folder = NULL;

  if (resolved == NULL)
    return FALSE;

  place->name = g_path_get_basename (resolved);
  folder = g_path_get_dirname (resolved);
  place->folder = TEMP_FAILURE_RETRY (open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC));

  return place->folder >= 0;
}

void
amicus_save_place_close (AmicusSavePlace *place)
{
  if (place->folder >= 0)
    close (place->folder);
  g_free (place->name);
}

/* The file there, if it is an ordinary one. A pipe somebody put there must not make us wait. */
int
amicus_save_place_open_file (const AmicusSavePlace *place,
                             int                    flags,
                             struct stat           *status)
{
  const int careful = O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
  int file = TEMP_FAILURE_RETRY (openat (place->folder, place->name, flags | careful));
  int code;

  if (file < 0 || (fstat (file, status) == 0 && S_ISREG (status->st_mode)))
    return file;

  code = S_ISDIR (status->st_mode) ? EISDIR : EINVAL;
  close (file);
  errno = code;
  return -1;
}
