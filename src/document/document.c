/* SPDX-License-Identifier: GPL-3.0-or-later
 * Opens a file: bytes, statements and graph, all in a thread. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"
#include "document/document-private.h"

#include "document/load-private.h"

enum
{
  PROP_FILE = 1,
  PROP_NAME,
  PROP_MODIFIED,
  N_PROPS,
};

enum
{
  CHANGED,
  KEPT_CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AmicusDocument, amicus_document, G_TYPE_OBJECT)
G_DEFINE_QUARK (amicus-document-error-quark, amicus_document_error)

static void
drop_reading (AmicusDocument *self)
{
  g_clear_pointer (&self->survey, amicus_survey_free);
  g_clear_pointer (&self->graph, amicus_graph_unref);
  g_clear_pointer (&self->syntax, amicus_syntax_unref);
}

/* Shows what edits have made of the text. */
void
amicus_document_publish (AmicusDocument *self)
{
  g_autoptr (AmicusSurvey) before = g_steal_pointer (&self->survey);

  self->survey = amicus_survey_revise (before, self->syntax, self->graph);
  amicus_document_tell_modified (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
amicus_document_tell_kept (AmicusDocument *self)
{
  g_signal_emit (self, signals[KEPT_CHANGED], 0);
}

void
amicus_document_tell_modified (AmicusDocument *self)
{
  gboolean is_modified = amicus_document_is_modified (self);

  if (self->is_modified == is_modified)
    return;

  self->is_modified = is_modified;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}

/* What is still being read would be older than the text. */
void
amicus_document_stop_choosing (AmicusDocument *self)
{
  g_cancellable_cancel (self->choosing);
  g_clear_object (&self->choosing);
}

static void
set_reading (AmicusDocument *self,
             AmicusReading *reading)
{
  drop_reading (self);
  self->syntax = g_steal_pointer (&reading->syntax);
  self->nth = reading->nth;
  self->graph = g_steal_pointer (&reading->graph);
  self->survey = g_steal_pointer (&reading->survey);
}

/* What a thread has worked out is shown. */
void
amicus_document_take_reading (AmicusDocument *self,
                              AmicusReading *reading)
{
  amicus_document_stop_choosing (self);
  set_reading (self, reading);
  amicus_document_tell_modified (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
amicus_document_set_file (AmicusDocument *self,
                          GFile *file)
{
  g_autofree char *name = amicus_document_describe_file (file);

  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE]);
  if (g_strcmp0 (name, self->name) == 0)
    return;

  g_free (self->name);
  self->name = g_steal_pointer (&name);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NAME]);
}

AmicusDocument *
amicus_document_new (GFile *file,
                     AmicusReading *reading)
{
  AmicusDocument *self = g_object_new (AMICUS_TYPE_DOCUMENT, NULL);

  g_set_object (&self->file, file);
  self->name = amicus_document_describe_file (file);
  set_reading (self, reading);
  amicus_document_set_saved (self, amicus_document_get_bytes (self), amicus_document_mark (self));

  return self;
}

static void
amicus_document_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  AmicusDocument *self = AMICUS_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, self->is_modified);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amicus_document_dispose (GObject *object)
{
  AmicusDocument *self = AMICUS_DOCUMENT (object);

  amicus_document_stop_keeping (self);
  g_clear_object (&self->choosing);
  drop_reading (self);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (amicus_document_parent_class)->dispose (object);
}

static void
amicus_document_finalize (GObject *object)
{
  AmicusDocument *self = AMICUS_DOCUMENT (object);

  amicus_document_clear_steps (self);
  g_clear_pointer (&self->saved, g_bytes_unref);
  g_clear_pointer (&self->half, g_bytes_unref);
  g_free (self->name);

  G_OBJECT_CLASS (amicus_document_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  props[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
amicus_document_class_init (AmicusDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amicus_document_get_property;
  object_class->dispose = amicus_document_dispose;
  object_class->finalize = amicus_document_finalize;

  install_properties (object_class);

  /**
   * AmicusDocument::changed:
   * @self: the document
   *
   * The graph is another one; the old one stays as it was for those who hold it.
   */
  signals[CHANGED] = g_signal_new ("changed", AMICUS_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AmicusDocument::kept-changed:
   * @self: the document
   *
   * Edits are kept in another place, or in none: amicus_document_get_place() tells.
   */
  signals[KEPT_CHANGED] = g_signal_new ("kept-changed", AMICUS_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
amicus_document_init (AmicusDocument *self)
{
  g_queue_init (&self->turns);
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
  g_autoptr (AmicusReading) reading = NULL;

  if (bytes != NULL)
    reading = amicus_reading_for_file (file, bytes, &error);
  if (reading != NULL)
    g_task_return_pointer (task, g_steal_pointer (&reading), amicus_reading_free);
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
  g_autoptr (AmicusReading) reading = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  reading = g_task_propagate_pointer (G_TASK (result), error);
  return reading != NULL ? amicus_document_new (g_task_get_task_data (G_TASK (result)), reading) : NULL;
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
  g_autoptr (AmicusReading) reading = NULL;

  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  reading = amicus_reading_for_file (file, bytes, error);
  return reading != NULL ? amicus_document_new (file, reading) : NULL;
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
  const AmicusReading *wanted = task_data;
  AmicusReading *reading = amicus_reading_new (wanted->syntax, wanted->nth);

  amicus_reading_evaluate (reading);
  g_task_return_pointer (task, reading, amicus_reading_free);
}

static void
evaluated_cb (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (AmicusDocument) self = data;
  g_autoptr (AmicusReading) reading = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Another one was chosen meanwhile. */
  if (reading == NULL)
    return;

  g_clear_object (&self->choosing);
  set_reading (self, reading);
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
  g_task_set_task_data (task, amicus_reading_new (self->syntax, nth), amicus_reading_free);
  g_task_run_in_thread (task, evaluate_in_thread);
}
