/* SPDX-License-Identifier: GPL-3.0-or-later
 * `amicus-cli layout`: where everything lies, as lines of JSON. */

#define G_LOG_DOMAIN "amicus-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/command.h"
#include "cli/json.h"
#include "cli/picture.h"

typedef struct
{
  AmicusGraph *graph;
  AmicusPicture *picture;
  AmicusLayoutRequest *request;
  AmicusPlacement *placement;
  GString *line;
} Printer;

/* Not printf's way, which depends on the locale; three decimals are a micrometre's third. */
static void
append_number (GString *line,
               double   number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (line, g_ascii_formatd (text, sizeof text, "%.3f", number));
}

static void
append_member (GString    *line,
               const char *name,
               double      number)
{
  g_string_append_printf (line, ",\"%s\":", name);
  append_number (line, number);
}

static void
append_box (GString     *line,
            AmicusPoint  centre,
            double       width,
            double       height)
{
  append_member (line, "x", centre.x);
  append_member (line, "y", centre.y);
  append_member (line, "width", width);
  append_member (line, "height", height);
}

static void
append_list (GString      *line,
             const double *numbers,
             guint         n)
{
  g_string_append_c (line, '[');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (line, ',');
      append_number (line, numbers[i]);
    }
  g_string_append_c (line, ']');
}

static void
print_line (GString *line)
{
  g_string_append (line, "}\n");
  fputs (line->str, stdout);
  g_string_truncate (line, 0);
}

static void
print_entity (Printer *self,
              guint32  id)
{
  guint32 index = amicus_picture_get_index (self->picture, AMICUS_ENTITY (id));

  if (index == AMICUS_NO_INDEX)
    return;

  g_string_append (self->line, "{\"node\":");
  amicus_json_append (self->line, amicus_graph_get_id (self->graph, AMICUS_ENTITY (id)));
  append_box (self->line, self->placement->nodes[index],
              self->request->nodes[index].width, self->request->nodes[index].height);
  print_line (self->line);
}

static void
append_identity (Printer *self,
                 guint32  id)
{
  guint32 tail;
  guint32 head;

  amicus_graph_get_ends (self->graph, id, &tail, &head);
  g_string_append (self->line, "{\"edge\":[");
  amicus_json_append (self->line, amicus_graph_get_id (self->graph, AMICUS_ENTITY (tail)));
  g_string_append_c (self->line, ',');
  amicus_json_append (self->line, amicus_graph_get_id (self->graph, AMICUS_ENTITY (head)));
  g_string_append (self->line, "],\"key\":");
  amicus_json_append (self->line, amicus_graph_get_key (self->graph, id));
}

static void
append_curve (Printer              *self,
              const AmicusEdgePath *path)
{
  g_string_append (self->line, ",\"points\":[");
  for (guint i = 0; i < path->n_points; i++)
    {
      const AmicusPoint *point = &self->placement->points[path->first_point + i];

      if (i > 0)
        g_string_append_c (self->line, ',');
      append_list (self->line, (const double[]) { point->x, point->y }, 2);
    }
  g_string_append_c (self->line, ']');
}

static void
print_relation (Printer *self,
                guint32  id)
{
  guint32 index = amicus_picture_get_index (self->picture, AMICUS_RELATION (id));
  const AmicusLayoutEdge *edge;
  const AmicusEdgePath *path;

  if (index == AMICUS_NO_INDEX)
    return;

  edge = &self->request->edges[index];
  path = &self->placement->edges[index];
  append_identity (self, id);
  append_curve (self, path);
  if (edge->label_width > 0 && path->n_points > 0)
    {
      g_string_append (self->line, ",\"label\":");
      append_list (self->line,
                   (const double[]) { path->label.x, path->label.y, edge->label_width, edge->label_height }, 4);
    }
  print_line (self->line);
}

static void
print_group (Printer *self,
             guint32  id)
{
  guint32 index = amicus_picture_get_index (self->picture, AMICUS_GROUP (id));
  const AmicusRect *hull;

  if (index == AMICUS_NO_INDEX)
    return;

  hull = &self->placement->groups[index];
  if (hull->width < 0)
    return;

  g_string_append (self->line, "{\"group\":");
  amicus_json_append (self->line, amicus_graph_get_id (self->graph, AMICUS_GROUP (id)));
  append_box (self->line, (AmicusPoint) { hull->x + hull->width / 2, hull->y + hull->height / 2 },
              hull->width, hull->height);
  print_line (self->line);
}

static void
print_placement (AmicusGraph   *graph,
                 AmicusPicture *picture)
{
  g_autoptr (GString) line = g_string_new (NULL);
  Printer self = {
    graph, picture, amicus_picture_get_request (picture), amicus_picture_get_placement (picture), line,
  };

  for (guint32 i = 0; i < amicus_graph_get_n_entities (graph); i++)
    print_entity (&self, i);
  for (guint32 i = 0; i < amicus_graph_get_n_relations (graph); i++)
    print_relation (&self, i);
  for (guint32 i = 0; i < amicus_graph_get_n_groups (graph); i++)
    print_group (&self, i);
}

static Status
print_file (const char                 *path,
            int                         nth,
            const AmicusPictureOptions *options)
{
  Status status;
  g_autoptr (AmicusPicture) picture = amicus_cli_picture_new (options);
  g_autoptr (AmicusGraph) graph = amicus_cli_read_graph (path, nth, &status);

  if (graph != NULL && amicus_cli_lay_out (picture, graph, path, &status))
    print_placement (graph, picture);

  return status;
}

static Status
run_layout (char ***arguments)
{
  g_autofree char *engine = NULL;
  double seconds = 0;
  int nth = 1;
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { "engine", 0, 0, G_OPTION_ARG_STRING, &engine,
      N_("auto, dot, neato, fdp, sfdp, twopi, circo, osage or builtin"), N_("ENGINE") },
    { "timeout", 0, 0, G_OPTION_ARG_DOUBLE, &seconds, N_("Most that the engine may take"), N_("SECONDS") },
    AMICUS_OPTION_GRAPH (&nth),
    { NULL },
  };
  AmicusPictureOptions options = { 0 };

  if (!amicus_command_parse (&amicus_command_layout, entries, arguments, &files) ||
      !amicus_cli_parse_engine (engine, &options.engine))
    return STATUS_FAILED;
  if (g_strv_length (files) != 1 || !(seconds >= 0 && seconds < 1e6))
    {
      amicus_complain (_("layout takes one file, and a time of zero or more"));
      return STATUS_FAILED;
    }

  options.timeout_ms = (guint) (seconds * 1000);
  return print_file (files[0], nth, &options);
}

const Command amicus_command_layout = {
  "layout",
  N_("FILE"),
  N_("Print where everything lies, as JSON"),
  run_layout,
};
