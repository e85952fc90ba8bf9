/* SPDX-License-Identifier: GPL-3.0-or-later
 * What keeps a document: its file, and the journal of what is not yet in the file. */

#pragma once

#include "base/save.h"
#include "document/document.h"
#include "document/journal.h"

G_BEGIN_DECLS

/**
 * AmicusSaveFlags:
 * @AMICUS_SAVE_OVERWRITE: whatever the file holds by now, or although it is not there any more; another file, although
 *   it is there already (a file dialog has asked). What the document's own file held can then be had by undo.
 * @AMICUS_SAVE_IN_PLACE: the document's own file, if it cannot be done otherwise (AMICUS_SAVE_ERROR_IN_PLACE_NEEDED)
 * @AMICUS_SAVE_COPY: the document stays with the file that it has, and as unsaved as it is
 */
typedef enum
{
  AMICUS_SAVE_DEFAULT = 0,
  AMICUS_SAVE_OVERWRITE = 1 << 0,
  AMICUS_SAVE_IN_PLACE = 1 << 1,
  AMICUS_SAVE_COPY = 1 << 2,
} AmicusSaveFlags;

/* @file: NULL for the document's own. What is edited meanwhile is not in it and stays unsaved. */
void            amicus_document_save_async     (AmicusDocument       *self,
                                                GFile                *file,
                                                AmicusSaveFlags       flags,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
AmicusSaved     amicus_document_save_finish    (AmicusDocument       *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/**
 * AmicusFileState:
 * @AMICUS_FILE_SAME: it holds what was opened or saved last
 * @AMICUS_FILE_CHANGED: it holds something else
 * @AMICUS_FILE_HALF_SAVED: a save of ours that wrote over it was cut short; saving again mends it, with no flag but
 *   AMICUS_SAVE_IN_PLACE
 * @AMICUS_FILE_GONE: it is not there, or there is none yet
 * @AMICUS_FILE_UNREADABLE: nobody knows
 */
typedef enum
{
  AMICUS_FILE_SAME,
  AMICUS_FILE_CHANGED,
  AMICUS_FILE_HALF_SAVED,
  AMICUS_FILE_GONE,
  AMICUS_FILE_UNREADABLE,
} AmicusFileState;

/* Reads the file in a thread and compares bytes: time stamps prove nothing. */
void            amicus_document_compare_async  (AmicusDocument       *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
AmicusFileState amicus_document_compare_finish (AmicusDocument       *self,
                                                GAsyncResult         *result);

/* What the file holds by now becomes the text: a step, which undo takes back. */
void            amicus_document_reload_async   (AmicusDocument       *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean        amicus_document_reload_finish  (AmicusDocument       *self,
                                                GAsyncResult         *result,
                                                GError              **error);
/* What was opened or saved last becomes the text again: a step, which undo takes back. After a recovery that may not be
 * known any more; then nothing happens. */
void            amicus_document_revert         (AmicusDocument       *self);

/**
 * AmicusKept:
 * @AMICUS_KEPT_NEW: nothing was known of this file
 * @AMICUS_KEPT_RESUMED: what was done to the file another day can be undone
 * @AMICUS_KEPT_RECOVERED: edits that never reached the file are in the text again
 * @AMICUS_KEPT_ELSEWHERE: the file is open in another window or program, which keeps its journal
 *
 * What was found when the keeping of a document began.
 */
typedef enum
{
  AMICUS_KEPT_NEW,
  AMICUS_KEPT_RESUMED,
  AMICUS_KEPT_RECOVERED,
  AMICUS_KEPT_ELSEWHERE,
} AmicusKept;

/* Begins to keep a journal. @folders: NULL for those of this person. Call it once, as soon as the document is open:
 * from then on an edit is in the journal before `changed` is emitted. Show the document when this is finished: an edit
 * that comes earlier is kept, but what was kept another day is then left where it is. After RECOVERED the file may have
 * changed, too: compare. */
void            amicus_document_keep_async     (AmicusDocument       *self,
                                                const char * const   *folders,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
/* @n_edits and @when (microseconds since 1970, to be shown only) of what was recovered; may be NULL. */
AmicusKept      amicus_document_keep_finish    (AmicusDocument       *self,
                                                GAsyncResult         *result,
                                                guint                *n_edits,
                                                gint64               *when);

/* Documents whose edits were left behind by a crash, as journals to be opened; AmicusJournalContents elements. Blocks:
 * for a thread. */
GPtrArray      *amicus_document_list_left      (const char * const   *folders) G_GNUC_WARN_UNUSED_RESULT;
/* Opens what a journal holds of a document that has no file, or whose file is gone. It is kept from the start. */
void            amicus_document_recover_async  (const char           *journal,
                                                const char * const   *folders,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
AmicusDocument *amicus_document_recover_finish (GAsyncResult         *result,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Where edits are kept: not in the first folder means that the person must be told. Signal `kept-changed`. */
AmicusJournalPlace
                amicus_document_get_place      (AmicusDocument       *self);

/* Wipes undo and journal: what is in the text stays, what was is gone. The person has asked for it. `changed` is not
 * emitted. */
gboolean        amicus_document_forget_history (AmicusDocument       *self,
                                                GError              **error);
/* The person has said that unsaved edits are not wanted: closing a document keeps none for recovery. */
void            amicus_document_let_go         (AmicusDocument       *self);

G_END_DECLS
