/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/canvas/tiles-private.h"

#include <math.h>

/* A tile takes one mebibyte. */
#define MIN_KEPT_TILES 64
/* Edge of the coarse picture of everything, in tiles: what is seen first where nothing better is
 * there yet. */
#define OVERVIEW_TILES 2

enum
{
  PRIORITY_VISIBLE,
  PRIORITY_AROUND,
  PRIORITY_OVERVIEW,
};

typedef struct
{
  AmicusTiles *tiles;
  guint request;
} Ticket;

static guint
tile_hash (gconstpointer data)
{
  const AmicusTileKey *key = data;

  return g_double_hash (&key->scale) ^ (guint) key->column * 73856093u ^
         (guint) key->row * 19349663u ^ (guint) key->factor;
}

static gboolean
tile_equal (gconstpointer a,
            gconstpointer b)
{
  const AmicusTileKey *key = a;
  const AmicusTileKey *other = b;

  return key->column == other->column && key->row == other->row && key->factor == other->factor &&
         g_double_equal (&key->scale, &other->scale);
}

static void
tile_free (gpointer data)
{
  AmicusTile *tile = data;

  g_cancellable_cancel (tile->cancellable);
  g_object_unref (tile->cancellable);
  g_clear_pointer (&tile->surface, cairo_surface_destroy);
  g_free (tile);
}

static AmicusSheet *
sheet_new (AmicusScene *scene)
{
  AmicusSheet *sheet = g_new (AmicusSheet, 1);

  sheet->scene = amicus_scene_ref (scene);
  sheet->tiles = g_hash_table_new_full (tile_hash, tile_equal, tile_free, NULL);
  return sheet;
}

static void
sheet_free (AmicusSheet *sheet)
{
  g_hash_table_unref (sheet->tiles);
  amicus_scene_unref (sheet->scene);
  g_free (sheet);
}

static void
amicus_tiles_unref (AmicusTiles *self)
{
  if (--self->ref_count == 0)
    g_free (self);
}

/**
 * amicus_tiles_new:
 * @painted: called when something that was missing has been painted
 * @data: for @painted
 *
 * Returns: (transfer full): a store of tiles without a scene
 */
AmicusTiles *
amicus_tiles_new (AmicusTilesCallback painted,
                  gpointer            data)
{
  AmicusTiles *self = g_new0 (AmicusTiles, 1);

  self->ref_count = 1;
  self->painted = painted;
  self->data = data;
  self->factor = 1;
  amicus_viewport_init (&self->view);
  return self;
}

/**
 * amicus_tiles_free:
 * @self: (transfer full): the tiles
 *
 * Forgets all tiles; those still being painted are dropped when they come.
 */
void
amicus_tiles_free (AmicusTiles *self)
{
  g_return_if_fail (self != NULL);

  self->painted = NULL;
  g_clear_pointer (&self->front, sheet_free);
  g_clear_pointer (&self->back, sheet_free);
  g_clear_pointer (&self->next, amicus_scene_unref);
  amicus_tiles_unref (self);
}

/**
 * amicus_tiles_set_scene:
 * @self: the tiles
 * @scene: what is to be seen
 *
 * Shows another scene as soon as its tiles in view are painted. amicus_tiles_update() starts that.
 */
void
amicus_tiles_set_scene (AmicusTiles *self,
                        AmicusScene *scene)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (scene != NULL);

  if (self->front == NULL)
    self->front = sheet_new (scene);
  else if (self->back == NULL)
    self->back = sheet_new (scene);
  else
    {
      amicus_scene_ref (scene);
      g_clear_pointer (&self->next, amicus_scene_unref);
      self->next = scene;
    }
}

/**
 * amicus_tiles_get_scene:
 * @self: the tiles
 *
 * Returns: (transfer none) (nullable): the scene that is seen
 */
AmicusScene *
amicus_tiles_get_scene (AmicusTiles *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->front != NULL ? self->front->scene : NULL;
}

/* Position of the view's top left corner among device pixels: whole, so that tiles stay sharp. */
double
amicus_tile_offset (double origin,
                    double scale,
                    int    factor)
{
  return round (origin * scale * factor);
}

