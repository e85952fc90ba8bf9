/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing/picture.h"

#include <math.h>
#include <string.h>

#include "drawn.h"

/* The graph that is edited, as plain numbers; written as DOT for each step. */
#define MOST 60

typedef struct
{
  gboolean there[MOST];
  guint name_length[MOST];
  guint group[MOST];         /* 0 for none */
  gboolean pinned[MOST];
  AmicusPoint pin[MOST];
  GArray *relations;         /* Relation */
} Model;

typedef struct
{
  guint tail;
  guint head;
  guint label_length;
} Relation;

#define N_GROUPS 3

typedef struct
{
  AmicusLayouter *layouter;
  AmicusPicture *picture;
  guint n_scenes;
} Fixture;

static void
on_scene_changed (AmicusPicture *picture,
                  gpointer       data)
{
  ((Fixture *) data)->n_scenes++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  AmicusPictureOptions options = { .language = "en", .engine = AMICUS_ENGINE_BUILTIN };

  fixture->layouter = amicus_layouter_new ("/nonexistent");
  fixture->picture = amicus_picture_new (fixture->layouter);
  amicus_picture_set_options (fixture->picture, &options);
  g_signal_connect (fixture->picture, "scene-changed", G_CALLBACK (on_scene_changed), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->picture);
  g_object_unref (fixture->layouter);
}

