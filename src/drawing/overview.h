/* SPDX-License-Identifier: GPL-3.0-or-later
 * The picture from afar: names at a size that can be read, where those in cards and hulls cannot. */

#pragma once

#include "drawing/scene.h"

G_BEGIN_DECLS

/* Pixels per point below which names are written over the picture: those in the cards are under
 * 8 pixels high there. */
#define AMICUS_OVERVIEW_SCALE 0.6

/**
 * AmicusOverviewName:
 * @item: the card or hull whose name it is
 * @anchor: where it is held in the scene, in points: the middle of a card, the start of the title of
 *   a hull
 * @origin: what of the item's own lines comes to lie on the anchor, in points
 * @box: around it, in pixels from the anchor
 * @card: what it covers at least, in points from the anchor
 * @enlarge: pixels per point of its letters
 * @least_scale: pixels per point from which it has a place
 * @boxed: whether it is written on a small card
 */
typedef struct
{
  guint32 item;
  AmicusPoint anchor;
  AmicusPoint origin;
  AmicusRect box;
  AmicusRect card;
  double enlarge;
  double least_scale;
  gboolean boxed;
} AmicusOverviewName;

/* AmicusOverviewName of the most central entities and all groups, the most important first. */
GArray       *amicus_overview_new        (AmicusScene              *scene) G_GNUC_WARN_UNUSED_RESULT;
/* The same, made once for a scene and kept. */
const GArray *amicus_scene_get_overview  (AmicusScene              *scene);

/* The text marks of an item that are its name: @n of them from the index returned. */
guint32       amicus_overview_find_lines (AmicusScene              *scene,
                                          const AmicusItem         *item,
                                          guint                    *n);

/* Whether an item is a card with an outline. */
gboolean      amicus_overview_has_card   (AmicusScene              *scene,
                                          const AmicusItem         *item);
gboolean      amicus_overview_is_shown   (const AmicusOverviewName *name,
                                          double                    scale);
/* What it covers, in points. */
AmicusRect    amicus_overview_get_area   (const AmicusOverviewName *name,
                                          double                    scale);
/* The name that is written at @point of the scene, or NULL. */
const AmicusOverviewName *amicus_overview_pick (AmicusScene     *scene,
                                                AmicusPoint      point,
                                                double           scale);
/* The name of an item that is written at this scale, or NULL. */
const AmicusOverviewName *amicus_overview_find (AmicusScene     *scene,
                                                guint32          item,
                                                double           scale);

G_END_DECLS
