/* SPDX-License-Identifier: GPL-3.0-or-later
 * Interned strings: an array of strings, found again through an open hash table. */

#define G_LOG_DOMAIN "amicus-base"

#include "base/strings.h"

#include <string.h>

#include "base/hash.h"

#define CHUNK_SIZE (64 * 1024)
#define FIRST_SLOTS 256

/* Each string stands behind its length. */
typedef guint32 Length;

/* A slot without a string has number 0: the empty string is never looked for in the table. */
typedef struct
{
  guint64 key;
  guint32 hash; /* of the key */
  AmicusString string;
} Slot;

/* Strings of so many bytes, and longer ones, are more than fits into a key. */
#define LONG 8

struct _AmicusStrings
{
  GPtrArray *strings;
  Slot *slots;
  guint32 mask;
  guint64 secrets[2];
  GPtrArray *chunks;
  char *free_bytes;
  gsize n_free;
};

static const char empty[sizeof (Length) + 1];

/**
 * amicus_strings_new:
 *
 * Makes a pool that holds the empty string only.
 *
 * Returns: (transfer full): the pool
 */
AmicusStrings *
amicus_strings_new (void)
{
  return amicus_strings_new_sized (0);
}

static gboolean
is_full (gsize n_strings,
         gsize n_slots)
{
  return n_strings > n_slots / 4 * 3;
}

/**
 * amicus_strings_new_sized:
 * @n_strings: how many strings it will hold, about
 *
 * Makes a pool that need not grow up to that number.
 *
 * Returns: (transfer full): the pool, with the empty string only
 */
AmicusStrings *
amicus_strings_new_sized (guint n_strings)
{
  AmicusStrings *self = g_new0 (AmicusStrings, 1);
  gsize n_slots = FIRST_SLOTS;

  while (is_full (n_strings, n_slots))
    n_slots *= 2;

  self->strings = g_ptr_array_sized_new (n_strings + 1);
  g_ptr_array_add (self->strings, (gpointer) (empty + sizeof (Length)));
  self->slots = g_new0 (Slot, n_slots);
  self->mask = (guint32) (n_slots - 1);
  /* Nobody who writes a file can know which strings would collide. */
  for (guint i = 0; i < G_N_ELEMENTS (self->secrets); i++)
    self->secrets[i] = amicus_hash_secret ();
  self->chunks = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * amicus_strings_free:
 * @self: (transfer full): a pool
 *
 * Frees the pool and all its strings.
 */
void
amicus_strings_free (AmicusStrings *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->strings);
  g_free (self->slots);
  g_ptr_array_unref (self->chunks);
  g_free (self);
}

/* A short string is its own key, so that a look into the table is all it takes to find it: its bytes
 * and, in the highest byte, its length. The key of any other has a hash instead, and LONG. */
static guint64
key_of (const AmicusStrings *self,
        const char *bytes,
        gsize length)
{
  guint64 key = 0;
  guint64 word = 0;

  if (length < LONG)
    {
      for (gsize i = 0; i < length; i++)
        key |= (guint64) (guint8) bytes[i] << (8 * i);
      return key | (guint64) length << 56;
    }

  key = length;
  for (; length >= sizeof word; bytes += sizeof word, length -= sizeof word)
    {
      memcpy (&word, bytes, sizeof word);
      key = amicus_hash_mix (key ^ self->secrets[0], word ^ self->secrets[1]);
    }
  word = 0;
  memcpy (&word, bytes, length);
  key = amicus_hash_mix (key ^ self->secrets[0], word ^ self->secrets[1]);

  return key >> 8 | (guint64) LONG << 56;
}

static guint32
hash_of (const AmicusStrings *self,
         guint64 key)
{
  return (guint32) amicus_hash_mix (key ^ self->secrets[0], self->secrets[1]);
}

static gsize
length_of (const char *bytes)
{
  Length length;

  memcpy (&length, bytes - sizeof length, sizeof length);
  return length;
}

static gboolean
is_string (const AmicusStrings *self,
           AmicusString string,
           const char *bytes,
           gsize length)
{
  const char *known = self->strings->pdata[string];

  return length_of (known) == length && memcmp (known, bytes, length) == 0;
}

/* The slot that holds the string, or the free one where it belongs. */
static Slot *
find_slot (const AmicusStrings *self,
           guint64 key,
           guint32 hash,
           const char *bytes,
           gsize length)
{
  guint32 at = hash & self->mask;

  for (; self->slots[at].string != 0; at = (at + 1) & self->mask)
    {
      const Slot *slot = &self->slots[at];

      if (slot->key == key &&
          (length < LONG || is_string (self, slot->string, bytes, length)))
        break;
    }

  return &self->slots[at];
}

