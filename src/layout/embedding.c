/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/embedding-private.h"

#include "layout/motion-private.h"
#include "layout/pivots-private.h"
#include "layout/random-private.h"
#include "layout/repulsion-private.h"
#include "layout/start-private.h"
#include "layout/stress-private.h"

#define N_PIVOTS 50
/* Beyond this size all links are equally long. */
#define EQUAL_LENGTH_SIZE 2000
#define FULL_ROUNDS 40
#define FITTING_ROUNDS 20
#define SPARSE_ROUNDS 5
#define MIN_REPULSION_ROUNDS 30
#define MAX_REPULSION_ROUNDS 100
#define REPULSION_WORK 3000000

/* Cards are wide and screens are too: the layout is found in a higher space and pressed flat. */
#define FLATNESS 0.62
/* Between two linked cards, beside what a label needs. */
#define LINK_GAP 46.0
/* What a hub adds to the length of each of its links, by the root of their number
 * beyond the first. */
#define HUB_ROOM 30.0
#define HUB_ROOT 2.0
/* The part of a label's width that counts: a line that is not level needs less. */
#define LABEL_PART 0.8
/* Once directions are known: height of a label, and what must be seen of the line before and behind
 * it. */
#define LABEL_HEIGHT 16.0
#define LABEL_ROOM 22.0

/* Half of the mean extent of a box in the higher space. */
static double
radius_of (const AmicusBox *box)
{
  return (box->width + box->height / FLATNESS) / 4.0;
}

/* Who has many links needs a wide ring for all who stand around. */
static double
room_of_hub (guint degree)
{
  return HUB_ROOM * fmax (0.0, sqrt (degree) - HUB_ROOT);
}

static guint *
degrees_of (guint             n,
            const AmicusLink *links,
            guint             n_links)
{
  guint *degrees = g_new0 (guint, n);

  for (guint i = 0; i < n_links; i++)
    {
      degrees[links[i].tail]++;
      degrees[links[i].head]++;
    }

  return degrees;
}

static AmicusNetwork *
network_of_boxes (const AmicusBox  *boxes,
                  guint             n,
                  const AmicusLink *links,
                  guint             n_links)
{
  g_autofree AmicusLink *with_lengths = g_memdup2 (links, sizeof (AmicusLink) * n_links);
  g_autofree guint *degrees = degrees_of (n, links, n_links);
  double sum = 0.0;

  for (guint i = 0; i < n_links; i++)
    {
      with_lengths[i].length = radius_of (&boxes[links[i].tail]) + radius_of (&boxes[links[i].head])
                               + LINK_GAP + LABEL_PART * links[i].length
                               + room_of_hub (degrees[links[i].tail])
                               + room_of_hub (degrees[links[i].head]);
      sum += with_lengths[i].length;
    }

  for (guint i = 0; n > EQUAL_LENGTH_SIZE && i < n_links; i++)
    with_lengths[i].length = sum / n_links;

  return amicus_network_new (n, with_lengths, n_links);
}

/* Nodes with the same neighbours lie at the same place at first, where nothing can part them. */
static void
part_equal (AmicusPoint *points,
            guint        n,
            double       unit,
            guint64     *random)
{
  for (guint i = 0; i < n; i++)
    {
      points[i].x += 0.25 * unit * amicus_random_signed (random);
      points[i].y += 0.25 * unit * amicus_random_signed (random);
    }
}

