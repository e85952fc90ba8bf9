/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/document/model.h"

#include <graphviz/cgraph.h>
#include <string.h>

static GHashTable *
new_map (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
free_relation (gpointer data)
{
  ModelRelation *relation = data;

  g_free (relation->tail);
  g_free (relation->head);
  g_free (relation->key);
  g_hash_table_unref (relation->attributes);
  g_free (relation);
}

static void
free_group (gpointer data)
{
  ModelGroup *group = data;

  g_free (group->id);
  g_hash_table_unref (group->attributes);
  g_hash_table_unref (group->members);
  g_free (group);
}

static void
unref_map (gpointer data)
{
  g_hash_table_unref (data);
}

static Model *
model_new (void)
{
  Model *self = g_new0 (Model, 1);

  self->entities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_map);
  self->relations = g_ptr_array_new_with_free_func (free_relation);
  self->groups = g_ptr_array_new_with_free_func (free_group);
  self->attributes = new_map ();

  return self;
}

void
model_free (Model *self)
{
  g_hash_table_unref (self->entities);
  g_ptr_array_unref (self->relations);
  g_ptr_array_unref (self->groups);
  g_hash_table_unref (self->attributes);
  g_free (self);
}

void
model_set (GHashTable *attributes,
           const char *name,
           const char *value)
{
  if (value == NULL || *value == '\0')
    g_hash_table_remove (attributes, name);
  else
    g_hash_table_insert (attributes, g_strdup (name), g_strdup (value));
}

static void
swap_ends (ModelRelation *relation)
{
  char *tail = relation->tail;
  g_autofree char *tail_port = g_strdup (g_hash_table_lookup (relation->attributes, "tailport"));
  g_autofree char *head_port = g_strdup (g_hash_table_lookup (relation->attributes, "headport"));

  relation->tail = relation->head;
  relation->head = tail;
  model_set (relation->attributes, "tailport", head_port);
  model_set (relation->attributes, "headport", tail_port);
}

/* Of a loop the port tells which end would come first. */
static gboolean
is_backwards (const ModelRelation *relation)
{
  int order = strcmp (relation->tail, relation->head);

  if (order == 0)
    order = g_strcmp0 (g_hash_table_lookup (relation->attributes, "tailport"),
                       g_hash_table_lookup (relation->attributes, "headport"));

  return order > 0;
}

/* Where there is no direction, which end came first means nothing. */
static void
forget_direction (Model *self)
{
  for (guint i = 0; i < self->relations->len; i++)
    {
      ModelRelation *relation = self->relations->pdata[i];

      if (is_backwards (relation))
        swap_ends (relation);
    }
}

/* Takes @attributes. */
void
model_add_relation (Model      *self,
                    const char *tail,
                    const char *head,
                    const char *key,
                    GHashTable *attributes)
{
  ModelRelation *relation = g_new (ModelRelation, 1);

  *relation = (ModelRelation) { g_strdup (tail), g_strdup (head), g_strdup (key), attributes };
  g_ptr_array_add (self->relations, relation);
}

