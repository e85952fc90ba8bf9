/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-base"

#include "base/save.h"

#include "base/save-private.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* A save under way. */
typedef struct
{
  const char *path;
  GBytes *bytes;
  const char *expected;
  AmicusSavePlace place;
  int old; /* the file that is to be replaced; -1 if there is none */
  struct stat old_status;
  AmicusSaveBeside beside;
} Save;

/* What a new file cannot do, the old one may still allow. */
static gboolean
refuse (const Save  *save,
        GError     **error)
{
  switch (errno)
    {
    case EACCES:
    case EPERM:
    case EBUSY:
    case EXDEV:
    case ENOTSUP:
      if (save->old >= 0)
        return amicus_save_fail_as (error, AMICUS_SAVE_ERROR_IN_PLACE_NEEDED, save->path);
      break;

    default:
      break;
    }

  return amicus_save_fail (error, save->path);
}

/* A file nobody may write to is not replaced either, although its folder would let us. */
static gboolean
open_old (Save    *save,
          GError **error)
{
  save->old = amicus_save_place_open_file (&save->place, O_RDONLY, &save->old_status);
  if (save->old < 0)
    return errno == ENOENT || amicus_save_fail (error, save->path);
  if (faccessat (save->place.folder, save->place.name, W_OK, AT_EACCESS) != 0)
    return amicus_save_fail (error, save->path);
  if (save->old_status.st_nlink > 1)
    return amicus_save_fail_as (error, AMICUS_SAVE_ERROR_IN_PLACE_NEEDED, save->path);

  return TRUE;
}

/* Until it is like the old file, others must not look into the new one. */
static gboolean
open_new (Save    *save,
          GError **error)
{
  mode_t mode = save->old >= 0 ? 0600 : 0666;

  amicus_save_beside_sweep (save->place.folder);
  return amicus_save_beside_open (&save->beside, save->place.folder, mode) || refuse (save, error);
}

static gboolean
write_new (const Save  *save,
           GError     **error)
{
  return amicus_save_write (save->beside.file, save->bytes) || amicus_save_fail (error, save->path);
}

static gboolean
keep_attributes (const Save  *save,
                 GError     **error)
{
  return save->old < 0
         || amicus_save_keep_attributes (save->beside.file, save->old, &save->old_status)
         || refuse (save, error);
}

/* Some file systems tell only now that they could not write. Our own descriptor stays open, as
 * closing it would give up the lock. */
static gboolean
close_copy (int file)
{
  int copy = fcntl (file, F_DUPFD_CLOEXEC, 0);

  return copy >= 0 && close (copy) == 0;
}

/* A failed fsync () is final: asked again, the system would claim that all is well. */
static gboolean
settle (const Save  *save,
        GError     **error)
{
  int file = save->beside.file;

  return (fsync (file) == 0
          && amicus_save_verify (file, save->bytes)
          && close_copy (file))
         || amicus_save_fail (error, save->path);
}

/* What has the name now, which need not be the file we opened first. */
static gboolean
expect_old (const Save  *save,
            GError     **error)
{
  struct stat status;
  int file;
  gboolean as_expected;

  if (save->expected == NULL)
    return TRUE;

  file = amicus_save_place_open_file (&save->place, O_RDONLY, &status);
  if (file < 0 && errno == ENOENT)
    return amicus_save_fail_as (error, AMICUS_SAVE_ERROR_GONE, save->path);
  if (file < 0)
    return amicus_save_fail (error, save->path);

  as_expected = amicus_save_expect (file, save->expected, save->path, error);
  close (file);
  return as_expected;
}

static gboolean
replace (Save    *save,
         GError **error)
{
  return amicus_save_beside_rename (&save->beside, save->place.name) || refuse (save, error);
}

/* Some file systems cannot sync a folder, and need not. */
static gboolean
sync_folder (const Save *save)
{
  return fsync (save->place.folder) == 0 || errno == EINVAL;
}

static AmicusSaved
run (Save    *save,
     GError **error)
{
  if (!amicus_save_place_open (&save->place, save->path))
    amicus_save_fail (error, save->path);
  else if (open_old (save, error)
           && open_new (save, error)
           && write_new (save, error)
           && keep_attributes (save, error)
           && settle (save, error)
           && expect_old (save, error)
           && replace (save, error))
    return sync_folder (save) ? AMICUS_SAVED : AMICUS_SAVED_UNPROVEN;

  return AMICUS_NOT_SAVED;
}

