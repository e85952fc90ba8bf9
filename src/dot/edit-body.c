/* SPDX-License-Identifier: GPL-3.0-or-later
 * Bodies of graphs and subgraphs: filled, written, opened. */

#define G_LOG_DOMAIN "amicus-dot"

#include "dot/edit.h"

#include "dot/edit-private.h"
#include "dot/lexer-private.h"

#include <string.h>

/* How deep a body stands in another that shows no depth of its own. */
#define INDENT "  "

static const char *
start_of (AmicusSyntax    *syntax,
          const Statement *statement)
{
  return syntax->start + statement->text;
}

/* The braces of a body; FALSE where they are not both there. */
static gboolean
find_braces (AmicusSyntax     *syntax,
             const Statement  *body,
             const char      **open,
             const char      **close)
{
  Lexer lexer;
  Lexeme lexeme;

  *close = syntax->start + body->text_end - 1;
  amicus_lexer_init (&lexer, start_of (syntax, body), syntax->start + body->text_end);
  do
    amicus_lexer_next (&lexer, &lexeme);
  while (lexeme.type != LEXEME_BRACE_OPEN && lexeme.type != LEXEME_END);
  *open = lexeme.bytes;

  return lexeme.type == LEXEME_BRACE_OPEN && **close == '}';
}

static void
fill_body (AmicusPatch     *patch,
           AmicusSyntax    *syntax,
           const char      *open,
           const char      *close,
           const char      *text)
{
  g_autoptr (GString) new = g_string_new (NULL);

  if (amicus_edit_begins_line (syntax, close))
    {
      amicus_edit_append_indent (new, syntax, close);
      g_string_append_printf (new, INDENT "%s%s%s", text, g_str_has_suffix (text, "}") ? "" : ";",
                              amicus_edit_line_end (syntax));
      amicus_edit_insert (patch, syntax, amicus_edit_line_start (syntax, close), new->str);
      return;
    }

  g_string_append_printf (new, " %s; ", text);
  if (amicus_edit_is_blank (open + 1, close))
    amicus_edit_replace (patch, syntax, open + 1, close, new);
  else
    amicus_edit_insert (patch, syntax, close, new->str);
}

/**
 * amicus_edit_append:
 * @patch: where to add
 * @syntax: a file
 * @body: a graph or subgraph
 * @text: a statement
 *
 * Puts a statement at the end of a body, written as its last one.
 *
 * Returns: whether there is a body
 */
gboolean
amicus_edit_append (AmicusPatch     *patch,
                    AmicusSyntax    *syntax,
                    AmicusStatement  body,
                    const char      *text)
{
  const Statement *statement;
  const char *open, *close;

  g_return_val_if_fail (patch != NULL && syntax != NULL && text != NULL, FALSE);
  g_return_val_if_fail (body < syntax->statements->len, FALSE);

  statement = amicus_syntax_peek (syntax, body);
  if (statement->last_child != AMICUS_NO_STATEMENT)
    return amicus_edit_insert_after (patch, syntax, statement->last_child, text);
  if (!find_braces (syntax, statement, &open, &close))
    return FALSE;

  fill_body (patch, syntax, open, close, text);
  return TRUE;
}

/* What a body is to stand behind, or NULL: before the brace that closes an empty one. */
static const Statement *
find_model (AmicusSyntax    *syntax,
            AmicusStatement  body,
            AmicusStatement  sibling)
{
  if (sibling == AMICUS_NO_STATEMENT)
    sibling = amicus_syntax_peek (syntax, body)->last_child;

  return sibling == AMICUS_NO_STATEMENT ? NULL : amicus_syntax_peek (syntax, sibling);
}

/* The line end and indent of a body's first brace, if it is to have lines of its own. */
static gboolean
find_indent (AmicusSyntax    *syntax,
             AmicusStatement  body,
             AmicusStatement  sibling,
             GString         *indent)
{
  const Statement *model = find_model (syntax, body, sibling);
  const char *open, *close;

  if (model != NULL)
    {
      amicus_edit_new_line (indent, syntax, start_of (syntax, model));
      return amicus_edit_is_alone (syntax, model);
    }
  if (!find_braces (syntax, amicus_syntax_peek (syntax, body), &open, &close) ||
      !amicus_edit_begins_line (syntax, close))
    return FALSE;
  amicus_edit_new_line (indent, syntax, close);
  g_string_append (indent, INDENT);

  return TRUE;
}

