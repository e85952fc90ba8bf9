/* SPDX-License-Identifier: GPL-3.0-or-later
 * Line icons of 16 points. */

#pragma once

#include "drawing/scene-private.h"

G_BEGIN_DECLS

typedef enum
{
  AMICUS_ICON_NONE,
  AMICUS_ICON_BUILDING,
  AMICUS_ICON_COLUMNS,
  AMICUS_ICON_FLAG,
  AMICUS_ICON_GAVEL,
  AMICUS_ICON_NETWORK,
  AMICUS_ICON_HEART,
  AMICUS_ICON_FLASK,
  AMICUS_ICON_RINGS,
  AMICUS_ICON_NEWSPAPER,
  AMICUS_ICON_PERSON,
  AMICUS_ICON_PEOPLE,
  AMICUS_ICON_SCALES,
  AMICUS_ICON_SHEET,
  AMICUS_ICON_BOOK,
  AMICUS_ICON_BOX,
  AMICUS_ICON_BUG,
  AMICUS_ICON_CALENDAR,
  AMICUS_ICON_PIN,
  AMICUS_ICON_SHEETS,
  AMICUS_N_ICONS,
} AmicusIcon;

/* The icon's lines as the builder's path, centred on the point. */
void amicus_icon_trace (AmicusIcon          icon,
                        AmicusSceneBuilder *builder,
                        double              cx,
                        double              cy);

G_END_DECLS
