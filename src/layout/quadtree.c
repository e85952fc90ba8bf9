/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/quadtree-private.h"

#include <math.h>
#include <string.h>

#define LEVELS 16
#define LEAF_SIZE 4
#define RADIX_BITS 8
#define RADIX (1u << RADIX_BITS)

/* Bit i of @value goes to bit 2i. */
static guint32
spread_bits (guint32 value)
{
  value = (value | (value << 8)) & 0x00ff00ff;
  value = (value | (value << 4)) & 0x0f0f0f0f;
  value = (value | (value << 2)) & 0x33333333;
  return (value | (value << 1)) & 0x55555555;
}

/* Places on a curve that goes through the quarters one after the other (Morton 1966). */
static double
morton_codes (const AmicusPoint *points,
              guint              n,
              guint32           *codes)
{
  AmicusPoint low = points[0], high = points[0];
  double size, scale;

  for (guint i = 1; i < n; i++)
    {
      low.x = fmin (low.x, points[i].x);
      low.y = fmin (low.y, points[i].y);
      high.x = fmax (high.x, points[i].x);
      high.y = fmax (high.y, points[i].y);
    }

  size = fmax (fmax (high.x - low.x, high.y - low.y), 1e-6);
  scale = ((1 << LEVELS) - 1) / size;
  for (guint i = 0; i < n; i++)
    codes[i] = spread_bits ((guint32) ((points[i].x - low.x) * scale))
               | spread_bits ((guint32) ((points[i].y - low.y) * scale)) << 1;

  return size;
}

/* Sorts @order by code, leaving @codes in that order too. */
static void
sort_by_code (guint32 *codes,
              guint32 *order,
              guint    n)
{
  g_autofree guint32 *other_codes = g_new (guint32, n);
  g_autofree guint32 *other_order = g_new (guint32, n);

  for (guint shift = 0; shift < 32; shift += RADIX_BITS)
    {
      guint32 ends[RADIX + 1] = { 0 };

      for (guint i = 0; i < n; i++)
        ends[((codes[i] >> shift) & (RADIX - 1)) + 1]++;
      for (guint digit = 0; digit < RADIX; digit++)
        ends[digit + 1] += ends[digit];
      for (guint i = 0; i < n; i++)
        {
          guint32 place = ends[(codes[i] >> shift) & (RADIX - 1)]++;

          other_codes[place] = codes[i];
          other_order[place] = order[i];
        }
      memcpy (codes, other_codes, sizeof (guint32) * n);
      memcpy (order, other_order, sizeof (guint32) * n);
    }
}

/* A run of points whose codes begin alike. */
typedef struct
{
  guint32 begin;
  guint32 end;
  guint level;
} Run;

static AmicusQuad
quad_of_run (const Run         *run,
             const AmicusPoint *points,
             double             size)
{
  AmicusQuad quad = { .mass = run->end - run->begin,
                      .first = run->begin,
                      .size = size / (1 << run->level),
                      .next = run->level,
                      .is_leaf = run->end - run->begin <= LEAF_SIZE || run->level == LEVELS };

  for (guint32 i = run->begin; i < run->end; i++)
    {
      quad.centre.x += points[i].x;
      quad.centre.y += points[i].y;
    }
  quad.centre.x /= quad.mass;
  quad.centre.y /= quad.mass;

  return quad;
}

/* Puts the quarters of @run on the stack, the last one first. */
static void
push_quarters (GArray        *stack,
               const Run     *run,
               const guint32 *codes)
{
  guint shift = 2 * (LEVELS - 1 - run->level);
  guint32 end = run->end;

  while (end > run->begin)
    {
      guint32 quarter = (codes[end - 1] >> shift) & 3;
      Run inner = { end, end, run->level + 1 };

      while (inner.begin > run->begin && ((codes[inner.begin - 1] >> shift) & 3) == quarter)
        inner.begin--;
      g_array_append_val (stack, inner);
      end = inner.begin;
    }
}

/* Until here `next` holds the level; the next quad at the same or an outer level follows. */
static void
link_quads (AmicusQuad *quads,
            guint       n_quads)
{
  guint32 next_at[LEVELS + 1];

  for (guint level = 0; level <= LEVELS; level++)
    next_at[level] = n_quads;

  for (guint i = n_quads; i > 0; i--)
    {
      guint level = quads[i - 1].next;

      quads[i - 1].next = next_at[level];
      for (guint inner = level; inner <= LEVELS; inner++)
        next_at[inner] = i - 1;
    }
}

/**
 * amicus_quadtree_new:
 * @points: points
 * @n: their number, at least 1
 *
 * Returns: (transfer full): the tree that holds them
 */
AmicusQuadtree *
amicus_quadtree_new (const AmicusPoint *points,
                     guint              n)
{
  AmicusQuadtree *self = g_new0 (AmicusQuadtree, 1);
  g_autofree guint32 *codes = g_new (guint32, n);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Run));
  GArray *quads = g_array_new (FALSE, FALSE, sizeof (AmicusQuad));
  Run all = { 0, n, 0 };
  double size = morton_codes (points, n, codes);

  self->order = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    self->order[i] = i;
  sort_by_code (codes, self->order, n);
  self->points = g_new (AmicusPoint, n);
  for (guint i = 0; i < n; i++)
    self->points[i] = points[self->order[i]];

  g_array_append_val (stack, all);
  while (stack->len > 0)
    {
      Run run = g_array_index (stack, Run, stack->len - 1);
      AmicusQuad quad = quad_of_run (&run, self->points, size);

      g_array_set_size (stack, stack->len - 1);
      g_array_append_val (quads, quad);
      if (!quad.is_leaf)
        push_quarters (stack, &run, codes);
    }

  self->n_quads = quads->len;
  self->quads = (AmicusQuad *) (gpointer) g_array_free (quads, FALSE);
  link_quads (self->quads, self->n_quads);

  return self;
}

/**
 * amicus_quadtree_free:
 * @self: (transfer full): a tree
 */
void
amicus_quadtree_free (AmicusQuadtree *self)
{
  g_free (self->quads);
  g_free (self->order);
  g_free (self->points);
  g_free (self);
}
