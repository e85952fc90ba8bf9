/* SPDX-License-Identifier: GPL-3.0-or-later
 * Files of journals: in a folder that is nobody else's, locked while their document is open. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/journal-private.h"

#include "document/load.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER_NAME "amicus"
#define SUFFIX ".journal"
#define PART_SUFFIX ".part"
#define NAME_ATTEMPTS 100
#define LOCK_ATTEMPTS 20
#define LOCK_PAUSE (10 * 1000)
#define PREFIX_LENGTH 16
/* A base, steps up to the limit, and plenty for who never saves. */
#define SIZE_LIMIT ((goffset) 8 * AMICUS_DOCUMENT_SIZE_LIMIT)

G_STATIC_ASSERT (SIZE_LIMIT < G_MAXUINT32);

G_DEFINE_QUARK (amicus-journal-error-quark, amicus_journal_error)

void
amicus_journal_set_error (GError **error,
                          int      number)
{
  if (number == EWOULDBLOCK)
    g_set_error_literal (error, AMICUS_JOURNAL_ERROR, AMICUS_JOURNAL_ERROR_BUSY,
                         _("Its document is open in another window."));
  else if (number == EFBIG)
    g_set_error_literal (error, AMICUS_JOURNAL_ERROR, AMICUS_JOURNAL_ERROR_TOO_LARGE,
                         _("There are more edits than can be kept or read."));
  else
    g_set_error (error, AMICUS_JOURNAL_ERROR,
                 number == ENOSPC || number == EDQUOT ? AMICUS_JOURNAL_ERROR_NO_SPACE
                                                      : AMICUS_JOURNAL_ERROR_FAILED,
                 _("The edits could not be kept or read: %s."), g_strerror (number));
}

/* Returns: (transfer full): @folders, or the usual ones: a lasting one, and another should it fail */
char **
amicus_journal_dup_folders (const char * const *folders)
{
  char **usual;

  if (folders != NULL)
    return g_strdupv ((char **) folders);

  usual = g_new0 (char *, 3);
  usual[0] = g_build_filename (g_get_user_state_dir (), FOLDER_NAME, NULL);
  usual[1] = g_build_filename (g_get_user_runtime_dir (), FOLDER_NAME, NULL);
  return usual;
}

/* How the names of all journals of a document begin. Where it has no file, no two are the same. */
char *
amicus_journal_name_prefix (const char *path)
{
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *hash =
    g_compute_checksum_for_string (G_CHECKSUM_SHA256, path != NULL ? path : random, -1);

  return g_strndup (hash, PREFIX_LENGTH);
}

static char *
make_name (const char *document)
{
  g_autofree char *prefix = amicus_journal_name_prefix (document);

  return g_strdup_printf ("%s-%08x%08x" SUFFIX, prefix, g_random_int (), g_random_int ());
}

/* Returns: a descriptor, or -1 and errno */
static int
open_folder (const char *folder)
{
  struct stat status;
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return -1;

  fd = open (folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0)
    return -1;

  if (fstat (fd, &status) == 0 && status.st_uid == geteuid () &&
      ((status.st_mode & 077) == 0 || fchmod (fd, 0700) == 0))
    return fd;

  close (fd);
  errno = EPERM;
  return -1;
}

static AmicusJournalFile *
file_new (char *path,
          int   fd)
{
  AmicusJournalFile *self = g_new0 (AmicusJournalFile, 1);

  self->path = path;
  self->fd = fd;
  return self;
}

/* Closes it, which unlocks it. */
void
amicus_journal_file_free (AmicusJournalFile *self)
{
  close (self->fd);
  g_free (self->path);
  g_free (self);
}

