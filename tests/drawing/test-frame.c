/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing/frame.h"

#include "drawing/path.h"
#include "drawn.h"

#include <string.h>

static const char sample[] =
  "digraph { graph [amicus=1, label=\"The title\", description=\"Who supports whom\", date=\"2020-12\"];"
  " a [kind=company]; b [kind=court]; a -> b [kind=plaintiff, status=alleged, cites=s1];"
  " s1 [kind=source, label=\"First source\", URL=\"https://example.org/1\"]; s2 [kind=source, label=\"Second source\"] }";

static AmicusScene *
framed (const char        *dot,
        const AmicusFrame *frame)
{
  g_autoptr (AmicusDraft) draft = drawn_draft (dot, "en");
  g_autoptr (AmicusPlacement) placement = drawn_placement (draft);
  g_autoptr (AmicusScene) scene = amicus_draft_scene (draft, placement, AMICUS_SCHEME_LIGHT);

  return amicus_frame_scene (scene, draft, frame, drawn_measurer (), AMICUS_SCHEME_LIGHT);
}

static void
test_nothing (void)
{
  const AmicusFrame none = { 0 };
  g_autoptr (AmicusScene) plain = drawn_scene (sample, AMICUS_SCHEME_LIGHT);
  g_autoptr (AmicusScene) scene = framed (sample, &none);
  AmicusRect inner = amicus_scene_get_bounds (plain);
  AmicusRect outer = amicus_scene_get_bounds (scene);

  g_assert_cmpfloat_with_epsilon (outer.x, inner.x - 40, 1e-6);
  g_assert_cmpfloat_with_epsilon (outer.y, inner.y - 40, 1e-6);
  g_assert_cmpfloat_with_epsilon (outer.width, inner.width + 80, 1e-6);
  g_assert_cmpfloat_with_epsilon (outer.height, inner.height + 80, 1e-6);
}

/* No part of the frame touches the picture or another part, and all have the margin around them. */
static void
test_bounds (void)
{
  const AmicusFrame all = { .title = TRUE, .legend = TRUE, .sources = TRUE };
  g_autoptr (AmicusScene) plain = drawn_scene (sample, AMICUS_SCHEME_LIGHT);
  g_autoptr (AmicusScene) scene = framed (sample, &all);
  AmicusRect picture = amicus_scene_get_bounds (plain);
  AmicusRect outer = amicus_scene_get_bounds (scene);
  guint n_items;
  const AmicusItem *items = amicus_scene_get_items (scene, &n_items);
  double bottom = -1e9;

  for (guint i = 0; i < n_items; i++)
    {
      const AmicusRect *bounds = &items[i].bounds;

      g_assert_cmpfloat (bounds->x, >=, outer.x + 39.9);
      g_assert_cmpfloat (bounds->y, >=, outer.y + 39.9);
      g_assert_cmpfloat (bounds->x + bounds->width, <=, outer.x + outer.width - 39.9);
      g_assert_cmpfloat (bounds->y + bounds->height, <=, outer.y + outer.height - 39.9);
      if (items[i].role != AMICUS_ROLE_FRAME)
        continue;
      g_assert_true (bounds->y + bounds->height < picture.y || bounds->y > picture.y + picture.height);
      g_assert_cmpfloat (bounds->y, >=, bottom);
      bottom = bounds->y + bounds->height - 1;
    }
}

static void
test_title (void)
{
  const AmicusFrame title = { .title = TRUE };
  g_autoptr (AmicusScene) scene = framed (sample, &title);

  g_assert_true (drawn_says (scene, "The title"));
  g_assert_true (drawn_says (scene, "Who supports whom · 2 entities, 1 relation, 2 sources · Dec. 2020"));
  g_assert_false (drawn_says (scene, "Legend"));
  g_assert_false (drawn_says (scene, "First source"));
}

/* The legend explains what is drawn and nothing else. */
static void
test_legend (void)
{
  const AmicusFrame legend = { .legend = TRUE };
  g_autoptr (AmicusScene) scene = framed (sample, &legend);

  g_assert_true (drawn_frame_says (scene, "Legend"));
  for (AmicusKind kind = 1; kind < AMICUS_N_KINDS; kind++)
    if (kind == AMICUS_KIND_COMPANY || kind == AMICUS_KIND_COURT)
      g_assert_true (drawn_frame_says (scene, amicus_kind_name (amicus_kind_to_word (kind), "en")));
    else
      g_assert_false (drawn_frame_says (scene, amicus_kind_name (amicus_kind_to_word (kind), "en")));
  for (AmicusStatus status = 0; status < AMICUS_N_STATUSES; status++)
    if (status != AMICUS_STATUS_ALLEGED)
      g_assert_false (drawn_frame_says (scene, amicus_status_name (status, "en")));
  for (AmicusFamily family = 0; family < AMICUS_N_FAMILIES; family++)
    g_assert_cmpint (drawn_frame_says (scene, amicus_family_name (family, "en")), ==, family == AMICUS_FAMILY_AGAINST);
}

