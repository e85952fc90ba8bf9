/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing/picture.h"

#include "drawn.h"

typedef struct
{
  AmicusLayouter *layouter;
  AmicusPicture *picture;
  guint n_scenes;
  guint n_busy;
} Fixture;

static void
on_scene_changed (AmicusPicture *picture,
                  gpointer       data)
{
  ((Fixture *) data)->n_scenes++;
}

static void
on_busy (AmicusPicture *picture,
         GParamSpec    *pspec,
         gpointer       data)
{
  ((Fixture *) data)->n_busy++;
}

/* The built-in engine needs no worker. */
static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  AmicusPictureOptions options = { .language = "en", .engine = AMICUS_ENGINE_BUILTIN };

  fixture->layouter = amicus_layouter_new ("/nonexistent");
  fixture->picture = amicus_picture_new (fixture->layouter);
  amicus_picture_set_options (fixture->picture, &options);
  g_signal_connect (fixture->picture, "scene-changed", G_CALLBACK (on_scene_changed), fixture);
  g_signal_connect (fixture->picture, "notify::busy", G_CALLBACK (on_busy), fixture);
}

static gboolean
on_guard (gpointer data)
{
  g_assert_not_reached ();
  return G_SOURCE_REMOVE;
}

/* What threads are still at keeps the picture alive until they answer. */
static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  guint guard = g_timeout_add_seconds (60, on_guard, NULL);
  gpointer alive = fixture->picture;

  g_object_add_weak_pointer (G_OBJECT (fixture->picture), &alive);
  g_object_unref (fixture->picture);
  while (alive != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (guard);
  g_object_unref (fixture->layouter);
}

static void
wait_until_idle (Fixture *fixture)
{
  guint guard = g_timeout_add_seconds (60, on_guard, NULL);

  while (amicus_picture_is_busy (fixture->picture))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (guard);
}

static void
wait_for_scene (Fixture *fixture,
                guint    n_scenes)
{
  guint guard = g_timeout_add_seconds (60, on_guard, NULL);

  while (fixture->n_scenes < n_scenes)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (guard);
}

static void
show (Fixture    *fixture,
      const char *dot)
{
  g_autoptr (AmicusGraph) graph = drawn_graph (dot);

  amicus_picture_set_graph (fixture->picture, graph);
}

static AmicusPoint
centre_of (Fixture *fixture,
           guint32  entity)
{
  guint32 node = amicus_picture_get_index (fixture->picture, AMICUS_ENTITY (entity));

  g_assert_cmpuint (node, !=, AMICUS_NO_INDEX);
  return amicus_picture_get_placement (fixture->picture)->nodes[node];
}

static void
test_first (Fixture      *fixture,
            gconstpointer data)
{
  g_assert_null (amicus_picture_get_scene (fixture->picture));
  g_assert_null (amicus_picture_frame_scene (fixture->picture, &(AmicusFrame) { TRUE, TRUE, TRUE }));
  show (fixture, "digraph { graph [amicus=1]; a -> b [kind=owns]; s [kind=source] }");
  g_assert_true (amicus_picture_is_busy (fixture->picture));
  wait_until_idle (fixture);

  g_assert_cmpuint (fixture->n_scenes, ==, 1);
  g_assert_cmpuint (fixture->n_busy, ==, 2);
  g_assert_null (amicus_picture_get_problem (fixture->picture));
  g_assert_cmpint (amicus_picture_get_engine (fixture->picture), ==, AMICUS_ENGINE_BUILTIN);
  g_assert_cmpuint (amicus_picture_get_placement (fixture->picture)->n_nodes, ==, 2);
  g_assert_cmpuint (amicus_picture_get_index (fixture->picture, AMICUS_ENTITY (2)), ==, AMICUS_NO_INDEX);
  g_assert_cmpuint (amicus_picture_get_index (fixture->picture, AMICUS_ENTITY (9)), ==, AMICUS_NO_INDEX);
  g_assert_cmpuint (amicus_picture_get_index (fixture->picture, AMICUS_RELATION (0)), ==, 0);
  g_assert_null (amicus_picture_interpolate (fixture->picture, 0.5));
}

static void
test_newest_wins (Fixture      *fixture,
                  gconstpointer data)
{
  for (guint i = 0; i < 10; i++)
    show (fixture, "digraph { graph [amicus=1]; old }");
  show (fixture, "digraph { graph [amicus=1]; newest -> other }");
  wait_until_idle (fixture);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_scenes, ==, 1);
  g_assert_true (drawn_says (amicus_picture_get_scene (fixture->picture), "newest"));
}

