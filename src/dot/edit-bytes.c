/* SPDX-License-Identifier: GPL-3.0-or-later
 * Lines, blank space and comments around what is edited. */

#define G_LOG_DOMAIN "amicus-dot"

#include "dot/edit-private.h"

#include "dot/lexer-private.h"

#include <string.h>

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t';
}

gboolean
amicus_edit_is_blank (const char *from,
                      const char *to)
{
  while (from < to && g_ascii_isspace (*from))
    from++;

  return from == to;
}

gboolean
amicus_edit_has_comment (const char *from,
                         const char *to)
{
  gsize length = (gsize) (to - from);

  return memchr (from, '/', length) != NULL || memchr (from, '#', length) != NULL;
}

const char *
amicus_edit_line_start (AmicusSyntax *syntax,
                        const char   *at)
{
  while (at > syntax->start && at[-1] != '\n')
    at--;

  return at;
}

const char *
amicus_edit_skip_back (AmicusSyntax *syntax,
                       const char   *at)
{
  while (at > syntax->start && is_space (at[-1]))
    at--;

  return at;
}

const char *
amicus_edit_skip_spaces (AmicusSyntax *syntax,
                         const char   *at)
{
  while (at < syntax->start + syntax->size && is_space (*at))
    at++;

  return at;
}

gboolean
amicus_edit_begins_line (AmicusSyntax *syntax,
                         const char   *at)
{
  at = amicus_edit_skip_back (syntax, at);

  return at == syntax->start || at[-1] == '\n';
}

const char *
amicus_edit_skip_remarks (AmicusSyntax *syntax,
                          const char   *at)
{
  Lexer lexer;
  const char *end;

  amicus_lexer_init (&lexer, at, syntax->start + syntax->size);
  end = amicus_lexer_skip_line (&lexer, at);
  while (end > at && g_ascii_isspace (end[-1]))
    end--;

  return end;
}

void
amicus_edit_copy_comments (GString      *text,
                           AmicusSyntax *syntax,
                           const char   *from,
                           const char   *to)
{
  while (from < to)
    {
      gboolean block = *from == '/' && from[1] == '*';
      const char *end = from + 1;

      if (*from == '/' || *from == '#')
        {
          end = block ? (const char *) memmem (from + 2, (gsize) (to - from - 2), "*/", 2) + 2
                      : memchr (from, '\n', (gsize) (to - from));
          g_string_append_len (text, from, end - from);
          if (block)
            g_string_append_c (text, ' ');
          else
            amicus_edit_new_line (text, syntax, from);
        }
      from = end;
    }
}

const char *
amicus_edit_text_end (AmicusSyntax    *syntax,
                      const Statement *statement,
                      gboolean        *has_semicolon)
{
  const char *end = syntax->start + statement->text_end;
  Lexer lexer;
  Lexeme lexeme;

  amicus_lexer_init (&lexer, end, syntax->start + statement->end);
  amicus_lexer_next (&lexer, &lexeme);
  *has_semicolon = lexeme.type == LEXEME_SEMICOLON;

  return *has_semicolon ? lexeme.end : end;
}

const char *
amicus_edit_line_end (AmicusSyntax *syntax)
{
  const char *first = memchr (syntax->start, '\n', syntax->size);

  return first != NULL && first > syntax->start && first[-1] == '\r' ? "\r\n" : "\n";
}

void
amicus_edit_append_indent (GString      *text,
                           AmicusSyntax *syntax,
                           const char   *at)
{
  const char *start = amicus_edit_line_start (syntax, at);

  g_string_append_len (text, start, amicus_edit_skip_spaces (syntax, start) - start);
}

void
amicus_edit_new_line (GString      *text,
                      AmicusSyntax *syntax,
                      const char   *at)
{
  g_string_append (text, amicus_edit_line_end (syntax));
  amicus_edit_append_indent (text, syntax, at);
}

/* The next line, if a comment that begins in this one ends in a later one; else this. */
static const char *
skip_comment_lines (AmicusSyntax *syntax,
                    const char   *line,
                    const char   *end)
{
  const char *at = amicus_edit_skip_spaces (syntax, line);
  const char *close = NULL;

  if (end - at >= 2 && at[0] == '/' && at[1] == '*')
    close = memmem (at + 2, (gsize) (end - at - 2), "*/", 2);

  return close != NULL ? close : line;
}

const char *
amicus_edit_block_start (AmicusSyntax    *syntax,
                         const Statement *statement)
{
  const char *text = syntax->start + statement->text;
  const char *own = amicus_edit_line_start (syntax, text);
  const char *line = syntax->start + statement->start;
  const char *block = NULL;

  while (line < own)
    {
      const char *last = skip_comment_lines (syntax, line, own);
      const char *end = memchr (last, '\n', (gsize) (own - last));

      if (end == NULL)
        return own;
      if (amicus_edit_is_blank (line, end) || !amicus_edit_begins_line (syntax, line))
        block = NULL;
      else if (block == NULL)
        block = line;
      line = end + 1;
    }

  return block != NULL ? block : own;
}

static gsize
offset_of (AmicusSyntax *syntax,
           const char   *at)
{
  return (gsize) (at - syntax->start);
}

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '.' || (guchar) c >= 0x80;
}

