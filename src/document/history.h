/* SPDX-License-Identifier: GPL-3.0-or-later
 * Steps that can be undone and redone, without limit. */

#pragma once

#include "base/patch.h"

G_BEGIN_DECLS

/**
 * AmicusHistory:
 *
 * What was done since a file was opened, as changes of its bytes and their inverses. Knows no text.
 */
typedef struct _AmicusHistory AmicusHistory;

AmicusHistory *amicus_history_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void           amicus_history_free      (AmicusHistory       *self);

/* An array that holds AmicusPatch elements. */
GPtrArray     *amicus_history_new_list  (void) G_GNUC_WARN_UNUSED_RESULT;

/* @patches and @inverses: AmicusPatch elements, in the order in which they were made. */
void           amicus_history_add       (AmicusHistory       *self,
                                         const char          *name,
                                         GPtrArray           *patches,
                                         GPtrArray           *inverses);

/* A step after the last, which is not done yet. @back: what takes it back, in the order in which that is done. */
void           amicus_history_append    (AmicusHistory       *self,
                                         const char          *name,
                                         GPtrArray           *forth,
                                         GPtrArray           *back);
/* How many steps are done. */
guint          amicus_history_get_place (const AmicusHistory *self);
void           amicus_history_set_place (AmicusHistory       *self,
                                         guint                n_done);

/* A number for the text as it is now, found again when undo and redo come back to it; 0 if it was given none. */
void           amicus_history_set_mark  (AmicusHistory       *self,
                                         guint                mark);
guint          amicus_history_get_mark  (const AmicusHistory *self);

/* What the step is called that can be undone or redone, or NULL. */
const char    *amicus_history_get_undo  (const AmicusHistory *self);
const char    *amicus_history_get_redo  (const AmicusHistory *self);
/* The patches to apply, one after the other; NULL if there is no such step. */
GPtrArray     *amicus_history_undo      (AmicusHistory       *self);
GPtrArray     *amicus_history_redo      (AmicusHistory       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusHistory, amicus_history_free)

G_END_DECLS
