/* SPDX-License-Identifier: GPL-3.0-or-later
 * A text in pieces: what was read, and in it the statements that were revised since. */

#define G_LOG_DOMAIN "amicus-dot"

#include "dot/syntax-private.h"

#include <string.h>

static const Revision *
get_revision (AmicusSyntax *self,
              guint         nth)
{
  return &g_array_index (self->revisions, Revision, nth);
}

/* How many revisions end at a place of the origin or before. */
static guint
count_before (AmicusSyntax *self,
              guint32       place)
{
  guint low = 0;
  guint high = self->revisions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_revision (self, middle)->end <= place)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

const Revision *
amicus_syntax_find_before (AmicusSyntax *self,
                           guint32       place)
{
  guint n = count_before (self, place);

  return n > 0 ? get_revision (self, n - 1) : NULL;
}

const Revision *
amicus_syntax_find_revision (AmicusSyntax    *self,
                             AmicusStatement  statement)
{
  guint32 text = amicus_syntax_peek (self->origin, statement)->text;
  guint n = count_before (self, text);

  if (n == self->revisions->len || get_revision (self, n)->statement != statement)
    return NULL;

  return get_revision (self, n);
}

/* Where a byte of the origin is now. */
static gsize
follow_origin (AmicusSyntax *self,
               guint32       place)
{
  const Revision *before = amicus_syntax_find_before (self, place);

  return (gsize) ((gssize) place + (before != NULL ? before->shift : 0));
}

const Revision *
amicus_syntax_find_at (AmicusSyntax *self,
                       gsize         offset)
{
  guint low = 0;
  guint high = self->revisions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (amicus_revision_start (get_revision (self, middle)) <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low > 0 ? get_revision (self, low - 1) : NULL;
}

const char *
amicus_syntax_get_piece (AmicusSyntax *self,
                         gsize         offset,
                         gsize        *length)
{
  const Revision *revision;
  guint32 place;
  guint nth;

  if (!amicus_syntax_is_in_pieces (self))
    {
      *length = self->size - offset;
      return self->start + offset;
    }

  revision = amicus_syntax_find_at (self, offset);
  if (revision != NULL && offset < amicus_revision_start (revision) + revision->length)
    {
      *length = amicus_revision_start (revision) + revision->length - offset;
      return revision->text + (offset - amicus_revision_start (revision));
    }

  place = (guint32) ((gssize) offset - (revision != NULL ? revision->shift : 0));
  nth = count_before (self, place);
  *length = (nth < self->revisions->len ? get_revision (self, nth)->start : self->origin->size) -
            place;

  return self->origin->start + place;
}

gsize
amicus_syntax_place_byte (AmicusSyntax *self,
                          const char   *byte)
{
  AmicusSyntax *origin = self->origin;

  if (!amicus_syntax_is_in_pieces (self) && byte >= self->start && byte <= self->start + self->size)
    return (gsize) (byte - self->start);

  g_return_val_if_fail (origin != NULL, 0);
  if (byte >= origin->start && byte <= origin->start + origin->size)
    return follow_origin (self, (guint32) (byte - origin->start));

  for (guint i = 0; i < self->revisions->len; i++)
    {
      const Revision *revision = get_revision (self, i);

      if (byte >= revision->text && byte <= revision->text + revision->length)
        return amicus_revision_start (revision) + (gsize) (byte - revision->text);
    }
  g_return_val_if_reached (0);
}

/**
 * amicus_syntax_get_size:
 * @self: a syntax
 *
 * Returns: how many bytes the file has
 */
gsize
amicus_syntax_get_size (AmicusSyntax *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size;
}

static void
copy_to (AmicusSyntax *self,
         char         *to,
         gsize         offset,
         gsize         length)
{
  while (length > 0)
    {
      gsize n;
      const char *piece = amicus_syntax_get_piece (self, offset, &n);

      n = MIN (n, length);
      memcpy (to, piece, n);
      to += n;
      offset += n;
      length -= n;
    }
}

/**
 * amicus_syntax_copy_bytes:
 * @self: a syntax
 * @offset: a place in the file
 * @length: how many bytes of the file
 *
 * Returns: (transfer full) (array length=length): a copy of these bytes, with a zero byte behind it
 */
char *
amicus_syntax_copy_bytes (AmicusSyntax *self,
                          gsize         offset,
                          gsize         length)
{
  char *copy;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (length <= self->size && offset <= self->size - length, NULL);

  copy = g_malloc (length + 1);
  copy_to (self, copy, offset, length);
  copy[length] = '\0';

  return copy;
}

static guint32
shifted (AmicusSyntax *self,
         guint32       place)
{
  return (guint32) follow_origin (self, place);
}

static GArray *
shift_statements (AmicusSyntax *self)
{
  GArray *statements = g_array_copy (self->origin->statements);

  for (guint i = 0; i < statements->len; i++)
    {
      Statement *statement = &g_array_index (statements, Statement, i);

      statement->start = shifted (self, statement->start);
      statement->text = shifted (self, statement->text);
      statement->text_end = shifted (self, statement->text_end);
      statement->end = shifted (self, statement->end);
    }

  return statements;
}

/* Brings the pieces together; then the syntax is as if it had been read, but for its origin. */
void
amicus_syntax_join (AmicusSyntax *self)
{
  GArray *statements = shift_statements (self);
  char *text = amicus_syntax_copy_bytes (self, 0, self->size);

  g_array_unref (self->statements);
  self->statements = statements;
  self->bytes = g_bytes_new_take (text, self->size);
  self->start = text;
  g_array_unref (self->places);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  amicus_syntax_index_lines (self);
}

/* Where the line of a byte begins. */
static gsize
find_line (AmicusSyntax *self,
           gsize         offset)
{
  while (offset > 0)
    {
      const Revision *revision = amicus_syntax_find_at (self, offset - 1);
      gsize start = revision == NULL ? 0 : amicus_revision_start (revision);
      const char *text, *found;
      gsize length;

      if (revision != NULL && offset > start + revision->length)
        start += revision->length;
      text = amicus_syntax_get_piece (self, start, &length);
      found = memrchr (text, '\n', offset - start);
      if (found != NULL)
        return start + (gsize) (found - text) + 1;
      offset = start;
    }

  return 0;
}

static guint
count_lines (const char *text,
             gsize       length)
{
  const char *end = text + length;
  guint n = 0;

  for (; (text = memchr (text, '\n', (gsize) (end - text))) != NULL; text++)
    n++;

  return n;
}

/* The line of a byte that begins one. */
static guint
count_to_line (AmicusSyntax *self,
               gsize         offset)
{
  const char *origin = self->origin->start;
  const Revision *last = amicus_syntax_find_at (self, offset);
  gboolean is_inside = last != NULL && offset < amicus_revision_start (last) + last->length;
  gsize place = (gsize) ((gssize) offset - (last != NULL ? last->shift : 0));
  guint line, column;

  amicus_syntax_locate (self->origin, is_inside ? last->start : place, &line, &column);
  if (last == NULL)
    return line;

  /* What wraps around comes back. */
  for (const Revision *at = get_revision (self, 0); is_inside ? at < last : at <= last; at++)
    line += count_lines (at->text, at->length) -
            count_lines (origin + at->start, at->end - at->start);
  if (is_inside)
    line += count_lines (last->text, offset - amicus_revision_start (last));

  return line;
}

/* Columns are counted in a copy of the line, with the line end before it and what may end a
 * character that begins in it. */
void
amicus_syntax_locate_in_pieces (AmicusSyntax *self,
                                gsize         offset,
                                guint        *line,
                                guint        *column)
{
  gsize line_start = find_line (self, offset);
  gsize start = line_start - (line_start > 0 ? 1 : 0);
  gsize length = MIN (offset - start + 3, self->size - start);
  g_autofree char *text = amicus_syntax_copy_bytes (self, start, length);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);
  AmicusSyntax copy = { .bytes = bytes, .start = text, .size = length, .places = places };

  amicus_syntax_index_lines (&copy);
  amicus_syntax_locate (&copy, offset - start, line, column);
  *line = count_to_line (self, line_start);
}

