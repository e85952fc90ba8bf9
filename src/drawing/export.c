/* SPDX-License-Identifier: GPL-3.0-or-later
 * Documents made from a scene: SVG, PDF, PNG. */

#include "config.h"

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/export-private.h"

#include "drawing/color.h"
#include "drawing/painter.h"
#include "drawing/path.h"

#include <string.h>

G_DEFINE_QUARK (amicus-export-error-quark, amicus_export_error)

/**
 * amicus_format_from_name:
 * @name: a format or a file name: "svg", ".SVG", "x.svg"
 * @format: (out): the format
 *
 * Returns: whether @name ends as one of the formats does
 */
gboolean
amicus_format_from_name (const char   *name,
                         AmicusFormat *format)
{
  static const char *const endings[] = {
    [AMICUS_FORMAT_SVG] = "svg",
    [AMICUS_FORMAT_PDF] = "pdf",
    [AMICUS_FORMAT_PNG] = "png",
  };
  const char *dot;
  const char *ending;

  g_return_val_if_fail (name != NULL && format != NULL, FALSE);

  dot = strrchr (name, '.');
  ending = dot != NULL ? dot + 1 : name;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strcasecmp (ending, endings[i]) == 0)
      {
        *format = (AmicusFormat) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * amicus_export_area:
 * @scene: the scene
 *
 * Returns: what its document shows: its bounds in whole points, at least one point wide and high, as a document of
 *   nothing cannot be shown
 */
AmicusRect
amicus_export_area (AmicusScene *scene)
{
  AmicusRect bounds = amicus_scene_get_bounds (scene);
  AmicusRect area = amicus_rect_round_out (&bounds);

  area.width = MAX (area.width, 1);
  area.height = MAX (area.height, 1);
  return area;
}

void
amicus_export_paint (AmicusScene               *scene,
                     const AmicusExportOptions *options,
                     cairo_t                   *cr)
{
  AmicusRect area = amicus_export_area (scene);

  if ((options->background & 0xff) != 0)
    {
      amicus_set_source_color (cr, options->background, 1.0);
      cairo_paint (cr);
    }
  cairo_translate (cr, -area.x, -area.y);
  amicus_scene_paint (scene, cr, &area, 0);
}

cairo_status_t
amicus_export_append (void                *closure,
                      const unsigned char *data,
                      unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * amicus_scene_export:
 * @scene: the scene
 * @options: how
 * @error: return location of an error, of the domain %AMICUS_EXPORT_ERROR
 *
 * Makes a document of the scene. The same scene and options give the same bytes: there is no date, no path and no
 * name of a person in it. May be called in any thread.
 *
 * Returns: (transfer full): the document, or %NULL
 */
GBytes *
amicus_scene_export (AmicusScene               *scene,
                     const AmicusExportOptions *options,
                     GError                   **error)
{
  g_return_val_if_fail (scene != NULL && options != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  switch (options->format)
    {
    case AMICUS_FORMAT_PDF:
      return amicus_scene_to_pdf (scene, options, error);
    case AMICUS_FORMAT_PNG:
      return amicus_scene_to_png (scene, options, error);
    case AMICUS_FORMAT_SVG:
    default:
      return amicus_scene_to_svg (scene, options);
    }
}
