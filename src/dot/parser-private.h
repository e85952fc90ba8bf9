/* SPDX-License-Identifier: GPL-3.0-or-later
 * The parser's state, shared by reading and recovery. */

#pragma once

#include "dot/reader-private.h"
#include "dot/syntax-private.h"

G_BEGIN_DECLS

/**
 * Parser:
 * @written: the bytes before it belong to statements
 * @body: the innermost statement whose braces are open, 0 outside all graphs
 * @depth: how many braces are open
 * @directed: of the graph that is read
 * @n_graphs: how many were begun
 * @behind_graph: behind the last graph, or %NULL inside one
 * @before: how many findings there were before the statement that is read
 * @good: behind what can stand as a statement of its own, or %NULL
 * @good_next: the lexeme behind that
 * @rewinds: how many bytes may still be read a second time
 */
typedef struct
{
  Reader reader;
  AmicusSyntax *syntax;
  Findings *findings;
  const char *written;
  AmicusStatement body;
  guint depth;
  gboolean directed;
  guint n_graphs;
  const char *behind_graph;
  FindingsCount before;
  const char *good;
  const char *good_next;
  gsize rewinds;
} Parser;

void            amicus_parser_report      (Parser              *self,
                                           AmicusSeverity       severity,
                                           const char          *at,
                                           const char          *message);

/* Forgets what only matters for the statement that was read before. */
void            amicus_parser_begin       (Parser              *self);
/* Reads one statement of the open body, or what begins or ends one. */
void            amicus_parser_read_statement (Parser           *self);

/* A new last child of @parent whose text begins at @text. */
AmicusStatement amicus_parser_add         (Parser              *self,
                                           AmicusStatementKind  kind,
                                           AmicusStatement      parent,
                                           const char          *text);
/* Gives a statement the bytes up to @end. */
void            amicus_parser_give        (Parser              *self,
                                           AmicusStatement      statement,
                                           const char          *end);
/* Goes behind the brace the reader is at; what follows is in @statement. */
void            amicus_parser_open_body   (Parser              *self,
                                           AmicusStatement      statement);
/* Ends a statement's text behind the last lexeme that was taken. */
void            amicus_parser_end_text    (Parser              *self,
                                           AmicusStatement      statement);
/* The same, and takes the separator and what of the line belongs to it. */
void            amicus_parser_finish      (Parser              *self,
                                           AmicusStatement      statement);

/* After a failure in @statement: makes an error of what cannot be read, and goes to where reading
 * can go on. */
void            amicus_parser_recover     (Parser              *self,
                                           AmicusStatement      statement);
/* Takes all up to the brace that closes the one the reader is at. */
void            amicus_parser_skip_braces (Parser              *self);

G_END_DECLS
