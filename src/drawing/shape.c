/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/shape.h"

#include <math.h>

/* How deep the points of a hexagon are, in its height: as in AMICUS_OUTLINE_HEXAGON. */
#define HEXAGON_DEPTH 0.3

double
amicus_shape_inset (AmicusShape shape,
                    double      height,
                    double      dy)
{
  double half = height / 2;
  double off = fmin (fabs (dy), half);

  switch (shape)
    {
    case AMICUS_SHAPE_PILL:
      return half - sqrt (half * half - off * off);
    case AMICUS_SHAPE_HEXAGON:
      return HEXAGON_DEPTH * height * off / half;
    case AMICUS_SHAPE_RECTANGLE:
    case AMICUS_SHAPE_LINTEL:
    case AMICUS_SHAPE_SHEET:
    case AMICUS_SHAPE_MARKER:
    case AMICUS_SHAPE_ELLIPSE:
    case AMICUS_SHAPE_DIAMOND:
    case AMICUS_SHAPE_BARE:
    default:
      return 0;
    }
}

AmicusOutline
amicus_shape_outline (AmicusShape shape)
{
  switch (shape)
    {
    case AMICUS_SHAPE_PILL:
      return AMICUS_OUTLINE_PILL;
    case AMICUS_SHAPE_HEXAGON:
      return AMICUS_OUTLINE_HEXAGON;
    case AMICUS_SHAPE_ELLIPSE:
      return AMICUS_OUTLINE_ELLIPSE;
    case AMICUS_SHAPE_DIAMOND:
      return AMICUS_OUTLINE_DIAMOND;
    case AMICUS_SHAPE_RECTANGLE:
    case AMICUS_SHAPE_LINTEL:
    case AMICUS_SHAPE_SHEET:
    case AMICUS_SHAPE_MARKER:
    case AMICUS_SHAPE_BARE:
    default:
      return AMICUS_OUTLINE_BOX;
    }
}

static void
trace_polygon (AmicusSceneBuilder *builder,
               const AmicusPoint  *points,
               guint               n_points)
{
  amicus_scene_builder_move_to (builder, points[0].x, points[0].y);
  for (guint i = 1; i < n_points; i++)
    amicus_scene_builder_line_to (builder, points[i].x, points[i].y);
  amicus_scene_builder_close (builder);
}

static void
trace_hexagon (AmicusSceneBuilder *builder,
               const AmicusRect   *r)
{
  double depth = HEXAGON_DEPTH * r->height;
  AmicusPoint points[] = {
    { r->x + depth, r->y },
    { r->x + r->width - depth, r->y },
    { r->x + r->width, r->y + r->height / 2 },
    { r->x + r->width - depth, r->y + r->height },
    { r->x + depth, r->y + r->height },
    { r->x, r->y + r->height / 2 },
  };

  trace_polygon (builder, points, G_N_ELEMENTS (points));
}

static void
trace_diamond (AmicusSceneBuilder *builder,
               const AmicusRect   *r)
{
  AmicusPoint points[] = {
    { r->x + r->width / 2, r->y },
    { r->x + r->width, r->y + r->height / 2 },
    { r->x + r->width / 2, r->y + r->height },
    { r->x, r->y + r->height / 2 },
  };

  trace_polygon (builder, points, G_N_ELEMENTS (points));
}

static double
fold_of (const AmicusRect *rect)
{
  return fmin (AMICUS_SHEET_FOLD, rect->height / 3);
}

static void
trace_sheet (AmicusSceneBuilder *builder,
             const AmicusRect   *r)
{
  double right = r->x + r->width;
  double bottom = r->y + r->height;
  AmicusPoint points[] = {
    { r->x, r->y },
    { right - fold_of (r), r->y },
    { right, r->y + fold_of (r) },
    { right, bottom },
    { r->x, bottom },
  };

  trace_polygon (builder, points, G_N_ELEMENTS (points));
}

static void
trace_outline (const AmicusForm   *form,
               const AmicusRect   *rect,
               AmicusSceneBuilder *builder)
{
  switch (form->shape)
    {
    case AMICUS_SHAPE_PILL:
    case AMICUS_SHAPE_MARKER:
      amicus_scene_builder_rectangle (builder, rect, rect->height / 2);
      break;
    case AMICUS_SHAPE_SHEET:
      trace_sheet (builder, rect);
      break;
    case AMICUS_SHAPE_HEXAGON:
      trace_hexagon (builder, rect);
      break;
    case AMICUS_SHAPE_DIAMOND:
      trace_diamond (builder, rect);
      break;
    case AMICUS_SHAPE_ELLIPSE:
      amicus_scene_builder_ellipse (builder, rect->x + rect->width / 2, rect->y + rect->height / 2,
                                    rect->width / 2, rect->height / 2);
      break;
    case AMICUS_SHAPE_RECTANGLE:
    case AMICUS_SHAPE_LINTEL:
    case AMICUS_SHAPE_BARE:
    default:
      amicus_scene_builder_rectangle (builder, rect, form->radius);
      break;
    }
}

static void
draw_lintel (const AmicusCardStyle *style,
             const AmicusRect      *rect,
             AmicusSceneBuilder    *builder)
{
  double line = style->width / 2;
  AmicusRect bar = {
    rect->x - line,
    rect->y - line,
    rect->width + 2 * line,
    fmin (AMICUS_LINTEL, rect->height / 4) + line,
  };

  amicus_scene_builder_rectangle (builder, &bar, 0);
  amicus_scene_builder_add_path (builder, &(AmicusPathStyle) { .fill = style->outline });
}

static void
draw_fold (const AmicusCardStyle *style,
           const AmicusRect      *rect,
           AmicusSceneBuilder    *builder)
{
  double fold = fold_of (rect);
  double right = rect->x + rect->width;

  amicus_scene_builder_move_to (builder, right - fold, rect->y);
  amicus_scene_builder_line_to (builder, right - fold, rect->y + fold);
  amicus_scene_builder_line_to (builder, right, rect->y + fold);
  amicus_scene_builder_add_path (builder, &(AmicusPathStyle) {
                                            .stroke = style->outline,
                                            .width = style->width * 0.8,
                                          });
}

void
amicus_shape_draw (const AmicusForm      *form,
                   const AmicusCardStyle *style,
                   const AmicusRect      *rect,
                   AmicusSceneBuilder    *builder)
{
  gboolean bare = form->shape == AMICUS_SHAPE_BARE || form->shape == AMICUS_SHAPE_MARKER;
  AmicusPathStyle path = {
    .fill = form->shape == AMICUS_SHAPE_MARKER ? 0 : style->fill,
    .stroke = bare ? 0 : style->outline,
    .width = style->width,
    .dash = style->dash,
  };

  trace_outline (form, rect, builder);
  amicus_scene_builder_add_path (builder, &path);
  if (form->shape == AMICUS_SHAPE_LINTEL)
    draw_lintel (style, rect, builder);
  else if (form->shape == AMICUS_SHAPE_SHEET)
    draw_fold (style, rect, builder);
}