/* Returns: %NULL and errno, which is EEXIST if someone took the name or the lock */
static AmicusJournalFile *
create_named (int         folder_fd,
              const char *folder,
              const char *name,
              int         flags)
{
  int fd = openat (folder_fd, name,
                   O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | flags, 0600);

  if (fd < 0)
    return NULL;
  if (fchmod (fd, 0600) == 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
    return file_new (g_build_filename (folder, name, NULL), fd);

  close (fd);
  errno = EEXIST;
  return NULL;
}

/* Returns: (transfer full): a new file in @folder, locked */
AmicusJournalFile *
amicus_journal_file_create (const char  *folder,
                            const char  *document,
                            GError     **error)
{
  AmicusJournalFile *self = NULL;
  int fd = open_folder (folder);
  int number = errno;

  if (fd >= 0)
    {
      number = EEXIST;
      for (guint i = 0; self == NULL && number == EEXIST && i < NAME_ATTEMPTS; i++)
        {
          g_autofree char *name = make_name (document);

          self = create_named (fd, folder, name, O_EXCL);
          number = errno;
        }
      close (fd);
    }

  if (self != NULL)
    self->is_new = TRUE;
  else
    amicus_journal_set_error (error, number);
  return self;
}

/* A file beside @file, to take its place; what a crash left of an earlier one goes, since all that
 * was in it is still in @file. */
AmicusJournalFile *
amicus_journal_file_create_part (const AmicusJournalFile  *file,
                                 GError                  **error)
{
  g_autofree char *folder = g_path_get_dirname (file->path);
  g_autofree char *name = g_path_get_basename (file->path);
  g_autofree char *part = g_strconcat (name, PART_SUFFIX, NULL);
  AmicusJournalFile *self = NULL;
  int fd = open_folder (folder);
  int number = errno;

  if (fd >= 0)
    {
      self = create_named (fd, folder, part, O_TRUNC);
      number = errno;
      close (fd);
    }
  if (self == NULL)
    amicus_journal_set_error (error, number);

  return self;
}

/* Someone who only looks whether a lock is held may be in the way for a moment. */
static gboolean
lock (int      fd,
      gboolean for_writing)
{
  for (guint i = 0; i < (for_writing ? LOCK_ATTEMPTS : 1); i++)
    {
      if (flock (fd, (for_writing ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0)
        return TRUE;
      if (for_writing)
        g_usleep (LOCK_PAUSE);
    }

  errno = EWOULDBLOCK;
  return FALSE;
}

/* One's own, still there, and not too large. */
static gboolean
check (int          fd,
       struct stat *status)
{
  if (fstat (fd, status) != 0)
    return FALSE;
  if (!S_ISREG (status->st_mode) || status->st_uid != geteuid ())
    errno = EPERM;
  else if (status->st_nlink == 0)
    errno = ENOENT;
  else if (status->st_size > SIZE_LIMIT)
    errno = EFBIG;
  else
    return TRUE;

  return FALSE;
}

/* Returns: (transfer full): the journal, locked: against others, or only against those who write */
AmicusJournalFile *
amicus_journal_file_open (const char  *path,
                          gboolean     for_writing,
                          GError     **error)
{
  int flags = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;
  int fd = open (path, flags | (for_writing ? O_RDWR | O_APPEND : O_RDONLY));
  struct stat status;
  AmicusJournalFile *self;

  if (fd < 0 || !lock (fd, for_writing) || !check (fd, &status))
    {
      amicus_journal_set_error (error, errno);
      if (fd >= 0)
        close (fd);
      return NULL;
    }

  self = file_new (g_strdup (path), fd);
  self->size = (gsize) status.st_size;
  return self;
}

/* Without a part left behind, if that can be helped. Returns: FALSE and errno */
gboolean
amicus_journal_file_append (AmicusJournalFile *self,
                            const guint8      *data,
                            gsize              size)
{
  gsize done = 0;
  gssize n = 0;

  if (size > (gsize) SIZE_LIMIT - MIN (self->size, (gsize) SIZE_LIMIT))
    {
      errno = EFBIG;
      return FALSE;
    }

  while (done < size && (n >= 0 || errno == EINTR))
    {
      n = write (self->fd, data + done, size - done);
      done += n > 0 ? (gsize) n : 0;
    }

  if (done < size)
    {
      int number = errno;

      if (ftruncate (self->fd, (off_t) self->size) != 0)
        g_debug ("“%s” now ends with part of a record", self->path);
      errno = number;
      return FALSE;
    }

  self->size += size;
  return TRUE;
}

static gboolean
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean synced = fd >= 0 && fsync (fd) == 0;
  int number = errno;

  if (fd >= 0)
    close (fd);
  errno = number;
  return synced;
}

/* What is written, and while the file is new its name and its folder's, to the disk. */
gboolean
amicus_journal_file_sync (const AmicusJournalFile *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *parent = g_path_get_dirname (folder);

  return fdatasync (self->fd) == 0 &&
         (!self->is_new || (sync_folder (folder) && sync_folder (parent)));
}

/* Returns: (transfer full): what is in it from @start on */
GBytes *
amicus_journal_file_read (const AmicusJournalFile  *self,
                          gsize                     start,
                          GError                  **error)
{
  gsize size = self->size - start;
  gsize done = 0;
  guint8 *data = g_try_malloc (size + 1);
  gssize n = 1;

  if (data == NULL)
    errno = ENOMEM;
  while (data != NULL && done < size && (n > 0 || (n < 0 && errno == EINTR)))
    {
      n = pread (self->fd, data + done, size - done, (off_t) (start + done));
      done += n > 0 ? (gsize) n : 0;
    }

  if (data == NULL || n < 0)
    {
      amicus_journal_set_error (error, errno);
      g_free (data);
      return NULL;
    }

  return g_bytes_new_take (data, done);
}

static gboolean
rename_to (AmicusJournalFile *self,
           char              *path)
{
  if (renameat2 (AT_FDCWD, self->path, AT_FDCWD, path, RENAME_NOREPLACE) != 0)
    {
      g_free (path);
      return FALSE;
    }

  g_free (self->path);
  self->path = path;
  self->is_new = TRUE;
  return TRUE;
}

/* Puts @suffix behind the name, without taking the place of another file. */
gboolean
amicus_journal_file_rename (AmicusJournalFile *self,
                            const char        *suffix)
{
  g_autofree char *old = g_strdup (self->path);
  gboolean renamed = rename_to (self, g_strconcat (old, suffix, NULL));

  for (guint i = 1; !renamed && errno == EEXIST && i < NAME_ATTEMPTS; i++)
    renamed = rename_to (self, g_strdup_printf ("%s.%u%s", old, i, suffix));

  return renamed;
}

/* Gives it a name where journals of @document are looked for. */
gboolean
amicus_journal_file_move (AmicusJournalFile *self,
                          const char        *document)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name = make_name (document);

  return rename_to (self, g_build_filename (folder, name, NULL));
}

/* With O_APPEND, Linux would write at the end wherever it is told to. */
static gboolean
overwrite (const AmicusJournalFile *self)
{
  static const guint8 zeros[65536];
  int flags = fcntl (self->fd, F_GETFL);
  gssize n;

  if (flags < 0 || fcntl (self->fd, F_SETFL, flags & ~O_APPEND) != 0)
    return FALSE;

  for (gsize done = 0; done < self->size; done += (gsize) n)
    {
      n = pwrite (self->fd, zeros, MIN (sizeof zeros, self->size - done), (off_t) done);
      if (n <= 0)
        return FALSE;
    }

  return fdatasync (self->fd) == 0;
}

/* Overwrites, empties and removes it. Where a file system, or a disk, writes anew what it
 * overwrites, the old bytes may still be found with much effort. Returns: FALSE and errno */
gboolean
amicus_journal_file_wipe (AmicusJournalFile *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  gboolean wiped = overwrite (self);

  wiped = ftruncate (self->fd, 0) == 0 && wiped;
  wiped = unlink (self->path) == 0 && wiped;

  return sync_folder (folder) && wiped;
}
