/* SPDX-License-Identifier: GPL-3.0-or-later
 * Statements in their order make entities and groups, as in cgraph's grammar. */

#define G_LOG_DOMAIN "amicus-graph"

#include "graph/evaluate-private.h"

#include <string.h>

/* What is left to do of a statement that has others inside. */
typedef struct
{
  AmicusStatement statement; /* the edge; or the next one of a body, or AMICUS_NO_STATEMENT */
  guint32 group;             /* in which the edge stands; or whose body it is */
  AmicusParts *parts;        /* of the edge; or NULL */
  guint next_end;
  guint first_item;          /* of the edge */
} Frame;

static void
evaluation_init (Evaluation *self,
                 AmicusGraph *graph)
{
  gsize size;

  amicus_syntax_get_text (graph->syntax, graph->statement, &size);
  self->graph = graph;
  self->max_work = MAX_WORK + size;
  self->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  self->spare_parts = g_ptr_array_new ();
  self->items = g_array_new (FALSE, FALSE, sizeof (EndItem));
  self->settings = g_array_new (FALSE, FALSE, sizeof (Setting));
  self->group_keys = amicus_strings_new ();
  self->named_groups = g_array_new (FALSE, FALSE, sizeof (guint32));
  amicus_parts_init (&self->parts);
  amicus_identities_init (&self->identities, graph->relations);
}

static void
evaluation_clear (Evaluation *self)
{
  for (guint i = 0; i < self->spare_parts->len; i++)
    {
      amicus_parts_clear (g_ptr_array_index (self->spare_parts, i));
      g_free (g_ptr_array_index (self->spare_parts, i));
    }
  g_ptr_array_unref (self->spare_parts);
  g_array_unref (self->frames);
  g_array_unref (self->items);
  g_array_unref (self->settings);
  g_array_unref (self->named_groups);
  amicus_strings_free (self->group_keys);
  amicus_parts_clear (&self->parts);
  amicus_identities_clear (&self->identities);
}

static void
push_frame (Evaluation *self,
            AmicusStatement statement,
            guint32 group,
            AmicusParts *parts)
{
  Frame frame = { statement, group, parts, 0, self->items->len };

  g_array_append_val (self->frames, frame);
}

/* An ID in a statement: the entity is made if it is new, and belongs to the group from now on. */
static guint32
name_entity (Evaluation *self,
             guint32 group,
             AmicusStatement statement,
             const AmicusParts *parts,
             guint end)
{
  const AmicusToken *token = &g_array_index (parts->ends, AmicusEnd, end).id;
  AmicusGraph *graph = self->graph;
  gsize length;
  const char *id = amicus_attributes_read_token (&graph->attributes, token, &length);
  guint32 number = amicus_graph_intern_id (graph, id, length);

  if (number == graph->entities->len)
    {
      Entity entity = { amicus_scope_of_group (group), graph->attributes.clock, statement };

      g_array_append_val (graph->entities, entity);
    }
  if (group != AMICUS_NO_INDEX)
    amicus_membership_add (&graph->membership, group, number);
  if (self->mentions != NULL)
    amicus_mentions_add (self->mentions, (AmicusMention) { statement, end, number, group,
                                                           graph->attributes.clock });

  return number;
}

static guint32
create_group (AmicusGraph *graph,
              guint32 parent,
              AmicusString id,
              AmicusStatement statement)
{
  guint32 depth = 1;
  Group group = { id, parent, 0, statement };

  if (parent != AMICUS_NO_INDEX)
    depth += g_array_index (graph->groups, Group, parent).depth;
  group.depth = depth;

  g_array_append_val (graph->groups, group);
  amicus_attributes_open_scope (&graph->attributes, amicus_scope_of_group (parent));
  amicus_membership_add_group (&graph->membership);

  return graph->groups->len - 1;
}

