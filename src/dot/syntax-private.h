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

/**
 * Revision:
 * @statement: a node or edge statement without others inside
 * @start: its text in the origin
 * @end: behind it
 * @text: the text it has now, kept by the origin
 * @length: of that, in bytes
 * @shift: how many bytes farther all that is behind it stands than in the origin
 */
typedef struct
{
  AmicusStatement statement;
  guint32 start;
  guint32 end;
  guint32 length;
  const char *text;
  gssize shift;
} Revision;

/**
 * Revisable:
 * @is_sound: whether nothing in the file can make what one statement means depend on another's text
 * @leaves: AmicusStatement, that may be revised, in the order of the file
 * @texts: of all revisions
 * @n_bytes: of those
 *
 * What only a file that is edited needs.
 */
typedef struct
{
  gboolean is_sound;
  GArray *leaves;
  GPtrArray *texts;
  gsize n_bytes;
} Revisable;

/**
 * AmicusSyntax:
 * @bytes: %NULL in a revised syntax until somebody asks
 * @start: their first; with the statements and places, those of the origin as long as there are no
 *   bytes
 * @findings: none in a revised syntax until somebody asks
 * @origin: of which statements were revised, or %NULL if it was read itself
 * @revisions: Revision, in the order of the file, or %NULL
 * @revisable: what it takes to be an origin, or %NULL
 */
struct _AmicusSyntax
{
  GBytes *bytes;
  const char *start;
  gsize size;
  GArray *statements;
  GArray *places;
  Findings findings;
  AmicusSyntax *origin;
  GArray *revisions;
  Revisable *revisable;
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

/* Where it begins now. */
static inline gsize
amicus_revision_start (const Revision *self)
{
  return (gsize) ((gssize) self->end + self->shift - (gssize) self->length);
}

/* Whether the bytes are those of the origin and revisions of it. */
static inline gboolean
amicus_syntax_is_in_pieces (AmicusSyntax *self)
{
  return self->bytes == NULL;
}

void        amicus_syntax_parse        (AmicusSyntax *self);
void        amicus_syntax_index_lines  (AmicusSyntax *self);
void        amicus_syntax_locate_findings (AmicusSyntax *self);

/* Of a revised syntax. */
const Revision *
            amicus_syntax_find_revision   (AmicusSyntax    *self,
                                           AmicusStatement  statement);
/* The last one that ends at a place of the origin or before, or NULL. */
const Revision *
            amicus_syntax_find_before     (AmicusSyntax    *self,
                                           guint32          place);
/* The last one that now begins at @offset or before, or NULL. */
const Revision *
            amicus_syntax_find_at         (AmicusSyntax    *self,
                                           gsize            offset);
/* Where a byte is that stands in the whole text, in the origin or in a revision. */
/* The bytes from @offset on that stand together. */
const char *amicus_syntax_get_piece       (AmicusSyntax    *self,
                                           gsize            offset,
                                           gsize           *length);
gsize       amicus_syntax_place_byte      (AmicusSyntax    *self,
                                           const char      *byte);
void        amicus_syntax_locate_in_pieces (AmicusSyntax   *self,
                                           gsize            offset,
                                           guint           *line,
                                           guint           *column);
void        amicus_syntax_join            (AmicusSyntax    *self);
void        amicus_syntax_copy_findings   (AmicusSyntax    *self);
void        amicus_revisable_free         (Revisable       *self);
/* Whether a leaf of the origin is still one of its kind with another text than @old, and all around
 * it is read as before. */
gboolean    amicus_syntax_reads_alike     (AmicusSyntax    *origin,
                                           AmicusStatement  statement,
                                           const char      *old,
                                           gsize            old_length,
                                           const GString   *text);
/* Behind a byte order mark, which is no word and takes no column; elsewhere it is letters. */
const char *amicus_syntax_skip_mark    (AmicusSyntax *self);
/* The first byte that is neither UTF-8 nor zero; the size where there is none. */
gsize       amicus_syntax_find_foreign (AmicusSyntax *self);

G_END_DECLS
