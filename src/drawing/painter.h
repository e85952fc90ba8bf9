/* SPDX-License-Identifier: GPL-3.0-or-later
 * Paints a scene with cairo: canvas tiles, PNG and PDF. */

#pragma once

#include "drawing/scene.h"

G_BEGIN_DECLS

/* Paints what meets @area (in scene points) with the transformation that @cr has. @scale is
 * pixels per point and decides what is too fine to draw; 0 draws everything (exports). No
 * background. Any thread. */
void amicus_scene_paint      (AmicusScene      *scene,
                              cairo_t          *cr,
                              const AmicusRect *area,
                              double            scale);
/* Paints one item, for what is drawn over the tiles (hover, selection, dragging). */
void amicus_scene_paint_item (AmicusScene      *scene,
                              cairo_t          *cr,
                              guint32           item,
                              double            scale);

/* Whether marks of @detail are drawn at @scale pixels per point (0: all are). */
gboolean amicus_detail_is_visible (AmicusDetail detail,
                                   double       weight,
                                   double       scale);

G_END_DECLS
