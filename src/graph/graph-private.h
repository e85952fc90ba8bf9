/* SPDX-License-Identifier: GPL-3.0-or-later
 * How a graph is kept: arrays of plain structs, 32-bit numbers, strings kept once. */

#pragma once

#include "base/geometry.h"
#include "graph/attributes-private.h"
#include "graph/graph.h"
#include "graph/membership-private.h"
#include "graph/mentions.h"

G_BEGIN_DECLS

/* The ID of anonymous groups and of a graph without one, and the key of relations without one. */
#define NO_STRING G_MAXUINT32

typedef struct
{
  Scope scope;               /* where it was created, */
  guint32 clock;             /* when, */
  AmicusStatement statement; /* and by what */
} Entity;

typedef struct
{
  guint32 tail;
  guint32 head;
  AmicusString key;
  Scope scope;
  guint32 clock;
  AmicusStatement statement;
} Relation;

typedef struct
{
  AmicusString id;
  guint32 parent; /* AMICUS_NO_INDEX: the graph */
  guint32 depth;  /* 1 for a group in the graph itself */
  AmicusStatement statement;
} Group;

/**
 * StatementIndex:
 * @block: by statement: the settings it gave, or NO_BLOCK
 * @relation: by statement: the last relation it created, or AMICUS_NO_INDEX
 *
 * What only a graph that is edited needs.
 */
typedef struct
{
  guint32 *block;
  guint32 *relation;
} StatementIndex;

/**
 * AmicusGraph:
 * @origin: the graph that was evaluated, of which this one has other settings in some statements and
 *   all else in common; or %NULL
 * @work: how much the evaluation took, and how much it may take
 * @statement_index: of a graph that was evaluated, when it is revised first
 */
struct _AmicusGraph
{
  guint edition;
  AmicusGraph *origin;
  guint64 work;
  guint64 max_work;
  StatementIndex *statement_index;

  AmicusSyntax *syntax;
  AmicusStatement statement; /* AMICUS_NO_STATEMENT if the file has no such graph */
  AmicusString id;
  gboolean directed;
  gboolean strict;

  GArray *entities;
  GArray *relations;
  GArray *groups;
  Attributes attributes;
  Membership membership;

  AmicusStrings *ids;       /* of entities: number n + 1 is that of entity n */
  guint32 *incident_starts; /* of each entity in @incident, and the end */
  guint32 *incident;

  /* Made when somebody asks. */
  GHashTable *group_of;    /* by the number of the ID */
  guint32 *clusters;       /* of each entity */
  guint32 *represented;    /* group of each entity, or AMICUS_NO_INDEX */
  GArray *sources;         /* guint32, by number */
  GArray *source_numbers;  /* guint32, of each entity, 0 for one that is no source */

  GArray *findings; /* AmicusDiagnostic, up to a limit; of a revised graph, when somebody asks */
  guint n_more_findings;
  gatomicrefcount references;
};

static inline Scope
amicus_scope_of_group (guint32 group)
{
  return group == AMICUS_NO_INDEX ? 0 : group + 1;
}

/* The graph that was evaluated: it has what does not depend on the settings of entities and
 * relations. */
static inline AmicusGraph *
amicus_graph_origin (AmicusGraph *self)
{
  return self->origin != NULL ? self->origin : self;
}

/* Without what is only needed to ask for attributes and relations. */
AmicusGraph *
         amicus_graph_new_evaluated  (AmicusSyntax    *syntax,
                                      guint            nth,
                                      AmicusMentions  *mentions) G_GNUC_WARN_UNUSED_RESULT;
void     amicus_graph_evaluate       (AmicusGraph     *self,
                                      AmicusMentions  *mentions);
/* The entity that has the ID; the next number if none has it yet. */
guint32  amicus_graph_intern_id      (AmicusGraph     *self,
                                      const char      *id,
                                      gsize            length);
gboolean amicus_graph_has            (AmicusGraph     *self,
                                      AmicusElement    element);
gboolean amicus_graph_is_html        (AmicusGraph     *self,
                                      AmicusElement    element,
                                      const char      *name);
/* Where a statement begins in the file, in bytes. */
gsize    amicus_graph_offset_of      (AmicusGraph     *self,
                                      AmicusStatement  statement);

void     amicus_graph_find           (AmicusGraph     *self,
                                      AmicusSeverity   severity,
                                      gsize            offset,
                                      char            *message);
void     amicus_graph_merge_findings (AmicusGraph     *self);
void     amicus_statement_index_free (StatementIndex  *self);

guint amicus_graph_next_edition (void);

G_END_DECLS
