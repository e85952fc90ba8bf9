/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   viewport ──update──▶ wanted tiles ──▶ painter's threads ──answer──▶ sheet ──draw──▶ cairo
 *
 * A sheet holds the tiles of one scene. The front sheet is seen; the back sheet gets its tiles in view painted and then
 * becomes the front one; the next scene waits until there is room behind. So a run of scenes, such as an animation, is
 * shown as fast as it can be painted, whole and in order, and none of them is waited for by the main loop. */

#pragma once

#include "app/canvas/tiles.h"

G_BEGIN_DECLS

typedef struct
{
  AmicusTileKey key;
  cairo_surface_t *surface;   /* NULL while it is being painted */
  GCancellable *cancellable;
  guint request;              /* the answer must bear this number */
  guint used;                 /* the update that last wanted it */
} AmicusTile;

typedef struct
{
  AmicusScene *scene;
  GHashTable *tiles;          /* set of AmicusTile, equal by key */
} AmicusSheet;

/* Columns and rows from first to last. */
typedef struct
{
  int left, top, right, bottom;
} AmicusTileGrid;

struct _AmicusTiles
{
  guint ref_count;            /* one for the owner, one for each answer on its way */
  AmicusTilesCallback painted;
  gpointer data;

  AmicusSheet *front;
  AmicusSheet *back;
  AmicusScene *next;

  AmicusViewport view;        /* of the last update */
  int factor;
  guint update;               /* number of the last update */
  guint request;              /* number of the last request */
};

/* The tiles that a view meets. */
AmicusTileGrid  amicus_tile_grid_for_view (const AmicusViewport *view,
                                           int                   factor);
/* The tile, which may not have been painted yet, or NULL. */
AmicusTile     *amicus_sheet_find         (AmicusSheet          *sheet,
                                           const AmicusTileKey  *key);
/* From the zero point of the scene to the view's corner, in device pixels: whole, so that tiles stay sharp. */
double          amicus_tile_offset        (double                origin,
                                           double                scale,
                                           int                   factor);

G_END_DECLS
