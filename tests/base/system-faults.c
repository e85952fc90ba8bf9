/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "system-faults.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

SystemFaults fault;

int
fsync (int file)
{
  struct stat status;

  if (fstat (file, &status) != 0)
    return (int) syscall (SYS_fsync, file);
  if (S_ISDIR (status.st_mode) && fault.folder_fsync_error != 0)
    {
      errno = fault.folder_fsync_error;
      return -1;
    }
  if (!S_ISDIR (status.st_mode) && fault.at_fsync != NULL)
    fault.at_fsync (file);

  return (int) syscall (SYS_fsync, file);
}

int
renameat (int         old_folder,
          const char *old_name,
          int         new_folder,
          const char *new_name)
{
  int result = 0;

  if (fault.rename_error == 0 || fault.rename_done)
    result = (int) syscall (SYS_renameat2, old_folder, old_name, new_folder, new_name, 0);
  if (fault.rename_error == 0)
    return result;

  errno = fault.rename_error;
  return -1;
}

int
fallocate (int   file,
           int   mode,
           off_t offset,
           off_t length)
{
  if (fault.reserve_error == 0)
    return (int) syscall (SYS_fallocate, file, mode, offset, length);

  errno = fault.reserve_error;
  return -1;
}

ssize_t
write (int         file,
       const void *data,
       size_t      length)
{
  struct stat status;

  if (fault.write_most == 0 || fstat (file, &status) != 0 || !S_ISREG (status.st_mode))
    return syscall (SYS_write, file, data, length);
  if (fault.write_error != 0)
    {
      errno = fault.write_error;
      fault.write_error = errno == EINTR ? 0 : errno;
      return -1;
    }

  return syscall (SYS_write, file, data, MIN (length, fault.write_most));
}
