/* SPDX-License-Identifier: GPL-3.0-or-later
 * What an export will look like, drawn small. */

#pragma once

#include <gtk/gtk.h>

#include "drawing/scene.h"

G_BEGIN_DECLS

/**
 * AmicusExportPreview:
 *
 * Painted in a thread; what was there before stays until that is done.
 *
 * # Accessibility
 *
 * Role IMG.
 */
#define AMICUS_TYPE_EXPORT_PREVIEW (amicus_export_preview_get_type ())
G_DECLARE_FINAL_TYPE (AmicusExportPreview, amicus_export_preview, AMICUS, EXPORT_PREVIEW, GtkWidget)

/* @background: 0 for a transparent one */
void     amicus_export_preview_show       (AmicusExportPreview *self,
                                           AmicusScene         *scene,
                                           AmicusColor          background);
/* Whether what is seen is what was last asked for. */
gboolean amicus_export_preview_is_current (AmicusExportPreview *self);

G_END_DECLS
