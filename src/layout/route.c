/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/route-private.h"

#include "layout/box-private.h"
#include "layout/curve-private.h"
#include "layout/detour-private.h"
#include "layout/fan-private.h"
#include "layout/loop-private.h"
#include "layout/ports-private.h"
#include "layout/spline-private.h"

/* Beyond these numbers relations are straight and go behind cards; pairs are those of a relation
 * and a card or group. */
#define CAREFUL_SIZE 300
#define CAREFUL_EDGES 600
#define CAREFUL_PAIRS 150000

/* Points of a curve that are looked at for the bounds. */
#define BOUND_PIECES 8

/**
 * amicus_route_is_careful:
 * @request: a request
 *
 * Returns: whether its picture can be read line by line, so that relations go round cards and
 *   labels look at other relations
 */
gboolean
amicus_route_is_careful (const AmicusLayoutRequest *request)
{
  return request->n_nodes <= CAREFUL_SIZE
         && request->n_edges <= CAREFUL_EDGES
         && (guint64) request->n_edges * (request->n_nodes + request->n_groups) <= CAREFUL_PAIRS;
}

/* Everything a route is found from. */
typedef struct
{
  const AmicusLayoutRequest *request;
  AmicusPlacement *placement;
  AmicusPort *ports;        /* tail of edge i at 2i, head at 2i + 1 */
  AmicusFan *fans;
  AmicusObstacles *obstacles;
  AmicusDetours *detours;
  GArray **bends;           /* of each edge */
  GArray *points;           /* of all edges so far */
  GArray *path;             /* of the edge at hand */
  guint *n_loops;           /* drawn so far at each node */
  const gboolean *wanted;   /* which edges, or NULL for all */
  GCancellable *cancellable;
} Router;

static AmicusRect
shifted (AmicusRect  rect,
         AmicusPoint by)
{
  return (AmicusRect) { rect.x + by.x, rect.y + by.y, rect.width, rect.height };
}

static gboolean
contains (const AmicusRect *outer,
          const AmicusRect *inner)
{
  return outer->x <= inner->x && outer->y <= inner->y
         && outer->x + outer->width >= inner->x + inner->width
         && outer->y + outer->height >= inner->y + inner->height;
}

static void
aim_ports (Router *router,
           guint   e)
{
  AmicusPort *tail = &router->ports[2 * e];
  AmicusPort *head = &router->ports[2 * e + 1];

  tail->aim = shifted (head->shape.rect, router->fans[e].offset);
  head->aim = shifted (tail->shape.rect, router->fans[e].offset);
  tail->inside = contains (&tail->shape.rect, &head->shape.rect);
  head->inside = !tail->inside && contains (&head->shape.rect, &tail->shape.rect);
}

static void
make_ports (Router *router)
{
  const AmicusLayoutRequest *request = router->request;

  for (guint e = 0; e < request->n_edges; e++)
    {
      const AmicusLayoutEdge *edge = &request->edges[e];
      guint32 ends[] = { edge->tail, edge->head };
      guint32 groups[] = { edge->tail_group, edge->head_group };

      for (guint k = 0; k < 2; k++)
        {
          AmicusPort *port = &router->ports[2 * e + k];

          port->owner = ends[k] != AMICUS_NO_INDEX ? ends[k] : request->n_nodes + groups[k];
          port->shape = amicus_shape_of_end (request, router->placement, ends[k], groups[k]);
        }
    }
}

static gboolean
is_drawn (const Router *router,
          guint         e)
{
  const AmicusPort *tail = &router->ports[2 * e];
  const AmicusPort *head = &router->ports[2 * e + 1];

  return !amicus_rect_is_empty (&tail->shape.rect) && !amicus_rect_is_empty (&head->shape.rect)
         && (tail->owner != head->owner || tail->owner < router->request->n_nodes);
}

static void
draw_loop (Router *router,
           guint   e)
{
  const AmicusPort *tail = &router->ports[2 * e];

  g_array_set_size (router->path, AMICUS_LOOP_POINTS);
  amicus_loop_draw (&tail->shape.rect, router->n_loops[tail->owner]++,
                    (AmicusPoint *) (gpointer) router->path->data);
  amicus_path_clip (router->path, &tail->shape, 0.0, &tail->shape, AMICUS_HEAD_GAP);
}

/* From centre to centre, like a string that is pulled aside where there are several. */
static void
draw_string (Router *router,
             guint   e)
{
  const AmicusPort *tail = &router->ports[2 * e];
  const AmicusPort *head = &router->ports[2 * e + 1];
  AmicusPoint *points;

  g_array_set_size (router->path, 4);
  points = (AmicusPoint *) (gpointer) router->path->data;
  amicus_curve_line (amicus_rect_centre (&tail->shape.rect), amicus_rect_centre (&head->shape.rect),
                     points);
  for (guint i = 1; i < 3; i++)
    {
      points[i].x += router->fans[e].offset.x;
      points[i].y += router->fans[e].offset.y;
    }

  amicus_path_clip (router->path, &tail->shape, 0.0, &head->shape, AMICUS_HEAD_GAP);
}

