/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/canvas/canvas-private.h"

#include <math.h>

/* Of the scale, for one notch of a wheel and for one pixel of two fingers. */
#define ZOOM_BY_NOTCH 1.2
#define ZOOM_BY_PIXEL 1.01
/* Pixels that one notch of a wheel pans. */
#define PAN_BY_NOTCH 60.0

static GdkModifierType
get_state (gpointer controller)
{
  return gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
}

static guint
get_button (gpointer gesture)
{
  return gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
}

void
amicus_canvas_set_cursor (AmicusCanvas *self)
{
  AmicusElement hover = self->session != NULL ? amicus_session_get_hover (self->session)
                                              : AMICUS_NO_ELEMENT;
  const char *name = NULL;

  if (self->drag.mode == AMICUS_DRAG_BAND || self->drag.mode == AMICUS_DRAG_RELATION
      || amicus_canvas_is_on_handle (self, self->pointer))
    name = "crosshair";
  else if (self->drag.mode != AMICUS_DRAG_NONE)
    name = "grabbing";
  else if (hover.kind != AMICUS_ELEMENT_NONE)
    name = "pointer";
  else if (amicus_tiles_get_scene (self->tiles) != NULL)
    name = "grab";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

/* A wheel and its kin count notches; fingers on a pad move the picture itself. X11 counts notches
 * for both. */
static gboolean
scrolls_by_finger (GtkEventControllerScroll *scroll)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (scroll));

  return gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_SURFACE ||
         (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHPAD);
}

/* A wheel zooms about the pointer and, with Shift, pans sideways; two fingers pan and, with
 * Control, zoom. */
static gboolean
scroll_cb (GtkEventControllerScroll *scroll,
           double                    dx,
           double                    dy,
           gpointer                  data)
{
  AmicusCanvas *self = data;
  GdkModifierType state = get_state (scroll);
  gboolean finger = scrolls_by_finger (scroll);
  gboolean pixels = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_SURFACE;
  double step = pixels ? 1.0 : PAN_BY_NOTCH;
  double zoom = pow (pixels ? ZOOM_BY_PIXEL : ZOOM_BY_NOTCH, -dy);

  if (finger ? (state & GDK_CONTROL_MASK) != 0 : (state & GDK_SHIFT_MASK) == 0)
    {
      amicus_canvas_zoom (self, self->pointer, zoom, !finger);
      return GDK_EVENT_STOP;
    }

  amicus_canvas_stop (self);
  if (finger)
    amicus_canvas_pan (self, -dx * step, -dy * step);
  else
    amicus_canvas_pan (self, -(dx + dy) * step, 0.0);
  return GDK_EVENT_STOP;
}

static void
decelerate_cb (GtkEventControllerScroll *scroll,
               double                    velocity_x,
               double                    velocity_y,
               gpointer                  data)
{
  if (scrolls_by_finger (scroll))
    amicus_canvas_glide (AMICUS_CANVAS (data), (AmicusPoint) { -velocity_x, -velocity_y });
}

static void
motion_cb (GtkEventControllerMotion *motion,
           double                    x,
           double                    y,
           gpointer                  data)
{
  AmicusCanvas *self = data;
  AmicusPoint point = { x, y };

  /* GTK sends a motion without any where something below the pointer has come or gone. */
  if (self->pointer_rests && fabs (x - self->pointer.x) < 0.5 && fabs (y - self->pointer.y) < 0.5)
    return;

  self->pointer_rests = FALSE;
  amicus_canvas_move_pointer (self, point);
}

static void
leave_cb (GtkEventControllerMotion *motion,
          gpointer                  data)
{
  amicus_canvas_lose_pointer (AMICUS_CANVAS (data));
}

/* Whoever uses the keyboard does not mean what the pointer was left over. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                gpointer               data)
{
  AmicusCanvas *self = data;

  self->pointer_rests = TRUE;
  amicus_canvas_lose_pointer (self);
  return GDK_EVENT_PROPAGATE;
}

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                gpointer          data)
{
  AmicusCanvas *self = data;

  amicus_canvas_stop (self);
  self->pinch_view = self->view;
  gtk_gesture_get_bounding_box_center (gesture, &self->pinch_centre.x, &self->pinch_centre.y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_cb (GtkGestureZoom *gesture,
          double          scale,
          gpointer        data)
{
  AmicusCanvas *self = data;
  AmicusViewport view = self->pinch_view;
  AmicusPoint centre = self->pinch_centre;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &centre.x, &centre.y);
  amicus_viewport_zoom_at (&view, self->pinch_centre, scale);
  amicus_viewport_pan (&view, centre.x - self->pinch_centre.x, centre.y - self->pinch_centre.y);
  self->following = FALSE;
  amicus_canvas_set_view (self, &view);
}

/* Verbs of editing are the window's. */
static void
add_entity (AmicusCanvas *self,
            AmicusPoint   point)
{
  AmicusPoint place = amicus_viewport_to_scene (&self->view, point);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-entity-at", "(dd)", place.x, place.y);
}

