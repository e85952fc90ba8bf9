/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/maze-private.h"

#include "layout/box-private.h"

/* How far one looks from a corner at first; farther until enough is seen. */
#define FIRST_SIGHT 250.0
#define LAST_SIGHT 1e5
#define ENOUGH_CORNERS 24

/* What is known of a corner in the search at hand. */
typedef struct
{
  double cost;
  guint32 previous;
  gboolean open;            /* reached, and not gone on from since */
} Mark;

struct _AmicusMaze
{
  AmicusObstacles *obstacles;
  guint n_corners;          /* corner k of card i is 4i + k */
  GArray **seen;            /* from each corner, once looked at: corners that can be seen */
  Mark *marks;              /* one more, for the end */
  GArray *open;             /* corners that are */
};

/**
 * amicus_maze_corner:
 * @rect: the box of a card
 * @corner: which corner, 0 to 3
 * @out: how far outside
 *
 * Returns: the place outside of the corner
 */
AmicusPoint
amicus_maze_corner (const AmicusRect *rect,
                    guint             corner,
                    double            out)
{
  return (AmicusPoint) { corner & 1 ? rect->x + rect->width + out : rect->x - out,
                         corner & 2 ? rect->y + rect->height + out : rect->y - out };
}

/**
 * amicus_maze_new:
 * @obstacles: (transfer none): the cards; must outlive the maze
 *
 * Returns: (transfer full): a maze; what can be seen from where is found out when needed
 */
AmicusMaze *
amicus_maze_new (AmicusObstacles *obstacles)
{
  AmicusMaze *self = g_new0 (AmicusMaze, 1);

  self->obstacles = obstacles;
  self->n_corners = 4 * obstacles->n;
  self->seen = g_new0 (GArray *, MAX (1, self->n_corners));
  self->marks = g_new (Mark, self->n_corners + 1);
  self->open = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

/**
 * amicus_maze_free:
 * @self: (transfer full): a maze
 */
void
amicus_maze_free (AmicusMaze *self)
{
  for (guint i = 0; i < self->n_corners; i++)
    g_clear_pointer (&self->seen[i], g_array_unref);
  g_free (self->seen);
  g_free (self->marks);
  g_array_unref (self->open);
  g_free (self);
}

static AmicusPoint
place_of (const AmicusMaze *self,
          guint32           corner)
{
  return amicus_maze_corner (&self->obstacles->rects[corner / 4], corner % 4, AMICUS_MAZE_CORNER);
}

static void
look_so_far (AmicusMaze   *self,
             AmicusPoint   from,
             double        sight,
             const guint32 ends[2],
             GArray       *seen)
{
  AmicusRect around = { from.x, from.y, 0.0, 0.0 };
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (guint32));

  around = amicus_rect_grown (&around, sight);
  amicus_grid_find (self->obstacles->grid, &around, near);
  for (guint i = 0; i < near->len; i++)
    for (guint k = 0; k < 4; k++)
      {
        guint32 corner = 4 * g_array_index (near, guint32, i) + k;

        if (amicus_obstacles_first (self->obstacles, from, place_of (self, corner),
                                    AMICUS_MAZE_MARGIN, ends) == AMICUS_NO_INDEX)
          g_array_append_val (seen, corner);
      }
}

static GArray *
look_around (AmicusMaze   *self,
             AmicusPoint   from,
             const guint32 ends[2])
{
  GArray *seen = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (double sight = FIRST_SIGHT; sight < LAST_SIGHT && seen->len < ENOUGH_CORNERS; sight *= 2.0)
    {
      g_array_set_size (seen, 0);
      look_so_far (self, from, sight, ends, seen);
    }

  return seen;
}

static const GArray *
seen_from_corner (AmicusMaze *self,
                  guint32     corner)
{
  const guint32 no_ends[] = { AMICUS_NO_INDEX, AMICUS_NO_INDEX };

  if (self->seen[corner] == NULL)
    self->seen[corner] = look_around (self, place_of (self, corner), no_ends);

  return self->seen[corner];
}

static void
reach (AmicusMaze *self,
       guint32     corner,
       double      cost,
       guint32     previous)
{
  Mark *mark = &self->marks[corner];

  if (cost >= mark->cost)
    return;

  if (!mark->open)
    g_array_append_val (self->open, corner);
  *mark = (Mark) { cost, previous, TRUE };
}

static void
reach_all (AmicusMaze   *self,
           const GArray *corners,
           AmicusPoint   from,
           double        cost,
           guint32       previous)
{
  for (guint i = 0; i < corners->len; i++)
    {
      guint32 corner = g_array_index (corners, guint32, i);
      AmicusPoint place = place_of (self, corner);

      reach (self, corner, cost + AMICUS_MAZE_BEND + hypot (place.x - from.x, place.y - from.y),
             previous);
    }
}

/* Takes the corner to go on from: the way to it and straight on is shortest. */
static guint32
take_best (AmicusMaze *self,
           AmicusPoint to)
{
  guint best = 0;
  guint32 corner;
  double least = G_MAXDOUBLE;

  if (self->open->len == 0)
    return AMICUS_NO_INDEX;

  for (guint i = 0; i < self->open->len; i++)
    {
      double cost;

      corner = g_array_index (self->open, guint32, i);
      cost = self->marks[corner].cost;
      if (corner < self->n_corners && cost < least)
        {
          AmicusPoint place = place_of (self, corner);

          cost += hypot (to.x - place.x, to.y - place.y);
        }
      if (cost < least)
        {
          best = i;
          least = cost;
        }
    }

  corner = g_array_index (self->open, guint32, best);
  g_array_remove_index_fast (self->open, best);
  self->marks[corner].open = FALSE;
  return corner;
}

/**
 * amicus_maze_find:
 * @self: a maze
 * @from: where the relation begins
 * @to: where it ends
 * @ends: the cards that it joins, or numbers beyond those of cards
 * @bends: (element-type AmicusPoint) (out): replaced by the corners where it turns; none where no
 *   way is found
 *
 * A* over the corners of all cards. What a corner sees is remembered for the next relation.
 */
void
amicus_maze_find (AmicusMaze   *self,
                  AmicusPoint   from,
                  AmicusPoint   to,
                  const guint32 ends[2],
                  GArray       *bends)
{
  g_autoptr (GArray) first = look_around (self, from, ends);
  guint32 end = self->n_corners;

  g_array_set_size (bends, 0);
  g_array_set_size (self->open, 0);
  for (guint32 i = 0; i <= end; i++)
    self->marks[i] = (Mark) { G_MAXDOUBLE, AMICUS_NO_INDEX, FALSE };
  reach_all (self, first, from, 0.0, AMICUS_NO_INDEX);

  for (guint32 at = take_best (self, to); at != end && at != AMICUS_NO_INDEX;
       at = take_best (self, to))
    {
      AmicusPoint place = place_of (self, at);

      if (amicus_obstacles_first (self->obstacles, place, to, AMICUS_MAZE_MARGIN, ends)
          == AMICUS_NO_INDEX)
        reach (self, end, self->marks[at].cost + hypot (to.x - place.x, to.y - place.y), at);
      reach_all (self, seen_from_corner (self, at), place, self->marks[at].cost, at);
    }

  for (guint32 at = self->marks[end].previous; at != AMICUS_NO_INDEX; at = self->marks[at].previous)
    {
      AmicusPoint place = place_of (self, at);

      g_array_prepend_val (bends, place);
    }
}