/* The tiles that a view meets. */
AmicusTileGrid
amicus_tile_grid_for_view (const AmicusViewport *view,
                           int                   factor)
{
  double left = amicus_tile_offset (view->origin.x, view->scale, factor);
  double top = amicus_tile_offset (view->origin.y, view->scale, factor);

  return (AmicusTileGrid) {
    (int) floor (left / AMICUS_TILE_SIZE),
    (int) floor (top / AMICUS_TILE_SIZE),
    (int) ceil ((left + view->width * factor) / AMICUS_TILE_SIZE) - 1,
    (int) ceil ((top + view->height * factor) / AMICUS_TILE_SIZE) - 1,
  };
}

AmicusTile *
amicus_sheet_find (AmicusSheet         *sheet,
                   const AmicusTileKey *key)
{
  return g_hash_table_lookup (sheet->tiles, key);
}

/* The tiles of a coarse picture of all of @bounds, and their scale. */
static AmicusTileGrid
overview_grid (const AmicusRect *bounds,
               int               factor,
               double           *scale)
{
  double edge = MAX (MAX (bounds->width, bounds->height), 1.0);
  double tile;

  *scale = OVERVIEW_TILES * AMICUS_TILE_SIZE / edge / factor;
  tile = edge / OVERVIEW_TILES;
  return (AmicusTileGrid) {
    (int) floor (bounds->x / tile),
    (int) floor (bounds->y / tile),
    (int) ceil ((bounds->x + bounds->width) / tile) - 1,
    (int) ceil ((bounds->y + bounds->height) / tile) - 1,
  };
}

static gboolean
is_painted (AmicusSheet   *sheet,
            AmicusTileGrid grid,
            double         scale,
            int            factor)
{
  for (int row = grid.top; row <= grid.bottom; row++)
    for (int column = grid.left; column <= grid.right; column++)
      {
        AmicusTileKey key = { column, row, scale, factor };
        AmicusTile *tile = amicus_sheet_find (sheet, &key);

        if (tile == NULL || tile->surface == NULL)
          return FALSE;
      }
  return TRUE;
}

static gboolean
view_is_painted (AmicusTiles *self,
                 AmicusSheet *sheet)
{
  AmicusTileGrid grid = amicus_tile_grid_for_view (&self->view, self->factor);

  return is_painted (sheet, grid, self->view.scale, self->factor);
}

/* Turns the back sheet to the front once all of it in view is painted. */
static void
turn_over (AmicusTiles *self)
{
  if (self->back == NULL || !view_is_painted (self, self->back))
    return;

  sheet_free (self->front);
  self->front = g_steal_pointer (&self->back);
  if (self->next != NULL)
    {
      self->back = sheet_new (self->next);
      g_clear_pointer (&self->next, amicus_scene_unref);
    }
}

static AmicusTile *
find_request (AmicusTiles         *self,
              const AmicusTileKey *key,
              guint                request)
{
  AmicusSheet *sheets[] = { self->front, self->back };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      AmicusTile *tile = sheets[i] != NULL ? amicus_sheet_find (sheets[i], key) : NULL;

      if (tile != NULL && tile->request == request)
        return tile;
    }
  return NULL;
}

static void
tile_painted_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autofree Ticket *ticket = user_data;
  AmicusTiles *self = ticket->tiles;
  AmicusTileKey key;
  cairo_surface_t *surface = amicus_tile_paint_finish (result, &key, NULL);
  AmicusTile *tile = find_request (self, &key, ticket->request);

  if (surface != NULL && tile != NULL)
    {
      tile->surface = surface;
      turn_over (self);
      if (self->painted != NULL)
        self->painted (self->data);
    }
  else
    g_clear_pointer (&surface, cairo_surface_destroy);

  amicus_tiles_unref (self);
}

