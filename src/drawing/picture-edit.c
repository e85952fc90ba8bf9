/* SPDX-License-Identifier: GPL-3.0-or-later
 * A picture after an edit of its graph: what was there stays where it was. */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/picture-private.h"

#include <math.h>
#include <string.h>

/* An edit that brings more than this, and more than there was, is another picture. */
#define MOST_NEW 20

void
amicus_places_set (GHashTable          *places,
                   const char          *id,
                   const AmicusPlaceOf *place)
{
  if (id != NULL)
    g_hash_table_insert (places, g_strdup (id), g_memdup2 (place, sizeof *place));
}

GHashTable *
amicus_places_copy (GHashTable *places)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer id, place;

  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, &id, &place))
    amicus_places_set (copy, id, place);
  return copy;
}

static gboolean
is_same_pin (const AmicusPlaceOf     *place,
             const AmicusDraftEntity *entity)
{
  if (place->pinned != entity->pinned)
    return FALSE;
  return !entity->pinned || memcmp (&place->pin, &entity->pin, sizeof (AmicusPoint)) == 0;
}

AmicusPlaceOf
amicus_place_of (const AmicusDraftEntity *entity,
                 AmicusPoint              centre)
{
  return (AmicusPlaceOf) { centre, entity->pinned, entity->pin };
}

/* What was moved by hand stays there as if the file said so, until the file says something else
 * than it did then. */
void
amicus_places_pin (GHashTable          *moved,
                   const AmicusDraft   *draft,
                   AmicusLayoutRequest *request)
{
  for (guint i = 0; i < draft->entities->len && g_hash_table_size (moved) > 0; i++)
    {
      const AmicusDraftEntity *entity = amicus_draft_entity (draft, i);
      const AmicusPlaceOf *place = entity->dot_id != NULL
                                     ? g_hash_table_lookup (moved, entity->dot_id)
                                     : NULL;
      AmicusLayoutNode *node;

      if (place == NULL || entity->node == AMICUS_NO_INDEX || !is_same_pin (place, entity))
        continue;
      node = &request->nodes[entity->node];
      node->pinned = TRUE;
      node->x = place->centre.x;
      node->y = place->centre.y;
    }
}

AmicusPictureEdit *
amicus_picture_edit_new (AmicusPicture *self)
{
  AmicusPictureEdit *edit = g_new0 (AmicusPictureEdit, 1);

  edit->old_draft = amicus_draft_ref (self->draft);
  edit->old_request = amicus_layout_request_ref (self->request);
  edit->old_placement = amicus_placement_ref (self->placement);
  edit->moved = amicus_places_copy (self->moved);
  edit->wishes = amicus_places_copy (self->wishes);
  return edit;
}

void
amicus_picture_edit_free (AmicusPictureEdit *edit)
{
  amicus_draft_unref (edit->old_draft);
  amicus_layout_request_unref (edit->old_request);
  amicus_placement_unref (edit->old_placement);
  g_hash_table_unref (edit->moved);
  g_hash_table_unref (edit->wishes);
  g_clear_pointer (&edit->map, amicus_draft_map_free);
  g_clear_pointer (&edit->request, amicus_layout_request_unref);
  g_clear_pointer (&edit->placement, amicus_placement_unref);
  g_free (edit);
}

/* Where the nodes are wished to be; not a number where nobody said. */
static AmicusPoint *
find_wishes (const AmicusPictureEdit *edit,
             const AmicusDraft       *draft)
{
  AmicusPoint *wishes = g_new (AmicusPoint, MAX (draft->n_nodes, 1));

  for (guint i = 0; i < draft->entities->len; i++)
    {
      const AmicusDraftEntity *entity = amicus_draft_entity (draft, i);
      const AmicusPlaceOf *place = NULL;

      if (entity->node == AMICUS_NO_INDEX)
        continue;
      if (entity->dot_id != NULL && edit->map->nodes[entity->node] == AMICUS_NO_INDEX)
        place = g_hash_table_lookup (edit->wishes, entity->dot_id);
      wishes[entity->node] = place != NULL ? place->centre : (AmicusPoint) { NAN, NAN };
    }
  return wishes;
}

/* Whether enough of the old picture is left to keep it. */
static gboolean
is_same_picture (const AmicusPictureEdit *edit,
                 const AmicusDraft       *draft)
{
  guint n_new = draft->n_nodes - edit->map->n_known;

  return edit->map->n_known > 0 && n_new <= MAX (edit->map->n_known, MOST_NEW);
}

static gboolean
same_bytes (gconstpointer a,
            gconstpointer b,
            gsize         n)
{
  return n == 0 || memcmp (a, b, n) == 0;
}

gboolean
amicus_picture_same_request (const AmicusLayoutRequest *a,
                             const AmicusLayoutRequest *b)
{
  return a->engine == b->engine && a->rank_direction == b->rank_direction &&
         a->n_nodes == b->n_nodes && a->n_edges == b->n_edges && a->n_groups == b->n_groups &&
         same_bytes (a->nodes, b->nodes, a->n_nodes * sizeof (AmicusLayoutNode)) &&
         same_bytes (a->edges, b->edges, a->n_edges * sizeof (AmicusLayoutEdge)) &&
         same_bytes (a->groups, b->groups, a->n_groups * sizeof (AmicusLayoutGroup));
}

