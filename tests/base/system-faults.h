/* SPDX-License-Identifier: GPL-3.0-or-later
 * System calls that fail when a test wants it: linked in, they stand before those of libc. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  void (*at_fsync) (int file);
  const char *path;
  int folder_fsync_error;
  int rename_error;
  gboolean rename_done;
  int reserve_error;
  gsize write_most;
  int write_error;
} SystemFaults;

/* What the system does otherwise than asked; all zero: nothing. */
extern SystemFaults fault;

G_END_DECLS
