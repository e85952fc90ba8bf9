/* SPDX-License-Identifier: GPL-3.0-or-later
 * The attributes of elements after defaults and scopes. */

#define G_LOG_DOMAIN "amicus-graph"

#include "graph/graph-private.h"

#include <string.h>

/* Where and when an element was created, which decides what defaults it has. */
typedef struct
{
  AmicusTarget target;
  Scope scope;
  guint32 clock;
} Origin;

static Origin
origin_of (AmicusGraph *self,
           AmicusElement element)
{
  if (element.kind == AMICUS_ELEMENT_ENTITY)
    {
      const Entity *entity = &g_array_index (self->entities, Entity, element.id);

      return (Origin) { AMICUS_TARGET_NODE, entity->scope, entity->clock };
    }
  if (element.kind == AMICUS_ELEMENT_RELATION)
    {
      const Relation *relation = &g_array_index (self->relations, Relation, element.id);

      return (Origin) { AMICUS_TARGET_EDGE, relation->scope, relation->clock };
    }

  return (Origin) {
    AMICUS_TARGET_GRAPH,
    element.kind == AMICUS_ELEMENT_GRAPH ? 0 : amicus_scope_of_group (element.id),
    G_MAXUINT32,
  };
}

static Setting *
find_own (AmicusGraph *self,
          AmicusElement element,
          AmicusString name)
{
  Origin origin = origin_of (self, element);

  if (origin.target == AMICUS_TARGET_GRAPH)
    return amicus_attributes_find_in_scope (&self->attributes, origin.scope, name);

  return amicus_attributes_find_own (&self->attributes, origin.target, element.id, name);
}

static Setting *
find_given (AmicusGraph *self,
            AmicusElement element,
            AmicusString name)
{
  Origin origin = origin_of (self, element);

  if (origin.target == AMICUS_TARGET_GRAPH)
    return amicus_attributes_find_inherited (&self->attributes, origin.scope, name);

  return amicus_attributes_find_default (&self->attributes, origin.target, origin.scope,
                                         origin.clock, name);
}

static Setting *
find_effective (AmicusGraph *self,
                AmicusElement element,
                AmicusString name)
{
  Setting *setting = find_own (self, element, name);

  return setting != NULL ? setting : find_given (self, element, name);
}

typedef Setting *(*FindFunc) (AmicusGraph *self,
                              AmicusElement element,
                              AmicusString name);

static Setting *
look_up (AmicusGraph *self,
         AmicusElement element,
         const char *name,
         FindFunc find)
{
  AmicusString number;

  if (!amicus_strings_lookup (self->attributes.names, name, strlen (name), &number))
    return NULL;

  return find (self, element, number);
}

/**
 * amicus_graph_get_attribute:
 * @self: a graph
 * @element: one of its elements
 * @name: an attribute
 *
 * Returns: (transfer none) (nullable): its value after defaults and scopes; %NULL where there is
 *   none or an empty one. It lives as long as the graph
 */
const char *
amicus_graph_get_attribute (AmicusGraph *self,
                            AmicusElement element,
                            const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (amicus_graph_has (self, element), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return amicus_attributes_get_value (&self->attributes,
                                      look_up (self, element, name, find_effective));
}

/**
 * amicus_graph_get_own_attribute:
 * @self: a graph
 * @element: one of its elements
 * @name: an attribute
 *
 * Returns: (transfer none) (nullable): its value if the element's own statements, or a group's own
 *   body, set it
 */
const char *
amicus_graph_get_own_attribute (AmicusGraph *self,
                                AmicusElement element,
                                const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (amicus_graph_has (self, element), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return amicus_attributes_get_value (&self->attributes, look_up (self, element, name, find_own));
}

/* Whether the value of an attribute was written between `<` and `>`. */
gboolean
amicus_graph_is_html (AmicusGraph *self,
                      AmicusElement element,
                      const char *name)
{
  Setting *setting = look_up (self, element, name, find_effective);

  return setting != NULL && setting->type == AMICUS_TOKEN_HTML;
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer data)
{
  const GArray *places = data;
  AmicusString first = *(const AmicusString *) a;
  AmicusString second = *(const AmicusString *) b;
  guint32 first_place = g_array_index (places, guint32, first);
  guint32 second_place = g_array_index (places, guint32, second);

  if (first_place != second_place)
    return first_place < second_place ? -1 : 1;

  return (first > second) - (first < second);
}

/* Names of attributes that the element may have, each once, in order of first appearance. */
static GArray *
list_names (AmicusGraph *self,
            AmicusElement element)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (AmicusString));
  Origin origin = origin_of (self, element);
  guint n = 0;

  if (origin.target != AMICUS_TARGET_GRAPH)
    amicus_attributes_list_own (&self->attributes, origin.target, element.id, names);
  amicus_attributes_list_defaults (&self->attributes, origin.target, names);

  g_array_sort_with_data (names, compare_names, self->attributes.name_places);
  for (guint i = 0; i < names->len; i++)
    {
      AmicusString name = g_array_index (names, AmicusString, i);

      if (n == 0 || g_array_index (names, AmicusString, n - 1) != name)
        g_array_index (names, AmicusString, n++) = name;
    }
  g_array_set_size (names, n);

  return names;
}

/**
 * amicus_graph_list_attributes:
 * @self: a graph
 * @element: one of its elements
 *
 * Returns: (transfer full) (element-type AmicusAttribute): what it has after defaults and scopes
 */
GArray *
amicus_graph_list_attributes (AmicusGraph *self,
                              AmicusElement element)
{
  GArray *attributes;
  g_autoptr (GArray) names = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (amicus_graph_has (self, element), NULL);

  names = list_names (self, element);
  attributes = g_array_new (FALSE, FALSE, sizeof (AmicusAttribute));
  for (guint i = 0; i < names->len; i++)
    {
      AmicusString name = g_array_index (names, AmicusString, i);
      Setting *setting = find_effective (self, element, name);
      AmicusAttribute attribute = {
        amicus_strings_get (self->attributes.names, name),
        amicus_attributes_get_value (&self->attributes, setting),
        setting != NULL && setting->type == AMICUS_TOKEN_HTML,
      };

      if (attribute.value != NULL)
        g_array_append_val (attributes, attribute);
    }

  return attributes;
}
