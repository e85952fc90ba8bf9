/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the canvas share:
 *
 *   canvas.c           the widget: properties, drawing
 *   canvas-scene.c     which scene is seen, what lies where in it
 *   canvas-view.c      moving the view
 *   canvas-hover.c     what is under the pointer
 *   canvas-highlight.c its neighbourhood set off against the rest
 *   canvas-pointer.c   wheel, gestures, clicks
 *   canvas-popup.c     menus and questions at a place of the picture
 *   canvas-drag.c      what is dragged: the view, cards, a rubber band
 *   canvas-connect.c   a new relation, drawn from a card's handle
 *   canvas-keyboard.c  actions, keys, the focused element
 *   canvas-access.c    what a screen reader knows of it
 */

#pragma once

#include <adwaita.h>

#include "app/canvas/canvas.h"
#include "app/canvas/hover-card.h"
#include "app/canvas/layer.h"
#include "app/canvas/overlay.h"
#include "app/canvas/tiles.h"

G_BEGIN_DECLS

/* Of every motion, in milliseconds. */
#define AMICUS_MOTION_TIME 200

#define AMICUS_NO_ELEMENT ((AmicusElement) { AMICUS_ELEMENT_NONE, 0 })

typedef enum
{
  AMICUS_DRAG_NONE,
  AMICUS_DRAG_VIEW,
  AMICUS_DRAG_CARDS,
  AMICUS_DRAG_BAND,
  AMICUS_DRAG_RELATION,
} AmicusDragMode;

/**
 * AmicusDrag:
 * @mode: what is dragged
 * @start: where it began, in the view
 * @offset: from there to the pointer, in pixels
 * @add: whether a rubber band adds to the selection
 * @entities: cards that are dragged, guint32
 * @centres: where they lay, AmicusPoint
 * @applied: the offset that the picture already has
 * @tail: from which a new relation is drawn
 * @by_keyboard: whether the relation goes to what the keyboard is at, not to the pointer
 * @velocity: of the view, in pixels a second
 * @time: of the last move, in microseconds
 */
typedef struct
{
  AmicusDragMode mode;
  AmicusPoint start;
  AmicusPoint offset;
  gboolean add;
  GArray *entities;
  GArray *centres;
  AmicusPoint applied;
  AmicusElement tail;
  gboolean by_keyboard;
  AmicusPoint velocity;
  gint64 time;
} AmicusDrag;

struct _AmicusCanvas
{
  GtkWidget parent_instance;

  AmicusSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *picture_signals;

  AmicusTiles *tiles;
  AmicusItemIndex *index;       /* of the scene that is seen; made when it is needed */
  AmicusPlacement *placement;   /* of the newest scene */
  AmicusRect bounds;            /* of the newest scene */
  gboolean fresh;               /* the scene of another graph is on its way; the one seen means nothing any more */
  gboolean edited;              /* it is of the same graph after an edit: what is seen stays until then */
  AmicusElement awaited;        /* to be shown as soon as the scene is there */
  gboolean moving_cards;        /* the picture changes because a card is dragged */
  guint update_idle;
  gboolean settled;

  AmicusViewport view;
  gboolean following;           /* everything is in view, and stays so until the person moves the view */
  AmicusViewport from;          /* of the flight */
  AmicusViewport to;
  AmicusPoint velocity;         /* of the glide, in pixels a second */
  AmicusPoint glided;

  AdwAnimation *flight;         /* of the view to another one */
  AdwAnimation *glide;          /* of the view, after it was let go */
  AdwAnimation *morph;          /* of the picture to another layout */
  AdwAnimation *fade;           /* of the highlight */

  GtkWidget *hover_card;
  AmicusPoint pointer;
  gboolean pointer_inside;
  gboolean pointer_rests;       /* the keyboard was used, and it has not moved since */
  gboolean moved_below;         /* since it was looked what the pointer is over */
  guint hover_timeout;
  AmicusElement highlighted;
  double strength;              /* of the highlight, from 0 to 1 */
  AmicusLayer *layer;           /* what is highlighted where that is much; NULL until it is painted */
  AmicusElement layer_element;
  AmicusElement layer_asked;    /* what is being painted */
  gboolean painting_layer;

  AmicusElement focused;        /* where the keyboard goes on */
  AmicusElement origin;         /* the entity that it is at, or whose relations it goes through */
  GPtrArray *proxies;           /* children, each an AmicusProxy */
  gboolean by_keyboard;         /* the keyboard was used last: its focus is shown */
  AmicusDrag drag;
  AmicusViewport pinch_view;    /* when a pinch began */
  AmicusPoint pinch_centre;
};

/* canvas.c */
void             amicus_canvas_queue_update    (AmicusCanvas          *self);
void             amicus_canvas_check_settled   (AmicusCanvas          *self);
void             amicus_canvas_notify_scale    (AmicusCanvas          *self);

/* canvas-scene.c */
AmicusScene     *amicus_canvas_get_scene       (AmicusCanvas          *self);
AmicusItemIndex *amicus_canvas_get_index       (AmicusCanvas          *self);
void             amicus_canvas_resume          (AmicusCanvas          *self);
gboolean         amicus_canvas_pick            (AmicusCanvas          *self,
                                                AmicusPoint            point,
                                                AmicusElement         *element);
gboolean         amicus_canvas_get_bounds      (AmicusCanvas          *self,
                                                AmicusElement          element,
                                                AmicusRect            *bounds);
