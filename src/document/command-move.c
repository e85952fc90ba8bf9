/* SPDX-License-Identifier: GPL-3.0-or-later
 * Into a group, out of it, from one to another.
 *
 * The entity's own statements go along. What is told of it inside a group that it leaves, as a part of
 * an edge or of a list, is taken out there; relations that were told there are told anew, outside. All
 * that it and they inherited from the place is then said of them alone. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/editing-private.h"
#include "dot/quote.h"
#include "graph/evidence.h"

/* A relation as it was. */
typedef struct
{
  AmicusName *name;
  Values *values;
  gboolean is_found;
} Relation;

/**
 * Move:
 * @before: the graph as it was
 * @left: numbers of the groups in whose bodies the entity may not be named any more
 * @homes: AmicusName, groups around them, which it does not leave
 * @statements: texts of the entity's own statements there
 * @relations: Relation, all of the entity
 */
typedef struct
{
  AmicusDocument *document;
  const char *id;
  const AmicusName *group;
  AmicusGraph *before;
  Values *values;
  GHashTable *left;
  GPtrArray *homes;
  GPtrArray *statements;
  GArray *relations;
} Move;

static void
clear_relation (gpointer data)
{
  Relation *relation = data;

  amicus_name_free (relation->name);
  amicus_values_free (relation->values);
}

static void
move_clear (Move *self)
{
  g_clear_pointer (&self->before, amicus_graph_unref);
  g_clear_pointer (&self->values, amicus_values_free);
  g_clear_pointer (&self->left, g_hash_table_unref);
  g_clear_pointer (&self->homes, g_ptr_array_unref);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_clear_pointer (&self->relations, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Move, move_clear)

static gboolean
has_member (AmicusGraph *graph,
            guint32      group,
            guint32      entity)
{
  guint n;
  const guint32 *members = amicus_graph_get_members (graph, group, &n);

  for (guint i = 0; i < n; i++)
    if (members[i] == entity)
      return TRUE;

  return FALSE;
}

/* Whether the one group is the other, or around it. */
static gboolean
is_around (AmicusGraph *graph,
           guint32      outer,
           guint32      group)
{
  while (group != outer && group != AMICUS_NO_INDEX)
    group = amicus_graph_get_parent (graph, group);

  return group == outer;
}

/* The number of the group, or AMICUS_NO_INDEX. */
static guint32
find_group (const AmicusName *name,
            AmicusGraph      *graph)
{
  AmicusElement element = { AMICUS_ELEMENT_NONE, 0 };

  if (name != NULL)
    element = amicus_name_find (name, graph);

  return element.kind == AMICUS_ELEMENT_GROUP ? element.id : AMICUS_NO_INDEX;
}

/* Clusters that hold the entity but not the group it moves to, and all groups in them. */
static GHashTable *
list_left (const Move *self)
{
  GHashTable *left = g_hash_table_new (NULL, NULL);
  AmicusGraph *graph = self->before;
  guint32 entity = amicus_graph_find_entity (graph, self->id).id;
  guint32 target = find_group (self->group, graph);
  guint32 n_groups = amicus_graph_get_n_groups (graph);

  for (guint32 cluster = 0; cluster < n_groups; cluster++)
    {
      if (!amicus_graph_is_cluster (graph, cluster) || !has_member (graph, cluster, entity) ||
          (target != AMICUS_NO_INDEX && is_around (graph, cluster, target)))
        continue;
      for (guint32 group = cluster; group < n_groups; group++)
        if (is_around (graph, cluster, group))
          g_hash_table_add (left, GUINT_TO_POINTER (group));
    }

  return left;
}

static void
free_name (gpointer name)
{
  amicus_name_free (name);
}

static GPtrArray *
list_homes (const Move *self)
{
  GPtrArray *homes = g_ptr_array_new_with_free_func (free_name);

  for (guint32 group = 0; group < amicus_graph_get_n_groups (self->before); group++)
    {
      guint32 parent = amicus_graph_get_parent (self->before, group);

      if (parent != AMICUS_NO_INDEX && g_hash_table_contains (self->left, GUINT_TO_POINTER (group)) &&
          !g_hash_table_contains (self->left, GUINT_TO_POINTER (parent)) &&
          has_member (self->before, group, amicus_graph_find_entity (self->before, self->id).id))
        g_ptr_array_add (homes, amicus_name_new (self->before, AMICUS_GROUP (parent)));
    }

  return homes;
}

static GArray *
list_relations (const Move *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Relation));
  guint n;
  const guint32 *relations = amicus_graph_get_relations_of (
    self->before, amicus_graph_find_entity (self->before, self->id).id, &n);

  g_array_set_clear_func (list, clear_relation);
  for (guint i = 0; i < n; i++)
    {
      AmicusElement element = AMICUS_RELATION (relations[i]);
      Relation relation = { amicus_name_new (self->before, element),
                            amicus_values_new (self->before, element), FALSE };

      g_array_append_val (list, relation);
    }

  return list;
}

