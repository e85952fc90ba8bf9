/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a person can do to a document. Each is one step that can be undone, or part of one that has
 * begun; each says FALSE and why, and has changed nothing, or is done. */

#pragma once

#include "document/document.h"
#include "dot/edit.h"
#include "graph/name.h"

G_BEGIN_DECLS

/* What went with an entity. */
typedef struct
{
  guint n_relations;
  guint n_references;
} AmicusRemoval;

/**
 * AmicusMerger:
 * @n_relations: how many relations the other entity had
 * @n_united: of these, how many told again what the kept one has, so that their evidence went there
 * @n_dropped: of these, how many joined the two and rested on nothing
 * @n_references: in how many lists the one stands for the other now
 */
typedef struct
{
  guint n_relations;
  guint n_united;
  guint n_dropped;
  guint n_references;
} AmicusMerger;

/* ---- Attributes (command-attribute.c, command-many.c) ---- */

/* NULL takes a value away, also one that is inherited. */
gboolean amicus_document_set_attribute      (AmicusDocument           *self,
                                             const AmicusName         *name,
                                             const char               *attribute,
                                             const char               *value,
                                             GError                  **error);
/* The same for several at once. */
gboolean amicus_document_set_attribute_of   (AmicusDocument           *self,
                                             const AmicusName * const *names,
                                             guint                     n_names,
                                             const char               *attribute,
                                             const char               *value,
                                             GError                  **error);

/* ---- Entities (command-element.c, -rename.c, -remove.c, -duplicate.c, -merge.c, suggest.c) ---- */

/* An ID that no entity has, for one of that name: ASCII, lower case, no quotation marks needed. */
char    *amicus_document_suggest_id         (AmicusDocument           *self,
                                             const char               *label) G_GNUC_WARN_UNUSED_RESULT;
gboolean amicus_document_add_entity         (AmicusDocument           *self,
                                             const char               *id,
                                             const AmicusValue        *values,
                                             guint                     n_values,
                                             GError                  **error);
/* Gives an entity another ID wherever it is spoken of. */
gboolean amicus_document_rename             (AmicusDocument           *self,
                                             const char               *id,
                                             const char               *new_id,
                                             GError                  **error);
/* With its relations, and its ID in lists; @removal may be NULL. */
gboolean amicus_document_remove_entity      (AmicusDocument           *self,
                                             const char               *id,
                                             AmicusRemoval            *removal,
                                             GError                  **error);
/* The ID of the new one, or NULL. */
char    *amicus_document_duplicate_entity   (AmicusDocument           *self,
                                             const char               *id,
                                             gboolean                  with_relations,
                                             GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
/* All that was @gone is @kept after it; @merger may be NULL. */
gboolean amicus_document_merge              (AmicusDocument           *self,
                                             const char               *kept,
                                             const char               *gone,
                                             AmicusMerger             *merger,
                                             GError                  **error);
/* In points, y upwards, as Graphviz has it. */
gboolean amicus_document_pin                (AmicusDocument           *self,
                                             const char               *id,
                                             double                    x,
                                             double                    y,
                                             GError                  **error);
gboolean amicus_document_unpin              (AmicusDocument           *self,
                                             const char               *id,
                                             GError                  **error);

/* ---- Relations (command-element.c, -remove.c, -turn.c, -duplicate.c) ---- */

/* One of the values may be the `key`. */
gboolean amicus_document_connect            (AmicusDocument           *self,
                                             const char               *tail,
                                             const char               *head,
                                             const AmicusValue        *values,
                                             guint                     n_values,
                                             GError                  **error);
gboolean amicus_document_disconnect         (AmicusDocument           *self,
                                             const AmicusName         *relation,
                                             GError                  **error);
/* Lets a relation go the other way. */
gboolean amicus_document_reverse            (AmicusDocument           *self,
                                             const AmicusName         *relation,
                                             GError                  **error);
/* Lets a relation begin or end elsewhere; an end that is NULL stays. Its name after it, or NULL. */
AmicusName *
         amicus_document_retarget           (AmicusDocument           *self,
                                             const AmicusName         *relation,
                                             const char               *tail,
                                             const char               *head,
                                             GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same once more, told apart by a `key`. Its name, or NULL. */
AmicusName *
         amicus_document_duplicate_relation (AmicusDocument           *self,
                                             const AmicusName         *relation,
                                             GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/* ---- Groups (command-move.c, command-group.c) ---- */

/* Out of the clusters in which it is and into a group, or into none if that is NULL. */
gboolean amicus_document_move               (AmicusDocument           *self,
                                             const char               *id,
                                             const AmicusName         *group,
                                             GError                  **error);
/* Into a new group; its name, or NULL. */
AmicusName *
         amicus_document_group              (AmicusDocument           *self,
                                             const char * const       *ids,
                                             guint                     n_ids,
                                             const char               *label,
                                             GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
/* Lets its members stand where the group stood. */
gboolean amicus_document_ungroup            (AmicusDocument           *self,
                                             const AmicusName         *group,
                                             GError                  **error);

/* ---- Evidence (command-cite.c) ---- */

/* Where the other sources are; `kind=source` is added. */
gboolean amicus_document_add_source         (AmicusDocument           *self,
                                             const char               *id,
                                             const AmicusValue        *values,
                                             guint                     n_values,
                                             GError                  **error);
/* Adds to what an element cites. @locator and @quote may be NULL. */
gboolean amicus_document_cite               (AmicusDocument           *self,
                                             const AmicusName         *name,
                                             const char               *source,
                                             const char               *locator,
                                             const char               *quote,
                                             GError                  **error);
/* @nth as in amicus_graph_get_citations(). */
gboolean amicus_document_change_citation    (AmicusDocument           *self,
                                             const AmicusName         *name,
                                             guint                     nth,
                                             const char               *source,
                                             const char               *locator,
                                             const char               *quote,
                                             GError                  **error);
gboolean amicus_document_remove_citation    (AmicusDocument           *self,
                                             const AmicusName         *name,
                                             guint                     nth,
                                             GError                  **error);

/* ---- Copy and paste (command-copy.c, command-paste.c) ---- */

/* A whole DOT file with these elements, the relations among them and the sources they cite. */
char    *amicus_document_copy               (AmicusDocument           *self,
                                             const AmicusName * const *names,
                                             guint                     n_names) G_GNUC_WARN_UNUSED_RESULT;
/* Adds what a DOT file tells. IDs of its entities as they are here, NULL-terminated, or NULL. */
char   **amicus_document_paste              (AmicusDocument           *self,
                                             const char               *text,
                                             GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
