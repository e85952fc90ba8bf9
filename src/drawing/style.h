/* SPDX-License-Identifier: GPL-3.0-or-later
 * What kinds, families and statuses look like. */

#pragma once

#include "drawing/icons.h"
#include "drawing/palette.h"
#include "graph/vocabulary.h"

G_BEGIN_DECLS

typedef enum
{
  AMICUS_SHAPE_RECTANGLE,
  AMICUS_SHAPE_LINTEL,     /* rectangle with a heavy bar on top */
  AMICUS_SHAPE_PILL,
  AMICUS_SHAPE_SHEET,      /* with a folded corner */
  AMICUS_SHAPE_HEXAGON,
  AMICUS_SHAPE_MARKER,     /* small circle with the name beside it */
  AMICUS_SHAPE_ELLIPSE,
  AMICUS_SHAPE_DIAMOND,
  AMICUS_SHAPE_BARE,       /* text alone */
} AmicusShape;

/**
 * AmicusForm:
 * @shape: of the card
 * @radius: of a rectangle's corners, in points
 * @icon: none for a card that has text alone
 * @numbered: whether a number stands in the icon's place
 * @centred: whether the text stands in the middle, as in Graphviz
 *
 * What decides a card's size.
 */
typedef struct
{
  AmicusShape shape;
  double radius;
  AmicusIcon icon;
  gboolean numbered;
  gboolean centred;
} AmicusForm;

/**
 * AmicusCardStyle:
 * @fill: inside the outline
 * @outline: 0 for none
 * @text: name
 * @quiet: second line
 * @icon: lines of the icon
 * @disc: behind the icon, 0 for none
 * @width: of the outline, in points
 * @dash: of the outline
 */
typedef struct
{
  AmicusColor fill;
  AmicusColor outline;
  AmicusColor text;
  AmicusColor quiet;
  AmicusColor icon;
  AmicusColor disc;
  double width;
  AmicusDash dash;
} AmicusCardStyle;

typedef enum
{
  AMICUS_HEAD_NONE,
  AMICUS_HEAD_TRIANGLE,
  AMICUS_HEAD_SMALL,
  AMICUS_HEAD_VEE,
  AMICUS_HEAD_DIAMOND,
  AMICUS_HEAD_DOT,
  AMICUS_HEAD_TEE,
  AMICUS_N_HEADS,
} AmicusHeadShape;

typedef struct
{
  AmicusHeadShape shape;
  gboolean hollow;
} AmicusHead;

/**
 * AmicusRelationStyle:
 * @line: of curve and heads
 * @label: words on it
 * @width: of the curve, in points
 * @dash: of the curve
 * @head: where it ends
 * @tail: where it begins
 */
typedef struct
{
  AmicusColor line;
  AmicusColor label;
  double width;
  AmicusDash dash;
  AmicusHead head;
  AmicusHead tail;
} AmicusRelationStyle;

AmicusForm          amicus_form_of_kind   (AmicusKind           kind);
AmicusHue           amicus_hue_of_kind    (AmicusKind           kind);
AmicusCardStyle     amicus_card_style     (AmicusKind           kind,
                                           const AmicusPalette *palette);

/* @word: the relation's kind as the file has it, may be NULL. */
AmicusRelationStyle amicus_relation_style (const char          *word,
                                           AmicusStatus         status,
                                           const AmicusPalette *palette);
/* The sign before the label of a relation of this status, or NULL. */
const char         *amicus_status_mark    (AmicusStatus         status);

G_END_DECLS
