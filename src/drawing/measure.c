/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/measure.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "base/text.h"
#include "drawing/glyphs.h"

#define PREFERRED_FAMILY "Cantarell"
#define FALLBACK_FAMILY "sans"

/* Texts to remember: more than a picture of a few thousand cards has. */
#define CACHE_LIMIT 20000

#define BALANCE_STEPS 6

struct _AmicusMeasurer
{
  gatomicrefcount ref_count;
  GMutex lock;
  PangoContext *context;
  PangoLayout *layout;
  const char *family;
  char *language;
  GHashTable *cache;
};

/* Widths must not depend on the zoom or the screen, so nothing is rounded to pixels. */
static PangoContext *
create_context (void)
{
  g_autoptr (PangoFontMap) font_map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (font_map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

/* Every size is shaped as one and enlarged: to find the fonts of a size takes a few milliseconds. */
static PangoFontDescription *
describe_font (const char      *family,
               AmicusFontWeight weight)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, family);
  pango_font_description_set_weight (description, (PangoWeight) weight);
  pango_font_description_set_absolute_size (description, AMICUS_SHAPING_SIZE * PANGO_SCALE);
  return description;
}

/* The family of the font that the system gives when asked for @wanted. It is asked for the font
 * that comes first on the cards, so that no font is looked for in vain. */
static char *
find_family (PangoContext *context,
             const char   *wanted)
{
  g_autoptr (PangoFontDescription) description = describe_font (wanted, AMICUS_WEIGHT_SEMIBOLD);
  g_autoptr (PangoFontDescription) given = NULL;
  g_autoptr (PangoFont) font = pango_context_load_font (context, description);

  if (font == NULL)
    return g_strdup ("sans-serif");
  given = pango_font_describe (font);
  return g_strdup (pango_font_description_get_family (given));
}

/* One answer for all pictures: the fonts of the system are asked once. */
static const char *
picture_family (PangoContext *context)
{
  static gsize family = 0;

  if (g_once_init_enter (&family))
    {
      char *found = find_family (context, PREFERRED_FAMILY);

      if (g_ascii_strcasecmp (found, PREFERRED_FAMILY) != 0)
        {
          g_free (found);
          found = find_family (context, FALLBACK_FAMILY);
        }
      g_once_init_leave (&family, (gsize) found);
    }
  return (const char *) family;
}

static void
release_lines (gpointer lines)
{
  g_ptr_array_unref (lines);
}

static void
apply_language (AmicusMeasurer *self)
{
  PangoLanguage *language = self->language != NULL ? pango_language_from_string (self->language)
                                                   : pango_language_get_default ();

  pango_context_set_language (self->context, language);
}

/* Fonts are looked for when the first text comes, in the thread that has it: that takes a tenth
 * of a second. */
static void
ensure_fonts (AmicusMeasurer *self)
{
  if (self->context != NULL)
    return;

  self->context = create_context ();
  self->layout = pango_layout_new (self->context);
  apply_language (self);
  self->family = picture_family (self->context);
}

/**
 * amicus_measurer_new:
 * @language: (nullable): of the texts, for scripts that several languages write differently
 *
 * The font is Cantarell where there is one, else the system's sans-serif.
 *
 * Returns: (transfer full): a measurer
 */
AmicusMeasurer *
amicus_measurer_new (const char *language)
{
  AmicusMeasurer *self = g_new0 (AmicusMeasurer, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->language = g_strdup (language);
  self->cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, release_lines);
  return self;
}

void
amicus_measurer_set_language (AmicusMeasurer *self,
                              const char     *language)
{
  g_mutex_lock (&self->lock);
  g_free (self->language);
  self->language = g_strdup (language);
  g_hash_table_remove_all (self->cache);
  if (self->context != NULL)
    apply_language (self);
  g_mutex_unlock (&self->lock);
}

