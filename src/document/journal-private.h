/* SPDX-License-Identifier: GPL-3.0-or-later
 * Parts of the journal: records, history, files. */

#pragma once

#include "document/journal.h"

G_BEGIN_DECLS

#define AMICUS_JOURNAL_ID_SIZE 16
#define AMICUS_JOURNAL_NAME_LIMIT 1024
#define AMICUS_JOURNAL_PATH_LIMIT 65535

/* Records: 32 bytes of head, then the payload; numbers are little endian. */

typedef enum
{
  AMICUS_RECORD_HEADER = 1, /* what the journal is of */
  AMICUS_RECORD_BASE,       /* text before the first step */
  AMICUS_RECORD_DO, /* from here in the order of AmicusJournalAct */
  AMICUS_RECORD_JOIN,
  AMICUS_RECORD_UNDO,
  AMICUS_RECORD_REDO,
  AMICUS_RECORD_SAVED,
  AMICUS_RECORD_SAVING,
} AmicusRecordKind;

typedef enum
{
  AMICUS_RECORD_READ,
  AMICUS_RECORD_END,
  AMICUS_RECORD_TORN,
  AMICUS_RECORD_DAMAGED,
} AmicusRecordState;

typedef struct
{
  AmicusRecordKind kind;
  guint64 sequence;
  gint64 time;
  const guint8 *payload;
  gsize length;
} AmicusRecord;

/* What is still to be read of a payload; once something is missing, nothing more is found. */
typedef struct
{
  const guint8 *next;
  gsize left;
  gboolean failed;
} AmicusRecordCursor;

guint32            amicus_crc32c                  (const guint8         *data,
                                                   gsize                 size);

void               amicus_record_put_number       (GByteArray           *bytes,
                                                   guint64               number,
                                                   guint                 n_bytes);
guint64            amicus_record_take_number      (AmicusRecordCursor   *cursor,
                                                   guint                 n_bytes);
const guint8      *amicus_record_take             (AmicusRecordCursor   *cursor,
                                                   gsize                 n_bytes);
void               amicus_record_put_text         (GByteArray           *bytes,
                                                   const char           *text);
char              *amicus_record_take_text        (AmicusRecordCursor   *cursor,
                                                   gsize                 limit);
void               amicus_record_put_patches      (GByteArray           *bytes,
                                                   GPtrArray            *patches);
GPtrArray         *amicus_record_take_patches     (AmicusRecordCursor   *cursor);

void               amicus_record_put_magic        (GByteArray           *bytes);
AmicusRecordState  amicus_record_skip_magic       (const guint8         *data,
                                                   gsize                 size,
                                                   gsize                *place,
                                                   guint32              *version);
guint              amicus_record_begin            (GByteArray           *bytes);
void               amicus_record_finish           (GByteArray           *bytes,
                                                   guint                 start,
                                                   AmicusRecordKind      kind,
                                                   guint64               sequence,
                                                   gint64                time);
AmicusRecordState  amicus_record_next             (const guint8         *data,
                                                   gsize                 size,
                                                   gsize                *place,
                                                   AmicusRecord         *record);

/* The history, which does not know the text, only its size. */

GPtrArray         *amicus_journal_patches_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void               amicus_journal_step_free       (AmicusJournalStep    *step);
void               amicus_journal_history_init    (AmicusJournalHistory *self,
                                                   const char           *path,
                                                   GBytes               *base);
void               amicus_journal_history_clear   (AmicusJournalHistory *self);
gboolean           amicus_journal_history_may     (const AmicusJournalHistory *self,
                                                   AmicusJournalAct      act,
                                                   GPtrArray            *patches);
gboolean           amicus_journal_history_act     (AmicusJournalHistory *self,
                                                   AmicusJournalAct      act,
                                                   const char           *name,
                                                   GPtrArray            *patches);
void               amicus_journal_history_save    (AmicusJournalHistory *self,
                                                   int                   saved,
                                                   const guint8         *hash);
void               amicus_journal_history_begin_save
                                                  (AmicusJournalHistory *self,
                                                   int                   saving,
                                                   const guint8         *hash);
GBytes            *amicus_journal_history_render  (AmicusJournalHistory *self) G_GNUC_WARN_UNUSED_RESULT;
GBytes            *amicus_journal_history_render_at (const AmicusJournalHistory *self,
                                                   guint                 n_steps) G_GNUC_WARN_UNUSED_RESULT;
void               amicus_journal_history_rebase  (AmicusJournalHistory *self,
                                                   GBytes               *text,
                                                   guint                 n_steps);
void               amicus_journal_history_fold    (AmicusJournalHistory *self,
                                                   gsize                 limit);

/* The history as records. */

