/* SPDX-License-Identifier: GPL-3.0-or-later
 * The inside of a picture, for the file that makes it and the file that is its door. */

#pragma once

#include "drawing/draft.h"
#include "drawing/picture.h"

G_BEGIN_DECLS

/* Nodes up to which a change is animated. */
#define AMICUS_ANIMATED 300

/*
 * KEEP: all stays where it is, what is new goes where there is room
 * RESEMBLE: a layout that is turned and shifted onto the picture of before
 * AFRESH: no place of before counts
 */
typedef enum
{
  AMICUS_PICTURE_KEEP,
  AMICUS_PICTURE_RESEMBLE,
  AMICUS_PICTURE_AFRESH,
} AmicusPictureStart;

/*
 * A place by hand, and what the file said at that time.
 */
typedef struct
{
  AmicusPoint centre;
  gboolean pinned;
  AmicusPoint pin;
} AmicusPlaceOf;

/*
 * The picture before an edit; then what becomes of it, or no placement where too little is left.
 */
typedef struct
{
  AmicusDraft *old_draft;
  AmicusLayoutRequest *old_request;
  AmicusPlacement *old_placement;
  GHashTable *moved;
  GHashTable *wishes;
  AmicusDraftMap *map;
  AmicusLayoutRequest *request;
  AmicusPlacement *placement;
} AmicusPictureEdit;

/*
 * What was asked for last, and how far it has come.
 *
 * start: what becomes of the places of before
 * reader, draft, request: where it stands, the others being NULL or done
 */
typedef struct
{
  AmicusPictureStart start;
  AmicusDraftReader *reader;
  AmicusDraft *draft;
  AmicusLayoutRequest *request;
  GCancellable *cancellable;
  guint source;
} AmicusPictureWork;

/*
 * serial: of the newest request; answers to older ones are dropped
 * scene_serial: the same for scenes built in a thread
 * moved: AmicusPlaceOf, by ID of the entity: what was moved by hand
 * wishes: the same for entities that are not there: where they were, or should come to lie
 * starts: where the nodes of the placement came from, or NULL
 */
struct _AmicusPicture
{
  GObject parent_instance;

  AmicusLayouter *layouter;
  AmicusMeasurer *measurer;
  AmicusGraph *graph;
  AmicusPictureOptions options;
  char *language;

  AmicusPictureWork work;
  guint serial;
  guint scene_serial;
  gboolean busy;
  char *problem;

  AmicusDraft *draft;
  AmicusLayoutRequest *request;
  AmicusPlacement *placement;
  AmicusScene *scene;
  GHashTable *moved;
  GHashTable *wishes;
  AmicusPoint *starts;
};

void amicus_picture_set_busy    (AmicusPicture *self,
                                 gboolean       busy);
void amicus_picture_set_problem (AmicusPicture *self,
                                 const GError  *error);
void amicus_picture_take_scene  (AmicusPicture *self,
                                 AmicusScene   *scene);

void amicus_picture_take_graph  (AmicusPicture *self,
                                 AmicusGraph   *graph);

/* Makes the picture of the graph from the beginning. A layout that is still under way is not given up
 * for keeping what there is. */
void amicus_picture_start       (AmicusPicture      *self,
                                 AmicusPictureStart  start);
/* Gives up what is under way. */
void amicus_picture_stop        (AmicusPicture *self);
/* A new scene from the draft and placement that there are. */
void amicus_picture_build_scene (AmicusPicture *self);

void          amicus_places_set  (GHashTable              *places,
                                  const char              *id,
                                  const AmicusPlaceOf     *place);
GHashTable   *amicus_places_copy (GHashTable              *places) G_GNUC_WARN_UNUSED_RESULT;
void          amicus_places_pin  (GHashTable              *moved,
                                  const AmicusDraft       *draft,
                                  AmicusLayoutRequest     *request);
AmicusPlaceOf amicus_place_of    (const AmicusDraftEntity *entity,
                                  AmicusPoint              centre);

AmicusPictureEdit *
     amicus_picture_edit_new      (AmicusPicture           *self) G_GNUC_WARN_UNUSED_RESULT;
void amicus_picture_edit_free     (AmicusPictureEdit       *edit);
gboolean
     amicus_picture_same_request  (const AmicusLayoutRequest *a,
                                   const AmicusLayoutRequest *b);
void amicus_picture_edit_begin    (AmicusPictureEdit       *edit,
                                   AmicusDraft             *draft);
void amicus_picture_edit_run      (AmicusPictureEdit       *edit,
                                   const AmicusDraft       *draft);
void amicus_picture_edit_remember (const AmicusPictureEdit *edit,
                                   const AmicusDraft       *draft,
                                   GHashTable              *wishes);
AmicusPlacement *
     amicus_picture_edit_move     (AmicusPicture           *self,
                                   const guint32           *nodes,
                                   const AmicusPoint       *centres,
                                   guint                    n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
