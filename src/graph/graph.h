/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the text says: entities, relations and groups with their effective attributes. */

#pragma once

#include "base/diagnostic.h"
#include "base/geometry.h"
#include "dot/syntax.h"

G_BEGIN_DECLS

/**
 * AmicusElementKind:
 * @AMICUS_ELEMENT_NONE: nothing
 * @AMICUS_ELEMENT_GRAPH: the graph as a whole, id 0
 * @AMICUS_ELEMENT_GROUP: a subgraph; drawn as a hull if amicus_graph_is_cluster()
 * @AMICUS_ELEMENT_ENTITY: a node
 * @AMICUS_ELEMENT_RELATION: an edge
 */
typedef enum
{
  AMICUS_ELEMENT_NONE,
  AMICUS_ELEMENT_GRAPH,
  AMICUS_ELEMENT_GROUP,
  AMICUS_ELEMENT_ENTITY,
  AMICUS_ELEMENT_RELATION,
} AmicusElementKind;

/**
 * AmicusElement:
 * @kind: what it is
 * @id: its number among its kind, in order of creation from 0
 *
 * Anything that can be selected, asked for its attributes or pointed at.
 */
typedef struct
{
  AmicusElementKind kind;
  guint32 id;
} AmicusElement;

#define AMICUS_ENTITY(n)   ((AmicusElement) { AMICUS_ELEMENT_ENTITY, (n) })
#define AMICUS_RELATION(n) ((AmicusElement) { AMICUS_ELEMENT_RELATION, (n) })
#define AMICUS_GROUP(n)    ((AmicusElement) { AMICUS_ELEMENT_GROUP, (n) })
#define AMICUS_WHOLE_GRAPH ((AmicusElement) { AMICUS_ELEMENT_GRAPH, 0 })

static inline gboolean
amicus_element_equal (AmicusElement a,
                      AmicusElement b)
{
  return a.kind == b.kind && a.id == b.id;
}

/**
 * AmicusGraph:
 *
 * One graph of a file as cgraph would see it. Lives on one thread.
 */
typedef struct _AmicusGraph AmicusGraph;

/**
 * AmicusAttribute:
 * @name: name, valid as long as the graph
 * @value: value, not empty, valid as long as the graph; bytes as they stand in the file, not
 *   always UTF-8: show it through amicus_text_for_display()
 * @html: whether it was written between `<` and `>`
 */
typedef struct
{
  const char *name;
  const char *value;
  gboolean html;
} AmicusAttribute;

guint           amicus_graph_count             (AmicusSyntax            *syntax);
AmicusGraph    *amicus_graph_new               (AmicusSyntax            *syntax,
                                                guint                    nth) G_GNUC_WARN_UNUSED_RESULT;
AmicusGraph    *amicus_graph_ref               (AmicusGraph             *self);
void            amicus_graph_unref             (AmicusGraph             *self);

/* The same as evaluating another state of the file, at the cost of what has changed; NULL where that
 * is not only the settings of some statements. */
AmicusGraph    *amicus_graph_revise            (AmicusGraph             *self,
                                                AmicusSyntax            *syntax) G_GNUC_WARN_UNUSED_RESULT;
/* What may have other attributes, AmicusElement elements; NULL if all may be others. */
GArray         *amicus_graph_list_revised      (AmicusGraph             *self,
                                                AmicusGraph             *before) G_GNUC_WARN_UNUSED_RESULT;
/* The statement in which to set an attribute of an entity or relation, and nothing else by it;
 * AMICUS_NO_STATEMENT where there is none or it is not plain. */
AmicusStatement amicus_graph_find_setter       (AmicusGraph             *self,
                                                AmicusElement            element,
                                                const char              *name);

/* How many statements set it, shared ones too. */
guint           amicus_graph_count_setters     (AmicusGraph             *self,
                                                AmicusElement            element,
                                                const char              *name);

/* What no other graph has, an edited one neither. */
guint           amicus_graph_get_edition       (AmicusGraph             *self);
gboolean        amicus_graph_is_directed       (AmicusGraph             *self);
gboolean        amicus_graph_is_strict         (AmicusGraph             *self);
gboolean        amicus_graph_is_amicus         (AmicusGraph             *self);

/* Both the reader's and the graph's own, in the order of the file. */
const AmicusDiagnostic *
                amicus_graph_get_diagnostics   (AmicusGraph             *self,
                                                guint                   *n_diagnostics);

guint           amicus_graph_get_n_entities    (AmicusGraph             *self);
guint           amicus_graph_get_n_relations   (AmicusGraph             *self);
guint           amicus_graph_get_n_groups      (AmicusGraph             *self);

/* NULL for an anonymous group or graph and for relations, whose identity is ends and key. */
const char     *amicus_graph_get_id            (AmicusGraph             *self,
                                                AmicusElement            element);
AmicusElement   amicus_graph_find_entity       (AmicusGraph             *self,
                                                const char              *id);
AmicusElement   amicus_graph_find_group        (AmicusGraph             *self,
                                                const char              *id);

/* Effective value after defaults and scopes, NULL where there is none or an empty one. */
const char     *amicus_graph_get_attribute     (AmicusGraph             *self,
                                                AmicusElement            element,
                                                const char              *name);
/* The same, but only if set in the element's own statements: a group's own body. */
const char     *amicus_graph_get_own_attribute (AmicusGraph             *self,
                                                AmicusElement            element,
                                                const char              *name);
/* Effective attributes in order of first appearance of their names; AmicusAttribute elements. */
GArray         *amicus_graph_list_attributes   (AmicusGraph             *self,
                                                AmicusElement            element) G_GNUC_WARN_UNUSED_RESULT;

void            amicus_graph_get_ends          (AmicusGraph             *self,
                                                guint32                  relation,
                                                guint32                 *tail,
                                                guint32                 *head);
const char     *amicus_graph_get_key           (AmicusGraph             *self,
                                                guint32                  relation);
/* Relations that begin or end at the entity, in order of creation; a loop once. */
const guint32  *amicus_graph_get_relations_of  (AmicusGraph             *self,
                                                guint32                  entity,
                                                guint                   *n_relations);

/* AMICUS_NO_INDEX for groups that stand in the graph itself. */
guint32         amicus_graph_get_parent        (AmicusGraph             *self,
                                                guint32                  group);
/* Named cluster…, or with the attribute cluster=true: drawn as a hull. */
gboolean        amicus_graph_is_cluster        (AmicusGraph             *self,
                                                guint32                  group);
const guint32  *amicus_graph_get_members       (AmicusGraph             *self,
                                                guint32                  group,
                                                guint                   *n_entities);
/* Innermost cluster that holds the entity (the first in the file where several do), or AMICUS_NO_INDEX. */
guint32         amicus_graph_get_cluster_of    (AmicusGraph             *self,
                                                guint32                  entity);

/* Place of the first statement that speaks of the element; FALSE if none does. */
gboolean        amicus_graph_get_position      (AmicusGraph             *self,
                                                AmicusElement            element,
                                                guint                   *line,
                                                guint                   *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusGraph, amicus_graph_unref)

G_END_DECLS
