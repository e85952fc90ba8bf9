/* SPDX-License-Identifier: GPL-3.0-or-later
 * The small tools of layout, each against a slow and simple way to know the answer. */

#include "layout/box-private.h"
#include "layout/curve-private.h"
#include "layout/grid-private.h"
#include "layout/motion-private.h"
#include "layout/network-private.h"
#include "layout/overlap-private.h"
#include "layout/packing-private.h"
#include "layout/quadtree-private.h"
#include "layout/random-private.h"


static double
chance (GRand *rand,
        double low,
        double high)
{
  return g_rand_double_range (rand, low, high);
}

static void
test_engine_words (void)
{
  AmicusEngine engine;

  for (guint i = 0; i < AMICUS_N_ENGINES; i++)
    {
      g_assert_true (amicus_engine_from_word (amicus_engine_to_word (i), &engine));
      g_assert_cmpuint (engine, ==, i);
    }
  g_assert_false (amicus_engine_from_word ("patchwork", &engine));
  g_assert_false (amicus_engine_from_word (NULL, &engine));
}

/* A rim of points just inside and one just outside of each shape. */
static void
test_outlines (void)
{
  for (guint outline = AMICUS_OUTLINE_BOX; outline <= AMICUS_OUTLINE_DIAMOND; outline++)
    {
      const AmicusShape shape = { { -50.0, -20.0, 100.0, 40.0 }, outline };

      g_assert_true (amicus_shape_holds (&shape, (AmicusPoint) { 0.0, 0.0 }, 0.0));
      g_assert_true (amicus_shape_holds (&shape, (AmicusPoint) { 49.9, 0.0 }, 0.0));
      g_assert_true (amicus_shape_holds (&shape, (AmicusPoint) { 0.0, 19.9 }, 0.0));
      g_assert_false (amicus_shape_holds (&shape, (AmicusPoint) { 50.1, 0.0 }, 0.0));
      g_assert_true (amicus_shape_holds (&shape, (AmicusPoint) { 50.1, 0.0 }, 2.5));
      g_assert_cmpint (amicus_shape_holds (&shape, (AmicusPoint) { 49.0, 19.0 }, 0.0), ==,
                       outline == AMICUS_OUTLINE_BOX);
    }
}

static void
test_clip (void)
{
  const AmicusShape tail = { { -10.0, -10.0, 20.0, 20.0 }, AMICUS_OUTLINE_BOX };
  const AmicusShape head = { { 90.0, -10.0, 20.0, 20.0 }, AMICUS_OUTLINE_BOX };
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (AmicusPoint));
  AmicusPoint points[4];

  amicus_curve_line ((AmicusPoint) { 0.0, 0.0 }, (AmicusPoint) { 100.0, 0.0 }, points);
  g_array_append_vals (path, points, 4);
  amicus_path_clip (path, &tail, 0.0, &head, 2.5);

  g_assert_cmpfloat_with_epsilon (g_array_index (path, AmicusPoint, 0).x, 10.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (g_array_index (path, AmicusPoint, 3).x, 87.5, 1e-6);
}

static void
test_grid (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  const AmicusRect bounds = { 0.0, 0.0, 1000.0, 1000.0 };
  g_autoptr (AmicusGrid) grid = amicus_grid_new (&bounds, 50.0, 30.0);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  AmicusRect rects[300];

  for (guint i = 0; i < G_N_ELEMENTS (rects); i++)
    {
      rects[i] = (AmicusRect) { chance (rand, -200.0, 1100.0), chance (rand, -200.0, 1100.0),
                                chance (rand, 0.0, 200.0), chance (rand, 0.0, 200.0) };
      amicus_grid_add (grid, &rects[i], i);
    }

  for (guint q = 0; q < 200; q++)
    {
      AmicusRect query = { chance (rand, -300.0, 1200.0), chance (rand, -300.0, 1200.0),
                           chance (rand, 0.0, 300.0), chance (rand, 0.0, 300.0) };
      guint n_times[G_N_ELEMENTS (rects)] = { 0 };

      amicus_grid_find (grid, &query, found);
      for (guint k = 0; k < found->len; k++)
        n_times[g_array_index (found, guint32, k)]++;
      for (guint i = 0; i < G_N_ELEMENTS (rects); i++)
        {
          g_assert_cmpuint (n_times[i], <=, 1);
          if (amicus_rect_meets (&query, &rects[i]))
            g_assert_cmpuint (n_times[i], ==, 1);
        }
    }
}

