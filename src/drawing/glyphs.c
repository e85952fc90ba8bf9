/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/glyphs.h"

#include <pango/pangocairo.h>
#include <string.h>

#define ELLIPSIS "…"

/* Pango measures in 1024ths; a font in "absolute" size of 1 unit is 1 point of the scene. */
static double
from_pango (const AmicusTextLine *self,
            int                   n)
{
  return n * self->size / (AMICUS_SHAPING_SIZE * PANGO_SCALE);
}

static gboolean
is_ellipsis (const PangoLayoutRun *run)
{
  return (run->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0;
}

/* The text that a line shows: without what an ellipsis stands for. */
static char *
shown_text (PangoLayout     *layout,
            PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (layout);
  const char *start = text + line->start_index;
  char *shown;

  for (GSList *node = line->runs; node != NULL; node = node->next)
    {
      const PangoLayoutRun *run = node->data;
      g_autofree char *before = NULL;

      if (!is_ellipsis (run))
        continue;
      before = g_strndup (start, MAX (run->item->offset - line->start_index, 0));
      return g_strconcat (g_strchomp (before), ELLIPSIS, NULL);
    }
  shown = g_strndup (start, line->length);
  return g_strchomp (shown);
}

/* A character without a glyph in any font is drawn as the font's own box. */
static unsigned long
glyph_index (PangoGlyph glyph)
{
  return (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 ? 0 : glyph;
}

static int
append_glyphs (AmicusTextLine         *self,
               const PangoGlyphString *glyphs,
               int                     x)
{
  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];

      if (info->glyph != PANGO_GLYPH_EMPTY)
        self->glyphs[self->n_glyphs++] = (cairo_glyph_t) {
          glyph_index (info->glyph),
          from_pango (self, x + info->geometry.x_offset),
          from_pango (self, info->geometry.y_offset),
        };
      x += info->geometry.width;
    }
  return x;
}

/* How many of the glyphs of a cluster draw something. From right to left the iterator's glyphs count down. */
static int
count_glyphs (const PangoGlyphItemIter *cluster)
{
  const PangoGlyphInfo *glyphs = cluster->glyph_item->glyphs->glyphs;
  gboolean forwards = cluster->start_glyph < cluster->end_glyph;
  int first = forwards ? cluster->start_glyph : cluster->end_glyph + 1;
  int end = forwards ? cluster->end_glyph : cluster->start_glyph + 1;
  int n = 0;

  for (int i = first; i < end; i++)
    n += glyphs[i].glyph != PANGO_GLYPH_EMPTY;

  return n;
}

static void
append_cluster (AmicusTextLine *self,
                int             n_bytes,
                int             n_glyphs)
{
  self->clusters[self->n_clusters++] = (cairo_text_cluster_t) { n_bytes, n_glyphs };
}

/* Which glyphs stand for which bytes, so that a document's text can be searched whatever shaping has made of it. */
static void
append_clusters (AmicusTextLine *self,
                 PangoLayoutRun *run,
                 const char     *text,
                 AmicusGlyphRun *into)
{
  PangoGlyphItemIter cluster;

  into->first_cluster = self->n_clusters;
  into->backward = (run->item->analysis.level & 1) != 0;
  if (is_ellipsis (run))
    {
      into->text = g_strdup (ELLIPSIS);
      append_cluster (self, (int) strlen (ELLIPSIS), (int) into->n);
    }
  else
    {
      into->text = g_strndup (text + run->item->offset, (gsize) run->item->length);
      for (gboolean more = pango_glyph_item_iter_init_start (&cluster, run, text); more;
           more = pango_glyph_item_iter_next_cluster (&cluster))
        append_cluster (self, cluster.end_index - cluster.start_index, count_glyphs (&cluster));
    }
  into->n_clusters = self->n_clusters - into->first_cluster;
}

/* The font of a run in the size of the line, or NULL. */
static cairo_scaled_font_t *
scaled_font (const AmicusTextLine *self,
             const PangoLayoutRun *run)
{
  PangoFont *font = run->item->analysis.font;
  cairo_scaled_font_t *shaped = NULL;
  cairo_scaled_font_t *scaled;
  cairo_font_options_t *options;
  cairo_matrix_t matrix, ctm;

  if (font != NULL)
    shaped = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  if (shaped == NULL)
    return NULL;

  options = cairo_font_options_create ();
  cairo_scaled_font_get_font_options (shaped, options);
  cairo_scaled_font_get_ctm (shaped, &ctm);
  cairo_scaled_font_get_font_matrix (shaped, &matrix);
  cairo_matrix_scale (&matrix, self->size / AMICUS_SHAPING_SIZE, self->size / AMICUS_SHAPING_SIZE);
  scaled = cairo_scaled_font_create (cairo_scaled_font_get_font_face (shaped), &matrix, &ctm, options);
  cairo_font_options_destroy (options);
  if (cairo_scaled_font_status (scaled) == CAIRO_STATUS_SUCCESS)
    return scaled;

  cairo_scaled_font_destroy (scaled);
  return NULL;
}

static int
append_run (AmicusTextLine *self,
            PangoLayoutRun *run,
            const char     *text,
            int             x)
{
  cairo_scaled_font_t *scaled = scaled_font (self, run);
  AmicusGlyphRun *into = &self->runs[self->n_runs];

  if (scaled == NULL)
    return x + pango_glyph_string_get_width (run->glyphs);

  into->first = self->n_glyphs;
  x = append_glyphs (self, run->glyphs, x);
  into->n = self->n_glyphs - into->first;
  if (into->n == 0)
    {
      cairo_scaled_font_destroy (scaled);
      return x;
    }

  into->font = scaled;
  append_clusters (self, run, text, into);
  self->n_runs++;
  return x;
}

static void
append_runs (AmicusTextLine  *self,
             PangoLayoutLine *line,
             const char      *text)
{
  guint n_glyphs = 0;
  int x = 0;

  for (GSList *node = line->runs; node != NULL; node = node->next)
    n_glyphs += (guint) ((PangoLayoutRun *) node->data)->glyphs->num_glyphs;
  self->runs = g_new (AmicusGlyphRun, MAX (g_slist_length (line->runs), 1));
  self->glyphs = g_new (cairo_glyph_t, MAX (n_glyphs, 1));
  self->clusters = g_new (cairo_text_cluster_t, MAX (n_glyphs, 1));
  for (GSList *node = line->runs; node != NULL; node = node->next)
    x = append_run (self, node->data, text, x);
  self->width = from_pango (self, x);
}

/**
 * amicus_text_line_new:
 * @layout: with the text of the line, in the font at AMICUS_SHAPING_SIZE
 * @line: one of its lines
 * @size: of the font, in points
 * @weight: of the font
 * @spacing: between letters, in points
 *
 * Returns: (transfer full): the line, which needs the layout no longer
 */
AmicusTextLine *
amicus_text_line_new (PangoLayout      *layout,
                      PangoLayoutLine  *line,
                      double            size,
                      AmicusFontWeight  weight,
                      double            spacing)
{
  AmicusTextLine *self = g_new0 (AmicusTextLine, 1);
  PangoRectangle logical;

  g_atomic_ref_count_init (&self->ref_count);
  self->string = shown_text (layout, line);
  self->size = size;
  self->weight = weight;
  self->spacing = spacing;
  self->rtl = line->resolved_dir == PANGO_DIRECTION_RTL;
  append_runs (self, line, pango_layout_get_text (layout));

  pango_layout_line_get_extents (line, NULL, &logical);
  self->ascent = from_pango (self, -logical.y);
  self->descent = from_pango (self, logical.y + logical.height);

  return self;
}
