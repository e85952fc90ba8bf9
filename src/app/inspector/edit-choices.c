/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/inspector/edit-page.h"

#include "app/inspector/choice-row.h"
#include "app/inspector/field.h"
#include "app/inspector/words.h"
#include "drawing/describe.h"
#include "graph/offers.h"

#include <glib/gi18n-lib.h>

static const char *const status_words[] = { "established", "alleged", "disputed", "denied", "possible" };

/* What is chosen as nothing is empty. */
static void
chosen_cb (GtkWidget  *row,
           const char *id,
           gpointer    data)
{
  const AmicusField *field = data;

  amicus_edit_target_set (field->target, row, field->attribute, id);
}

static GtkWidget *
new_row (AmicusEditTarget        *target,
         const AmicusSubject *subject,
         const char          *attribute,
         const char          *words,
         const char          *value,
         gboolean             own_words,
         AmicusFillFunc       fill)
{
  g_autofree char *shown = amicus_words_show (value != NULL ? value : _("Not stated"));
  GtkWidget *row = amicus_choice_row_new (words, shown, own_words, fill, chosen_cb,
                                          amicus_field_new (target, subject, attribute, 0), amicus_field_free);

  gtk_widget_set_name (row, attribute);

  return row;
}

static void
add (AmicusChooser *chooser,
     const char    *id,
     const char    *words)
{
  g_autofree char *capital = amicus_capitalize (words);

  amicus_chooser_add (chooser, id, capital, NULL);
}

static void
add_none (AmicusChooser *chooser)
{
  amicus_chooser_add (chooser, "", _("Not stated"), NULL);
}

static void
fill_entity_kinds (AmicusChooser *chooser,
                   gpointer       data)
{
  const AmicusField *field = data;

  for (guint kind = 1; kind < AMICUS_N_KINDS; kind++)
    {
      const char *word = amicus_kind_to_word ((AmicusKind) kind);

      add (chooser, word, amicus_kind_name (word, field->subject->language));
    }
  add_none (chooser);
}

static void
fill_relation_kinds (AmicusChooser *chooser,
                     gpointer       data)
{
  const AmicusField *field = data;
  AmicusGraph *graph = field->subject->graph;
  g_autoptr (GPtrArray) words = NULL;
  guint32 tail, head;
  guint n_likely;

  amicus_graph_get_ends (graph, field->subject->element.id, &tail, &head);
  words = amicus_offer_relation_kinds (amicus_graph_get_kind (graph, tail), amicus_graph_get_kind (graph, head),
                                       &n_likely);
  for (guint i = 0; i < words->len; i++)
    add (chooser, words->pdata[i], amicus_relation_kind_name (words->pdata[i], field->subject->language));
  add_none (chooser);
}

static void
fill_group_kinds (AmicusChooser *chooser,
                  gpointer       data)
{
  amicus_chooser_add (chooser, "coalition", _("Coalition"), NULL);
  amicus_chooser_add (chooser, "group", _("Group"), NULL);
  amicus_chooser_add (chooser, "sector", _("Sector"), NULL);
  add_none (chooser);
}

static void
fill_statuses (AmicusChooser *chooser,
               gpointer       data)
{
  const AmicusField *field = data;

  for (guint i = 0; i < G_N_ELEMENTS (status_words); i++)
    {
      AmicusStatus status;

      if (amicus_status_from_word (status_words[i], &status))
        add (chooser, status_words[i], amicus_status_name (status, field->subject->language));
    }
  add_none (chooser);
}

static void
fill_entities (AmicusChooser *chooser,
               gpointer       data)
{
  amicus_field_fill_entities (data, chooser, FALSE);
  add_none (chooser);
}

/* The kind of an entity, relation or group; own words are kinds as well. */
GtkWidget *
amicus_edit_kind_row_new (AmicusEditTarget        *target,
                          const AmicusSubject *subject,
                          const char          *value)
{
  gboolean relation = subject->element.kind == AMICUS_ELEMENT_RELATION;
  gboolean group = subject->element.kind == AMICUS_ELEMENT_GROUP;
  const char *name = value == NULL ? NULL
                     : relation ? amicus_relation_kind_name (value, subject->language)
                                : amicus_kind_name (value, subject->language);
  g_autofree char *words = name != NULL ? amicus_capitalize (name) : NULL;

  return new_row (target, subject, "kind", _("Kind"), words, TRUE,
                  relation ? fill_relation_kinds : group ? fill_group_kinds : fill_entity_kinds);
}

GtkWidget *
amicus_edit_status_row_new (AmicusEditTarget        *target,
                            const AmicusSubject *subject,
                            const char          *value)
{
  AmicusStatus status;
  g_autofree char *words = amicus_status_from_word (value, &status)
                             ? amicus_capitalize (amicus_status_name (status, subject->language))
                             : g_strdup (value);

  return new_row (target, subject, "status", _("Status"), words, FALSE, fill_statuses);
}

/* Which entity stands for a group as a whole. */
GtkWidget *
amicus_edit_entity_row_new (AmicusEditTarget        *target,
                            const AmicusSubject *subject,
                            const char          *value)
{
  AmicusSubject entity = amicus_subject_about (subject, amicus_graph_find_entity (subject->graph,
                                                                                  value != NULL ? value : ""));
  g_autofree char *words = entity.element.kind != AMICUS_ELEMENT_NONE ? amicus_words_name (&entity)
                                                                      : g_strdup (value);

  return new_row (target, subject, "entity", _("Stands for the group"), words, FALSE, fill_entities);
}
