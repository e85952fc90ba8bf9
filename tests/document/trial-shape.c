/* SPDX-License-Identifier: GPL-3.0-or-later
 * Other ends, the same once more, two that are one, citations. */

#include "tests/document/trial.h"

#include <string.h>

#include "document/commands.h"
#include "graph/evidence.h"
#include "tests/document/author.h"

static GHashTable *
copy_map (GHashTable *map)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, map);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (copy, g_strdup (name), g_strdup (value));

  return copy;
}

static void
set_text (char       **text,
          const char  *new)
{
  g_free (*text);
  *text = g_strdup (new);
}

gboolean
trial_retarget (Trial *self)
{
  guint32 relation;
  g_autoptr (AmicusName) name = NULL;
  g_autoptr (AmicusName) made = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_strdup (trial_pick_id (self));
  gboolean at_tail = trial_pick (self, 2) == 0;
  ModelRelation *expected;

  if (id == NULL || !trial_pick_relation (self, &relation, &name))
    return FALSE;
  trial_say (self, "retarget %s to %s\n", at_tail ? "tail" : "head", id);
  made = amicus_document_retarget (self->document, name, at_tail ? id : NULL, at_tail ? NULL : id, &error);
  if (!trial_may_be_done (self, made != NULL, error))
    return FALSE;

  expected = self->expected->relations->pdata[relation];
  if (strcmp (at_tail ? expected->tail : expected->head, id) != 0)
    model_set (expected->attributes, at_tail ? "tailport" : "headport", NULL);
  set_text (at_tail ? &expected->tail : &expected->head, id);
  self->expected->any_order = TRUE;

  return TRUE;
}

/* The groups of a new entity are those of the place where it stands. */
static void
expect_member (Trial      *self,
               const char *id)
{
  g_autoptr (Model) after = model_of_graph (amicus_document_get_graph (self->document));

  for (guint i = 0; i < after->groups->len && i < self->expected->groups->len; i++)
    if (g_hash_table_contains (((ModelGroup *) after->groups->pdata[i])->members, id))
      g_hash_table_add (((ModelGroup *) self->expected->groups->pdata[i])->members, g_strdup (id));
}

static void
double_relations (Trial      *self,
                  const char *id,
                  const char *new_id)
{
  for (guint i = self->expected->relations->len; i > 0; i--)
    {
      const ModelRelation *relation = self->expected->relations->pdata[i - 1];
      const char *tail = strcmp (relation->tail, id) == 0 ? new_id : relation->tail;
      const char *head = strcmp (relation->head, id) == 0 ? new_id : relation->head;

      if (tail == new_id || head == new_id)
        model_add_relation (self->expected, tail, head, relation->key,
                            copy_map (relation->attributes));
    }
}

gboolean
trial_duplicate_entity (Trial *self)
{
  const char *id = trial_pick_id (self);
  gboolean with_relations = trial_pick (self, 2) == 0;
  g_autofree char *new_id = NULL;
  g_autoptr (GError) error = NULL;

  if (id == NULL)
    return FALSE;
  self->subject = g_strdup (id);
  trial_say (self, "duplicate %s%s\n", id, with_relations ? " with relations" : "");
  new_id = amicus_document_duplicate_entity (self->document, self->subject, with_relations, &error);
  /* With a key there may be two in a strict graph, of which only one can be written anew. */
  if (amicus_graph_is_strict (self->graph) ? !trial_may_be_done (self, new_id != NULL, error)
                                           : !trial_is_done (self, new_id != NULL, error))
    return FALSE;

  g_hash_table_insert (self->expected->entities, g_strdup (new_id),
                       copy_map (g_hash_table_lookup (self->expected->entities, id)));
  model_set (g_hash_table_lookup (self->expected->entities, new_id), "pos", NULL);
  expect_member (self, new_id);
  if (with_relations)
    double_relations (self, id, new_id);
  self->expected->any_order = TRUE;

  return TRUE;
}

gboolean
trial_duplicate_relation (Trial *self)
{
  guint32 relation;
  g_autoptr (AmicusName) name = NULL;
  g_autoptr (AmicusName) made = NULL;
  g_autoptr (GError) error = NULL;
  const ModelRelation *old;

  if (!trial_pick_relation (self, &relation, &name))
    return FALSE;
  trial_say (self, "duplicate\n");
  made = amicus_document_duplicate_relation (self->document, name, &error);
  if (amicus_graph_is_strict (self->graph))
    {
      g_assert_error (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_REFUSED);
      return FALSE;
    }
  if (!trial_is_done (self, made != NULL, error))
    return FALSE;

  old = self->expected->relations->pdata[relation];
  g_assert_nonnull (made->key);
  model_add_relation (self->expected, old->tail, old->head, made->key, copy_map (old->attributes));
  self->expected->any_order = TRUE;

  return TRUE;
}

