/* SPDX-License-Identifier: GPL-3.0-or-later
 * `amicus-cli dump`: what a file says, as one JSON object a line. */

#define G_LOG_DOMAIN "amicus-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/json.h"

/* Begins and ends a line, so that no more than one is kept. */
static void
flush_line (GString *json)
{
  g_string_append (json, "}\n");
  fwrite (json->str, 1, json->len, stdout);
  g_string_truncate (json, 0);
}

static void
append_string (GString *json,
               const char *name,
               const char *value)
{
  g_string_append (json, name);
  amicus_json_append (json, value);
}

static void
append_attributes (GString *json,
                   AmicusGraph *graph,
                   AmicusElement element)
{
  g_autoptr (GArray) attributes = amicus_graph_list_attributes (graph, element);

  g_string_append (json, ",\"attributes\":{");
  for (guint i = 0; i < attributes->len; i++)
    {
      const AmicusAttribute *attribute = &g_array_index (attributes, AmicusAttribute, i);

      append_string (json, i == 0 ? "" : ",", attribute->name);
      append_string (json, ":", attribute->value);
    }
  g_string_append_c (json, '}');
}

static void
dump_graph (GString *json,
            AmicusGraph *graph)
{
  append_string (json, "{\"graph\":{\"id\":", amicus_graph_get_id (graph, AMICUS_WHOLE_GRAPH));
  g_string_append_printf (json, ",\"directed\":%s,\"strict\":%s",
                          amicus_graph_is_directed (graph) ? "true" : "false",
                          amicus_graph_is_strict (graph) ? "true" : "false");
  append_attributes (json, graph, AMICUS_WHOLE_GRAPH);
  g_string_append_c (json, '}');
  flush_line (json);
}

static void
dump_entity (GString *json,
             AmicusGraph *graph,
             guint32 entity)
{
  append_string (json, "{\"node\":", amicus_graph_get_id (graph, AMICUS_ENTITY (entity)));
  append_attributes (json, graph, AMICUS_ENTITY (entity));
  flush_line (json);
}

static void
dump_relation (GString *json,
               AmicusGraph *graph,
               guint32 relation)
{
  guint32 tail, head;

  amicus_graph_get_ends (graph, relation, &tail, &head);
  append_string (json, "{\"edge\":[", amicus_graph_get_id (graph, AMICUS_ENTITY (tail)));
  append_string (json, ",", amicus_graph_get_id (graph, AMICUS_ENTITY (head)));
  append_string (json, "],\"key\":", amicus_graph_get_key (graph, relation));
  append_attributes (json, graph, AMICUS_RELATION (relation));
  flush_line (json);
}

static void
dump_group (GString *json,
            AmicusGraph *graph,
            guint32 group)
{
  guint32 parent = amicus_graph_get_parent (graph, group);
  guint n;
  const guint32 *members = amicus_graph_get_members (graph, group, &n);

  append_string (json, "{\"subgraph\":", amicus_graph_get_id (graph, AMICUS_GROUP (group)));
  g_string_append_printf (json, ",\"index\":%u,\"parent\":", group);
  if (parent == AMICUS_NO_INDEX)
    g_string_append (json, "null");
  else
    g_string_append_printf (json, "%u", parent);

  g_string_append (json, ",\"nodes\":[");
  for (guint i = 0; i < n; i++)
    append_string (json, i == 0 ? "" : ",",
                   amicus_graph_get_id (graph, AMICUS_ENTITY (members[i])));
  g_string_append_c (json, ']');
  append_attributes (json, graph, AMICUS_GROUP (group));
  flush_line (json);
}

static void
dump_all (AmicusGraph *graph)
{
  g_autoptr (GString) json = g_string_new (NULL);

  dump_graph (json, graph);
  for (guint32 i = 0; i < amicus_graph_get_n_entities (graph); i++)
    dump_entity (json, graph, i);
  for (guint32 i = 0; i < amicus_graph_get_n_relations (graph); i++)
    dump_relation (json, graph, i);
  for (guint32 i = 0; i < amicus_graph_get_n_groups (graph); i++)
    dump_group (json, graph, i);
}

static Status
dump_file (const char *path)
{
  g_autoptr (AmicusSyntax) syntax = amicus_input_read_syntax (path);
  guint n;

  if (syntax == NULL)
    return STATUS_FAILED;

  n = amicus_graph_count (syntax);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AmicusGraph) graph = amicus_graph_new (syntax, i);

      dump_all (graph);
    }

  return amicus_input_judge (syntax, path);
}

static Status
run_dump (char ***arguments)
{
  return amicus_command_each_file (&amicus_command_dump, arguments, dump_file);
}

const Command amicus_command_dump = {
  "dump",
  N_("FILE"),
  N_("Print what a file says, as JSON"),
  run_dump,
};
