/* SPDX-License-Identifier: GPL-3.0-or-later
 * The journal of an open document: every edit is in a file before it shows. */

#pragma once

#include "base/patch.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define AMICUS_JOURNAL_ERROR (amicus_journal_error_quark ())
GQuark amicus_journal_error_quark (void);

/**
 * AmicusJournalError:
 * @AMICUS_JOURNAL_ERROR_FAILED: the system could not read or write
 * @AMICUS_JOURNAL_ERROR_NO_SPACE: the disk, or what one may use of it, is full
 * @AMICUS_JOURNAL_ERROR_BUSY: its document is open
 * @AMICUS_JOURNAL_ERROR_EMPTY: there is nothing in it that could be recovered
 * @AMICUS_JOURNAL_ERROR_VERSION: written by a newer Amicus
 * @AMICUS_JOURNAL_ERROR_TOO_LARGE: more than is ever written
 */
typedef enum
{
  AMICUS_JOURNAL_ERROR_FAILED,
  AMICUS_JOURNAL_ERROR_NO_SPACE,
  AMICUS_JOURNAL_ERROR_BUSY,
  AMICUS_JOURNAL_ERROR_EMPTY,
  AMICUS_JOURNAL_ERROR_VERSION,
  AMICUS_JOURNAL_ERROR_TOO_LARGE,
} AmicusJournalError;

/**
 * AmicusJournalAct:
 * @AMICUS_JOURNAL_DO: a new step
 * @AMICUS_JOURNAL_JOIN: more of the step before, undone together with it, as when typing
 * @AMICUS_JOURNAL_UNDO: the last step that is done is taken back
 * @AMICUS_JOURNAL_REDO: the step that was taken back last is done again
 */
typedef enum
{
  AMICUS_JOURNAL_DO,
  AMICUS_JOURNAL_JOIN,
  AMICUS_JOURNAL_UNDO,
  AMICUS_JOURNAL_REDO,
} AmicusJournalAct;

/**
 * AmicusJournalPlace:
 * @AMICUS_JOURNAL_PLACE_FIRST: edits are in the first folder, as they should be
 * @AMICUS_JOURNAL_PLACE_OTHER: the first failed; edits are elsewhere, perhaps where a restart of the
 *   computer ends them
 * @AMICUS_JOURNAL_PLACE_NONE: edits are in memory alone
 */
typedef enum
{
  AMICUS_JOURNAL_PLACE_FIRST,
  AMICUS_JOURNAL_PLACE_OTHER,
  AMICUS_JOURNAL_PLACE_NONE,
} AmicusJournalPlace;

/**
 * AmicusJournalState:
 * @AMICUS_JOURNAL_WHOLE: all of it reads
 * @AMICUS_JOURNAL_TORN: its last record was not written to its end
 * @AMICUS_JOURNAL_DAMAGED: something in it is not as it was written
 */
typedef enum
{
  AMICUS_JOURNAL_WHOLE,
  AMICUS_JOURNAL_TORN,
  AMICUS_JOURNAL_DAMAGED,
} AmicusJournalState;

#define AMICUS_JOURNAL_HASH_SIZE 32
/* Bytes of steps beyond which a journal is written anew after a save. */
#define AMICUS_JOURNAL_LIMIT (16 * 1024 * 1024)
/* Journals, and bytes of them, beyond which old ones go with which nothing unsaved would. */
#define AMICUS_JOURNAL_MOST 200
#define AMICUS_JOURNAL_SIZE_MOST ((gsize) 512 * 1024 * 1024)

/**
 * AmicusJournalStep:
 * @name: of the edit, for people; UTF-8
 * @patches: (element-type AmicusPatch): what does it, one after the other
 * @inverses: (element-type AmicusPatch): what takes it back, one after the other; %NULL where only
 *   a list was asked for
 */
typedef struct
{
  char *name;
  GPtrArray *patches;
  GPtrArray *inverses;
  gssize growth; /* of the text, in bytes */
} AmicusJournalStep;

/**
 * AmicusJournalHistory:
 * @path: of the document's file; %NULL while it has none
 * @device: of that file when it was opened
 * @inode: of that file when it was opened
 * @base: text before the first step
 * @base_hash: SHA-256 of @base
 * @steps: (element-type AmicusJournalStep): those that are done, then those that may be redone
 * @position: how many of @steps are done
 * @saved: how many of @steps were done in the text that was saved; -1 if no step leads there
 * @saved_hash: SHA-256 of the text that was saved
 * @n_unsaved: edits since then; 0 if the text is the one that was saved
 * @when: of the last edit, microseconds since 1970, to be shown, not to be relied on
 * @size: of the text, in bytes
 * @marked: as @saved, of the text that is to be saved
 * @is_saving: whether a save was begun of which it is not known that it ended
 * @saving: as @saved, of the text that should be saved then
 * @saving_hash: SHA-256 of that
 */
