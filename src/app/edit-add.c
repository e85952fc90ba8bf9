/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/edit-private.h"

#include "app/edit-chooser.h"
#include "app/edit-name.h"
#include "app/edit-value.h"
#include "base/text.h"
#include "graph/evidence.h"
#include "graph/offers.h"

#include <glib/gi18n-lib.h>

/**
 * Plan:
 * @window: where it is made
 * @tail: (nullable): ID of an entity from which a relation goes
 * @head: (nullable): ID of the one to which it goes
 * @label: (nullable): name of a new entity, which is the head if there is a tail
 * @kind: (nullable): kind of the new entity
 * @place: of the new entity, in points
 *
 * What will be added when all is asked.
 */
typedef struct
{
  AmicusWindow *window;
  char *tail;
  char *head;
  char *label;
  char *kind;
  AmicusPoint place;
} Plan;

static Plan *
plan_new (AmicusWindow  *window,
          AmicusElement  tail,
          AmicusElement  head)
{
  AmicusGraph *graph = amicus_session_get_graph (window->session);
  Plan *plan = g_new0 (Plan, 1);

  plan->window = window;
  if (tail.kind == AMICUS_ELEMENT_ENTITY)
    plan->tail = g_strdup (amicus_graph_get_id (graph, tail));
  if (head.kind == AMICUS_ELEMENT_ENTITY)
    plan->head = g_strdup (amicus_graph_get_id (graph, head));

  return plan;
}

static Plan *
plan_copy (const Plan *plan)
{
  Plan *copy = g_memdup2 (plan, sizeof *plan);

  copy->tail = g_strdup (plan->tail);
  copy->head = g_strdup (plan->head);
  copy->label = g_strdup (plan->label);
  copy->kind = g_strdup (plan->kind);

  return copy;
}

static void
plan_free (gpointer  data,
           GClosure *closure)
{
  Plan *plan = data;

  g_free (plan->tail);
  g_free (plan->head);
  g_free (plan->label);
  g_free (plan->kind);
  g_free (plan);
}

static gboolean
write_entity (const Plan  *plan,
            const char  *id,
            GError     **error)
{
  AmicusDocument *document = amicus_edit_get_document (plan->window);
  g_autofree char *label = amicus_text_to_value (plan->label);
  const AmicusValue values[] = { { plan->kind != NULL ? "kind" : "label",
                                   plan->kind != NULL ? plan->kind : label },
                                 { "label", label } };

  return amicus_document_add_entity (document, id, values, plan->kind != NULL ? 2 : 1, error);
}

static gboolean
connect (const Plan  *plan,
         const char  *head,
         const char  *kind,
         GError     **error)
{
  const AmicusValue values[] = { { "kind", kind } };

  return amicus_document_connect (amicus_edit_get_document (plan->window), plan->tail, head, values, 1, error);
}

/* The step is called by the name that a person gave. */
static void
begin_step (const Plan *plan)
{
  g_autofree char *shown = amicus_text_for_display (plan->label, AMICUS_TEXT_LIST_LIMIT);
  g_autofree char *isolated = amicus_text_isolate (shown);
  g_autofree char *step = g_strdup_printf (_("Add %s"), isolated);

  amicus_document_begin (amicus_edit_get_document (plan->window), step);
}

/* The new entity and, where it is the head of a relation, that one of @kind. */
static void
add_entity (const Plan *plan,
            const char *kind)
{
  AmicusDocument *document = amicus_edit_get_document (plan->window);
  g_autofree char *id = amicus_document_suggest_id (document, plan->label);
  g_autoptr (AmicusName) name = amicus_name_new_entity (id);
  GError *error = NULL;

  amicus_picture_place_entity (amicus_session_get_picture (plan->window->session), id, plan->place);
  begin_step (plan);
  if (write_entity (plan, id, &error) && (plan->tail == NULL || connect (plan, id, kind, &error)))
    {
      amicus_document_end (document);
      amicus_edit_select (plan->window, name);
    }
  else
    {
      amicus_document_abort (document);
      amicus_edit_report (plan->window, error);
    }
}

/* The newest of the relations between two. */
static void
select_relation (const Plan *plan)
{
  AmicusGraph *graph = amicus_session_get_graph (plan->window->session);
  AmicusElement tail = amicus_graph_find_entity (graph, plan->tail);
  AmicusElement head = amicus_graph_find_entity (graph, plan->head);
  g_autoptr (GArray) parallels = amicus_graph_get_parallels (graph, tail.id, head.id);
  AmicusElement newest;

  if (parallels->len == 0)
    return;

  newest = AMICUS_RELATION (g_array_index (parallels, guint32, parallels->len - 1));
  amicus_session_select (plan->window->session, newest, AMICUS_SELECT_REPLACE);
  amicus_session_reveal (plan->window->session, newest);
}

