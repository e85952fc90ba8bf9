/* SPDX-License-Identifier: GPL-3.0-or-later
 * Two entities that are one.
 *
 * The ID of the one that goes is replaced by that of the one that is kept, in lists and in edges. Its
 * own statements go, for what they say is told by those of the kept one; only where they put it in a
 * group, the name stays. What a strict graph, or a `key`, would let tell twice is told once, with the
 * evidence of both. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/editing-private.h"
#include "document/uniting.h"

typedef struct
{
  AmicusDocument *document;
  const char *kept;
  const char *gone;
  AmicusMerger counts;
} Merge;

static guint32
find_entity (const Merge *self,
             const char  *id)
{
  return amicus_graph_find_entity (self->document->graph, id).id;
}

/* The ends that a relation will have. */
static void
find_new_ends (const Merge *self,
               guint32      relation,
               guint32     *tail,
               guint32     *head)
{
  guint32 kept = find_entity (self, self->kept);
  guint32 gone = find_entity (self, self->gone);

  amicus_graph_get_ends (self->document->graph, relation, tail, head);
  *tail = *tail == gone ? kept : *tail;
  *head = *head == gone ? kept : *head;
}

static gboolean
joins_both (const Merge *self,
            guint32      relation)
{
  guint32 tail, head;

  amicus_graph_get_ends (self->document->graph, relation, &tail, &head);

  return tail != head && (tail == find_entity (self, self->kept) ||
                          head == find_entity (self, self->kept));
}

