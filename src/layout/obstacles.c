/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/obstacles-private.h"

#include "layout/box-private.h"
#include "layout/hull-private.h"

/* Long pieces are looked at bit by bit, for the box around all of one may hold many cards. */
#define STRIDE 120.0

static void
find_rects (AmicusObstacles           *self,
            const AmicusLayoutRequest *request,
            const AmicusPlacement     *placement)
{
  for (guint i = 0; i < request->n_nodes; i++)
    {
      AmicusBox box = { placement->nodes[i], request->nodes[i].width, request->nodes[i].height,
                        FALSE };

      self->rects[i] = amicus_box_rect (&box);
    }

  for (guint g = 0; g < request->n_groups; g++)
    self->rects[request->n_nodes + g] = amicus_hull_title (&placement->groups[g],
                                                           &request->groups[g]);
}

/**
 * amicus_obstacles_new:
 * @request: a request
 * @placement: its placement, with nodes and hulls
 *
 * Returns: (transfer full): what relations go round
 */
AmicusObstacles *
amicus_obstacles_new (const AmicusLayoutRequest *request,
                      const AmicusPlacement     *placement)
{
  AmicusObstacles *self = g_new0 (AmicusObstacles, 1);
  AmicusRect bounds = { 0.0, 0.0, -1.0, -1.0 };

  self->n_cards = request->n_nodes;
  self->n = self->n_heeded = request->n_nodes + request->n_groups;
  self->rects = g_new (AmicusRect, MAX (1, self->n));
  self->found = g_array_new (FALSE, FALSE, sizeof (guint32));
  find_rects (self, request, placement);

  for (guint i = 0; i < self->n; i++)
    amicus_rect_add (&bounds, &self->rects[i]);
  self->grid = amicus_grid_new (&bounds, 120.0, 60.0);
  for (guint i = 0; i < self->n; i++)
    if (!amicus_rect_is_empty (&self->rects[i]))
      amicus_grid_add (self->grid, &self->rects[i], i);

  return self;
}

/**
 * amicus_obstacles_free:
 * @self: (transfer full): obstacles
 */
void
amicus_obstacles_free (AmicusObstacles *self)
{
  amicus_grid_free (self->grid);
  g_array_unref (self->found);
  g_free (self->rects);
  g_free (self);
}

static guint32
first_near (AmicusObstacles *self,
            AmicusPoint      from,
            AmicusPoint      to,
            double           margin,
            const guint32    ends[2])
{
  AmicusRect around = { fmin (from.x, to.x), fmin (from.y, to.y), fabs (from.x - to.x),
                        fabs (from.y - to.y) };
  guint32 first = AMICUS_NO_INDEX;

  around = amicus_rect_grown (&around, margin);
  amicus_grid_find (self->grid, &around, self->found);
  for (guint k = 0; k < self->found->len; k++)
    {
      guint32 card = g_array_index (self->found, guint32, k);
      gboolean is_end = card == ends[0] || card == ends[1];
      AmicusRect rect = amicus_rect_grown (&self->rects[card], is_end ? -0.5 : margin);

      if (card < MIN (first, self->n_heeded) && amicus_rect_cut (&rect, from, to))
        first = card;
    }

  return first;
}

/**
 * amicus_obstacles_first:
 * @self: obstacles
 * @from: one end of a straight piece
 * @to: its other end
 * @margin: what to keep from cards, in points; those at the ends of the relation may be touched
 * @ends: the cards at the ends of the relation, or numbers beyond those of cards
 *
 * Returns: a card that the piece goes through, one of the first on the way, or %AMICUS_NO_INDEX
 */
guint32
amicus_obstacles_first (AmicusObstacles *self,
                        AmicusPoint      from,
                        AmicusPoint      to,
                        double           margin,
                        const guint32    ends[2])
{
  guint n_strides = 1 + (guint) (fmin (hypot (to.x - from.x, to.y - from.y), 1e6) / STRIDE);
  AmicusPoint begin = from;
  guint32 first = AMICUS_NO_INDEX;

  for (guint i = 1; i <= n_strides && first == AMICUS_NO_INDEX; i++)
    {
      double part = (double) i / n_strides;
      AmicusPoint end = { from.x + part * (to.x - from.x), from.y + part * (to.y - from.y) };

      first = first_near (self, begin, end, margin, ends);
      begin = end;
    }

  return first;
}
