/* SPDX-License-Identifier: GPL-3.0-or-later
 * From a graph to a draft, on the graph's thread. */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/draft.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "drawing/describe.h"
#include "drawing/graphviz-color.h"
#include "drawing/graphviz-place.h"
#include "graph/evidence.h"

/* Numbers of sources behind a label before an ellipsis. */
#define MOST_NUMBERS 3

/* A default for all relations may cite thousands: what is beyond is not numbered. */
#define MOST_CITATIONS 2000000

/* Elements between two looks at the clock. */
#define BATCH 64

typedef enum
{
  PHASE_GROUPS,
  PHASE_ENTITIES,
  PHASE_RELATIONS,
  PHASE_SOURCES,
  PHASE_DONE,
} Phase;

struct _AmicusDraftReader
{
  AmicusGraph *graph;
  AmicusDraft *draft;
  gboolean draw_sources;
  double pin_scale;
  Phase phase;
  guint next;
};

static const char *
keep (AmicusDraftReader *self,
      const char        *text)
{
  return text == NULL ? NULL : g_string_chunk_insert (self->draft->strings, text);
}

static const char *
keep_taken (AmicusDraftReader *self,
            char              *text)
{
  const char *kept = keep (self, text);

  g_free (text);
  return kept;
}

/* For words that come up again and again. */
static const char *
keep_once (AmicusDraftReader *self,
           const char        *text)
{
  return text == NULL ? NULL : g_string_chunk_insert_const (self->draft->strings, text);
}

static const char *
attribute (AmicusDraftReader *self,
           AmicusElement      element,
           const char        *name)
{
  return amicus_graph_get_attribute (self->graph, element, name);
}

static const char *
read_link (AmicusDraftReader *self,
           AmicusElement      element)
{
  const char *link = attribute (self, element, "URL");

  if (link == NULL)
    link = attribute (self, element, "href");
  return link != NULL && amicus_link_is_safe (link) ? keep (self, link) : NULL;
}

static AmicusDraftCitations
read_citations (AmicusDraftReader *self,
                AmicusElement      element)
{
  g_autoptr (GArray) numbers = NULL;
  AmicusDraftCitations cited = { self->draft->citations->len, 0 };

  if (cited.first >= MOST_CITATIONS)
    return cited;

  numbers = amicus_describe_cited_sources (self->graph, element);
  cited.n = numbers->len;
  if (numbers->len > 0)
    g_array_append_vals (self->draft->citations, numbers->data, numbers->len);
  return cited;
}

static guint32
drawn_group (AmicusDraftReader *self,
             guint32            group)
{
  while (group != AMICUS_NO_INDEX && self->draft->group_of[group] == AMICUS_NO_INDEX)
    group = amicus_graph_get_parent (self->graph, group);
  return group == AMICUS_NO_INDEX ? AMICUS_NO_INDEX : self->draft->group_of[group];
}

static const char *
own_attribute (AmicusDraftReader *self,
               guint32            group,
               const char        *name)
{
  return amicus_graph_get_own_attribute (self->graph, AMICUS_GROUP (group), name);
}

static void
read_group_look (AmicusDraftReader *self,
                 AmicusDraftGroup  *group)
{
  const char *fill = own_attribute (self, group->id, "fillcolor");
  const char *outline = own_attribute (self, group->id, "pencolor");

  if (amicus_graph_is_amicus (self->graph))
    return;
  if (fill == NULL)
    fill = own_attribute (self, group->id, "bgcolor");
  if (outline == NULL)
    outline = own_attribute (self, group->id, "color");
  group->has_fill = amicus_graphviz_color_parse (fill, &group->fill);
  group->has_outline = amicus_graphviz_color_parse (outline, &group->outline);
}

