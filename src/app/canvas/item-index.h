/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which items of a scene show an element. */

#pragma once

#include "drawing/scene.h"

G_BEGIN_DECLS

typedef struct _AmicusItemIndex AmicusItemIndex;

AmicusItemIndex *amicus_item_index_new        (AmicusScene           *scene) G_GNUC_WARN_UNUSED_RESULT;
void             amicus_item_index_free       (AmicusItemIndex       *self);

AmicusScene     *amicus_item_index_get_scene  (const AmicusItemIndex *self);
/* The card, curve or hull; AMICUS_NO_INDEX where the element is not drawn. */
guint32          amicus_item_index_find       (const AmicusItemIndex *self,
                                               AmicusElement          element);
/* The label of a relation, or AMICUS_NO_INDEX. */
guint32          amicus_item_index_find_label (const AmicusItemIndex *self,
                                               guint32                relation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusItemIndex, amicus_item_index_free)

G_END_DECLS
