/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-document"

#include "document/survey.h"

#include <string.h>

/* A default for all relations may cite thousands: what is beyond is not listed. */
#define MOST_CITING 2000000

/* Each is looked for in the whole graph. */
#define MOST_LANGUAGES 64

#define LABEL_PREFIX "label_"
/* "pt_BR", and no longer than three letters before the region */
#define LONGEST_CODE 6

typedef struct
{
  guint32 source;
  AmicusElement element;
} Citing;

struct _AmicusSurvey
{
  AmicusGraph *graph;
  guint n_clusters;
  guint n_of_status[AMICUS_N_STATUSES];
  guint n_of_family[AMICUS_N_FAMILIES];
  GArray *citing;       /* of AmicusElement, by the entity that is cited */
  GArray *first_citing; /* of guint32, for each entity where its part begins; and the end */
  char **languages;
};

typedef gboolean (*Visit) (AmicusGraph  *graph,
                           AmicusElement element,
                           gpointer      data);

/* Visits relations, then entities, then groups, until @visit returns %TRUE. */
static gboolean
visit_all (AmicusGraph *graph,
           Visit        visit,
           gpointer     data)
{
  const struct
  {
    AmicusElementKind kind;
    guint n;
  } parts[] = {
    { AMICUS_ELEMENT_RELATION, amicus_graph_get_n_relations (graph) },
    { AMICUS_ELEMENT_ENTITY, amicus_graph_get_n_entities (graph) },
    { AMICUS_ELEMENT_GROUP, amicus_graph_get_n_groups (graph) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint j = 0; j < parts[i].n; j++)
      if (visit (graph, (AmicusElement) { parts[i].kind, j }, data))
        return TRUE;

  return FALSE;
}

static guint *
count_of_status (AmicusSurvey *self,
                 AmicusGraph  *graph,
                 guint32       relation)
{
  return &self->n_of_status[amicus_graph_get_status (graph, relation)];
}

static guint *
count_of_family (AmicusSurvey *self,
                 AmicusGraph  *graph,
                 guint32       relation)
{
  const char *kind = amicus_graph_get_attribute (graph, AMICUS_RELATION (relation), "kind");

  return &self->n_of_family[amicus_family_from_word (kind)];
}

static void
count (AmicusSurvey *self,
       AmicusGraph  *graph)
{
  for (guint i = 0; i < amicus_graph_get_n_groups (graph); i++)
    if (amicus_graph_is_cluster (graph, i))
      self->n_clusters++;

  for (guint i = 0; i < amicus_graph_get_n_relations (graph); i++)
    {
      (*count_of_status (self, graph, i))++;
      (*count_of_family (self, graph, i))++;
    }
}

/* Who cites what */

static gboolean
add_citing (AmicusGraph  *graph,
            AmicusElement element,
            gpointer      data)
{
  GArray *found = data;
  g_autoptr (GArray) citations = NULL;

  /* Spares nearly every element the making of a list. */
  if (amicus_graph_get_attribute (graph, element, "cites") == NULL)
    return FALSE;

  citations = amicus_graph_get_citations (graph, element);
  for (guint i = 0; i < citations->len; i++)
    {
      Citing citing = { g_array_index (citations, AmicusCitation, i).source, element };

      if (citing.source != AMICUS_NO_INDEX)
        g_array_append_val (found, citing);
    }
  return found->len >= MOST_CITING;
}

/* Lets @first tell for each entity where its part will begin, and for one after the last where all ends. */
static void
make_room (GArray *first,
           GArray *found,
           guint   n_entities)
{
  guint32 sum = 0;

  g_array_set_size (first, n_entities + 1);
  for (guint i = 0; i < found->len; i++)
    g_array_index (first, guint32, g_array_index (found, Citing, i).source)++;
  for (guint i = 0; i <= n_entities; i++)
    {
      guint32 n = g_array_index (first, guint32, i);

      g_array_index (first, guint32, i) = sum;
      sum += n;
    }
}

static void
index_citing (AmicusSurvey *self,
              AmicusGraph  *graph)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Citing));
  g_autofree guint32 *next = NULL;

  visit_all (graph, add_citing, found);
  self->first_citing = g_array_new (FALSE, TRUE, sizeof (guint32));
  make_room (self->first_citing, found, amicus_graph_get_n_entities (graph));

  self->citing = g_array_new (FALSE, FALSE, sizeof (AmicusElement));
  g_array_set_size (self->citing, found->len);
  next = g_memdup2 (self->first_citing->data, self->first_citing->len * sizeof (guint32));
  for (guint i = 0; i < found->len; i++)
    {
      Citing citing = g_array_index (found, Citing, i);

      g_array_index (self->citing, AmicusElement, next[citing.source]++) = citing.element;
    }
}

