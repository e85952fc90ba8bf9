/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/canvas/canvas-private.h"

#include "drawing/path.h"

#include <math.h>

#define ZOOM_STEP 1.25
/* Pixels that one key pans. */
#define PAN_STEP 80.0
/* Largest scale that a selection is enlarged to. */
#define SELECTION_SCALE 2.0

static AmicusPoint
get_middle (const AmicusRect *rect)
{
  return (AmicusPoint) { rect->x + rect->width / 2.0, rect->y + rect->height / 2.0 };
}

/* A relation is gone through from one of its ends. */
static AmicusElement
find_origin (AmicusCanvas *self,
             AmicusElement element)
{
  guint32 tail, head;

  if (element.kind != AMICUS_ELEMENT_RELATION)
    return element;

  amicus_graph_get_ends (amicus_session_get_graph (self->session), element.id, &tail, &head);
  return self->origin.kind == AMICUS_ELEMENT_ENTITY && self->origin.id == head ? self->origin
                                                                               : AMICUS_ENTITY (tail);
}

void
amicus_canvas_set_focused (AmicusCanvas *self,
                           AmicusElement element)
{
  if (amicus_element_equal (self->focused, element))
    return;

  self->origin = find_origin (self, element);
  self->focused = element;
  amicus_canvas_update_access (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* How far @to is from @from for someone who goes that way: what lies aside counts more. Infinite
 * behind. */
static double
distance_towards (AmicusPoint      from,
                  AmicusPoint      to,
                  GtkDirectionType direction)
{
  double dx = to.x - from.x;
  double dy = to.y - from.y;
  double along = direction == GTK_DIR_LEFT ? -dx : direction == GTK_DIR_RIGHT ? dx
                 : direction == GTK_DIR_UP ? -dy : dy;
  double aside = direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT ? dy : dx;

  return along > 1.0 && fabs (aside) <= 2.0 * along ? along + 2.0 * fabs (aside) : INFINITY;
}

/* The entity that lies nearest, in a direction or, for one that is none of the four, anywhere. */
static AmicusElement
find_nearest (AmicusCanvas *self,
              AmicusPoint   from,
              int           direction)
{
  AmicusElement nearest = AMICUS_NO_ELEMENT;
  double least = INFINITY;
  const AmicusItem *items;
  guint n_items;

  items = amicus_scene_get_items (amicus_tiles_get_scene (self->tiles), &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      AmicusPoint to = get_middle (&items[i].bounds);
      double distance = direction < GTK_DIR_UP ? hypot (to.x - from.x, to.y - from.y)
                                               : distance_towards (from, to, direction);

      if (items[i].role == AMICUS_ROLE_CARD && distance < least)
        {
          least = distance;
          nearest = items[i].element;
        }
    }
  return nearest;
}

/* The keyboard begins at the primary selected element, else in the middle of the view. */
static AmicusElement
find_beginning (AmicusCanvas *self)
{
  AmicusElement primary = amicus_session_get_primary (self->session);
  AmicusPoint middle = { self->view.width / 2.0, self->view.height / 2.0 };

  if (primary.kind == AMICUS_ELEMENT_ENTITY)
    return primary;
  return find_nearest (self, amicus_viewport_to_scene (&self->view, middle), GTK_DIR_TAB_FORWARD);
}

static gboolean
has_picture (AmicusCanvas *self)
{
  return amicus_canvas_get_scene (self) != NULL;
}

/* The keyboard goes on at an element that is drawn. */
static void
go_to (AmicusCanvas *self,
       AmicusElement element)
{
  AmicusRect bounds;

  if (!amicus_canvas_get_bounds (self, element, &bounds))
    return;

  self->by_keyboard = TRUE;
  amicus_canvas_set_focused (self, element);
  amicus_canvas_bring_into_view (self, element);
}

static void
move_focus_activated (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  AmicusCanvas *self = AMICUS_CANVAS (widget);
  AmicusElement next;
  AmicusRect bounds;

  if (!has_picture (self))
    return;

  if (amicus_canvas_get_bounds (self, self->focused, &bounds))
    next = find_nearest (self, get_middle (&bounds), g_variant_get_int32 (parameter));
  else
    next = find_beginning (self);
  go_to (self, next);
}

/* Goes round the relations of an entity. */
static void
step_relation_activated (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  AmicusCanvas *self = AMICUS_CANVAS (widget);
  g_autoptr (GArray) relations = amicus_canvas_list_relations (self);
  gboolean forwards = g_variant_get_boolean (parameter);
  guint n = relations->len;
  guint next = forwards ? 0 : n - 1;

  for (guint i = 0; self->focused.kind == AMICUS_ELEMENT_RELATION && i < n; i++)
    if (g_array_index (relations, guint32, i) == self->focused.id)
      next = (forwards ? i + 1 : i + n - 1) % n;
  if (n > 0)
    go_to (self, AMICUS_RELATION (g_array_index (relations, guint32, next)));
}

/* From a relation to the entity at its far end, or back to the one at its near end. */
static void
leave_relation_activated (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  AmicusCanvas *self = AMICUS_CANVAS (widget);
  guint32 tail, head;

  if (!has_picture (self) || self->focused.kind != AMICUS_ELEMENT_RELATION)
    return;

  amicus_graph_get_ends (amicus_session_get_graph (self->session), self->focused.id, &tail, &head);
  if (g_variant_get_boolean (parameter))
    go_to (self, AMICUS_ENTITY (tail == self->origin.id ? head : tail));
  else
    go_to (self, self->origin);
}

static void
select_focused_activated (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  AmicusCanvas *self = AMICUS_CANVAS (widget);

  if (self->drag.mode == AMICUS_DRAG_RELATION && self->drag.by_keyboard)
    amicus_canvas_end_drag (self);
  else if (has_picture (self) && self->focused.kind != AMICUS_ELEMENT_NONE)
    amicus_session_select (self->session, self->focused, AMICUS_SELECT_REPLACE);
}

static void
connect_activated (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  AmicusCanvas *self = AMICUS_CANVAS (widget);

  if (has_picture (self))
    amicus_canvas_connect_by_keyboard (self);
}

/* At what the keyboard is at, or at what is selected, or in the middle. */
static void
menu_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  AmicusCanvas *self = AMICUS_CANVAS (widget);
  AmicusPoint middle = { self->view.width / 2.0, self->view.height / 2.0 };
  AmicusElement element = self->focused;
  AmicusRect bounds;

  if (element.kind == AMICUS_ELEMENT_NONE && self->session != NULL)
    element = amicus_session_get_primary (self->session);
  if (amicus_canvas_get_bounds (self, element, &bounds))
    middle = amicus_viewport_to_view (&self->view, get_middle (&bounds));
  amicus_canvas_show_menu (self, middle);
}

static void
zoom_by_activated (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  AmicusCanvas *self = AMICUS_CANVAS (widget);

  amicus_canvas_zoom (self, (AmicusPoint) { self->view.width / 2.0, self->view.height / 2.0 },
                      g_variant_get_double (parameter), TRUE);
}

static void
zoom_in_activated (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "canvas.zoom-by", "d", ZOOM_STEP);
}