static ModelGroup *
add_group (Model      *self,
           const char *id,
           guint       parent,
           GHashTable *attributes)
{
  ModelGroup *group = g_new (ModelGroup, 1);

  *group = (ModelGroup) { g_strdup (id), parent, attributes,
                          g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  g_ptr_array_add (self->groups, group);

  return group;
}

static GHashTable *
read_attributes (AmicusGraph   *graph,
                 AmicusElement  element)
{
  GHashTable *map = new_map ();
  g_autoptr (GArray) attributes = amicus_graph_list_attributes (graph, element);

  for (guint i = 0; i < attributes->len; i++)
    {
      const AmicusAttribute *attribute = &g_array_index (attributes, AmicusAttribute, i);

      model_set (map, attribute->name, attribute->value);
    }

  return map;
}

static void
read_group (Model       *self,
            AmicusGraph *graph,
            guint32      group)
{
  guint32 parent = amicus_graph_get_parent (graph, group);
  ModelGroup *read = add_group (self, amicus_graph_get_id (graph, AMICUS_GROUP (group)),
                                parent == AMICUS_NO_INDEX ? G_MAXUINT : parent,
                                read_attributes (graph, AMICUS_GROUP (group)));
  guint n;
  const guint32 *members = amicus_graph_get_members (graph, group, &n);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (read->members,
                      g_strdup (amicus_graph_get_id (graph, AMICUS_ENTITY (members[i]))));
}

Model *
model_of_graph (AmicusGraph *graph)
{
  Model *self = model_new ();

  g_hash_table_unref (self->attributes);
  self->attributes = read_attributes (graph, AMICUS_WHOLE_GRAPH);
  for (guint32 i = 0; i < amicus_graph_get_n_entities (graph); i++)
    g_hash_table_insert (self->entities, g_strdup (amicus_graph_get_id (graph, AMICUS_ENTITY (i))),
                         read_attributes (graph, AMICUS_ENTITY (i)));
  for (guint32 i = 0; i < amicus_graph_get_n_relations (graph); i++)
    {
      guint32 tail, head;

      amicus_graph_get_ends (graph, i, &tail, &head);
      model_add_relation (self, amicus_graph_get_id (graph, AMICUS_ENTITY (tail)),
                          amicus_graph_get_id (graph, AMICUS_ENTITY (head)),
                          amicus_graph_get_key (graph, i),
                          read_attributes (graph, AMICUS_RELATION (i)));
    }
  for (guint32 i = 0; i < amicus_graph_get_n_groups (graph); i++)
    read_group (self, graph, i);
  self->directed = amicus_graph_is_directed (graph);

  return self;
}

static GHashTable *
read_cgraph_attributes (Agraph_t *root,
                        int       kind,
                        void     *object)
{
  GHashTable *map = new_map ();

  for (Agsym_t *symbol = agnxtattr (root, kind, NULL); symbol != NULL;
       symbol = agnxtattr (root, kind, symbol))
    model_set (map, symbol->name, agxget (object, symbol));

  return map;
}

static int
compare_sequence (gconstpointer a,
                  gconstpointer b)
{
  Agobj_t *const *first = a;
  Agobj_t *const *second = b;

  return (AGSEQ (*first) > AGSEQ (*second)) - (AGSEQ (*first) < AGSEQ (*second));
}

static void
read_cgraph_edges (Model    *self,
                   Agraph_t *root)
{
  g_autoptr (GPtrArray) edges = g_ptr_array_new ();

  for (Agnode_t *node = agfstnode (root); node != NULL; node = agnxtnode (root, node))
    for (Agedge_t *edge = agfstout (root, node); edge != NULL; edge = agnxtout (root, edge))
      g_ptr_array_add (edges, edge);
  g_ptr_array_sort (edges, compare_sequence);
  for (guint i = 0; i < edges->len; i++)
    {
      Agedge_t *edge = edges->pdata[i];

      model_add_relation (self, agnameof (agtail (edge)), agnameof (aghead (edge)), agnameof (edge),
                          read_cgraph_attributes (root, AGEDGE, edge));
    }
}

static void
read_cgraph_groups (Model    *self,
                    Agraph_t *root)
{
  g_autoptr (GPtrArray) subgraphs = g_ptr_array_new ();

  g_ptr_array_add (subgraphs, root);
  for (guint i = 0; i < subgraphs->len; i++)
    for (Agraph_t *child = agfstsubg (subgraphs->pdata[i]); child != NULL; child = agnxtsubg (child))
      g_ptr_array_add (subgraphs, child);
  g_ptr_array_remove_index (subgraphs, 0);
  g_ptr_array_sort (subgraphs, compare_sequence);

  for (guint i = 0; i < subgraphs->len; i++)
    {
      Agraph_t *subgraph = subgraphs->pdata[i];
      g_autofree char *invented = g_strdup_printf ("%%%" G_GUINT64_FORMAT, (guint64) AGID (subgraph));
      const char *id = agnameof (subgraph);
      guint parent = G_MAXUINT;
      ModelGroup *group;

      g_ptr_array_find (subgraphs, agparent (subgraph), &parent);
      group = add_group (self, g_strcmp0 (id, invented) == 0 ? NULL : id, parent,
                         read_cgraph_attributes (root, AGRAPH, subgraph));
      for (Agnode_t *node = agfstnode (subgraph); node != NULL; node = agnxtnode (subgraph, node))
        g_hash_table_add (group->members, g_strdup (agnameof (node)));
    }
}

static int
ignore (char *message)
{
  return 0;
}

void
model_quieten (void)
{
  agseterrf (ignore);
}

Model *
model_of_cgraph (GBytes *bytes)
{
  g_autofree char *text = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  Model *self;
  Agraph_t *root;

  text = g_strndup (data, length);
  agreseterrors ();
  root = agmemread (text);
  if (root == NULL || agerrors () != 0)
    {
      if (root != NULL)
        agclose (root);
      return NULL;
    }

  self = model_new ();
  g_hash_table_unref (self->attributes);
  self->attributes = read_cgraph_attributes (root, AGRAPH, root);
  for (Agnode_t *node = agfstnode (root); node != NULL; node = agnxtnode (root, node))
    g_hash_table_insert (self->entities, g_strdup (agnameof (node)),
                         read_cgraph_attributes (root, AGNODE, node));
  read_cgraph_edges (self, root);
  read_cgraph_groups (self, root);
  self->directed = agisdirected (root);
  agclose (root);

  return self;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static char **
sort_keys (GHashTable *table)
{
  guint n;
  char **keys = (char **) g_hash_table_get_keys_as_array (table, &n);

  qsort (keys, n, sizeof *keys, compare_strings);

  return keys;
}

static void
write_attributes (GString    *text,
                  GHashTable *attributes)
{
  g_autofree char **names = sort_keys (attributes);

  for (char **name = names; *name != NULL; name++)
    g_string_append_printf (text, " %s=%s", *name, (char *) g_hash_table_lookup (attributes, *name));
  g_string_append_c (text, '\n');
}

static int
compare_relations (gconstpointer a,
                   gconstpointer b)
{
  const ModelRelation *const *first = a;
  const ModelRelation *const *second = b;
  int tails = strcmp ((*first)->tail, (*second)->tail);

  return tails != 0 ? tails : strcmp ((*first)->head, (*second)->head);
}

static char *
write_relation (const ModelRelation *relation)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "relation %s %s %s", relation->tail, relation->head,
                          relation->key == NULL ? "-" : relation->key);
  write_attributes (text, relation->attributes);

  return g_string_free (text, FALSE);
}

