/* SPDX-License-Identifier: GPL-3.0-or-later
 * The picture in the window: looked at, explored, rearranged. */

#pragma once

#include <gtk/gtk.h>

#include "app/canvas/viewport.h"
#include "app/session.h"

G_BEGIN_DECLS

/**
 * AmicusCanvas:
 *
 * Properties: `session` (read, write); `scale`, pixels per point (read); `settled`, whether what is seen is complete
 * and nothing moves (read).
 *
 * Actions, for menus, keys and tests: `canvas.zoom-in`, `canvas.zoom-out`, `canvas.zoom-by (d)` about the middle,
 * `canvas.zoom-fit` (all), `canvas.zoom-original` (1 pixel per point), `canvas.fit-selection`, `canvas.pan ((dd))` by
 * pixels, `canvas.select-all` (entities), `canvas.clear-selection`, `canvas.focus (i)` moves the keyboard's focus to
 * the nearest entity in a GtkDirectionType, `canvas.step-relation (b)` to the next or previous relation of an entity,
 * `canvas.leave-relation (b)` from a relation to its far or near end, `canvas.select-focused`, `canvas.connect` begins a relation at what is selected,
 * `canvas.menu` shows what can be done with it.
 *
 * # Accessibility
 *
 * Role LIST, one stop of the Tab key. Its items are the focused element, the entity it belongs to and that one's
 * relations; the focused one has the focus in its place.
 */
#define AMICUS_TYPE_CANVAS (amicus_canvas_get_type ())
G_DECLARE_FINAL_TYPE (AmicusCanvas, amicus_canvas, AMICUS, CANVAS, GtkWidget)

GtkWidget            *amicus_canvas_new          (AmicusSession *session) G_GNUC_WARN_UNUSED_RESULT;

AmicusSession        *amicus_canvas_get_session  (AmicusCanvas  *self);
void                  amicus_canvas_set_session  (AmicusCanvas  *self,
                                                  AmicusSession *session);

const AmicusViewport *amicus_canvas_get_viewport (AmicusCanvas  *self);
/* The middle of what is seen, in points. */
AmicusPoint           amicus_canvas_get_middle   (AmicusCanvas  *self);
double                amicus_canvas_get_scale    (AmicusCanvas  *self);
gboolean              amicus_canvas_get_settled  (AmicusCanvas  *self);

/* Shows a popover until it is closed: at an element, or at a place in points. */
void                  amicus_canvas_popup        (AmicusCanvas  *self,
                                                  GtkPopover    *popover,
                                                  AmicusElement  element);
void                  amicus_canvas_popup_at     (AmicusCanvas  *self,
                                                  GtkPopover    *popover,
                                                  AmicusPoint    place);

G_END_DECLS
