/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/canvas/canvas-private.h"

#include <math.h>

/* Tiles are asked for before the frame is drawn that shows what is there. */
#define UPDATE_PRIORITY (GTK_PRIORITY_RESIZE + 1)

G_DEFINE_FINAL_TYPE (AmicusCanvas, amicus_canvas, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_SCALE,
  PROP_SETTLED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
nothing_moves (AmicusCanvas *self)
{
  return self->flight == NULL && self->glide == NULL && self->morph == NULL && self->fade == NULL &&
         self->drag.mode == AMICUS_DRAG_NONE && self->update_idle == 0;
}

void
amicus_canvas_check_settled (AmicusCanvas *self)
{
  gboolean settled = !self->fresh && nothing_moves (self) && amicus_tiles_is_complete (self->tiles);

  if (self->settled == settled)
    return;

  self->settled = settled;
  /* Never without need: what the session says is hovered may not come from the pointer. */
  if (settled && self->moved_below)
    amicus_canvas_update_hover (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SETTLED]);
}

void
amicus_canvas_notify_scale (AmicusCanvas *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALE]);
}

static gboolean
update_cb (gpointer data)
{
  AmicusCanvas *self = data;

  self->update_idle = 0;
  /* While it flies, what will be seen in the end is painted, not each scale on the way. */
  amicus_tiles_update (self->tiles, amicus_canvas_get_target_view (self),
                       gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  amicus_canvas_resume (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  amicus_canvas_continue_drag (self);
  amicus_canvas_check_settled (self);
  return G_SOURCE_REMOVE;
}

/* However often it is called, tiles are asked for once. */
void
amicus_canvas_queue_update (AmicusCanvas *self)
{
  self->moved_below = TRUE;
  if (self->update_idle == 0)
    self->update_idle = g_idle_add_full (UPDATE_PRIORITY, update_cb, self, NULL);
  amicus_canvas_check_settled (self);
}

static void
hover_changed_cb (AmicusSession *session,
                  AmicusCanvas  *self)
{
  amicus_canvas_show_hover (self);
}

static void
selection_changed_cb (AmicusSession *session,
                      AmicusCanvas  *self)
{
  amicus_canvas_update_selected (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
reveal_cb (AmicusSession       *session,
           const AmicusElement *element,
           AmicusCanvas        *self)
{
  amicus_canvas_set_focused (self, *element);
  if (self->fresh)
    self->awaited = *element;
  else
    amicus_canvas_fly_to_element (self, *element);
}

static AmicusColor
get_accent (AmicusCanvas *self)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA accent;

  if (!gtk_style_context_lookup_color (style, "accent_color", &accent))
    return 0x1c71d8ff;
  return (guint32) lround (accent.red * 255.0) << 24 | (guint32) lround (accent.green * 255.0) << 16
         | (guint32) lround (accent.blue * 255.0) << 8 | 0xff;
}

static void
draw_overlay (AmicusCanvas         *self,
              cairo_t              *cr,
              const AmicusViewport *view)
{
  AmicusOverlay overlay = { amicus_canvas_get_index (self), NULL, view, get_accent (self) };
  const AmicusElement *selection;
  guint n_selected;

  if (overlay.items == NULL || self->session == NULL)
    return;

  overlay.graph = amicus_session_get_graph (self->session);
  if (overlay.graph != NULL && self->strength > 0.0)
    amicus_canvas_draw_highlight (self, &overlay, cr);

  if (self->by_keyboard && amicus_canvas_holds_focus (self))
    amicus_overlay_focus (&overlay, cr, self->focused,
                          amicus_session_is_selected (self->session, self->focused));
  selection = amicus_session_get_selection (self->session, &n_selected);
  amicus_overlay_select (&overlay, cr, selection, n_selected);
  amicus_canvas_draw_drag (self, &overlay, cr);
}

/* The view with its corner on a device pixel, so that tiles stay sharp and what lies over them
 * fits. */
static AmicusViewport
get_drawn_view (AmicusCanvas *self,
                int           factor)
{
  AmicusViewport view = self->view;
  double pixels = view.scale * factor;

  view.origin.x = round (view.origin.x * pixels) / pixels;
  view.origin.y = round (view.origin.y * pixels) / pixels;
  return view;
}

static void
amicus_canvas_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  AmicusCanvas *self = AMICUS_CANVAS (widget);
  int factor = gtk_widget_get_scale_factor (widget);
  AmicusViewport view = get_drawn_view (self, factor);

  if (amicus_tiles_get_scene (self->tiles) != NULL)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                               &GRAPHENE_RECT_INIT (0, 0, view.width, view.height));

      amicus_tiles_draw (self->tiles, cr, &view, factor);
      draw_overlay (self, cr, &view);
      cairo_destroy (cr);
    }
  gtk_widget_snapshot_child (widget, self->hover_card, snapshot);
}

