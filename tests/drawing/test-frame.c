/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing/frame.h"

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
  const AmicusFrame none = { FALSE, FALSE, FALSE };
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
  const AmicusFrame all = { TRUE, TRUE, TRUE };
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
  const AmicusFrame title = { TRUE, FALSE, FALSE };
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
  const AmicusFrame legend = { FALSE, TRUE, FALSE };
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
  const AmicusFrame legend = { FALSE, TRUE, TRUE };
  g_autoptr (AmicusScene) scene = framed ("digraph { a [shape=box]; a -> b [color=red] }", &legend);
  g_autoptr (AmicusScene) empty = framed ("digraph { }", &legend);

  g_assert_false (drawn_says (scene, "Legend"));
  g_assert_false (drawn_says (empty, "Sources"));
}

static void
test_not_stated (void)
{
  const AmicusFrame legend = { FALSE, TRUE, FALSE };
  g_autoptr (AmicusScene) scene = framed ("digraph { graph [amicus=1]; a -> b [kind=owns] }", &legend);

  g_assert_true (drawn_says (scene, amicus_status_name (AMICUS_STATUS_NOT_STATED, "en")));
}

static void
test_sources (void)
{
  const AmicusFrame sources = { FALSE, FALSE, TRUE };
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

  return g_test_run ();
}
