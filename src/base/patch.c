/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-base"

#include "base/patch.h"

struct _AmicusPatch
{
  gatomicrefcount references;
  GArray *changes;
};

static void
clear_change (gpointer change)
{
  g_bytes_unref (((AmicusChange *) change)->inserted);
}

/**
 * amicus_patch_new:
 *
 * Returns: (transfer full): a patch that changes nothing
 */
AmicusPatch *
amicus_patch_new (void)
{
  AmicusPatch *self = g_new (AmicusPatch, 1);

  g_atomic_ref_count_init (&self->references);
  self->changes = g_array_new (FALSE, FALSE, sizeof (AmicusChange));
  g_array_set_clear_func (self->changes, clear_change);

  return self;
}

/**
 * amicus_patch_ref:
 * @self: a patch
 *
 * Returns: (transfer full): the same patch, kept once more
 */
AmicusPatch *
amicus_patch_ref (AmicusPatch *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * amicus_patch_unref:
 * @self: (transfer full): a patch
 */
void
amicus_patch_unref (AmicusPatch *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_array_unref (self->changes);
  g_free (self);
}

static gsize
end_of (const AmicusChange *change)
{
  return change->offset + change->removed;
}

/* Where a change at @offset belongs; behind those that are at the same place. */
static guint
find_place (const AmicusPatch *self,
            gsize              offset)
{
  guint place = self->changes->len;

  while (place > 0 && g_array_index (self->changes, AmicusChange, place - 1).offset > offset)
    place--;

  return place;
}

/**
 * amicus_patch_add:
 * @self: a patch that nobody else has yet
 * @offset: place in the text before the patch, in bytes
 * @removed: how many bytes there give way
 * @inserted: (array length=length): to these
 * @length: their number
 *
 * Adds a change. Changes may come in any order, but must not touch the bytes of another one; of
 * several at the same place the first stands first.
 */
void
amicus_patch_add (AmicusPatch *self,
                  gsize        offset,
                  gsize        removed,
                  const char  *inserted,
                  gsize        length)
{
  AmicusChange change = { offset, removed, NULL };
  guint place;

  g_return_if_fail (self != NULL);
  g_return_if_fail (removed <= G_MAXSIZE - offset);
  g_return_if_fail (inserted != NULL || length == 0);

  place = find_place (self, offset);
  g_return_if_fail (place == 0 ||
                    end_of (&g_array_index (self->changes, AmicusChange, place - 1)) <= offset);
  g_return_if_fail (place == self->changes->len ||
                    end_of (&change) <= g_array_index (self->changes, AmicusChange, place).offset);
  if (removed == 0 && length == 0)
    return;

  change.inserted = g_bytes_new (inserted, length);
  g_array_insert_val (self->changes, place, change);
}

/**
 * amicus_patch_get_changes:
 * @self: a patch
 * @n_changes: (out): their number
 *
 * Returns: (transfer none) (array length=n_changes): its changes in the order of their places
 */
const AmicusChange *
amicus_patch_get_changes (const AmicusPatch *self,
                          guint             *n_changes)
{
  g_return_val_if_fail (self != NULL && n_changes != NULL, NULL);

  *n_changes = self->changes->len;
  return (const AmicusChange *) (gpointer) self->changes->data;
}

/**
 * amicus_patch_is_empty:
 * @self: a patch
 *
 * Returns: whether it changes nothing
 */
gboolean
amicus_patch_is_empty (const AmicusPatch *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->changes->len == 0;
}

/**
 * amicus_patch_fits:
 * @self: a patch
 * @size: of a text, in bytes
 *
 * Returns: whether all that it changes is in the text
 */
gboolean
amicus_patch_fits (const AmicusPatch *self,
                   gsize              size)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->changes->len == 0 ||
         end_of (&g_array_index (self->changes, AmicusChange, self->changes->len - 1)) <= size;
}

static void
append_bytes (GByteArray *text,
              GBytes     *bytes)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  if (length > 0)
    g_byte_array_append (text, data, (guint) length);
}

/**
 * amicus_patch_apply:
 * @self: a patch
 * @text: that it fits, of at most 4 GiB
 *
 * Returns: (transfer full): what it makes of the text
 */
GBytes *
amicus_patch_apply (const AmicusPatch *self,
                    GBytes            *text)
{
  GByteArray *patched;
  const char *old;
  gsize size;
  gsize done = 0;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);
  g_return_val_if_fail (amicus_patch_fits (self, g_bytes_get_size (text)), NULL);

  old = g_bytes_get_data (text, &size);
  patched = g_byte_array_sized_new ((guint) size + 64);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const AmicusChange *change = &g_array_index (self->changes, AmicusChange, i);

      if (change->offset > done)
        g_byte_array_append (patched, (const guint8 *) old + done, (guint) (change->offset - done));
      append_bytes (patched, change->inserted);
      done = end_of (change);
    }
  if (size > done)
    g_byte_array_append (patched, (const guint8 *) old + done, (guint) (size - done));

  return g_byte_array_free_to_bytes (patched);
}

/**
 * amicus_patch_invert:
 * @self: a patch
 * @text: that it fits
 *
 * Returns: (transfer full): the patch that makes @text again of what @self makes of it
 */
AmicusPatch *
amicus_patch_invert (const AmicusPatch *self,
                     GBytes            *text)
{
  AmicusPatch *inverse;
  gsize grown = 0;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);
  g_return_val_if_fail (amicus_patch_fits (self, g_bytes_get_size (text)), NULL);

  inverse = amicus_patch_new ();
  for (guint i = 0; i < self->changes->len; i++)
    {
      const AmicusChange *change = &g_array_index (self->changes, AmicusChange, i);
      gsize length = g_bytes_get_size (change->inserted);
      AmicusChange back = {
        change->offset + grown,
        length,
        g_bytes_new_from_bytes (text, change->offset, change->removed),
      };

      g_array_append_val (inverse->changes, back);
      /* May be less than nothing: what wraps around comes back. */
      grown += length - change->removed;
    }

  return inverse;
}

/**
 * amicus_patch_between:
 * @text: a text
 * @other: what it is to become
 *
 * Returns: (transfer full): the one change between what both begin and end with
 */
AmicusPatch *
amicus_patch_between (GBytes *text,
                      GBytes *other)
{
  AmicusPatch *patch = amicus_patch_new ();
  gsize size, other_size;
  const char *old = g_bytes_get_data (text, &size);
  const char *new = g_bytes_get_data (other, &other_size);
  gsize most = MIN (size, other_size);
  gsize start = 0;
  gsize end = 0;

  while (start < most && old[start] == new[start])
    start++;
  while (end < most - start && old[size - end - 1] == new[other_size - end - 1])
    end++;
  amicus_patch_add (patch, start, size - start - end,
                    new != NULL ? new + start : NULL, other_size - start - end);

  return patch;
}
