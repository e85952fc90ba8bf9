/* SPDX-License-Identifier: GPL-3.0-or-later
 * What others may do to a file that is open. */

#pragma once

#include "keeping-support.h"

G_BEGIN_DECLS

/**
 * Scenario:
 * @name: what happens
 * @act: does it
 * @state: what the file is like then
 * @by_link: whether the file is opened through a symbolic link
 * @can_overwrite: whether the person's word is enough to save there
 */
typedef struct
{
  const char *name;
  void (*act) (Desk *desk);
  AmicusFileState state;
  gboolean by_link;
  gboolean can_overwrite;
} Scenario;

extern const Scenario scenarios[];
extern const guint n_scenarios;

/* In a folder beside that of the journals. */
char *in_folder           (Desk       *desk,
                           const char *name) G_GNUC_WARN_UNUSED_RESULT;
void  put                 (Desk       *desk,
                           const char *name,
                           const char *text,
                           gssize      length);
void  rewrite_with_time   (Desk       *desk);
void  replace_with_time   (Desk       *desk);
void  delete_file         (Desk       *desk);
void  put_link_to_other   (Desk       *desk);
/* Those after which less can be had than else. */
void  write_ours          (Desk       *desk);
void  write_huge          (Desk       *desk);

G_END_DECLS
