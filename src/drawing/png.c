/* SPDX-License-Identifier: GPL-3.0-or-later
 * Pixels, within what cairo and a computer's memory can hold. */

#include "config.h"

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/export-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* cairo's own limit of each side, and 1 GiB of pixels of four bytes. */
#define LARGEST_SIDE 32767
#define MOST_PIXELS (256.0 * 1024 * 1024)

static gboolean
check_size (double    width,
            double    height,
            GError  **error)
{
  if (width <= LARGEST_SIDE && height <= LARGEST_SIDE && width * height <= MOST_PIXELS)
    return TRUE;

  g_set_error (error, AMICUS_EXPORT_ERROR, AMICUS_EXPORT_ERROR_TOO_LARGE,
               /* Translators: width and height in pixels, then the largest side */
               _("The image would have %.0f × %.0f pixels; at most %d on a side and 268 million in all can be "
                 "written. Choose a smaller scale, or SVG or PDF."),
               width, height, LARGEST_SIDE);

  return FALSE;
}

static GBytes *
encode (cairo_surface_t  *surface,
        GError          **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status = cairo_surface_write_to_png_stream (surface, amicus_export_append, bytes);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, AMICUS_EXPORT_ERROR, AMICUS_EXPORT_ERROR_FAILED,
                   _("The image could not be made: %s"), cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * amicus_scene_to_png:
 * @scene: the scene
 * @options: how large, on which background
 * @error: return location of an error
 *
 * Paints the scene into an image of `scale` pixels per point.
 *
 * Returns: (transfer full): the file, or %NULL where the image would be too large
 */
GBytes *
amicus_scene_to_png (AmicusScene               *scene,
                     const AmicusExportOptions *options,
                     GError                   **error)
{
  AmicusRect area = amicus_export_area (scene);
  double scale = options->scale > 0 ? options->scale : 1;
  double width = ceil (area.width * scale);
  double height = ceil (area.height * scale);
  g_autoptr (cairo_surface_t) surface = NULL;
  g_autoptr (cairo_t) cr = NULL;

  if (!check_size (width, height, error))
    return NULL;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  amicus_export_paint (scene, options, cr);
  cairo_surface_flush (surface);

  return encode (surface, error);
}
