/* SPDX-License-Identifier: GPL-3.0-or-later
 * One relation or entity less. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/commands.h"

#include <glib/gi18n-lib.h>

#include "document/editing-private.h"

/* A pair of the relation, or one that a strict graph kept out for its sake. */
static gboolean
is_of_relation (Editing          *editing,
                const AmicusPair *pair,
                guint32           relation)
{
  guint32 tail, head;

  if (pair->relation != AMICUS_NO_INDEX)
    return pair->relation == relation;

  amicus_graph_get_ends (editing->graph, relation, &tail, &head);
  return (pair->tail == tail && pair->head == head) ||
         (!amicus_graph_is_directed (editing->graph) && pair->tail == head && pair->head == tail);
}

/* Whether one of two statements that are to be rewritten stands in the other. */
static gboolean
stands_inside (Editing         *editing,
               AmicusStatement  statement,
               const PairFate  *fates)
{
  for (AmicusStatement at = amicus_syntax_get_parent (editing->syntax, statement);
       at != editing->root; at = amicus_syntax_get_parent (editing->syntax, at))
    {
      guint n;
      const guint32 *pairs = amicus_index_get (&editing->pairs_of_statement, at, &n);

      for (guint i = 0; i < n; i++)
        if (fates[pairs[i]] == PAIR_GOES)
          return TRUE;
    }

  return FALSE;
}

static gboolean
disconnect (AmicusDocument    *self,
            const AmicusName  *name,
            GError           **error)
{
  g_auto (Editing) editing = { NULL };
  g_autofree PairFate *fates = NULL;
  AmicusStatement last = AMICUS_NO_STATEMENT;
  AmicusElement relation;

  amicus_editing_init (&editing, self);
  relation = amicus_name_find (name, editing.graph);
  fates = g_new0 (PairFate, editing.n_pairs);
  for (guint i = 0; i < editing.n_pairs; i++)
    if (is_of_relation (&editing, &editing.pairs[i], relation.id))
      fates[i] = PAIR_GOES;

  for (guint i = 0; i < editing.n_pairs; i++)
    {
      AmicusStatement statement = editing.pairs[i].statement;

      if (fates[i] != PAIR_GOES || statement == last)
        continue;
      if (stands_inside (&editing, statement, fates))
        return amicus_document_refuse (error, _("Statements that stand in each other make this "
                                                "relation; it has to be edited in the text"));
      amicus_editing_rewrite_edge (&editing, statement, fates, AMICUS_NO_INDEX);
      last = statement;
    }

  return amicus_editing_apply (&editing, error);
}

/**
 * amicus_document_disconnect:
 * @self: a document
 * @relation: a relation
 * @error: a [error@DocumentError]
 *
 * Takes a relation away. Its ends stay, what else its statement makes too.
 *
 * Returns: whether it was done
 */
gboolean
amicus_document_disconnect (AmicusDocument    *self,
                            const AmicusName  *relation,
                            GError           **error)
{
  g_autofree char *tail = NULL;
  g_autofree char *head = NULL;
  g_autofree char *step = NULL;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (relation != NULL && relation->kind == AMICUS_ELEMENT_RELATION, FALSE);

  if (amicus_document_find (self, relation, error).kind == AMICUS_ELEMENT_NONE)
    return FALSE;

  tail = amicus_document_label (self, relation->tail);
  head = amicus_document_label (self, relation->head);
  /* Translators: names of entities */
  step = g_strdup_printf (_("Disconnect %s from %s"), tail, head);
  amicus_document_begin (self, step);

  return amicus_document_conclude (self, disconnect (self, relation, error));
}

/* Pairs that a statement makes of the entity's own ID; those of a group lose it by themselves. */
static void
mark_pairs (Editing             *editing,
            const AmicusMention *mention,
            PairFate            *fates)
{
  guint n;
  const guint32 *pairs = amicus_index_get (&editing->pairs_of_statement, mention->statement, &n);

  for (guint i = 0; i < n; i++)
    {
      const AmicusPair *pair = &editing->pairs[pairs[i]];

      if (pair->tail_end == mention->end || pair->head_end == mention->end)
        fates[pairs[i]] = PAIR_GOES;
    }
}

static void
remove_mention (Editing             *editing,
                const AmicusMention *mention,
                const PairFate      *fates)
{
  if (amicus_syntax_get_kind (editing->syntax, mention->statement) == AMICUS_STATEMENT_EDGE)
    amicus_editing_rewrite_edge (editing, mention->statement, fates, mention->entity);
  else if (amicus_editing_names_only (editing, mention->statement, mention->entity))
    amicus_edit_remove_statement (editing->patch, editing->syntax, mention->statement);
  else
    amicus_edit_remove_end (editing->patch, editing->syntax, mention->statement, mention->end);
}