/* Whatever step the old request has come to when the new one comes. */
static void
test_overtaken_anywhere (Fixture      *fixture,
                         gconstpointer data)
{
  for (guint turns = 0; turns < 20; turns++)
    {
      show (fixture, "digraph { graph [amicus=1]; old -> older }");
      for (guint i = 0; i < turns && amicus_picture_is_busy (fixture->picture); i++)
        g_main_context_iteration (NULL, TRUE);
      show (fixture, "digraph { graph [amicus=1]; newest -> newer; newer -> new }");
      wait_until_idle (fixture);
      g_assert_nonnull (amicus_picture_get_scene (fixture->picture));
      g_assert_true (drawn_says (amicus_picture_get_scene (fixture->picture), "newest"));
      amicus_picture_relayout (fixture->picture);
      wait_until_idle (fixture);
    }
}

/* What changes no box and no relation needs no layout. */
static void
test_no_layout (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (AmicusPlacement) before = NULL;
  AmicusPlacement *placement;
  AmicusPictureOptions options;

  show (fixture, "digraph { graph [amicus=1]; a -> b [kind=owns, status=alleged] }");
  wait_until_idle (fixture);
  before = amicus_placement_ref (amicus_picture_get_placement (fixture->picture));
  show (fixture, "digraph { graph [amicus=1]; a -> b [kind=owns, status=possible] }");
  wait_until_idle (fixture);
  placement = amicus_picture_get_placement (fixture->picture);
  /* The same places, but another placement: the canvas sees that the graph is another. */
  g_assert_true (placement != before);
  g_assert_cmpmem (placement->points, placement->n_points * sizeof (AmicusPoint),
                   before->points, before->n_points * sizeof (AmicusPoint));
  g_assert_cmpuint (fixture->n_scenes, ==, 2);

  options = *amicus_picture_get_options (fixture->picture);
  options.scheme = AMICUS_SCHEME_DARK;
  amicus_picture_set_options (fixture->picture, &options);
  g_assert_cmpuint (fixture->n_scenes, ==, 3);
  g_assert_true (amicus_picture_get_placement (fixture->picture) == placement);
  g_assert_cmphex (amicus_scene_get_background (amicus_picture_get_scene (fixture->picture)), ==, 0x1e1e1eff);
  amicus_picture_set_options (fixture->picture, &options);
  g_assert_cmpuint (fixture->n_scenes, ==, 3);
}

