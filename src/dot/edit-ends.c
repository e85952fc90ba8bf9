/* SPDX-License-Identifier: GPL-3.0-or-later
 * The ends of node and edge statements. */

#define G_LOG_DOMAIN "amicus-dot"

#include "dot/edit.h"

#include "dot/edit-private.h"
#include "dot/quote.h"

#include <string.h>

static const AmicusEnd *
get_end (const AmicusParts *parts,
         guint              end)
{
  return &g_array_index (parts->ends, AmicusEnd, end);
}

/**
 * amicus_edit_remove_end:
 * @patch: where to add
 * @syntax: a file
 * @statement: a node statement
 * @end: which of its nodes, and not the only one
 *
 * Takes a node out of `a, b [x=y]`, with the comma that divides it from the others.
 */
void
amicus_edit_remove_end (AmicusPatch     *patch,
                        AmicusSyntax    *syntax,
                        AmicusStatement  statement,
                        guint            end)
{
  AmicusParts parts;
  g_autofree Item *items = NULL;
  g_autofree gboolean *is_gone = NULL;

  g_return_if_fail (patch != NULL && syntax != NULL);

  amicus_parts_init (&parts);
  amicus_syntax_get_parts (syntax, statement, &parts);
  if (end < parts.ends->len && parts.ends->len > 1)
    {
      items = g_new0 (Item, parts.ends->len);
      is_gone = g_new0 (gboolean, parts.ends->len);
      is_gone[end] = TRUE;
      for (guint i = 0; i < parts.ends->len; i++)
        {
          items[i].start = amicus_edit_start_of_end (syntax, get_end (&parts, i));
          items[i].end = amicus_edit_end_of_end (syntax, get_end (&parts, i));
        }
      for (guint i = 0; i + 1 < parts.ends->len; i++)
        items[i].separator = memchr (items[i].end, ',', (gsize) (items[i + 1].start - items[i].end));
      amicus_edit_delete_items (patch, syntax, items, parts.ends->len, is_gone);
    }
  amicus_parts_clear (&parts);
}

/**
 * amicus_edit_clear:
 * @patch: where to add
 * @syntax: a file
 * @statement: a node or edge statement
 *
 * Takes a statement's lists away, with their brackets and the comments among them.
 */
void
amicus_edit_clear (AmicusPatch     *patch,
                   AmicusSyntax    *syntax,
                   AmicusStatement  statement)
{
  const Statement *cleared;
  AmicusParts parts;

  g_return_if_fail (patch != NULL && syntax != NULL);
  g_return_if_fail (statement < syntax->statements->len);

  cleared = amicus_syntax_peek (syntax, statement);
  amicus_parts_init (&parts);
  amicus_syntax_get_parts (syntax, statement, &parts);
  amicus_edit_delete (patch, syntax, amicus_edit_behind_ends (syntax, cleared, &parts),
                      syntax->start + cleared->text_end);
  amicus_parts_clear (&parts);
}

/**
 * Rewriting:
 * @ends: what is to come
 * @lists: the brackets of the old statement, with the blank space before them
 * @is_used: whether the bytes behind each old end were written again
 * @line: what divides statements
 */
typedef struct
{
  AmicusSyntax *syntax;
  const Statement *statement;
  AmicusParts parts;
  const AmicusNewEnd *ends;
  guint n_ends;
  const char *lists;
  gboolean *is_used;
  GString *line;
  GString *text;
} Rewriting;

static void
append_bytes (Rewriting  *self,
              const char *from,
              const char *to)
{
  g_string_append_len (self->text, from, to - from);
}

/* Whether the piece of an end has no arrow, so that it only names nodes or a subgraph. */
static gboolean
is_mention (const Rewriting *self,
            guint            at)
{
  guint piece = self->ends[at].piece;

  while (at > 0 && self->ends[at - 1].piece == piece)
    at--;
  for (; at + 1 < self->n_ends && self->ends[at + 1].piece == piece; at++)
    if (self->ends[at].side != self->ends[at + 1].side)
      return FALSE;

  return TRUE;
}

static void
append_end (Rewriting *self,
            guint      at)
{
  const AmicusNewEnd *new = &self->ends[at];
  const AmicusEnd *old;

  if (new->end == AMICUS_NO_END)
    {
      amicus_quote_id (self->text, new->id, strlen (new->id));
      return;
    }

  old = get_end (&self->parts, new->end);
  if (old->subgraph == AMICUS_NO_STATEMENT && is_mention (self, at))
    append_bytes (self, old->id.bytes, old->id.bytes + old->id.length);
  else
    append_bytes (self, amicus_edit_start_of_end (self->syntax, old),
                  amicus_edit_end_of_end (self->syntax, old));
}

static gboolean
is_boundary (const AmicusEnd *old)
{
  return old[0].group != old[1].group;
}

/* Whether the ends at @at and behind it follow each other in the old statement in the same way. */
static gboolean
is_old_gap (const Rewriting *self,
            guint            at)
{
  const AmicusNewEnd *new = &self->ends[at];

  return new[0].piece == new[1].piece && new[0].end != AMICUS_NO_END &&
         new[1].end == new[0].end + 1 &&
         is_boundary (get_end (&self->parts, new[0].end)) == (new[0].side != new[1].side);
}

static void
append_old_gap (Rewriting *self,
                guint      old)
{
  append_bytes (self, amicus_edit_end_of_end (self->syntax, get_end (&self->parts, old)),
                amicus_edit_start_of_end (self->syntax, get_end (&self->parts, old + 1)));
  self->is_used[old] = TRUE;
}

