/* SPDX-License-Identifier: GPL-3.0-or-later
 * A small scene with one of everything that painters must draw. */

#include "sample.h"

#include "drawing/measure.h"
#include "drawing/scene-private.h"

#define FONT_FOLDER "/usr/share/fonts/truetype/dejavu"

#define BLUE 0x0072b2ff
#define DARK 0x241f31ff
#define GREY 0x77767bff
#define GREEN 0x00805eff
#define PALE_GREEN 0x00805e0f
#define WHITE 0xffffffff

gboolean
sample_pin_font (void)
{
  g_autofree char *cache = g_build_filename (g_get_tmp_dir (), "amicus-test-fonts", NULL);
  g_autofree char *path = g_build_filename (cache, "fonts.conf", NULL);
  g_autofree char *configuration = g_strdup_printf (
    "<?xml version=\"1.0\"?><fontconfig><dir>%s</dir><cachedir>%s</cachedir>"
    "<match><edit name=\"family\" mode=\"assign\"><string>DejaVu Sans</string></edit></match></fontconfig>\n",
    FONT_FOLDER, cache);

  if (!g_file_test (FONT_FOLDER "/DejaVuSans.ttf", G_FILE_TEST_EXISTS))
    return FALSE;

  g_assert_cmpint (g_mkdir_with_parents (cache, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, configuration, -1, NULL));
  g_setenv ("FONTCONFIG_FILE", path, TRUE);

  return TRUE;
}

static void
add_text (AmicusSceneBuilder *builder,
          AmicusMeasurer     *measurer,
          const char         *string,
          double              x,
          double              y,
          double              size,
          AmicusFontWeight    weight,
          double              spacing,
          AmicusColor         color)
{
  g_autoptr (AmicusTextLine) line = amicus_measurer_line (measurer, string, size, weight, spacing);

  amicus_scene_builder_add_text (builder, line, x, y, color, AMICUS_DETAIL_NAME);
}

static void
add_hull (AmicusSceneBuilder *builder,
          AmicusMeasurer     *measurer)
{
  const AmicusItemInfo info = {
    AMICUS_GROUP (0), AMICUS_ROLE_HULL,
    .title = "Amici curiæ", .classes = "group coalition", .ids = { "cluster_amici" },
  };
  const AmicusPathStyle style = { PALE_GREEN, GREEN, 1, AMICUS_DASH_SOLID, AMICUS_DETAIL_ALWAYS };

  amicus_scene_builder_begin_item (builder, &info);
  amicus_scene_builder_rectangle (builder, &(AmicusRect) { 20, 70, 180, 150 }, 18);
  amicus_scene_builder_add_path (builder, &style);
  add_text (builder, measurer, "AMICI CURIÆ", 34, 92, 10.5, AMICUS_WEIGHT_BOLD, 0.8, GREEN);
  amicus_scene_builder_end_item (builder);
}

static void
add_card (AmicusSceneBuilder *builder,
          AmicusMeasurer     *measurer,
          guint               id,
          const char         *name,
          const char         *link,
          double              x,
          double              y,
          AmicusColor         fill)
{
  const AmicusItemInfo info = {
    AMICUS_ENTITY (id), AMICUS_ROLE_CARD, 0.5,
    .title = name, .description = "company, US", .link = link, .classes = "entity company", .ids = { name },
  };
  const AmicusPathStyle outline = { fill, BLUE, 1.5, AMICUS_DASH_SOLID, AMICUS_DETAIL_ALWAYS };
  const AmicusPathStyle disc = { 0x0072b21f, 0, 0, AMICUS_DASH_SOLID, AMICUS_DETAIL_ALWAYS };

  amicus_scene_builder_begin_item (builder, &info);
  amicus_scene_builder_rectangle (builder, &(AmicusRect) { x, y, 140, 46 }, 6);
  amicus_scene_builder_add_path (builder, &outline);
  amicus_scene_builder_ellipse (builder, x + 22, y + 23, 12.5, 12.5);
  amicus_scene_builder_add_path (builder, &disc);
  add_text (builder, measurer, name, x + 42, y + 20, 13, AMICUS_WEIGHT_BOLD, 0, fill == WHITE ? DARK : WHITE);
  add_text (builder, measurer, "États-Unis", x + 42, y + 35, 10.5, AMICUS_WEIGHT_NORMAL, 0, GREY);
  amicus_scene_builder_end_item (builder);
}

