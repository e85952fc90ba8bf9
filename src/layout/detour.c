/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/detour-private.h"

#include "layout/box-private.h"
#include "layout/maze-private.h"


#define MARGIN AMICUS_MAZE_MARGIN
#define CORNER AMICUS_MAZE_CORNER
/* A corner that has been turned already is turned farther out, so that lines stay apart. */
#define LANE 6.0
#define MAX_LANES 3
/* With more cards in the way it is quicker to look at all of them. */
#define MAX_CARDS 16

struct _AmicusDetours
{
  AmicusObstacles *obstacles;
  AmicusMaze *maze;
  guint8 *n_turns;          /* how many relations turn at each corner of each card */
};

/* A place that the way may lead over. */
typedef struct
{
  AmicusPoint point;
  guint32 corner;           /* card times 4 and which of its corners, or AMICUS_NO_INDEX */
  double cost;              /* of the best way to it */
  double penalty;
  guint previous;
  gboolean done;
} Stop;

typedef struct
{
  AmicusDetours *detours;
  const guint32 *ends;
  GArray *cards;            /* those in the way so far */
  GArray *stops;            /* first: begin; second: end */
} Search;

/**
 * amicus_detours_new:
 * @obstacles: (transfer none): the cards; must outlive the detours
 *
 * Returns: (transfer full): a finder that remembers which corners are used
 */
AmicusDetours *
amicus_detours_new (AmicusObstacles *obstacles)
{
  AmicusDetours *self = g_new0 (AmicusDetours, 1);

  self->obstacles = obstacles;
  self->maze = amicus_maze_new (obstacles);
  self->n_turns = g_new0 (guint8, MAX (1, 4 * (gsize) obstacles->n));
  return self;
}

/**
 * amicus_detours_free:
 * @self: (transfer full): a finder
 */
void
amicus_detours_free (AmicusDetours *self)
{
  amicus_maze_free (self->maze);
  g_free (self->n_turns);
  g_free (self);
}

static void
add_stop (Search     *search,
          AmicusPoint point,
          guint32     corner,
          double      penalty)
{
  Stop stop = { point, corner, G_MAXDOUBLE, penalty, 0, FALSE };

  g_array_append_val (search->stops, stop);
}

/* The corners of a card, each also farther out where it is used. */
static void
add_corners (Search *search,
             guint32 card)
{
  const AmicusDetours *detours = search->detours;

  for (guint corner = 0; corner < 4; corner++)
    {
      guint32 id = 4 * card + corner;
      guint n_turns = detours->n_turns[id];

      add_stop (search, amicus_maze_corner (&detours->obstacles->rects[card], corner, CORNER), id,
                AMICUS_MAZE_BEND + LANE * n_turns);
      if (n_turns > 0)
        add_stop (search,
                  amicus_maze_corner (&detours->obstacles->rects[card], corner,
                                CORNER + LANE * MIN (n_turns, MAX_LANES)),
                  id, AMICUS_MAZE_BEND);
    }
}

/* Only the cards found to be in the way so far are looked at. */
static gboolean
is_open (const Search *search,
         AmicusPoint   from,
         AmicusPoint   to)
{
  for (guint k = 0; k < search->cards->len; k++)
    {
      guint32 card = g_array_index (search->cards, guint32, k);
      gboolean is_end = card == search->ends[0] || card == search->ends[1];
      double margin = is_end ? -0.5 : MARGIN;
      const AmicusRect *rect = &search->detours->obstacles->rects[card];
      AmicusRect grown = { rect->x - margin, rect->y - margin, rect->width + 2.0 * margin,
                           rect->height + 2.0 * margin };

      if (amicus_rect_cut (&grown, from, to))
        return FALSE;
    }

  return TRUE;
}

/* The stop to go on from: the way to it and straight on to the end is shortest. */
static guint
best_stop (const GArray *stops)
{
  AmicusPoint end = g_array_index (stops, Stop, 1).point;
  guint best = G_MAXUINT;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < stops->len; i++)
    {
      const Stop *stop = &g_array_index (stops, Stop, i);
      double cost;

      if (stop->done || stop->cost >= least)
        continue;

      cost = stop->cost + hypot (end.x - stop->point.x, end.y - stop->point.y);
      if (cost < least)
        {
          best = i;
          least = cost;
        }
    }

  return best;
}

/* Shortest way from the first stop to the second (A*: Hart, Nilsson and Raphael 1968). Whether
 * there is one. */
