/* SPDX-License-Identifier: GPL-3.0-or-later
 * One round of a command: what the text says now, and the change that is to be made of it. */

#pragma once

#include "document/document-private.h"
#include "document/values.h"
#include "dot/edit.h"
#include "graph/mentions.h"
#include "graph/name.h"

G_BEGIN_DECLS

/* Numbers of things, sorted by a number that each of them has. */
typedef struct
{
  guint32 *starts;
  guint32 *items;
} Index;

/**
 * Editing:
 * @mentions: every ID of an entity, in the order in which it counts
 * @pairs: every two entities that a statement joins
 * @of_entity: mentions of an entity
 * @of_statement: mentions in a statement
 * @pairs_of_statement: pairs of a statement
 * @is_gone: whether a mention is taken away by the patch
 * @patch: what is to be changed
 * @is_impossible: whether something could not be written into it
 */
typedef struct
{
  AmicusDocument *document;
  AmicusSyntax *syntax;
  AmicusGraph *graph;
  AmicusStatement root;
  AmicusMentions *all;
  const AmicusMention *mentions;
  guint n_mentions;
  const AmicusPair *pairs;
  guint n_pairs;
  Index of_entity;
  Index of_statement;
  Index pairs_of_statement;
  gboolean *is_gone;
  AmicusPatch *patch;
  gboolean is_impossible;
} Editing;

typedef enum
{
  PAIR_STAYS,
  PAIR_GOES,
  PAIR_ALONE, /* in a statement of its own */
} PairFate;

void           amicus_editing_init         (Editing          *self,
                                            AmicusDocument   *document);
void           amicus_editing_clear        (Editing          *self);
gboolean       amicus_editing_apply        (Editing          *self,
                                            GError          **error);

const guint32 *amicus_index_get            (const Index      *self,
                                            guint32           key,
                                            guint            *n_items);

/* An element of kind NONE after an error. */
AmicusElement  amicus_document_find        (AmicusDocument   *self,
                                            const AmicusName *name,
                                            GError          **error);
/* The name of an entity for people, on one line. */
char          *amicus_document_label       (AmicusDocument   *self,
                                            const char       *id) G_GNUC_WARN_UNUSED_RESULT;
char          *amicus_document_label_of    (AmicusDocument   *self,
                                            AmicusElement     element) G_GNUC_WARN_UNUSED_RESULT;
/* Whether an entity would be another one, or in other groups, if the mention went. */
gboolean       amicus_editing_is_needed    (Editing          *self,
                                            guint32           mention);
/* Whether a statement sets anything. */
gboolean       amicus_editing_has_settings (Editing          *self,
                                            AmicusStatement   statement);
/* Whether a statement sets an attribute. */
gboolean       amicus_editing_sets         (Editing          *self,
                                            AmicusStatement   statement,
                                            const char       *attribute);
guint          amicus_editing_count_ends   (Editing          *self,
                                            AmicusStatement   statement);
/* The one around the other, or the same. */
gboolean       amicus_editing_contains     (Editing          *self,
                                            AmicusStatement   outer,
                                            AmicusStatement   inner);

/* amicus_edit_replace_ends(), where that does no harm. */
void           amicus_editing_replace_ends (Editing            *self,
                                            AmicusStatement     statement,
                                            const AmicusNewEnd *ends,
                                            guint               n_ends);
/* Rewrites an edge statement; @fates by the number of the pair. @gone is an entity that must not be
 * named any more, or AMICUS_NO_INDEX. */
void           amicus_editing_rewrite_edge (Editing          *self,
                                            AmicusStatement   statement,
                                            const PairFate   *fates,
                                            guint32           gone);

/* Sets an attribute in the one plain statement that is to set it, or takes it away there; FALSE
 * where it takes more. */
gboolean       amicus_document_set_plainly (AmicusDocument   *self,
                                            const AmicusName *name,
                                            const char       *attribute,
                                            const char       *value);

/* Gives all that a relation is made by statements of their own. */
gboolean       amicus_document_isolate     (AmicusDocument   *self,
                                            const AmicusName *relation,
                                            GError          **error);

