/* SPDX-License-Identifier: GPL-3.0-or-later
 * One open file: its text and its graph, kept together. */

#pragma once

#include <gio/gio.h>

#include "base/patch.h"
#include "document/survey.h"
#include "graph/graph.h"

G_BEGIN_DECLS

#define AMICUS_DOCUMENT_ERROR (amicus_document_error_quark ())
GQuark amicus_document_error_quark (void);

/**
 * AmicusDocumentError:
 * @AMICUS_DOCUMENT_ERROR_NOT_REGULAR: a folder, device or pipe
 * @AMICUS_DOCUMENT_ERROR_TOO_LARGE: more bytes than are read
 * @AMICUS_DOCUMENT_ERROR_NO_GRAPH: nothing in it reads as a graph
 * @AMICUS_DOCUMENT_ERROR_NOT_FOUND: an element to be edited is not there
 * @AMICUS_DOCUMENT_ERROR_REFUSED: an edit cannot be made; the document is as it was
 */
typedef enum
{
  AMICUS_DOCUMENT_ERROR_NOT_REGULAR,
  AMICUS_DOCUMENT_ERROR_TOO_LARGE,
  AMICUS_DOCUMENT_ERROR_NO_GRAPH,
  AMICUS_DOCUMENT_ERROR_NOT_FOUND,
  AMICUS_DOCUMENT_ERROR_REFUSED,
} AmicusDocumentError;

/**
 * AmicusDocument:
 *
 * Signal `changed`: the graph is another one. Signal `kept-changed`: see document/keeping.h.
 * Properties `file`, `name` and `modified` can be watched. Lives on the main thread; reading and
 * parsing happen in a thread.
 */
#define AMICUS_TYPE_DOCUMENT (amicus_document_get_type ())
G_DECLARE_FINAL_TYPE (AmicusDocument, amicus_document, AMICUS, DOCUMENT, GObject)

void            amicus_document_open_async    (GFile                *file,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
AmicusDocument *amicus_document_open_finish   (GAsyncResult         *result,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* For text that came from elsewhere: standard input, a GResource. @file may be NULL. */
AmicusDocument *amicus_document_new_for_bytes (GFile                *file,
                                               GBytes               *bytes,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;

GFile          *amicus_document_get_file      (AmicusDocument       *self);
/* Name for people: the file's display name. */
const char     *amicus_document_get_name      (AmicusDocument       *self);
AmicusSyntax   *amicus_document_get_syntax    (AmicusDocument       *self);
AmicusGraph    *amicus_document_get_graph     (AmicusDocument       *self);
/* What a walk through the graph tells; of the graph that is shown. */
const AmicusSurvey *
                amicus_document_get_survey    (AmicusDocument       *self);

/* A file may hold several graphs: the first is shown until another is chosen, which a thread then reads. */
guint           amicus_document_get_n_graphs  (AmicusDocument       *self);
guint           amicus_document_get_nth       (AmicusDocument       *self);
void            amicus_document_choose_graph  (AmicusDocument       *self,
                                               guint                 nth);

typedef enum
{
  AMICUS_STEP_EDIT,
  AMICUS_STEP_UNDO,
  AMICUS_STEP_REDO,
} AmicusStepKind;

/**
 * AmicusStepFunc:
 * @self: the document, which has the new text already
 * @kind: whether the step is new, or goes back, or goes forth again
 * @name: what it is called
 * @patches: (element-type AmicusPatch): what changed the text, one after the other
 * @data: as given to amicus_document_set_step_func()
 *
 * Told of every step before the signal `changed`.
 */
typedef void (*AmicusStepFunc) (AmicusDocument *self,
                                AmicusStepKind  kind,
                                const char     *name,
                                GPtrArray      *patches,
                                gpointer        data);

/* For the journal. */
void            amicus_document_set_step_func (AmicusDocument       *self,
                                               AmicusStepFunc        func,
                                               gpointer              data);

/* The text as it is now. */
GBytes         *amicus_document_get_bytes     (AmicusDocument       *self);

/* Commands (document/commands.h) between these are one step; they may be nested. What is aborted
 * leaves no trace. */
void            amicus_document_begin         (AmicusDocument       *self,
                                               const char           *name);
void            amicus_document_end           (AmicusDocument       *self);
void            amicus_document_abort         (AmicusDocument       *self);

/* FALSE if there is no such step. Not between begin and end. */
gboolean        amicus_document_undo          (AmicusDocument       *self);
gboolean        amicus_document_redo          (AmicusDocument       *self);
/* What the step is called, or NULL. */
const char     *amicus_document_get_undo_name (AmicusDocument       *self);
const char     *amicus_document_get_redo_name (AmicusDocument       *self);

/* Whether the text is another than that of the file as opened or saved last, as far as undo and redo lead there. */
gboolean        amicus_document_is_modified   (AmicusDocument       *self);

G_END_DECLS
