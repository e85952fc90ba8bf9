/* SPDX-License-Identifier: GPL-3.0-or-later
 * Edge statements make relations. */

#define G_LOG_DOMAIN "amicus-graph"

#include "config.h"

#include "graph/evaluate-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* `{a b c} -> {d e f}` means nine relations: a few bytes could ask for more than a machine holds. */
#define MAX_PAIRS_OF_STATEMENT 1000000

/* Between two arrows: one end, or several with commas. */
typedef struct
{
  const EndItem *items;
  guint n_items;
  guint64 n_entities;
} Side;

typedef struct
{
  AmicusStatement statement;
  guint32 group;
  guint32 block;
} Sentence;

/* One entity of an end. */
typedef struct
{
  guint32 entity;
  AmicusString port;
  guint end;
} Tip;

/* The entities of an end; a group's stay valid, for nothing is named while relations are made. */
static const guint32 *
get_entities (Evaluation *self,
              const EndItem *item,
              guint *n)
{
  if (item->group != AMICUS_NO_INDEX)
    return amicus_membership_get (&self->graph->membership, item->group, n);

  *n = 1;
  return &item->entity;
}

static void
complain (Evaluation *self,
          AmicusStatement statement,
          const char *message)
{
  amicus_graph_find (self->graph, AMICUS_SEVERITY_ERROR,
                     amicus_graph_offset_of (self->graph, statement), g_strdup (message));
}

static gboolean
is_exhausted (const Evaluation *self)
{
  return self->work > self->max_work;
}

static void
spend (Evaluation *self,
       AmicusStatement statement,
       guint64 work)
{
  gboolean was_exhausted = is_exhausted (self);

  self->work += work;
  if (is_exhausted (self) && !was_exhausted)
    complain (self, statement,
              _("The groups of this file join too many pairs of entities; "
                "the relations from here on are left out"));
}

/* Looking at members is work too: groups that grow, and meet groups without members or with too
 * many, would be looked at again and again for nothing. */
static Side
take_side (Evaluation *self,
           AmicusStatement statement,
           const EndItem *items,
           guint n_items)
{
  Side side = { items, 0, 0 };

  while (side.n_items < n_items && items[side.n_items].number == items[0].number)
    {
      guint n;

      get_entities (self, &items[side.n_items], &n);
      side.n_entities += n;
      side.n_items++;
    }
  spend (self, statement, side.n_entities);

  return side;
}

static guint32
create_relation (Evaluation *self,
                 const Sentence *sentence,
                 guint32 tail,
                 guint32 head)
{
  AmicusGraph *graph = self->graph;
  Relation relation = {
    tail,
    head,
    self->key,
    amicus_scope_of_group (sentence->group),
    graph->attributes.clock,
    sentence->statement,
  };
  guint32 number = graph->relations->len;

  g_array_append_val (graph->relations, relation);
  if (self->key != NO_STRING)
    amicus_identities_add (&self->identities, number, self->key);
  if (graph->strict)
    amicus_identities_add (&self->identities, number, ANY_KEY);

  return number;
}

/* A key names a relation between two entities, and `strict` allows only one; in an undirected
 * graph the order of the ends does not matter. */
static guint32
ensure_relation (Evaluation *self,
                 const Sentence *sentence,
                 guint32 tail,
                 guint32 head)
{
  const AmicusGraph *graph = self->graph;
  guint32 found = AMICUS_NO_INDEX;

  if (self->key == NO_STRING && !graph->strict)
    return create_relation (self, sentence, tail, head);

  found = amicus_identities_find (&self->identities, tail, head, self->key);
  if (found == AMICUS_NO_INDEX && !graph->directed)
    found = amicus_identities_find (&self->identities, head, tail, self->key);
  if (found != AMICUS_NO_INDEX)
    return found;

  /* cgraph keeps a second relation with another key out of a strict graph, its attributes too. */
  if (graph->strict &&
      amicus_identities_find (&self->identities, tail, head, ANY_KEY) != AMICUS_NO_INDEX)
    return AMICUS_NO_INDEX;

  return create_relation (self, sentence, tail, head);
}

