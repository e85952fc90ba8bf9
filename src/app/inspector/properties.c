/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/inspector/properties.h"

#include "app/inspector/property-row.h"
#include "app/inspector/row-list.h"
#include "app/inspector/sample.h"
#include "base/date.h"
#include "drawing/country.h"
#include "drawing/describe.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* In the order in which they are shown. */
static const AmicusProperty properties[] = {
  { "date", N_("Date"), AMICUS_WRITING_DATE },
  { "startDate", N_("From"), AMICUS_WRITING_DATE },
  { "endDate", N_("Until"), AMICUS_WRITING_DATE },
  { "role", N_("Role"), AMICUS_WRITING_TEXT },
  { "percentage", N_("Share"), AMICUS_WRITING_TEXT },
  { "amount", N_("Amount"), AMICUS_WRITING_AMOUNT },
  { "country", N_("Country"), AMICUS_WRITING_COUNTRY },
  { "jurisdiction", N_("Jurisdiction"), AMICUS_WRITING_COUNTRY },
  { "caseNumber", N_("Case number"), AMICUS_WRITING_TEXT },
  { "court", N_("Court"), AMICUS_WRITING_TEXT },
  { "side", N_("Side"), AMICUS_WRITING_TEXT },
  { "publisher", N_("Publisher"), AMICUS_WRITING_TEXT },
  { "publishedAt", N_("Published"), AMICUS_WRITING_DATE },
  { "retrievedAt", N_("Retrieved"), AMICUS_WRITING_DATE },
  { "language", N_("Language"), AMICUS_WRITING_TEXT },
  { "topics", N_("Topics"), AMICUS_WRITING_LIST },
  { "lei", N_("LEI"), AMICUS_WRITING_TEXT },
  { "wikidataId", N_("Wikidata"), AMICUS_WRITING_TEXT },
  { "registrationNumber", N_("Registration number"), AMICUS_WRITING_TEXT },
  { "URL", N_("Link"), AMICUS_WRITING_LINK },
  { "archiveUrl", N_("Archived copy"), AMICUS_WRITING_LINK },
};

/* Shown elsewhere on a page, or what the file says to programs rather than to people. */
static const char *const shown_elsewhere[] = {
  "alias", "amicus", "cites", "currency", "deniedBy", "description", "entity",
  "kind",  "label",  "note",  "pos",      "saidBy",   "status",
};

/* A group's attributes are those of its own body: DOT lets the root's reach every subgraph. */
const char *
amicus_property_get (const AmicusSubject *subject,
                     const char          *name)
{
  if (subject->element.kind == AMICUS_ELEMENT_GROUP)
    return amicus_graph_get_own_attribute (subject->graph, subject->element, name);

  return amicus_graph_get_attribute (subject->graph, subject->element, name);
}

/* When a life or an enterprise begins has other words than when a relation does. */
const char *
amicus_property_words (const AmicusSubject  *subject,
                       const AmicusProperty *property)
{
  gboolean starts = strcmp (property->name, "startDate") == 0;

  if (subject->element.kind != AMICUS_ELEMENT_ENTITY || property->form != AMICUS_WRITING_DATE
      || (!starts && strcmp (property->name, "endDate") != 0))
    return _(property->words);

  switch (amicus_graph_get_kind (subject->graph, subject->element.id))
    {
    case AMICUS_KIND_PERSON:
      return starts ? _("Born") : _("Died");

    case AMICUS_KIND_COMPANY:
    case AMICUS_KIND_AGENCY:
    case AMICUS_KIND_ORGANIZATION:
    case AMICUS_KIND_NGO:
    case AMICUS_KIND_LAB:
    case AMICUS_KIND_ASSOCIATION:
    case AMICUS_KIND_MEDIA:
      return starts ? _("Founded") : _("Dissolved");

    case AMICUS_KIND_UNKNOWN:
    case AMICUS_KIND_GOVERNMENT:
    case AMICUS_KIND_COURT:
    case AMICUS_KIND_PEOPLE:
    case AMICUS_KIND_LITIGATION:
    case AMICUS_KIND_FILING:
    case AMICUS_KIND_DOCTRINE:
    case AMICUS_KIND_PRODUCT:
    case AMICUS_KIND_VULNERABILITY:
    case AMICUS_KIND_EVENT:
    case AMICUS_KIND_PLACE:
    case AMICUS_KIND_DOCUMENT:
    case AMICUS_KIND_SOURCE:
    case AMICUS_N_KINDS:
    default:
      return _(property->words);
    }
}

static char *
list_items (const char *value)
{
  g_auto (GStrv) items = amicus_list_split (value);

  return g_strjoinv (", ", items);
}

static char *
format_amount (const AmicusSubject *subject,
               const char          *amount)
{
  const char *currency = amicus_property_get (subject, "currency");

  return currency != NULL ? g_strdup_printf ("%s %s", amount, currency) : g_strdup (amount);
}

