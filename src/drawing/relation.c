/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/relation.h"

#include <math.h>

#include "drawing/curve.h"

#define LABEL_SIZE 10.5
#define LABEL_WIDTH 150.0
#define LABEL_LINES 2
#define LABEL_LEADING 13.0
#define LABEL_ASCENT 8.0
#define LABEL_PADDING 6.0
#define LABEL_PADDING_Y 2.0
#define LABEL_SPARE 1.08
#define PILL_RADIUS 8.5

#define NUMBERS_SIZE 7.5
#define NUMBERS_RISE 3.6
#define NUMBERS_GAP 1.5

/* Air between the border of a card and what ends there. */
#define GAP 2.5

#define USUAL_WIDTH 1.6
#define HEAD_LINE 1.0

typedef struct
{
  double length;
  double half_width;
} HeadSize;

/* A vee and a bar stand on the line, which runs on to their tip. */
static const HeadSize head_sizes[AMICUS_N_HEADS] = {
  [AMICUS_HEAD_NONE] = { 0, 0 },
  [AMICUS_HEAD_TRIANGLE] = { 9.3, 3.7 },
  [AMICUS_HEAD_SMALL] = { 7.0, 2.7 },
  [AMICUS_HEAD_VEE] = { 8.0, 3.7 },
  [AMICUS_HEAD_DIAMOND] = { 12.0, 3.8 },
  [AMICUS_HEAD_DOT] = { 6.0, 3.0 },
  [AMICUS_HEAD_TEE] = { 1.0, 4.0 },
};

static GPtrArray *
measure_words (AmicusMeasurer *measurer,
               const char     *mark,
               const char     *text)
{
  g_autofree char *words = NULL;

  if (mark == NULL && text == NULL)
    return NULL;
  if (mark != NULL)
    words = g_strconcat (mark, text != NULL ? " " : "", text, NULL);
  return amicus_measurer_wrap (measurer, words != NULL ? words : text, LABEL_SIZE,
                               AMICUS_WEIGHT_NORMAL, LABEL_WIDTH, LABEL_LINES);
}

static double
words_width (const AmicusLabel *self)
{
  double width = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      double line_width = ((AmicusTextLine *) self->lines->pdata[i])->width;

      if (self->numbers != NULL && i + 1 == self->lines->len)
        line_width += NUMBERS_GAP + self->numbers->width;
      width = fmax (width, line_width);
    }
  return width;
}

void
amicus_label_measure (AmicusLabel    *self,
                      AmicusMeasurer *measurer,
                      const char     *mark,
                      const char     *text,
                      const char     *numbers)
{
  g_return_if_fail (self != NULL && self->lines == NULL);

  self->lines = measure_words (measurer, mark, text);
  if (self->lines == NULL)
    return;
  if (numbers != NULL)
    self->numbers = amicus_measurer_line (measurer, numbers, NUMBERS_SIZE, AMICUS_WEIGHT_NORMAL, 0);
  self->width = ceil (words_width (self) * LABEL_SPARE + 2 * LABEL_PADDING);
  self->height = self->lines->len * LABEL_LEADING + 2 * LABEL_PADDING_Y;
}

void
amicus_label_clear (AmicusLabel *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->numbers, amicus_text_line_unref);
}

void
amicus_label_draw (const AmicusLabel  *self,
                   AmicusColor         color,
                   AmicusColor         pill,
                   AmicusPoint         centre,
                   AmicusSceneBuilder *builder)
{
  AmicusRect rect = {
    centre.x - self->width / 2,
    centre.y - self->height / 2,
    self->width,
    self->height,
  };
  double y = rect.y + LABEL_PADDING_Y + (LABEL_LEADING + LABEL_ASCENT) / 2;

  amicus_scene_builder_rectangle (builder, &rect, PILL_RADIUS);
  amicus_scene_builder_add_path (builder, &(AmicusPathStyle) {
                                            .fill = pill,
                                            .detail = AMICUS_DETAIL_LABEL,
                                          });
  for (guint i = 0; i < self->lines->len; i++)
    {
      AmicusTextLine *line = self->lines->pdata[i];
      gboolean numbered = self->numbers != NULL && i + 1 == self->lines->len;
      double width = line->width + (numbered ? NUMBERS_GAP + self->numbers->width : 0);
      double x = centre.x - width / 2;

      amicus_scene_builder_add_text (builder, line, x, y, color, AMICUS_DETAIL_LABEL);
      if (numbered)
        amicus_scene_builder_add_text (builder, self->numbers, x + line->width + NUMBERS_GAP,
                                       y - NUMBERS_RISE, color, AMICUS_DETAIL_FINE);
      y += LABEL_LEADING;
    }
}