typedef struct
{
  char *path;
  guint64 device;
  guint64 inode;
  GBytes *base;
  guint8 base_hash[AMICUS_JOURNAL_HASH_SIZE];
  GPtrArray *steps;
  guint position;
  int saved;
  guint8 saved_hash[AMICUS_JOURNAL_HASH_SIZE];
  guint n_unsaved;
  gint64 when;
  gsize size;
  int marked;
  gboolean is_saving;
  int saving;
  guint8 saving_hash[AMICUS_JOURNAL_HASH_SIZE];
} AmicusJournalHistory;

/**
 * AmicusJournalContents:
 * @file: the journal
 * @state: whether something was lost
 * @history: what it tells
 * @text: what the steps that are done make of the base; %NULL where only a list was asked for
 */
typedef struct
{
  char *file;
  AmicusJournalState state;
  AmicusJournalHistory history;
  GBytes *text;
  guint8 id[16];      /* of all files of one journal */
  guint32 generation; /* of those, the highest tells most */
  gsize end;          /* of what reads, in bytes */
  guint64 sequence;   /* of its last record */
} AmicusJournalContents;

/**
 * AmicusJournal:
 *
 * The journal of a document that is open. Any thread may call.
 */
typedef struct _AmicusJournal AmicusJournal;

/* Called in any thread, which must not call the journal from there; @error only if it is nowhere. */
typedef void (*AmicusJournalMoved) (AmicusJournalPlace  place,
                                    const GError       *error,
                                    gpointer            data);

void                   amicus_journal_hash          (GBytes                   *text,
                                                     guint8                   *hash);

/* @folders: NULL for those of this person. */
AmicusJournal         *amicus_journal_new           (const char * const       *folders,
                                                     const char               *path,
                                                     GBytes                   *base) G_GNUC_WARN_UNUSED_RESULT;
AmicusJournal         *amicus_journal_resume        (const char * const       *folders,
                                                     const char               *file,
                                                     AmicusJournalContents   **contents,
                                                     GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean               amicus_journal_start         (AmicusJournal            *self,
                                                     GError                  **error);
void                   amicus_journal_free          (AmicusJournal            *self);
void                   amicus_journal_set_moved     (AmicusJournal            *self,
                                                     AmicusJournalMoved        moved,
                                                     gpointer                  data);
AmicusJournalPlace     amicus_journal_get_place     (AmicusJournal            *self);
char                  *amicus_journal_dup_file      (AmicusJournal            *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean               amicus_journal_append        (AmicusJournal            *self,
                                                     AmicusJournalAct          act,
                                                     const char               *name,
                                                     GPtrArray                *patches,
                                                     GError                  **error);
void                   amicus_journal_mark          (AmicusJournal            *self);
gboolean               amicus_journal_append_saving (AmicusJournal            *self,
                                                     const guint8             *hash,
                                                     GError                  **error);
gboolean               amicus_journal_append_saved  (AmicusJournal            *self,
                                                     const char               *path,
                                                     const guint8             *hash,
                                                     GError                  **error);
gboolean               amicus_journal_append_reverted
                                                    (AmicusJournal            *self,
                                                     GError                  **error);
gboolean               amicus_journal_end_saving    (AmicusJournal            *self,
                                                     GError                  **error);
gboolean               amicus_journal_sync          (AmicusJournal            *self,
                                                     GError                  **error);
gboolean               amicus_journal_compact       (AmicusJournal            *self,
                                                     gsize                     limit,
                                                     GError                  **error);
gboolean               amicus_journal_forget        (AmicusJournal            *self,
                                                     GError                  **error);

AmicusJournalContents *amicus_journal_read          (const char               *file,
                                                     GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
AmicusJournalContents *amicus_journal_read_bytes    (GBytes                   *bytes,
                                                     GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
/* @path: NULL for those of all documents. Array of AmicusJournalContents. */
GPtrArray             *amicus_journal_list_orphans  (const char * const       *folders,
                                                     const char               *path) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a journal of this document is being written, here or in another program. */
gboolean               amicus_journal_is_open       (const char * const       *folders,
                                                     const char               *path);
gboolean               amicus_journal_discard       (const char               *file,
                                                     GError                  **error);
void                   amicus_journal_tidy          (const char * const       *folders,
                                                     guint                     n_most,
                                                     gsize                     size_most);
gboolean               amicus_journal_forget_path   (const char * const       *folders,
                                                     const char               *path,
                                                     GError                  **error);
void                   amicus_journal_contents_free (AmicusJournalContents    *contents);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusJournal, amicus_journal_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusJournalContents, amicus_journal_contents_free)

G_END_DECLS
