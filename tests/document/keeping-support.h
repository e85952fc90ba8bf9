/* SPDX-License-Identifier: GPL-3.0-or-later
 * A document, its file and its journals, in a folder of their own. What is asynchronous is waited for. */

#pragma once

#include "document/keeping.h"

G_BEGIN_DECLS

typedef struct
{
  char *top;
  char *path;
  char *state;
  const char *folders[2];
  GFile *file;
  AmicusDocument *document;
  guint n_edits;
} Desk;

#define DESK_TEXT "digraph {\n  a\n}\n"

void             desk_set_up         (Desk                 *desk,
                                      gconstpointer         data);
void             desk_tear_down      (Desk                 *desk,
                                      gconstpointer         data);
/* Opens the file, and keeps it or not. */
AmicusDocument  *desk_open_file      (Desk                 *desk);
AmicusKept       desk_keep           (Desk                 *desk,
                                      AmicusDocument       *document);
AmicusKept       desk_open           (Desk                 *desk);
void             desk_close          (Desk                 *desk);
/* As if the program had been killed: the journals are as they are now. */
void             desk_crash          (Desk                 *desk);

void             desk_edit           (Desk                 *desk,
                                      const char           *value);
AmicusSaved      desk_save           (Desk                 *desk,
                                      GFile                *file,
                                      AmicusSaveFlags       flags,
                                      GError              **error);
void             desk_save_well      (Desk                 *desk);
AmicusFileState  desk_compare        (Desk                 *desk);
gboolean         desk_reload         (Desk                 *desk,
                                      GError              **error);
AmicusDocument  *desk_recover        (Desk                 *desk,
                                      const char           *journal,
                                      GError              **error);

/* By someone else. */
void             desk_write          (Desk                 *desk,
                                      const char           *text);
void             desk_assert_file    (Desk                 *desk,
                                      const char           *text);
void             desk_assert_text    (Desk                 *desk,
                                      const char           *text);
void             desk_assert_n_left  (Desk                 *desk,
                                      guint                 n);

G_END_DECLS