static void
read_group (AmicusDraftReader *self,
            guint32            id)
{
  AmicusElement element = AMICUS_GROUP (id);
  const char *language = self->draft->language;
  AmicusDraftGroup group = { .id = id, .entity = AMICUS_NO_INDEX };

  if (!amicus_graph_is_cluster (self->graph, id))
    return;

  group.parent = amicus_graph_get_parent (self->graph, id);
  group.parent = drawn_group (self, group.parent);
  group.kind = keep_once (self, own_attribute (self, id, "kind"));
  group.dot_id = keep (self, amicus_graph_get_id (self->graph, element));
  if (amicus_graph_get_own_attribute (self->graph, element, "label") != NULL)
    group.name = keep_taken (self, amicus_describe_name (self->graph, element, language));
  group.description = keep_taken (self, amicus_describe_group (self->graph, id, language));
  group.link = read_link (self, element);
  group.cited = read_citations (self, element);
  read_group_look (self, &group);
  self->draft->group_of[id] = self->draft->groups->len;
  g_array_append_val (self->draft->groups, group);
}

/* The hull whose title the entity is, if one is drawn that others are in. */
static guint32
represented_group (AmicusDraftReader *self,
                   guint32            id)
{
  guint32 group = amicus_graph_get_represented_group (self->graph, id);
  guint n_members = 0;

  if (group == AMICUS_NO_INDEX || self->draft->group_of[group] == AMICUS_NO_INDEX)
    return AMICUS_NO_INDEX;
  amicus_graph_get_members (self->graph, group, &n_members);
  return n_members > 1 ? self->draft->group_of[group] : AMICUS_NO_INDEX;
}

static void
place_entity (AmicusDraftReader *self,
              AmicusDraftEntity *entity)
{
  guint32 index = self->draft->entities->len;
  guint32 represented = represented_group (self, entity->id);

  if (represented != AMICUS_NO_INDEX &&
      amicus_draft_group (self->draft, represented)->entity == AMICUS_NO_INDEX)
    {
      entity->node = AMICUS_NO_INDEX;
      entity->group = represented;
      amicus_draft_group (self->draft, represented)->entity = index;
      return;
    }
  entity->node = self->draft->n_nodes++;
  entity->group = drawn_group (self, amicus_graph_get_cluster_of (self->graph, entity->id));
  entity->pinned = amicus_pin_read (self->graph, entity->id, self->pin_scale, &entity->pin);
}

static const char *
entity_classes (AmicusDraftReader *self,
                AmicusKind         kind)
{
  g_autofree char *classes = g_strconcat ("entity ", amicus_kind_to_word (kind), NULL);

  return keep_once (self, classes);
}

static void
read_entity (AmicusDraftReader *self,
             guint32            id)
{
  AmicusElement element = AMICUS_ENTITY (id);
  const char *language = self->draft->language;
  AmicusDraftEntity entity = { .id = id };

  entity.kind = amicus_graph_get_kind (self->graph, id);
  if (entity.kind == AMICUS_KIND_SOURCE)
    {
      if (!self->draw_sources)
        return;
      entity.number = amicus_graph_get_source_number (self->graph, id);
    }

  entity.has_look = amicus_node_look_read (self->graph, id, &entity.look);
  entity.dot_id = keep (self, amicus_graph_get_id (self->graph, element));
  entity.name = keep_taken (self, amicus_describe_name (self->graph, element, language));
  if (!entity.has_look)
    entity.second = keep_taken (self, amicus_describe_second_line (self->graph, id, language));
  entity.description = keep_taken (self, amicus_describe_entity (self->graph, id, language));
  entity.link = read_link (self, element);
  entity.cited = read_citations (self, element);
  entity.classes = entity_classes (self, entity.kind);
  place_entity (self, &entity);
  self->draft->entity_of[id] = self->draft->entities->len;
  g_array_append_val (self->draft->entities, entity);
}