/* Languages */

static gsize
span_lower (const char *text)
{
  return strspn (text, "abcdefghijklmnopqrstuvwxyz");
}

/* Two or three letters, and perhaps a region: what else a file has after `label_` is no language. */
static gboolean
is_code (const char *text)
{
  gsize letters = span_lower (text);

  if (letters < 2 || letters > 3)
    return FALSE;
  if (text[letters] == '\0')
    return TRUE;

  return text[letters] == '_' && g_ascii_isupper (text[letters + 1])
         && g_ascii_isupper (text[letters + 2]) && text[letters + 3] == '\0';
}

/* What stands at the beginning of @text and can be a part of a code. */
static char *
take_word (const char *text,
           gsize       length)
{
  gsize end = 0;

  while (end < length && end <= LONGEST_CODE && (g_ascii_isalnum (text[end]) || text[end] == '_'))
    end++;

  return g_strndup (text, end);
}

static gboolean
has_attribute (AmicusGraph  *graph,
               AmicusElement element,
               gpointer      data)
{
  return amicus_graph_get_attribute (graph, element, data) != NULL;
}

static gboolean
is_label (AmicusGraph *graph,
          const char  *code)
{
  g_autofree char *name = g_strconcat (LABEL_PREFIX, code, NULL);

  return has_attribute (graph, AMICUS_WHOLE_GRAPH, name) || visit_all (graph, has_attribute, name);
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, b);
}

/* Looks for the names of the attributes in the text, where they are found soonest, then asks the graph for each of the
 * few. To list all attributes of all elements would read every value of the file. */
static void
find_languages (AmicusSurvey *self,
                AmicusSyntax *syntax,
                AmicusGraph  *graph)
{
  g_autoptr (GBytes) bytes = amicus_syntax_to_bytes (syntax);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GList) codes = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *end = text + length;
  guint n_asked = 0;

  while (text != NULL &&
         (text = memmem (text, (gsize) (end - text), LABEL_PREFIX, strlen (LABEL_PREFIX))) != NULL)
    {
      text += strlen (LABEL_PREFIX);
      g_hash_table_add (seen, take_word (text, (gsize) (end - text)));
    }

  codes = g_list_sort (g_hash_table_get_keys (seen), compare_codes);
  for (GList *code = codes; code != NULL; code = code->next)
    if (is_code (code->data) && n_asked++ < MOST_LANGUAGES && is_label (graph, code->data))
      g_strv_builder_add (builder, code->data);
  self->languages = g_strv_builder_end (builder);
}

/**
 * amicus_survey_new:
 * @syntax: the file's statements
 * @graph: what one graph of them says
 *
 * Walks through a graph. May be called in any thread that has @graph for itself.
 *
 * Returns: (transfer full): what it found
 */
AmicusSurvey *
amicus_survey_new (AmicusSyntax *syntax,
                   AmicusGraph  *graph)
{
  AmicusSurvey *self;

  g_return_val_if_fail (syntax != NULL, NULL);
  g_return_val_if_fail (graph != NULL, NULL);

  self = g_new0 (AmicusSurvey, 1);
  self->graph = amicus_graph_ref (graph);
  count (self, graph);
  index_citing (self, graph);
  find_languages (self, syntax, graph);

  return self;
}

/* One after the other, so that two such lists can be compared. */
static char *
list_labels (AmicusGraph  *graph,
             AmicusElement element)
{
  g_autoptr (GArray) attributes = amicus_graph_list_attributes (graph, element);
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < attributes->len; i++)
    {
      const char *name = g_array_index (attributes, AmicusAttribute, i).name;

      if (g_str_has_prefix (name, LABEL_PREFIX))
        g_string_append_printf (labels, "%s ", name);
    }

  return g_string_free (labels, FALSE);
}

/* Whether what an element cites and the languages of its labels are the same in both graphs. */
static gboolean
is_alike (AmicusGraph  *graph,
          AmicusGraph  *before,
          AmicusElement element)
{
  g_autofree char *labels = list_labels (graph, element);
  g_autofree char *old_labels = list_labels (before, element);

  return strcmp (labels, old_labels) == 0 &&
         g_strcmp0 (amicus_graph_get_attribute (graph, element, "cites"),
                    amicus_graph_get_attribute (before, element, "cites")) == 0;
}