/* Puts one ID in the place of another, or nothing if @new is NULL, in lists of statements. Returns
 * how many items that were; what is left is for another round. */
guint          amicus_editing_change_references (Editing     *self,
                                                 const char  *old,
                                                 const char  *new);

/* The same in as many rounds as it takes; adds to @n_changed. */
gboolean       amicus_document_change_references (AmicusDocument *self,
                                                  const char     *old,
                                                  const char     *new,
                                                  guint          *n_changed,
                                                  GError        **error);

/* The last statement of a kind that stands directly in a body, or AMICUS_NO_STATEMENT. */
AmicusStatement
               amicus_editing_find_last    (Editing             *self,
                                            AmicusStatement      body,
                                            AmicusStatementKind  kind);
/* The first body of a group that has braces, or the graph's if @group is AMICUS_NO_INDEX; @for_new, and
 * is not the end of an edge, for who is new there that would join. */
AmicusStatement
               amicus_editing_find_body    (Editing             *self,
                                            guint32              group,
                                            gboolean             for_new);
/* Whether a statement in the body of a graph or group is about that itself. */
gboolean       amicus_editing_is_of_body   (Editing             *self,
                                            AmicusStatement      statement);
/* Behind @sibling, or as the last of the body if that is none. */
gboolean       amicus_editing_insert       (Editing          *self,
                                            AmicusStatement   body,
                                            AmicusStatement   sibling,
                                            const char       *text,
                                            GError          **error);
/* Whether an entity is there already, and in the groups around a statement, before that is read. */
gboolean       amicus_editing_may_name     (Editing          *self,
                                            AmicusStatement   statement,
                                            guint32           entity);

/* Takes an entity out of the bodies of groups whose numbers are the keys, or out of all; with it go
 * the relations that are told there. */
gboolean       amicus_document_remove_mentions
                                           (AmicusDocument   *self,
                                            const char       *id,
                                            GHashTable       *groups,
                                            GError          **error);

/* An ID for something of that name that is in neither graph; the second may be NULL. */
char          *amicus_suggest_id           (const char       *label,
                                            AmicusGraph      *graph,
                                            AmicusGraph      *other) G_GNUC_WARN_UNUSED_RESULT;

/* A key that no relation between the same ends has. */
char          *amicus_document_suggest_key (AmicusDocument   *self,
                                            const AmicusName *relation) G_GNUC_WARN_UNUSED_RESULT;
/* An edge statement with these attributes and the key. */
char          *amicus_edge_write           (AmicusGraph      *graph,
                                            const AmicusName *relation,
                                            const Values     *values) G_GNUC_WARN_UNUSED_RESULT;

/* Gives an element just these attributes: sets what differs, and takes away what is not among them. */
gboolean       amicus_document_settle      (AmicusDocument   *self,
                                            const AmicusName *name,
                                            const Values     *values,
                                            GError          **error);
/* A relation with just these attributes, whatever is inherited where it comes to stand. Its name, or
 * NULL. */
AmicusName    *amicus_document_connect_exactly
                                           (AmicusDocument   *self,
                                            const AmicusName *relation,
                                            const Values     *values,
                                            GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a relation may go between these; @except is one that does not count, or AMICUS_NO_INDEX. */
gboolean       amicus_document_may_connect (AmicusDocument   *self,
                                            const AmicusName *relation,
                                            guint32           except,
                                            GError          **error);

/* Whether every end of a node statement is the same entity. */
gboolean       amicus_editing_names_only   (Editing          *editing,
                                            AmicusStatement   statement,
                                            guint32           entity);

/* Ends a step, or takes it back if it failed. */
gboolean       amicus_document_conclude    (AmicusDocument   *self,
                                            gboolean          done);
gboolean       amicus_document_refuse      (GError          **error,
                                            const char       *format,
                                            ...) G_GNUC_PRINTF (2, 3);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Editing, amicus_editing_clear)

G_END_DECLS
