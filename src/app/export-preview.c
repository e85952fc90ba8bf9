/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/export-preview.h"

#include "drawing/color.h"
#include "drawing/painter.h"

/* Pixels. */
#define MARGIN 18
#define SMALLEST 120
#define CHECK 8

/* Paints in a thread; holds all that it needs. */
typedef struct
{
  AmicusScene *scene;
  AmicusColor background;
  double scale;
  int factor;
  guint serial;
} Job;

struct _AmicusExportPreview
{
  GtkWidget parent_instance;

  AmicusScene *scene;
  AmicusColor background;

  cairo_surface_t *surface; /* the last answer, NULL before the first */
  gboolean painting;        /* one at a time */
  guint asked;              /* serial of the last question */
  guint answered;           /* and of the one that the surface answers */
};

G_DEFINE_FINAL_TYPE (AmicusExportPreview, amicus_export_preview, GTK_TYPE_WIDGET)

static void paint_newest (AmicusExportPreview *self);

static void
job_free (gpointer data)
{
  Job *job = data;

  amicus_scene_unref (job->scene);
  g_free (job);
}

/* What is usual for "nothing here". */
static void
paint_checks (cairo_t *cr,
              int      width,
              int      height)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.92, 0.92, 0.92);
  for (int y = 0; y < height; y += CHECK)
    for (int x = (y / CHECK) % 2 * CHECK; x < width; x += 2 * CHECK)
      cairo_rectangle (cr, x, y, CHECK, CHECK);
  cairo_fill (cr);
}

static cairo_surface_t *
paint (const Job *job)
{
  AmicusRect bounds = amicus_scene_get_bounds (job->scene);
  int width = MAX (1, (int) (bounds.width * job->scale));
  int height = MAX (1, (int) (bounds.height * job->scale));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * job->factor,
                                                         height * job->factor);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, job->factor, job->factor);
  cr = cairo_create (surface);
  if (job->background == 0)
    paint_checks (cr, width, height);
  else
    {
      amicus_set_source_color (cr, job->background, 1.0);
      cairo_paint (cr);
    }

  cairo_scale (cr, job->scale, job->scale);
  cairo_translate (cr, -bounds.x, -bounds.y);
  amicus_scene_paint (job->scene, cr, &bounds, 0);
  cairo_destroy (cr);

  return surface;
}

static void
free_surface (gpointer data)
{
  cairo_surface_destroy (data);
}

static void
paint_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  g_task_return_pointer (task, paint (data), free_surface);
}

static void
painted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (AmicusExportPreview) self = data;
  Job *job = g_task_get_task_data (G_TASK (result));

  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->surface = g_task_propagate_pointer (G_TASK (result), NULL);
  self->answered = job->serial;
  self->painting = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->answered != self->asked)
    paint_newest (self);
}

static double
fitting_scale (AmicusExportPreview *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN;
  AmicusRect bounds = amicus_scene_get_bounds (self->scene);

  return MIN (1.0, MIN (width / bounds.width, height / bounds.height));
}

static void
paint_newest (AmicusExportPreview *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (self->scene == NULL || fitting_scale (self) <= 0)
    return;

  job = g_new (Job, 1);
  *job = (Job) {
    amicus_scene_ref (self->scene),
    self->background,
    fitting_scale (self),
    gtk_widget_get_scale_factor (GTK_WIDGET (self)),
    self->asked,
  };
  self->painting = TRUE;
  task = g_task_new (NULL, NULL, painted_cb, g_object_ref (self));
  g_task_set_source_tag (task, paint_newest);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, paint_thread);
}

/* Asks for a picture of what is to be shown in the size that there is. While one is being painted, the last question
 * waits for it and those before it are forgotten. */
static void
repaint (AmicusExportPreview *self)
{
  self->asked++;
  if (!self->painting)
    paint_newest (self);
}

static void
amicus_export_preview_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  *minimum = *natural = SMALLEST;
}

static void
amicus_export_preview_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  repaint (AMICUS_EXPORT_PREVIEW (widget));
}

static void
amicus_export_preview_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  AmicusExportPreview *self = AMICUS_EXPORT_PREVIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double factor;
  graphene_rect_t bounds;
  cairo_t *cr;

  if (self->surface == NULL)
    return;

  cairo_surface_get_device_scale (self->surface, &factor, NULL);
  graphene_rect_init (&bounds, 0, 0, (float) width, (float) height);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_source_surface (cr, self->surface,
                            (int) (width - cairo_image_surface_get_width (self->surface) / factor) / 2,
                            (int) (height - cairo_image_surface_get_height (self->surface) / factor) / 2);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
amicus_export_preview_finalize (GObject *object)
{
  AmicusExportPreview *self = AMICUS_EXPORT_PREVIEW (object);

  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->scene, amicus_scene_unref);

  G_OBJECT_CLASS (amicus_export_preview_parent_class)->finalize (object);
}

static void
amicus_export_preview_class_init (AmicusExportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = amicus_export_preview_finalize;
  widget_class->measure = amicus_export_preview_measure;
  widget_class->size_allocate = amicus_export_preview_size_allocate;
  widget_class->snapshot = amicus_export_preview_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
amicus_export_preview_init (AmicusExportPreview *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * amicus_export_preview_show:
 * @self: a preview
 * @scene: what is shown; it is not empty
 * @background: behind it, 0 for none
 *
 * Shows @scene as large as it fits, but no larger than it is.
 */
void
amicus_export_preview_show (AmicusExportPreview *self,
                            AmicusScene         *scene,
                            AmicusColor          background)
{
  g_return_if_fail (AMICUS_IS_EXPORT_PREVIEW (self));
  g_return_if_fail (scene != NULL);

  amicus_scene_ref (scene);
  g_clear_pointer (&self->scene, amicus_scene_unref);
  self->scene = scene;
  self->background = background;
  repaint (self);
}

/**
 * amicus_export_preview_is_current:
 * @self: a preview
 *
 * Returns: whether the last answer is to the last question
 */
gboolean
amicus_export_preview_is_current (AmicusExportPreview *self)
{
  g_return_val_if_fail (AMICUS_IS_EXPORT_PREVIEW (self), FALSE);

  return self->surface != NULL && self->answered == self->asked;
}
