/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing/rtree.h"

#include <math.h>

static gboolean
boxes_meet (const AmicusRect *a,
            const AmicusRect *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height &&
         b->y <= a->y + a->height;
}

static AmicusRect
random_box (GRand *rand,
            double extent)
{
  return (AmicusRect) {
    g_rand_double_range (rand, -1000, 1000),
    g_rand_double_range (rand, -1000, 1000),
    g_rand_double_range (rand, 0, extent),
    g_rand_double_range (rand, 0, extent),
  };
}

/* The tree rounds outwards, to a few millionths of the coordinates. */
static gboolean
boxes_nearly_meet (const AmicusRect *a,
                   const AmicusRect *b)
{
  AmicusRect grown = { a->x - 1e-3, a->y - 1e-3, a->width + 2e-3, a->height + 2e-3 };

  return boxes_meet (&grown, b);
}

static int
compare (const void *a,
         const void *b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return first < second ? -1 : first > second;
}

static void
check_area (const AmicusRtree *tree,
            const AmicusRect  *boxes,
            guint              n_boxes,
            const AmicusRect  *area)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint next = 0;

  amicus_rtree_query (tree, area, found);
  g_array_sort (found, compare);
  for (guint i = 0; i < n_boxes; i++)
    {
      gboolean is_found = next < found->len && g_array_index (found, guint32, next) == i;

      if (is_found)
        {
          g_assert_true (boxes_nearly_meet (&boxes[i], area));
          next++;
        }
      else
        {
          g_assert_false (boxes_meet (&boxes[i], area));
        }
    }
  g_assert_cmpuint (next, ==, found->len);
}

/* The oracle looks at every box. */
static void
test_oracle (void)
{
  static const guint counts[] = { 0, 1, 2, 15, 16, 17, 255, 256, 257, 5000 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      guint n = counts[i];
      g_autofree AmicusRect *boxes = g_new (AmicusRect, MAX (n, 1));
      g_autoptr (AmicusRtree) tree = NULL;

      for (guint j = 0; j < n; j++)
        boxes[j] = random_box (rand, 60);
      tree = amicus_rtree_new (boxes, n);
      for (guint j = 0; j < 200; j++)
        {
          AmicusRect area = random_box (rand, j % 2 == 0 ? 2000 : 30);

          check_area (tree, boxes, n, &area);
        }
    }
}

static void
test_equal_boxes (void)
{
  AmicusRect boxes[100];
  AmicusRect area = { 1, 1, 1, 1 };
  g_autoptr (AmicusRtree) tree = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    boxes[i] = (AmicusRect) { 0, 0, 2, 2 };
  tree = amicus_rtree_new (boxes, G_N_ELEMENTS (boxes));
  check_area (tree, boxes, G_N_ELEMENTS (boxes), &area);
}

/* What has no extent is passed over, and asking with nonsense finds nothing. */
static void
test_nonsense (void)
{
  const AmicusRect boxes[] = {
    { 0, 0, -1, -1 },
    { NAN, 0, 1, 1 },
    { 0, 0, INFINITY, 1 },
    { 5, 5, 1, 1 },
  };
  const AmicusRect everywhere = { -1e7, -1e7, 2e7, 2e7 };
  const AmicusRect nowhere = { NAN, 0, 1, 1 };
  g_autoptr (AmicusRtree) tree = amicus_rtree_new (boxes, G_N_ELEMENTS (boxes));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));

  amicus_rtree_query (tree, &nowhere, found);
  g_assert_cmpuint (found->len, ==, 0);
  amicus_rtree_query (tree, &everywhere, found);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (g_array_index (found, guint32, 0), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rtree/oracle", test_oracle);
  g_test_add_func ("/rtree/equal-boxes", test_equal_boxes);
  g_test_add_func ("/rtree/nonsense", test_nonsense);

  return g_test_run ();
}
