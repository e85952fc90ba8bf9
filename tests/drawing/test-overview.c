/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing/overview.h"

#include "drawn.h"

#include <math.h>

/* A wheel around one hub, with a group, on which names soon run into each other. */
static AmicusScene *
wheel (guint n)
{
  g_autoptr (GString) dot = g_string_new ("digraph { graph [amicus=1]; hub [kind=company]; town [kind=place];"
                                          " subgraph cluster_a { label=\"A group\"; n0; n1 } hub -> town;");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (dot, " n%u [kind=ngo, label=\"Name number %u\"]; hub -> n%u;", i, i, i);
  g_string_append (dot, " }");
  return drawn_scene (dot->str, AMICUS_SCHEME_LIGHT);
}

static const AmicusOverviewName *
get_name (AmicusScene *scene,
          guint        i)
{
  return &g_array_index (amicus_scene_get_overview (scene), AmicusOverviewName, i);
}

static gboolean
boxes_meet (const AmicusOverviewName *a,
            const AmicusOverviewName *b,
            double                    scale)
{
  double ax = a->anchor.x * scale + a->box.x;
  double ay = a->anchor.y * scale + a->box.y;
  double bx = b->anchor.x * scale + b->box.x;
  double by = b->anchor.y * scale + b->box.y;

  return ax < bx + b->box.width && bx < ax + a->box.width &&
         ay < by + b->box.height && by < ay + a->box.height;
}

/* At no scale does a name cover another, and the first is always there. */
static void
test_apart (void)
{
  g_autoptr (AmicusScene) scene = wheel (60);
  guint n = amicus_scene_get_overview (scene)->len;
  guint n_shown = 0;

  for (double scale = 0.02; scale < AMICUS_OVERVIEW_SCALE; scale *= 1.07)
    {
      g_assert_true (amicus_overview_is_shown (get_name (scene, 0), scale));
      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < i; j++)
          if (amicus_overview_is_shown (get_name (scene, i), scale) &&
              amicus_overview_is_shown (get_name (scene, j), scale))
            {
              n_shown++;
              g_assert_false (boxes_meet (get_name (scene, i), get_name (scene, j), scale));
            }
    }
  g_assert_cmpuint (n_shown, >, 1000);
}

/* Where cards can be read, and off the screen, nothing is written over them; of many entities the
 * most central have names, and finding them does not grow with all pairs. */
static void
test_limits (void)
{
  g_autoptr (AmicusScene) scene = wheel (700);
  const GArray *names = amicus_scene_get_overview (scene);
  guint n_items;

  amicus_scene_get_items (scene, &n_items);
  g_assert_cmpuint (names->len, <, 700);
  g_assert_cmpuint (names->len, >, 100);
  for (guint i = 0; i < names->len; i++)
    {
      g_assert_cmpuint (get_name (scene, i)->item, <, n_items);
      g_assert_false (amicus_overview_is_shown (get_name (scene, i), AMICUS_OVERVIEW_SCALE));
      g_assert_false (amicus_overview_is_shown (get_name (scene, i), 0));
    }
  g_assert_true (amicus_overview_is_shown (get_name (scene, 0), 0.02));
}

/* The hub is the most central; the group and the place have names, but no cards. */
static void
test_order (void)
{
  g_autoptr (AmicusScene) scene = wheel (12);
  const AmicusItem *items = amicus_scene_get_items (scene, NULL);
  const GArray *names = amicus_scene_get_overview (scene);
  guint n_bare = 0;

  g_assert_cmpuint (names->len, ==, 12 + 1 + 1 + 1);
  g_assert_cmpstr (amicus_scene_get_string (scene, items[get_name (scene, 0)->item].title), ==, "hub");
  for (guint i = 0; i < names->len; i++)
    n_bare += !get_name (scene, i)->boxed;
  g_assert_cmpuint (n_bare, ==, 2);
}

/* A name is found where it is seen, beyond the card that it stands for as well. */
static void
test_pick (void)
{
  g_autoptr (AmicusScene) scene = wheel (12);
  const double scale = 0.05;
  const AmicusOverviewName *hub = get_name (scene, 0);
  AmicusRect area = amicus_overview_get_area (hub, scale);
  AmicusPoint edge = { area.x + 1, area.y + 1 };
  const AmicusItem *card = &amicus_scene_get_items (scene, NULL)[hub->item];

  g_assert_cmpfloat (area.width, >, card->bounds.width);
  g_assert_true (amicus_overview_pick (scene, edge, scale) == hub);
  g_assert_null (amicus_overview_pick (scene, edge, 1));
  g_assert_true (amicus_overview_find (scene, hub->item, scale) == hub);
  g_assert_null (amicus_overview_find (scene, hub->item, 1));
}

/* Just below the scale at which cards are read, a name covers the whole of its card. */
static void
test_covers_card (void)
{
  g_autoptr (AmicusScene) scene = wheel (3);
  const AmicusOverviewName *hub = get_name (scene, 0);
  AmicusRect area = amicus_overview_get_area (hub, AMICUS_OVERVIEW_SCALE * 0.99);
  const AmicusRect *card = &amicus_scene_get_items (scene, NULL)[hub->item].bounds;

  g_assert_cmpfloat (area.x, <=, card->x + 1e-6);
  g_assert_cmpfloat (area.y, <=, card->y + 1e-6);
  g_assert_cmpfloat (area.x + area.width, >=, card->x + card->width - 1e-6);
  g_assert_cmpfloat (area.y + area.height, >=, card->y + card->height - 1e-6);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/overview/apart", test_apart);
  g_test_add_func ("/overview/limits", test_limits);
  g_test_add_func ("/overview/order", test_order);
  g_test_add_func ("/overview/pick", test_pick);
  g_test_add_func ("/overview/covers-card", test_covers_card);

  return g_test_run ();
}
