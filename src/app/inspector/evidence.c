/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/inspector/evidence.h"

#include "app/inspector/element-list.h"
#include "app/inspector/element-row.h"
#include "app/inspector/property-row.h"
#include "app/inspector/row-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static void
add_link (AmicusRowList       *list,
          const AmicusSubject *source,
          const char          *attribute,
          const char          *words)
{
  const char *address = amicus_graph_get_attribute (source->graph, source->element, attribute);

  if (address != NULL)
    amicus_row_list_add (list, amicus_property_row_new_link (words, address));
}

static void
add_source (AmicusRowList        *list,
            const AmicusSubject  *subject,
            const AmicusCitation *citation)
{
  AmicusSubject source = amicus_subject_about (subject, AMICUS_ENTITY (citation->source));

  if (citation->source == AMICUS_NO_INDEX)
    {
      amicus_row_list_add (list, amicus_property_row_new (_("Source missing in the file"), citation->source_id));
      return;
    }

  amicus_row_list_add (list, amicus_element_row_new (&source, AMICUS_NO_INDEX));
  add_link (list, &source, "URL", _("Link"));
  add_link (list, &source, "archiveUrl", _("Archived copy"));
}

static void
add_quote (AmicusRowList        *list,
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
  amicus_row_list_add (list, row);
}

/* A citation and its source's place among the sources. */
typedef struct
{
  guint source;
  guint citation;
} Place;

typedef struct
{
  GArray *citations;
  GArray *places;     /* of Place: each source with all that is taken from it */
} Evidence;

static void
evidence_free (gpointer data)
{
  Evidence *evidence = data;

  g_array_unref (evidence->citations);
  g_array_unref (evidence->places);
  g_free (evidence);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *one = a;
  const Place *other = b;
  int order = (one->source > other->source) - (one->source < other->source);

  return order != 0 ? order : (one->citation > other->citation) - (one->citation < other->citation);
}

/* Sources as they are first cited. */
static GArray *
sort_citations (GArray *citations)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (Place), citations->len);

  for (guint i = 0; i < citations->len; i++)
    {
      char *id = g_array_index (citations, AmicusCitation, i).source_id;
      gpointer number;
      Place place = { i, i };

      if (g_hash_table_lookup_extended (numbers, id, NULL, &number))
        place.source = GPOINTER_TO_UINT (number);
      else
        g_hash_table_insert (numbers, id, GUINT_TO_POINTER (i));
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);

  return places;
}

static void
add_citation (AmicusRowList       *list,
              const AmicusSubject *subject,
              guint                nth,
              gpointer             data)
{
  Evidence *evidence = data;
  Place place = g_array_index (evidence->places, Place, nth);
  const AmicusCitation *citation = &g_array_index (evidence->citations, AmicusCitation, place.citation);

  if (place.source == place.citation)
    add_source (list, subject, citation);
  add_quote (list, citation);
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
  Evidence *evidence;

  if (citations->len == 0)
    return NULL;

  evidence = g_new (Evidence, 1);
  *evidence = (Evidence) { g_array_ref (citations), sort_citations (citations) };

  return amicus_row_list_new (_("Evidence"), subject, citations->len, add_citation, evidence, evidence_free);
}

/* An element that cites the entity more than once stands there once. */
static GArray *
list_citing (const AmicusSubject *subject)
{
  guint n;
  const AmicusElement *citing = amicus_survey_get_citing (subject->survey, subject->element.id, &n);
  GArray *elements = g_array_sized_new (FALSE, FALSE, sizeof (AmicusElement), n);

  for (guint i = 0; i < n; i++)
    if (i == 0 || !amicus_element_equal (citing[i], citing[i - 1]))
      g_array_append_val (elements, citing[i]);

  return elements;
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
  g_autoptr (GArray) citing = list_citing (subject);

  if (citing->len == 0)
    return NULL;

  return amicus_element_list_new (_("Cited by"), subject, citing, AMICUS_NO_INDEX);
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

static void
free_ids (gpointer data)
{
  g_strfreev (data);
}

static void
add_speaker (AmicusRowList       *list,
             const AmicusSubject *subject,
             guint                nth,
             gpointer             data)
{
  char **ids = data;

  amicus_row_list_add (list, new_speaker (subject, ids[nth]));
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
  char **ids;

  if (value == NULL)
    return NULL;

  ids = amicus_list_split (value);

  return amicus_row_list_new (title, subject, g_strv_length (ids), add_speaker, ids, free_ids);
}
