/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/icons.h"

/* Paths as in SVG, in a square from -8 to 8: M, L, C, Z with absolute points, and E for an
 * ellipse given by centre and radii. */
static const char * const paths[AMICUS_N_ICONS] = {
  [AMICUS_ICON_NONE] = "",
  [AMICUS_ICON_BUILDING] =
    "M -6 7 L -6 -6.5 L 1 -6.5 L 1 7 M 1 -2.5 L 6 -2.5 L 6 7 M -4 -3.5 L -1 -3.5 M -4 -0.3 L "
    "-1 -0.3 M -4 2.9 L -1 2.9 M 3 0.6 L 4 0.6 M 3 3.6 L 4 3.6 M -7.5 7 L 7.5 7",
  [AMICUS_ICON_COLUMNS] =
    "M -7 -3 L 0 -7 L 7 -3 Z M -5 -0.5 L -5 4.5 M -1.7 -0.5 L -1.7 4.5 M 1.7 -0.5 L 1.7 4.5 M "
    "5 -0.5 L 5 4.5 M -7 7 L 7 7",
  [AMICUS_ICON_FLAG] =
    "M -5 7.5 L -5 -7 M -5 -6 C -2 -7.8 1.5 -4 6 -6 L 6 1 C 1.5 3 -2 -0.8 -5 1",
  [AMICUS_ICON_GAVEL] =
    "M -3.8 -1.8 L 1 -6.6 L 4.8 -2.8 L 0 2 Z M -4.9 -2.9 L -2.7 -0.7 M -0.1 -7.7 L 5.9 -1.7 M "
    "-1.1 3.1 L 1.1 0.9 M 2.4 -0.4 L 7 4.2 M -7 7 L 3 7",
  [AMICUS_ICON_NETWORK] =
    "E 0 -4.6 2.3 2.3 E -5 4.2 2.3 2.3 E 5 4.2 2.3 2.3 M -1.2 -2.6 L -3.8 2.2 M 1.2 -2.6 L "
    "3.8 2.2 M -2.7 4.2 L 2.7 4.2",
  [AMICUS_ICON_HEART] =
    "M 0 6.3 C -9.5 0.2 -6.4 -6 -2.9 -6 C -1.2 -6 0 -4.6 0 -3.8 C 0 -4.6 1.2 -6 2.9 -6 C 6.4 "
    "-6 9.5 0.2 0 6.3 Z",
  [AMICUS_ICON_FLASK] =
    "M -2.7 -7 L 2.7 -7 M -1.6 -7 L -1.6 -2.4 L -6 5 C -6.6 6.1 -6 7 -5 7 L 5 7 C 6 7 6.6 6.1 "
    "6 5 L 1.6 -2.4 L 1.6 -7 M -4.1 2.4 L 4.1 2.4",
  [AMICUS_ICON_RINGS] =
    "E -2.7 0 4.4 4.4 E 2.7 0 4.4 4.4",
  [AMICUS_ICON_NEWSPAPER] =
    "M -7 -6 L 4 -6 L 4 6 L -5 6 C -6.2 6 -7 5.2 -7 4 Z M 4 -2 L 7 -2 L 7 4.2 C 7 5.4 6.2 6 "
    "5.4 6 L 4 6 M -4.5 -3 L 1.5 -3 M -4.5 0 L 1.5 0 M -4.5 3 L 1.5 3",
  [AMICUS_ICON_PERSON] =
    "E 0 -3.2 3.1 3.1 M -6 7 C -6 -0.8 6 -0.8 6 7",
  [AMICUS_ICON_PEOPLE] =
    "E -2.4 -3 2.9 2.9 M -7.6 7 C -7.6 -0.6 2.8 -0.6 2.8 7 M 2.9 -5.8 C 6.4 -5.8 6.4 -0.4 2.9 "
    "-0.4 M 4.6 1.6 C 6.6 2.4 7.6 4.4 7.6 7",
  [AMICUS_ICON_SCALES] =
    "M 0 -7 L 0 7 M -4 7 L 4 7 M -6 -5 L 6 -5 M -6 -5 L -8 1.2 L -4 1.2 Z M 6 -5 L 4 1.2 L 8 "
    "1.2 Z",
  [AMICUS_ICON_SHEET] =
    "M -5 -7 L 2 -7 L 5 -4 L 5 7 L -5 7 Z M 2 -7 L 2 -4 L 5 -4 M -2.5 -0.8 L 2.5 -0.8 M -2.5 "
    "2.4 L 2.5 2.4",
  [AMICUS_ICON_BOOK] =
    "M 0 -4.4 C -2 -5.8 -5 -5.8 -7.2 -5.2 L -7.2 5.4 C -5 4.8 -2 4.8 0 6.2 C 2 4.8 5 4.8 7.2 "
    "5.4 L 7.2 -5.2 C 5 -5.8 2 -5.8 0 -4.4 L 0 6.2",
  [AMICUS_ICON_BOX] =
    "M 0 -7 L 6 -3.5 L 6 3.5 L 0 7 L -6 3.5 L -6 -3.5 Z M -6 -3.5 L 0 0 L 6 -3.5 M 0 0 L 0 7",
  [AMICUS_ICON_BUG] =
    "E 0 1.6 3.7 4.7 M -2.5 -3.2 C -2.5 -6.4 2.5 -6.4 2.5 -3.2 M -3.7 1.6 L -7 1.6 M 3.7 1.6 "
    "L 7 1.6 M -3 4.6 L -6 7 M 3 4.6 L 6 7 M -3 -1.2 L -6 -3.6 M 3 -1.2 L 6 -3.6",
  [AMICUS_ICON_CALENDAR] =
    "M -6 -5 L 6 -5 L 6 6.5 L -6 6.5 Z M -6 -1.5 L 6 -1.5 M -3 -7 L -3 -3.6 M 3 -7 L 3 -3.6",
  [AMICUS_ICON_PIN] =
    "M 0 7.4 C -3.4 3.4 -5.4 0.7 -5.4 -1.9 C -5.4 -5.1 -3 -7.4 0 -7.4 C 3 -7.4 5.4 -5.1 5.4 "
    "-1.9 C 5.4 0.7 3.4 3.4 0 7.4 Z E 0 -2 2 2",
  [AMICUS_ICON_SHEETS] =
    "M -2.5 -7 L 3 -7 L 6 -4 L 6 4.5 L -2.5 4.5 Z M 3 -7 L 3 -4 L 6 -4 M -5.5 -4 L -5.5 7 L 3 "
    "7",
};

