/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is worked out of a text, in a thread or not: its statements, and what they say. */

#pragma once

#include <gio/gio.h>

#include "document/survey.h"
#include "graph/graph.h"

G_BEGIN_DECLS

/**
 * AmicusReading:
 * @nth: which graph of the file
 *
 * The graph belongs to whoever holds this, then to the document.
 */
typedef struct
{
  AmicusSyntax *syntax;
  guint nth;
  AmicusGraph *graph;
  AmicusSurvey *survey;
} AmicusReading;

AmicusReading *amicus_reading_new      (AmicusSyntax   *syntax,
                                        guint           nth) G_GNUC_WARN_UNUSED_RESULT;
void           amicus_reading_free     (gpointer        reading);
void           amicus_reading_evaluate (AmicusReading  *self);
AmicusReading *amicus_reading_for_file (GFile          *file,
                                        GBytes         *bytes,
                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusReading, amicus_reading_free)

G_END_DECLS