static void
add_port (Evaluation *self,
          const char *name,
          AmicusString port)
{
  Attributes *attributes = &self->graph->attributes;
  Setting setting = { .type = AMICUS_TOKEN_NAME, .is_read = TRUE, .value = port };

  if (port == NO_STRING)
    return;

  setting.name = amicus_attributes_intern_name (attributes, name, strlen (name),
                                                PLACE_OF_BLOCK (attributes->blocks->len)) &
                 MAX_NAMES;
  g_array_append_val (self->settings, setting);
}

/* `a:p -> b:q` means the attributes tailport and headport. */
static void
set_ports (Evaluation *self,
           guint32 relation,
           AmicusString tail_port,
           AmicusString head_port)
{
  Attributes *attributes = &self->graph->attributes;

  g_array_set_size (self->settings, 0);
  add_port (self, "tailport", tail_port);
  add_port (self, "headport", head_port);
  amicus_attributes_apply (attributes, AMICUS_TARGET_EDGE, relation,
                           amicus_attributes_add_block (attributes, AMICUS_NO_STATEMENT,
                                                        self->settings));
}

static void
note_pair (Evaluation *self,
           const Sentence *sentence,
           guint32 relation,
           const Tip *tail,
           const Tip *head)
{
  if (self->mentions != NULL)
    amicus_mentions_add_pair (self->mentions,
                              (AmicusPair) { sentence->statement, relation, tail->entity,
                                             head->entity, tail->end, head->end });
}

static void
relate_pair (Evaluation *self,
             const Sentence *sentence,
             const Tip *tail,
             const Tip *head)
{
  guint32 number = ensure_relation (self, sentence, tail->entity, head->entity);
  const Relation *relation;

  note_pair (self, sentence, number, tail, head);
  if (number == AMICUS_NO_INDEX)
    return;

  if (tail->port != NO_STRING || head->port != NO_STRING)
    {
      relation = &g_array_index (self->graph->relations, Relation, number);
      if (relation->tail == tail->entity)
        set_ports (self, number, tail->port, head->port);
      else
        set_ports (self, number, head->port, tail->port);
    }
  amicus_attributes_apply (&self->graph->attributes, AMICUS_TARGET_EDGE, number, sentence->block);
}

static void
relate_to_side (Evaluation *self,
                const Sentence *sentence,
                const Tip *tail,
                const Side *heads)
{
  for (guint i = 0; i < heads->n_items; i++)
    {
      const EndItem *item = &heads->items[i];
      guint n;
      const guint32 *entities = get_entities (self, item, &n);

      for (guint j = 0; j < n; j++)
        relate_pair (self, sentence, tail, &(Tip) { entities[j], item->port, item->end });
    }
}

static void
relate_sides (Evaluation *self,
              const Sentence *sentence,
              const Side *tails,
              const Side *heads)
{
  for (guint i = 0; i < tails->n_items; i++)
    {
      const EndItem *item = &tails->items[i];
      guint n;
      const guint32 *entities = get_entities (self, item, &n);

      for (guint j = 0; j < n; j++)
        relate_to_side (self, sentence, &(Tip) { entities[j], item->port, item->end }, heads);
    }
}

static gboolean
is_within_limits (Evaluation *self,
                  const Sentence *sentence,
                  guint64 n_pairs)
{
  if (n_pairs > MAX_PAIRS_OF_STATEMENT)
    {
      complain (self, sentence->statement,
                _("These groups join more than a million pairs of entities; "
                  "their relations are left out"));
      return FALSE;
    }

  spend (self, sentence->statement, n_pairs);
  return !is_exhausted (self);
}

void
amicus_evaluation_relate (Evaluation *self,
                          AmicusStatement statement,
                          guint32 group,
                          const EndItem *items,
                          guint n_items,
                          guint32 block)
{
  Sentence sentence = { statement, group, block };
  Side tails;

  if (is_exhausted (self))
    return;

  tails = take_side (self, statement, items, n_items);
  for (guint used = tails.n_items; used < n_items && !is_exhausted (self);)
    {
      Side heads = take_side (self, statement, items + used, n_items - used);

      if (is_within_limits (self, &sentence, tails.n_entities * heads.n_entities))
        relate_sides (self, &sentence, &tails, &heads);
      used += heads.n_items;
      tails = heads;
    }
}
