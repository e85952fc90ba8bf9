/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/palette.h"

#include <math.h>

#define OPAQUE(rgb) (((guint32) (rgb) << 8) | 0xff)

/* Shares of 255. */
#define PERCENT(n) ((guint8) (255 * (n) / 100))

static const AmicusPalette light = {
  .background = OPAQUE (0xffffff),
  .card = OPAQUE (0xffffff),
  .text = OPAQUE (0x1e1e1e),
  .quiet = OPAQUE (0x5e5c64),
  .anchor = OPAQUE (0x241f31),
  .anchor_text = OPAQUE (0xffffff),
  .anchor_quiet = OPAQUE (0xdeddda),
  .hues = {
    [AMICUS_HUE_BLUE] = OPAQUE (0x0072b2),
    [AMICUS_HUE_SKY] = OPAQUE (0x3a86b4),
    [AMICUS_HUE_VERMILION] = OPAQUE (0xd55e00),
    [AMICUS_HUE_GREEN] = OPAQUE (0x00805e),
    [AMICUS_HUE_PURPLE] = OPAQUE (0xa8558a),
    [AMICUS_HUE_INK] = OPAQUE (0x241f31),
    [AMICUS_HUE_GREY] = OPAQUE (0x5e5c64),
    [AMICUS_HUE_OCHRE] = OPAQUE (0x8f6300),
    [AMICUS_HUE_PALE] = OPAQUE (0x77767b),
  },
  .families = {
    [AMICUS_FAMILY_NEUTRAL] = OPAQUE (0x77767b),
    [AMICUS_FAMILY_AGAINST] = OPAQUE (0xc4501b),
    [AMICUS_FAMILY_WITH] = OPAQUE (0x00805e),
    [AMICUS_FAMILY_TRADE] = OPAQUE (0x0072b2),
    [AMICUS_FAMILY_WATCHES] = OPAQUE (0xa8558a),
  },
  .labels = {
    [AMICUS_FAMILY_NEUTRAL] = OPAQUE (0x6a696e),
    [AMICUS_FAMILY_AGAINST] = OPAQUE (0xb84815),
    [AMICUS_FAMILY_WITH] = OPAQUE (0x007a5a),
    [AMICUS_FAMILY_TRADE] = OPAQUE (0x006aa6),
    [AMICUS_FAMILY_WATCHES] = OPAQUE (0x9c4c7f),
  },
  .disc_alpha = PERCENT (12),
  .hull_alpha = PERCENT (6),
  .hull_line_alpha = PERCENT (35),
  .pill_alpha = PERCENT (93),
  .faint_alpha = PERCENT (60),
  .outline_width = 1.5f,
};

static const AmicusPalette dark = {
  .background = OPAQUE (0x1e1e1e),
  .card = OPAQUE (0x2a2a2e),
  .text = OPAQUE (0xf6f5f4),
  .quiet = OPAQUE (0xc0bfbc),
  .anchor = OPAQUE (0xf6f5f4),
  .anchor_text = OPAQUE (0x1e1e1e),
  .anchor_quiet = OPAQUE (0x3d3846),
  .hues = {
    [AMICUS_HUE_BLUE] = OPAQUE (0x56b4e9),
    [AMICUS_HUE_SKY] = OPAQUE (0x8ac8ec),
    [AMICUS_HUE_VERMILION] = OPAQUE (0xf08a4b),
    [AMICUS_HUE_GREEN] = OPAQUE (0x35c29b),
    [AMICUS_HUE_PURPLE] = OPAQUE (0xe19bc6),
    [AMICUS_HUE_INK] = OPAQUE (0xf6f5f4),
    [AMICUS_HUE_GREY] = OPAQUE (0xc0bfbc),
    [AMICUS_HUE_OCHRE] = OPAQUE (0xe5a50a),
    [AMICUS_HUE_PALE] = OPAQUE (0x9a9996),
  },
  .families = {
    [AMICUS_FAMILY_NEUTRAL] = OPAQUE (0x9a9996),
    [AMICUS_FAMILY_AGAINST] = OPAQUE (0xf08a4b),
    [AMICUS_FAMILY_WITH] = OPAQUE (0x35c29b),
    [AMICUS_FAMILY_TRADE] = OPAQUE (0x56b4e9),
    [AMICUS_FAMILY_WATCHES] = OPAQUE (0xe19bc6),
  },
  .labels = {
    [AMICUS_FAMILY_NEUTRAL] = OPAQUE (0xb0afac),
    [AMICUS_FAMILY_AGAINST] = OPAQUE (0xf08a4b),
    [AMICUS_FAMILY_WITH] = OPAQUE (0x35c29b),
    [AMICUS_FAMILY_TRADE] = OPAQUE (0x56b4e9),
    [AMICUS_FAMILY_WATCHES] = OPAQUE (0xe19bc6),
  },
  .disc_alpha = PERCENT (12),
  .hull_alpha = PERCENT (6),
  .hull_line_alpha = PERCENT (35),
  .pill_alpha = PERCENT (93),
  .faint_alpha = PERCENT (65),
  .outline_width = 1.5f,
};

