/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/canvas/canvas-private.h"

#include "drawing/path.h"

static gboolean
remove_cb (gpointer data)
{
  GtkWidget *popover = data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

/* A menu acts on what was chosen after it has closed. */
static void
closed_cb (GtkPopover   *popover,
           AmicusCanvas *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_cb, g_object_ref (popover), g_object_unref);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
amicus_canvas_present_popovers (AmicusCanvas *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

void
amicus_canvas_remove_popovers (AmicusCanvas *self)
{
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (GTK_IS_POPOVER (child))
        gtk_widget_unparent (child);
    }
}

static void
popup (AmicusCanvas *self,
       GtkPopover   *popover,
       AmicusRect    place)
{
  AmicusRect view = { 0.0, 0.0, self->view.width, self->view.height };
  GdkRectangle target;

  place = amicus_viewport_rect_to_view (&self->view, &place);
  place = amicus_rect_intersection (&view, &place);
  if (amicus_rect_is_empty (&place))
    place = (AmicusRect) { view.width / 2.0, view.height / 2.0, 1.0, 1.0 };
  target = (GdkRectangle) { (int) place.x, (int) place.y, MAX (1, (int) place.width),
                            MAX (1, (int) place.height) };

  gtk_widget_set_parent (GTK_WIDGET (popover), GTK_WIDGET (self));
  gtk_popover_set_pointing_to (popover, &target);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, 0);
  gtk_popover_popup (popover);
}

/* What the menu is about is selected first; the window knows what is in it. */
void
amicus_canvas_show_menu (AmicusCanvas *self,
                         AmicusPoint   point)
{
  AmicusPoint place = amicus_viewport_to_scene (&self->view, point);
  AmicusElement element = AMICUS_NO_ELEMENT;

  if (self->session == NULL)
    return;

  amicus_session_set_hover (self->session, AMICUS_NO_ELEMENT);
  if (!amicus_canvas_pick (self, point, &element))
    amicus_session_clear_selection (self->session);
  else if (!amicus_session_is_selected (self->session, element))
    {
      amicus_session_select (self->session, element, AMICUS_SELECT_REPLACE);
      amicus_canvas_set_focused (self, element);
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-context-menu", "(dd)", place.x, place.y);
}

/**
 * amicus_canvas_popup:
 * @self: the canvas
 * @popover: (transfer floating): what is shown, until it is closed
 * @element: what it is about
 *
 * Shows a popover at an element, or in the middle of the view where the element is not seen.
 */
void
amicus_canvas_popup (AmicusCanvas *self,
                     GtkPopover   *popover,
                     AmicusElement element)
{
  AmicusRect bounds;

  g_return_if_fail (AMICUS_IS_CANVAS (self));
  g_return_if_fail (GTK_IS_POPOVER (popover));

  if (element.kind == AMICUS_ELEMENT_ENTITY && amicus_canvas_get_bounds (self, element, &bounds))
    popup (self, popover, bounds);
  else if (amicus_canvas_get_bounds (self, element, &bounds))
    amicus_canvas_popup_at (self, popover, (AmicusPoint) { bounds.x + bounds.width / 2.0,
                                                           bounds.y + bounds.height / 2.0 });
  else
    amicus_canvas_popup_at (self, popover, amicus_canvas_get_middle (self));
}

/**
 * amicus_canvas_popup_at:
 * @self: the canvas
 * @popover: (transfer floating): what is shown, until it is closed
 * @place: where, in points
 *
 * Shows a popover at a place.
 */
void
amicus_canvas_popup_at (AmicusCanvas *self,
                        GtkPopover   *popover,
                        AmicusPoint   place)
{
  g_return_if_fail (AMICUS_IS_CANVAS (self));
  g_return_if_fail (GTK_IS_POPOVER (popover));

  popup (self, popover, (AmicusRect) { place.x, place.y, 1.0, 1.0 });
}

/**
 * amicus_canvas_get_middle:
 * @self: the canvas
 *
 * Returns: the middle of what is seen, in points
 */
AmicusPoint
amicus_canvas_get_middle (AmicusCanvas *self)
{
  g_return_val_if_fail (AMICUS_IS_CANVAS (self), ((AmicusPoint) { 0.0, 0.0 }));

  return amicus_viewport_to_scene (&self->view, (AmicusPoint) { self->view.width / 2.0,
                                                                self->view.height / 2.0 });
}
