/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/painter.h"

#include <math.h>

#include "drawing/color.h"
#include "drawing/dash.h"
#include "drawing/overview.h"
#include "drawing/path.h"
#include "drawing/scene-private.h"

/* Pixels per point below which a card, 8 pixels high there, is a box. */
#define SCALE_BOXES 0.18

/* cairo's coordinates are 24.8 bits: beyond, it draws lines to somewhere else. */
#define PIXEL_LIMIT 4e6

/* Shortest pattern, from dash to dash, that is told from a solid line, in pixels. Finer ones are drawn
 * longer: what is alleged must not look established from afar. */
#define LEAST_PERIOD 3.0

/* Corners of the small cards of the overview, in pixels, and the width of their outline. */
#define CHIP_CORNER 4.0
#define CHIP_OUTLINE 1.2

/* How faint a line with a pattern is where patterns would take too long. */
#define FAINT 0.43

/* Thinnest line that is still seen, in pixels. */
#define HAIRLINE 0.7

typedef struct
{
  AmicusScene *scene;
  cairo_t *cr;
  double scale;
  const AmicusMark *marks;
  const AmicusText *texts;
  const AmicusPoint *points;
  const guint8 *verbs;
} Painter;

static Painter
painter_for (AmicusScene *scene,
             cairo_t     *cr,
             double       scale)
{
  return (Painter) {
    scene,
    cr,
    scale,
    amicus_scene_get_marks (scene),
    amicus_scene_get_texts (scene),
    amicus_scene_get_points (scene),
    amicus_scene_get_verbs (scene),
  };
}