static gboolean
on_guard (gpointer data)
{
  g_assert_not_reached ();
  return G_SOURCE_REMOVE;
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
show (Fixture    *fixture,
      const char *dot)
{
  g_autoptr (AmicusGraph) graph = drawn_graph (dot);

  amicus_picture_set_graph (fixture->picture, graph);
  wait_until_idle (fixture);
}

static void
edit (Fixture    *fixture,
      const char *dot)
{
  g_autoptr (AmicusGraph) graph = drawn_graph (dot);

  amicus_picture_update_graph (fixture->picture, graph);
  wait_until_idle (fixture);
}

static guint32
node_of (Fixture    *fixture,
         guint32     entity)
{
  guint32 node = amicus_picture_get_index (fixture->picture, AMICUS_ENTITY (entity));

  g_assert_cmpuint (node, !=, AMICUS_NO_INDEX);
  return node;
}

static AmicusPoint
centre_of (Fixture *fixture,
           guint32  entity)
{
  return amicus_picture_get_placement (fixture->picture)->nodes[node_of (fixture, entity)];
}

static void
assert_same_point (AmicusPoint a,
                   AmicusPoint b)
{
  g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
}

/* Of relations @a before and @b now. */
static void
assert_same_curve (const AmicusPlacement *before,
                   guint32                a,
                   const AmicusPlacement *now,
                   guint32                b)
{
  const AmicusEdgePath *first = &before->edges[a];
  const AmicusEdgePath *second = &now->edges[b];

  g_assert_cmpmem (before->points + first->first_point, first->n_points * sizeof (AmicusPoint),
                   now->points + second->first_point, second->n_points * sizeof (AmicusPoint));
  assert_same_point (first->label, second->label);
}

static AmicusRect
rect_of (Fixture *fixture,
         guint32  node)
{
  const AmicusLayoutNode *box = &amicus_picture_get_request (fixture->picture)->nodes[node];
  AmicusPoint centre = amicus_picture_get_placement (fixture->picture)->nodes[node];

  return (AmicusRect) { centre.x - box->width / 2, centre.y - box->height / 2, box->width,
                        box->height };
}

static gboolean
overlap (const AmicusRect *a,
         const AmicusRect *b)
{
  return a->x + 0.001 < b->x + b->width && b->x + 0.001 < a->x + a->width
         && a->y + 0.001 < b->y + b->height && b->y + 0.001 < a->y + a->height;
}

static gboolean
is_in_group (const AmicusLayoutRequest *request,
             guint32                    node,
             guint32                    group)
{
  guint32 of_node = request->nodes[node].group;

  while (of_node != AMICUS_NO_INDEX && of_node != group)
    of_node = request->groups[of_node].parent;
  return of_node == group;
}

static void
assert_no_overlaps (Fixture *fixture)
{
  const AmicusLayoutRequest *request = amicus_picture_get_request (fixture->picture);
  const AmicusPlacement *placement = amicus_picture_get_placement (fixture->picture);

  for (guint32 i = 0; i < request->n_nodes; i++)
    {
      AmicusRect rect = rect_of (fixture, i);

      g_assert_true (isfinite (placement->nodes[i].x) && isfinite (placement->nodes[i].y));
      for (guint32 j = 0; j < i; j++)
        {
          AmicusRect other = rect_of (fixture, j);

          g_assert_false (overlap (&rect, &other));
        }
      for (guint32 g = 0; g < request->n_groups; g++)
        if (!is_in_group (request, i, g))
          g_assert_false (overlap (&rect, &placement->groups[g]));
    }
}

#define FIVE "digraph { graph [amicus=1]; a -> b [label=owns]; b -> c [label=funds]; c -> a; d -> a;"

/* Another status is another look and nothing else. */
static void
test_same_places (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (AmicusPlacement) before = NULL;
  AmicusPlacement *now;

  show (fixture, FIVE "}");
  before = amicus_placement_ref (amicus_picture_get_placement (fixture->picture));
  edit (fixture, FIVE "b [country=DE, kind=company]; }");
  g_assert_cmpuint (fixture->n_scenes, ==, 2);
  now = amicus_picture_get_placement (fixture->picture);
  for (guint i = 0; i < 4; i++)
    assert_same_point (before->nodes[i], now->nodes[i]);
  assert_same_curve (before, 2, now, 2);
  assert_same_curve (before, 3, now, 3);
}

static void
test_new_entity (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (AmicusPlacement) before = NULL;
  AmicusPlacement *now;

  show (fixture, FIVE "}");
  before = amicus_placement_ref (amicus_picture_get_placement (fixture->picture));
  edit (fixture, FIVE "e; e -> d [label=\"is part of\"] }");
  now = amicus_picture_get_placement (fixture->picture);
  g_assert_cmpuint (now->n_nodes, ==, 5);
  for (guint i = 0; i < 4; i++)
    {
      assert_same_point (before->nodes[i], now->nodes[i]);
      assert_same_curve (before, i, now, i);
    }
  g_assert_cmpuint (now->edges[4].n_points, >=, 4);
  g_assert_cmpfloat (hypot (now->nodes[4].x - now->nodes[3].x, now->nodes[4].y - now->nodes[3].y), <, 400);
  assert_no_overlaps (fixture);
}

/* Where the person clicked; beside it where something lies. */
static void
test_place (Fixture      *fixture,
            gconstpointer data)
{
  const AmicusPoint wish = { 900, -700 };

  show (fixture, FIVE "}");
  amicus_picture_place_entity (fixture->picture, "e", wish);
  edit (fixture, FIVE "e }");
  assert_same_point (centre_of (fixture, 4), wish);
  amicus_picture_place_entity (fixture->picture, "f", (AmicusPoint) { 905, -700 });
  edit (fixture, FIVE "e; f }");
  assert_same_point (centre_of (fixture, 4), wish);
  g_assert_cmpfloat (hypot (centre_of (fixture, 5).x - 905, centre_of (fixture, 5).y + 700), <, 300);
  assert_no_overlaps (fixture);
}

static void
test_undo_of_removal (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (AmicusPlacement) before = NULL;
  AmicusPlacement *now;

  show (fixture, "digraph { graph [amicus=1]; a -> b; b -> c; c -> d; d -> e; a -> c }");
  before = amicus_placement_ref (amicus_picture_get_placement (fixture->picture));
  edit (fixture, "digraph { graph [amicus=1]; a; c -> d; d -> e; a -> c }");
  now = amicus_picture_get_placement (fixture->picture);
  g_assert_cmpuint (now->n_nodes, ==, 4);
  assert_same_point (now->nodes[0], before->nodes[0]);
  assert_same_point (now->nodes[1], before->nodes[2]);
  assert_same_curve (before, 2, now, 0);
  assert_same_curve (before, 4, now, 2);
  edit (fixture, "digraph { graph [amicus=1]; a -> b; b -> c; c -> d; d -> e; a -> c }");
  now = amicus_picture_get_placement (fixture->picture);
  for (guint i = 0; i < 5; i++)
    assert_same_point (now->nodes[i], before->nodes[i]);
}

/* The same entity under another ID, and with it its relations. */
static void
test_rename (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (AmicusPlacement) before = NULL;
  AmicusPlacement *now;

  show (fixture, "digraph { graph [amicus=1]; a [label=x]; b [label=y]; c [label=z]; a -> b; b -> c }");
  before = amicus_placement_ref (amicus_picture_get_placement (fixture->picture));
  edit (fixture, "digraph { graph [amicus=1]; a [label=x]; new [label=y]; c [label=z]; a -> new; new -> c }");
  now = amicus_picture_get_placement (fixture->picture);
  for (guint i = 0; i < 3; i++)
    assert_same_point (now->nodes[i], before->nodes[i]);
  assert_same_curve (before, 0, now, 0);
  assert_same_curve (before, 1, now, 1);
}

/* Of several relations between two the right one goes. */
static void
test_parallels (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (AmicusPlacement) before = NULL;

  show (fixture, "digraph { graph [amicus=1]; a -> b [label=one]; a -> b [label=two]; a -> b [label=three] }");
  before = amicus_placement_ref (amicus_picture_get_placement (fixture->picture));
  edit (fixture, "digraph { graph [amicus=1]; a -> b [label=one]; a -> b [label=three] }");
  assert_same_curve (before, 0, amicus_picture_get_placement (fixture->picture), 0);
  assert_same_curve (before, 2, amicus_picture_get_placement (fixture->picture), 1);
}

/* A card that grows stays; only what it would cover gives way. */
static void
test_growth (Fixture      *fixture,
             gconstpointer data)
{
  const char *dot = "digraph { graph [amicus=1, inputscale=72]; a [pos=\"0,0!\"]; b; c; d [pos=\"90,0!\"]; a -> b -> c }";
  const guint32 moved[] = { 1, 2 };
  const AmicusPoint places[] = { { -90, 0 }, { 400, 300 } };
  AmicusPoint pushed;

  show (fixture, dot);
  amicus_picture_move_entities (fixture->picture, moved, places, 2);
  edit (fixture, "digraph { graph [amicus=1, inputscale=72]; a [pos=\"0,0!\", label=\"A name of some length\"]; b; c; d; a -> b -> c }");
  g_assert_cmpfloat_with_epsilon (centre_of (fixture, 0).x, 0, 0.001);
  assert_same_point (centre_of (fixture, 1), places[0]);
  assert_same_point (centre_of (fixture, 2), places[1]);
  pushed = centre_of (fixture, 3);
  g_assert_cmpfloat (pushed.x, >, 90);
  g_assert_cmpfloat_with_epsilon (pushed.y, 0, 0.001);
  g_assert_cmpfloat_with_epsilon (pushed.x, (rect_of (fixture, 0).width + rect_of (fixture, 3).width) / 2 + 8, 0.001);
}

/* What the file says moves the card, even one that was moved by hand before. */
static void
test_pin (Fixture      *fixture,
          gconstpointer data)
{
  const guint32 entity = 1;
  const AmicusPoint by_hand = { 500, 500 };
  AmicusPoint other;

  show (fixture, "digraph { graph [amicus=1]; a -> b; b -> c }");
  amicus_picture_move_entities (fixture->picture, &entity, &by_hand, 1);
  other = centre_of (fixture, 2);
  edit (fixture, "digraph { graph [amicus=1]; a -> b; b -> c; b [country=FR] }");
  assert_same_point (centre_of (fixture, 1), by_hand);
  edit (fixture, "digraph { graph [amicus=1, inputscale=72]; a -> b; b -> c; b [pos=\"-700,300!\"] }");
  g_assert_cmpfloat_with_epsilon (centre_of (fixture, 1).x, -700, 0.001);
  g_assert_cmpfloat_with_epsilon (centre_of (fixture, 1).y, -300, 0.001);
  assert_same_point (centre_of (fixture, 2), other);
}

/* A new layout does not know of the edits, and a picture that has nothing in common is laid out. */
static void
test_layout_again (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (AmicusPlacement) opened = NULL;
  AmicusPlacement *now;

  show (fixture, FIVE "e; e -> d; e -> f }");
  opened = amicus_placement_ref (amicus_picture_get_placement (fixture->picture));
  show (fixture, "digraph { x }");
  edit (fixture, FIVE "}");
  edit (fixture, FIVE "e; e -> d }");
  edit (fixture, FIVE "e; e -> d; e -> f }");
  amicus_picture_relayout (fixture->picture);
  wait_until_idle (fixture);
  now = amicus_picture_get_placement (fixture->picture);
  g_assert_cmpmem (opened->nodes, opened->n_nodes * sizeof (AmicusPoint), now->nodes, now->n_nodes * sizeof (AmicusPoint));
  g_assert_cmpmem (opened->points, opened->n_points * sizeof (AmicusPoint), now->points, now->n_points * sizeof (AmicusPoint));
}

static void
test_while_busy (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (AmicusGraph) graph = drawn_graph (FIVE "e; e -> a }");

  show (fixture, FIVE "}");
  amicus_picture_relayout (fixture->picture);
  amicus_picture_update_graph (fixture->picture, graph);
  wait_until_idle (fixture);
  g_assert_cmpuint (amicus_picture_get_placement (fixture->picture)->n_nodes, ==, 5);
  /* It is there: else this is critical. */
  amicus_scene_unref (amicus_picture_interpolate (fixture->picture, 1));
}

static Model *
model_new (void)
{
  Model *model = g_new0 (Model, 1);

  model->relations = g_array_new (FALSE, FALSE, sizeof (Relation));
  for (guint i = 0; i < 20; i++)
    {
      Relation relation = { i, i / 2, i % 3 * 6 };

      model->there[i] = TRUE;
      model->name_length[i] = 3 + i % 7 * 3;
      model->group[i] = i < 12 ? 0 : 1 + i % N_GROUPS;
      if (i > 0)
        g_array_append_val (model->relations, relation);
    }
  return model;
}

static void
model_free (Model *model)
{
  g_array_unref (model->relations);
  g_free (model);
}

static void
write_entities (const Model *model,
                GString     *dot,
                guint        group)
{
  for (guint i = 0; i < MOST; i++)
    {
      if (!model->there[i] || model->group[i] != group)
        continue;
      g_string_append_printf (dot, "n%u [kind=company, label=\"", i);
      for (guint k = 0; k < model->name_length[i]; k++)
        g_string_append_c (dot, k % 6 == 5 ? ' ' : 'm');
      g_string_append (dot, "x\"");
      if (model->pinned[i])
        g_string_append_printf (dot, ", pos=\"%.9f,%.9f!\"", model->pin[i].x, -model->pin[i].y);
      g_string_append (dot, "];\n");
    }
}

static char *
write_model (const Model *model)
{
  GString *dot = g_string_new ("digraph { graph [amicus=1, inputscale=72];\n");

  write_entities (model, dot, 0);
  for (guint g = 1; g <= N_GROUPS; g++)
    {
      g_string_append_printf (dot, "subgraph cluster_%u { label=\"Group %u\";\n", g, g);
      write_entities (model, dot, g);
      g_string_append (dot, "}\n");
    }
  for (guint i = 0; i < model->relations->len; i++)
    {
      const Relation *relation = &g_array_index (model->relations, Relation, i);
      g_autofree char *label = g_strnfill (relation->label_length, 'l');

      if (model->there[relation->tail] && model->there[relation->head])
        g_string_append_printf (dot, "n%u -> n%u [label=\"%s\"];\n", relation->tail, relation->head, label);
    }
  g_string_append (dot, "}");
  return g_string_free (dot, FALSE);
}

/* The entity's number in the model, by the ID in the order of the file. */
static guint32
entity_of (const Model *model,
           guint        wanted)
{
  guint32 entity = 0;

  for (guint g = 0; g <= N_GROUPS; g++)
    for (guint i = 0; i < MOST; i++)
      if (model->there[i] && model->group[i] == g)
        {
          if (i == wanted)
            return entity;
          entity++;
        }
  return AMICUS_NO_INDEX;
}

/* Returns which entity the edit is about. */
static guint
edit_at_random (Fixture *fixture,
                Model   *model,
                GRand   *random)
{
  guint i = g_rand_int_range (random, 0, MOST);
  guint j = g_rand_int_range (random, 0, MOST);
  Relation relation = { i, j, g_rand_int_range (random, 0, 20) };

  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
    case 1:
      model->there[i] = !model->there[i];
      model->pinned[i] = FALSE;
      break;
    case 2:
      model->name_length[i] = g_rand_int_range (random, 1, 60);
      break;
    case 3:
      model->group[i] = g_rand_int_range (random, 0, N_GROUPS + 1);
      model->pinned[i] = FALSE;
      break;
    case 4:
      /* Nobody could part two groups that pins hold in each other's way. */
      if (model->there[i] && model->group[i] == 0)
        {
          model->pinned[i] = !model->pinned[i];
          model->pin[i] = centre_of (fixture, entity_of (model, i));
        }
      break;
    case 5:
      if (model->relations->len > 0)
        g_array_remove_index (model->relations, j % model->relations->len);
      break;
    default:
      if (model->relations->len < 80)
        g_array_append_val (model->relations, relation);
      break;
    }
  return i;
}