static void
zoom_out_activated (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "canvas.zoom-by", "d", 1.0 / ZOOM_STEP);
}

static void
zoom_original_activated (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  const AmicusViewport *view = amicus_canvas_get_target_view (AMICUS_CANVAS (widget));

  gtk_widget_activate_action (widget, "canvas.zoom-by", "d", 1.0 / view->scale);
}

static void
zoom_fit_activated (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  amicus_canvas_fit_all (AMICUS_CANVAS (widget), TRUE);
}

static void
pan_activated (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  AmicusCanvas *self = AMICUS_CANVAS (widget);
  double dx, dy;

  g_variant_get (parameter, "(dd)", &dx, &dy);
  amicus_canvas_stop (self);
  amicus_canvas_pan (self, dx, dy);
}

static void
fit_selection_activated (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  AmicusCanvas *self = AMICUS_CANVAS (widget);
  AmicusRect all = { 0.0, 0.0, -1.0, -1.0 };
  const AmicusElement *elements;
  guint n_elements;

  if (!has_picture (self))
    return;

  elements = amicus_session_get_selection (self->session, &n_elements);
  for (guint i = 0; i < n_elements; i++)
    {
      AmicusRect bounds;

      if (amicus_canvas_get_bounds (self, elements[i], &bounds))
        all = amicus_rect_union (&all, &bounds);
    }
  if (!amicus_rect_is_empty (&all))
    amicus_canvas_fit_rect (self, &all, SELECTION_SCALE);
}

static void
select_all_activated (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  AmicusCanvas *self = AMICUS_CANVAS (widget);
  g_autoptr (GArray) entities = g_array_new (FALSE, FALSE, sizeof (AmicusElement));
  const AmicusItem *items;
  guint n_items;

  if (!has_picture (self))
    return;

  items = amicus_scene_get_items (amicus_tiles_get_scene (self->tiles), &n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].role == AMICUS_ROLE_CARD)
      g_array_append_val (entities, items[i].element);
  amicus_session_select_many (self->session, (const AmicusElement *) (gconstpointer) entities->data,
                              entities->len, AMICUS_SELECT_REPLACE);
}

/* Escape: gives up a drag, else the selection. */
static void
clear_selection_activated (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *parameter)
{
  AmicusCanvas *self = AMICUS_CANVAS (widget);

  if (self->session == NULL)
    return;

  if (self->drag.mode != AMICUS_DRAG_NONE)
    amicus_canvas_cancel_drag (self);
  else
    {
      amicus_session_clear_selection (self->session);
      amicus_canvas_set_focused (self, AMICUS_NO_ELEMENT);
    }
}

/* On the main keys and on the number pad. */
static void
bind_key (GtkWidgetClass *widget_class,
          guint           key,
          guint           keypad_key,
          const char     *action)
{
  gtk_widget_class_add_binding_action (widget_class, key, 0, action, NULL);
  gtk_widget_class_add_binding_action (widget_class, keypad_key, 0, action, NULL);
}

