/* SPDX-License-Identifier: GPL-3.0-or-later
 * Records of a journal, each with its length and with checksums of head and payload. */

#define G_LOG_DOMAIN "amicus-document"

#include "document/journal-private.h"

#include <string.h>

#define MAGIC "AmicusJ\n"
#define MAGIC_SIZE 8
#define VERSION 1
#define START_SIZE (MAGIC_SIZE + 8)
#define HEAD_SIZE 32
/* Reversed polynomial of CRC-32C (Castagnoli, Bräuer, Herrmann, 1993; RFC 3720). */
#define POLYNOMIAL 0x82f63b78u

static guint32 crc_table[8][256];

static void
fill_crc_table (void)
{
  for (guint32 i = 0; i < 256; i++)
    {
      guint32 crc = i;

      for (guint bit = 0; bit < 8; bit++)
        crc = (crc & 1) != 0 ? crc >> 1 ^ POLYNOMIAL : crc >> 1;
      crc_table[0][i] = crc;
    }
  for (guint slice = 1; slice < 8; slice++)
    for (guint i = 0; i < 256; i++)
      crc_table[slice][i] = crc_table[slice - 1][i] >> 8
                            ^ crc_table[0][crc_table[slice - 1][i] & 0xff];
}

/* Eight bytes at once (Kounavis and Berry, "A systematic approach to building high performance
 * software-based CRC generators", 2005). */
guint32
amicus_crc32c (const guint8 *data,
               gsize         size)
{
  static gsize filled = 0;
  guint32 crc = 0xffffffffu;

  if (g_once_init_enter (&filled))
    {
      fill_crc_table ();
      g_once_init_leave (&filled, 1);
    }

  for (; size >= 8; data += 8, size -= 8)
    {
      guint32 next = 0;

      for (guint i = 0; i < 4; i++)
        next ^= crc_table[7 - i][(crc >> 8 * i & 0xff) ^ data[i]] ^ crc_table[3 - i][data[4 + i]];
      crc = next;
    }
  for (; size > 0; data++, size--)
    crc = crc >> 8 ^ crc_table[0][(crc ^ *data) & 0xff];

  return ~crc;
}

static void
store_number (guint8  *place,
              guint64  number,
              guint    n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    place[i] = (guint8) (number >> 8 * i);
}

static guint64
load_number (const guint8 *place,
             guint         n_bytes)
{
  guint64 number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number |= (guint64) place[i] << 8 * i;

  return number;
}

void
amicus_record_put_number (GByteArray *bytes,
                          guint64     number,
                          guint       n_bytes)
{
  guint8 stored[8];

  store_number (stored, number, n_bytes);
  g_byte_array_append (bytes, stored, n_bytes);
}

/* Returns: (nullable): the next bytes */
const guint8 *
amicus_record_take (AmicusRecordCursor *cursor,
                    gsize               n_bytes)
{
  const guint8 *taken = cursor->next;

  if (cursor->failed || n_bytes > cursor->left)
    {
      cursor->failed = TRUE;
      return NULL;
    }

  cursor->next += n_bytes;
  cursor->left -= n_bytes;
  return taken;
}

guint64
amicus_record_take_number (AmicusRecordCursor *cursor,
                           guint               n_bytes)
{
  const guint8 *taken = amicus_record_take (cursor, n_bytes);

  return taken != NULL ? load_number (taken, n_bytes) : 0;
}

void
amicus_record_put_text (GByteArray *bytes,
                        const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  amicus_record_put_number (bytes, length, 4);
  g_byte_array_append (bytes, (const guint8 *) text, (guint) length);
}

/* Returns: (nullable): a text of at least one and at most @limit bytes; an empty one is none */
char *
amicus_record_take_text (AmicusRecordCursor *cursor,
                         gsize               limit)
{
  gsize length = (gsize) amicus_record_take_number (cursor, 4);
  const guint8 *text = amicus_record_take (cursor, length);

  if (text == NULL || length == 0)
    return NULL;
  if (length > limit || memchr (text, '\0', length) != NULL)
    {
      cursor->failed = TRUE;
      return NULL;
    }

  return g_strndup ((const char *) text, length);
}

static void
put_patch (GByteArray        *bytes,
           const AmicusPatch *patch)
{
  guint n_changes;
  const AmicusChange *changes = amicus_patch_get_changes (patch, &n_changes);

  amicus_record_put_number (bytes, n_changes, 4);
  for (guint i = 0; i < n_changes; i++)
    {
      gsize length;
      const guint8 *inserted = g_bytes_get_data (changes[i].inserted, &length);

      amicus_record_put_number (bytes, changes[i].offset, 8);
      amicus_record_put_number (bytes, changes[i].removed, 8);
      amicus_record_put_number (bytes, length, 8);
      g_byte_array_append (bytes, inserted, (guint) length);
    }
}

void
amicus_record_put_patches (GByteArray *bytes,
                           GPtrArray  *patches)
{
  amicus_record_put_number (bytes, patches->len, 4);
  for (guint i = 0; i < patches->len; i++)
    put_patch (bytes, patches->pdata[i]);
}

