/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/dot/check.h"

#include "dot/syntax-private.h"

AmicusStatement
next_in_file (AmicusSyntax *syntax,
              AmicusStatement statement)
{
  AmicusStatement next = amicus_syntax_get_first_child (syntax, statement);

  while (next == AMICUS_NO_STATEMENT && statement != AMICUS_NO_STATEMENT)
    {
      next = amicus_syntax_get_next (syntax, statement);
      statement = amicus_syntax_get_parent (syntax, statement);
    }

  return next;
}

static void
check_token (AmicusSyntax *syntax,
             const AmicusToken *token,
             GString *buffer)
{
  gsize length;

  if (token->type == AMICUS_TOKEN_NONE)
    {
      g_assert_null (amicus_token_get_value (token, buffer, &length));
      return;
    }
  g_assert_cmpuint (token->length, >, 0);
  g_assert_true (token->bytes >= syntax->start);
  g_assert_true (token->bytes + token->length <= syntax->start + syntax->size);
  g_assert_nonnull (amicus_token_get_value (token, buffer, &length));
  g_assert_cmpuint (length, <=, token->length);
}

static void
check_token_again (AmicusSyntax *syntax,
                   const AmicusToken *token)
{
  AmicusToken again;

  if (token->type == AMICUS_TOKEN_NONE)
    return;

  amicus_syntax_get_token (syntax, amicus_syntax_get_offset (syntax, token->bytes), &again);
  g_assert_cmpint (again.type, ==, token->type);
  g_assert_true (again.bytes == token->bytes);
  g_assert_cmpuint (again.length, ==, token->length);
}

static void
check_ends (AmicusSyntax *syntax,
            AmicusStatement statement,
            const AmicusParts *parts,
            GString *buffer)
{
  AmicusStatement child = amicus_syntax_get_first_child (syntax, statement);

  for (guint i = 0; i < parts->ends->len; i++)
    {
      const AmicusEnd *end = &g_array_index (parts->ends, AmicusEnd, i);

      check_token (syntax, &end->id, buffer);
      check_token (syntax, &end->port, buffer);
      check_token (syntax, &end->compass, buffer);
      g_assert_true ((end->subgraph == AMICUS_NO_STATEMENT) == (end->id.type != AMICUS_TOKEN_NONE));
      if (end->subgraph == AMICUS_NO_STATEMENT)
        continue;
      g_assert_cmpuint (end->subgraph, ==, child);
      child = amicus_syntax_get_next (syntax, child);
    }
  if (parts->kind == AMICUS_STATEMENT_EDGE)
    g_assert_cmpuint (child, ==, AMICUS_NO_STATEMENT);
}

static void
check_parts (AmicusSyntax *syntax,
             AmicusStatement statement,
             AmicusParts *parts,
             GString *buffer)
{
  amicus_syntax_get_parts (syntax, statement, parts);
  g_assert_cmpint (parts->kind, ==, amicus_syntax_get_kind (syntax, statement));
  check_token (syntax, &parts->id, buffer);
  check_ends (syntax, statement, parts, buffer);
  for (guint i = 0; i < parts->settings->len; i++)
    {
      const AmicusSetting *setting = &g_array_index (parts->settings, AmicusSetting, i);

      g_assert_cmpint (setting->name.type, !=, AMICUS_TOKEN_NONE);
      check_token (syntax, &setting->name, buffer);
      check_token (syntax, &setting->value, buffer);
      check_token_again (syntax, &setting->name);
      check_token_again (syntax, &setting->value);
    }
  if (parts->kind == AMICUS_STATEMENT_NODE || parts->kind == AMICUS_STATEMENT_EDGE)
    g_assert_cmpuint (parts->ends->len, >, 0);
  if (parts->kind == AMICUS_STATEMENT_ASSIGNMENT)
    g_assert_cmpuint (parts->settings->len, ==, 1);
}

static void
check_text (AmicusSyntax *syntax,
            AmicusStatement statement)
{
  gsize length;
  const char *text = amicus_syntax_get_text (syntax, statement, &length);
  AmicusStatement parent = amicus_syntax_get_parent (syntax, statement);
  const char *outer;
  gsize outer_length;

  if (parent == AMICUS_NO_STATEMENT)
    return;
  outer = amicus_syntax_get_text (syntax, parent, &outer_length);
  g_assert_cmpuint (length, >, 0);
  g_assert_true (text >= outer && text + length <= outer + outer_length);
}

