/* SPDX-License-Identifier: GPL-3.0-or-later
 * Paints one tile of a scene in a thread. */

#pragma once

#include <gio/gio.h>

#include "drawing/scene.h"

G_BEGIN_DECLS

/* Edge of a tile, in device pixels. */
#define AMICUS_TILE_SIZE 512

/**
 * AmicusTileKey:
 * @column: tiles from the scene's zero point to the right
 * @row: tiles from the scene's zero point down
 * @scale: pixels per point
 * @factor: device pixels per pixel
 *
 * Which square of a scene, and how large.
 */
typedef struct
{
  int column;
  int row;
  double scale;
  int factor;
} AmicusTileKey;

/* The part of the scene that a tile shows, in points. */
AmicusRect       amicus_tile_get_area     (const AmicusTileKey  *key);

void             amicus_tile_paint_async  (AmicusScene          *scene,
                                           const AmicusTileKey  *key,
                                           int                   priority,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
cairo_surface_t *amicus_tile_paint_finish (GAsyncResult         *result,
                                           AmicusTileKey        *key,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
