/* SPDX-License-Identifier: GPL-3.0-or-later
 * The writers behind amicus_scene_export(). */

#pragma once

#include "drawing/export.h"

G_BEGIN_DECLS

AmicusRect amicus_export_area  (AmicusScene               *scene);
/* Fills @cr, of which no transformation was changed yet, with the background and paints the scene into it. */
void       amicus_export_paint (AmicusScene               *scene,
                                const AmicusExportOptions *options,
                                cairo_t                   *cr);
/* A cairo_write_func_t that appends to a GByteArray. */
cairo_status_t
           amicus_export_append (void                     *closure,
                                const unsigned char       *data,
                                unsigned int               length);

GBytes    *amicus_scene_to_pdf (AmicusScene               *scene,
                                const AmicusExportOptions *options,
                                GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes    *amicus_scene_to_png (AmicusScene               *scene,
                                const AmicusExportOptions *options,
                                GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)

G_END_DECLS
