/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/canvas/overlay.h"

#include "drawing/color.h"
#include "drawing/overview.h"
#include "drawing/painter.h"
#include "drawing/path.h"

/* In pixels of the view, whatever its scale. */
#define RING_WIDTH 2.0
#define RING_GAP 3.0

/* How much of what is not highlighted goes. */
#define VEIL 0.75

/* More than this cannot be painted within a frame; then rings are plain boxes, and a highlight is painted in a
 * thread. */
#define MANY_ITEMS 400

static AmicusScene *
get_scene (const AmicusOverlay *self)
{
  return amicus_item_index_get_scene (self->items);
}

static const AmicusItem *
get_item (const AmicusOverlay *self,
          guint32              index)
{
  return &amicus_scene_get_items (get_scene (self), NULL)[index];
}

static gboolean
is_in_view (const AmicusOverlay *self,
            guint32              index)
{
  AmicusRect seen = amicus_viewport_get_visible (self->view);
  AmicusRect bounds = amicus_rect_grow (&get_item (self, index)->bounds,
                                        RING_GAP / self->view->scale);

  return bounds.x <= seen.x + seen.width && bounds.x + bounds.width >= seen.x &&
         bounds.y <= seen.y + seen.height && bounds.y + bounds.height >= seen.y;
}

/* From pixels of the view to points of the scene; undone by cairo_restore(). */
static void
enter_scene (const AmicusOverlay *self,
             cairo_t             *cr)
{
  cairo_save (cr);
  cairo_scale (cr, self->view->scale, self->view->scale);
  cairo_translate (cr, -self->view->origin.x, -self->view->origin.y);
}

static void
add_item (const AmicusOverlay *self,
          GArray              *items,
          guint32              index)
{
  if (index != AMICUS_NO_INDEX && is_in_view (self, index))
    g_array_append_val (items, index);
}

static void
add_relation (const AmicusOverlay *self,
              GArray              *items,
              guint32              relation)
{
  guint32 tail, head;

  amicus_graph_get_ends (self->graph, relation, &tail, &head);
  add_item (self, items, amicus_item_index_find (self->items, AMICUS_RELATION (relation)));
  add_item (self, items, amicus_item_index_find_label (self->items, relation));
  add_item (self, items, amicus_item_index_find (self->items, AMICUS_ENTITY (tail)));
  add_item (self, items, amicus_item_index_find (self->items, AMICUS_ENTITY (head)));
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  guint32 item = *(const guint32 *) a;
  guint32 other = *(const guint32 *) b;

  return item < other ? -1 : item > other;
}

/* As in the picture, names that are written over it lie on top. Returns how many items are below them. */
static guint
put_names_last (const AmicusOverlay *self,
                GArray              *items)
{
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = 0;

  if (self->view->scale >= AMICUS_OVERVIEW_SCALE)
    return items->len;

  for (guint i = 0; i < items->len; i++)
    {
      guint32 item = g_array_index (items, guint32, i);

      if (amicus_overview_find (get_scene (self), item, self->view->scale) != NULL)
        g_array_append_val (named, item);
      else
        g_array_index (items, guint32, n++) = item;
    }
  g_array_set_size (items, n);
  g_array_append_vals (items, named->data, named->len);
  return n;
}

/* One that stands there more than once stays once. */
static void
drop_repeated (GArray *items)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      guint32 item = g_array_index (items, guint32, i);

      if (n == 0 || item != g_array_index (items, guint32, n - 1))
        g_array_index (items, guint32, n++) = item;
    }
  g_array_set_size (items, n);
}

/**
 * amicus_overlay_list_around:
 * @self: the overlay
 * @element: any element
 *
 * Returns: (transfer full) (element-type guint32): an entity or relation with its relations and neighbours: those items
 *   of them that are in view, in the order of painting; nothing for other elements
 */
