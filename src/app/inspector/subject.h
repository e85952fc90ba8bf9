/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a page of the inspector tells about, and in which language. */

#pragma once

#include "drawing/picture.h"
#include "graph/evidence.h"

G_BEGIN_DECLS

/**
 * AmicusSubject:
 * @graph: what the file says
 * @element: what is told about
 * @language: (nullable): of names and of the vocabulary's words; NULL for the locale's
 * @scheme: colours of marks
 *
 * Borrowed while a page is made.
 */
typedef struct
{
  AmicusGraph *graph;
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

/* What ids of one kind stand for; AmicusElement elements. */
static inline GArray *
amicus_elements_of (AmicusElementKind  kind,
                    const guint32     *ids,
                    guint              n)
{
  GArray *elements = g_array_sized_new (FALSE, FALSE, sizeof (AmicusElement), n);

  for (guint i = 0; i < n; i++)
    {
      AmicusElement element = { kind, ids[i] };

      g_array_append_val (elements, element);
    }

  return elements;
}

G_END_DECLS
