/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/scene-data.h"

#include <math.h>

#include "drawing/overview.h"
#include "drawing/path.h"
#include "drawing/scene-private.h"
#include "drawing/tidy.h"

AmicusScene *
amicus_scene_data_new (void)
{
  AmicusScene *self = g_new0 (AmicusScene, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->items = g_array_new (FALSE, FALSE, sizeof (AmicusItem));
  self->marks = g_array_new (FALSE, FALSE, sizeof (AmicusMark));
  self->texts = g_array_new (FALSE, FALSE, sizeof (AmicusText));
  self->points = g_array_new (FALSE, FALSE, sizeof (AmicusPoint));
  self->verbs = g_byte_array_new ();
  self->lines = g_ptr_array_new_with_free_func (amicus_text_line_release);
  self->strings = amicus_strings_new ();
  self->clip = AMICUS_RECT_EMPTY;
  for (guint i = 0; i < G_N_ELEMENTS (self->index_of); i++)
    self->index_of[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

static gboolean
shows_element (const AmicusItem *item)
{
  return item->element.kind != AMICUS_ELEMENT_NONE && item->role != AMICUS_ROLE_LABEL &&
         item->role != AMICUS_ROLE_FRAME;
}

static void
index_item (AmicusScene *self,
            guint32      i)
{
  const AmicusItem *item = &g_array_index (self->items, AmicusItem, i);
  GArray *index = self->index_of[item->element.kind];
  guint32 none = AMICUS_NO_INDEX;

  while (index->len <= item->element.id)
    g_array_append_val (index, none);
  g_array_index (index, guint32, item->element.id) = i;
}

void
amicus_scene_data_seal (AmicusScene *self,
                        double       margin)
{
  guint n = self->items->len;
  g_autofree AmicusRect *boxes = g_new (AmicusRect, MAX (n, 1));

  self->bounds = self->clip;
  for (guint i = 0; i < n; i++)
    {
      const AmicusItem *item = &g_array_index (self->items, AmicusItem, i);

      boxes[i] = item->bounds;
      self->bounds = amicus_rect_union (&self->bounds, &item->bounds);
      if (shows_element (item))
        index_item (self, i);
    }
  if (amicus_rect_is_empty (&self->bounds))
    self->bounds = (AmicusRect) { 0, 0, 0, 0 };
  self->bounds = amicus_rect_grow (&self->bounds, margin);
  self->tree = amicus_rtree_new (boxes, n);
}

AmicusScene *
amicus_scene_ref (AmicusScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
free_scene (gpointer data)
{
  AmicusScene *self = data;

  g_array_unref (self->items);
  g_array_unref (self->marks);
  g_array_unref (self->texts);
  g_array_unref (self->points);
  g_byte_array_unref (self->verbs);
  g_ptr_array_unref (self->lines);
  amicus_strings_free (self->strings);
  g_clear_pointer (&self->tree, amicus_rtree_free);
  g_clear_pointer (&self->overview, g_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->index_of); i++)
    g_array_unref (self->index_of[i]);
  g_free (self->title);
  g_free (self->description);
  g_free (self->language);
  g_free (self->font_family);
  g_free (self);
}

void
amicus_scene_unref (AmicusScene *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  if (self->items->len > AMICUS_TIDY_LARGE)
    amicus_tidy (self, free_scene);
  else
    free_scene (self);
}

AmicusRect
amicus_scene_get_bounds (AmicusScene *self)
{
  return self->bounds;
}

gboolean
amicus_scene_get_clip (AmicusScene *self,
                       AmicusRect  *clip)
{
  *clip = self->clip;
  return !amicus_rect_is_empty (clip);
}

guint
amicus_scene_get_edition (AmicusScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->edition;
}

AmicusColor
amicus_scene_get_background (AmicusScene *self)
{
  return self->background;
}

const char *
amicus_scene_get_title (AmicusScene *self)
{
  return self->title;
}

const char *
amicus_scene_get_description (AmicusScene *self)
{
  return self->description;
}

const char *
amicus_scene_get_language (AmicusScene *self)
{
  return self->language;
}

const char *
amicus_scene_get_font_family (AmicusScene *self)
{
  return self->font_family;
}

const AmicusItem *
amicus_scene_get_items (AmicusScene *self,
                        guint       *n_items)
{
  if (n_items != NULL)
    *n_items = self->items->len;
  return &g_array_index (self->items, AmicusItem, 0);
}

const AmicusMark *
amicus_scene_get_marks (AmicusScene *self)
{
  return &g_array_index (self->marks, AmicusMark, 0);
}

const AmicusText *
amicus_scene_get_texts (AmicusScene *self)
{
  return &g_array_index (self->texts, AmicusText, 0);
}

const guint8 *
amicus_scene_get_verbs (AmicusScene *self)
{
  return self->verbs->data;
}

const AmicusPoint *
amicus_scene_get_points (AmicusScene *self)
{
  return &g_array_index (self->points, AmicusPoint, 0);
}

const char *
amicus_scene_get_string (AmicusScene *self,
                         guint32      offset)
{
  return amicus_strings_get (self->strings, offset);
}

AmicusPath
amicus_scene_get_path (AmicusScene      *self,
                       const AmicusMark *mark)
{
  return (AmicusPath) {
    self->verbs->data + mark->first,
    amicus_scene_get_points (self) + mark->first_point,
    mark->n,
  };
}

AmicusTextLine *
amicus_scene_get_line (AmicusScene *self,
                       guint32      run)
{
  g_return_val_if_fail (run < self->lines->len, NULL);

  return self->lines->pdata[run];
}

/**
 * amicus_scene_get_overview:
 * @self: a scene
 *
 * Made by whichever thread asks first: exports have no need of it.
 *
 * Returns: (transfer none): [struct@OverviewName], the most important first
 */
const GArray *
amicus_scene_get_overview (AmicusScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (g_once_init_enter (&self->overview))
    g_once_init_leave (&self->overview, amicus_overview_new (self));
  return self->overview;
}

static int
compare_indices (const void *a,
                 const void *b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return first < second ? -1 : first > second;
}

/**
 * amicus_scene_query:
 * @self: a scene
 * @area: in points of the scene
 *
 * Returns: (transfer full): indices (guint32) of the items whose bounds meet @area, in the order of
 *   painting
 */
GArray *
amicus_scene_query (AmicusScene      *self,
                    const AmicusRect *area)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_return_val_if_fail (self != NULL && area != NULL, found);

  amicus_rtree_query (self->tree, area, found);
  g_array_sort (found, compare_indices);
  return found;
}

static const AmicusMark *
first_path (AmicusScene      *self,
            const AmicusItem *item,
            AmicusPath       *path)
{
  const AmicusMark *marks = amicus_scene_get_marks (self);

  for (guint i = 0; i < item->n_marks; i++)
    {
      const AmicusMark *mark = &marks[item->first_mark + i];

      if (mark->type != AMICUS_MARK_PATH)
        continue;
      *path = amicus_scene_get_path (self, mark);
      return mark;
    }
  return NULL;
}

/* How far an item is from a point: 0 on it, infinite where it cannot be picked. The first path
 * of a card is its outline, that of a relation its curve. */
static double
distance_to_item (AmicusScene      *self,
                  const AmicusItem *item,
                  AmicusPoint       point)
{
  AmicusPath path;
  const AmicusMark *mark = NULL;

  switch (item->role)
    {
    case AMICUS_ROLE_CARD:
      if (first_path (self, item, &path) != NULL)
        return amicus_path_holds (&path, point) ? 0 : INFINITY;
      return amicus_rect_holds (&item->bounds, point) ? 0 : INFINITY;
    case AMICUS_ROLE_RELATION:
      mark = first_path (self, item, &path);
      return mark == NULL ? INFINITY
                          : fmax (amicus_path_distance (&path, point) - mark->width / 2, 0);
    case AMICUS_ROLE_LABEL:
    case AMICUS_ROLE_HULL:
      return amicus_rect_holds (&item->bounds, point) ? 0 : INFINITY;
    case AMICUS_ROLE_FRAME:
    default:
      return INFINITY;
    }
}

/**
 * amicus_scene_pick:
 * @self: a scene
 * @point: in points of the scene
 * @tolerance: how far from a curve still counts, in points
 * @item: (out): index of the item
 *
 * Among curves within @tolerance the nearest is taken.
 *
 * Returns: whether there is an item
 */
gboolean
amicus_scene_pick (AmicusScene *self,
                   AmicusPoint  point,
                   double       tolerance,
                   guint32     *item)
{
  AmicusRect spot = { point.x - tolerance, point.y - tolerance, 2 * tolerance, 2 * tolerance };
  g_autoptr (GArray) found = NULL;
  double nearest = INFINITY;

  g_return_val_if_fail (self != NULL && item != NULL && tolerance >= 0, FALSE);

  found = amicus_scene_query (self, &spot);
  for (guint i = found->len; i > 0; i--)
    {
      guint32 index = g_array_index (found, guint32, i - 1);
      const AmicusItem *candidate = &g_array_index (self->items, AmicusItem, index);
      double distance;

      if (candidate->role == AMICUS_ROLE_HULL && nearest <= tolerance)
        break;
      distance = distance_to_item (self, candidate, point);
      if (distance > tolerance || distance >= nearest)
        continue;
      *item = index;
      nearest = distance;
      if (candidate->role != AMICUS_ROLE_RELATION)
        break;
    }
  return nearest <= tolerance;
}

/**
 * amicus_scene_get_element_bounds:
 * @self: a scene
 * @element: an entity, relation or group
 * @bounds: (out): of its card, curve or hull
 *
 * Returns: whether it is drawn
 */
gboolean
amicus_scene_get_element_bounds (AmicusScene  *self,
                                 AmicusElement element,
                                 AmicusRect   *bounds)
{
  GArray *index;
  guint32 item;

  g_return_val_if_fail (self != NULL && bounds != NULL, FALSE);
  g_return_val_if_fail (element.kind < G_N_ELEMENTS (self->index_of), FALSE);

  index = self->index_of[element.kind];
  if (element.id >= index->len)
    return FALSE;
  item = g_array_index (index, guint32, element.id);
  if (item == AMICUS_NO_INDEX)
    return FALSE;

  *bounds = g_array_index (self->items, AmicusItem, item).bounds;
  return TRUE;
}

