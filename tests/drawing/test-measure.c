/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing/card.h"

#include "drawn.h"

#include <string.h>

static GPtrArray *
wrap (const char *text)
{
  return amicus_measurer_wrap (drawn_measurer (), text, 13, AMICUS_WEIGHT_SEMIBOLD, 190, 3);
}

static AmicusTextLine *
nth (GPtrArray *lines,
     guint      i)
{
  return g_ptr_array_index (lines, i);
}

static void
test_line (void)
{
  g_autoptr (AmicusTextLine) line = amicus_measurer_line (drawn_measurer (), "Facebook\nv. NSO", 13, 400, 0);
  g_autoptr (AmicusTextLine) spaced = amicus_measurer_line (drawn_measurer (), "Facebook\nv. NSO", 13, 400, 2);
  g_autoptr (AmicusTextLine) empty = amicus_measurer_line (drawn_measurer (), NULL, 13, 400, 0);

  g_assert_cmpstr (line->string, ==, "Facebook v. NSO");
  g_assert_cmpfloat (line->width, >, 60);
  g_assert_cmpfloat (line->width, <, 130);
  g_assert_cmpfloat (spaced->width, >, line->width + 20);
  g_assert_cmpuint (line->n_runs, >, 0);
  g_assert_cmpfloat (line->ascent, >, line->descent);
  g_assert_cmpfloat (empty->width, <, 0.01);
  g_assert_cmpuint (empty->n_glyphs, ==, 0);
}

/* Nothing is lost between lines, and none is wider than asked for. */
static void
test_wrap (void)
{
  g_autoptr (GPtrArray) lines = wrap ("Undisclosed bugs or back doors of the industry");
  g_autoptr (GString) joined = g_string_new (NULL);

  g_assert_cmpuint (lines->len, ==, 2);
  for (guint i = 0; i < lines->len; i++)
    {
      g_assert_cmpfloat (nth (lines, i)->width, <=, 191);
      g_string_append_printf (joined, "%s%s", i > 0 ? " " : "", nth (lines, i)->string);
    }
  g_assert_cmpstr (joined->str, ==, "Undisclosed bugs or back doors of the industry");
}

/* The second line does not stand alone with one short word. */
static void
test_balance (void)
{
  g_autoptr (GPtrArray) lines = wrap ("Governments keeping silent about it");

  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpfloat (nth (lines, 1)->width, >, nth (lines, 0)->width * 0.5);
}

static void
test_ellipsis (void)
{
  g_autoptr (GPtrArray) lines = wrap ("one two three four five six seven eight nine ten eleven twelve thirteen "
                                      "fourteen fifteen sixteen seventeen");
  g_autoptr (GPtrArray) broken = wrap ("a\nb\nc\nd\ne");
  g_autoptr (GPtrArray) word = wrap ("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft");

  g_assert_cmpuint (lines->len, ==, 3);
  g_assert_true (g_str_has_suffix (nth (lines, 2)->string, "…"));
  g_assert_cmpfloat (nth (lines, 2)->width, <=, 191);
  g_assert_cmpuint (broken->len, ==, 3);
  g_assert_cmpstr (nth (broken, 0)->string, ==, "a");
  g_assert_cmpstr (nth (broken, 2)->string, ==, "c d e");
  g_assert_cmpuint (word->len, <=, 3);
  g_assert_cmpfloat (nth (word, 0)->width, <=, 191);
  /* No hyphen that the name does not have: neither in the text nor among the glyphs. */
  for (guint i = 0; i + 1 < word->len; i++)
    g_assert_cmpuint (nth (word, i)->n_glyphs, ==, g_utf8_strlen (nth (word, i)->string, -1));
}

static void
test_cut_line (void)
{
  g_autoptr (AmicusTextLine) cut = amicus_measurer_cut_line (drawn_measurer (), "https://example.org/a/very/long/address",
                                                             10, 400, 100);
  g_autoptr (AmicusTextLine) whole = amicus_measurer_cut_line (drawn_measurer (), "short", 10, 400, 100);

  g_assert_true (g_str_has_suffix (cut->string, "…"));
  g_assert_cmpfloat (cut->width, <=, 101);
  g_assert_cmpstr (whole->string, ==, "short");
}

static void
test_right_to_left (void)
{
  g_autoptr (GPtrArray) hebrew = wrap ("קבוצת אן אס או");
  g_autoptr (GPtrArray) latin = wrap ("NSO קבוצת");

  g_assert_true (nth (hebrew, 0)->rtl);
  g_assert_false (nth (latin, 0)->rtl);
}