static void
amicus_canvas_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  AmicusCanvas *self = AMICUS_CANVAS (widget);

  if (fabs (self->view.width - width) + fabs (self->view.height - height) > 0.5)
    amicus_canvas_resize (self, width, height);
  amicus_canvas_allocate_hover (self);
  amicus_canvas_allocate_access (self);
  amicus_canvas_present_popovers (self);
}

/* One stop of the Tab key, wherever in it the keyboard is. */
static gboolean
amicus_canvas_focus (GtkWidget       *widget,
                     GtkDirectionType direction)
{
  return !amicus_canvas_holds_focus (AMICUS_CANVAS (widget)) && gtk_widget_grab_focus (widget);
}

static gboolean
amicus_canvas_grab_focus (GtkWidget *widget)
{
  GtkWidget *proxy = amicus_canvas_get_focus_proxy (AMICUS_CANVAS (widget));

  if (proxy != NULL)
    return gtk_widget_grab_focus (proxy);

  return GTK_WIDGET_CLASS (amicus_canvas_parent_class)->grab_focus (widget);
}

static void
amicus_canvas_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 480;
}

static void
scale_factor_changed_cb (GObject    *object,
                         GParamSpec *pspec,
                         gpointer    data)
{
  amicus_canvas_queue_update (AMICUS_CANVAS (object));
}

