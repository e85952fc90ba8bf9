/* SPDX-License-Identifier: GPL-3.0-or-later
 * The state of an open file, shared by reading and editing. */

#pragma once

#include "document/document.h"
#include "document/history.h"
#include "document/journal.h"
#include "document/reading.h"

G_BEGIN_DECLS

/* What a document was when a step began, to go back to. */
typedef struct
{
  AmicusSyntax *syntax;
  AmicusGraph *graph;
  guint n_patches;
} Savepoint;

/* Who is told where edits are kept, as long as the document is there. */
typedef struct
{
  AmicusDocument *document; /* NULL once it is gone; of the main thread */
} AmicusKeepWatch;

/**
 * AmicusDocument:
 * @saved: the bytes of the file as it was opened or saved last; NULL if they are not known any more
 * @half: what a save that was cut short should have made of these; NULL if there was none
 * @saved_mark: of the history, where the text is @saved
 * @n_marks: that were given to the history
 * @is_modified: as it was last told
 * @is_let_go: whether unsaved edits are wanted by nobody
 * @turns: AmicusTurn, of what is done with the file: one after the other
 * @folders: of journals; NULL while none is wanted
 * @journal: NULL until it is known what was kept before
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
  GBytes *half;
  guint saved_mark;
  guint n_marks;
  gboolean is_modified;
  gboolean is_let_go;
  GQueue turns;
  char **folders;
  AmicusJournal *journal;
  AmicusKeepWatch *watch;

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
void     amicus_document_apply_unchecked
                                       (AmicusDocument  *self,
                                        AmicusPatch     *patch);
void     amicus_document_publish       (AmicusDocument  *self);
void     amicus_document_stop_choosing (AmicusDocument  *self);

AmicusDocument *
         amicus_document_new           (GFile           *file,
                                        AmicusReading   *reading) G_GNUC_WARN_UNUSED_RESULT;
void     amicus_document_take_reading  (AmicusDocument  *self,
                                        AmicusReading   *reading);
void     amicus_document_set_file      (AmicusDocument  *self,
                                        GFile           *file);
void     amicus_document_tell_modified (AmicusDocument  *self);
void     amicus_document_tell_kept     (AmicusDocument  *self);
/* That the text as it is now is what the file holds; @bytes may be NULL if they are not known. */
guint    amicus_document_mark          (AmicusDocument  *self);
void     amicus_document_set_saved     (AmicusDocument  *self,
                                        GBytes          *bytes,
                                        guint            mark);
void     amicus_document_set_half      (AmicusDocument  *self,
                                        GBytes          *bytes);
gboolean amicus_document_is_half       (GBytes          *bytes,
                                        GBytes          *old,
                                        GBytes          *new);
void     amicus_document_stop_keeping  (AmicusDocument  *self);

/* What is done with the file has its turn: @start is called when all before is done, and something
 * that comes after it ends the turn. */
typedef void (*AmicusTurnFunc) (AmicusDocument *self,
                                GTask          *task);
void     amicus_document_take_turn     (AmicusDocument  *self,
                                        GTask           *task,
                                        AmicusTurnFunc   start);
void     amicus_document_end_turn      (AmicusDocument  *self);
/* Does the work of @task, which is given to @done, in a thread. @job must not hold the document. */
void     amicus_document_work          (GTask           *task,
                                        gpointer         job,
                                        GDestroyNotify   free_job,
                                        GTaskThreadFunc  work,
                                        GAsyncReadyCallback done);

G_END_DECLS
