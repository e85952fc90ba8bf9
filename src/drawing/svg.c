/* SPDX-License-Identifier: GPL-3.0-or-later
 * SVG that may be published as it is: real text, names for those who cannot see it, nothing that runs or is fetched.
 *
 * Looks are presentation attributes, which every reader understands; classes and data attributes are there for those
 * who want to restyle or script the picture. */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/export-private.h"

#include "base/text.h"
#include "drawing/dash.h"
#include "drawing/path.h"
#include "drawing/scene-private.h"
#include "drawing/xml.h"

#include <string.h>

typedef struct
{
  AmicusXml *xml;
  AmicusScene *scene;
} Writer;

static void
write_words (AmicusXml  *xml,
             const char *element,
             const char *id,
             const char *words)
{
  if (*words == '\0')
    return;

  amicus_xml_open (xml, element);
  if (id != NULL)
    amicus_xml_attribute (xml, "id", id);
  amicus_xml_text (xml, words);
  amicus_xml_close (xml);
}

/* No colour is not written: the root says that fill and stroke are none. */
static void
write_paint (AmicusXml   *xml,
             const char  *name,
             const char  *opacity_name,
             AmicusColor  color)
{
  guint alpha = color & 0xff;
  g_autofree char *value = NULL;

  if (alpha == 0)
    return;

  value = g_strdup_printf ("#%06x", color >> 8);
  amicus_xml_attribute (xml, name, value);
  if (alpha < 0xff)
    amicus_xml_number (xml, opacity_name, alpha / 255.0);
}

/* Round ends are the root's; those of dashes are cut straight. */
static void
write_stroke (AmicusXml        *xml,
              const AmicusMark *mark)
{
  g_autoptr (GString) list = g_string_new (NULL);
  const double *lengths;
  guint n;

  if (mark->stroke == 0)
    return;

  write_paint (xml, "stroke", "stroke-opacity", mark->stroke);
  amicus_xml_number (xml, "stroke-width", mark->width);
  lengths = amicus_dash_get_lengths (mark->dash, &n);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (list, ' ');
      amicus_xml_append_number (list, lengths[i]);
    }
  if (n > 0)
    amicus_xml_attribute (xml, "stroke-dasharray", list->str);
  if (amicus_dash_get_cap (mark->dash) != CAIRO_LINE_CAP_ROUND)
    amicus_xml_attribute (xml, "stroke-linecap", "butt");
}

static void
append_points (GString           *data,
               const AmicusPoint *points,
               guint              n)
{
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (data, ' ');
      amicus_xml_append_number (data, points[i].x);
      g_string_append_c (data, ' ');
      amicus_xml_append_number (data, points[i].y);
    }
}

static char *
path_data (AmicusScene      *scene,
           const AmicusMark *mark)
{
  static const char letters[] = { 'M', 'L', 'C', 'Z' };
  const guint8 *verbs = amicus_scene_get_verbs (scene) + mark->first;
  const AmicusPoint *points = amicus_scene_get_points (scene) + mark->first_point;
  GString *data = g_string_new (NULL);

  for (guint i = 0; i < mark->n; i++)
    {
      guint n_points = amicus_path_verb_n_points (verbs[i]);

      g_string_append_c (data, letters[verbs[i]]);
      append_points (data, points, n_points);
      points += n_points;
    }

  return g_string_free (data, FALSE);
}

static void
write_path (Writer           *self,
            const AmicusMark *mark)
{
  g_autofree char *data = path_data (self->scene, mark);

  amicus_xml_open (self->xml, "path");
  amicus_xml_attribute (self->xml, "d", data);
  write_paint (self->xml, "fill", "fill-opacity", mark->fill);
  write_stroke (self->xml, mark);
  amicus_xml_close (self->xml);
}

/* Readers drop blanks at the ends and all but one of a row, unless told otherwise. */
static gboolean
has_loose_blanks (const char *string)
{
  return *string == ' ' || g_str_has_suffix (string, " ") || strstr (string, "  ") != NULL;
}

