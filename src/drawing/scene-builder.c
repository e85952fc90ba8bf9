/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/scene-private.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "drawing/path.h"
#include "drawing/scene-data.h"

/* Cubic that comes nearest to a quarter of a circle. */
#define ARC 0.5522847498307936

/* Room for what is drawn around entities that may lie at the limit themselves. */
#define LIMIT (2 * AMICUS_COORDINATE_LIMIT)

struct _AmicusSceneBuilder
{
  AmicusScene *scene;
  AmicusItem item;
  gboolean in_item;
  guint path_verb;
  guint path_point;
};

AmicusSceneBuilder *
amicus_scene_builder_new (void)
{
  AmicusSceneBuilder *self = g_new0 (AmicusSceneBuilder, 1);

  self->scene = amicus_scene_data_new ();
  return self;
}

void
amicus_scene_builder_free (AmicusSceneBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->scene, amicus_scene_unref);
  g_free (self);
}

static guint32
intern (AmicusSceneBuilder *self,
        const char         *string)
{
  return string == NULL ? 0 : amicus_strings_intern (self->scene->strings, string, strlen (string));
}

void
amicus_scene_builder_begin_item (AmicusSceneBuilder   *self,
                                 const AmicusItemInfo *info)
{
  g_return_if_fail (self != NULL && info != NULL && !self->in_item);

  self->in_item = TRUE;
  self->item = (AmicusItem) {
    .element = info->element,
    .role = info->role,
    .weight = info->weight,
    .bounds = AMICUS_RECT_EMPTY,
    .first_mark = self->scene->marks->len,
    .title = intern (self, info->title),
    .description = intern (self, info->description),
    .classes = intern (self, info->classes),
    .ids = { intern (self, info->ids[0]), intern (self, info->ids[1]) },
  };
  if (info->link != NULL && amicus_link_is_safe (info->link))
    self->item.link = intern (self, info->link);
}

void
amicus_scene_builder_end_item (AmicusSceneBuilder *self)
{
  g_return_if_fail (self != NULL && self->in_item);

  self->in_item = FALSE;
  self->item.n_marks = self->scene->marks->len - self->item.first_mark;
  g_array_append_val (self->scene->items, self->item);
}

static double
within_limit (double value)
{
  return isnan (value) ? 0 : CLAMP (value, -LIMIT, LIMIT);
}

static void
append_point (AmicusSceneBuilder *self,
              double              x,
              double              y)
{
  AmicusPoint point = { within_limit (x), within_limit (y) };

  g_array_append_val (self->scene->points, point);
}

static void
append_verb (AmicusSceneBuilder *self,
             AmicusPathVerb      verb)
{
  guint8 byte = verb;

  g_byte_array_append (self->scene->verbs, &byte, 1);
}

void
amicus_scene_builder_move_to (AmicusSceneBuilder *self,
                              double              x,
                              double              y)
{
  append_verb (self, AMICUS_PATH_MOVE);
  append_point (self, x, y);
}

void
amicus_scene_builder_line_to (AmicusSceneBuilder *self,
                              double              x,
                              double              y)
{
  append_verb (self, AMICUS_PATH_LINE);
  append_point (self, x, y);
}

void
amicus_scene_builder_curve_to (AmicusSceneBuilder *self,
                               double              x1,
                               double              y1,
                               double              x2,
                               double              y2,
                               double              x3,
                               double              y3)
{
  append_verb (self, AMICUS_PATH_CURVE);
  append_point (self, x1, y1);
  append_point (self, x2, y2);
  append_point (self, x3, y3);
}

void
amicus_scene_builder_close (AmicusSceneBuilder *self)
{
  append_verb (self, AMICUS_PATH_CLOSE);
}

