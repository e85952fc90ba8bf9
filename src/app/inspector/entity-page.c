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

/* A relation with what it is sorted by. */
typedef struct
{
  guint rank;
  const char *kind;
  gboolean incoming;
  guint32 relation;
} Ranked;

/* Place in the format's list of kinds, or after it. */
static guint
rank_of_kind (const char *kind)
{
  const char *const *words = amicus_relation_kind_words ();
  guint rank = 0;

  while (words[rank] != NULL && g_strcmp0 (words[rank], kind) != 0)
    rank++;

  return rank;
}

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const Ranked *one = a;
  const Ranked *other = b;
  int order = (one->rank > other->rank) - (one->rank < other->rank);

  if (order == 0)
    order = g_strcmp0 (one->kind, other->kind);
  if (order == 0)
    order = one->incoming - other->incoming;
  if (order == 0)
    order = (one->relation > other->relation) - (one->relation < other->relation);

  return order;
}

static Ranked
rank (const AmicusSubject *subject,
      guint32              relation)
{
  const char *kind = amicus_graph_get_attribute (subject->graph, AMICUS_RELATION (relation), "kind");
  guint32 tail, head;

  amicus_graph_get_ends (subject->graph, relation, &tail, &head);

  return (Ranked) { rank_of_kind (kind), kind, tail != subject->element.id, relation };
}

/* By kind, in it those that go out before those that come in. */
static GArray *
sorted_relations (const AmicusSubject *subject)
{
  guint n;
  const guint32 *relations = amicus_graph_get_relations_of (subject->graph, subject->element.id, &n);
  g_autoptr (GArray) ranked = g_array_sized_new (FALSE, FALSE, sizeof (Ranked), n);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (AmicusElement), n);

  for (guint i = 0; i < n; i++)
    {
      Ranked each = rank (subject, relations[i]);

      g_array_append_val (ranked, each);
    }
  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < n; i++)
    {
      AmicusElement element = AMICUS_RELATION (g_array_index (ranked, Ranked, i).relation);

      g_array_append_val (sorted, element);
    }

  return sorted;
}

static GtkWidget *
new_relations (const AmicusSubject *subject)
{
  g_autoptr (GArray) relations = sorted_relations (subject);

  if (relations->len == 0)
    return NULL;

  return amicus_element_list_new (_("Relations"), subject, relations, subject->element.id);
}

static void
add_group_row (AdwPreferencesGroup *groups,
               const AmicusSubject *subject,
               guint32              group,
               const char          *role)
{
  AmicusSubject about = amicus_subject_about (subject, AMICUS_GROUP (group));
  GtkWidget *row;

  if (group == AMICUS_NO_INDEX)
    return;

  row = amicus_element_row_new (&about, AMICUS_NO_INDEX);
  amicus_element_row_set_role (AMICUS_ELEMENT_ROW (row), role);
  adw_preferences_group_add (groups, row);
}

/* The group that it stands for and the one that it stands in. */
static GtkWidget *
new_groups (const AmicusSubject *subject)
{
  guint32 represented = amicus_graph_get_represented_group (subject->graph, subject->element.id);
  guint32 cluster = amicus_graph_get_cluster_of (subject->graph, subject->element.id);
  GtkWidget *groups;

  if (represented == AMICUS_NO_INDEX && cluster == AMICUS_NO_INDEX)
    return NULL;

  groups = adw_preferences_group_new ();
  add_group_row (ADW_PREFERENCES_GROUP (groups), subject, represented, _("Stands for"));
  if (cluster != represented)
    add_group_row (ADW_PREFERENCES_GROUP (groups), subject, cluster, _("In the group"));

  return groups;
}

/**
 * amicus_page_tell_entity:
 * @page: a page
 * @subject: an entity
 *
 * Adds what the file says of the entity.
 */
void
amicus_page_tell_entity (GtkBox              *page,
                         const AmicusSubject *subject)
{
  amicus_page_add_texts (page, subject);
  amicus_page_add (page, amicus_properties_new (subject));
  amicus_page_add (page, new_groups (subject));
  amicus_page_add (page, new_relations (subject));
  amicus_page_add (page, amicus_evidence_new (subject));
  amicus_page_add (page, amicus_cited_by_new (subject));
}
