/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/document/writing.h"

#include <string.h>

AmicusDocument *
open_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  AmicusDocument *document = amicus_document_new_for_bytes (NULL, bytes, &error);

  g_assert_no_error (error);

  return document;
}

void
assert_text (AmicusDocument *document,
             const char     *expected)
{
  gsize length;
  const char *bytes = g_bytes_get_data (amicus_document_get_bytes (document), &length);
  g_autofree char *text = g_strndup (bytes, length);

  g_assert_cmpstr (text, ==, expected);
}

void
assert_step (AmicusDocument *document,
             const char     *expected)
{
  g_autoptr (GString) name = g_string_new (amicus_document_get_undo_name (document));

  g_string_replace (name, "\xe2\x81\xa8", "", 0);
  g_string_replace (name, "\xe2\x81\xa9", "", 0);
  g_assert_cmpstr (name->str, ==, expected);
}

void
assert_undone (AmicusDocument *document,
               const char     *text)
{
  g_assert_true (amicus_document_undo (document));
  g_assert_false (amicus_document_undo (document));
  assert_text (document, text);
}
