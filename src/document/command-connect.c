/* SPDX-License-Identifier: GPL-3.0-or-later
 * One relation more. */

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
find_ends (AmicusDocument    *self,
           const AmicusName  *relation,
           guint32           *tail,
           guint32           *head,
           GError           **error)
{
  g_autoptr (AmicusName) tail_name = amicus_name_new_entity (relation->tail);
  g_autoptr (AmicusName) head_name = amicus_name_new_entity (relation->head);
  AmicusElement found = amicus_document_find (self, tail_name, error);

  *tail = found.id;
  if (found.kind == AMICUS_ELEMENT_NONE)
    return FALSE;
  found = amicus_document_find (self, head_name, error);
  *head = found.id;

  return found.kind != AMICUS_ELEMENT_NONE;
}

gboolean
amicus_document_may_connect (AmicusDocument    *self,
                             const AmicusName  *relation,
                             guint32            except,
                             GError           **error)
{
  g_autoptr (GArray) parallels = NULL;
  guint32 tail, head;

  if (!find_ends (self, relation, &tail, &head, error))
    return FALSE;

  parallels = amicus_graph_get_parallels (self->graph, tail, head);
  for (guint i = 0; i < parallels->len; i++)
    {
      guint32 other = g_array_index (parallels, guint32, i);

      if (other == except)
        continue;
      if (amicus_graph_is_strict (self->graph))
        return amicus_document_refuse (error, _("These two are connected already, and the graph is "
                                                "“strict”: it allows only one relation between them"));
      if (relation->key != NULL &&
          g_strcmp0 (amicus_graph_get_key (self->graph, other), relation->key) == 0)
        return amicus_document_refuse (error, _("There is a relation with the key “%s” already"),
                                       relation->key);
    }

  return TRUE;
}

static char *
write_edge (AmicusGraph       *graph,
            const AmicusName  *relation,
            const AmicusValue *values,
            guint              n_values)
{
  GString *text = g_string_new (NULL);

  amicus_quote_id (text, relation->tail, strlen (relation->tail));
  g_string_append (text, amicus_graph_is_directed (graph) ? " -> " : " -- ");
  amicus_quote_id (text, relation->head, strlen (relation->head));
  amicus_edit_write_settings (text, values, n_values);

  return g_string_free (text, FALSE);
}

/* Writes the statement, and says behind which other one; AMICUS_NO_STATEMENT for the end. */
static gboolean
connect_entities (AmicusDocument     *self,
                  const AmicusName   *relation,
                  const AmicusValue  *values,
                  guint               n_values,
                  AmicusStatement    *neighbour,
                  GError            **error)
{
  g_auto (Editing) editing = { NULL };
  g_autofree char *text = NULL;
  guint32 tail, head;

  if (!amicus_document_may_connect (self, relation, AMICUS_NO_INDEX, error) ||
      !find_ends (self, relation, &tail, &head, error))
    return FALSE;

  amicus_editing_init (&editing, self);
  text = write_edge (editing.graph, relation, values, n_values);
  *neighbour = find_neighbour (&editing, tail, head);

  return amicus_editing_insert (&editing, editing.root, *neighbour, text, error) &&
         amicus_editing_apply (&editing, error);
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
  AmicusStatement neighbour;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (tail != NULL && head != NULL, FALSE);

  relation = amicus_name_new_relation (tail, head, find_value (values, n_values, "key"), 0);
  tail_label = amicus_document_label (self, tail);
  head_label = amicus_document_label (self, head);
  /* Translators: names of entities */
  name = g_strdup_printf (_("Connect %s to %s"), tail_label, head_label);
  amicus_document_begin (self, name);

  return amicus_document_conclude (self, connect_entities (self, relation, values, n_values,
                                                           &neighbour, error));
}

/* The relation that a statement makes; AMICUS_NO_INDEX if a strict graph keeps it out. */
static guint32
find_made (Editing         *editing,
           AmicusStatement  statement)
{
  guint n;
  const guint32 *pairs = amicus_index_get (&editing->pairs_of_statement, statement, &n);

  return n == 0 ? AMICUS_NO_INDEX : editing->pairs[pairs[0]].relation;
}

/* The name of the relation whose statement was written behind the one at @offset, or at the end. */
static AmicusName *
name_made (AmicusDocument *self,
           gsize           offset)
{
  g_auto (Editing) editing = { NULL };
  AmicusStatement made;
  guint32 relation;

  amicus_editing_init (&editing, self);
  made = amicus_editing_find_last (&editing, editing.root, AMICUS_STATEMENT_EDGE);
  for (AmicusStatement at = amicus_syntax_get_first_child (editing.syntax, editing.root);
       offset != G_MAXSIZE && at != AMICUS_NO_STATEMENT;
       at = amicus_syntax_get_next (editing.syntax, at))
    {
      gsize length;
      const char *text = amicus_syntax_get_text (editing.syntax, at, &length);

      if (amicus_syntax_get_offset (editing.syntax, text) == offset)
        made = amicus_syntax_get_next (editing.syntax, at);
    }
  relation = made == AMICUS_NO_STATEMENT ? AMICUS_NO_INDEX : find_made (&editing, made);

  return relation == AMICUS_NO_INDEX
           ? NULL
           : amicus_name_new (editing.graph, AMICUS_RELATION (relation));
}

/* Attributes and the key, which is written first. */
static GArray *
list_settings (const AmicusName *relation,
               const Values     *values)
{
  GArray *settings = g_array_new (FALSE, FALSE, sizeof (AmicusValue));
  guint n_values;
  const AmicusValue *attributes = amicus_values_get (values, &n_values);

  if (relation->key != NULL)
    {
      const AmicusValue key = { "key", relation->key, FALSE };

      g_array_append_val (settings, key);
    }
  for (guint i = 0; i < n_values; i++)
    g_array_append_val (settings, attributes[i]);

  return settings;
}

char *
amicus_edge_write (AmicusGraph      *graph,
                   const AmicusName *relation,
                   const Values     *values)
{
  g_autoptr (GArray) settings = list_settings (relation, values);

  return write_edge (graph, relation, (const AmicusValue *) (gpointer) settings->data, settings->len);
}

AmicusName *
amicus_document_connect_exactly (AmicusDocument    *self,
                                 const AmicusName  *relation,
                                 const Values      *values,
                                 GError           **error)
{
  g_autoptr (AmicusSyntax) before = amicus_syntax_ref (self->syntax);
  g_autoptr (GArray) settings = list_settings (relation, values);
  g_autoptr (AmicusName) made = NULL;
  AmicusStatement neighbour;
  gsize offset = G_MAXSIZE;
  gsize length;

  if (!connect_entities (self, relation, (const AmicusValue *) (gpointer) settings->data,
                         settings->len, &neighbour, error))
    return NULL;

  if (neighbour != AMICUS_NO_STATEMENT)
    offset = amicus_syntax_get_offset (before, amicus_syntax_get_text (before, neighbour, &length));
  made = name_made (self, offset);
  if (made == NULL)
    {
      amicus_document_refuse (error, _("The graph keeps this relation out"));
      return NULL;
    }

  return amicus_document_settle (self, made, values, error) ? g_steal_pointer (&made) : NULL;
}