static const char *
name_parent (Model            *self,
             const ModelGroup *group)
{
  const ModelGroup *parent = group->parent == G_MAXUINT ? NULL : self->groups->pdata[group->parent];

  return parent == NULL ? "" : parent->id == NULL ? "-" : parent->id;
}

static char *
write_group (Model            *self,
             const ModelGroup *group)
{
  GString *text = g_string_new (NULL);
  g_autofree char **members = sort_keys (group->members);
  g_autofree char *list = g_strjoinv (",", members);

  g_string_append_printf (text, "group %s ", group->id == NULL ? "-" : group->id);
  if (self->any_order)
    g_string_append (text, name_parent (self, group));
  else
    g_string_append_printf (text, "%d", (int) group->parent);
  g_string_append_printf (text, " (%s)", list);
  write_attributes (text, group->attributes);

  return g_string_free (text, FALSE);
}

static void
write_groups (Model   *self,
              GString *text)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->groups->len; i++)
    g_ptr_array_add (lines, write_group (self, self->groups->pdata[i]));
  if (self->any_order)
    g_ptr_array_sort (lines, compare_strings);
  for (guint i = 0; i < lines->len; i++)
    g_string_append (text, lines->pdata[i]);
}

char *
model_write (Model *self)
{
  GString *text = g_string_new ("graph");
  g_autofree char **ids = sort_keys (self->entities);
  g_autoptr (GPtrArray) relations = g_ptr_array_new ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (!self->directed)
    forget_direction (self);
  for (guint i = 0; i < self->relations->len; i++)
    g_ptr_array_add (relations, self->relations->pdata[i]);
  write_attributes (text, self->attributes);
  for (char **id = ids; *id != NULL; id++)
    {
      g_string_append_printf (text, "entity %s", *id);
      write_attributes (text, g_hash_table_lookup (self->entities, *id));
    }
  g_ptr_array_sort (relations, compare_relations);
  for (guint i = 0; i < relations->len; i++)
    g_ptr_array_add (lines, write_relation (relations->pdata[i]));
  if (self->any_order)
    g_ptr_array_sort (lines, compare_strings);
  for (guint i = 0; i < lines->len; i++)
    g_string_append (text, lines->pdata[i]);
  write_groups (self, text);

  return g_string_free (text, FALSE);
}

void
model_remove_entity (Model      *self,
                     const char *id)
{
  g_hash_table_remove (self->entities, id);
  for (guint i = self->relations->len; i > 0; i--)
    {
      const ModelRelation *relation = self->relations->pdata[i - 1];

      if (strcmp (relation->tail, id) == 0 || strcmp (relation->head, id) == 0)
        g_ptr_array_remove_index (self->relations, i - 1);
    }
  for (guint i = 0; i < self->groups->len; i++)
    g_hash_table_remove (((ModelGroup *) self->groups->pdata[i])->members, id);
}

static void
rename_text (char       **text,
             const char  *id,
             const char  *new_id)
{
  if (strcmp (*text, id) != 0)
    return;
  g_free (*text);
  *text = g_strdup (new_id);
}

void
model_rename_entity (Model      *self,
                     const char *id,
                     const char *new_id)
{
  GHashTable *attributes = g_hash_table_ref (g_hash_table_lookup (self->entities, id));

  g_hash_table_remove (self->entities, id);
  g_hash_table_insert (self->entities, g_strdup (new_id), attributes);
  for (guint i = 0; i < self->relations->len; i++)
    {
      ModelRelation *relation = self->relations->pdata[i];

      rename_text (&relation->tail, id, new_id);
      rename_text (&relation->head, id, new_id);
    }
  for (guint i = 0; i < self->groups->len; i++)
    {
      ModelGroup *group = self->groups->pdata[i];

      if (g_hash_table_remove (group->members, id))
        g_hash_table_add (group->members, g_strdup (new_id));
    }
}
