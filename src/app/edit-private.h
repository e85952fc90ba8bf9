/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of editing share:
 *
 *   edit-actions.c   the actions and when they can be used
 *   edit-subject.c   what is edited, what is selected afterwards, what is said
 *   edit-add.c       new entities and relations
 *   edit-rename.c    new names
 *   edit-remove.c    what goes
 *   edit-place.c     pins
 *   edit-clipboard.c copies between windows */

#pragma once

#include "app/edit-actions.h"
#include "app/window-private.h"
#include "document/commands.h"

G_BEGIN_DECLS

/* A command on one element. */
typedef gboolean (*AmicusEditFunc) (AmicusWindow      *self,
                                    const AmicusName  *name,
                                    GError           **error);

/* edit-subject.c */
AmicusDocument *amicus_edit_get_document    (AmicusWindow      *self);
/* Names of what is selected of one kind, what stands last in the file first. */
GPtrArray      *amicus_edit_list_selected   (AmicusWindow      *self,
                                             AmicusElementKind  kind) G_GNUC_WARN_UNUSED_RESULT;
/* One step; @step is called so if there are several names. FALSE after an error, which is said. */
gboolean        amicus_edit_each            (AmicusWindow      *self,
                                             GPtrArray         *names,
                                             const char        *step,
                                             AmicusEditFunc     edit);
void            amicus_edit_select          (AmicusWindow      *self,
                                             const AmicusName  *name);
/* Says why something was not done; takes @error. */
void            amicus_edit_report          (AmicusWindow      *self,
                                             GError            *error);
/* For a sentence, in its own direction. */
char           *amicus_edit_get_label       (AmicusWindow      *self,
                                             AmicusElement      element) G_GNUC_WARN_UNUSED_RESULT;

/* edit-add.c */
/* @place: in points */
void            amicus_edit_add_at          (AmicusWindow      *self,
                                             AmicusPoint        place);
void            amicus_edit_connect         (AmicusWindow      *self,
                                             AmicusElement      tail,
                                             AmicusElement      head);
void            amicus_edit_connect_to_new  (AmicusWindow      *self,
                                             AmicusElement      tail,
                                             AmicusPoint        place);

/* edit-rename.c */
void            amicus_edit_rename          (AmicusWindow      *self);

/* edit-remove.c */
void            amicus_edit_remove          (AmicusWindow      *self);

/* edit-place.c */
void            amicus_edit_pin             (AmicusWindow      *self);
void            amicus_edit_unpin           (AmicusWindow      *self);
void            amicus_edit_keep            (AmicusWindow      *self);

/* edit-clipboard.c */
void            amicus_edit_copy            (AmicusWindow      *self);
void            amicus_edit_cut             (AmicusWindow      *self);
void            amicus_edit_paste           (AmicusWindow      *self);

G_END_DECLS
