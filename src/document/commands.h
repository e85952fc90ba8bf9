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

/* NULL takes a value away, also one that is inherited. */
gboolean amicus_document_set_attribute (AmicusDocument     *self,
                                        const AmicusName   *name,
                                        const char         *attribute,
                                        const char         *value,
                                        GError            **error);

gboolean amicus_document_add_entity    (AmicusDocument     *self,
                                        const char         *id,
                                        const AmicusValue  *values,
                                        guint               n_values,
                                        GError            **error);
/* One of the values may be the `key`. */
gboolean amicus_document_connect       (AmicusDocument     *self,
                                        const char         *tail,
                                        const char         *head,
                                        const AmicusValue  *values,
                                        guint               n_values,
                                        GError            **error);
gboolean amicus_document_disconnect    (AmicusDocument     *self,
                                        const AmicusName   *relation,
                                        GError            **error);
/* Lets a relation go the other way. */
gboolean amicus_document_reverse       (AmicusDocument     *self,
                                        const AmicusName   *relation,
                                        GError            **error);
/* In points, y upwards, as Graphviz has it. */
gboolean amicus_document_pin           (AmicusDocument     *self,
                                        const char         *id,
                                        double              x,
                                        double              y,
                                        GError            **error);
gboolean amicus_document_unpin         (AmicusDocument     *self,
                                        const char         *id,
                                        GError            **error);
/* Gives an entity another ID wherever it is spoken of. */
gboolean amicus_document_rename        (AmicusDocument     *self,
                                        const char         *id,
                                        const char         *new_id,
                                        GError            **error);
/* With its relations, and its ID in lists; @removal may be NULL. */
gboolean amicus_document_remove_entity (AmicusDocument     *self,
                                        const char         *id,
                                        AmicusRemoval      *removal,
                                        GError            **error);

G_END_DECLS
