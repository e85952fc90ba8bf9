/* SPDX-License-Identifier: GPL-3.0-or-later
 * Edits of a document as steps: all or nothing, done and undone. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
clear_savepoint (gpointer data)
{
  Savepoint *savepoint = data;

  amicus_syntax_unref (savepoint->syntax);
  amicus_graph_unref (savepoint->graph);
}

void
amicus_document_init_steps (AmicusDocument *self)
{
  self->history = amicus_history_new ();
  self->savepoints = g_array_new (FALSE, FALSE, sizeof (Savepoint));
  g_array_set_clear_func (self->savepoints, clear_savepoint);
  self->patches = amicus_history_new_list ();
  self->inverses = amicus_history_new_list ();
}

void
amicus_document_clear_steps (AmicusDocument *self)
{
  g_array_unref (self->savepoints);
  g_ptr_array_unref (self->patches);
  g_ptr_array_unref (self->inverses);
  amicus_history_free (self->history);
  g_free (self->step_name);
}

static guint
count_errors (AmicusSyntax *syntax)
{
  guint n_errors = 0;
  guint n;
  const AmicusDiagnostic *diagnostics = amicus_syntax_get_diagnostics (syntax, &n);

  for (guint i = 0; i < n; i++)
    n_errors += diagnostics[i].severity == AMICUS_SEVERITY_ERROR ? 1 : 0;

  return n_errors;
}

/* The next statement from @at on that is none. */
static AmicusStatement
find_error (AmicusSyntax    *syntax,
            AmicusStatement  at)
{
  guint n_statements = amicus_syntax_get_n_statements (syntax);

  while (at < n_statements && amicus_syntax_get_kind (syntax, at) != AMICUS_STATEMENT_ERROR)
    at++;

  return at < n_statements ? at : AMICUS_NO_STATEMENT;
}

static gboolean
has_same_text (AmicusSyntax    *syntax,
               AmicusStatement  statement,
               AmicusSyntax    *other_syntax,
               AmicusStatement  other)
{
  gsize length, other_length;
  const char *text = amicus_syntax_get_text (syntax, statement, &length);
  const char *other_text = amicus_syntax_get_text (other_syntax, other, &other_length);

  return length == other_length && memcmp (text, other_text, length) == 0;
}

/* Whether what could not be read before is the same that cannot be read now. In a broken file an
 * edit may otherwise vanish in what is broken. */
static gboolean
has_same_errors (AmicusSyntax *before,
                 AmicusSyntax *after)
{
  AmicusStatement old = find_error (before, 0);
  AmicusStatement new = find_error (after, 0);

  while (old != AMICUS_NO_STATEMENT && new != AMICUS_NO_STATEMENT &&
         has_same_text (before, old, after, new))
    {
      old = find_error (before, old + 1);
      new = find_error (after, new + 1);
    }

  return old == AMICUS_NO_STATEMENT && new == AMICUS_NO_STATEMENT &&
         count_errors (after) <= count_errors (before);
}

/* Takes other bytes for the text. The one place where an edited text is read. */
static void
read_text (AmicusDocument *self,
           AmicusSyntax   *syntax)
{
  guint n_graphs = amicus_graph_count (syntax);
  AmicusGraph *graph;

  amicus_document_stop_choosing (self);
  amicus_syntax_unref (self->syntax);
  self->syntax = amicus_syntax_ref (syntax);
  self->nth = MIN (self->nth, MAX (n_graphs, 1) - 1);
  graph = amicus_graph_revise (self->graph, syntax);
  amicus_graph_unref (self->graph);
  self->graph = graph != NULL ? graph : amicus_graph_new (syntax, self->nth);
}

/* Reads the whole text only where the patch is not plainly a change inside of statements. */
static AmicusSyntax *
patch_text (AmicusSyntax      *syntax,
            const AmicusPatch *patch)
{
  AmicusSyntax *revised = amicus_syntax_revise (syntax, patch);
  g_autoptr (GBytes) bytes = NULL;

  if (revised != NULL)
    return revised;

  bytes = amicus_patch_apply (patch, amicus_syntax_get_bytes (syntax));

  return amicus_syntax_new (bytes);
}

