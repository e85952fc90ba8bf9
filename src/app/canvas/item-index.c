/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/canvas/item-index.h"

/* One list for each kind of element, and one for the labels of relations. */
#define LABELS (AMICUS_ELEMENT_RELATION + 1)
#define N_LISTS (LABELS + 1)

struct _AmicusItemIndex
{
  AmicusScene *scene;
  GArray *lists[N_LISTS];     /* of guint32: items by the number of their element */
};

static void
put (GArray *list,
     guint32 id,
     guint32 item)
{
  guint32 none = AMICUS_NO_INDEX;

  while (list->len <= id)
    g_array_append_val (list, none);
  g_array_index (list, guint32, id) = item;
}

static guint32
get (GArray *list,
     guint32 id)
{
  return id < list->len ? g_array_index (list, guint32, id) : AMICUS_NO_INDEX;
}

/**
 * amicus_item_index_new:
 * @scene: a scene
 *
 * Goes once through all items.
 *
 * Returns: (transfer full): the index
 */
AmicusItemIndex *
amicus_item_index_new (AmicusScene *scene)
{
  AmicusItemIndex *self = g_new0 (AmicusItemIndex, 1);
  const AmicusItem *items;
  guint n_items;

  self->scene = amicus_scene_ref (scene);
  for (guint i = 0; i < N_LISTS; i++)
    self->lists[i] = g_array_new (FALSE, FALSE, sizeof (guint32));

  items = amicus_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      guint list = items[i].role == AMICUS_ROLE_LABEL ? LABELS : items[i].element.kind;

      if (items[i].role != AMICUS_ROLE_FRAME && items[i].element.kind != AMICUS_ELEMENT_NONE)
        put (self->lists[list], items[i].element.id, i);
    }
  return self;
}

/**
 * amicus_item_index_free:
 * @self: (transfer full): the index
 */
void
amicus_item_index_free (AmicusItemIndex *self)
{
  for (guint i = 0; i < N_LISTS; i++)
    g_array_unref (self->lists[i]);
  amicus_scene_unref (self->scene);
  g_free (self);
}

/**
 * amicus_item_index_get_scene:
 * @self: the index
 *
 * Returns: (transfer none): what it is the index of
 */
AmicusScene *
amicus_item_index_get_scene (const AmicusItemIndex *self)
{
  return self->scene;
}

/**
 * amicus_item_index_find:
 * @self: the index
 * @element: any element
 *
 * Returns: the item that shows it, or %AMICUS_NO_INDEX
 */
guint32
amicus_item_index_find (const AmicusItemIndex *self,
                        AmicusElement          element)
{
  g_return_val_if_fail (element.kind < LABELS, AMICUS_NO_INDEX);

  return get (self->lists[element.kind], element.id);
}

/**
 * amicus_item_index_find_label:
 * @self: the index
 * @relation: number of a relation
 *
 * Returns: the item that is its label, or %AMICUS_NO_INDEX
 */
guint32
amicus_item_index_find_label (const AmicusItemIndex *self,
                              guint32                relation)
{
  return get (self->lists[LABELS], relation);
}