/* Texts of the statements that say something of the entity alone, in groups that it leaves. */
static GPtrArray *
list_statements (const Move *self)
{
  g_auto (Editing) editing = { NULL };
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  guint n;
  const guint32 *mentions;

  amicus_editing_init (&editing, self->document);
  mentions = amicus_index_get (&editing.of_entity,
                               amicus_graph_find_entity (editing.graph, self->id).id, &n);
  for (guint i = 0; i < n; i++)
    {
      const AmicusMention *mention = &editing.mentions[mentions[i]];
      gsize length;
      const char *text = amicus_syntax_get_text (editing.syntax, mention->statement, &length);

      if (g_hash_table_contains (self->left, GUINT_TO_POINTER (mention->group)) &&
          amicus_syntax_get_kind (editing.syntax, mention->statement) == AMICUS_STATEMENT_NODE &&
          amicus_editing_has_settings (&editing, mention->statement) &&
          amicus_editing_count_ends (&editing, mention->statement) == 1)
        g_ptr_array_add (texts, g_strndup (text, length));
    }

  return texts;
}

static void
move_init (Move             *self,
           AmicusDocument   *document,
           const char       *id,
           const AmicusName *group)
{
  *self = (Move) { document, id, group };
  self->before = amicus_graph_ref (document->graph);
  self->values = amicus_values_new (self->before, amicus_graph_find_entity (self->before, id));
  self->left = list_left (self);
  self->homes = list_homes (self);
  self->statements = list_statements (self);
  self->relations = list_relations (self);
}

/* The entity's statements, or if they are written already its ID, one behind the other. */
static gboolean
write_statements (Move             *self,
                  const AmicusName *group,
                  GError          **error)
{
  g_auto (Editing) editing = { NULL };
  g_autoptr (GString) bare = g_string_new (NULL);
  AmicusStatement body, sibling;
  gboolean done = TRUE;

  amicus_editing_init (&editing, self->document);
  body = amicus_editing_find_body (&editing, find_group (group, editing.graph), group == self->group);
  if (body == AMICUS_NO_STATEMENT)
    return amicus_document_refuse (error, _("The group is told without braces, or as the end of a "
                                            "relation; it has to be edited in the text"));

  sibling = amicus_editing_find_last (&editing, body, AMICUS_STATEMENT_NODE);
  amicus_quote_id (bare, self->id, strlen (self->id));
  if (self->statements->len == 0)
    done = amicus_editing_insert (&editing, body, sibling, bare->str, error);
  for (guint i = 0; i < self->statements->len && done; i++)
    done = amicus_editing_insert (&editing, body, sibling, self->statements->pdata[i], error);
  g_ptr_array_set_size (self->statements, 0);

  return done && amicus_editing_apply (&editing, error);
}

static gboolean
is_in (const Move       *self,
       const AmicusName *group)
{
  AmicusGraph *graph = self->document->graph;
  AmicusElement entity = amicus_graph_find_entity (graph, self->id);
  guint32 number = find_group (group, graph);

  return entity.kind != AMICUS_ELEMENT_NONE &&
         (number == AMICUS_NO_INDEX || has_member (graph, number, entity.id));
}

/* Where it is to go, and where it is to stay. */
static gboolean
place (Move    *self,
       GError **error)
{
  if (self->group != NULL && !is_in (self, self->group) &&
      !write_statements (self, self->group, error))
    return FALSE;
  for (guint i = 0; i < self->homes->len; i++)
    if (!is_in (self, self->homes->pdata[i]) &&
        !write_statements (self, self->homes->pdata[i], error))
      return FALSE;

  return (is_in (self, NULL) && self->statements->len == 0) || write_statements (self, NULL, error);
}

/* Whether a relation is the one that was there: by its key, as the only one that may be, or by all it
 * says. */
static gboolean
is_same (AmicusGraph    *graph,
         guint32         relation,
         const Relation *old)
{
  const char *key = amicus_graph_get_key (graph, relation);
  g_autoptr (Values) values = NULL;

  if (old->is_found)
    return FALSE;
  if (g_strcmp0 (key, old->name->key) != 0)
    return FALSE;
  if (key != NULL || amicus_graph_is_strict (graph))
    return TRUE;

  values = amicus_values_new (graph, AMICUS_RELATION (relation));
  return amicus_values_equal (values, old->values);
}

static gboolean
has_ends (AmicusGraph    *graph,
          guint32         relation,
          const Relation *old)
{
  guint32 tail, head;
  guint32 old_tail = amicus_graph_find_entity (graph, old->name->tail).id;
  guint32 old_head = amicus_graph_find_entity (graph, old->name->head).id;

  amicus_graph_get_ends (graph, relation, &tail, &head);

  return (tail == old_tail && head == old_head) ||
         (!amicus_graph_is_directed (graph) && tail == old_head && head == old_tail);
}