static gboolean
find_way (Search *search)
{
  GArray *stops = search->stops;

  for (guint i = 0; i < stops->len; i++)
    {
      g_array_index (stops, Stop, i).cost = i == 0 ? 0.0 : G_MAXDOUBLE;
      g_array_index (stops, Stop, i).done = FALSE;
    }

  for (guint at = best_stop (stops); at != G_MAXUINT && at != 1; at = best_stop (stops))
    {
      Stop *stop = &g_array_index (stops, Stop, at);

      stop->done = TRUE;
      for (guint i = 1; i < stops->len; i++)
        {
          Stop *next = &g_array_index (stops, Stop, i);
          double cost = stop->cost + next->penalty
                        + hypot (next->point.x - stop->point.x, next->point.y - stop->point.y);

          if (!next->done && cost < next->cost && is_open (search, stop->point, next->point))
            {
              next->cost = cost;
              next->previous = at;
            }
        }
    }

  return g_array_index (stops, Stop, 1).cost < G_MAXDOUBLE;
}

static gboolean
has_card (const Search *search,
          guint32       card)
{
  for (guint k = 0; k < search->cards->len; k++)
    if (g_array_index (search->cards, guint32, k) == card)
      return TRUE;

  return FALSE;
}

/* Takes in the cards that the way goes through. Whether there were any. */
static gboolean
add_cards_in_way (Search *search)
{
  guint n_before = search->cards->len;

  for (guint at = 1; at != 0;)
    {
      const Stop *stop = &g_array_index (search->stops, Stop, at);
      const Stop *previous = &g_array_index (search->stops, Stop, stop->previous);
      guint32 card = amicus_obstacles_first (search->detours->obstacles, previous->point,
                                             stop->point, MARGIN, search->ends);

      at = stop->previous;
      if (card != AMICUS_NO_INDEX && !has_card (search, card))
        {
          g_array_append_val (search->cards, card);
          add_corners (search, card);
        }
    }

  return search->cards->len > n_before;
}

static void
take_bends (Search *search,
            GArray *bends)
{
  for (guint at = g_array_index (search->stops, Stop, 1).previous; at != 0;)
    {
      const Stop *stop = &g_array_index (search->stops, Stop, at);
      guint8 *n_turns = &search->detours->n_turns[stop->corner];

      g_array_prepend_val (bends, stop->point);
      *n_turns = (guint8) MIN (*n_turns + 1, G_MAXUINT8);
      at = stop->previous;
    }
}

static void
find_bends (AmicusDetours *self,
            AmicusPoint    from,
            AmicusPoint    to,
            const guint32  ends[2],
            GArray        *bends)
{
  Search search = { .detours = self, .ends = ends };
  gboolean found, more;

  g_array_set_size (bends, 0);
  search.cards = g_array_new (FALSE, FALSE, sizeof (guint32));
  search.stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  add_stop (&search, from, AMICUS_NO_INDEX, 0.0);
  add_stop (&search, to, AMICUS_NO_INDEX, 0.0);

  do
    {
      found = find_way (&search);
      more = found && add_cards_in_way (&search);
    }
  while (more && search.cards->len <= MAX_CARDS);

  if (more)
    amicus_maze_find (self->maze, from, to, ends, bends);
  else if (found)
    take_bends (&search, bends);

  g_array_unref (search.cards);
  g_array_unref (search.stops);
}

/**
 * amicus_detours_find:
 * @self: a finder
 * @from: where the relation begins
 * @to: where it ends
 * @ends: the cards that it joins, or numbers beyond those of cards
 * @bends: (element-type AmicusPoint) (out): replaced by the points where it turns; none where the
 *   straight way is free, or where no way is
 *
 * A shortest way over the corners of cards. Only cards that a way found so far goes through are
 * taken into account, more and more of them, until it is free: what is shortest among fewer cards
 * and free is shortest among all.
 */
void
amicus_detours_find (AmicusDetours *self,
                     AmicusPoint    from,
                     AmicusPoint    to,
                     const guint32  ends[2],
                     GArray        *bends)
{
  AmicusObstacles *obstacles = self->obstacles;

  find_bends (self, from, to, ends, bends);
  if (bends->len > 0)
    return;

  /* A title that leaves no way is crossed rather than a card. */
  obstacles->n_heeded = obstacles->n_cards;
  if (amicus_obstacles_first (obstacles, from, to, MARGIN, ends) != AMICUS_NO_INDEX)
    find_bends (self, from, to, ends, bends);
  obstacles->n_heeded = obstacles->n;
}