/* A line from right to left is hung up by its middle, the one point that is the same in every reader, whether
 * it takes the start of such a line for its left or its right end. */
static void
write_place (AmicusXml        *xml,
             const AmicusText *text)
{
  double x = text->x;

  if (text->rtl)
    x += text->width / 2.0;
  amicus_xml_number (xml, "x", x);
  amicus_xml_number (xml, "y", text->y);
  if (text->rtl)
    {
      amicus_xml_attribute (xml, "direction", "rtl");
      amicus_xml_attribute (xml, "text-anchor", "middle");
    }
}

static void
write_text (Writer           *self,
            const AmicusMark *mark)
{
  const AmicusText *text = amicus_scene_get_texts (self->scene) + mark->first;
  const char *string = amicus_scene_get_string (self->scene, text->string);

  amicus_xml_open (self->xml, "text");
  write_place (self->xml, text);
  amicus_xml_number (self->xml, "font-size", text->size);
  if (text->weight != AMICUS_WEIGHT_NORMAL)
    amicus_xml_number (self->xml, "font-weight", text->weight);
  if (text->spacing > 0)
    amicus_xml_number (self->xml, "letter-spacing", text->spacing);
  write_paint (self->xml, "fill", "fill-opacity", mark->fill);
  if (has_loose_blanks (string))
    amicus_xml_attribute (self->xml, "xml:space", "preserve");
  amicus_xml_text (self->xml, string);
  amicus_xml_close (self->xml);
}

static void
write_marks (Writer           *self,
             const AmicusItem *item)
{
  const AmicusMark *marks = amicus_scene_get_marks (self->scene) + item->first_mark;

  for (guint i = 0; i < item->n_marks; i++)
    {
      if (!amicus_mark_is_painted (&marks[i]))
        continue;
      if (marks[i].type == AMICUS_MARK_TEXT)
        write_text (self, &marks[i]);
      else
        write_path (self, &marks[i]);
    }
}

static void
write_id (AmicusXml        *xml,
          const AmicusItem *item)
{
  static const char *const stems[] = {
    [AMICUS_ROLE_HULL] = "group",
    [AMICUS_ROLE_RELATION] = "relation",
    [AMICUS_ROLE_LABEL] = "label",
    [AMICUS_ROLE_CARD] = "entity",
  };
  g_autofree char *id = NULL;

  if (item->role == AMICUS_ROLE_FRAME)
    return;

  id = g_strdup_printf ("%s-%u", stems[item->role], item->element.id);
  amicus_xml_attribute (xml, "id", id);
}

static void
write_data_string (Writer     *self,
                   const char *name,
                   guint32     offset)
{
  if (offset != 0)
    amicus_xml_attribute (self->xml, name, amicus_scene_get_string (self->scene, offset));
}

static void
write_data (Writer           *self,
            const AmicusItem *item)
{
  switch (item->element.kind)
    {
    case AMICUS_ELEMENT_ENTITY:
      write_data_string (self, "data-entity", item->ids[0]);
      break;
    case AMICUS_ELEMENT_GROUP:
      write_data_string (self, "data-group", item->ids[0]);
      break;
    case AMICUS_ELEMENT_RELATION:
      write_data_string (self, "data-tail", item->ids[0]);
      write_data_string (self, "data-head", item->ids[1]);
      break;
    case AMICUS_ELEMENT_NONE:
    case AMICUS_ELEMENT_GRAPH:
    default:
      break;
    }
}

/* The words of a class are what it is, its kind and its status. */
static void
write_classes (AmicusXml  *xml,
               const char *classes)
{
  static const char *const names[] = { NULL, "data-kind", "data-status" };
  g_auto (GStrv) words = g_strsplit (classes, " ", G_N_ELEMENTS (names));

  if (*classes == '\0')
    return;

  amicus_xml_attribute (xml, "class", classes);
  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
    amicus_xml_attribute (xml, names[i], words[i]);
}

