/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the parts of keeping a document share. */

#pragma once

#include "document/document-private.h"
#include "document/keeping.h"

G_BEGIN_DECLS

/**
 * AmicusFound:
 * @file: (nullable): the document's file
 * @bytes: (nullable): what the file holds
 * @hash: SHA-256 of @bytes
 * @folders: (nullable): of journals
 * @journal: what edits are kept in from now on
 * @history: (nullable): the steps of another day
 * @saved_place: how many of these are done in what was saved; -1 if none lead there
 * @saved: (nullable): what the file held when it was saved last, if that is known
 * @half: (nullable): what a save that was cut short should have made of @saved
 * @text: (nullable): what was recovered, if it is not what the file holds
 * @reading: what @text says
 *
 * What is found of a document in the journals, by a thread.
 */
typedef struct
{
  GFile *file;
  GBytes *bytes;
  guint8 hash[AMICUS_JOURNAL_HASH_SIZE];
  char **folders;
  AmicusKept kept;
  AmicusJournal *journal;
  AmicusHistory *history;
  int saved_place;
  GBytes *saved;
  GBytes *half;
  GBytes *text;
  AmicusReading *reading;
  guint n_edits;
  gint64 when;
} AmicusFound;

AmicusFound *amicus_found_new                (GFile                *file,
                                              GBytes               *bytes,
                                              const char * const   *folders) G_GNUC_WARN_UNUSED_RESULT;
void         amicus_found_free               (gpointer              found);
/* Looks for what was kept, and goes on with it or begins. Blocks. */
void         amicus_found_look               (AmicusFound          *self);
void         amicus_found_hash               (AmicusFound          *self);
/* Goes on with a journal, once @hash is known. Blocks. */
gboolean     amicus_found_resume             (AmicusFound          *self,
                                              const char           *journal,
                                              GError              **error);

/* The document goes on where it was left. */
void         amicus_document_take_found      (AmicusDocument       *self,
                                              AmicusFound          *found);

/* Before the file is written over, what others have written there becomes a part of the history. Then @next is called. */
void         amicus_document_keep_theirs     (AmicusDocument       *self,
                                              GTask                *task,
                                              AmicusTurnFunc        next);

/* The path behind symbolic links: by it the journals of a file are known. */
char        *amicus_document_dup_identity    (GFile                *file) G_GNUC_WARN_UNUSED_RESULT;
/* That the text as it is now, whose SHA-256 is @hash, is what the file holds. */
void         amicus_document_journal_saved   (AmicusDocument       *self,
                                              const guint8         *hash);
void         amicus_document_journal_reverted (AmicusDocument      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusFound, amicus_found_free)

G_END_DECLS
