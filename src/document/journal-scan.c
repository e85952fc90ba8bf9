/* SPDX-License-Identifier: GPL-3.0-or-later
 * From a history to records, and from the bytes of a journal, whoever made them, to a history. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/journal-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Stands for a saved text to which no step leads. */
#define NOWHERE G_MININT32

void
amicus_journal_put_act (GByteArray       *bytes,
                        guint64           sequence,
                        gint64            time,
                        AmicusJournalAct  act,
                        const char       *name,
                        GPtrArray        *patches)
{
  guint start = amicus_record_begin (bytes);

  if (act == AMICUS_JOURNAL_DO)
    amicus_record_put_text (bytes, name);
  if (act == AMICUS_JOURNAL_DO || act == AMICUS_JOURNAL_JOIN)
    amicus_record_put_patches (bytes, patches);
  amicus_record_finish (bytes, start, (AmicusRecordKind) (AMICUS_RECORD_DO + act), sequence, time);
}

/* Counted from what is done, a place stays the same when the oldest steps are forgotten. */
static void
put_place (GByteArray                 *bytes,
           const AmicusJournalHistory *history,
           int                         place,
           const guint8               *hash)
{
  gint32 distance = place < 0 ? NOWHERE : place - (gint32) history->position;

  amicus_record_put_number (bytes, (guint32) distance, 4);
  g_byte_array_append (bytes, hash, AMICUS_JOURNAL_HASH_SIZE);
}

void
amicus_journal_put_saved (GByteArray                 *bytes,
                          guint64                     sequence,
                          gint64                      time,
                          const AmicusJournalHistory *history)
{
  guint start = amicus_record_begin (bytes);

  put_place (bytes, history, history->saved, history->saved_hash);
  amicus_record_put_text (bytes, history->path);
  amicus_record_finish (bytes, start, AMICUS_RECORD_SAVED, sequence, time);
}

void
amicus_journal_put_saving (GByteArray                 *bytes,
                           guint64                     sequence,
                           gint64                      time,
                           const AmicusJournalHistory *history)
{
  guint start = amicus_record_begin (bytes);

  put_place (bytes, history, history->saving, history->saving_hash);
  amicus_record_finish (bytes, start, AMICUS_RECORD_SAVING, sequence, time);
}

static void
put_header (GByteArray                 *bytes,
            guint64                     sequence,
            const AmicusJournalHistory *history,
            const guint8               *id,
            guint32                     generation)
{
  guint start = amicus_record_begin (bytes);

  g_byte_array_append (bytes, id, AMICUS_JOURNAL_ID_SIZE);
  amicus_record_put_number (bytes, generation, 4);
  amicus_record_put_number (bytes, history->device, 8);
  amicus_record_put_number (bytes, history->inode, 8);
  amicus_record_put_number (bytes, g_bytes_get_size (history->base), 8);
  g_byte_array_append (bytes, history->base_hash, sizeof history->base_hash);
  g_byte_array_append (bytes, history->saved_hash, sizeof history->saved_hash);
  amicus_record_put_text (bytes, history->path);
  amicus_record_finish (bytes, start, AMICUS_RECORD_HEADER, sequence, history->when);
}

static void
put_base (GByteArray                 *bytes,
          guint64                     sequence,
          const AmicusJournalHistory *history)
{
  guint start = amicus_record_begin (bytes);
  gsize size;
  const guint8 *base = g_bytes_get_data (history->base, &size);

  g_byte_array_append (bytes, base, (guint) size);
  amicus_record_finish (bytes, start, AMICUS_RECORD_BASE, sequence, history->when);
}

/* Not where the base is what is saved, as the header tells. */
static gboolean
needs_saved (const AmicusJournalHistory *history)
{
  return history->saved > 0 ||
         (history->saved == 0 && memcmp (history->base_hash, history->saved_hash,
                                         AMICUS_JOURNAL_HASH_SIZE) != 0);
}

static guint64
count_records (const AmicusJournalHistory *history)
{
  guint n_undone = history->steps->len - history->position;

  return (guint64) 2 + (needs_saved (history) ? 1 : 0) + (history->is_saving ? 1 : 0) +
         history->steps->len + n_undone;
}

static void
put_saved_here (GByteArray                 *bytes,
                guint64                     sequence,
                const AmicusJournalHistory *history)
{
  AmicusJournalHistory then = *history;

  then.position = (guint) history->saved;
  amicus_journal_put_saved (bytes, sequence, history->when, &then);
}

static void
put_step (GByteArray              *bytes,
          guint64                  sequence,
          gint64                   time,
          const AmicusJournalStep *step)
{
  amicus_journal_put_act (bytes, sequence, time, AMICUS_JOURNAL_DO, step->name, step->patches);
}

