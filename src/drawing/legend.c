/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "config.h"

#include "drawing/legend.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/catalogue.h"
#include "drawing/shape.h"

#define TEXT_SIZE 11.0
#define ROW 26.0
#define ROWS 6
#define HEADING 26.0
#define BASELINE 4.0
#define SAMPLE_WIDTH 44.0
#define SAMPLE_HEIGHT 20.0
#define CARD_WIDTH 36.0
#define TEXT_GAP 12.0
#define COLUMN_GAP 32.0

/*
 * What there is to explain: each is set if the picture has one.
 */
typedef struct
{
  gboolean any;
  gboolean statuses[AMICUS_N_STATUSES];
  gboolean families[AMICUS_N_FAMILIES];
  gboolean kinds[AMICUS_N_KINDS];
} Contents;

typedef struct
{
  AmicusMeasurer *measurer;
  const AmicusPalette *palette;
  const char *language;
  AmicusSceneBuilder *builder;
  AmicusPoint corner;
  double column;
  double column_width;
  guint row;
  AmicusRect extent;
} Legend;

static const AmicusStatus status_order[] = {
  AMICUS_STATUS_ESTABLISHED, AMICUS_STATUS_ALLEGED,  AMICUS_STATUS_DISPUTED,
  AMICUS_STATUS_DENIED,      AMICUS_STATUS_POSSIBLE, AMICUS_STATUS_NOT_STATED,
};

static const AmicusFamily family_order[] = {
  AMICUS_FAMILY_AGAINST, AMICUS_FAMILY_WITH,    AMICUS_FAMILY_TRADE,
  AMICUS_FAMILY_WATCHES, AMICUS_FAMILY_NEUTRAL,
};

static void
collect_entity (Contents                *contents,
                const AmicusDraftEntity *entity)
{
  if (!entity->has_look && entity->node != AMICUS_NO_INDEX && entity->kind != AMICUS_KIND_UNKNOWN)
    contents->kinds[entity->kind] = contents->any = TRUE;
}

static void
collect_relation (Contents                  *contents,
                  const AmicusDraftRelation *relation)
{
  if (relation->has_look)
    return;
  contents->statuses[relation->status] = contents->any = TRUE;
  contents->families[amicus_family_from_word (relation->kind)] = TRUE;
}

static Contents
collect (const AmicusDraft *draft,
         AmicusScene       *scene)
{
  Contents contents = { 0 };
  guint n_items;
  const AmicusItem *items = amicus_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      guint32 id = items[i].element.id;

      if (items[i].element.kind == AMICUS_ELEMENT_ENTITY)
        collect_entity (&contents, amicus_draft_entity (draft, draft->entity_of[id]));
      else if (items[i].element.kind == AMICUS_ELEMENT_RELATION)
        collect_relation (&contents, amicus_draft_relation (draft, draft->relation_of[id]));
    }
  return contents;
}

static void
next_column (Legend *self)
{
  if (self->row == 0)
    return;
  self->column += self->column_width + COLUMN_GAP;
  self->column_width = 0;
  self->row = 0;
}

/* Middle of the left end of the next row. */
static AmicusPoint
next_row (Legend *self)
{
  AmicusPoint point;

  if (self->row == ROWS)
    next_column (self);
  point.x = self->column;
  point.y = self->corner.y + HEADING + (self->row++ + 0.5) * ROW;
  return point;
}

static void
add_text (Legend     *self,
          const char *text,
          AmicusPoint point,
          double      sample_width)
{
  g_autoptr (AmicusTextLine) line = amicus_measurer_line (self->measurer, text, TEXT_SIZE,
                                                          AMICUS_WEIGHT_NORMAL, 0);
  double width = sample_width + TEXT_GAP + line->width;

  amicus_scene_builder_add_text (self->builder, line, point.x + sample_width + TEXT_GAP,
                                 point.y + BASELINE, self->palette->text, AMICUS_DETAIL_NAME);
  self->column_width = fmax (self->column_width, width);
  self->extent.width = fmax (self->extent.width, point.x + width - self->corner.x);
  self->extent.height = fmax (self->extent.height, point.y + ROW / 2 - self->corner.y);
}

static void
draw_sample (Legend                    *self,
             const AmicusRelationStyle *style,
             AmicusPoint                point)
{
  AmicusPoint points[4];

  for (guint i = 0; i < 4; i++)
    points[i] = (AmicusPoint) { point.x + SAMPLE_WIDTH * i / 3, point.y };
  amicus_relation_draw (style, points, 4, self->palette->background, self->builder);
}

