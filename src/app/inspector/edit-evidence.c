/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/inspector/edit-page.h"

#include "app/edit-value.h"
#include "app/inspector/choice-row.h"
#include "app/inspector/edit-row.h"
#include "app/inspector/field.h"
#include "app/inspector/properties.h"
#include "app/inspector/words.h"

#include <glib/gi18n-lib.h>

static char **
list_ids (const AmicusField *field)
{
  const char *value = amicus_property_get (field->subject, field->attribute);

  return amicus_list_split (value != NULL ? value : "");
}

/* All but the one at @left_out, and @added at the end. */
static char *
join_ids (char      **ids,
          guint       left_out,
          const char *added)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (i != left_out && *ids[i] != '\0')
      g_ptr_array_add (kept, ids[i]);
  if (added != NULL)
    g_ptr_array_add (kept, (gpointer) added);
  g_ptr_array_add (kept, NULL);

  return g_strjoinv ("\\n", (char **) kept->pdata);
}

static void
remove_speaker_cb (GtkWidget   *button,
                   AmicusField *field)
{
  g_auto (GStrv) ids = list_ids (field);
  g_autofree char *value = join_ids (ids, field->nth, NULL);

  amicus_edit_target_set (field->target, button, field->attribute, value);
}

static void
add_speaker_cb (GtkWidget  *row,
                const char *id,
                gpointer    data)
{
  const AmicusField *field = data;
  g_auto (GStrv) ids = list_ids (field);
  g_autofree char *value = join_ids (ids, G_MAXUINT, id);

  amicus_edit_target_set (field->target, row, field->attribute, value);
}

static void
free_field (gpointer  field,
            GClosure *closure)
{
  amicus_field_free (field);
}

static GtkWidget *
new_remove_button (AmicusField *field,
                   void (*remove) (GtkWidget   *button,
                                   AmicusField *field))
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", G_CALLBACK (remove), field, free_field, 0);

  return button;
}

static char *
name_of (const AmicusSubject *subject,
         const char          *id)
{
  AmicusSubject about = amicus_subject_about (subject, amicus_graph_find_entity (subject->graph, id));

  if (about.element.kind == AMICUS_ELEMENT_NONE)
    about.element = amicus_graph_find_group (subject->graph, id);

  return about.element.kind == AMICUS_ELEMENT_NONE ? amicus_words_show (id) : amicus_words_name (&about);
}

static GtkWidget *
new_speaker_row (AmicusField *field,
                 const char  *id)
{
  g_autofree char *name = name_of (field->subject, id);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_remove_button (field, remove_speaker_cb));

  return row;
}

static void
fill_speakers (AmicusChooser *chooser,
               gpointer       data)
{
  amicus_field_fill_entities (data, chooser, FALSE);
}

GtkWidget *
amicus_edit_speakers_new (AmicusEditTarget        *target,
                          const AmicusSubject *subject,
                          const char          *attribute,
                          const char          *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  AmicusField *field = amicus_field_new (target, subject, attribute, 0);
  g_auto (GStrv) ids = list_ids (field);
  GtkWidget *add;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; ids[i] != NULL; i++)
    if (*ids[i] != '\0')
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 new_speaker_row (amicus_field_new (target, subject, attribute, i), ids[i]));

  add = amicus_choice_row_new (_("Add Somebody"), NULL, FALSE, fill_speakers, add_speaker_cb, field,
                               amicus_field_free);
  gtk_widget_set_name (add, attribute);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), add);

  return group;
}

static void
remove_citation_cb (GtkWidget   *button,
                    AmicusField *field)
{
  GError *error = NULL;

  if (!amicus_document_remove_citation (amicus_edit_target_get_document (field->target),
                                        amicus_edit_target_get_name (field->target), field->nth, &error))
    amicus_edit_target_report (button, error);
}

/* NULL for what stays. */
static void
change_citation (const AmicusField *field,
                 GtkWidget         *widget,
                 const char        *source,
                 const char        *locator,
                 const char        *quote)
{
  g_autoptr (GArray) citations = amicus_graph_get_citations (field->subject->graph, field->subject->element);
  const AmicusCitation *citation;
  GError *error = NULL;

  if (field->nth >= citations->len)
    return;

  citation = &g_array_index (citations, AmicusCitation, field->nth);
  if (!amicus_document_change_citation (amicus_edit_target_get_document (field->target),
                                        amicus_edit_target_get_name (field->target), field->nth,
                                        source != NULL ? source : citation->source_id,
                                        locator != NULL ? locator : citation->locator,
                                        quote != NULL ? quote : citation->quote, &error))
    amicus_edit_target_report (widget, error);
}

