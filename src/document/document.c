/* SPDX-License-Identifier: GPL-3.0-or-later
 * Opens a file: bytes, statements and graph, all in a thread. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"
#include "document/document-private.h"

#include "document/load-private.h"

#include <glib/gi18n-lib.h>

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmicusDocument, amicus_document, G_TYPE_OBJECT)
G_DEFINE_QUARK (amicus-document-error-quark, amicus_document_error)

/* What a thread makes of a file. The graph belongs to whoever holds this, then to the document. */
typedef struct
{
  AmicusSyntax *syntax;
  guint nth;
  AmicusGraph *graph;
  AmicusSurvey *survey;
} Contents;

static void
contents_free (gpointer data)
{
  Contents *contents = data;

  g_clear_pointer (&contents->survey, amicus_survey_free);
  g_clear_pointer (&contents->graph, amicus_graph_unref);
  g_clear_pointer (&contents->syntax, amicus_syntax_unref);
  g_free (contents);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Contents, contents_free)

static Contents *
contents_new (AmicusSyntax *syntax,
              guint nth)
{
  Contents *contents = g_new0 (Contents, 1);

  contents->syntax = amicus_syntax_ref (syntax);
  contents->nth = nth;

  return contents;
}

/* Works out what the statements say. */
static void
evaluate (Contents *contents)
{
  contents->graph = amicus_graph_new (contents->syntax, contents->nth);
  contents->survey = amicus_survey_new (contents->syntax, contents->graph);
}

static const AmicusDiagnostic *
find_first_error (AmicusSyntax *syntax)
{
  guint n_diagnostics;
  const AmicusDiagnostic *diagnostics = amicus_syntax_get_diagnostics (syntax, &n_diagnostics);

  for (guint i = 0; i < n_diagnostics; i++)
    if (diagnostics[i].severity == AMICUS_SEVERITY_ERROR)
      return &diagnostics[i];

  return NULL;
}

static void
set_no_graph (GError **error,
              const char *name,
              AmicusSyntax *syntax)
{
  const AmicusDiagnostic *first = find_first_error (syntax);

  if (first == NULL)
    g_set_error (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_NO_GRAPH,
                 _("“%s” cannot be opened: there is no graph in it."), name);
  else
    g_set_error (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_NO_GRAPH,
                 /* Translators: a file's name, then where what is wrong, and what it is */
                 _("“%s” cannot be opened. Line %u, column %u: %s."), name, first->line,
                 first->column, first->message);
}

static Contents *
read_contents (GFile *file,
               GBytes *bytes,
               GError **error)
{
  g_autofree char *name = amicus_document_describe_file (file);
  g_autoptr (AmicusSyntax) syntax = NULL;
  Contents *contents;

  if (g_bytes_get_size (bytes) > AMICUS_DOCUMENT_SIZE_LIMIT)
    {
      amicus_document_set_too_large (error, name);
      return NULL;
    }

  syntax = amicus_syntax_new (bytes);
  if (amicus_graph_count (syntax) == 0)
    {
      set_no_graph (error, name, syntax);
      return NULL;
    }

  contents = contents_new (syntax, 0);
  evaluate (contents);

  return contents;
}

static void
drop_contents (AmicusDocument *self)
{
  g_clear_pointer (&self->survey, amicus_survey_free);
  g_clear_pointer (&self->graph, amicus_graph_unref);
  g_clear_pointer (&self->syntax, amicus_syntax_unref);
}

