/* SPDX-License-Identifier: GPL-3.0-or-later
 * One line of shaped text: glyphs at their places, with the fonts that draw them. */

#pragma once

#include <cairo.h>
#include <glib.h>

#include "drawing/scene.h"

G_BEGIN_DECLS

/**
 * AmicusGlyphRun:
 * @font: that draws them; cairo's scaled fonts may be used from any thread
 * @first: index of its first glyph
 * @n: number of its glyphs
 * @first_cluster: index of the first of the clusters that tell which glyphs stand for which bytes
 *   of @text
 * @n_clusters: number of its clusters
 * @text: what the glyphs say
 * @backward: whether the glyphs stand in the reverse order of the clusters
 */
typedef struct
{
  cairo_scaled_font_t *font;
  guint first;
  guint n;
  guint first_cluster;
  guint n_clusters;
  char *text;
  gboolean backward;
} AmicusGlyphRun;

/**
 * AmicusTextLine:
 * @string: what is written, one line of UTF-8
 * @size: of the font, in points
 * @spacing: between letters, in points
 * @weight: of the font
 * @rtl: whether its base direction is right to left
 * @width: advance, in points
 * @ascent: above the baseline
 * @descent: below it
 * @glyphs: with places relative to the line's left end on the baseline
 * @clusters: of all runs
 *
 * Never changed once made, reference-counted atomically: scenes and caches of any thread share it.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *string;
  double size;
  double spacing;
  AmicusFontWeight weight;
  gboolean rtl;
  double width;
  double ascent;
  double descent;
  guint n_runs;
  guint n_glyphs;
  guint n_clusters;
  AmicusGlyphRun *runs;
  cairo_glyph_t *glyphs;
  cairo_text_cluster_t *clusters;
} AmicusTextLine;

AmicusTextLine *amicus_text_line_ref     (AmicusTextLine *self);
void            amicus_text_line_unref   (AmicusTextLine *self);
/* The same, as an array's free function. */
void            amicus_text_line_release (gpointer        line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusTextLine, amicus_text_line_unref)

G_END_DECLS
