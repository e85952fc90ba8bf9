/* SPDX-License-Identifier: GPL-3.0-or-later
 * A scene's colours for cairo. */

#pragma once

#include "drawing/scene.h"

G_BEGIN_DECLS

/* @alpha from 0 to 1 makes the colour more transparent than it is by itself. */
static inline void
amicus_set_source_color (cairo_t     *cr,
                         AmicusColor  color,
                         double       alpha)
{
  cairo_set_source_rgba (cr,
                         (color >> 24 & 0xff) / 255.0,
                         (color >> 16 & 0xff) / 255.0,
                         (color >> 8 & 0xff) / 255.0,
                         (color & 0xff) / 255.0 * alpha);
}

G_END_DECLS
