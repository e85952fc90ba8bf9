/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where things lie. Numbers in, numbers out: no name, no graph. */

#pragma once

#include <gio/gio.h>

#include "base/geometry.h"

G_BEGIN_DECLS

#define AMICUS_LAYOUT_ERROR (amicus_layout_error_quark ())
GQuark amicus_layout_error_quark (void);

/**
 * AmicusLayoutError:
 * @AMICUS_LAYOUT_ERROR_WORKER_MISSING: the worker program could not be started
 * @AMICUS_LAYOUT_ERROR_SANDBOX: the worker refused to work without its sandbox
 * @AMICUS_LAYOUT_ERROR_CRASHED: the engine crashed twice on this request
 * @AMICUS_LAYOUT_ERROR_TIMED_OUT: the deadline passed
 * @AMICUS_LAYOUT_ERROR_BAD_REPLY: the worker's answer made no sense
 * @AMICUS_LAYOUT_ERROR_FAILED: the engine gave no layout
 */
typedef enum
{
  AMICUS_LAYOUT_ERROR_WORKER_MISSING,
  AMICUS_LAYOUT_ERROR_SANDBOX,
  AMICUS_LAYOUT_ERROR_CRASHED,
  AMICUS_LAYOUT_ERROR_TIMED_OUT,
  AMICUS_LAYOUT_ERROR_BAD_REPLY,
  AMICUS_LAYOUT_ERROR_FAILED,
} AmicusLayoutError;

typedef enum
{
  AMICUS_ENGINE_AUTO,
  AMICUS_ENGINE_DOT,
  AMICUS_ENGINE_NEATO,
  AMICUS_ENGINE_FDP,
  AMICUS_ENGINE_SFDP,
  AMICUS_ENGINE_TWOPI,
  AMICUS_ENGINE_CIRCO,
  AMICUS_ENGINE_OSAGE,
  AMICUS_ENGINE_BUILTIN,
  AMICUS_N_ENGINES,
} AmicusEngine;

typedef enum
{
  AMICUS_RANK_TOP_TO_BOTTOM,
  AMICUS_RANK_LEFT_TO_RIGHT,
  AMICUS_RANK_BOTTOM_TO_TOP,
  AMICUS_RANK_RIGHT_TO_LEFT,
} AmicusRankDirection;

/* The border that relations end at, inside a node's box. */
typedef enum
{
  AMICUS_OUTLINE_BOX,
  AMICUS_OUTLINE_PILL,     /* half circles of the box's height left and right */
  AMICUS_OUTLINE_HEXAGON,  /* points left and right, 0.3 of the height deep */
  AMICUS_OUTLINE_ELLIPSE,
  AMICUS_OUTLINE_DIAMOND,
} AmicusOutline;

/**
 * AmicusLayoutNode:
 * @width: in points
 * @height: in points
 * @x: centre, read only if @pinned
 * @y: centre, y down, read only if @pinned
 * @pinned: whether the person has fixed the place
 * @outline: where relations end
 * @group: innermost group that holds it, or %AMICUS_NO_INDEX
 */
typedef struct
{
  double width;
  double height;
  double x;
  double y;
  gboolean pinned;
  AmicusOutline outline;
  guint32 group;
} AmicusLayoutNode;

/**
 * AmicusLayoutEdge:
 * @tail: node, or %AMICUS_NO_INDEX if it begins at the hull @tail_group
 * @head: node, or %AMICUS_NO_INDEX if it ends at the hull @head_group
 * @tail_group: group, read only without @tail
 * @head_group: group, read only without @head
 * @label_width: in points; 0 for no label
 * @label_height: in points
 */
typedef struct
{
  guint32 tail;
  guint32 head;
  guint32 tail_group;
  guint32 head_group;
  double label_width;
  double label_height;
} AmicusLayoutEdge;

/**
 * AmicusLayoutGroup:
 * @parent: group that holds it (a smaller index), or %AMICUS_NO_INDEX
 * @title_width: in points; 0 for no title
 * @title_height: in points
 */
typedef struct
{
  guint32 parent;
  double title_width;
  double title_height;
} AmicusLayoutGroup;

/**
 * AmicusLayoutRequest:
 *
 * Everything a layout depends on. Filled in by its maker, then never changed; reference-counted
 * atomically so that threads may read it.
 */
typedef struct
{
  gatomicrefcount ref_count;
  AmicusEngine engine;
  AmicusRankDirection rank_direction;
  guint32 seed;
  guint timeout_ms;          /* 0: the default for the size */
  guint n_nodes;
  guint n_edges;
  guint n_groups;
  AmicusLayoutNode *nodes;
  AmicusLayoutEdge *edges;
  AmicusLayoutGroup *groups;
} AmicusLayoutRequest;

/**
 * AmicusEdgePath:
 * @first_point: index into the placement's points
 * @n_points: 3n + 1 control points of Bézier curves from the tail's border to the head's border; 0 if not drawn
 * @label: centre of the label; meaningless without one
 */
typedef struct
{
  guint32 first_point;
  guint32 n_points;
  AmicusPoint label;
} AmicusEdgePath;

