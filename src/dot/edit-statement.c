/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whole statements: one more, one less, with the line that is its own. */

#define G_LOG_DOMAIN "amicus-dot"

#include "dot/edit.h"

#include "dot/edit-private.h"
#include "dot/lexer-private.h"

#include <string.h>

static const char *
start_of (AmicusSyntax    *syntax,
          const Statement *statement)
{
  return syntax->start + statement->text;
}

gboolean
amicus_edit_is_alone (AmicusSyntax    *syntax,
                      const Statement *statement)
{
  return amicus_edit_begins_line (syntax, start_of (syntax, statement)) &&
         (syntax->start[statement->end - 1] == '\n' || statement->end == syntax->size);
}

/* Statements that people end with a semicolon if with anything. */
static gboolean
may_have_semicolon (AmicusStatementKind kind)
{
  return kind == AMICUS_STATEMENT_NODE || kind == AMICUS_STATEMENT_EDGE ||
         kind == AMICUS_STATEMENT_DEFAULTS || kind == AMICUS_STATEMENT_ASSIGNMENT;
}

/* As the statement itself; as the first of its neighbours if it is a subgraph. */
static gboolean
wants_semicolon (AmicusSyntax    *syntax,
                 const Statement *statement)
{
  gboolean has_semicolon;
  AmicusStatement at;

  amicus_edit_text_end (syntax, statement, &has_semicolon);
  if (may_have_semicolon (statement->kind) || has_semicolon)
    return has_semicolon;

  for (at = amicus_syntax_peek (syntax, statement->parent)->first_child; at != AMICUS_NO_STATEMENT;
       at = amicus_syntax_get_next (syntax, at))
    if (may_have_semicolon (amicus_syntax_get_kind (syntax, at)))
      return wants_semicolon (syntax, amicus_syntax_peek (syntax, at));

  return TRUE;
}

/* The indent of @at, the statement, and what ends it: a line of its own. */
static GString *
write_line (AmicusSyntax    *syntax,
            const Statement *model,
            const char      *statement)
{
  GString *text = g_string_new (NULL);

  amicus_edit_append_indent (text, syntax, start_of (syntax, model));
  g_string_append (text, statement);
  if (!g_str_has_suffix (statement, "}") && wants_semicolon (syntax, model))
    g_string_append_c (text, ';');

  return text;
}

/**
 * amicus_edit_insert_before:
 * @patch: where to add
 * @syntax: a file
 * @sibling: a statement of a body
 * @text: a statement
 *
 * Puts a statement before another, and before the comments that belong to that; on a line of its
 * own where the other has one.
 */
void
amicus_edit_insert_before (AmicusPatch     *patch,
                           AmicusSyntax    *syntax,
                           AmicusStatement  sibling,
                           const char      *text)
{
  const Statement *statement;
  g_autoptr (GString) new = NULL;

  g_return_if_fail (patch != NULL && syntax != NULL && text != NULL);
  g_return_if_fail (sibling < syntax->statements->len);

  statement = amicus_syntax_peek (syntax, sibling);
  if (amicus_edit_begins_line (syntax, start_of (syntax, statement)))
    {
      new = write_line (syntax, statement, text);
      g_string_append (new, amicus_edit_line_end (syntax));
      amicus_edit_insert (patch, syntax, amicus_edit_block_start (syntax, statement), new->str);
    }
  else
    {
      new = g_string_new (amicus_edit_joins_before (syntax, start_of (syntax, statement)) ? " " : "");
      g_string_append_printf (new, "%s; ", text);
      amicus_edit_insert (patch, syntax, start_of (syntax, statement), new->str);
    }
}

/**
 * amicus_edit_is_closed:
 * @syntax: a file
 * @number: a statement
 *
 * An open brace reaches to the end of the file, so that only what stands last can have it.
 *
 * Returns: whether no brace is missing at the end of a statement; what would be written behind it
 *   otherwise stood inside
 */
gboolean
amicus_edit_is_closed (AmicusSyntax    *syntax,
                       AmicusStatement  number)
{
  const Statement *statement;

  g_return_val_if_fail (syntax != NULL, FALSE);
  g_return_val_if_fail (number < syntax->statements->len, FALSE);

  statement = amicus_syntax_peek (syntax, number);
  while (statement->last_child != AMICUS_NO_STATEMENT)
    {
      const Statement *last = amicus_syntax_peek (syntax, statement->last_child);

      if (statement->kind == AMICUS_STATEMENT_SUBGRAPH &&
          (statement->text_end <= last->end || syntax->start[statement->text_end - 1] != '}'))
        return FALSE;
      statement = last;
    }

  return statement->kind != AMICUS_STATEMENT_SUBGRAPH ||
         syntax->start[statement->text_end - 1] != '{';
}

/**
 * amicus_edit_insert_after:
 * @patch: where to add
 * @syntax: a file
 * @sibling: a statement of a body
 * @text: a statement
 *
 * Puts a statement behind another and the comment on its line.
 *
 * Returns: whether that is possible; not where the brace is missing that closes the other
 */
