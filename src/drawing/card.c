/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/card.h"

#include <math.h>

#include "drawing/shape.h"

#define NAME_SIZE 13.0
#define NAME_LEADING 16.0
#define NAME_ASCENT 12.8
#define MAX_LINES 3
#define SECOND_SIZE 10.5
#define SECOND_LEADING 14.0
#define SECOND_ASCENT 12.0
#define NUMBER_SIZE 11.0

#define PADDING 10.0
#define PADDING_Y 8.0
#define LEAST_HEIGHT 34.0
#define LEAST_WIDTH 46.0
#define MOST_EXTENT 10000.0

/* Another font than the one measured may run wider. */
#define SPARE 1.08

#define DISC_RADIUS 12.5
#define DISC_CENTRE 21.0
#define DISC_GAP 6.5
#define ICON_WIDTH 1.3

#define MARKER_RADIUS 14.0

/* A name line of 26 letters is a line of the alphabet. */
#define LINE_SAMPLE "abcdefghijklmnopqrstuvwxyz"

static double
leading_of (const AmicusTextLine *line,
            double                usual)
{
  return fmax (usual, ceil (line->ascent + line->descent));
}

static double
text_height (const AmicusCard *self)
{
  double height = 0;

  for (guint i = 0; i < self->lines->len; i++)
    height += leading_of (self->lines->pdata[i], NAME_LEADING);
  if (self->second != NULL)
    height += leading_of (self->second, SECOND_LEADING);
  return height;
}

static gboolean
has_disc (const AmicusForm *form)
{
  return form->icon != AMICUS_ICON_NONE || form->numbered;
}

static double
disc_centre (const AmicusForm *form,
             double            height)
{
  if (form->shape == AMICUS_SHAPE_MARKER)
    return MARKER_RADIUS + 1;
  return DISC_CENTRE + fmax (amicus_shape_inset (form->shape, height, DISC_RADIUS) - 3, 0);
}

static double
text_start (const AmicusForm *form,
            double            height,
            double            text_height)
{
  double inset = amicus_shape_inset (form->shape, height, text_height / 2);

  if (has_disc (form))
    return fmax (disc_centre (form, height) + DISC_RADIUS + DISC_GAP, inset + PADDING);
  return inset + PADDING;
}

static double
widest_line (const AmicusCard *self)
{
  double widest = self->second != NULL ? self->second->width : 0;

  for (guint i = 0; i < self->lines->len; i++)
    widest = fmax (widest, ((AmicusTextLine *) self->lines->pdata[i])->width);
  return widest * SPARE;
}

/* An ellipse or a diamond must hold the corners of the text. */
static void
measure_centred (AmicusCard *self,
                 double      width,
                 double      height)
{
  double off;

  switch (self->form.shape)
    {
    case AMICUS_SHAPE_ELLIPSE:
      self->height = height * 1.3 + PADDING_Y;
      off = height / self->height;
      self->width = width / sqrt (1 - off * off) + PADDING;
      break;
    case AMICUS_SHAPE_DIAMOND:
      self->height = height * 1.8 + 2 * PADDING_Y;
      off = height / self->height;
      self->width = width / (1 - off) + PADDING;
      break;
    case AMICUS_SHAPE_RECTANGLE:
    case AMICUS_SHAPE_LINTEL:
    case AMICUS_SHAPE_PILL:
    case AMICUS_SHAPE_SHEET:
    case AMICUS_SHAPE_HEXAGON:
    case AMICUS_SHAPE_MARKER:
    case AMICUS_SHAPE_BARE:
    default:
      self->height = fmax (height + 2 * PADDING_Y, LEAST_HEIGHT);
      self->width = width + 2 * PADDING +
                    2 * amicus_shape_inset (self->form.shape, self->height, height / 2);
      break;
    }
}

static void
measure_card (AmicusCard *self)
{
  double height = text_height (self);
  double width = widest_line (self);
  double inset;

  if (self->form.centred)
    {
      measure_centred (self, width, height);
    }
  else
    {
      self->height = fmax (height + 2 * PADDING_Y, LEAST_HEIGHT);
      inset = amicus_shape_inset (self->form.shape, self->height, height / 2);
      self->width = text_start (&self->form, self->height, height) + width + PADDING + inset;
      if (self->form.shape == AMICUS_SHAPE_SHEET)
        self->width += AMICUS_SHEET_FOLD / 2;
    }
  self->width = CLAMP (ceil (self->width), LEAST_WIDTH, MOST_EXTENT);
  self->height = CLAMP (ceil (self->height), 0, MOST_EXTENT);
}

/**
 * amicus_card_measure:
 * @self: a card, empty or cleared
 * @measurer: shapes the text
 * @form: what it is shaped like
 * @name: wrapped at about 26 characters, three lines at most
 * @second: (nullable): the quiet line below it
 * @number: shown if the form is numbered
 */