/* The way to a port begins inside the card, so that cutting finds the outline of any shape. */
static AmicusPoint
behind_port (const AmicusPort *port)
{
  AmicusPoint normal = amicus_port_normal (port);
  double depth = port->inside ? 0.0
                              : 0.5 * (normal.y > 0.5 || normal.y < -0.5 ? port->shape.rect.height
                                                                         : port->shape.rect.width);

  return (AmicusPoint) { port->point.x - depth * normal.x, port->point.y - depth * normal.y };
}

/* A straight piece inside the card, or the last of the way in a hull. */
static void
add_piece (GArray     *path,
           AmicusPoint from,
           AmicusPoint to)
{
  AmicusPoint points[4];

  amicus_curve_line (from, to, points);
  g_array_append_vals (path, path->len == 0 ? points : points + 1, path->len == 0 ? 4 : 3);
}

static void
draw_curve (Router *router,
            guint   e)
{
  const AmicusPort *tail = &router->ports[2 * e];
  const AmicusPort *head = &router->ports[2 * e + 1];
  const AmicusPoint directions[] = { amicus_port_normal (tail), amicus_port_normal (head) };
  const guint32 ends[] = { tail->owner, head->owner };
  GArray *bends = router->bends[e];

  amicus_detours_find (router->detours, tail->point, head->point, ends, bends);
  g_array_prepend_val (bends, tail->point);
  g_array_append_val (bends, head->point);

  g_array_set_size (router->path, 0);
  add_piece (router->path, behind_port (tail), tail->point);
  g_array_set_size (router->path, 3);
  amicus_spline_draw (router->obstacles, (const AmicusPoint *) (gconstpointer) bends->data,
                      bends->len, directions, router->fans[e].offset, ends, router->path);
  add_piece (router->path, head->point, behind_port (head));

  amicus_path_clip (router->path, &tail->shape, 0.0, &head->shape, AMICUS_HEAD_GAP);
}

static void
take_path (Router *router,
           guint   e)
{
  AmicusEdgePath *edge = &router->placement->edges[e];
  const AmicusPoint *points = (const AmicusPoint *) (gconstpointer) router->path->data;

  edge->first_point = router->points->len;
  edge->n_points = router->path->len;
  g_array_append_vals (router->points, points, router->path->len);
  edge->label = amicus_curve_at (points + 3 * ((router->path->len / 3) / 2), 0.5);
}

static gboolean
is_loop (const Router *router,
         guint         e)
{
  return router->ports[2 * e].owner == router->ports[2 * e + 1].owner;
}

/* What is not wanted still has its place among its likes. */
static void
pass_over (Router *router,
           guint   e)
{
  if (is_loop (router, e))
    router->n_loops[router->ports[2 * e].owner]++;
}

static gboolean
is_wanted (const Router *router,
           guint         e)
{
  return router->wanted == NULL || router->wanted[e];
}

static void
draw_edges (Router *router)
{
  for (guint e = 0; e < router->request->n_edges; e++)
    {
      if (g_cancellable_is_cancelled (router->cancellable))
        return;
      if (!is_drawn (router, e))
        continue;
      if (!is_wanted (router, e))
        {
          pass_over (router, e);
          continue;
        }

      if (is_loop (router, e))
        draw_loop (router, e);
      else if (router->detours != NULL)
        draw_curve (router, e);
      else
        draw_string (router, e);
      take_path (router, e);
    }
}

/* A relation that must go round something looks at its first bend, not at the other end. */
static void
aim_at_bends (Router *router,
              guint   e)
{
  AmicusPort *tail = &router->ports[2 * e];
  AmicusPort *head = &router->ports[2 * e + 1];
  const guint32 ends[] = { tail->owner, head->owner };
  GArray *bends = router->bends[e];

  if (!is_drawn (router, e) || is_loop (router, e) || !is_wanted (router, e))
    return;

  amicus_detours_find (router->detours, tail->point, head->point, ends, bends);
  if (bends->len > 0)
    {
      AmicusPoint first = g_array_index (bends, AmicusPoint, 0);
      AmicusPoint last = g_array_index (bends, AmicusPoint, bends->len - 1);

      tail->aim = (AmicusRect) { first.x, first.y, 0.0, 0.0 };
      head->aim = (AmicusRect) { last.x, last.y, 0.0, 0.0 };
    }
}

