/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/graphviz-look.h"

#include <math.h>
#include <string.h>

#include "drawing/graphviz-color.h"
#include "graph/evidence.h"

#define MOST_PENWIDTH 20.0
#define ROUNDED_CORNER 6.0

/* Least contrast of text with what is behind it before the file's own choice is overruled. */
#define READABLE 3.0

typedef struct
{
  const char *name;
  AmicusShape shape;
} ShapeName;

typedef struct
{
  const char *name;
  AmicusHead head;
} HeadName;

/* Every other shape of Graphviz is drawn as a rectangle. */
static const ShapeName shapes[] = {
  { "ellipse", AMICUS_SHAPE_ELLIPSE },       { "oval", AMICUS_SHAPE_ELLIPSE },
  { "circle", AMICUS_SHAPE_ELLIPSE },        { "doublecircle", AMICUS_SHAPE_ELLIPSE },
  { "point", AMICUS_SHAPE_ELLIPSE },         { "egg", AMICUS_SHAPE_ELLIPSE },
  { "Mcircle", AMICUS_SHAPE_ELLIPSE },       { "diamond", AMICUS_SHAPE_DIAMOND },
  { "Mdiamond", AMICUS_SHAPE_DIAMOND },      { "hexagon", AMICUS_SHAPE_HEXAGON },
  { "octagon", AMICUS_SHAPE_HEXAGON },       { "doubleoctagon", AMICUS_SHAPE_HEXAGON },
  { "tripleoctagon", AMICUS_SHAPE_HEXAGON }, { "plaintext", AMICUS_SHAPE_BARE },
  { "plain", AMICUS_SHAPE_BARE },            { "none", AMICUS_SHAPE_BARE },
  { "note", AMICUS_SHAPE_SHEET },            { "cds", AMICUS_SHAPE_PILL },
};

static const HeadName head_names[] = {
  { "none", { AMICUS_HEAD_NONE, FALSE } },       { "normal", { AMICUS_HEAD_TRIANGLE, FALSE } },
  { "inv", { AMICUS_HEAD_TRIANGLE, FALSE } },    { "empty", { AMICUS_HEAD_TRIANGLE, TRUE } },
  { "onormal", { AMICUS_HEAD_TRIANGLE, TRUE } }, { "vee", { AMICUS_HEAD_VEE, FALSE } },
  { "open", { AMICUS_HEAD_VEE, FALSE } },        { "crow", { AMICUS_HEAD_VEE, FALSE } },
  { "dot", { AMICUS_HEAD_DOT, FALSE } },         { "odot", { AMICUS_HEAD_DOT, TRUE } },
  { "diamond", { AMICUS_HEAD_DIAMOND, FALSE } }, { "odiamond", { AMICUS_HEAD_DIAMOND, TRUE } },
  { "tee", { AMICUS_HEAD_TEE, FALSE } },         { "box", { AMICUS_HEAD_DIAMOND, FALSE } },
};

static gboolean
has_any (AmicusGraph        *graph,
         AmicusElement       element,
         const char * const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (amicus_graph_get_attribute (graph, element, names[i]) != NULL)
      return TRUE;
  return FALSE;
}

static double
read_penwidth (AmicusGraph  *graph,
               AmicusElement element)
{
  const char *value = amicus_graph_get_attribute (graph, element, "penwidth");
  double width = value != NULL ? g_ascii_strtod (value, NULL) : 0;

  return isfinite (width) ? CLAMP (width, 0, MOST_PENWIDTH) : 0;
}

static gboolean
read_color (AmicusGraph  *graph,
            AmicusElement element,
            const char   *name,
            AmicusColor  *color)
{
  return amicus_graphviz_color_parse (amicus_graph_get_attribute (graph, element, name), color);
}

static char **
read_styles (AmicusGraph  *graph,
             AmicusElement element)
{
  const char *value = amicus_graph_get_attribute (graph, element, "style");

  return g_strsplit_set (value != NULL ? value : "", ", ", -1);
}

