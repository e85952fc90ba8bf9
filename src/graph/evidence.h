/* SPDX-License-Identifier: GPL-3.0-or-later
 * Labels, lists, citations and sources: the meaning of attribute values. */

#pragma once

#include "base/date.h"
#include "graph/graph.h"
#include "graph/vocabulary.h"

G_BEGIN_DECLS

/**
 * AmicusCitation:
 * @source: entity that is cited, or %AMICUS_NO_INDEX when the file has none of that ID
 * @source_id: (transfer full): the ID as written
 * @locator: (transfer full): where in the source, may be empty
 * @quote: (transfer full): the words of the source, may be empty
 */
typedef struct
{
  guint32 source;
  char *source_id;
  char *locator;
  char *quote;
} AmicusCitation;

/* The name in @language ("fr"; NULL means the locale's): `label_fr`, then `label`, then the ID.
 * Escapes (`\n`, `\l`, `\N`, …) are resolved, HTML labels reduced to their text; valid UTF-8,
 * nothing made visible or cut yet. For a relation without a label its kind's own word. */
char         *amicus_graph_get_label      (AmicusGraph   *self,
                                           AmicusElement  element,
                                           const char    *language) G_GNUC_WARN_UNUSED_RESULT;
/* `description_fr`, then `description`, … for any attribute that holds text; NULL where there is
 * none. */
char         *amicus_graph_get_text       (AmicusGraph   *self,
                                           AmicusElement  element,
                                           const char    *name,
                                           const char    *language) G_GNUC_WARN_UNUSED_RESULT;
/* The attribute that holds it: `description_fr`, else `description`, whether there is one or not. */
char         *amicus_graph_find_text      (AmicusGraph   *self,
                                           AmicusElement  element,
                                           const char    *name,
                                           const char    *language) G_GNUC_WARN_UNUSED_RESULT;
AmicusKind    amicus_graph_get_kind       (AmicusGraph   *self,
                                           guint32        entity);
AmicusStatus  amicus_graph_get_status     (AmicusGraph   *self,
                                           guint32        relation);

/* When it was, as one EDTF text: `date`, else from `startDate` to `endDate`; NULL where there is
 * none. amicus_date_format() makes words of it. */
char         *amicus_graph_get_date       (AmicusGraph   *self,
                                           AmicusElement  element) G_GNUC_WARN_UNUSED_RESULT;
/* The days of the same; FALSE where none is understood. */
gboolean      amicus_graph_get_days       (AmicusGraph   *self,
                                           AmicusElement  element,
                                           AmicusDate    *days);

/* Items of a list value: divided by the two characters `\n`, `\;` resolved only by citations. */
char        **amicus_list_split           (const char    *value) G_GNUC_WARN_UNUSED_RESULT;
/* Bytes up to the end of an item or of a part of it, whose divider may be escaped. */
gsize         amicus_list_span            (const char    *text,
                                           const char    *divider);

/* What an element cites, AmicusCitation elements with a clear function; empty where nothing is
 * cited. */
GArray       *amicus_graph_get_citations  (AmicusGraph   *self,
                                           AmicusElement  element) G_GNUC_WARN_UNUSED_RESULT;

/* Sources (kind=source) numbered from 1 in the order in which relations and then entities first
 * cite them, uncited ones last; 0 for an entity that is none. Window and export use these
 * numbers. */
guint         amicus_graph_get_source_number (AmicusGraph   *self,
                                              guint32        entity);
/* Sources by number: element i has number i + 1. */
const guint32 *amicus_graph_get_sources   (AmicusGraph   *self,
                                           guint         *n_sources);

/* The group whose `entity` attribute names this entity, or AMICUS_NO_INDEX: such an entity is drawn
 * as the title of the hull and its relations end there. */
guint32       amicus_graph_get_represented_group (AmicusGraph *self,
                                                  guint32      entity);

G_END_DECLS