AmicusMeasurer *
amicus_measurer_ref (AmicusMeasurer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
amicus_measurer_unref (AmicusMeasurer *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_object (&self->layout);
  g_clear_object (&self->context);
  g_hash_table_unref (self->cache);
  g_mutex_clear (&self->lock);
  g_free (self->language);
  g_free (self);
}

const char *
amicus_measurer_get_family (AmicusMeasurer *self)
{
  g_mutex_lock (&self->lock);
  ensure_fonts (self);
  g_mutex_unlock (&self->lock);
  return self->family;
}

/* A length of a line of this size, as Pango takes it. */
static int
to_pango (double length,
          double size)
{
  return ceil (length * PANGO_SCALE * AMICUS_SHAPING_SIZE / size);
}

static void
set_text (AmicusMeasurer  *self,
          const char      *text,
          double           size,
          AmicusFontWeight weight,
          double           spacing)
{
  g_autoptr (PangoFontDescription) description = describe_font (self->family, weight);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  /* Nobody could tell one from a hyphen of the name itself. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (spacing > 0)
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (to_pango (spacing, size)));

  pango_layout_set_font_description (self->layout, description);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_set_width (self->layout, -1);
  pango_layout_set_height (self->layout, -1);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
}

/* One paragraph without controls and tricks, short enough to be shaped at once. */
static char *
prepare_text (const char *text,
              gboolean    one_line)
{
  char *shown = amicus_text_for_display (text != NULL ? text : "", AMICUS_TEXT_CANVAS_LIMIT);

  if (one_line)
    g_strdelimit (shown, "\r\n\t", ' ');
  return shown;
}

static GPtrArray *
new_lines (void)
{
  return g_ptr_array_new_with_free_func (amicus_text_line_release);
}

static void
append_line (AmicusMeasurer  *self,
             GPtrArray       *lines,
             int              nth,
             double           size,
             AmicusFontWeight weight,
             double           spacing)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, nth);

  g_ptr_array_add (lines, amicus_text_line_new (self->layout, line, size, weight, spacing));
}

/* Sets everything from byte @start on as one line, cut off at @width. */
static void
append_rest (AmicusMeasurer  *self,
             GPtrArray       *lines,
             const char      *rest,
             double           size,
             AmicusFontWeight weight,
             double           width)
{
  g_autofree char *joined = g_strdelimit (g_strdup (rest), "\n", ' ');

  set_text (self, joined, size, weight, 0);
  pango_layout_set_width (self->layout, to_pango (width, size));
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  append_line (self, lines, 0, size, weight, 0);
}

/* The narrowest width at which the text still takes as many lines: no line is much shorter than
 * the others. */
static void
balance_lines (AmicusMeasurer *self,
               double          width,
               double          size)
{
  int n_lines = pango_layout_get_line_count (self->layout);
  double narrow = width / n_lines;
  double wide = width;

  for (guint i = 0; i < BALANCE_STEPS; i++)
    {
      double middle = (narrow + wide) / 2;

      pango_layout_set_width (self->layout, to_pango (middle, size));
      if (pango_layout_get_line_count (self->layout) > n_lines)
        narrow = middle;
      else
        wide = middle;
    }
  pango_layout_set_width (self->layout, to_pango (wide, size));
}

static GPtrArray *
wrap_lines (AmicusMeasurer  *self,
            const char      *text,
            double           size,
            AmicusFontWeight weight,
            double           width,
            guint            max_lines)
{
  GPtrArray *lines = new_lines ();
  int n_lines;
  int n_whole;

  set_text (self, text, size, weight, 0);
  pango_layout_set_width (self->layout, to_pango (width, size));
  n_lines = pango_layout_get_line_count (self->layout);
  if (n_lines > 1 && n_lines <= (int) max_lines && strchr (text, '\n') == NULL)
    balance_lines (self, width, size);

  n_whole = n_lines <= (int) max_lines ? n_lines : (int) max_lines - 1;
  for (int i = 0; i < n_whole; i++)
    append_line (self, lines, i, size, weight, 0);
  if (n_whole < n_lines)
    {
      int start = pango_layout_get_line_readonly (self->layout, n_whole)->start_index;

      append_rest (self, lines, text + start, size, weight, width);
    }
  return lines;
}

