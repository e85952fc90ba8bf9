/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writing a file whole: at any moment the old content or the new one, and no lie about which. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define AMICUS_SAVE_ERROR (amicus_save_error_quark ())

/**
 * AmicusSaveError:
 * @AMICUS_SAVE_ERROR_CHANGED: the file has another content than expected and was left alone
 * @AMICUS_SAVE_ERROR_GONE: the file was expected, but is not there; nothing was written
 * @AMICUS_SAVE_ERROR_IN_PLACE_NEEDED: nothing was written, but amicus_save_in_place () can do it
 * @AMICUS_SAVE_ERROR_DAMAGED: writing in place broke off; the file may hold parts of both contents
 *
 * Why a file could not be saved, where it is not the system that refused (that is G_FILE_ERROR).
 */
typedef enum
{
  AMICUS_SAVE_ERROR_CHANGED,
  AMICUS_SAVE_ERROR_GONE,
  AMICUS_SAVE_ERROR_IN_PLACE_NEEDED,
  AMICUS_SAVE_ERROR_DAMAGED,
} AmicusSaveError;

/**
 * AmicusSaved:
 * @AMICUS_NOT_SAVED: the old content stands
 * @AMICUS_SAVED: the new content is there and on the disk
 * @AMICUS_SAVED_UNPROVEN: the new content is there, but the disk did not confirm that it has the
 *   name: after a power cut the old content may be back
 *
 * What became of a save.
 */
typedef enum
{
  AMICUS_NOT_SAVED,
  AMICUS_SAVED,
  AMICUS_SAVED_UNPROVEN,
} AmicusSaved;

GQuark      amicus_save_error_quark (void);

AmicusSaved amicus_save_document    (const char  *path,
                                     GBytes      *bytes,
                                     const char  *expected,
                                     GError     **error);

gboolean    amicus_save_in_place    (const char  *path,
                                     GBytes      *bytes,
                                     const char  *expected,
                                     GError     **error);

gboolean    amicus_save_bytes       (const char  *path,
                                     GBytes      *bytes,
                                     GError     **error);

void        amicus_save_sweep       (const char  *path);

G_END_DECLS
