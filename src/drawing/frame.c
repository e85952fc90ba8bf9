/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "config.h"

#include "drawing/frame.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/catalogue.h"
#include "drawing/describe.h"
#include "drawing/legend.h"
#include "drawing/path.h"

#define MARGIN 40.0
#define LEAST_WIDTH 560.0

#define TITLE_SIZE 22.0
#define TITLE_LEADING 28.0
#define TITLE_LINES 3
#define QUIET_SIZE 13.0
#define QUIET_LEADING 19.0
#define QUIET_LINES 4

/* Between the title and the picture, and between the picture and what is below it. */
#define GAP 32.0

#define EDGE_WIDTH 1.0

#define SOURCE_SIZE 11.0
#define SOURCE_LEADING 15.0
#define SOURCE_LINES 3
#define SOURCE_GAP 5.0
#define SOURCE_HEADING 24.0
#define NUMBER_WIDTH 22.0
#define COLUMN_WIDTH 400.0
#define COLUMN_GAP 28.0

/*
 * scene: what the frame goes around, made from the draft
 * is_detail: whether that is only a part of it
 */
typedef struct
{
  const AmicusDraft *draft;
  AmicusScene *scene;
  gboolean is_detail;
  AmicusMeasurer *measurer;
  const AmicusPalette *palette;
  AmicusSceneBuilder *builder;
  double left;
  double width;
} Frame;

static double
leading_of (const GPtrArray *lines,
            double           usual)
{
  const AmicusTextLine *line = lines->pdata[0];

  return fmax (usual, ceil (line->ascent + line->descent));
}

/* Writes lines one below the other, the first one's top at @y, and returns where they end. */
static double
write_lines (const Frame     *self,
             const GPtrArray *lines,
             double           x,
             double           y,
             double           leading,
             AmicusColor      color)
{
  leading = leading_of (lines, leading);
  for (guint i = 0; i < lines->len; i++)
    {
      AmicusTextLine *line = lines->pdata[i];

      amicus_scene_builder_add_text (self->builder, line, x,
                                     y + (leading + line->ascent - line->descent) / 2, color,
                                     AMICUS_DETAIL_ALWAYS);
      y += leading;
    }
  return y;
}

static void
begin_part (const Frame *self,
            const char  *title,
            const char  *link,
            const char  *classes)
{
  AmicusItemInfo info = {
    .role = AMICUS_ROLE_FRAME,
    .title = title,
    .link = link,
    .classes = classes,
  };

  amicus_scene_builder_begin_item (self->builder, &info);
}

/* The quiet line */

static void
append_part (GString    *line,
             const char *separator,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, separator);
  g_string_append (line, part);
}

static void
append_count (GString    *line,
              const char *separator,
              const char *format,
              guint       n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *part = amicus_fill_in (format, number);

  append_part (line, separator, part);
}

static void
append_all_counts (GString           *line,
                   const AmicusDraft *draft)
{
  const char *language = draft->language;
  guint n_entities = draft->entities->len;
  guint n_relations = draft->relations->len;
  guint n_sources = draft->sources->len;

  append_count (line, " · ",
                amicus_translate_plural ("%u entity", "%u entities", n_entities, language),
                n_entities);
  append_count (line, ", ",
                amicus_translate_plural ("%u relation", "%u relations", n_relations, language),
                n_relations);
  if (n_sources > 0)
    append_count (line, ", ",
                  amicus_translate_plural ("%u source", "%u sources", n_sources, language),
                  n_sources);
}

static guint
count_named_entities (AmicusScene *scene)
{
  guint n_items;
  const AmicusItem *items = amicus_scene_get_items (scene, &n_items);
  guint n = 0;

  for (guint i = 0; i < n_items; i++)
    n += items[i].element.kind == AMICUS_ELEMENT_ENTITY && items[i].title != 0;
  return n;
}

/* A detail must not pass for the whole. */
static void
append_share (GString     *line,
              const Frame *self)
{
  guint n_all = self->draft->entities->len;
  /* Translators: below the title of a picture that shows a part of a graph: how many entities of
   * how many are seen in it */
  const char *format = amicus_translate_plural ("Detail: %u of %u entity", "Detail: %u of %u entities",
                                                n_all, self->draft->language);
  g_autofree char *seen = g_strdup_printf ("%u", count_named_entities (self->scene));
  g_autofree char *filled = amicus_fill_in (format, seen);

  append_count (line, " · ", filled, n_all);
}

static char *
quiet_line (const Frame *self)
{
  GString *line = g_string_new (NULL);

  append_part (line, "", self->draft->description);
  if (self->is_detail)
    append_share (line, self);
  else
    append_all_counts (line, self->draft);
  append_part (line, " · ", self->draft->date);
  return g_string_free (line, FALSE);
}

