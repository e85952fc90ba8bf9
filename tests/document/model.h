/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a file means, as seen by our graph or by cgraph, in a form in which an expected change can be
 * made by hand. */

#pragma once

#include "graph/graph.h"

typedef struct
{
  char *tail;
  char *head;
  char *key;              /* or NULL */
  GHashTable *attributes; /* char * → char * */
} ModelRelation;

typedef struct
{
  char *id;               /* or NULL */
  guint parent;           /* number of a group, or G_MAXUINT */
  GHashTable *attributes;
  GHashTable *members;    /* set of char * */
} ModelGroup;

typedef struct
{
  GHashTable *entities;   /* char * → GHashTable of attributes */
  GPtrArray *relations;   /* ModelRelation, in order of creation */
  GPtrArray *groups;      /* ModelGroup */
  GHashTable *attributes; /* of the graph */
  gboolean directed;
  gboolean any_order;     /* of relations between the same ends, and of groups */
} Model;

Model *model_of_graph       (AmicusGraph *graph);
/* cgraph says nothing from now on. */
void   model_quieten        (void);
/* NULL where cgraph does not read it without an error. */
Model *model_of_cgraph      (GBytes      *bytes);
void   model_free           (Model       *self);
/* One text, equal for equal models: entities by ID, relations by their ends and then in order. */
char  *model_write          (Model       *self);

void   model_add_relation   (Model       *self,
                             const char  *tail,
                             const char  *head,
                             const char  *key,
                             GHashTable  *attributes);
void   model_remove_entity  (Model       *self,
                             const char  *id);
void   model_rename_entity  (Model       *self,
                             const char  *id,
                             const char  *new_id);
/* An empty value is none. */
void   model_set            (GHashTable  *attributes,
                             const char  *name,
                             const char  *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Model, model_free)
