/* SPDX-License-Identifier: GPL-3.0-or-later
 * What two say of themselves, told by one. */

#pragma once

#include "document/values.h"

G_BEGIN_DECLS

/* Adds an item behind those of a list. */
void amicus_list_append        (GString       *list,
                                const char    *item);
/* Lists have the items of both; of the other's values come those that are not there. */
void amicus_values_unite       (Values        *self,
                                const Values  *other);
/* Lets the other's names, which go from its values, be aliases of the one. */
void amicus_values_turn_labels (Values        *self,
                                Values        *other,
                                AmicusGraph   *graph,
                                AmicusElement  element,
                                AmicusElement  other_element);

G_END_DECLS
