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

gboolean amicus_shape_holds (const AmicusShape *self,
                             AmicusPoint        point,
                             double             grown);