/* Keeps only what was there of the text, not the text. */
static AmicusPatch *
invert_patch (const AmicusPatch *patch,
              AmicusSyntax      *syntax)
{
  AmicusPatch *inverse = amicus_patch_new ();
  guint n;
  const AmicusChange *changes = amicus_patch_get_changes (patch, &n);
  gsize grown = 0;

  for (guint i = 0; i < n; i++)
    {
      gsize length = g_bytes_get_size (changes[i].inserted);
      g_autofree char *old =
        amicus_syntax_copy_bytes (syntax, changes[i].offset, changes[i].removed);

      amicus_patch_add (inverse, changes[i].offset + grown, length, old, changes[i].removed);
      /* May be less than nothing: what wraps around comes back. */
      grown += length - changes[i].removed;
    }

  return inverse;
}

static void
take_patch (AmicusDocument *self,
            AmicusPatch    *patch,
            AmicusSyntax   *syntax)
{
  g_ptr_array_add (self->patches, amicus_patch_ref (patch));
  g_ptr_array_add (self->inverses, invert_patch (patch, self->syntax));
  read_text (self, syntax);
}

/**
 * amicus_document_apply:
 * @self: a document in which a step has begun
 * @patch: a change of its text
 * @error: %AMICUS_DOCUMENT_ERROR_REFUSED
 *
 * Changes the text and reads it anew. A change that would touch what is broken in the file, or
 * break it, is refused.
 *
 * Returns: whether the text is changed
 */
gboolean
amicus_document_apply (AmicusDocument  *self,
                       AmicusPatch     *patch,
                       GError         **error)
{
  g_autoptr (AmicusSyntax) syntax = NULL;

  g_return_val_if_fail (self->savepoints->len > 0, FALSE);

  if (amicus_patch_is_empty (patch))
    return TRUE;

  syntax = patch_text (self->syntax, patch);
  if (!amicus_syntax_is_akin (self->syntax, syntax) && !has_same_errors (self->syntax, syntax))
    {
      g_set_error (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_REFUSED,
                   _("The file has errors near this place, so that it cannot be edited there"));
      return FALSE;
    }

  take_patch (self, patch, syntax);
  return TRUE;
}

/**
 * amicus_document_apply_unchecked:
 * @self: a document in which a step has begun
 * @patch: a change of its text
 *
 * Changes the text, also to one with other errors.
 */
void
amicus_document_apply_unchecked (AmicusDocument *self,
                                 AmicusPatch    *patch)
{
  g_autoptr (AmicusSyntax) syntax = NULL;

  g_return_if_fail (self->savepoints->len > 0);

  syntax = patch_text (self->syntax, patch);
  take_patch (self, patch, syntax);
}

/**
 * amicus_document_set_step_func:
 * @self: a document
 * @func: (nullable): who is told of every step
 * @data: for @func
 *
 * Sets who writes down what is done.
 */
void
amicus_document_set_step_func (AmicusDocument *self,
                               AmicusStepFunc  func,
                               gpointer        data)
{
  g_return_if_fail (AMICUS_IS_DOCUMENT (self));

  self->step_func = func;
  self->step_data = data;
}

/**
 * amicus_document_get_bytes:
 * @self: a document
 *
 * Returns: (transfer none): the text as it is now
 */
GBytes *
amicus_document_get_bytes (AmicusDocument *self)
{
  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), NULL);

  return amicus_syntax_get_bytes (self->syntax);
}

/**
 * amicus_document_begin:
 * @self: a document
 * @name: what the step is called, for people; inside another step it takes the name of that
 *
 * Begins a step: what is done until amicus_document_end() is undone together.
 */
void
amicus_document_begin (AmicusDocument *self,
                       const char     *name)
{
  Savepoint savepoint;

  g_return_if_fail (AMICUS_IS_DOCUMENT (self));

  savepoint.syntax = amicus_syntax_ref (self->syntax);
  savepoint.graph = amicus_graph_ref (self->graph);
  savepoint.n_patches = self->patches->len;
  g_array_append_val (self->savepoints, savepoint);
  if (self->savepoints->len == 1)
    {
      g_free (self->step_name);
      self->step_name = g_strdup (name);
    }
}

static void
publish (AmicusDocument *self,
         AmicusStepKind  kind,
         const char     *name,
         GPtrArray      *patches)
{
  if (self->step_func != NULL)
    self->step_func (self, kind, name, patches, self->step_data);
  amicus_document_publish (self);
}

/* The patches become a step of the history. */
static void
finish_step (AmicusDocument *self)
{
  g_autoptr (GPtrArray) patches = g_steal_pointer (&self->patches);
  g_autoptr (GPtrArray) inverses = g_steal_pointer (&self->inverses);

  self->patches = amicus_history_new_list ();
  self->inverses = amicus_history_new_list ();
  if (patches->len == 0)
    return;

  amicus_history_add (self->history, self->step_name, patches, inverses);
  publish (self, AMICUS_STEP_EDIT, self->step_name, patches);
}

