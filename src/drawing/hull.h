/* SPDX-License-Identifier: GPL-3.0-or-later
 * The hull around a group, with its title. */

#pragma once

#include "drawing/measure.h"
#include "drawing/style.h"

G_BEGIN_DECLS

/**
 * AmicusHullTitle:
 * @line: (nullable): in capitals
 * @icon: of the entity that stands for the group, or none
 * @width: in points, 0 for no title
 * @height: in points
 */
typedef struct
{
  AmicusTextLine *line;
  AmicusIcon icon;
  double width;
  double height;
} AmicusHullTitle;

typedef struct
{
  AmicusColor fill;
  AmicusColor outline;
  AmicusColor title;
} AmicusHullStyle;

void            amicus_hull_title_measure (AmicusHullTitle       *self,
                                           AmicusMeasurer        *measurer,
                                           const char            *name,
                                           AmicusIcon             icon);
void            amicus_hull_title_clear   (AmicusHullTitle       *self);

/* @word: the group's kind in the file, may be NULL. */
AmicusHullStyle amicus_hull_style         (const char            *word,
                                           const AmicusPalette   *palette);

void            amicus_hull_draw          (const AmicusHullStyle *style,
                                           const AmicusRect      *rect,
                                           AmicusSceneBuilder    *builder);
/* The title at the hull's top left, in an item of its own or the hull's. */
void            amicus_hull_draw_title    (const AmicusHullTitle *self,
                                           const AmicusHullStyle *style,
                                           const AmicusRect      *rect,
                                           AmicusSceneBuilder    *builder);

G_END_DECLS