static gboolean
is_identity (const guint32 *map,
             guint          n)
{
  for (guint i = 0; i < n; i++)
    if (map[i] != i)
      return FALSE;
  return TRUE;
}

/* Whether the edit changed no box and no end of a relation. */
static gboolean
is_untouched (const AmicusPictureEdit *edit)
{
  return amicus_picture_same_request (edit->request, edit->old_request) &&
         is_identity (edit->map->nodes, edit->request->n_nodes) &&
         is_identity (edit->map->edges, edit->request->n_edges) &&
         is_identity (edit->map->groups, edit->request->n_groups);
}

/* Any thread; before @draft is measured. */
void
amicus_picture_edit_begin (AmicusPictureEdit *edit,
                           AmicusDraft       *draft)
{
  edit->map = amicus_draft_map_new (draft, edit->old_draft);
  amicus_draft_adopt (draft, edit->old_draft, edit->map);
}

/* Any thread; @draft has been measured. Without a placement all is to be laid out anew. */
void
amicus_picture_edit_run (AmicusPictureEdit *edit,
                         const AmicusDraft *draft)
{
  g_autofree AmicusPoint *wishes = NULL;
  AmicusLayoutChange change;

  if (!is_same_picture (edit, draft))
    return;

  edit->request = amicus_draft_request (draft);
  amicus_places_pin (edit->moved, draft, edit->request);
  if (is_untouched (edit))
    {
      /* A copy: who looks at placements sees that this is the picture of another graph. */
      edit->placement = amicus_placement_copy (edit->old_placement);
      return;
    }

  wishes = find_wishes (edit, draft);
  change = (AmicusLayoutChange) { edit->old_request, edit->old_placement, edit->map->nodes,
                            edit->map->edges, edit->map->groups, wishes };
  edit->placement = amicus_layout_change (edit->request, &change);
}

/* Who is not in the picture any more may come back by an undo. */
void
amicus_picture_edit_remember (const AmicusPictureEdit *edit,
                              const AmicusDraft       *draft,
                              GHashTable              *wishes)
{
  const AmicusDraft *old = edit->old_draft;
  g_autofree gboolean *stays = g_new0 (gboolean, MAX (old->n_nodes, 1));

  for (guint i = 0; i < draft->n_nodes; i++)
    if (edit->map->nodes[i] != AMICUS_NO_INDEX)
      stays[edit->map->nodes[i]] = TRUE;
  for (guint i = 0; i < old->entities->len; i++)
    {
      const AmicusDraftEntity *entity = amicus_draft_entity (old, i);

      if (entity->node != AMICUS_NO_INDEX && !stays[entity->node])
        {
          AmicusPlaceOf place = amicus_place_of (entity,
                                                 edit->old_placement->nodes[entity->node]);

          amicus_places_set (wishes, entity->dot_id, &place);
        }
    }
}

/* An array of the first @n numbers. */
static guint32 *
identity (guint n)
{
  guint32 *map = g_new (guint32, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    map[i] = i;
  return map;
}

/* The placement with some of its nodes elsewhere. */
AmicusPlacement *
amicus_picture_edit_move (AmicusPicture     *self,
                          const guint32     *nodes,
                          const AmicusPoint *centres,
                          guint              n)
{
  AmicusLayoutRequest *request = self->request;
  g_autofree guint32 *same_nodes = identity (request->n_nodes);
  g_autofree guint32 *same_edges = identity (request->n_edges);
  g_autofree guint32 *same_groups = identity (request->n_groups);
  AmicusLayoutChange change = { request, self->placement, same_nodes, same_edges, same_groups, NULL };
  g_autofree AmicusPoint *places = g_new (AmicusPoint, MAX (request->n_nodes, 1));

  for (guint i = 0; i < request->n_nodes; i++)
    places[i] = self->placement->nodes[i];
  for (guint i = 0; i < n; i++)
    places[nodes[i]] = centres[i];
  return amicus_layout_redraw (request, &change, places);
}

/**
 * amicus_picture_update_graph:
 * @self: a picture
 * @graph: the graph after an edit
 *
 * Shows what has become of the graph: what was there keeps its place, and no engine is asked. Of a
 * small picture the new scene is there before the next frame, but not when this returns.
 */
void
amicus_picture_update_graph (AmicusPicture *self,
                             AmicusGraph   *graph)
{
  g_return_if_fail (AMICUS_IS_PICTURE (self));
  g_return_if_fail (graph != NULL);

  amicus_picture_take_graph (self, graph);
  amicus_picture_start (self, AMICUS_PICTURE_KEEP);
}

/**
 * amicus_picture_place_entity:
 * @self: a picture
 * @id: ID in the file of an entity that an edit is about to bring
 * @centre: where its card should come to lie, in points
 *
 * Before the edit: tells where the person wants the new entity. If something lies there the card
 * goes beside it.
 */
void
amicus_picture_place_entity (AmicusPicture *self,
                             const char    *id,
                             AmicusPoint    centre)
{
  AmicusPlaceOf place = { .centre = centre };

  g_return_if_fail (AMICUS_IS_PICTURE (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (isfinite (centre.x) && isfinite (centre.y));

  amicus_places_set (self->wishes, id, &place);
}
