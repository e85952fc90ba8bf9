/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/canvas/tiles-private.h"

#include "drawing/color.h"
#include "drawing/painter.h"

#include <math.h>

/* Items up to which a scene is painted within a frame. */
#define SMALL_SCENE 3000

/* Where a tile of the view's own scale lies in the view, in device pixels. */
static AmicusPoint
tile_corner (const AmicusTileKey  *key,
             const AmicusViewport *view)
{
  double left = amicus_tile_offset (view->origin.x, key->scale, key->factor);
  double top = amicus_tile_offset (view->origin.y, key->scale, key->factor);

  return (AmicusPoint) {
    (double) key->column * AMICUS_TILE_SIZE - left,
    (double) key->row * AMICUS_TILE_SIZE - top,
  };
}

/* Paints @tile where it belongs in the view, enlarged or reduced. */
static void
draw_scaled (const AmicusTile     *tile,
             cairo_t              *cr,
             const AmicusViewport *view)
{
  AmicusRect area = amicus_tile_get_area (&tile->key);
  AmicusRect place = amicus_viewport_rect_to_view (view, &area);

  cairo_save (cr);
  cairo_rectangle (cr, place.x, place.y, place.width, place.height);
  cairo_clip (cr);
  cairo_translate (cr, place.x, place.y);
  cairo_scale (cr, place.width / AMICUS_TILE_SIZE, place.height / AMICUS_TILE_SIZE);
  cairo_set_source_surface (cr, tile->surface, 0.0, 0.0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_restore (cr);
}

static int
compare_closeness (gconstpointer a,
                   gconstpointer b,
                   gpointer      data)
{
  const AmicusTile *tile = *(AmicusTile * const *) a;
  const AmicusTile *other = *(AmicusTile * const *) b;
  double scale = *(double *) data;
  double far = fabs (log (tile->key.scale / scale));
  double near = fabs (log (other->key.scale / scale));

  return far > near ? -1 : far < near;
}

/* A small scene of which no tile is there yet is painted at once: the first frame shows the picture. */
static void
paint_at_once (AmicusScene          *scene,
               cairo_t              *cr,
               const AmicusViewport *view)
{
  AmicusRect seen = amicus_viewport_get_visible (view);
  guint n_items;

  amicus_scene_get_items (scene, &n_items);
  if (n_items > SMALL_SCENE)
    return;

  cairo_translate (cr, -view->origin.x * view->scale, -view->origin.y * view->scale);
  cairo_scale (cr, view->scale, view->scale);
  amicus_scene_paint (scene, cr, &seen, view->scale);
}

/* Fills the clip with the background and what is there at other scales, the closest scale on
 * top. */
static void
draw_substitutes (AmicusTiles          *self,
                  cairo_t              *cr,
                  const AmicusViewport *view)
{
  g_autoptr (GPtrArray) tiles = g_ptr_array_new ();
  double scale = view->scale;
  gboolean has_tile = FALSE;
  GHashTableIter iter;
  gpointer key;

  amicus_set_source_color (cr, amicus_scene_get_background (self->front->scene), 1.0);
  cairo_paint (cr);

  g_hash_table_iter_init (&iter, self->front->tiles);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      AmicusTile *tile = key;

      has_tile = has_tile || tile->surface != NULL;
      if (tile->surface != NULL && !g_double_equal (&tile->key.scale, &scale))
        g_ptr_array_add (tiles, tile);
    }

  g_ptr_array_sort_with_data (tiles, compare_closeness, &scale);
  for (guint i = 0; i < tiles->len; i++)
    draw_scaled (g_ptr_array_index (tiles, i), cr, view);
  if (!has_tile)
    paint_at_once (self->front->scene, cr, view);
}

/* Adds the places of tiles that are not there to the path; returns whether there is one. */
static gboolean
add_missing (AmicusTiles          *self,
             cairo_t              *cr,
             const AmicusViewport *view,
             AmicusTileGrid        grid,
             int                   factor)
{
  gboolean missing = FALSE;

  for (int row = grid.top; row <= grid.bottom; row++)
    for (int column = grid.left; column <= grid.right; column++)
      {
        AmicusTileKey key = { column, row, view->scale, factor };
        AmicusTile *tile = amicus_sheet_find (self->front, &key);
        AmicusPoint corner = tile_corner (&key, view);
        double edge = AMICUS_TILE_SIZE / (double) factor;

        if (tile != NULL && tile->surface != NULL)
          continue;
        cairo_rectangle (cr, corner.x / factor, corner.y / factor, edge, edge);
        missing = TRUE;
      }
  return missing;
}

/* Paints the tiles that fit exactly, pixel on pixel. */
static void
draw_tiles (AmicusTiles          *self,
            cairo_t              *cr,
            const AmicusViewport *view,
            AmicusTileGrid        grid,
            int                   factor)
{
  cairo_scale (cr, 1.0 / factor, 1.0 / factor);
  for (int row = grid.top; row <= grid.bottom; row++)
    for (int column = grid.left; column <= grid.right; column++)
      {
        AmicusTileKey key = { column, row, view->scale, factor };
        AmicusTile *tile = amicus_sheet_find (self->front, &key);
        AmicusPoint corner = tile_corner (&key, view);

        if (tile == NULL || tile->surface == NULL)
          continue;
        cairo_set_source_surface (cr, tile->surface, corner.x, corner.y);
        cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
        cairo_rectangle (cr, corner.x, corner.y, AMICUS_TILE_SIZE, AMICUS_TILE_SIZE);
        cairo_fill (cr);
      }
}

/**
 * amicus_tiles_draw:
 * @self: the tiles
 * @cr: to draw with, in pixels of the view
 * @view: what is looked at
 * @factor: device pixels per pixel
 *
 * Draws what there is of the view, and the background where nothing has been painted yet. Nothing
 * before the first scene.
 */
void
amicus_tiles_draw (AmicusTiles          *self,
                   cairo_t              *cr,
                   const AmicusViewport *view,
                   int                   factor)
{
  AmicusTileGrid grid = amicus_tile_grid_for_view (view, factor);

  g_return_if_fail (self != NULL);

  if (self->front == NULL)
    return;

  cairo_save (cr);
  if (add_missing (self, cr, view, grid, factor))
    {
      cairo_clip (cr);
      draw_substitutes (self, cr, view);
    }
  cairo_restore (cr);

  cairo_save (cr);
  draw_tiles (self, cr, view, grid, factor);
  cairo_restore (cr);
}
