/* SPDX-License-Identifier: GPL-3.0-or-later
 * DOT bytes as lexemes: one pass, no copy, no allocation. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LEXEME_END,
  LEXEME_NAME,
  LEXEME_NUMBER,
  LEXEME_QUOTED,         /* one "…", not the pieces that `+` joins */
  LEXEME_HTML,
  LEXEME_STRICT,
  LEXEME_GRAPH,
  LEXEME_DIGRAPH,
  LEXEME_SUBGRAPH,
  LEXEME_NODE,
  LEXEME_EDGE,
  LEXEME_ARROW,          /* -> */
  LEXEME_LINE,           /* -- */
  LEXEME_BRACE_OPEN,
  LEXEME_BRACE_CLOSE,
  LEXEME_BRACKET_OPEN,
  LEXEME_BRACKET_CLOSE,
  LEXEME_SEMICOLON,
  LEXEME_COMMA,
  LEXEME_COLON,
  LEXEME_EQUALS,
  LEXEME_PLUS,
  LEXEME_OTHER,          /* a byte that begins nothing */
} LexemeType;

/**
 * Lexeme:
 * @type: what it is
 * @bytes: where it begins
 * @end: behind its last byte
 * @starts_line: whether a line end stands between it and the lexeme before
 * @unclosed: a string or HTML text without its end; it is cut at the end of its line
 * @suspect: a string over several lines with other text glued to its end, or an HTML text over
 *   several lines that ends with an arrow, as a forgotten mark makes them
 * @glued: a number that runs into a letter or a second point; that is where it ends
 */
typedef struct
{
  LexemeType type;
  guint8 starts_line;
  guint8 unclosed;
  guint8 suspect;
  guint8 glued;
  const char *bytes;
  const char *end;
} Lexeme;

/**
 * Lexer:
 * @at: the next byte
 * @end: behind the last byte
 * @unclosed_comment: where the first comment without an end begins, or %NULL
 * @unclosed_string: the same for strings
 * @n_unclosed_html: how many HTML texts without an end were met
 *
 * Where an end was looked for in vain up to the last byte, it is not looked for again, so that no
 * number of beginnings makes the reading slower than linear.
 */
typedef struct
{
  const char *at;
  const char *end;
  const char *unclosed_comment;
  const char *unclosed_string;
  guint n_unclosed_html;
} Lexer;

void        amicus_lexer_init         (Lexer      *self,
                                       const char *bytes,
                                       const char *end);
void        amicus_lexer_next         (Lexer      *self,
                                       Lexeme     *lexeme);
const char *amicus_lexer_skip_line    (Lexer      *self,
                                       const char *at);

G_END_DECLS
