/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/inspector/sample.h"

#include "drawing/painter.h"
#include "drawing/relation.h"
#include "drawing/scene-private.h"
#include "drawing/style.h"

/* Points, here pixels. */
#define DISC_SIZE 28.0
#define LINE_WIDTH 40.0
#define LINE_HEIGHT 16.0
#define ICON_STROKE 1.2

struct _AmicusSample
{
  GtkWidget parent_instance;

  AmicusScene *scene;
  double width;
  double height;
};

G_DEFINE_FINAL_TYPE (AmicusSample, amicus_sample, GTK_TYPE_WIDGET)

static const AmicusItemInfo nothing = { { AMICUS_ELEMENT_NONE, 0 }, AMICUS_ROLE_FRAME };

static void
add_kind (AmicusSceneBuilder  *builder,
          AmicusKind           kind,
          const AmicusPalette *palette)
{
  AmicusForm form = amicus_form_of_kind (kind);
  AmicusColor color = palette->hues[amicus_hue_of_kind (kind)];
  AmicusPathStyle disc = { amicus_color_with_alpha (color, palette->disc_alpha), 0, 0,
                           AMICUS_DASH_SOLID, AMICUS_DETAIL_ALWAYS };
  AmicusPathStyle lines = { 0, color, ICON_STROKE, AMICUS_DASH_SOLID, AMICUS_DETAIL_ALWAYS };
  AmicusIcon icon = form.numbered ? AMICUS_ICON_SHEET : form.icon;
  double middle = DISC_SIZE / 2;

  amicus_scene_builder_ellipse (builder, middle, middle, middle, middle);
  amicus_scene_builder_add_path (builder, &disc);
  amicus_icon_trace (icon, builder, middle, middle);
  amicus_scene_builder_add_path (builder, &lines);
}

static void
add_line (AmicusSceneBuilder        *builder,
          const AmicusRelationStyle *style,
          AmicusColor                background)
{
  AmicusPoint points[4];

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (AmicusPoint) { 1 + (LINE_WIDTH - 2) * i / 3, LINE_HEIGHT / 2 };
  amicus_relation_draw (style, points, G_N_ELEMENTS (points), background, builder);
}

static AmicusSceneBuilder *
begin (void)
{
  AmicusSceneBuilder *builder = amicus_scene_builder_new ();

  amicus_scene_builder_begin_item (builder, &nothing);

  return builder;
}

static GtkWidget *
finish (AmicusSceneBuilder *builder,
        double              width,
        double              height)
{
  AmicusSample *self = g_object_new (AMICUS_TYPE_SAMPLE, NULL);
  AmicusSceneInfo info = { 0 };

  amicus_scene_builder_end_item (builder);
  self->scene = amicus_scene_builder_finish (builder, &info);
  self->width = width;
  self->height = height;

  return GTK_WIDGET (self);
}

static GtkWidget *
new_line (const char   *word,
          AmicusStatus  status,
          AmicusScheme  scheme)
{
  const AmicusPalette *palette = amicus_palette_get (scheme);
  AmicusRelationStyle style = amicus_relation_style (word, status, palette);
  AmicusSceneBuilder *builder = begin ();

  add_line (builder, &style, palette->background);

  return finish (builder, LINE_WIDTH, LINE_HEIGHT);
}

static GtkWidget *
new_kind (AmicusKind   kind,
          AmicusScheme scheme)
{
  AmicusSceneBuilder *builder = begin ();

  add_kind (builder, kind, amicus_palette_get (scheme));

  return finish (builder, DISC_SIZE, DISC_SIZE);
}

static void
amicus_sample_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  AmicusSample *self = AMICUS_SAMPLE (widget);

  *minimum = *natural = (int) (orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height);
}

static void
amicus_sample_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  AmicusSample *self = AMICUS_SAMPLE (widget);
  graphene_rect_t bounds;
  AmicusRect area;
  cairo_t *cr;

  if (self->scene == NULL)
    return;

  graphene_rect_init (&bounds, 0, 0, (float) gtk_widget_get_width (widget),
                      (float) gtk_widget_get_height (widget));
  area = amicus_scene_get_bounds (self->scene);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  amicus_scene_paint (self->scene, cr, &area, 0);
  cairo_destroy (cr);
}

static void
amicus_sample_finalize (GObject *object)
{
  AmicusSample *self = AMICUS_SAMPLE (object);

  g_clear_pointer (&self->scene, amicus_scene_unref);

  G_OBJECT_CLASS (amicus_sample_parent_class)->finalize (object);
}

static void
amicus_sample_class_init (AmicusSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = amicus_sample_finalize;
  widget_class->measure = amicus_sample_measure;
  widget_class->snapshot = amicus_sample_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
amicus_sample_init (AmicusSample *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * amicus_sample_new:
 * @subject: an element
 *
 * Returns: (transfer floating): the icon of an entity's kind or the line of a relation; for others nothing is seen
 */
GtkWidget *
amicus_sample_new (const AmicusSubject *subject)
{
  AmicusElement element = subject->element;
  GtkWidget *empty;

  if (element.kind == AMICUS_ELEMENT_ENTITY)
    return new_kind (amicus_graph_get_kind (subject->graph, element.id), subject->scheme);
  if (element.kind == AMICUS_ELEMENT_RELATION)
    return new_line (amicus_graph_get_attribute (subject->graph, element, "kind"),
                     amicus_graph_get_status (subject->graph, element.id), subject->scheme);

  empty = g_object_new (AMICUS_TYPE_SAMPLE, NULL);
  gtk_widget_set_visible (empty, FALSE);

  return empty;
}

/**
 * amicus_sample_new_for_status:
 * @status: of relations
 * @scheme: colours
 *
 * Returns: (transfer floating): how lines of this status are drawn
 */
GtkWidget *
amicus_sample_new_for_status (AmicusStatus status,
                            AmicusScheme scheme)
{
  return new_line ("related", status, scheme);
}

/**
 * amicus_sample_new_for_family:
 * @family: of relations
 * @scheme: colours
 *
 * Returns: (transfer floating): how lines of this family are drawn
 */
GtkWidget *
amicus_sample_new_for_family (AmicusFamily family,
                              AmicusScheme scheme)
{
  g_return_val_if_fail (family < AMICUS_N_FAMILIES, NULL);

  return new_line (amicus_family_example (family), AMICUS_STATUS_ESTABLISHED, scheme);
}
