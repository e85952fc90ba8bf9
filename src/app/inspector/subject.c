/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/inspector/subject.h"

/**
 * amicus_subject_copy:
 * @subject: a subject
 *
 * Returns: (transfer full): the same, to be kept after the page is made; without the survey
 */
AmicusSubject *
amicus_subject_copy (const AmicusSubject *subject)
{
  AmicusSubject *copy = g_new (AmicusSubject, 1);

  *copy = *subject;
  amicus_graph_ref (copy->graph);
  copy->survey = NULL;
  copy->language = g_strdup (subject->language);

  return copy;
}

/**
 * amicus_subject_free:
 * @copy: (transfer full): made by amicus_subject_copy()
 */
void
amicus_subject_free (AmicusSubject *copy)
{
  amicus_graph_unref (copy->graph);
  g_free ((char *) copy->language);
  g_free (copy);
}

/**
 * amicus_elements_of:
 * @kind: what the numbers are of
 * @ids: (array length=n): the numbers
 * @n: how many
 *
 * Returns: (transfer full) (element-type AmicusElement): the elements
 */
GArray *
amicus_elements_of (AmicusElementKind kind,
                    const guint32    *ids,
                    guint             n)
{
  GArray *elements = g_array_sized_new (FALSE, FALSE, sizeof (AmicusElement), n);

  for (guint i = 0; i < n; i++)
    {
      AmicusElement element = { kind, ids[i] };

      g_array_append_val (elements, element);
    }

  return elements;
}
