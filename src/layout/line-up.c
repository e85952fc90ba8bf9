/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/level-private.h"

#include "layout/packing-private.h"

static AmicusPoint
cell_size (const AmicusLevel *level)
{
  AmicusPoint cell = { 0.0, 0.0 };

  for (guint i = 0; i < level->n; i++)
    {
      cell.x = fmax (cell.x, level->boxes[i].width + AMICUS_BOX_GAP);
      cell.y = fmax (cell.y, level->boxes[i].height + AMICUS_BOX_GAP);
    }

  return cell;
}

static guint
best_columns (guint       n,
              AmicusPoint cell,
              double      aspect)
{
  double best_cost = G_MAXDOUBLE;
  guint best = 1;

  for (guint columns = 1; columns <= n; columns++)
    {
      guint rows = (n + columns - 1) / columns;
      double cost = amicus_packing_cost (columns * cell.x, rows * cell.y, aspect);

      if (cost < best_cost)
        {
          best_cost = cost;
          best = columns;
        }
    }

  return best;
}

/**
 * amicus_level_line_up:
 * @level: a level without links
 * @aspect: wished width over height
 *
 * Sets boxes that have nothing to do with each other in rows and columns around 0, 0, row by row.
 * All cells are equal, so that boxes may be exchanged. Nothing happens where something is fixed.
 */
void
amicus_level_line_up (AmicusLevel *level,
                      double       aspect)
{
  AmicusPoint cell = cell_size (level);
  guint rows;

  if (level->n == 0 || amicus_level_is_fixed (level))
    return;

  level->n_columns = best_columns (level->n, cell, aspect);
  rows = (level->n + level->n_columns - 1) / level->n_columns;
  for (guint i = 0; i < level->n; i++)
    level->boxes[i].centre =
      (AmicusPoint) { cell.x * (i % level->n_columns - (level->n_columns - 1) / 2.0),
                      cell.y * (i / level->n_columns - (rows - 1) / 2.0) };
}
