/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where to read on after a statement that cannot be read, so that its neighbours live. */

#define G_LOG_DOMAIN "amicus-dot"

#include "config.h"
#include "dot/parser-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Says the likely cause in place of the failure it led to. */
static void
report_cause (Parser *self,
              const char *at,
              const char *message)
{
  amicus_findings_drop (self->findings, AMICUS_SEVERITY_ERROR, &self->before);
  amicus_findings_add (self->findings, AMICUS_SEVERITY_ERROR,
                       (gsize) (at - self->syntax->start), "%s", message);
}

/* Ends the statement at @at, which may have been passed. Every byte that is read again is paid for,
 * so that a file cannot make the time more than linear; FALSE when there is nothing left to pay. */
static gboolean
go_back (Parser *self,
         const char *at)
{
  Reader *reader = &self->reader;
  gsize distance = (gsize) (reader->current.end - at);

  if (distance > self->rewinds)
    return FALSE;
  self->rewinds -= distance;

  amicus_reader_move (reader, at);
  while (reader->behind > self->written && g_ascii_isspace (reader->behind[-1]))
    reader->behind--;

  return TRUE;
}

/* A string or HTML text that runs into other text lacks its end in the line where it begins. */
static gboolean
recover_from_string (Parser *self)
{
  Reader *reader = &self->reader;
  const char *line_end;

  if (reader->suspect == NULL || reader->suspect < self->written)
    return FALSE;
  line_end = memchr (reader->suspect, '\n', (gsize) (reader->lexer.end - reader->suspect));
  if (line_end == NULL || !go_back (self, line_end + 1))
    return FALSE;

  report_cause (self, reader->suspect,
                *reader->suspect == '"'
                    ? _("This string runs on into other text: a quotation mark is missing")
                    : _("This HTML text runs on into other text: a “>” is missing"));
  return TRUE;
}

/* What has no end reaches to the end of its line; the list it stands in is not closed either. */
static gboolean
recover_from_unclosed (Parser *self)
{
  if (!self->reader.current.unclosed)
    return FALSE;

  amicus_reader_advance (&self->reader);
  return self->reader.current.starts_line;
}

/* What cannot stand in a list, so that its bracket must be missing. */
static gboolean
ends_list (LexemeType type)
{
  return type == LEXEME_END || type == LEXEME_BRACE_OPEN || type == LEXEME_BRACE_CLOSE ||
         type == LEXEME_BRACKET_OPEN || type == LEXEME_BRACKET_CLOSE || type == LEXEME_ARROW ||
         type == LEXEME_LINE;
}

static gboolean
skip_list (Parser *self)
{
  while (!ends_list (self->reader.current.type))
    amicus_reader_advance (&self->reader);

  if (self->reader.current.type != LEXEME_BRACKET_CLOSE)
    return FALSE;
  amicus_reader_advance (&self->reader);
  return TRUE;
}

/* A statement ends behind its lists. A list that is never closed ends before the line that reads
 * like a statement. */
static gboolean
recover_from_list (Parser *self)
{
  Reader *reader = &self->reader;
  const char *list = reader->list;
  const char *resume;

  if (list == NULL)
    return FALSE;
  if (skip_list (self))
    return reader->current.type != LEXEME_BRACKET_OPEN;

  report_cause (self, list, _("This “[” is not closed: a “]” is missing"));
  resume = reader->lone_name != NULL ? reader->lone_name : reader->line_first;
  return resume != NULL && resume > list && go_back (self, resume);
}

static gboolean
may_begin_statement (const Lexeme *lexeme)
{
  return lexeme->starts_line || lexeme->type == LEXEME_END || lexeme->type == LEXEME_SEMICOLON ||
         lexeme->type == LEXEME_BRACE_OPEN || lexeme->type == LEXEME_BRACE_CLOSE ||
         lexeme->type == LEXEME_SUBGRAPH;
}

/* Up to a semicolon, a brace or the end of the line. */
static void
skip_statement (Parser *self)
{
  Reader *reader = &self->reader;

  while (!may_begin_statement (&reader->current))
    {
      gboolean is_list = reader->current.type == LEXEME_BRACKET_OPEN;

      amicus_reader_advance (reader);
      if (is_list)
        skip_list (self);
    }
}

/* Leaves what is good of a statement with children and begins an error behind it; a statement
 * without children is an error as a whole. */
static AmicusStatement
begin_error (Parser *self,
             AmicusStatement statement)
{
  Statement *broken = amicus_syntax_peek (self->syntax, statement);

  if (broken->first_child == AMICUS_NO_STATEMENT && broken->end == broken->start)
    {
      broken->kind = AMICUS_STATEMENT_ERROR;
      return statement;
    }

  broken->text_end = (guint32) (self->good - self->syntax->start);
  amicus_parser_give (self, statement, self->good);
  return amicus_parser_add (self, AMICUS_STATEMENT_ERROR, self->body, self->good_next);
}

void
amicus_parser_recover (Parser *self,
                       AmicusStatement statement)
{
  Reader *reader = &self->reader;
  AmicusStatement error = begin_error (self, statement);
  const char *text = self->syntax->start + amicus_syntax_peek (self->syntax, error)->text;

  if (reader->current.bytes == text && !reader->current.unclosed)
    amicus_reader_advance (reader);
  /* Warnings about what is no statement may be wrong. */
  amicus_findings_drop (self->findings, AMICUS_SEVERITY_WARNING, &self->before);
  if (!recover_from_string (self) && !recover_from_unclosed (self) && !recover_from_list (self))
    skip_statement (self);
  amicus_parser_finish (self, error);
}

void
amicus_parser_skip_braces (Parser *self)
{
  Reader *reader = &self->reader;
  gsize depth = 0;

  do
    {
      if (reader->current.type == LEXEME_BRACE_OPEN)
        depth++;
      else if (reader->current.type == LEXEME_BRACE_CLOSE)
        depth--;
      amicus_reader_advance (reader);
    }
  while (depth > 0 && reader->current.type != LEXEME_END);
}