/* What a click does: select, select as well, clear; the second one flies there, or adds where nothing is. */
void
amicus_canvas_click (AmicusCanvas   *self,
                     int             n_press,
                     AmicusPoint     point,
                     GdkModifierType state)
{
  gboolean toggle = (state & GDK_CONTROL_MASK) != 0;
  AmicusElement element = AMICUS_NO_ELEMENT;

  if (self->session == NULL)
    return;

  amicus_canvas_pick (self, point, &element);
  if (n_press == 2 && element.kind == AMICUS_ELEMENT_NONE)
    add_entity (self, point);
  else if (n_press == 2)
    amicus_canvas_fly_to_element (self, element);
  else if (n_press == 1 && element.kind != AMICUS_ELEMENT_NONE)
    {
      amicus_session_select (self->session, element,
                             toggle ? AMICUS_SELECT_TOGGLE : AMICUS_SELECT_REPLACE);
      amicus_canvas_set_focused (self, element);
    }
  else if (n_press == 1 && !toggle)
    amicus_session_clear_selection (self->session);
}

static void
menu_cb (GtkGestureClick *gesture,
         int              n_press,
         double           x,
         double           y,
         gpointer         data)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (data));
  amicus_canvas_show_menu (AMICUS_CANVAS (data), (AmicusPoint) { x, y });
}

static void
held_cb (GtkGestureLongPress *gesture,
         double               x,
         double               y,
         gpointer             data)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  amicus_canvas_show_menu (AMICUS_CANVAS (data), (AmicusPoint) { x, y });
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            gpointer         data)
{
  AmicusCanvas *self = data;

  if (self->drag.mode == AMICUS_DRAG_RELATION)
    amicus_canvas_cancel_drag (self);
  self->by_keyboard = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  amicus_canvas_stop (self);
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             gpointer         data)
{
  amicus_canvas_click (AMICUS_CANVAS (data), n_press, (AmicusPoint) { x, y },
                       get_state (gesture));
}

/* A drag begins when the pointer has left the place: until then it may become a click. */
static void
drag_update_cb (GtkGestureDrag *gesture,
                double          x,
                double          y,
                gpointer        data)
{
  AmicusCanvas *self = data;
  AmicusPoint start;

  if (self->session == NULL || !gtk_gesture_drag_get_start_point (gesture, &start.x, &start.y))
    return;

  if (self->drag.mode == AMICUS_DRAG_NONE)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, (int) y))
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      amicus_canvas_begin_drag (self, start, get_button (gesture), get_state (gesture));
    }
  amicus_canvas_drag_to (self, (AmicusPoint) { x, y });
}

/* What begins on a card's handle will be a relation. */
static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               gpointer        data)
{
  AmicusCanvas *self = data;

  self->drag.tail = amicus_canvas_is_on_handle (self, (AmicusPoint) { x, y })
                      ? amicus_session_get_hover (self->session) : AMICUS_NO_ELEMENT;
  if (get_button (gesture) == GDK_BUTTON_SECONDARY)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          x,
             double          y,
             gpointer        data)
{
  AmicusCanvas *self = data;

  if (self->drag.mode != AMICUS_DRAG_NONE)
    amicus_canvas_end_drag (self);
}

static void
drag_cancel_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                gpointer          data)
{
  AmicusCanvas *self = data;

  if (self->drag.mode != AMICUS_DRAG_NONE)
    amicus_canvas_cancel_drag (self);
}

static void
add_motion (AmicusCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES |
                                     GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);

  /* Before the keys do what they are bound to. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
add_gestures (AmicusCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

static void
add_menu_gestures (AmicusCanvas *self)
{
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (hold, "pressed", G_CALLBACK (held_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (hold));
}

void
amicus_canvas_init_pointer (AmicusCanvas *self)
{
  add_motion (self);
  add_gestures (self);
  add_menu_gestures (self);
}
