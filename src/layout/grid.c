/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/grid-private.h"

#include <math.h>
#include <string.h>

/* The side of the grid in cells; beyond the border the outermost cells go on for ever. */
#define MAX_SIDE 1024

#define NO_ENTRY G_MAXUINT32

/* One item in one cell; @column and @row are the first cell of the item. */
typedef struct
{
  guint32 item;
  guint32 next;
  guint16 column;
  guint16 row;
} Entry;

struct _AmicusGrid
{
  AmicusPoint origin;
  double cell_width;
  double cell_height;
  guint n_columns;
  guint n_rows;
  guint32 *heads;
  GArray *entries;
};

typedef struct
{
  guint left;
  guint top;
  guint right;
  guint bottom;
} CellRange;

static guint
cell_count (double extent,
            double *cell)
{
  *cell = fmax (*cell, 1e-3);
  if (extent / *cell > MAX_SIDE - 1)
    *cell = extent / (MAX_SIDE - 1);

  return (guint) (fmax (extent, 0.0) / *cell) + 1;
}

/**
 * amicus_grid_new:
 * @bounds: where most items will lie
 * @cell_width: about the width of an item
 * @cell_height: about its height
 *
 * Returns: (transfer full): an empty grid
 */
AmicusGrid *
amicus_grid_new (const AmicusRect *bounds,
                 double            cell_width,
                 double            cell_height)
{
  AmicusGrid *self = g_new0 (AmicusGrid, 1);
  gsize size;

  self->origin = (AmicusPoint) { bounds->x, bounds->y };
  self->cell_width = cell_width;
  self->cell_height = cell_height;
  self->n_columns = cell_count (bounds->width, &self->cell_width);
  self->n_rows = cell_count (bounds->height, &self->cell_height);

  size = sizeof (guint32) * self->n_columns * self->n_rows;
  self->heads = g_malloc (size);
  memset (self->heads, 0xff, size);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  return self;
}

/**
 * amicus_grid_free:
 * @self: (transfer full): a grid
 */
void
amicus_grid_free (AmicusGrid *self)
{
  g_free (self->heads);
  g_array_unref (self->entries);
  g_free (self);
}

static guint
cell_of (double offset,
         double cell,
         guint  n_cells)
{
  return (guint) CLAMP (offset / cell, 0.0, n_cells - 1.0);
}

static CellRange
cells_of_rect (const AmicusGrid *self,
               const AmicusRect *rect)
{
  double x = rect->x - self->origin.x;
  double y = rect->y - self->origin.y;

  return (CellRange) { cell_of (x, self->cell_width, self->n_columns),
                       cell_of (y, self->cell_height, self->n_rows),
                       cell_of (x + rect->width, self->cell_width, self->n_columns),
                       cell_of (y + rect->height, self->cell_height, self->n_rows) };
}

/**
 * amicus_grid_add:
 * @self: a grid
 * @rect: where the item lies
 * @item: its number
 */
void
amicus_grid_add (AmicusGrid       *self,
                 const AmicusRect *rect,
                 guint32           item)
{
  CellRange cells = cells_of_rect (self, rect);

  for (guint row = cells.top; row <= cells.bottom; row++)
    for (guint column = cells.left; column <= cells.right; column++)
      {
        guint32 *head = &self->heads[row * self->n_columns + column];
        Entry entry = { item, *head, (guint16) cells.left, (guint16) cells.top };

        *head = self->entries->len;
        g_array_append_val (self->entries, entry);
      }
}

/**
 * amicus_grid_find:
 * @self: a grid
 * @rect: where to look
 * @items: (element-type guint32) (out): replaced by the items in the cells that @rect touches,
 *   each once; they need not meet @rect itself
 */
void
amicus_grid_find (const AmicusGrid *self,
                  const AmicusRect *rect,
                  GArray           *items)
{
  CellRange cells = cells_of_rect (self, rect);

  g_array_set_size (items, 0);
  for (guint row = cells.top; row <= cells.bottom; row++)
    for (guint column = cells.left; column <= cells.right; column++)
      for (guint32 i = self->heads[row * self->n_columns + column]; i != NO_ENTRY;)
        {
          const Entry *entry = &g_array_index (self->entries, Entry, i);

          /* An item that both cover in many cells is told in the first of these. */
          if (MAX (entry->column, cells.left) == column && MAX (entry->row, cells.top) == row)
            g_array_append_val (items, entry->item);
          i = entry->next;
        }
}