static void
add_relation (AmicusSceneBuilder *builder,
              guint               id,
              double              y,
              AmicusDash          dash,
              gboolean            with_head)
{
  static const char *const classes[] = {
    "relation plaintiff established", "relation owns alleged", "relation sells denied", "relation related possible",
  };
  const AmicusItemInfo info = {
    AMICUS_RELATION (id), AMICUS_ROLE_RELATION,
    .title = "A — plaintiff → B", .classes = classes[id], .ids = { "A", "B" },
  };
  const AmicusPathStyle curve = { 0, GREEN, 1.6, dash, AMICUS_DETAIL_ALWAYS };
  const AmicusPathStyle head = { GREEN, 0, 0, AMICUS_DASH_SOLID, AMICUS_DETAIL_ALWAYS };

  amicus_scene_builder_begin_item (builder, &info);
  amicus_scene_builder_move_to (builder, 182, y);
  amicus_scene_builder_curve_to (builder, 220, y, 260, y + 25, 296, y + 25);
  amicus_scene_builder_add_path (builder, &curve);
  if (with_head)
    {
      amicus_scene_builder_move_to (builder, 304, y + 25);
      amicus_scene_builder_line_to (builder, 295, y + 20.5);
      amicus_scene_builder_line_to (builder, 295, y + 29.5);
      amicus_scene_builder_close (builder);
      amicus_scene_builder_add_path (builder, &head);
    }
  amicus_scene_builder_end_item (builder);
}

static void
add_label (AmicusSceneBuilder *builder,
           AmicusMeasurer     *measurer)
{
  const AmicusItemInfo info = {
    AMICUS_RELATION (0), AMICUS_ROLE_LABEL,
    .title = "A — plaintiff → B", .classes = "label", .ids = { "A", "B" },
  };
  const AmicusPathStyle pill = { 0xffffffed, 0, 0, AMICUS_DASH_SOLID, AMICUS_DETAIL_LABEL };

  amicus_scene_builder_begin_item (builder, &info);
  amicus_scene_builder_rectangle (builder, &(AmicusRect) { 212, 98, 60, 16 }, 8);
  amicus_scene_builder_add_path (builder, &pill);
  add_text (builder, measurer, "plaignant", 216, 110, 10.5, AMICUS_WEIGHT_NORMAL, 0, GREEN);
  amicus_scene_builder_end_item (builder);
}

static void
add_title (AmicusSceneBuilder *builder,
           AmicusMeasurer     *measurer,
           double              x,
           double              y)
{
  const AmicusItemInfo info = { .role = AMICUS_ROLE_FRAME, .classes = "title" };

  amicus_scene_builder_begin_item (builder, &info);
  add_text (builder, measurer, "NSO devant la cour d’appel", x, y, 22, AMICUS_WEIGHT_BOLD, 0, DARK);
  amicus_scene_builder_end_item (builder);
}

AmicusScene *
sample_scene (const SampleChange *change)
{
  static const SampleChange usual = { FALSE, "Facebook", "https://example.org/?a=1&b=2" };
  AmicusSceneBuilder *builder = amicus_scene_builder_new ();
  g_autoptr (AmicusMeasurer) measurer = amicus_measurer_new ("fr");
  const AmicusSceneInfo info = {
    .background = WHITE, .title = "NSO", .description = "39 entities", .language = "fr",
    .font_family = amicus_measurer_get_family (measurer), .margin = 20,
  };

  if (change == NULL)
    change = &usual;
  add_hull (builder, measurer);
  add_card (builder, measurer, 0, change->name, change->link, 40, 100, WHITE);
  add_card (builder, measurer, 1, "עברית abc", NULL, 40, 160, WHITE);
  add_card (builder, measurer, 2, "NSO Group", NULL, 305, 110, DARK);
  add_relation (builder, 0, 110, AMICUS_DASH_SOLID, !change->without_arrowhead);
  add_relation (builder, 1, 124, AMICUS_DASH_DASHED, TRUE);
  add_relation (builder, 2, 170, AMICUS_DASH_DOTTED, TRUE);
  add_relation (builder, 3, 190, AMICUS_DASH_LONG, FALSE);
  add_label (builder, measurer);
  add_title (builder, measurer, 20, 40);

  return amicus_scene_builder_finish (builder, &info);
}

AmicusScene *
sample_detail (const AmicusRect *area)
{
  g_autoptr (AmicusScene) whole = sample_scene (NULL);
  g_autoptr (AmicusMeasurer) measurer = amicus_measurer_new ("fr");
  AmicusSceneBuilder *builder = amicus_scene_builder_new_from (whole);
  const AmicusSceneInfo info = {
    .background = WHITE, .title = "NSO", .language = "fr",
    .font_family = amicus_measurer_get_family (measurer), .margin = 20,
  };

  amicus_scene_builder_crop (builder, area);
  add_title (builder, measurer, area->x, area->y - 20);

  return amicus_scene_builder_finish (builder, &info);
}
