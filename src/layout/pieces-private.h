/* SPDX-License-Identifier: GPL-3.0-or-later
 * The straight pieces of flattened relations, to find what a rectangle would cover. */

#pragma once

#include "base/geometry.h"

/**
 * AmicusPiece:
 * @from: one end
 * @to: the other
 * @edge: of which relation
 */
typedef struct
{
  AmicusPoint from;
  AmicusPoint to;
  guint32 edge;
} AmicusPiece;

typedef struct _AmicusPieces AmicusPieces;

AmicusPieces *amicus_pieces_new  (const AmicusRect   *bounds) G_GNUC_WARN_UNUSED_RESULT;
void          amicus_pieces_free (AmicusPieces       *self);

void          amicus_pieces_add  (AmicusPieces       *self,
                                  const GArray       *flat,
                                  guint32             edge);
/* What @rect covers; AmicusPiece elements, replaced. */
void          amicus_pieces_cut  (const AmicusPieces *self,
                                  const AmicusRect   *rect,
                                  GArray             *cut);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusPieces, amicus_pieces_free)