/* Marks the relations that are still there. */
static void
find_relations (Move *self)
{
  AmicusGraph *graph = self->document->graph;
  guint n;
  const guint32 *relations =
    amicus_graph_get_relations_of (graph, amicus_graph_find_entity (graph, self->id).id, &n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < self->relations->len; j++)
      {
        Relation *old = &g_array_index (self->relations, Relation, j);

        if (has_ends (graph, relations[i], old) && is_same (graph, relations[i], old))
          {
            old->is_found = TRUE;
            break;
          }
      }
}

/* Where there are no directions, what is left of a relation may be written the other way round. */
static void
turn_ports (const Relation *relation,
            AmicusGraph    *graph)
{
  g_autofree char *tail_port = g_strdup (amicus_values_find (relation->values, "tailport"));
  g_autofree char *head_port = g_strdup (amicus_values_find (relation->values, "headport"));
  AmicusElement now = amicus_name_find (relation->name, graph);
  guint32 tail, head;

  amicus_graph_get_ends (graph, now.id, &tail, &head);
  if (tail == amicus_graph_find_entity (graph, relation->name->tail).id)
    return;
  amicus_values_put (relation->values, "tailport", head_port);
  amicus_values_put (relation->values, "headport", tail_port);
}

static gboolean
restore_relation (Move            *self,
                  const Relation  *relation,
                  GError         **error)
{
  AmicusGraph *graph = self->document->graph;
  g_autoptr (AmicusName) made = NULL;

  if (relation->is_found && relation->name->key == NULL && !amicus_graph_is_strict (graph))
    return TRUE;
  if (relation->is_found)
    {
      turn_ports (relation, graph);
      return amicus_document_settle (self->document, relation->name, relation->values, error);
    }
  made = amicus_document_connect_exactly (self->document, relation->name, relation->values, error);

  return made != NULL;
}

static gboolean
restore_relations (Move    *self,
                   GError **error)
{
  find_relations (self);
  for (guint i = 0; i < self->relations->len; i++)
    if (!restore_relation (self, &g_array_index (self->relations, Relation, i), error))
      return FALSE;

  return TRUE;
}

/* A relation that goes to a whole group goes to whoever comes into it. */
static gboolean
check_numbers (const Move  *self,
               GError     **error)
{
  AmicusGraph *after = self->document->graph;

  return (amicus_graph_get_n_entities (after) == amicus_graph_get_n_entities (self->before) &&
          amicus_graph_get_n_relations (after) == amicus_graph_get_n_relations (self->before)) ||
         amicus_document_refuse (error, _("Other relations would come or go with it; it has to be edited "
                                          "in the text"));
}

static gboolean
move (Move    *self,
      GError **error)
{
  g_autoptr (AmicusName) name = amicus_name_new_entity (self->id);

  return amicus_document_remove_mentions (self->document, self->id, self->left, error) &&
         place (self, error) && restore_relations (self, error) &&
         amicus_document_settle (self->document, name, self->values, error) &&
         check_numbers (self, error);
}

static char *
name_step (AmicusDocument   *self,
           const char       *id,
           const AmicusName *group)
{
  g_autofree char *label = amicus_document_label (self, id);
  g_autofree char *group_label = NULL;

  if (group == NULL)
    /* Translators: name of an entity */
    return g_strdup_printf (_("Move %s Out of Its Group"), label);

  group_label = amicus_document_label_of (self, amicus_name_find (group, self->graph));
  /* Translators: name of an entity, and of a group */
  return g_strdup_printf (_("Move %s to %s"), label, group_label);
}

/**
 * amicus_document_move:
 * @self: a document
 * @id: ID of an entity
 * @group: (nullable): the group to which it is to belong, or %NULL for none
 * @error: a [error@DocumentError]
 *
 * Puts an entity in a group, and takes it out of the clusters that are not around that. Groups that
 * are not drawn, such as those of a rank, keep it unless they stand in a cluster that it leaves. Its
 * attributes and relations stay as they are.
 *
 * Returns: whether it was done
 */
gboolean
amicus_document_move (AmicusDocument    *self,
                      const char        *id,
                      const AmicusName  *group,
                      GError           **error)
{
  g_auto (Move) state = { NULL };
  g_autoptr (AmicusName) name = NULL;
  g_autofree char *step = NULL;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (group == NULL || group->kind == AMICUS_ELEMENT_GROUP, FALSE);

  name = amicus_name_new_entity (id);
  if (amicus_document_find (self, name, error).kind == AMICUS_ELEMENT_NONE ||
      (group != NULL && amicus_document_find (self, group, error).kind == AMICUS_ELEMENT_NONE))
    return FALSE;

  step = name_step (self, id, group);
  move_init (&state, self, id, group);
  amicus_document_begin (self, step);

  return amicus_document_conclude (self, move (&state, error));
}
