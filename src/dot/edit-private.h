/* SPDX-License-Identifier: GPL-3.0-or-later
 * What all edits need to know of the bytes around them. */

#pragma once

#include "base/patch.h"
#include "dot/syntax-private.h"

G_BEGIN_DECLS

/* Something of a list, with the comma or semicolon behind it, or NULL. */
typedef struct
{
  const char *start;
  const char *end;
  const char *separator;
} Item;

static inline const char *
behind_item (const Item *item)
{
  return item->separator != NULL ? item->separator + 1 : item->end;
}

/* What stands in a place of its own, up to the line end or not. */
gboolean    amicus_edit_is_blank      (const char       *from,
                                       const char       *to);
/* Commas, brackets and arrows allowed, whether a comment is there. */
gboolean    amicus_edit_has_comment   (const char       *from,
                                       const char       *to);
const char *amicus_edit_line_start    (AmicusSyntax     *syntax,
                                       const char       *at);
gboolean    amicus_edit_begins_line   (AmicusSyntax     *syntax,
                                       const char       *at);
/* Over spaces and tabs. */
const char *amicus_edit_skip_spaces   (AmicusSyntax     *syntax,
                                       const char       *at);
const char *amicus_edit_skip_back     (AmicusSyntax     *syntax,
                                       const char       *at);
/* Behind the comments that end the line, or @at where there is none or something else follows. */
const char *amicus_edit_skip_remarks  (AmicusSyntax     *syntax,
                                       const char       *at);
/* Comments among commas and arrows, each with what must follow it. */
void        amicus_edit_copy_comments (GString          *text,
                                       AmicusSyntax     *syntax,
                                       const char       *from,
                                       const char       *to);
/* Behind the semicolon of a statement, or its text where it has none. */
const char *amicus_edit_text_end      (AmicusSyntax     *syntax,
                                       const Statement  *statement,
                                       gboolean         *has_semicolon);
/* As this file ends its lines. */
const char *amicus_edit_line_end      (AmicusSyntax     *syntax);
/* A line end, and the blank space with which the line of @at begins. */
void        amicus_edit_new_line      (GString          *text,
                                       AmicusSyntax     *syntax,
                                       const char       *at);
/* The blank space with which the line of @at begins. */
void        amicus_edit_append_indent (GString          *text,
                                       AmicusSyntax     *syntax,
                                       const char       *at);
/* Whether nothing else stands on the lines of a statement. */
gboolean    amicus_edit_is_alone      (AmicusSyntax     *syntax,
                                       const Statement  *statement);
/* The first line that belongs to a statement: its own, or that of a comment directly above. */
const char *amicus_edit_block_start   (AmicusSyntax     *syntax,
                                       const Statement  *statement);

/* Whether a word that ends, or begins, at @at would run into what stands there. */
gboolean    amicus_edit_joins_behind  (AmicusSyntax     *syntax,
                                       const char       *at);
gboolean    amicus_edit_joins_before  (AmicusSyntax     *syntax,
                                       const char       *at);

void        amicus_edit_replace       (AmicusPatch      *patch,
                                       AmicusSyntax     *syntax,
                                       const char       *from,
                                       const char       *to,
                                       const GString    *text);
void        amicus_edit_insert        (AmicusPatch      *patch,
                                       AmicusSyntax     *syntax,
                                       const char       *at,
                                       const char       *text);
/* Words that stood on both sides stay two. */
void        amicus_edit_delete        (AmicusPatch      *patch,
                                       AmicusSyntax     *syntax,
                                       const char       *from,
                                       const char       *to);
/* Takes items out of a list, but not all; @is_gone tells which. */
void        amicus_edit_delete_items  (AmicusPatch      *patch,
                                       AmicusSyntax     *syntax,
                                       const Item       *items,
                                       guint             n_items,
                                       const gboolean   *is_gone);

/* Whether a statement keeps what is before it from running into what is behind it. */
gboolean    amicus_edit_divides       (AmicusSyntax     *syntax,
                                       AmicusStatement   statement);
/* Where the last end of a node or edge statement ends; the text's start of others. */
const char *amicus_edit_behind_ends   (AmicusSyntax     *syntax,
                                       const Statement  *statement,
                                       const AmicusParts *parts);
/* From the ID to the port. */
const char *amicus_edit_end_of_end    (AmicusSyntax     *syntax,
                                       const AmicusEnd  *end);
const char *amicus_edit_start_of_end  (AmicusSyntax     *syntax,
                                       const AmicusEnd  *end);

G_END_DECLS
