/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which element a statement speaks of, and which statement is the one to say more of an element. */

#define G_LOG_DOMAIN "amicus-graph"

#include "graph/revise-private.h"

#include <string.h>

void
amicus_statement_index_free (StatementIndex *self)
{
  g_free (self->block);
  g_free (self->relation);
  g_free (self);
}

const StatementIndex *
amicus_graph_index_statements (AmicusGraph *origin)
{
  const Attributes *attributes = &origin->attributes;
  guint n_statements = amicus_syntax_get_n_statements (origin->syntax);
  StatementIndex *index = origin->statement_index;

  if (index != NULL)
    return index;

  index = g_new (StatementIndex, 1);
  index->block = g_new (guint32, n_statements);
  index->relation = g_new (guint32, n_statements);
  memset (index->block, 0xff, n_statements * sizeof (guint32));
  memset (index->relation, 0xff, n_statements * sizeof (guint32));
  for (guint32 i = 0; i < attributes->statements->len; i++)
    {
      AmicusStatement statement = g_array_index (attributes->statements, AmicusStatement, i);

      if (statement != AMICUS_NO_STATEMENT)
        index->block[statement] = i;
    }
  for (guint32 i = 0; i < origin->relations->len; i++)
    index->relation[g_array_index (origin->relations, Relation, i).statement] = i;
  origin->statement_index = index;

  return index;
}

AmicusElement
amicus_graph_find_subject (AmicusGraph       *self,
                           AmicusStatement    statement,
                           const AmicusParts *parts)
{
  const AmicusElement none = { AMICUS_ELEMENT_NONE, 0 };
  guint32 relation;

  if (parts->kind == AMICUS_STATEMENT_NODE && parts->ends->len == 1)
    {
      const AmicusToken *token = &g_array_index (parts->ends, AmicusEnd, 0).id;
      gsize length;
      const char *id = amicus_attributes_read_token (&self->attributes, token, &length);
      g_autofree char *copy = g_strndup (id, length);

      return amicus_graph_find_entity (self, copy);
    }
  if (parts->kind != AMICUS_STATEMENT_EDGE || parts->ends->len != 2 ||
      amicus_syntax_get_first_child (self->syntax, statement) != AMICUS_NO_STATEMENT)
    return none;

  relation = amicus_graph_index_statements (amicus_graph_origin (self))->relation[statement];

  return relation == AMICUS_NO_INDEX ? none : AMICUS_RELATION (relation);
}

static AmicusElement
find_subject (AmicusGraph     *self,
              AmicusStatement  statement)
{
  AmicusElement subject = { AMICUS_ELEMENT_NONE, 0 };
  AmicusParts parts;

  if (statement == AMICUS_NO_STATEMENT)
    return subject;

  amicus_parts_init (&parts);
  amicus_syntax_get_parts (self->syntax, statement, &parts);
  subject = amicus_graph_find_subject (self, statement, &parts);
  amicus_parts_clear (&parts);

  return subject;
}

/**
 * amicus_graph_list_revised:
 * @self: a graph
 * @before: another state of it
 *
 * Returns: (transfer full) (nullable) (element-type AmicusElement): the entities and relations that
 *   may have other attributes; %NULL where that is not known, so that all may be others
 */
GArray *
amicus_graph_list_revised (AmicusGraph *self,
                           AmicusGraph *before)
{
  g_autoptr (GArray) statements = NULL;
  g_autoptr (GArray) elements = g_array_new (FALSE, FALSE, sizeof (AmicusElement));

  g_return_val_if_fail (self != NULL && before != NULL, NULL);

  if (amicus_graph_origin (self) != amicus_graph_origin (before))
    return NULL;

  statements = amicus_syntax_list_revised (self->syntax, before->syntax);
  for (guint i = 0; i < statements->len; i++)
    {
      AmicusElement element = find_subject (self, g_array_index (statements, AmicusStatement, i));

      if (element.kind == AMICUS_ELEMENT_NONE)
        return NULL;
      g_array_append_val (elements, element);
    }

  return g_steal_pointer (&elements);
}

