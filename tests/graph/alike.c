/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/graph/alike.h"

#include <string.h>

#include "graph/evidence.h"

static void
write_attributes (GString       *text,
                  AmicusGraph   *graph,
                  AmicusElement  element)
{
  g_autoptr (GArray) attributes = amicus_graph_list_attributes (graph, element);

  for (guint i = 0; i < attributes->len; i++)
    {
      const AmicusAttribute *attribute = &g_array_index (attributes, AmicusAttribute, i);
      const char *own = amicus_graph_get_own_attribute (graph, element, attribute->name);

      g_string_append_printf (text, " %s%s%s (own %s)", attribute->name, attribute->html ? "=html " : "=",
                              attribute->value, own != NULL ? own : "none");
      g_assert_cmpstr (amicus_graph_get_attribute (graph, element, attribute->name), ==, attribute->value);
    }
}

static void
write_element (GString       *text,
               AmicusGraph   *graph,
               AmicusElement  element)
{
  guint line = 0;
  guint column = 0;
  const char *id = amicus_graph_get_id (graph, element);

  amicus_graph_get_position (graph, element, &line, &column);
  g_string_append_printf (text, "%d %u “%s” at %u:%u", element.kind, element.id, id != NULL ? id : "none",
                          line, column);
  write_attributes (text, graph, element);
}

static void
write_numbers (GString       *text,
               const guint32 *numbers,
               guint          n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " %u", numbers[i]);
}

static char *
write_entity (AmicusGraph *graph,
              guint32      entity)
{
  GString *text = g_string_new (NULL);
  const guint32 *relations;
  guint n;

  write_element (text, graph, AMICUS_ENTITY (entity));
  relations = amicus_graph_get_relations_of (graph, entity, &n);
  g_string_append (text, " relations");
  write_numbers (text, relations, n);
  g_string_append_printf (text, " cluster %u source %u represents %u", amicus_graph_get_cluster_of (graph, entity),
                          amicus_graph_get_source_number (graph, entity),
                          amicus_graph_get_represented_group (graph, entity));
  g_assert_true (amicus_element_equal (amicus_graph_find_entity (graph, amicus_graph_get_id (graph, AMICUS_ENTITY (entity))),
                                       AMICUS_ENTITY (entity)));

  return g_string_free (text, FALSE);
}

static char *
write_relation (AmicusGraph *graph,
                guint32      relation)
{
  GString *text = g_string_new (NULL);
  const char *key = amicus_graph_get_key (graph, relation);
  guint32 tail, head;

  amicus_graph_get_ends (graph, relation, &tail, &head);
  write_element (text, graph, AMICUS_RELATION (relation));
  g_string_append_printf (text, " from %u to %u key %s", tail, head, key != NULL ? key : "none");

  return g_string_free (text, FALSE);
}

static char *
write_group (AmicusGraph *graph,
             guint32      group)
{
  GString *text = g_string_new (NULL);
  guint n;
  const guint32 *members = amicus_graph_get_members (graph, group, &n);

  write_element (text, graph, AMICUS_GROUP (group));
  g_string_append_printf (text, " parent %u cluster %d members", amicus_graph_get_parent (graph, group),
                          amicus_graph_is_cluster (graph, group));
  write_numbers (text, members, n);

  return g_string_free (text, FALSE);
}

static char *
write_whole (AmicusGraph *graph)
{
  GString *text = g_string_new (NULL);
  guint n;
  const AmicusDiagnostic *diagnostics = amicus_graph_get_diagnostics (graph, &n);
  const guint32 *sources;

  write_element (text, graph, AMICUS_WHOLE_GRAPH);
  g_string_append_printf (text, " directed %d strict %d amicus %d\n", amicus_graph_is_directed (graph),
                          amicus_graph_is_strict (graph), amicus_graph_is_amicus (graph));
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%" G_GSIZE_FORMAT " %u:%u %d %s\n", diagnostics[i].offset,
                            diagnostics[i].line, diagnostics[i].column, diagnostics[i].severity,
                            diagnostics[i].message);
  sources = amicus_graph_get_sources (graph, &n);
  g_string_append (text, "sources");
  write_numbers (text, sources, n);

  return g_string_free (text, FALSE);
}

/* Takes both over. */
static gboolean
is_alike (char  *found,
          char  *expected,
          char **difference)
{
  if (strcmp (found, expected) != 0)
    *difference = g_strdup_printf ("found %s\nexpected %s", found, expected);
  g_free (found);
  g_free (expected);

  return *difference == NULL;
}

char *
compare_graphs (AmicusGraph *graph,
                AmicusGraph *expected)
{
  char *difference = NULL;

  if (amicus_graph_get_n_entities (graph) != amicus_graph_get_n_entities (expected) ||
      amicus_graph_get_n_relations (graph) != amicus_graph_get_n_relations (expected) ||
      amicus_graph_get_n_groups (graph) != amicus_graph_get_n_groups (expected))
    return g_strdup ("other numbers of elements");

  is_alike (write_whole (graph), write_whole (expected), &difference);
  for (guint32 i = 0; difference == NULL && i < amicus_graph_get_n_entities (graph); i++)
    is_alike (write_entity (graph, i), write_entity (expected, i), &difference);
  for (guint32 i = 0; difference == NULL && i < amicus_graph_get_n_relations (graph); i++)
    is_alike (write_relation (graph, i), write_relation (expected, i), &difference);
  for (guint32 i = 0; difference == NULL && i < amicus_graph_get_n_groups (graph); i++)
    is_alike (write_group (graph, i), write_group (expected, i), &difference);

  return difference;
}
