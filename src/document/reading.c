/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"
#include "document/reading.h"

#include "document/document.h"
#include "document/load-private.h"

#include <glib/gi18n-lib.h>

/**
 * amicus_reading_new:
 * @syntax: statements
 * @nth: which graph of them, from 0
 *
 * Returns: (transfer full): a reading that is still to be evaluated
 */
AmicusReading *
amicus_reading_new (AmicusSyntax *syntax,
                    guint         nth)
{
  AmicusReading *self = g_new0 (AmicusReading, 1);

  /* A thread that evaluates must not have to bring the text together. */
  amicus_syntax_get_bytes (syntax);
  self->syntax = amicus_syntax_ref (syntax);
  self->nth = nth;

  return self;
}

/**
 * amicus_reading_free:
 * @reading: (transfer full): an #AmicusReading
 */
void
amicus_reading_free (gpointer reading)
{
  AmicusReading *self = reading;

  g_clear_pointer (&self->survey, amicus_survey_free);
  g_clear_pointer (&self->graph, amicus_graph_unref);
  g_clear_pointer (&self->syntax, amicus_syntax_unref);
  g_free (self);
}

/**
 * amicus_reading_evaluate:
 * @self: a reading
 *
 * Works out what the statements say.
 */
void
amicus_reading_evaluate (AmicusReading *self)
{
  self->graph = amicus_graph_new (self->syntax, self->nth);
  self->survey = amicus_survey_new (self->syntax, self->graph);
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
set_no_graph (GError       **error,
              const char    *name,
              AmicusSyntax  *syntax)
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

/**
 * amicus_reading_for_file:
 * @file: (nullable): where the bytes come from, for its name
 * @bytes: a DOT file
 * @error: a [error@DocumentError]
 *
 * Returns: (transfer full) (nullable): what the first graph says
 */
AmicusReading *
amicus_reading_for_file (GFile   *file,
                         GBytes  *bytes,
                         GError **error)
{
  g_autofree char *name = amicus_document_describe_file (file);
  g_autoptr (AmicusSyntax) syntax = NULL;
  AmicusReading *self;

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

  self = amicus_reading_new (syntax, 0);
  amicus_reading_evaluate (self);

  return self;
}