static void
test_cache (void)
{
  g_autoptr (AmicusTextLine) first = amicus_measurer_line (drawn_measurer (), "cached", 13, 400, 0);
  g_autoptr (AmicusTextLine) again = amicus_measurer_line (drawn_measurer (), "cached", 13, 400, 0);
  g_autoptr (AmicusTextLine) bold = amicus_measurer_line (drawn_measurer (), "cached", 13, 700, 0);

  g_assert_true (first == again);
  g_assert_true (first != bold);
}

static char *
repeated (const char *part,
          gsize       length)
{
  GString *text = g_string_sized_new (length);

  while (text->len < length)
    g_string_append (text, part);
  return g_string_free (text, FALSE);
}

/* What a stranger's file may hold: no more than the cap of it is ever shaped. */
static void
test_caps (void)
{
  static const char * const parts[] = { "A", "word ", "x\n", "a\u0301\u0301\u0301", "\u202e", "ש", "漢" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *huge = repeated (parts[i], 1024 * 1024);
      g_autoptr (AmicusTextLine) line = amicus_measurer_line (drawn_measurer (), huge, 13, 400, 0);
      g_autoptr (GPtrArray) lines = wrap (huge);
      guint n_glyphs = line->n_glyphs;

      for (guint j = 0; j < lines->len; j++)
        n_glyphs += nth (lines, j)->n_glyphs;
      g_assert_cmpuint (lines->len, <=, 3);
      g_assert_cmpuint (n_glyphs, <, 6000);
      g_assert_cmpfloat (line->width, <, 10000);
    }
}

static void
test_card (void)
{
  AmicusForm company = amicus_form_of_kind (AMICUS_KIND_COMPANY);
  AmicusCard one = { 0 };
  AmicusCard two = { 0 };

  amicus_card_measure (&one, drawn_measurer (), &company, "Facebook", NULL, 0);
  amicus_card_measure (&two, drawn_measurer (), &company, "Facebook", "United States", 0);
  g_assert_cmpfloat_with_epsilon (one.height, 34, 1e-9);
  g_assert_cmpfloat_with_epsilon (two.height, 46, 1e-9);
  g_assert_cmpfloat (one.width, >, 90);
  g_assert_cmpfloat (one.width, <, 140);
  amicus_card_clear (&one);
  amicus_card_clear (&two);
}

/* The marks of a card of any kind stay inside its box but for half the outline. */
static void
test_text_inside (void)
{
  static const char * const names[] = { "X", "Facebook", "A name of three lines that is far too long to be read at once or twice" };

  for (AmicusKind kind = 0; kind < AMICUS_N_KINDS; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      {
        AmicusForm form = amicus_form_of_kind (kind);
        AmicusCardStyle style = amicus_card_style (kind, amicus_palette_get (AMICUS_SCHEME_LIGHT));
        AmicusSceneBuilder *builder = amicus_scene_builder_new ();
        AmicusItemInfo info = { .role = AMICUS_ROLE_CARD };
        AmicusSceneInfo scene_info = { 0 };
        g_autoptr (AmicusScene) scene = NULL;
        AmicusCard card = { 0 };
        AmicusRect bounds;

        amicus_card_measure (&card, drawn_measurer (), &form, names[i], "United States · since 2019", 12);
        amicus_scene_builder_begin_item (builder, &info);
        amicus_card_draw (&card, &style, (AmicusPoint) { 0, 0 }, builder);
        amicus_scene_builder_end_item (builder);
        scene = amicus_scene_builder_finish (builder, &scene_info);
        bounds = amicus_scene_get_bounds (scene);
        g_assert_cmpfloat (bounds.width, <=, card.width + style.width + 0.01);
        g_assert_cmpfloat (bounds.height, <=, card.height + style.width + 0.01);
        amicus_card_clear (&card);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/measure/line", test_line);
  g_test_add_func ("/measure/wrap", test_wrap);
  g_test_add_func ("/measure/balance", test_balance);
  g_test_add_func ("/measure/ellipsis", test_ellipsis);
  g_test_add_func ("/measure/cut-line", test_cut_line);
  g_test_add_func ("/measure/right-to-left", test_right_to_left);
  g_test_add_func ("/measure/cache", test_cache);
  g_test_add_func ("/measure/caps", test_caps);
  g_test_add_func ("/card/size", test_card);
  g_test_add_func ("/card/text-inside", test_text_inside);

  return g_test_run ();
}
