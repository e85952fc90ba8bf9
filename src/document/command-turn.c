/* SPDX-License-Identifier: GPL-3.0-or-later
 * A relation with other ends, or with its own changed for each other. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/commands.h"

#include <glib/gi18n-lib.h>

#include "document/editing-private.h"

static gboolean
may_reverse (AmicusGraph  *graph,
             guint32       relation,
             GError      **error)
{
  gboolean directed = amicus_graph_is_directed (graph);
  const char *key = amicus_graph_get_key (graph, relation);
  g_autoptr (GArray) others = NULL;
  guint32 tail, head;

  amicus_graph_get_ends (graph, relation, &tail, &head);
  if (tail == head)
    return TRUE;

  /* Without a direction the relation itself is among them. */
  others = amicus_graph_get_parallels (graph, head, tail);
  if (others->len > (directed ? 0 : 1) && amicus_graph_is_strict (graph))
    return amicus_document_refuse (error, _("There is a relation the other way already, and the "
                                            "graph is “strict”: it allows only one"));
  for (guint i = 0; directed && key != NULL && i < others->len; i++)
    if (g_strcmp0 (amicus_graph_get_key (graph, g_array_index (others, guint32, i)), key) == 0)
      return amicus_document_refuse (error, _("There is a relation with the key “%s” already"), key);

  return TRUE;
}

/* Whether a strict graph leaves out another statement for this relation's sake, which would count if
 * it went the other way. */
static gboolean
keeps_others_out (Editing *editing,
                  guint32  relation)
{
  guint32 tail, head;

  amicus_graph_get_ends (editing->graph, relation, &tail, &head);
  for (guint i = 0; i < editing->n_pairs; i++)
    if (editing->pairs[i].relation == AMICUS_NO_INDEX &&
        MIN (editing->pairs[i].tail, editing->pairs[i].head) == MIN (tail, head) &&
        MAX (editing->pairs[i].tail, editing->pairs[i].head) == MAX (tail, head))
      return TRUE;

  return FALSE;
}

/* Changes the ends of every statement for each other. */
static void
turn_statements (Editing *editing,
                 guint32  relation)
{
  for (guint i = 0; i < editing->n_pairs; i++)
    {
      const AmicusPair *pair = &editing->pairs[i];
      const AmicusNewEnd ends[] = { { 0, 0, pair->head_end, NULL }, { 0, 1, pair->tail_end, NULL } };

      if (pair->relation == relation)
        amicus_editing_replace_ends (editing, pair->statement, ends, G_N_ELEMENTS (ends));
    }
}

static gboolean
reverse (AmicusDocument    *self,
         const AmicusName  *name,
         GError           **error)
{
  g_auto (Editing) editing = { NULL };
  guint32 relation;

  if (!amicus_document_isolate (self, name, error))
    return FALSE;

  amicus_editing_init (&editing, self);
  relation = amicus_name_find (name, editing.graph).id;
  if (keeps_others_out (&editing, relation))
    return amicus_document_refuse (error, _("The graph is “strict”, and another relation between "
                                            "these two, which does not count now, would count"));
  turn_statements (&editing, relation);

  return amicus_editing_apply (&editing, error);
}

/**
 * amicus_document_reverse:
 * @self: a document
 * @relation: a relation
 * @error: a [error@DocumentError]
 *
 * Lets a relation go the other way; ports stay with their ends. It is refused where that would be a
 * relation that is there already.
 *
 * Returns: whether it was done
 */
gboolean
amicus_document_reverse (AmicusDocument    *self,
                         const AmicusName  *relation,
                         GError           **error)
{
  AmicusElement element;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (relation != NULL && relation->kind == AMICUS_ELEMENT_RELATION, FALSE);

  element = amicus_document_find (self, relation, error);
  if (element.kind == AMICUS_ELEMENT_NONE || !may_reverse (self->graph, element.id, error))
    return FALSE;

  amicus_document_begin (self, _("Reverse a Relation"));
  return amicus_document_conclude (self, reverse (self, relation, error));
}

/* What a relation becomes. */
typedef struct
{
  AmicusName *name;
  guint32 tail;
  guint32 head;
  Values *values;
} Target;

