/* SPDX-License-Identifier: GPL-3.0-or-later
 * A window with a file that is edited by keys and pointer. */

#pragma once

#include "app/window-private.h"
#include "window-driver.h"

G_BEGIN_DECLS

/* Opens a file with @text; its path. */
char           *stage_open       (Driver     *driver,
                                  const char *text);
/* Removes it, too. */
void            stage_close      (Driver     *driver,
                                  char       *path);

AmicusDocument *stage_document   (Driver     *driver);
char           *stage_text       (Driver     *driver);
/* Whether the document's text holds @words. */
gboolean        stage_says       (Driver     *driver,
                                  const char *words);
/* Whether a menu or a question is open on the canvas. */
gboolean        stage_asks       (Driver     *driver);
AmicusElement   stage_primary    (Driver     *driver);
const char     *stage_primary_id (Driver     *driver);
void            stage_select     (Driver     *driver,
                                  const char *id);

G_END_DECLS
