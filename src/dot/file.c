/* SPDX-License-Identifier: GPL-3.0-or-later
 * Divides a file into graphs and what stands between them. */

#define G_LOG_DOMAIN "amicus-dot"

#include "config.h"
#include "dot/parser-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Ends all open bodies where a brace is missing. */
static void
close_all (Parser *self)
{
  AmicusSyntax *syntax = self->syntax;
  guint32 head_end = amicus_syntax_head_end (syntax, amicus_syntax_peek (syntax, self->body));

  amicus_parser_report (self, AMICUS_SEVERITY_ERROR, syntax->start + head_end - 1,
                        _("This “{” is not closed: a “}” is missing"));
  for (AmicusStatement at = self->body; at != 0; at = amicus_syntax_get_parent (syntax, at))
    {
      amicus_parser_end_text (self, at);
      amicus_parser_give (self, at, self->written);
    }
  self->body = 0;
  self->depth = 0;
}

static gboolean
is_at_graph (const Reader *reader)
{
  return reader->current.type == LEXEME_STRICT || reader->current.type == LEXEME_GRAPH ||
         reader->current.type == LEXEME_DIGRAPH;
}

/* Whether these words lead to a brace: then they are the head of a graph, not part of a sentence. */
static gboolean
is_at_graph_head (Reader *reader)
{
  const char *at = reader->lexer.at;
  Lexeme lexeme = reader->current;

  if (lexeme.type == LEXEME_STRICT)
    amicus_lexer_next (&reader->lexer, &lexeme);
  if (lexeme.type == LEXEME_GRAPH || lexeme.type == LEXEME_DIGRAPH)
    do
      amicus_lexer_next (&reader->lexer, &lexeme);
    while (lexeme.type == LEXEME_PLUS ||
           (lexeme.type >= LEXEME_NAME && lexeme.type <= LEXEME_HTML));
  reader->lexer.at = at;

  return is_at_graph (reader) && lexeme.type == LEXEME_BRACE_OPEN;
}

/* Whether a graph begins here in spite of open braces: in the first column. */
static gboolean
is_at_next_graph (Reader *reader)
{
  return reader->current.bytes[-1] == '\n' && is_at_graph_head (reader);
}

/* `strict digraph id` */
static gboolean
read_graph_head (Parser *self)
{
  Reader *reader = &self->reader;
  AmicusToken id;

  if (reader->current.type == LEXEME_STRICT)
    amicus_reader_advance (reader);
  if (reader->current.type != LEXEME_GRAPH && reader->current.type != LEXEME_DIGRAPH)
    return amicus_reader_fail (reader, _("Expected “graph” or “digraph” behind “strict”"));
  self->directed = reader->current.type == LEXEME_DIGRAPH;
  amicus_reader_advance (reader);
  if (amicus_reader_is_at_id (reader) && !amicus_reader_read_id (reader, &id))
    return FALSE;

  return reader->current.type == LEXEME_BRACE_OPEN ||
         amicus_reader_fail (reader, _("Expected “{”"));
}

/* Where something stands before the brace that does not belong there, the graph is read all the same. */
static void
read_graph (Parser *self)
{
  Reader *reader = &self->reader;
  AmicusStatement graph =
      amicus_parser_add (self, AMICUS_STATEMENT_GRAPH, 0, reader->current.bytes);

  self->n_graphs++;
  self->behind_graph = NULL;
  if (!read_graph_head (self))
    while (reader->current.type != LEXEME_BRACE_OPEN && reader->current.type != LEXEME_END &&
           reader->current.type != LEXEME_SEMICOLON && reader->current.type != LEXEME_BRACE_CLOSE &&
           !is_at_graph (reader))
      amicus_reader_advance (reader);

  if (reader->current.type == LEXEME_BRACE_OPEN)
    amicus_parser_open_body (self, graph);
  else
    {
      amicus_syntax_peek (self->syntax, graph)->kind = AMICUS_STATEMENT_ERROR;
      amicus_parser_finish (self, graph);
    }
}

