/* SPDX-License-Identifier: MIT
 * What the program amicus-layout and its client say to each other. The one file they share.
 *
 * A frame is a header and a body. The client sends requests, the worker answers each with a reply
 * of the same serial number. Both run on the same machine, so the numbers have the machine's own
 * byte order (little-endian on all we build for); all lengths are multiples of 8 and nothing is
 * padded.
 *
 *   request: AmicusWireRequest, nodes, edges, groups
 *   reply:   AmicusWireReply, node centres, edges, group boxes, control points
 *
 * All lengths are in points, y down. Neither side believes the other: see the …_is_valid ()
 * below. */

#pragma once

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define AMICUS_WIRE_MAGIC 0x4c434d41u /* "AMCL" */
#define AMICUS_WIRE_VERSION 1u
#define AMICUS_WIRE_NONE UINT32_MAX

#define AMICUS_WIRE_MAX_LENGTH (64u << 20)
#define AMICUS_WIRE_MAX_COORDINATE 1e6
#define AMICUS_WIRE_MAX_SIZE 1e4
#define AMICUS_WIRE_MAX_GAP 1e3

enum
{
  AMICUS_WIRE_ENGINE_DOT = 1,
  AMICUS_WIRE_ENGINE_NEATO,
  AMICUS_WIRE_ENGINE_FDP,
  AMICUS_WIRE_ENGINE_SFDP,
  AMICUS_WIRE_ENGINE_TWOPI,
  AMICUS_WIRE_ENGINE_CIRCO,
  AMICUS_WIRE_ENGINE_OSAGE,
  AMICUS_WIRE_N_ENGINES,
};

enum
{
  AMICUS_WIRE_RANK_TOP_TO_BOTTOM,
  AMICUS_WIRE_RANK_LEFT_TO_RIGHT,
  AMICUS_WIRE_RANK_BOTTOM_TO_TOP,
  AMICUS_WIRE_RANK_RIGHT_TO_LEFT,
  AMICUS_WIRE_N_RANK_DIRECTIONS,
};

enum
{
  AMICUS_WIRE_OUTLINE_BOX,
  AMICUS_WIRE_OUTLINE_PILL,    /* half circles of the height left and right */
  AMICUS_WIRE_OUTLINE_HEXAGON, /* points left and right, 0.3 of the height deep */
  AMICUS_WIRE_OUTLINE_ELLIPSE,
  AMICUS_WIRE_OUTLINE_DIAMOND,
  AMICUS_WIRE_N_OUTLINES,
};

enum
{
  AMICUS_WIRE_DONE,
  AMICUS_WIRE_FAILED,      /* the engine gave no layout */
  AMICUS_WIRE_BAD_REQUEST,
  AMICUS_WIRE_NO_SANDBOX,  /* sent unasked with serial 0: nothing will be read */
  AMICUS_WIRE_N_STATUSES,
};

typedef struct
{
  uint32_t magic;
  uint32_t version;
  uint32_t serial;
  uint32_t length;     /* bytes of the body */
} AmicusWireFrame;

typedef struct
{
  uint32_t engine;
  uint32_t rank_direction;
  uint32_t seed;
  uint32_t n_nodes;
  uint32_t n_edges;
  uint32_t n_groups;
  double node_gap;     /* between neighbours */
  double rank_gap;     /* between ranks, rings or the ends of a relation */
} AmicusWireRequest;

typedef struct
{
  double width;
  double height;
  double x;            /* centre, read only if pinned */
  double y;
  uint32_t group;      /* innermost, or AMICUS_WIRE_NONE */
  uint16_t pinned;
  uint16_t outline;
} AmicusWireNode;

typedef struct
{
  uint32_t tail;       /* node, or AMICUS_WIRE_NONE: the edge begins at the hull of tail_group */
  uint32_t head;
  uint32_t tail_group; /* read only without tail */
  uint32_t head_group;
  double label_width;  /* 0 for no label */
  double label_height;
} AmicusWireEdge;

typedef struct
{
  uint32_t parent;     /* a smaller index, or AMICUS_WIRE_NONE */
  uint32_t zero;
  double title_width;  /* 0 for no title */
  double title_height;
} AmicusWireGroup;

typedef struct
{
  uint32_t status;
  uint32_t n_nodes;    /* this and the following: 0 unless done */
  uint32_t n_edges;
  uint32_t n_groups;
  uint32_t n_points;
  uint32_t zero;
} AmicusWireReply;

typedef struct
{
  double x;
  double y;
} AmicusWirePoint;

typedef struct
{
  AmicusWirePoint label;
  uint32_t n_points;   /* 3n + 1 control points, taken in turn; 0 if not drawn */
  uint32_t zero;
} AmicusWirePath;

typedef struct
{
  double x;            /* left */
  double y;            /* top */
  double width;        /* -1 for a group without a box */
  double height;
} AmicusWireBox;

