/* SPDX-License-Identifier: GPL-3.0-or-later
 * A graph, its entities, relations and groups. */

#define G_LOG_DOMAIN "amicus-graph"

#include "graph/graph-private.h"

#include <string.h>

#include "base/memory.h"
#include "graph/checks-private.h"

/* Bytes of a statement, with what stands between it and the next. */
#define TYPICAL_STATEMENT 40

/* The nth graph among the statements of the file. */
static AmicusStatement
find_graph (AmicusSyntax *syntax,
            guint nth)
{
  AmicusStatement at = amicus_syntax_get_first_child (syntax, 0);

  for (; at != AMICUS_NO_STATEMENT; at = amicus_syntax_get_next (syntax, at))
    if (amicus_syntax_get_kind (syntax, at) == AMICUS_STATEMENT_GRAPH && nth-- == 0)
      return at;

  return AMICUS_NO_STATEMENT;
}

/**
 * amicus_graph_count:
 * @syntax: a file
 *
 * Returns: how many graphs it holds
 */
guint
amicus_graph_count (AmicusSyntax *syntax)
{
  guint n = 0;
  AmicusStatement at;

  g_return_val_if_fail (syntax != NULL, 0);

  at = amicus_syntax_get_first_child (syntax, 0);
  for (; at != AMICUS_NO_STATEMENT; at = amicus_syntax_get_next (syntax, at))
    if (amicus_syntax_get_kind (syntax, at) == AMICUS_STATEMENT_GRAPH)
      n++;

  return n;
}

/* A guess from the number of bytes. */
static guint
guess_statements (AmicusSyntax *syntax,
                  AmicusStatement statement)
{
  gsize length = 0;

  if (statement != AMICUS_NO_STATEMENT)
    amicus_syntax_get_text (syntax, statement, &length);

  return (guint) (length / TYPICAL_STATEMENT);
}

guint
amicus_graph_next_edition (void)
{
  static guint last;

  return g_atomic_int_add (&last, 1) + 1;
}

static AmicusGraph *
new_empty_graph (AmicusSyntax *syntax,
                 AmicusStatement statement)
{
  AmicusGraph *self = g_new0 (AmicusGraph, 1);
  guint n_statements = guess_statements (syntax, statement);

  self->edition = amicus_graph_next_edition ();
  g_atomic_ref_count_init (&self->references);
  self->syntax = amicus_syntax_ref (syntax);
  self->statement = statement;
  self->id = NO_STRING;
  self->directed = TRUE;
  self->entities = amicus_memory_new_array (sizeof (Entity), n_statements);
  self->relations = amicus_memory_new_array (sizeof (Relation), n_statements);
  self->groups = g_array_new (FALSE, FALSE, sizeof (Group));
  /* Large graphs have more relations than entities. */
  self->ids = amicus_strings_new_sized (n_statements / 2);
  self->findings = g_array_new (FALSE, FALSE, sizeof (AmicusDiagnostic));
  amicus_attributes_init (&self->attributes, syntax, n_statements);
  amicus_membership_init (&self->membership);

  return self;
}

static void
read_header (AmicusGraph *self)
{
  AmicusParts parts;

  amicus_parts_init (&parts);
  amicus_syntax_get_parts (self->syntax, self->statement, &parts);
  self->directed = parts.directed;
  self->strict = parts.strict;
  if (parts.id.type != AMICUS_TOKEN_NONE)
    self->id = amicus_attributes_intern (&self->attributes, &parts.id);
  amicus_parts_clear (&parts);
}

static const Relation *
get_relation (AmicusGraph *self,
              guint32 relation)
{
  return &g_array_index (self->relations, Relation, relation);
}

/* A counting sort of the relations by their ends. */
static void
index_relations (AmicusGraph *self)
{
  guint32 *starts = g_new0 (guint32, (gsize) self->entities->len + 2);
  guint32 *incident = g_new (guint32, (gsize) self->relations->len * 2 + 1);

  for (guint32 i = 0; i < self->relations->len; i++)
    {
      const Relation *relation = get_relation (self, i);

      starts[relation->tail + 2]++;
      if (relation->head != relation->tail)
        starts[relation->head + 2]++;
    }
  for (guint32 i = 2; i <= self->entities->len; i++)
    starts[i] += starts[i - 1];
  for (guint32 i = 0; i < self->relations->len; i++)
    {
      const Relation *relation = get_relation (self, i);

      incident[starts[relation->tail + 1]++] = i;
      if (relation->head != relation->tail)
        incident[starts[relation->head + 1]++] = i;
    }

  self->incident_starts = starts;
  self->incident = incident;
}