/**
 * amicus_document_end:
 * @self: a document in which a step has begun
 *
 * Ends a step. Nothing has happened if it changed nothing; else the signal `changed` is emitted,
 * unless it is inside another step.
 */
void
amicus_document_end (AmicusDocument *self)
{
  g_return_if_fail (AMICUS_IS_DOCUMENT (self));
  g_return_if_fail (self->savepoints->len > 0);

  g_array_set_size (self->savepoints, self->savepoints->len - 1);
  if (self->savepoints->len == 0)
    finish_step (self);
}

/**
 * amicus_document_abort:
 * @self: a document in which a step has begun
 *
 * Takes back all that was done since the step began; it leaves no trace.
 */
void
amicus_document_abort (AmicusDocument *self)
{
  Savepoint *savepoint;

  g_return_if_fail (AMICUS_IS_DOCUMENT (self));
  g_return_if_fail (self->savepoints->len > 0);

  savepoint = &g_array_index (self->savepoints, Savepoint, self->savepoints->len - 1);
  amicus_syntax_unref (self->syntax);
  self->syntax = amicus_syntax_ref (savepoint->syntax);
  amicus_graph_unref (self->graph);
  self->graph = amicus_graph_ref (savepoint->graph);
  g_ptr_array_set_size (self->patches, (int) savepoint->n_patches);
  g_ptr_array_set_size (self->inverses, (int) savepoint->n_patches);
  g_array_set_size (self->savepoints, self->savepoints->len - 1);
}

/* Reads the whole text once at most. */
static AmicusSyntax *
patch_text_with_all (AmicusSyntax *before,
                     GPtrArray    *patches)
{
  g_autoptr (AmicusSyntax) syntax = amicus_syntax_ref (before);
  AmicusSyntax *next;
  g_autoptr (GBytes) bytes = NULL;
  guint i = 0;

  for (; i < patches->len &&
         (next = amicus_syntax_revise (syntax, g_ptr_array_index (patches, i))) != NULL; i++)
    {
      amicus_syntax_unref (syntax);
      syntax = next;
    }
  if (i == patches->len)
    return g_steal_pointer (&syntax);

  bytes = g_bytes_ref (amicus_syntax_get_bytes (syntax));
  for (; i < patches->len; i++)
    {
      GBytes *patched = amicus_patch_apply (g_ptr_array_index (patches, i), bytes);

      g_bytes_unref (bytes);
      bytes = patched;
    }

  return amicus_syntax_new (bytes);
}

static gboolean
travel (AmicusDocument *self,
        AmicusStepKind  kind,
        const char     *name,
        GPtrArray      *patches)
{
  g_autofree char *kept = g_strdup (name);
  g_autoptr (AmicusSyntax) syntax = NULL;

  if (patches == NULL)
    return FALSE;

  syntax = patch_text_with_all (self->syntax, patches);
  read_text (self, syntax);
  publish (self, kind, kept, patches);

  return TRUE;
}

/**
 * amicus_document_undo:
 * @self: a document
 *
 * Puts the bytes back that the last step changed.
 *
 * Returns: whether there was one
 */
gboolean
amicus_document_undo (AmicusDocument *self)
{
  const char *name;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->savepoints->len == 0, FALSE);

  name = amicus_history_get_undo (self->history);
  return travel (self, AMICUS_STEP_UNDO, name, amicus_history_undo (self->history));
}

/**
 * amicus_document_redo:
 * @self: a document
 *
 * Does again what was undone last.
 *
 * Returns: whether there was something
 */
gboolean
amicus_document_redo (AmicusDocument *self)
{
  const char *name;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->savepoints->len == 0, FALSE);

  name = amicus_history_get_redo (self->history);
  return travel (self, AMICUS_STEP_REDO, name, amicus_history_redo (self->history));
}

/**
 * amicus_document_get_undo_name:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): name of the step that amicus_document_undo() would undo
 */
const char *
amicus_document_get_undo_name (AmicusDocument *self)
{
  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), NULL);

  return amicus_history_get_undo (self->history);
}

/**
 * amicus_document_get_redo_name:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): name of the step that amicus_document_redo() would do again
 */
const char *
amicus_document_get_redo_name (AmicusDocument *self)
{
  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), NULL);

  return amicus_history_get_redo (self->history);
}
