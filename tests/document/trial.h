/* SPDX-License-Identifier: GPL-3.0-or-later
 * Random commands on a document, and what each is expected to make of its graph. */

#pragma once

#include "document/document.h"
#include "graph/name.h"
#include "tests/document/model.h"

/**
 * Trial:
 * @expected: what the file means, changed by hand as the command should change it
 * @with_cgraph: whether cgraph reads the file as we do
 * @is_broken: whether the file has errors, so that a command may be refused
 * @subject: ID of the entity that is edited, or of an end of the relation; or %NULL
 * @other_subject: the same, where a command is about two
 * @is_any_statement: whether statements may go that speak of neither
 * @n_refused: how many commands were refused
 * @log: what was done, for whoever has to look into it
 */
typedef struct
{
  GRand *rand;
  AmicusDocument *document;
  AmicusGraph *graph;
  Model *expected;
  gboolean with_cgraph;
  gboolean is_broken;
  char *subject;
  char *other_subject;
  gboolean is_any_statement;
  guint n_refused;
  GString *log;
} Trial;

void     trial_begin       (Trial       *self);
/* Whether something was done. */
gboolean trial_run_command (Trial       *self);
void     trial_end         (Trial       *self);

/* For commands: random choices, and a word of what is done. */
guint       trial_pick          (Trial         *self,
                                 guint          n);
const char *trial_pick_id       (Trial         *self);
gboolean    trial_pick_relation (Trial         *self,
                                 guint32       *relation,
                                 AmicusName   **name);
void        trial_say           (Trial         *self,
                                 const char    *format,
                                 ...) G_GNUC_PRINTF (2, 3);
/* Whether a command was done that may only be refused where the file is broken. */
gboolean    trial_is_done       (Trial         *self,
                                 gboolean       done,
                                 const GError  *error);
/* The same for a command that may be refused elsewhere too. */
gboolean    trial_may_be_done   (Trial         *self,
                                 gboolean       done,
                                 const GError  *error);
/* Puts one ID in the place of another in all lists, or nothing. */
void        trial_change_references
                                (Model         *model,
                                 const char    *id,
                                 const char    *new_id);

/* Commands that change the shape of a graph; each returns whether it was done, and changes what is
 * expected. */
gboolean trial_retarget           (Trial *self);
gboolean trial_duplicate_entity   (Trial *self);
gboolean trial_duplicate_relation (Trial *self);
gboolean trial_cite               (Trial *self);
gboolean trial_merge              (Trial *self);
gboolean trial_move               (Trial *self);
gboolean trial_group              (Trial *self);
gboolean trial_ungroup            (Trial *self);

char    *text_of           (GBytes      *bytes) G_GNUC_WARN_UNUSED_RESULT;
/* Says what was done and what is wrong, and ends the program. */
void     give_up           (Trial       *self,
                            const char  *what,
                            const char  *expected,
                            const char  *found) G_GNUC_NORETURN;