GArray *
amicus_overlay_list_around (const AmicusOverlay *self,
                            AmicusElement        element)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (element.kind == AMICUS_ELEMENT_RELATION)
    add_relation (self, items, element.id);
  else if (element.kind == AMICUS_ELEMENT_ENTITY)
    {
      const guint32 *relations;
      guint n_relations;

      relations = amicus_graph_get_relations_of (self->graph, element.id, &n_relations);
      add_item (self, items, amicus_item_index_find (self->items, element));
      for (guint i = 0; i < n_relations; i++)
        add_relation (self, items, relations[i]);
    }

  g_array_sort (items, compare_items);
  drop_repeated (items);
  put_names_last (self, items);
  return items;
}

/**
 * amicus_overlay_is_quick:
 * @items: items of a scene
 *
 * Returns: whether they can be painted within a frame
 */
gboolean
amicus_overlay_is_quick (GArray *items)
{
  return items->len <= MANY_ITEMS;
}

/**
 * amicus_overlay_veil:
 * @self: the overlay
 * @cr: in pixels of the view
 * @strength: from 0 to 1
 *
 * Lets everything pale.
 */
void
amicus_overlay_veil (const AmicusOverlay *self,
                     cairo_t             *cr,
                     double               strength)
{
  amicus_set_source_color (cr, amicus_scene_get_background (get_scene (self)), VEIL * strength);
  cairo_paint (cr);
}

/**
 * amicus_overlay_paint:
 * @self: the overlay
 * @cr: in pixels of the view
 * @items: (element-type guint32): items of the scene
 *
 * Paints them once more, where they are.
 */
void
amicus_overlay_paint (const AmicusOverlay *self,
                      cairo_t             *cr,
                      GArray              *items)
{
  enter_scene (self, cr);
  for (guint i = 0; i < items->len; i++)
    amicus_scene_paint_item (get_scene (self), cr, g_array_index (items, guint32, i), self->view->scale);
  cairo_restore (cr);
}

/* The outline of an item: its first mark. */
static void
trace_item (AmicusScene      *scene,
            cairo_t          *cr,
            const AmicusItem *item)
{
  const AmicusMark *mark = &amicus_scene_get_marks (scene)[item->first_mark];
  const AmicusPoint *p = amicus_scene_get_points (scene) + mark->first_point;
  const guint8 *verbs = amicus_scene_get_verbs (scene) + mark->first;

  for (guint i = 0; i < mark->n; i++)
    {
      guint n_points = amicus_path_verb_n_points (verbs[i]);

      if (n_points == 3)
        cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
      else if (n_points == 0)
        cairo_close_path (cr);
      else if (verbs[i] == AMICUS_PATH_MOVE)
        cairo_move_to (cr, p->x, p->y);
      else
        cairo_line_to (cr, p->x, p->y);
      p += n_points;
    }
}

/* What is seen of an item: the name that stands for it from afar, or its own outline. */
static void
trace_outline (const AmicusOverlay *self,
               cairo_t             *cr,
               guint32              index)
{
  AmicusScene *scene = get_scene (self);
  const AmicusItem *item = get_item (self, index);
  const AmicusOverviewName *name = amicus_overview_find (scene, index, self->view->scale);
  AmicusRect box = item->bounds;

  cairo_new_path (cr);
  if (name == NULL && item->n_marks > 0 &&
      amicus_scene_get_marks (scene)[item->first_mark].type == AMICUS_MARK_PATH)
    {
      trace_item (scene, cr, item);
      return;
    }

  if (name != NULL)
    box = amicus_overview_get_area (name, self->view->scale);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
}

/* A ring that follows the outline: a broad line, a less broad one of the background's colour in
 * it, and the item itself on top. */
