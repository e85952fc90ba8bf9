/* SPDX-License-Identifier: GPL-3.0-or-later
 * One type over two files: session.c knows the document and what is selected, session-options.c how the picture is
 * drawn. */

#pragma once

#include "app/session.h"

G_BEGIN_DECLS

struct _AmicusSession
{
  GObject parent_instance;

  AmicusDocument *document;
  AmicusGraph *shown;         /* whose elements are selected and hovered */
  guint nth;                  /* of the document's graphs, the one that is shown */
  AmicusGraph *former;        /* shown before an edit; only while `graph-changed` is emitted */
  AmicusPicture *picture;
  AmicusPictureOptions options;
  char *language;             /* what options.language points to */

  GArray *selection;          /* of AmicusElement, the primary last */
  AmicusElement hover;
};

G_END_DECLS