gboolean
amicus_edit_insert_after (AmicusPatch     *patch,
                          AmicusSyntax    *syntax,
                          AmicusStatement  sibling,
                          const char      *text)
{
  const Statement *statement;
  const char *end;
  gboolean has_semicolon;
  g_autoptr (GString) new = g_string_new (NULL);

  g_return_val_if_fail (patch != NULL && syntax != NULL && text != NULL, FALSE);
  g_return_val_if_fail (sibling < syntax->statements->len, FALSE);

  statement = amicus_syntax_peek (syntax, sibling);
  if (!amicus_edit_is_closed (syntax, sibling))
    return FALSE;

  end = amicus_edit_text_end (syntax, statement, &has_semicolon);
  if (amicus_edit_is_alone (syntax, statement))
    {
      g_autoptr (GString) line = write_line (syntax, statement, text);
      const char *remark = amicus_edit_skip_remarks (syntax, end);

      g_string_append (new, amicus_edit_line_end (syntax));
      g_string_append (new, line->str);
      amicus_edit_insert (patch, syntax, remark, new->str);
    }
  else
    {
      g_string_append_printf (new, "%s %s%s", has_semicolon ? "" : ";", text,
                              has_semicolon || statement->next != AMICUS_NO_STATEMENT ? ";" : "");
      amicus_edit_insert (patch, syntax, end, new->str);
    }

  return TRUE;
}

static AmicusStatement
find_previous (AmicusSyntax    *syntax,
               AmicusStatement  statement)
{
  AmicusStatement parent = amicus_syntax_get_parent (syntax, statement);
  AmicusStatement previous = AMICUS_NO_STATEMENT;

  for (AmicusStatement at = amicus_syntax_get_first_child (syntax, parent); at != statement;
       at = amicus_syntax_get_next (syntax, at))
    previous = at;

  return previous;
}

/* Whether what stands before a statement would take what stands behind it for a part of itself: a
 * subgraph without braces, or something that is broken. */
gboolean
amicus_edit_divides (AmicusSyntax    *syntax,
                     AmicusStatement  statement)
{
  AmicusStatement previous = find_previous (syntax, statement);
  AmicusStatement next = amicus_syntax_get_next (syntax, statement);
  const Statement *before;
  gboolean has_semicolon;

  if (previous == AMICUS_NO_STATEMENT)
    return FALSE;
  before = amicus_syntax_peek (syntax, previous);
  amicus_edit_text_end (syntax, before, &has_semicolon);
  if (has_semicolon)
    return FALSE;

  return before->kind == AMICUS_STATEMENT_ERROR ||
         (before->kind == AMICUS_STATEMENT_SUBGRAPH && syntax->start[before->text_end - 1] != '}') ||
         (next != AMICUS_NO_STATEMENT &&
          amicus_syntax_get_kind (syntax, next) == AMICUS_STATEMENT_ERROR);
}

static void
remove_lines (AmicusPatch     *patch,
              AmicusSyntax    *syntax,
              const Statement *statement)
{
  const char *from = amicus_edit_block_start (syntax, statement);
  const char *to = syntax->start + statement->end;
  const char *file_end = syntax->start + syntax->size;
  const char *behind = amicus_edit_skip_spaces (syntax, to);
  const char *above = from > syntax->start ? amicus_edit_line_start (syntax, from - 1) : from;

  /* Of two empty lines around it one goes too. */
  if (above < from && amicus_edit_is_blank (above, from) && behind < file_end &&
      (*behind == '\n' || (*behind == '\r' && behind + 1 < file_end && behind[1] == '\n')))
    to = (const char *) memchr (behind, '\n', (gsize) (file_end - behind)) + 1;
  amicus_edit_delete (patch, syntax, from, to);
}

static void
remove_from_line (AmicusPatch     *patch,
                  AmicusSyntax    *syntax,
                  const Statement *statement)
{
  gboolean has_semicolon;
  const char *from = start_of (syntax, statement);
  const char *end = amicus_edit_text_end (syntax, statement, &has_semicolon);
  const char *to = amicus_edit_skip_spaces (syntax, end);

  if (to == syntax->start + syntax->size || strchr ("}\r\n", *to) != NULL)
    {
      to = end;
      from = amicus_edit_begins_line (syntax, from) ? from : amicus_edit_skip_back (syntax, from);
    }
  amicus_edit_delete (patch, syntax, from, to);
}

/**
 * amicus_edit_remove_statement:
 * @patch: where to add
 * @syntax: a file
 * @statement: a statement of a body
 *
 * Takes a statement away with its semicolon; with its lines where it has them for itself, and then
 * with the comment behind it and those directly above it.
 */
void
amicus_edit_remove_statement (AmicusPatch     *patch,
                              AmicusSyntax    *syntax,
                              AmicusStatement  statement)
{
  const Statement *gone;

  g_return_if_fail (patch != NULL && syntax != NULL);
  g_return_if_fail (statement > 0 && statement < syntax->statements->len);

  gone = amicus_syntax_peek (syntax, statement);
  if (amicus_edit_divides (syntax, statement))
    {
      gboolean has_semicolon;
      g_autoptr (GString) divider = g_string_new (";");

      amicus_edit_replace (patch, syntax, start_of (syntax, gone),
                           amicus_edit_text_end (syntax, gone, &has_semicolon), divider);
    }
  else if (amicus_edit_is_alone (syntax, gone))
    remove_lines (patch, syntax, gone);
  else
    remove_from_line (patch, syntax, gone);
}
