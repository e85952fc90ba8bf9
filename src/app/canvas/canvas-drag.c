/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/canvas/canvas-private.h"

#include "drawing/path.h"

#include <math.h>

/* Up to so many cards the relations follow a dragged card live; beyond, only a ghost does. */
#define LIVE_LIMIT 300

/* A pointer that stood still for longer than this before it let go does not throw, in
 * microseconds. */
#define THROW_TIME 60000

static AmicusPicture *
get_picture (AmicusCanvas *self)
{
  return amicus_session_get_picture (self->session);
}

static gboolean
is_live (AmicusCanvas *self)
{
  AmicusPlacement *placement = amicus_picture_get_placement (get_picture (self));

  return placement != NULL && placement->n_nodes <= LIVE_LIMIT;
}

static void
take_card (AmicusCanvas *self,
           AmicusElement element)
{
  AmicusPlacement *placement = amicus_picture_get_placement (get_picture (self));
  guint32 node = amicus_picture_get_index (get_picture (self), element);

  if (element.kind != AMICUS_ELEMENT_ENTITY || placement == NULL || node >= placement->n_nodes)
    return;

  g_array_append_val (self->drag.entities, element.id);
  g_array_append_val (self->drag.centres, placement->nodes[node]);
}

/* The card under the pointer, and all selected ones if it is one of them. */
static void
take_cards (AmicusCanvas *self,
            AmicusElement element)
{
  const AmicusElement *selection;
  guint n_selected;

  if (!amicus_session_is_selected (self->session, element))
    amicus_session_select (self->session, element, AMICUS_SELECT_REPLACE);

  selection = amicus_session_get_selection (self->session, &n_selected);
  for (guint i = 0; i < n_selected; i++)
    take_card (self, selection[i]);
}

static AmicusDragMode
choose_mode (AmicusCanvas   *self,
             guint           button,
             GdkModifierType state,
             AmicusElement   element)
{
  if (button == GDK_BUTTON_MIDDLE)
    return AMICUS_DRAG_VIEW;
  if (self->drag.tail.kind != AMICUS_ELEMENT_NONE)
    return AMICUS_DRAG_RELATION;
  if (state & GDK_SHIFT_MASK)
    return AMICUS_DRAG_BAND;
  return element.kind == AMICUS_ELEMENT_ENTITY ? AMICUS_DRAG_CARDS : AMICUS_DRAG_VIEW;
}

/* @start is where the button went down. */
void
amicus_canvas_begin_drag (AmicusCanvas   *self,
                          AmicusPoint     start,
                          guint           button,
                          GdkModifierType state)
{
  AmicusDrag *drag = &self->drag;
  AmicusElement element = AMICUS_NO_ELEMENT;

  drag->by_keyboard = FALSE;
  amicus_canvas_pick (self, start, &element);
  amicus_canvas_stop (self);
  if (self->morph != NULL)
    adw_animation_skip (self->morph);

  g_array_set_size (drag->entities, 0);
  g_array_set_size (drag->centres, 0);
  drag->mode = choose_mode (self, button, state, element);
  drag->start = start;
  drag->add = (state & GDK_CONTROL_MASK) != 0;
  drag->offset = drag->applied = drag->velocity = (AmicusPoint) { 0.0, 0.0 };
  drag->time = g_get_monotonic_time ();
  if (drag->mode == AMICUS_DRAG_CARDS)
    take_cards (self, element);

  amicus_session_set_hover (self->session, AMICUS_NO_ELEMENT);
  amicus_canvas_set_cursor (self);
}

static void
measure_velocity (AmicusDrag *drag,
                  AmicusPoint moved)
{
  gint64 now = g_get_monotonic_time ();
  double seconds = MAX (now - drag->time, 1000) / (double) G_USEC_PER_SEC;

  drag->velocity.x = (drag->velocity.x + moved.x / seconds) / 2.0;
  drag->velocity.y = (drag->velocity.y + moved.y / seconds) / 2.0;
  drag->time = now;
}

/* Moves the cards by @offset pixels from where they lay. */
static void
place_cards (AmicusCanvas *self,
             AmicusPoint   offset)
{
  AmicusDrag *drag = &self->drag;
  g_autofree AmicusPoint *centres = g_new (AmicusPoint, MAX (drag->centres->len, 1));

  for (guint i = 0; i < drag->centres->len; i++)
    {
      AmicusPoint from = g_array_index (drag->centres, AmicusPoint, i);

      centres[i].x = from.x + offset.x / self->view.scale;
      centres[i].y = from.y + offset.y / self->view.scale;
    }

  drag->applied = offset;
  self->moving_cards = TRUE;
  amicus_picture_move_entities (get_picture (self),
                                (const guint32 *) (gconstpointer) drag->entities->data,
                                centres, drag->entities->len);
  self->moving_cards = FALSE;
}

static gboolean
is_applied (const AmicusDrag *drag)
{
  return hypot (drag->offset.x - drag->applied.x, drag->offset.y - drag->applied.y) < 1e-6;
}

/* Not before what was asked for last is seen: a slow painter gets fewer steps, not a longer
 * queue. */
