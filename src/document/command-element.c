/* SPDX-License-Identifier: GPL-3.0-or-later
 * One entity or relation more. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/editing-private.h"
#include "dot/quote.h"

static const char *
find_value (const AmicusValue *values,
            guint              n_values,
            const char        *name)
{
  for (guint i = 0; i < n_values; i++)
    if (strcmp (values[i].name, name) == 0)
      return values[i].value;

  return NULL;
}

/* The last statement of a kind that stands in the graph itself. */
static AmicusStatement
find_last (Editing             *editing,
           AmicusStatementKind  kind)
{
  AmicusStatement last = AMICUS_NO_STATEMENT;

  for (AmicusStatement at = amicus_syntax_get_first_child (editing->syntax, editing->root);
       at != AMICUS_NO_STATEMENT; at = amicus_syntax_get_next (editing->syntax, at))
    if (amicus_syntax_get_kind (editing->syntax, at) == kind)
      last = at;

  return last;
}

/* Behind @sibling, or if there is none as the last of the graph. */
static gboolean
insert (Editing          *editing,
        AmicusStatement   sibling,
        const char       *text,
        GError          **error)
{
  gboolean done =
    sibling != AMICUS_NO_STATEMENT
      ? amicus_edit_insert_after (editing->patch, editing->syntax, sibling, text)
      : amicus_edit_append (editing->patch, editing->syntax, editing->root, text);

  if (!done)
    return amicus_document_refuse (error, _("A brace is missing at the end of the graph"));

  return amicus_editing_apply (editing, error);
}

static gboolean
add_entity (AmicusDocument     *self,
            const char         *id,
            const AmicusValue  *values,
            guint               n_values,
            GError            **error)
{
  g_auto (Editing) editing = { NULL };
  g_autoptr (GString) text = g_string_new (NULL);

  amicus_editing_init (&editing, self);
  if (amicus_graph_find_entity (editing.graph, id).kind != AMICUS_ELEMENT_NONE)
    return amicus_document_refuse (error, _("“%s” is in the graph already"), id);

  amicus_quote_id (text, id, strlen (id));
  amicus_edit_write_settings (text, values, n_values);

  return insert (&editing, find_last (&editing, AMICUS_STATEMENT_NODE), text->str, error);
}

/**
 * amicus_document_add_entity:
 * @self: a document
 * @id: an ID that no entity has
 * @values: (array length=n_values): its attributes
 * @n_values: how many
 * @error: a [error@DocumentError]
 *
 * Adds an entity behind the last one that has a statement in the graph itself.
 *
 * Returns: whether it was done
 */
gboolean
amicus_document_add_entity (AmicusDocument     *self,
                            const char         *id,
                            const AmicusValue  *values,
                            guint               n_values,
                            GError            **error)
{
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  label = amicus_document_label (self, id);
  /* Translators: name of an entity */
  name = g_strdup_printf (_("Add %s"), label);
  amicus_document_begin (self, name);

  return amicus_document_conclude (self, add_entity (self, id, values, n_values, error));
}

/* Where the first statement that names an entity ends. */
static const char *
find_creation (Editing *editing,
               guint32  entity)
{
  guint n;
  const guint32 *mentions = amicus_index_get (&editing->of_entity, entity, &n);
  gsize length;
  const char *text =
    amicus_syntax_get_text (editing->syntax, editing->mentions[mentions[0]].statement, &length);

  return text + length;
}

static gboolean
has_tail (Editing         *editing,
          AmicusStatement  statement,
          guint32          tail)
{
  guint n;
  const guint32 *pairs = amicus_index_get (&editing->pairs_of_statement, statement, &n);

  for (guint i = 0; i < n; i++)
    if (editing->pairs[pairs[i]].tail == tail)
      return TRUE;

  return FALSE;
}

/* Behind the last edge of the graph itself that begins at the same entity, or the last of all; but
 * not before both ends are there, who would be made by the edge. */
