/* SPDX-License-Identifier: GPL-3.0-or-later
 * A file in a folder of its own, open in the real window. */

#pragma once

#include "app/window-private.h"
#include "window-driver.h"

G_BEGIN_DECLS

#define SMALL_GRAPH "digraph {\n  apple [label=\"Apple\"];\n  nso [label=\"NSO\"];\n  apple -> nso;\n}\n"

typedef struct
{
  Driver driver;
  char *folder;
  char *path;
} FileStage;

/* @text: NULL for no file: the window is empty. */
void            file_stage_start      (FileStage       *stage,
                                       const char      *text);
void            file_stage_stop       (FileStage       *stage);
/* As from outside the program; from now on the stage is of the window that shows the file. */
AmicusWindow   *file_stage_open       (FileStage       *stage,
                                       const char      *path);
AmicusDocument *file_stage_document   (FileStage       *stage);

/* A path in the stage's folder. */
char           *file_stage_path       (FileStage       *stage,
                                       const char      *name) G_GNUC_WARN_UNUSED_RESULT;
void            file_stage_write      (FileStage       *stage,
                                       const char      *text);
gboolean        file_stage_holds      (const char      *path,
                                       const char      *text);
/* The document's text. */
gboolean        file_stage_says       (FileStage       *stage,
                                       const char      *text);

/* Gives an entity a label: one edit. */
void            file_stage_edit       (AmicusDocument  *document,
                                       const char      *id,
                                       const char      *label);
/* From now on whoever is asked where to save says this. */
void            file_stage_choose     (AmicusWindow    *window,
                                       const char      *path);
/* The name that was offered last. */
const char     *file_stage_offered    (void);

/* The question that is shown, or NULL. */
GtkWindow      *file_stage_question   (void);
/* Waits for a question and answers it. */
void            file_stage_answer     (const char      *heading,
                                       const char      *response);
void            file_stage_pause      (guint            milliseconds);

G_END_DECLS