/* The citations as they were, and one more. */
static void
check_cited (Trial      *self,
             GArray     *before,
             GArray     *after,
             const char *source,
             const char *locator,
             const char *quote)
{
  const AmicusCitation *last = &g_array_index (after, AmicusCitation, after->len - 1);
  g_autofree char *stripped = g_strstrip (g_strdup (locator));

  g_assert_cmpuint (after->len, ==, before->len + 1);
  for (guint i = 0; i < before->len; i++)
    {
      const AmicusCitation *old = &g_array_index (before, AmicusCitation, i);
      const AmicusCitation *new = &g_array_index (after, AmicusCitation, i);

      if (strcmp (old->source_id, new->source_id) != 0 || strcmp (old->locator, new->locator) != 0 ||
          strcmp (old->quote, new->quote) != 0)
        give_up (self, "another citation has changed", old->quote, new->quote);
    }
  if (strcmp (last->locator, stripped) != 0 || strcmp (last->quote, quote) != 0)
    give_up (self, "what was cited is read otherwise", quote, last->quote);
  g_assert_cmpstr (last->source_id, ==, source);
}

gboolean
trial_cite (Trial *self)
{
  const char *id = trial_pick_id (self);
  const char *source = trial_pick_id (self);
  const char *locator = author_values[trial_pick (self, N_AUTHOR_VALUES)];
  const char *quote = author_values[trial_pick (self, N_AUTHOR_VALUES)];
  g_autoptr (AmicusName) name = NULL;
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  g_autoptr (GError) error = NULL;
  AmicusGraph *graph;
  gboolean done;

  if (id == NULL)
    return FALSE;
  self->subject = g_strdup (id);
  trial_say (self, "%s cites %s; %s; %s\n", id, source, locator, quote);
  name = amicus_name_new_entity (id);
  before = amicus_graph_get_citations (self->graph, amicus_name_find (name, self->graph));
  self->expected->any_order = TRUE;
  done = amicus_document_cite (self->document, name, source, locator, quote, &error);
  if (!trial_is_done (self, done, error))
    return FALSE;

  graph = amicus_document_get_graph (self->document);
  after = amicus_graph_get_citations (graph, amicus_name_find (name, graph));
  check_cited (self, before, after, source, locator, quote);
  model_set (g_hash_table_lookup (self->expected->entities, id), "cites",
             amicus_graph_get_attribute (graph, amicus_name_find (name, graph), "cites"));

  return TRUE;
}

static const char *
follow (const char *id,
        const char *gone,
        const char *kept)
{
  return strcmp (id, gone) == 0 ? kept : id;
}

/* Whether two relations will be between the same ends, and one of them is of the entity that goes. */
static gboolean
come_together (Model      *model,
               guint       first,
               guint       second,
               const char *gone,
               const char *kept)
{
  const ModelRelation *a = model->relations->pdata[first];
  const ModelRelation *b = model->relations->pdata[second];
  const char *tail = follow (a->tail, gone, kept);
  const char *head = follow (a->head, gone, kept);
  const char *other_tail = follow (b->tail, gone, kept);
  const char *other_head = follow (b->head, gone, kept);

  return (strcmp (tail, other_tail) == 0 && strcmp (head, other_head) == 0) ||
         (!model->directed && strcmp (tail, other_head) == 0 && strcmp (head, other_tail) == 0);
}