/* A whole journal that tells just what @history does. Its last record is numbered @last, so that
 * those which follow in the journal that this one replaces can follow here. */
void
amicus_journal_put_history (GByteArray                 *bytes,
                            const AmicusJournalHistory *history,
                            const guint8               *id,
                            guint32                     generation,
                            guint64                     last)
{
  guint64 sequence = last - count_records (history) + 1;

  amicus_record_put_magic (bytes);
  put_header (bytes, sequence, history, id, generation);
  put_base (bytes, ++sequence, history);
  for (guint i = 0; i <= history->steps->len; i++)
    {
      if ((int) i == history->saved && needs_saved (history))
        put_saved_here (bytes, ++sequence, history);
      if (i < history->steps->len)
        put_step (bytes, ++sequence, history->when, history->steps->pdata[i]);
    }
  for (guint i = history->position; i < history->steps->len; i++)
    amicus_journal_put_act (bytes, ++sequence, history->when, AMICUS_JOURNAL_UNDO, NULL, NULL);
  if (history->is_saving)
    amicus_journal_put_saving (bytes, ++sequence, history->when, history);
}

static AmicusRecordCursor
cursor_for (const AmicusRecord *record)
{
  return (AmicusRecordCursor) { record->payload, record->length, FALSE };
}

static gboolean
is_read (const AmicusRecordCursor *cursor)
{
  return !cursor->failed && cursor->left == 0;
}

static void
take_hash (AmicusRecordCursor *cursor,
           guint8             *hash)
{
  const guint8 *taken = amicus_record_take (cursor, AMICUS_JOURNAL_HASH_SIZE);

  if (taken != NULL)
    memcpy (hash, taken, AMICUS_JOURNAL_HASH_SIZE);
}

static gboolean
read_header (AmicusJournalContents *self,
             const AmicusRecord    *record)
{
  AmicusRecordCursor cursor = cursor_for (record);
  AmicusJournalHistory *history = &self->history;
  const guint8 *id = amicus_record_take (&cursor, AMICUS_JOURNAL_ID_SIZE);

  if (record->kind != AMICUS_RECORD_HEADER || id == NULL)
    return FALSE;

  memcpy (self->id, id, AMICUS_JOURNAL_ID_SIZE);
  self->generation = (guint32) amicus_record_take_number (&cursor, 4);
  history->device = amicus_record_take_number (&cursor, 8);
  history->inode = amicus_record_take_number (&cursor, 8);
  history->size = (gsize) amicus_record_take_number (&cursor, 8);
  take_hash (&cursor, history->base_hash);
  take_hash (&cursor, history->saved_hash);
  history->path = amicus_record_take_text (&cursor, AMICUS_JOURNAL_PATH_LIMIT);

  return is_read (&cursor);
}

/* What is unsaved counts from here: a base that is not what was saved is an edit of it. */
static gboolean
read_base (AmicusJournalContents *self,
           const AmicusRecord    *record,
           GBytes                *bytes)
{
  AmicusJournalHistory identity = self->history;
  AmicusJournalHistory *history = &self->history;
  const guint8 *start = g_bytes_get_data (bytes, NULL);
  g_autoptr (GBytes) base = NULL;

  if (record->kind != AMICUS_RECORD_BASE || record->length != identity.size)
    return FALSE;

  base = g_bytes_new_from_bytes (bytes, (gsize) (record->payload - start), record->length);
  amicus_journal_history_init (history, NULL, base);
  history->path = identity.path;
  history->device = identity.device;
  history->inode = identity.inode;
  if (memcmp (history->base_hash, identity.base_hash, AMICUS_JOURNAL_HASH_SIZE) != 0)
    {
      g_clear_pointer (&history->base, g_bytes_unref);
      return FALSE;
    }

  if (memcmp (history->base_hash, identity.saved_hash, AMICUS_JOURNAL_HASH_SIZE) != 0)
    amicus_journal_history_save (history, -1, identity.saved_hash);
  return TRUE;
}

static gboolean
read_act (AmicusJournalHistory *history,
          const AmicusRecord   *record)
{
  AmicusRecordCursor cursor = cursor_for (record);
  AmicusJournalAct act = (AmicusJournalAct) (record->kind - AMICUS_RECORD_DO);
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) patches = NULL;

  if (act == AMICUS_JOURNAL_DO)
    name = amicus_record_take_text (&cursor, AMICUS_JOURNAL_NAME_LIMIT);
  if (act == AMICUS_JOURNAL_DO || act == AMICUS_JOURNAL_JOIN)
    patches = amicus_record_take_patches (&cursor);
  if (!is_read (&cursor) || (name != NULL && !g_utf8_validate (name, -1, NULL)))
    return FALSE;

  return amicus_journal_history_act (history, act, name != NULL ? name : "", patches);
}