/* Brings a first drawing onto the boxes that are fixed, and these to their exact place. */
static void
move_onto_fixed (const AmicusBox *boxes,
                 const gboolean  *fixed,
                 guint            n,
                 AmicusPoint     *points)
{
  g_autofree AmicusPoint *from = g_new (AmicusPoint, n);
  g_autofree AmicusPoint *to = g_new (AmicusPoint, n);
  AmicusMotion motion;
  guint n_fixed = 0;

  for (guint i = 0; i < n; i++)
    if (fixed[i])
      {
        from[n_fixed] = points[i];
        to[n_fixed++] = (AmicusPoint) { boxes[i].centre.x, boxes[i].centre.y / FLATNESS };
      }

  motion = amicus_motion_fit (from, to, n_fixed, AMICUS_MOTION_TURN);
  n_fixed = 0;
  for (guint i = 0; i < n; i++)
    points[i] = fixed[i] ? to[n_fixed++] : amicus_motion_apply (&motion, points[i]);
}

/* A first drawing, from scratch. */
static void
draw_anew (const AmicusPivots *pivots,
           const AmicusBox    *boxes,
           const gboolean     *fixed,
           gboolean            any_fixed,
           double              unit,
           AmicusPoint        *points,
           guint64            *random)
{
  amicus_pivot_mds (pivots, points);
  part_equal (points, pivots->n, unit, random);
  if (any_fixed)
    move_onto_fixed (boxes, fixed, pivots->n, points);
}

/* Turns the longer way to lie level, or upright, about the centre, which comes to 0, 0. */
static void
turn_longer_way (AmicusPoint *points,
                 guint        n,
                 gboolean     upright)
{
  AmicusPoint mean = amicus_points_mean (points, n);
  double xx = 0.0, xy = 0.0, yy = 0.0, angle;

  for (guint i = 0; i < n; i++)
    {
      xx += (points[i].x - mean.x) * (points[i].x - mean.x);
      xy += (points[i].x - mean.x) * (points[i].y - mean.y);
      yy += (points[i].y - mean.y) * (points[i].y - mean.y);
    }

  angle = 0.5 * atan2 (2.0 * xy, xx - yy) + (upright ? G_PI / 2.0 : 0.0);
  for (guint i = 0; i < n; i++)
    {
      double x = points[i].x - mean.x, y = points[i].y - mean.y;

      points[i].x = cos (angle) * x + sin (angle) * y;
      points[i].y = cos (angle) * y - sin (angle) * x;
    }
}

/* When the others are kept only new boxes look for a place. */
static gboolean
take_fixed (const AmicusBox     *boxes,
            guint                n,
            AmicusEmbeddingStyle style,
            gboolean            *fixed)
{
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    any |= fixed[i] = boxes[i].fixed
                      || (style == AMICUS_EMBEDDING_KEPT && !amicus_box_is_new (&boxes[i]));

  return any;
}

static void
relax (const AmicusNetwork *network,
       const AmicusPivots  *pivots,
       const gboolean      *fixed,
       AmicusPoint         *points,
       AmicusEmbeddingStyle style,
       guint64             *random,
       GCancellable        *cancellable)
{
  guint n = network->n;
  gboolean full = pivots->n_pivots == n;

  amicus_stress_descend (network, pivots, fixed, points, full ? FULL_ROUNDS : SPARSE_ROUNDS,
                         style == AMICUS_EMBEDDING_KEPT, random, cancellable);
  if (style == AMICUS_EMBEDDING_CHARGED)
    amicus_repulsion_relax (network, fixed, points,
                            CLAMP (REPULSION_WORK / n, MIN_REPULSION_ROUNDS, MAX_REPULSION_ROUNDS),
                            cancellable);
}

/* From the middle of a box to its border. */
static double
way_out (double width,
         double height,
         double along_x,
         double along_y)
{
  return fmin (width / fmax (2.0 * along_x, 1e-6), height / fmax (2.0 * along_y, 1e-6));
}

/* Now that it is known how each link lies: the room that the two boxes and the label need in that
 * direction. */
