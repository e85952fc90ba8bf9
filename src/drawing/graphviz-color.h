/* SPDX-License-Identifier: GPL-3.0-or-later
 * Colours as Graphviz writes them. */

#pragma once

#include "drawing/scene.h"

G_BEGIN_DECLS

/* "#rrggbb", "#rrggbbaa", three numbers of hue, saturation and value, an X11 name, or the first
 * of a list of those. "transparent" is a colour, of alpha 0. FALSE for NULL and what is no
 * colour. */
gboolean amicus_graphviz_color_parse (const char  *text,
                                      AmicusColor *color);

G_END_DECLS
