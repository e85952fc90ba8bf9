/* SPDX-License-Identifier: GPL-3.0-or-later
 * The scene: all that is drawn, in packed arrays, ready for any painter and any thread. */

#pragma once

#include <cairo.h>
#include <glib.h>

#include "base/geometry.h"
#include "graph/graph.h"

G_BEGIN_DECLS

/**
 * AmicusColor:
 *
 * Red, green, blue and alpha, 8 bits each from the highest byte down; 0 draws nothing.
 */
typedef guint32 AmicusColor;

/* What an item is: the order is the order of painting. */
typedef enum
{
  AMICUS_ROLE_HULL,
  AMICUS_ROLE_RELATION,
  AMICUS_ROLE_LABEL,      /* a relation's label in its pill */
  AMICUS_ROLE_CARD,
  AMICUS_ROLE_FRAME,      /* title, legend, list of sources */
} AmicusRole;

/* How far out a mark can still be seen: painters leave out what is finer than the scale allows. */
typedef enum
{
  AMICUS_DETAIL_ALWAYS,
  AMICUS_DETAIL_NAME,      /* names; those of central entities stay longer (item's weight) */
  AMICUS_DETAIL_LABEL,     /* labels of relations */
  AMICUS_DETAIL_FINE,      /* second lines, source numbers */
} AmicusDetail;

typedef enum
{
  AMICUS_DASH_SOLID,
  AMICUS_DASH_DASHED,      /* 6-4, alleged */
  AMICUS_DASH_DOTTED,      /* round dots, disputed and denied */
  AMICUS_DASH_LONG,        /* 11-6, possible */
} AmicusDash;

typedef enum
{
  AMICUS_PATH_MOVE,        /* one point */
  AMICUS_PATH_LINE,        /* one point */
  AMICUS_PATH_CURVE,       /* three points */
  AMICUS_PATH_CLOSE,       /* no point */
} AmicusPathVerb;

typedef enum
{
  AMICUS_MARK_PATH,
  AMICUS_MARK_TEXT,
} AmicusMarkType;

typedef enum
{
  AMICUS_WEIGHT_NORMAL = 400,
  AMICUS_WEIGHT_SEMIBOLD = 600,
  AMICUS_WEIGHT_BOLD = 700,
} AmicusFontWeight;

/**
 * AmicusText:
 * @string: offset of its UTF-8 text, NUL-terminated, in the scene's strings; one line
 * @x: left end of the line, whatever its direction
 * @y: baseline
 * @width: advance as measured
 * @size: of the font, in points (one user unit of the SVG)
 * @weight: of the font
 * @spacing: letter spacing in points
 * @rtl: whether its base direction is right to left
 * @run: index of its shaped glyph runs, for painters that draw glyphs
 */
typedef struct
{
  guint32 string;
  float x;
  float y;
  float width;
  float size;
  guint16 weight;
  guint8 rtl;
  float spacing;
  guint32 run;
} AmicusText;

/**
 * AmicusMark:
 * @type: path or text
 * @detail: when it is left out
 * @dash: pattern of the stroke; round caps for dots
 * @fill: of path or text
 * @stroke: of the path
 * @width: of the stroke, in points
 * @first: index of the first verb, or of the text
 * @first_point: index of the first point of a path
 * @n: number of verbs
 */
typedef struct
{
  guint8 type;
  guint8 detail;
  guint8 dash;
  AmicusColor fill;
  AmicusColor stroke;
  float width;
  guint32 first;
  guint32 first_point;
  guint32 n;
} AmicusMark;

/**
 * AmicusItem:
 * @element: what it shows; none for the frame
 * @role: what it is
 * @weight: how central the entity is, 0 to 1: names of the less central go first when zoomed out
 * @bounds: of all its marks, with strokes
 * @first_mark: index of the first of its marks
 * @n_marks: their number
 * @title: offset in strings: full name, or "A — plaintiff → B"; what SVG's `<title>` and a screen
 *   reader say; 0 for none, as where it would name what a detail does not show
 * @description: offset in strings, 0 for none: kind, dates, status, who says so
 * @link: offset in strings, 0 for none; only addresses that are safe
 * @classes: offset in strings: words for SVG's class ("entity company", "relation plaintiff
 *   alleged")
 * @ids: offsets in strings, 0 for none: the ID of the entity or group; of a relation and its label
 *   those of both ends, tail first
 *
 * One entity, relation, label, hull or part of the frame.
 */
typedef struct
{
  AmicusElement element;
  AmicusRole role;
  float weight;
  AmicusRect bounds;
  guint32 first_mark;
  guint32 n_marks;
  guint32 title;
  guint32 description;
  guint32 link;
  guint32 classes;
  guint32 ids[2];
} AmicusItem;

/**
 * AmicusScene:
 *
 * Immutable once built, atomically reference-counted. Any thread may read and paint it without a
 * lock.
 */
typedef struct _AmicusScene AmicusScene;

AmicusScene       *amicus_scene_ref            (AmicusScene       *self);
void               amicus_scene_unref          (AmicusScene       *self);

AmicusRect         amicus_scene_get_bounds     (AmicusScene       *self);
/* What is to be seen of all items but those of the frame: FALSE where nothing is cut. */
gboolean           amicus_scene_get_clip       (AmicusScene       *self,
                                                AmicusRect        *clip);
/* Of the graph that gave its elements their numbers; 0 for none. */
guint              amicus_scene_get_edition    (AmicusScene       *self);
AmicusColor        amicus_scene_get_background (AmicusScene       *self);
/* The title of the whole, its description and its language, for documents made from it; never
 * NULL. */
const char        *amicus_scene_get_title       (AmicusScene      *self);
const char        *amicus_scene_get_description (AmicusScene      *self);
const char        *amicus_scene_get_language    (AmicusScene      *self);
/* The family of fonts that the texts were measured with. */
const char        *amicus_scene_get_font_family (AmicusScene      *self);

/* Items in the order of painting. */
const AmicusItem  *amicus_scene_get_items      (AmicusScene       *self,
                                                guint             *n_items);
const AmicusMark  *amicus_scene_get_marks      (AmicusScene       *self);
const AmicusText  *amicus_scene_get_texts      (AmicusScene       *self);
const guint8      *amicus_scene_get_verbs      (AmicusScene       *self);
const AmicusPoint *amicus_scene_get_points     (AmicusScene       *self);
const char        *amicus_scene_get_string     (AmicusScene       *self,
                                                guint32            offset);

/* Indices of the items whose bounds meet @area, in the order of painting; guint32 elements. From
 * the packed R-tree. */
GArray            *amicus_scene_query          (AmicusScene       *self,
                                                const AmicusRect  *area) G_GNUC_WARN_UNUSED_RESULT;
/* The topmost item at a point: inside a card, on a label, or within @tolerance points of a
 * curve. Hulls last. FALSE where there is none. */
gboolean           amicus_scene_pick           (AmicusScene       *self,
                                                AmicusPoint        point,
                                                double             tolerance,
                                                guint32           *item);
/* The bounds of the item that shows @element (its card, curve or hull). */
gboolean           amicus_scene_get_element_bounds (AmicusScene   *self,
                                                    AmicusElement  element,
                                                    AmicusRect    *bounds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusScene, amicus_scene_unref)

G_END_DECLS