static void
expect_piece (guint32 *at,
              guint32 from,
              guint32 to)
{
  g_assert_cmpuint (from, ==, *at);
  g_assert_cmpuint (to, >=, from);
  *at = to;
}

/* Every byte belongs to exactly one head or tail: they follow each other without gap or overlap. */
static void
check_cover (AmicusSyntax *syntax)
{
  guint32 at = 0;
  AmicusStatement statement = 0;

  while (statement != AMICUS_NO_STATEMENT)
    {
      AmicusStatement next = next_in_file (syntax, statement);
      const Statement *read = amicus_syntax_peek (syntax, statement);

      expect_piece (&at, read->start, amicus_syntax_head_end (syntax, read));
      if (read->first_child == AMICUS_NO_STATEMENT)
        for (;; read = amicus_syntax_peek (syntax, read->parent))
          {
            expect_piece (&at, read->end, amicus_syntax_tail_end (syntax, read));
            if (next != AMICUS_NO_STATEMENT ? read->next == next : read->parent == next)
              break;
          }
      statement = next;
    }
  g_assert_cmpuint (at, ==, syntax->size);
}

static void
check_diagnostics (AmicusSyntax *syntax)
{
  guint n_diagnostics;
  const AmicusDiagnostic *diagnostics = amicus_syntax_get_diagnostics (syntax, &n_diagnostics);

  g_assert_cmpuint (n_diagnostics, <=, 2001);
  for (guint i = 0; i < n_diagnostics; i++)
    {
      g_assert_cmpuint (diagnostics[i].offset, <=, syntax->size);
      g_assert_cmpuint (diagnostics[i].line, >=, 1);
      g_assert_cmpuint (diagnostics[i].column, >=, 1);
      g_assert_true (g_utf8_validate (diagnostics[i].message, -1, NULL));
      if (i > 0)
        g_assert_cmpuint (diagnostics[i].offset, >=, diagnostics[i - 1].offset);
    }
}

/* An error statement is never silent. */
static void
check_errors_are_told (AmicusSyntax *syntax,
                       guint n_errors)
{
  guint n_diagnostics;

  amicus_syntax_get_diagnostics (syntax, &n_diagnostics);
  g_assert_true (n_errors == 0 || n_diagnostics > 0);
}

void
check_any_bytes (const char *data,
                 gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (bytes);
  g_autoptr (GBytes) written = amicus_syntax_to_bytes (syntax);
  g_autoptr (GString) buffer = g_string_new (NULL);
  AmicusParts parts;
  guint n_errors = 0;

  g_assert_true (g_bytes_equal (bytes, written));
  check_cover (syntax);
  check_diagnostics (syntax);

  amicus_parts_init (&parts);
  for (AmicusStatement at = 0; at != AMICUS_NO_STATEMENT; at = next_in_file (syntax, at))
    {
      check_text (syntax, at);
      check_parts (syntax, at, &parts, buffer);
      n_errors += parts.kind == AMICUS_STATEMENT_ERROR;
    }
  amicus_parts_clear (&parts);
  check_errors_are_told (syntax, n_errors);
}

char *
outline_statements (AmicusSyntax *syntax)
{
  static const char *const kinds[] = {
    "file", "graph", "subgraph", "node", "edge", "defaults", "assignment", "error",
  };
  GString *outline = g_string_new (NULL);
  AmicusStatement at = 0;

  while (at != AMICUS_NO_STATEMENT)
    {
      AmicusStatement next = next_in_file (syntax, at);
      AmicusStatement parent = AMICUS_NO_STATEMENT;

      if (next != AMICUS_NO_STATEMENT)
        parent = amicus_syntax_get_parent (syntax, next);
      g_string_append_printf (outline, "(%s", kinds[amicus_syntax_get_kind (syntax, at)]);
      for (; at != parent; at = amicus_syntax_get_parent (syntax, at))
        g_string_append_c (outline, ')');
      if (next != AMICUS_NO_STATEMENT)
        g_string_append_c (outline, ' ');
      at = next;
    }

  return g_string_free (outline, FALSE);
}

char *
list_diagnostics (AmicusSyntax *syntax)
{
  guint n_diagnostics;
  const AmicusDiagnostic *diagnostics = amicus_syntax_get_diagnostics (syntax, &n_diagnostics);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n_diagnostics; i++)
    g_string_append_printf (list, "%u:%u %s: %s\n", diagnostics[i].line, diagnostics[i].column,
                            diagnostics[i].severity == AMICUS_SEVERITY_ERROR ? "error" : "warning",
                            diagnostics[i].message);

  return g_string_free (list, FALSE);
}
