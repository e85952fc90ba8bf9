/* SPDX-License-Identifier: GPL-3.0-or-later
 * A keyed hash: who writes a file cannot make its words collide in our tables. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Random bits that a table draws when it is made; odd, so never zero. */
static inline guint64
amicus_hash_secret (void)
{
  return (guint64) g_random_int () << 32 | g_random_int () | 1;
}

/* Both halves of the product of two words, each of which should hold a secret (Wang Yi, "wyhash",
 * 2019). A plain product would not do: there the highest bits of a word change little, and what
 * they change can be undone by the next word, whatever the secret. */
static inline guint64
amicus_hash_mix (guint64 a,
                 guint64 b)
{
  __extension__ typedef unsigned __int128 Product;
  Product product = (Product) a * b;

  return (guint64) (product >> 64) ^ (guint64) product;
}

G_END_DECLS