void
amicus_canvas_continue_drag (AmicusCanvas *self)
{
  AmicusDrag *drag = &self->drag;

  if (drag->mode == AMICUS_DRAG_CARDS && is_live (self) && !is_applied (drag) &&
      amicus_tiles_is_complete (self->tiles))
    place_cards (self, drag->offset);
}

/* @offset is the way from the start to the pointer, in pixels. */
void
amicus_canvas_drag_to (AmicusCanvas *self,
                       AmicusPoint   offset)
{
  AmicusDrag *drag = &self->drag;
  AmicusPoint moved = { offset.x - drag->offset.x, offset.y - drag->offset.y };

  drag->offset = offset;
  if (drag->mode == AMICUS_DRAG_VIEW)
    {
      measure_velocity (drag, moved);
      amicus_canvas_pan (self, moved.x, moved.y);
    }
  amicus_canvas_continue_drag (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static AmicusRect
get_band (const AmicusDrag *drag)
{
  return (AmicusRect) {
    drag->start.x + MIN (drag->offset.x, 0.0),
    drag->start.y + MIN (drag->offset.y, 0.0),
    fabs (drag->offset.x),
    fabs (drag->offset.y),
  };
}

/* Selects the entities whose middle lies in the rubber band. */
static void
select_in_band (AmicusCanvas *self)
{
  AmicusScene *scene = amicus_canvas_get_scene (self);
  AmicusRect band = get_band (&self->drag);
  AmicusPoint corner = amicus_viewport_to_scene (&self->view, (AmicusPoint) { band.x, band.y });
  AmicusRect area = { corner.x, corner.y,
                      band.width / self->view.scale, band.height / self->view.scale };
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (AmicusElement));
  g_autoptr (GArray) found = NULL;
  const AmicusItem *items;

  if (scene == NULL)
    return;

  items = amicus_scene_get_items (scene, NULL);
  found = amicus_scene_query (scene, &area);
  for (guint i = 0; i < found->len; i++)
    {
      const AmicusItem *item = &items[g_array_index (found, guint32, i)];
      AmicusPoint middle = { item->bounds.x + item->bounds.width / 2.0,
                             item->bounds.y + item->bounds.height / 2.0 };

      if (item->role == AMICUS_ROLE_CARD && amicus_rect_holds (&area, middle))
        g_array_append_val (chosen, item->element);
    }
  amicus_session_select_many (self->session,
                              (const AmicusElement *) (gconstpointer) chosen->data, chosen->len,
                              self->drag.add ? AMICUS_SELECT_ADD : AMICUS_SELECT_REPLACE);
}

/* Nothing is dragged any more; what has been done stays. */
void
amicus_canvas_forget_drag (AmicusCanvas *self)
{
  self->drag.mode = AMICUS_DRAG_NONE;
  self->drag.tail = AMICUS_NO_ELEMENT;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  amicus_canvas_set_cursor (self);
  amicus_canvas_check_settled (self);
}

void
amicus_canvas_end_drag (AmicusCanvas *self)
{
  AmicusDrag *drag = &self->drag;

  switch (drag->mode)
    {
    case AMICUS_DRAG_VIEW:
      if (g_get_monotonic_time () - drag->time < THROW_TIME)
        amicus_canvas_glide (self, drag->velocity);
      break;

    case AMICUS_DRAG_CARDS:
      if (!is_applied (drag))
        place_cards (self, drag->offset);
      break;

    case AMICUS_DRAG_BAND:
      select_in_band (self);
      break;

    case AMICUS_DRAG_RELATION:
      amicus_canvas_end_connect (self);
      return;

    case AMICUS_DRAG_NONE:
    default:
      break;
    }
  amicus_canvas_forget_drag (self);
}

/* Puts cards back to where they were. */
void
amicus_canvas_cancel_drag (AmicusCanvas *self)
{
  const AmicusPoint origin = { 0.0, 0.0 };

  self->drag.offset = origin;
  if (self->drag.mode == AMICUS_DRAG_CARDS && !is_applied (&self->drag))
    place_cards (self, origin);
  amicus_canvas_forget_drag (self);
}

static void
draw_ghosts (AmicusCanvas        *self,
             const AmicusOverlay *overlay,
             cairo_t             *cr)
{
  const AmicusDrag *drag = &self->drag;

  for (guint i = 0; i < MIN (drag->entities->len, LIVE_LIMIT); i++)
    {
      AmicusElement entity = AMICUS_ENTITY (g_array_index (drag->entities, guint32, i));
      AmicusPoint centre = g_array_index (drag->centres, AmicusPoint, i);

      centre.x += drag->offset.x / self->view.scale;
      centre.y += drag->offset.y / self->view.scale;
      amicus_overlay_ghost (overlay, cr, entity, centre);
    }
}

void
amicus_canvas_draw_drag (AmicusCanvas        *self,
                         const AmicusOverlay *overlay,
                         cairo_t             *cr)
{
  if (self->drag.mode == AMICUS_DRAG_BAND)
    {
      AmicusRect band = get_band (&self->drag);

      amicus_overlay_rubber_band (overlay, cr, &band);
    }
  else if (self->drag.mode == AMICUS_DRAG_CARDS && !is_live (self))
    draw_ghosts (self, overlay, cr);
  else
    amicus_canvas_draw_connect (self, overlay, cr);
}
