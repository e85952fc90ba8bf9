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

typedef enum
{
  FORM_TEXT,
  FORM_LIST,
  FORM_DATE,
  FORM_COUNTRY,
  FORM_LINK,
  FORM_AMOUNT,
} Form;

typedef struct
{
  const char *name;   /* of the attribute */
  const char *words;  /* for people */
  Form form;
} Property;

/* In the order in which they are shown. */
static const Property properties[] = {
  { "date", N_("Date"), FORM_DATE },
  { "startDate", N_("From"), FORM_DATE },
  { "endDate", N_("Until"), FORM_DATE },
  { "role", N_("Role"), FORM_TEXT },
  { "percentage", N_("Share"), FORM_TEXT },
  { "amount", N_("Amount"), FORM_AMOUNT },
  { "country", N_("Country"), FORM_COUNTRY },
  { "jurisdiction", N_("Jurisdiction"), FORM_COUNTRY },
  { "caseNumber", N_("Case number"), FORM_TEXT },
  { "court", N_("Court"), FORM_TEXT },
  { "side", N_("Side"), FORM_TEXT },
  { "publisher", N_("Publisher"), FORM_TEXT },
  { "publishedAt", N_("Published"), FORM_DATE },
  { "retrievedAt", N_("Retrieved"), FORM_DATE },
  { "language", N_("Language"), FORM_TEXT },
  { "topics", N_("Topics"), FORM_LIST },
  { "lei", N_("LEI"), FORM_TEXT },
  { "wikidataId", N_("Wikidata"), FORM_TEXT },
  { "registrationNumber", N_("Registration number"), FORM_TEXT },
  { "URL", N_("Link"), FORM_LINK },
  { "archiveUrl", N_("Archived copy"), FORM_LINK },
};

/* Shown elsewhere on a page, or what the file says to programs rather than to people. */
static const char *const shown_elsewhere[] = {
  "alias", "amicus", "cites", "currency", "deniedBy", "description", "entity",
  "kind",  "label",  "note",  "pos",      "saidBy",   "status",
};

/* A group's attributes are those of its own body: DOT lets the root's reach every subgraph. */
static const char *
attribute (const AmicusSubject *subject,
           const char          *name)
{
  if (subject->element.kind == AMICUS_ELEMENT_GROUP)
    return amicus_graph_get_own_attribute (subject->graph, subject->element, name);

  return amicus_graph_get_attribute (subject->graph, subject->element, name);
}

/* When a life or an enterprise begins has other words than when a relation does. */
static const char *
words_for (const AmicusSubject *subject,
           const Property      *property)
{
  gboolean starts = strcmp (property->name, "startDate") == 0;

  if (subject->element.kind != AMICUS_ELEMENT_ENTITY || property->form != FORM_DATE
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
  const char *currency = attribute (subject, "currency");

  return currency != NULL ? g_strdup_printf ("%s %s", amount, currency) : g_strdup (amount);
}

static GtkWidget *
new_row (const AmicusSubject *subject,
         const Property      *property,
         const char          *raw)
{
  const char *words = words_for (subject, property);
  g_autofree char *value = NULL;

  switch (property->form)
    {
    case FORM_LINK:
      return amicus_property_row_new_link (words, raw);

    case FORM_LIST:
      value = list_items (raw);
      break;

    case FORM_DATE:
      value = amicus_date_format (raw, subject->language);
      break;

    case FORM_COUNTRY:
      value = g_strdup (amicus_country_name (raw, subject->language));
      break;

    case FORM_AMOUNT:
      value = format_amount (subject, raw);
      break;

    case FORM_TEXT:
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
      const char *raw = attribute (subject, properties[i].name);

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

static GArray *
list_others (const AmicusSubject *subject)
{
  g_autoptr (GArray) attributes = amicus_graph_list_attributes (subject->graph, subject->element);
  GArray *others = g_array_new (FALSE, FALSE, sizeof (AmicusAttribute));

  for (guint i = 0; i < attributes->len; i++)
    {
      const AmicusAttribute *each = &g_array_index (attributes, AmicusAttribute, i);

      if (!is_shown (each->name) && attribute (subject, each->name) != NULL)
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
  g_autoptr (GArray) others = list_others (subject);

  if (others->len == 0)
    return NULL;

  return amicus_row_list_new (_("Other"), subject, others->len, add_other, g_array_ref (others), unref_array);
}
