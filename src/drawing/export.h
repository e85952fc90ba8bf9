/* SPDX-License-Identifier: GPL-3.0-or-later
 * Documents made from a scene: SVG, PDF, PNG. The same scene gives the same bytes. */

#pragma once

#include "drawing/scene.h"

G_BEGIN_DECLS

#define AMICUS_EXPORT_ERROR (amicus_export_error_quark ())
GQuark amicus_export_error_quark (void);

typedef enum
{
  AMICUS_EXPORT_ERROR_TOO_LARGE,
  AMICUS_EXPORT_ERROR_FAILED,
} AmicusExportError;

typedef enum
{
  AMICUS_FORMAT_SVG,
  AMICUS_FORMAT_PDF,
  AMICUS_FORMAT_PNG,
} AmicusFormat;

/**
 * AmicusExportOptions:
 * @format: of the document
 * @scale: pixels per point, for PNG: 1, 2 or 4
 * @background: colour; 0 for a transparent one
 */
typedef struct
{
  AmicusFormat format;
  double scale;
  AmicusColor background;
} AmicusExportOptions;

/* "svg", ".SVG", "x.svg": by the ending. */
gboolean  amicus_format_from_name (const char                *name,
                                   AmicusFormat              *format);

/* The document's bytes. May be called in any thread. */
GBytes   *amicus_scene_export     (AmicusScene               *scene,
                                   const AmicusExportOptions *options,
                                   GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

/* The writer behind it. */
GBytes   *amicus_scene_to_svg     (AmicusScene               *scene,
                                   const AmicusExportOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