/* Distances by relaxing every link again and again (Bellman 1958). */
static void
slow_distances (const AmicusLink    *links,
                guint                n_links,
                const AmicusNetwork *network,
                guint32              source,
                guint32             *distances)
{
  gboolean changed = TRUE;

  for (guint i = 0; i < network->n; i++)
    distances[i] = G_MAXUINT32;
  distances[source] = 0;

  while (changed)
    {
      changed = FALSE;
      for (guint k = 0; k < 2 * n_links; k++)
        {
          guint32 from = k % 2 ? links[k / 2].head : links[k / 2].tail;
          guint32 to = k % 2 ? links[k / 2].tail : links[k / 2].head;
          guint32 step = (guint32) rint (links[k / 2].length / network->unit);

          if (distances[from] == G_MAXUINT32 || distances[from] + step >= distances[to])
            continue;
          distances[to] = distances[from] + step;
          changed = TRUE;
        }
    }
}

static void
test_distances (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint round = 0; round < 30; round++)
    {
      guint n = g_rand_int_range (rand, 2, 60), n_links = g_rand_int_range (rand, 1, 80);
      g_autofree AmicusLink *links = g_new (AmicusLink, n_links);
      g_autofree guint32 *fast = g_new (guint32, n), *slow = g_new (guint32, n);
      g_autofree guint32 *parts = g_new (guint32, n);
      g_autoptr (AmicusNetwork) network = NULL;

      for (guint k = 0; k < n_links; k++)
        links[k] = (AmicusLink) { g_rand_int_range (rand, 0, n), g_rand_int_range (rand, 0, n),
                                  chance (rand, 50.0, 500.0) };

      network = amicus_network_new (n, links, n_links);
      amicus_network_components (network, parts);
      amicus_network_distances (network, n / 2, fast);
      slow_distances (links, n_links, network, n / 2, slow);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpuint (fast[i], ==, slow[i]);
          g_assert_cmpint (parts[i] == parts[n / 2], ==, fast[i] != G_MAXUINT32);
        }
    }
}

/* Each point once, each quad's centre the mean of what is inside it. */
static void
test_quadtree (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint n = 1; n < 2000; n = 3 * n + 1)
    {
      g_autofree AmicusPoint *points = g_new (AmicusPoint, n);
      g_autofree guint *n_times = g_new0 (guint, n);
      g_autoptr (AmicusQuadtree) tree = NULL;
      guint n_in_leaves = 0;

      for (guint i = 0; i < n; i++)
        if (i % 5 == 4)
          points[i] = points[i - 1];
        else
          points[i] = (AmicusPoint) { chance (rand, -9.0, 9.0), chance (rand, 0.0, 1.0) };

      tree = amicus_quadtree_new (points, n);
      for (guint i = 0; i < n; i++)
        n_times[tree->order[i]]++;
      for (guint i = 0; i < n; i++)
        g_assert_cmpuint (n_times[i], ==, 1);
      for (guint q = 0; q < tree->n_quads; q++)
        {
          g_assert_cmpuint (tree->quads[q].next, >, q);
          if (tree->quads[q].is_leaf)
            n_in_leaves += tree->quads[q].mass;
        }
      g_assert_cmpuint (n_in_leaves, ==, n);
      g_assert_cmpuint (tree->quads[0].mass, ==, n);
    }
}

static void
check_apart (const AmicusBox *boxes,
             guint            n,
             double           gap)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      {
        AmicusRect a = amicus_box_rect (&boxes[i]), b = amicus_box_rect (&boxes[j]);

        a = amicus_rect_grown (&a, gap - 1e-3);
        g_assert_true ((boxes[i].fixed && boxes[j].fixed) || !amicus_rect_meets (&a, &b));
      }
}

static void
test_overlap (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint round = 0; round < 40; round++)
    {
      guint n = g_rand_int_range (rand, 1, 200);
      double spread = round % 4 == 0 ? 0.0 : chance (rand, 10.0, 2000.0);
      g_autofree AmicusBox *boxes = g_new (AmicusBox, n);
      g_autofree AmicusBox *before = NULL;

      for (guint i = 0; i < n; i++)
        {
          double x = spread * chance (rand, 0.0, 1.0), y = spread * chance (rand, 0.0, 1.0);
          double width = chance (rand, 1.0, i % 30 == 0 ? 900.0 : 150.0);

          boxes[i] = (AmicusBox) { { x, y }, width, chance (rand, 1.0, 60.0),
                                   g_rand_int_range (rand, 0, 20) == 0 };
        }
      before = g_memdup2 (boxes, sizeof (AmicusBox) * n);

      amicus_overlap_remove (boxes, n, 14.0, NULL);
      check_apart (boxes, n, 14.0);
      for (guint i = 0; i < n; i++)
        if (before[i].fixed)
          {
            g_assert_cmpfloat_with_epsilon (boxes[i].centre.x, before[i].centre.x, 1e-12);
            g_assert_cmpfloat_with_epsilon (boxes[i].centre.y, before[i].centre.y, 1e-12);
          }
    }
}

