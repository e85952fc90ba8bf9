/* SPDX-License-Identifier: GPL-3.0-or-later
 * Divides the body of a graph into statements. The stack of open braces is the tree itself, so that
 * no depth of nesting can exhaust the program's. */

#define G_LOG_DOMAIN "amicus-dot"

#include "config.h"
#include "dot/parser-private.h"

#include <glib/gi18n-lib.h>

/* cgraph gives up before 10,000. */
#define MAX_DEPTH 4096

static gboolean
is_at_subgraph (const Reader *reader)
{
  return reader->current.type == LEXEME_SUBGRAPH || reader->current.type == LEXEME_BRACE_OPEN;
}

static gboolean
is_too_deep (Parser *self)
{
  if (self->depth < MAX_DEPTH || self->reader.current.type != LEXEME_BRACE_OPEN)
    return FALSE;

  amicus_findings_add (self->findings, AMICUS_SEVERITY_ERROR,
                       (gsize) (self->reader.current.bytes - self->syntax->start),
                       _("This brace stands in %d others, which is too deep; "
                         "what it holds is not read"),
                       MAX_DEPTH);
  return TRUE;
}

/* `subgraph id`, which may be absent before a brace. */
static gboolean
read_subgraph_head (Parser *self)
{
  Reader *reader = &self->reader;
  const char *start = reader->current.bytes;
  AmicusToken id;
  gboolean named = FALSE;

  if (reader->current.type == LEXEME_SUBGRAPH)
    {
      amicus_reader_advance (reader);
      named = amicus_reader_is_at_id (reader);
      if (named && !amicus_reader_read_id (reader, &id))
        return FALSE;
    }
  if (reader->current.type != LEXEME_BRACE_OPEN && !named)
    return amicus_reader_fail (reader, _("Expected an ID or “{” behind “subgraph”"));
  if (reader->current.type != LEXEME_BRACE_OPEN)
    amicus_parser_report (self, AMICUS_SEVERITY_WARNING, start,
                          _("This only names a subgraph; "
                            "Graphviz expects “{” and does not read such a file"));

  return TRUE;
}

/* Goes into the braces of a subgraph; FALSE where it has none and is read. */
static gboolean
enter_subgraph (Parser *self,
                AmicusStatement subgraph)
{
  if (self->reader.current.type == LEXEME_BRACE_OPEN)
    {
      amicus_parser_open_body (self, subgraph);
      return TRUE;
    }

  amicus_parser_end_text (self, subgraph);
  amicus_parser_give (self, subgraph, self->reader.behind);
  return FALSE;
}

/* A subgraph turns out to be the first end of an edge: the edge takes its place and number. */
static void
wrap_in_edge (Parser *self,
              AmicusStatement edge)
{
  AmicusSyntax *syntax = self->syntax;
  AmicusStatement subgraph = syntax->statements->len;
  Statement inner = *amicus_syntax_peek (syntax, edge);
  Statement *outer;

  inner.parent = edge;
  inner.start = inner.text;
  for (AmicusStatement at = inner.first_child; at != AMICUS_NO_STATEMENT;
       at = amicus_syntax_get_next (syntax, at))
    amicus_syntax_peek (syntax, at)->parent = subgraph;
  g_array_append_val (syntax->statements, inner);

  outer = amicus_syntax_peek (syntax, edge);
  outer->kind = AMICUS_STATEMENT_EDGE;
  outer->first_child = subgraph;
  outer->last_child = subgraph;
}

/* The statement as an edge: what it was until now is its first end. */
static void
make_edge (Parser *self,
           AmicusStatement statement)
{
  if (amicus_syntax_peek (self->syntax, statement)->kind == AMICUS_STATEMENT_SUBGRAPH)
    wrap_in_edge (self, statement);
  else
    amicus_syntax_peek (self->syntax, statement)->kind = AMICUS_STATEMENT_EDGE;
}

/* An error, since something of the file would be missing in Graphviz, but the picture survives. */
static void
check_edge_mark (Parser *self)
{
  const Lexeme *mark = &self->reader.current;
  gboolean is_arrow = mark->type == LEXEME_ARROW;

  if (is_arrow == self->directed)
    return;
  if (is_arrow)
    amicus_parser_report (self, AMICUS_SEVERITY_ERROR, mark->bytes,
                          _("“->” in an undirected graph, read as “--”; "
                            "Graphviz does not read such a file"));
  else
    amicus_parser_report (self, AMICUS_SEVERITY_ERROR, mark->bytes,
                          _("“--” in a directed graph, read as “->”; "
                            "Graphviz does not read such a file"));
}

typedef enum
{
  END_READ,     /* and the statement goes on */
  END_ENTERED,  /* its braces are to be read first */
  END_FAILED,
} EndResult;

static EndResult
read_subgraph_end (Parser *self,
                   AmicusStatement statement)
{
  const char *start = self->reader.current.bytes;
  AmicusStatement subgraph;

  if (!read_subgraph_head (self) || is_too_deep (self))
    return END_FAILED;

  make_edge (self, statement);
  amicus_parser_give (self, statement, start);
  subgraph = amicus_parser_add (self, AMICUS_STATEMENT_SUBGRAPH, statement, start);
  return enter_subgraph (self, subgraph) ? END_ENTERED : END_READ;
}

/* An edge mark and the end behind it. */
static EndResult
read_next_end (Parser *self,
               AmicusStatement statement)
{
  Reader *reader = &self->reader;

  check_edge_mark (self);
  amicus_reader_advance (reader);
  if (is_at_subgraph (reader))
    return read_subgraph_end (self, statement);
  if (!amicus_reader_is_at_id (reader))
    {
      amicus_reader_fail (reader, _("Expected a node ID or a subgraph behind the edge mark"));
      return END_FAILED;
    }

  if (!amicus_reader_read_ends (reader, 0))
    return END_FAILED;
  make_edge (self, statement);
  return END_READ;
}

