/* SPDX-License-Identifier: GPL-3.0-or-later
 * What two drafts have in common. */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/draft.h"

#include <string.h>

/* Relations between the same two that are looked at for one of the same text. */
#define MOST_PARALLELS 32

static guint32 *
new_map (guint n)
{
  guint32 *map = g_new (guint32, MAX (n, 1));

  memset (map, 0xff, n * sizeof (guint32));
  return map;
}

static GHashTable *
index_entities (const AmicusDraft *self)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->entities->len; i++)
    {
      const char *id = amicus_draft_entity (self, i)->dot_id;

      if (id != NULL)
        g_hash_table_insert (index, (gpointer) id, GUINT_TO_POINTER (i));
    }
  return index;
}

static guint32
only_one_left (const guint32 *map,
               guint          n)
{
  guint32 left = AMICUS_NO_INDEX;

  for (guint32 i = 0; i < n; i++)
    if (map[i] == AMICUS_NO_INDEX)
      {
        if (left != AMICUS_NO_INDEX)
          return AMICUS_NO_INDEX;
        left = i;
      }
  return left;
}

/* If one ID has gone and one has come, it is the same entity under another ID. */
static void
match_renamed (guint32 *map,
               guint    n,
               guint32 *back,
               guint    n_old)
{
  guint32 come = only_one_left (map, n);
  guint32 gone = only_one_left (back, n_old);

  if (come == AMICUS_NO_INDEX || gone == AMICUS_NO_INDEX)
    return;
  map[come] = gone;
  back[gone] = come;
}

/* For each entity of @self its index in @old. */
static guint32 *
map_entities (const AmicusDraft *self,
              const AmicusDraft *old)
{
  g_autoptr (GHashTable) index = index_entities (old);
  g_autofree guint32 *back = new_map (old->entities->len);
  guint32 *map = new_map (self->entities->len);

  for (guint i = 0; i < self->entities->len; i++)
    {
      const char *id = amicus_draft_entity (self, i)->dot_id;
      gpointer found;

      if (id == NULL || !g_hash_table_lookup_extended (index, id, NULL, &found))
        continue;
      map[i] = GPOINTER_TO_UINT (found);
      back[map[i]] = i;
    }
  match_renamed (map, self->entities->len, back, old->entities->len);
  return map;
}

static void
map_nodes (AmicusDraftMap    *map,
           const AmicusDraft *self,
           const AmicusDraft *old)
{
  const guint32 *entities = map->entities;

  map->nodes = new_map (self->n_nodes);
  for (guint i = 0; i < self->entities->len; i++)
    {
      guint32 node = amicus_draft_entity (self, i)->node;
      guint32 old_node = entities[i] != AMICUS_NO_INDEX
                           ? amicus_draft_entity (old, entities[i])->node
                           : AMICUS_NO_INDEX;

      if (node == AMICUS_NO_INDEX || old_node == AMICUS_NO_INDEX)
        continue;
      map->nodes[node] = old_node;
      map->n_known++;
    }
}

/* The old relations by their ends, those between the same two in their order. */
typedef struct
{
  const AmicusDraft *draft;
  GHashTable *first;      /* of each pair of ends, one more than the index, so that 0 is none */
  guint32 *next;          /* between the same ends, or none */
} Parallels;

static guint
hash_ends (gconstpointer key)
{
  const AmicusDraftRelation *relation = key;

  return relation->tail * 2654435761u ^ relation->head;
}

static gboolean
equal_ends (gconstpointer a,
            gconstpointer b)
{
  const AmicusDraftRelation *first = a;
  const AmicusDraftRelation *second = b;

  return first->tail == second->tail && first->head == second->head;
}

static void
parallels_init (Parallels         *self,
                const AmicusDraft *draft)
{
  self->draft = draft;
  self->first = g_hash_table_new (hash_ends, equal_ends);
  self->next = new_map (draft->relations->len);
  for (guint i = draft->relations->len; i > 0; i--)
    {
      AmicusDraftRelation *relation = amicus_draft_relation (draft, i - 1);
      guint first = GPOINTER_TO_UINT (g_hash_table_lookup (self->first, relation));

      if (first != 0)
        self->next[i - 1] = first - 1;
      g_hash_table_replace (self->first, relation, GUINT_TO_POINTER (i));
    }
}