void             amicus_canvas_take_scene      (AmicusCanvas          *self);
void             amicus_canvas_expect_scene    (AmicusCanvas          *self);
void             amicus_canvas_forget_picture  (AmicusCanvas          *self);
void             amicus_canvas_set_label       (AmicusCanvas          *self,
                                                const char            *title);

/* canvas-view.c */
/* From 0 to 1; the one under way in @slot ends where it is. Without animations @step is called with 1 at once. */
void             amicus_canvas_animate         (AmicusCanvas          *self,
                                                AdwAnimation         **slot,
                                                guint                  milliseconds,
                                                AdwEasing              easing,
                                                AdwAnimationTargetFunc step);
void             amicus_canvas_end_animation   (AdwAnimation         **slot);
void             amicus_canvas_set_view        (AmicusCanvas          *self,
                                                const AmicusViewport  *view);
void             amicus_canvas_fly_to          (AmicusCanvas          *self,
                                                const AmicusViewport  *view);
void             amicus_canvas_fit_all         (AmicusCanvas          *self,
                                                gboolean               animate);
void             amicus_canvas_fit_rect        (AmicusCanvas          *self,
                                                const AmicusRect      *rect,
                                                double                 largest);
/* As near as it is, nearer where it could not be read. */
void             amicus_canvas_fly_to_element  (AmicusCanvas          *self,
                                                AmicusElement          element);
/* Moves no further than needed. */
void             amicus_canvas_bring_into_view (AmicusCanvas          *self,
                                                AmicusElement          element);
void             amicus_canvas_zoom            (AmicusCanvas          *self,
                                                AmicusPoint            point,
                                                double                 factor,
                                                gboolean               animate);
void             amicus_canvas_pan             (AmicusCanvas          *self,
                                                double                 dx,
                                                double                 dy);
void             amicus_canvas_glide           (AmicusCanvas          *self,
                                                AmicusPoint            velocity);
void             amicus_canvas_stop            (AmicusCanvas          *self);
const AmicusViewport *
                 amicus_canvas_get_target_view (AmicusCanvas          *self);
void             amicus_canvas_resize          (AmicusCanvas          *self,
                                                int                    width,
                                                int                    height);

/* canvas-hover.c */
void             amicus_canvas_move_pointer    (AmicusCanvas          *self,
                                                AmicusPoint            point);
void             amicus_canvas_lose_pointer    (AmicusCanvas          *self);
/* What is under the pointer may have changed without its moving. */
void             amicus_canvas_update_hover    (AmicusCanvas          *self);
void             amicus_canvas_show_hover      (AmicusCanvas          *self);
void             amicus_canvas_hide_hover      (AmicusCanvas          *self);
void             amicus_canvas_forget_hover    (AmicusCanvas          *self);
void             amicus_canvas_allocate_hover  (AmicusCanvas          *self);

/* canvas-highlight.c */
gboolean         amicus_canvas_has_layer       (AmicusCanvas          *self);
void             amicus_canvas_draw_highlight  (AmicusCanvas          *self,
                                                const AmicusOverlay   *overlay,
                                                cairo_t               *cr);

/* canvas-pointer.c */
void             amicus_canvas_init_pointer    (AmicusCanvas          *self);
void             amicus_canvas_click           (AmicusCanvas          *self,
                                                int                    n_press,
                                                AmicusPoint            point,
                                                GdkModifierType        state);
void             amicus_canvas_set_cursor      (AmicusCanvas          *self);

/* canvas-popup.c */
void             amicus_canvas_present_popovers (AmicusCanvas         *self);
void             amicus_canvas_remove_popovers (AmicusCanvas          *self);

void             amicus_canvas_show_menu       (AmicusCanvas          *self,
                                                AmicusPoint            point);

/* canvas-drag.c */
void             amicus_canvas_begin_drag      (AmicusCanvas          *self,
                                                AmicusPoint            start,
                                                guint                  button,
                                                GdkModifierType        state);
void             amicus_canvas_drag_to         (AmicusCanvas          *self,
                                                AmicusPoint            offset);
/* The picture has caught up with the last move. */
void             amicus_canvas_continue_drag   (AmicusCanvas          *self);
void             amicus_canvas_end_drag        (AmicusCanvas          *self);
void             amicus_canvas_cancel_drag     (AmicusCanvas          *self);
void             amicus_canvas_forget_drag     (AmicusCanvas          *self);
void             amicus_canvas_draw_drag       (AmicusCanvas          *self,
                                                const AmicusOverlay   *overlay,
                                                cairo_t               *cr);

/* canvas-connect.c */
gboolean         amicus_canvas_is_on_handle    (AmicusCanvas          *self,
                                                AmicusPoint            point);
void             amicus_canvas_connect_by_keyboard (AmicusCanvas      *self);
void             amicus_canvas_end_connect     (AmicusCanvas          *self);
void             amicus_canvas_draw_connect    (AmicusCanvas          *self,
                                                const AmicusOverlay   *overlay,
                                                cairo_t               *cr);

/* canvas-access.c */
GArray *         amicus_canvas_list_relations  (AmicusCanvas          *self);
gboolean         amicus_canvas_holds_focus     (AmicusCanvas          *self);
void             amicus_canvas_update_selected (AmicusCanvas          *self);
void             amicus_canvas_update_access   (AmicusCanvas          *self);
GtkWidget *      amicus_canvas_get_focus_proxy (AmicusCanvas          *self);
void             amicus_canvas_allocate_access (AmicusCanvas          *self);

/* canvas-keyboard.c */
void             amicus_canvas_install_actions (GtkWidgetClass        *widget_class);
void             amicus_canvas_set_focused     (AmicusCanvas          *self,
                                                AmicusElement          element);

G_END_DECLS