/* How many cards are elsewhere than before. */
static guint
count_moved (Fixture               *fixture,
             const AmicusPlacement *before,
             const Model           *old_model,
             const Model           *model)
{
  guint n = 0;

  for (guint i = 0; i < MOST; i++)
    if (old_model->there[i] && model->there[i])
      {
        guint32 then = entity_of (old_model, i);
        AmicusPoint now = centre_of (fixture, entity_of (model, i));

        n += memcmp (&before->nodes[then], &now, sizeof now) != 0;
      }
  return n;
}

/* After each of many edits no card lies on another or in a group that it is not in, and most edits
 * move nothing. */
static void
test_random (Fixture      *fixture,
             gconstpointer data)
{
  const guint n_edits = 1000;
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  Model *model = model_new ();
  g_autofree char *first = write_model (model);
  guint n_quiet = 0;
  guint n_moved = 0;

  show (fixture, first);
  for (guint n = 0; n < n_edits; n++)
    {
      g_autoptr (AmicusPlacement) before = amicus_placement_ref (amicus_picture_get_placement (fixture->picture));
      Model old_model = *model;
      g_autofree char *dot = NULL;
      guint moved;

      edit_at_random (fixture, model, random);
      dot = write_model (model);
      edit (fixture, dot);
      assert_no_overlaps (fixture);
      moved = count_moved (fixture, before, &old_model, model);
      n_moved += moved;
      n_quiet += moved == 0;
    }
  g_test_message ("%u of %u edits moved no card; %u cards were moved", n_quiet, n_edits, n_moved);
  g_assert_cmpuint (n_quiet, >, n_edits * 8 / 10);
  model_free (model);
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

  add ("/picture-edit/same-places", test_same_places);
  add ("/picture-edit/new-entity", test_new_entity);
  add ("/picture-edit/place", test_place);
  add ("/picture-edit/undo-of-removal", test_undo_of_removal);
  add ("/picture-edit/rename", test_rename);
  add ("/picture-edit/parallels", test_parallels);
  add ("/picture-edit/growth", test_growth);
  add ("/picture-edit/pin", test_pin);
  add ("/picture-edit/layout-again", test_layout_again);
  add ("/picture-edit/while-busy", test_while_busy);
  add ("/picture-edit/random", test_random);

  return g_test_run ();
}
