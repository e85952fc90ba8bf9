/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/canvas/layer.h"

#include "drawing/painter.h"

#include <math.h>
#include <string.h>

struct _AmicusLayer
{
  AmicusScene *scene;
  AmicusViewport view;
  int factor;
  cairo_surface_t *surface;
};

typedef struct
{
  AmicusScene *scene;
  GArray *items;
  AmicusViewport view;
  int factor;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  amicus_scene_unref (job->scene);
  g_array_unref (job->items);
  g_free (job);
}

static AmicusLayer *
paint (const Job *job)
{
  AmicusLayer *layer = g_new (AmicusLayer, 1);
  cairo_t *cr;

  *layer = (AmicusLayer) {
    amicus_scene_ref (job->scene),
    job->view,
    job->factor,
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                (int) ceil (job->view.width * job->factor),
                                (int) ceil (job->view.height * job->factor)),
  };
  cairo_surface_set_device_scale (layer->surface, job->factor, job->factor);

  cr = cairo_create (layer->surface);
  cairo_scale (cr, job->view.scale, job->view.scale);
  cairo_translate (cr, -job->view.origin.x, -job->view.origin.y);
  for (guint i = 0; i < job->items->len; i++)
    amicus_scene_paint_item (job->scene, cr, g_array_index (job->items, guint32, i), job->view.scale);
  cairo_destroy (cr);
  cairo_surface_flush (layer->surface);

  return layer;
}

static void
free_layer (gpointer data)
{
  amicus_layer_free (data);
}

static void
paint_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  g_task_return_pointer (task, paint (data), free_layer);
}

/**
 * amicus_layer_paint_async:
 * @scene: a scene
 * @items: (element-type guint32): which of its items are painted, in this order; not to be changed any more
 * @view: how they are seen
 * @factor: device pixels per pixel
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * Paints items in a thread, on nothing.
 */
void
amicus_layer_paint_async (AmicusScene          *scene,
                          GArray               *items,
                          const AmicusViewport *view,
                          int                   factor,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (scene != NULL && items != NULL && view != NULL);

  job = g_new (Job, 1);
  *job = (Job) { amicus_scene_ref (scene), g_array_ref (items), *view, factor };
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, amicus_layer_paint_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, paint_in_thread);
}

/**
 * amicus_layer_paint_finish:
 * @result: given to the callback
 *
 * Returns: (transfer full): the layer
 */
AmicusLayer *
amicus_layer_paint_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * amicus_layer_free:
 * @self: (transfer full): a layer
 */
void
amicus_layer_free (AmicusLayer *self)
{
  amicus_scene_unref (self->scene);
  cairo_surface_destroy (self->surface);
  g_free (self);
}

/**
 * amicus_layer_get_scene:
 * @self: a layer
 *
 * Returns: (transfer none): the scene that it shows items of
 */
AmicusScene *
amicus_layer_get_scene (const AmicusLayer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->scene;
}

/**
 * amicus_layer_fits:
 * @self: a layer
 * @view: what is looked at
 * @factor: device pixels per pixel
 *
 * Returns: whether it was painted for this view
 */
gboolean
amicus_layer_fits (const AmicusLayer    *self,
                   const AmicusViewport *view,
                   int                   factor)
{
  g_return_val_if_fail (self != NULL && view != NULL, FALSE);

  return self->factor == factor && memcmp (&self->view, view, sizeof *view) == 0;
}

/**
 * amicus_layer_draw:
 * @self: a layer
 * @cr: to draw with, in pixels of the view
 * @view: what is looked at
 *
 * Draws the layer where it belongs in the view, enlarged or reduced; the edges may be missing if it was painted for
 * another one.
 */
void
amicus_layer_draw (const AmicusLayer    *self,
                   cairo_t              *cr,
                   const AmicusViewport *view)
{
  AmicusPoint corner = amicus_viewport_to_view (view, self->view.origin);
  double zoom = view->scale / self->view.scale;

  cairo_save (cr);
  cairo_translate (cr, corner.x, corner.y);
  cairo_scale (cr, zoom, zoom);
  cairo_set_source_surface (cr, self->surface, 0.0, 0.0);
  cairo_paint (cr);
  cairo_restore (cr);
}