/* The title, whose end stands at @bottom. */
static void
add_title (const Frame *self,
           double       bottom)
{
  g_autofree char *quiet = quiet_line (self);
  g_autoptr (GPtrArray) quiet_lines = amicus_measurer_wrap (
    self->measurer, quiet, QUIET_SIZE, AMICUS_WEIGHT_NORMAL, self->width, QUIET_LINES);
  gboolean has_title = self->draft->title != NULL && *self->draft->title != '\0';
  double y = bottom - quiet_lines->len * leading_of (quiet_lines, QUIET_LEADING);

  begin_part (self, self->draft->title, NULL, "frame title");
  if (has_title)
    {
      g_autoptr (GPtrArray) lines = amicus_measurer_wrap (
        self->measurer, self->draft->title, TITLE_SIZE, AMICUS_WEIGHT_BOLD, self->width,
        TITLE_LINES);

      write_lines (self, lines, self->left, y - 2 - lines->len * leading_of (lines, TITLE_LEADING),
                   TITLE_LEADING, self->palette->text);
    }
  write_lines (self, quiet_lines, self->left, y, QUIET_LEADING, self->palette->quiet);
  amicus_scene_builder_end_item (self->builder);
}

/* A line around a detail: what ends at it goes on in the whole. */
static void
add_edge (const Frame      *self,
          const AmicusRect *clip)
{
  const AmicusPathStyle style = {
    .stroke = amicus_color_with_alpha (self->palette->quiet, self->palette->hull_line_alpha),
    .width = EDGE_WIDTH,
  };
  AmicusRect edge = amicus_rect_grow (clip, EDGE_WIDTH / 2);

  begin_part (self, NULL, NULL, "frame edge");
  amicus_scene_builder_rectangle (self->builder, &edge, 0);
  amicus_scene_builder_add_path (self->builder, &style);
  amicus_scene_builder_end_item (self->builder);
}

/* Sources */

static double
add_source (const Frame *self,
            guint        nth,
            double       x,
            double       y,
            double       width)
{
  const AmicusDraftSource *source = &g_array_index (self->draft->sources, AmicusDraftSource, nth);
  g_autofree char *digits = g_strdup_printf ("%u", nth + 1);
  g_autoptr (AmicusTextLine) number = amicus_measurer_line (self->measurer, digits, SOURCE_SIZE,
                                                            AMICUS_WEIGHT_SEMIBOLD, 0);
  g_autoptr (GPtrArray) lines = amicus_measurer_wrap (self->measurer, source->text, SOURCE_SIZE,
                                                      AMICUS_WEIGHT_NORMAL, width - NUMBER_WIDTH,
                                                      SOURCE_LINES);

  begin_part (self, source->text, source->link, "frame source");
  amicus_scene_builder_add_text (self->builder, number, x,
                                 y + (SOURCE_LEADING + number->ascent - number->descent) / 2,
                                 self->palette->text, AMICUS_DETAIL_ALWAYS);
  y = write_lines (self, lines, x + NUMBER_WIDTH, y, SOURCE_LEADING, self->palette->text);
  if (source->link != NULL)
    {
      g_autoptr (GPtrArray) address = g_ptr_array_new_with_free_func (amicus_text_line_release);

      g_ptr_array_add (address,
                       amicus_measurer_cut_line (self->measurer, source->link, SOURCE_SIZE - 1,
                                                 AMICUS_WEIGHT_NORMAL, width - NUMBER_WIDTH));
      y = write_lines (self, address, x + NUMBER_WIDTH, y, SOURCE_LEADING, self->palette->quiet);
    }
  amicus_scene_builder_end_item (self->builder);
  return y + SOURCE_GAP;
}

static double
add_sources_heading (const Frame *self,
                     double       y)
{
  const char *words = amicus_translate (N_("Sources"), self->draft->language);
  g_autoptr (AmicusTextLine) line = amicus_measurer_line (self->measurer, words, SOURCE_SIZE,
                                                          AMICUS_WEIGHT_SEMIBOLD, 0);

  begin_part (self, words, NULL, "frame sources");
  amicus_scene_builder_add_text (self->builder, line, self->left, y + line->ascent,
                                 self->palette->text, AMICUS_DETAIL_ALWAYS);
  amicus_scene_builder_end_item (self->builder);
  return y + SOURCE_HEADING;
}

static void
mark_cited (const AmicusDraft          *draft,
            const AmicusDraftCitations *cited,
            gboolean                   *listed)
{
  for (guint i = cited->first; i < cited->first + cited->n; i++)
    listed[g_array_index (draft->citations, guint, i) - 1] = TRUE;
}

static void
mark_entity (const AmicusDraft       *draft,
             const AmicusDraftEntity *entity,
             gboolean                *listed)
{
  mark_cited (draft, &entity->cited, listed);
  if (entity->number > 0)
    listed[entity->number - 1] = TRUE;
}

/* Of a card or hull whose name is not seen nothing is told, its sources neither; relations show the
 * numbers of theirs. */
