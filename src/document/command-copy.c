/* SPDX-License-Identifier: GPL-3.0-or-later
 * A part of a graph as a file of its own, for whoever takes it. */

#define G_LOG_DOMAIN "amicus-document"

#include "document/commands.h"

#include <string.h>

#include "document/editing-private.h"
#include "dot/quote.h"
#include "graph/evidence.h"

/* Which entities are copied, and which only because they are cited. */
typedef struct
{
  AmicusGraph *graph;
  gboolean *is_chosen;
  gboolean *is_cited;
  GString *text;
} Copy;

static void
choose_members (Copy    *self,
                guint32  group)
{
  guint n;
  const guint32 *members = amicus_graph_get_members (self->graph, group, &n);

  for (guint i = 0; i < n; i++)
    self->is_chosen[members[i]] = TRUE;
}

/* A relation comes with its ends, a group with its members. */
static void
choose (Copy          *self,
        AmicusElement  element)
{
  guint32 tail, head;

  if (element.kind == AMICUS_ELEMENT_ENTITY)
    self->is_chosen[element.id] = TRUE;
  else if (element.kind == AMICUS_ELEMENT_GROUP)
    choose_members (self, element.id);
  else if (element.kind == AMICUS_ELEMENT_RELATION)
    {
      amicus_graph_get_ends (self->graph, element.id, &tail, &head);
      self->is_chosen[tail] = TRUE;
      self->is_chosen[head] = TRUE;
    }
}

static gboolean
is_among (const Copy *self,
          guint32     relation)
{
  guint32 tail, head;

  amicus_graph_get_ends (self->graph, relation, &tail, &head);

  return self->is_chosen[tail] && self->is_chosen[head];
}

static void
note_cited (Copy          *self,
            AmicusElement  element)
{
  g_autoptr (GArray) citations = amicus_graph_get_citations (self->graph, element);

  for (guint i = 0; i < citations->len; i++)
    {
      guint32 source = g_array_index (citations, AmicusCitation, i).source;

      if (source != AMICUS_NO_INDEX && !self->is_chosen[source])
        self->is_cited[source] = TRUE;
    }
}

static void
note_all_cited (Copy *self)
{
  for (guint32 i = 0; i < amicus_graph_get_n_entities (self->graph); i++)
    if (self->is_chosen[i])
      note_cited (self, AMICUS_ENTITY (i));
  for (guint32 i = 0; i < amicus_graph_get_n_relations (self->graph); i++)
    if (is_among (self, i))
      note_cited (self, AMICUS_RELATION (i));
}

static void
write_entity (Copy       *self,
              guint32     entity,
              const char *indent)
{
  const char *id = amicus_graph_get_id (self->graph, AMICUS_ENTITY (entity));
  g_autoptr (Values) values = amicus_values_new (self->graph, AMICUS_ENTITY (entity));
  guint n;
  const AmicusValue *all = amicus_values_get (values, &n);

  g_string_append (self->text, indent);
  amicus_quote_id (self->text, id, strlen (id));
  amicus_edit_write_settings (self->text, all, n);
  g_string_append (self->text, ";\n");
}

static void
write_relation (Copy    *self,
                guint32  relation)
{
  g_autoptr (AmicusName) name = amicus_name_new (self->graph, AMICUS_RELATION (relation));
  g_autoptr (Values) values = amicus_values_new (self->graph, AMICUS_RELATION (relation));
  g_autofree char *edge = amicus_edge_write (self->graph, name, values);

  g_string_append_printf (self->text, "  %s;\n", edge);
}

static void
write_sources (Copy *self)
{
  gboolean is_open = FALSE;

  for (guint32 i = 0; i < amicus_graph_get_n_entities (self->graph); i++)
    {
      if (!self->is_cited[i])
        continue;
      if (!is_open)
        g_string_append (self->text, "  subgraph sources {\n");
      is_open = TRUE;
      write_entity (self, i, "    ");
    }
  if (is_open)
    g_string_append (self->text, "  }\n");
}

static void
write_all (Copy *self)
{
  g_string_append (self->text, amicus_graph_is_directed (self->graph) ? "digraph {\n" : "graph {\n");
  if (amicus_graph_is_amicus (self->graph))
    g_string_append (self->text, "  amicus=1;\n");
  for (guint32 i = 0; i < amicus_graph_get_n_entities (self->graph); i++)
    if (self->is_chosen[i])
      write_entity (self, i, "  ");
  for (guint32 i = 0; i < amicus_graph_get_n_relations (self->graph); i++)
    if (is_among (self, i))
      write_relation (self, i);
  write_sources (self);
  g_string_append (self->text, "}\n");
}

/**
 * amicus_document_copy:
 * @self: a document
 * @names: (array length=n_names): elements of its graph; those that are not there are left out
 * @n_names: how many
 *
 * Writes entities with all that holds for them, wherever they have it from; the relations among them;
 * and the sources that these cite. A relation stands for its ends too, a group for its members.
 *
 * Returns: (transfer full): a DOT file
 */
char *
amicus_document_copy (AmicusDocument           *self,
                      const AmicusName * const *names,
                      guint                     n_names)
{
  Copy copy = { NULL };
  guint n_entities;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (names != NULL || n_names == 0, NULL);

  n_entities = amicus_graph_get_n_entities (self->graph);
  copy.graph = self->graph;
  copy.is_chosen = g_new0 (gboolean, (gsize) n_entities + 1);
  copy.is_cited = g_new0 (gboolean, (gsize) n_entities + 1);
  copy.text = g_string_new (NULL);

  for (guint i = 0; i < n_names; i++)
    choose (&copy, amicus_name_find (names[i], self->graph));
  note_all_cited (&copy);
  write_all (&copy);

  g_free (copy.is_chosen);
  g_free (copy.is_cited);

  return g_string_free (copy.text, FALSE);
}