void
amicus_scene_builder_rectangle (AmicusSceneBuilder *self,
                                const AmicusRect   *rect,
                                double              radius)
{
  double r = CLAMP (radius, 0, fmin (rect->width, rect->height) / 2);
  double k = r * (1 - ARC);
  double x0 = rect->x;
  double y0 = rect->y;
  double x1 = x0 + rect->width;
  double y1 = y0 + rect->height;

  if (r <= 0)
    {
      amicus_scene_builder_move_to (self, x0, y0);
      amicus_scene_builder_line_to (self, x1, y0);
      amicus_scene_builder_line_to (self, x1, y1);
      amicus_scene_builder_line_to (self, x0, y1);
      amicus_scene_builder_close (self);
      return;
    }

  amicus_scene_builder_move_to (self, x0 + r, y0);
  amicus_scene_builder_line_to (self, x1 - r, y0);
  amicus_scene_builder_curve_to (self, x1 - k, y0, x1, y0 + k, x1, y0 + r);
  amicus_scene_builder_line_to (self, x1, y1 - r);
  amicus_scene_builder_curve_to (self, x1, y1 - k, x1 - k, y1, x1 - r, y1);
  amicus_scene_builder_line_to (self, x0 + r, y1);
  amicus_scene_builder_curve_to (self, x0 + k, y1, x0, y1 - k, x0, y1 - r);
  amicus_scene_builder_line_to (self, x0, y0 + r);
  amicus_scene_builder_curve_to (self, x0, y0 + k, x0 + k, y0, x0 + r, y0);
  amicus_scene_builder_close (self);
}

void
amicus_scene_builder_ellipse (AmicusSceneBuilder *self,
                              double              cx,
                              double              cy,
                              double              rx,
                              double              ry)
{
  double kx = rx * ARC;
  double ky = ry * ARC;

  amicus_scene_builder_move_to (self, cx + rx, cy);
  amicus_scene_builder_curve_to (self, cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry);
  amicus_scene_builder_curve_to (self, cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy);
  amicus_scene_builder_curve_to (self, cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry);
  amicus_scene_builder_curve_to (self, cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy);
  amicus_scene_builder_close (self);
}

static void
extend_item (AmicusSceneBuilder *self,
             const AmicusRect   *rect)
{
  self->item.bounds = amicus_rect_union (&self->item.bounds, rect);
}

void
amicus_scene_builder_add_path (AmicusSceneBuilder    *self,
                               const AmicusPathStyle *style)
{
  AmicusScene *scene = self->scene;
  AmicusMark mark = {
    .type = AMICUS_MARK_PATH,
    .detail = style->detail,
    .dash = style->dash,
    .fill = style->fill,
    .stroke = style->stroke,
    .width = CLAMP (style->width, 0, 100),
    .first = self->path_verb,
    .first_point = self->path_point,
    .n = scene->verbs->len - self->path_verb,
  };
  AmicusPath path = amicus_scene_get_path (scene, &mark);
  AmicusRect bounds = amicus_path_extents (&path);

  g_return_if_fail (self->in_item);

  if (mark.stroke != 0)
    bounds = amicus_rect_grow (&bounds, mark.width / 2);
  extend_item (self, &bounds);
  g_array_append_val (scene->marks, mark);
  self->path_verb = scene->verbs->len;
  self->path_point = scene->points->len;
}

void
amicus_scene_builder_add_text (AmicusSceneBuilder *self,
                               AmicusTextLine     *line,
                               double              x,
                               double              y,
                               AmicusColor         color,
                               AmicusDetail        detail)
{
  AmicusScene *scene = self->scene;
  AmicusText text = {
    .string = intern (self, line->string),
    .x = within_limit (x),
    .y = within_limit (y),
    .width = line->width,
    .size = line->size,
    .weight = line->weight,
    .rtl = line->rtl,
    .spacing = line->spacing,
    .run = scene->lines->len,
  };
  AmicusMark mark = {
    .type = AMICUS_MARK_TEXT,
    .detail = detail,
    .fill = color,
    .first = scene->texts->len,
    .n = 1,
  };
  AmicusRect bounds = { text.x, text.y - line->ascent, line->width, line->ascent + line->descent };

  g_return_if_fail (self->in_item);

  extend_item (self, &bounds);
  g_ptr_array_add (scene->lines, amicus_text_line_ref (line));
  g_array_append_val (scene->texts, text);
  g_array_append_val (scene->marks, mark);
}

