/* SPDX-License-Identifier: GPL-3.0-or-later
 * What Graphviz's own library reads in a file, printed as `amicus-cli dump` prints it. */

#include <glib.h>
#include <graphviz/cgraph.h>
#include <stdio.h>
#include <string.h>

#include "cli/json.h"

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
                   Agraph_t *root,
                   int kind,
                   void *object)
{
  const char *separator = "";

  g_string_append (json, ",\"attributes\":{");
  for (Agsym_t *symbol = agnxtattr (root, kind, NULL); symbol != NULL;
       symbol = agnxtattr (root, kind, symbol))
    {
      const char *value = agxget (object, symbol);

      if (value == NULL || *value == '\0')
        continue;
      append_string (json, separator, symbol->name);
      append_string (json, ":", value);
      separator = ",";
    }
  g_string_append_c (json, '}');
}

/* cgraph calls what has no name by a percent sign and its number. */
static const char *
name_of (void *object)
{
  const char *name = agnameof (object);
  g_autofree char *invented = g_strdup_printf ("%%%" G_GUINT64_FORMAT, (guint64) AGID (object));

  return g_strcmp0 (name, invented) == 0 ? NULL : name;
}

static void
flush_line (GString *json)
{
  g_string_append (json, "}\n");
  fwrite (json->str, 1, json->len, stdout);
  g_string_truncate (json, 0);
}

static void
dump_nodes (GString *json,
            Agraph_t *root)
{
  for (Agnode_t *node = agfstnode (root); node != NULL; node = agnxtnode (root, node))
    {
      append_string (json, "{\"node\":", agnameof (node));
      append_attributes (json, root, AGNODE, node);
      flush_line (json);
    }
}

static int
compare_sequence (gconstpointer a,
                  gconstpointer b)
{
  Agobj_t *const *first = a;
  Agobj_t *const *second = b;

  return (AGSEQ (*first) > AGSEQ (*second)) - (AGSEQ (*first) < AGSEQ (*second));
}

static void
dump_edges (GString *json,
            Agraph_t *root)
{
  g_autoptr (GPtrArray) edges = g_ptr_array_new ();

  for (Agnode_t *node = agfstnode (root); node != NULL; node = agnxtnode (root, node))
    for (Agedge_t *edge = agfstout (root, node); edge != NULL; edge = agnxtout (root, edge))
      g_ptr_array_add (edges, edge);
  g_ptr_array_sort (edges, compare_sequence);

  for (guint i = 0; i < edges->len; i++)
    {
      Agedge_t *edge = edges->pdata[i];

      append_string (json, "{\"edge\":[", agnameof (agtail (edge)));
      append_string (json, ",", agnameof (aghead (edge)));
      append_string (json, "],\"key\":", agnameof (edge));
      append_attributes (json, root, AGEDGE, edge);
      flush_line (json);
    }
}

static void
collect_subgraphs (Agraph_t *root,
                   GPtrArray *subgraphs)
{
  g_ptr_array_add (subgraphs, root);
  for (guint i = 0; i < subgraphs->len; i++)
    for (Agraph_t *child = agfstsubg (subgraphs->pdata[i]); child != NULL; child = agnxtsubg (child))
      g_ptr_array_add (subgraphs, child);
  g_ptr_array_remove_index (subgraphs, 0);
  g_ptr_array_sort (subgraphs, compare_sequence);
}

static void
dump_subgraph (GString *json,
               Agraph_t *root,
               GPtrArray *subgraphs,
               guint number)
{
  Agraph_t *subgraph = subgraphs->pdata[number];
  const char *separator = "";
  guint parent;

  append_string (json, "{\"subgraph\":", name_of (subgraph));
  g_string_append_printf (json, ",\"index\":%u,\"parent\":", number);
  if (g_ptr_array_find (subgraphs, agparent (subgraph), &parent))
    g_string_append_printf (json, "%u", parent);
  else
    g_string_append (json, "null");

  g_string_append (json, ",\"nodes\":[");
  for (Agnode_t *node = agfstnode (subgraph); node != NULL; node = agnxtnode (subgraph, node))
    {
      append_string (json, separator, agnameof (node));
      separator = ",";
    }
  g_string_append_c (json, ']');
  append_attributes (json, root, AGRAPH, subgraph);
  flush_line (json);
}

static void
dump (Agraph_t *root)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GPtrArray) subgraphs = g_ptr_array_new ();

  append_string (json, "{\"graph\":{\"id\":", name_of (root));
  g_string_append_printf (json, ",\"directed\":%s,\"strict\":%s", agisdirected (root) ? "true" : "false",
                          agisstrict (root) ? "true" : "false");
  append_attributes (json, root, AGRAPH, root);
  g_string_append_c (json, '}');
  flush_line (json);

  dump_nodes (json, root);
  dump_edges (json, root);
  collect_subgraphs (root, subgraphs);
  for (guint i = 0; i < subgraphs->len; i++)
    dump_subgraph (json, root, subgraphs, i);
}

int
main (int argc,
      char **argv)
{
  FILE *file = argc == 2 ? fopen (argv[1], "r") : NULL;
  Agraph_t *graph;

  if (file == NULL)
    return 2;

  while ((graph = agread (file, NULL)) != NULL)
    {
      dump (graph);
      agclose (graph);
    }
  fclose (file);

  return agerrors () == 0 ? 0 : 1;
}
