/* SPDX-License-Identifier: GPL-3.0-or-later
 * A graph of a file as a picture, for the commands that lay out and draw. */

#pragma once

#include "cli/command.h"
#include "drawing/picture.h"

G_BEGIN_DECLS

/* The @nth graph of a file or of standard input; @status says how well it was read. NULL after a message. */
AmicusGraph   *amicus_cli_read_graph   (const char                 *path,
                                        int                         nth,
                                        Status                     *status) G_GNUC_WARN_UNUSED_RESULT;

/* "dot" and so on; NULL leaves the choice to the program. FALSE after a message. */
gboolean       amicus_cli_parse_engine (const char                 *word,
                                        AmicusEngine               *engine);

/* A picture of nothing yet. Fonts and layout engine get ready while the file is read, so this comes first. */
AmicusPicture *amicus_cli_picture_new  (const AmicusPictureOptions *options) G_GNUC_WARN_UNUSED_RESULT;

/* Lays the graph out in @picture; FALSE after a message. @status becomes STATUS_OTHER_ENGINE, after a message, where
 * it is not as asked for. */
gboolean       amicus_cli_lay_out      (AmicusPicture              *picture,
                                        AmicusGraph                *graph,
                                        const char                 *path,
                                        Status                     *status);

G_END_DECLS
