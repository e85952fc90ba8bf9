/* SPDX-License-Identifier: GPL-3.0-or-later
 * The steps of a save. Those without a GError set errno when they fail. */

#pragma once

#include "base/save.h"

#include <sys/stat.h>

G_BEGIN_DECLS

/* Where a file is to be written: its folder, held open so that it stays the same one, and its name
 * there. */
typedef struct
{
  int folder;
  char *name;
} AmicusSavePlace;

#define AMICUS_SAVE_PLACE_INIT { -1, NULL }

gboolean amicus_save_place_open      (AmicusSavePlace       *place,
                                      const char            *path);
void     amicus_save_place_close     (AmicusSavePlace       *place);
int      amicus_save_place_open_file (const AmicusSavePlace *place,
                                      int                    flags,
                                      struct stat           *status);

/* A new file in the same folder, until it takes its place. It is locked as long as it is open. */
typedef struct
{
  int folder;
  int file;
  char *name;
} AmicusSaveBeside;

#define AMICUS_SAVE_BESIDE_INIT { -1, -1, NULL }

gboolean amicus_save_beside_open    (AmicusSaveBeside *beside,
                                     int               folder,
                                     mode_t            mode);
gboolean amicus_save_beside_rename  (AmicusSaveBeside *beside,
                                     const char       *name);
void     amicus_save_beside_discard (AmicusSaveBeside *beside);
void     amicus_save_beside_sweep   (int               folder);

gboolean amicus_save_keep_attributes (int                file,
                                      int                old,
                                      const struct stat *old_status);

gboolean amicus_save_write  (int          file,
                             GBytes      *bytes);
gboolean amicus_save_verify (int          file,
                             GBytes      *bytes);
gboolean amicus_save_expect (int          file,
                             const char  *expected,
                             const char  *path,
                             GError     **error);

/* For the end of a step: they set the error and return FALSE. */
gboolean amicus_save_fail    (GError          **error,
                              const char       *path);
gboolean amicus_save_fail_as (GError          **error,
                              AmicusSaveError   code,
                              const char       *path);

G_END_DECLS
