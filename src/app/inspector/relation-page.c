/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/inspector/page.h"

#include "app/inspector/element-row.h"
#include "app/inspector/evidence.h"
#include "app/inspector/properties.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static GtkWidget *
new_end (const AmicusSubject *subject,
         guint32              entity,
         const char          *role)
{
  AmicusSubject end = amicus_subject_about (subject, AMICUS_ENTITY (entity));
  GtkWidget *row = amicus_element_row_new (&end, AMICUS_NO_INDEX);

  amicus_element_row_set_role (AMICUS_ELEMENT_ROW (row), role);

  return row;
}

static GtkWidget *
new_ends (const AmicusSubject *subject)
{
  GtkWidget *group = adw_preferences_group_new ();
  gboolean directed = amicus_graph_is_directed (subject->graph);
  guint32 tail, head;

  amicus_graph_get_ends (subject->graph, subject->element.id, &tail, &head);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             new_end (subject, tail, directed ? _("From") : _("Between")));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             new_end (subject, head, directed ? _("To") : _("And")));

  return group;
}

/**
 * amicus_page_tell_relation:
 * @page: a page
 * @subject: a relation
 *
 * Adds what the file says of the relation.
 */
void
amicus_page_tell_relation (GtkBox              *page,
                           const AmicusSubject *subject)
{
  amicus_page_add (page, new_ends (subject));
  amicus_page_add (page, amicus_properties_new (subject));
  amicus_page_add_texts (page, subject);
  amicus_page_add (page, amicus_speakers_new (subject, "saidBy", _("Said by")));
  amicus_page_add (page, amicus_speakers_new (subject, "deniedBy", _("Denied by")));
  amicus_page_add (page, amicus_evidence_new (subject));
}
