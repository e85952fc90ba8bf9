/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-layout"

#include "layout/wire-private.h"

#include "layout/problem-private.h"
#include "layout/route-private.h"

/* Points between neighbours and between the ends of a relation, so that its line is seen before and
 * behind its label, in the middle. */
#define NODE_GAP 24.0
#define RANK_GAP 58.0

G_STATIC_ASSERT ((int) AMICUS_ENGINE_DOT == AMICUS_WIRE_ENGINE_DOT);
G_STATIC_ASSERT ((int) AMICUS_ENGINE_OSAGE == AMICUS_WIRE_ENGINE_OSAGE);
G_STATIC_ASSERT ((int) AMICUS_RANK_RIGHT_TO_LEFT == AMICUS_WIRE_RANK_RIGHT_TO_LEFT);
G_STATIC_ASSERT ((int) AMICUS_OUTLINE_DIAMOND == AMICUS_WIRE_OUTLINE_DIAMOND);
G_STATIC_ASSERT (AMICUS_NO_INDEX == AMICUS_WIRE_NONE);
G_STATIC_ASSERT (sizeof (AmicusPoint) == sizeof (AmicusWirePoint));

static void
write_nodes (const AmicusLayoutRequest *request,
             AmicusWireNode            *nodes)
{
  for (guint i = 0; i < request->n_nodes; i++)
    {
      const AmicusLayoutNode *node = &request->nodes[i];

      nodes[i] = (AmicusWireNode) {
        .width = node->width,
        .height = node->height,
        .x = node->pinned ? node->x : 0.0,
        .y = node->pinned ? node->y : 0.0,
        .group = node->group,
        .pinned = node->pinned ? 1 : 0,
        .outline = (guint16) node->outline,
      };
    }
}

static void
write_edges (const AmicusLayoutRequest *request,
             AmicusWireEdge            *edges)
{
  for (guint i = 0; i < request->n_edges; i++)
    {
      const AmicusLayoutEdge *edge = &request->edges[i];

      edges[i] = (AmicusWireEdge) {
        .tail = edge->tail,
        .head = edge->head,
        .tail_group = edge->tail_group,
        .head_group = edge->head_group,
        .label_width = edge->label_width,
        .label_height = edge->label_height,
      };
    }
}

static void
write_groups (const AmicusLayoutRequest *request,
              AmicusWireGroup           *groups)
{
  for (guint i = 0; i < request->n_groups; i++)
    {
      const AmicusLayoutGroup *group = &request->groups[i];

      groups[i] = (AmicusWireGroup) {
        .parent = group->parent,
        .title_width = group->title_width,
        .title_height = group->title_height,
      };
    }
}

/**
 * amicus_layout_request_encode:
 * @request: a request for one of Graphviz's engines
 * @serial: the number that the reply must have
 *
 * Returns: (transfer full) (nullable): the frame; %NULL if the worker would not take it, being
 *   too long or of numbers that are none
 */
GBytes *
amicus_layout_request_encode (const AmicusLayoutRequest *request,
                              guint32                    serial)
{
  gsize length = amicus_wire_request_length (request->n_nodes, request->n_edges, request->n_groups);
  g_autofree AmicusWireFrame *frame = NULL;
  AmicusWireRequest *body;

  if (length == 0)
    return NULL;

  frame = g_malloc (sizeof *frame + length);
  *frame = (AmicusWireFrame) { AMICUS_WIRE_MAGIC, AMICUS_WIRE_VERSION, serial, (guint32) length };
  body = (gpointer) (frame + 1);
  *body = (AmicusWireRequest) {
    .engine = request->engine,
    .rank_direction = request->rank_direction,
    .seed = request->seed,
    .n_nodes = request->n_nodes,
    .n_edges = request->n_edges,
    .n_groups = request->n_groups,
    .node_gap = NODE_GAP,
    .rank_gap = RANK_GAP,
  };
  write_nodes (request, (AmicusWireNode *) amicus_wire_request_nodes (body));
  write_edges (request, (AmicusWireEdge *) amicus_wire_request_edges (body));
  write_groups (request, (AmicusWireGroup *) amicus_wire_request_groups (body));

  if (!amicus_wire_request_is_valid (body, length))
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&frame), sizeof *frame + length);
}

static AmicusPlacement *
read_placement (const AmicusLayoutRequest *request,
                const AmicusWireReply     *reply)
{
  const AmicusWirePath *paths = amicus_wire_reply_edges (reply);
  const AmicusWireBox *boxes = amicus_wire_reply_groups (reply);
  const AmicusWirePoint *nodes = amicus_wire_reply_nodes (reply);
  const AmicusWirePoint *points = amicus_wire_reply_points (reply);
  AmicusPlacement *placement = amicus_placement_new (reply->n_nodes, reply->n_edges,
                                                     reply->n_groups, reply->n_points);
  guint32 first_point = 0;

  placement->engine = request->engine;
  memcpy (placement->nodes, nodes, sizeof (AmicusPoint) * reply->n_nodes);
  memcpy (placement->points, points, sizeof (AmicusPoint) * reply->n_points);

  for (guint i = 0; i < reply->n_edges; i++)
    {
      placement->edges[i].first_point = first_point;
      placement->edges[i].n_points = paths[i].n_points;
      placement->edges[i].label = (AmicusPoint) { paths[i].label.x, paths[i].label.y };
      first_point += paths[i].n_points;
    }

  for (guint i = 0; i < reply->n_groups; i++)
    placement->groups[i] = (AmicusRect) { boxes[i].x, boxes[i].y, boxes[i].width, boxes[i].height };

  amicus_route_bounds (request, placement);
  return placement;
}

/* The body of a frame with the right serial number. Only a refusal comes unasked, with number 0. */
static const AmicusWireReply *
find_reply (const AmicusLayoutRequest *request,
            guint32                    serial,
            GBytes                    *frame)
{
  gsize size;
  const AmicusWireFrame *head = g_bytes_get_data (frame, &size);
  const AmicusWireReply *reply;

  if (size < sizeof *head + sizeof *reply
      || !amicus_wire_frame_is_valid (head) || head->length != size - sizeof *head)
    return NULL;

  reply = (gconstpointer) (head + 1);
  if (!amicus_wire_reply_is_valid (reply, head->length, request->n_nodes, request->n_edges,
                                   request->n_groups)
      || (head->serial != serial && (head->serial != 0 || reply->status != AMICUS_WIRE_NO_SANDBOX)))
    return NULL;

  return reply;
}

/**
 * amicus_layout_reply_decode:
 * @request: what was asked
 * @serial: the number it had
 * @frame: what came back; may be anything. Its memory must be aligned for doubles, as that of
 *   g_malloc () is.
 * @error: return location for an #AmicusLayoutError
 *
 * Checks every number of a reply before it is believed.
 *
 * Returns: (transfer full): the placement
 */
AmicusPlacement *
amicus_layout_reply_decode (const AmicusLayoutRequest  *request,
                            guint32                     serial,
                            GBytes                     *frame,
                            GError                    **error)
{
  const AmicusWireReply *reply = find_reply (request, serial, frame);
  AmicusLayoutError code = AMICUS_LAYOUT_ERROR_FAILED;

  if (reply != NULL && reply->status == AMICUS_WIRE_DONE)
    return read_placement (request, reply);

  if (reply == NULL)
    code = AMICUS_LAYOUT_ERROR_BAD_REPLY;
  else if (reply->status == AMICUS_WIRE_NO_SANDBOX)
    code = AMICUS_LAYOUT_ERROR_SANDBOX;

  g_propagate_error (error, amicus_layout_problem_new (code, request->engine));
  return NULL;
}
