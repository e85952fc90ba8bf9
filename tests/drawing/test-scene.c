/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing/scene-private.h"

#include "drawn.h"
#include "drawing/path.h"

#include <math.h>

static const AmicusPathStyle plain = { .fill = 0xffffffff, .stroke = 0x000000ff, .width = 2 };

static void
add_box (AmicusSceneBuilder *builder,
         AmicusRole          role,
         AmicusElement       element,
         AmicusRect          rect)
{
  AmicusItemInfo info = { .element = element, .role = role, .title = "t", .ids = { "a", NULL } };

  amicus_scene_builder_begin_item (builder, &info);
  amicus_scene_builder_rectangle (builder, &rect, 4);
  amicus_scene_builder_add_path (builder, &plain);
  amicus_scene_builder_end_item (builder);
}

static void
add_line (AmicusSceneBuilder *builder,
          guint32             relation,
          AmicusPoint         from,
          AmicusPoint         to)
{
  AmicusItemInfo info = { .element = AMICUS_RELATION (relation), .role = AMICUS_ROLE_RELATION };
  AmicusPathStyle line = { .stroke = 0x000000ff, .width = 2 };

  amicus_scene_builder_begin_item (builder, &info);
  amicus_scene_builder_move_to (builder, from.x, from.y);
  amicus_scene_builder_line_to (builder, to.x, to.y);
  amicus_scene_builder_add_path (builder, &line);
  amicus_scene_builder_end_item (builder);
}

static AmicusScene *
finish (AmicusSceneBuilder *builder)
{
  AmicusSceneInfo info = { .background = 0xffffffff, .title = "T" };

  return amicus_scene_builder_finish (builder, &info);
}

/* Two cards, a line between them, a hull around one. */
static AmicusScene *
small_scene (void)
{
  AmicusSceneBuilder *builder = amicus_scene_builder_new ();

  add_box (builder, AMICUS_ROLE_CARD, AMICUS_ENTITY (0), (AmicusRect) { 0, 0, 40, 20 });
  add_box (builder, AMICUS_ROLE_CARD, AMICUS_ENTITY (5), (AmicusRect) { 100, 0, 40, 20 });
  add_line (builder, 3, (AmicusPoint) { 40, 10 }, (AmicusPoint) { 100, 10 });
  add_line (builder, 4, (AmicusPoint) { 40, 13 }, (AmicusPoint) { 100, 13 });
  add_box (builder, AMICUS_ROLE_HULL, AMICUS_GROUP (1), (AmicusRect) { 80, -20, 80, 60 });
  return finish (builder);
}

static void
test_order (void)
{
  g_autoptr (AmicusScene) scene = small_scene ();
  guint n_items;
  const AmicusItem *items = amicus_scene_get_items (scene, &n_items);

  g_assert_cmpuint (n_items, ==, 5);
  for (guint i = 1; i < n_items; i++)
    g_assert_cmpint (items[i - 1].role, <=, items[i].role);
  g_assert_cmpuint (items[3].element.id, ==, 0);
  g_assert_cmpuint (items[4].element.id, ==, 5);
  g_assert_cmpstr (amicus_scene_get_string (scene, items[3].ids[0]), ==, "a");
  g_assert_cmpstr (amicus_scene_get_string (scene, items[3].ids[1]), ==, "");
  g_assert_cmpstr (amicus_scene_get_title (scene), ==, "T");
  g_assert_cmpstr (amicus_scene_get_language (scene), ==, "en");
}

