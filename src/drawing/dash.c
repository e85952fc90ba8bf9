/* SPDX-License-Identifier: GPL-3.0-or-later
 * The patterns of lines, for all painters. */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/dash.h"

const double *
amicus_dash_get_lengths (AmicusDash  dash,
                         guint      *n)
{
  static const double dashed[] = { 6, 4 };
  static const double dotted[] = { 0, 4 };
  static const double long_dashes[] = { 11, 6 };

  g_return_val_if_fail (n != NULL, NULL);

  *n = dash == AMICUS_DASH_SOLID ? 0 : 2;
  switch (dash)
    {
    case AMICUS_DASH_DASHED:
      return dashed;
    case AMICUS_DASH_DOTTED:
      return dotted;
    case AMICUS_DASH_LONG:
      return long_dashes;
    case AMICUS_DASH_SOLID:
    default:
      return NULL;
    }
}

/* A dash of no length with round ends is a dot; longer ones would grow by their ends. */
cairo_line_cap_t
amicus_dash_get_cap (AmicusDash dash)
{
  gboolean is_long = dash == AMICUS_DASH_DASHED || dash == AMICUS_DASH_LONG;

  return is_long ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND;
}