static gboolean
has_style (char      **styles,
           const char *name)
{
  return g_strv_contains ((const char * const *) styles, name);
}

static AmicusDash
dash_of_styles (char **styles)
{
  if (has_style (styles, "dashed"))
    return AMICUS_DASH_DASHED;
  return has_style (styles, "dotted") ? AMICUS_DASH_DOTTED : AMICUS_DASH_SOLID;
}

static AmicusShape
read_shape (AmicusGraph  *graph,
            AmicusElement element)
{
  const char *value = amicus_graph_get_attribute (graph, element, "shape");

  if (value == NULL)
    return AMICUS_SHAPE_ELLIPSE;
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (strcmp (value, shapes[i].name) == 0)
      return shapes[i].shape;
  return AMICUS_SHAPE_RECTANGLE;
}

static gboolean
is_rounded (AmicusGraph  *graph,
            AmicusElement element,
            char        **styles)
{
  return has_style (styles, "rounded") ||
         g_strcmp0 (amicus_graph_get_attribute (graph, element, "shape"), "Mrecord") == 0;
}

gboolean
amicus_node_look_read (AmicusGraph    *graph,
                       guint32         entity,
                       AmicusNodeLook *look)
{
  static const char * const names[] = {
    "shape", "color", "fillcolor", "style", "fontcolor", "penwidth", NULL,
  };
  AmicusElement element = AMICUS_ENTITY (entity);
  gboolean known = amicus_graph_get_kind (graph, entity) != AMICUS_KIND_UNKNOWN;
  g_auto (GStrv) styles = NULL;

  if (amicus_graph_is_amicus (graph) || (known && !has_any (graph, element, names)))
    return FALSE;

  styles = read_styles (graph, element);
  *look = (AmicusNodeLook) {
    .form = {
      .shape = read_shape (graph, element),
      .radius = is_rounded (graph, element, styles) ? ROUNDED_CORNER : 0,
      .centred = TRUE,
    },
    .hidden = has_style (styles, "invis") || has_style (styles, "invisible"),
    .width = has_style (styles, "bold") ? 2 : read_penwidth (graph, element),
    .dash = dash_of_styles (styles),
  };
  look->has_color = read_color (graph, element, "color", &look->color);
  look->has_text = read_color (graph, element, "fontcolor", &look->text);
  if (has_style (styles, "filled"))
    look->has_fill = read_color (graph, element, "fillcolor", &look->fill);
  if (has_style (styles, "filled") && !look->has_fill)
    {
      look->has_fill = TRUE;
      look->fill = look->has_color ? look->color : 0xd3d3d3ff;
    }
  return TRUE;
}

/* An arrow may be composed of several; the first is drawn. Modifiers: o hollow, l and r one half
 * only. */
static AmicusHead
parse_head (const char *name)
{
  gboolean hollow = FALSE;

  if (name == NULL)
    return (AmicusHead) { AMICUS_HEAD_TRIANGLE, FALSE };

  for (guint attempt = 0; attempt < 3; attempt++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (head_names); i++)
        if (g_str_has_prefix (name, head_names[i].name))
          {
            AmicusHead head = head_names[i].head;

            head.hollow |= hollow;
            return head;
          }
      hollow |= *name == 'o';
      if (*name != 'o' && *name != 'l' && *name != 'r')
        break;
      name++;
    }
  return (AmicusHead) { AMICUS_HEAD_TRIANGLE, FALSE };
}

static void
read_heads (AmicusGraph    *graph,
            AmicusElement   element,
            AmicusEdgeLook *look)
{
  const char *dir = amicus_graph_get_attribute (graph, element, "dir");

  if (dir == NULL)
    dir = amicus_graph_is_directed (graph) ? "forward" : "none";
  if (strcmp (dir, "forward") == 0 || strcmp (dir, "both") == 0)
    look->head = parse_head (amicus_graph_get_attribute (graph, element, "arrowhead"));
  if (strcmp (dir, "back") == 0 || strcmp (dir, "both") == 0)
    look->tail = parse_head (amicus_graph_get_attribute (graph, element, "arrowtail"));
}

