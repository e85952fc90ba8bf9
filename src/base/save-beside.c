/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The new file is locked from its birth until it has taken its place or is gone. What a killed
 * program leaves behind is therefore known without a clock or a process number: it has our kind of
 * name, and its lock is free. */

#define G_LOG_DOMAIN "amicus-base"

#include "base/save-private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define PREFIX ".amicus-"
#define DIGITS 8
#define SUFFIX ".part"
#define NAME_ATTEMPTS 100

static gboolean
is_our_name (const char *name)
{
  const char *digits = name + strlen (PREFIX);

  return g_str_has_prefix (name, PREFIX)
         && strspn (digits, "0123456789abcdef") == DIGITS
         && strcmp (digits + DIGITS, SUFFIX) == 0;
}

/* Between birth and lock, somebody who sweeps may have taken the file for a left-over. A file
 * system without locks is no hindrance: nobody can sweep there either. */
static gboolean
hold (AmicusSaveBeside *beside)
{
  if (flock (beside->file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    return FALSE;

  return faccessat (beside->folder, beside->name, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

/* Never a file that is there, whoever put it there. @beside is to be discarded in any case. */
gboolean
amicus_save_beside_open (AmicusSaveBeside *beside,
                         int               folder,
                         mode_t            mode)
{
  const int flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;

  beside->folder = folder;
  for (int attempt = 0; attempt < NAME_ATTEMPTS; attempt++)
    {
      beside->name = g_strdup_printf (PREFIX "%08x" SUFFIX, g_random_int ());
      beside->file = openat (folder, beside->name, flags, mode);
      if (beside->file < 0 && errno != EEXIST && errno != EINTR)
        return FALSE;
      if (beside->file >= 0 && hold (beside))
        return TRUE;

      amicus_save_beside_discard (beside);
    }

  errno = EEXIST;
  return FALSE;
}

/* Whether the file has the name now, whatever renameat () said: over a network the answer can get
 * lost. */
static gboolean
has_name (const AmicusSaveBeside *beside,
          const char             *name)
{
  struct stat own;
  struct stat named;

  return fstat (beside->file, &own) == 0
         && fstatat (beside->folder, name, &named, AT_SYMLINK_NOFOLLOW) == 0
         && own.st_dev == named.st_dev
         && own.st_ino == named.st_ino;
}

gboolean
amicus_save_beside_rename (AmicusSaveBeside *beside,
                           const char       *name)
{
  int code;

  if (renameat (beside->folder, beside->name, beside->folder, name) != 0)
    {
      code = errno;
      if (!has_name (beside, name))
        {
          errno = code;
          return FALSE;
        }
    }

  g_clear_pointer (&beside->name, g_free);
  return TRUE;
}

/* Closes the file, and removes it if it did not take its place. */
void
amicus_save_beside_discard (AmicusSaveBeside *beside)
{
  if (beside->file >= 0 && beside->name != NULL)
    unlinkat (beside->folder, beside->name, 0);
  if (beside->file >= 0)
    close (beside->file);
  beside->file = -1;
  g_clear_pointer (&beside->name, g_free);
}

/* A shared lock, as it suffices to have been read to be locked so; also over NFS. */
static void
sweep_file (int         folder,
            const char *name)
{
  int file = openat (folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

  if (file < 0)
    return;
  if (flock (file, LOCK_SH | LOCK_NB) == 0)
    unlinkat (folder, name, 0);
  close (file);
}

/* Removes what killed programs left behind, as far as it can: what stays is tried again with the
 * next save. */
void
amicus_save_beside_sweep (int folder)
{
  int again = openat (folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *entries = again >= 0 ? fdopendir (again) : NULL;
  const struct dirent *entry;

  if (entries == NULL)
    {
      if (again >= 0)
        close (again);
      return;
    }

  while ((entry = readdir (entries)) != NULL)
    if (is_our_name (entry->d_name))
      sweep_file (folder, entry->d_name);
  closedir (entries);
}
