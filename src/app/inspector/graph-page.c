/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/inspector/page.h"

#include "app/inspector/element-list.h"
#include "app/inspector/evidence.h"
#include "app/inspector/properties.h"
#include "app/inspector/sample.h"
#include "drawing/describe.h"
#include "drawing/style.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static GtkWidget *
new_count_row (const char *words,
               guint       n)
{
  g_autofree char *text = g_strdup_printf ("%'u", n);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *count = gtk_label_new (text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);

  return row;
}

static GtkWidget *
new_problems_row (guint n)
{
  GtkWidget *row = new_count_row (_("Problems"), n);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-problems");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static GtkWidget *
new_counts (const AmicusSubject *subject)
{
  AmicusGraph *graph = subject->graph;
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  guint n_sources, n_problems;

  amicus_graph_get_sources (graph, &n_sources);
  amicus_graph_get_diagnostics (graph, &n_problems);
  adw_preferences_group_add (group, new_count_row (_("Entities"),
                                                   amicus_graph_get_n_entities (graph) - n_sources));
  adw_preferences_group_add (group, new_count_row (_("Relations"), amicus_graph_get_n_relations (graph)));
  adw_preferences_group_add (group, new_count_row (_("Groups"), amicus_survey_get_n_clusters (subject->survey)));
  adw_preferences_group_add (group, new_count_row (_("Sources"), n_sources));
  if (n_problems > 0)
    adw_preferences_group_add (group, new_problems_row (n_problems));

  return GTK_WIDGET (group);
}

static GtkWidget *
new_status_row (const AmicusSubject *subject,
                AmicusStatus         status,
                guint                n)
{
  g_autofree char *name = amicus_capitalize (amicus_status_name (status, subject->language));
  /* Without a mark the list ends at the name. */
  g_autofree char *words = g_strjoin (" ", name, amicus_status_mark (status), NULL);
  GtkWidget *row = new_count_row (words, n);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), amicus_sample_new_for_status (status, subject->scheme));

  return row;
}

/* How many relations there are of each status. */
static GtkWidget *
new_statuses (const AmicusSubject *subject)
{
  GtkWidget *group;

  if (amicus_graph_get_n_relations (subject->graph) == 0)
    return NULL;

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Status of relations"));
  for (guint i = 0; i < AMICUS_N_STATUSES; i++)
    {
      guint n = amicus_survey_count_status (subject->survey, i);

      if (n > 0)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_status_row (subject, i, n));
    }

  return group;
}

static GtkWidget *
new_family_row (const AmicusSubject *subject,
                AmicusFamily         family,
                guint                n)
{
  g_autofree char *words = amicus_capitalize (amicus_family_name (family, subject->language));
  GtkWidget *row = new_count_row (words, n);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), amicus_sample_new_for_family (family, subject->scheme));

  return row;
}

/* What the colours of lines mean, and how many relations there are of each. */
static GtkWidget *
new_families (const AmicusSubject *subject)
{
  static const AmicusFamily order[] = {
    AMICUS_FAMILY_AGAINST, AMICUS_FAMILY_WITH,    AMICUS_FAMILY_TRADE,
    AMICUS_FAMILY_WATCHES, AMICUS_FAMILY_NEUTRAL,
  };
  GtkWidget *group;

  if (amicus_graph_get_n_relations (subject->graph) == 0)
    return NULL;

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Relations"));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint n = amicus_survey_count_family (subject->survey, order[i]);

      if (n > 0)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_family_row (subject, order[i], n));
    }

  return group;
}

static GtkWidget *
new_sources (const AmicusSubject *subject)
{
  guint n;
  const guint32 *sources = amicus_graph_get_sources (subject->graph, &n);
  g_autoptr (GArray) elements = amicus_elements_of (AMICUS_ELEMENT_ENTITY, sources, n);

  if (n == 0)
    return NULL;

  return amicus_element_list_new (_("Sources"), subject, elements, AMICUS_NO_INDEX);
}

/**
 * amicus_page_tell_graph:
 * @page: a page
 * @subject: a graph
 *
 * Adds what there is in the graph as a whole.
 */
void
amicus_page_tell_graph (GtkBox              *page,
                        const AmicusSubject *subject)
{
  amicus_page_add_texts (page, subject);
  amicus_page_add (page, amicus_properties_new (subject));
  amicus_page_add (page, new_counts (subject));
  amicus_page_add (page, new_statuses (subject));
  amicus_page_add (page, new_families (subject));
  amicus_page_add (page, new_sources (subject));
  amicus_page_add (page, amicus_evidence_new (subject));
}
