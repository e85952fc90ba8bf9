/* SPDX-License-Identifier: GPL-3.0-or-later
 * What people are told: what happened to which file, how it is now, and what to do. */

#define G_LOG_DOMAIN "amicus-base"

#include "config.h"

#include "base/save-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (amicus-save-error-quark, amicus_save_error)

static const char *
advice (int code)
{
  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return _("Make room on the disk, or save in another place.");

    case EACCES:
    case EPERM:
    case EROFS:
    case ENOENT:
    case ENOTDIR:
    case EISDIR:
    case EINVAL:
    case ELOOP:
    case ENAMETOOLONG:
      return _("Save under another name or in another folder.");

    default:
      return _("Try again, or save in another place.");
    }
}

/* By errno, when nothing has been changed. */
gboolean
amicus_save_fail (GError     **error,
                  const char  *path)
{
  int code = errno;
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
               /* TRANSLATORS: a file, a reason in the system's words, and a sentence of advice. */
               _("Could not save “%s”: %s. Nothing was changed. %s"),
               name, g_strerror (code), advice (code));
  return FALSE;
}

static char *
refusal (AmicusSaveError  code,
         const char      *name,
         const char      *reason)
{
  switch (code)
    {
    case AMICUS_SAVE_ERROR_CHANGED:
      return g_strdup_printf (_("“%s” was changed by another program and was not written over. "
                                "Open it again to see it, or save under another name."), name);

    case AMICUS_SAVE_ERROR_GONE:
      return g_strdup_printf (_("“%s” is no longer there. Nothing was written. "
                                "Look where it went, or save under another name."), name);

    case AMICUS_SAVE_ERROR_IN_PLACE_NEEDED:
      return g_strdup_printf (_("“%s” cannot be replaced in one step: it has several names (hard "
                                "links), or its folder does not let it. Nothing was changed. "
                                "Save under another name or in another folder."), name);

    case AMICUS_SAVE_ERROR_DAMAGED:
    default:
      return g_strdup_printf (_("Writing “%s” broke off: %s. The file may be damaged. "
                                "Save in another place before closing."), name, reason);
    }
}

/* By @code, and errno where writing broke off. */
gboolean
amicus_save_fail_as (GError          **error,
                     AmicusSaveError   code,
                     const char       *path)
{
  const char *reason = g_strerror (errno);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *message = refusal (code, name, reason);

  g_set_error_literal (error, AMICUS_SAVE_ERROR, (int) code, message);
  return FALSE;
}
