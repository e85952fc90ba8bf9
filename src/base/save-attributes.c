/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-base"

#include "base/save-private.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

#define ACL "system.posix_acl_access"

/* The owner can be kept with a privilege only, the group if it is one of ours. What counts in the
 * end is what the file has: file systems with one owner for all refuse although nothing would
 * change. */
static gboolean
keep_owner (int                file,
            const struct stat *old)
{
  struct stat now;
  int code;

  if (fchown (file, old->st_uid, old->st_gid) == 0)
    return TRUE;
  if (errno == EPERM && fchown (file, (uid_t) -1, old->st_gid) == 0)
    return TRUE;

  code = errno;
  if (fstat (file, &now) == 0 && now.st_uid == old->st_uid && now.st_gid == old->st_gid)
    return TRUE;

  errno = code;
  return FALSE;
}

static gboolean
keep_mode (int                file,
           const struct stat *old)
{
  struct stat now;
  int code;

  if (fchmod (file, old->st_mode & 07777) == 0)
    return TRUE;

  code = errno;
  if (fstat (file, &now) == 0 && now.st_mode == old->st_mode)
    return TRUE;

  errno = code;
  return FALSE;
}

/* Those are set by the system, which may well refuse to let us. */
static gboolean
is_of_system (const char *name)
{
  return g_str_has_prefix (name, "security.") || g_str_has_prefix (name, "trusted.");
}

static gboolean
copy_attribute (int         file,
                int         old,
                const char *name)
{
  g_autofree char *value = g_malloc (XATTR_SIZE_MAX);
  gssize length = fgetxattr (old, name, value, XATTR_SIZE_MAX);

  return length >= 0 && fsetxattr (file, name, value, (gsize) length, 0) == 0;
}

/* The list lies in the buffer as strings, one after the other. */
static gboolean
copy_attributes (int file,
                 int old)
{
  g_autofree char *names = g_malloc (XATTR_LIST_MAX);
  gssize length = flistxattr (old, names, XATTR_LIST_MAX);

  if (length < 0)
    return errno == ENOTSUP;

  for (const char *name = names; name < names + length; name += strlen (name) + 1)
    if (!copy_attribute (file, old, name) && !is_of_system (name))
      return FALSE;

  return TRUE;
}

/* A new file inherits the access list a folder has for such; the old file may have none. */
static gboolean
remove_inherited (int file)
{
  return fremovexattr (file, ACL) == 0 || errno == ENODATA || errno == ENOTSUP;
}

/* Owner first, as a change of owner clears mode bits; mode last, as the access list has a say in
 * it. */
gboolean
amicus_save_keep_attributes (int                file,
                             int                old,
                             const struct stat *old_status)
{
  return keep_owner (file, old_status)
         && remove_inherited (file)
         && copy_attributes (file, old)
         && keep_mode (file, old_status);
}