/* As they stand above, of which a large picture has millions: a sign, and at most one decimal point. */
static double
read_number (const char **at)
{
  const char *c = *at;
  gboolean negative;
  double digits = 0;
  double scale = 1;
  gboolean decimal = FALSE;

  while (*c == ' ')
    c++;
  negative = *c == '-';
  for (c += negative; *c == '.' || g_ascii_isdigit (*c); c++)
    if (*c == '.')
      decimal = TRUE;
    else
      {
        digits = digits * 10 + g_ascii_digit_value (*c);
        scale *= decimal ? 10 : 1;
      }

  *at = c;
  return (negative ? -digits : digits) / scale;
}

static void
read_numbers (const char **at,
              double      *numbers,
              guint        n)
{
  for (guint i = 0; i < n; i++)
    numbers[i] = read_number (at);
}

/**
 * amicus_icon_trace:
 * @icon: which
 * @builder: gets the path
 * @cx: centre
 * @cy: centre
 *
 * Adds the icon's lines to the builder's path.
 */
void
amicus_icon_trace (AmicusIcon          icon,
                   AmicusSceneBuilder *builder,
                   double              cx,
                   double              cy)
{
  double n[6];

  g_return_if_fail (icon < AMICUS_N_ICONS);

  for (const char *at = paths[icon]; *at != '\0';)
    {
      switch (*at++)
        {
        case 'M':
          read_numbers (&at, n, 2);
          amicus_scene_builder_move_to (builder, cx + n[0], cy + n[1]);
          break;
        case 'L':
          read_numbers (&at, n, 2);
          amicus_scene_builder_line_to (builder, cx + n[0], cy + n[1]);
          break;
        case 'C':
          read_numbers (&at, n, 6);
          amicus_scene_builder_curve_to (builder, cx + n[0], cy + n[1], cx + n[2], cy + n[3],
                                         cx + n[4], cy + n[5]);
          break;
        case 'E':
          read_numbers (&at, n, 4);
          amicus_scene_builder_ellipse (builder, cx + n[0], cy + n[1], n[2], n[3]);
          break;
        case 'Z':
          amicus_scene_builder_close (builder);
          break;
        default:
          break;
        }
    }
}