/* What has room already stays, and who is left of another with some way between stays left. */
static void
test_overlap_moves_little (void)
{
  AmicusBox boxes[] = { { { 0.0, 0.0 }, 100.0, 40.0, FALSE }, { { 90.0, 5.0 }, 100.0, 40.0, FALSE },
                        { { 500.0, 0.0 }, 100.0, 40.0, FALSE } };

  amicus_overlap_remove (boxes, 3, 14.0, NULL);
  check_apart (boxes, 3, 14.0);
  g_assert_cmpfloat (boxes[0].centre.x, <, boxes[1].centre.x);
  g_assert_cmpfloat (fabs (boxes[2].centre.x - 500.0) + fabs (boxes[2].centre.y), <, 0.1);
  g_assert_cmpfloat (fabs (boxes[0].centre.x) + fabs (boxes[0].centre.y), <, 60.0);
}

static void
part_line (double dx,
           double dy)
{
  const guint n = 20000;
  g_autofree AmicusBox *boxes = g_new (AmicusBox, n);

  for (guint i = 0; i < n; i++)
    boxes[i] = (AmicusBox) { { dx * i, dy * i }, 90.0, 90.0, FALSE };
  amicus_overlap_remove (boxes, n, 14.0, NULL);
  for (guint i = 1; i < n; i++)
    check_apart (boxes + i - 1, 2, 14.0);
}

/* Many boxes that lie in a row, or stand in a column. */
static void
test_overlap_in_a_row (void)
{
  part_line (80.0, 0.0);
  part_line (0.0, 80.0);
}

static void
test_packing (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint n = 0; n < 200; n = 2 * n + 1)
    {
      g_autofree AmicusRect *rects = g_new (AmicusRect, MAX (1, n));
      AmicusRect bounds = { 0.0, 0.0, -1.0, -1.0 };
      double area = 0.0;

      for (guint i = 0; i < n; i++)
        {
          rects[i] = (AmicusRect) { chance (rand, 0.0, 9.0), 0.0, chance (rand, 10.0, 200.0),
                                    chance (rand, 10.0, 200.0) };
          area += (rects[i].width + 10.0) * (rects[i].height + 10.0);
        }

      amicus_packing_arrange (rects, n, 10.0, 1.6);
      for (guint i = 0; i < n; i++)
        {
          AmicusRect grown = amicus_rect_grown (&rects[i], 9.99);

          amicus_rect_add (&bounds, &rects[i]);
          for (guint j = 0; j < i; j++)
            g_assert_false (amicus_rect_meets (&grown, &rects[j]));
        }
      if (n > 20)
        {
          g_assert_cmpfloat (bounds.width * bounds.height, <, 1.7 * area);
          g_assert_cmpfloat (bounds.width / bounds.height, >, 1.0);
          g_assert_cmpfloat (bounds.width / bounds.height, <, 2.4);
        }
    }
}

/* A turned, mirrored and shifted copy is found exactly, whatever the angle. */
static void
test_motion (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  AmicusPoint from[12], to[12];

  for (guint round = 0; round < 100; round++)
    {
      double angle = chance (rand, -G_PI, G_PI), sign = round % 2 ? -1.0 : 1.0;
      AmicusMotion motion;

      for (guint i = 0; i < G_N_ELEMENTS (from); i++)
        {
          double x = chance (rand, -500.0, 500.0), y = chance (rand, -500.0, 500.0);

          from[i] = (AmicusPoint) { x, y };
          to[i] = (AmicusPoint) { 70.0 + cos (angle) * sign * x - sin (angle) * y,
                                  -30.0 + sin (angle) * sign * x + cos (angle) * y };
        }

      motion = amicus_motion_fit (from, to, G_N_ELEMENTS (from), AMICUS_MOTION_TURN);
      for (guint i = 0; i < G_N_ELEMENTS (from); i++)
        {
          AmicusPoint moved = amicus_motion_apply (&motion, from[i]);

          g_assert_cmpfloat_with_epsilon (moved.x, to[i].x, 1e-6);
          g_assert_cmpfloat_with_epsilon (moved.y, to[i].y, 1e-6);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geometry/engine-words", test_engine_words);
  g_test_add_func ("/geometry/outlines", test_outlines);
  g_test_add_func ("/geometry/clip", test_clip);
  g_test_add_func ("/geometry/grid", test_grid);
  g_test_add_func ("/geometry/distances", test_distances);
  g_test_add_func ("/geometry/quadtree", test_quadtree);
  g_test_add_func ("/geometry/overlap", test_overlap);
  g_test_add_func ("/geometry/overlap-moves-little", test_overlap_moves_little);
  g_test_add_func ("/geometry/overlap-in-a-row", test_overlap_in_a_row);
  g_test_add_func ("/geometry/packing", test_packing);
  g_test_add_func ("/geometry/motion", test_motion);

  return g_test_run ();
}
