/* SPDX-License-Identifier: GPL-3.0-or-later
 * How the statements are kept. */

#pragma once

#include "dot/findings-private.h"
#include "dot/syntax.h"

G_BEGIN_DECLS

/**
 * Statement:
 * @head: its own bytes up to its first child, or all of them
 * @tail: bytes of its parent that follow it, up to the parent's next child or end
 * @head_length: of @head
 * @tail_length: of @tail
 * @lead: blank space and comments in front of its text, part of @head
 * @text_length: of the text, its children's included
 *
 * All bytes of a file are the heads and tails of its statements in their nesting:
 *
 *     statement = head { child tail }
 *
 * No statement knows where in the file it stands.
 */
typedef struct
{
  const char *head;
  const char *tail;
  guint32 head_length;
  guint32 tail_length;
  guint32 lead;
  guint32 text_length;
  AmicusStatementKind kind;
  AmicusStatement parent;
  AmicusStatement previous;
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

void        amicus_syntax_parse        (AmicusSyntax *self);
void        amicus_syntax_index_lines  (AmicusSyntax *self);
/* Behind a byte order mark, which is no word and takes no column; elsewhere it is letters. */
const char *amicus_syntax_skip_mark    (AmicusSyntax *self);
/* The first byte that is neither UTF-8 nor zero; the size where there is none. */
gsize       amicus_syntax_find_foreign (AmicusSyntax *self);

G_END_DECLS