static void
mark_item (const AmicusDraft *draft,
           const AmicusItem  *item,
           gboolean          *listed)
{
  guint32 id = item->element.id;

  if (item->title == 0 && item->element.kind != AMICUS_ELEMENT_RELATION)
    return;

  switch (item->element.kind)
    {
    case AMICUS_ELEMENT_ENTITY:
      mark_entity (draft, amicus_draft_entity (draft, draft->entity_of[id]), listed);
      break;
    case AMICUS_ELEMENT_GROUP:
      mark_cited (draft, &amicus_draft_group (draft, draft->group_of[id])->cited, listed);
      break;
    case AMICUS_ELEMENT_RELATION:
      mark_cited (draft, &amicus_draft_relation (draft, draft->relation_of[id])->cited, listed);
      break;
    case AMICUS_ELEMENT_NONE:
    case AMICUS_ELEMENT_GRAPH:
    default:
      break;
    }
}

/* Indices (guint) of the sources to list: all, but of a detail only what it cites. */
static GArray *
list_sources (const Frame *self)
{
  guint n_sources = self->draft->sources->len;
  g_autofree gboolean *listed = g_new0 (gboolean, MAX (n_sources, 1));
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_items;
  const AmicusItem *items = amicus_scene_get_items (self->scene, &n_items);

  mark_cited (self->draft, &self->draft->cited, listed);
  for (guint i = 0; i < n_items; i++)
    mark_item (self->draft, &items[i], listed);
  for (guint i = 0; i < n_sources; i++)
    if (listed[i] || !self->is_detail)
      g_array_append_val (list, i);
  return list;
}

/* A few sources take the whole width; many stand in columns, read downwards. */
static void
add_sources (const Frame *self,
             double       y)
{
  g_autoptr (GArray) list = list_sources (self);
  guint n = list->len;
  guint fitting = (guint) ((self->width + COLUMN_GAP) / (COLUMN_WIDTH + COLUMN_GAP));
  guint n_columns = n <= 3 ? 1 : CLAMP (fitting, 1, n);
  guint n_rows = (n + n_columns - 1) / n_columns;
  double width = n_columns == 1 ? self->width : COLUMN_WIDTH;
  double top;

  if (n == 0)
    return;
  top = add_sources_heading (self, y);
  for (guint i = 0; i < n; i++)
    {
      if (i % n_rows == 0)
        y = top;
      y = add_source (self, g_array_index (list, guint, i),
                      self->left + i / n_rows * (COLUMN_WIDTH + COLUMN_GAP), y, width);
    }
}

static AmicusSceneInfo
info_of (AmicusScene *scene)
{
  return (AmicusSceneInfo) {
    .edition = amicus_scene_get_edition (scene),
    .background = amicus_scene_get_background (scene),
    .title = amicus_scene_get_title (scene),
    .description = amicus_scene_get_description (scene),
    .language = amicus_scene_get_language (scene),
    .font_family = amicus_scene_get_font_family (scene),
  };
}

/* What the frame goes around: the part of @scene in @area, in whole points so that its edges are
 * sharp, or all of it. */
static AmicusScene *
cut_out (AmicusScene      *scene,
         const AmicusRect *area)
{
  AmicusRect bounds = amicus_scene_get_bounds (scene);
  AmicusRect all = amicus_rect_union (area, &bounds);
  AmicusRect clip = amicus_rect_round_out (area);
  AmicusSceneInfo info = info_of (scene);
  AmicusSceneBuilder *builder;

  if (!(area->width > 0 && area->height > 0) || (all.width <= area->width && all.height <= area->height))
    return amicus_scene_ref (scene);

  builder = amicus_scene_builder_new_from (scene);
  amicus_scene_builder_crop (builder, &clip);
  return amicus_scene_builder_finish (builder, &info);
}

AmicusScene *
amicus_frame_scene (AmicusScene       *scene,
                    AmicusDraft       *draft,
                    const AmicusFrame *frame,
                    AmicusMeasurer    *measurer,
                    AmicusScheme       scheme)
{
  g_autoptr (AmicusScene) shown = cut_out (scene, &frame->area);
  AmicusRect bounds = amicus_scene_get_bounds (shown);
  AmicusRect clip;
  Frame self = {
    .draft = draft,
    .scene = shown,
    .is_detail = amicus_scene_get_clip (shown, &clip),
    .measurer = measurer,
    .palette = amicus_palette_get (scheme),
    .builder = amicus_scene_builder_new_from (shown),
    .left = bounds.x,
    .width = fmax (bounds.width, LEAST_WIDTH),
  };
  AmicusSceneInfo info = info_of (shown);
  double y = bounds.y + bounds.height + GAP;

  info.margin = MARGIN;
  if (self.is_detail)
    add_edge (&self, &clip);
  if (frame->title)
    add_title (&self, bounds.y - GAP);
  if (frame->legend)
    {
      AmicusRect legend = amicus_legend_add (draft, shown, measurer, self.palette,
                                             (AmicusPoint) { self.left, y }, self.builder);

      if (legend.height > 0)
        y = legend.y + legend.height + GAP;
    }
  if (frame->sources)
    add_sources (&self, y);
  return amicus_scene_builder_finish (self.builder, &info);
}
