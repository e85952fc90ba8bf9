/* SPDX-License-Identifier: GPL-3.0-or-later
 * Groups, and who is in them. */

#define G_LOG_DOMAIN "amicus-graph"

#include "graph/graph-private.h"

#include <string.h>

static const Group *
get_group (AmicusGraph *self,
           guint32 group)
{
  return &g_array_index (self->groups, Group, group);
}

/**
 * amicus_graph_get_parent:
 * @self: a graph
 * @group: a group
 *
 * Returns: the group in which it stands, or %AMICUS_NO_INDEX if that is the graph itself
 */
guint32
amicus_graph_get_parent (AmicusGraph *self,
                         guint32 group)
{
  g_return_val_if_fail (self != NULL, AMICUS_NO_INDEX);
  g_return_val_if_fail (group < self->groups->len, AMICUS_NO_INDEX);

  return get_group (self, group)->parent;
}

/**
 * amicus_graph_is_cluster:
 * @self: a graph
 * @group: a group
 *
 * Returns: whether it is drawn as a hull: its ID begins with `cluster`, or it has `cluster=true`
 */
gboolean
amicus_graph_is_cluster (AmicusGraph *self,
                         guint32 group)
{
  const char *id, *value;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (group < self->groups->len, FALSE);

  id = amicus_graph_get_id (self, AMICUS_GROUP (group));
  if (id != NULL && g_str_has_prefix (id, "cluster"))
    return TRUE;

  value = amicus_graph_get_own_attribute (self, AMICUS_GROUP (group), "cluster");

  return value != NULL && (g_ascii_strcasecmp (value, "true") == 0 ||
                           g_ascii_strcasecmp (value, "yes") == 0 || strcmp (value, "1") == 0);
}

/**
 * amicus_graph_get_members:
 * @self: a graph
 * @group: a group
 * @n_entities: (out): how many
 *
 * Returns: (transfer none) (array length=n_entities): the entities in it and in the groups inside
 *   it, in order of creation
 */
const guint32 *
amicus_graph_get_members (AmicusGraph *self,
                          guint32 group,
                          guint *n_entities)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (group < self->groups->len, NULL);
  g_return_val_if_fail (n_entities != NULL, NULL);

  return amicus_membership_get (&self->membership, group, n_entities);
}

/* For each group, itself or the next one outside that is a cluster. Parents come first. */
static guint32 *
find_enclosing_clusters (AmicusGraph *self)
{
  guint32 *enclosing = g_new (guint32, self->groups->len);

  for (guint32 i = 0; i < self->groups->len; i++)
    {
      guint32 parent = get_group (self, i)->parent;

      if (amicus_graph_is_cluster (self, i))
        enclosing[i] = i;
      else
        enclosing[i] = parent == AMICUS_NO_INDEX ? AMICUS_NO_INDEX : enclosing[parent];
    }

  return enclosing;
}

static gboolean
is_inside (AmicusGraph *self,
           guint32 inner,
           guint32 outer)
{
  guint32 depth = get_group (self, outer)->depth;

  while (get_group (self, inner)->depth > depth)
    inner = get_group (self, inner)->parent;

  return inner == outer;
}

/* The first cluster that names an entity holds it; a cluster inside that one takes it over. */
static void
find_clusters (AmicusGraph *self)
{
  g_autofree guint32 *enclosing = find_enclosing_clusters (self);
  guint n_mentions = amicus_membership_n_mentions (&self->membership);

  self->clusters = g_new (guint32, MAX (self->entities->len, 1));
  for (guint32 i = 0; i < self->entities->len; i++)
    self->clusters[i] = AMICUS_NO_INDEX;

  for (guint i = 0; i < n_mentions; i++)
    {
      guint32 group, entity;

      amicus_membership_get_mention (&self->membership, i, &group, &entity);
      group = enclosing[group];
      if (group != AMICUS_NO_INDEX && (self->clusters[entity] == AMICUS_NO_INDEX ||
                                       is_inside (self, group, self->clusters[entity])))
        self->clusters[entity] = group;
    }
}

/**
 * amicus_graph_get_cluster_of:
 * @self: a graph
 * @entity: an entity
 *
 * Returns: the innermost cluster that holds it, the first in the file where several do; or
 *   %AMICUS_NO_INDEX
 */
guint32
amicus_graph_get_cluster_of (AmicusGraph *self,
                             guint32 entity)
{
  g_return_val_if_fail (self != NULL, AMICUS_NO_INDEX);
  g_return_val_if_fail (entity < self->entities->len, AMICUS_NO_INDEX);

  self = amicus_graph_origin (self);
  if (self->clusters == NULL)
    find_clusters (self);

  return self->clusters[entity];
}