_Static_assert (sizeof (AmicusWireFrame) == 16, "frames are not padded");
_Static_assert (sizeof (AmicusWireRequest) == 40, "requests are not padded");
_Static_assert (sizeof (AmicusWireNode) == 40, "nodes are not padded");
_Static_assert (sizeof (AmicusWireEdge) == 32, "edges are not padded");
_Static_assert (sizeof (AmicusWireGroup) == 24, "groups are not padded");
_Static_assert (sizeof (AmicusWireReply) == 24, "replies are not padded");
_Static_assert (sizeof (AmicusWirePoint) == 16, "points are not padded");
_Static_assert (sizeof (AmicusWirePath) == 24, "paths are not padded");
_Static_assert (sizeof (AmicusWireBox) == 32, "boxes are not padded");

static inline bool
amicus_wire_frame_is_valid (const AmicusWireFrame *frame)
{
  return frame->magic == AMICUS_WIRE_MAGIC && frame->version == AMICUS_WIRE_VERSION
         && frame->length <= AMICUS_WIRE_MAX_LENGTH;
}

/* The arrays follow each other in the body; its beginning must be aligned for doubles. */

static inline const AmicusWireNode *
amicus_wire_request_nodes (const AmicusWireRequest *request)
{
  return (const void *) (request + 1);
}

static inline const AmicusWireEdge *
amicus_wire_request_edges (const AmicusWireRequest *request)
{
  return (const void *) (amicus_wire_request_nodes (request) + request->n_nodes);
}

static inline const AmicusWireGroup *
amicus_wire_request_groups (const AmicusWireRequest *request)
{
  return (const void *) (amicus_wire_request_edges (request) + request->n_edges);
}

static inline const AmicusWirePoint *
amicus_wire_reply_nodes (const AmicusWireReply *reply)
{
  return (const void *) (reply + 1);
}

static inline const AmicusWirePath *
amicus_wire_reply_edges (const AmicusWireReply *reply)
{
  return (const void *) (amicus_wire_reply_nodes (reply) + reply->n_nodes);
}

static inline const AmicusWireBox *
amicus_wire_reply_groups (const AmicusWireReply *reply)
{
  return (const void *) (amicus_wire_reply_edges (reply) + reply->n_edges);
}

static inline const AmicusWirePoint *
amicus_wire_reply_points (const AmicusWireReply *reply)
{
  return (const void *) (amicus_wire_reply_groups (reply) + reply->n_groups);
}

/* Bytes of a body with so many records; 0 if they are too many. */

static inline size_t
amicus_wire_request_length (uint32_t n_nodes,
                            uint32_t n_edges,
                            uint32_t n_groups)
{
  uint64_t length = sizeof (AmicusWireRequest)
                    + (uint64_t) n_nodes * sizeof (AmicusWireNode)
                    + (uint64_t) n_edges * sizeof (AmicusWireEdge)
                    + (uint64_t) n_groups * sizeof (AmicusWireGroup);

  return length <= AMICUS_WIRE_MAX_LENGTH ? (size_t) length : 0;
}

static inline size_t
amicus_wire_reply_length (uint32_t n_nodes,
                          uint32_t n_edges,
                          uint32_t n_groups,
                          uint32_t n_points)
{
  uint64_t length = sizeof (AmicusWireReply)
                    + (uint64_t) n_nodes * sizeof (AmicusWirePoint)
                    + (uint64_t) n_edges * sizeof (AmicusWirePath)
                    + (uint64_t) n_groups * sizeof (AmicusWireBox)
                    + (uint64_t) n_points * sizeof (AmicusWirePoint);

  return length <= AMICUS_WIRE_MAX_LENGTH ? (size_t) length : 0;
}

static inline size_t
amicus_wire_reply_size (const AmicusWireReply *reply)
{
  return amicus_wire_reply_length (reply->n_nodes, reply->n_edges, reply->n_groups,
                                   reply->n_points);
}

/* False for NaN, too. */
static inline bool
amicus_wire_is_between (double value,
                        double smallest,
                        double largest)
{
  return value >= smallest && value <= largest;
}

static inline bool
amicus_wire_is_size (double value)
{
  return amicus_wire_is_between (value, 0.0, AMICUS_WIRE_MAX_SIZE);
}

static inline bool
amicus_wire_is_coordinate (double value)
{
  return amicus_wire_is_between (value, -AMICUS_WIRE_MAX_COORDINATE, AMICUS_WIRE_MAX_COORDINATE);
}

static inline bool
amicus_wire_point_is_valid (const AmicusWirePoint *point)
{
  return amicus_wire_is_coordinate (point->x) && amicus_wire_is_coordinate (point->y);
}

static inline bool
amicus_wire_is_index (uint32_t index,
                      uint32_t count)
{
  return index < count || index == AMICUS_WIRE_NONE;
}

static inline bool
amicus_wire_node_is_valid (const AmicusWireNode *node,
                           uint32_t              n_groups)
{
  return amicus_wire_is_size (node->width) && amicus_wire_is_size (node->height)
         && amicus_wire_is_coordinate (node->x) && amicus_wire_is_coordinate (node->y)
         && amicus_wire_is_index (node->group, n_groups)
         && node->pinned <= 1 && node->outline < AMICUS_WIRE_N_OUTLINES;
}

