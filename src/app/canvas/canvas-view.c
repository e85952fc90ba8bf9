/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/canvas/canvas-private.h"

#include <math.h>

/* Kept free around what is fitted, in pixels. */
#define FIT_MARGIN 44.0
#define REVEAL_MARGIN 80.0
/* Largest scale of a picture that is fitted as a whole. */
#define FIT_SCALE 1.25
/* Smallest scale at which all of a card is read. */
#define READABLE_SCALE 0.8

/* A view that was let go slows down by a factor of e in this time, in seconds … */
#define GLIDE_DECAY 0.325
/* … and stands still below this speed, in pixels a second. */
#define GLIDE_END 12.0

void
amicus_canvas_end_animation (AdwAnimation **slot)
{
  if (*slot != NULL)
    adw_animation_pause (*slot);
  g_clear_object (slot);
}

static void
animation_done_cb (AdwAnimation  *animation,
                   AdwAnimation **slot)
{
  AmicusCanvas *self = AMICUS_CANVAS (adw_animation_get_widget (animation));

  /* Not released here: it is still at work. */
  if (*slot == animation)
    {
      *slot = NULL;
      g_object_unref (animation);
      amicus_canvas_queue_update (self);
    }
}

void
amicus_canvas_animate (AmicusCanvas          *self,
                       AdwAnimation         **slot,
                       guint                  milliseconds,
                       AdwEasing              easing,
                       AdwAnimationTargetFunc step)
{
  amicus_canvas_end_animation (slot);
  *slot = adw_timed_animation_new (GTK_WIDGET (self), 0.0, 1.0, milliseconds,
                                   adw_callback_animation_target_new (step, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (*slot), easing);
  g_signal_connect (*slot, "done", G_CALLBACK (animation_done_cb), slot);
  adw_animation_play (*slot);
  amicus_canvas_check_settled (self);
}

/* Shows @view, which is kept near the picture. */
void
amicus_canvas_set_view (AmicusCanvas         *self,
                        const AmicusViewport *view)
{
  AmicusViewport clamped = *view;
  gboolean scaled;

  amicus_viewport_clamp (&clamped, &self->bounds);
  scaled = !G_APPROX_VALUE (self->view.scale, clamped.scale, 1e-12);
  self->view = clamped;
  if (scaled)
    amicus_canvas_notify_scale (self);

  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  amicus_canvas_queue_update (self);
}

/* The view that is seen when nothing moves any more. */
const AmicusViewport *
amicus_canvas_get_target_view (AmicusCanvas *self)
{
  return self->flight != NULL ? &self->to : &self->view;
}

static void
flight_step (double   t,
             gpointer data)
{
  AmicusCanvas *self = data;
  AmicusViewport view = self->view;

  amicus_viewport_interpolate (&view, &self->from, &self->to, t);
  view.min_scale = self->to.min_scale;
  amicus_canvas_set_view (self, &view);
}

void
amicus_canvas_fly_to (AmicusCanvas         *self,
                      const AmicusViewport *view)
{
  AmicusViewport to = *view;

  amicus_viewport_clamp (&to, &self->bounds);
  amicus_canvas_stop (self);
  self->from = self->view;
  self->to = to;
  amicus_canvas_animate (self, &self->flight, AMICUS_MOTION_TIME, ADW_EASE_OUT_CUBIC, flight_step);
}

static void
go_to (AmicusCanvas         *self,
       const AmicusViewport *view,
       gboolean              animate)
{
  if (animate)
    amicus_canvas_fly_to (self, view);
  else
    {
      amicus_canvas_stop (self);
      amicus_canvas_set_view (self, view);
    }
}

void
amicus_canvas_fit_all (AmicusCanvas *self,
                       gboolean      animate)
{
  AmicusViewport view = self->view;

  self->following = TRUE;
  if (self->view.width < 1.0 || self->view.height < 1.0)
    return;

  amicus_viewport_fit (&view, &self->bounds, FIT_MARGIN, FIT_SCALE);
  go_to (self, &view, animate);
}

void
amicus_canvas_fit_rect (AmicusCanvas     *self,
                        const AmicusRect *rect,
                        double            largest)
{
  AmicusViewport view = self->view;

  amicus_viewport_fit (&view, rect, REVEAL_MARGIN, largest);
  self->following = FALSE;
  amicus_canvas_fly_to (self, &view);
}

void
amicus_canvas_fly_to_element (AmicusCanvas *self,
                              AmicusElement element)
{
  AmicusRect bounds;

  if (!amicus_canvas_get_bounds (self, element, &bounds))
    return;

  amicus_canvas_fit_rect (self, &bounds,
                          self->view.scale < READABLE_SCALE ? 1.0 : self->view.scale);
}

/* How far a stretch from @first on for @length pixels must go to lie between @margin and @size
 * less @margin. */
static double
shift_into (double first,
            double length,
            double size,
            double margin)
{
  if (first < margin)
    return margin - first;
  if (first + length > size - margin)
    return MAX (size - margin - first - length, margin - first);
  return 0.0;
}

void
amicus_canvas_bring_into_view (AmicusCanvas *self,
                               AmicusElement element)
{
  AmicusViewport view = *amicus_canvas_get_target_view (self);
  AmicusRect bounds, place;
  double dx, dy;

  if (!amicus_canvas_get_bounds (self, element, &bounds))
    return;

  place = amicus_viewport_rect_to_view (&view, &bounds);
  dx = shift_into (place.x, place.width, view.width, FIT_MARGIN);
  dy = shift_into (place.y, place.height, view.height, FIT_MARGIN);
  if (fabs (dx) + fabs (dy) < 0.5)
    return;

  amicus_viewport_pan (&view, dx, dy);
  self->following = FALSE;
  amicus_canvas_fly_to (self, &view);
}

void
amicus_canvas_zoom (AmicusCanvas *self,
                    AmicusPoint   point,
                    double        factor,
                    gboolean      animate)
{
  AmicusViewport view = *amicus_canvas_get_target_view (self);

  amicus_viewport_zoom_at (&view, point, factor);
  self->following = FALSE;
  go_to (self, &view, animate);
}

void
amicus_canvas_pan (AmicusCanvas *self,
                   double        dx,
                   double        dy)
{
  AmicusViewport view = self->view;

  amicus_viewport_pan (&view, dx, dy);
  self->following = FALSE;
  amicus_canvas_set_view (self, &view);
}

/* Where a body of velocity @v is after @seconds, slowing down exponentially. */
static AmicusPoint
glided_after (AmicusPoint v,
              double      seconds)
{
  double reach = GLIDE_DECAY * (1.0 - exp (-seconds / GLIDE_DECAY));

  return (AmicusPoint) { v.x * reach, v.y * reach };
}

static double
glide_time (AmicusPoint v)
{
  return GLIDE_DECAY * log (MAX (hypot (v.x, v.y) / GLIDE_END, 1.0));
}

static void
glide_step (double   t,
            gpointer data)
{
  AmicusCanvas *self = data;
  AmicusPoint there = glided_after (self->velocity, t * glide_time (self->velocity));

  amicus_canvas_pan (self, there.x - self->glided.x, there.y - self->glided.y);
  self->glided = there;
}

/* Lets the view go on at @velocity, in pixels a second. */
void
amicus_canvas_glide (AmicusCanvas *self,
                     AmicusPoint   velocity)
{
  double seconds = glide_time (velocity);

  amicus_canvas_stop (self);
  if (seconds < 0.05 || !adw_get_enable_animations (GTK_WIDGET (self)))
    return;

  self->velocity = velocity;
  self->glided = (AmicusPoint) { 0.0, 0.0 };
  amicus_canvas_animate (self, &self->glide, (guint) (seconds * 1000.0), ADW_LINEAR, glide_step);
}

/* Whatever moves the view stops where it is. */
void
amicus_canvas_stop (AmicusCanvas *self)
{
  amicus_canvas_end_animation (&self->flight);
  amicus_canvas_end_animation (&self->glide);
}

void
amicus_canvas_resize (AmicusCanvas *self,
                      int           width,
                      int           height)
{
  amicus_viewport_resize (&self->view, width, height);
  amicus_viewport_resize (&self->from, width, height);
  amicus_viewport_resize (&self->to, width, height);
  if (self->following)
    amicus_canvas_fit_all (self, FALSE);
  else
    amicus_canvas_queue_update (self);
}
