/* SPDX-License-Identifier: GPL-3.0-or-later
 * The grammar of one statement, shared by those who divide a file and those who ask what a
 * statement says. */

#pragma once

#include "dot/findings-private.h"
#include "dot/lexer-private.h"
#include "dot/syntax.h"

G_BEGIN_DECLS

/**
 * Reader:
 * @current: the lexeme that is looked at
 * @behind: behind the last lexeme that was taken
 * @start: first byte of the file, for offsets of findings
 * @findings: where to say what is wrong, or %NULL
 * @parts: where to put what is read, or %NULL
 * @list: the bracket in which the reader stands, or %NULL
 * @lone_name: in that list, the first name without a value that begins a line, or %NULL
 * @suspect: the first string that seems to lack its end, or %NULL
 * @line_first: the last lexeme looked at that begins a line, or %NULL
 */
typedef struct
{
  Lexer lexer;
  Lexeme current;
  const char *behind;
  const char *start;
  Findings *findings;
  AmicusParts *parts;
  const char *list;
  const char *lone_name;
  const char *suspect;
  const char *line_first;
} Reader;

void       amicus_reader_init          (Reader       *self,
                                        const char   *bytes,
                                        const char   *end);
/* Goes on at another byte. */
void       amicus_reader_move          (Reader       *self,
                                        const char   *at);
void       amicus_reader_advance       (Reader       *self);
gboolean   amicus_reader_is_at_id      (const Reader *self);
gboolean   amicus_reader_is_at_edge    (const Reader *self);
/* What stands behind the current lexeme, or behind the ID with all its pieces. */
LexemeType amicus_reader_peek          (Reader       *self);

/* These take what they name. They return FALSE where it is not there, and say so to the findings.
 * All but the last two must be called at an ID, the last at the keyword. */
gboolean   amicus_reader_read_id       (Reader       *self,
                                        AmicusToken  *token);
gboolean   amicus_reader_read_ends     (Reader       *self,
                                        guint         group);
gboolean   amicus_reader_read_setting  (Reader       *self);
gboolean   amicus_reader_read_settings (Reader       *self);
gboolean   amicus_reader_read_defaults (Reader       *self);

void       amicus_reader_warn          (Reader       *self,
                                        const char   *at,
                                        const char   *message);
/* Says what is expected and what is found instead; always FALSE. */
gboolean   amicus_reader_fail          (Reader       *self,
                                        const char   *expected);

G_END_DECLS
