/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/room-private.h"

#include "layout/labels-private.h"
#include "layout/level-private.h"
#include "layout/outline-private.h"
#include "layout/overlap-private.h"

/* What is pushed is in the way of others; after so many times what is left is left. */
#define MAX_PUSHES 20
/* So much more than needed, so that a chain of boxes comes to rest. */
#define SPARE 1.5

/* How far apart the borders of two joined boxes should be. */
#define NEEDED_ROOM (AMICUS_TAIL_HIDDEN + AMICUS_LEAST_SHOWN + AMICUS_HEAD_HIDDEN + AMICUS_HEAD_GAP)
/* What a label takes of an upright line. Where there is no room for it on a line that lies, it has
 * its place above or below, and the picture need not grow. */
#define LABEL_ROOM 19.0

static double
part_to_move (const AmicusBox *box,
              const AmicusBox *other)
{
  return box->fixed ? 0.0 : other->fixed ? 1.0 : 0.5;
}

/* Apart along the axis on which they are farther apart already. */
static gboolean
push (AmicusBox *tail,
      AmicusBox *head,
      double     label_width)
{
  double dx = head->centre.x - tail->centre.x, dy = head->centre.y - tail->centre.y;
  double x = fabs (dx) - (tail->width + head->width) / 2.0;
  double y = fabs (dy) - (tail->height + head->height) / 2.0;
  gboolean beside = x > y;
  double needed = NEEDED_ROOM + (label_width > 0.0 && !beside ? LABEL_ROOM : 0.0);
  double lack = needed + SPARE - hypot (fmax (x, 0.0), fmax (y, 0.0));
  double way = copysign (fmax (lack, 0.0), beside ? dx : dy);
  double back = way * part_to_move (tail, head), on = way * part_to_move (head, tail);

  if (lack <= SPARE || (tail->fixed && head->fixed))
    return FALSE;

  *(beside ? &tail->centre.x : &tail->centre.y) -= back;
  *(beside ? &head->centre.x : &head->centre.y) += on;
  return TRUE;
}

static void
make_room (AmicusLevel  *level,
           GCancellable *cancellable)
{
  gboolean pushed = TRUE;

  for (guint n = 0; n < MAX_PUSHES && pushed && !g_cancellable_is_cancelled (cancellable); n++)
    {
      pushed = FALSE;
      for (guint k = 0; k < level->links->len; k++)
        {
          const AmicusLink *link = &g_array_index (level->links, AmicusLink, k);

          pushed |= push (&level->boxes[link->tail], &level->boxes[link->head], link->length);
        }
      if (pushed)
        amicus_overlap_remove (level->boxes, level->n, amicus_level_gap (level), cancellable);
    }
}

/**
 * amicus_room_make:
 * @request: a request
 * @nodes: (inout): centres of its nodes, none on another
 * @cancellable: (nullable): stops early
 *
 * Moves apart boxes between which a line would be so short that its pattern is not seen, from
 * inside to outside: in each group, then in the whole picture.
 */
void
amicus_room_make (AmicusLayoutRequest *request,
                  AmicusPoint         *nodes,
                  GCancellable        *cancellable)
{
  g_autoptr (AmicusNesting) nesting = amicus_nesting_new (request, nodes);

  for (guint l = nesting->n_levels; l > 0; l--)
    {
      make_room (&nesting->levels[l - 1], cancellable);
      amicus_nesting_fold (nesting, l - 1, FALSE);
    }
  amicus_overlap_remove (nesting->levels[0].boxes, nesting->levels[0].n,
                         amicus_level_gap (&nesting->levels[0]), cancellable);
  amicus_nesting_unfold (nesting, nodes);
}
