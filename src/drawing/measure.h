/* SPDX-License-Identifier: GPL-3.0-or-later
 * How large a text is, and the glyphs that draw it. */

#pragma once

#include "drawing/text-line.h"

G_BEGIN_DECLS

/**
 * AmicusMeasurer:
 *
 * Shapes texts with Pango in the font of pictures, and remembers what it shaped. Has fonts of its
 * own behind a lock, so any thread may use it; the lines it gives may go to any thread, too.
 */
typedef struct _AmicusMeasurer AmicusMeasurer;

AmicusMeasurer *amicus_measurer_new        (const char       *language) G_GNUC_WARN_UNUSED_RESULT;
/* Forgets what was shaped in another language. */
void            amicus_measurer_set_language (AmicusMeasurer *self,
                                              const char     *language);
AmicusMeasurer *amicus_measurer_ref        (AmicusMeasurer   *self);
void            amicus_measurer_unref      (AmicusMeasurer   *self);

const char     *amicus_measurer_get_family (AmicusMeasurer   *self);

/* One line, whatever line ends @text has. */
AmicusTextLine *amicus_measurer_line       (AmicusMeasurer   *self,
                                            const char       *text,
                                            double            size,
                                            AmicusFontWeight  weight,
                                            double            spacing) G_GNUC_WARN_UNUSED_RESULT;
/* One line of at most @width points, its end cut off with an ellipsis where it must be. */
AmicusTextLine *amicus_measurer_cut_line   (AmicusMeasurer   *self,
                                            const char       *text,
                                            double            size,
                                            AmicusFontWeight  weight,
                                            double            width) G_GNUC_WARN_UNUSED_RESULT;
/* Lines of at most @width points and as equal as can be, at most @max_lines of them, the last
 * one cut off with an ellipsis where it must be; AmicusTextLine elements. */
GPtrArray      *amicus_measurer_wrap       (AmicusMeasurer   *self,
                                            const char       *text,
                                            double            size,
                                            AmicusFontWeight  weight,
                                            double            width,
                                            guint             max_lines) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusMeasurer, amicus_measurer_unref)

G_END_DECLS