static gboolean
is_directed (const Rewriting *self)
{
  AmicusStatement at = self->statement->parent;
  AmicusParts parts;
  gboolean directed;

  while (amicus_syntax_get_kind (self->syntax, at) != AMICUS_STATEMENT_GRAPH)
    at = amicus_syntax_get_parent (self->syntax, at);
  amicus_parts_init (&parts);
  amicus_syntax_get_parts (self->syntax, at, &parts);
  directed = parts.directed;
  amicus_parts_clear (&parts);

  return directed;
}

/* What stands between two ends of a piece. */
static void
append_gap (Rewriting *self,
            guint      at)
{
  if (is_old_gap (self, at))
    append_old_gap (self, self->ends[at].end);
  else if (self->ends[at].side == self->ends[at + 1].side)
    g_string_append (self->text, ", ");
  else
    g_string_append (self->text, is_directed (self) ? " -> " : " -- ");
}

static void
append_lists (Rewriting *self)
{
  append_bytes (self, self->lists, self->syntax->start + self->statement->text_end);
}

static void
append_pieces (Rewriting *self)
{
  for (guint i = 0; i < self->n_ends; i++)
    {
      append_end (self, i);
      if (i + 1 < self->n_ends && self->ends[i].piece == self->ends[i + 1].piece)
        {
          append_gap (self, i);
          continue;
        }
      if (!is_mention (self, i))
        append_lists (self);
      if (i + 1 < self->n_ends)
        g_string_append (self->text,
                         is_mention (self, i) && is_mention (self, i + 1) ? "; " : self->line->str);
    }
}

/* Comments between ends that do not follow each other any more go before all. */
static void
keep_comments (Rewriting *self)
{
  g_autoptr (GString) comments = g_string_new (NULL);

  for (guint i = 0; i + 1 < self->parts.ends->len; i++)
    {
      const char *from = amicus_edit_end_of_end (self->syntax, get_end (&self->parts, i));
      const char *to = amicus_edit_start_of_end (self->syntax, get_end (&self->parts, i + 1));

      if (!self->is_used[i])
        amicus_edit_copy_comments (comments, self->syntax, from, to);
    }
  g_string_prepend (self->text, comments->str);
}

/* Pieces of a statement with lines of its own get such too. */
static GString *
write_divider (AmicusSyntax    *syntax,
               const Statement *statement)
{
  GString *line = g_string_new (NULL);
  const char *text = syntax->start + statement->text;
  gboolean has_semicolon;

  amicus_edit_text_end (syntax, statement, &has_semicolon);
  if (!amicus_edit_begins_line (syntax, text) ||
      (syntax->start[statement->end - 1] != '\n' && statement->end < syntax->size))
    return g_string_assign (line, "; ");

  g_string_append (line, has_semicolon ? ";" : "");
  amicus_edit_new_line (line, syntax, text);

  return line;
}

static void
rewriting_init (Rewriting       *self,
                AmicusStatement  statement)
{
  self->statement = amicus_syntax_peek (self->syntax, statement);
  amicus_parts_init (&self->parts);
  amicus_syntax_get_parts (self->syntax, statement, &self->parts);
  self->lists = amicus_edit_behind_ends (self->syntax, self->statement, &self->parts);
  self->is_used = g_new0 (gboolean, self->parts.ends->len + 1);
  self->line = write_divider (self->syntax, self->statement);
  self->text = g_string_new (NULL);
}

static void
rewriting_clear (Rewriting *self)
{
  g_string_free (self->text, TRUE);
  g_string_free (self->line, TRUE);
  g_free (self->is_used);
  amicus_parts_clear (&self->parts);
}

/**
 * amicus_edit_replace_ends:
 * @patch: where to add
 * @syntax: a file
 * @statement: an edge statement
 * @ends: (array length=n_ends): what is to stand there, in its order
 * @n_ends: how many; the statement goes if there are none
 *
 * Makes other statements of an edge statement. Those with an arrow have its lists; where only nodes
 * or a subgraph are named, no list and no ports. Comments between the ends stay.
 */
void
amicus_edit_replace_ends (AmicusPatch        *patch,
                          AmicusSyntax       *syntax,
                          AmicusStatement     statement,
                          const AmicusNewEnd *ends,
                          guint               n_ends)
{
  Rewriting self = { syntax, .ends = ends, .n_ends = n_ends };

  g_return_if_fail (patch != NULL && syntax != NULL);
  g_return_if_fail (statement > 0 && statement < syntax->statements->len);

  if (n_ends == 0)
    {
      amicus_edit_remove_statement (patch, syntax, statement);
      return;
    }

  rewriting_init (&self, statement);
  append_pieces (&self);
  keep_comments (&self);
  if (self.text->str[0] == '{' && amicus_edit_divides (syntax, statement))
    g_string_prepend (self.text, "; ");
  if (amicus_edit_joins_before (syntax, syntax->start + self.statement->text))
    g_string_prepend_c (self.text, ' ');
  if (amicus_edit_joins_behind (syntax, syntax->start + self.statement->text_end))
    g_string_append_c (self.text, ' ');
  amicus_edit_replace (patch, syntax, syntax->start + self.statement->text,
                       syntax->start + self.statement->text_end, self.text);
  rewriting_clear (&self);
}
