/* SPDX-License-Identifier: GPL-3.0-or-later
 * The inside of a picture, for the file that makes it and the file that is its door. */

#pragma once

#include "drawing/draft.h"
#include "drawing/picture.h"

G_BEGIN_DECLS

/* Nodes up to which a change is animated. */
#define AMICUS_ANIMATED 300

/*
 * What was asked for last, and how far it has come.
 *
 * afresh: no place of before counts
 * reader, draft, request: where it stands, the others being NULL or done
 */
typedef struct
{
  gboolean afresh;
  AmicusDraftReader *reader;
  AmicusDraft *draft;
  AmicusLayoutRequest *request;
  GCancellable *cancellable;
  guint source;
} AmicusPictureWork;

/*
 * serial: of the newest request; answers to older ones are dropped
 * scene_serial: the same for scenes built in a thread
 * moved: AmicusPoint, by ID of the entity
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
  AmicusPoint *starts;
};

void amicus_picture_set_busy    (AmicusPicture *self,
                                 gboolean       busy);
void amicus_picture_set_problem (AmicusPicture *self,
                                 const GError  *error);
void amicus_picture_take_scene  (AmicusPicture *self,
                                 AmicusScene   *scene);

/* Makes the picture of the graph from the beginning; @afresh without regard to old places. */
void amicus_picture_start       (AmicusPicture *self,
                                 gboolean       afresh);
/* Gives up what is under way. */
void amicus_picture_stop        (AmicusPicture *self);
/* A new scene from the draft and placement that there are. */
void amicus_picture_build_scene (AmicusPicture *self);

G_END_DECLS
