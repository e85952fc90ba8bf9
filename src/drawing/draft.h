/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a picture needs of a graph, copied out of it. */

#pragma once

#include "drawing/card.h"
#include "drawing/graphviz-look.h"
#include "drawing/hull.h"
#include "drawing/picture.h"
#include "drawing/relation.h"

G_BEGIN_DECLS

/**
 * AmicusDraftCitations:
 * @first: index in the draft's citations
 * @n: number of them
 *
 * The sources that an element cites.
 */
typedef struct
{
  guint32 first;
  guint32 n;
} AmicusDraftCitations;

/**
 * AmicusDraftEntity:
 * @id: in the graph
 * @node: index in the layout request; none where it is drawn as the title of a hull
 * @group: index in the draft's groups of the hull that holds it, or that it stands for; or none
 * @kind: of the entity
 * @has_look: whether the file gives it a look of its own
 * @look: read only with @has_look
 * @pinned: whether the file fixes its place
 * @pin: the place
 * @degree: number of its relations
 * @number: of a source
 * @dot_id: ID in the file
 * @card: measured later
 */
typedef struct
{
  guint32 id;
  guint32 node;
  guint32 group;
  AmicusKind kind;
  gboolean has_look;
  AmicusNodeLook look;
  gboolean pinned;
  AmicusPoint pin;
  guint degree;
  guint number;
  AmicusDraftCitations cited;
  const char *dot_id;
  const char *name;
  const char *second;
  const char *description;
  const char *link;
  const char *classes;
  AmicusCard card;
} AmicusDraftEntity;

/**
 * AmicusDraftRelation:
 * @id: in the graph; its index in the draft is that of the edge in the request
 * @tail: index in the draft's entities
 * @head: index in the draft's entities
 * @shares_label: whether its label is written on another relation into the same target
 * @numbers: (nullable): of its sources, as written behind the label
 * @label: measured later
 */
typedef struct
{
  guint32 id;
  guint32 tail;
  guint32 head;
  AmicusStatus status;
  gboolean has_look;
  AmicusEdgeLook look;
  gboolean shares_label;
  AmicusDraftCitations cited;
  const char *kind;
  const char *text;
  const char *numbers;
  const char *title;
  const char *description;
  const char *link;
  const char *classes;
  AmicusLabel label;
} AmicusDraftRelation;

/**
 * AmicusDraftGroup:
 * @id: in the graph; its index in the draft is that of the group in the request
 * @parent: index in the draft's groups, or none
 * @entity: index in the draft's entities of the one that stands for it, or none
 * @title: measured later
 */
typedef struct
{
  guint32 id;
  guint32 parent;
  guint32 entity;
  gboolean has_fill;
  AmicusColor fill;
  gboolean has_outline;
  AmicusColor outline;
  AmicusDraftCitations cited;
  const char *kind;
  const char *dot_id;
  const char *name;
  const char *description;
  const char *link;
  AmicusHullTitle title;
} AmicusDraftGroup;

/**
 * AmicusDraftSource:
 * @text: title, publisher, date
 * @link: (nullable): address
 *
 * A source as it is listed under a picture; its index is its number less one.
 */
typedef struct
{
  const char *text;
  const char *link;
} AmicusDraftSource;

/**
 * AmicusDraft:
 * @edition: of the graph that it shows
 * @entities: AmicusDraftEntity elements
 * @relations: AmicusDraftRelation elements
 * @groups: AmicusDraftGroup elements
 * @sources: AmicusDraftSource elements
 * @citations: numbers of sources (guint), those of one element after those of the other
 * @cited: by the graph itself
 * @n_nodes: number of entities that are nodes of the request
 * @entity_of: for each entity of the graph its index in @entities, or none
 * @relation_of: the same for relations
 * @group_of: the same for groups
 * @strings: hold all texts
 * @max_degree: highest degree
 *
 * Filled in by amicus_draft_reader_run() on the graph's thread, then by amicus_draft_measure() on any one
 * thread; from then on it does not change, and threads may share it.
 */