static gboolean
are_alike (AmicusGraph  *graph,
           AmicusGraph  *before,
           const GArray *elements)
{
  for (guint i = 0; i < elements->len; i++)
    if (!is_alike (graph, before, g_array_index (elements, AmicusElement, i)))
      return FALSE;

  return TRUE;
}

static AmicusSurvey *
copy (AmicusSurvey *before,
      AmicusGraph  *graph)
{
  AmicusSurvey *self = g_memdup2 (before, sizeof *before);

  self->graph = amicus_graph_ref (graph);
  self->citing = g_array_ref (before->citing);
  self->first_citing = g_array_ref (before->first_citing);
  self->languages = g_strdupv (before->languages);

  return self;
}

/**
 * amicus_survey_revise:
 * @before: a survey
 * @syntax: the file's statements, now
 * @graph: what one graph of them says, now
 *
 * Returns: (transfer full): what amicus_survey_new() would find, by a walk only where something is cited elsewhere or
 *   has a label in another language than before
 */
AmicusSurvey *
amicus_survey_revise (AmicusSurvey *before,
                      AmicusSyntax *syntax,
                      AmicusGraph  *graph)
{
  g_autoptr (GArray) elements = NULL;
  AmicusSurvey *self;

  g_return_val_if_fail (before != NULL && syntax != NULL && graph != NULL, NULL);

  elements = amicus_graph_list_revised (graph, before->graph);
  if (elements == NULL || !are_alike (graph, before->graph, elements))
    return amicus_survey_new (syntax, graph);

  self = copy (before, graph);
  for (guint i = 0; i < elements->len; i++)
    {
      AmicusElement element = g_array_index (elements, AmicusElement, i);

      if (element.kind != AMICUS_ELEMENT_RELATION)
        continue;
      (*count_of_status (self, before->graph, element.id))--;
      (*count_of_family (self, before->graph, element.id))--;
      (*count_of_status (self, graph, element.id))++;
      (*count_of_family (self, graph, element.id))++;
    }

  return self;
}

/**
 * amicus_survey_free:
 * @self: (transfer full): a survey
 */
void
amicus_survey_free (AmicusSurvey *self)
{
  amicus_graph_unref (self->graph);
  g_array_unref (self->citing);
  g_array_unref (self->first_citing);
  g_strfreev (self->languages);
  g_free (self);
}

/**
 * amicus_survey_get_n_clusters:
 * @self: a survey
 *
 * Returns: how many groups are drawn; other subgraphs only set the file in order
 */
guint
amicus_survey_get_n_clusters (const AmicusSurvey *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_clusters;
}

/**
 * amicus_survey_count_status:
 * @self: a survey
 * @status: a status
 *
 * Returns: how many relations have it
 */
guint
amicus_survey_count_status (const AmicusSurvey *self,
                            AmicusStatus        status)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (status < AMICUS_N_STATUSES, 0);

  return self->n_of_status[status];
}

/**
 * amicus_survey_count_family:
 * @self: a survey
 * @family: a family of relations
 *
 * Returns: how many relations are of it
 */
guint
amicus_survey_count_family (const AmicusSurvey *self,
                            AmicusFamily        family)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (family < AMICUS_N_FAMILIES, 0);

  return self->n_of_family[family];
}

/**
 * amicus_survey_get_citing:
 * @self: a survey
 * @entity: number of an entity
 * @n_elements: (out): how many cite it
 *
 * Returns: (transfer none) (array length=n_elements): the relations, entities and groups that cite it, in this order;
 *   one that cites it at several places stands there as often, one after the other
 */
const AmicusElement *
amicus_survey_get_citing (const AmicusSurvey *self,
                          guint32             entity,
                          guint              *n_elements)
{
  const guint32 *first;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (entity < self->first_citing->len - 1, NULL);
  g_return_val_if_fail (n_elements != NULL, NULL);

  first = &g_array_index (self->first_citing, guint32, entity);
  *n_elements = first[1] - first[0];

  return &g_array_index (self->citing, AmicusElement, first[0]);
}

/**
 * amicus_survey_get_languages:
 * @self: a survey
 *
 * Returns: (transfer none) (array zero-terminated=1): codes of the languages that something in the graph has a label
 *   in, such as "fr" or "pt_BR", sorted
 */
const char * const *
amicus_survey_get_languages (const AmicusSurvey *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->languages;
}
