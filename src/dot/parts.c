/* SPDX-License-Identifier: GPL-3.0-or-later
 * What one statement says, read again from its own bytes. */

#define G_LOG_DOMAIN "amicus-dot"

#include "dot/reader-private.h"
#include "dot/syntax-private.h"

#include <string.h>

/**
 * amicus_parts_init:
 * @parts: (out caller-allocates): parts
 *
 * Makes parts that can be filled for one statement after the other.
 */
void
amicus_parts_init (AmicusParts *parts)
{
  g_return_if_fail (parts != NULL);

  *parts = (AmicusParts) { .kind = AMICUS_STATEMENT_FILE };
  parts->ends = g_array_new (FALSE, FALSE, sizeof (AmicusEnd));
  parts->settings = g_array_new (FALSE, FALSE, sizeof (AmicusSetting));
}

/**
 * amicus_parts_clear:
 * @parts: initialised parts
 *
 * Frees what they hold.
 */
void
amicus_parts_clear (AmicusParts *parts)
{
  g_return_if_fail (parts != NULL);

  g_clear_pointer (&parts->ends, g_array_unref);
  g_clear_pointer (&parts->settings, g_array_unref);
}

/* Plain numbers instead of g_array_set_size(), which takes longer than to read a short statement. */
static void
reset (AmicusParts *parts,
       AmicusStatementKind kind)
{
  parts->kind = kind;
  parts->target = AMICUS_TARGET_GRAPH;
  parts->id = (AmicusToken) { AMICUS_TOKEN_NONE };
  parts->strict = FALSE;
  parts->directed = FALSE;
  parts->ends->len = 0;
  parts->settings->len = 0;
}

/* The ID of a graph is kept even where the rest of its head is broken; a broken ID is none. */
static void
read_name (Reader *reader)
{
  AmicusToken *id = &reader->parts->id;

  if (amicus_reader_is_at_id (reader) && !amicus_reader_read_id (reader, id))
    *id = (AmicusToken) { AMICUS_TOKEN_NONE };
}

static void
read_graph (Reader *reader)
{
  AmicusParts *parts = reader->parts;

  parts->strict = reader->current.type == LEXEME_STRICT;
  if (parts->strict)
    amicus_reader_advance (reader);
  parts->directed = reader->current.type == LEXEME_DIGRAPH;
  amicus_reader_advance (reader);
  read_name (reader);
}

/* Reads on in the parent's bytes behind a child. */
static void
move_behind (Reader *reader,
             AmicusSyntax *syntax,
             const Statement *child)
{
  reader->lexer.end = syntax->start + amicus_syntax_tail_end (syntax, child);
  amicus_reader_move (reader, syntax->start + child->end);
}

static void
read_subgraph (Reader *reader,
               AmicusSyntax *syntax,
               const Statement *subgraph)
{
  if (reader->current.type == LEXEME_SUBGRAPH)
    amicus_reader_advance (reader);
  read_name (reader);
  if (reader->current.type == LEXEME_BRACE_OPEN)
    amicus_reader_advance (reader);
  if (subgraph->last_child != AMICUS_NO_STATEMENT)
    move_behind (reader, syntax, amicus_syntax_peek (syntax, subgraph->last_child));
  while (reader->current.type == LEXEME_SEMICOLON)
    amicus_reader_advance (reader);
  if (reader->current.type == LEXEME_BRACE_CLOSE)
    amicus_reader_advance (reader);
  amicus_reader_read_settings (reader);
}

/* The ends of a node or edge statement. Where the bytes pause, a child is the end. */
static void
read_ends (Reader *reader,
           AmicusSyntax *syntax,
           AmicusStatement child)
{
  for (guint group = 0;; group++)
    {
      if (reader->current.type == LEXEME_END && child != AMICUS_NO_STATEMENT)
        {
          const Statement *subgraph = amicus_syntax_peek (syntax, child);
          AmicusEnd end = { .subgraph = child, .group = group };

          g_array_append_val (reader->parts->ends, end);
          move_behind (reader, syntax, subgraph);
          child = subgraph->next;
        }
      else if (!amicus_reader_is_at_id (reader) || !amicus_reader_read_ends (reader, group))
        return;

      if (!amicus_reader_is_at_edge (reader))
        break;
      amicus_reader_advance (reader);
    }
  amicus_reader_read_settings (reader);
}

static void
read_defaults (Reader *reader)
{
  if (reader->current.type == LEXEME_NODE)
    reader->parts->target = AMICUS_TARGET_NODE;
  else if (reader->current.type == LEXEME_EDGE)
    reader->parts->target = AMICUS_TARGET_EDGE;
  amicus_reader_read_defaults (reader);
}

static void
start_reading (Reader *reader,
               AmicusSyntax *syntax,
               AmicusStatement statement)
{
  const Statement *read = amicus_syntax_peek (syntax, statement);
  const Revision *revision = NULL;

  if (amicus_syntax_is_in_pieces (syntax))
    revision = amicus_syntax_find_revision (syntax, statement);

  if (revision != NULL)
    amicus_reader_init (reader, revision->text, revision->text + revision->length);
  else
    amicus_reader_init (reader, syntax->start + read->text,
                        syntax->start + amicus_syntax_head_end (syntax, read));
}

/**
 * amicus_syntax_get_parts:
 * @self: a syntax
 * @statement: a statement
 * @parts: initialised parts, which are overwritten
 *
 * Tells what a statement says. Of the file and of an error there is nothing but the kind. An edge
 * statement that was broken behind a subgraph may have one end only.
 */
void
amicus_syntax_get_parts (AmicusSyntax *self,
                         AmicusStatement statement,
                         AmicusParts *parts)
{
  const Statement *read;
  Reader reader;

  g_return_if_fail (self != NULL);
  g_return_if_fail (statement < self->statements->len);
  g_return_if_fail (parts != NULL && parts->ends != NULL);

  read = amicus_syntax_peek (self, statement);
  reset (parts, read->kind);
  start_reading (&reader, self, statement);
  reader.parts = parts;

  switch (read->kind)
    {
    case AMICUS_STATEMENT_GRAPH:
      read_graph (&reader);
      break;
    case AMICUS_STATEMENT_SUBGRAPH:
      read_subgraph (&reader, self, read);
      break;
    case AMICUS_STATEMENT_NODE:
    case AMICUS_STATEMENT_EDGE:
      read_ends (&reader, self, read->first_child);
      break;
    case AMICUS_STATEMENT_DEFAULTS:
      read_defaults (&reader);
      break;
    case AMICUS_STATEMENT_ASSIGNMENT:
      amicus_reader_read_setting (&reader);
      break;
    case AMICUS_STATEMENT_FILE:
    case AMICUS_STATEMENT_ERROR:
    default:
      break;
    }
}

/**
 * amicus_syntax_get_token:
 * @self: a syntax
 * @offset: where a name or value of a setting begins
 * @token: (out): the token
 *
 * Reads a token again, so that who may want it later need only keep its place.
 */
void
amicus_syntax_get_token (AmicusSyntax *self,
                         gsize offset,
                         AmicusToken *token)
{
  Reader reader;

  g_return_if_fail (self != NULL);
  g_return_if_fail (offset < self->size);
  g_return_if_fail (token != NULL);

  if (amicus_syntax_is_in_pieces (self))
    amicus_syntax_join (self);
  *token = (AmicusToken) { AMICUS_TOKEN_NONE };
  amicus_reader_init (&reader, self->start + offset, self->start + self->size);
  if (amicus_reader_is_at_id (&reader))
    amicus_reader_read_id (&reader, token);
}
