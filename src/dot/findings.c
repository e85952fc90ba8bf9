/* SPDX-License-Identifier: GPL-3.0-or-later
 * A list of diagnostics that a hostile file cannot make long. */

#define G_LOG_DOMAIN "amicus-dot"

#include "config.h"
#include "dot/findings-private.h"

#include <glib/gi18n-lib.h>

/* Of each severity, so that a thousand warnings do not hide an error. */
#define MAX_KEPT 1000

static void
clear_diagnostic (gpointer data)
{
  AmicusDiagnostic *diagnostic = data;

  g_free (diagnostic->message);
}

void
amicus_findings_init (Findings *self)
{
  *self = (Findings) { .items = g_array_new (FALSE, FALSE, sizeof (AmicusDiagnostic)) };
  g_array_set_clear_func (self->items, clear_diagnostic);
}

void
amicus_findings_clear (Findings *self)
{
  g_clear_pointer (&self->items, g_array_unref);
}

/* Adds a finding at a byte of the file, or counts it where there are enough. */
void
amicus_findings_add (Findings *self,
                     AmicusSeverity severity,
                     gsize offset,
                     const char *format,
                     ...)
{
  AmicusDiagnostic diagnostic = { .severity = severity, .offset = offset };
  va_list arguments;

  if (self->n_kept[severity] >= MAX_KEPT)
    {
      self->n_more[severity]++;
      return;
    }

  va_start (arguments, format);
  diagnostic.message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_array_append_val (self->items, diagnostic);
  self->n_kept[severity]++;
}

/* How many there are now. */
FindingsCount
amicus_findings_count (const Findings *self)
{
  return (FindingsCount) {
    self->items->len,
    { self->n_more[AMICUS_SEVERITY_WARNING], self->n_more[AMICUS_SEVERITY_ERROR] },
  };
}

/* Forgets those of one severity that were added since @from. */
void
amicus_findings_drop (Findings *self,
                      AmicusSeverity severity,
                      const FindingsCount *from)
{
  self->n_more[severity] = from->n_more[severity];
  for (guint i = self->items->len; i > from->n_items; i--)
    if (g_array_index (self->items, AmicusDiagnostic, i - 1).severity == severity)
      {
        g_array_remove_index (self->items, i - 1);
        self->n_kept[severity]--;
      }
}

static int
compare_offsets (gconstpointer a,
                 gconstpointer b)
{
  const AmicusDiagnostic *first = a;
  const AmicusDiagnostic *second = b;

  return (first->offset > second->offset) - (first->offset < second->offset);
}

/* Brings all into the order of the file and says how many are left out. */
void
amicus_findings_finish (Findings *self,
                        gsize size)
{
  guint n_more = self->n_more[AMICUS_SEVERITY_WARNING] + self->n_more[AMICUS_SEVERITY_ERROR];
  AmicusDiagnostic more = { .severity = AMICUS_SEVERITY_WARNING, .offset = size };

  g_array_sort (self->items, compare_offsets);
  if (n_more == 0)
    return;
  if (self->n_more[AMICUS_SEVERITY_ERROR] > 0)
    more.severity = AMICUS_SEVERITY_ERROR;

  more.message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                               "%u more of this kind is not listed",
                                               "%u more of this kind are not listed",
                                               n_more),
                                  n_more);
  g_array_append_val (self->items, more);
}
