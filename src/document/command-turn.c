/* SPDX-License-Identifier: GPL-3.0-or-later
 * A relation with its ends changed for each other. */

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
