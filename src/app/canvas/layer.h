/* SPDX-License-Identifier: GPL-3.0-or-later
 * Many items of a scene, painted in a thread as they are seen in a view. */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "app/canvas/viewport.h"
#include "drawing/scene.h"

G_BEGIN_DECLS

typedef struct _AmicusLayer AmicusLayer;

/* @items: guint32, in the order of painting, not changed any more; @factor: device pixels per pixel */
void         amicus_layer_paint_async  (AmicusScene          *scene,
                                        GArray               *items,
                                        const AmicusViewport *view,
                                        int                   factor,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
AmicusLayer *amicus_layer_paint_finish (GAsyncResult         *result) G_GNUC_WARN_UNUSED_RESULT;
void         amicus_layer_free         (AmicusLayer          *self);

AmicusScene *amicus_layer_get_scene    (const AmicusLayer    *self);
/* Whether it was painted for this view. */
gboolean     amicus_layer_fits         (const AmicusLayer    *self,
                                        const AmicusViewport *view,
                                        int                   factor);
/* Where it belongs in another view, enlarged or reduced. */
void         amicus_layer_draw         (const AmicusLayer    *self,
                                        cairo_t              *cr,
                                        const AmicusViewport *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusLayer, amicus_layer_free)

G_END_DECLS
