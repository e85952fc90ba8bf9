/* SPDX-License-Identifier: GPL-3.0-or-later
 * Statements of revised texts: which they are, and one of them alone. */

#define G_LOG_DOMAIN "amicus-dot"

#include "dot/lexer-private.h"
#include "dot/syntax-private.h"

#include <string.h>

/* What a line begins with is looked for in so many bytes. */
#define FARTHEST 4096

static const Revision *
get_revision (AmicusSyntax *self,
              guint         nth)
{
  return self->origin != NULL && nth < self->revisions->len
           ? &g_array_index (self->revisions, Revision, nth)
           : NULL;
}

/**
 * amicus_syntax_list_revised:
 * @self: a syntax
 * @other: one that is akin
 *
 * Returns: (transfer full) (element-type AmicusStatement): the statements whose bytes may differ
 */
GArray *
amicus_syntax_list_revised (AmicusSyntax *self,
                            AmicusSyntax *other)
{
  GArray *revised = g_array_new (FALSE, FALSE, sizeof (AmicusStatement));
  const Revision *a, *b;
  guint i = 0;
  guint j = 0;

  g_return_val_if_fail (amicus_syntax_is_akin (self, other), revised);

  for (a = get_revision (self, 0), b = get_revision (other, 0); a != NULL || b != NULL;
       a = get_revision (self, i), b = get_revision (other, j))
    {
      gboolean has_a = a != NULL && (b == NULL || a->start <= b->start);
      gboolean has_b = b != NULL && (a == NULL || b->start <= a->start);
      AmicusStatement statement = has_a ? a->statement : b->statement;

      i += has_a ? 1 : 0;
      j += has_b ? 1 : 0;
      if (!has_a || !has_b || a->text != b->text)
        g_array_append_val (revised, statement);
    }

  return revised;
}

/* The line end, as this file has it, and the blank space with which the line of @at begins, unless
 * that is far away. */
static void
append_line_start (GString    *text,
                   const char *start,
                   const char *at)
{
  const char *first = memchr (start, '\n', MIN ((gsize) (at - start), FARTHEST));
  const char *near = start + ((gsize) (at - start) > FARTHEST ? (gsize) (at - start) - FARTHEST : 0);
  const char *line = memrchr (near, '\n', (gsize) (at - near));

  g_string_append (text, first != NULL && first > start && first[-1] == '\r' ? "\r\n" : "\n");
  for (line = line != NULL ? line + 1 : at; line < at && (*line == ' ' || *line == '\t'); line++)
    g_string_append_c (text, *line);
}

/**
 * amicus_syntax_isolate:
 * @self: a syntax
 * @statement: a node or edge statement without others inside
 * @offset: (out): the difference of the places that a byte of it has in the file and in the result
 *
 * Makes a small file of one statement, with what decides how it is edited: the blank space before it
 * and the first word behind it.
 *
 * Returns: (transfer full): that file, in which it is the statement %AMICUS_ISOLATED
 */
AmicusSyntax *
amicus_syntax_isolate (AmicusSyntax    *self,
                       AmicusStatement  statement,
                       gssize          *offset)
{
  AmicusSyntax *origin = self->origin != NULL ? self->origin : self;
  const Statement *found = amicus_syntax_peek (origin, statement);
  const char *behind = origin->start + found->text_end;
  GString *text = g_string_new ("digraph {");
  Lexer lexer;
  Lexeme lexeme;
  const char *own;
  gsize length;
  g_autoptr (GBytes) bytes = NULL;

  append_line_start (text, origin->start, origin->start + found->text);
  own = amicus_syntax_get_text (self, statement, &length);
  *offset = (gssize) amicus_syntax_get_start (self, statement) - (gssize) text->len;
  g_string_append_len (text, own, (gssize) length);
  amicus_lexer_init (&lexer, behind, origin->start + origin->size);
  amicus_lexer_next (&lexer, &lexeme);
  g_string_append_len (text, behind, lexeme.end - behind);
  g_string_append (text, "\n}\n");

  bytes = g_string_free_to_bytes (text);
  return amicus_syntax_new (bytes);
}
