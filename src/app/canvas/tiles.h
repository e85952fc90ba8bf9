/* SPDX-License-Identifier: GPL-3.0-or-later
 * The tiles a scene is shown by: asked for, kept, drawn. */

#pragma once

#include "app/canvas/tile-painter.h"
#include "app/canvas/viewport.h"

G_BEGIN_DECLS

/**
 * AmicusTiles:
 *
 * Lives on the main thread and never waits. A new scene is shown as soon as all its tiles in view are painted; until
 * then the old one stays, so that one never sees half of each. At a new scale, what is already painted is shown
 * enlarged or reduced where the right tiles are missing.
 */
typedef struct _AmicusTiles AmicusTiles;

/* Something that was missing has been painted: draw again. */
typedef void (*AmicusTilesCallback) (gpointer data);

AmicusTiles *amicus_tiles_new         (AmicusTilesCallback   painted,
                                       gpointer              data) G_GNUC_WARN_UNUSED_RESULT;
/* @painted is not called any more. */
void         amicus_tiles_free        (AmicusTiles          *self);

/* Shows @scene next. */
void         amicus_tiles_set_scene   (AmicusTiles          *self,
                                       AmicusScene          *scene);
/* The scene that is seen now, or NULL before the first one. */
AmicusScene *amicus_tiles_get_scene   (AmicusTiles          *self);

/* Asks for what a view of the scene with @factor device pixels per pixel is missing; drops what nobody looks at. */
void         amicus_tiles_update      (AmicusTiles          *self,
                                       const AmicusViewport *view,
                                       int                   factor);
/* Whether the newest scene is seen and nothing in view was missing at the last update. */
gboolean     amicus_tiles_is_complete (AmicusTiles          *self);

void         amicus_tiles_draw        (AmicusTiles          *self,
                                       cairo_t              *cr,
                                       const AmicusViewport *view,
                                       int                   factor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusTiles, amicus_tiles_free)

G_END_DECLS
