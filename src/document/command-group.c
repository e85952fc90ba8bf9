/* SPDX-License-Identifier: GPL-3.0-or-later
 * One group more, one less. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/editing-private.h"
#include "dot/quote.h"

/* The innermost group that is drawn and holds all of them, or AMICUS_NO_INDEX. */
static guint32
find_common (AmicusGraph        *graph,
             const char * const *ids,
             guint               n_ids)
{
  guint32 common = amicus_graph_get_cluster_of (graph, amicus_graph_find_entity (graph, ids[0]).id);

  for (guint i = 1; i < n_ids && common != AMICUS_NO_INDEX; i++)
    {
      guint32 other = amicus_graph_get_cluster_of (graph,
                                                   amicus_graph_find_entity (graph, ids[i]).id);

      for (guint32 at = other; at != common; )
        if (at != AMICUS_NO_INDEX)
          at = amicus_graph_get_parent (graph, at);
        else
          {
            common = common == AMICUS_NO_INDEX ? common : amicus_graph_get_parent (graph, common);
            at = common == AMICUS_NO_INDEX ? common : other;
          }
    }

  return common;
}

/* Behind the last node or subgraph of the body, so that edges come after. */
static AmicusStatement
find_neighbour (Editing         *editing,
                AmicusStatement  body)
{
  AmicusStatement node = amicus_editing_find_last (editing, body, AMICUS_STATEMENT_NODE);
  AmicusStatement subgraph = amicus_editing_find_last (editing, body, AMICUS_STATEMENT_SUBGRAPH);
  gsize length;

  if (node == AMICUS_NO_STATEMENT || subgraph == AMICUS_NO_STATEMENT)
    return node == AMICUS_NO_STATEMENT ? subgraph : node;

  return amicus_syntax_get_text (editing->syntax, node, &length) >
             amicus_syntax_get_text (editing->syntax, subgraph, &length)
           ? node
           : subgraph;
}

/* A group with nothing but a name in it. */
static gboolean
add_group (AmicusDocument  *self,
           guint32          parent,
           const char      *id,
           const char      *label,
           GError         **error)
{
  g_auto (Editing) editing = { NULL };
  g_autoptr (GString) head = g_string_new ("subgraph ");
  g_autoptr (GString) name = g_string_new ("label=");
  g_autofree char *text = NULL;
  AmicusStatement body, sibling;

  amicus_editing_init (&editing, self);
  body = amicus_editing_find_body (&editing, parent, TRUE);
  if (body == AMICUS_NO_STATEMENT)
    return amicus_document_refuse (error, _("The group is told without braces, or as the end of a "
                                            "relation; it has to be edited in the text"));

  sibling = find_neighbour (&editing, body);
  amicus_quote_id (head, id, strlen (id));
  amicus_quote_string (name, label, strlen (label));
  text = amicus_edit_write_body (editing.syntax, body, sibling, head->str,
                                 (const char *const[]) { name->str, NULL });

  return amicus_editing_insert (&editing, body, sibling, text, error) &&
         amicus_editing_apply (&editing, error);
}

static gboolean
check_entities (AmicusDocument      *self,
                const char * const  *ids,
                guint                n_ids,
                GError             **error)
{
  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr (AmicusName) name = amicus_name_new_entity (ids[i]);

      if (amicus_document_find (self, name, error).kind == AMICUS_ELEMENT_NONE)
        return FALSE;
    }

  return TRUE;
}

static gboolean
group_entities (AmicusDocument      *self,
                const char * const  *ids,
                guint                n_ids,
                const AmicusName    *group,
                const char          *label,
                GError             **error)
{
  if (!add_group (self, find_common (self->graph, ids, n_ids), group->id, label, error))
    return FALSE;
  for (guint i = 0; i < n_ids; i++)
    if (!amicus_document_move (self, ids[i], group, error))
      return FALSE;

  return TRUE;
}

/* `cluster_` and what the label makes. */
static AmicusName *
name_group (AmicusDocument *self,
            const char     *label)
{
  g_autofree char *words = g_strconcat ("cluster_", label, NULL);
  AmicusName *name = g_new0 (AmicusName, 1);

  name->kind = AMICUS_ELEMENT_GROUP;
  name->id = amicus_document_suggest_id (self, words);

  return name;
}

/**
 * amicus_document_group:
 * @self: a document
 * @ids: (array length=n_ids): IDs of entities
 * @n_ids: how many, at least one
 * @label: what to call the group
 * @error: a [error@DocumentError]
 *
 * Makes a group that is drawn, in the innermost one that all of the entities share, and moves them
 * there.
 *
 * Returns: (transfer full) (nullable): its name
 */
