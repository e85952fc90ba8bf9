/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is drawn over the tiles: highlight, rings, rubber band, ghosts. */

#pragma once

#include "app/canvas/item-index.h"
#include "app/canvas/viewport.h"

G_BEGIN_DECLS

/**
 * AmicusOverlay:
 * @items: of the scene that is seen
 * @graph: that the scene shows
 * @view: what is looked at
 * @accent: colour of rings and rubber band
 *
 * What it takes to draw over a scene; lengths are pixels of the view.
 */
typedef struct
{
  const AmicusItemIndex *items;
  AmicusGraph *graph;
  const AmicusViewport *view;
  AmicusColor accent;
} AmicusOverlay;

/* Whether an entity or relation can be set off against the rest. */
gboolean amicus_overlay_can_highlight (const AmicusOverlay *self,
                                       AmicusElement        element);
/* The element, its relations and neighbours stay; the rest pales. @strength from 0 to 1. */
void     amicus_overlay_highlight     (const AmicusOverlay *self,
                                       cairo_t             *cr,
                                       AmicusElement        element,
                                       double               strength);
/* Rings around what is selected. */
void     amicus_overlay_select        (const AmicusOverlay *self,
                                       cairo_t             *cr,
                                       const AmicusElement *elements,
                                       guint                n_elements);
/* The ring of the keyboard's focus; drawn before the one of the selection. */
void     amicus_overlay_focus         (const AmicusOverlay *self,
                                       cairo_t             *cr,
                                       AmicusElement        element,
                                       gboolean             selected);
/* @rect is in the view. */
void     amicus_overlay_rubber_band   (const AmicusOverlay *self,
                                       cairo_t             *cr,
                                       const AmicusRect    *rect);
/* Where a card would come to lie. */
void     amicus_overlay_ghost         (const AmicusOverlay *self,
                                       cairo_t             *cr,
                                       AmicusElement        element,
                                       AmicusPoint          centre);

G_END_DECLS
