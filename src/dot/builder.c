/* SPDX-License-Identifier: GPL-3.0-or-later
 * Deals the bytes of a file out to statements. */

#define G_LOG_DOMAIN "amicus-dot"

#include "dot/parser-private.h"

AmicusStatement
amicus_parser_add (Parser *self,
                   AmicusStatementKind kind,
                   AmicusStatement parent,
                   const char *text)
{
  GArray *statements = self->syntax->statements;
  AmicusStatement added = statements->len;
  Statement statement = {
    .kind = kind,
    .head = self->written,
    .tail = "",
    .lead = (guint32) (text - self->written),
    .parent = parent,
    .previous = AMICUS_NO_STATEMENT,
    .next = AMICUS_NO_STATEMENT,
    .first_child = AMICUS_NO_STATEMENT,
    .last_child = AMICUS_NO_STATEMENT,
  };

  if (parent != AMICUS_NO_STATEMENT)
    {
      Statement *up = amicus_syntax_peek (self->syntax, parent);

      statement.previous = up->last_child;
      up->last_child = added;
      if (statement.previous == AMICUS_NO_STATEMENT)
        up->first_child = added;
      else
        amicus_syntax_peek (self->syntax, statement.previous)->next = added;
    }
  g_array_append_val (statements, statement);

  return added;
}

void
amicus_parser_give (Parser *self,
                    AmicusStatement statement,
                    const char *end)
{
  Statement *owner = amicus_syntax_peek (self->syntax, statement);
  guint32 length = (guint32) (end - self->written);

  if (owner->last_child == AMICUS_NO_STATEMENT)
    owner->head_length += length;
  else
    {
      Statement *child = amicus_syntax_peek (self->syntax, owner->last_child);

      if (child->tail_length == 0)
        child->tail = self->written;
      child->tail_length += length;
    }
  self->written = end;
}

void
amicus_parser_end_text (Parser *self,
                        AmicusStatement statement)
{
  Statement *ended = amicus_syntax_peek (self->syntax, statement);

  ended->text_length = (guint32) (self->reader.behind - (ended->head + ended->lead));
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
  self->n_findings = self->findings->items->len;
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
