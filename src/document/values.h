/* SPDX-License-Identifier: GPL-3.0-or-later
 * What an element says of itself, remembered while the text changes around it. */

#pragma once

#include "dot/edit.h"
#include "graph/graph.h"

G_BEGIN_DECLS

/**
 * Values:
 * @array: AmicusValue, none of them empty
 * @strings: owns their texts
 *
 * Attributes of an element, no two of the same name.
 */
typedef struct
{
  GArray *array;
  GStringChunk *strings;
} Values;

/* All that holds for the element, wherever it comes from. */
Values            *amicus_values_new  (AmicusGraph   *graph,
                                       AmicusElement  element) G_GNUC_WARN_UNUSED_RESULT;
void               amicus_values_free (Values        *self);

/* NULL if there is none of that name. */
const char        *amicus_values_find (const Values  *self,
                                       const char    *name);
/* NULL or an empty value takes it away. */
void               amicus_values_put  (Values        *self,
                                       const char    *name,
                                       const char    *value);
/* Takes over what only the other has. */
void               amicus_values_fill (Values        *self,
                                       const Values  *other);
const AmicusValue *amicus_values_get  (const Values  *self,
                                       guint         *n_values);
gboolean           amicus_values_equal (const Values *self,
                                        const Values *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Values, amicus_values_free)

G_END_DECLS
