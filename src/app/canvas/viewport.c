/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/canvas/viewport.h"

#include <math.h>

/* Pixels of the picture that stay in view, however far it is pushed. */
#define KEPT_IN_VIEW 48.0

/**
 * amicus_viewport_init:
 * @self: the viewport
 *
 * Sets one pixel per point, the origin at 0, 0 and a view without size.
 */
void
amicus_viewport_init (AmicusViewport *self)
{
  g_return_if_fail (self != NULL);

  *self = (AmicusViewport) {
    .scale = 1.0,
    .min_scale = AMICUS_VIEWPORT_MIN_SCALE,
    .max_scale = AMICUS_VIEWPORT_MAX_SCALE,
  };
}

/**
 * amicus_viewport_resize:
 * @self: the viewport
 * @width: new width of the view, in pixels
 * @height: new height of the view, in pixels
 *
 * Gives the view another size; what was in its middle stays there.
 */
void
amicus_viewport_resize (AmicusViewport *self,
                        double          width,
                        double          height)
{
  g_return_if_fail (self != NULL);

  if (!(width >= 0.0 && height >= 0.0))
    return;

  self->origin.x += (self->width - width) / 2.0 / self->scale;
  self->origin.y += (self->height - height) / 2.0 / self->scale;
  self->width = width;
  self->height = height;
}

/**
 * amicus_viewport_to_scene:
 * @self: the viewport
 * @point: in the view, in pixels
 *
 * Returns: the same point in the scene, in points
 */
AmicusPoint
amicus_viewport_to_scene (const AmicusViewport *self,
                          AmicusPoint           point)
{
  return (AmicusPoint) {
    self->origin.x + point.x / self->scale,
    self->origin.y + point.y / self->scale,
  };
}

/**
 * amicus_viewport_to_view:
 * @self: the viewport
 * @point: in the scene, in points
 *
 * Returns: the same point in the view, in pixels
 */
AmicusPoint
amicus_viewport_to_view (const AmicusViewport *self,
                         AmicusPoint           point)
{
  return (AmicusPoint) {
    (point.x - self->origin.x) * self->scale,
    (point.y - self->origin.y) * self->scale,
  };
}

/**
 * amicus_viewport_rect_to_view:
 * @self: the viewport
 * @rect: in the scene, in points
 *
 * Returns: the same rectangle in the view, in pixels
 */
AmicusRect
amicus_viewport_rect_to_view (const AmicusViewport *self,
                              const AmicusRect     *rect)
{
  AmicusPoint corner = amicus_viewport_to_view (self, (AmicusPoint) { rect->x, rect->y });

  return (AmicusRect) { corner.x, corner.y, rect->width * self->scale, rect->height * self->scale };
}

/**
 * amicus_viewport_get_visible:
 * @self: the viewport
 *
 * Returns: the part of the scene in view, in points
 */
AmicusRect
amicus_viewport_get_visible (const AmicusViewport *self)
{
  return (AmicusRect) {
    self->origin.x, self->origin.y, self->width / self->scale, self->height / self->scale
  };
}

/**
 * amicus_viewport_zoom_at:
 * @self: the viewport
 * @point: in the view, in pixels
 * @factor: of the scale; more than 1 enlarges
 *
 * Changes the scale, within its limits; what is under @point stays under it.
 */
void
amicus_viewport_zoom_at (AmicusViewport *self,
                         AmicusPoint     point,
                         double          factor)
{
  AmicusPoint fixed;

  g_return_if_fail (self != NULL);

  if (!(factor > 0.0) || !isfinite (factor))
    return;

  fixed = amicus_viewport_to_scene (self, point);
  self->scale = CLAMP (self->scale * factor, self->min_scale, self->max_scale);
  self->origin.x = fixed.x - point.x / self->scale;
  self->origin.y = fixed.y - point.y / self->scale;
}

/**
 * amicus_viewport_pan:
 * @self: the viewport
 * @dx: pixels to the right
 * @dy: pixels down
 *
 * Moves what is drawn.
 */
