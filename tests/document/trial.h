/* SPDX-License-Identifier: GPL-3.0-or-later
 * Random commands on a document, and what each is expected to make of its graph. */

#pragma once

#include "document/document.h"
#include "tests/document/model.h"

/**
 * Trial:
 * @expected: what the file means, changed by hand as the command should change it
 * @with_cgraph: whether cgraph reads the file as we do
 * @is_broken: whether the file has errors, so that a command may be refused
 * @subject: ID of the entity that is edited, or of an end of the relation; or %NULL
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
  GString *log;
} Trial;

void     trial_begin       (Trial       *self);
/* Whether something was done. */
gboolean trial_run_command (Trial       *self);
void     trial_end         (Trial       *self);

char    *text_of           (GBytes      *bytes) G_GNUC_WARN_UNUSED_RESULT;
/* Says what was done and what is wrong, and ends the program. */
void     give_up           (Trial       *self,
                            const char  *what,
                            const char  *expected,
                            const char  *found) G_GNUC_NORETURN;