static AmicusTarget
target_of (AmicusElement element)
{
  return element.kind == AMICUS_ELEMENT_ENTITY ? AMICUS_TARGET_NODE : AMICUS_TARGET_EDGE;
}

/* The last statement that sets the attribute, or else the first that sets any. */
static AmicusStatement
find_among_blocks (AmicusGraph   *self,
                   AmicusTarget   target,
                   AmicusElement  element,
                   const char    *name)
{
  Attributes *attributes = &self->attributes;
  guint n = amicus_attributes_count_blocks (attributes, target, element.id);
  AmicusString number;
  guint32 block;

  if (amicus_strings_lookup (attributes->names, name, strlen (name), &number))
    for (guint i = n; i > 0; i--)
      {
        block = amicus_attributes_get_block (attributes, target, element.id, i - 1);
        if (amicus_attributes_find_in_block (attributes, block, number) != NULL)
          return g_array_index (attributes->statements, AmicusStatement, block);
      }
  for (guint i = 0; i < n && target == AMICUS_TARGET_NODE; i++)
    {
      guint n_settings;

      block = amicus_attributes_get_block (attributes, target, element.id, i);
      amicus_attributes_get_settings (attributes, block, &n_settings);
      if (n_settings > 0)
        return g_array_index (attributes->statements, AmicusStatement, block);
    }

  return target == AMICUS_TARGET_NODE
           ? g_array_index (self->entities, Entity, element.id).statement
           : g_array_index (self->relations, Relation, element.id).statement;
}

/**
 * amicus_graph_find_setter:
 * @self: a graph
 * @element: an entity or relation
 * @name: an attribute
 *
 * Finds the statement that is to be changed so that the element has another value: it speaks of
 * nothing else, and no other that speaks of the element is meant first.
 *
 * Returns: the statement; %AMICUS_NO_STATEMENT where it takes more than that to find one
 */
AmicusStatement
amicus_graph_find_setter (AmicusGraph   *self,
                          AmicusElement  element,
                          const char    *name)
{
  AmicusStatement statement;

  g_return_val_if_fail (self != NULL && name != NULL, AMICUS_NO_STATEMENT);
  g_return_val_if_fail (element.kind == AMICUS_ELEMENT_ENTITY ||
                        element.kind == AMICUS_ELEMENT_RELATION, AMICUS_NO_STATEMENT);
  g_return_val_if_fail (amicus_graph_has (self, element), AMICUS_NO_STATEMENT);

  statement = find_among_blocks (self, target_of (element), element, name);

  return amicus_element_equal (find_subject (self, statement), element) ? statement
                                                                        : AMICUS_NO_STATEMENT;
}

/**
 * amicus_graph_count_setters:
 * @self: a graph
 * @element: an entity or relation
 * @name: an attribute
 *
 * Returns: in how many statements the element is given a value of its own, which may be empty
 */
guint
amicus_graph_count_setters (AmicusGraph   *self,
                            AmicusElement  element,
                            const char    *name)
{
  Attributes *attributes;
  AmicusTarget target = target_of (element);
  AmicusString number;
  guint n_setters = 0;

  g_return_val_if_fail (self != NULL && name != NULL, 0);
  g_return_val_if_fail (element.kind == AMICUS_ELEMENT_ENTITY ||
                        element.kind == AMICUS_ELEMENT_RELATION, 0);
  g_return_val_if_fail (amicus_graph_has (self, element), 0);

  attributes = &self->attributes;
  if (!amicus_strings_lookup (attributes->names, name, strlen (name), &number))
    return 0;

  for (guint i = amicus_attributes_count_blocks (attributes, target, element.id); i > 0; i--)
    {
      guint32 block = amicus_attributes_get_block (attributes, target, element.id, i - 1);

      if (amicus_attributes_find_in_block (attributes, block, number) != NULL)
        n_setters++;
    }

  return n_setters;
}
