/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing/style.h"

#include "drawing/hull.h"

#include <math.h>

/* Least contrast of what is not text, and of text (WCAG 2.2, 1.4.11 and 1.4.3). */
#define OUTLINE 3.0
#define TEXT 4.5
#define HIGH 7.0

static const AmicusScheme schemes[] = {
  AMICUS_SCHEME_LIGHT,
  AMICUS_SCHEME_DARK,
  AMICUS_SCHEME_LIGHT_CONTRAST,
  AMICUS_SCHEME_DARK_CONTRAST,
};

static const char * const group_kinds[] = { "coalition", "group", "sector", "other", NULL };

static gboolean
is_high (AmicusScheme scheme)
{
  return scheme == AMICUS_SCHEME_LIGHT_CONTRAST || scheme == AMICUS_SCHEME_DARK_CONTRAST;
}

static void
check (AmicusColor a,
       AmicusColor b,
       double      least)
{
  g_assert_cmpuint (b & 0xff, ==, 0xff);
  g_assert_cmpfloat (amicus_color_contrast (amicus_color_blend (a, b), b), >=, least);
}

/* Black on white has 21:1, and #767676 is the lightest grey that may be text on white. */
static void
test_contrast_function (void)
{
  g_assert_cmpfloat_with_epsilon (amicus_color_contrast (0x000000ff, 0xffffffff), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (amicus_color_contrast (0xffffffff, 0xffffffff), 1, 1e-9);
  g_assert_cmpfloat (amicus_color_contrast (0x767676ff, 0xffffffff), >=, 4.5);
  g_assert_cmpfloat (amicus_color_contrast (0x777777ff, 0xffffffff), <, 4.5);
  g_assert_cmpuint (amicus_color_blend (0xff000080, 0x000000ff), ==, 0x800000ff);
}

/* Where a card may lie: on the background and on every kind of hull. */
static void
check_on_all_grounds (const AmicusPalette *palette,
                      AmicusColor          color,
                      double               least)
{
  check (color, palette->background, least);
  for (guint i = 0; i < G_N_ELEMENTS (group_kinds); i++)
    {
      AmicusHullStyle hull = amicus_hull_style (group_kinds[i], palette);

      check (color, amicus_color_blend (hull.fill, palette->background), least);
    }
}

static void
test_cards (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    for (AmicusKind kind = 0; kind < AMICUS_N_KINDS; kind++)
      {
        const AmicusPalette *palette = amicus_palette_get (schemes[i]);
        AmicusCardStyle style = amicus_card_style (kind, palette);
        AmicusColor disc = amicus_color_blend (style.disc, style.fill);

        check_on_all_grounds (palette, style.outline, is_high (schemes[i]) ? TEXT : OUTLINE);
        check (style.text, style.fill, is_high (schemes[i]) ? HIGH : TEXT);
        check (style.quiet, style.fill, is_high (schemes[i]) ? HIGH : TEXT);
        check (style.icon, disc, OUTLINE);
        g_assert_cmpfloat (style.width, >=, 1.5);
      }
}

static void
test_relations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    for (const char * const *word = amicus_relation_kind_words (); *word != NULL; word++)
      for (AmicusStatus status = 0; status < AMICUS_N_STATUSES; status++)
        {
          const AmicusPalette *palette = amicus_palette_get (schemes[i]);
          AmicusRelationStyle style = amicus_relation_style (*word, status, palette);

          check_on_all_grounds (palette, style.label, is_high (schemes[i]) ? HIGH : TEXT);
          if (status != AMICUS_STATUS_NOT_STATED)
            check_on_all_grounds (palette, style.line, OUTLINE);
          g_assert_cmpfloat (style.width, >, 0);
        }
}

static void
test_hulls (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (group_kinds); j++)
      {
        const AmicusPalette *palette = amicus_palette_get (schemes[i]);
        AmicusHullStyle style = amicus_hull_style (group_kinds[j], palette);

        check (style.title, amicus_color_blend (style.fill, palette->background), TEXT);
      }
}