/* Takes the findings over from the origin: revised statements have none. */
void
amicus_syntax_copy_findings (AmicusSyntax *self)
{
  GArray *found = self->origin->findings.items;

  amicus_findings_init (&self->findings);
  for (guint i = 0; i < found->len; i++)
    {
      AmicusDiagnostic copy = g_array_index (found, AmicusDiagnostic, i);

      copy.message = g_strdup (copy.message);
      copy.offset = follow_origin (self, (guint32) copy.offset);
      g_array_append_val (self->findings.items, copy);
    }
  amicus_syntax_locate_findings (self);
}

/**
 * amicus_syntax_follow:
 * @self: a syntax
 * @other: one that is akin
 * @offset: of a byte in @other that is in no statement whose bytes are others in @self
 *
 * Returns: where it is in @self
 */
gsize
amicus_syntax_follow (AmicusSyntax *self,
                      AmicusSyntax *other,
                      gsize         offset)
{
  g_return_val_if_fail (amicus_syntax_is_akin (self, other), offset);

  if (other->origin != NULL)
    {
      const Revision *revision = amicus_syntax_find_at (other, offset);

      if (revision != NULL && offset < amicus_revision_start (revision) + revision->length)
        return amicus_syntax_get_start (self, revision->statement) + (offset - amicus_revision_start (revision));
      offset = (gsize) ((gssize) offset - (revision != NULL ? revision->shift : 0));
    }

  return self->origin == NULL ? offset : follow_origin (self, (guint32) offset);
}
