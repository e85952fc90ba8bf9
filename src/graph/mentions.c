/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the evaluation of a graph meets, written down. */

#define G_LOG_DOMAIN "amicus-graph"

#include "graph/mentions-private.h"

#include "graph/graph-private.h"

struct _AmicusMentions
{
  AmicusStatement graph;
  GArray *entities; /* AmicusMention */
  GArray *pairs;    /* AmicusPair */
  GArray *openings; /* AmicusOpening */
};

/**
 * amicus_mentions_new:
 * @syntax: a file
 * @nth: which of its graphs, from 0
 *
 * Evaluates the graph once more, to see which statement speaks of what.
 *
 * Returns: (transfer full): what its statements speak of
 */
AmicusMentions *
amicus_mentions_new (AmicusSyntax *syntax,
                     guint         nth)
{
  AmicusMentions *self;
  g_autoptr (AmicusGraph) graph = NULL;

  g_return_val_if_fail (syntax != NULL, NULL);

  self = g_new0 (AmicusMentions, 1);
  self->entities = g_array_new (FALSE, FALSE, sizeof (AmicusMention));
  self->pairs = g_array_new (FALSE, FALSE, sizeof (AmicusPair));
  self->openings = g_array_new (FALSE, FALSE, sizeof (AmicusOpening));
  graph = amicus_graph_new_evaluated (syntax, nth, self);
  self->graph = graph->statement;

  return self;
}

/**
 * amicus_mentions_free:
 * @self: (transfer full): mentions
 */
void
amicus_mentions_free (AmicusMentions *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->entities);
  g_array_unref (self->pairs);
  g_array_unref (self->openings);
  g_free (self);
}

void
amicus_mentions_add (AmicusMentions *self,
                     AmicusMention   mention)
{
  g_array_append_val (self->entities, mention);
}

void
amicus_mentions_add_pair (AmicusMentions *self,
                          AmicusPair      pair)
{
  g_array_append_val (self->pairs, pair);
}

void
amicus_mentions_add_opening (AmicusMentions *self,
                             AmicusOpening   opening)
{
  g_array_append_val (self->openings, opening);
}

/**
 * amicus_mentions_get_graph:
 * @self: mentions
 *
 * Returns: the graph's statement; %AMICUS_NO_STATEMENT if the file has no such graph
 */
AmicusStatement
amicus_mentions_get_graph (const AmicusMentions *self)
{
  g_return_val_if_fail (self != NULL, AMICUS_NO_STATEMENT);

  return self->graph;
}

/**
 * amicus_mentions_get_entities:
 * @self: mentions
 * @n_mentions: (out): how many
 *
 * Returns: (transfer none) (array length=n_mentions): every ID of an entity; the first of an entity
 *   is what creates it
 */
const AmicusMention *
amicus_mentions_get_entities (const AmicusMentions *self,
                              guint                *n_mentions)
{
  g_return_val_if_fail (self != NULL && n_mentions != NULL, NULL);

  *n_mentions = self->entities->len;
  return (const AmicusMention *) (gpointer) self->entities->data;
}

/**
 * amicus_mentions_get_pairs:
 * @self: mentions
 * @n_pairs: (out): how many
 *
 * Returns: (transfer none) (array length=n_pairs): every two entities that a statement joins; those
 *   of a statement follow each other
 */
const AmicusPair *
amicus_mentions_get_pairs (const AmicusMentions *self,
                           guint                *n_pairs)
{
  g_return_val_if_fail (self != NULL && n_pairs != NULL, NULL);

  *n_pairs = self->pairs->len;
  return (const AmicusPair *) (gpointer) self->pairs->data;
}

/**
 * amicus_mentions_get_openings:
 * @self: mentions
 * @n_openings: (out): how many
 *
 * Returns: (transfer none) (array length=n_openings): every subgraph statement; the first of a
 *   group is what creates it
 */
const AmicusOpening *
amicus_mentions_get_openings (const AmicusMentions *self,
                              guint                *n_openings)
{
  g_return_val_if_fail (self != NULL && n_openings != NULL, NULL);

  *n_openings = self->openings->len;
  return (const AmicusOpening *) (gpointer) self->openings->data;
}
