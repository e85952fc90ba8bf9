/* SPDX-License-Identifier: GPL-3.0-or-later
 * Changes of single statements that leave all other bytes as they are. */

#pragma once

#include "base/patch.h"
#include "dot/syntax.h"

G_BEGIN_DECLS

/* A setting that is to be written: values as they mean, without quotation marks; or, if @html, without
 * the `<` and `>` around them. */
typedef struct
{
  const char *name;
  const char *value;
  gboolean html;
} AmicusValue;

#define AMICUS_NO_END G_MAXUINT

/**
 * AmicusNewEnd:
 * @piece: ends with the same number stand in one statement
 * @side: those of them with the same number stand between the same arrows, `a, b`
 * @end: the end of the old statement that it is, or %AMICUS_NO_END
 * @id: otherwise the ID of a node
 *
 * Part of what an edge statement becomes.
 */
typedef struct
{
  guint piece;
  guint side;
  guint end;
  const char *id;
} AmicusNewEnd;

/* Every function adds to @patch, whose other changes must be in other statements. */

/* Gives a setting of the statement's lists its value, or makes it; NULL takes it away. */
void amicus_edit_set              (AmicusPatch        *patch,
                                   AmicusSyntax       *syntax,
                                   AmicusStatement     statement,
                                   const char         *name,
                                   const char         *value);
/* Takes away all that a node or edge statement sets. */
void amicus_edit_clear            (AmicusPatch        *patch,
                                   AmicusSyntax       *syntax,
                                   AmicusStatement     statement);
/* Puts another value in the place of one, whose token is in the text. */
void amicus_edit_replace_token    (AmicusPatch        *patch,
                                   AmicusSyntax       *syntax,
                                   const AmicusToken  *token,
                                   const char         *value);

/* Whether no brace is missing at its end. */
gboolean
     amicus_edit_is_closed        (AmicusSyntax       *syntax,
                                   AmicusStatement     number);

/* @text is a statement without a semicolon behind it. */
void amicus_edit_insert_before    (AmicusPatch        *patch,
                                   AmicusSyntax       *syntax,
                                   AmicusStatement     sibling,
                                   const char         *text);
/* FALSE where a brace is missing. */
gboolean
     amicus_edit_insert_after     (AmicusPatch        *patch,
                                   AmicusSyntax       *syntax,
                                   AmicusStatement     sibling,
                                   const char         *text);
/* A subgraph that is to stand behind @sibling, or at the end of @body. */
char *
     amicus_edit_write_body       (AmicusSyntax       *syntax,
                                   AmicusStatement     body,
                                   AmicusStatement     sibling,
                                   const char         *head,
                                   const char * const *statements) G_GNUC_WARN_UNUSED_RESULT;
/* As the last one of a graph or subgraph. FALSE where it has no braces. */
gboolean
     amicus_edit_append           (AmicusPatch        *patch,
                                   AmicusSyntax       *syntax,
                                   AmicusStatement     body,
                                   const char         *text);
/* Whether a subgraph has both braces. */
gboolean
     amicus_edit_has_body         (AmicusSyntax       *syntax,
                                   AmicusStatement     statement);
/* Takes the name of a subgraph away, with its braces or without; FALSE where it has none. */
gboolean
     amicus_edit_unwrap           (AmicusPatch        *patch,
                                   AmicusSyntax       *syntax,
                                   AmicusStatement     statement);
gboolean
     amicus_edit_behead           (AmicusPatch        *patch,
                                   AmicusSyntax       *syntax,
                                   AmicusStatement     statement);
void amicus_edit_remove_statement (AmicusPatch        *patch,
                                   AmicusSyntax       *syntax,
                                   AmicusStatement     statement);

/* Takes a node out of `a, b, c`; @end is not the only one. */
void amicus_edit_remove_end       (AmicusPatch        *patch,
                                   AmicusSyntax       *syntax,
                                   AmicusStatement     statement,
                                   guint               end);
/* Makes of an edge statement one or several, or none, in the order given. */
void amicus_edit_replace_ends     (AmicusPatch        *patch,
                                   AmicusSyntax       *syntax,
                                   AmicusStatement     statement,
                                   const AmicusNewEnd *ends,
                                   guint               n_ends);

/* Appends ` [name=value, …]`; nothing where there are none. */
void amicus_edit_write_settings   (GString            *text,
                                   const AmicusValue  *values,
                                   guint               n_values);

G_END_DECLS
