/* SPDX-License-Identifier: GPL-3.0-or-later
 * A part of a picture, cut out so that nothing else can be read from it. */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/overview.h"
#include "drawing/path.h"
#include "drawing/scene-data.h"
#include "drawing/scene-private.h"

/*
 * scene: with its items and marks as they were
 * named: offsets of the IDs of entities whose names are seen
 */
typedef struct
{
  AmicusScene *scene;
  const AmicusRect *area;
  GHashTable *named;
} Cutter;

static AmicusRect
text_extent (const Cutter     *self,
             const AmicusMark *mark)
{
  const AmicusText *text = &amicus_scene_get_texts (self->scene)[mark->first];
  const AmicusTextLine *line = amicus_scene_get_line (self->scene, text->run);

  return (AmicusRect) { text->x, text->y - line->ascent, text->width, line->ascent + line->descent };
}

static gboolean
text_is_seen (const Cutter     *self,
              const AmicusMark *mark)
{
  AmicusRect extent = text_extent (self, mark);

  return amicus_rect_meets (&extent, self->area);
}

static gboolean
is_inside (const Cutter     *self,
           const AmicusRect *extent)
{
  AmicusRect seen = amicus_rect_intersection (extent, self->area);

  return seen.width >= extent->width && seen.height >= extent->height;
}

static gboolean
path_is_seen (const Cutter     *self,
              const AmicusMark *mark)
{
  AmicusPath path = amicus_scene_get_path (self->scene, mark);
  AmicusRect reach = amicus_rect_grow (self->area, mark->stroke != 0 ? mark->width / 2 : 0);

  return amicus_path_meets (&path, &reach, mark->fill != 0);
}

static gboolean
is_seen (const Cutter     *self,
         const AmicusMark *mark)
{
  if (!amicus_mark_is_painted (mark))
    return FALSE;
  return mark->type == AMICUS_MARK_TEXT ? text_is_seen (self, mark) : path_is_seen (self, mark);
}

/* Whether all of the name of a card or hull is seen, or all of it where it has none: a letter must
 * not publish the rest. */
static gboolean
name_is_seen (const Cutter     *self,
              const AmicusItem *item)
{
  const AmicusMark *marks = amicus_scene_get_marks (self->scene);
  guint n;
  guint32 first = amicus_overview_find_lines (self->scene, item, &n);

  for (guint i = 0; i < n; i++)
    {
      AmicusRect extent = text_extent (self, &marks[first + i]);

      if (!is_inside (self, &extent))
        return FALSE;
    }
  return n > 0 || is_inside (self, &item->bounds);
}

static gboolean
is_named (const Cutter *self,
          guint32       id)
{
  return g_hash_table_contains (self->named, GUINT_TO_POINTER (id));
}

/* The words of a relation name both of its ends. */
static gboolean
may_speak (const Cutter     *self,
           const AmicusItem *item)
{
  if (item->element.kind == AMICUS_ELEMENT_RELATION)
    return is_named (self, item->ids[0]) && is_named (self, item->ids[1]);
  return name_is_seen (self, item);
}

/* Leaves @item what is seen of it. */
static void
silence (const Cutter *self,
         AmicusItem   *item)
{
  item->title = 0;
  item->description = 0;
  item->link = 0;
  for (guint i = 0; i < G_N_ELEMENTS (item->ids); i++)
    if (!is_named (self, item->ids[i]))
      item->ids[i] = 0;
}

static void
cut_item (const Cutter     *self,
          const AmicusItem *whole,
          GArray           *items,
          GArray           *marks)
{
  const AmicusMark *old = &amicus_scene_get_marks (self->scene)[whole->first_mark];
  AmicusItem item = *whole;

  item.first_mark = marks->len;
  for (guint i = 0; i < whole->n_marks; i++)
    if (is_seen (self, &old[i]))
      g_array_append_val (marks, old[i]);
  item.n_marks = marks->len - item.first_mark;
  if (item.n_marks == 0)
    return;

  item.bounds = amicus_rect_intersection (&item.bounds, self->area);
  if (!may_speak (self, whole))
    silence (self, &item);
  g_array_append_val (items, item);
}

static void
find_named (Cutter *self)
{
  guint n_items;
  const AmicusItem *items = amicus_scene_get_items (self->scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].element.kind == AMICUS_ELEMENT_ENTITY && name_is_seen (self, &items[i]))
      g_hash_table_add (self->named, GUINT_TO_POINTER (items[i].ids[0]));
}

/* What is not shown must not be published either: of a card, a hull or a relation that leads out
 * of @area only what is seen is kept, and its words (title, description, address, IDs) go if they
 * would name what is not seen. */
void
amicus_scene_data_crop (AmicusScene      *self,
                        const AmicusRect *area)
{
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);
  GArray *items = g_array_new (FALSE, FALSE, sizeof (AmicusItem));
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (AmicusMark));
  Cutter cutter = { self, area, named };

  find_named (&cutter);
  for (guint i = 0; i < self->items->len; i++)
    cut_item (&cutter, &g_array_index (self->items, AmicusItem, i), items, marks);

  g_array_unref (self->items);
  g_array_unref (self->marks);
  self->items = items;
  self->marks = marks;
  self->clip = *area;
}
