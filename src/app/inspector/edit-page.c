/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/inspector/edit-page.h"

#include "app/inspector/choice-row.h"
#include "app/inspector/edit-row.h"
#include "app/inspector/field.h"
#include "app/inspector/properties.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What an editor asks for, whether the file says it or not; the rest can be added. */
static const struct
{
  AmicusElementKind kind;
  AmicusKind entity;      /* UNKNOWN for any but a source */
  const char *names[7];
} asked[] = {
  { AMICUS_ELEMENT_ENTITY, AMICUS_KIND_UNKNOWN, { "startDate", "endDate", "country", "URL" } },
  { AMICUS_ELEMENT_ENTITY, AMICUS_KIND_SOURCE,
    { "publisher", "publishedAt", "retrievedAt", "language", "URL", "archiveUrl" } },
  { AMICUS_ELEMENT_RELATION, AMICUS_KIND_UNKNOWN, { "date", "startDate", "endDate", "role" } },
};

typedef struct
{
  GtkBox *page;
  AmicusEditTarget *target;
  const AmicusSubject *subject;
  const AmicusElement *elements;
  guint n_elements;
  AmicusElementKind kind;     /* of all of them, or NONE */
} Making;

/* What all the elements say; NULL where they differ or say nothing. */
static const char *
get_value (const Making *making,
           const char   *attribute)
{
  const char *value = NULL;

  for (guint i = 0; i < making->n_elements; i++)
    {
      AmicusSubject each = amicus_subject_about (making->subject, making->elements[i]);
      const char *other = amicus_property_get (&each, attribute);

      if (i > 0 && g_strcmp0 (other, value) != 0)
        return NULL;
      value = other;
    }

  return value;
}

static AdwPreferencesGroup *
add_group (const Making *making,
           const char   *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (making->page, group);

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_row (const Making        *making,
         AdwPreferencesGroup *group,
         const char          *attribute,
         const char          *words,
         AmicusWriting           form)
{
  adw_preferences_group_add (group, amicus_edit_row_new (making->target, attribute, words, form,
                                                         get_value (making, attribute),
                                                         making->subject->language));
}

/* In the language that is shown, as whoever edits it has read it. */
static void
add_text (const Making        *making,
          AdwPreferencesGroup *group,
          const char          *name,
          const char          *words,
          AmicusWriting           form)
{
  g_autofree char *attribute = making->n_elements > 1
                                 ? g_strdup (name)
                                 : amicus_graph_find_text (making->subject->graph, making->subject->element, name,
                                                           making->subject->language);

  add_row (making, group, attribute, words, form);
}

static void
add_heading (const Making *making)
{
  g_autofree char *count = NULL;
  GtkWidget *label;

  if (making->n_elements == 1)
    {
      amicus_page_add_heading (making->page, making->subject);
      return;
    }

  count = g_strdup_printf (_("%u Selected"), making->n_elements);
  label = gtk_label_new (count);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "title-3");
  gtk_box_append (making->page, label);
}

static void
add_first (const Making *making)
{
  AdwPreferencesGroup *group = add_group (making, NULL);
  gboolean one = making->n_elements == 1;

  if (one)
    add_text (making, group, "label", _("Name"), AMICUS_WRITING_TEXT);
  if (making->kind != AMICUS_ELEMENT_GRAPH && making->kind != AMICUS_ELEMENT_NONE)
    adw_preferences_group_add (group, amicus_edit_kind_row_new (making->target, making->subject,
                                                                get_value (making, "kind")));
  if (making->kind == AMICUS_ELEMENT_RELATION)
    adw_preferences_group_add (group, amicus_edit_status_row_new (making->target, making->subject,
                                                                  get_value (making, "status")));
  if (making->kind == AMICUS_ELEMENT_GROUP)
    adw_preferences_group_add (group, amicus_edit_entity_row_new (making->target, making->subject,
                                                                  get_value (making, "entity")));
  if (making->kind == AMICUS_ELEMENT_ENTITY && one)
    add_row (making, group, "alias", _("Other names"), AMICUS_WRITING_LIST);
}

static gboolean
is_source (const Making *making)
{
  return making->kind == AMICUS_ELEMENT_ENTITY
         && amicus_kind_from_word (get_value (making, "kind")) == AMICUS_KIND_SOURCE;
}

static gboolean
is_asked (const Making *making,
          const char   *name)
{
  AmicusKind entity = is_source (making) ? AMICUS_KIND_SOURCE : AMICUS_KIND_UNKNOWN;

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (asked[i].kind == making->kind && asked[i].entity == entity
        && g_strv_contains (asked[i].names, name))
      return TRUE;

  return get_value (making, name) != NULL;
}

