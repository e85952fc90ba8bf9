/* SPDX-License-Identifier: GPL-3.0-or-later
 * A graph from text, for tests. */

#pragma once

#include <string.h>

#include "graph/graph.h"

static inline AmicusGraph *
read_bytes (const char *text,
            gsize       length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (AmicusSyntax) syntax = amicus_syntax_new (bytes);

  return amicus_graph_new (syntax, 0);
}

static inline AmicusGraph *
read_graph (const char *text)
{
  return read_bytes (text, strlen (text));
}

/* An entity that is there. */
static inline guint32
entity_of (AmicusGraph *graph,
           const char  *id)
{
  AmicusElement entity = amicus_graph_find_entity (graph, id);

  g_assert_cmpint (entity.kind, ==, AMICUS_ELEMENT_ENTITY);

  return entity.id;
}

/* A group that is there. */
static inline guint32
group_of (AmicusGraph *graph,
          const char  *id)
{
  AmicusElement group = amicus_graph_find_group (graph, id);

  g_assert_cmpint (group.kind, ==, AMICUS_ELEMENT_GROUP);

  return group.id;
}