/* Whether a relation without direction, which may be told both ways with a port, becomes a loop. */
static gboolean
makes_turned_loop (Trial      *self,
                   const char *gone,
                   const char *kept)
{
  for (guint i = 0; i < self->expected->relations->len && !self->expected->directed; i++)
    {
      const ModelRelation *relation = self->expected->relations->pdata[i];

      if ((relation->key != NULL || amicus_graph_is_strict (self->graph)) &&
          strcmp (relation->tail, relation->head) != 0 &&
          strcmp (follow (relation->tail, gone, kept), follow (relation->head, gone, kept)) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Where relations would be united, examples tell what of. */
static gboolean
has_collision (Trial      *self,
               const char *gone,
               const char *kept)
{
  GPtrArray *relations = self->expected->relations;

  for (guint i = 0; i < relations->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const char *key = ((ModelRelation *) relations->pdata[i])->key;
        const char *other_key = ((ModelRelation *) relations->pdata[j])->key;

        if (come_together (self->expected, i, j, gone, kept) &&
            (amicus_graph_is_strict (self->graph) ||
             (key != NULL && g_strcmp0 (key, other_key) == 0)))
          return TRUE;
      }

  return FALSE;
}

static void
expect_relations (Trial      *self,
                  const char *gone,
                  const char *kept)
{
  for (guint i = self->expected->relations->len; i > 0; i--)
    {
      ModelRelation *relation = self->expected->relations->pdata[i - 1];
      gboolean between = strcmp (relation->tail, relation->head) != 0 &&
                         strcmp (follow (relation->tail, gone, kept), kept) == 0 &&
                         strcmp (follow (relation->head, gone, kept), kept) == 0;

      if (between && g_hash_table_lookup (relation->attributes, "cites") == NULL &&
          g_hash_table_lookup (relation->attributes, "saidBy") == NULL)
        g_ptr_array_remove_index (self->expected->relations, i - 1);
      else
        {
          if (strcmp (relation->tail, gone) == 0)
            set_text (&relation->tail, kept);
          if (strcmp (relation->head, gone) == 0)
            set_text (&relation->head, kept);
        }
    }
}

/* Items of the one, then those of the other that are not among them. */
static char *
unite (const char *list,
       const char *other)
{
  g_auto (GStrv) items = amicus_list_split (other);
  g_autoptr (GString) united = g_string_new (list);

  for (char **item = items; *item != NULL; item++)
    {
      g_auto (GStrv) now = amicus_list_split (united->str);

      if (!g_strv_contains ((const char *const *) now, *item))
        g_string_append_printf (united, "%s%s%s", g_str_has_suffix (united->str, "\\") ? " " : "",
                                united->len > 0 ? "\\n" : "", *item);
    }

  return g_string_free (g_steal_pointer (&united), FALSE);
}

static char *
read_label (AmicusGraph *graph,
            const char  *id)
{
  char *label = amicus_graph_get_label (graph, amicus_graph_find_entity (graph, id), "");

  return g_strstrip (g_strdelimit (label, "\n", ' '));
}

static void
expect_values (Trial      *self,
               const char *gone,
               const char *kept)
{
  GHashTable *attributes = g_hash_table_lookup (self->expected->entities, kept);
  GHashTableIter iter;
  gpointer name, value;
  g_autofree char *label = read_label (self->graph, gone);
  g_autofree char *own_label = read_label (self->graph, kept);
  gboolean named = g_hash_table_contains (attributes, "label");

  g_hash_table_iter_init (&iter, g_hash_table_lookup (self->expected->entities, gone));
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      const char *own = g_hash_table_lookup (attributes, name);
      g_autofree char *united = NULL;

      if (own == NULL)
        model_set (attributes, name, value);
      else if (strcmp (name, "cites") == 0 || strcmp (name, "saidBy") == 0)
        {
          united = unite (own, value);
          model_set (attributes, name, united);
        }
    }
  if (named && strcmp (label, own_label) != 0)
    model_set (attributes, "alias", label);
}

static void
expect_groups (Trial      *self,
               const char *gone,
               const char *kept)
{
  for (guint i = 0; i < self->expected->groups->len; i++)
    {
      GHashTable *members = ((ModelGroup *) self->expected->groups->pdata[i])->members;

      if (g_hash_table_remove (members, gone))
        g_hash_table_add (members, g_strdup (kept));
    }
}

gboolean
trial_merge (Trial *self)
{
  g_autofree char *kept = g_strdup (trial_pick_id (self));
  const char *gone = trial_pick_id (self);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (kept == NULL || strcmp (kept, gone) == 0 || has_collision (self, gone, kept) ||
      makes_turned_loop (self, gone, kept) ||
      amicus_graph_get_attribute (self->graph, amicus_graph_find_entity (self->graph, kept),
                                  "alias") != NULL)
    return FALSE;
  trial_say (self, "merge %s into %s\n", gone, kept);
  self->subject = g_strdup (gone);
  self->other_subject = g_strdup (kept);
  done = amicus_document_merge (self->document, kept, gone, NULL, &error);
  if (!trial_may_be_done (self, done, error))
    return FALSE;

  trial_change_references (self->expected, gone, kept);
  expect_relations (self, gone, kept);
  expect_values (self, gone, kept);
  expect_groups (self, gone, kept);
  g_hash_table_remove (self->expected->entities, gone);
  self->expected->any_order = TRUE;

  return TRUE;
}
