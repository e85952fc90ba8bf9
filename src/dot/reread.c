/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whether a statement with other bytes is read as before, and what is around it too. */

#define G_LOG_DOMAIN "amicus-dot"

#include "dot/parser-private.h"

#include <string.h>

/* The statement before looked at the first word, and at nothing behind it. */
static gboolean
begins_alike (const char *text,
              gsize       length,
              const char *other,
              gsize       other_length)
{
  Lexer lexers[2];
  Lexeme lexemes[2];

  amicus_lexer_init (&lexers[0], text, text + length);
  amicus_lexer_next (&lexers[0], &lexemes[0]);
  amicus_lexer_init (&lexers[1], other, other + other_length);
  amicus_lexer_next (&lexers[1], &lexemes[1]);

  length = (gsize) (lexemes[0].end - text);
  return lexemes[0].type == lexemes[1].type && lexemes[0].glued == lexemes[1].glued &&
         length == (gsize) (lexemes[1].end - other) && memcmp (text, other, length) == 0;
}

/* Behind the first word behind a statement: so far looks who reads it. */
static const char *
find_lookahead (AmicusSyntax    *origin,
                const Statement *statement)
{
  Lexer lexer;
  Lexeme lexeme;

  amicus_lexer_init (&lexer, origin->start + statement->text_end, origin->start + origin->size);
  amicus_lexer_next (&lexer, &lexeme);

  return lexeme.type == LEXEME_END || lexeme.unclosed ? NULL : lexeme.end;
}

static gboolean
is_directed (AmicusSyntax    *origin,
             AmicusStatement  statement)
{
  AmicusParts parts;
  gboolean directed;

  while (amicus_syntax_get_kind (origin, statement) != AMICUS_STATEMENT_GRAPH)
    statement = amicus_syntax_get_parent (origin, statement);
  amicus_parts_init (&parts);
  amicus_syntax_get_parts (origin, statement, &parts);
  directed = parts.directed;
  amicus_parts_clear (&parts);

  return directed;
}

/* Reads the first statement of @bytes: whether it is one of the kind, has @length bytes, and there
 * is nothing to say about it. */
static gboolean
reads_as (const GString       *bytes,
          AmicusStatementKind  kind,
          gsize                length,
          gboolean             directed)
{
  g_autoptr (GArray) statements = g_array_new (FALSE, FALSE, sizeof (Statement));
  AmicusSyntax scratch = { .start = bytes->str, .size = bytes->len, .statements = statements };
  Parser parser = { .syntax = &scratch, .findings = &scratch.findings, .written = bytes->str,
                    .directed = directed, .body = 1, .depth = 1 };
  const Lexer *lexer = &parser.reader.lexer;
  const Statement *read;
  gboolean is_silent;

  amicus_findings_init (&scratch.findings);
  amicus_reader_init (&parser.reader, bytes->str, bytes->str + bytes->len);
  parser.reader.findings = &scratch.findings;
  amicus_parser_add (&parser, AMICUS_STATEMENT_FILE, AMICUS_NO_STATEMENT, bytes->str);
  amicus_parser_add (&parser, AMICUS_STATEMENT_GRAPH, 0, bytes->str);
  amicus_parser_begin (&parser);
  amicus_parser_read_statement (&parser);
  is_silent = scratch.findings.items->len == 0 && lexer->unclosed_comment == NULL &&
              lexer->unclosed_string == NULL && lexer->n_unclosed_html == 0;
  amicus_findings_clear (&scratch.findings);

  read = amicus_syntax_peek (&scratch, statements->len - 1);
  return is_silent && statements->len == 3 && read->kind == kind && read->text == 0 &&
         read->text_end == length;
}

gboolean
amicus_syntax_reads_alike (AmicusSyntax    *origin,
                           AmicusStatement  number,
                           const char      *old,
                           gsize            old_length,
                           const GString   *text)
{
  const Statement *statement = amicus_syntax_peek (origin, number);
  const char *behind = origin->start + statement->text_end;
  const char *lookahead = find_lookahead (origin, statement);
  g_autoptr (GString) bytes = NULL;

  if (lookahead == NULL || text->len == 0 || !g_utf8_validate (old, (gssize) old_length, NULL) ||
      !g_utf8_validate (text->str, (gssize) text->len, NULL) ||
      !begins_alike (old, old_length, text->str, text->len))
    return FALSE;

  bytes = g_string_sized_new (text->len + (gsize) (lookahead - behind) + 1);
  g_string_append_len (bytes, text->str, (gssize) text->len);
  g_string_append_len (bytes, behind, lookahead - behind);

  return reads_as (bytes, statement->kind, text->len, is_directed (origin, number));
}