void
amicus_viewport_pan (AmicusViewport *self,
                     double          dx,
                     double          dy)
{
  g_return_if_fail (self != NULL);

  if (!isfinite (dx) || !isfinite (dy))
    return;

  self->origin.x -= dx / self->scale;
  self->origin.y -= dy / self->scale;
}

/**
 * amicus_viewport_centre_on:
 * @self: the viewport
 * @point: in the scene, in points
 *
 * Brings a point to the middle of the view at the same scale.
 */
void
amicus_viewport_centre_on (AmicusViewport *self,
                           AmicusPoint     point)
{
  g_return_if_fail (self != NULL);

  if (!isfinite (point.x) || !isfinite (point.y))
    return;

  self->origin.x = point.x - self->width / 2.0 / self->scale;
  self->origin.y = point.y - self->height / 2.0 / self->scale;
}

/**
 * amicus_viewport_fit:
 * @self: the viewport
 * @rect: what is to be seen, in points
 * @margin: pixels kept free around it
 * @largest: pixels per point at most, so that one small card does not fill the screen
 *
 * Shows all of @rect, in the middle. The smallest scale gives way where @rect is too large for it.
 */
void
amicus_viewport_fit (AmicusViewport   *self,
                     const AmicusRect *rect,
                     double            margin,
                     double            largest)
{
  double wide, high, scale;

  g_return_if_fail (self != NULL);
  g_return_if_fail (rect != NULL);

  wide = MAX (self->width - 2.0 * margin, 1.0);
  high = MAX (self->height - 2.0 * margin, 1.0);
  scale = MIN (wide / MAX (rect->width, 1.0), high / MAX (rect->height, 1.0));
  if (!isfinite (scale))
    return;

  self->min_scale = MIN (self->min_scale, scale);
  self->scale = MIN (scale, MIN (largest, self->max_scale));
  amicus_viewport_centre_on (self, (AmicusPoint) { rect->x + rect->width / 2.0,
                                                   rect->y + rect->height / 2.0 });
}

/* The start of a view of length @seen that shows at least @kept of what lies from @first on for
 * @length. */
static double
clamp_start (double start,
             double seen,
             double first,
             double length,
             double kept)
{
  kept = MIN (kept, MIN (seen, length));
  return CLAMP (start, first + kept - seen, first + length - kept);
}

/**
 * amicus_viewport_clamp:
 * @self: the viewport
 * @bounds: of the scene, in points
 *
 * Moves as little as needed so that some of @bounds stays in view: nobody gets lost in empty space.
 */
void
amicus_viewport_clamp (AmicusViewport   *self,
                       const AmicusRect *bounds)
{
  AmicusRect visible;
  double kept;

  g_return_if_fail (self != NULL);
  g_return_if_fail (bounds != NULL);

  if (!(bounds->width >= 0.0 && bounds->height >= 0.0))
    return;

  visible = amicus_viewport_get_visible (self);
  kept = KEPT_IN_VIEW / self->scale;
  self->origin.x = clamp_start (visible.x, visible.width, bounds->x, bounds->width, kept);
  self->origin.y = clamp_start (visible.y, visible.height, bounds->y, bounds->height, kept);
}

/**
 * amicus_viewport_interpolate:
 * @self: set to the view between; its size stays
 * @from: the view at @t = 0
 * @to: the view at @t = 1
 * @t: from 0 to 1
 *
 * The scale changes geometrically, and the origin with its inverse, so that the point which both
 * views show at the same place stands still.
 */
void
amicus_viewport_interpolate (AmicusViewport       *self,
                             const AmicusViewport *from,
                             const AmicusViewport *to,
                             double                t)
{
  double begin, end, now;

  g_return_if_fail (self != NULL);
  g_return_if_fail (from != NULL && to != NULL);

  begin = 1.0 / from->scale;
  end = 1.0 / to->scale;
  now = begin * pow (end / begin, t);
  if (fabs (end - begin) > 1e-9 * begin)
    t = (now - begin) / (end - begin);

  self->scale = 1.0 / now;
  self->origin.x = from->origin.x + (to->origin.x - from->origin.x) * t;
  self->origin.y = from->origin.y + (to->origin.y - from->origin.y) * t;
}