AmicusGraph *
amicus_graph_new_evaluated (AmicusSyntax *syntax,
                            guint nth,
                            AmicusMentions *mentions)
{
  AmicusGraph *self;

  /* What is read is found again by its place among all bytes. */
  amicus_syntax_get_bytes (syntax);
  self = new_empty_graph (syntax, find_graph (syntax, nth));

  if (self->statement != AMICUS_NO_STATEMENT)
    {
      read_header (self);
      amicus_graph_evaluate (self, mentions);
    }

  return self;
}

/**
 * amicus_graph_new:
 * @syntax: a file
 * @nth: which of its graphs, from 0
 *
 * Evaluates the statements of a graph. Linear in their bytes and in the relations they make, of
 * which there is a limit. The graph may be made in any thread and then belongs to one.
 *
 * Returns: (transfer full): the graph; an empty one if the file has no such graph
 */
AmicusGraph *
amicus_graph_new (AmicusSyntax *syntax,
                  guint nth)
{
  AmicusGraph *self;
  guint n_elements[3] = { 0, 0, 0 };

  g_return_val_if_fail (syntax != NULL, NULL);

  self = amicus_graph_new_evaluated (syntax, nth, NULL);
  n_elements[AMICUS_TARGET_NODE] = self->entities->len;
  n_elements[AMICUS_TARGET_EDGE] = self->relations->len;
  amicus_attributes_finish (&self->attributes, n_elements);
  index_relations (self);
  amicus_graph_check (self);
  amicus_graph_merge_findings (self);

  return self;
}

/**
 * amicus_graph_get_edition:
 * @self: a graph
 *
 * Numbers of elements are good for one graph only: who keeps them keeps its edition, too.
 *
 * Returns: what no other graph has, not 0
 */
guint
amicus_graph_get_edition (AmicusGraph *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->edition;
}

/**
 * amicus_graph_ref:
 * @self: a graph
 *
 * Returns: (transfer full): the same graph, kept once more
 */
AmicusGraph *
amicus_graph_ref (AmicusGraph *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

static void
clear_evaluated (AmicusGraph *self)
{
  amicus_attributes_clear (&self->attributes);
  amicus_membership_clear (&self->membership);
  g_array_unref (self->entities);
  g_array_unref (self->relations);
  g_array_unref (self->groups);
  amicus_strings_free (self->ids);
  g_free (self->incident_starts);
  g_free (self->incident);
  g_clear_pointer (&self->group_of, g_hash_table_unref);
  g_clear_pointer (&self->statement_index, amicus_statement_index_free);
  g_free (self->clusters);
  g_free (self->represented);
}

/* All else belongs to the origin. */
static void
clear_revised (AmicusGraph *self)
{
  g_array_unref (self->attributes.replaced);
  g_array_unref (self->attributes.name_places);
  amicus_graph_unref (self->origin);
}

/**
 * amicus_graph_unref:
 * @self: (transfer full): a graph
 *
 * Lets go of a graph.
 */
void
amicus_graph_unref (AmicusGraph *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_clear_pointer (&self->findings, g_array_unref);
  g_clear_pointer (&self->sources, g_array_unref);
  g_clear_pointer (&self->source_numbers, g_array_unref);
  if (self->origin == NULL)
    clear_evaluated (self);
  else
    clear_revised (self);
  amicus_syntax_unref (self->syntax);
  g_free (self);
}

/**
 * amicus_graph_is_directed:
 * @self: a graph
 *
 * Returns: whether it is a `digraph`
 */
gboolean
amicus_graph_is_directed (AmicusGraph *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->directed;
}

/**
 * amicus_graph_is_strict:
 * @self: a graph
 *
 * Returns: whether two entities have at most one relation
 */
gboolean
amicus_graph_is_strict (AmicusGraph *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->strict;
}

/**
 * amicus_graph_is_amicus:
 * @self: a graph
 *
 * Returns: whether it says that it follows the vocabulary, by `amicus="1"`
 */
gboolean
amicus_graph_is_amicus (AmicusGraph *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_strcmp0 (amicus_graph_get_attribute (self, AMICUS_WHOLE_GRAPH, "amicus"), "1") == 0;
}

/**
 * amicus_graph_get_n_entities:
 * @self: a graph
 *
 * Returns: how many entities there are; their numbers go from 0
 */
guint
amicus_graph_get_n_entities (AmicusGraph *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entities->len;
}

/**
 * amicus_graph_get_n_relations:
 * @self: a graph
 *
 * Returns: how many relations there are, parallel ones each
 */
guint
amicus_graph_get_n_relations (AmicusGraph *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->relations->len;
}

/**
 * amicus_graph_get_n_groups:
 * @self: a graph
 *
 * Returns: how many subgraphs there are, those in others and those without an ID included
 */
guint
amicus_graph_get_n_groups (AmicusGraph *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->groups->len;
}

/* Whether there is such an element; callers that hold a number of another graph are wrong. */
gboolean
amicus_graph_has (AmicusGraph *self,
                  AmicusElement element)
{
  switch (element.kind)
    {
    case AMICUS_ELEMENT_GRAPH:
      return element.id == 0;
    case AMICUS_ELEMENT_GROUP:
      return element.id < self->groups->len;
    case AMICUS_ELEMENT_ENTITY:
      return element.id < self->entities->len;
    case AMICUS_ELEMENT_RELATION:
      return element.id < self->relations->len;
    case AMICUS_ELEMENT_NONE:
    default:
      return FALSE;
    }
}

/**
 * amicus_graph_get_ends:
 * @self: a graph
 * @relation: a relation
 * @tail: (out): the entity from which it goes
 * @head: (out): the entity to which it goes
 *
 * Gives the ends of a relation; in an undirected graph, in the order in which they were written
 * first.
 */
void
amicus_graph_get_ends (AmicusGraph *self,
                       guint32 relation,
                       guint32 *tail,
                       guint32 *head)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (relation < self->relations->len);
  g_return_if_fail (tail != NULL);
  g_return_if_fail (head != NULL);

  *tail = get_relation (self, relation)->tail;
  *head = get_relation (self, relation)->head;
}

