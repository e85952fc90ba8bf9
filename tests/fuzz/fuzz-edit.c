/* SPDX-License-Identifier: GPL-3.0-or-later
 * libFuzzer: any graph is edited at random, read again and compared with what was meant. */

#include "tests/document/trial.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static void
check_graph (Trial *trial)
{
  g_autoptr (Model) found = model_of_graph (amicus_document_get_graph (trial->document));
  g_autofree char *expected = NULL;
  g_autofree char *written = NULL;

  found->any_order = trial->expected->any_order;
  expected = model_write (trial->expected);
  written = model_write (found);
  if (g_strcmp0 (expected, written) != 0)
    give_up (trial, "the graph is not as expected", expected, written);
}

static gboolean
has_errors (AmicusSyntax *syntax)
{
  guint n;
  const AmicusDiagnostic *diagnostics = amicus_syntax_get_diagnostics (syntax, &n);

  for (guint i = 0; i < n; i++)
    if (diagnostics[i].severity == AMICUS_SEVERITY_ERROR)
      return TRUE;

  return FALSE;
}

static void
edit (Trial  *trial,
      GBytes *bytes)
{
  trial_begin (trial);
  if (trial_run_command (trial))
    check_graph (trial);
  trial_end (trial);

  while (amicus_document_undo (trial->document))
    ;
  g_assert_true (g_bytes_equal (bytes, amicus_document_get_bytes (trial->document)));
}

/* The first byte chooses the command. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (size > 0 ? data + 1 : data, size > 0 ? size - 1 : 0);
  g_autoptr (AmicusDocument) document = amicus_document_new_for_bytes (NULL, bytes, NULL);
  Trial trial = { .document = document };

  /* Ports that are defaults do not turn round with an edge that has no direction. */
  if (document == NULL || memmem (data, size, "port", 4) != NULL)
    return 0;

  trial.rand = g_rand_new_with_seed (data[0]);
  trial.log = g_string_new (NULL);
  trial.is_broken = has_errors (amicus_document_get_syntax (document));
  edit (&trial, bytes);
  g_string_free (trial.log, TRUE);
  g_rand_free (trial.rand);

  return 0;
}