gboolean
amicus_edge_look_read (AmicusGraph    *graph,
                       guint32         relation,
                       AmicusEdgeLook *look)
{
  static const char * const names[] = {
    "color", "style", "fontcolor", "penwidth", "arrowhead", "arrowtail", "dir", NULL,
  };
  AmicusElement element = AMICUS_RELATION (relation);
  const char *kind = amicus_graph_get_attribute (graph, element, "kind");
  g_auto (GStrv) styles = NULL;

  if (amicus_graph_is_amicus (graph) ||
      (amicus_relation_kind_is_known (kind) && !has_any (graph, element, names)))
    return FALSE;

  styles = read_styles (graph, element);
  *look = (AmicusEdgeLook) {
    .hidden = has_style (styles, "invis") || has_style (styles, "invisible"),
    .width = has_style (styles, "bold") ? 2 : read_penwidth (graph, element),
    .dash = dash_of_styles (styles),
  };
  look->has_color = read_color (graph, element, "color", &look->color);
  look->has_text = read_color (graph, element, "fontcolor", &look->text);
  read_heads (graph, element, look);
  return TRUE;
}

/* The colour that the file asks for, or the palette's own where that could not be read on
 * @behind. */
static AmicusColor
readable_text (gboolean             given,
               AmicusColor          color,
               AmicusColor          behind,
               const AmicusPalette *palette)
{
  AmicusColor opaque = amicus_color_blend (behind, palette->background);
  AmicusColor own = palette->text;

  if (given && amicus_color_contrast (color, opaque) >= READABLE)
    return color;
  if (amicus_color_contrast (own, opaque) >= amicus_color_contrast (palette->background, opaque))
    return own;
  return palette->background;
}

AmicusCardStyle
amicus_node_look_style (const AmicusNodeLook *look,
                        const AmicusPalette  *palette)
{
  gboolean bare = look->form.shape == AMICUS_SHAPE_BARE;
  AmicusColor fill = look->has_fill ? look->fill : bare ? 0 : palette->card;
  AmicusColor text = readable_text (look->has_text, look->text, fill, palette);

  return (AmicusCardStyle) {
    .fill = fill,
    .outline = look->has_color ? look->color : palette->hues[AMICUS_HUE_GREY],
    .text = text,
    .quiet = text,
    .icon = text,
    .width = look->width > 0 ? look->width : palette->outline_width * 0.8,
    .dash = look->dash,
  };
}

AmicusRelationStyle
amicus_edge_look_style (const AmicusEdgeLook *look,
                        const AmicusPalette  *palette)
{
  AmicusColor color = look->has_color ? look->color : palette->families[AMICUS_FAMILY_NEUTRAL];

  return (AmicusRelationStyle) {
    .line = color,
    .label = readable_text (look->has_text || look->has_color, look->has_text ? look->text : color,
                            palette->background, palette),
    .width = look->width > 0 ? look->width : 1.2 * palette->outline_width / 1.5,
    .dash = look->dash,
    .head = look->head,
    .tail = look->tail,
  };
}

/**
 * amicus_record_text:
 * @label: of a node whose shape is record or Mrecord
 *
 * Bars divide fields, braces turn their direction, `<…>` names a port; a backslash takes these
 * meanings away.
 *
 * Returns: (transfer full): the fields, one on each line
 */
char *
amicus_record_text (const char *label)
{
  GString *text = g_string_new (NULL);
  gboolean in_port = FALSE;

  for (const char *at = label; *at != '\0'; at++)
    {
      if (*at == '\\' && at[1] != '\0')
        g_string_append_c (text, *++at);
      else if (*at == '<' || *at == '>')
        in_port = *at == '<';
      else if (*at == '|' && text->len > 0 && text->str[text->len - 1] != '\n')
        g_string_append_c (text, '\n');
      else if (!in_port && *at != '{' && *at != '}' && *at != '|')
        g_string_append_c (text, *at);
    }
  return g_string_free (text, FALSE);
}