static void
parallels_clear (Parallels *self)
{
  g_hash_table_unref (self->first);
  g_free (self->next);
}

static gboolean
is_alike (const AmicusDraftRelation *a,
          const AmicusDraftRelation *b)
{
  return g_strcmp0 (a->kind, b->kind) == 0 && g_strcmp0 (a->text, b->text) == 0
         && g_strcmp0 (a->description, b->description) == 0;
}

/* Takes an old relation between these ends out of its row: one of the same text, or with @any the
 * first. */
static guint32
take_parallel (Parallels                 *self,
               const AmicusDraftRelation *relation,
               gboolean                   any)
{
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (self->first, relation));
  guint32 previous = AMICUS_NO_INDEX;
  guint32 i = first != 0 ? first - 1 : AMICUS_NO_INDEX;

  for (guint n = 0; i != AMICUS_NO_INDEX && n < MOST_PARALLELS; n++, previous = i, i = self->next[i])
    {
      if (!any && !is_alike (amicus_draft_relation (self->draft, i), relation))
        continue;
      if (previous != AMICUS_NO_INDEX)
        self->next[previous] = self->next[i];
      else
        g_hash_table_insert (self->first, amicus_draft_relation (self->draft, i),
                             GUINT_TO_POINTER (self->next[i] + 1));
      return i;
    }
  return AMICUS_NO_INDEX;
}

/* The relation as it would stand in the old draft; FALSE where one of its ends is new. */
static gboolean
translate (const AmicusDraftRelation *relation,
           const guint32             *entities,
           AmicusDraftRelation       *translated)
{
  *translated = *relation;
  translated->tail = entities[relation->tail];
  translated->head = entities[relation->head];
  return translated->tail != AMICUS_NO_INDEX && translated->head != AMICUS_NO_INDEX;
}

/* First those that say the same, so that of several between two it is known which one has gone;
 * then those that say something else now. */
static void
map_edges (AmicusDraftMap    *map,
           const AmicusDraft *self,
           const AmicusDraft *old)
{
  Parallels parallels;

  map->edges = new_map (self->relations->len);
  parallels_init (&parallels, old);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->relations->len; i++)
      {
        AmicusDraftRelation translated;

        if (map->edges[i] == AMICUS_NO_INDEX &&
            translate (amicus_draft_relation (self, i), map->entities, &translated))
          map->edges[i] = take_parallel (&parallels, &translated, pass == 1);
      }
  parallels_clear (&parallels);
}

/* Groups without an ID, and those of one ID, are told apart by their order. */
static void
map_groups (AmicusDraftMap    *map,
            const AmicusDraft *self,
            const AmicusDraft *old)
{
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree guint32 *next = new_map (old->groups->len);

  map->groups = new_map (self->groups->len);
  for (guint i = old->groups->len; i > 0; i--)
    {
      const char *id = amicus_draft_group (old, i - 1)->dot_id;
      gpointer first;

      id = id != NULL ? id : "";
      if (g_hash_table_lookup_extended (index, id, NULL, &first))
        next[i - 1] = GPOINTER_TO_UINT (first);
      g_hash_table_replace (index, (gpointer) id, GUINT_TO_POINTER (i - 1));
    }
  for (guint i = 0; i < self->groups->len; i++)
    {
      const char *id = amicus_draft_group (self, i)->dot_id;
      gpointer first;

      id = id != NULL ? id : "";
      if (!g_hash_table_lookup_extended (index, id, NULL, &first))
        continue;
      map->groups[i] = GPOINTER_TO_UINT (first);
      if (next[map->groups[i]] != AMICUS_NO_INDEX)
        g_hash_table_replace (index, (gpointer) id, GUINT_TO_POINTER (next[map->groups[i]]));
      else
        g_hash_table_remove (index, id);
    }
}

AmicusDraftMap *
amicus_draft_map_new (const AmicusDraft *self,
                      const AmicusDraft *old)
{
  AmicusDraftMap *map = g_new0 (AmicusDraftMap, 1);

  map->entities = map_entities (self, old);
  map_nodes (map, self, old);
  map_edges (map, self, old);
  map_groups (map, self, old);
  return map;
}

void
amicus_draft_map_free (AmicusDraftMap *map)
{
  g_return_if_fail (map != NULL);

  g_free (map->entities);
  g_free (map->nodes);
  g_free (map->edges);
  g_free (map->groups);
  g_free (map);
}