static const char *
status_class (AmicusStatus status)
{
  static const char * const classes[AMICUS_N_STATUSES] = {
    [AMICUS_STATUS_NOT_STATED] = "not-stated",
    [AMICUS_STATUS_ESTABLISHED] = "established",
    [AMICUS_STATUS_ALLEGED] = "alleged",
    [AMICUS_STATUS_DISPUTED] = "disputed",
    [AMICUS_STATUS_DENIED] = "denied",
    [AMICUS_STATUS_POSSIBLE] = "possible",
  };

  return classes[status];
}

static const char *
relation_classes (AmicusDraftReader         *self,
                  const AmicusDraftRelation *relation)
{
  gboolean known = amicus_relation_kind_is_known (relation->kind);
  g_autofree char *classes = g_strjoin (" ", "relation", known ? relation->kind : "other",
                                        status_class (relation->status), NULL);

  return keep_once (self, classes);
}

static void
count_degree (AmicusDraft *draft,
              guint32      entity)
{
  AmicusDraftEntity *end = amicus_draft_entity (draft, entity);

  end->degree++;
  draft->max_degree = MAX (draft->max_degree, end->degree);
}

static void
read_relation_texts (AmicusDraftReader   *self,
                     AmicusDraftRelation *relation)
{
  AmicusElement element = AMICUS_RELATION (relation->id);
  const char *language = self->draft->language;
  char *text = amicus_describe_name (self->graph, element, language);

  relation->kind = keep_once (self, attribute (self, element, "kind"));
  relation->text = *text != '\0' ? keep_once (self, text) : NULL;
  g_free (text);
  relation->numbers = keep_taken (
    self, amicus_describe_source_numbers (self->graph, element, ",", MOST_NUMBERS));
  relation->title = keep_taken (
    self, amicus_describe_relation_title (self->graph, relation->id, language));
  relation->description = keep_taken (
    self, amicus_describe_relation (self->graph, relation->id, language));
  relation->link = read_link (self, element);
  relation->cited = read_citations (self, element);
  relation->classes = relation_classes (self, relation);
}

static void
read_relation (AmicusDraftReader *self,
               guint32            id)
{
  AmicusDraft *draft = self->draft;
  AmicusDraftRelation relation = { .id = id };
  guint32 tail;
  guint32 head;

  amicus_graph_get_ends (self->graph, id, &tail, &head);
  relation.tail = draft->entity_of[tail];
  relation.head = draft->entity_of[head];
  if (relation.tail == AMICUS_NO_INDEX || relation.head == AMICUS_NO_INDEX)
    return;

  relation.status = amicus_graph_get_status (self->graph, id);
  relation.has_look = amicus_edge_look_read (self->graph, id, &relation.look);
  read_relation_texts (self, &relation);
  count_degree (draft, relation.tail);
  count_degree (draft, relation.head);
  draft->relation_of[id] = draft->relations->len;
  g_array_append_val (draft->relations, relation);
}

static void
read_source (AmicusDraftReader *self,
             guint32            nth)
{
  guint n_sources;
  guint32 id = amicus_graph_get_sources (self->graph, &n_sources)[nth];
  AmicusDraftSource source;

  source.text = keep_taken (self, amicus_describe_source (self->graph, id, self->draft->language));
  source.link = read_link (self, AMICUS_ENTITY (id));
  g_array_append_val (self->draft->sources, source);
}

static guint32 *
new_index (guint n)
{
  guint32 *index = g_new (guint32, MAX (n, 1));

  memset (index, 0xff, n * sizeof (guint32));
  return index;
}

static void
read_whole (AmicusDraftReader *self)
{
  AmicusDraft *draft = self->draft;
  const char *date = attribute (self, AMICUS_WHOLE_GRAPH, "date");

  draft->cited = read_citations (self, AMICUS_WHOLE_GRAPH);
  draft->directed = amicus_graph_is_directed (self->graph);
  draft->title = keep_taken (
    self, amicus_describe_name (self->graph, AMICUS_WHOLE_GRAPH, draft->language));
  draft->description = keep_taken (self, amicus_describe_whole (self->graph, draft->language));
  if (date != NULL)
    draft->date = keep_taken (self, amicus_date_format (date, draft->language));
  draft->n_graph_entities = amicus_graph_get_n_entities (self->graph);
  draft->n_graph_relations = amicus_graph_get_n_relations (self->graph);
  draft->n_graph_groups = amicus_graph_get_n_groups (self->graph);
  draft->entity_of = new_index (draft->n_graph_entities);
  draft->relation_of = new_index (draft->n_graph_relations);
  draft->group_of = new_index (draft->n_graph_groups);
}

