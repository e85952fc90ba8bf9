/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/inspector/page.h"

#include "app/inspector/element-list.h"
#include "app/inspector/element-row.h"
#include "app/inspector/evidence.h"
#include "app/inspector/properties.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* The entity that stands for the group as a whole. */
static GtkWidget *
new_representative (const AmicusSubject *subject)
{
  const char *id = amicus_graph_get_own_attribute (subject->graph, subject->element, "entity");
  AmicusSubject entity = *subject;
  GtkWidget *group;

  if (id == NULL)
    return NULL;
  entity.element = amicus_graph_find_entity (subject->graph, id);
  if (entity.element.kind == AMICUS_ELEMENT_NONE)
    return NULL;

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Stands for the group"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             amicus_element_row_new (&entity, AMICUS_NO_INDEX));

  return group;
}

static GtkWidget *
new_members (const AmicusSubject *subject)
{
  guint n;
  const guint32 *members = amicus_graph_get_members (subject->graph, subject->element.id, &n);
  g_autoptr (GArray) elements = amicus_elements_of (AMICUS_ELEMENT_ENTITY, members, n);

  if (n == 0)
    return NULL;

  return amicus_element_list_new (_("Members"), subject, elements, AMICUS_NO_INDEX);
}

/**
 * amicus_page_tell_group:
 * @page: a page
 * @subject: a group
 *
 * Adds what the file says of the group.
 */
void
amicus_page_tell_group (GtkBox              *page,
                        const AmicusSubject *subject)
{
  amicus_page_add_texts (page, subject);
  amicus_page_add (page, amicus_properties_new (subject));
  amicus_page_add (page, new_representative (subject));
  amicus_page_add (page, new_members (subject));
  amicus_page_add (page, amicus_evidence_new (subject));
}
