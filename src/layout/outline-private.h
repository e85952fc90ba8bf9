/* SPDX-License-Identifier: GPL-3.0-or-later
 * The border of cards and hulls, where relations end. */

#pragma once

#include "layout/layout.h"

/**
 * AmicusShape:
 * @rect: the box around it
 * @outline: its border inside the box
 */
typedef struct
{
  AmicusRect rect;
  AmicusOutline outline;
} AmicusShape;

/* Between an arrowhead's tip and the border it points to, in points. */
#define AMICUS_HEAD_GAP 2.5

AmicusShape amicus_shape_of_end (const AmicusLayoutRequest *request,
                                 const AmicusPlacement     *placement,
                                 guint32                    node,
                                 guint32                    group);
gboolean    amicus_shape_holds  (const AmicusShape         *self,
                                 AmicusPoint                point,
                                 double                     grown);
