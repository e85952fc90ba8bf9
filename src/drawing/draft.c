/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/draft.h"

#include <math.h>

#include "drawing/shape.h"
#include "drawing/tidy.h"

AmicusDraft *
amicus_draft_ref (AmicusDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
free_draft (gpointer data)
{
  AmicusDraft *self = data;

  for (guint i = 0; i < self->entities->len; i++)
    amicus_card_clear (&amicus_draft_entity (self, i)->card);
  for (guint i = 0; i < self->relations->len; i++)
    amicus_label_clear (&amicus_draft_relation (self, i)->label);
  for (guint i = 0; i < self->groups->len; i++)
    amicus_hull_title_clear (&amicus_draft_group (self, i)->title);
  g_array_unref (self->entities);
  g_array_unref (self->relations);
  g_array_unref (self->groups);
  g_array_unref (self->sources);
  g_array_unref (self->citations);
  g_free (self->entity_of);
  g_free (self->relation_of);
  g_free (self->group_of);
  g_free (self->language);
  g_string_chunk_free (self->strings);
  g_free (self);
}

void
amicus_draft_unref (AmicusDraft *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  if (self->entities->len + self->relations->len > AMICUS_TIDY_LARGE)
    amicus_tidy (self, free_draft);
  else
    free_draft (self);
}

/* Equal labels of equal looks into one target are written once: on the middle one of those
 * relations. */
static guint
hash_label (gconstpointer key)
{
  const AmicusDraftRelation *relation = key;

  return relation->head * 31u + g_str_hash (relation->text) * 7u + relation->status;
}

static gboolean
equal_labels (gconstpointer a,
              gconstpointer b)
{
  const AmicusDraftRelation *first = a;
  const AmicusDraftRelation *second = b;

  return first->head == second->head && first->status == second->status &&
         g_strcmp0 (first->text, second->text) == 0 && g_strcmp0 (first->kind, second->kind) == 0 &&
         g_strcmp0 (first->numbers, second->numbers) == 0;
}

static void
keep_middle_label (GPtrArray *alike)
{
  for (guint i = 0; i < alike->len; i++)
    ((AmicusDraftRelation *) alike->pdata[i])->shares_label = i != alike->len / 2;
}

static void
free_set (gpointer set)
{
  g_ptr_array_unref (set);
}

static void
share_labels (AmicusDraft *self)
{
  g_autoptr (GHashTable) sets = g_hash_table_new_full (hash_label, equal_labels, NULL, free_set);
  GHashTableIter iter;
  gpointer alike;

  for (guint i = 0; i < self->relations->len; i++)
    {
      AmicusDraftRelation *relation = amicus_draft_relation (self, i);

      if (relation->text == NULL)
        continue;
      alike = g_hash_table_lookup (sets, relation);
      if (alike == NULL)
        {
          alike = g_ptr_array_new ();
          g_hash_table_insert (sets, relation, alike);
        }
      g_ptr_array_add (alike, relation);
    }

  g_hash_table_iter_init (&iter, sets);
  while (g_hash_table_iter_next (&iter, NULL, &alike))
    keep_middle_label (alike);
}

static void
measure_entity (AmicusDraftEntity *entity,
                AmicusMeasurer    *measurer)
{
  AmicusForm form = entity->has_look ? entity->look.form : amicus_form_of_kind (entity->kind);

  if (entity->node != AMICUS_NO_INDEX && entity->card.lines == NULL)
    amicus_card_measure (&entity->card, measurer, &form, entity->name, entity->second,
                         entity->number);
}

/* It was its own before. */
static void
clear_label (AmicusDraftRelation *relation)
{
  amicus_label_clear (&relation->label);
  relation->label = (AmicusLabel) { .lines = NULL };
}

static void
measure_group (AmicusDraft      *self,
               AmicusDraftGroup *group,
               AmicusMeasurer   *measurer)
{
  const char *name = group->name;
  AmicusIcon icon = AMICUS_ICON_NONE;

  if (group->entity != AMICUS_NO_INDEX)
    {
      const AmicusDraftEntity *entity = amicus_draft_entity (self, group->entity);

      icon = amicus_form_of_kind (entity->kind).icon;
      if (name == NULL)
        name = entity->name;
    }
  if (name != NULL && *name != '\0')
    amicus_hull_title_measure (&group->title, measurer, name, icon);
}

void
amicus_draft_measure (AmicusDraft    *self,
                      AmicusMeasurer *measurer)
{
  share_labels (self);
  for (guint i = 0; i < self->entities->len; i++)
    measure_entity (amicus_draft_entity (self, i), measurer);
  for (guint i = 0; i < self->relations->len; i++)
    {
      AmicusDraftRelation *relation = amicus_draft_relation (self, i);

      if (relation->shares_label)
        clear_label (relation);
      else if (relation->label.lines == NULL)
        amicus_label_measure (&relation->label, measurer, amicus_status_mark (relation->status),
                              relation->text, relation->numbers);
    }
  for (guint i = 0; i < self->groups->len; i++)
    measure_group (self, amicus_draft_group (self, i), measurer);
  self->font_family = g_string_chunk_insert (self->strings, amicus_measurer_get_family (measurer));
}

static void
request_edge (const AmicusDraft         *self,
              const AmicusDraftRelation *relation,
              AmicusLayoutEdge          *edge)
{
  const AmicusDraftEntity *tail = amicus_draft_entity (self, relation->tail);
  const AmicusDraftEntity *head = amicus_draft_entity (self, relation->head);

  edge->tail = tail->node;
  edge->head = head->node;
  edge->tail_group = tail->node == AMICUS_NO_INDEX ? tail->group : AMICUS_NO_INDEX;
  edge->head_group = head->node == AMICUS_NO_INDEX ? head->group : AMICUS_NO_INDEX;
  edge->label_width = relation->label.width;
  edge->label_height = relation->label.height;
}

static void
request_node (const AmicusDraftEntity *entity,
              AmicusLayoutNode        *node)
{
  node->width = entity->card.width;
  node->height = entity->card.height;
  node->x = entity->pin.x;
  node->y = entity->pin.y;
  node->pinned = entity->pinned;
  node->outline = amicus_shape_outline (entity->card.form.shape);
  node->group = entity->group;
}

static void
request_group (const AmicusDraftGroup *group,
               AmicusLayoutGroup      *into)
{
  into->parent = group->parent;
  into->title_width = group->title.width;
  into->title_height = group->title.height;
}

/* Requests are compared byte by byte, so no structure is assigned as a whole: what lies between
 * members stays 0. */
AmicusLayoutRequest *
amicus_draft_request (const AmicusDraft *self)
{
  AmicusLayoutRequest *request = amicus_layout_request_new (self->n_nodes, self->relations->len,
                                                            self->groups->len);

  request->engine = self->engine;
  request->timeout_ms = self->timeout_ms;
  request->rank_direction = self->rank_direction;
  for (guint i = 0; i < self->entities->len; i++)
    {
      const AmicusDraftEntity *entity = amicus_draft_entity (self, i);

      if (entity->node != AMICUS_NO_INDEX)
        request_node (entity, &request->nodes[entity->node]);
    }
  for (guint i = 0; i < self->relations->len; i++)
    request_edge (self, amicus_draft_relation (self, i), &request->edges[i]);
  for (guint i = 0; i < self->groups->len; i++)
    request_group (amicus_draft_group (self, i), &request->groups[i]);
  return request;
}

double
amicus_draft_weight (const AmicusDraft       *self,
                     const AmicusDraftEntity *entity)
{
  return self->max_degree == 0 ? 0 : log1p (entity->degree) / log1p (self->max_degree);
}
