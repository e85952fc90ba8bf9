/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/canvas/canvas-private.h"

#include "drawing/color.h"

#include <math.h>

/* Of the handle at the edge of a card, in pixels: as it is drawn and as it is hit. */
#define HANDLE_RADIUS 6.0
#define HANDLE_REACH 12.0

/* A card smaller than this is moved, not connected. */
#define LEAST_CARD 14.0

/* Where the handle of a card lies in the view: in the middle of its right edge. */
static gboolean
get_handle (AmicusCanvas *self,
            AmicusElement element,
            AmicusPoint  *handle)
{
  AmicusRect bounds;

  if (element.kind != AMICUS_ELEMENT_ENTITY || !amicus_canvas_get_bounds (self, element, &bounds))
    return FALSE;

  bounds = amicus_viewport_rect_to_view (&self->view, &bounds);
  *handle = (AmicusPoint) { bounds.x + bounds.width, bounds.y + bounds.height / 2.0 };

  return bounds.height >= LEAST_CARD;
}

/* Whether a point of the view is on the handle of the card that is hovered. */
gboolean
amicus_canvas_is_on_handle (AmicusCanvas *self,
                            AmicusPoint   point)
{
  AmicusPoint handle;

  return self->session != NULL && self->pointer_inside
         && get_handle (self, amicus_session_get_hover (self->session), &handle)
         && hypot (point.x - handle.x, point.y - handle.y) <= HANDLE_REACH;
}

static AmicusPoint
get_pointer (AmicusCanvas *self)
{
  return (AmicusPoint) { self->drag.start.x + self->drag.offset.x, self->drag.start.y + self->drag.offset.y };
}

/* The card that the relation would go to, or none. */
static AmicusElement
find_head (AmicusCanvas *self)
{
  AmicusElement head = self->focused;

  if (!self->drag.by_keyboard && !amicus_canvas_pick (self, get_pointer (self), &head))
    head = AMICUS_NO_ELEMENT;
  if (head.kind != AMICUS_ELEMENT_ENTITY || amicus_element_equal (head, self->drag.tail))
    return AMICUS_NO_ELEMENT;

  return head;
}

/* Begins at what is selected; the arrows choose the other end. */
void
amicus_canvas_connect_by_keyboard (AmicusCanvas *self)
{
  AmicusElement tail = amicus_session_get_primary (self->session);
  AmicusRect bounds;

  if (tail.kind != AMICUS_ELEMENT_ENTITY || !amicus_canvas_get_bounds (self, tail, &bounds))
    return;

  amicus_canvas_stop (self);
  self->by_keyboard = TRUE;
  self->drag.mode = AMICUS_DRAG_RELATION;
  self->drag.by_keyboard = TRUE;
  self->drag.tail = tail;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  amicus_canvas_set_focused (self, tail);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The window asks for the kind, and makes the relation: to the card there, or to a new one where there is none. */
void
amicus_canvas_end_connect (AmicusCanvas *self)
{
  AmicusElement tail = self->drag.tail;
  AmicusElement head = find_head (self);
  AmicusElement below = AMICUS_NO_ELEMENT;
  AmicusPoint place = amicus_viewport_to_scene (&self->view, get_pointer (self));
  gboolean nowhere = !self->drag.by_keyboard && !amicus_canvas_pick (self, get_pointer (self), &below);

  amicus_canvas_forget_drag (self);
  if (head.kind == AMICUS_ELEMENT_ENTITY)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.connect-to", "(uu)", tail.id, head.id);
  else if (nowhere || below.kind == AMICUS_ELEMENT_GROUP)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.connect-to-new", "(udd)", tail.id, place.x, place.y);
}

static void
draw_handle (const AmicusOverlay *overlay,
             cairo_t             *cr,
             AmicusPoint          handle)
{
  AmicusScene *scene = amicus_item_index_get_scene (overlay->items);

  cairo_new_path (cr);
  cairo_arc (cr, handle.x, handle.y, HANDLE_RADIUS, 0.0, 2.0 * G_PI);
  amicus_set_source_color (cr, overlay->accent, 1.0);
  cairo_fill_preserve (cr);
  amicus_set_source_color (cr, amicus_scene_get_background (scene), 1.0);
  cairo_set_line_width (cr, 2.0);
  cairo_stroke (cr);
}

static void
draw_line (const AmicusOverlay *overlay,
           cairo_t             *cr,
           AmicusPoint          from,
           AmicusPoint          to)
{
  cairo_new_path (cr);
  cairo_move_to (cr, from.x, from.y);
  cairo_line_to (cr, to.x, to.y);
  amicus_set_source_color (cr, overlay->accent, 1.0);
  cairo_set_line_width (cr, 2.0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);
}

static AmicusPoint
get_middle (AmicusCanvas *self,
            AmicusElement element)
{
  AmicusRect bounds = { 0.0, 0.0, 0.0, 0.0 };

  amicus_canvas_get_bounds (self, element, &bounds);
  bounds = amicus_viewport_rect_to_view (&self->view, &bounds);

  return (AmicusPoint) { bounds.x + bounds.width / 2.0, bounds.y + bounds.height / 2.0 };
}

static void
draw_relation (AmicusCanvas        *self,
               const AmicusOverlay *overlay,
               cairo_t             *cr)
{
  AmicusElement head = find_head (self);
  AmicusPoint from = get_middle (self, self->drag.tail);
  AmicusPoint to = self->drag.by_keyboard ? get_middle (self, self->focused) : get_pointer (self);

  get_handle (self, self->drag.tail, &from);
  draw_line (overlay, cr, from, to);
  draw_handle (overlay, cr, to);
  if (head.kind == AMICUS_ELEMENT_ENTITY)
    amicus_overlay_select (overlay, cr, &head, 1);
}

void
amicus_canvas_draw_connect (AmicusCanvas        *self,
                            const AmicusOverlay *overlay,
                            cairo_t             *cr)
{
  AmicusPoint handle;

  if (self->drag.mode == AMICUS_DRAG_RELATION)
    draw_relation (self, overlay, cr);
  else if (self->drag.mode == AMICUS_DRAG_NONE && self->pointer_inside
           && get_handle (self, self->highlighted, &handle))
    draw_handle (overlay, cr, handle);
}