static GtkWidget *
new_row (const AmicusSubject  *subject,
         const AmicusProperty *property,
         const char           *raw)
{
  const char *words = amicus_property_words (subject, property);
  g_autofree char *value = NULL;

  switch (property->form)
    {
    case AMICUS_WRITING_LINK:
      return amicus_property_row_new_link (words, raw);

    case AMICUS_WRITING_LIST:
      value = list_items (raw);
      break;

    case AMICUS_WRITING_DATE:
      value = amicus_date_format (raw, subject->language);
      break;

    case AMICUS_WRITING_COUNTRY:
      value = g_strdup (amicus_country_name (raw, subject->language));
      break;

    case AMICUS_WRITING_AMOUNT:
      value = format_amount (subject, raw);
      break;

    case AMICUS_WRITING_TEXT:
    case AMICUS_WRITING_LONG:
    case AMICUS_WRITING_RAW:
    default:
      value = amicus_graph_get_text (subject->graph, subject->element, property->name,
                                     subject->language);
    }

  return amicus_property_row_new (words, value != NULL ? value : raw);
}

static GtkWidget *
new_status_row (const AmicusSubject *subject)
{
  AmicusStatus status = amicus_graph_get_status (subject->graph, subject->element.id);
  g_autofree char *words = amicus_capitalize (amicus_status_name (status, subject->language));
  GtkWidget *row = amicus_property_row_new (_("Status"), words);

  amicus_property_row_set_suffix (AMICUS_PROPERTY_ROW (row), amicus_sample_new (subject));

  return row;
}

static AdwPreferencesGroup *
ensure (GtkWidget **group)
{
  if (*group == NULL)
    *group = adw_preferences_group_new ();

  return ADW_PREFERENCES_GROUP (*group);
}

/**
 * amicus_properties_get_all:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the attributes that have a name for people, in the order in which they
 *   are shown
 */
const AmicusProperty *
amicus_properties_get_all (guint *n)
{
  *n = G_N_ELEMENTS (properties);

  return properties;
}

/**
 * amicus_properties_new:
 * @subject: what is told about
 *
 * Returns: (transfer floating) (nullable): a list of the attributes that have a name for people
 */
GtkWidget *
amicus_properties_new (const AmicusSubject *subject)
{
  GtkWidget *group = NULL;

  if (subject->element.kind == AMICUS_ELEMENT_RELATION)
    adw_preferences_group_add (ensure (&group), new_status_row (subject));

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      const char *raw = amicus_property_get (subject, properties[i].name);

      if (raw != NULL)
        adw_preferences_group_add (ensure (&group), new_row (subject, &properties[i], raw));
    }

  return group;
}

static gboolean
is_listed (const char *name,
           gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (strlen (properties[i].name) == length && strncmp (name, properties[i].name, length) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (shown_elsewhere); i++)
    if (strlen (shown_elsewhere[i]) == length && strncmp (name, shown_elsewhere[i], length) == 0)
      return TRUE;

  return FALSE;
}

/* `label` is shown, and so is `label_fr`, in its turn. */
static gboolean
is_shown (const char *name)
{
  const char *language = strchr (name, '_');

  return is_listed (name, strlen (name))
         || (language != NULL && is_listed (name, (gsize) (language - name)));
}

static void
unref_array (gpointer data)
{
  g_array_unref (data);
}

static void
add_other (AmicusRowList       *list,
           const AmicusSubject *subject,
           guint                nth,
           gpointer             data)
{
  GArray *attributes = data;
  const AmicusAttribute *each = &g_array_index (attributes, AmicusAttribute, nth);

  amicus_row_list_add (list, amicus_property_row_new (each->name, each->value));
}

/**
 * amicus_properties_list_others:
 * @subject: what is told about
 *
 * Returns: (transfer full) (element-type AmicusAttribute): what has no name for people
 */
GArray *
amicus_properties_list_others (const AmicusSubject *subject)
{
  g_autoptr (GArray) attributes = amicus_graph_list_attributes (subject->graph, subject->element);
  GArray *others = g_array_new (FALSE, FALSE, sizeof (AmicusAttribute));

  for (guint i = 0; i < attributes->len; i++)
    {
      const AmicusAttribute *each = &g_array_index (attributes, AmicusAttribute, i);

      if (!is_shown (each->name) && amicus_property_get (subject, each->name) != NULL)
        g_array_append_vals (others, each, 1);
    }

  return others;
}

/**
 * amicus_others_new:
 * @subject: what is told about
 *
 * Returns: (transfer floating) (nullable): a list of what the file says besides, as the file says it
 */
GtkWidget *
amicus_others_new (const AmicusSubject *subject)
{
  g_autoptr (GArray) others = amicus_properties_list_others (subject);

  if (others->len == 0)
    return NULL;

  return amicus_row_list_new (_("Other"), subject, others->len, add_other, g_array_ref (others), unref_array);
}
