/* SPDX-License-Identifier: GPL-3.0-or-later
 * libFuzzer: whatever a journal holds, what is read from it fits together, and written anew it
 * reads the same. */

#include "document/journal-private.h"

#include <string.h>

#define MAGIC_SIZE 16
#define HEAD_SIZE 32

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static guint32
load (const guint8 *place)
{
  return (guint32) place[0] | (guint32) place[1] << 8 | (guint32) place[2] << 16
         | (guint32) place[3] << 24;
}

static void
store (guint8  *place,
       guint32  number)
{
  for (guint i = 0; i < 4; i++)
    place[i] = (guint8) (number >> 8 * i);
}

/* Gives all records good checksums, and numbers in their order, so that the fuzzer gets on to what
 * they say. */
static void
mend (guint8 *bytes,
      size_t  size)
{
  guint32 sequence = 1;

  for (size_t place = MAGIC_SIZE; place + HEAD_SIZE <= size; sequence++)
    {
      guint8 *head = bytes + place;
      size_t length = MIN (load (head) & 0xffff, size - place - HEAD_SIZE);

      store (head, (guint32) length);
      store (head + 8, sequence);
      store (head + 12, 0);
      store (head + 24, amicus_crc32c (head + HEAD_SIZE, length));
      store (head + 28, amicus_crc32c (head, 28));
      place += HEAD_SIZE + length;
    }
}

/* The hash of the base is one more thing that no fuzzer guesses. */
static void
mend_base (guint8 *bytes,
           size_t  size)
{
  const size_t start = MAGIC_SIZE + HEAD_SIZE;
  const size_t place_of_size = start + AMICUS_JOURNAL_ID_SIZE + 4 + 8 + 8;
  size_t base;
  guint8 hash[AMICUS_JOURNAL_HASH_SIZE];

  if (size < place_of_size + 8 + AMICUS_JOURNAL_HASH_SIZE)
    return;

  base = start + (load (bytes + MAGIC_SIZE) & 0xffff);
  if (base + HEAD_SIZE > size)
    return;

  g_autoptr (GBytes) text =
    g_bytes_new_static (bytes + base + HEAD_SIZE,
                        MIN (load (bytes + base) & 0xffff, size - base - HEAD_SIZE));

  amicus_journal_hash (text, hash);
  store (bytes + place_of_size, (guint32) g_bytes_get_size (text));
  store (bytes + place_of_size + 4, 0);
  memcpy (bytes + place_of_size + 8, hash, sizeof hash);
}

static void
check_again (AmicusJournalContents *contents)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GBytes) written = NULL;
  g_autoptr (AmicusJournalContents) again = NULL;

  amicus_journal_put_history (bytes, &contents->history, contents->id, 1, G_MAXUINT32);
  written = g_byte_array_free_to_bytes (bytes);
  again = amicus_journal_read_bytes (written, NULL);
  g_assert_nonnull (again);
  g_assert_cmpint (again->state, ==, AMICUS_JOURNAL_WHOLE);
  g_assert_true (g_bytes_equal (again->text, contents->text));
  g_assert_cmpuint (again->history.steps->len, ==, contents->history.steps->len);
  g_assert_cmpuint (again->history.position, ==, contents->history.position);
  g_assert_cmpint (again->history.saved, ==, contents->history.saved);
  g_assert_cmpint (again->history.is_saving, ==, contents->history.is_saving);
  g_assert_cmpint (again->history.saving, ==, contents->history.saving);
}

static void
check (const guint8 *data,
       size_t        size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (AmicusJournalContents) contents = amicus_journal_read_bytes (bytes, NULL);
  g_autoptr (GBytes) text = NULL;

  if (contents == NULL)
    return;

  g_assert_cmpuint (contents->history.size, ==, g_bytes_get_size (contents->text));
  g_assert_cmpuint (contents->history.position, <=, contents->history.steps->len);
  g_assert_cmpint (contents->history.saved, <=, (int) contents->history.steps->len);
  g_assert_cmpint (contents->history.saving, <=, (int) contents->history.steps->len);
  check_again (contents);
  amicus_journal_history_fold (&contents->history, 0);
  text = amicus_journal_history_render (&contents->history);
  g_assert_true (g_bytes_equal (text, contents->text));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autofree guint8 *mended = g_memdup2 (data, size);

  check (data, size);
  if (size < MAGIC_SIZE)
    return 0;

  memcpy (mended, "AmicusJ\n\1\0\0\0", 12);
  store (mended + 12, amicus_crc32c (mended, 12));
  mend_base (mended, size);
  mend (mended, size);
  check (mended, size);

  return 0;
}
