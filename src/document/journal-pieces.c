/* SPDX-License-Identifier: GPL-3.0-or-later
 * Text in pieces, so that a change moves few bytes however long the text is. */

#define G_LOG_DOMAIN "amicus-document"

#include "document/journal-private.h"

#include <string.h>

#define PIECE_SIZE 16384
#define PIECE_LIMIT (2 * PIECE_SIZE)

struct _AmicusPieces
{
  GPtrArray *pieces; /* of GByteArray, none empty */
};

/* Puts bytes before the piece at @index, in new pieces. */
static void
insert_pieces (AmicusPieces *self,
               guint         index,
               const guint8 *data,
               gsize         size)
{
  for (gsize done = 0; done < size; done += PIECE_SIZE)
    {
      guint length = (guint) MIN (size - done, PIECE_SIZE);
      GByteArray *piece = g_byte_array_sized_new (length);

      g_byte_array_append (piece, data + done, length);
      g_ptr_array_insert (self->pieces, (int) index++, piece);
    }
}

static void
free_piece (gpointer piece)
{
  g_byte_array_unref (piece);
}

AmicusPieces *
amicus_pieces_new (GBytes *text)
{
  AmicusPieces *self = g_new (AmicusPieces, 1);
  gsize size;
  const guint8 *data = g_bytes_get_data (text, &size);

  self->pieces = g_ptr_array_new_with_free_func (free_piece);
  insert_pieces (self, 0, data, size);

  return self;
}

void
amicus_pieces_free (AmicusPieces *self)
{
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

static GByteArray *
get_piece (const AmicusPieces *self,
           guint               index)
{
  return self->pieces->pdata[index];
}

/* The piece that holds the byte at @offset, which becomes a place in it; the number of pieces for
 * the end. */
static guint
find_piece (const AmicusPieces *self,
            gsize              *offset)
{
  guint index = 0;

  while (index < self->pieces->len && *offset >= get_piece (self, index)->len)
    *offset -= get_piece (self, index++)->len;

  return index;
}

/* Takes bytes out, which come to the end of @removed. */
static void
remove_bytes (AmicusPieces *self,
              gsize         offset,
              gsize         size,
              GByteArray   *removed)
{
  guint index = find_piece (self, &offset);
  guint first_empty = 0, n_empty = 0;

  while (size > 0 && index < self->pieces->len)
    {
      GByteArray *piece = get_piece (self, index);
      guint length = (guint) MIN (size, piece->len - offset);

      g_byte_array_append (removed, piece->data + offset, length);
      g_byte_array_remove_range (piece, (guint) offset, length);
      if (piece->len == 0 && n_empty++ == 0)
        first_empty = index;
      size -= length;
      offset = 0;
      index++;
    }

  if (n_empty > 0)
    g_ptr_array_remove_range (self->pieces, first_empty, n_empty);
}

/* Makes two pieces of one, so that the second starts at @offset. */
static void
split_piece (AmicusPieces *self,
             guint         index,
             gsize         offset)
{
  GByteArray *piece = get_piece (self, index);

  insert_pieces (self, index + 1, piece->data + offset, piece->len - offset);
  g_byte_array_set_size (piece, (guint) offset);
}

static void
insert_into_piece (GByteArray   *piece,
                   gsize         offset,
                   const guint8 *data,
                   gsize         size)
{
  guint old = piece->len;

  g_byte_array_set_size (piece, old + (guint) size);
  memmove (piece->data + offset + size, piece->data + offset, old - offset);
  memcpy (piece->data + offset, data, size);
}

static gboolean
has_room (const AmicusPieces *self,
          guint               index,
          gsize               size)
{
  return index < self->pieces->len && size + get_piece (self, index)->len <= PIECE_LIMIT;
}

static void
insert_bytes (AmicusPieces *self,
              gsize         offset,
              const guint8 *data,
              gsize         size)
{
  guint index = find_piece (self, &offset);

  /* At the end of a piece, too: else what is typed there would become a piece for each letter. */
  if (offset == 0 && index > 0 && has_room (self, index - 1, size))
    offset = get_piece (self, --index)->len;

  if (has_room (self, index, size))
    {
      insert_into_piece (get_piece (self, index), offset, data, size);
      return;
    }

  if (offset > 0)
    split_piece (self, index++, offset);
  insert_pieces (self, index, data, size);
}

/* Returns: (transfer full): what takes @patch, which must fit, back */
AmicusPatch *
amicus_pieces_apply (AmicusPieces      *self,
                     const AmicusPatch *patch)
{
  AmicusPatch *inverse = amicus_patch_new ();
  guint n_changes;
  const AmicusChange *changes = amicus_patch_get_changes (patch, &n_changes);
  gsize grown = 0;

  for (guint i = 0; i < n_changes; i++)
    {
      g_autoptr (GByteArray) removed = g_byte_array_new ();
      gsize length;
      const guint8 *inserted = g_bytes_get_data (changes[i].inserted, &length);
      gsize offset = changes[i].offset + grown;

      remove_bytes (self, offset, changes[i].removed, removed);
      if (length > 0)
        insert_bytes (self, offset, inserted, length);
      amicus_patch_add (inverse, offset, length, (const char *) removed->data, removed->len);
      /* May be less than nothing: what wraps around comes back. */
      grown += length - changes[i].removed;
    }

  return inverse;
}

GBytes *
amicus_pieces_to_bytes (const AmicusPieces *self)
{
  GByteArray *text = g_byte_array_new ();

  for (guint i = 0; i < self->pieces->len; i++)
    g_byte_array_append (text, get_piece (self, i)->data, get_piece (self, i)->len);

  return g_byte_array_free_to_bytes (text);
}
