/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/style.h"

#define CORNER 6.0

/* A line at the usual weight is as wide as a card's outline at the usual contrast. */
#define USUAL_OUTLINE 1.5

typedef struct
{
  AmicusShape shape;
  AmicusIcon icon;
  AmicusHue hue;
} KindLook;

typedef struct
{
  double width;
  AmicusDash dash;
  const char *mark;
} StatusLook;

static const KindLook kinds[AMICUS_N_KINDS] = {
  [AMICUS_KIND_UNKNOWN] = { AMICUS_SHAPE_RECTANGLE, AMICUS_ICON_NONE, AMICUS_HUE_GREY },
  [AMICUS_KIND_COMPANY] = { AMICUS_SHAPE_RECTANGLE, AMICUS_ICON_BUILDING, AMICUS_HUE_BLUE },
  [AMICUS_KIND_AGENCY] = { AMICUS_SHAPE_LINTEL, AMICUS_ICON_COLUMNS, AMICUS_HUE_VERMILION },
  [AMICUS_KIND_GOVERNMENT] = { AMICUS_SHAPE_LINTEL, AMICUS_ICON_FLAG, AMICUS_HUE_VERMILION },
  [AMICUS_KIND_COURT] = { AMICUS_SHAPE_LINTEL, AMICUS_ICON_GAVEL, AMICUS_HUE_VERMILION },
  [AMICUS_KIND_ORGANIZATION] = { AMICUS_SHAPE_PILL, AMICUS_ICON_NETWORK, AMICUS_HUE_GREEN },
  [AMICUS_KIND_NGO] = { AMICUS_SHAPE_PILL, AMICUS_ICON_HEART, AMICUS_HUE_GREEN },
  [AMICUS_KIND_LAB] = { AMICUS_SHAPE_PILL, AMICUS_ICON_FLASK, AMICUS_HUE_GREEN },
  [AMICUS_KIND_ASSOCIATION] = { AMICUS_SHAPE_PILL, AMICUS_ICON_RINGS, AMICUS_HUE_GREEN },
  [AMICUS_KIND_MEDIA] = { AMICUS_SHAPE_RECTANGLE, AMICUS_ICON_NEWSPAPER, AMICUS_HUE_SKY },
  [AMICUS_KIND_PERSON] = { AMICUS_SHAPE_PILL, AMICUS_ICON_PERSON, AMICUS_HUE_PURPLE },
  [AMICUS_KIND_PEOPLE] = { AMICUS_SHAPE_PILL, AMICUS_ICON_PEOPLE, AMICUS_HUE_PURPLE },
  [AMICUS_KIND_LITIGATION] = { AMICUS_SHAPE_RECTANGLE, AMICUS_ICON_SCALES, AMICUS_HUE_INK },
  [AMICUS_KIND_FILING] = { AMICUS_SHAPE_SHEET, AMICUS_ICON_SHEET, AMICUS_HUE_GREY },
  [AMICUS_KIND_DOCTRINE] = { AMICUS_SHAPE_SHEET, AMICUS_ICON_BOOK, AMICUS_HUE_GREY },
  [AMICUS_KIND_PRODUCT] = { AMICUS_SHAPE_HEXAGON, AMICUS_ICON_BOX, AMICUS_HUE_OCHRE },
  [AMICUS_KIND_VULNERABILITY] = { AMICUS_SHAPE_HEXAGON, AMICUS_ICON_BUG, AMICUS_HUE_OCHRE },
  [AMICUS_KIND_EVENT] = { AMICUS_SHAPE_MARKER, AMICUS_ICON_CALENDAR, AMICUS_HUE_GREY },
  [AMICUS_KIND_PLACE] = { AMICUS_SHAPE_MARKER, AMICUS_ICON_PIN, AMICUS_HUE_GREY },
  [AMICUS_KIND_DOCUMENT] = { AMICUS_SHAPE_SHEET, AMICUS_ICON_SHEETS, AMICUS_HUE_GREY },
  [AMICUS_KIND_SOURCE] = { AMICUS_SHAPE_SHEET, AMICUS_ICON_NONE, AMICUS_HUE_PALE },
};

