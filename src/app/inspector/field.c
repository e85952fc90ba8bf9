/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/inspector/field.h"

#include "app/inspector/words.h"

/**
 * amicus_field_new:
 * @target: what is edited
 * @subject: what the page tells about
 * @attribute: which of its attributes
 * @nth: which item of a list
 *
 * Returns: (transfer full): all that a row must remember
 */
AmicusField *
amicus_field_new (AmicusEditTarget        *target,
                  const AmicusSubject *subject,
                  const char          *attribute,
                  guint                nth)
{
  AmicusField *field = g_new (AmicusField, 1);

  *field = (AmicusField) { amicus_edit_target_ref (target), amicus_subject_copy (subject), g_strdup (attribute), nth };

  return field;
}

void
amicus_field_free (gpointer data)
{
  AmicusField *field = data;

  amicus_edit_target_unref (field->target);
  amicus_subject_free (field->subject);
  g_free (field->attribute);
  g_free (field);
}

/**
 * amicus_field_fill_entities:
 * @field: a field
 * @chooser: gets the entities by their IDs
 * @sources: whether sources are wanted, or all but them
 *
 * Adds the entities of the graph to a list.
 */
void
amicus_field_fill_entities (const AmicusField *field,
                            AmicusChooser     *chooser,
                            gboolean           sources)
{
  AmicusGraph *graph = field->subject->graph;

  for (guint i = 0; i < amicus_graph_get_n_entities (graph); i++)
    {
      AmicusSubject each = amicus_subject_about (field->subject, AMICUS_ENTITY (i));
      g_autofree char *name = NULL;
      g_autofree char *kind = NULL;

      if ((amicus_graph_get_kind (graph, i) == AMICUS_KIND_SOURCE) != sources)
        continue;
      name = amicus_words_name (&each);
      kind = sources ? NULL : amicus_words_kind (&each);
      amicus_chooser_add (chooser, amicus_graph_get_id (graph, each.element), name, kind);
    }
}
