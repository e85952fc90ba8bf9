/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is wrong in a file, the reader's findings and the graph's together. */

#define G_LOG_DOMAIN "amicus-graph"

#include "config.h"

#include "graph/graph-private.h"

/* More of them help nobody. */
#define MAX_FINDINGS 1000

gsize
amicus_graph_offset_of (AmicusGraph *self,
                        AmicusStatement statement)
{
  return amicus_syntax_get_start (self->syntax, statement);
}

static void
append (AmicusGraph *self,
        AmicusSeverity severity,
        gsize offset,
        char *message)
{
  AmicusDiagnostic finding = { severity, offset, 0, 0, message };

  amicus_syntax_locate (self->syntax, offset, &finding.line, &finding.column);
  g_array_append_val (self->findings, finding);
}

/* @message is taken over. */
void
amicus_graph_find (AmicusGraph *self,
                   AmicusSeverity severity,
                   gsize offset,
                   char *message)
{
  if (self->findings->len < MAX_FINDINGS)
    append (self, severity, offset, g_steal_pointer (&message));
  else
    self->n_more_findings++;
  g_free (message);
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const AmicusDiagnostic *first = a;
  const AmicusDiagnostic *second = b;

  return (first->offset > second->offset) - (first->offset < second->offset);
}

static void
clear_finding (gpointer data)
{
  AmicusDiagnostic *finding = data;

  g_free (finding->message);
}

static void
count_more (AmicusGraph *self)
{
  gsize length;
  const char *text = amicus_syntax_get_text (self->syntax, 0, &length);
  guint n = self->n_more_findings;

  if (n > 0)
    append (self, AMICUS_SEVERITY_WARNING, amicus_syntax_get_offset (self->syntax, text + length),
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more of this kind is not listed",
                                          "%u more of this kind are not listed", n),
                             n));
}

/* Adds what the reader found, and brings all into the order of the file. */
void
amicus_graph_merge_findings (AmicusGraph *self)
{
  guint n;
  const AmicusDiagnostic *read = amicus_syntax_get_diagnostics (self->syntax, &n);

  g_array_set_clear_func (self->findings, clear_finding);
  count_more (self);
  for (guint i = 0; i < n; i++)
    {
      AmicusDiagnostic copy = read[i];

      copy.message = g_strdup (read[i].message);
      g_array_append_val (self->findings, copy);
    }
  g_array_sort (self->findings, compare_findings);
}

/* Those of the origin, where they are now: revised statements have none. */
static void
copy_findings (AmicusGraph *self)
{
  const GArray *found = self->origin->findings;

  self->findings = g_array_new (FALSE, FALSE, sizeof (AmicusDiagnostic));
  g_array_set_clear_func (self->findings, clear_finding);
  for (guint i = 0; i < found->len; i++)
    {
      const AmicusDiagnostic *finding = &g_array_index (found, AmicusDiagnostic, i);

      append (self, finding->severity,
              amicus_syntax_follow (self->syntax, self->origin->syntax, finding->offset),
              g_strdup (finding->message));
    }
}

/**
 * amicus_graph_get_diagnostics:
 * @self: a graph
 * @n_diagnostics: (out): how many
 *
 * Returns: (transfer none) (array length=n_diagnostics): what the reader found wrong in the file
 *   and what is wrong in this graph, in the order of the file
 */
const AmicusDiagnostic *
amicus_graph_get_diagnostics (AmicusGraph *self,
                              guint *n_diagnostics)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_diagnostics != NULL, NULL);

  if (self->findings == NULL)
    copy_findings (self);
  *n_diagnostics = self->findings->len;

  return (const AmicusDiagnostic *) (gpointer) self->findings->data;
}