/* What has been read so far would be a statement without the rest. */
static void
note_good (Parser *self)
{
  self->good = self->reader.behind;
  self->good_next = self->reader.current.bytes;
}

/* Behind an end: more ends, attributes or nothing. */
static void
read_rest (Parser *self,
           AmicusStatement statement)
{
  Reader *reader = &self->reader;

  note_good (self);
  while (amicus_reader_is_at_edge (reader))
    {
      EndResult result = read_next_end (self, statement);

      if (result == END_ENTERED)
        return;
      if (result == END_FAILED)
        {
          amicus_parser_recover (self, statement);
          return;
        }
      note_good (self);
    }

  if (reader->current.type == LEXEME_BRACKET_OPEN &&
      amicus_syntax_peek (self->syntax, statement)->kind == AMICUS_STATEMENT_SUBGRAPH)
    amicus_parser_report (self, AMICUS_SEVERITY_WARNING, reader->current.bytes,
                          _("Attributes behind a subgraph have no effect; "
                            "they belong inside its braces"));
  if (amicus_reader_read_settings (reader))
    amicus_parser_finish (self, statement);
  else
    amicus_parser_recover (self, statement);
}

static void
read_subgraph (Parser *self)
{
  Reader *reader = &self->reader;
  AmicusStatement statement =
      amicus_parser_add (self, AMICUS_STATEMENT_SUBGRAPH, self->body, reader->current.bytes);

  if (!read_subgraph_head (self))
    amicus_parser_recover (self, statement);
  else if (is_too_deep (self))
    {
      amicus_syntax_peek (self->syntax, statement)->kind = AMICUS_STATEMENT_ERROR;
      amicus_parser_skip_braces (self);
      amicus_parser_finish (self, statement);
    }
  else if (!enter_subgraph (self, statement))
    read_rest (self, statement);
}

/* Statements that cannot hold others. */
static void
read_simple (Parser *self,
             AmicusStatementKind kind,
             gboolean (*read) (Reader *reader))
{
  AmicusStatement statement =
      amicus_parser_add (self, kind, self->body, self->reader.current.bytes);

  if (read (&self->reader))
    amicus_parser_finish (self, statement);
  else
    amicus_parser_recover (self, statement);
}

static gboolean
refuse_statement (Reader *reader)
{
  return amicus_reader_fail (reader, _("Expected a statement"));
}

static void
read_node_or_edge (Parser *self)
{
  Reader *reader = &self->reader;
  AmicusStatement statement =
      amicus_parser_add (self, AMICUS_STATEMENT_NODE, self->body, reader->current.bytes);

  if (amicus_reader_read_ends (reader, 0))
    read_rest (self, statement);
  else
    amicus_parser_recover (self, statement);
}

/* Takes the brace that closes the body and goes on with the statement the subgraph is part of. */
static void
close_body (Parser *self)
{
  AmicusStatement closed = self->body;
  AmicusStatement parent = amicus_syntax_peek (self->syntax, closed)->parent;
  gboolean in_edge = amicus_syntax_get_kind (self->syntax, parent) == AMICUS_STATEMENT_EDGE;

  amicus_reader_advance (&self->reader);
  amicus_parser_end_text (self, closed);
  amicus_parser_give (self, closed, self->reader.behind);
  self->depth--;
  self->body = in_edge ? amicus_syntax_get_parent (self->syntax, parent) : parent;

  amicus_parser_begin (self);
  if (self->body == 0)
    {
      self->behind_graph = self->reader.behind;
      amicus_parser_give (self, closed,
                          amicus_lexer_skip_line (&self->reader.lexer, self->reader.behind));
    }
  else
    read_rest (self, in_edge ? parent : closed);
}

void
amicus_parser_read_statement (Parser *self)
{
  Reader *reader = &self->reader;

  switch (reader->current.type)
    {
    case LEXEME_SEMICOLON:
      amicus_parser_report (self, AMICUS_SEVERITY_WARNING, reader->current.bytes,
                            _("Nothing stands before this “;”; "
                              "Graphviz does not read such a file"));
      amicus_reader_advance (reader);
      break;
    case LEXEME_BRACE_CLOSE:
      close_body (self);
      break;
    case LEXEME_BRACE_OPEN:
    case LEXEME_SUBGRAPH:
      read_subgraph (self);
      break;
    case LEXEME_NODE:
    case LEXEME_EDGE:
    case LEXEME_GRAPH:
      read_simple (self, AMICUS_STATEMENT_DEFAULTS, amicus_reader_read_defaults);
      break;
    case LEXEME_NAME:
    case LEXEME_NUMBER:
    case LEXEME_QUOTED:
    case LEXEME_HTML:
      if (reader->current.unclosed)
        read_simple (self, AMICUS_STATEMENT_ERROR, refuse_statement);
      else if (amicus_reader_peek (reader) == LEXEME_EQUALS)
        read_simple (self, AMICUS_STATEMENT_ASSIGNMENT, amicus_reader_read_setting);
      else
        read_node_or_edge (self);
      break;
    case LEXEME_END:
    case LEXEME_STRICT:
    case LEXEME_DIGRAPH:
    case LEXEME_ARROW:
    case LEXEME_LINE:
    case LEXEME_BRACKET_OPEN:
    case LEXEME_BRACKET_CLOSE:
    case LEXEME_COMMA:
    case LEXEME_COLON:
    case LEXEME_EQUALS:
    case LEXEME_PLUS:
    case LEXEME_OTHER:
    default:
      read_simple (self, AMICUS_STATEMENT_ERROR, refuse_statement);
      break;
    }
}
