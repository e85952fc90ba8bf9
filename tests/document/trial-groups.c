/* SPDX-License-Identifier: GPL-3.0-or-later
 * Into groups and out of them. */

#include "tests/document/trial.h"

#include <string.h>

#include "document/commands.h"

static ModelGroup *
get_group (Model *model,
           guint  group)
{
  return model->groups->pdata[group];
}

static gboolean
is_around (Model *model,
           guint  outer,
           guint  group)
{
  while (group != outer && group != G_MAXUINT)
    group = get_group (model, group)->parent;

  return group == outer;
}

static gboolean
is_cluster (Model *model,
            guint  group)
{
  const ModelGroup *tested = get_group (model, group);

  return (tested->id != NULL && g_str_has_prefix (tested->id, "cluster")) ||
         g_strcmp0 (g_hash_table_lookup (tested->attributes, "cluster"), "true") == 0;
}

/* Out of clusters that are not around the target, and all in them; into that and all around it. */
static void
expect_moved (Model      *model,
              const char *id,
              guint       target)
{
  g_autofree gboolean *leaves = g_new0 (gboolean, model->groups->len + 1);

  for (guint i = 0; i < model->groups->len; i++)
    leaves[i] = is_cluster (model, i) && g_hash_table_contains (get_group (model, i)->members, id) &&
                (target == G_MAXUINT || !is_around (model, i, target));
  for (guint i = 0; i < model->groups->len; i++)
    for (guint j = 0; j < model->groups->len; j++)
      if (leaves[i] && is_around (model, i, j))
        g_hash_table_remove (get_group (model, j)->members, id);
  for (; target != G_MAXUINT; target = get_group (model, target)->parent)
    g_hash_table_add (get_group (model, target)->members, g_strdup (id));
}

gboolean
trial_move (Trial *self)
{
  const char *id = trial_pick_id (self);
  guint n_groups = amicus_graph_get_n_groups (self->graph);
  guint target = trial_pick (self, n_groups + 1);
  g_autoptr (AmicusName) group = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (id == NULL || n_groups == 0)
    return FALSE;
  self->subject = g_strdup (id);
  trial_say (self, "move %s to group %u\n", id, target);
  if (target < n_groups)
    group = amicus_name_new (self->graph, AMICUS_GROUP (target));
  done = amicus_document_move (self->document, self->subject, group, &error);
  if (!trial_may_be_done (self, done, error))
    return FALSE;

  expect_moved (self->expected, id, target < n_groups ? target : G_MAXUINT);
  self->expected->any_order = TRUE;

  return TRUE;
}

/* Puts the new group, as it is found, among those that are expected. */
static guint
expect_group (Trial      *self,
              const char *id)
{
  g_autoptr (Model) after = model_of_graph (amicus_document_get_graph (self->document));
  guint place = 0;
  ModelGroup *made;

  while (place < after->groups->len && g_strcmp0 (get_group (after, place)->id, id) != 0)
    place++;
  if (place == after->groups->len)
    give_up (self, "the group is not there", id, "");
  made = g_ptr_array_steal_index (after->groups, place);
  for (guint i = 0; i < self->expected->groups->len; i++)
    {
      ModelGroup *group = get_group (self->expected, i);

      group->parent += group->parent != G_MAXUINT && group->parent >= place ? 1 : 0;
    }
  g_hash_table_remove_all (made->members);
  g_ptr_array_insert (self->expected->groups, (int) place, made);

  return place;
}

gboolean
trial_group (Trial *self)
{
  const char *ids[] = { trial_pick_id (self), trial_pick_id (self) };
  guint n_ids = 1 + trial_pick (self, 2);
  g_autoptr (AmicusName) made = NULL;
  g_autoptr (GError) error = NULL;
  guint place;

  if (ids[0] == NULL)
    return FALSE;
  trial_say (self, "group %s %s\n", ids[0], n_ids > 1 ? ids[1] : "");
  self->subject = g_strdup (ids[0]);
  self->other_subject = g_strdup (ids[n_ids - 1]);
  made = amicus_document_group (self->document, ids, n_ids, "The new", &error);
  if (!trial_may_be_done (self, made != NULL, error))
    return FALSE;

  place = expect_group (self, made->id);
  for (guint i = 0; i < n_ids; i++)
    expect_moved (self->expected, ids[i], place);
  self->expected->any_order = TRUE;

  return TRUE;
}

/* Every group of a name that there was has the members it had. */
static void
check_members (Trial      *self,
               Model      *after,
               guint       gone)
{
  for (guint i = 0; i < self->expected->groups->len; i++)
    {
      const ModelGroup *old = get_group (self->expected, i);
      gboolean found = i == gone || old->id == NULL;

      for (guint j = 0; j < after->groups->len && !found; j++)
        found = g_strcmp0 (get_group (after, j)->id, old->id) == 0 &&
                g_hash_table_size (get_group (after, j)->members) == g_hash_table_size (old->members);
      if (!found)
        give_up (self, "a group has other members", old->id, "");
    }
}

gboolean
trial_ungroup (Trial *self)
{
  guint n_groups = amicus_graph_get_n_groups (self->graph);
  g_autoptr (AmicusName) name = NULL;
  g_autoptr (Model) after = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;
  guint gone;

  if (n_groups == 0)
    return FALSE;
  gone = trial_pick (self, n_groups);
  name = amicus_name_new (self->graph, AMICUS_GROUP (gone));
  trial_say (self, "ungroup %s %u\n", name->id == NULL ? "-" : name->id, name->nth);
  /* What its own attributes were is not to be there any more. */
  self->is_any_statement = TRUE;
  done = amicus_document_ungroup (self->document, name, &error);
  if (!trial_may_be_done (self, done, error))
    return FALSE;

  after = model_of_graph (amicus_document_get_graph (self->document));
  check_members (self, after, gone);
  g_ptr_array_unref (self->expected->groups);
  self->expected->groups = g_ptr_array_ref (after->groups);

  return TRUE;
}