/**
 * amicus_edit_write_body:
 * @syntax: a file
 * @body: a graph or subgraph
 * @sibling: the statement behind which it is to be inserted, or %AMICUS_NO_STATEMENT for the end
 * @head: what stands before the brace
 * @statements: (array zero-terminated=1): what stands inside
 *
 * Writes a subgraph as a statement for amicus_edit_insert_after() or amicus_edit_append(), in lines
 * where those around it have lines of their own.
 *
 * Returns: (transfer full): its text
 */
char *
amicus_edit_write_body (AmicusSyntax       *syntax,
                        AmicusStatement     body,
                        AmicusStatement     sibling,
                        const char         *head,
                        const char *const  *statements)
{
  g_autoptr (GString) indent = g_string_new (NULL);
  GString *text;
  gboolean has_lines;

  g_return_val_if_fail (syntax != NULL && head != NULL && statements != NULL, NULL);
  g_return_val_if_fail (body < syntax->statements->len, NULL);

  text = g_string_new (head);
  has_lines = find_indent (syntax, body, sibling, indent);
  if (!has_lines)
    g_string_assign (indent, " ");
  g_string_append (text, " {");
  for (guint i = 0; statements[i] != NULL; i++)
    g_string_append_printf (text, "%s%s%s;", indent->str, has_lines ? INDENT : "", statements[i]);
  g_string_append_printf (text, "%s}", indent->str);

  return g_string_free (text, FALSE);
}

/**
 * amicus_edit_has_body:
 * @syntax: a file
 * @statement: a subgraph
 *
 * Returns: whether it has both braces
 */
gboolean
amicus_edit_has_body (AmicusSyntax    *syntax,
                      AmicusStatement  statement)
{
  const char *open, *close;

  g_return_val_if_fail (syntax != NULL, FALSE);
  g_return_val_if_fail (statement < syntax->statements->len, FALSE);

  return find_braces (syntax, amicus_syntax_peek (syntax, statement), &open, &close) &&
         amicus_edit_is_closed (syntax, statement);
}

/* With its line, where only a brace and what belongs to it stand there. */
static void
delete_brace (AmicusPatch  *patch,
              AmicusSyntax *syntax,
              const char   *from,
              const char   *to)
{
  const char *file_end = syntax->start + syntax->size;
  const char *behind = amicus_edit_skip_spaces (syntax, to);
  const char *line_end = memchr (behind, '\n', (gsize) (file_end - behind));

  if (amicus_edit_begins_line (syntax, from) && line_end != NULL &&
      amicus_edit_is_blank (behind, line_end))
    amicus_edit_delete (patch, syntax, amicus_edit_line_start (syntax, from), line_end + 1);
  else
    amicus_edit_delete (patch, syntax, from, behind);
}

/**
 * amicus_edit_unwrap:
 * @patch: where to add
 * @syntax: a file
 * @statement: a subgraph with braces
 *
 * Takes the head and the braces of a subgraph away, so that what stands in it stands where it stood.
 *
 * Returns: whether it has both braces
 */
gboolean
amicus_edit_unwrap (AmicusPatch     *patch,
                    AmicusSyntax    *syntax,
                    AmicusStatement  statement)
{
  const Statement *subgraph;
  const char *open, *close;
  gboolean has_semicolon;

  g_return_val_if_fail (patch != NULL && syntax != NULL, FALSE);
  g_return_val_if_fail (statement < syntax->statements->len, FALSE);

  subgraph = amicus_syntax_peek (syntax, statement);
  if (!find_braces (syntax, subgraph, &open, &close) || !amicus_edit_is_closed (syntax, statement))
    return FALSE;

  delete_brace (patch, syntax, start_of (syntax, subgraph), open + 1);
  delete_brace (patch, syntax, close, amicus_edit_text_end (syntax, subgraph, &has_semicolon));

  return TRUE;
}

/**
 * amicus_edit_behead:
 * @patch: where to add
 * @syntax: a file
 * @statement: a subgraph with braces
 *
 * Takes what stands before the brace of a subgraph away, so that it has no name.
 *
 * Returns: whether it has both braces
 */
gboolean
amicus_edit_behead (AmicusPatch     *patch,
                    AmicusSyntax    *syntax,
                    AmicusStatement  statement)
{
  const Statement *subgraph;
  const char *open, *close;

  g_return_val_if_fail (patch != NULL && syntax != NULL, FALSE);
  g_return_val_if_fail (statement < syntax->statements->len, FALSE);

  subgraph = amicus_syntax_peek (syntax, statement);
  if (!find_braces (syntax, subgraph, &open, &close) || !amicus_edit_is_closed (syntax, statement))
    return FALSE;
  if (start_of (syntax, subgraph) < open)
    amicus_edit_delete (patch, syntax, start_of (syntax, subgraph), open);

  return TRUE;
}
