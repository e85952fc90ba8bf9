/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/inspector/evidence.h"

#include "app/inspector/element-list.h"
#include "app/inspector/element-row.h"
#include "app/inspector/property-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* No person cites more for one statement; the window stays quick. */
#define MOST_ROWS 100

static void
add_more_hint (AdwPreferencesGroup *group)
{
  adw_preferences_group_add (group, amicus_property_row_new ("", _("There is more in the file.")));
}

static void
add_link (AdwPreferencesGroup *group,
          const AmicusSubject *source,
          const char          *attribute,
          const char          *words)
{
  const char *address = amicus_graph_get_attribute (source->graph, source->element, attribute);

  if (address != NULL)
    adw_preferences_group_add (group, amicus_property_row_new_link (words, address));
}

static void
add_source (AdwPreferencesGroup  *group,
            const AmicusSubject  *subject,
            const AmicusCitation *citation)
{
  AmicusSubject source = amicus_subject_about (subject, AMICUS_ENTITY (citation->source));

  if (citation->source == AMICUS_NO_INDEX)
    {
      adw_preferences_group_add (group, amicus_property_row_new (_("Source missing in the file"),
                                                                 citation->source_id));
      return;
    }

  adw_preferences_group_add (group, amicus_element_row_new (&source, AMICUS_NO_INDEX));
  add_link (group, &source, "URL", _("Link"));
  add_link (group, &source, "archiveUrl", _("Archived copy"));
}

static void
add_quote (AdwPreferencesGroup  *group,
           const AmicusCitation *citation)
{
  g_autofree char *quote = NULL;
  GtkWidget *row;

  if (*citation->quote == '\0' && *citation->locator == '\0')
    return;

  /* Translators: the words of a source, in quotation marks */
  quote = *citation->quote != '\0' ? g_strdup_printf (_("“%s”"), citation->quote) : NULL;
  row = amicus_property_row_new (quote != NULL ? citation->locator : _("Place"),
                                 quote != NULL ? quote : citation->locator);
  gtk_widget_add_css_class (row, "amicus-quote");
  adw_preferences_group_add (group, row);
}

/* One source, then all that is taken from it. */
static void
add_citations_of (AdwPreferencesGroup  *group,
                  const AmicusSubject  *subject,
                  GArray               *citations,
                  guint                 first,
                  guint                 end)
{
  const AmicusCitation *source = &g_array_index (citations, AmicusCitation, first);

  add_source (group, subject, source);
  for (guint i = first; i < end; i++)
    {
      const AmicusCitation *citation = &g_array_index (citations, AmicusCitation, i);

      if (strcmp (citation->source_id, source->source_id) == 0)
        add_quote (group, citation);
    }
}

/**
 * amicus_evidence_new:
 * @subject: what is told about
 *
 * Returns: (transfer floating) (nullable): the sources that the element cites, each with the places and words
 */
GtkWidget *
amicus_evidence_new (const AmicusSubject *subject)
{
  g_autoptr (GArray) citations = amicus_graph_get_citations (subject->graph, subject->element);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint end = MIN (citations->len, MOST_ROWS);
  GtkWidget *group;

  if (citations->len == 0)
    return NULL;

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Evidence"));
  for (guint i = 0; i < end; i++)
    if (g_hash_table_add (seen, g_array_index (citations, AmicusCitation, i).source_id))
      add_citations_of (ADW_PREFERENCES_GROUP (group), subject, citations, i, end);
  if (end < citations->len)
    add_more_hint (ADW_PREFERENCES_GROUP (group));

  return group;
}

static gboolean
cites (const AmicusSubject *subject,
       AmicusElement        element,
       const char          *id)
{
  const char *value = amicus_graph_get_attribute (subject->graph, element, "cites");
  g_autoptr (GArray) citations = NULL;

  /* Spares nearly every element the reading of its list. */
  if (value == NULL || strstr (value, id) == NULL)
    return FALSE;

  citations = amicus_graph_get_citations (subject->graph, element);
  for (guint i = 0; i < citations->len; i++)
    if (g_array_index (citations, AmicusCitation, i).source == subject->element.id)
      return TRUE;

  return FALSE;
}

static void
collect_citing (const AmicusSubject *subject,
                AmicusElementKind    kind,
                guint                n,
                GArray              *found)
{
  const char *id = amicus_graph_get_id (subject->graph, subject->element);

  for (guint i = 0; i < n; i++)
    {
      AmicusElement element = { kind, i };

      if (cites (subject, element, id))
        g_array_append_val (found, element);
    }
}

/**
 * amicus_cited_by_new:
 * @subject: an entity
 *
 * Returns: (transfer floating) (nullable): what cites the entity
 */
GtkWidget *
amicus_cited_by_new (const AmicusSubject *subject)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (AmicusElement));

  collect_citing (subject, AMICUS_ELEMENT_RELATION, amicus_graph_get_n_relations (subject->graph), found);
  collect_citing (subject, AMICUS_ELEMENT_ENTITY, amicus_graph_get_n_entities (subject->graph), found);
  collect_citing (subject, AMICUS_ELEMENT_GROUP, amicus_graph_get_n_groups (subject->graph), found);
  if (found->len == 0)
    return NULL;

  return amicus_element_list_new (_("Cited by"), subject, found, AMICUS_NO_INDEX);
}

static GtkWidget *
new_speaker (const AmicusSubject *subject,
             const char          *id)
{
  AmicusSubject speaker = amicus_subject_about (subject, amicus_graph_find_entity (subject->graph, id));

  if (speaker.element.kind == AMICUS_ELEMENT_NONE)
    speaker.element = amicus_graph_find_group (subject->graph, id);
  if (speaker.element.kind == AMICUS_ELEMENT_NONE)
    return amicus_property_row_new (_("Missing in the file"), id);

  return amicus_element_row_new (&speaker, AMICUS_NO_INDEX);
}

/**
 * amicus_speakers_new:
 * @subject: a relation
 * @attribute: a list of IDs, `saidBy` or `deniedBy`
 * @title: for people
 *
 * Returns: (transfer floating) (nullable): who speaks
 */
GtkWidget *
amicus_speakers_new (const AmicusSubject *subject,
                     const char          *attribute,
                     const char          *title)
{
  const char *value = amicus_graph_get_attribute (subject->graph, subject->element, attribute);
  g_auto (GStrv) ids = NULL;
  GtkWidget *group;

  if (value == NULL)
    return NULL;

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  ids = amicus_list_split (value);
  for (guint i = 0; ids[i] != NULL && i < MOST_ROWS; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_speaker (subject, ids[i]));
  if (g_strv_length (ids) > MOST_ROWS)
    add_more_hint (ADW_PREFERENCES_GROUP (group));

  return group;
}