static void
double_slots (AmicusStrings *self)
{
  g_autofree Slot *old = self->slots;
  gsize n_old = (gsize) self->mask + 1;

  self->slots = g_new0 (Slot, n_old * 2);
  self->mask = (guint32) (n_old * 2 - 1);
  for (gsize i = 0; i < n_old; i++)
    {
      guint32 at = old[i].hash & self->mask;

      if (old[i].string == 0)
        continue;
      while (self->slots[at].string != 0)
        at = (at + 1) & self->mask;
      self->slots[at] = old[i];
    }
}

/* Bytes are never moved: a long string gets a chunk of its own. */
static char *
allocate (AmicusStrings *self,
          gsize size)
{
  char *bytes;

  if (size > CHUNK_SIZE / 4)
    {
      bytes = g_malloc (size);
      g_ptr_array_add (self->chunks, bytes);
      return bytes;
    }

  if (size > self->n_free)
    {
      self->free_bytes = g_malloc (CHUNK_SIZE);
      self->n_free = CHUNK_SIZE;
      g_ptr_array_add (self->chunks, self->free_bytes);
    }
  bytes = self->free_bytes;
  self->free_bytes += size;
  self->n_free -= size;

  return bytes;
}

static char *
copy_bytes (AmicusStrings *self,
            const char *bytes,
            gsize length)
{
  Length header = (Length) length;
  char *copy = allocate (self, sizeof header + length + 1);

  memcpy (copy, &header, sizeof header);
  copy += sizeof header;
  memcpy (copy, bytes, length);
  copy[length] = '\0';

  return copy;
}

/**
 * amicus_strings_expect:
 * @self: a pool
 * @bytes: (array length=length): any bytes
 * @length: how many
 *
 * Says that a string will soon be looked for. Who is going to look for several says so of all first,
 * then waits for memory once instead of each time.
 */
void
amicus_strings_expect (const AmicusStrings *self,
                       const char *bytes,
                       gsize length)
{
  g_return_if_fail (self != NULL);

  __builtin_prefetch (&self->slots[hash_of (self, key_of (self, bytes, length)) & self->mask]);
}

/**
 * amicus_strings_intern:
 * @self: a pool
 * @bytes: (array length=length): any bytes, zero bytes too
 * @length: how many, less than 4 GiB
 *
 * Finds the string or adds it.
 *
 * Returns: its number
 */
AmicusString
amicus_strings_intern (AmicusStrings *self,
                       const char *bytes,
                       gsize length)
{
  guint64 key;
  guint32 hash;
  Slot *slot;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (length < G_MAXUINT32, 0);

  if (length == 0)
    return 0;

  key = key_of (self, bytes, length);
  hash = hash_of (self, key);
  slot = find_slot (self, key, hash, bytes, length);
  if (slot->string == 0)
    {
      if (is_full (self->strings->len, (gsize) self->mask + 1))
        {
          double_slots (self);
          slot = find_slot (self, key, hash, bytes, length);
        }
      *slot = (Slot) { key, hash, self->strings->len };
      g_ptr_array_add (self->strings, copy_bytes (self, bytes, length));
    }

  return slot->string;
}

/**
 * amicus_strings_lookup:
 * @self: a pool
 * @bytes: (array length=length): any bytes
 * @length: how many
 * @string: (out) (optional): its number
 *
 * Finds a string without adding it.
 *
 * Returns: whether the pool has it
 */
gboolean
amicus_strings_lookup (const AmicusStrings *self,
                       const char *bytes,
                       gsize length,
                       AmicusString *string)
{
  AmicusString found = 0;
  guint64 key;

  g_return_val_if_fail (self != NULL, FALSE);

  if (length > 0)
    {
      key = key_of (self, bytes, length);
      found = find_slot (self, key, hash_of (self, key), bytes, length)->string;
      if (found == 0)
        return FALSE;
    }
  if (string != NULL)
    *string = found;

  return TRUE;
}

/**
 * amicus_strings_get:
 * @self: a pool
 * @string: a number it gave
 *
 * Returns: (transfer none): the bytes, with a zero byte behind them; they stay where they are as
 *   long as the pool lives
 */
const char *
amicus_strings_get (const AmicusStrings *self,
                    AmicusString string)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (string < self->strings->len, NULL);

  return self->strings->pdata[string];
}

/**
 * amicus_strings_length:
 * @self: a pool
 * @string: a number it gave
 *
 * Returns: its length in bytes
 */
gsize
amicus_strings_length (const AmicusStrings *self,
                       AmicusString string)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (string < self->strings->len, 0);

  return length_of (self->strings->pdata[string]);
}
