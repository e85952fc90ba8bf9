/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/ports-private.h"

#include "layout/box-private.h"

#include <stdlib.h>

/* Between two ports of one side, where there is room. */
#define PORT_SPACING 11.0
/* From the corner of a card to its first port, but never more than this part of the side. */
#define CORNER_INSET 9.0
#define CORNER_PART 0.3

/**
 * amicus_port_normal:
 * @self: a port
 *
 * Returns: the direction, of length 1, in which the relation leaves
 */
AmicusPoint
amicus_port_normal (const AmicusPort *self)
{
  static const AmicusPoint normals[] = {
    [AMICUS_SIDE_RIGHT] = { 1.0, 0.0 },
    [AMICUS_SIDE_BOTTOM] = { 0.0, 1.0 },
    [AMICUS_SIDE_LEFT] = { -1.0, 0.0 },
    [AMICUS_SIDE_TOP] = { 0.0, -1.0 },
  };
  AmicusPoint normal = normals[self->side];

  return self->inside ? (AmicusPoint) { -normal.x, -normal.y } : normal;
}

static gboolean
is_upright (AmicusSide side)
{
  return side == AMICUS_SIDE_LEFT || side == AMICUS_SIDE_RIGHT;
}

/* The free stretch between two ranges; negative where they overlap. */
static double
clearance (double a,
           double a_extent,
           double b,
           double b_extent)
{
  return fmax (b - a - a_extent, a - b - b_extent);
}

static AmicusSide
side_towards (const AmicusRect *rect,
              const AmicusRect *aim)
{
  AmicusPoint from = amicus_rect_centre (rect);
  AmicusPoint to = amicus_rect_centre (aim);
  double beside = clearance (rect->x, rect->width, aim->x, aim->width);
  double above = clearance (rect->y, rect->height, aim->y, aim->height);

  if (beside > above)
    return from.x < to.x ? AMICUS_SIDE_RIGHT : AMICUS_SIDE_LEFT;

  return from.y < to.y ? AMICUS_SIDE_BOTTOM : AMICUS_SIDE_TOP;
}

/* For a hull that holds the other end: the side that is nearest to that. */
static AmicusSide
nearest_side (const AmicusRect *hull,
              const AmicusRect *aim)
{
  double right = hull->x + hull->width - aim->x - aim->width;
  double bottom = hull->y + hull->height - aim->y - aim->height;
  double left = aim->x - hull->x;
  double top = aim->y - hull->y;

  if (fmin (left, right) <= fmin (top, bottom))
    return left <= right ? AMICUS_SIDE_LEFT : AMICUS_SIDE_RIGHT;

  return top <= bottom ? AMICUS_SIDE_TOP : AMICUS_SIDE_BOTTOM;
}

/* Where ports may be on a side, and where this one would best be. */
typedef struct
{
  double low;
  double high;
  double wish;
} Stretch;

static Stretch
stretch_along (double from,
               double extent,
               double aim,
               double aim_extent,
               double across)
{
  double inset = fmin (CORNER_INSET, CORNER_PART * extent);
  Stretch stretch = { from + inset, from + extent - inset, 0.0 };
  double low = fmax (stretch.low, aim + fmin (CORNER_INSET, CORNER_PART * aim_extent));
  double high = fmin (stretch.high,
                      aim + aim_extent - fmin (CORNER_INSET, CORNER_PART * aim_extent));
  double middle = from + extent / 2.0;

  /* Face to face: a line straight across. Else towards the middle of the aim. */
  if (low <= high)
    stretch.wish = (low + high) / 2.0;
  else
    stretch.wish = middle + (aim + aim_extent / 2.0 - middle) * across;
  stretch.wish = CLAMP (stretch.wish, stretch.low, stretch.high);

  return stretch;
}

/* Part of the way to the middle of the aim at which the side is crossed. */
static double
part_to_side (double extent,
              double from,
              double to)
{
  return extent / 2.0 / fmax (fabs (to - from), extent / 2.0 + 1e-6);
}

static Stretch
stretch_of_port (const AmicusPort *port)
{
  const AmicusRect *rect = &port->shape.rect;
  const AmicusRect *aim = &port->aim;
  AmicusPoint from = amicus_rect_centre (rect);
  AmicusPoint to = amicus_rect_centre (aim);

  if (is_upright (port->side))
    return stretch_along (rect->y, rect->height, aim->y, aim->height,
                          part_to_side (rect->width, from.x, to.x));

  return stretch_along (rect->x, rect->width, aim->x, aim->width,
                        part_to_side (rect->height, from.y, to.y));
}