void
amicus_card_measure (AmicusCard       *self,
                     AmicusMeasurer   *measurer,
                     const AmicusForm *form,
                     const char       *name,
                     const char       *second,
                     guint             number)
{
  AmicusFontWeight weight = form->centred ? AMICUS_WEIGHT_NORMAL : AMICUS_WEIGHT_SEMIBOLD;
  g_autoptr (AmicusTextLine) sample = amicus_measurer_line (measurer, LINE_SAMPLE, NAME_SIZE,
                                                            AMICUS_WEIGHT_SEMIBOLD, 0);

  self->form = *form;
  self->lines = amicus_measurer_wrap (measurer, name, NAME_SIZE, weight, sample->width, MAX_LINES);
  if (second != NULL && *second != '\0')
    self->second = amicus_measurer_cut_line (measurer, second, SECOND_SIZE, AMICUS_WEIGHT_NORMAL,
                                             sample->width);
  if (form->numbered)
    {
      g_autofree char *digits = g_strdup_printf ("%u", number);

      self->number = amicus_measurer_line (measurer, digits, NUMBER_SIZE,
                                           AMICUS_WEIGHT_SEMIBOLD, 0);
    }
  measure_card (self);
}

void
amicus_card_clear (AmicusCard *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->second, amicus_text_line_unref);
  g_clear_pointer (&self->number, amicus_text_line_unref);
}

static void
draw_disc (const AmicusForm      *form,
           const AmicusCardStyle *style,
           AmicusPoint            centre,
           AmicusSceneBuilder    *builder)
{
  AmicusPathStyle path = { .fill = style->disc };
  double radius = DISC_RADIUS;

  if (form->shape == AMICUS_SHAPE_MARKER)
    {
      path.fill = style->fill;
      path.stroke = style->outline;
      path.width = style->width;
      radius = MARKER_RADIUS;
    }
  if (path.fill == 0 && path.stroke == 0)
    return;
  amicus_scene_builder_ellipse (builder, centre.x, centre.y, radius, radius);
  amicus_scene_builder_add_path (builder, &path);
}

void
amicus_card_draw_icon (AmicusIcon             icon,
                       const AmicusCardStyle *style,
                       AmicusPoint            centre,
                       AmicusSceneBuilder    *builder)
{
  AmicusPathStyle path = { .stroke = style->icon, .width = ICON_WIDTH };

  amicus_icon_trace (icon, builder, centre.x, centre.y);
  amicus_scene_builder_add_path (builder, &path);
}

static void
draw_emblem (const AmicusCard      *self,
             const AmicusCardStyle *style,
             AmicusPoint            centre,
             AmicusSceneBuilder    *builder)
{
  draw_disc (&self->form, style, centre, builder);
  if (self->number != NULL)
    amicus_scene_builder_add_text (builder, self->number, centre.x - self->number->width / 2,
                                   centre.y + NUMBER_SIZE * 0.36, style->text, AMICUS_DETAIL_NAME);
  else
    amicus_card_draw_icon (self->form.icon, style, centre, builder);
}

/* Left end of a line: in the middle, or where the text starts; lines written from the right end
 * at the right. */
static double
line_start (const AmicusCard     *self,
            const AmicusTextLine *line,
            double                left,
            double                start,
            double                width)
{
  if (self->form.centred)
    return left + (self->width - line->width) / 2;
  return line->rtl ? left + start + width - line->width : left + start;
}

static void
draw_text (const AmicusCard      *self,
           const AmicusCardStyle *style,
           AmicusPoint            centre,
           AmicusSceneBuilder    *builder)
{
  double height = text_height (self);
  double width = widest_line (self) / SPARE;
  double left = centre.x - self->width / 2;
  double start = text_start (&self->form, self->height, height);
  double y = centre.y - height / 2;

  if (self->form.shape == AMICUS_SHAPE_LINTEL)
    y += AMICUS_LINTEL / 4;
  for (guint i = 0; i < self->lines->len; i++)
    {
      AmicusTextLine *line = self->lines->pdata[i];

      amicus_scene_builder_add_text (builder, line, line_start (self, line, left, start, width),
                                     y + fmax (NAME_ASCENT, line->ascent), style->text,
                                     AMICUS_DETAIL_NAME);
      y += leading_of (line, NAME_LEADING);
    }
  if (self->second != NULL)
    amicus_scene_builder_add_text (builder, self->second,
                                   line_start (self, self->second, left, start, width),
                                   y + fmax (SECOND_ASCENT, self->second->ascent), style->quiet,
                                   AMICUS_DETAIL_FINE);
}

/**
 * amicus_card_draw:
 * @self: a measured card
 * @style: its colours
 * @centre: where it lies, in points
 * @builder: in an item
 */
void
amicus_card_draw (const AmicusCard      *self,
                  const AmicusCardStyle *style,
                  AmicusPoint            centre,
                  AmicusSceneBuilder    *builder)
{
  AmicusRect rect = {
    centre.x - self->width / 2,
    centre.y - self->height / 2,
    self->width,
    self->height,
  };

  amicus_shape_draw (&self->form, style, &rect, builder);
  if (has_disc (&self->form))
    draw_emblem (self, style,
                 (AmicusPoint) { rect.x + disc_centre (&self->form, self->height), centre.y },
                 builder);
  draw_text (self, style, centre, builder);
}

