/* SPDX-License-Identifier: GPL-3.0-or-later
 * Numbers that look random and are the same on every run: splitmix64 (Steele, Lea, Flood 2014). */

#pragma once

#include <glib.h>

static inline guint64
amicus_random_next (guint64 *state)
{
  guint64 z = (*state += 0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

/* Below @n, which is not 0. */
static inline guint32
amicus_random_below (guint64 *state,
                     guint32  n)
{
  return (guint32) (((amicus_random_next (state) >> 32) * n) >> 32);
}

/* From -1 to 1. */
static inline double
amicus_random_signed (guint64 *state)
{
  return (double) (amicus_random_next (state) >> 11) * 0x1p-52 - 1.0;
}

static inline void
amicus_random_shuffle (guint64 *state,
                       guint32 *values,
                       guint    n)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = amicus_random_below (state, i);
      guint32 kept = values[i - 1];

      values[i - 1] = values[j];
      values[j] = kept;
    }
}
