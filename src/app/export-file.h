/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where an export goes. */

#pragma once

#include <gtk/gtk.h>

#include "document/document.h"
#include "drawing/export.h"

G_BEGIN_DECLS

/* Asks for a file; begins beside the document, under its name. */
GtkFileChooserNative *amicus_export_file_chooser_new (GtkWindow      *parent,
                                                      AmicusDocument *document,
                                                      AmicusFormat    format) G_GNUC_WARN_UNUSED_RESULT;
/* The ending decides the format; without one of ours the format decides the ending. */
GFile                *amicus_export_file_complete    (GFile          *file,
                                                      AmicusFormat   *format) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