/* One symbol each for a screen reader, named by its title. The label only repeats what the title of its relation
 * says; where that says nothing, as it leads out of what is shown, the label speaks for itself. */
static void
write_role (AmicusXml        *xml,
            const AmicusItem *item)
{
  gboolean has_words = item->title != 0 || item->description != 0;
  gboolean is_label = item->role == AMICUS_ROLE_LABEL;

  if (item->role == AMICUS_ROLE_FRAME || (is_label && !has_words))
    return;

  if (is_label || !has_words)
    amicus_xml_attribute (xml, "aria-hidden", "true");
  else
    amicus_xml_attribute (xml, "role", "graphics-symbol img");
}

static gboolean
open_link (Writer           *self,
           const AmicusItem *item)
{
  const char *address = item->link != 0 ? amicus_scene_get_string (self->scene, item->link) : "";

  if (!amicus_link_is_safe (address))
    return FALSE;

  /* Inkscape 1.2 and older readers know the name with the prefix alone. */
  amicus_xml_open (self->xml, "a");
  amicus_xml_attribute (self->xml, "href", address);
  amicus_xml_attribute (self->xml, "xlink:href", address);
  amicus_xml_attribute (self->xml, "target", "_blank");
  amicus_xml_attribute (self->xml, "rel", "noopener noreferrer");

  return TRUE;
}

static void
write_item (Writer           *self,
            const AmicusItem *item)
{
  gboolean is_link = open_link (self, item);

  amicus_xml_open (self->xml, "g");
  write_id (self->xml, item);
  write_classes (self->xml, amicus_scene_get_string (self->scene, item->classes));
  write_data (self, item);
  write_role (self->xml, item);
  write_words (self->xml, "title", NULL, amicus_scene_get_string (self->scene, item->title));
  write_words (self->xml, "desc", NULL, amicus_scene_get_string (self->scene, item->description));
  write_marks (self, item);
  amicus_xml_close (self->xml);
  if (is_link)
    amicus_xml_close (self->xml);
}

static void
append_family (GString    *families,
               const char *family)
{
  if (families->len > 0)
    g_string_append (families, ", ");
  g_string_append_c (families, '\'');
  for (const char *at = family; *at != '\0'; at++)
    {
      if (*at == '\'' || *at == '\\')
        g_string_append_c (families, '\\');
      g_string_append_c (families, *at);
    }
  g_string_append_c (families, '\'');
}

/* The measured family first, then those that look alike where the reader does not have it. */
static void
write_families (AmicusXml  *xml,
                const char *measured)
{
  static const char *const alike[] = { "Cantarell", "Inter", "Noto Sans", "DejaVu Sans" };
  g_autoptr (GString) families = g_string_new (NULL);

  append_family (families, measured);
  for (guint i = 0; i < G_N_ELEMENTS (alike); i++)
    if (strcmp (alike[i], measured) != 0)
      append_family (families, alike[i]);
  g_string_append (families, ", sans-serif");
  amicus_xml_attribute (xml, "font-family", families->str);
}

static void
write_view (AmicusXml        *xml,
            const AmicusRect *area)
{
  AmicusPoint corner_and_size[] = { { area->x, area->y }, { area->width, area->height } };
  g_autoptr (GString) box = g_string_new (NULL);

  append_points (box, corner_and_size, G_N_ELEMENTS (corner_and_size));
  amicus_xml_number (xml, "width", area->width);
  amicus_xml_number (xml, "height", area->height);
  amicus_xml_attribute (xml, "viewBox", box->str);
}