static double
length_in_direction (const AmicusBox  *boxes,
                     const AmicusLink *link,
                     const AmicusPoint *points)
{
  const AmicusBox *tail = &boxes[link->tail], *head = &boxes[link->head];
  double dx = fabs (points[link->tail].x - points[link->head].x);
  double dy = fabs (points[link->tail].y - points[link->head].y) * FLATNESS;
  double length = fmax (hypot (dx, dy), 1e-6), needed;

  dx /= length;
  dy /= length;
  needed = way_out (tail->width, tail->height, dx, dy)
           + way_out (head->width, head->height, dx, dy);
  if (link->length > 0.0)
    needed += fmax (LINK_GAP,
                    2.0 * way_out (link->length, LABEL_HEIGHT, dx, dy) + 2.0 * LABEL_ROOM);
  else
    needed += LINK_GAP;

  return needed * hypot (dx, dy / FLATNESS);
}

/* A second descent with lengths that suit the directions found in the first. */
static void
fit_directions (const AmicusBox  *boxes,
                guint             n,
                const AmicusLink *links,
                guint             n_links,
                const gboolean   *fixed,
                AmicusPoint      *points,
                guint64          *random,
                GCancellable     *cancellable)
{
  g_autofree AmicusLink *fitted = g_memdup2 (links, sizeof (AmicusLink) * n_links);
  g_autofree guint *degrees = degrees_of (n, links, n_links);
  g_autoptr (AmicusNetwork) network = NULL;
  g_autoptr (AmicusPivots) pivots = NULL;

  for (guint i = 0; i < n_links; i++)
    fitted[i].length = length_in_direction (boxes, &links[i], points)
                       + room_of_hub (degrees[links[i].tail])
                       + room_of_hub (degrees[links[i].head]);

  network = amicus_network_new (n, fitted, n_links);
  pivots = amicus_pivots_new (network, n, random, cancellable);
  amicus_stress_descend (network, pivots, fixed, points, FITTING_ROUNDS, TRUE, random, cancellable);
}

/**
 * amicus_embedding_find:
 * @boxes: (inout): boxes; their sizes are read, their centres set; not a number in the centre of a
 *   new one when the others are kept
 * @n: their number
 * @links: links that connect them all; the length is what a label needs
 * @n_links: number of links
 * @style: how it is to lie
 * @random: state of the random numbers
 * @cancellable: (nullable): stops early
 *
 * Finds places at which linked boxes are near, others in the distance that the network has between
 * them. Boxes may still overlap. Fixed ones stay, the others are found around them.
 */
void
amicus_embedding_find (AmicusBox           *boxes,
                       guint                n,
                       const AmicusLink    *links,
                       guint                n_links,
                       AmicusEmbeddingStyle style,
                       guint64             *random,
                       GCancellable        *cancellable)
{
  g_autoptr (AmicusNetwork) network = network_of_boxes (boxes, n, links, n_links);
  g_autoptr (AmicusPivots) pivots = NULL;
  g_autofree AmicusPoint *points = g_new (AmicusPoint, n);
  g_autofree gboolean *fixed = g_new (gboolean, n);
  gboolean any_fixed = take_fixed (boxes, n, style, fixed);

  pivots = amicus_pivots_new (network, n <= AMICUS_FULL_SIZE ? n : N_PIVOTS, random, cancellable);
  if (style == AMICUS_EMBEDDING_KEPT)
    amicus_start_points (boxes, network, FLATNESS, points);
  else
    draw_anew (pivots, boxes, fixed, any_fixed, network->unit, points, random);

  relax (network, pivots, fixed, points, style, random, cancellable);
  if (!any_fixed && style != AMICUS_EMBEDDING_KEPT)
    turn_longer_way (points, n, style == AMICUS_EMBEDDING_UPRIGHT);
  if (n <= AMICUS_FULL_SIZE && style != AMICUS_EMBEDDING_CHARGED)
    fit_directions (boxes, n, links, n_links, fixed, points, random, cancellable);

  for (guint i = 0; i < n; i++)
    if (!fixed[i])
      boxes[i].centre = (AmicusPoint) { points[i].x, points[i].y * FLATNESS };
}