/* One port on its way to a place: what it is sorted by. */
typedef struct
{
  guint32 index;
  guint32 owner;
  AmicusSide side;
  Stretch stretch;
  double direction;
} Claim;

static int
compare_doubles (double a,
                 double b)
{
  return (a > b) - (a < b);
}

/* Ports of one side together, in the order in which they look along it. */
static int
compare_claims (gconstpointer a,
                gconstpointer b)
{
  const Claim *one = a, *other = b;
  int order;

  if (one->owner != other->owner)
    return one->owner < other->owner ? -1 : 1;
  if (one->side != other->side)
    return one->side < other->side ? -1 : 1;

  order = compare_doubles (one->direction, other->direction);
  if (order == 0)
    order = one->index < other->index ? -1 : 1;
  return order;
}

/* How far along the side the relation goes for each step away from it. */
static double
direction_of_port (const AmicusPort *port)
{
  AmicusPoint from = amicus_rect_centre (&port->shape.rect);
  AmicusPoint to = amicus_rect_centre (&port->aim);
  double along = is_upright (port->side) ? to.y - from.y : to.x - from.x;
  double away = is_upright (port->side) ? fabs (to.x - from.x) : fabs (to.y - from.y);

  return atan2 (along, away);
}

/* A run of ports that touch each other: their common place is the mean of their wishes. */
typedef struct
{
  double sum;
  guint n;
} Block;

/* Least movement that keeps the order and the spacing: isotonic regression by pooling neighbours.
 * */
static void
spread_claims (Claim *claims,
               guint  n,
               double *places)
{
  g_autofree Block *blocks = g_new (Block, n);
  double low = claims[0].stretch.low, high = claims[0].stretch.high;
  double spacing = n > 1 ? fmin (PORT_SPACING, (high - low) / (n - 1)) : 0.0;
  guint n_blocks = 0, k = 0;

  for (guint i = 0; i < n; i++)
    {
      blocks[n_blocks++] = (Block) { claims[i].stretch.wish - i * spacing, 1 };
      while (n_blocks > 1
             && blocks[n_blocks - 2].sum / blocks[n_blocks - 2].n
                  > blocks[n_blocks - 1].sum / blocks[n_blocks - 1].n)
        {
          blocks[n_blocks - 2].sum += blocks[n_blocks - 1].sum;
          blocks[n_blocks - 2].n += blocks[n_blocks - 1].n;
          n_blocks--;
        }
    }

  for (guint b = 0; b < n_blocks; b++)
    for (guint i = 0; i < blocks[b].n; i++, k++)
      places[k] = CLAMP (blocks[b].sum / blocks[b].n, low, high - (n - 1) * spacing) + k * spacing;
}

static void
place_port (AmicusPort *port,
            double      along)
{
  const AmicusRect *rect = &port->shape.rect;

  if (is_upright (port->side))
    port->point = (AmicusPoint) { port->side == AMICUS_SIDE_LEFT ? rect->x : rect->x + rect->width,
                                  along };
  else
    port->point = (AmicusPoint) { along, port->side == AMICUS_SIDE_TOP ? rect->y
                                                                       : rect->y + rect->height };
}

/**
 * amicus_ports_assign:
 * @ports: (inout): ports with owner, shape and aim; side and place are set
 * @n: their number
 *
 * Each relation leaves at the side that faces what it goes to. Along a side the relations stand in
 * the order of their directions, so that they do not cross there, and apart from each other.
 */
void
amicus_ports_assign (AmicusPort *ports,
                     guint       n)
{
  g_autofree Claim *claims = g_new (Claim, MAX (1, n));
  g_autofree double *places = g_new (double, MAX (1, n));
  guint begin = 0;

  for (guint i = 0; i < n; i++)
    {
      AmicusPort *port = &ports[i];

      port->side = port->inside ? nearest_side (&port->shape.rect, &port->aim)
                                : side_towards (&port->shape.rect, &port->aim);
      claims[i] = (Claim) { i, port->owner, port->side, stretch_of_port (port),
                            direction_of_port (port) };
    }
  qsort (claims, n, sizeof (Claim), compare_claims);

  for (guint end = 1; end <= n; end++)
    if (end == n || claims[end].owner != claims[begin].owner
        || claims[end].side != claims[begin].side)
      {
        spread_claims (claims + begin, end - begin, places);
        for (guint i = begin; i < end; i++)
          place_port (&ports[claims[i].index], places[i - begin]);
        begin = end;
      }
}
