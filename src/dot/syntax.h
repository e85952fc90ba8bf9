/* SPDX-License-Identifier: GPL-3.0-or-later
 * DOT text as statements in their nesting, each holding its own exact bytes. */

#pragma once

#include "base/diagnostic.h"
#include "base/patch.h"

G_BEGIN_DECLS

/**
 * AmicusStatement:
 *
 * Number of a statement in an [struct@AmicusSyntax]; 0 is the file itself, the root of the nesting.
 */
typedef guint32 AmicusStatement;

#define AMICUS_NO_STATEMENT G_MAXUINT32

typedef enum
{
  AMICUS_STATEMENT_FILE,        /* children: graphs, and error statements between them */
  AMICUS_STATEMENT_GRAPH,       /* `strict digraph id { … }`; children: its body */
  AMICUS_STATEMENT_SUBGRAPH,    /* `subgraph id { … }`, `{ … }`, `subgraph id`; children: its body */
  AMICUS_STATEMENT_NODE,        /* `a [x=y]`, also `a, b [x=y]` */
  AMICUS_STATEMENT_EDGE,        /* `a -> b -> {c d} [x=y]`; children: subgraphs among its ends */
  AMICUS_STATEMENT_DEFAULTS,    /* `node [x=y]`, `edge [x=y]`, `graph [x=y]` */
  AMICUS_STATEMENT_ASSIGNMENT,  /* `x=y` */
  AMICUS_STATEMENT_ERROR,       /* bytes that are no statement */
} AmicusStatementKind;

typedef enum
{
  AMICUS_TARGET_GRAPH,
  AMICUS_TARGET_NODE,
  AMICUS_TARGET_EDGE,
} AmicusTarget;

typedef enum
{
  AMICUS_TOKEN_NONE,     /* absent */
  AMICUS_TOKEN_NAME,     /* bare word */
  AMICUS_TOKEN_NUMBER,
  AMICUS_TOKEN_QUOTED,   /* "…", with "…" + "…" */
  AMICUS_TOKEN_HTML,     /* <…> */
} AmicusTokenType;

/**
 * AmicusToken:
 * @type: how it is written
 * @length: in bytes
 * @bytes: into the text, quotes and brackets included
 */
typedef struct
{
  AmicusTokenType type;
  guint32 length;
  const char *bytes;
} AmicusToken;

/* An end of an edge statement or a node of a node statement. */
typedef struct
{
  AmicusToken id;              /* NONE if it is a subgraph */
  AmicusToken port;            /* NONE, or after the first colon */
  AmicusToken compass;         /* NONE, or after the second colon */
  AmicusStatement subgraph;    /* AMICUS_NO_STATEMENT if it is a node */
  guint group;                 /* `a, b -> c`: 0 0 1 */
} AmicusEnd;

typedef struct
{
  AmicusToken name;
  AmicusToken value;           /* NONE for `[x]` */
} AmicusSetting;

/**
 * AmicusParts:
 *
 * What one statement says. The tokens point into the text. Reuse one for many statements.
 */
typedef struct
{
  AmicusStatementKind kind;
  AmicusTarget target;         /* of defaults */
  AmicusToken id;              /* of a graph or subgraph */
  gboolean strict;             /* of a graph */
  gboolean directed;           /* of a graph */
  GArray *ends;                /* AmicusEnd */
  GArray *settings;            /* AmicusSetting, in order, `[a][b]` joined */
} AmicusParts;

typedef struct _AmicusSyntax AmicusSyntax;

/* Reads any bytes; never fails. Linear in their number, no recursion. */
AmicusSyntax        *amicus_syntax_new             (GBytes          *bytes) G_GNUC_WARN_UNUSED_RESULT;
AmicusSyntax        *amicus_syntax_ref             (AmicusSyntax    *self);
void                 amicus_syntax_unref           (AmicusSyntax    *self);

/* The same as reading what @patch makes of the bytes, at the cost of what it changes; NULL where it
 * changes more than the insides of node and edge statements, so that all must be read anew. */
AmicusSyntax        *amicus_syntax_revise          (AmicusSyntax    *self,
                                                    const AmicusPatch *patch) G_GNUC_WARN_UNUSED_RESULT;
