/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/canvas/canvas-private.h"

/* How long the pointer rests before something is highlighted, in milliseconds. */
#define REST_TIME 150

static void
fade_in_step (double   t,
              gpointer data)
{
  AmicusCanvas *self = data;

  self->strength = MAX (self->strength, t);
  gtk_widget_set_opacity (self->hover_card, self->strength);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fade_out_step (double   t,
               gpointer data)
{
  AmicusCanvas *self = data;

  self->strength = MIN (self->strength, 1.0 - t);
  gtk_widget_set_opacity (self->hover_card, self->strength);
  if (t >= 1.0)
    {
      self->highlighted = AMICUS_NO_ELEMENT;
      g_clear_pointer (&self->layer, amicus_layer_free);
      gtk_widget_set_visible (self->hover_card, FALSE);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_card_text (AmicusCanvas *self,
               guint32       index)
{
  AmicusScene *scene = amicus_item_index_get_scene (self->index);
  const AmicusItem *item = &amicus_scene_get_items (scene, NULL)[index];

  amicus_hover_card_set_text (AMICUS_HOVER_CARD (self->hover_card),
                              amicus_scene_get_string (scene, item->title),
                              amicus_scene_get_string (scene, item->description));
}

static void
highlight (AmicusCanvas *self,
           AmicusElement element)
{
  AmicusItemIndex *index = amicus_canvas_get_index (self);
  guint32 item = index != NULL ? amicus_item_index_find (index, element) : AMICUS_NO_INDEX;

  if (item == AMICUS_NO_INDEX)
    return;

  self->highlighted = element;
  if (self->pointer_inside)
    set_card_text (self, item);
  gtk_widget_set_visible (self->hover_card, self->pointer_inside);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  amicus_canvas_animate (self, &self->fade, AMICUS_MOTION_TIME, ADW_EASE_OUT_CUBIC, fade_in_step);
}

static gboolean
rested_cb (gpointer data)
{
  AmicusCanvas *self = data;

  self->hover_timeout = 0;
  highlight (self, amicus_session_get_hover (self->session));
  return G_SOURCE_REMOVE;
}

/* Highlights what the session says is hovered: at once when something else was, else after a
 * rest. */
void
amicus_canvas_show_hover (AmicusCanvas *self)
{
  AmicusElement element = amicus_session_get_hover (self->session);

  g_clear_handle_id (&self->hover_timeout, g_source_remove);
  if (element.kind == AMICUS_ELEMENT_NONE)
    amicus_canvas_hide_hover (self);
  else if (self->highlighted.kind != AMICUS_ELEMENT_NONE)
    highlight (self, element);
  else
    self->hover_timeout = g_timeout_add (REST_TIME, rested_cb, self);
}

void
amicus_canvas_hide_hover (AmicusCanvas *self)
{
  g_clear_handle_id (&self->hover_timeout, g_source_remove);
  if (self->highlighted.kind != AMICUS_ELEMENT_NONE)
    amicus_canvas_animate (self, &self->fade, AMICUS_MOTION_TIME, ADW_EASE_OUT_CUBIC,
                           fade_out_step);
}

/* Nothing is highlighted any more, at once. */
void
amicus_canvas_forget_hover (AmicusCanvas *self)
{
  g_clear_handle_id (&self->hover_timeout, g_source_remove);
  amicus_canvas_end_animation (&self->fade);
  self->highlighted = AMICUS_NO_ELEMENT;
  self->strength = 0.0;
  g_clear_pointer (&self->layer, amicus_layer_free);
  gtk_widget_set_visible (self->hover_card, FALSE);
}

void
amicus_canvas_update_hover (AmicusCanvas *self)
{
  AmicusElement element = AMICUS_NO_ELEMENT;

  if (self->session == NULL || !self->pointer_inside || self->drag.mode != AMICUS_DRAG_NONE)
    return;

  self->moved_below = FALSE;
  /* Half of the handle lies beside its card. */
  if (amicus_canvas_is_on_handle (self, self->pointer))
    {
      amicus_canvas_set_cursor (self);
      return;
    }

  amicus_canvas_pick (self, self->pointer, &element);
  amicus_session_set_hover (self->session, element);
  amicus_canvas_set_cursor (self);
}

void
amicus_canvas_move_pointer (AmicusCanvas *self,
                            AmicusPoint   point)
{
  self->pointer = point;
  self->pointer_inside = TRUE;
  amicus_canvas_update_hover (self);
}

void
amicus_canvas_lose_pointer (AmicusCanvas *self)
{
  self->pointer_inside = FALSE;
  if (self->session != NULL && self->drag.mode == AMICUS_DRAG_NONE)
    amicus_session_set_hover (self->session, AMICUS_NO_ELEMENT);
}

/* The card lies below an entity, and near the pointer for what is long or large. */
static GdkRectangle
get_target (AmicusCanvas *self)
{
  AmicusRect bounds;

  if (self->highlighted.kind == AMICUS_ELEMENT_ENTITY &&
      amicus_canvas_get_bounds (self, self->highlighted, &bounds))
    {
      bounds = amicus_viewport_rect_to_view (&self->view, &bounds);
      return (GdkRectangle) { bounds.x, bounds.y, bounds.width, bounds.height };
    }
  return (GdkRectangle) { self->pointer.x, self->pointer.y, 1, 10 };
}

void
amicus_canvas_allocate_hover (AmicusCanvas *self)
{
  GdkRectangle target;
  GtkAllocation allocation;

  if (!gtk_widget_should_layout (self->hover_card))
    return;

  target = get_target (self);
  amicus_hover_card_place (AMICUS_HOVER_CARD (self->hover_card), &target,
                           gtk_widget_get_width (GTK_WIDGET (self)),
                           gtk_widget_get_height (GTK_WIDGET (self)), &allocation);
  gtk_widget_size_allocate (self->hover_card, &allocation, -1);
}