static void
add_properties (const Making *making)
{
  AdwPreferencesGroup *group = NULL;
  guint n;
  const AmicusProperty *properties = amicus_properties_get_all (&n);

  for (guint i = 0; i < n; i++)
    if (is_asked (making, properties[i].name))
      {
        if (group == NULL)
          group = add_group (making, NULL);
        add_row (making, group, properties[i].name, amicus_property_words (making->subject, &properties[i]),
                 properties[i].form);
        if (properties[i].form == AMICUS_WRITING_AMOUNT)
          add_row (making, group, "currency", _("Currency"), AMICUS_WRITING_RAW);
      }
}

static void
add_texts (const Making *making)
{
  AdwPreferencesGroup *group = add_group (making, NULL);

  add_text (making, group, "description", _("Description"), AMICUS_WRITING_LONG);
  add_text (making, group, "note", _("Private note, never exported"), AMICUS_WRITING_LONG);
}

static void
add_others (const Making        *making,
            AdwPreferencesGroup *group)
{
  g_autoptr (GArray) others = NULL;

  if (making->n_elements > 1)
    return;

  others = amicus_properties_list_others (making->subject);
  for (guint i = 0; i < others->len; i++)
    {
      const char *name = g_array_index (others, AmicusAttribute, i).name;

      add_row (making, group, name, name, AMICUS_WRITING_RAW);
    }
}

static void
fill_attributes (AmicusChooser *chooser,
                 gpointer       data)
{
  const AmicusField *field = data;
  guint n;
  const AmicusProperty *properties = amicus_properties_get_all (&n);

  for (guint i = 0; i < n; i++)
    amicus_chooser_add (chooser, properties[i].name, amicus_property_words (field->subject, &properties[i]),
                        properties[i].name);
}

static const AmicusProperty *
find_property (const char *name)
{
  guint n;
  const AmicusProperty *properties = amicus_properties_get_all (&n);

  for (guint i = 0; i < n; i++)
    if (strcmp (properties[i].name, name) == 0)
      return &properties[i];

  return NULL;
}

/* An attribute is there as soon as it has a value: until then there is only a row for it. */
static void
attribute_chosen_cb (GtkWidget  *widget,
                     const char *name,
                     gpointer    data)
{
  const AmicusField *field = data;
  const AmicusProperty *property = find_property (name);
  GtkWidget *group = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP);
  const char *value = amicus_property_get (field->subject, name);
  GtkWidget *row = amicus_edit_row_new (field->target, name,
                                        property != NULL ? amicus_property_words (field->subject, property) : name,
                                        property != NULL ? property->form : AMICUS_WRITING_RAW, value,
                                        field->subject->language);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  gtk_widget_grab_focus (row);
}

static void
add_rest (const Making *making)
{
  AdwPreferencesGroup *group = add_group (making, _("Other"));
  GtkWidget *add = amicus_choice_row_new (_("Add an Attribute"), NULL, TRUE, fill_attributes, attribute_chosen_cb,
                                          amicus_field_new (making->target, making->subject, "", 0),
                                          amicus_field_free);

  add_others (making, group);
  gtk_widget_set_name (add, "add-attribute");
  adw_preferences_group_add (group, add);
}

static AmicusElementKind
common_kind (const AmicusElement *elements,
             guint                n_elements)
{
  for (guint i = 1; i < n_elements; i++)
    if (elements[i].kind != elements[0].kind)
      return AMICUS_ELEMENT_NONE;

  return elements[0].kind;
}

static void
add_claims (const Making *making)
{
  if (making->kind == AMICUS_ELEMENT_RELATION)
    {
      amicus_page_add (making->page, amicus_edit_speakers_new (making->target, making->subject, "saidBy",
                                                               _("Said by")));
      amicus_page_add (making->page, amicus_edit_speakers_new (making->target, making->subject, "deniedBy",
                                                               _("Denied by")));
    }
  if (!is_source (making))
    amicus_page_add (making->page, amicus_edit_evidence_new (making->target, making->subject));
}

/**
 * amicus_edit_page_new:
 * @document: what is open
 * @subject: the element, or anything of its graph if there are several
 * @elements: (array length=n_elements): what is edited
 * @n_elements: how many, at least one
 *
 * Returns: (transfer floating): a page with a row for each attribute
 */
GtkWidget *
amicus_edit_page_new (AmicusDocument      *document,
                      const AmicusSubject *subject,
                      const AmicusElement *elements,
                      guint                n_elements)
{
  g_autoptr (AmicusEditTarget) target = amicus_edit_target_new (document, elements, n_elements);
  AmicusSubject first = amicus_subject_about (subject, elements[0]);
  Making making = { GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18)), target, &first, elements, n_elements,
                    common_kind (elements, n_elements) };

  add_heading (&making);
  add_first (&making);
  add_properties (&making);
  if (n_elements == 1)
    {
      add_claims (&making);
      add_texts (&making);
    }
  add_rest (&making);
  gtk_widget_add_css_class (GTK_WIDGET (making.page), "amicus-page");

  return GTK_WIDGET (making.page);
}