static void
target_clear (Target *self)
{
  g_clear_pointer (&self->name, amicus_name_free);
  g_clear_pointer (&self->values, amicus_values_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, target_clear)

/* Which end of an isolated relation's statement is which; one without directions may be written the
 * other way round. */
static gboolean
is_written_backwards (Editing          *editing,
                      const AmicusPair *pair)
{
  guint32 tail, head;

  amicus_graph_get_ends (editing->graph, pair->relation, &tail, &head);

  return pair->tail != tail;
}

/* Whether naming an entity, if it is not named there, says nothing else. */
static gboolean
may_name (Editing         *editing,
          AmicusStatement  statement,
          guint32          old,
          guint32          new)
{
  return old == new || amicus_editing_may_name (editing, statement, new);
}

/* One statement is changed where it stands; of several the ports would come in each other's way. */
static gboolean
may_stay (Editing      *editing,
          const Target *target,
          guint32       relation)
{
  guint32 tail, head;
  guint n_statements = 0;

  amicus_graph_get_ends (editing->graph, relation, &tail, &head);
  for (guint i = 0; i < editing->n_pairs; i++)
    {
      AmicusStatement statement = editing->pairs[i].statement;

      if (editing->pairs[i].relation == relation &&
          (++n_statements > 1 || !may_name (editing, statement, tail, target->tail) ||
           !may_name (editing, statement, head, target->head)))
        return FALSE;
    }

  return TRUE;
}

/* The mention that an end of a statement is; AMICUS_NO_INDEX for a subgraph. */
static guint32
find_mention (Editing         *editing,
              AmicusStatement  statement,
              guint            end)
{
  guint n;
  const guint32 *mentions = amicus_index_get (&editing->of_statement, statement, &n);

  for (guint i = 0; i < n; i++)
    if (editing->mentions[mentions[i]].end == end)
      return mentions[i];

  return AMICUS_NO_INDEX;
}

/* Adds what is to stand at one side, and the entity or subgraph that stood there, where it would be
 * lost. */
static void
add_side (Editing          *editing,
          const AmicusPair *pair,
          guint             side,
          guint32           wanted,
          GArray           *ends,
          GArray           *left)
{
  guint end = side == 0 ? pair->tail_end : pair->head_end;
  guint32 entity = side == 0 ? pair->tail : pair->head;
  guint32 mention = find_mention (editing, pair->statement, end);
  AmicusNewEnd stays = { 0, side, end, NULL };
  AmicusNewEnd comes = { 0, side, AMICUS_NO_END,
                         amicus_graph_get_id (editing->graph, AMICUS_ENTITY (wanted)) };

  if (entity == wanted)
    {
      g_array_append_val (ends, stays);
      return;
    }
  g_array_append_val (ends, comes);
  if (mention == AMICUS_NO_INDEX || amicus_editing_is_needed (editing, mention))
    {
      stays.piece = 1 + left->len;
      stays.side = 0;
      g_array_append_val (left, stays);
    }
  else
    editing->is_gone[mention] = TRUE;
}

static void
retarget_statements (Editing      *editing,
                     const Target *target,
                     guint32       relation)
{
  for (guint i = 0; i < editing->n_pairs; i++)
    {
      const AmicusPair *pair = &editing->pairs[i];
      gboolean backwards;
      g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (AmicusNewEnd));
      g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (AmicusNewEnd));

      if (pair->relation != relation)
        continue;
      backwards = is_written_backwards (editing, pair);
      add_side (editing, pair, 0, backwards ? target->head : target->tail, ends, left);
      add_side (editing, pair, 1, backwards ? target->tail : target->head, ends, left);
      g_array_append_vals (ends, left->data, left->len);
      amicus_editing_replace_ends (editing, pair->statement,
                                   (const AmicusNewEnd *) (gpointer) ends->data, ends->len);
    }
}

/* The numbers of the new ends, which are others after every change of the text. */
static void
number_ends (Target      *target,
             AmicusGraph *graph)
{
  target->tail = amicus_graph_find_entity (graph, target->name->tail).id;
  target->head = amicus_graph_find_entity (graph, target->name->head).id;
}

