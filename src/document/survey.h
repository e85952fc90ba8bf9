/* SPDX-License-Identifier: GPL-3.0-or-later
 * What only a walk through the whole graph tells. */

#pragma once

#include "graph/evidence.h"

G_BEGIN_DECLS

/**
 * AmicusSurvey:
 *
 * Made once for each graph, in the thread that reads it, so that nobody who shows the graph has to walk through it.
 * Does not change.
 */
typedef struct _AmicusSurvey AmicusSurvey;

AmicusSurvey        *amicus_survey_new            (AmicusSyntax       *syntax,
                                                   AmicusGraph        *graph) G_GNUC_WARN_UNUSED_RESULT;
/* The same, from the survey of another state of the graph, at the cost of what has changed. */
AmicusSurvey        *amicus_survey_revise         (AmicusSurvey       *before,
                                                   AmicusSyntax       *syntax,
                                                   AmicusGraph        *graph) G_GNUC_WARN_UNUSED_RESULT;
void                 amicus_survey_free           (AmicusSurvey       *self);

/* Groups that are drawn; other subgraphs only set the file in order. */
guint                amicus_survey_get_n_clusters (const AmicusSurvey *self);
/* Relations of this status. */
guint                amicus_survey_count_status   (const AmicusSurvey *self,
                                                   AmicusStatus        status);
/* Relations of this family. */
guint                amicus_survey_count_family   (const AmicusSurvey *self,
                                                   AmicusFamily        family);
/* What cites the entity: relations, then entities, then groups. */
const AmicusElement *amicus_survey_get_citing     (const AmicusSurvey *self,
                                                   guint32             entity,
                                                   guint              *n_elements);
/* Languages that something has a label in, such as "fr" or "pt_BR". NULL-terminated, sorted. */
const char * const  *amicus_survey_get_languages  (const AmicusSurvey *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmicusSurvey, amicus_survey_free)

G_END_DECLS