static GPtrArray *
set_line (AmicusMeasurer  *self,
          const char      *text,
          double           size,
          AmicusFontWeight weight,
          double           spacing)
{
  GPtrArray *lines = new_lines ();

  set_text (self, text, size, weight, spacing);
  append_line (self, lines, 0, size, weight, spacing);
  return lines;
}

/* What was shaped before is found by everything that shaping depends on. A key begins with
 * numbers of its own, so no text can pretend to be another. */
static GPtrArray *
remembered (AmicusMeasurer  *self,
            const char      *key)
{
  GPtrArray *lines = g_hash_table_lookup (self->cache, key);

  return lines != NULL ? g_ptr_array_ref (lines) : NULL;
}

static void
remember (AmicusMeasurer *self,
          char           *key,
          GPtrArray      *lines)
{
  if (g_hash_table_size (self->cache) >= CACHE_LIMIT)
    g_hash_table_remove_all (self->cache);
  g_hash_table_insert (self->cache, key, g_ptr_array_ref (lines));
}

static GPtrArray *
shape_lines (AmicusMeasurer  *self,
             const char      *text,
             double           size,
             AmicusFontWeight weight,
             double           spacing,
             double           width,
             guint            max_lines)
{
  g_autofree char *shown = prepare_text (text, max_lines == 1);
  g_autofree char *key = g_strdup_printf ("%d %d %d %d %u %s", (int) (size * 100), (int) weight,
                                          (int) (spacing * 100), (int) (width * 10), max_lines,
                                          shown);
  GPtrArray *lines;

  g_mutex_lock (&self->lock);
  lines = remembered (self, key);
  if (lines == NULL)
    {
      ensure_fonts (self);
      lines = width > 0 ? wrap_lines (self, shown, size, weight, width, max_lines)
                        : set_line (self, shown, size, weight, spacing);
      remember (self, g_steal_pointer (&key), lines);
    }
  g_mutex_unlock (&self->lock);
  return lines;
}

/**
 * amicus_measurer_line:
 * @self: a measurer
 * @text: (nullable): anything, at most its first 256 characters are shown
 * @size: of the font, in points
 * @weight: of the font
 * @spacing: between letters, in points
 *
 * Returns: (transfer full): the shaped line
 */
AmicusTextLine *
amicus_measurer_line (AmicusMeasurer  *self,
                      const char      *text,
                      double           size,
                      AmicusFontWeight weight,
                      double           spacing)
{
  g_autoptr (GPtrArray) lines = shape_lines (self, text, size, weight, spacing, 0, 1);

  return amicus_text_line_ref (lines->pdata[0]);
}

/**
 * amicus_measurer_cut_line:
 * @self: a measurer
 * @text: (nullable): anything
 * @size: of the font, in points
 * @weight: of the font
 * @width: most it may take, in points
 *
 * Returns: (transfer full): the shaped line, with an ellipsis if it did not fit
 */
AmicusTextLine *
amicus_measurer_cut_line (AmicusMeasurer  *self,
                          const char      *text,
                          double           size,
                          AmicusFontWeight weight,
                          double           width)
{
  g_autoptr (GPtrArray) lines = shape_lines (self, text, size, weight, 0, width, 1);

  return amicus_text_line_ref (lines->pdata[0]);
}

/**
 * amicus_measurer_wrap:
 * @self: a measurer
 * @text: (nullable): anything; its line ends are kept
 * @size: of the font, in points
 * @weight: of the font
 * @width: most that a line may take, in points
 * @max_lines: most lines there may be
 *
 * Returns: (transfer full): the shaped lines (AmicusTextLine), at least one
 */
GPtrArray *
amicus_measurer_wrap (AmicusMeasurer  *self,
                      const char      *text,
                      double           size,
                      AmicusFontWeight weight,
                      double           width,
                      guint            max_lines)
{
  g_return_val_if_fail (self != NULL && width > 0 && max_lines > 0, new_lines ());

  return shape_lines (self, text, size, weight, 0, width, max_lines);
}

