/* SPDX-License-Identifier: GPL-3.0-or-later
 * One open file: its text and its graph, kept together. */

#pragma once

#include <gio/gio.h>

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
 */
typedef enum
{
  AMICUS_DOCUMENT_ERROR_NOT_REGULAR,
  AMICUS_DOCUMENT_ERROR_TOO_LARGE,
  AMICUS_DOCUMENT_ERROR_NO_GRAPH,
} AmicusDocumentError;

/**
 * AmicusDocument:
 *
 * Signal `changed`: the graph is another one. Lives on the main thread; reading and parsing happen
 * in a thread.
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

G_END_DECLS
