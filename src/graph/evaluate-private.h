/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is needed only while statements are evaluated. */

#pragma once

#include "graph/graph-private.h"
#include "graph/identities-private.h"
#include "graph/mentions-private.h"

G_BEGIN_DECLS

/* For relations a file may look at so many entities and pairs of them, and as many more as it has
 * bytes: without groups a relation, which is a pair and one more entity, takes at least three. */
#define MAX_WORK 2000000

/* An end of an edge statement: an entity with its port, or every member of a group. */
typedef struct
{
  guint number;      /* ends with the same number stand between the same arrows */
  guint end;         /* which end of the statement it is */
  guint32 entity;    /* AMICUS_NO_INDEX if it is a group */
  guint32 group;     /* AMICUS_NO_INDEX if it is an entity */
  AmicusString port; /* NO_STRING if there is none */
} EndItem;

typedef struct
{
  AmicusGraph *graph;
  AmicusMentions *mentions; /* where to write down what is met, or NULL */
  AmicusParts parts;       /* of the statement at hand */
  GArray *frames;          /* statements that have others inside, outermost first */
  GPtrArray *spare_parts;  /* for edges among them */
  GArray *items;           /* EndItem of all edges among them */
  GArray *settings;        /* Setting, of the statement at hand */
  AmicusString key;        /* of the edge statement at hand, or NO_STRING */
  AmicusStrings *group_keys; /* parent and ID of groups; number n is element n - 1 of */
  GArray *named_groups;
  Identities identities;
  guint64 work;            /* ends and pairs of them that were looked at so far */
  guint64 max_work;
} Evaluation;

/* The relations that an edge statement in @group makes between @items. */
void amicus_evaluation_relate (Evaluation      *self,
                               AmicusStatement  statement,
                               guint32          group,
                               const EndItem   *items,
                               guint            n_items,
                               guint32          block);

G_END_DECLS