void               amicus_journal_put_act         (GByteArray           *bytes,
                                                   guint64               sequence,
                                                   gint64                time,
                                                   AmicusJournalAct      act,
                                                   const char           *name,
                                                   GPtrArray            *patches);
void               amicus_journal_put_saved       (GByteArray           *bytes,
                                                   guint64               sequence,
                                                   gint64                time,
                                                   const AmicusJournalHistory *history);
void               amicus_journal_put_saving      (GByteArray           *bytes,
                                                   guint64               sequence,
                                                   gint64                time,
                                                   const AmicusJournalHistory *history);
void               amicus_journal_put_history     (GByteArray           *bytes,
                                                   const AmicusJournalHistory *history,
                                                   const guint8         *id,
                                                   guint32               generation,
                                                   guint64               last);
AmicusJournalContents *
                   amicus_journal_scan            (GBytes               *bytes,
                                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Files: one's own, with nobody else's eyes or hands on them. */

typedef struct
{
  char *path;
  int fd;
  gsize size;
  gboolean is_new; /* its name is not on the disk for certain */
} AmicusJournalFile;

void               amicus_journal_set_error       (GError              **error,
                                                   int                   number);
char             **amicus_journal_dup_folders     (const char * const   *folders) G_GNUC_WARN_UNUSED_RESULT;
char              *amicus_journal_name_prefix     (const char           *path) G_GNUC_WARN_UNUSED_RESULT;
AmicusJournalFile *amicus_journal_file_create     (const char           *folder,
                                                   const char           *document,
                                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;
AmicusJournalFile *amicus_journal_file_create_part (const AmicusJournalFile *file,
                                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;
AmicusJournalFile *amicus_journal_file_open       (const char           *path,
                                                   gboolean              for_writing,
                                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void               amicus_journal_file_free       (AmicusJournalFile    *self);
gboolean           amicus_journal_file_append     (AmicusJournalFile    *self,
                                                   const guint8         *data,
                                                   gsize                 size);
gboolean           amicus_journal_file_sync       (const AmicusJournalFile *self);
GBytes            *amicus_journal_file_read       (const AmicusJournalFile *self,
                                                   gsize                 start,
                                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           amicus_journal_file_rename     (AmicusJournalFile    *self,
                                                   const char           *suffix);
gboolean           amicus_journal_file_move       (AmicusJournalFile    *self,
                                                   const char           *document);
gboolean           amicus_journal_file_wipe       (AmicusJournalFile    *self);
AmicusJournalContents *
                   amicus_journal_look_into       (const char           *folder,
                                                   const char           *name) G_GNUC_WARN_UNUSED_RESULT;
void               amicus_journal_quarantine      (AmicusJournalFile    *file,
                                                   const AmicusJournalContents *contents);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusJournalFile, amicus_journal_file_free)

/* A journal that is open. Everything is the lock's, except that while `syncing`, the thread may read
 * `file`, which then stays as it is, apart from what is appended to it. */

struct _AmicusJournal
{
  GMutex lock;
  GCond work;
  GCond done;
  AmicusJournalHistory history;
  guint8 id[AMICUS_JOURNAL_ID_SIZE];
  guint32 generation;
  char **folders;
  guint n_failed; /* of @folders, the first of them */
  AmicusJournalFile *file; /* NULL before the first edit, or if it cannot be kept */
  GPtrArray *abandoned; /* of AmicusJournalFile: what was kept before writing failed */
  guint64 sequence;
  guint64 written; /* records */
  guint64 synced; /* of these */
  GThread *thread;
  gboolean syncing;
  gboolean hurry;
  gboolean stopping;
  AmicusJournalPlace place;
  AmicusJournalMoved moved;
  gpointer moved_data;
};

void               amicus_journal_start_thread    (AmicusJournal        *self);
void               amicus_journal_wait_for_thread (AmicusJournal        *self);
gboolean           amicus_journal_is_saved        (const AmicusJournal  *self);
gboolean           amicus_journal_needs_sync      (const AmicusJournal  *self);
gboolean           amicus_journal_write_record    (AmicusJournal        *self,
                                                   GByteArray           *record,
                                                   GError              **error);
gboolean           amicus_journal_start_file      (AmicusJournal        *self,
                                                   GError              **error);

/* Text that is changed in many places, one after the other. */

typedef struct _AmicusPieces AmicusPieces;

AmicusPieces      *amicus_pieces_new              (GBytes               *text) G_GNUC_WARN_UNUSED_RESULT;
void               amicus_pieces_free             (AmicusPieces         *self);
AmicusPatch       *amicus_pieces_apply            (AmicusPieces         *self,
                                                   const AmicusPatch    *patch) G_GNUC_WARN_UNUSED_RESULT;
GBytes            *amicus_pieces_to_bytes         (const AmicusPieces   *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusPieces, amicus_pieces_free)

G_END_DECLS