static void
add_relation (const Plan *plan,
              const char *kind)
{
  GError *error = NULL;

  if (connect (plan, plan->head, kind, &error))
    select_relation (plan);
  else
    amicus_edit_report (plan->window, error);
}

static void
kind_chosen_cb (AmicusChooser *chooser,
                const char    *kind,
                gpointer       data)
{
  const Plan *plan = data;

  if (plan->head != NULL)
    add_relation (plan, kind);
  else
    add_entity (plan, kind);
}

static GtkWidget *
new_kind_chooser (AmicusWindow *self,
                  AmicusKind    tail,
                  AmicusKind    head)
{
  const char *language = amicus_session_get_options (self->session)->language;
  GtkWidget *chooser = amicus_chooser_new (_("Kind of Relation"), TRUE);
  guint n_likely;
  g_autoptr (GPtrArray) kinds = amicus_offer_relation_kinds (tail, head, &n_likely);

  for (guint i = 0; i < kinds->len; i++)
    amicus_chooser_add (AMICUS_CHOOSER (chooser), kinds->pdata[i],
                        amicus_relation_kind_name (kinds->pdata[i], language), NULL);

  return chooser;
}

/* Takes @plan. */
static void
ask_relation (Plan *plan)
{
  AmicusWindow *self = plan->window;
  AmicusGraph *graph = amicus_session_get_graph (self->session);
  AmicusElement tail = amicus_graph_find_entity (graph, plan->tail);
  AmicusElement head = plan->head != NULL ? amicus_graph_find_entity (graph, plan->head) : AMICUS_WHOLE_GRAPH;
  AmicusKind kind;
  GtkWidget *chooser;

  /* The file may have been read again meanwhile. */
  if (tail.kind == AMICUS_ELEMENT_NONE || head.kind == AMICUS_ELEMENT_NONE)
    {
      amicus_window_toast (self, _("What was to be connected is no longer there."));
      plan_free (plan, NULL);
      return;
    }

  kind = plan->head != NULL ? amicus_graph_get_kind (graph, head.id) : amicus_kind_from_word (plan->kind);
  chooser = new_kind_chooser (self, amicus_graph_get_kind (graph, tail.id), kind);
  g_signal_connect_data (chooser, "chosen", G_CALLBACK (kind_chosen_cb), plan, plan_free, 0);
  if (plan->head != NULL)
    amicus_canvas_popup (AMICUS_CANVAS (self->canvas), GTK_POPOVER (chooser), head);
  else
    amicus_canvas_popup_at (AMICUS_CANVAS (self->canvas), GTK_POPOVER (chooser), plan->place);
}

static void
entity_named_cb (AmicusNamePopover *popover,
                 const char        *label,
                 const char        *kind,
                 gpointer           data)
{
  Plan *plan = data;

  g_free (plan->label);
  plan->label = g_strdup (label);
  g_free (plan->kind);
  plan->kind = g_strdup (kind);
  if (plan->tail != NULL)
    ask_relation (plan_copy (plan));
  else
    add_entity (plan, NULL);
}

/* Takes @plan. */
static void
ask_entity (Plan *plan)
{
  AmicusWindow *self = plan->window;
  GtkWidget *popover = amicus_name_popover_new (_("New Entity"), NULL, _("_Add"));

  amicus_name_popover_ask_kind (AMICUS_NAME_POPOVER (popover),
                                amicus_session_get_options (self->session)->language);
  g_signal_connect_data (popover, "named", G_CALLBACK (entity_named_cb), plan, plan_free, 0);
  amicus_canvas_popup_at (AMICUS_CANVAS (self->canvas), GTK_POPOVER (popover), plan->place);
}

void
amicus_edit_add_at (AmicusWindow *self,
                    AmicusPoint   place)
{
  Plan *plan = plan_new (self, AMICUS_WHOLE_GRAPH, AMICUS_WHOLE_GRAPH);

  plan->place = place;
  ask_entity (plan);
}

void
amicus_edit_connect_to_new (AmicusWindow *self,
                            AmicusElement tail,
                            AmicusPoint   place)
{
  Plan *plan = plan_new (self, tail, AMICUS_WHOLE_GRAPH);

  plan->place = place;
  ask_entity (plan);
}

void
amicus_edit_connect (AmicusWindow *self,
                     AmicusElement tail,
                     AmicusElement head)
{
  ask_relation (plan_new (self, tail, head));
}
