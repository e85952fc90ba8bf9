/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/path.h"

#include <math.h>

/* Pieces that a curve is taken apart into: enough for a pointer, which is not finer than a
 * pixel. */
#define PIECES 24

/* How often a curve is halved to tell whether it comes into a rectangle: what is left of the longest
 * one there can be is about two points long then. */
#define HALVINGS 20

typedef void (*SegmentFunc) (AmicusPoint from,
                             AmicusPoint to,
                             void       *data);

gboolean
amicus_rect_is_empty (const AmicusRect *rect)
{
  return !(rect->width >= 0 && rect->height >= 0);
}

AmicusRect
amicus_rect_union (const AmicusRect *a,
                   const AmicusRect *b)
{
  AmicusRect rect;

  if (amicus_rect_is_empty (a))
    return *b;
  if (amicus_rect_is_empty (b))
    return *a;

  rect.x = fmin (a->x, b->x);
  rect.y = fmin (a->y, b->y);
  rect.width = fmax (a->x + a->width, b->x + b->width) - rect.x;
  rect.height = fmax (a->y + a->height, b->y + b->height) - rect.y;
  return rect;
}

AmicusRect
amicus_rect_grow (const AmicusRect *rect,
                  double            by)
{
  return (AmicusRect) { rect->x - by, rect->y - by, rect->width + 2 * by, rect->height + 2 * by };
}

AmicusRect
amicus_rect_round_out (const AmicusRect *rect)
{
  double x = floor (rect->x);
  double y = floor (rect->y);

  return (AmicusRect) { x, y, ceil (rect->x + rect->width) - x, ceil (rect->y + rect->height) - y };
}

AmicusRect
amicus_rect_intersection (const AmicusRect *a,
                          const AmicusRect *b)
{
  double x = fmax (a->x, b->x);
  double y = fmax (a->y, b->y);
  double right = fmin (a->x + a->width, b->x + b->width);
  double bottom = fmin (a->y + a->height, b->y + b->height);

  if (right < x || bottom < y)
    return AMICUS_RECT_EMPTY;
  return (AmicusRect) { x, y, right - x, bottom - y };
}

gboolean
amicus_rect_meets (const AmicusRect *a,
                   const AmicusRect *b)
{
  return a->x <= b->x + b->width && a->x + a->width >= b->x &&
         a->y <= b->y + b->height && a->y + a->height >= b->y;
}

gboolean
amicus_rect_holds (const AmicusRect *rect,
                   AmicusPoint       point)
{
  return point.x >= rect->x && point.x <= rect->x + rect->width && point.y >= rect->y &&
         point.y <= rect->y + rect->height;
}

guint
amicus_path_verb_n_points (guint8 verb)
{
  switch ((AmicusPathVerb) verb)
    {
    case AMICUS_PATH_MOVE:
    case AMICUS_PATH_LINE:
      return 1;
    case AMICUS_PATH_CURVE:
      return 3;
    case AMICUS_PATH_CLOSE:
    default:
      return 0;
    }
}

static AmicusPoint
curve_point (AmicusPoint        from,
             const AmicusPoint *control,
             double             t)
{
  double u = 1 - t;
  double a = u * u * u;
  double b = 3 * u * u * t;
  double c = 3 * u * t * t;
  double d = t * t * t;

  return (AmicusPoint) {
    a * from.x + b * control[0].x + c * control[1].x + d * control[2].x,
    a * from.y + b * control[0].y + c * control[1].y + d * control[2].y,
  };
}

/* Calls @func for each straight piece; an open figure is closed when @close is given. */
static void
walk_segments (const AmicusPath *path,
               gboolean          close,
               SegmentFunc       func,
               void             *data)
{
  const AmicusPoint *point = path->points;
  AmicusPoint start = { 0, 0 };
  AmicusPoint at = { 0, 0 };

  for (guint i = 0; i < path->n_verbs; i++)
    {
      switch ((AmicusPathVerb) path->verbs[i])
        {
        case AMICUS_PATH_MOVE:
          if (close && i > 0)
            func (at, start, data);
          start = at = point[0];
          break;
        case AMICUS_PATH_LINE:
          func (at, point[0], data);
          at = point[0];
          break;
        case AMICUS_PATH_CURVE:
          {
            AmicusPoint from = at;

            for (guint piece = 1; piece <= PIECES; piece++)
              {
                AmicusPoint next = curve_point (from, point, piece / (double) PIECES);

                func (at, next, data);
                at = next;
              }
          }
          break;
        case AMICUS_PATH_CLOSE:
        default:
          func (at, start, data);
          at = start;
          break;
        }
      point += amicus_path_verb_n_points (path->verbs[i]);
    }
  if (close)
    func (at, start, data);
}

static void
extend (AmicusRect *rect,
        AmicusPoint point)
{
  AmicusRect spot = { point.x, point.y, 0, 0 };

  *rect = amicus_rect_union (rect, &spot);
}