gboolean
amicus_edit_joins_behind (AmicusSyntax *syntax,
                          const char   *at)
{
  return at < syntax->start + syntax->size && is_word_byte (*at);
}

gboolean
amicus_edit_joins_before (AmicusSyntax *syntax,
                          const char   *at)
{
  return at > syntax->start && is_word_byte (at[-1]);
}

void
amicus_edit_replace (AmicusPatch   *patch,
                     AmicusSyntax  *syntax,
                     const char    *from,
                     const char    *to,
                     const GString *text)
{
  const char *new = text->str;
  gsize length = text->len;

  while (from < to && length > 0 && *from == *new)
    {
      from++;
      new++;
      length--;
    }
  while (from < to && length > 0 && to[-1] == new[length - 1])
    {
      to--;
      length--;
    }
  amicus_patch_add (patch, offset_of (syntax, from), (gsize) (to - from), new, length);
}

void
amicus_edit_insert (AmicusPatch  *patch,
                    AmicusSyntax *syntax,
                    const char   *at,
                    const char   *text)
{
  amicus_patch_add (patch, offset_of (syntax, at), 0, text, strlen (text));
}

/* Blank space between two things that both go is taken once. */
static void
clip (const AmicusPatch *patch,
      gsize             *from,
      gsize             *to)
{
  guint n_changes;
  const AmicusChange *changes = amicus_patch_get_changes (patch, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    {
      gsize end = changes[i].offset + changes[i].removed;

      if (changes[i].offset <= *from && end > *from)
        *from = MIN (end, *to);
      else if (changes[i].offset > *from && changes[i].offset < *to)
        *to = changes[i].offset;
    }
}

void
amicus_edit_delete (AmicusPatch  *patch,
                    AmicusSyntax *syntax,
                    const char   *from,
                    const char   *to)
{
  gboolean joins = amicus_edit_joins_before (syntax, from) && amicus_edit_joins_behind (syntax, to);
  gsize start = offset_of (syntax, from);
  gsize end = offset_of (syntax, to);

  clip (patch, &start, &end);
  amicus_patch_add (patch, start, end - start, " ", joins ? 1 : 0);
}

/* A run of items with others behind it. */
static void
delete_before (AmicusPatch  *patch,
               AmicusSyntax *syntax,
               const Item   *first,
               const Item   *last)
{
  const char *from = first->start;
  const char *behind = behind_item (last);
  const char *remark = amicus_edit_skip_remarks (syntax, behind);
  const char *to = behind;

  if (amicus_edit_is_blank (behind, last[1].start))
    to = last[1].start;
  else if (remark > behind && amicus_edit_begins_line (syntax, from))
    {
      from = amicus_edit_line_start (syntax, from);
      to = (const char *) memchr (remark, '\n', (gsize) (last[1].start - remark)) + 1;
    }
  else if (remark > behind)
    to = remark;
  amicus_edit_delete (patch, syntax, from, to);
}

/* The last items, with one before them that then needs no separator. */
static void
delete_after (AmicusPatch  *patch,
              AmicusSyntax *syntax,
              const Item   *first,
              const Item   *last)
{
  const Item *before = first - 1;
  const char *behind = behind_item (before);
  const char *keep = last->separator != NULL ? behind : before->end;

  if (amicus_edit_is_blank (behind, first->start) &&
      (keep == behind || amicus_edit_is_blank (keep, before->separator)))
    amicus_edit_delete (patch, syntax, keep, behind_item (last));
  else
    {
      if (keep < behind)
        amicus_edit_delete (patch, syntax, before->separator, behind);
      amicus_edit_delete (patch, syntax, first->start, behind_item (last));
    }
}

void
amicus_edit_delete_items (AmicusPatch    *patch,
                          AmicusSyntax   *syntax,
                          const Item     *items,
                          guint           n_items,
                          const gboolean *is_gone)
{
  for (guint i = 0; i < n_items; i++)
    {
      guint first = i;

      if (!is_gone[i])
        continue;
      while (i + 1 < n_items && is_gone[i + 1])
        i++;
      if (i + 1 < n_items)
        delete_before (patch, syntax, &items[first], &items[i]);
      else
        delete_after (patch, syntax, &items[first], &items[i]);
    }
}

const char *
amicus_edit_start_of_end (AmicusSyntax    *syntax,
                          const AmicusEnd *end)
{
  if (end->subgraph != AMICUS_NO_STATEMENT)
    return syntax->start + amicus_syntax_peek (syntax, end->subgraph)->text;

  return end->id.bytes;
}

const char *
amicus_edit_end_of_end (AmicusSyntax    *syntax,
                        const AmicusEnd *end)
{
  const AmicusToken *last = &end->id;

  if (end->subgraph != AMICUS_NO_STATEMENT)
    return syntax->start + amicus_syntax_peek (syntax, end->subgraph)->text_end;
  if (end->port.type != AMICUS_TOKEN_NONE)
    last = end->compass.type != AMICUS_TOKEN_NONE ? &end->compass : &end->port;

  return last->bytes + last->length;
}

const char *
amicus_edit_behind_ends (AmicusSyntax      *syntax,
                         const Statement   *statement,
                         const AmicusParts *parts)
{
  if (parts->ends->len == 0)
    return syntax->start + statement->text;

  return amicus_edit_end_of_end (syntax,
                                 &g_array_index (parts->ends, AmicusEnd, parts->ends->len - 1));
}