static void
test_no_legend (void)
{
  const AmicusFrame legend = { .legend = TRUE, .sources = TRUE };
  g_autoptr (AmicusScene) scene = framed ("digraph { a [shape=box]; a -> b [color=red] }", &legend);
  g_autoptr (AmicusScene) empty = framed ("digraph { }", &legend);

  g_assert_false (drawn_says (scene, "Legend"));
  g_assert_false (drawn_says (empty, "Sources"));
}

static void
test_not_stated (void)
{
  const AmicusFrame legend = { .legend = TRUE };
  g_autoptr (AmicusScene) scene = framed ("digraph { graph [amicus=1]; a -> b [kind=owns] }", &legend);

  g_assert_true (drawn_says (scene, amicus_status_name (AMICUS_STATUS_NOT_STATED, "en")));
}

static void
test_sources (void)
{
  const AmicusFrame sources = { .sources = TRUE };
  g_autoptr (AmicusScene) scene = framed (sample, &sources);
  guint n_items;
  const AmicusItem *items = amicus_scene_get_items (scene, &n_items);
  guint n_links = 0;

  g_assert_true (drawn_says (scene, "First source"));
  g_assert_true (drawn_says (scene, "Second source"));
  for (guint i = 0; i < n_items; i++)
    n_links += items[i].role == AMICUS_ROLE_FRAME && items[i].link != 0;
  g_assert_cmpuint (n_links, ==, 1);
}

/* Alpha and Beta above, Gamma and Delta below. */
static const char square[] =
  "digraph { graph [amicus=1, label=\"The title\", date=\"2020-12\", cites=s5];"
  " a [kind=company, label=Alpha, cites=s4]; b [kind=court, label=Beta]; c [kind=person, label=Gamma];"
  " d [kind=ngo, label=Delta]; a -> b [kind=plaintiff, status=alleged, cites=s1];"
  " a -> c [kind=opposes, status=denied, label=hidden, cites=s3];"
  " c -> d [kind=sells, status=established, cites=s2];"
  " s1 [kind=source, label=First]; s3 [kind=source, label=Second]; s2 [kind=source, label=Third];"
  " s4 [kind=source, label=Fourth]; s5 [kind=source, label=Fifth]; s6 [kind=source, label=Sixth] }";

/* Gamma, Delta and the last of what leads to Gamma. */
static const AmicusRect below = { -110.5, 105.5, 560.0, 70.0 };

static AmicusScene *
framed_below (void)
{
  const AmicusFrame frame = { TRUE, TRUE, TRUE, below };

  return framed (square, &frame);
}

static void
test_detail_bounds (void)
{
  const AmicusFrame bare = { .area = below };
  g_autoptr (AmicusScene) scene = framed_below ();
  g_autoptr (AmicusScene) alone = framed (square, &bare);
  AmicusRect outer = amicus_scene_get_bounds (alone);
  AmicusRect framed_outer = amicus_scene_get_bounds (scene);
  AmicusRect clip;
  guint n_items;
  const AmicusItem *items = amicus_scene_get_items (scene, &n_items);

  g_assert_true (amicus_scene_get_clip (scene, &clip));
  g_assert_cmpfloat_with_epsilon (clip.x, -111, 1e-6);
  g_assert_cmpfloat_with_epsilon (clip.y, 105, 1e-6);
  g_assert_cmpfloat_with_epsilon (clip.width, 561, 1e-6);
  g_assert_cmpfloat_with_epsilon (clip.height, 71, 1e-6);
  g_assert_cmpfloat_with_epsilon (outer.x, clip.x - 41, 1e-6);
  g_assert_cmpfloat_with_epsilon (outer.y, clip.y - 41, 1e-6);
  g_assert_cmpfloat_with_epsilon (outer.width, clip.width + 82, 1e-6);
  g_assert_cmpfloat_with_epsilon (outer.height, clip.height + 82, 1e-6);
  g_assert_cmpfloat (framed_outer.y, <, clip.y - 90);
  g_assert_cmpfloat (framed_outer.y + framed_outer.height, >, clip.y + clip.height + 200);
  for (guint i = 0; i < n_items; i++)
    {
      AmicusRect shared = amicus_rect_intersection (&items[i].bounds, &clip);

      g_assert_cmpint (items[i].role == AMICUS_ROLE_FRAME, ==, shared.width < items[i].bounds.width ||
                                                               shared.height < items[i].bounds.height);
      if (strcmp (amicus_scene_get_string (scene, items[i].classes), "frame title") == 0)
        g_assert_cmpfloat_with_epsilon (items[i].bounds.x, clip.x, 1e-3);
    }
}