static void
draw_ring (const AmicusOverlay *self,
           cairo_t             *cr,
           guint32              index,
           double               gap,
           gboolean             dashed)
{
  AmicusScene *scene = get_scene (self);
  double pixel = 1.0 / self->view->scale;
  double dash[] = { 5.0 * pixel, 4.0 * pixel };

  enter_scene (self, cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  trace_outline (self, cr, index);

  amicus_set_source_color (cr, self->accent, 1.0);
  cairo_set_dash (cr, dash, dashed ? G_N_ELEMENTS (dash) : 0, 0.0);
  cairo_set_line_width (cr, 2.0 * (gap + RING_WIDTH) * pixel);
  cairo_stroke_preserve (cr);

  amicus_set_source_color (cr, amicus_scene_get_background (scene), 1.0);
  cairo_set_dash (cr, NULL, 0, 0.0);
  cairo_set_line_width (cr, 2.0 * gap * pixel);
  cairo_stroke (cr);

  amicus_scene_paint_item (scene, cr, index, self->view->scale);
  cairo_restore (cr);
}

/* A plain box around each of the first @n items. */
static void
draw_boxes (const AmicusOverlay *self,
            cairo_t             *cr,
            GArray              *items,
            guint                n)
{
  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    {
      const AmicusItem *item = get_item (self, g_array_index (items, guint32, i));
      AmicusRect box = amicus_viewport_rect_to_view (self->view, &item->bounds);

      if (item->role == AMICUS_ROLE_CARD)
        cairo_rectangle (cr, box.x, box.y, box.width, box.height);
    }

  amicus_set_source_color (cr, self->accent, 1.0);
  cairo_set_line_width (cr, RING_WIDTH);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_stroke (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
}

/**
 * amicus_overlay_select:
 * @self: the overlay
 * @cr: in pixels of the view
 * @elements: (array length=n_elements): what is selected
 * @n_elements: their number
 *
 * Draws a ring around each that is in view.
 */
void
amicus_overlay_select (const AmicusOverlay *self,
                       cairo_t             *cr,
                       const AmicusElement *elements,
                       guint                n_elements)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_boxes;

  for (guint i = 0; i < n_elements; i++)
    {
      guint32 item = amicus_item_index_find (self->items, elements[i]);

      if (item != AMICUS_NO_INDEX && is_in_view (self, item))
        g_array_append_val (items, item);
    }

  n_boxes = put_names_last (self, items);
  if (items->len <= MANY_ITEMS)
    n_boxes = 0;
  draw_boxes (self, cr, items, n_boxes);
  for (guint i = n_boxes; i < items->len; i++)
    draw_ring (self, cr, g_array_index (items, guint32, i), RING_GAP, FALSE);
}

/**
 * amicus_overlay_focus:
 * @self: the overlay
 * @cr: in pixels of the view
 * @element: what the keyboard is at
 * @selected: whether a ring will be drawn around it that it must leave room for
 *
 * Draws a dashed ring around it.
 */
void
amicus_overlay_focus (const AmicusOverlay *self,
                      cairo_t             *cr,
                      AmicusElement        element,
                      gboolean             selected)
{
  guint32 item = amicus_item_index_find (self->items, element);
  double gap = selected ? 2.0 * RING_GAP + RING_WIDTH : RING_GAP;

  if (item != AMICUS_NO_INDEX && is_in_view (self, item))
    draw_ring (self, cr, item, gap, TRUE);
}

/**
 * amicus_overlay_rubber_band:
 * @self: the overlay
 * @cr: in pixels of the view
 * @rect: in pixels of the view
 *
 * Draws the box that selects what lies in it.
 */
void
amicus_overlay_rubber_band (const AmicusOverlay *self,
                            cairo_t             *cr,
                            const AmicusRect    *rect)
{
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  amicus_set_source_color (cr, self->accent, 0.12);
  cairo_fill_preserve (cr);
  amicus_set_source_color (cr, self->accent, 1.0);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
}

/**
 * amicus_overlay_ghost:
 * @self: the overlay
 * @cr: in pixels of the view
 * @element: an entity that is being moved
 * @centre: where it would come to lie, in points
 *
 * Draws the card there, half transparent.
 */
void
amicus_overlay_ghost (const AmicusOverlay *self,
                      cairo_t             *cr,
                      AmicusElement        element,
                      AmicusPoint          centre)
{
  guint32 index = amicus_item_index_find (self->items, element);
  const AmicusRect *bounds;

  if (index == AMICUS_NO_INDEX)
    return;

  bounds = &get_item (self, index)->bounds;
  enter_scene (self, cr);
  cairo_translate (cr,
                   centre.x - bounds->x - bounds->width / 2.0,
                   centre.y - bounds->y - bounds->height / 2.0);
  cairo_push_group (cr);
  amicus_scene_paint_item (get_scene (self), cr, index, self->view->scale);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, 0.6);
  cairo_restore (cr);
}
