/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/export-job.h"

#include "base/save.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AmicusScene *scene;
  AmicusExportOptions options;
  GFile *file;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  amicus_scene_unref (job->scene);
  g_object_unref (job->file);
  g_free (job);
}

static void
job_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Job *job = data;
  const char *path = g_file_peek_path (job->file);
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  if (path == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                               _("Choose a folder of this computer."));
      return;
    }

  bytes = amicus_scene_export (job->scene, &job->options, &error);
  if (bytes != NULL && amicus_save_bytes (path, bytes, &error))
    g_task_return_pointer (task, g_object_ref (job->file), g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * amicus_export_job_run_async:
 * @scene: a picture
 * @options: how it is to be written
 * @file: where
 * @callback: called when it is there or cannot be
 * @user_data: for @callback
 *
 * Makes the document and writes it whole.
 */
void
amicus_export_job_run_async (AmicusScene               *scene,
                             const AmicusExportOptions *options,
                             GFile                     *file,
                             GAsyncReadyCallback        callback,
                             gpointer                   user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (scene != NULL);
  g_return_if_fail (options != NULL);
  g_return_if_fail (G_IS_FILE (file));

  job = g_new (Job, 1);
  *job = (Job) { amicus_scene_ref (scene), *options, g_object_ref (file) };
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, amicus_export_job_run_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, job_thread);
}

/**
 * amicus_export_job_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full): the file, or %NULL with @error in words for people
 */
GFile *
amicus_export_job_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