static void
trace_curve (AmicusSceneBuilder *builder,
             const GArray       *points)
{
  const AmicusPoint *p = &g_array_index (points, AmicusPoint, 0);

  amicus_scene_builder_move_to (builder, p[0].x, p[0].y);
  for (guint i = 1; i + 2 < points->len; i += 3)
    amicus_scene_builder_curve_to (builder, p[i].x, p[i].y, p[i + 1].x, p[i + 1].y, p[i + 2].x,
                                   p[i + 2].y);
}

/* A point at @along from the base of a head towards its tip and @across to the side. */
static AmicusPoint
head_point (AmicusPoint base,
            AmicusPoint way,
            double      along,
            double      across)
{
  return (AmicusPoint) {
    base.x + way.x * along - way.y * across,
    base.y + way.y * along + way.x * across,
  };
}

static void
trace_head (AmicusSceneBuilder *builder,
            AmicusHeadShape     shape,
            AmicusPoint         base,
            AmicusPoint         way,
            double              length,
            double              half)
{
  AmicusPoint tip = head_point (base, way, length, 0);
  AmicusPoint middle = head_point (base, way, length / 2, 0);
  AmicusPoint left = head_point (base, way, shape == AMICUS_HEAD_DIAMOND ? length / 2 : 0, half);
  AmicusPoint right = head_point (base, way, shape == AMICUS_HEAD_DIAMOND ? length / 2 : 0, -half);

  if (shape == AMICUS_HEAD_DOT)
    {
      amicus_scene_builder_ellipse (builder, middle.x, middle.y, half, half);
      return;
    }

  amicus_scene_builder_move_to (builder, left.x, left.y);
  if (shape != AMICUS_HEAD_TEE)
    amicus_scene_builder_line_to (builder, tip.x, tip.y);
  amicus_scene_builder_line_to (builder, right.x, right.y);
  if (shape == AMICUS_HEAD_DIAMOND)
    amicus_scene_builder_line_to (builder, base.x, base.y);
  if (shape != AMICUS_HEAD_VEE && shape != AMICUS_HEAD_TEE)
    amicus_scene_builder_close (builder);
}

static void
draw_head (const AmicusRelationStyle *style,
           const AmicusHead          *head,
           AmicusPoint                base,
           AmicusPoint                tip,
           AmicusColor                background,
           AmicusSceneBuilder        *builder)
{
  double length = hypot (tip.x - base.x, tip.y - base.y);
  gboolean lines = head->shape == AMICUS_HEAD_VEE || head->shape == AMICUS_HEAD_TEE;
  double half = head_sizes[head->shape].half_width * fmax (style->width / USUAL_WIDTH, 1);
  AmicusPoint way;
  AmicusPathStyle path = {
    .fill = lines ? 0 : head->hollow ? background : style->line,
    .stroke = style->line,
    .width = lines ? style->width : HEAD_LINE,
  };

  if (head->shape == AMICUS_HEAD_NONE || length < 0.1)
    return;
  way = (AmicusPoint) { (tip.x - base.x) / length, (tip.y - base.y) / length };
  trace_head (builder, head->shape, base, way, length, half);
  amicus_scene_builder_add_path (builder, &path);
}

static double
length_on_curve (const AmicusRelationStyle *style,
                 const AmicusHead          *head)
{
  return head_sizes[head->shape].length * fmax (style->width / USUAL_WIDTH, 1);
}

void
amicus_relation_draw (const AmicusRelationStyle *style,
                      const AmicusPoint         *points,
                      guint                      n_points,
                      AmicusColor                background,
                      AmicusSceneBuilder        *builder)
{
  g_autoptr (GArray) free_curve = amicus_curve_trim (points, n_points, GAP, GAP);
  g_autoptr (GArray) line = NULL;
  const AmicusPoint *tips;
  const AmicusPoint *bases;

  g_return_if_fail (free_curve->len >= 4);

  line = amicus_curve_trim (&g_array_index (free_curve, AmicusPoint, 0), free_curve->len,
                            length_on_curve (style, &style->tail),
                            length_on_curve (style, &style->head));
  tips = &g_array_index (free_curve, AmicusPoint, 0);
  bases = &g_array_index (line, AmicusPoint, 0);
  trace_curve (builder, line);
  amicus_scene_builder_add_path (builder, &(AmicusPathStyle) {
                                            .stroke = style->line,
                                            .width = style->width,
                                            .dash = style->dash,
                                          });
  draw_head (style, &style->tail, bases[0], tips[0], background, builder);
  draw_head (style, &style->head, bases[line->len - 1], tips[free_curve->len - 1], background,
             builder);
}