/* Ports face the other end at first, then the way there. */
static void
find_ways (Router *router)
{
  guint n_edges = router->request->n_edges;

  router->obstacles = amicus_obstacles_new (router->request, router->placement);
  router->detours = amicus_detours_new (router->obstacles);
  router->bends = g_new0 (GArray *, n_edges);
  for (guint e = 0; e < n_edges; e++)
    {
      router->bends[e] = g_array_new (FALSE, FALSE, sizeof (AmicusPoint));
      if (!g_cancellable_is_cancelled (router->cancellable))
        aim_at_bends (router, e);
    }

  amicus_ports_assign (router->ports, 2 * n_edges);
  amicus_detours_free (router->detours);
  router->detours = amicus_detours_new (router->obstacles);
}

static void
router_init (Router                    *router,
             const AmicusLayoutRequest *request,
             AmicusPlacement           *placement,
             GCancellable              *cancellable)
{
  *router = (Router) { .request = request, .placement = placement, .cancellable = cancellable };

  router->ports = g_new0 (AmicusPort, 2 * (gsize) request->n_edges);
  router->n_loops = g_new0 (guint, request->n_nodes);
  router->points = g_array_new (FALSE, FALSE, sizeof (AmicusPoint));
  router->path = g_array_new (FALSE, FALSE, sizeof (AmicusPoint));
  make_ports (router);
  router->fans = amicus_fans_new (router->ports, request->n_edges);
  for (guint e = 0; e < request->n_edges; e++)
    aim_ports (router, e);
}

static void
router_clear (Router *router)
{
  for (guint e = 0; router->bends != NULL && e < router->request->n_edges; e++)
    g_array_unref (router->bends[e]);
  g_free (router->bends);
  g_clear_pointer (&router->detours, amicus_detours_free);
  g_clear_pointer (&router->obstacles, amicus_obstacles_free);
  g_array_unref (router->path);
  g_free (router->ports);
  g_free (router->fans);
  g_free (router->n_loops);
}

/**
 * amicus_route_edges:
 * @request: a request
 * @placement: (inout): its placement with nodes and hulls; curves are set, and labels on their
 *   middle
 * @wanted: (nullable): for each relation whether it is drawn, all of them being looked at; %NULL
 *   for all
 * @cancellable: (nullable): stops early, with relations missing
 *
 * Draws the relations anew: in a picture that can be read at once gentle curves that go round
 * cards, in a larger one straight lines.
 */
void
amicus_route_edges (const AmicusLayoutRequest *request,
                    AmicusPlacement           *placement,
                    const gboolean            *wanted,
                    GCancellable              *cancellable)
{
  Router router;

  router_init (&router, request, placement, cancellable);
  router.wanted = wanted;
  if (amicus_route_is_careful (request))
    {
      amicus_ports_assign (router.ports, 2 * request->n_edges);
      find_ways (&router);
    }

  draw_edges (&router);

  g_free (placement->points);
  placement->n_points = router.points->len;
  placement->points = (AmicusPoint *) (gpointer) g_array_free (router.points, FALSE);
  router_clear (&router);
}

/* Not the control points, for these may lie far outside. */
static void
add_curves (const AmicusPlacement *placement,
            const AmicusEdgePath  *path,
            AmicusRect            *bounds)
{
  const AmicusPoint *points = placement->points + path->first_point;

  for (guint i = 0; i + 3 < path->n_points; i += 3)
    for (guint k = 0; k <= BOUND_PIECES; k++)
      {
        AmicusPoint point = amicus_curve_at (points + i, (double) k / BOUND_PIECES);
        AmicusRect rect = { point.x, point.y, 0.0, 0.0 };

        amicus_rect_add (bounds, &rect);
      }
}

/**
 * amicus_route_bounds:
 * @request: a request
 * @placement: (inout): its placement, complete but for the bounds
 *
 * Sets the bounds around all that is drawn.
 */
void
amicus_route_bounds (const AmicusLayoutRequest *request,
                     AmicusPlacement           *placement)
{
  AmicusRect *bounds = &placement->bounds;

  *bounds = (AmicusRect) { 0.0, 0.0, -1.0, -1.0 };
  for (guint i = 0; i < placement->n_nodes; i++)
    {
      AmicusBox box = { placement->nodes[i], request->nodes[i].width, request->nodes[i].height,
                        FALSE };
      AmicusRect rect = amicus_box_rect (&box);

      amicus_rect_add (bounds, &rect);
    }
  for (guint g = 0; g < placement->n_groups; g++)
    amicus_rect_add (bounds, &placement->groups[g]);
  for (guint e = 0; e < placement->n_edges; e++)
    {
      AmicusBox label = { placement->edges[e].label, request->edges[e].label_width,
                          request->edges[e].label_height, FALSE };
      AmicusRect rect = amicus_box_rect (&label);

      if (placement->edges[e].n_points == 0)
        continue;
      add_curves (placement, &placement->edges[e], bounds);
      if (label.width > 0.0)
        amicus_rect_add (bounds, &rect);
    }
}
