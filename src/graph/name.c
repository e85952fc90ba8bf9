/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-graph"

#include "graph/name.h"

/**
 * amicus_graph_get_parallels:
 * @graph: a graph
 * @tail: an entity
 * @head: an entity
 *
 * Returns: (transfer full) (element-type guint32): the relations from @tail to @head in order of
 *   creation; in an undirected graph those from @head to @tail too
 */
GArray *
amicus_graph_get_parallels (AmicusGraph *graph,
                            guint32      tail,
                            guint32      head)
{
  GArray *parallels = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_relations;
  const guint32 *relations;

  g_return_val_if_fail (graph != NULL, parallels);

  relations = amicus_graph_get_relations_of (graph, tail, &n_relations);
  for (guint i = 0; i < n_relations; i++)
    {
      guint32 from, to;

      amicus_graph_get_ends (graph, relations[i], &from, &to);
      if ((from == tail && to == head) ||
          (!amicus_graph_is_directed (graph) && from == head && to == tail))
        g_array_append_val (parallels, relations[i]);
    }

  return parallels;
}

static guint
find_nth_group (AmicusGraph *graph,
                guint32      group)
{
  const char *id = amicus_graph_get_id (graph, AMICUS_GROUP (group));
  guint nth = 0;

  for (guint32 i = 0; i < group; i++)
    if (g_strcmp0 (amicus_graph_get_id (graph, AMICUS_GROUP (i)), id) == 0)
      nth++;

  return nth;
}

static AmicusName *
name_relation (AmicusGraph *graph,
               guint32      relation)
{
  g_autoptr (GArray) parallels = NULL;
  guint32 tail, head;
  guint nth = 0;

  amicus_graph_get_ends (graph, relation, &tail, &head);
  parallels = amicus_graph_get_parallels (graph, tail, head);
  while (g_array_index (parallels, guint32, nth) != relation)
    nth++;

  return amicus_name_new_relation (amicus_graph_get_id (graph, AMICUS_ENTITY (tail)),
                                   amicus_graph_get_id (graph, AMICUS_ENTITY (head)),
                                   amicus_graph_get_key (graph, relation), nth);
}

/**
 * amicus_name_new:
 * @graph: a graph
 * @element: one of its elements
 *
 * Returns: (transfer full): its name
 */
AmicusName *
amicus_name_new (AmicusGraph   *graph,
                 AmicusElement  element)
{
  AmicusName *self;

  g_return_val_if_fail (graph != NULL, NULL);

  if (element.kind == AMICUS_ELEMENT_RELATION)
    return name_relation (graph, element.id);

  self = g_new0 (AmicusName, 1);
  self->kind = element.kind;
  if (element.kind == AMICUS_ELEMENT_ENTITY || element.kind == AMICUS_ELEMENT_GROUP)
    self->id = g_strdup (amicus_graph_get_id (graph, element));
  if (element.kind == AMICUS_ELEMENT_GROUP)
    self->nth = find_nth_group (graph, element.id);

  return self;
}

/**
 * amicus_name_new_entity:
 * @id: an ID
 *
 * Returns: (transfer full): the name of the entity that has it
 */
AmicusName *
amicus_name_new_entity (const char *id)
{
  AmicusName *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_new0 (AmicusName, 1);
  self->kind = AMICUS_ELEMENT_ENTITY;
  self->id = g_strdup (id);

  return self;
}

/**
 * amicus_name_new_relation:
 * @tail: ID of the entity from which it goes
 * @head: ID of the entity to which it goes
 * @key: (nullable): its key
 * @nth: without a key, which of those between these ends, from 0
 *
 * Returns: (transfer full): the name of that relation
 */
AmicusName *
amicus_name_new_relation (const char *tail,
                          const char *head,
                          const char *key,
                          guint       nth)
{
  AmicusName *self;

  g_return_val_if_fail (tail != NULL && head != NULL, NULL);

  self = g_new0 (AmicusName, 1);
  self->kind = AMICUS_ELEMENT_RELATION;
  self->tail = g_strdup (tail);
  self->head = g_strdup (head);
  self->key = g_strdup (key);
  self->nth = key != NULL ? 0 : nth;

  return self;
}

/**
 * amicus_name_free:
 * @self: (transfer full): a name
 */
void
amicus_name_free (AmicusName *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->tail);
  g_free (self->head);
  g_free (self->key);
  g_free (self);
}

static AmicusElement
find_relation (const AmicusName *self,
               AmicusGraph      *graph)
{
  const AmicusElement none = { AMICUS_ELEMENT_NONE, 0 };
  AmicusElement tail = amicus_graph_find_entity (graph, self->tail);
  AmicusElement head = amicus_graph_find_entity (graph, self->head);
  g_autoptr (GArray) parallels = NULL;

  if (tail.kind == AMICUS_ELEMENT_NONE || head.kind == AMICUS_ELEMENT_NONE)
    return none;

  parallels = amicus_graph_get_parallels (graph, tail.id, head.id);
  for (guint i = 0; i < parallels->len; i++)
    {
      guint32 relation = g_array_index (parallels, guint32, i);

      if (self->key == NULL ? i == self->nth
                            : g_strcmp0 (amicus_graph_get_key (graph, relation), self->key) == 0)
        return AMICUS_RELATION (relation);
    }

  return none;
}

static AmicusElement
find_group (const AmicusName *self,
            AmicusGraph      *graph)
{
  guint nth = self->nth;

  for (guint32 i = 0; i < amicus_graph_get_n_groups (graph); i++)
    if (g_strcmp0 (amicus_graph_get_id (graph, AMICUS_GROUP (i)), self->id) == 0 && nth-- == 0)
      return AMICUS_GROUP (i);

  return (AmicusElement) { AMICUS_ELEMENT_NONE, 0 };
}

/**
 * amicus_name_find:
 * @self: a name
 * @graph: a graph
 *
 * Returns: the element of that name, or one of kind NONE
 */
AmicusElement
amicus_name_find (const AmicusName *self,
                  AmicusGraph      *graph)
{
  const AmicusElement none = { AMICUS_ELEMENT_NONE, 0 };

  g_return_val_if_fail (self != NULL && graph != NULL, none);

  switch (self->kind)
    {
    case AMICUS_ELEMENT_ENTITY:
      return amicus_graph_find_entity (graph, self->id);
    case AMICUS_ELEMENT_RELATION:
      return find_relation (self, graph);
    case AMICUS_ELEMENT_GROUP:
      return find_group (self, graph);
    case AMICUS_ELEMENT_GRAPH:
      return AMICUS_WHOLE_GRAPH;
    case AMICUS_ELEMENT_NONE:
    default:
      return none;
    }
}