/* Adds the next change unless it is none, or stands before @end, where the last one ended. */
static void
take_change (AmicusRecordCursor *cursor,
             AmicusPatch        *patch,
             guint64            *end)
{
  guint64 offset = amicus_record_take_number (cursor, 8);
  guint64 removed = amicus_record_take_number (cursor, 8);
  guint64 length = amicus_record_take_number (cursor, 8);
  const guint8 *inserted = amicus_record_take (cursor, (gsize) length);

  if (cursor->failed || offset < *end || offset > G_MAXUINT32 || removed > G_MAXUINT32 ||
      (removed == 0 && length == 0))
    {
      cursor->failed = TRUE;
      return;
    }

  amicus_patch_add (patch, (gsize) offset, (gsize) removed, (const char *) inserted, (gsize) length);
  *end = offset + removed;
}

static AmicusPatch *
take_patch (AmicusRecordCursor *cursor)
{
  AmicusPatch *patch = amicus_patch_new ();
  guint64 n_changes = amicus_record_take_number (cursor, 4);
  guint64 end = 0;

  for (guint64 i = 0; i < n_changes && !cursor->failed; i++)
    take_change (cursor, patch, &end);

  return patch;
}

/* Returns: (transfer full): patches, to be used only if @cursor has not failed */
GPtrArray *
amicus_record_take_patches (AmicusRecordCursor *cursor)
{
  GPtrArray *patches = amicus_journal_patches_new ();
  guint64 n_patches = amicus_record_take_number (cursor, 4);

  for (guint64 i = 0; i < n_patches && !cursor->failed; i++)
    g_ptr_array_add (patches, take_patch (cursor));

  return patches;
}

void
amicus_record_put_magic (GByteArray *bytes)
{
  guint start = bytes->len;

  g_byte_array_append (bytes, (const guint8 *) MAGIC, MAGIC_SIZE);
  amicus_record_put_number (bytes, VERSION, 4);
  amicus_record_put_number (bytes, amicus_crc32c (bytes->data + start, MAGIC_SIZE + 4), 4);
}

/* @version is what it says if that is not the one that is known here. */
AmicusRecordState
amicus_record_skip_magic (const guint8 *data,
                          gsize         size,
                          gsize        *place,
                          guint32      *version)
{
  *version = VERSION;
  if (size < START_SIZE)
    return memcmp (data, MAGIC, MIN (size, MAGIC_SIZE)) == 0 ? AMICUS_RECORD_TORN
                                                             : AMICUS_RECORD_DAMAGED;
  if (memcmp (data, MAGIC, MAGIC_SIZE) != 0 ||
      load_number (data + MAGIC_SIZE + 4, 4) != amicus_crc32c (data, MAGIC_SIZE + 4))
    return AMICUS_RECORD_DAMAGED;

  *version = (guint32) load_number (data + MAGIC_SIZE, 4);
  *place = START_SIZE;
  return *version == VERSION ? AMICUS_RECORD_READ : AMICUS_RECORD_DAMAGED;
}

/* Returns: where the record starts; its payload is put behind */
guint
amicus_record_begin (GByteArray *bytes)
{
  guint start = bytes->len;

  g_byte_array_set_size (bytes, start + HEAD_SIZE);
  return start;
}

void
amicus_record_finish (GByteArray       *bytes,
                      guint             start,
                      AmicusRecordKind  kind,
                      guint64           sequence,
                      gint64            time)
{
  guint8 *head = bytes->data + start;
  gsize length = bytes->len - start - HEAD_SIZE;

  store_number (head, length, 4);
  store_number (head + 4, kind, 4);
  store_number (head + 8, sequence, 8);
  store_number (head + 16, (guint64) time, 8);
  store_number (head + 24, amicus_crc32c (head + HEAD_SIZE, length), 4);
  store_number (head + 28, amicus_crc32c (head, 28), 4);
}

static gboolean
is_zero (const guint8 *data,
         gsize         size)
{
  return size == 0 || (data[0] == 0 && memcmp (data, data + 1, size - 1) == 0);
}

/* The head has a checksum of its own: were a length wrong without being noticed, all that follows
 * would look like the torn end of this record. After a power cut some file systems show zeros for
 * what never came to the disk. */
AmicusRecordState
amicus_record_next (const guint8 *data,
                    gsize         size,
                    gsize        *place,
                    AmicusRecord *record)
{
  const guint8 *head = data + *place;
  gsize left = size - *place;

  if (left == 0)
    return AMICUS_RECORD_END;
  if (left < HEAD_SIZE || is_zero (head, left))
    return AMICUS_RECORD_TORN;
  if (load_number (head + 28, 4) != amicus_crc32c (head, 28))
    return AMICUS_RECORD_DAMAGED;

  record->length = (gsize) load_number (head, 4);
  record->kind = (AmicusRecordKind) load_number (head + 4, 4);
  record->sequence = load_number (head + 8, 8);
  record->time = (gint64) load_number (head + 16, 8);
  record->payload = head + HEAD_SIZE;
  left -= HEAD_SIZE;
  if (record->length > left)
    return AMICUS_RECORD_TORN;
  if (load_number (head + 24, 4) != amicus_crc32c (record->payload, record->length))
    return record->length == left ? AMICUS_RECORD_TORN : AMICUS_RECORD_DAMAGED;

  *place += HEAD_SIZE + record->length;
  return AMICUS_RECORD_READ;
}