static inline bool
amicus_wire_end_is_valid (uint32_t node,
                          uint32_t group,
                          uint32_t n_nodes,
                          uint32_t n_groups)
{
  return node < n_nodes || (node == AMICUS_WIRE_NONE && group < n_groups);
}

static inline bool
amicus_wire_edge_is_valid (const AmicusWireEdge *edge,
                           uint32_t              n_nodes,
                           uint32_t              n_groups)
{
  return amicus_wire_end_is_valid (edge->tail, edge->tail_group, n_nodes, n_groups)
         && amicus_wire_end_is_valid (edge->head, edge->head_group, n_nodes, n_groups)
         && amicus_wire_is_size (edge->label_width) && amicus_wire_is_size (edge->label_height);
}

static inline bool
amicus_wire_group_is_valid (const AmicusWireGroup *group,
                            uint32_t               index)
{
  return amicus_wire_is_index (group->parent, index) && group->zero == 0
         && amicus_wire_is_size (group->title_width) && amicus_wire_is_size (group->title_height);
}

static inline bool
amicus_wire_request_is_valid (const AmicusWireRequest *request,
                              size_t                   length)
{
  const AmicusWireNode *nodes;
  const AmicusWireEdge *edges;
  const AmicusWireGroup *groups;
  bool valid = true;

  if (length < sizeof *request
      || length != amicus_wire_request_length (request->n_nodes, request->n_edges,
                                               request->n_groups)
      || request->engine < AMICUS_WIRE_ENGINE_DOT || request->engine >= AMICUS_WIRE_N_ENGINES
      || request->rank_direction >= AMICUS_WIRE_N_RANK_DIRECTIONS
      || !amicus_wire_is_between (request->node_gap, 0.0, AMICUS_WIRE_MAX_GAP)
      || !amicus_wire_is_between (request->rank_gap, 0.0, AMICUS_WIRE_MAX_GAP))
    return false;

  nodes = amicus_wire_request_nodes (request);
  edges = amicus_wire_request_edges (request);
  groups = amicus_wire_request_groups (request);
  for (uint32_t i = 0; i < request->n_nodes && valid; i++)
    valid = amicus_wire_node_is_valid (&nodes[i], request->n_groups);
  for (uint32_t i = 0; i < request->n_edges && valid; i++)
    valid = amicus_wire_edge_is_valid (&edges[i], request->n_nodes, request->n_groups);
  for (uint32_t i = 0; i < request->n_groups && valid; i++)
    valid = amicus_wire_group_is_valid (&groups[i], i);

  return valid;
}

/* Whether each path has 3n + 1 points or none, and all together have those of the reply. */
static inline bool
amicus_wire_paths_are_valid (const AmicusWireReply *reply)
{
  const AmicusWirePath *paths = amicus_wire_reply_edges (reply);
  uint64_t n_points = 0;

  for (uint32_t i = 0; i < reply->n_edges; i++)
    {
      if (paths[i].n_points == 1 || (paths[i].n_points != 0 && paths[i].n_points % 3 != 1)
          || paths[i].zero != 0 || !amicus_wire_point_is_valid (&paths[i].label))
        return false;
      n_points += paths[i].n_points;
    }

  return n_points == reply->n_points;
}

static inline bool
amicus_wire_box_is_valid (const AmicusWireBox *box)
{
  double largest = 2.0 * AMICUS_WIRE_MAX_COORDINATE;
  double smallest = box->width < 0.0 && box->height < 0.0 ? -1.0 : 0.0;

  return amicus_wire_is_coordinate (box->x) && amicus_wire_is_coordinate (box->y)
         && amicus_wire_is_between (box->width, smallest, largest)
         && amicus_wire_is_between (box->height, smallest, largest);
}

/* Whether the body is a well-formed reply with so many records, or tells in a known word why
 * there is none. */
static inline bool
amicus_wire_reply_is_valid (const AmicusWireReply *reply,
                            size_t                 length,
                            uint32_t               n_nodes,
                            uint32_t               n_edges,
                            uint32_t               n_groups)
{
  const AmicusWirePoint *nodes, *points;
  const AmicusWireBox *groups;
  bool valid;

  if (length < sizeof *reply || reply->status >= AMICUS_WIRE_N_STATUSES || reply->zero != 0
      || length != amicus_wire_reply_size (reply))
    return false;

  if (reply->status != AMICUS_WIRE_DONE)
    return length == sizeof *reply;

  if (reply->n_nodes != n_nodes || reply->n_edges != n_edges || reply->n_groups != n_groups)
    return false;

  nodes = amicus_wire_reply_nodes (reply);
  groups = amicus_wire_reply_groups (reply);
  points = amicus_wire_reply_points (reply);
  valid = amicus_wire_paths_are_valid (reply);
  for (uint32_t i = 0; i < n_nodes && valid; i++)
    valid = amicus_wire_point_is_valid (&nodes[i]);
  for (uint32_t i = 0; i < n_groups && valid; i++)
    valid = amicus_wire_box_is_valid (&groups[i]);
  for (uint32_t i = 0; i < reply->n_points && valid; i++)
    valid = amicus_wire_point_is_valid (&points[i]);

  return valid;
}