static void
test_move (Fixture      *fixture,
           gconstpointer data)
{
  const guint32 entity = 1;
  const AmicusPoint place = { 4000, 3000 };
  AmicusRect bounds;

  show (fixture, "digraph { graph [amicus=1]; a -> b [kind=owns]; a -> c }");
  wait_until_idle (fixture);
  amicus_picture_move_entities (fixture->picture, &entity, &place, 1);
  g_assert_cmpuint (fixture->n_scenes, ==, 2);
  g_assert_true (amicus_scene_get_element_bounds (amicus_picture_get_scene (fixture->picture), AMICUS_ENTITY (1), &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.x + bounds.width / 2, place.x, 1);
  g_assert_true (amicus_scene_get_element_bounds (amicus_picture_get_scene (fixture->picture), AMICUS_RELATION (0), &bounds));
  g_assert_cmpfloat (bounds.width + bounds.height, >, 1000);
}

/* Only what hangs on the moved card is routed anew. */
static void
test_move_keeps_others (Fixture      *fixture,
                        gconstpointer data)
{
  const guint32 entity = 1;
  const AmicusPoint place = { 4000, 3000 };
  g_autoptr (AmicusPlacement) before = NULL;
  AmicusPlacement *after;
  const AmicusEdgePath *old_path;
  const AmicusEdgePath *path;

  show (fixture, "digraph { graph [amicus=1]; a -> b; a -> c }");
  wait_until_idle (fixture);
  before = amicus_placement_ref (amicus_picture_get_placement (fixture->picture));
  amicus_picture_move_entities (fixture->picture, &entity, &place, 1);
  after = amicus_picture_get_placement (fixture->picture);

  old_path = &before->edges[1];
  path = &after->edges[1];
  g_assert_cmpmem (before->points + old_path->first_point, old_path->n_points * sizeof (AmicusPoint),
                   after->points + path->first_point, path->n_points * sizeof (AmicusPoint));
  g_assert_cmpfloat (after->points[after->edges[0].first_point + after->edges[0].n_points - 1].y, >, 2000);
}

/* A card moved by hand stays where it is while others come and go, until all is laid out afresh. */
static void
test_moved_stays (Fixture      *fixture,
                  gconstpointer data)
{
  const guint32 entity = 1;
  AmicusPoint place;
  AmicusPoint other;

  show (fixture, "digraph { graph [amicus=1]; a -> b; b -> c }");
  wait_until_idle (fixture);
  place = centre_of (fixture, entity);
  place.x += 50;
  place.y += 400;
  amicus_picture_move_entities (fixture->picture, &entity, &place, 1);
  other = centre_of (fixture, 0);
  show (fixture, "digraph { graph [amicus=1]; a -> b; b -> c; c -> d }");
  wait_until_idle (fixture);
  g_assert_cmpfloat_with_epsilon (centre_of (fixture, 1).x - centre_of (fixture, 0).x, place.x - other.x, 250);
  g_assert_true (amicus_picture_get_request (fixture->picture)->nodes[1].pinned);
  amicus_picture_relayout (fixture->picture);
  wait_until_idle (fixture);
  g_assert_false (amicus_picture_get_request (fixture->picture)->nodes[1].pinned);
}

static void
test_interpolate (Fixture      *fixture,
                  gconstpointer data)
{
  AmicusPoint before;
  AmicusRect bounds;
  g_autoptr (AmicusScene) start = NULL;
  g_autoptr (AmicusScene) end = NULL;

  show (fixture, "digraph { graph [amicus=1]; a -> b; b -> c }");
  wait_until_idle (fixture);
  before = centre_of (fixture, 2);
  show (fixture, "digraph { graph [amicus=1]; z; y -> z; a -> b; b -> c; c -> y; a -> z }");
  wait_until_idle (fixture);
  start = amicus_picture_interpolate (fixture->picture, 0);
  end = amicus_picture_interpolate (fixture->picture, 1);
  g_assert_nonnull (start);
  g_assert_true (end == amicus_picture_get_scene (fixture->picture));
  g_assert_true (amicus_scene_get_element_bounds (start, AMICUS_ENTITY (4), &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.x + bounds.width / 2, before.x, 1);
  g_assert_cmpfloat_with_epsilon (bounds.y + bounds.height / 2, before.y, 1);
}

static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  show (fixture, "digraph { a -> b }");
  amicus_picture_cancel (fixture->picture);
  g_assert_false (amicus_picture_is_busy (fixture->picture));
  show (fixture, "digraph { c -> d }");
  wait_until_idle (fixture);
  g_assert_cmpuint (fixture->n_scenes, ==, 1);
}

/* Where the engine asked for does not answer, there is a picture all the same, and the reason. */
static void
test_problem (Fixture      *fixture,
              gconstpointer data)
{
  AmicusPictureOptions options = { .language = "en", .engine = AMICUS_ENGINE_NEATO };

  amicus_picture_set_options (fixture->picture, &options);
  show (fixture, "digraph { a -> b }");
  wait_until_idle (fixture);
  g_assert_nonnull (amicus_picture_get_scene (fixture->picture));
  g_assert_nonnull (amicus_picture_get_problem (fixture->picture));
  options.engine = AMICUS_ENGINE_BUILTIN;
  amicus_picture_set_options (fixture->picture, &options);
  wait_until_idle (fixture);
  g_assert_null (amicus_picture_get_problem (fixture->picture));
}

/* Large graphs are read in slices, measured and built in threads. */
static void
show_large (Fixture *fixture)
{
  g_autoptr (GString) dot = g_string_new ("digraph { graph [amicus=1];");

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (dot, " n%u [kind=company, label=\"Company %u\"]; n%u -> n%u [kind=owns];", i, i, i, i / 2);
  g_string_append (dot, " }");
  show (fixture, dot->str);
}

static void
test_large (Fixture      *fixture,
            gconstpointer data)
{
  const guint32 entities[] = { 0, 2999 };
  const AmicusPoint places[] = { { -5000, 0 }, { 5000, 0 } };
  AmicusRect bounds;

  show_large (fixture);
  wait_for_scene (fixture, 1);
  g_assert_true (amicus_scene_get_element_bounds (amicus_picture_get_scene (fixture->picture), AMICUS_ENTITY (2999), &bounds));
  amicus_picture_move_entities (fixture->picture, entities, places, 2);
  wait_for_scene (fixture, 2);
  g_assert_true (amicus_scene_get_element_bounds (amicus_picture_get_scene (fixture->picture), AMICUS_ENTITY (2999), &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.x + bounds.width / 2, 5000, 1);
  g_assert_true (amicus_scene_get_element_bounds (amicus_picture_get_scene (fixture->picture), AMICUS_RELATION (2999), &bounds));
  g_assert_cmpfloat (bounds.x, <, 5100);
  g_assert_cmpfloat (bounds.x + bounds.width, >, 4900);
}

static gboolean
on_redraw (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* A picture comes while windows are redrawn without a pause. */
static void
test_amid_redraws (Fixture      *fixture,
                   gconstpointer data)
{
  guint redraws = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 20, on_redraw, NULL, NULL);

  show_large (fixture);
  wait_for_scene (fixture, 1);
  g_source_remove (redraws);
}

static void
add (const char *path,
     void (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/picture/first", test_first);
  add ("/picture/newest-wins", test_newest_wins);
  add ("/picture/overtaken-anywhere", test_overtaken_anywhere);
  add ("/picture/no-layout", test_no_layout);
  add ("/picture/move", test_move);
  add ("/picture/move-keeps-others", test_move_keeps_others);
  add ("/picture/moved-stays", test_moved_stays);
  add ("/picture/interpolate", test_interpolate);
  add ("/picture/cancel", test_cancel);
  add ("/picture/problem", test_problem);
  add ("/picture/large", test_large);
  add ("/picture/amid-redraws", test_amid_redraws);

  return g_test_run ();
}