static gboolean
has_evidence (const Merge *self,
              guint32      relation)
{
  static const char *const lists[] = { "cites", "saidBy", "deniedBy" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (amicus_graph_get_attribute (self->document->graph, AMICUS_RELATION (relation),
                                    lists[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* Relations between the two that rest on nothing: as loops they would say nothing. */
static gboolean
drop_between (Merge   *self,
              GError **error)
{
  for (guint i = 0;;)
    {
      AmicusGraph *graph = self->document->graph;
      guint n;
      const guint32 *relations =
        amicus_graph_get_relations_of (graph, find_entity (self, self->gone), &n);
      g_autoptr (AmicusName) name = NULL;

      while (i < n && (!joins_both (self, relations[i]) || has_evidence (self, relations[i])))
        i++;
      if (i == n)
        return TRUE;
      name = amicus_name_new (graph, AMICUS_RELATION (relations[i]));
      if (!amicus_document_disconnect (self->document, name, error))
        return FALSE;
      self->counts.n_dropped++;
    }
}

/* Whether two relations could not both be there between the same ends. */
static gboolean
collide (const Merge *self,
         guint32      relation,
         guint32      other)
{
  AmicusGraph *graph = self->document->graph;
  const char *key = amicus_graph_get_key (graph, relation);
  guint32 tail, head, other_tail, other_head;

  find_new_ends (self, relation, &tail, &head);
  find_new_ends (self, other, &other_tail, &other_head);
  if (relation == other ||
      !((tail == other_tail && head == other_head) ||
        (!amicus_graph_is_directed (graph) && tail == other_head && head == other_tail)))
    return FALSE;

  return amicus_graph_is_strict (graph) ||
         (key != NULL && g_strcmp0 (amicus_graph_get_key (graph, other), key) == 0);
}

/* A relation of the one that goes, and one with which it collides; FALSE if there is none. */
static gboolean
find_collision (const Merge *self,
                guint32     *relation,
                guint32     *other)
{
  AmicusGraph *graph = self->document->graph;
  guint n_relations;
  const guint32 *relations =
    amicus_graph_get_relations_of (graph, find_entity (self, self->gone), &n_relations);

  for (guint i = 0; i < n_relations; i++)
    {
      guint32 tail, head;
      guint n_others;
      const guint32 *others;

      if (!amicus_graph_is_strict (graph) && amicus_graph_get_key (graph, relations[i]) == NULL)
        continue;
      find_new_ends (self, relations[i], &tail, &head);
      others = amicus_graph_get_relations_of (graph, tail, &n_others);
      for (guint j = 0; j < n_others; j++)
        if (collide (self, relations[i], others[j]))
          {
            *relation = relations[i];
            *other = others[j];
            return TRUE;
          }
      for (guint j = 0; j < i; j++)
        if (collide (self, relations[i], relations[j]))
          {
            *relation = relations[i];
            *other = relations[j];
            return TRUE;
          }
    }

  return FALSE;
}

/* The other takes over what only this one tells, and this one goes. */
static gboolean
unite_relations (Merge    *self,
                 guint32   relation,
                 guint32   other,
                 GError  **error)
{
  AmicusGraph *graph = self->document->graph;
  g_autoptr (AmicusName) gone = amicus_name_new (graph, AMICUS_RELATION (relation));
  g_autoptr (AmicusName) kept = amicus_name_new (graph, AMICUS_RELATION (other));
  g_autoptr (Values) values = amicus_values_new (graph, AMICUS_RELATION (other));
  g_autoptr (Values) more = amicus_values_new (graph, AMICUS_RELATION (relation));

  amicus_values_unite (values, more);
  self->counts.n_united++;

  return amicus_document_settle (self->document, kept, values, error) &&
         amicus_document_disconnect (self->document, gone, error);
}

static gboolean
unite_collisions (Merge   *self,
                  GError **error)
{
  guint32 relation, other;

  while (find_collision (self, &relation, &other))
    if (!unite_relations (self, relation, other, error))
      return FALSE;

  return TRUE;
}

/* Whether a subgraph joins both of them with the same entity, as it will the one only once. */
static gboolean
is_doubled (Editing          *editing,
            const AmicusPair *pair,
            guint32           kept,
            guint32           gone)
{
  guint n;
  const guint32 *pairs = amicus_index_get (&editing->pairs_of_statement, pair->statement, &n);

  for (guint i = 0; i < n; i++)
    {
      const AmicusPair *other = &editing->pairs[pairs[i]];

      if (other->tail_end == pair->tail_end && other->head_end == pair->head_end &&
          ((pair->tail == gone && other->tail == kept) || (pair->head == gone && other->head == kept)))
        return TRUE;
    }

  return FALSE;
}

/* Gives such a relation a statement of its own; whether there was one. */
static gboolean
part_doubled (Merge     *self,
              gboolean  *found,
              GError   **error)
{
  g_auto (Editing) editing = { NULL };
  guint32 kept = find_entity (self, self->kept);
  guint32 gone = find_entity (self, self->gone);
  g_autoptr (AmicusName) name = NULL;

  amicus_editing_init (&editing, self->document);
  for (guint i = 0; i < editing.n_pairs && name == NULL; i++)
    if (editing.pairs[i].relation != AMICUS_NO_INDEX &&
        (editing.pairs[i].tail == gone || editing.pairs[i].head == gone) &&
        is_doubled (&editing, &editing.pairs[i], kept, gone))
      name = amicus_name_new (editing.graph, AMICUS_RELATION (editing.pairs[i].relation));
  *found = name != NULL;

  return name == NULL || amicus_document_isolate (self->document, name, error);
}

static gboolean
part_all_doubled (Merge   *self,
                  GError **error)
{
  gboolean found = TRUE;

  while (found)
    if (!part_doubled (self, &found, error))
      return FALSE;

  return TRUE;
}

/* Whether another name of one of the two puts the entity in the group where this one does; not of
 * the same statement, if all of that goes. */
static gboolean
is_in_group_otherwise (Editing  *editing,
                       guint32   here,
                       guint32   entity,
                       gboolean  all_goes)
{
  const AmicusMention *mention = &editing->mentions[here];
  guint n;
  const guint32 *others = amicus_index_get (&editing->of_entity, entity, &n);

  for (guint i = 0; i < n; i++)
    {
      const AmicusMention *other = &editing->mentions[others[i]];

      if (others[i] == here || editing->is_gone[others[i]] ||
          (all_goes && other->statement == mention->statement))
        continue;
      if (others[i] < here ? other->group == mention->group
                           : amicus_syntax_get_parent (editing->syntax, other->statement) ==
                               amicus_syntax_get_parent (editing->syntax, mention->statement))
        return TRUE;
    }

  return FALSE;
}

static void
replace_id (Editing             *editing,
            const AmicusMention *mention,
            const char          *id)
{
  AmicusParts parts;

  amicus_parts_init (&parts);
  amicus_syntax_get_parts (editing->syntax, mention->statement, &parts);
  amicus_edit_replace_token (editing->patch, editing->syntax,
                             &g_array_index (parts.ends, AmicusEnd, mention->end).id, id);
  amicus_parts_clear (&parts);
}

/* One name in a node statement. */
static void
replace_in_node (const Merge *self,
                 Editing     *editing,
                 guint32      here)
{
  const AmicusMention *mention = &editing->mentions[here];
  gboolean alone = amicus_editing_names_only (editing, mention->statement, mention->entity);
  gboolean needed = mention->group != AMICUS_NO_INDEX &&
                    !is_in_group_otherwise (editing, here, mention->entity, alone) &&
                    !is_in_group_otherwise (editing, here, find_entity (self, self->kept), alone);

  editing->is_gone[here] = !needed;
  /* The ID comes first: what it ends with may be written where the lists begin. */
  if (needed)
    replace_id (editing, mention, self->kept);
  if (alone && !needed)
    amicus_edit_remove_statement (editing->patch, editing->syntax, mention->statement);
  else if (alone)
    amicus_edit_clear (editing->patch, editing->syntax, mention->statement);
  else if (!needed)
    amicus_edit_remove_end (editing->patch, editing->syntax, mention->statement, mention->end);
}

/* All names of it at once, but only one in a statement that lists several nodes; whether any was left. */
static gboolean
replace_names (Merge     *self,
               gboolean  *found,
               GError   **error)
{
  g_auto (Editing) editing = { NULL };
  AmicusStatement last = AMICUS_NO_STATEMENT;
  AmicusElement gone;
  guint n;
  const guint32 *mentions;

  amicus_editing_init (&editing, self->document);
  gone = amicus_graph_find_entity (editing.graph, self->gone);
  *found = gone.kind != AMICUS_ELEMENT_NONE;
  if (!*found)
    return TRUE;

  mentions = amicus_index_get (&editing.of_entity, gone.id, &n);
  for (guint i = 0; i < n; i++)
    {
      const AmicusMention *mention = &editing.mentions[mentions[i]];

      if (amicus_syntax_get_kind (editing.syntax, mention->statement) == AMICUS_STATEMENT_EDGE)
        replace_id (&editing, mention, self->kept);
      else if (mention->statement != last)
        replace_in_node (self, &editing, mentions[i]);
      last = mention->statement;
    }

  return amicus_editing_apply (&editing, error);
}

static gboolean
replace_all_names (Merge   *self,
                   GError **error)
{
  gboolean found = TRUE;

  while (found)
    if (!replace_names (self, &found, error))
      return FALSE;

  return TRUE;
}

/* What the two say together. */
static Values *
unite_entities (const Merge *self)
{
  AmicusGraph *graph = self->document->graph;
  AmicusElement kept = amicus_graph_find_entity (graph, self->kept);
  AmicusElement gone = amicus_graph_find_entity (graph, self->gone);
  Values *values = amicus_values_new (graph, kept);
  g_autoptr (Values) more = amicus_values_new (graph, gone);

  if (amicus_values_find (values, "label") != NULL)
    amicus_values_turn_labels (values, more, graph, kept, gone);
  amicus_values_unite (values, more);

  return values;
}

/* Nothing may have come or gone that was not meant to. */
static gboolean
check_numbers (const Merge  *self,
               AmicusGraph  *before,
               GError      **error)
{
  AmicusGraph *after = self->document->graph;

  return (amicus_graph_get_n_entities (after) + 1 == amicus_graph_get_n_entities (before) &&
          amicus_graph_get_n_relations (after) + self->counts.n_dropped + self->counts.n_united ==
            amicus_graph_get_n_relations (before)) ||
         amicus_document_refuse (error, _("Other relations would come or go with it; it has to be edited "
                                          "in the text"));
}

static gboolean
merge (Merge   *self,
       GError **error)
{
  g_autoptr (AmicusGraph) before = amicus_graph_ref (self->document->graph);
  g_autoptr (AmicusName) kept = amicus_name_new_entity (self->kept);
  g_autoptr (Values) values = NULL;

  amicus_graph_get_relations_of (before, find_entity (self, self->gone), &self->counts.n_relations);
  if (!amicus_document_change_references (self->document, self->gone, self->kept,
                                          &self->counts.n_references, error))
    return FALSE;
  values = unite_entities (self);

  return drop_between (self, error) && unite_collisions (self, error) &&
         part_all_doubled (self, error) && replace_all_names (self, error) &&
         amicus_document_settle (self->document, kept, values, error) &&
         check_numbers (self, before, error);
}

/**
 * amicus_document_merge:
 * @self: a document
 * @kept: ID of the entity that stays
 * @gone: ID of the one that is the same
 * @merger: (out) (optional): what became of its relations
 * @error: a [error@DocumentError]
 *
 * Makes one entity of two. The kept one has the relations and groups of both; the other's names are
 * aliases of it, and it has from the other what it lacks; lists are united, and in lists of others
 * the one stands for the other. A relation between the two becomes a loop if something is cited for
 * it, or somebody says or denies it; otherwise it goes. Where two relations cannot both be there, in a
 * `strict` graph or with the same `key`, the evidence of both is told with the one that stays.
 *
 * Returns: whether it was done
 */
gboolean
amicus_document_merge (AmicusDocument  *self,
                       const char      *kept,
                       const char      *gone,
                       AmicusMerger    *merger,
                       GError         **error)
{
  Merge state = { self, kept, gone };
  g_autoptr (AmicusName) kept_name = NULL;
  g_autoptr (AmicusName) gone_name = NULL;
  g_autofree char *kept_label = NULL;
  g_autofree char *gone_label = NULL;
  g_autofree char *step = NULL;
  gboolean done;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (kept != NULL && gone != NULL, FALSE);

  kept_name = amicus_name_new_entity (kept);
  gone_name = amicus_name_new_entity (gone);
  if (amicus_document_find (self, kept_name, error).kind == AMICUS_ELEMENT_NONE ||
      amicus_document_find (self, gone_name, error).kind == AMICUS_ELEMENT_NONE)
    return FALSE;
  if (strcmp (kept, gone) == 0)
    return amicus_document_refuse (error, _("“%s” cannot be merged with itself"), kept);

  kept_label = amicus_document_label (self, kept);
  gone_label = amicus_document_label (self, gone);
  /* Translators: names of entities: the first is no more, the second is both */
  step = g_strdup_printf (_("Merge %s into %s"), gone_label, kept_label);
  amicus_document_begin (self, step);
  done = amicus_document_conclude (self, merge (&state, error));
  if (merger != NULL)
    *merger = state.counts;

  return done;
}
