/* SPDX-License-Identifier: GPL-3.0-or-later
 * Publishes the picture: format, area, frame, language, background, with a preview. */

#pragma once

#include <adwaita.h>

#include "app/session.h"

G_BEGIN_DECLS

#define AMICUS_TYPE_EXPORT_DIALOG (amicus_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AmicusExportDialog, amicus_export_dialog, AMICUS, EXPORT_DIALOG, AdwWindow)

/**
 * AmicusExportDialog:
 *
 * Signal `exported (GFile *file)` once the file is written.
 */

/* @view: the part of the picture that the canvas shows, in points. */
AmicusExportDialog *amicus_export_dialog_new (AmicusSession    *session,
                                              const AmicusRect *view) G_GNUC_WARN_UNUSED_RESULT;

/* Writes the picture as chosen; what the Export button does once a file is picked. */
void                amicus_export_dialog_save (AmicusExportDialog *self,
                                               GFile              *file);

G_END_DECLS
