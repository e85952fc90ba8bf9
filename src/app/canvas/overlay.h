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

/* An entity or relation, with its relations and neighbours, as far as they are in view: items in the order of painting. */
GArray  *amicus_overlay_list_around   (const AmicusOverlay *self,
                                       AmicusElement        element) G_GNUC_WARN_UNUSED_RESULT;
/* Whether so many items can be painted within a frame. */
gboolean amicus_overlay_is_quick      (GArray              *items);
/* Lets everything pale. @strength from 0 to 1. */
void     amicus_overlay_veil          (const AmicusOverlay *self,
                                       cairo_t             *cr,
                                       double               strength);
/* Paints items once more, where they are. */
void     amicus_overlay_paint         (const AmicusOverlay *self,
                                       cairo_t             *cr,
                                       GArray              *items);
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