/* In its place where that says nothing else; otherwise it goes, and comes where it may stand. */
static AmicusName *
retarget (AmicusDocument    *self,
          const AmicusName  *name,
          Target            *target,
          GError           **error)
{
  g_auto (Editing) editing = { NULL };
  g_autoptr (AmicusName) made = NULL;
  guint32 relation;

  if (!amicus_document_isolate (self, name, error))
    return NULL;

  amicus_editing_init (&editing, self);
  number_ends (target, editing.graph);
  relation = amicus_name_find (name, editing.graph).id;
  if (keeps_others_out (&editing, relation))
    {
      amicus_document_refuse (error, _("The graph is “strict”, and another relation between these two, "
                                       "which does not count now, would count"));
      return NULL;
    }
  if (!may_stay (&editing, target, relation))
    return amicus_document_disconnect (self, name, error)
             ? amicus_document_connect_exactly (self, target->name, target->values, error)
             : NULL;

  retarget_statements (&editing, target, relation);
  if (!amicus_editing_apply (&editing, error))
    return NULL;
  made = amicus_name_new (self->graph, AMICUS_RELATION (relation));

  return amicus_document_settle (self, made, target->values, error) ? g_steal_pointer (&made) : NULL;
}

/* FALSE if the relation or a new end is not there, or it cannot go between these. */
static gboolean
find_target (AmicusDocument    *self,
             const AmicusName  *relation,
             const char        *tail,
             const char        *head,
             Target            *target,
             GError           **error)
{
  AmicusElement element = amicus_document_find (self, relation, error);
  guint32 old_tail, old_head;

  if (element.kind == AMICUS_ELEMENT_NONE)
    return FALSE;

  amicus_graph_get_ends (self->graph, element.id, &old_tail, &old_head);
  if (tail == NULL)
    tail = amicus_graph_get_id (self->graph, AMICUS_ENTITY (old_tail));
  if (head == NULL)
    head = amicus_graph_get_id (self->graph, AMICUS_ENTITY (old_head));
  target->name = amicus_name_new_relation (tail, head,
                                           amicus_graph_get_key (self->graph, element.id), 0);
  if (!amicus_document_may_connect (self, target->name, element.id, error))
    return FALSE;

  number_ends (target, self->graph);
  target->values = amicus_values_new (self->graph, element);
  /* A port is a place on the entity where the relation ended. */
  if (target->tail != old_tail)
    amicus_values_put (target->values, "tailport", NULL);
  if (target->head != old_head)
    amicus_values_put (target->values, "headport", NULL);

  return TRUE;
}

/**
 * amicus_document_retarget:
 * @self: a document
 * @relation: a relation
 * @tail: (nullable): ID of the entity at which it is to begin, %NULL for the same as now
 * @head: (nullable): ID of the entity at which it is to end, %NULL for the same as now
 * @error: a [error@DocumentError]
 *
 * Lets a relation begin or end at another entity. Its attributes stay, but for the ports of ends that
 * change. It is refused where [method@Document.connect] would be.
 *
 * Returns: (transfer full) (nullable): its name after that
 */
AmicusName *
amicus_document_retarget (AmicusDocument    *self,
                          const AmicusName  *relation,
                          const char        *tail,
                          const char        *head,
                          GError           **error)
{
  g_auto (Target) target = { NULL };
  g_autofree char *tail_label = NULL;
  g_autofree char *head_label = NULL;
  g_autofree char *step = NULL;
  AmicusName *made;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (relation != NULL && relation->kind == AMICUS_ELEMENT_RELATION, NULL);

  if (!find_target (self, relation, tail, head, &target, error))
    return NULL;

  tail_label = amicus_document_label (self, target.name->tail);
  head_label = amicus_document_label (self, target.name->head);
  /* Translators: names of entities: a relation now goes from one to the other */
  step = g_strdup_printf (_("Redirect: %s to %s"), tail_label, head_label);
  amicus_document_begin (self, step);
  made = retarget (self, relation, &target, error);
  amicus_document_conclude (self, made != NULL);

  return made;
}
