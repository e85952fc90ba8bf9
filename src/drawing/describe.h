/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is said of entities, relations and groups in words: second lines, titles and descriptions.
 * All in @language (NULL: the locale's), fit to be shown. */

#pragma once

#include "graph/graph.h"
#include "graph/vocabulary.h"

G_BEGIN_DECLS

/* Name, at most one line of a card's canvas limit. */
char *amicus_describe_name            (AmicusGraph   *graph,
                                       AmicusElement  element,
                                       const char    *language) G_GNUC_WARN_UNUSED_RESULT;
/* Role, country, dates; NULL for nothing to say. */
char *amicus_describe_second_line     (AmicusGraph   *graph,
                                       guint32        entity,
                                       const char    *language) G_GNUC_WARN_UNUSED_RESULT;
/* "Company · Israel · since 2010 · …" */
char *amicus_describe_entity          (AmicusGraph   *graph,
                                       guint32        entity,
                                       const char    *language) G_GNUC_WARN_UNUSED_RESULT;
/* "Facebook — plaintiff → Facebook v. NSO" */
char *amicus_describe_relation_title  (AmicusGraph   *graph,
                                       guint32        relation,
                                       const char    *language) G_GNUC_WARN_UNUSED_RESULT;
/* "Established · since 2019 · said by … · denied by … · sources 1, 3" */
char *amicus_describe_relation        (AmicusGraph   *graph,
                                       guint32        relation,
                                       const char    *language) G_GNUC_WARN_UNUSED_RESULT;
char *amicus_describe_group           (AmicusGraph   *graph,
                                       guint32        group,
                                       const char    *language) G_GNUC_WARN_UNUSED_RESULT;

/* The description of the graph. */
char *amicus_describe_whole           (AmicusGraph   *graph,
                                       const char    *language) G_GNUC_WARN_UNUSED_RESULT;
/* "Title, publisher, date" */
char *amicus_describe_source          (AmicusGraph   *graph,
                                       guint32        entity,
                                       const char    *language) G_GNUC_WARN_UNUSED_RESULT;

/* Numbers of the sources that an element cites, ascending and each once; guint elements. */
GArray *
      amicus_describe_cited_sources   (AmicusGraph   *graph,
                                       AmicusElement  element) G_GNUC_WARN_UNUSED_RESULT;
/* The same in one text with @separator between them, at most @most (then an ellipsis); NULL for
 * none. */
char *amicus_describe_source_numbers  (AmicusGraph   *graph,
                                       AmicusElement  element,
                                       const char    *separator,
                                       guint          most) G_GNUC_WARN_UNUSED_RESULT;

/* @format with @value in the place of its first "%s" or "%u". */
char *amicus_fill_in                  (const char    *format,
                                       const char    *value) G_GNUC_WARN_UNUSED_RESULT;
/* @text with its first letter as a capital. */
char *amicus_capitalize               (const char    *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