static void
source_chosen_cb (GtkWidget  *row,
                  const char *id,
                  gpointer    data)
{
  change_citation (data, row, id, NULL, NULL);
}

static void
locator_cb (AmicusEditRow *row,
            const char    *value,
            gpointer       data)
{
  change_citation (data, GTK_WIDGET (row), NULL, value, NULL);
}

static void
quote_cb (AmicusEditRow *row,
          const char    *value,
          gpointer       data)
{
  change_citation (data, GTK_WIDGET (row), NULL, NULL, value);
}

static void
fill_sources (AmicusChooser *chooser,
              gpointer       data)
{
  amicus_field_fill_entities (data, chooser, TRUE);
}

static void
add_part (AdwPreferencesGroup *group,
          AmicusField         *field,
          const char          *part,
          const char          *words,
          const char          *value,
          AmicusEditRowFunc    func)
{
  g_autofree char *name = g_strdup_printf ("cites.%u.%s", field->nth, part);
  GtkWidget *row = amicus_edit_row_new (field->target, name, words, AMICUS_WRITING_RAW, value, NULL);

  amicus_edit_row_set_func (AMICUS_EDIT_ROW (row), func, field, amicus_field_free);
  adw_preferences_group_add (group, row);
}

static void
add_citation (AdwPreferencesGroup  *group,
              AmicusEditTarget         *target,
              const AmicusSubject  *subject,
              guint                 nth,
              const AmicusCitation *citation)
{
  g_autofree char *name = name_of (subject, citation->source_id);
  GtkWidget *source = amicus_choice_row_new (_("Source"), name, FALSE, fill_sources, source_chosen_cb,
                                             amicus_field_new (target, subject, "cites", nth), amicus_field_free);

  adw_action_row_add_suffix (ADW_ACTION_ROW (source),
                             new_remove_button (amicus_field_new (target, subject, "cites", nth),
                                                remove_citation_cb));
  adw_preferences_group_add (group, source);
  add_part (group, amicus_field_new (target, subject, "cites", nth), "locator", _("Place in the source"),
            citation->locator, locator_cb);
  add_part (group, amicus_field_new (target, subject, "cites", nth), "quote", _("Its words"),
            citation->quote, quote_cb);
}

/* What is no source yet becomes one of that title. */
static gboolean
cite (const AmicusField *field,
      const char        *words,
      GError           **error)
{
  AmicusDocument *document = amicus_edit_target_get_document (field->target);
  AmicusElement found = amicus_graph_find_entity (amicus_document_get_graph (document), words);
  g_autofree char *id = NULL;
  g_autofree char *label = amicus_text_to_value (words);
  const AmicusValue values[] = { { "label", label } };

  if (found.kind == AMICUS_ELEMENT_NONE)
    {
      id = amicus_document_suggest_id (document, words);
      if (!amicus_document_add_source (document, id, values, 1, error))
        return FALSE;
    }

  return amicus_document_cite (document, amicus_edit_target_get_name (field->target), id != NULL ? id : words,
                               NULL, NULL, error);
}

static void
cite_cb (GtkWidget  *row,
         const char *words,
         gpointer    data)
{
  const AmicusField *field = data;
  AmicusDocument *document = amicus_edit_target_get_document (field->target);
  GError *error = NULL;

  amicus_document_begin (document, _("Cite a Source"));
  if (cite (field, words, &error))
    amicus_document_end (document);
  else
    {
      amicus_document_abort (document);
      amicus_edit_target_report (row, error);
    }
}

GtkWidget *
amicus_edit_evidence_new (AmicusEditTarget        *target,
                          const AmicusSubject *subject)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GArray) citations = amicus_graph_get_citations (subject->graph, subject->element);
  GtkWidget *add;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Evidence"));
  for (guint i = 0; i < citations->len; i++)
    add_citation (ADW_PREFERENCES_GROUP (group), target, subject, i,
                  &g_array_index (citations, AmicusCitation, i));

  add = amicus_choice_row_new (_("Cite a Source, or a New One"), NULL, TRUE, fill_sources, cite_cb,
                               amicus_field_new (target, subject, "cites", 0), amicus_field_free);
  gtk_widget_set_name (add, "cites");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), add);

  return group;
}