/* A curve's extremes lie where its derivative, a quadratic for each axis, is zero. */
static void
extend_by_axis (AmicusRect        *rect,
                AmicusPoint        from,
                const AmicusPoint *control,
                double             p0,
                double             p1,
                double             p2,
                double             p3)
{
  double a = p3 - 3 * p2 + 3 * p1 - p0;
  double b = 2 * (p2 - 2 * p1 + p0);
  double c = p1 - p0;
  double root = sqrt (fmax (b * b - 4 * a * c, 0));
  double t[2];

  if (fabs (a) > 1e-9)
    {
      t[0] = (-b + root) / (2 * a);
      t[1] = (-b - root) / (2 * a);
    }
  else
    {
      t[0] = t[1] = fabs (b) > 1e-9 ? -c / b : 0;
    }

  for (guint i = 0; i < 2; i++)
    if (t[i] > 0 && t[i] < 1)
      extend (rect, curve_point (from, control, t[i]));
}

AmicusRect
amicus_path_extents (const AmicusPath *path)
{
  const AmicusPoint *point = path->points;
  AmicusRect rect = AMICUS_RECT_EMPTY;
  AmicusPoint at = { 0, 0 };

  for (guint i = 0; i < path->n_verbs; i++)
    {
      guint n = amicus_path_verb_n_points (path->verbs[i]);

      if (path->verbs[i] == AMICUS_PATH_CURVE)
        {
          extend_by_axis (&rect, at, point, at.x, point[0].x, point[1].x, point[2].x);
          extend_by_axis (&rect, at, point, at.y, point[0].y, point[1].y, point[2].y);
        }
      if (n > 0)
        {
          at = point[n - 1];
          extend (&rect, at);
        }
      point += n;
    }
  return rect;
}

static AmicusPoint
middle (AmicusPoint a,
        AmicusPoint b)
{
  return (AmicusPoint) { (a.x + b.x) / 2, (a.y + b.y) / 2 };
}

/* De Casteljau's construction at one half. */
static void
halve (const AmicusPoint curve[4],
       AmicusPoint       first[4],
       AmicusPoint       second[4])
{
  AmicusPoint control = middle (curve[1], curve[2]);

  first[0] = curve[0];
  first[1] = middle (curve[0], curve[1]);
  first[2] = middle (first[1], control);
  second[3] = curve[3];
  second[2] = middle (curve[2], curve[3]);
  second[1] = middle (control, second[2]);
  first[3] = second[0] = middle (first[2], second[1]);
}

/* A curve lies within the box of its four points: only halves whose box meets the rectangle are
 * looked at. */
static gboolean
curve_meets (const AmicusPoint curve[4],
             const AmicusRect *rect,
             guint             halvings)
{
  AmicusRect box = AMICUS_RECT_EMPTY;
  AmicusPoint first[4];
  AmicusPoint second[4];

  for (guint i = 0; i < 4; i++)
    extend (&box, curve[i]);
  if (!amicus_rect_meets (&box, rect))
    return FALSE;
  if (halvings == 0 || amicus_rect_holds (rect, curve[0]) || amicus_rect_holds (rect, curve[3]))
    return TRUE;

  halve (curve, first, second);
  return curve_meets (first, rect, halvings - 1) || curve_meets (second, rect, halvings - 1);
}

gboolean
amicus_path_meets (const AmicusPath *path,
                   const AmicusRect *rect,
                   gboolean          filled)
{
  const AmicusPoint *point = path->points;
  AmicusPoint start = { 0, 0 };
  AmicusPoint at = { 0, 0 };

  for (guint i = 0; i < path->n_verbs; i++)
    {
      guint n = amicus_path_verb_n_points (path->verbs[i]);
      AmicusPoint end = n > 0 ? point[n - 1] : start;
      AmicusPoint curve[4] = { at, n > 1 ? point[0] : at, n > 1 ? point[1] : end, end };

      if (path->verbs[i] == AMICUS_PATH_MOVE)
        start = end;
      else if (curve_meets (curve, rect, HALVINGS))
        return TRUE;
      at = end;
      point += n;
    }
  return filled && amicus_path_holds (path, (AmicusPoint) { rect->x, rect->y });
}

typedef struct
{
  AmicusPoint point;
  gboolean inside;
  double nearest;
} Probe;

static void
cross_segment (AmicusPoint from,
               AmicusPoint to,
               void       *data)
{
  Probe *probe = data;
  double x;

  if ((from.y > probe->point.y) == (to.y > probe->point.y))
    return;
  x = from.x + (to.x - from.x) * (probe->point.y - from.y) / (to.y - from.y);
  if (x > probe->point.x)
    probe->inside = !probe->inside;
}

gboolean
amicus_path_holds (const AmicusPath *path,
                   AmicusPoint       point)
{
  Probe probe = { point, FALSE, 0 };

  walk_segments (path, TRUE, cross_segment, &probe);
  return probe.inside;
}

static void
approach_segment (AmicusPoint from,
                  AmicusPoint to,
                  void       *data)
{
  Probe *probe = data;
  double dx = to.x - from.x;
  double dy = to.y - from.y;
  double length = dx * dx + dy * dy;
  double t = 0;

  if (length > 0)
    t = CLAMP (((probe->point.x - from.x) * dx + (probe->point.y - from.y) * dy) / length, 0, 1);
  probe->nearest = fmin (probe->nearest, hypot (from.x + t * dx - probe->point.x,
                                                from.y + t * dy - probe->point.y));
}

double
amicus_path_distance (const AmicusPath *path,
                      AmicusPoint       point)
{
  Probe probe = { point, FALSE, INFINITY };

  walk_segments (path, FALSE, approach_segment, &probe);
  return probe.nearest;
}