static void
request_tile (AmicusTiles         *self,
              AmicusSheet         *sheet,
              const AmicusTileKey *key,
              int                  priority)
{
  AmicusTile *tile = g_new0 (AmicusTile, 1);
  Ticket *ticket = g_new (Ticket, 1);

  tile->key = *key;
  tile->cancellable = g_cancellable_new ();
  tile->request = ++self->request;
  tile->used = self->update;
  g_hash_table_add (sheet->tiles, tile);

  ticket->tiles = self;
  ticket->request = tile->request;
  self->ref_count++;
  amicus_tile_paint_async (sheet->scene, key, priority, tile->cancellable, tile_painted_cb, ticket);
}

static void
want_tiles (AmicusTiles   *self,
            AmicusSheet   *sheet,
            AmicusTileGrid grid,
            double         scale,
            int            priority)
{
  for (int row = grid.top; row <= grid.bottom; row++)
    for (int column = grid.left; column <= grid.right; column++)
      {
        AmicusTileKey key = { column, row, scale, self->factor };
        AmicusTile *tile = amicus_sheet_find (sheet, &key);

        if (tile != NULL)
          tile->used = self->update;
        else
          request_tile (self, sheet, &key, priority);
      }
}

/* When all in view is there: what the next move will need. */
static void
want_surroundings (AmicusTiles   *self,
                   AmicusTileGrid grid)
{
  AmicusRect bounds = amicus_scene_get_bounds (self->front->scene);
  double scale;
  AmicusTileGrid overview = overview_grid (&bounds, self->factor, &scale);

  want_tiles (self, self->front,
              (AmicusTileGrid) { grid.left - 1, grid.top - 1, grid.right + 1, grid.bottom + 1 },
              self->view.scale, PRIORITY_AROUND);
  if (bounds.width >= 0.0 && scale < self->view.scale)
    want_tiles (self, self->front, overview, scale, PRIORITY_OVERVIEW);
}

static int
compare_use (gconstpointer a,
             gconstpointer b)
{
  const AmicusTile *tile = *(AmicusTile * const *) a;
  const AmicusTile *other = *(AmicusTile * const *) b;

  return tile->used < other->used ? -1 : tile->used > other->used;
}

/* Calls back tiles that are no longer wanted, and forgets the ones that were not for longest. */
static void
sweep (AmicusTiles *self,
       AmicusSheet *sheet)
{
  g_autoptr (GPtrArray) unused = g_ptr_array_new ();
  guint excess = MAX ((int) g_hash_table_size (sheet->tiles) - MIN_KEPT_TILES, 0);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, sheet->tiles);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      AmicusTile *tile = key;

      if (tile->used == self->update)
        continue;
      if (tile->surface == NULL)
        g_hash_table_iter_remove (&iter);
      else
        g_ptr_array_add (unused, tile);
    }

  g_ptr_array_sort (unused, compare_use);
  for (guint i = 0; i < MIN (excess, unused->len); i++)
    g_hash_table_remove (sheet->tiles, g_ptr_array_index (unused, i));
}

/**
 * amicus_tiles_update:
 * @self: the tiles
 * @view: what is looked at
 * @factor: device pixels per pixel
 *
 * Asks for the tiles that the view is missing, and then for those around it. Never waits.
 */
void
amicus_tiles_update (AmicusTiles          *self,
                     const AmicusViewport *view,
                     int                   factor)
{
  AmicusTileGrid grid = amicus_tile_grid_for_view (view, factor);

  g_return_if_fail (self != NULL);

  self->view = *view;
  self->factor = factor;
  self->update++;
  if (self->front == NULL)
    return;

  turn_over (self);
  if (self->back != NULL)
    want_tiles (self, self->back, grid, view->scale, PRIORITY_VISIBLE);
  else
    {
      want_tiles (self, self->front, grid, view->scale, PRIORITY_VISIBLE);
      if (view_is_painted (self, self->front))
        want_surroundings (self, grid);
    }

  sweep (self, self->front);
  if (self->back != NULL)
    sweep (self, self->back);
}

/**
 * amicus_tiles_is_complete:
 * @self: the tiles
 *
 * Returns: whether the newest scene is seen, and all of it that the last update asked for
 */
gboolean
amicus_tiles_is_complete (AmicusTiles *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->front != NULL && self->back == NULL && view_is_painted (self, self->front);
}
