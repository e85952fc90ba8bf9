/* SPDX-License-Identifier: GPL-3.0-or-later
 * Lines and columns of bytes. */

#define G_LOG_DOMAIN "amicus-dot"

#include "dot/syntax-private.h"

#include <string.h>

/* The length of the UTF-8 character at @at, 0 where there is none. */
static gsize
character_length (const char *at,
                  const char *end)
{
  gunichar character;

  if ((guchar) *at < 0x80)
    return 1;
  character = g_utf8_get_char_validated (at, end - at);
  if (character == (gunichar) -1 || character == (gunichar) -2)
    return 0;
  return (gsize) (g_utf8_next_char (at) - at);
}

static gboolean
is_continuation (const char *at)
{
  return ((guchar) *at & 0xc0) == 0x80;
}

/* Whether a character begins here: every byte does but those inside a well-formed one. */
static gboolean
begins_character (AmicusSyntax *self,
                  const char *at)
{
  const char *end = self->start + self->size;

  if (!is_continuation (at))
    return TRUE;
  for (gsize back = 1; back <= 3 && back <= (gsize) (at - self->start); back++)
    if (!is_continuation (at - back))
      return character_length (at - back, end) <= back;

  return TRUE;
}

static guint
count_characters (AmicusSyntax *self,
                  const char *from,
                  const char *to)
{
  guint n = 0;

  for (; from < to; from++)
    if ((guchar) *from < 0x80 || begins_character (self, from))
      n++;

  return n;
}

/* Moves @place from one byte to a later one. */
static void
advance (AmicusSyntax *self,
         Place *place,
         const char *from,
         const char *to)
{
  const char *line = from;
  const char *found;

  while ((found = memchr (line, '\n', (gsize) (to - line))) != NULL)
    {
      line = found + 1;
      place->line++;
      place->column = 1;
    }
  place->column += count_characters (self, line, to);
}

const char *
amicus_syntax_skip_mark (AmicusSyntax *self)
{
  gboolean has_mark = self->size >= 3 && memcmp (self->start, "\xef\xbb\xbf", 3) == 0;

  return self->start + (has_mark ? 3 : 0);
}

/* Remembers the places of some bytes, so that others are found in a time that does not depend on
 * the size of the file or the length of its lines. */
void
amicus_syntax_index_lines (AmicusSyntax *self)
{
  const char *at = amicus_syntax_skip_mark (self);
  Place place = { 1, 1 };

  for (gsize block = 0; block < self->size; block += LINE_BLOCK)
    {
      const char *to = MAX (at, self->start + block);

      advance (self, &place, at, to);
      at = to;
      g_array_append_val (self->places, place);
    }
}

/**
 * amicus_syntax_locate:
 * @self: a syntax
 * @offset: of a byte, or the size of the file
 * @line: (out): its line, from 1
 * @column: (out): its column in characters, from 1
 *
 * Finds where a person sees a byte. A byte that is not UTF-8 counts as one character.
 */
void
amicus_syntax_locate (AmicusSyntax *self,
                      gsize offset,
                      guint *line,
                      guint *column)
{
  Place place = { 1, 1 };
  const char *to;

  g_return_if_fail (self != NULL);
  g_return_if_fail (offset <= self->size);

  if (amicus_syntax_is_in_pieces (self))
    {
      amicus_syntax_locate_in_pieces (self, offset, line, column);
      return;
    }
  to = MAX (self->start + offset, amicus_syntax_skip_mark (self));
  if (self->places->len > 0)
    {
      gsize block = MIN (offset / LINE_BLOCK, self->places->len - 1);
      const char *from = MAX (self->start + block * LINE_BLOCK, amicus_syntax_skip_mark (self));

      place = g_array_index (self->places, Place, block);
      advance (self, &place, from, to);
    }
  *line = place.line;
  *column = place.column;
}

static const char *
skip_ascii (const char *at,
            const char *end)
{
  guint64 word;

  for (; end - at >= (gssize) sizeof word; at += sizeof word)
    {
      memcpy (&word, at, sizeof word);
      if ((word & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
        break;
    }
  while (at < end && (guchar) *at < 0x80)
    at++;

  return at;
}

gsize
amicus_syntax_find_foreign (AmicusSyntax *self)
{
  const char *end = self->start + self->size;
  const char *at = skip_ascii (self->start, end);

  while (at < end)
    {
      gsize length = character_length (at, end);

      if (length == 0)
        break;
      at = skip_ascii (at + length, end);
    }

  return (gsize) (at - self->start);
}