typedef struct
{
  gatomicrefcount ref_count;
  guint edition;
  GArray *entities;
  GArray *relations;
  GArray *groups;
  GArray *sources;
  GArray *citations;
  AmicusDraftCitations cited;
  guint n_nodes;
  guint32 *entity_of;
  guint32 *relation_of;
  guint32 *group_of;
  guint n_graph_entities;
  guint n_graph_relations;
  guint n_graph_groups;
  GStringChunk *strings;
  guint max_degree;
  gboolean directed;
  const char *title;
  const char *description;
  const char *date;
  char *language;
  const char *font_family;
  AmicusEngine engine;
  AmicusRankDirection rank_direction;
  guint timeout_ms;
} AmicusDraft;

/**
 * AmicusDraftMap:
 * @entities: for each entity its index in the other draft, or none
 * @nodes: for each node of the request its index in that of the other draft, or none
 * @edges: the same for edges
 * @groups: the same for groups
 * @n_known: number of nodes that are in both
 *
 * What two drafts have in common: entities and groups by their IDs, relations by their ends.
 */
typedef struct
{
  guint32 *entities;
  guint32 *nodes;
  guint32 *edges;
  guint32 *groups;
  guint n_known;
} AmicusDraftMap;

/**
 * AmicusDraftReader:
 *
 * Reads a graph into a draft, piece by piece, so that a main loop can go on between them.
 */
typedef struct _AmicusDraftReader AmicusDraftReader;

AmicusDraftReader *amicus_draft_reader_new    (AmicusGraph                *graph,
                                               const AmicusPictureOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void               amicus_draft_reader_free   (AmicusDraftReader          *self);
/* Reads until all is read, or until @deadline of the monotonic clock; TRUE when all is read. */
gboolean           amicus_draft_reader_run    (AmicusDraftReader          *self,
                                               gint64                      deadline);
/* The draft, once all is read. */
AmicusDraft       *amicus_draft_reader_finish (AmicusDraftReader          *self) G_GNUC_WARN_UNUSED_RESULT;

AmicusDraft       *amicus_draft_ref           (AmicusDraft                *self);
void               amicus_draft_unref         (AmicusDraft                *self);

/* Takes over what was shaped for @old and says the same; before amicus_draft_measure(). */
void               amicus_draft_adopt         (AmicusDraft                *self,
                                               const AmicusDraft          *old,
                                               const AmicusDraftMap       *map);
/* Shapes all texts. */
void               amicus_draft_measure       (AmicusDraft                *self,
                                               AmicusMeasurer             *measurer);
/* What is to be laid out; places that the file fixes are pinned. */
AmicusLayoutRequest *
                   amicus_draft_request       (const AmicusDraft          *self) G_GNUC_WARN_UNUSED_RESULT;
/* The picture of the draft's elements where @placement says. Any thread. */
AmicusScene       *amicus_draft_scene         (AmicusDraft                *self,
                                               const AmicusPlacement      *placement,
                                               AmicusScheme                scheme) G_GNUC_WARN_UNUSED_RESULT;

/* What of @old is what of @self. */
AmicusDraftMap    *amicus_draft_map_new       (const AmicusDraft          *self,
                                               const AmicusDraft          *old) G_GNUC_WARN_UNUSED_RESULT;
void               amicus_draft_map_free      (AmicusDraftMap             *map);

/* How central an entity is, 0 to 1. */
double             amicus_draft_weight        (const AmicusDraft          *self,
                                               const AmicusDraftEntity    *entity);

#define amicus_draft_entity(self, i)   (&g_array_index ((self)->entities, AmicusDraftEntity, (i)))
#define amicus_draft_relation(self, i) \
  (&g_array_index ((self)->relations, AmicusDraftRelation, (i)))
#define amicus_draft_group(self, i)    (&g_array_index ((self)->groups, AmicusDraftGroup, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusDraft, amicus_draft_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusDraftMap, amicus_draft_map_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusDraftReader, amicus_draft_reader_free)

G_END_DECLS
