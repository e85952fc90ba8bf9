/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One picture goes through these steps; each may be the last one of a request that was overtaken:
 *
 *   graph ──read──▶ draft ──measure──▶ request ──layout──▶ placement ──build──▶ scene
 *     main loop,      a thread           the layouter        a thread,
 *     in slices                                              if large
 */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/picture-private.h"

#include <string.h>

#include "drawing/picture-move.h"

/* Entities and relations up to which a scene is built at once: some ten milliseconds. */
#define SMALL 2000

/* Microseconds of the main loop that reading may take at a time. */
#define FIRST_SLICE 20000
#define SLICE 8000

/* As windows are redrawn: an animation, say of the progress, would starve what waits behind it. */
#define SLICE_PRIORITY (G_PRIORITY_HIGH_IDLE + 20)

/*
 * picture: for the answer on the main thread; threads do not touch it
 */
typedef struct
{
  AmicusPicture *picture;
  guint serial;
  AmicusDraft *draft;
  AmicusMeasurer *measurer;
  AmicusPlacement *placement;
  AmicusScheme scheme;
} Job;

static Job *
job_new (AmicusPicture *self,
         AmicusDraft   *draft,
         guint          serial)
{
  Job *job = g_new0 (Job, 1);

  job->picture = g_object_ref (self);
  job->serial = serial;
  job->draft = amicus_draft_ref (draft);
  job->measurer = amicus_measurer_ref (self->measurer);
  job->scheme = self->options.scheme;
  return job;
}

static void
job_free (Job *job)
{
  g_object_unref (job->picture);
  amicus_draft_unref (job->draft);
  amicus_measurer_unref (job->measurer);
  g_clear_pointer (&job->placement, amicus_placement_unref);
  g_free (job);
}

static void
work_clear (AmicusPictureWork *work)
{
  g_cancellable_cancel (work->cancellable);
  g_clear_object (&work->cancellable);
  g_clear_handle_id (&work->source, g_source_remove);
  g_clear_pointer (&work->reader, amicus_draft_reader_free);
  g_clear_pointer (&work->draft, amicus_draft_unref);
  g_clear_pointer (&work->request, amicus_layout_request_unref);
}

static gboolean
is_small (const AmicusDraft *draft)
{
  return draft->entities->len + draft->relations->len <= SMALL;
}

static void
release_scene (gpointer scene)
{
  amicus_scene_unref (scene);
}

static void
build_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Job *job = data;

  g_task_return_pointer (task, amicus_draft_scene (job->draft, job->placement, job->scheme),
                         release_scene);
}

static void
on_built (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Job *job = data;
  g_autoptr (AmicusScene) scene = g_task_propagate_pointer (G_TASK (result), NULL);

  if (scene != NULL && job->serial == job->picture->scene_serial)
    amicus_picture_take_scene (job->picture, g_steal_pointer (&scene));
  job_free (job);
}

void
amicus_picture_build_scene (AmicusPicture *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  self->scene_serial++;
  if (is_small (self->draft))
    {
      amicus_picture_take_scene (self, amicus_draft_scene (self->draft, self->placement,
                                                           self->options.scheme));
      return;
    }

  job = job_new (self, self->draft, self->scene_serial);
  job->placement = amicus_placement_ref (self->placement);
  task = g_task_new (NULL, NULL, on_built, job);
  g_task_set_task_data (task, job, NULL);
  g_task_run_in_thread (task, build_in_thread);
}

/* Nodes of the old picture are where an animation starts; new ones appear where they will be. */
static AmicusPoint *
find_starts (AmicusPicture         *self,
             const AmicusDraft     *draft,
             const AmicusPlacement *placement)
{
  g_autofree guint32 *map = NULL;
  AmicusPoint *starts;

  if (self->placement == NULL || draft->n_nodes > AMICUS_ANIMATED)
    return NULL;

  map = amicus_draft_map_nodes (draft, self->draft);
  starts = g_new (AmicusPoint, MAX (draft->n_nodes, 1));
  for (guint i = 0; i < draft->n_nodes; i++)
    starts[i] = map[i] != AMICUS_NO_INDEX ? self->placement->nodes[map[i]] : placement->nodes[i];
  return starts;
}

static void
take_placement (AmicusPicture   *self,
                AmicusPlacement *placement)
{
  AmicusPoint *starts = find_starts (self, self->work.draft, placement);

  g_free (self->starts);
  self->starts = starts;
  g_clear_pointer (&self->draft, amicus_draft_unref);
  self->draft = g_steal_pointer (&self->work.draft);
  g_clear_pointer (&self->request, amicus_layout_request_unref);
  self->request = g_steal_pointer (&self->work.request);
  g_clear_pointer (&self->placement, amicus_placement_unref);
  self->placement = placement;
  work_clear (&self->work);
  amicus_picture_build_scene (self);
  amicus_picture_set_busy (self, FALSE);
}

/* Where everything was, if all that is to be drawn was there; its curves are drawn anew, as
 * boxes may have grown. */
static AmicusPlacement *
keep_places (AmicusPicture *self)
{
  AmicusDraft *draft = self->work.draft;
  g_autofree guint32 *map = NULL;
  g_autofree AmicusPoint *places = NULL;

  if (self->placement == NULL || draft->n_nodes > AMICUS_ROUTE_ALL)
    return NULL;

  map = amicus_draft_map_nodes (draft, self->draft);
  places = g_new (AmicusPoint, MAX (draft->n_nodes, 1));
  for (guint i = 0; i < draft->n_nodes; i++)
    {
      if (map[i] == AMICUS_NO_INDEX)
        return NULL;
      places[i] = self->placement->nodes[map[i]];
    }
  return amicus_layout_route (self->work.request, places, self->placement->engine);
}