/* Nothing of what lies elsewhere is told, not even by what leads there. */
static void
test_detail_words (void)
{
  static const char *const gone[] = { "Alpha", "Beta", "hidden", "First", "Fourth", "Sixth" };
  static const char *const kept[] = { "Gamma", "Delta", "The title", "Second", "Third", "Fifth" };
  g_autoptr (AmicusScene) scene = framed_below ();

  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    g_assert_false (drawn_says (scene, gone[i]));
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_true (drawn_says (scene, kept[i]));
  g_assert_true (drawn_frame_says (scene, "Detail: 2 of 4 entities · Dec. 2020"));
}

static void
test_detail_legend (void)
{
  g_autoptr (AmicusScene) scene = framed_below ();

  for (AmicusStatus status = 0; status < AMICUS_N_STATUSES; status++)
    g_assert_cmpint (drawn_frame_says (scene, amicus_status_name (status, "en")), ==,
                     status == AMICUS_STATUS_ESTABLISHED || status == AMICUS_STATUS_DENIED);
  for (AmicusFamily family = 0; family < AMICUS_N_FAMILIES; family++)
    g_assert_cmpint (drawn_frame_says (scene, amicus_family_name (family, "en")), ==,
                     family == AMICUS_FAMILY_AGAINST || family == AMICUS_FAMILY_TRADE);
  g_assert_true (drawn_frame_says (scene, amicus_kind_name ("person", "en")));
  g_assert_true (drawn_frame_says (scene, amicus_kind_name ("ngo", "en")));
  g_assert_false (drawn_frame_says (scene, amicus_kind_name ("company", "en")));
  g_assert_false (drawn_frame_says (scene, amicus_kind_name ("court", "en")));
}

/* They are called what the whole picture calls them. */
static void
test_detail_numbers (void)
{
  static const char *const numbers[] = { "2", "3", "5" };
  g_autoptr (AmicusScene) scene = framed_below ();
  const AmicusMark *marks = amicus_scene_get_marks (scene);
  const AmicusText *texts = amicus_scene_get_texts (scene);
  guint n_items;
  const AmicusItem *items = amicus_scene_get_items (scene, &n_items);
  guint n = 0;

  for (guint i = 0; i < n_items; i++)
    if (strcmp (amicus_scene_get_string (scene, items[i].classes), "frame source") == 0)
      {
        const char *number = amicus_scene_get_string (scene, texts[marks[items[i].first_mark].first].string);

        g_assert_cmpuint (n, <, G_N_ELEMENTS (numbers));
        g_assert_cmpstr (number, ==, numbers[n++]);
      }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (numbers));
}

/* An area that holds everything is no detail. */
static void
test_detail_of_all (void)
{
  const AmicusFrame all = { .title = TRUE, .area = { -1000, -1000, 3000, 3000 } };
  g_autoptr (AmicusScene) plain = drawn_scene (square, AMICUS_SCHEME_LIGHT);
  g_autoptr (AmicusScene) scene = framed (square, &all);
  AmicusRect inner = amicus_scene_get_bounds (plain);
  AmicusRect clip;

  g_assert_false (amicus_scene_get_clip (scene, &clip));
  g_assert_cmpfloat_with_epsilon (amicus_scene_get_bounds (scene).x, inner.x - 40, 1e-6);
  g_assert_true (drawn_frame_says (scene, "4 entities, 3 relations, 6 sources · Dec. 2020"));
}

/* An area beside everything shows nothing, and says so. */
static void
test_detail_of_nothing (void)
{
  const AmicusFrame beside = { TRUE, TRUE, TRUE, { 5000, 5000, 100, 100 } };
  g_autoptr (AmicusScene) scene = framed (square, &beside);

  g_assert_true (drawn_frame_says (scene, "Detail: 0 of 4 entities"));
  g_assert_false (drawn_says (scene, "Gamma"));
  g_assert_false (drawn_says (scene, "Legend"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/frame/nothing", test_nothing);
  g_test_add_func ("/frame/bounds", test_bounds);
  g_test_add_func ("/frame/title", test_title);
  g_test_add_func ("/frame/legend", test_legend);
  g_test_add_func ("/frame/no-legend", test_no_legend);
  g_test_add_func ("/frame/not-stated", test_not_stated);
  g_test_add_func ("/frame/sources", test_sources);
  g_test_add_func ("/frame/detail-bounds", test_detail_bounds);
  g_test_add_func ("/frame/detail-words", test_detail_words);
  g_test_add_func ("/frame/detail-legend", test_detail_legend);
  g_test_add_func ("/frame/detail-numbers", test_detail_numbers);
  g_test_add_func ("/frame/detail-of-all", test_detail_of_all);
  g_test_add_func ("/frame/detail-of-nothing", test_detail_of_nothing);

  return g_test_run ();
}
