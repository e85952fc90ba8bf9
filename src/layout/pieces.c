/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/pieces-private.h"

#include "layout/box-private.h"
#include "layout/grid-private.h"

#define CELL 40.0

struct _AmicusPieces
{
  GArray *pieces;
  AmicusGrid *grid;
  GArray *found;
};

/**
 * amicus_pieces_new:
 * @bounds: where most of them will lie
 *
 * Returns: (transfer full): no pieces
 */
AmicusPieces *
amicus_pieces_new (const AmicusRect *bounds)
{
  AmicusPieces *self = g_new0 (AmicusPieces, 1);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (AmicusPiece));
  self->grid = amicus_grid_new (bounds, CELL, CELL);
  self->found = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

/**
 * amicus_pieces_free:
 * @self: (transfer full): pieces
 */
void
amicus_pieces_free (AmicusPieces *self)
{
  g_array_unref (self->pieces);
  amicus_grid_free (self->grid);
  g_array_unref (self->found);
  g_free (self);
}

/**
 * amicus_pieces_add:
 * @self: pieces
 * @flat: (element-type AmicusPoint): a flattened path
 * @edge: the relation that it draws
 */
void
amicus_pieces_add (AmicusPieces *self,
                   const GArray *flat,
                   guint32       edge)
{
  for (guint i = 1; i < flat->len; i++)
    {
      AmicusPoint from = g_array_index (flat, AmicusPoint, i - 1);
      AmicusPoint to = g_array_index (flat, AmicusPoint, i);
      AmicusPiece piece = { from, to, edge };
      AmicusRect rect = { fmin (from.x, to.x), fmin (from.y, to.y), fabs (from.x - to.x),
                          fabs (from.y - to.y) };

      amicus_grid_add (self->grid, &rect, self->pieces->len);
      g_array_append_val (self->pieces, piece);
    }
}

/**
 * amicus_pieces_cut:
 * @self: pieces
 * @rect: a rectangle
 * @cut: (element-type AmicusPiece) (out): replaced by the pieces that go through it
 */
void
amicus_pieces_cut (const AmicusPieces *self,
                   const AmicusRect   *rect,
                   GArray             *cut)
{
  g_array_set_size (cut, 0);
  amicus_grid_find (self->grid, rect, self->found);
  for (guint k = 0; k < self->found->len; k++)
    {
      guint32 i = g_array_index (self->found, guint32, k);
      const AmicusPiece *piece = &g_array_index (self->pieces, AmicusPiece, i);

      if (amicus_rect_cut (rect, piece->from, piece->to))
        g_array_append_vals (cut, piece, 1);
    }
}
