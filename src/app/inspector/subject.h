/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a page of the inspector tells about, and in which language. */

#pragma once

#include "document/survey.h"
#include "drawing/picture.h"
#include "graph/evidence.h"

G_BEGIN_DECLS

/**
 * AmicusSubject:
 * @graph: what the file says
 * @survey: (nullable): what a walk through it tells; NULL for what only takes a row
 * @element: what is told about
 * @language: (nullable): of names and of the vocabulary's words; NULL for the locale's
 * @scheme: colours of marks
 *
 * Borrowed while a page is made.
 */
typedef struct
{
  AmicusGraph *graph;
  const AmicusSurvey *survey;
  AmicusElement element;
  const char *language;
  AmicusScheme scheme;
} AmicusSubject;

/* The same page about something else. */
static inline AmicusSubject
amicus_subject_about (const AmicusSubject *subject,
                      AmicusElement        element)
{
  AmicusSubject other = *subject;

  other.element = element;

  return other;
}

/* To be kept after the page is made; without the survey. */
AmicusSubject *amicus_subject_copy (const AmicusSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
void           amicus_subject_free (AmicusSubject       *copy);

/* What ids of one kind stand for; AmicusElement elements. */
GArray        *amicus_elements_of  (AmicusElementKind    kind,
                                    const guint32       *ids,
                                    guint                n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