static void
amicus_canvas_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  AmicusCanvas *self = AMICUS_CANVAS (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_SCALE:
      g_value_set_double (value, self->view.scale);
      break;

    case PROP_SETTLED:
      g_value_set_boolean (value, self->settled);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amicus_canvas_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  AmicusCanvas *self = AMICUS_CANVAS (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      amicus_canvas_set_session (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amicus_canvas_dispose (GObject *object)
{
  AmicusCanvas *self = AMICUS_CANVAS (object);

  amicus_canvas_stop (self);
  amicus_canvas_end_animation (&self->morph);
  amicus_canvas_end_animation (&self->fade);
  g_clear_handle_id (&self->update_idle, g_source_remove);
  g_clear_handle_id (&self->hover_timeout, g_source_remove);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->picture_signals);
  g_clear_object (&self->session);
  amicus_canvas_remove_popovers (self);
  g_clear_pointer (&self->hover_card, gtk_widget_unparent);
  for (; self->proxies->len > 0; g_ptr_array_set_size (self->proxies, (int) self->proxies->len - 1))
    gtk_widget_unparent (self->proxies->pdata[self->proxies->len - 1]);

  G_OBJECT_CLASS (amicus_canvas_parent_class)->dispose (object);
}

static void
amicus_canvas_finalize (GObject *object)
{
  AmicusCanvas *self = AMICUS_CANVAS (object);

  g_clear_pointer (&self->index, amicus_item_index_free);
  g_clear_pointer (&self->tiles, amicus_tiles_free);
  g_clear_pointer (&self->placement, amicus_placement_unref);
  g_clear_pointer (&self->layer, amicus_layer_free);
  g_ptr_array_unref (self->proxies);
  g_array_unref (self->drag.entities);
  g_array_unref (self->drag.centres);

  G_OBJECT_CLASS (amicus_canvas_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, AMICUS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SCALE] =
    g_param_spec_double ("scale", NULL, NULL, 0.0, AMICUS_VIEWPORT_MAX_SCALE, 1.0,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SETTLED] =
    g_param_spec_boolean ("settled", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
amicus_canvas_class_init (AmicusCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = amicus_canvas_get_property;
  object_class->set_property = amicus_canvas_set_property;
  object_class->dispose = amicus_canvas_dispose;
  object_class->finalize = amicus_canvas_finalize;
  widget_class->focus = amicus_canvas_focus;
  widget_class->grab_focus = amicus_canvas_grab_focus;
  widget_class->snapshot = amicus_canvas_snapshot;
  widget_class->size_allocate = amicus_canvas_size_allocate;
  widget_class->measure = amicus_canvas_measure;

  install_properties (object_class);
  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  amicus_canvas_install_actions (widget_class);
}

static void
connect_signals (AmicusCanvas *self)
{
  GSignalGroup *group = self->session_signals = g_signal_group_new (AMICUS_TYPE_SESSION);


  g_signal_group_connect_swapped (group, "graph-changed",
                                  G_CALLBACK (amicus_canvas_expect_scene), self);
  g_signal_group_connect (group, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_group_connect (group, "hover-changed", G_CALLBACK (hover_changed_cb), self);
  g_signal_group_connect (group, "reveal", G_CALLBACK (reveal_cb), self);

  self->picture_signals = g_signal_group_new (AMICUS_TYPE_PICTURE);
  g_signal_group_connect_swapped (self->picture_signals, "scene-changed",
                                  G_CALLBACK (amicus_canvas_take_scene), self);
}

static void
amicus_canvas_init (AmicusCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  amicus_canvas_set_label (self, "");

  amicus_viewport_init (&self->view);
  self->from = self->to = self->view;
  self->bounds = (AmicusRect) { 0.0, 0.0, 0.0, 0.0 };
  self->fresh = TRUE;
  self->hover_card = amicus_hover_card_new ();
  gtk_widget_set_parent (self->hover_card, widget);
  amicus_canvas_forget_picture (self);
  self->proxies = g_ptr_array_new ();
  self->drag.entities = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->drag.centres = g_array_new (FALSE, FALSE, sizeof (AmicusPoint));

  connect_signals (self);
  amicus_canvas_init_pointer (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_factor_changed_cb), NULL);
}

/**
 * amicus_canvas_new:
 * @session: (nullable): whose picture is shown
 *
 * Returns: (transfer floating): a canvas
 */
GtkWidget *
amicus_canvas_new (AmicusSession *session)
{
  return g_object_new (AMICUS_TYPE_CANVAS, "session", session, NULL);
}

/**
 * amicus_canvas_get_session:
 * @self: the canvas
 *
 * Returns: (transfer none) (nullable): whose picture is shown
 */
AmicusSession *
amicus_canvas_get_session (AmicusCanvas *self)
{
  g_return_val_if_fail (AMICUS_IS_CANVAS (self), NULL);

  return self->session;
}

/**
 * amicus_canvas_set_session:
 * @self: the canvas
 * @session: (nullable): whose picture is shown
 *
 * Shows the picture of another session.
 */
void
amicus_canvas_set_session (AmicusCanvas  *self,
                           AmicusSession *session)
{
  g_return_if_fail (AMICUS_IS_CANVAS (self));
  g_return_if_fail (session == NULL || AMICUS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->picture_signals,
                             session != NULL ? amicus_session_get_picture (session) : NULL);
  self->fresh = TRUE;
  self->edited = FALSE;
  amicus_canvas_set_focused (self, AMICUS_NO_ELEMENT);
  g_clear_pointer (&self->placement, amicus_placement_unref);
  amicus_canvas_forget_picture (self);
  if (session != NULL)
    amicus_canvas_take_scene (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * amicus_canvas_get_viewport:
 * @self: the canvas
 *
 * Returns: (transfer none): what is looked at just now
 */
const AmicusViewport *
amicus_canvas_get_viewport (AmicusCanvas *self)
{
  g_return_val_if_fail (AMICUS_IS_CANVAS (self), NULL);

  return &self->view;
}

/**
 * amicus_canvas_get_scale:
 * @self: the canvas
 *
 * Returns: pixels per point
 */
double
amicus_canvas_get_scale (AmicusCanvas *self)
{
  g_return_val_if_fail (AMICUS_IS_CANVAS (self), 1.0);

  return self->view.scale;
}

/**
 * amicus_canvas_get_settled:
 * @self: the canvas
 *
 * Returns: whether what is seen is complete and nothing moves
 */
gboolean
amicus_canvas_get_settled (AmicusCanvas *self)
{
  g_return_val_if_fail (AMICUS_IS_CANVAS (self), FALSE);

  return self->settled;
}
