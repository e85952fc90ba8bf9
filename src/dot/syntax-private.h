/* SPDX-License-Identifier: GPL-3.0-or-later
 * How the statements are kept. */

#pragma once

#include "dot/findings-private.h"
#include "dot/syntax.h"

G_BEGIN_DECLS

/**
 * Statement:
 * @start: its first byte
 * @text: the first byte of its text; blank space and comments stand before it
 * @text_end: behind its text, its children's included
 * @end: behind its last byte, its children's included
 *
 * Places are numbers of bytes from the start of the file. All bytes of a file are the heads and
 * tails of its statements in their nesting:
 *
 *     statement = head { child tail }
 *
 * A head ends where the first child starts, a tail where the next one does; the last of each ends
 * with the statement. Large files have many statements, so they are kept small.
 */
typedef struct
{
  guint32 start;
  guint32 text;
  guint32 text_end;
  guint32 end;
  AmicusStatementKind kind;
  AmicusStatement parent;
  AmicusStatement next;
  AmicusStatement first_child;
  AmicusStatement last_child;
} Statement;

/* Where lines begin: place of every LINE_BLOCK-th byte. */
#define LINE_BLOCK 4096

typedef struct
{
  guint line;
  guint column;
} Place;

struct _AmicusSyntax
{
  GBytes *bytes;
  const char *start;
  gsize size;
  GArray *statements;
  GArray *places;
  Findings findings;
  gatomicrefcount references;
};

static inline Statement *
amicus_syntax_peek (AmicusSyntax *self,
                    AmicusStatement statement)
{
  return &((Statement *) (gpointer) self->statements->data)[statement];
}

/* Where the bytes of a statement before its first child end. */
static inline guint32
amicus_syntax_head_end (AmicusSyntax *self,
                        const Statement *statement)
{
  return statement->first_child == AMICUS_NO_STATEMENT
             ? statement->end
             : amicus_syntax_peek (self, statement->first_child)->start;
}

/* Where the bytes of its parent that follow a statement end. */
static inline guint32
amicus_syntax_tail_end (AmicusSyntax *self,
                        const Statement *statement)
{
  if (statement->next != AMICUS_NO_STATEMENT)
    return amicus_syntax_peek (self, statement->next)->start;
  if (statement->parent != AMICUS_NO_STATEMENT)
    return amicus_syntax_peek (self, statement->parent)->end;
  return statement->end;
}

void        amicus_syntax_parse        (AmicusSyntax *self);
void        amicus_syntax_index_lines  (AmicusSyntax *self);
/* Behind a byte order mark, which is no word and takes no column; elsewhere it is letters. */
const char *amicus_syntax_skip_mark    (AmicusSyntax *self);
/* The first byte that is neither UTF-8 nor zero; the size where there is none. */
gsize       amicus_syntax_find_foreign (AmicusSyntax *self);

G_END_DECLS
