/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/hull.h"

#include <math.h>

#include "drawing/card.h"

#define CORNER 18.0
#define LINE 1.0

#define TITLE_SIZE 11.0
#define TITLE_SPACING 0.6
#define TITLE_HEIGHT 16.0
#define TITLE_SPARE 1.08
#define ICON_ROOM 22.0

/* Where the layout leaves room for the title. */
#define INSET 18.0

void
amicus_hull_title_measure (AmicusHullTitle *self,
                           AmicusMeasurer  *measurer,
                           const char      *name,
                           AmicusIcon       icon)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *capitals = g_utf8_strup (valid, -1);

  self->icon = icon;
  self->line = amicus_measurer_line (measurer, capitals, TITLE_SIZE, AMICUS_WEIGHT_SEMIBOLD,
                                     TITLE_SPACING);
  self->width = ceil (self->line->width * TITLE_SPARE);
  if (icon != AMICUS_ICON_NONE)
    self->width += ICON_ROOM;
  self->height = fmax (TITLE_HEIGHT, ceil (self->line->ascent + self->line->descent));
}

void
amicus_hull_title_clear (AmicusHullTitle *self)
{
  g_clear_pointer (&self->line, amicus_text_line_unref);
}

/* A coalition stands together, a sector trades. */
static AmicusFamily
family_of_group (const char *word)
{
  if (g_strcmp0 (word, "coalition") == 0)
    return AMICUS_FAMILY_WITH;
  if (g_strcmp0 (word, "sector") == 0)
    return AMICUS_FAMILY_TRADE;
  return AMICUS_FAMILY_NEUTRAL;
}

AmicusHullStyle
amicus_hull_style (const char          *word,
                   const AmicusPalette *palette)
{
  AmicusFamily family = family_of_group (word);
  AmicusColor color = palette->families[family];

  return (AmicusHullStyle) {
    .fill = amicus_color_with_alpha (color, palette->hull_alpha),
    .outline = amicus_color_with_alpha (color, palette->hull_line_alpha),
    .title = palette->labels[family],
  };
}

void
amicus_hull_draw (const AmicusHullStyle *style,
                  const AmicusRect      *rect,
                  AmicusSceneBuilder    *builder)
{
  amicus_scene_builder_rectangle (builder, rect, CORNER);
  amicus_scene_builder_add_path (builder, &(AmicusPathStyle) {
                                            .fill = style->fill,
                                            .stroke = style->outline,
                                            .width = LINE,
                                          });
}

void
amicus_hull_draw_title (const AmicusHullTitle *self,
                        const AmicusHullStyle *style,
                        const AmicusRect      *rect,
                        AmicusSceneBuilder    *builder)
{
  AmicusRect box = { rect->x + INSET, rect->y + INSET, self->width, self->height };
  AmicusCardStyle icon_style = { .icon = style->title };
  double x = box.x;
  double y;

  if (self->line == NULL)
    return;

  /* Nothing is seen of the box: it is where a pointer finds the title. */
  amicus_scene_builder_rectangle (builder, &box, 0);
  amicus_scene_builder_add_path (builder, &(AmicusPathStyle) { 0 });
  if (self->icon != AMICUS_ICON_NONE)
    {
      AmicusPoint centre = { x + ICON_ROOM / 2 - 3, box.y + box.height / 2 };

      amicus_card_draw_icon (self->icon, &icon_style, centre, builder);
      x += ICON_ROOM;
    }
  y = box.y + (box.height + self->line->ascent - self->line->descent) / 2;
  amicus_scene_builder_add_text (builder, self->line, x, y, style->title, AMICUS_DETAIL_NAME);
}