static void
trace_path (const Painter    *painter,
            const AmicusMark *mark)
{
  const AmicusPoint *p = painter->points + mark->first_point;
  const guint8 *verbs = painter->verbs + mark->first;

  cairo_new_path (painter->cr);
  for (guint i = 0; i < mark->n; i++)
    {
      switch ((AmicusPathVerb) verbs[i])
        {
        case AMICUS_PATH_MOVE:
          cairo_move_to (painter->cr, p[0].x, p[0].y);
          break;
        case AMICUS_PATH_LINE:
          cairo_line_to (painter->cr, p[0].x, p[0].y);
          break;
        case AMICUS_PATH_CURVE:
          cairo_curve_to (painter->cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
          break;
        case AMICUS_PATH_CLOSE:
        default:
          cairo_close_path (painter->cr);
          break;
        }
      p += amicus_path_verb_n_points (verbs[i]);
    }
}

static void
set_dash (const Painter *painter,
          AmicusDash     dash)
{
  guint n;
  const double *lengths = amicus_dash_get_lengths (dash, &n);
  double shown[2] = { 0 };
  double stretch = 1;

  g_assert (n <= G_N_ELEMENTS (shown));
  if (n > 0 && painter->scale > 0)
    stretch = fmax (1, LEAST_PERIOD / ((lengths[0] + lengths[1]) * painter->scale));
  for (guint i = 0; i < n; i++)
    shown[i] = lengths[i] * stretch;
  cairo_set_dash (painter->cr, shown, (int) n, 0);
}

static void
set_stroke (const Painter    *painter,
            const AmicusMark *mark)
{
  double width = painter->scale > 0 ? fmax (mark->width, HAIRLINE / painter->scale) : mark->width;

  amicus_set_source_color (painter->cr, mark->stroke, 1.0);
  cairo_set_line_width (painter->cr, width);
  cairo_set_line_cap (painter->cr, amicus_dash_get_cap (mark->dash));
  set_dash (painter, mark->dash);
}

static void
paint_path (const Painter    *painter,
            const AmicusMark *mark)
{
  trace_path (painter, mark);
  if (mark->fill != 0)
    {
      amicus_set_source_color (painter->cr, mark->fill, 1.0);
      if (mark->stroke != 0)
        cairo_fill_preserve (painter->cr);
      else
        cairo_fill (painter->cr);
    }
  if (mark->stroke != 0)
    {
      set_stroke (painter, mark);
      cairo_stroke (painter->cr);
    }
}

/* Documents keep the text beside the glyphs; images need none. cairo 1.16 puts the glyphs of an image on whole
 * pixels: made smaller, words would fall apart, so their outlines are filled instead. */
static void
paint_run (const Painter        *painter,
           const AmicusTextLine *line,
           const AmicusGlyphRun *run)
{
  const cairo_glyph_t *glyphs = line->glyphs + run->first;
  cairo_t *cr = painter->cr;

  cairo_set_scaled_font (cr, run->font);
  if (cairo_surface_has_show_text_glyphs (cairo_get_target (cr)))
    cairo_show_text_glyphs (cr, run->text, -1, glyphs, (int) run->n,
                            line->clusters + run->first_cluster, (int) run->n_clusters,
                            run->backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
  else if (painter->scale > 0 && painter->scale < 1)
    {
      cairo_new_path (cr);
      cairo_glyph_path (cr, glyphs, (int) run->n);
      cairo_fill (cr);
    }
  else
    cairo_show_glyphs (cr, glyphs, (int) run->n);
}

static void
paint_text (const Painter    *painter,
            const AmicusMark *mark)
{
  const AmicusText *text = &painter->texts[mark->first];
  const AmicusTextLine *line = amicus_scene_get_line (painter->scene, text->run);

  cairo_save (painter->cr);
  cairo_translate (painter->cr, text->x, text->y);
  amicus_set_source_color (painter->cr, mark->fill, 1.0);
  for (guint i = 0; i < line->n_runs; i++)
    paint_run (painter, line, &line->runs[i]);
  cairo_restore (painter->cr);
}

static gboolean
is_from_afar (const Painter *painter)
{
  return painter->scale > 0 && painter->scale < AMICUS_OVERVIEW_SCALE;
}

/* From afar names that have no card are left to the overview. */
static gboolean
is_visible (const Painter    *painter,
            const AmicusItem *item,
            const AmicusMark *mark)
{
  if (mark->type == AMICUS_MARK_TEXT && mark->detail == AMICUS_DETAIL_NAME &&
      is_from_afar (painter) && !amicus_overview_has_card (painter->scene, item))
    return FALSE;
  return amicus_detail_is_visible (mark->detail, item->weight, painter->scale);
}

static void
paint_marks (const Painter    *painter,
             const AmicusItem *item)
{
  for (guint i = 0; i < item->n_marks; i++)
    {
      const AmicusMark *mark = &painter->marks[item->first_mark + i];

      if (!is_visible (painter, item, mark))
        continue;
      if (mark->type == AMICUS_MARK_PATH)
        paint_path (painter, mark);
      else
        paint_text (painter, mark);
    }
}

/* The first mark that is seen: what a pointer finds of a card may have no colour. */
static AmicusColor
main_color (const Painter    *painter,
            const AmicusItem *item)
{
  for (guint i = 0; i < item->n_marks; i++)
    {
      const AmicusMark *mark = &painter->marks[item->first_mark + i];

      if (mark->stroke != 0 || mark->fill != 0)
        return mark->stroke != 0 ? mark->stroke : mark->fill;
    }
  return 0;
}

/* Far out a card is a filled box and a relation a thin line without a head, faint if it has a pattern. */
static void
paint_coarsely (const Painter    *painter,
                const AmicusItem *item)
{
  const AmicusMark *mark = &painter->marks[item->first_mark];
  const AmicusRect *bounds = &item->bounds;

  if (item->n_marks == 0 || mark->type != AMICUS_MARK_PATH)
    return;

  switch (item->role)
    {
    case AMICUS_ROLE_CARD:
      amicus_set_source_color (painter->cr, main_color (painter, item), 1.0);
      cairo_rectangle (painter->cr, bounds->x, bounds->y, bounds->width, bounds->height);
      cairo_fill (painter->cr);
      break;
    case AMICUS_ROLE_RELATION:
      trace_path (painter, mark);
      amicus_set_source_color (painter->cr, mark->stroke,
                               mark->dash == AMICUS_DASH_SOLID ? 1.0 : FAINT);
      set_dash (painter, AMICUS_DASH_SOLID);
      cairo_set_line_width (painter->cr, HAIRLINE / painter->scale);
      cairo_stroke (painter->cr);
      break;
    case AMICUS_ROLE_HULL:
    case AMICUS_ROLE_FRAME:
      paint_path (painter, mark);
      break;
    case AMICUS_ROLE_LABEL:
    default:
      break;
    }
}

/* Whether cairo can hold the item's coordinates in device space. */
static gboolean
fits_device (cairo_t          *cr,
             const AmicusRect *bounds)
{
  double x0 = bounds->x;
  double y0 = bounds->y;
  double x1 = x0 + bounds->width;
  double y1 = y0 + bounds->height;

  cairo_user_to_device (cr, &x0, &y0);
  cairo_user_to_device (cr, &x1, &y1);
  return fmax (fmax (fabs (x0), fabs (x1)), fmax (fabs (y0), fabs (y1))) < PIXEL_LIMIT;
}

static void
paint_item (const Painter    *painter,
            const AmicusItem *item)
{
  if (!fits_device (painter->cr, &item->bounds))
    return;
  if (painter->scale > 0 && painter->scale < SCALE_BOXES)
    paint_coarsely (painter, item);
  else
    paint_marks (painter, item);
}

static void
trace_chip (const Painter    *painter,
            const AmicusRect *area)
{
  double corner = CHIP_CORNER / painter->scale;
  double left = area->x + corner;
  double right = area->x + area->width - corner;
  double top = area->y + corner;
  double bottom = area->y + area->height - corner;

  cairo_new_path (painter->cr);
  cairo_arc (painter->cr, right, top, corner, -G_PI_2, 0);
  cairo_arc (painter->cr, right, bottom, corner, 0, G_PI_2);
  cairo_arc (painter->cr, left, bottom, corner, G_PI_2, G_PI);
  cairo_arc (painter->cr, left, top, corner, G_PI, 3 * G_PI_2);
  cairo_close_path (painter->cr);
}

/* The ground of a name, in the colours of the card that it covers. */
static void
paint_chip (const Painter    *painter,
            const AmicusMark *outline,
            const AmicusRect *area)
{
  cairo_t *cr = painter->cr;

  trace_chip (painter, area);
  amicus_set_source_color (cr, amicus_scene_get_background (painter->scene), 1.0);
  cairo_fill_preserve (cr);
  amicus_set_source_color (cr, outline->fill, 1.0);
  cairo_fill_preserve (cr);
  amicus_set_source_color (cr, outline->stroke != 0 ? outline->stroke : outline->fill, 1.0);
  set_dash (painter, AMICUS_DASH_SOLID);
  cairo_set_line_width (cr, CHIP_OUTLINE / painter->scale);
  cairo_stroke (cr);
}

/* The lines keep their places among each other. */
static void
paint_name (const Painter            *painter,
            const AmicusOverviewName *name)
{
  const AmicusItem *item = &amicus_scene_get_items (painter->scene, NULL)[name->item];
  AmicusRect area = amicus_overview_get_area (name, painter->scale);
  double enlarge = name->enlarge / painter->scale;
  cairo_t *cr = painter->cr;
  guint n;
  guint32 first = amicus_overview_find_lines (painter->scene, item, &n);

  if (name->boxed)
    paint_chip (painter, &painter->marks[item->first_mark], &area);
  cairo_save (cr);
  cairo_translate (cr, name->anchor.x, name->anchor.y);
  cairo_scale (cr, enlarge, enlarge);
  cairo_translate (cr, -name->origin.x, -name->origin.y);
  for (guint i = 0; i < n; i++)
    paint_text (painter, &painter->marks[first + i]);
  cairo_restore (cr);
}

/* The most important name last, on top. */
static void
paint_overview (const Painter    *painter,
                const AmicusRect *area)
{
  const GArray *names = amicus_scene_get_overview (painter->scene);

  for (guint i = names->len; i > 0; i--)
    {
      const AmicusOverviewName *name = &g_array_index (names, AmicusOverviewName, i - 1);
      AmicusRect covered = amicus_overview_get_area (name, painter->scale);

      if (amicus_overview_is_shown (name, painter->scale) && amicus_rect_meets (&covered, area))
        paint_name (painter, name);
    }
}

static void
begin_painting (const Painter *painter)
{
  cairo_save (painter->cr);
  cairo_set_line_join (painter->cr, CAIRO_LINE_JOIN_ROUND);
  if (painter->scale > 0 && painter->scale < SCALE_BOXES)
    cairo_set_antialias (painter->cr, CAIRO_ANTIALIAS_FAST);
}

/* What was found of the picture, or of the frame around it. */
static void
paint_found (const Painter *painter,
             const GArray  *found,
             gboolean       frame)
{
  const AmicusItem *items = amicus_scene_get_items (painter->scene, NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const AmicusItem *item = &items[g_array_index (found, guint32, i)];

      if ((item->role == AMICUS_ROLE_FRAME) == frame)
        paint_item (painter, item);
    }
}

static void
cut_off (const Painter *painter)
{
  AmicusRect clip;

  if (!amicus_scene_get_clip (painter->scene, &clip))
    return;
  cairo_rectangle (painter->cr, clip.x, clip.y, clip.width, clip.height);
  cairo_clip (painter->cr);
}

/**
 * amicus_scene_paint:
 * @scene: what to paint
 * @cr: where to
 * @area: in points of the scene; what does not meet it is left out
 * @scale: pixels per point, deciding what is too fine; 0 for everything
 *
 * Paints without a background. Any thread, each with its own @cr.
 */
void
amicus_scene_paint (AmicusScene      *scene,
                    cairo_t          *cr,
                    const AmicusRect *area,
                    double            scale)
{
  Painter painter;
  g_autoptr (GArray) found = NULL;

  g_return_if_fail (scene != NULL && cr != NULL && area != NULL);

  painter = painter_for (scene, cr, scale);
  found = amicus_scene_query (scene, area);
  begin_painting (&painter);
  cairo_save (cr);
  cut_off (&painter);
  paint_found (&painter, found, FALSE);
  if (is_from_afar (&painter))
    paint_overview (&painter, area);
  cairo_restore (cr);
  paint_found (&painter, found, TRUE);
  cairo_restore (cr);
}

/**
 * amicus_scene_paint_item:
 * @scene: what it belongs to
 * @cr: where to
 * @item: index of an item
 * @scale: as for amicus_scene_paint()
 *
 * Paints one item, for what lies over the tiles.
 */
void
amicus_scene_paint_item (AmicusScene *scene,
                         cairo_t     *cr,
                         guint32      item,
                         double       scale)
{
  const AmicusOverviewName *name = NULL;
  Painter painter;
  const AmicusItem *items;
  guint n_items;

  g_return_if_fail (scene != NULL && cr != NULL);

  items = amicus_scene_get_items (scene, &n_items);
  g_return_if_fail (item < n_items);

  painter = painter_for (scene, cr, scale);
  if (is_from_afar (&painter))
    name = amicus_overview_find (scene, item, scale);
  begin_painting (&painter);
  if (items[item].role != AMICUS_ROLE_FRAME)
    cut_off (&painter);
  paint_item (&painter, &items[item]);
  if (name != NULL)
    paint_name (&painter, name);
  cairo_restore (cr);
}
