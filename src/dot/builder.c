/* SPDX-License-Identifier: GPL-3.0-or-later
 * Deals the bytes of a file out to statements. */

#define G_LOG_DOMAIN "amicus-dot"

#include "dot/parser-private.h"

static guint32
offset_of (const Parser *self,
           const char *byte)
{
  return (guint32) (byte - self->syntax->start);
}

AmicusStatement
amicus_parser_add (Parser *self,
                   AmicusStatementKind kind,
                   AmicusStatement parent,
                   const char *text)
{
  AmicusStatement added = self->syntax->statements->len;
  guint32 start = offset_of (self, self->written);
  Statement statement = {
    .start = start,
    .text = offset_of (self, text),
    .end = start,
    .kind = kind,
    .parent = parent,
    .next = AMICUS_NO_STATEMENT,
    .first_child = AMICUS_NO_STATEMENT,
    .last_child = AMICUS_NO_STATEMENT,
  };

  if (parent != AMICUS_NO_STATEMENT)
    {
      Statement *up = amicus_syntax_peek (self->syntax, parent);

      if (up->last_child == AMICUS_NO_STATEMENT)
        up->first_child = added;
      else
        amicus_syntax_peek (self->syntax, up->last_child)->next = added;
      up->last_child = added;
    }
  g_array_append_val (self->syntax->statements, statement);

  return added;
}

void
amicus_parser_give (Parser *self,
                    AmicusStatement statement,
                    const char *end)
{
  amicus_syntax_peek (self->syntax, statement)->end = offset_of (self, end);
  self->written = end;
}

void
amicus_parser_end_text (Parser *self,
                        AmicusStatement statement)
{
  amicus_syntax_peek (self->syntax, statement)->text_end = offset_of (self, self->reader.behind);
}

void
amicus_parser_finish (Parser *self,
                      AmicusStatement statement)
{
  Reader *reader = &self->reader;

  amicus_parser_end_text (self, statement);
  if (reader->current.type == LEXEME_SEMICOLON)
    amicus_reader_advance (reader);
  amicus_parser_give (self, statement, amicus_lexer_skip_line (&reader->lexer, reader->behind));
}

void
amicus_parser_begin (Parser *self)
{
  self->reader.list = NULL;
  self->reader.lone_name = NULL;
  self->reader.suspect = NULL;
  self->before = amicus_findings_count (self->findings);
}

void
amicus_parser_report (Parser *self,
                      AmicusSeverity severity,
                      const char *at,
                      const char *message)
{
  amicus_findings_add (self->findings, severity, (gsize) (at - self->syntax->start), "%s", message);
}

void
amicus_parser_open_body (Parser *self,
                         AmicusStatement statement)
{
  amicus_reader_advance (&self->reader);
  amicus_parser_give (self, statement, self->reader.behind);
  self->body = statement;
  self->depth++;
}