static void
copy_array (GArray       *to,
            const GArray *from)
{
  if (from->len > 0)
    g_array_append_vals (to, from->data, from->len);
}

/* Strings get new numbers in the copy. */
static void
copy_strings (AmicusSceneBuilder *self,
              AmicusScene        *from)
{
  AmicusScene *scene = self->scene;

  for (guint i = 0; i < scene->texts->len; i++)
    {
      AmicusText *text = &g_array_index (scene->texts, AmicusText, i);

      text->string = intern (self, amicus_scene_get_string (from, text->string));
    }
  for (guint i = 0; i < scene->items->len; i++)
    {
      AmicusItem *item = &g_array_index (scene->items, AmicusItem, i);

      item->title = intern (self, amicus_scene_get_string (from, item->title));
      item->description = intern (self, amicus_scene_get_string (from, item->description));
      item->link = intern (self, amicus_scene_get_string (from, item->link));
      item->classes = intern (self, amicus_scene_get_string (from, item->classes));
      for (guint end = 0; end < G_N_ELEMENTS (item->ids); end++)
        item->ids[end] = intern (self, amicus_scene_get_string (from, item->ids[end]));
    }
}

AmicusSceneBuilder *
amicus_scene_builder_new_from (AmicusScene *scene)
{
  AmicusSceneBuilder *self = amicus_scene_builder_new ();
  AmicusScene *copy = self->scene;

  g_return_val_if_fail (scene != NULL, self);

  copy_array (copy->items, scene->items);
  copy_array (copy->marks, scene->marks);
  copy_array (copy->texts, scene->texts);
  copy_array (copy->points, scene->points);
  g_byte_array_append (copy->verbs, scene->verbs->data, scene->verbs->len);
  for (guint i = 0; i < scene->lines->len; i++)
    g_ptr_array_add (copy->lines, amicus_text_line_ref (scene->lines->pdata[i]));
  copy_strings (self, scene);
  copy->clip = scene->clip;
  self->path_verb = copy->verbs->len;
  self->path_point = copy->points->len;
  return self;
}

void
amicus_scene_builder_crop (AmicusSceneBuilder *self,
                           const AmicusRect   *area)
{
  g_return_if_fail (self != NULL && area != NULL && !self->in_item);

  amicus_scene_data_crop (self->scene, area);
}

/* A counting sort: items of one role keep their order. */
static void
sort_by_role (AmicusScene *scene)
{
  const AmicusItem *items = &g_array_index (scene->items, AmicusItem, 0);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (AmicusItem), scene->items->len);

  for (AmicusRole role = AMICUS_ROLE_HULL; role <= AMICUS_ROLE_FRAME; role++)
    for (guint i = 0; i < scene->items->len; i++)
      if (items[i].role == role)
        g_array_append_val (sorted, items[i]);
  g_array_unref (scene->items);
  scene->items = sorted;
}

AmicusScene *
amicus_scene_builder_finish (AmicusSceneBuilder    *self,
                             const AmicusSceneInfo *info)
{
  AmicusScene *scene = g_steal_pointer (&self->scene);

  sort_by_role (scene);
  scene->edition = info->edition;
  scene->background = info->background;
  scene->title = g_strdup (info->title != NULL ? info->title : "");
  scene->description = g_strdup (info->description != NULL ? info->description : "");
  scene->language = g_strdup (info->language != NULL ? info->language : "en");
  scene->font_family = g_strdup (info->font_family != NULL ? info->font_family : "sans-serif");
  amicus_scene_data_seal (scene, info->margin);

  amicus_scene_builder_free (self);
  return scene;
}
