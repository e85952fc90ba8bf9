/* SPDX-License-Identifier: GPL-3.0-or-later
 * Which statements speak of an element, and where. */

#pragma once

#include "base/geometry.h"
#include "dot/syntax.h"

G_BEGIN_DECLS

/**
 * AmicusMention:
 * @statement: a node or edge statement
 * @end: which of its ends is the entity's ID
 * @entity: the entity
 * @group: in whose body the statement stands, or %AMICUS_NO_INDEX for the graph's
 * @clock: how many defaults were set before
 */
typedef struct
{
  AmicusStatement statement;
  guint end;
  guint32 entity;
  guint32 group;
  guint32 clock;
} AmicusMention;

/**
 * AmicusPair:
 * @statement: an edge statement
 * @relation: what it makes, or speaks of once more; %AMICUS_NO_INDEX where a strict graph keeps it out
 * @tail: entity before the arrow, which in an undirected graph may be the relation's head
 * @head: entity behind it
 * @tail_end: the end that is @tail, or a subgraph that holds it
 * @head_end: the same for @head
 */
typedef struct
{
  AmicusStatement statement;
  guint32 relation;
  guint32 tail;
  guint32 head;
  guint tail_end;
  guint head_end;
} AmicusPair;

/* A subgraph statement, and the group that it makes or opens again. */
typedef struct
{
  AmicusStatement statement;
  guint32 group;
} AmicusOpening;

/**
 * AmicusMentions:
 *
 * All that the statements of a graph speak of, in the order in which it counts. Who only looks at a
 * graph does not need it, so it is made when somebody edits. The numbers are those of
 * [func@graph_new] for the same syntax and graph. Does not change.
 */
typedef struct _AmicusMentions AmicusMentions;

AmicusMentions      *amicus_mentions_new          (AmicusSyntax         *syntax,
                                                   guint                 nth) G_GNUC_WARN_UNUSED_RESULT;
void                 amicus_mentions_free         (AmicusMentions       *self);

/* The graph's own statement. */
AmicusStatement      amicus_mentions_get_graph    (const AmicusMentions *self);
const AmicusMention *amicus_mentions_get_entities (const AmicusMentions *self,
                                                   guint                *n_mentions);
const AmicusPair    *amicus_mentions_get_pairs    (const AmicusMentions *self,
                                                   guint                *n_pairs);
const AmicusOpening *amicus_mentions_get_openings (const AmicusMentions *self,
                                                   guint                *n_openings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusMentions, amicus_mentions_free)

G_END_DECLS