static void
add_status (Legend      *self,
            AmicusStatus status)
{
  AmicusPoint point = next_row (self);
  AmicusRelationStyle style = amicus_relation_style ("related", status, self->palette);
  const char *name = amicus_status_name (status, self->language);
  const char *mark = amicus_status_mark (status);
  g_autofree char *text = g_strjoin (" ", name, mark, NULL);

  draw_sample (self, &style, point);
  add_text (self, text, point, SAMPLE_WIDTH);
}

static void
add_family (Legend      *self,
            AmicusFamily family)
{
  AmicusPoint point = next_row (self);
  AmicusRelationStyle style = amicus_relation_style (amicus_family_example (family), AMICUS_STATUS_ESTABLISHED,
                                                     self->palette);

  draw_sample (self, &style, point);
  add_text (self, amicus_family_name (family, self->language), point, SAMPLE_WIDTH);
}

static void
add_kind (Legend    *self,
          AmicusKind kind)
{
  AmicusPoint point = next_row (self);
  AmicusForm form = amicus_form_of_kind (kind);
  AmicusCardStyle style = amicus_card_style (kind, self->palette);
  AmicusRect rect = { point.x, point.y - SAMPLE_HEIGHT / 2, CARD_WIDTH, SAMPLE_HEIGHT };
  AmicusPoint centre = { point.x + CARD_WIDTH / 2, point.y };

  if (form.shape == AMICUS_SHAPE_MARKER)
    {
      rect.x += (CARD_WIDTH - SAMPLE_HEIGHT) / 2;
      rect.width = SAMPLE_HEIGHT;
      form.shape = AMICUS_SHAPE_ELLIPSE;
    }
  if (form.shape == AMICUS_SHAPE_SHEET)
    centre.x -= AMICUS_SHEET_FOLD / 4;
  if (form.shape == AMICUS_SHAPE_LINTEL)
    rect.y -= AMICUS_LINTEL / 2;
  amicus_shape_draw (&form, &style, &rect, self->builder);
  amicus_card_draw_icon (form.icon, &style, centre, self->builder);
  add_text (self, amicus_kind_name (amicus_kind_to_word (kind), self->language), point, CARD_WIDTH);
}

static void
add_heading (Legend *self)
{
  g_autoptr (AmicusTextLine) line = amicus_measurer_line (
    self->measurer, amicus_translate (N_("Legend"), self->language), TEXT_SIZE,
    AMICUS_WEIGHT_SEMIBOLD, 0);

  amicus_scene_builder_add_text (self->builder, line, self->corner.x, self->corner.y + line->ascent,
                                 self->palette->text, AMICUS_DETAIL_NAME);
}

static void
add_entries (Legend         *self,
             const Contents *contents)
{
  for (guint i = 0; i < G_N_ELEMENTS (status_order); i++)
    if (contents->statuses[status_order[i]])
      add_status (self, status_order[i]);
  next_column (self);
  for (guint i = 0; i < G_N_ELEMENTS (family_order); i++)
    if (contents->families[family_order[i]])
      add_family (self, family_order[i]);
  next_column (self);
  for (AmicusKind kind = 0; kind < AMICUS_N_KINDS; kind++)
    if (contents->kinds[kind])
      add_kind (self, kind);
}

AmicusRect
amicus_legend_add (const AmicusDraft   *draft,
                   AmicusScene         *scene,
                   AmicusMeasurer      *measurer,
                   const AmicusPalette *palette,
                   AmicusPoint          corner,
                   AmicusSceneBuilder  *builder)
{
  Contents contents = collect (draft, scene);
  Legend legend = {
    .measurer = measurer,
    .palette = palette,
    .language = draft->language,
    .builder = builder,
    .corner = corner,
    .column = corner.x,
    .extent = { corner.x, corner.y, 0, HEADING },
  };
  AmicusItemInfo info = {
    .role = AMICUS_ROLE_FRAME,
    .title = amicus_translate (N_("Legend"), draft->language),
    .classes = "frame legend",
  };

  if (!contents.any)
    return (AmicusRect) { corner.x, corner.y, 0, 0 };

  amicus_scene_builder_begin_item (builder, &info);
  add_heading (&legend);
  add_entries (&legend, &contents);
  amicus_scene_builder_end_item (builder);
  return legend.extent;
}