/* Whether a later statement of the list stands in this one. */
static gboolean
has_inner (Editing       *editing,
           const guint32 *mentions,
           guint          n_mentions,
           guint          nth)
{
  AmicusStatement here = editing->mentions[mentions[nth]].statement;

  for (guint i = 0; i < n_mentions; i++)
    if (editing->mentions[mentions[i]].statement != here &&
        amicus_editing_contains (editing, here, editing->mentions[mentions[i]].statement))
      return TRUE;

  return FALSE;
}

static gboolean
may_have_inner (Editing         *editing,
                AmicusStatement  statement)
{
  return amicus_syntax_get_first_child (editing->syntax, statement) != AMICUS_NO_STATEMENT;
}

/* Mentions of an entity in some groups, or all. */
static GArray *
list_mentions (Editing    *editing,
               const char *id,
               GHashTable *groups)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint32));
  AmicusElement entity = amicus_graph_find_entity (editing->graph, id);
  guint n = 0;
  const guint32 *mentions = entity.kind == AMICUS_ELEMENT_NONE
                              ? NULL
                              : amicus_index_get (&editing->of_entity, entity.id, &n);

  for (guint i = 0; i < n; i++)
    if (groups == NULL ||
        g_hash_table_contains (groups, GUINT_TO_POINTER (editing->mentions[mentions[i]].group)))
      g_array_append_val (list, mentions[i]);

  return list;
}

/* All statements with these names but those that hold others which have some: they have their turn
 * next. */
static void
remove_listed (Editing       *editing,
               const guint32 *mentions,
               guint          n)
{
  g_autofree PairFate *fates = g_new0 (PairFate, editing->n_pairs);
  AmicusStatement last = AMICUS_NO_STATEMENT;

  for (guint i = 0; i < n; i++)
    {
      mark_pairs (editing, &editing->mentions[mentions[i]], fates);
      editing->is_gone[mentions[i]] = TRUE;
    }
  for (guint i = 0; i < n; i++)
    {
      AmicusStatement statement = editing->mentions[mentions[i]].statement;

      if (statement == last ||
          (may_have_inner (editing, statement) && has_inner (editing, mentions, n, i)))
        continue;
      remove_mention (editing, &editing->mentions[mentions[i]], fates);
      last = statement;
    }
}

gboolean
amicus_document_remove_mentions (AmicusDocument  *self,
                                 const char      *id,
                                 GHashTable      *groups,
                                 GError         **error)
{
  for (;;)
    {
      g_auto (Editing) editing = { NULL };
      g_autoptr (GArray) mentions = NULL;

      amicus_editing_init (&editing, self);
      mentions = list_mentions (&editing, id, groups);
      if (mentions->len == 0)
        return TRUE;

      remove_listed (&editing, (const guint32 *) (gpointer) mentions->data, mentions->len);
      if (amicus_patch_is_empty (editing.patch) && !editing.is_impossible)
        return amicus_document_refuse (error, _("“%s” cannot be taken out of the text"), id);
      if (!amicus_editing_apply (&editing, error))
        return FALSE;
    }
}

static gboolean
remove_entity (AmicusDocument  *self,
               const char      *id,
               AmicusRemoval   *removal,
               GError         **error)
{
  if (!amicus_document_change_references (self, id, NULL, &removal->n_references, error))
    return FALSE;

  amicus_graph_get_relations_of (self->graph, amicus_graph_find_entity (self->graph, id).id,
                                 &removal->n_relations);

  return amicus_document_remove_mentions (self, id, NULL, error);
}

/**
 * amicus_document_remove_entity:
 * @self: a document
 * @id: ID of an entity
 * @removal: (out) (optional): how much else went
 * @error: a [error@DocumentError]
 *
 * Takes an entity away: wherever it is named, its relations, and its ID in lists of who says
 * something or what is cited; what was said stays.
 *
 * Returns: whether it was done
 */
gboolean
amicus_document_remove_entity (AmicusDocument  *self,
                               const char      *id,
                               AmicusRemoval   *removal,
                               GError         **error)
{
  g_autoptr (AmicusName) name = NULL;
  AmicusRemoval gone = { 0, 0 };
  g_autofree char *label = NULL;
  g_autofree char *step = NULL;
  gboolean done;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  name = amicus_name_new_entity (id);
  if (amicus_document_find (self, name, error).kind == AMICUS_ELEMENT_NONE)
    return FALSE;

  label = amicus_document_label (self, id);
  /* Translators: name of an entity */
  step = g_strdup_printf (_("Remove %s"), label);
  amicus_document_begin (self, step);
  done = amicus_document_conclude (self, remove_entity (self, id, &gone, error));
  if (removal != NULL)
    *removal = gone;

  return done;
}
