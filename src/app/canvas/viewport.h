/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which part of a scene is seen, and how large: plain numbers, no widget. */

#pragma once

#include "base/geometry.h"

G_BEGIN_DECLS

/* Pixels per point at which reading stops making sense, either way. */
#define AMICUS_VIEWPORT_MIN_SCALE 0.01
#define AMICUS_VIEWPORT_MAX_SCALE 8.0

/**
 * AmicusViewport:
 * @origin: the point of the scene at the top left corner of the view
 * @scale: pixels per point
 * @width: of the view, in pixels
 * @height: of the view, in pixels
 * @min_scale: smallest scale
 * @max_scale: largest scale
 *
 * Read freely; change through the functions, which keep every number finite and in range.
 */
typedef struct
{
  AmicusPoint origin;
  double scale;
  double width;
  double height;
  double min_scale;
  double max_scale;
} AmicusViewport;

void        amicus_viewport_init            (AmicusViewport       *self);

/* Keeps the middle of the view where it is. */
void        amicus_viewport_resize          (AmicusViewport       *self,
                                             double                width,
                                             double                height);

AmicusPoint amicus_viewport_to_scene        (const AmicusViewport *self,
                                             AmicusPoint           point);
AmicusPoint amicus_viewport_to_view         (const AmicusViewport *self,
                                             AmicusPoint           point);
AmicusRect  amicus_viewport_rect_to_view    (const AmicusViewport *self,
                                             const AmicusRect     *rect);
/* The part of the scene in view. */
AmicusRect  amicus_viewport_get_visible     (const AmicusViewport *self);

/* The point of the scene under @point (in the view) stays under it. */
void        amicus_viewport_zoom_at         (AmicusViewport       *self,
                                             AmicusPoint           point,
                                             double                factor);
/* By pixels: what is drawn moves by (@dx, @dy). */
void        amicus_viewport_pan             (AmicusViewport       *self,
                                             double                dx,
                                             double                dy);
void        amicus_viewport_centre_on       (AmicusViewport       *self,
                                             AmicusPoint           point);
/* Shows all of @rect with @margin pixels around it, enlarged to @largest pixels per point at most. */
void        amicus_viewport_fit             (AmicusViewport       *self,
                                             const AmicusRect     *rect,
                                             double                margin,
                                             double                largest);
/* Moves as little as needed so that some of @bounds stays in view. */
void        amicus_viewport_clamp           (AmicusViewport       *self,
                                             const AmicusRect     *bounds);
/* Between two views, @t from 0 to 1: the scale changes evenly, as the eye sees it. */
void        amicus_viewport_interpolate     (AmicusViewport       *self,
                                             const AmicusViewport *from,
                                             const AmicusViewport *to,
                                             double                t);

G_END_DECLS
