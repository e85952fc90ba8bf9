/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/canvas/tile-painter.h"

#include "drawing/color.h"
#include "drawing/painter.h"

typedef struct
{
  AmicusScene *scene;
  AmicusTileKey key;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  amicus_scene_unref (job->scene);
  g_free (job);
}

/**
 * amicus_tile_get_area:
 * @key: a tile
 *
 * Returns: the part of the scene that it shows, in points
 */
AmicusRect
amicus_tile_get_area (const AmicusTileKey *key)
{
  double edge = AMICUS_TILE_SIZE / (key->scale * key->factor);

  return (AmicusRect) { key->column * edge, key->row * edge, edge, edge };
}

static cairo_surface_t *
paint (AmicusScene         *scene,
       const AmicusTileKey *key)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         AMICUS_TILE_SIZE, AMICUS_TILE_SIZE);
  cairo_t *cr = cairo_create (surface);
  AmicusRect area = amicus_tile_get_area (key);
  double pixel = 1.0 / (key->scale * key->factor);

  amicus_set_source_color (cr, amicus_scene_get_background (scene), 1.0);
  cairo_paint (cr);
  /* Moved before it is enlarged: far from the zero point cairo's 24.8 fixed point numbers would
   * run over. */
  cairo_translate (cr,
                   -(double) key->column * AMICUS_TILE_SIZE,
                   -(double) key->row * AMICUS_TILE_SIZE);
  cairo_scale (cr, key->scale * key->factor, key->scale * key->factor);
  /* Lines just outside reach in by their antialiased edge. */
  area.x -= pixel;
  area.y -= pixel;
  area.width += 2.0 * pixel;
  area.height += 2.0 * pixel;
  amicus_scene_paint (scene, cr, &area, key->scale);

  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
destroy_surface (gpointer data)
{
  cairo_surface_destroy (data);
}

static void
paint_in_thread (gpointer data,
                 gpointer user_data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, paint (job->scene, &job->key), destroy_surface);
}

static int
compare_priorities (gconstpointer a,
                    gconstpointer b,
                    gpointer      user_data)
{
  return g_task_get_priority ((GTask *) a) - g_task_get_priority ((GTask *) b);
}

/* One pool for all windows, as there is one set of processors. One thread is left to the main
 * loop; a pool of none would never start. */
static GThreadPool *
get_pool (void)
{
  static GThreadPool *pool;

  if (g_once_init_enter (&pool))
    {
      int n_threads = MAX (1, (int) g_get_num_processors () - 1);
      GThreadPool *new_pool = g_thread_pool_new (paint_in_thread, NULL, n_threads, FALSE, NULL);

      g_thread_pool_set_sort_function (new_pool, compare_priorities, NULL);
      g_once_init_leave (&pool, new_pool);
    }
  return pool;
}

/**
 * amicus_tile_paint_async:
 * @scene: what is painted
 * @key: which tile of it
 * @priority: smaller numbers are painted sooner
 * @cancellable: (nullable): when the tile is no longer wanted
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * Paints a tile in a thread, on the scene's background.
 */
void
amicus_tile_paint_async (AmicusScene         *scene,
                         const AmicusTileKey *key,
                         int                  priority,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;
  Job *job;

  g_return_if_fail (scene != NULL && key != NULL);

  job = g_new (Job, 1);
  job->scene = amicus_scene_ref (scene);
  job->key = *key;

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, amicus_tile_paint_async);
  g_task_set_priority (task, priority);
  g_task_set_task_data (task, job, job_free);
  g_thread_pool_push (get_pool (), task, NULL);
}

/**
 * amicus_tile_paint_finish:
 * @result: given to the callback
 * @key: (out): which tile was asked for, also when it failed
 * @error: return location, %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the tile, an image surface
 */
cairo_surface_t *
amicus_tile_paint_finish (GAsyncResult  *result,
                          AmicusTileKey *key,
                          GError       **error)
{
  GTask *task = G_TASK (result);
  Job *job = g_task_get_task_data (task);

  g_return_val_if_fail (g_task_get_source_tag (task) == amicus_tile_paint_async, NULL);

  *key = job->key;
  return g_task_propagate_pointer (task, error);
}
