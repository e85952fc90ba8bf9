/* SPDX-License-Identifier: GPL-3.0-or-later
 * Takes a line that Pango has shaped out of its layout, so that any thread can draw it. */

#pragma once

#include <pango/pango.h>

#include "drawing/text-line.h"

G_BEGIN_DECLS

/* The size that Pango shapes every text in, in points: lines of other sizes are enlarged from it. */
#define AMICUS_SHAPING_SIZE 13.0

AmicusTextLine *amicus_text_line_new (PangoLayout      *layout,
                                      PangoLayoutLine  *line,
                                      double            size,
                                      AmicusFontWeight  weight,
                                      double            spacing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
