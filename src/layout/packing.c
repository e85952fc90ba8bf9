/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/packing-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How many widths are tried, each wider by this factor. */
#define N_WIDTHS 14
#define WIDER 1.12

/* A level stretch of the outline that the rectangles placed so far have below. */
typedef struct
{
  double x;
  double width;
  double y;
} Step;

typedef struct
{
  guint32 index;
  double width;
  double height;
} Piece;

/* Tallest first, then widest, then as they came. */
static int
compare_pieces (gconstpointer a,
                gconstpointer b)
{
  const Piece *one = a, *other = b;

  if (one->height > other->height || one->height < other->height)
    return one->height > other->height ? -1 : 1;
  if (one->width > other->width || one->width < other->width)
    return one->width > other->width ? -1 : 1;
  return one->index < other->index ? -1 : 1;
}

/* How high a piece must be set whose left end is at step @i, or infinity where it is too wide. */
static double
resting_height (const GArray *skyline,
                guint         i,
                double        width,
                double        total_width)
{
  double right = g_array_index (skyline, Step, i).x + width;
  double y = 0.0;

  if (right > total_width + 1e-6)
    return G_MAXDOUBLE;

  for (; i < skyline->len && g_array_index (skyline, Step, i).x < right - 1e-6; i++)
    y = fmax (y, g_array_index (skyline, Step, i).y);

  return y;
}

/* Covers the steps below a new piece that begins at step @i. */
static void
raise_skyline (GArray *skyline,
               guint   i,
               double  width,
               double  y)
{
  Step raised = { g_array_index (skyline, Step, i).x, width, y };
  double right = raised.x + width;
  guint covered = i;

  while (covered < skyline->len)
    {
      Step *step = &g_array_index (skyline, Step, covered);

      if (step->x + step->width > right + 1e-6)
        {
          step->width -= fmax (0.0, right - step->x);
          step->x = fmax (step->x, right);
          break;
        }
      covered++;
    }

  g_array_remove_range (skyline, i, covered - i);
  g_array_insert_val (skyline, i, raised);
}

/* Sets every piece at the highest place, then leftmost, in a strip. Returns the height used. */
static double
fill_strip (const Piece *pieces,
            guint        n,
            double       total_width,
            AmicusPoint *places)
{
  g_autoptr (GArray) skyline = g_array_new (FALSE, FALSE, sizeof (Step));
  Step ground = { 0.0, total_width, 0.0 };
  double height = 0.0;

  g_array_append_val (skyline, ground);
  for (guint k = 0; k < n; k++)
    {
      double lowest = G_MAXDOUBLE;
      guint best = 0;

      for (guint i = 0; i < skyline->len; i++)
        {
          double y = resting_height (skyline, i, pieces[k].width, total_width);

          if (y < lowest - 1e-6)
            {
              lowest = y;
              best = i;
            }
        }

      places[k] = (AmicusPoint) { g_array_index (skyline, Step, best).x, lowest };
      raise_skyline (skyline, best, pieces[k].width, lowest + pieces[k].height);
      height = fmax (height, lowest + pieces[k].height);
    }

  return height;
}

static double
used_width (const Piece       *pieces,
            guint              n,
            const AmicusPoint *places)
{
  double width = 0.0;

  for (guint k = 0; k < n; k++)
    width = fmax (width, places[k].x + pieces[k].width);

  return width;
}

/**
 * amicus_packing_cost:
 * @width: a width
 * @height: a height
 * @aspect: wished width over height
 *
 * Returns: how large the area of a picture of the wished shape must be to hold the two
 */
double
amicus_packing_cost (double width,
                     double height,
                     double aspect)
{
  double frame_height = fmax (width / aspect, height);

  return frame_height * frame_height * aspect;
}

static void
fill_best_strip (const Piece *pieces,
                 guint        n,
                 double       aspect,
                 AmicusPoint *places)
{
  g_autofree AmicusPoint *tried = g_new (AmicusPoint, n);
  double widest = 0.0, area = 0.0, best_cost = G_MAXDOUBLE, strip;

  for (guint k = 0; k < n; k++)
    {
      widest = fmax (widest, pieces[k].width);
      area += pieces[k].width * pieces[k].height;
    }

  strip = fmax (widest, sqrt (area * aspect) * 0.8);
  for (guint i = 0; i < N_WIDTHS; i++, strip *= WIDER)
    {
      double height = fill_strip (pieces, n, strip, tried);
      double cost = amicus_packing_cost (used_width (pieces, n, tried), height, aspect);

      if (cost < best_cost - 1e-6)
        {
          best_cost = cost;
          memcpy (places, tried, sizeof (AmicusPoint) * n);
        }
    }
}

/**
 * amicus_packing_arrange:
 * @rects: (inout): rectangles; where they lie is changed, their size is not
 * @n: their number
 * @gap: least distance between two, in points
 * @aspect: wished width over height of the whole
 *
 * Packs rectangles, the tallest first, below a skyline. Several widths are tried; the one that
 * needs the smallest picture of the wished shape is taken. The top left is at 0, 0.
 */
void
amicus_packing_arrange (AmicusRect *rects,
                        guint       n,
                        double      gap,
                        double      aspect)
{
  g_autofree Piece *pieces = g_new (Piece, n);
  g_autofree AmicusPoint *places = g_new (AmicusPoint, n);

  if (n == 0)
    return;

  for (guint i = 0; i < n; i++)
    pieces[i] = (Piece) { i, rects[i].width + gap, rects[i].height + gap };
  qsort (pieces, n, sizeof (Piece), compare_pieces);

  fill_best_strip (pieces, n, aspect, places);
  for (guint k = 0; k < n; k++)
    {
      rects[pieces[k].index].x = places[k].x;
      rects[pieces[k].index].y = places[k].y;
    }
}
