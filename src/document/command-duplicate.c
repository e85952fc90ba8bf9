/* SPDX-License-Identifier: GPL-3.0-or-later
 * The same once more. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/editing-private.h"
#include "dot/quote.h"

/* The last statement that speaks of an entity alone and is no edge, or AMICUS_NO_STATEMENT. */
static AmicusStatement
find_own (Editing *editing,
          guint32  entity)
{
  AmicusStatement own = AMICUS_NO_STATEMENT;
  guint n;
  const guint32 *mentions = amicus_index_get (&editing->of_entity, entity, &n);

  for (guint i = 0; i < n; i++)
    {
      AmicusStatement statement = editing->mentions[mentions[i]].statement;

      if (amicus_syntax_get_kind (editing->syntax, statement) == AMICUS_STATEMENT_NODE &&
          amicus_editing_count_ends (editing, statement) == 1)
        own = statement;
    }

  return own;
}

/* Beside the first, and so in the same groups; a group that a relation goes to has a member more
 * then, so beside one in a group no relation may arise. */
static gboolean
write_beside (AmicusDocument  *self,
              const char      *id,
              const char      *new_id,
              const Values    *values,
              GError         **error)
{
  g_auto (Editing) editing = { NULL };
  g_autoptr (GString) text = g_string_new (NULL);
  AmicusStatement own;
  guint n;
  const AmicusValue *all = amicus_values_get (values, &n);

  amicus_editing_init (&editing, self);
  own = find_own (&editing, amicus_graph_find_entity (editing.graph, id).id);
  if (own == AMICUS_NO_STATEMENT)
    return amicus_document_add_entity (self, new_id, all, n, error);

  amicus_quote_id (text, new_id, strlen (new_id));
  amicus_edit_write_settings (text, all, n);

  return amicus_editing_insert (&editing, editing.root, own, text->str, error) &&
         amicus_editing_apply (&editing, error);
}

static gboolean
write_entity (AmicusDocument  *self,
              const char      *id,
              const char      *new_id,
              const Values    *values,
              GError         **error)
{
  guint n_relations = amicus_graph_get_n_relations (self->graph);
  g_autoptr (AmicusName) name = amicus_name_new_entity (new_id);
  guint n;
  const AmicusValue *all = amicus_values_get (values, &n);

  amicus_document_begin (self, NULL);
  if (write_beside (self, id, new_id, values, NULL) &&
      amicus_graph_get_n_relations (self->graph) == n_relations)
    amicus_document_end (self);
  else
    {
      amicus_document_abort (self);
      if (!amicus_document_add_entity (self, new_id, all, n, error))
        return FALSE;
    }

  return amicus_document_settle (self, name, values, error);
}

static const char *
change_end (const char *end,
            const char *id,
            const char *new_id)
{
  return strcmp (end, id) == 0 ? new_id : end;
}

/* All relations as they were before, at the new entity. */
static gboolean
write_relations (AmicusDocument  *self,
                 AmicusGraph     *before,
                 const char      *id,
                 const char      *new_id,
                 GError         **error)
{
  guint n;
  const guint32 *relations =
    amicus_graph_get_relations_of (before, amicus_graph_find_entity (before, id).id, &n);

  for (guint i = 0; i < n; i++)
    {
      AmicusElement relation = AMICUS_RELATION (relations[i]);
      g_autoptr (AmicusName) name = amicus_name_new (before, relation);
      g_autoptr (Values) values = amicus_values_new (before, relation);
      g_autoptr (AmicusName) wanted =
        amicus_name_new_relation (change_end (name->tail, id, new_id),
                                  change_end (name->head, id, new_id), name->key, 0);
      g_autoptr (AmicusName) made =
        amicus_document_connect_exactly (self, wanted, values, error);

      if (made == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
duplicate_entity (AmicusDocument  *self,
                  const char      *id,
                  const char      *new_id,
                  gboolean         with_relations,
                  GError         **error)
{
  g_autoptr (AmicusGraph) before = amicus_graph_ref (self->graph);
  g_autoptr (Values) values = amicus_values_new (before, amicus_graph_find_entity (before, id));

  /* Two at one place would be seen as one. */
  amicus_values_put (values, "pos", NULL);

  return write_entity (self, id, new_id, values, error) &&
         (!with_relations || write_relations (self, before, id, new_id, error));
}

/**
 * amicus_document_duplicate_entity:
 * @self: a document
 * @id: ID of an entity
 * @with_relations: whether its relations are doubled too
 * @error: a [error@DocumentError]
 *
 * Writes an entity with the same attributes beside another. It has an ID of its own, and no place.
 *
 * Returns: (transfer full) (nullable): the new ID
 */
char *
amicus_document_duplicate_entity (AmicusDocument  *self,
                                  const char      *id,
                                  gboolean         with_relations,
                                  GError         **error)
{
  g_autoptr (AmicusName) name = NULL;
  g_autofree char *label = NULL;
  g_autofree char *step = NULL;
  g_autofree char *new_id = NULL;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  name = amicus_name_new_entity (id);
  if (amicus_document_find (self, name, error).kind == AMICUS_ELEMENT_NONE)
    return NULL;

  new_id = amicus_document_suggest_id (self, id);
  label = amicus_document_label (self, id);
  /* Translators: name of an entity */
  step = g_strdup_printf (_("Duplicate %s"), label);
  amicus_document_begin (self, step);

  return amicus_document_conclude (self, duplicate_entity (self, id, new_id, with_relations, error))
           ? g_steal_pointer (&new_id)
           : NULL;
}

char *
amicus_document_suggest_key (AmicusDocument   *self,
                             const AmicusName *relation)
{
  for (guint n = 2;; n++)
    {
      g_autofree char *key = relation->key == NULL ? g_strdup_printf ("%u", n)
                                                   : g_strdup_printf ("%s %u", relation->key, n);
      g_autoptr (AmicusName) other = amicus_name_new_relation (relation->tail, relation->head, key, 0);

      if (amicus_name_find (other, self->graph).kind == AMICUS_ELEMENT_NONE)
        return g_steal_pointer (&key);
    }
}

/**
 * amicus_document_duplicate_relation:
 * @self: a document
 * @relation: a relation
 * @error: a [error@DocumentError]
 *
 * Adds a relation between the same entities with the same attributes, and a `key` of its own. It is
 * refused in a `strict` graph.
 *
 * Returns: (transfer full) (nullable): the name of the new one
 */
AmicusName *
amicus_document_duplicate_relation (AmicusDocument    *self,
                                    const AmicusName  *relation,
                                    GError           **error)
{
  g_autoptr (AmicusName) wanted = NULL;
  g_autoptr (Values) values = NULL;
  g_autofree char *key = NULL;
  AmicusElement element;
  AmicusName *made;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (relation != NULL && relation->kind == AMICUS_ELEMENT_RELATION, NULL);

  element = amicus_document_find (self, relation, error);
  if (element.kind == AMICUS_ELEMENT_NONE)
    return NULL;

  values = amicus_values_new (self->graph, element);
  key = amicus_document_suggest_key (self, relation);
  wanted = amicus_name_new_relation (relation->tail, relation->head, key, 0);
  amicus_document_begin (self, _("Duplicate a Relation"));
  made = amicus_document_connect_exactly (self, wanted, values, error);
  amicus_document_conclude (self, made != NULL);

  return made;
}