static void
take_answer (AmicusPicture   *self,
             AmicusPlacement *placement)
{
  AmicusPlacement *kept = NULL;

  amicus_picture_set_problem (self, placement->problem);
  if (placement->problem != NULL)
    kept = keep_places (self);
  take_placement (self, kept != NULL ? kept : amicus_placement_ref (placement));
}

typedef struct
{
  AmicusPicture *picture;
  guint serial;
} Asked;

static void
on_laid_out (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autofree Asked *asked = data;
  g_autoptr (AmicusPicture) self = asked->picture;
  g_autoptr (GError) error = NULL;
  g_autoptr (AmicusPlacement) placement = NULL;

  placement = amicus_layouter_run_finish (self->layouter, result, &error);
  if (asked->serial != self->serial)
    return;

  if (placement != NULL)
    {
      take_answer (self, placement);
      return;
    }
  work_clear (&self->work);
  amicus_picture_set_busy (self, FALSE);
}

static gboolean
same_bytes (gconstpointer a,
            gconstpointer b,
            gsize         n)
{
  return n == 0 || memcmp (a, b, n) == 0;
}

static gboolean
same_numbers (const AmicusLayoutRequest *a,
              const AmicusLayoutRequest *b)
{
  return a->engine == b->engine && a->rank_direction == b->rank_direction &&
         a->n_nodes == b->n_nodes && a->n_edges == b->n_edges && a->n_groups == b->n_groups &&
         same_bytes (a->nodes, b->nodes, a->n_nodes * sizeof (AmicusLayoutNode)) &&
         same_bytes (a->edges, b->edges, a->n_edges * sizeof (AmicusLayoutEdge)) &&
         same_bytes (a->groups, b->groups, a->n_groups * sizeof (AmicusLayoutGroup));
}

/* What was moved by hand stays there as if the file said so. */
static void
pin_moved (AmicusPicture *self)
{
  for (guint i = 0; i < self->work.draft->entities->len; i++)
    {
      const AmicusDraftEntity *entity = amicus_draft_entity (self->work.draft, i);
      const AmicusPoint *place = entity->dot_id != NULL
                                   ? g_hash_table_lookup (self->moved, entity->dot_id)
                                   : NULL;
      AmicusLayoutNode *node;

      if (place == NULL || entity->node == AMICUS_NO_INDEX)
        continue;
      node = &self->work.request->nodes[entity->node];
      node->pinned = TRUE;
      node->x = place->x;
      node->y = place->y;
    }
}

static void
lay_out (AmicusPicture *self)
{
  g_autofree guint32 *map = NULL;
  AmicusPrevious previous;
  Asked *asked;

  self->work.request = amicus_draft_request (self->work.draft);
  if (g_hash_table_size (self->moved) > 0)
    pin_moved (self);
  if (!self->work.afresh && self->placement != NULL &&
      same_numbers (self->work.request, self->request))
    {
      /* A copy: who looks at placements sees that this is the picture of another graph. */
      take_placement (self, amicus_placement_copy (self->placement));
      return;
    }

  asked = g_new (Asked, 1);
  asked->picture = g_object_ref (self);
  asked->serial = self->serial;
  if (self->placement != NULL && !self->work.afresh)
    map = amicus_draft_map_nodes (self->work.draft, self->draft);
  previous = (AmicusPrevious) { self->placement, map };
  amicus_layouter_run_async (self->layouter, self->work.request, map != NULL ? &previous : NULL,
                             self->work.cancellable, on_laid_out, asked);
}

static void
measure_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  Job *job = data;

  amicus_draft_measure (job->draft, job->measurer);
  g_task_return_boolean (task, TRUE);
}

static void
on_measured (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Job *job = data;

  if (job->serial == job->picture->serial)
    lay_out (job->picture);
  job_free (job);
}

static void
measure (AmicusPicture *self)
{
  Job *job = job_new (self, self->work.draft, self->serial);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_measured, job);

  g_task_set_task_data (task, job, NULL);
  g_task_run_in_thread (task, measure_in_thread);
}

static gboolean
read_slice (AmicusPicture *self,
            gint64         microseconds)
{
  if (!amicus_draft_reader_run (self->work.reader, g_get_monotonic_time () + microseconds))
    return FALSE;

  self->work.draft = amicus_draft_reader_finish (self->work.reader);
  g_clear_pointer (&self->work.reader, amicus_draft_reader_free);
  measure (self);
  return TRUE;
}

static gboolean
on_idle (gpointer data)
{
  AmicusPicture *self = data;
  guint source = self->work.source;

  self->work.source = 0;
  if (read_slice (self, SLICE))
    return G_SOURCE_REMOVE;
  self->work.source = source;
  return G_SOURCE_CONTINUE;
}

void
amicus_picture_start (AmicusPicture *self,
                      gboolean       afresh)
{
  self->serial++;
  work_clear (&self->work);
  if (self->graph == NULL)
    return;

  self->work.afresh = afresh;
  self->work.cancellable = g_cancellable_new ();
  self->work.reader = amicus_draft_reader_new (self->graph, &self->options);
  amicus_picture_set_busy (self, TRUE);
  if (!read_slice (self, FIRST_SLICE))
    self->work.source = g_idle_add_full (SLICE_PRIORITY, on_idle, self, NULL);
}

void
amicus_picture_stop (AmicusPicture *self)
{
  self->serial++;
  work_clear (&self->work);
}
