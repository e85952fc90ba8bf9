/* SPDX-License-Identifier: GPL-3.0-or-later
 * A document as simple as can be: every text there ever was. The journal must tell the same. */

#pragma once

#include "document/journal.h"

G_BEGIN_DECLS

typedef struct
{
  GRand *random;
  GPtrArray *texts; /* of GBytes: the base, then one for each step */
  GPtrArray *steps; /* of arrays of AmicusPatch: between these */
  guint position;
  int saved;
  AmicusJournal *journal;
} Model;

void         model_init        (Model                       *self,
                                guint32                      seed,
                                const char * const          *folders,
                                const char                  *path);
void         model_clear       (Model                       *self);
GBytes      *model_get_text    (const Model                 *self);
/* Does something and gives it to the journal, whose answer is returned. */
gboolean     model_step        (Model                       *self,
                                GError                     **error);
gboolean     model_save        (Model                       *self,
                                GError                     **error);
AmicusPatch *model_make_patch  (Model                       *self);
gboolean     model_do          (Model                       *self,
                                AmicusPatch                 *patch,
                                GError                     **error);
gboolean     model_undo        (Model                       *self,
                                GError                     **error);
/* That the contents have the text, and the steps as far as they go back. */
void         model_check       (const Model                 *self,
                                const AmicusJournalContents *contents);

char        *journal_make_folder   (void);
void         journal_remove_folder (char                    *folder);
GPtrArray   *journal_list_files    (const char              *folder);
GBytes      *journal_load          (const char              *file);

/* A model whose journal is in the first of two folders. */
#define JOURNAL_PATH "/nowhere/a.gv"

typedef struct
{
  char *folder;
  char *other;
  const char *folders[3];
  Model model;
} JournalFixture;

void         journal_set_up         (JournalFixture *fixture,
                                     gconstpointer   data);
void         journal_tear_down      (JournalFixture *fixture,
                                     gconstpointer   data);
void         journal_work           (Model          *model,
                                     guint           n_steps);
void         journal_edit           (Model          *model);
void         journal_save           (Model          *model);
AmicusJournalContents *
             journal_read_living    (const Model    *model);
void         journal_check_living   (const Model    *model);
void         journal_assert_n_files (const char     *folder,
                                     guint           n);

G_END_DECLS