/* Returns: whether @place is one to which steps lead, or -1 for none */
static gboolean
take_place (AmicusRecordCursor         *cursor,
            const AmicusJournalHistory *history,
            int                        *place,
            guint8                     *hash)
{
  gint32 distance = (gint32) (guint32) amicus_record_take_number (cursor, 4);
  gint64 wanted = distance == NOWHERE ? -1 : (gint64) history->position + distance;

  take_hash (cursor, hash);
  if (wanted > history->steps->len || (wanted < 0 && distance != NOWHERE))
    return FALSE;

  *place = (int) wanted;
  return TRUE;
}

static gboolean
read_saved (AmicusJournalHistory *history,
            const AmicusRecord   *record)
{
  AmicusRecordCursor cursor = cursor_for (record);
  guint8 hash[AMICUS_JOURNAL_HASH_SIZE];
  g_autofree char *path = NULL;
  int saved;

  if (!take_place (&cursor, history, &saved, hash))
    return FALSE;
  path = amicus_record_take_text (&cursor, AMICUS_JOURNAL_PATH_LIMIT);
  if (!is_read (&cursor))
    return FALSE;

  g_free (history->path);
  history->path = g_steal_pointer (&path);
  amicus_journal_history_save (history, saved, hash);
  return TRUE;
}

static gboolean
read_saving (AmicusJournalHistory *history,
             const AmicusRecord   *record)
{
  AmicusRecordCursor cursor = cursor_for (record);
  guint8 hash[AMICUS_JOURNAL_HASH_SIZE];
  int saving;

  if (!take_place (&cursor, history, &saving, hash) || !is_read (&cursor))
    return FALSE;

  amicus_journal_history_begin_save (history, saving, hash);
  return TRUE;
}

static gboolean
read_record (AmicusJournalContents *self,
             const AmicusRecord    *record,
             GBytes                *bytes)
{
  if (self->history.base == NULL)
    return self->end == 0 ? read_header (self, record) : read_base (self, record, bytes);
  if (record->kind == AMICUS_RECORD_SAVED)
    return read_saved (&self->history, record);
  if (record->kind == AMICUS_RECORD_SAVING)
    return read_saving (&self->history, record);
  if (record->kind < AMICUS_RECORD_DO || record->kind > AMICUS_RECORD_REDO)
    return FALSE;

  return read_act (&self->history, record);
}

/* Reads on as long as everything is as it should be. */
static AmicusRecordState
read_records (AmicusJournalContents *self,
              GBytes                *bytes,
              gsize                  place)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  AmicusRecordState state;
  AmicusRecord record;

  while ((state = amicus_record_next (data, size, &place, &record)) == AMICUS_RECORD_READ)
    {
      if (self->end > 0 && record.sequence != self->sequence + 1)
        return AMICUS_RECORD_DAMAGED;
      if (!read_record (self, &record, bytes))
        return AMICUS_RECORD_DAMAGED;
      self->history.when = record.time;
      self->sequence = record.sequence;
      self->end = place;
    }

  return state;
}

static AmicusJournalState
state_for (AmicusRecordState state)
{
  if (state == AMICUS_RECORD_DAMAGED)
    return AMICUS_JOURNAL_DAMAGED;

  return state == AMICUS_RECORD_TORN ? AMICUS_JOURNAL_TORN : AMICUS_JOURNAL_WHOLE;
}

/* Returns: (transfer full) (nullable): what @bytes tell, without the text. With an error there may
 * be contents, too, whose state alone counts. */
AmicusJournalContents *
amicus_journal_scan (GBytes  *bytes,
                     GError **error)
{
  AmicusJournalContents *self = g_new0 (AmicusJournalContents, 1);
  gsize size, place = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint32 version;
  AmicusRecordState state = amicus_record_skip_magic (data, size, &place, &version);

  if (place > 0 && state == AMICUS_RECORD_DAMAGED)
    {
      g_set_error (error, AMICUS_JOURNAL_ERROR, AMICUS_JOURNAL_ERROR_VERSION,
                   _("These edits were kept by a newer version of Amicus, "
                     "which is needed to read them."));
      return self;
    }

  if (state == AMICUS_RECORD_READ)
    state = read_records (self, bytes, place);
  self->state = state_for (state);
  if (self->history.base == NULL)
    g_set_error_literal (error, AMICUS_JOURNAL_ERROR, AMICUS_JOURNAL_ERROR_EMPTY,
                         _("There are no edits in it that could be recovered."));

  return self;
}

/**
 * amicus_journal_contents_free:
 * @contents: (transfer full): what a journal tells
 */
void
amicus_journal_contents_free (AmicusJournalContents *contents)
{
  g_free (contents->file);
  amicus_journal_history_clear (&contents->history);
  g_clear_pointer (&contents->text, g_bytes_unref);
  g_free (contents);
}