/**
 * amicus_graph_get_key:
 * @self: a graph
 * @relation: a relation
 *
 * Returns: (transfer none) (nullable): its key, which tells it from parallel ones
 */
const char *
amicus_graph_get_key (AmicusGraph *self,
                      guint32 relation)
{
  AmicusString key;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (relation < self->relations->len, NULL);

  key = get_relation (self, relation)->key;

  return key == NO_STRING ? NULL : amicus_strings_get (self->attributes.strings, key);
}

/**
 * amicus_graph_get_relations_of:
 * @self: a graph
 * @entity: an entity
 * @n_relations: (out): how many
 *
 * Returns: (transfer none) (array length=n_relations): the relations that begin or end at the
 *   entity, a loop once
 */
const guint32 *
amicus_graph_get_relations_of (AmicusGraph *self,
                               guint32 entity,
                               guint *n_relations)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (entity < self->entities->len, NULL);
  g_return_val_if_fail (n_relations != NULL, NULL);

  *n_relations = self->incident_starts[entity + 1] - self->incident_starts[entity];

  return self->incident + self->incident_starts[entity];
}

/**
 * amicus_graph_get_position:
 * @self: a graph
 * @element: one of its elements
 * @line: (out): from 1
 * @column: (out): in characters, from 1
 *
 * Finds the first statement that speaks of an element.
 *
 * Returns: whether there is one
 */
gboolean
amicus_graph_get_position (AmicusGraph *self,
                           AmicusElement element,
                           guint *line,
                           guint *column)
{
  AmicusStatement statement = AMICUS_NO_STATEMENT;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (amicus_graph_has (self, element), FALSE);

  if (element.kind == AMICUS_ELEMENT_ENTITY)
    statement = g_array_index (self->entities, Entity, element.id).statement;
  else if (element.kind == AMICUS_ELEMENT_RELATION)
    statement = get_relation (self, element.id)->statement;
  else if (element.kind == AMICUS_ELEMENT_GROUP)
    statement = g_array_index (self->groups, Group, element.id).statement;
  else
    statement = self->statement;

  if (statement == AMICUS_NO_STATEMENT)
    return FALSE;

  amicus_syntax_locate (self->syntax, amicus_graph_offset_of (self, statement), line, column);
  return TRUE;
}