/**
 * AmicusPlacement:
 * @engine: the engine that answered, never %AMICUS_ENGINE_AUTO
 * @problem: (nullable): why the engine asked for did not answer and the built-in one did
 * @nodes: centres
 * @edges: curves and label centres
 * @groups: hulls; the title stands at the top left inside them. An empty group has no extent.
 * @bounds: holds all of it
 *
 * The answer to a request. Immutable, reference-counted atomically.
 */
typedef struct
{
  gatomicrefcount ref_count;
  AmicusEngine engine;
  GError *problem;
  guint n_nodes;
  guint n_edges;
  guint n_groups;
  guint n_points;
  AmicusPoint *nodes;
  AmicusEdgePath *edges;
  AmicusRect *groups;
  AmicusPoint *points;
  AmicusRect bounds;
} AmicusPlacement;

/**
 * AmicusPrevious:
 * @placement: where things lay before
 * @nodes: for each node of the new request its index in @placement, or %AMICUS_NO_INDEX
 *
 * The old picture that a new one is to resemble.
 */
typedef struct
{
  AmicusPlacement *placement;
  const guint32 *nodes;
} AmicusPrevious;

const char          *amicus_engine_to_word       (AmicusEngine           engine);
gboolean             amicus_engine_from_word     (const char            *word,
                                                  AmicusEngine          *engine);

AmicusLayoutRequest *amicus_layout_request_new   (guint                  n_nodes,
                                                  guint                  n_edges,
                                                  guint                  n_groups) G_GNUC_WARN_UNUSED_RESULT;
AmicusLayoutRequest *amicus_layout_request_ref   (AmicusLayoutRequest   *self);
void                 amicus_layout_request_unref (AmicusLayoutRequest   *self);

AmicusPlacement     *amicus_placement_new        (guint                  n_nodes,
                                                  guint                  n_edges,
                                                  guint                  n_groups,
                                                  guint                  n_points) G_GNUC_WARN_UNUSED_RESULT;
AmicusPlacement     *amicus_placement_copy       (const AmicusPlacement *self) G_GNUC_WARN_UNUSED_RESULT;
AmicusPlacement     *amicus_placement_ref        (AmicusPlacement       *self);
void                 amicus_placement_unref      (AmicusPlacement       *self);

/**
 * AmicusLayouter:
 *
 * Lays graphs out: keeps one warm worker process, and threads for what is done here. One request at a time for each
 * owner; a new one cancels the one before.
 */
#define AMICUS_TYPE_LAYOUTER (amicus_layouter_get_type ())
G_DECLARE_FINAL_TYPE (AmicusLayouter, amicus_layouter, AMICUS, LAYOUTER, GObject)

/* @worker: path of amicus-layout; NULL for AMICUS_LAYOUT_WORKER in the environment, then the installed one. */
AmicusLayouter      *amicus_layouter_new         (const char            *worker) G_GNUC_WARN_UNUSED_RESULT;

/* Chooses the engine, asks the worker or the built-in engine, removes overlaps, packs components, routes
 * relations, places labels, and moves the result onto @previous where there is one. Fails only when cancelled:
 * when the engine asked for fails, the built-in one answers and the placement tells the problem — or, with
 * @previous, the old picture should be kept by the caller, who finds the same problem. Never blocks. */
void                 amicus_layouter_run_async   (AmicusLayouter        *self,
                                                  AmicusLayoutRequest   *request,
                                                  const AmicusPrevious  *previous,
                                                  GCancellable          *cancellable,
                                                  GAsyncReadyCallback    callback,
                                                  gpointer               user_data);
AmicusPlacement     *amicus_layouter_run_finish  (AmicusLayouter        *self,
                                                  GAsyncResult          *result,
                                                  GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/* Routes the edges and labels of a placement anew, with its nodes where @nodes says; groups are fitted. Used
 * while a card is dragged and between two placements of an animation. Fast enough to be called each frame below some 300 nodes. */
AmicusPlacement     *amicus_layout_route         (AmicusLayoutRequest   *request,
                                                  const AmicusPoint     *nodes,
                                                  AmicusEngine           engine) G_GNUC_WARN_UNUSED_RESULT;

/**
 * AmicusLayoutChange:
 * @request: what was laid out before
 * @placement: where things lay; the answer to @request
 * @nodes: for each node of the new request its index before, or %AMICUS_NO_INDEX
 * @edges: the same for edges
 * @groups: the same for groups
 * @wishes: (nullable): where nodes that were not there should come to lie; not a number for anywhere
 *
 * What became another request by an edit.
 */
typedef struct
{
  AmicusLayoutRequest *request;
  AmicusPlacement *placement;
  const guint32 *nodes;
  const guint32 *edges;
  const guint32 *groups;
  const AmicusPoint *wishes;
} AmicusLayoutChange;

/* The placement of @request in which everything stays that was there: only what is new gets a place, and what it
 * would cover gives way. No engine is asked. The same change gives the same places. */
AmicusPlacement     *amicus_layout_change        (AmicusLayoutRequest      *request,
                                                  const AmicusLayoutChange *change) G_GNUC_WARN_UNUSED_RESULT;

/* The same with all nodes where @nodes says: relations between ends that did not move keep their curves. */
AmicusPlacement     *amicus_layout_redraw        (AmicusLayoutRequest      *request,
                                                  const AmicusLayoutChange *change,
                                                  const AmicusPoint        *nodes) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusLayoutRequest, amicus_layout_request_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusPlacement, amicus_placement_unref)

G_END_DECLS
