/* SPDX-License-Identifier: GPL-3.0-or-later
 * From a graph to a scene: styles, measures, asks for a layout, builds. */

#pragma once

#include "drawing/scene.h"
#include "layout/layout.h"

G_BEGIN_DECLS

typedef enum
{
  AMICUS_SCHEME_LIGHT,
  AMICUS_SCHEME_DARK,
  AMICUS_SCHEME_LIGHT_CONTRAST,
  AMICUS_SCHEME_DARK_CONTRAST,
} AmicusScheme;

/**
 * AmicusPictureOptions:
 * @scheme: colours
 * @language: (nullable): of labels and words; NULL for the locale's
 * @engine: asked for
 * @rank_direction: for dot
 * @draw_sources: whether entities of the kind source are drawn
 * @timeout_ms: most that the engine may take; 0 for the default of the size
 */
typedef struct
{
  AmicusScheme scheme;
  const char *language;
  AmicusEngine engine;
  AmicusRankDirection rank_direction;
  gboolean draw_sources;
  guint timeout_ms;
} AmicusPictureOptions;

/**
 * AmicusFrame:
 * @title: whether the graph's title and the quiet line below it are written
 * @legend: whether a legend of what is drawn is added
 * @sources: whether the numbered sources are listed
 * @area: what the frame goes around, in points; all where it has no width or height
 *
 * What an export has around the picture. Of an area only what is seen of it is left; legend and
 * sources are of what is seen, the numbers of the sources those of the whole.
 */
typedef struct
{
  gboolean title;
  gboolean legend;
  gboolean sources;
  AmicusRect area;
} AmicusFrame;

/**
 * AmicusPicture:
 *
 * Signals: `scene-changed` when there is a new scene (at once after a change of colours,
 * without a new layout). Properties: `busy` while a layout is under way, `problem` the message of
 * the engine that failed, or NULL. Asynchronous, the newest request wins, never blocks the main
 * loop. Copies what it needs of the graph.
 */
#define AMICUS_TYPE_PICTURE (amicus_picture_get_type ())
G_DECLARE_FINAL_TYPE (AmicusPicture, amicus_picture, AMICUS, PICTURE, GObject)

AmicusPicture   *amicus_picture_new             (AmicusLayouter             *layouter) G_GNUC_WARN_UNUSED_RESULT;

/* The same picture once more, for other colours or another language: everything lies where it
 * did. @self has a scene. */
AmicusPicture   *amicus_picture_copy            (AmicusPicture              *self,
                                                 AmicusLayouter             *layouter) G_GNUC_WARN_UNUSED_RESULT;

/* Sets what is to be shown and starts a layout; the old picture, if any, is kept as the start of
 * the new. */
void             amicus_picture_set_graph       (AmicusPicture              *self,
                                                 AmicusGraph                *graph);
/* The same graph after an edit: everything keeps its place, no engine is asked. */
void             amicus_picture_update_graph    (AmicusPicture              *self,
                                                 AmicusGraph                *graph);
/* Where the entity of this ID should come to lie that the next edit brings. */
void             amicus_picture_place_entity    (AmicusPicture              *self,
                                                 const char                 *id,
                                                 AmicusPoint                 centre);
/* A new layout only if engine, direction, language (boxes are as wide as their words) or what is
 * drawn changes, else only a new scene. */
void             amicus_picture_set_options     (AmicusPicture              *self,
                                                 const AmicusPictureOptions *options);
const AmicusPictureOptions *
                 amicus_picture_get_options     (AmicusPicture              *self);
/* Lays out afresh; places given by hand in this session are forgotten. */
void             amicus_picture_relayout        (AmicusPicture              *self);
void             amicus_picture_cancel          (AmicusPicture              *self);

gboolean         amicus_picture_is_busy         (AmicusPicture              *self);
const char      *amicus_picture_get_problem     (AmicusPicture              *self);
/* The engine that made the picture. */
AmicusEngine     amicus_picture_get_engine      (AmicusPicture              *self);
/* NULL before the first one. */
AmicusScene     *amicus_picture_get_scene       (AmicusPicture              *self);

/* Where the elements lie. Index of nodes, edges and groups is by the functions below. */
AmicusPlacement *amicus_picture_get_placement   (AmicusPicture              *self);
AmicusLayoutRequest *
                 amicus_picture_get_request     (AmicusPicture              *self);
/* The element's index in the request and placement, or AMICUS_NO_INDEX where it is not drawn. */
guint32          amicus_picture_get_index       (AmicusPicture              *self,
                                                 AmicusElement               element);

/* Entities moved by hand: @centres are their new centres; relations follow. They keep the place
 * until amicus_picture_relayout(). Emits scene-changed. */
void             amicus_picture_move_entities   (AmicusPicture              *self,
                                                 const guint32              *entities,
                                                 const AmicusPoint          *centres,
                                                 guint                       n);

/* The scene between the picture before the last layout and this one, @t from 0 to 1, for an
 * animation; NULL when there is nothing to animate or the graph is too large. */
AmicusScene     *amicus_picture_interpolate     (AmicusPicture              *self,
                                                 double                      t) G_GNUC_WARN_UNUSED_RESULT;

/* The scene with title, legend and sources around it and 40 points of margin. In another
 * language or scheme than the window's, make a second picture with other options. */
AmicusScene     *amicus_picture_frame_scene     (AmicusPicture              *self,
                                                 const AmicusFrame          *frame) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