/* Without colour, kinds differ by shape and icon. */
static void
test_kinds_in_grey (void)
{
  for (AmicusKind a = 0; a < AMICUS_N_KINDS; a++)
    for (AmicusKind b = 0; b < a; b++)
      {
        AmicusForm first = amicus_form_of_kind (a);
        AmicusForm second = amicus_form_of_kind (b);

        g_assert_true (first.shape != second.shape || first.icon != second.icon ||
                       first.numbered != second.numbered);
      }
}

/* Without colour, statuses differ by line and mark. */
static void
test_statuses_in_grey (void)
{
  const AmicusPalette *palette = amicus_palette_get (AMICUS_SCHEME_LIGHT);

  for (AmicusStatus a = 0; a < AMICUS_N_STATUSES; a++)
    for (AmicusStatus b = 0; b < a; b++)
      {
        AmicusRelationStyle first = amicus_relation_style ("owns", a, palette);
        AmicusRelationStyle second = amicus_relation_style ("owns", b, palette);

        g_assert_true (first.dash != second.dash || fabs (first.width - second.width) > 0.3 ||
                       g_strcmp0 (amicus_status_mark (a), amicus_status_mark (b)) != 0);
      }
}

static void
test_families (void)
{
  const AmicusPalette *palette = amicus_palette_get (AMICUS_SCHEME_LIGHT);
  AmicusRelationStyle against = amicus_relation_style ("plaintiff", AMICUS_STATUS_ALLEGED, palette);
  AmicusRelationStyle with = amicus_relation_style ("amicus", AMICUS_STATUS_ALLEGED, palette);
  AmicusRelationStyle owns = amicus_relation_style ("owns", AMICUS_STATUS_ALLEGED, palette);
  AmicusRelationStyle related = amicus_relation_style ("related", AMICUS_STATUS_ALLEGED, palette);
  AmicusRelationStyle unknown = amicus_relation_style ("befriends", AMICUS_STATUS_ALLEGED, palette);

  g_assert_cmphex (against.line, ==, 0xc4501bff);
  g_assert_false (against.head.hollow);
  g_assert_true (with.head.hollow);
  g_assert_cmpint (owns.tail.shape, ==, AMICUS_HEAD_DIAMOND);
  g_assert_cmpint (related.head.shape, ==, AMICUS_HEAD_NONE);
  g_assert_cmpint (unknown.head.shape, ==, AMICUS_HEAD_SMALL);
  g_assert_cmphex (unknown.line, ==, 0x77767bff);
}

static void
test_icons (void)
{
  for (AmicusIcon icon = 1; icon < AMICUS_N_ICONS; icon++)
    {
      AmicusSceneBuilder *builder = amicus_scene_builder_new ();
      AmicusItemInfo info = { .role = AMICUS_ROLE_CARD };
      AmicusSceneInfo scene_info = { 0 };
      g_autoptr (AmicusScene) scene = NULL;
      AmicusRect bounds;

      amicus_scene_builder_begin_item (builder, &info);
      amicus_icon_trace (icon, builder, 0, 0);
      amicus_scene_builder_add_path (builder, &(AmicusPathStyle) { .fill = 0xff });
      amicus_scene_builder_end_item (builder);
      scene = amicus_scene_builder_finish (builder, &scene_info);
      bounds = amicus_scene_get_bounds (scene);
      g_assert_cmpfloat (bounds.width, >, 8);
      g_assert_cmpfloat (bounds.height, >, 8);
      g_assert_cmpfloat (fabs (bounds.x), <=, 8);
      g_assert_cmpfloat (fabs (bounds.y), <=, 8);
      g_assert_cmpfloat (bounds.x + bounds.width, <=, 8);
      g_assert_cmpfloat (bounds.y + bounds.height, <=, 8);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/style/contrast-function", test_contrast_function);
  g_test_add_func ("/style/cards", test_cards);
  g_test_add_func ("/style/relations", test_relations);
  g_test_add_func ("/style/hulls", test_hulls);
  g_test_add_func ("/style/kinds-in-grey", test_kinds_in_grey);
  g_test_add_func ("/style/statuses-in-grey", test_statuses_in_grey);
  g_test_add_func ("/style/families", test_families);
  g_test_add_func ("/style/icons", test_icons);

  return g_test_run ();
}
