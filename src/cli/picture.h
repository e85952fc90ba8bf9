/* SPDX-License-Identifier: GPL-3.0-or-later
 * A graph of a file as a picture, for the commands that lay out and draw. */

#pragma once

#include "drawing/picture.h"

G_BEGIN_DECLS

/* The first graph of a file or of standard input. NULL after a message. */
AmicusGraph   *amicus_read_graph   (const char                 *path) G_GNUC_WARN_UNUSED_RESULT;

/* "dot" and so on; NULL leaves the choice to the program. FALSE after a message. */
gboolean       amicus_parse_engine (const char                 *word,
                                    AmicusEngine               *engine);

/* The picture, laid out. */
AmicusPicture *amicus_lay_out      (AmicusGraph                *graph,
                                    const AmicusPictureOptions *options) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the engine that was asked for made the picture; FALSE after a message. */
gboolean       amicus_laid_out_as_asked (AmicusPicture         *picture,
                                    const char                 *path);

G_END_DECLS
