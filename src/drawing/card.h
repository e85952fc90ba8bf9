/* SPDX-License-Identifier: GPL-3.0-or-later
 * The card of an entity. */

#pragma once

#include "drawing/measure.h"
#include "drawing/style.h"

G_BEGIN_DECLS

/**
 * AmicusCard:
 * @form: what it is shaped like
 * @lines: AmicusTextLine elements, its name
 * @second: (nullable): quiet line
 * @number: (nullable): in the icon's place
 * @width: in points
 * @height: in points
 *
 * A card as measured, in no colour yet.
 */
typedef struct
{
  AmicusForm form;
  GPtrArray *lines;
  AmicusTextLine *second;
  AmicusTextLine *number;
  double width;
  double height;
} AmicusCard;

void          amicus_card_measure    (AmicusCard            *self,
                                      AmicusMeasurer        *measurer,
                                      const AmicusForm      *form,
                                      const char            *name,
                                      const char            *second,
                                      guint                  number);
void          amicus_card_clear      (AmicusCard            *self);

/* Adds the card's marks to the item that @builder is in; the first is its outline. */
void          amicus_card_draw       (const AmicusCard      *self,
                                      const AmicusCardStyle *style,
                                      AmicusPoint            centre,
                                      AmicusSceneBuilder    *builder);

/* The icon in its disc, as on a card. */
void          amicus_card_draw_icon  (AmicusIcon             icon,
                                      const AmicusCardStyle *style,
                                      AmicusPoint            centre,
                                      AmicusSceneBuilder    *builder);

G_END_DECLS
