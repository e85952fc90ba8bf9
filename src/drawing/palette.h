/* SPDX-License-Identifier: GPL-3.0-or-later
 * The colours of each scheme. */

#pragma once

#include "drawing/picture.h"
#include "graph/vocabulary.h"

G_BEGIN_DECLS

/* Colours that tell kinds apart. */
typedef enum
{
  AMICUS_HUE_BLUE,
  AMICUS_HUE_SKY,
  AMICUS_HUE_VERMILION,
  AMICUS_HUE_GREEN,
  AMICUS_HUE_PURPLE,
  AMICUS_HUE_INK,
  AMICUS_HUE_GREY,
  AMICUS_HUE_OCHRE,
  AMICUS_HUE_PALE,
  AMICUS_N_HUES,
} AmicusHue;

/**
 * AmicusPalette:
 * @background: of the picture
 * @card: of cards
 * @text: names
 * @quiet: second lines
 * @anchor: of the card of a litigation
 * @anchor_text: on it
 * @anchor_quiet: on it
 * @hues: outlines and icons
 * @families: relations
 * @labels: words on relations, by family
 * @disc_alpha: of the disc behind an icon, 0 to 255
 * @hull_alpha: of a hull's fill
 * @hull_line_alpha: of its outline
 * @pill_alpha: of what is behind a relation's label
 * @faint_alpha: of a relation whose status is not stated
 * @outline_width: of cards, in points
 */
typedef struct
{
  AmicusColor background;
  AmicusColor card;
  AmicusColor text;
  AmicusColor quiet;
  AmicusColor anchor;
  AmicusColor anchor_text;
  AmicusColor anchor_quiet;
  AmicusColor hues[AMICUS_N_HUES];
  AmicusColor families[AMICUS_N_FAMILIES];
  AmicusColor labels[AMICUS_N_FAMILIES];
  guint8 disc_alpha;
  guint8 hull_alpha;
  guint8 hull_line_alpha;
  guint8 pill_alpha;
  guint8 faint_alpha;
  float outline_width;
} AmicusPalette;

const AmicusPalette *amicus_palette_get    (AmicusScheme scheme);

/* Contrast of two opaque colours, 1 to 21 (WCAG 2.2). */
double               amicus_color_contrast (AmicusColor  a,
                                            AmicusColor  b);
/* @over painted on the opaque @under. */
AmicusColor          amicus_color_blend    (AmicusColor  over,
                                            AmicusColor  under);

static inline AmicusColor
amicus_color_with_alpha (AmicusColor color,
                         guint8      alpha)
{
  return (color & 0xffffff00) | alpha;
}

G_END_DECLS