/* Whether both have the same statements with the same numbers, some of them revised. */
gboolean             amicus_syntax_is_akin         (AmicusSyntax    *self,
                                                    AmicusSyntax    *other);
/* The statements of which one has other bytes than a syntax that is akin. */
GArray              *amicus_syntax_list_revised    (AmicusSyntax    *self,
                                                    AmicusSyntax    *other) G_GNUC_WARN_UNUSED_RESULT;
/* Where a byte outside those statements has gone that was at @offset of a syntax that is akin. */
gsize                amicus_syntax_follow          (AmicusSyntax    *self,
                                                    AmicusSyntax    *other,
                                                    gsize            offset);
/* A file with this node or edge statement alone, as its statement AMICUS_ISOLATED, as it stands in
 * its line; @offset tells how much farther behind its bytes are in @self. */
AmicusSyntax        *amicus_syntax_isolate         (AmicusSyntax    *self,
                                                    AmicusStatement  statement,
                                                    gssize          *offset) G_GNUC_WARN_UNUSED_RESULT;
#define AMICUS_ISOLATED 2

gsize                amicus_syntax_get_size        (AmicusSyntax    *self);
/* Part of the bytes, for which not all of them need be brought together. */
char                *amicus_syntax_copy_bytes      (AmicusSyntax    *self,
                                                    gsize            offset,
                                                    gsize            length) G_GNUC_WARN_UNUSED_RESULT;
/* The bytes that were read. Of a revised syntax they are brought together when they are asked for
 * the first time: not in two threads at once. */
GBytes              *amicus_syntax_get_bytes       (AmicusSyntax    *self);
/* Writes the statements one after the other: the same. */
GBytes              *amicus_syntax_to_bytes        (AmicusSyntax    *self) G_GNUC_WARN_UNUSED_RESULT;

const AmicusDiagnostic *
                     amicus_syntax_get_diagnostics (AmicusSyntax    *self,
                                                    guint           *n_diagnostics);

/* The file included; their numbers go from 0. */
guint                amicus_syntax_get_n_statements (AmicusSyntax   *self);
AmicusStatementKind  amicus_syntax_get_kind        (AmicusSyntax    *self,
                                                    AmicusStatement  statement);
AmicusStatement      amicus_syntax_get_parent      (AmicusSyntax    *self,
                                                    AmicusStatement  statement);
AmicusStatement      amicus_syntax_get_first_child (AmicusSyntax    *self,
                                                    AmicusStatement  statement);
AmicusStatement      amicus_syntax_get_next        (AmicusSyntax    *self,
                                                    AmicusStatement  statement);

/* The statement's bytes without the blank space and comments around it. */
const char          *amicus_syntax_get_text        (AmicusSyntax    *self,
                                                    AmicusStatement  statement,
                                                    gsize           *length);
/* Where that lies in the file. */
gsize                amicus_syntax_get_start       (AmicusSyntax    *self,
                                                    AmicusStatement  statement);
/* Where a byte of the text lies in the file. */
gsize                amicus_syntax_get_offset      (AmicusSyntax    *self,
                                                    const char      *byte);
void                 amicus_syntax_locate          (AmicusSyntax    *self,
                                                    gsize            offset,
                                                    guint           *line,
                                                    guint           *column);

void                 amicus_parts_init             (AmicusParts     *parts);
void                 amicus_parts_clear            (AmicusParts     *parts);
void                 amicus_syntax_get_parts       (AmicusSyntax    *self,
                                                    AmicusStatement  statement,
                                                    AmicusParts     *parts);
/* The name or value of a setting that begins at that byte of the file. */
void                 amicus_syntax_get_token       (AmicusSyntax    *self,
                                                    gsize            offset,
                                                    AmicusToken     *token);

/* The value that a token means: quotes taken away, `\"` and line continuations resolved, pieces
 * joined; other escapes stay, as in cgraph. Points into the text where nothing had to be resolved,
 * else into @buffer. */
const char          *amicus_token_get_value        (const AmicusToken *token,
                                                    GString         *buffer,
                                                    gsize           *length);

/* Whether that is @text; up to a zero byte. */
gboolean             amicus_token_is               (const AmicusToken *token,
                                                    const char      *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusSyntax, amicus_syntax_unref)

G_END_DECLS