/* A name means the same group only inside the same parent. */
static guint32
ensure_named_group (Evaluation *self,
                    guint32 parent,
                    AmicusString id,
                    AmicusStatement statement)
{
  guint32 key[] = { parent, id };
  AmicusString number = amicus_strings_intern (self->group_keys, (const char *) key, sizeof key);

  if (number > self->named_groups->len)
    {
      guint32 group = create_group (self->graph, parent, id, statement);

      g_array_append_val (self->named_groups, group);
    }

  return g_array_index (self->named_groups, guint32, number - 1);
}

static guint32
open_group (Evaluation *self,
            guint32 parent,
            AmicusStatement statement)
{
  AmicusGraph *graph = self->graph;
  guint32 group;

  amicus_syntax_get_parts (graph->syntax, statement, &self->parts);
  if (self->parts.id.type == AMICUS_TOKEN_NONE)
    group = create_group (graph, parent, NO_STRING, statement);
  else
    group = ensure_named_group (self, parent,
                                amicus_attributes_intern (&graph->attributes, &self->parts.id),
                                statement);

  amicus_membership_open (&graph->membership, group);
  if (self->mentions != NULL)
    amicus_mentions_add_opening (self->mentions, (AmicusOpening) { statement, group });
  push_frame (self, amicus_syntax_get_first_child (graph->syntax, statement), group, NULL);

  return group;
}

static gboolean
is_key (Attributes *attributes,
        const AmicusToken *name)
{
  gsize length;
  const char *text;

  if (name->type == AMICUS_TOKEN_NAME && name->length != strlen ("key"))
    return FALSE;

  text = amicus_attributes_read_token (attributes, name, &length);

  return length == strlen ("key") && memcmp (text, "key", length) == 0;
}

/* The settings of a node or edge statement; an edge's `key` is its identity, not an attribute. */
static guint32
read_settings (Evaluation *self,
               AmicusStatement statement,
               const AmicusParts *parts)
{
  Attributes *attributes = &self->graph->attributes;
  guint32 place = PLACE_OF_BLOCK (attributes->blocks->len);

  self->key = NO_STRING;
  g_array_set_size (self->settings, 0);
  for (guint i = 0; i < parts->settings->len; i++)
    {
      const AmicusSetting *given = &g_array_index (parts->settings, AmicusSetting, i);

      if (given->value.type == AMICUS_TOKEN_NONE)
        continue;
      if (parts->kind == AMICUS_STATEMENT_EDGE && is_key (attributes, &given->name))
        self->key = amicus_attributes_intern (attributes, &given->value);
      else
        {
          Setting setting = amicus_attributes_read (attributes, given, place);

          g_array_append_val (self->settings, setting);
        }
    }

  return amicus_attributes_add_block (attributes, statement, self->settings);
}

/* Says of all entities at once that they will be looked for. */
static void
expect_entities (Evaluation *self,
                 const AmicusParts *parts)
{
  AmicusGraph *graph = self->graph;

  for (guint i = 0; i < parts->ends->len; i++)
    {
      const AmicusEnd *end = &g_array_index (parts->ends, AmicusEnd, i);
      gsize length;
      const char *id = amicus_attributes_read_token (&graph->attributes, &end->id, &length);

      amicus_strings_expect (graph->ids, id, length);
    }
}

static void
evaluate_nodes (Evaluation *self,
                guint32 group,
                AmicusStatement statement)
{
  guint32 block;

  expect_entities (self, &self->parts);
  block = read_settings (self, statement, &self->parts);
  for (guint i = 0; i < self->parts.ends->len; i++)
    {
      guint32 entity = name_entity (self, group, statement, &self->parts, i);

      amicus_attributes_apply (&self->graph->attributes, AMICUS_TARGET_NODE, entity, block);
    }
}