static void
test_bounds (void)
{
  g_autoptr (AmicusScene) scene = small_scene ();
  AmicusRect bounds = amicus_scene_get_bounds (scene);

  g_assert_cmpfloat_with_epsilon (bounds.x, -1, 1e-6);
  g_assert_cmpfloat_with_epsilon (bounds.y, -21, 1e-6);
  g_assert_cmpfloat_with_epsilon (bounds.x + bounds.width, 161, 1e-6);
  g_assert_true (amicus_scene_get_element_bounds (scene, AMICUS_ENTITY (5), &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.x, 99, 1e-6);
  g_assert_false (amicus_scene_get_element_bounds (scene, AMICUS_ENTITY (1), &bounds));
  g_assert_false (amicus_scene_get_element_bounds (scene, AMICUS_ENTITY (99), &bounds));
  g_assert_true (amicus_scene_get_element_bounds (scene, AMICUS_GROUP (1), &bounds));
}

static void
check_pick (AmicusScene  *scene,
            AmicusPoint   point,
            AmicusElement expected)
{
  guint32 item;
  gboolean found = amicus_scene_pick (scene, point, 4, &item);

  g_assert_cmpint (found, ==, expected.kind != AMICUS_ELEMENT_NONE);
  if (found)
    g_assert_true (amicus_element_equal (amicus_scene_get_items (scene, NULL)[item].element, expected));
}

static void
test_pick (void)
{
  g_autoptr (AmicusScene) scene = small_scene ();
  AmicusElement nothing = { AMICUS_ELEMENT_NONE, 0 };

  check_pick (scene, (AmicusPoint) { 20, 10 }, AMICUS_ENTITY (0));
  check_pick (scene, (AmicusPoint) { 120, 10 }, AMICUS_ENTITY (5));
  check_pick (scene, (AmicusPoint) { 60, 10.5 }, AMICUS_RELATION (3));
  check_pick (scene, (AmicusPoint) { 60, 13 }, AMICUS_RELATION (4));
  check_pick (scene, (AmicusPoint) { 60, 17 }, AMICUS_RELATION (4));
  check_pick (scene, (AmicusPoint) { 60, 19 }, nothing);
  check_pick (scene, (AmicusPoint) { 90, 12 }, AMICUS_RELATION (4));
  check_pick (scene, (AmicusPoint) { 90, 30 }, AMICUS_GROUP (1));
  check_pick (scene, (AmicusPoint) { 0.2, 0.2 }, nothing);
}

/* Every item that meets an area and no other, in the order of painting. */
static void
test_query (void)
{
  AmicusSceneBuilder *builder = amicus_scene_builder_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (AmicusScene) scene = NULL;
  const AmicusItem *items;
  guint n_items;

  for (guint i = 0; i < 400; i++)
    add_box (builder, i % 2 == 0 ? AMICUS_ROLE_CARD : AMICUS_ROLE_LABEL, AMICUS_ENTITY (i),
             (AmicusRect) { g_rand_double_range (rand, 0, 2000), g_rand_double_range (rand, 0, 2000), 50, 30 });
  scene = finish (builder);
  items = amicus_scene_get_items (scene, &n_items);

  for (guint round = 0; round < 100; round++)
    {
      AmicusRect area = { g_rand_double_range (rand, 0, 2000), g_rand_double_range (rand, 0, 2000), 300, 200 };
      g_autoptr (GArray) found = amicus_scene_query (scene, &area);
      guint n_meeting = 0;

      for (guint i = 0; i < n_items; i++)
        n_meeting += items[i].bounds.x <= area.x + area.width && area.x <= items[i].bounds.x + items[i].bounds.width &&
                     items[i].bounds.y <= area.y + area.height && area.y <= items[i].bounds.y + items[i].bounds.height;
      g_assert_cmpuint (found->len, ==, n_meeting);
      for (guint i = 1; i < found->len; i++)
        g_assert_cmpuint (g_array_index (found, guint32, i - 1), <, g_array_index (found, guint32, i));
    }
}

static void
test_hostile_numbers (void)
{
  static const double values[] = { NAN, INFINITY, -INFINITY, 1e300, -1e300, 1e12 };
  AmicusSceneBuilder *builder = amicus_scene_builder_new ();
  g_autoptr (AmicusScene) scene = NULL;
  const AmicusPoint *points;
  AmicusRect bounds;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      add_box (builder, AMICUS_ROLE_CARD, AMICUS_ENTITY (i), (AmicusRect) { values[i], 0, values[i], 10 });
      add_line (builder, i, (AmicusPoint) { 0, values[i] }, (AmicusPoint) { values[i], 5 });
    }
  scene = finish (builder);
  points = amicus_scene_get_points (scene);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (values); i++)
    g_assert_true (isfinite (points[i].x) && isfinite (points[i].y));
  bounds = amicus_scene_get_bounds (scene);
  g_assert_true (isfinite (bounds.x) && isfinite (bounds.y) && isfinite (bounds.width) && isfinite (bounds.height));
  g_assert_cmpfloat (bounds.width, <, 1e7);
}

static void
test_unsafe_link (void)
{
  AmicusSceneBuilder *builder = amicus_scene_builder_new ();
  AmicusItemInfo bad = { .role = AMICUS_ROLE_CARD, .element = AMICUS_ENTITY (0), .link = "javascript:alert(1)" };
  AmicusItemInfo good = { .role = AMICUS_ROLE_CARD, .element = AMICUS_ENTITY (1), .link = "https://example.org/" };
  g_autoptr (AmicusScene) scene = NULL;

  amicus_scene_builder_begin_item (builder, &bad);
  amicus_scene_builder_end_item (builder);
  amicus_scene_builder_begin_item (builder, &good);
  amicus_scene_builder_end_item (builder);
  scene = finish (builder);
  g_assert_cmpuint (drawn_item (scene, AMICUS_ROLE_CARD, AMICUS_ENTITY (0))->link, ==, 0);
  g_assert_cmpstr (amicus_scene_get_string (scene, drawn_item (scene, AMICUS_ROLE_CARD, AMICUS_ENTITY (1))->link), ==,
                   "https://example.org/");
}

/* A copy says and shows the same, and more can be added to it. */
static void
test_copy (void)
{
  g_autoptr (AmicusScene) scene = drawn_scene ("digraph { graph [amicus=1]; a [kind=company, label=\"Ärger & Co\"]; "
                                               "a -> b [kind=owns, status=denied] }", AMICUS_SCHEME_LIGHT);
  AmicusSceneBuilder *builder = amicus_scene_builder_new_from (scene);
  g_autoptr (AmicusScene) copy = NULL;
  guint n_items, n_copied;
  const AmicusItem *items, *copied;

  add_box (builder, AMICUS_ROLE_FRAME, (AmicusElement) { 0 }, (AmicusRect) { -500, 0, 10, 10 });
  copy = finish (builder);
  items = amicus_scene_get_items (scene, &n_items);
  copied = amicus_scene_get_items (copy, &n_copied);
  g_assert_cmpuint (n_copied, ==, n_items + 1);
  for (guint i = 0; i < n_items; i++)
    {
      g_assert_cmpstr (amicus_scene_get_string (scene, items[i].title), ==,
                       amicus_scene_get_string (copy, copied[i].title));
      g_assert_cmpuint (items[i].n_marks, ==, copied[i].n_marks);
    }
  g_assert_true (drawn_says (copy, "Ärger & Co"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/order", test_order);
  g_test_add_func ("/scene/bounds", test_bounds);
  g_test_add_func ("/scene/pick", test_pick);
  g_test_add_func ("/scene/query", test_query);
  g_test_add_func ("/scene/hostile-numbers", test_hostile_numbers);
  g_test_add_func ("/scene/unsafe-link", test_unsafe_link);
  g_test_add_func ("/scene/copy", test_copy);

  return g_test_run ();
}
