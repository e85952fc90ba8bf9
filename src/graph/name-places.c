/* SPDX-License-Identifier: GPL-3.0-or-later
 * Attributes are listed in the order in which their names first stand in the file: that order when a
 * statement has other names. */

#define G_LOG_DOMAIN "amicus-graph"

#include "graph/revise-private.h"

/* Before a statement without settings, another one is looked for in so many. */
#define MAX_LOOKED_AT 64

static guint32
get_place (const GArray *places,
           AmicusString  name)
{
  return name < places->len ? g_array_index (places, guint32, name) : NO_PLACE;
}

static void
set_place (Attributes   *attributes,
           AmicusString  name,
           guint32       place)
{
  const guint32 none = NO_PLACE;
  GArray *copy;

  if (get_place (attributes->name_places, name) == place)
    return;

  copy = g_array_copy (attributes->name_places);
  while (copy->len <= name)
    g_array_append_val (copy, none);
  g_array_index (copy, guint32, name) = place;
  g_array_unref (attributes->name_places);
  attributes->name_places = copy;
}

static gboolean
has_name (const StatementChange *change,
          AmicusString           name)
{
  for (guint i = 0; i < change->names->len; i++)
    if (g_array_index (change->names, AmicusString, i) == name)
      return TRUE;

  return FALSE;
}

static gboolean
is_block_key (guint64 key)
{
  return key >= amicus_attributes_block_key (0);
}

/* A place that is not behind the statement: that of a sibling before it. */
static guint32
find_place_before (const StatementChange *change)
{
  AmicusGraph *origin = amicus_graph_origin (change->graph);
  AmicusSyntax *syntax = change->graph->syntax;
  const StatementIndex *index = amicus_graph_index_statements (origin);
  AmicusStatement parent = amicus_syntax_get_parent (syntax, change->statement);
  AmicusStatement at = change->statement;

  for (guint i = 0; i < MAX_LOOKED_AT && at > 0; i++)
    {
      at--;
      if (index->block[at] != NO_BLOCK && amicus_syntax_get_parent (syntax, at) == parent &&
          amicus_syntax_get_first_child (syntax, at) == AMICUS_NO_STATEMENT)
        return PLACE_OF_BLOCK (index->block[at]);
    }

  return 0;
}

/* A statement that had no settings: its place is not known, but all names may stand before it. */
static gboolean
are_placed_before (const StatementChange *change)
{
  guint32 limit = find_place_before (change);

  for (guint i = 0; i < change->names->len; i++)
    {
      AmicusString name = g_array_index (change->names, AmicusString, i);

      if (get_place (change->graph->attributes.name_places, name) > limit)
        return FALSE;
    }

  return TRUE;
}

/* Where a name stood first when the graph was evaluated, if it still stands there. */
static gboolean
find_old_place (const StatementChange *change,
                AmicusString           name,
                guint32               *place)
{
  Attributes *attributes = &change->graph->attributes;
  guint32 own = (guint32) change->key;

  *place = get_place (amicus_graph_origin (change->graph)->attributes.name_places, name);
  if (*place == NO_PLACE || *place % 2 == 0)
    return TRUE;

  return *place != PLACE_OF_BLOCK (own) &&
         amicus_attributes_find_in_block (attributes, *place / 2, name) != NULL;
}

/* A name that stood here first is here no more. */
static gboolean
place_lost_name (const StatementChange *change,
                 AmicusString           name)
{
  Attributes *attributes = &change->graph->attributes;
  guint32 place;

  if (!find_old_place (change, name, &place))
    return FALSE;

  for (guint i = 0; i < attributes->replaced->len; i++)
    {
      const Replacement *replacement = &g_array_index (attributes->replaced, Replacement, i);
      guint32 block = replacement->block;

      if (replacement->key == change->key || block == NO_BLOCK ||
          amicus_attributes_find_in_block (attributes, block, name) == NULL)
        continue;
      if (!is_block_key (replacement->key))
        return FALSE;
      place = MIN (place, PLACE_OF_BLOCK ((guint32) replacement->key));
    }
  set_place (attributes, name, place);

  return TRUE;
}

/* Names that stand here first are in the order of their numbers, as if they had been met now. */
static gboolean
are_in_order (const StatementChange *change,
              guint32                own)
{
  AmicusString last = 0;

  for (guint i = 0; i < change->names->len; i++)
    {
      AmicusString name = g_array_index (change->names, AmicusString, i);

      if (get_place (change->graph->attributes.name_places, name) != own)
        continue;
      if (name < last)
        return FALSE;
      last = name;
    }

  return TRUE;
}

gboolean
amicus_graph_place_names (const StatementChange *change)
{
  Attributes *attributes = &change->graph->attributes;
  guint32 own;

  if (!is_block_key (change->key))
    return are_placed_before (change);

  own = PLACE_OF_BLOCK ((guint32) change->key);
  for (guint i = 0; i < change->n_before; i++)
    {
      AmicusString name = change->before[i].name;

      if (get_place (attributes->name_places, name) == own && !has_name (change, name) &&
          !place_lost_name (change, name))
        return FALSE;
    }
  for (guint i = 0; i < change->names->len; i++)
    {
      AmicusString name = g_array_index (change->names, AmicusString, i);

      set_place (attributes, name, MIN (own, get_place (attributes->name_places, name)));
    }

  return are_in_order (change, own);
}