/* No translucency, thicker outlines, and every colour at 7:1 or better. */
static const AmicusPalette light_contrast = {
  .background = OPAQUE (0xffffff),
  .card = OPAQUE (0xffffff),
  .text = OPAQUE (0x000000),
  .quiet = OPAQUE (0x2e2c33),
  .anchor = OPAQUE (0x000000),
  .anchor_text = OPAQUE (0xffffff),
  .anchor_quiet = OPAQUE (0xffffff),
  .hues = {
    [AMICUS_HUE_BLUE] = OPAQUE (0x004a75),
    [AMICUS_HUE_SKY] = OPAQUE (0x1d5a80),
    [AMICUS_HUE_VERMILION] = OPAQUE (0x8a3c00),
    [AMICUS_HUE_GREEN] = OPAQUE (0x00553f),
    [AMICUS_HUE_PURPLE] = OPAQUE (0x74305d),
    [AMICUS_HUE_INK] = OPAQUE (0x000000),
    [AMICUS_HUE_GREY] = OPAQUE (0x3d3b42),
    [AMICUS_HUE_OCHRE] = OPAQUE (0x5e4100),
    [AMICUS_HUE_PALE] = OPAQUE (0x4a494e),
  },
  .families = {
    [AMICUS_FAMILY_NEUTRAL] = OPAQUE (0x4a494e),
    [AMICUS_FAMILY_AGAINST] = OPAQUE (0x8a3009),
    [AMICUS_FAMILY_WITH] = OPAQUE (0x00553f),
    [AMICUS_FAMILY_TRADE] = OPAQUE (0x004a75),
    [AMICUS_FAMILY_WATCHES] = OPAQUE (0x74305d),
  },
  .labels = {
    [AMICUS_FAMILY_NEUTRAL] = OPAQUE (0x3d3b42),
    [AMICUS_FAMILY_AGAINST] = OPAQUE (0x8a3009),
    [AMICUS_FAMILY_WITH] = OPAQUE (0x00553f),
    [AMICUS_FAMILY_TRADE] = OPAQUE (0x004a75),
    [AMICUS_FAMILY_WATCHES] = OPAQUE (0x74305d),
  },
  .disc_alpha = 0,
  .hull_alpha = 0,
  .hull_line_alpha = 255,
  .pill_alpha = 255,
  .faint_alpha = 255,
  .outline_width = 2.2f,
};

static const AmicusPalette dark_contrast = {
  .background = OPAQUE (0x000000),
  .card = OPAQUE (0x000000),
  .text = OPAQUE (0xffffff),
  .quiet = OPAQUE (0xdeddda),
  .anchor = OPAQUE (0xffffff),
  .anchor_text = OPAQUE (0x000000),
  .anchor_quiet = OPAQUE (0x000000),
  .hues = {
    [AMICUS_HUE_BLUE] = OPAQUE (0x8fd0f7),
    [AMICUS_HUE_SKY] = OPAQUE (0xb4ddf5),
    [AMICUS_HUE_VERMILION] = OPAQUE (0xffb07a),
    [AMICUS_HUE_GREEN] = OPAQUE (0x6fe3c3),
    [AMICUS_HUE_PURPLE] = OPAQUE (0xf2bfdd),
    [AMICUS_HUE_INK] = OPAQUE (0xffffff),
    [AMICUS_HUE_GREY] = OPAQUE (0xdeddda),
    [AMICUS_HUE_OCHRE] = OPAQUE (0xf9c74f),
    [AMICUS_HUE_PALE] = OPAQUE (0xd0cfcc),
  },
  .families = {
    [AMICUS_FAMILY_NEUTRAL] = OPAQUE (0xd0cfcc),
    [AMICUS_FAMILY_AGAINST] = OPAQUE (0xffb07a),
    [AMICUS_FAMILY_WITH] = OPAQUE (0x6fe3c3),
    [AMICUS_FAMILY_TRADE] = OPAQUE (0x8fd0f7),
    [AMICUS_FAMILY_WATCHES] = OPAQUE (0xf2bfdd),
  },
  .labels = {
    [AMICUS_FAMILY_NEUTRAL] = OPAQUE (0xdeddda),
    [AMICUS_FAMILY_AGAINST] = OPAQUE (0xffb07a),
    [AMICUS_FAMILY_WITH] = OPAQUE (0x6fe3c3),
    [AMICUS_FAMILY_TRADE] = OPAQUE (0x8fd0f7),
    [AMICUS_FAMILY_WATCHES] = OPAQUE (0xf2bfdd),
  },
  .disc_alpha = 0,
  .hull_alpha = 0,
  .hull_line_alpha = 255,
  .pill_alpha = 255,
  .faint_alpha = 255,
  .outline_width = 2.2f,
};

const AmicusPalette *
amicus_palette_get (AmicusScheme scheme)
{
  switch (scheme)
    {
    case AMICUS_SCHEME_DARK:
      return &dark;
    case AMICUS_SCHEME_LIGHT_CONTRAST:
      return &light_contrast;
    case AMICUS_SCHEME_DARK_CONTRAST:
      return &dark_contrast;
    case AMICUS_SCHEME_LIGHT:
    default:
      return &light;
    }
}

static double
channel_luminance (guint32 channel)
{
  double value = (channel & 0xff) / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (AmicusColor color)
{
  return 0.2126 * channel_luminance (color >> 24) + 0.7152 * channel_luminance (color >> 16) +
         0.0722 * channel_luminance (color >> 8);
}

/**
 * amicus_color_contrast:
 * @a: a colour, its alpha is not looked at
 * @b: another
 *
 * Contrast ratio as WCAG 2.2 defines it.
 *
 * Returns: 1 to 21
 */
double
amicus_color_contrast (AmicusColor a,
                       AmicusColor b)
{
  double first = luminance (a);
  double second = luminance (b);

  return (fmax (first, second) + 0.05) / (fmin (first, second) + 0.05);
}

static guint32
blend_channel (AmicusColor over,
               AmicusColor under,
               guint       shift)
{
  guint32 alpha = over & 0xff;

  return (((over >> shift & 0xff) * alpha + (under >> shift & 0xff) * (255 - alpha) + 127) / 255)
         << shift;
}

AmicusColor
amicus_color_blend (AmicusColor over,
                    AmicusColor under)
{
  return blend_channel (over, under, 24) | blend_channel (over, under, 16) |
         blend_channel (over, under, 8) | 0xff;
}