/* Like cgraph, which knows relations by their key, a default `key` of edges means nothing. */
static void
evaluate_defaults (Evaluation *self,
                   guint32 group)
{
  Attributes *attributes = &self->graph->attributes;
  AmicusTarget target =
    self->parts.kind == AMICUS_STATEMENT_ASSIGNMENT ? AMICUS_TARGET_GRAPH : self->parts.target;

  for (guint i = 0; i < self->parts.settings->len; i++)
    {
      const AmicusSetting *given = &g_array_index (self->parts.settings, AmicusSetting, i);

      if (given->value.type == AMICUS_TOKEN_NONE ||
          (target == AMICUS_TARGET_EDGE && is_key (attributes, &given->name)))
        continue;
      amicus_attributes_set_default (attributes, target, amicus_scope_of_group (group), given);
    }
}

/* `p` or `p:n`, as cgraph writes it into the attribute. */
static AmicusString
read_port (Evaluation *self,
           const AmicusEnd *end)
{
  Attributes *attributes = &self->graph->attributes;
  g_autoptr (GString) port = NULL;
  const char *part;
  gsize length;

  if (end->port.type == AMICUS_TOKEN_NONE)
    return NO_STRING;
  if (end->compass.type == AMICUS_TOKEN_NONE)
    return amicus_attributes_intern (attributes, &end->port);

  part = amicus_attributes_read_token (attributes, &end->port, &length);
  port = g_string_new_len (part, (gssize) length);
  g_string_append_c (port, ':');
  part = amicus_attributes_read_token (attributes, &end->compass, &length);
  g_string_append_len (port, part, (gssize) length);

  return amicus_strings_intern (attributes->strings, port->str, port->len);
}

static void
add_entity (Evaluation *self,
            guint32 group,
            AmicusStatement statement,
            const AmicusParts *parts,
            guint nth)
{
  const AmicusEnd *end = &g_array_index (parts->ends, AmicusEnd, nth);
  EndItem item = { end->group, nth, AMICUS_NO_INDEX, AMICUS_NO_INDEX, NO_STRING };

  item.entity = name_entity (self, group, statement, parts, nth);
  item.port = read_port (self, end);
  g_array_append_val (self->items, item);
}

/* The relations between the items from @first_item on, which are not needed any more. */
static void
relate_items (Evaluation *self,
              guint32 group,
              AmicusStatement statement,
              guint first_item,
              guint32 block)
{
  amicus_evaluation_relate (self, statement, group,
                            &g_array_index (self->items, EndItem, first_item),
                            self->items->len - first_item, block);
  g_array_set_size (self->items, first_item);
}

/* An edge statement between entities only. */
static void
evaluate_plain_edge (Evaluation *self,
                     guint32 group,
                     AmicusStatement statement)
{
  guint first_item = self->items->len;
  guint32 block;

  expect_entities (self, &self->parts);
  block = read_settings (self, statement, &self->parts);
  for (guint i = 0; i < self->parts.ends->len; i++)
    add_entity (self, group, statement, &self->parts, i);
  relate_items (self, group, statement, first_item, block);
}

static AmicusParts *
take_parts (Evaluation *self)
{
  AmicusParts *parts;

  if (self->spare_parts->len > 0)
    return g_ptr_array_steal_index (self->spare_parts, self->spare_parts->len - 1);

  parts = g_new0 (AmicusParts, 1);
  amicus_parts_init (parts);

  return parts;
}

/* An edge statement with groups among its ends. */
static void
begin_edge (Evaluation *self,
            guint32 group,
            AmicusStatement statement)
{
  AmicusParts *parts = take_parts (self);

  amicus_syntax_get_parts (self->graph->syntax, statement, parts);
  push_frame (self, statement, group, parts);
}

static void
evaluate_edge (Evaluation *self,
               guint32 group,
               AmicusStatement statement)
{
  AmicusSyntax *syntax = self->graph->syntax;

  if (amicus_syntax_get_first_child (syntax, statement) != AMICUS_NO_STATEMENT)
    begin_edge (self, group, statement);
  else
    {
      amicus_syntax_get_parts (syntax, statement, &self->parts);
      evaluate_plain_edge (self, group, statement);
    }
}

