/* SPDX-License-Identifier: GPL-3.0-or-later
 * IDs, and what is found by them. */

#define G_LOG_DOMAIN "amicus-graph"

#include "graph/graph-private.h"

#include <string.h>

/* The pool has the empty string from the beginning, so the empty ID, which cgraph allows, goes in
 * with its zero byte: as C strings they are the same. */
guint32
amicus_graph_intern_id (AmicusGraph *self,
                        const char *id,
                        gsize length)
{
  return amicus_strings_intern (self->ids, length == 0 ? "" : id, MAX (length, 1)) - 1;
}

/**
 * amicus_graph_get_id:
 * @self: a graph
 * @element: one of its elements
 *
 * Returns: (transfer none) (nullable): the ID as it means, without quotes; %NULL for an anonymous
 *   group or graph, and for relations
 */
const char *
amicus_graph_get_id (AmicusGraph *self,
                     AmicusElement element)
{
  AmicusString id = NO_STRING;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (amicus_graph_has (self, element), NULL);

  if (element.kind == AMICUS_ELEMENT_ENTITY)
    return amicus_strings_get (self->ids, element.id + 1);

  if (element.kind == AMICUS_ELEMENT_GROUP)
    id = g_array_index (self->groups, Group, element.id).id;
  else if (element.kind == AMICUS_ELEMENT_GRAPH)
    id = self->id;

  return id == NO_STRING ? NULL : amicus_strings_get (self->attributes.strings, id);
}

/**
 * amicus_graph_find_entity:
 * @self: a graph
 * @id: an ID
 *
 * Returns: the entity, or an element of kind NONE
 */
AmicusElement
amicus_graph_find_entity (AmicusGraph *self,
                          const char *id)
{
  const AmicusElement none = { AMICUS_ELEMENT_NONE, 0 };
  AmicusString string;

  g_return_val_if_fail (self != NULL, none);
  g_return_val_if_fail (id != NULL, none);

  if (!amicus_strings_lookup (self->ids, id, MAX (strlen (id), 1), &string))
    return none;

  return AMICUS_ENTITY (string - 1);
}

/* The first group of an ID stays. */
static void
index_groups (AmicusGraph *self)
{
  self->group_of = g_hash_table_new (NULL, NULL);
  for (guint32 i = self->groups->len; i > 0; i--)
    g_hash_table_insert (self->group_of,
                         GUINT_TO_POINTER (g_array_index (self->groups, Group, i - 1).id),
                         GUINT_TO_POINTER (i - 1));
}

/**
 * amicus_graph_find_group:
 * @self: a graph
 * @id: an ID
 *
 * Returns: the first group of that ID (others may stand inside other groups), or an element of
 *   kind NONE
 */
AmicusElement
amicus_graph_find_group (AmicusGraph *self,
                         const char *id)
{
  const AmicusElement none = { AMICUS_ELEMENT_NONE, 0 };
  AmicusString string;
  gpointer group;

  g_return_val_if_fail (self != NULL, none);
  g_return_val_if_fail (id != NULL, none);

  self = amicus_graph_origin (self);
  if (self->group_of == NULL)
    index_groups (self);
  if (!amicus_strings_lookup (self->attributes.strings, id, strlen (id), &string) ||
      !g_hash_table_lookup_extended (self->group_of, GUINT_TO_POINTER (string), NULL, &group))
    return none;

  return AMICUS_GROUP (GPOINTER_TO_UINT (group));
}