static const AmicusHead heads[AMICUS_N_FAMILIES] = {
  [AMICUS_FAMILY_NEUTRAL] = { AMICUS_HEAD_SMALL, FALSE },
  [AMICUS_FAMILY_AGAINST] = { AMICUS_HEAD_TRIANGLE, FALSE },
  [AMICUS_FAMILY_WITH] = { AMICUS_HEAD_TRIANGLE, TRUE },
  [AMICUS_FAMILY_TRADE] = { AMICUS_HEAD_TRIANGLE, FALSE },
  [AMICUS_FAMILY_WATCHES] = { AMICUS_HEAD_TRIANGLE, FALSE },
};

static const StatusLook statuses[AMICUS_N_STATUSES] = {
  [AMICUS_STATUS_NOT_STATED] = { 1.0, AMICUS_DASH_SOLID, NULL },
  [AMICUS_STATUS_ESTABLISHED] = { 1.6, AMICUS_DASH_SOLID, NULL },
  [AMICUS_STATUS_ALLEGED] = { 1.6, AMICUS_DASH_DASHED, NULL },
  [AMICUS_STATUS_DISPUTED] = { 1.9, AMICUS_DASH_DOTTED, "≠" },
  [AMICUS_STATUS_DENIED] = { 1.9, AMICUS_DASH_DOTTED, "✕" },
  [AMICUS_STATUS_POSSIBLE] = { 1.1, AMICUS_DASH_LONG, NULL },
};

AmicusForm
amicus_form_of_kind (AmicusKind kind)
{
  double radius = CORNER;

  g_return_val_if_fail (kind < AMICUS_N_KINDS, amicus_form_of_kind (AMICUS_KIND_UNKNOWN));

  if (kind == AMICUS_KIND_UNKNOWN || kinds[kind].shape == AMICUS_SHAPE_LINTEL)
    radius = 0;
  else if (kind == AMICUS_KIND_LITIGATION)
    radius = CORNER / 2;
  return (AmicusForm) {
    .shape = kinds[kind].shape,
    .radius = radius,
    .icon = kinds[kind].icon,
    .numbered = kind == AMICUS_KIND_SOURCE,
  };
}

AmicusHue
amicus_hue_of_kind (AmicusKind kind)
{
  g_return_val_if_fail (kind < AMICUS_N_KINDS, AMICUS_HUE_GREY);

  return kinds[kind].hue;
}

AmicusCardStyle
amicus_card_style (AmicusKind           kind,
                   const AmicusPalette *palette)
{
  AmicusColor color = palette->hues[amicus_hue_of_kind (kind)];

  if (kind == AMICUS_KIND_LITIGATION)
    return (AmicusCardStyle) {
      .fill = palette->anchor,
      .outline = palette->anchor,
      .text = palette->anchor_text,
      .quiet = palette->anchor_quiet,
      .icon = palette->anchor_text,
      .width = palette->outline_width,
    };

  return (AmicusCardStyle) {
    .fill = palette->card,
    .outline = color,
    .text = palette->text,
    .quiet = palette->quiet,
    .icon = color,
    .disc = amicus_color_with_alpha (color, palette->disc_alpha),
    .width = palette->outline_width,
  };
}

/* Two kinds differ from their family: who owns has a diamond, who is merely related has no
 * arrow. */
static void
set_heads (AmicusRelationStyle *style,
           const char          *word,
           AmicusFamily         family)
{
  style->head = heads[family];
  if (g_strcmp0 (word, "owns") == 0)
    style->tail.shape = AMICUS_HEAD_DIAMOND;
  else if (g_strcmp0 (word, "related") == 0)
    style->head.shape = AMICUS_HEAD_NONE;
}

AmicusRelationStyle
amicus_relation_style (const char          *word,
                       AmicusStatus         status,
                       const AmicusPalette *palette)
{
  AmicusFamily family = amicus_family_from_word (word);
  AmicusRelationStyle style = { 0 };

  g_return_val_if_fail (status < AMICUS_N_STATUSES, style);

  style.line = palette->families[family];
  style.label = palette->labels[family];
  style.width = statuses[status].width * palette->outline_width / USUAL_OUTLINE;
  style.dash = statuses[status].dash;
  if (status == AMICUS_STATUS_NOT_STATED)
    style.line = amicus_color_with_alpha (style.line, palette->faint_alpha);
  set_heads (&style, word, family);
  return style;
}

const char *
amicus_status_mark (AmicusStatus status)
{
  g_return_val_if_fail (status < AMICUS_N_STATUSES, NULL);

  return statuses[status].mark;
}