AmicusDraftReader *
amicus_draft_reader_new (AmicusGraph                *graph,
                         const AmicusPictureOptions *options)
{
  AmicusDraftReader *self = g_new0 (AmicusDraftReader, 1);
  AmicusDraft *draft = g_new0 (AmicusDraft, 1);

  g_atomic_ref_count_init (&draft->ref_count);
  draft->edition = amicus_graph_get_edition (graph);
  draft->entities = g_array_new (FALSE, FALSE, sizeof (AmicusDraftEntity));
  draft->relations = g_array_new (FALSE, FALSE, sizeof (AmicusDraftRelation));
  draft->groups = g_array_new (FALSE, FALSE, sizeof (AmicusDraftGroup));
  draft->sources = g_array_new (FALSE, FALSE, sizeof (AmicusDraftSource));
  draft->citations = g_array_new (FALSE, FALSE, sizeof (guint));
  draft->strings = g_string_chunk_new (4096);
  draft->language = g_strdup (options->language);
  draft->engine = options->engine;
  draft->timeout_ms = options->timeout_ms;
  draft->rank_direction = amicus_rank_direction_read (graph, options->rank_direction);

  self->graph = amicus_graph_ref (graph);
  self->draft = draft;
  self->draw_sources = options->draw_sources;
  self->pin_scale = amicus_pin_get_scale (graph);
  read_whole (self);
  return self;
}

void
amicus_draft_reader_free (AmicusDraftReader *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->draft, amicus_draft_unref);
  amicus_graph_unref (self->graph);
  g_free (self);
}

static guint
count_of_phase (AmicusDraftReader *self)
{
  guint n_sources = 0;

  switch (self->phase)
    {
    case PHASE_GROUPS:
      return self->draft->n_graph_groups;
    case PHASE_ENTITIES:
      return self->draft->n_graph_entities;
    case PHASE_RELATIONS:
      return self->draft->n_graph_relations;
    case PHASE_SOURCES:
      amicus_graph_get_sources (self->graph, &n_sources);
      return n_sources;
    case PHASE_DONE:
    default:
      return 0;
    }
}

static void
read_next (AmicusDraftReader *self,
           guint32            id)
{
  switch (self->phase)
    {
    case PHASE_GROUPS:
      read_group (self, id);
      break;
    case PHASE_ENTITIES:
      read_entity (self, id);
      break;
    case PHASE_RELATIONS:
      read_relation (self, id);
      break;
    case PHASE_SOURCES:
      read_source (self, id);
      break;
    case PHASE_DONE:
    default:
      break;
    }
}

gboolean
amicus_draft_reader_run (AmicusDraftReader *self,
                         gint64             deadline)
{
  g_return_val_if_fail (self != NULL, TRUE);

  while (self->phase != PHASE_DONE)
    {
      guint end = MIN (self->next + BATCH, count_of_phase (self));

      while (self->next < end)
        read_next (self, self->next++);
      if (self->next >= count_of_phase (self))
        {
          self->phase++;
          self->next = 0;
        }
      if (g_get_monotonic_time () >= deadline)
        break;
    }
  return self->phase == PHASE_DONE;
}

AmicusDraft *
amicus_draft_reader_finish (AmicusDraftReader *self)
{
  g_return_val_if_fail (self != NULL && self->phase == PHASE_DONE, NULL);

  return g_steal_pointer (&self->draft);
}