/**
 * amicus_save_document:
 * @path: a file, there already or not
 * @bytes: its new content
 * @expected: (nullable): the SHA-256, in hexadecimal, of the content that may be written over
 * @error: return location for an error, set only if nothing was saved
 *
 * Writes @bytes to a new file beside @path, reads them back, and lets the new file take the name,
 * so that at any moment the old content is there or the new one, never a part. The file keeps its
 * group, mode, access list and extended attributes, its owner as far as we may, and a symbolic
 * link stays one. The order of the steps is that of Pillai et al., “All file systems are not created
 * equal”, OSDI 2014.
 *
 * Whether the file is still as @expected is decided by its content, just before it is replaced.
 *
 * May be called in any thread; waits for the disk.
 *
 * Returns: what became of it; with %AMICUS_NOT_SAVED the old content stands, and @error
 *   (AMICUS_SAVE_ERROR or G_FILE_ERROR) tells the path, why, and what to do
 */
AmicusSaved
amicus_save_document (const char  *path,
                      GBytes      *bytes,
                      const char  *expected,
                      GError     **error)
{
  Save save = { path, bytes, expected, AMICUS_SAVE_PLACE_INIT, -1, { 0 }, AMICUS_SAVE_BESIDE_INIT };
  AmicusSaved saved;

  g_return_val_if_fail (path != NULL, AMICUS_NOT_SAVED);
  g_return_val_if_fail (bytes != NULL, AMICUS_NOT_SAVED);

  saved = run (&save, error);

  amicus_save_beside_discard (&save.beside);
  if (save.old >= 0)
    close (save.old);
  amicus_save_place_close (&save.place);

  return saved;
}

/**
 * amicus_save_bytes:
 * @path: a file, there already or not
 * @bytes: its new content
 * @error: return location for an error
 *
 * Saves what can be made again, as an export: whatever is in the file may be written over. Else as
 * amicus_save_document ().
 *
 * Returns: whether the content is there; else the old one stands, and @error tells the path, why,
 *   and what to do
 */
gboolean
amicus_save_bytes (const char  *path,
                   GBytes      *bytes,
                   GError     **error)
{
  return amicus_save_document (path, bytes, NULL, error) != AMICUS_NOT_SAVED;
}

/* Room for what is to come, so that a full disk shows before anything is written over. */
static gboolean
reserve (int     file,
         GBytes *bytes)
{
  goffset length = (goffset) g_bytes_get_size (bytes);

  return length == 0
         || fallocate (file, FALLOC_FL_KEEP_SIZE, 0, length) == 0
         || (errno != ENOSPC && errno != EDQUOT && errno != EFBIG);
}

static gboolean
write_over (int     file,
            GBytes *bytes)
{
  return amicus_save_write (file, bytes)
         && ftruncate (file, (goffset) g_bytes_get_size (bytes)) == 0
         && fsync (file) == 0
         && amicus_save_verify (file, bytes);
}

static gboolean
save_over (int          file,
           const char  *path,
           GBytes      *bytes,
           const char  *expected,
           GError     **error)
{
  if (expected != NULL && !amicus_save_expect (file, expected, path, error))
    return FALSE;
  if (!reserve (file, bytes))
    return amicus_save_fail (error, path);

  return write_over (file, bytes)
         || amicus_save_fail_as (error, AMICUS_SAVE_ERROR_DAMAGED, path);
}

/**
 * amicus_save_in_place:
 * @path: a file that is there
 * @bytes: its new content
 * @expected: (nullable): as in amicus_save_document ()
 * @error: return location for an error
 *
 * Writes over the file itself, after amicus_save_document () has refused with
 * %AMICUS_SAVE_ERROR_IN_PLACE_NEEDED. A crash or a fault in the middle damages the file, so the
 * caller must have put @bytes on the disk in another place first, and keep them there until this
 * has returned %TRUE.
 *
 * Returns: whether the content is on the disk; else @error is set: with %AMICUS_SAVE_ERROR_DAMAGED
 *   the file may hold anything, with any other error the old content stands
 */
gboolean
amicus_save_in_place (const char  *path,
                      GBytes      *bytes,
                      const char  *expected,
                      GError     **error)
{
  AmicusSavePlace place = AMICUS_SAVE_PLACE_INIT;
  struct stat status;
  int file = -1;
  gboolean saved;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  if (amicus_save_place_open (&place, path))
    file = amicus_save_place_open_file (&place, O_RDWR, &status);
  saved = file >= 0 ? save_over (file, path, bytes, expected, error)
                    : amicus_save_fail (error, path);

  if (file >= 0)
    close (file);
  amicus_save_place_close (&place);
  return saved;
}

/**
 * amicus_save_sweep:
 * @path: a file, there or not
 *
 * Removes from the folder of @path what a killed save has left there. A save that is running, in
 * this program or another, is not disturbed. Each amicus_save_document () does so too.
 */
void
amicus_save_sweep (const char *path)
{
  AmicusSavePlace place = AMICUS_SAVE_PLACE_INIT;

  g_return_if_fail (path != NULL);

  if (amicus_save_place_open (&place, path))
    amicus_save_beside_sweep (place.folder);
  amicus_save_place_close (&place);
}
