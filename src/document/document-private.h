/* SPDX-License-Identifier: GPL-3.0-or-later
 * The state of an open file, shared by reading and editing. */

#pragma once

#include "document/document.h"
#include "document/history.h"

G_BEGIN_DECLS

/* What a document was when a step began, to go back to. */
typedef struct
{
  AmicusSyntax *syntax;
  AmicusGraph *graph;
  guint n_patches;
} Savepoint;

/**
 * AmicusDocument:
 * @saved: the bytes of the file as it was opened or saved last
 * @choosing: of another graph
 * @savepoints: Savepoint, of the steps that have begun, outermost first
 * @patches: what was done since the outermost began
 * @inverses: what undoes each of them
 * @step_name: what it is called
 */
struct _AmicusDocument
{
  GObject parent_instance;

  GFile *file;
  char *name;
  AmicusSyntax *syntax;
  AmicusGraph *graph;
  AmicusSurvey *survey;
  guint nth;
  GCancellable *choosing;

  GBytes *saved;
  AmicusHistory *history;
  GArray *savepoints;
  GPtrArray *patches;
  GPtrArray *inverses;
  char *step_name;
  AmicusStepFunc step_func;
  gpointer step_data;
};

void     amicus_document_init_steps    (AmicusDocument  *self);
void     amicus_document_clear_steps   (AmicusDocument  *self);
/* Changes the text inside a step that has begun, and reads it anew. */
gboolean amicus_document_apply         (AmicusDocument  *self,
                                        AmicusPatch     *patch,
                                        GError         **error);
void     amicus_document_publish       (AmicusDocument  *self);
void     amicus_document_stop_choosing (AmicusDocument  *self);

G_END_DECLS