/* What is neither a graph nor blank, up to the next graph. */
static void
read_text_between_graphs (Parser *self)
{
  Reader *reader = &self->reader;
  AmicusStatement error =
      amicus_parser_add (self, AMICUS_STATEMENT_ERROR, 0, reader->current.bytes);

  if (self->n_graphs == 0)
    amicus_reader_fail (reader, _("Expected “graph” or “digraph”"));
  else
    amicus_parser_report (self, AMICUS_SEVERITY_WARNING, reader->current.bytes,
                          _("This text stands behind the graph and is not part of it"));
  while (reader->current.type != LEXEME_END && !is_at_graph_head (reader))
    amicus_reader_advance (reader);
  amicus_parser_finish (self, error);
}

static void
read_file (Parser *self)
{
  const Lexeme *current = &self->reader.current;

  while (current->type != LEXEME_END || self->body != 0)
    {
      amicus_parser_begin (self);
      if (self->body != 0 && (current->type == LEXEME_END || is_at_next_graph (&self->reader)))
        close_all (self);
      else if (self->body != 0)
        amicus_parser_read_statement (self);
      else if (self->n_graphs == 0 ? is_at_graph (&self->reader) : is_at_graph_head (&self->reader))
        read_graph (self);
      else
        read_text_between_graphs (self);
    }
}

/* Says what is odd about the bytes as a whole. */
static void
report_bytes (Parser *self)
{
  AmicusSyntax *syntax = self->syntax;
  const char *zero = memchr (syntax->start, '\0', syntax->size);
  gsize foreign = amicus_syntax_find_foreign (syntax);
  const char *comment = self->reader.lexer.unclosed_comment;
  gboolean is_harmless = self->behind_graph != NULL && comment >= self->behind_graph;

  if (syntax->statements->len == 1)
    amicus_parser_report (self, AMICUS_SEVERITY_ERROR, syntax->start,
                          _("There is no graph in this file: it is empty"));
  if (comment != NULL)
    amicus_parser_report (self, is_harmless ? AMICUS_SEVERITY_WARNING : AMICUS_SEVERITY_ERROR,
                          comment, _("This comment has no end: a “*/” is missing"));
  if (zero != NULL)
    amicus_parser_report (self, AMICUS_SEVERITY_WARNING, zero,
                          _("Here is a zero byte; Graphviz reads nothing behind it"));
  if (foreign < syntax->size)
    amicus_parser_report (self, AMICUS_SEVERITY_WARNING, syntax->start + foreign,
                          _("This is not UTF-8; such letters cannot be shown"));
}

static gboolean
is_utf16 (AmicusSyntax *syntax)
{
  return syntax->size >= 2 && (memcmp (syntax->start, "\xff\xfe", 2) == 0 ||
                               memcmp (syntax->start, "\xfe\xff", 2) == 0);
}

/* The whole file as one error. */
static void
refuse_utf16 (Parser *self)
{
  AmicusStatement error = amicus_parser_add (self, AMICUS_STATEMENT_ERROR, 0, self->syntax->start);

  amicus_parser_report (self, AMICUS_SEVERITY_ERROR, self->syntax->start,
                        _("This file is in UTF-16; save it as UTF-8 to open it"));
  self->reader.behind = self->syntax->start + self->syntax->size;
  amicus_parser_end_text (self, error);
  amicus_parser_give (self, error, self->reader.behind);
}

/* Fills the tree of statements and the findings. */
void
amicus_syntax_parse (AmicusSyntax *syntax)
{
  const char *end = syntax->start + syntax->size;
  Parser self = {
    .syntax = syntax,
    .findings = &syntax->findings,
    .written = syntax->start,
    .rewinds = 4 * syntax->size,
  };

  amicus_reader_init (&self.reader, amicus_syntax_skip_mark (syntax), end);
  self.reader.start = syntax->start;
  self.reader.findings = self.findings;
  amicus_parser_add (&self, AMICUS_STATEMENT_FILE, AMICUS_NO_STATEMENT, syntax->start);
  amicus_syntax_peek (syntax, 0)->text_end = (guint32) syntax->size;

  if (is_utf16 (syntax))
    refuse_utf16 (&self);
  else
    {
      read_file (&self);
      report_bytes (&self);
    }
  amicus_parser_give (&self, 0, end);
}