AmicusName *
amicus_document_group (AmicusDocument      *self,
                       const char * const  *ids,
                       guint                n_ids,
                       const char          *label,
                       GError             **error)
{
  g_autoptr (AmicusName) group = NULL;
  g_autofree char *step = NULL;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (ids != NULL && n_ids > 0, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  if (!check_entities (self, ids, n_ids, error))
    return NULL;

  group = name_group (self, label);
  step = g_strdup_printf (ngettext ("Group an Entity", "Group %u Entities", n_ids), n_ids);
  amicus_document_begin (self, step);

  return amicus_document_conclude (self, group_entities (self, ids, n_ids, group, label, error))
           ? g_steal_pointer (&group)
           : NULL;
}

/* Statements in the body of a group that say something of the group itself go. */
static gboolean
remove_values (AmicusDocument    *self,
               const AmicusName  *group,
               GError           **error)
{
  g_auto (Editing) editing = { NULL };
  guint32 number = amicus_name_find (group, self->graph).id;
  guint n;
  const AmicusOpening *openings;

  amicus_editing_init (&editing, self);
  openings = amicus_mentions_get_openings (editing.all, &n);
  for (guint i = 0; i < n; i++)
    {
      if (openings[i].group != number)
        continue;
      for (AmicusStatement at = amicus_syntax_get_first_child (editing.syntax, openings[i].statement);
           at != AMICUS_NO_STATEMENT; at = amicus_syntax_get_next (editing.syntax, at))
        if (amicus_editing_is_of_body (&editing, at))
          amicus_edit_remove_statement (editing.patch, editing.syntax, at);
    }

  return amicus_editing_apply (&editing, error);
}

static gboolean
has_defaults (Editing         *editing,
              AmicusStatement  body)
{
  for (AmicusStatement at = amicus_syntax_get_first_child (editing->syntax, body);
       at != AMICUS_NO_STATEMENT; at = amicus_syntax_get_next (editing->syntax, at))
    if (amicus_syntax_get_kind (editing->syntax, at) == AMICUS_STATEMENT_DEFAULTS)
      return TRUE;

  return FALSE;
}

static gboolean
is_end (Editing         *editing,
        AmicusStatement  body)
{
  AmicusStatement parent = amicus_syntax_get_parent (editing->syntax, body);

  return amicus_syntax_get_kind (editing->syntax, parent) == AMICUS_STATEMENT_EDGE;
}

/* Takes the group's name away where it is opened, and the braces where they may go; else a group
 * without a name is left, of which nothing else can be told. FALSE where that cannot be. */
static gboolean
open_body (Editing         *editing,
           AmicusStatement  body,
           guint            n_openings,
           guint           *n_left)
{
  if (is_end (editing, body) || has_defaults (editing, body))
    {
      (*n_left)++;
      return n_openings == 1 && amicus_edit_behead (editing->patch, editing->syntax, body);
    }
  if (amicus_syntax_get_first_child (editing->syntax, body) != AMICUS_NO_STATEMENT)
    return amicus_edit_unwrap (editing->patch, editing->syntax, body);

  amicus_edit_remove_statement (editing->patch, editing->syntax, body);
  return TRUE;
}

/* The last place where the group is opened, and how many there are. */
static AmicusStatement
find_opening (Editing *editing,
              guint32  group,
              guint   *n_openings)
{
  guint n;
  const AmicusOpening *openings = amicus_mentions_get_openings (editing->all, &n);
  AmicusStatement last = AMICUS_NO_STATEMENT;

  *n_openings = 0;
  for (guint i = 0; i < n; i++)
    if (openings[i].group == group)
      {
        last = openings[i].statement;
        (*n_openings)++;
      }

  return last;
}

/* One opening after the other, from the last: they may stand in each other. */
static gboolean
open_bodies (AmicusDocument    *self,
             const AmicusName  *group,
             guint             *n_left,
             GError           **error)
{
  guint n_all = 0;
  guint n_openings;

  do
    {
      g_auto (Editing) editing = { NULL };
      AmicusStatement body;

      amicus_editing_init (&editing, self);
      body = find_opening (&editing, amicus_name_find (group, editing.graph).id, &n_openings);
      n_all = MAX (n_all, n_openings);
      if (!open_body (&editing, body, n_all, n_left))
        return amicus_document_refuse (error, _("The group is told in several places, and a relation goes to "
                                                "it, or it has defaults; it has to be edited in the text"));
      if (!amicus_editing_apply (&editing, error))
        return FALSE;
    }
  while (n_openings > 1);

  return TRUE;
}

static gboolean
ungroup (AmicusDocument    *self,
         const AmicusName  *group,
         GError           **error)
{
  g_autoptr (AmicusGraph) before = amicus_graph_ref (self->graph);
  guint n_left = 0;

  if (!remove_values (self, group, error) || !open_bodies (self, group, &n_left, error))
    return FALSE;

  /* A group in it may be one with another of its name outside. */
  return (amicus_graph_get_n_groups (before) + n_left == amicus_graph_get_n_groups (self->graph) + 1 &&
          amicus_graph_get_n_entities (before) == amicus_graph_get_n_entities (self->graph) &&
          amicus_graph_get_n_relations (before) == amicus_graph_get_n_relations (self->graph)) ||
         amicus_document_refuse (error, _("Other groups or relations would change with it; it has to be "
                                          "edited in the text"));
}

/**
 * amicus_document_ungroup:
 * @self: a document
 * @group: a group
 * @error: a [error@DocumentError]
 *
 * Takes a group away, with all that it says of itself. What is in it stays where it stands. It is
 * refused where the group is told in several places, and a relation goes to it as a whole or defaults
 * count for what is in it.
 *
 * Returns: whether it was done
 */
gboolean
amicus_document_ungroup (AmicusDocument    *self,
                         const AmicusName  *group,
                         GError           **error)
{
  AmicusElement element;
  g_autofree char *label = NULL;
  g_autofree char *step = NULL;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (group != NULL && group->kind == AMICUS_ELEMENT_GROUP, FALSE);

  element = amicus_document_find (self, group, error);
  if (element.kind == AMICUS_ELEMENT_NONE)
    return FALSE;

  label = amicus_document_label_of (self, element);
  /* Translators: name of a group */
  step = g_strdup_printf (_("Ungroup %s"), label);
  amicus_document_begin (self, step);

  return amicus_document_conclude (self, ungroup (self, group, error));
}
