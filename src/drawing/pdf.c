/* SPDX-License-Identifier: GPL-3.0-or-later
 * One page as large as the picture, with text that can be searched and addresses that can be followed. */

#include "config.h"

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/export-private.h"

#include "base/text.h"
#include "drawing/xml.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* In points. Some readers refuse a larger page (PDF 1.7, annex C), so a larger picture is made smaller. */
#define LARGEST_PAGE 14400

/* Without a date of its own, cairo would write the current one; an empty one is left out. */
static void
set_metadata (cairo_surface_t *surface,
              AmicusScene     *scene)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, amicus_scene_get_title (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, amicus_scene_get_description (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Amicus");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
}

/* The address with only those characters that mean nothing to cairo's attributes (quotes, backslashes) nor to the
 * strings of PDF (parentheses, which cairo 1.16 does not escape); the others as %XX, which means the same. */
static char *
quote_address (const char *address)
{
  g_autoptr (GString) quoted = g_string_new (NULL);

  for (const char *at = address; *at != '\0'; at++)
    {
      if (g_ascii_isalnum (*at) || strchr ("-._~:/?#[]@!$&*+,;=%", *at) != NULL)
        g_string_append_c (quoted, *at);
      else
        g_string_append_printf (quoted, "%%%02X", (guint8) *at);
    }

  return g_string_free (g_steal_pointer (&quoted), FALSE);
}

/* cairo takes the rectangle as one of the page, whatever transformation @cr has. */
static void
add_link (cairo_t          *cr,
          const AmicusRect *bounds,
          const char       *address)
{
  g_autoptr (GString) attributes = g_string_new ("rect=[");
  g_autofree char *quoted = quote_address (address);
  const double numbers[] = { bounds->x, bounds->y, bounds->width, bounds->height };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      amicus_xml_append_number (attributes, numbers[i]);
      g_string_append_c (attributes, ' ');
    }
  g_string_append_printf (attributes, "] uri='%s'", quoted);

  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes->str);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
add_links (cairo_t          *cr,
           AmicusScene      *scene,
           const AmicusRect *area,
           double            scale)
{
  guint n_items;
  const AmicusItem *items = amicus_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      const AmicusItem *item = &items[i];
      const char *address = amicus_scene_get_string (scene, item->link);
      AmicusRect bounds = {
        (item->bounds.x - area->x) * scale,
        (item->bounds.y - area->y) * scale,
        item->bounds.width * scale,
        item->bounds.height * scale,
      };

      if (item->link != 0 && amicus_link_is_safe (address))
        add_link (cr, &bounds, address);
    }
}

static void
draw_page (cairo_surface_t           *surface,
           AmicusScene               *scene,
           const AmicusExportOptions *options,
           double                     scale)
{
  g_autoptr (cairo_t) cr = cairo_create (surface);
  AmicusRect area = amicus_export_area (scene);

  cairo_scale (cr, scale, scale);
  amicus_export_paint (scene, options, cr);
  add_links (cr, scene, &area, scale);
  cairo_show_page (cr);
}

/**
 * amicus_scene_to_pdf:
 * @scene: the scene
 * @options: on which background
 * @error: return location of an error
 *
 * Draws the scene on one page. The document has no date in it.
 *
 * Returns: (transfer full): the document, or %NULL
 */
GBytes *
amicus_scene_to_pdf (AmicusScene               *scene,
                     const AmicusExportOptions *options,
                     GError                   **error)
{
  AmicusRect area = amicus_export_area (scene);
  double scale = MIN (1, LARGEST_PAGE / MAX (area.width, area.height));
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (cairo_surface_t) surface = NULL;
  cairo_status_t status;

  surface = cairo_pdf_surface_create_for_stream (amicus_export_append, bytes, area.width * scale, area.height * scale);
  set_metadata (surface, scene);
  draw_page (surface, scene, options, scale);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, AMICUS_EXPORT_ERROR, AMICUS_EXPORT_ERROR_FAILED,
                   _("The document could not be made: %s"), cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
