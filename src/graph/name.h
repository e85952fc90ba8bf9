/* SPDX-License-Identifier: GPL-3.0-or-later
 * What an element is called, so that it can be found in another graph. */

#pragma once

#include "graph/graph.h"

G_BEGIN_DECLS

/**
 * AmicusName:
 * @kind: what it is
 * @id: of an entity or group; %NULL for an anonymous group
 * @tail: ID of the entity from which a relation goes
 * @head: ID of the entity to which it goes
 * @key: its key, or %NULL
 * @nth: without a key, which of the relations between these ends, from 0, whether they have keys or
 *   not; which of the groups of that ID, or without one
 *
 * Numbers of elements are good for one graph only; a name is found again after an edit.
 */
typedef struct
{
  AmicusElementKind kind;
  char *id;
  char *tail;
  char *head;
  char *key;
  guint nth;
} AmicusName;

AmicusName    *amicus_name_new          (AmicusGraph      *graph,
                                         AmicusElement     element) G_GNUC_WARN_UNUSED_RESULT;
AmicusName    *amicus_name_new_entity   (const char       *id) G_GNUC_WARN_UNUSED_RESULT;
AmicusName    *amicus_name_new_relation (const char       *tail,
                                         const char       *head,
                                         const char       *key,
                                         guint             nth) G_GNUC_WARN_UNUSED_RESULT;
void           amicus_name_free         (AmicusName       *self);

/* An element of kind NONE if there is none of that name. */
AmicusElement  amicus_name_find         (const AmicusName *self,
                                         AmicusGraph      *graph);

/* The relations from one entity to another, in an undirected graph either way; guint32 elements. */
GArray        *amicus_graph_get_parallels (AmicusGraph    *graph,
                                           guint32         tail,
                                           guint32         head) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusName, amicus_name_free)

G_END_DECLS
