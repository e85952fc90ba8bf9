/* SPDX-License-Identifier: GPL-3.0-or-later
 * Building a scene, item by item. */

#pragma once

#include "drawing/path.h"
#include "drawing/scene.h"
#include "drawing/text-line.h"

G_BEGIN_DECLS

/**
 * AmicusSceneInfo:
 * @background: colour behind the picture
 * @margin: added to the bounds on all sides, in points
 * @title: (nullable): of the whole
 * @description: (nullable): of the whole
 * @language: (nullable): of its words, "en" if not given
 * @font_family: (nullable): that the texts were measured with
 * @edition: of the graph whose elements are shown, 0 for none
 */
typedef struct
{
  AmicusColor background;
  double margin;
  const char *title;
  const char *description;
  const char *language;
  const char *font_family;
  guint edition;
} AmicusSceneInfo;

/**
 * AmicusItemInfo:
 * @element: what the item shows
 * @role: what it is; items may come in any order, the scene sorts them by role
 * @weight: 0 to 1, how central
 * @title: (nullable): see [struct@AmicusItem]
 * @description: (nullable): see [struct@AmicusItem]
 * @link: (nullable): left out unless amicus_link_is_safe()
 * @classes: (nullable): see [struct@AmicusItem]
 * @ids: (nullable): see [struct@AmicusItem]
 */
typedef struct
{
  AmicusElement element;
  AmicusRole role;
  float weight;
  const char *title;
  const char *description;
  const char *link;
  const char *classes;
  const char *ids[2];
} AmicusItemInfo;

/**
 * AmicusPathStyle:
 * @fill: 0 for none
 * @stroke: 0 for none
 * @width: of the stroke, in points
 * @dash: pattern of the stroke
 * @detail: when it is left out
 */
typedef struct
{
  AmicusColor fill;
  AmicusColor stroke;
  double width;
  AmicusDash dash;
  AmicusDetail detail;
} AmicusPathStyle;

/**
 * AmicusSceneBuilder:
 *
 * Collects items. Coordinates that are not finite or out of range are brought into range here, so
 * that no painter has to look. Used by one thread.
 */
typedef struct _AmicusSceneBuilder AmicusSceneBuilder;

AmicusSceneBuilder *amicus_scene_builder_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void                amicus_scene_builder_free       (AmicusSceneBuilder    *self);

void                amicus_scene_builder_begin_item (AmicusSceneBuilder    *self,
                                                     const AmicusItemInfo  *info);
void                amicus_scene_builder_end_item   (AmicusSceneBuilder    *self);

/* The path of the next mark; amicus_scene_builder_add_path() uses it up. */
void                amicus_scene_builder_move_to    (AmicusSceneBuilder    *self,
                                                     double                 x,
                                                     double                 y);
void                amicus_scene_builder_line_to    (AmicusSceneBuilder    *self,
                                                     double                 x,
                                                     double                 y);
void                amicus_scene_builder_curve_to   (AmicusSceneBuilder    *self,
                                                     double                 x1,
                                                     double                 y1,
                                                     double                 x2,
                                                     double                 y2,
                                                     double                 x3,
                                                     double                 y3);
void                amicus_scene_builder_close      (AmicusSceneBuilder    *self);
/* Whole figures, as a path of their own or a part of one. */
void                amicus_scene_builder_rectangle  (AmicusSceneBuilder    *self,
                                                     const AmicusRect      *rect,
                                                     double                 radius);
void                amicus_scene_builder_ellipse    (AmicusSceneBuilder    *self,
                                                     double                 cx,
                                                     double                 cy,
                                                     double                 rx,
                                                     double                 ry);

void                amicus_scene_builder_add_path   (AmicusSceneBuilder    *self,
                                                     const AmicusPathStyle *style);
/* @x is the line's left end, @y its baseline. The scene keeps a reference to @line. */
void                amicus_scene_builder_add_text   (AmicusSceneBuilder    *self,
                                                     AmicusTextLine        *line,
                                                     double                 x,
                                                     double                 y,
                                                     AmicusColor            color,
                                                     AmicusDetail           detail);

/* Cuts what is there so far: only what comes into @area stays, and in words only what is named in
 * it. What is added later lies around it. */
void                amicus_scene_builder_crop       (AmicusSceneBuilder    *self,
                                                     const AmicusRect      *area);
/* A builder that begins with all that @scene holds. */
AmicusSceneBuilder *amicus_scene_builder_new_from   (AmicusScene           *scene) G_GNUC_WARN_UNUSED_RESULT;

/* The scene; the builder is freed. */
AmicusScene        *amicus_scene_builder_finish     (AmicusSceneBuilder    *self,
                                                     const AmicusSceneInfo *info) G_GNUC_WARN_UNUSED_RESULT;

/* That of a mark of the type path. */
AmicusPath          amicus_scene_get_path           (AmicusScene           *self,
                                                     const AmicusMark      *mark);
/* Some marks are there to be pointed at only. */
static inline gboolean
amicus_mark_is_painted (const AmicusMark *mark)
{
  return ((mark->fill | mark->stroke) & 0xff) != 0;
}

/* The shaped line of AmicusText's @run. */
AmicusTextLine     *amicus_scene_get_line           (AmicusScene           *self,
                                                     guint32                run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusSceneBuilder, amicus_scene_builder_free)

G_END_DECLS