static void
evaluate_statement (Evaluation *self,
                    guint32 group,
                    AmicusStatement statement)
{
  switch (amicus_syntax_get_kind (self->graph->syntax, statement))
    {
    case AMICUS_STATEMENT_NODE:
      amicus_syntax_get_parts (self->graph->syntax, statement, &self->parts);
      evaluate_nodes (self, group, statement);
      break;

    case AMICUS_STATEMENT_EDGE:
      evaluate_edge (self, group, statement);
      break;

    case AMICUS_STATEMENT_DEFAULTS:
    case AMICUS_STATEMENT_ASSIGNMENT:
      amicus_syntax_get_parts (self->graph->syntax, statement, &self->parts);
      evaluate_defaults (self, group);
      break;

    case AMICUS_STATEMENT_SUBGRAPH:
      open_group (self, group, statement);
      break;

    case AMICUS_STATEMENT_FILE:
    case AMICUS_STATEMENT_GRAPH:
    case AMICUS_STATEMENT_ERROR:
    default:
      break;
    }
}

static void
finish_edge (Evaluation *self,
             const Frame *frame)
{
  guint32 block = read_settings (self, frame->statement, frame->parts);

  relate_items (self, frame->group, frame->statement, frame->first_item, block);
  g_ptr_array_add (self->spare_parts, frame->parts);
  g_array_set_size (self->frames, self->frames->len - 1);
}

/* Goes on with an edge statement, up to the end of its next group. */
static void
continue_edge (Evaluation *self,
               Frame *top)
{
  Frame frame = *top;

  for (; frame.next_end < frame.parts->ends->len; frame.next_end++)
    {
      const AmicusEnd *end = &g_array_index (frame.parts->ends, AmicusEnd, frame.next_end);
      EndItem item = { end->group, frame.next_end, AMICUS_NO_INDEX, AMICUS_NO_INDEX, NO_STRING };

      if (end->subgraph != AMICUS_NO_STATEMENT)
        {
          top->next_end = frame.next_end + 1;
          item.group = open_group (self, frame.group, end->subgraph);
          g_array_append_val (self->items, item);
          return;
        }
      add_entity (self, frame.group, frame.statement, frame.parts, frame.next_end);
    }

  finish_edge (self, &frame);
}

static void
continue_body (Evaluation *self,
               Frame *top)
{
  AmicusStatement statement = top->statement;
  guint32 group = top->group;

  if (statement != AMICUS_NO_STATEMENT)
    {
      top->statement = amicus_syntax_get_next (self->graph->syntax, statement);
      evaluate_statement (self, group, statement);
      return;
    }

  if (group != AMICUS_NO_INDEX)
    amicus_membership_close (&self->graph->membership, group);
  g_array_set_size (self->frames, self->frames->len - 1);
}

/**
 * amicus_graph_evaluate:
 * @self: a graph that knows its statement
 * @mentions: (nullable): where to write down what each statement speaks of
 *
 * Makes everything that the statements mean. Takes no recursion, for nesting is as deep as the
 * file wants.
 */
void
amicus_graph_evaluate (AmicusGraph *self,
                       AmicusMentions *mentions)
{
  Evaluation evaluation = { .mentions = mentions, .key = NO_STRING };

  evaluation_init (&evaluation, self);
  push_frame (&evaluation, amicus_syntax_get_first_child (self->syntax, self->statement),
              AMICUS_NO_INDEX, NULL);
  while (evaluation.frames->len > 0)
    {
      Frame *top = &g_array_index (evaluation.frames, Frame, evaluation.frames->len - 1);

      if (top->parts != NULL)
        continue_edge (&evaluation, top);
      else
        continue_body (&evaluation, top);
    }
  self->work = evaluation.work;
  self->max_work = evaluation.max_work;
  evaluation_clear (&evaluation);
}
