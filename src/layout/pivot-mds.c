/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/pivots-private.h"

#include <math.h>

#define N_POWER_STEPS 100

/* The squared distances, centred by rows and columns: n rows of n_pivots. */
static float *
centred_squares (const AmicusPivots *pivots)
{
  gsize n = pivots->n, k = pivots->n_pivots;
  float *c = g_new (float, n *k);
  g_autofree double *column_means = g_new0 (double, k);
  double mean = 0.0;

  for (gsize i = 0; i < n * k; i++)
    {
      c[i] = pivots->distances[i] * pivots->distances[i];
      column_means[i % k] += c[i] / (double) n;
    }
  for (gsize p = 0; p < k; p++)
    mean += column_means[p] / (double) k;

  for (gsize i = 0; i < n; i++)
    {
      float *row = c + i * k;
      double row_mean = 0.0;

      for (gsize p = 0; p < k; p++)
        row_mean += row[p] / (double) k;
      for (gsize p = 0; p < k; p++)
        row[p] = (float) (-0.5 * (row[p] - row_mean - column_means[p] + mean));
    }

  return c;
}

/* The k by k matrix of the products of columns. */
static double *
column_products (const float *c,
                 gsize        n,
                 gsize        k)
{
  double *b = g_new0 (double, k *k);

  for (gsize i = 0; i < n; i++)
    for (gsize p = 0; p < k; p++)
      for (gsize q = 0; q <= p; q++)
        b[p * k + q] += (double) c[i * k + p] * c[i * k + q];

  for (gsize p = 0; p < k; p++)
    for (gsize q = 0; q < p; q++)
      b[q * k + p] = b[p * k + q];

  return b;
}

static double
dot_product (const double *a,
             const double *b,
             gsize         k)
{
  double sum = 0.0;

  for (gsize p = 0; p < k; p++)
    sum += a[p] * b[p];

  return sum;
}

/* Takes away what @vector has in common with @other, if given, and gives it length 1. */
static void
make_orthonormal (double       *vector,
                  const double *other,
                  gsize         k)
{
  double common = other != NULL ? dot_product (vector, other, k) : 0.0;
  double length;

  for (gsize p = 0; other != NULL && p < k; p++)
    vector[p] -= common * other[p];

  length = sqrt (dot_product (vector, vector, k));
  for (gsize p = 0; p < k; p++)
    vector[p] = length > 1e-12 ? vector[p] / length : 0.0;
}

/* The direction of greatest spread that is orthogonal to @other, by power iteration. */
static double *
main_direction (const double *b,
                const double *other,
                gsize         k)
{
  double *vector = g_new (double, k);
  g_autofree double *product = g_new (double, k);

  for (gsize p = 0; p < k; p++)
    vector[p] = 1.0 + 0.37 * (double) (p % 7) - 0.11 * (double) (p % 3);
  make_orthonormal (vector, other, k);

  for (int step = 0; step < N_POWER_STEPS; step++)
    {
      for (gsize p = 0; p < k; p++)
        product[p] = dot_product (b + p * k, vector, k);
      memcpy (vector, product, sizeof (double) * k);
      make_orthonormal (vector, other, k);
    }

  return vector;
}

/* Both coordinates are to have the scale of the distances: the pivots' matrix only gives shape. */
static void
fit_scale (const AmicusPivots *pivots,
           AmicusPoint        *points)
{
  double drawn = 0.0, wanted = 0.0, scale;

  for (gsize i = 0; i < pivots->n; i++)
    for (gsize p = 0; p < pivots->n_pivots; p++)
      {
        const AmicusPoint *pivot = &points[pivots->nodes[p]];

        drawn += hypot (points[i].x - pivot->x, points[i].y - pivot->y);
        wanted += pivots->distances[i * pivots->n_pivots + p];
      }

  scale = drawn > 1e-9 ? wanted / drawn : 1.0;
  for (gsize i = 0; i < pivots->n; i++)
    {
      points[i].x *= scale;
      points[i].y *= scale;
    }
}

/**
 * amicus_pivot_mds:
 * @pivots: pivots of a connected network
 * @points: (out): places for its nodes
 *
 * A first drawing: classical scaling of the distances to a few pivots (Brandes and Pich,
 * “Eigensolver methods for progressive multidimensional scaling of large data”, 2007).
 */
void
amicus_pivot_mds (const AmicusPivots *pivots,
                  AmicusPoint        *points)
{
  gsize n = pivots->n, k = pivots->n_pivots;
  g_autofree float *c = centred_squares (pivots);
  g_autofree double *b = column_products (c, n, k);
  g_autofree double *first = main_direction (b, NULL, k);
  g_autofree double *second = main_direction (b, first, k);

  for (gsize i = 0; i < n; i++)
    {
      points[i] = (AmicusPoint) { 0.0, 0.0 };
      for (gsize p = 0; p < k; p++)
        {
          points[i].x += c[i * k + p] * first[p];
          points[i].y += c[i * k + p] * second[p];
        }
    }

  fit_scale (pivots, points);
}
