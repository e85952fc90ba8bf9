/* SPDX-License-Identifier: GPL-3.0-or-later
 * libFuzzer: whatever the worker may write, a placement has only numbers that can be drawn. */

#include "layout/wire-private.h"

#include <math.h>

#define SERIAL 7u

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static AmicusLayoutRequest *
request_new (const guint8 *counts)
{
  guint n_nodes = 1 + counts[0] % 8, n_groups = counts[2] % 4;
  AmicusLayoutRequest *request = amicus_layout_request_new (n_nodes, counts[1] % 8, n_groups);

  request->engine = AMICUS_ENGINE_DOT;
  for (guint i = 0; i < n_nodes; i++)
    request->nodes[i].width = request->nodes[i].height = 10.0;

  return request;
}

/* Gives the body the counts that were asked for, so that the fuzzer gets on to the numbers: what does
 * not fill a point is cut off, and all points become those of the first edge. */
static size_t
mend_body (const AmicusLayoutRequest *request,
           AmicusWireReply           *reply,
           size_t                     size)
{
  size_t least = amicus_wire_reply_length (request->n_nodes, request->n_edges, request->n_groups, 0);

  if (size < least)
    return size;

  *reply = (AmicusWireReply) { AMICUS_WIRE_DONE, request->n_nodes, request->n_edges,
                               request->n_groups,
                               (guint32) ((size - least) / sizeof (AmicusWirePoint)), 0 };
  for (guint i = 0; i < request->n_edges; i++)
    {
      AmicusWirePath *path = (AmicusWirePath *) amicus_wire_reply_edges (reply) + i;

      path->n_points = i == 0 ? reply->n_points : 0;
      path->zero = 0;
    }

  return amicus_wire_reply_size (reply);
}

/* The frame as it came, or with a good header, or with good counts, too. */
static GBytes *
frame_new (const AmicusLayoutRequest *request,
           const guint8              *data,
           size_t                     size,
           int                        mending)
{
  guint8 *copy = g_malloc (size + 1);
  AmicusWireFrame *head = (gpointer) copy;

  if (size > 0)
    memcpy (copy, data, size);

  if (mending > 0 && size >= sizeof *head)
    {
      if (mending > 1)
        size = sizeof *head + mend_body (request, (gpointer) (head + 1), size - sizeof *head);
      *head = (AmicusWireFrame) { AMICUS_WIRE_MAGIC, AMICUS_WIRE_VERSION, SERIAL,
                                  (guint32) (size - sizeof *head) };
    }

  return g_bytes_new_take (copy, size);
}

static void
check_point (const AmicusPoint *point)
{
  g_assert_true (fabs (point->x) <= AMICUS_COORDINATE_LIMIT);
  g_assert_true (fabs (point->y) <= AMICUS_COORDINATE_LIMIT);
}

static void
check_placement (const AmicusLayoutRequest *request,
                 const AmicusPlacement     *placement)
{
  g_assert_cmpuint (placement->n_nodes, ==, request->n_nodes);
  g_assert_cmpuint (placement->n_edges, ==, request->n_edges);
  g_assert_cmpuint (placement->n_groups, ==, request->n_groups);

  for (guint i = 0; i < placement->n_nodes; i++)
    check_point (&placement->nodes[i]);
  for (guint i = 0; i < placement->n_points; i++)
    check_point (&placement->points[i]);
  for (guint i = 0; i < placement->n_edges; i++)
    {
      const AmicusEdgePath *path = &placement->edges[i];

      check_point (&path->label);
      g_assert_true (path->n_points == 0 || (path->n_points >= 4 && path->n_points % 3 == 1));
      g_assert_cmpuint (path->first_point + path->n_points, <=, placement->n_points);
    }
  for (guint i = 0; i < placement->n_groups; i++)
    g_assert_true (isfinite (placement->groups[i].x + placement->groups[i].width));
  g_assert_true (isfinite (placement->bounds.width + placement->bounds.height));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (AmicusLayoutRequest) request = NULL;
  g_autoptr (GBytes) frame = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmicusPlacement) placement = NULL;

  if (size < 4)
    return 0;

  request = request_new (data);
  frame = frame_new (request, data + 4, size - 4, data[3] % 4);
  placement = amicus_layout_reply_decode (request, SERIAL, frame, &error);
  g_assert_true ((placement != NULL) == (error == NULL));
  if (placement != NULL)
    check_placement (request, placement);

  return 0;
}
