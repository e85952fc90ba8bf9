/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is needed only while a graph is revised. */

#pragma once

#include "graph/graph-private.h"

G_BEGIN_DECLS

/**
 * StatementChange:
 * @graph: the revised graph, which is being made
 * @statement: what has other bytes
 * @key: what its block replaces
 * @before: its settings until now
 * @n_before: how many
 * @names: AmicusString: the names of its settings now, in the order of the text, one for each
 *   setting
 * @settings: Setting: the settings now, in the same order
 */
typedef struct
{
  AmicusGraph *graph;
  AmicusStatement statement;
  guint64 key;
  const Setting *before;
  guint n_before;
  GArray *names;
  GArray *settings;
} StatementChange;

/* Changes where names stand first; FALSE where that is not known. */
gboolean              amicus_graph_place_names     (const StatementChange *change);

const StatementIndex *amicus_graph_index_statements (AmicusGraph    *origin);
/* The entity that a node statement names, or the relation that an edge statement made; of kind NONE
 * if it speaks of several or of one that others made. */
AmicusElement         amicus_graph_find_subject    (AmicusGraph       *self,
                                                    AmicusStatement    statement,
                                                    const AmicusParts *parts);

G_END_DECLS