static void
open_root (Writer           *self,
           const AmicusRect *area)
{
  const char *title = amicus_scene_get_title (self->scene);
  const char *description = amicus_scene_get_description (self->scene);
  const char *language = amicus_scene_get_language (self->scene);

  amicus_xml_open (self->xml, "svg");
  amicus_xml_attribute (self->xml, "xmlns", "http://www.w3.org/2000/svg");
  amicus_xml_attribute (self->xml, "xmlns:xlink", "http://www.w3.org/1999/xlink");
  write_view (self->xml, area);
  amicus_xml_attribute (self->xml, "lang", language);
  amicus_xml_attribute (self->xml, "xml:lang", language);
  amicus_xml_attribute (self->xml, "role", "graphics-document document");
  if (*title != '\0')
    amicus_xml_attribute (self->xml, "aria-labelledby", "amicus-title");
  if (*description != '\0')
    amicus_xml_attribute (self->xml, "aria-describedby", "amicus-description");
  write_families (self->xml, amicus_scene_get_font_family (self->scene));
  amicus_xml_attribute (self->xml, "text-rendering", "geometricPrecision");
  amicus_xml_attribute (self->xml, "fill", "none");
  amicus_xml_attribute (self->xml, "stroke-linecap", "round");
  amicus_xml_attribute (self->xml, "stroke-linejoin", "round");
  write_words (self->xml, "title", "amicus-title", title);
  write_words (self->xml, "desc", "amicus-description", description);
}

static void
write_rect (AmicusXml        *xml,
            const AmicusRect *rect)
{
  amicus_xml_number (xml, "x", rect->x);
  amicus_xml_number (xml, "y", rect->y);
  amicus_xml_number (xml, "width", rect->width);
  amicus_xml_number (xml, "height", rect->height);
}

static void
write_background (AmicusXml        *xml,
                  const AmicusRect *area,
                  AmicusColor       color)
{
  if ((color & 0xff) == 0)
    return;

  amicus_xml_open (xml, "rect");
  amicus_xml_attribute (xml, "class", "background");
  write_rect (xml, area);
  write_paint (xml, "fill", "fill-opacity", color);
  amicus_xml_close (xml);
}

/* Those of the picture, or of the frame around it. */
static void
write_items (Writer   *self,
             gboolean  frame)
{
  guint n_items;
  const AmicusItem *items = amicus_scene_get_items (self->scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if ((items[i].role == AMICUS_ROLE_FRAME) == frame)
      write_item (self, &items[i]);
}

/* A group of all that is cut, which is to be closed. */
static void
open_clip (AmicusXml        *xml,
           const AmicusRect *clip)
{
  amicus_xml_open (xml, "clipPath");
  amicus_xml_attribute (xml, "id", "amicus-clip");
  amicus_xml_open (xml, "rect");
  write_rect (xml, clip);
  amicus_xml_close (xml);
  amicus_xml_close (xml);
  amicus_xml_open (xml, "g");
  amicus_xml_attribute (xml, "clip-path", "url(#amicus-clip)");
}

/**
 * amicus_scene_to_svg:
 * @scene: the scene
 * @options: on which background
 *
 * Writes the scene as SVG, one group for each item. The same scene gives the same bytes, in every locale.
 *
 * Returns: (transfer full): the document
 */
GBytes *
amicus_scene_to_svg (AmicusScene               *scene,
                     const AmicusExportOptions *options)
{
  g_autoptr (AmicusXml) xml = NULL;
  AmicusRect area;
  AmicusRect clip;
  gboolean is_cut;
  Writer self;

  g_return_val_if_fail (scene != NULL && options != NULL, NULL);

  area = amicus_export_area (scene);
  xml = amicus_xml_new ();
  self = (Writer) { xml, scene };
  is_cut = amicus_scene_get_clip (scene, &clip);

  open_root (&self, &area);
  write_background (xml, &area, options->background);
  if (is_cut)
    open_clip (xml, &clip);
  write_items (&self, FALSE);
  if (is_cut)
    amicus_xml_close (xml);
  write_items (&self, TRUE);
  amicus_xml_close (xml);

  return amicus_xml_finish (xml);
}