static void
bind_arrow (GtkWidgetClass  *widget_class,
            guint            key,
            guint            keypad_key,
            GtkDirectionType direction,
            double           dx,
            double           dy)
{
  guint keys[] = { key, keypad_key };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, keys[i], 0,
                                           "canvas.focus", "i", direction);
      gtk_widget_class_add_binding_action (widget_class, keys[i], GDK_SHIFT_MASK,
                                           "canvas.pan", "(dd)", dx * PAN_STEP, dy * PAN_STEP);
    }
}

static void
bind_walk (GtkWidgetClass *widget_class,
           guint           key,
           guint           keypad_key,
           gboolean        forwards)
{
  guint keys[] = { key, keypad_key };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, keys[i], 0,
                                           "canvas.step-relation", "b", forwards);
      gtk_widget_class_add_binding_action (widget_class, keys[i], GDK_CONTROL_MASK,
                                           "canvas.leave-relation", "b", forwards);
    }
}

/* The window's verbs of editing. They are no keys of the window, lest a text that is being written loses them. */
static void
bind_verbs (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } verbs[] = {
    { GDK_KEY_Insert, 0, "win.add-entity" },
    { GDK_KEY_KP_Insert, 0, "win.add-entity" },
    { GDK_KEY_l, GDK_CONTROL_MASK, "win.connect" },
    { GDK_KEY_F2, 0, "win.rename" },
    { GDK_KEY_Return, GDK_ALT_MASK, "win.edit" },
    { GDK_KEY_Delete, 0, "win.delete" },
    { GDK_KEY_KP_Delete, 0, "win.delete" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "win.duplicate" },
    { GDK_KEY_g, GDK_CONTROL_MASK, "win.group" },
    { GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.ungroup" },
    { GDK_KEY_p, 0, "win.pin" },
    { GDK_KEY_p, GDK_SHIFT_MASK, "win.unpin" },
    { GDK_KEY_x, GDK_CONTROL_MASK, "win.cut" },
    { GDK_KEY_c, GDK_CONTROL_MASK, "win.copy" },
    { GDK_KEY_v, GDK_CONTROL_MASK, "win.paste" },
    { GDK_KEY_Menu, 0, "canvas.menu" },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "canvas.menu" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    gtk_widget_class_add_binding_action (widget_class, verbs[i].key, verbs[i].modifiers, verbs[i].action, NULL);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  bind_key (widget_class, GDK_KEY_plus, GDK_KEY_KP_Add, "canvas.zoom-in");
  bind_key (widget_class, GDK_KEY_equal, GDK_KEY_KP_Equal, "canvas.zoom-in");
  bind_key (widget_class, GDK_KEY_minus, GDK_KEY_KP_Subtract, "canvas.zoom-out");
  bind_key (widget_class, GDK_KEY_0, GDK_KEY_KP_0, "canvas.zoom-fit");
  bind_key (widget_class, GDK_KEY_1, GDK_KEY_KP_1, "canvas.zoom-original");
  bind_key (widget_class, GDK_KEY_2, GDK_KEY_KP_2, "canvas.fit-selection");
  bind_key (widget_class, GDK_KEY_Return, GDK_KEY_KP_Enter, "canvas.select-focused");
  bind_key (widget_class, GDK_KEY_space, GDK_KEY_KP_Space, "canvas.select-focused");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "canvas.clear-selection", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK,
                                       "canvas.select-all", NULL);

  bind_verbs (widget_class);
  bind_walk (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, TRUE);
  bind_walk (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, FALSE);
  bind_arrow (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, GTK_DIR_LEFT, 1.0, 0.0);
  bind_arrow (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, GTK_DIR_RIGHT, -1.0, 0.0);
  bind_arrow (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, GTK_DIR_UP, 0.0, 1.0);
  bind_arrow (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, GTK_DIR_DOWN, 0.0, -1.0);
}

void
amicus_canvas_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "canvas.zoom-in", NULL, zoom_in_activated },
    { "canvas.zoom-out", NULL, zoom_out_activated },
    { "canvas.zoom-by", "d", zoom_by_activated },
    { "canvas.zoom-fit", NULL, zoom_fit_activated },
    { "canvas.zoom-original", NULL, zoom_original_activated },
    { "canvas.fit-selection", NULL, fit_selection_activated },
    { "canvas.pan", "(dd)", pan_activated },
    { "canvas.select-all", NULL, select_all_activated },
    { "canvas.clear-selection", NULL, clear_selection_activated },
    { "canvas.focus", "i", move_focus_activated },
    { "canvas.step-relation", "b", step_relation_activated },
    { "canvas.leave-relation", "b", leave_relation_activated },
    { "canvas.select-focused", NULL, select_focused_activated },
    { "canvas.connect", NULL, connect_activated },
    { "canvas.menu", NULL, menu_activated },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
  bind_keys (widget_class);
}
