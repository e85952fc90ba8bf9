/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/graphviz-color.h"

#include <math.h>
#include <pango/pango.h>
#include <string.h>

#define MAX_NAME 64

typedef struct
{
  const char *name;
  AmicusColor color;
} NamedColor;

/* Where X11, which Graphviz follows, and CSS, which Pango follows, do not mean the same. */
static const NamedColor x11[] = {
  { "gray", 0xc0c0c0ff },   { "grey", 0xc0c0c0ff },   { "green", 0x00ff00ff },
  { "maroon", 0xb03060ff }, { "purple", 0xa020f0ff }, { "transparent", 0x00000000 },
};

static gboolean
parse_hex (const char  *text,
           AmicusColor *color)
{
  gsize length = strspn (text, "0123456789abcdefABCDEF");
  guint32 value = 0;

  if (text[length] != '\0' || (length != 3 && length != 6 && length != 8))
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      guint32 digit = g_ascii_xdigit_value (text[i]);

      value = length == 3 ? value << 8 | digit << 4 | digit : value << 4 | digit;
    }
  *color = length == 8 ? value : value << 8 | 0xff;
  return TRUE;
}

static guint32
to_byte (double value)
{
  return (guint32) lround (CLAMP (value, 0, 1) * 255);
}

static AmicusColor
from_hsv (double hue,
          double saturation,
          double value)
{
  static const int order[6][3] = {
    { 0, 3, 1 }, { 2, 0, 1 }, { 1, 0, 3 }, { 1, 2, 0 }, { 3, 1, 0 }, { 0, 1, 2 },
  };
  double turn = (hue - floor (hue)) * 6;
  int sector = (int) turn % 6;
  double part = turn - floor (turn);
  double levels[4] = {
    value,
    value * (1 - saturation),
    value * (1 - saturation * part),
    value * (1 - saturation * (1 - part)),
  };

  return to_byte (levels[order[sector][0]]) << 24 | to_byte (levels[order[sector][1]]) << 16 |
         to_byte (levels[order[sector][2]]) << 8 | 0xff;
}

static gboolean
parse_hsv (const char  *text,
           AmicusColor *color)
{
  double numbers[3];

  for (guint i = 0; i < 3; i++)
    {
      char *end;

      text += strspn (text, ", \t");
      numbers[i] = g_ascii_strtod (text, &end);
      if (end == text || !isfinite (numbers[i]))
        return FALSE;
      text = end;
    }
  *color = from_hsv (CLAMP (numbers[0], 0, 1), CLAMP (numbers[1], 0, 1), CLAMP (numbers[2], 0, 1));
  return TRUE;
}

static gboolean
parse_name (const char  *name,
            AmicusColor *color)
{
  const char *slash = strrchr (name, '/');
  PangoColor found;

  if (slash != NULL)
    name = slash + 1;
  for (guint i = 0; i < G_N_ELEMENTS (x11); i++)
    if (g_ascii_strcasecmp (name, x11[i].name) == 0)
      {
        *color = x11[i].color;
        return TRUE;
      }
  if (*name == '\0' || !pango_color_parse (&found, name))
    return FALSE;
  *color = (guint32) (found.red >> 8) << 24 | (guint32) (found.green >> 8) << 16 |
           (guint32) (found.blue >> 8) << 8 | 0xff;
  return TRUE;
}

gboolean
amicus_graphviz_color_parse (const char  *text,
                             AmicusColor *color)
{
  g_autofree char *first = NULL;

  if (text == NULL)
    return FALSE;

  first = g_strstrip (g_strndup (text, MIN (strcspn (text, ":;"), MAX_NAME)));
  if (first[0] == '#')
    return parse_hex (first + 1, color);
  if (g_ascii_isdigit (first[0]) || first[0] == '.')
    return parse_hsv (first, color);
  return parse_name (first, color);
}