static AmicusStatement
find_neighbour (Editing *editing,
                guint32  tail,
                guint32  head)
{
  const char *made = MAX (find_creation (editing, tail), find_creation (editing, head));
  AmicusStatement last = AMICUS_NO_STATEMENT;
  AmicusStatement similar = AMICUS_NO_STATEMENT;

  for (AmicusStatement at = amicus_syntax_get_first_child (editing->syntax, editing->root);
       at != AMICUS_NO_STATEMENT; at = amicus_syntax_get_next (editing->syntax, at))
    {
      gsize length;
      const char *text = amicus_syntax_get_text (editing->syntax, at, &length);

      if (amicus_syntax_get_kind (editing->syntax, at) != AMICUS_STATEMENT_EDGE ||
          text + length < made)
        continue;
      last = at;
      if (has_tail (editing, at, tail))
        similar = at;
    }

  return similar != AMICUS_NO_STATEMENT ? similar : last;
}

static gboolean
may_connect (Editing     *editing,
             guint32      tail,
             guint32      head,
             const char  *key,
             GError     **error)
{
  g_autoptr (GArray) parallels = amicus_graph_get_parallels (editing->graph, tail, head);

  if (parallels->len > 0 && amicus_graph_is_strict (editing->graph))
    return amicus_document_refuse (error, _("These two are connected already, and the graph is "
                                            "“strict”: it allows only one relation between them"));
  for (guint i = 0; key != NULL && i < parallels->len; i++)
    if (g_strcmp0 (amicus_graph_get_key (editing->graph,
                                         g_array_index (parallels, guint32, i)), key) == 0)
      return amicus_document_refuse (error, _("There is a relation with the key “%s” already"), key);

  return TRUE;
}

static gboolean
connect_entities (AmicusDocument     *self,
                  const AmicusName   *relation,
                  const AmicusValue  *values,
                  guint               n_values,
                  GError            **error)
{
  g_auto (Editing) editing = { NULL };
  g_autoptr (AmicusName) tail_name = amicus_name_new_entity (relation->tail);
  g_autoptr (AmicusName) head_name = amicus_name_new_entity (relation->head);
  g_autoptr (GString) text = g_string_new (NULL);
  AmicusElement tail, head;

  amicus_editing_init (&editing, self);
  tail = amicus_document_find (self, tail_name, error);
  if (tail.kind == AMICUS_ELEMENT_NONE)
    return FALSE;
  head = amicus_document_find (self, head_name, error);
  if (head.kind == AMICUS_ELEMENT_NONE ||
      !may_connect (&editing, tail.id, head.id, relation->key, error))
    return FALSE;

  amicus_quote_id (text, relation->tail, strlen (relation->tail));
  g_string_append (text, amicus_graph_is_directed (editing.graph) ? " -> " : " -- ");
  amicus_quote_id (text, relation->head, strlen (relation->head));
  amicus_edit_write_settings (text, values, n_values);

  return insert (&editing, find_neighbour (&editing, tail.id, head.id), text->str, error);
}

/**
 * amicus_document_connect:
 * @self: a document
 * @tail: ID of an entity
 * @head: ID of another, or the same
 * @values: (array length=n_values): attributes of the relation, maybe its `key`
 * @n_values: how many
 * @error: a [error@DocumentError]
 *
 * Adds a relation. It is refused in a `strict` graph where there is one already, and for a key that
 * is taken.
 *
 * Returns: whether it was done
 */
gboolean
amicus_document_connect (AmicusDocument     *self,
                         const char         *tail,
                         const char         *head,
                         const AmicusValue  *values,
                         guint               n_values,
                         GError            **error)
{
  g_autoptr (AmicusName) relation = NULL;
  g_autofree char *tail_label = NULL;
  g_autofree char *head_label = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (tail != NULL && head != NULL, FALSE);

  relation = amicus_name_new_relation (tail, head, find_value (values, n_values, "key"), 0);
  tail_label = amicus_document_label (self, tail);
  head_label = amicus_document_label (self, head);
  /* Translators: names of entities */
  name = g_strdup_printf (_("Connect %s to %s"), tail_label, head_label);
  amicus_document_begin (self, name);

  return amicus_document_conclude (self, connect_entities (self, relation, values, n_values, error));
}
