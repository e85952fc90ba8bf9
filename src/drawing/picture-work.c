/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One picture goes through these steps; each may be the last one of a request that was overtaken:
 *
 *   graph ──read──▶ draft ──measure──▶ request ──layout──▶ placement ──build──▶ scene
 *     main loop,      a thread           the layouter        a thread,
 *     in slices                                              if large
 *
 * After an edit the placement is the one of before, changed in the thread that measures; in a small
 * picture all is done before the next frame.
 */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/picture-private.h"

/* Entities and relations up to which a scene is built at once: some ten milliseconds. */
#define SMALL 2000

/* Microseconds of the main loop that reading may take at a time. */
#define FIRST_SLICE 20000
#define SLICE 8000

/* As windows are redrawn: an animation, say of the progress, would starve what waits behind it. */
#define SLICE_PRIORITY (G_PRIORITY_HIGH_IDLE + 20)

/*
 * picture: for the answer on the main thread; threads do not touch it
 * edit: (nullable): if the picture is to be kept
 */
typedef struct
{
  AmicusPicture *picture;
  guint serial;
  AmicusDraft *draft;
  AmicusMeasurer *measurer;
  AmicusPictureEdit *edit;
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
  g_clear_pointer (&job->edit, amicus_picture_edit_free);
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
  g_autoptr (AmicusDraftMap) map = NULL;
  AmicusPoint *starts;

  if (self->placement == NULL || draft->n_nodes > AMICUS_ANIMATED)
    return NULL;

  map = amicus_draft_map_new (draft, self->draft);
  starts = g_new (AmicusPoint, MAX (draft->n_nodes, 1));
  for (guint i = 0; i < draft->n_nodes; i++)
    starts[i] = map->nodes[i] != AMICUS_NO_INDEX ? self->placement->nodes[map->nodes[i]]
                                                 : placement->nodes[i];
  return starts;
}

/* Both are taken; @starts may be NULL where nothing is to be animated. */
static void
take_placement (AmicusPicture   *self,
                AmicusPlacement *placement,
                AmicusPoint     *starts)
{
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
  g_autoptr (AmicusDraftMap) map = NULL;
  g_autofree AmicusPoint *places = NULL;

  if (self->placement == NULL || draft->n_nodes > AMICUS_ANIMATED)
    return NULL;

  map = amicus_draft_map_new (draft, self->draft);
  places = g_new (AmicusPoint, MAX (draft->n_nodes, 1));
  for (guint i = 0; i < draft->n_nodes; i++)
    {
      if (map->nodes[i] == AMICUS_NO_INDEX)
        return NULL;
      places[i] = self->placement->nodes[map->nodes[i]];
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
  if (kept == NULL)
    kept = amicus_placement_ref (placement);
  take_placement (self, kept, find_starts (self, self->work.draft, kept));
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

static void
lay_out (AmicusPicture *self)
{
  gboolean afresh = self->work.start == AMICUS_PICTURE_AFRESH;
  g_autoptr (AmicusDraftMap) map = NULL;
  AmicusPrevious previous = { NULL, NULL };
  Asked *asked;

  self->work.request = amicus_draft_request (self->work.draft);
  amicus_places_pin (self->moved, self->work.draft, self->work.request);
  if (!afresh && self->placement != NULL &&
      amicus_picture_same_request (self->work.request, self->request))
    {
      /* A copy: who looks at placements sees that this is the picture of another graph. */
      take_placement (self, amicus_placement_copy (self->placement), NULL);
      return;
    }

  asked = g_new (Asked, 1);
  asked->picture = g_object_ref (self);
  asked->serial = self->serial;
  if (self->placement != NULL && !afresh)
    {
      map = amicus_draft_map_new (self->work.draft, self->draft);
      previous = (AmicusPrevious) { self->placement, map->nodes };
    }
  amicus_layouter_run_async (self->layouter, self->work.request, map != NULL ? &previous : NULL,
                             self->work.cancellable, on_laid_out, asked);
}

static void
run_measure (Job *job)
{
  if (job->edit != NULL)
    amicus_picture_edit_begin (job->edit, job->draft);
  amicus_draft_measure (job->draft, job->measurer);
  if (job->edit != NULL)
    amicus_picture_edit_run (job->edit, job->draft);
}

static void
measure_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  run_measure (data);
  g_task_return_boolean (task, TRUE);
}

/* Nothing is animated: what was there is still there. */
static void
take_edit (AmicusPicture     *self,
           AmicusPictureEdit *edit)
{
  amicus_picture_edit_remember (edit, self->work.draft, self->wishes);
  self->work.request = amicus_layout_request_ref (edit->request);
  take_placement (self, amicus_placement_ref (edit->placement), NULL);
}

static void
take_measured (Job *job)
{
  AmicusPicture *self = job->picture;

  if (job->serial == self->serial)
    {
      if (job->edit != NULL && job->edit->placement != NULL)
        take_edit (self, job->edit);
      else
        lay_out (self);
    }
  job_free (job);
}

static void
on_measured (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  take_measured (data);
}

static void
measure (AmicusPicture *self)
{
  Job *job = job_new (self, self->work.draft, self->serial);
  g_autoptr (GTask) task = NULL;

  if (self->work.start == AMICUS_PICTURE_KEEP)
    job->edit = amicus_picture_edit_new (self);
  if (job->edit != NULL && is_small (job->draft))
    {
      run_measure (job);
      take_measured (job);
      return;
    }

  task = g_task_new (NULL, NULL, on_measured, job);
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

/* The layout that is under way is still wanted, of the newest graph. */
static AmicusPictureStart
start_of (const AmicusPicture *self,
          AmicusPictureStart   wanted)
{
  if (self->busy)
    return MAX (wanted, self->work.start);
  return self->placement != NULL ? wanted : MAX (wanted, AMICUS_PICTURE_RESEMBLE);
}

static void
begin (AmicusPicture *self)
{
  self->work.reader = amicus_draft_reader_new (self->graph, &self->options);
  if (!read_slice (self, FIRST_SLICE))
    self->work.source = g_idle_add_full (SLICE_PRIORITY, on_idle, self, NULL);
}

static gboolean
on_begin (gpointer data)
{
  AmicusPicture *self = data;

  self->work.source = 0;
  begin (self);
  return G_SOURCE_REMOVE;
}

/* After an edit others are told of the graph before they see it, yet it is in the next frame; of
 * several edits in a row the last is drawn. */
void
amicus_picture_start (AmicusPicture      *self,
                      AmicusPictureStart  wanted)
{
  AmicusPictureStart start = start_of (self, wanted);

  self->serial++;
  work_clear (&self->work);
  if (self->graph == NULL)
    return;

  self->work.start = start;
  self->work.cancellable = g_cancellable_new ();
  amicus_picture_set_busy (self, TRUE);
  if (start == AMICUS_PICTURE_KEEP)
    self->work.source = g_idle_add_full (G_PRIORITY_DEFAULT, on_begin, self, NULL);
  else
    begin (self);
}

void
amicus_picture_stop (AmicusPicture *self)
{
  self->serial++;
  work_clear (&self->work);
}