/* Shows what edits have made of the text. */
void
amicus_document_publish (AmicusDocument *self)
{
  g_clear_pointer (&self->survey, amicus_survey_free);
  self->survey = amicus_survey_new (self->syntax, self->graph);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What is still being read would be older than the text. */
void
amicus_document_stop_choosing (AmicusDocument *self)
{
  g_cancellable_cancel (self->choosing);
  g_clear_object (&self->choosing);
}

static void
take_contents (AmicusDocument *self,
               Contents *contents)
{
  drop_contents (self);
  self->syntax = g_steal_pointer (&contents->syntax);
  self->nth = contents->nth;
  self->graph = g_steal_pointer (&contents->graph);
  self->survey = g_steal_pointer (&contents->survey);
}

static AmicusDocument *
document_new (GFile *file,
              Contents *contents)
{
  AmicusDocument *self = g_object_new (AMICUS_TYPE_DOCUMENT, NULL);

  g_set_object (&self->file, file);
  self->name = amicus_document_describe_file (file);
  take_contents (self, contents);
  self->saved = g_bytes_ref (amicus_syntax_get_bytes (self->syntax));

  return self;
}

static void
amicus_document_dispose (GObject *object)
{
  AmicusDocument *self = AMICUS_DOCUMENT (object);

  g_clear_object (&self->choosing);
  drop_contents (self);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (amicus_document_parent_class)->dispose (object);
}

static void
amicus_document_finalize (GObject *object)
{
  AmicusDocument *self = AMICUS_DOCUMENT (object);

  amicus_document_clear_steps (self);
  g_free (self->name);

  G_OBJECT_CLASS (amicus_document_parent_class)->finalize (object);
}

static void
amicus_document_class_init (AmicusDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = amicus_document_dispose;
  object_class->finalize = amicus_document_finalize;

  /**
   * AmicusDocument::changed:
   * @self: the document
   *
   * The graph is another one; the old one stays as it was for those who hold it.
   */
  signals[CHANGED] = g_signal_new ("changed", AMICUS_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
amicus_document_init (AmicusDocument *self)
{
  amicus_document_init_steps (self);
}

static void
open_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  GFile *file = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = amicus_document_load (file, cancellable, &error);
  g_autoptr (Contents) contents = NULL;

  if (bytes != NULL)
    contents = read_contents (file, bytes, &error);
  if (contents != NULL)
    g_task_return_pointer (task, g_steal_pointer (&contents), contents_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * amicus_document_open_async:
 * @file: a file
 * @cancellable: (nullable): to stop it; the answer comes at once
 * @callback: called in the main context of the thread that asks
 * @user_data: for @callback
 *
 * Reads a file. Nothing but regular files is opened, and not more than 256 MiB of them.
 */
void
amicus_document_open_async (GFile *file,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, amicus_document_open_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * amicus_document_open_finish:
 * @result: what the callback got
 * @error: a [error@DocumentError] or a #GIOErrorEnum, with a message for people that names the file
 *
 * Returns: (transfer full): the document, or %NULL
 */
AmicusDocument *
amicus_document_open_finish (GAsyncResult *result,
                             GError **error)
{
  g_autoptr (Contents) contents = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  contents = g_task_propagate_pointer (G_TASK (result), error);
  return contents != NULL ? document_new (g_task_get_task_data (G_TASK (result)), contents) : NULL;
}

/**
 * amicus_document_new_for_bytes:
 * @file: (nullable): the file that the bytes come from, for its name
 * @bytes: a DOT file
 * @error: a [error@DocumentError]
 *
 * Reads bytes, at once and in the calling thread.
 *
 * Returns: (transfer full): the document, or %NULL
 */
AmicusDocument *
amicus_document_new_for_bytes (GFile *file,
                               GBytes *bytes,
                               GError **error)
{
  g_autoptr (Contents) contents = NULL;

  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  contents = read_contents (file, bytes, error);
  return contents != NULL ? document_new (file, contents) : NULL;
}

/**
 * amicus_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the file it was read from
 */
GFile *
amicus_document_get_file (AmicusDocument *self)
{
  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * amicus_document_get_name:
 * @self: a document
 *
 * Returns: (transfer none): a short name, fit to be shown; not a file name
 */
const char *
amicus_document_get_name (AmicusDocument *self)
{
  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), NULL);

  return self->name;
}

/**
 * amicus_document_get_syntax:
 * @self: a document
 *
 * Returns: (transfer none): the statements of the file
 */
AmicusSyntax *
amicus_document_get_syntax (AmicusDocument *self)
{
  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), NULL);

  return self->syntax;
}

/**
 * amicus_document_get_graph:
 * @self: a document
 *
 * Returns: (transfer none): the graph that is chosen
 */
AmicusGraph *
amicus_document_get_graph (AmicusDocument *self)
{
  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), NULL);

  return self->graph;
}

/**
 * amicus_document_get_survey:
 * @self: a document
 *
 * Returns: (transfer none): what a walk through the graph tells; valid until the graph is another one
 */
const AmicusSurvey *
amicus_document_get_survey (AmicusDocument *self)
{
  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), NULL);

  return self->survey;
}

/**
 * amicus_document_get_n_graphs:
 * @self: a document
 *
 * Returns: how many graphs the file holds, at least one
 */
guint
amicus_document_get_n_graphs (AmicusDocument *self)
{
  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), 0);

  return amicus_graph_count (self->syntax);
}

/**
 * amicus_document_get_nth:
 * @self: a document
 *
 * Returns: which of them is chosen, from 0
 */
guint
amicus_document_get_nth (AmicusDocument *self)
{
  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), 0);

  return self->nth;
}

static void
evaluate_in_thread (GTask *task,
                    gpointer source,
                    gpointer task_data,
                    GCancellable *cancellable)
{
  const Contents *wanted = task_data;
  Contents *contents = contents_new (wanted->syntax, wanted->nth);

  evaluate (contents);
  g_task_return_pointer (task, contents, contents_free);
}

static void
evaluated_cb (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (AmicusDocument) self = data;
  g_autoptr (Contents) contents = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Another one was chosen meanwhile. */
  if (contents == NULL)
    return;

  g_clear_object (&self->choosing);
  take_contents (self, contents);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * amicus_document_choose_graph:
 * @self: a document
 * @nth: which graph of the file, from 0
 *
 * Shows another graph of the file as soon as a thread has worked out what it says; until then the one before stays.
 * What was chosen last counts.
 */
void
amicus_document_choose_graph (AmicusDocument *self,
                              guint nth)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (AMICUS_IS_DOCUMENT (self));
  g_return_if_fail (nth < amicus_document_get_n_graphs (self));

  amicus_document_stop_choosing (self);
  if (nth == self->nth)
    return;

  self->choosing = g_cancellable_new ();
  task = g_task_new (NULL, self->choosing, evaluated_cb, g_object_ref (self));
  g_task_set_source_tag (task, amicus_document_choose_graph);
  g_task_set_task_data (task, contents_new (self->syntax, nth), contents_free);
  g_task_run_in_thread (task, evaluate_in_thread);
}
