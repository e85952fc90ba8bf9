/* SPDX-License-Identifier: GPL-3.0-or-later
 * A graph of which only the settings of some statements are others.
 *
 * A revised graph has all in common with the graph that was evaluated, its origin, but for a short
 * list of blocks of settings. Only what plainly changes nothing else is revised: whatever could
 * reach farther is left to a new evaluation. */

#define G_LOG_DOMAIN "amicus-graph"

#include "graph/revise-private.h"

#include <string.h>

#include "graph/checks-private.h"
#include "graph/evaluate-private.h"
#include "graph/evidence.h"

/* A statement until now and from now on. */
typedef struct
{
  AmicusGraph *graph;
  AmicusGraph *before;
  AmicusStatement statement;
  AmicusParts old;
  AmicusParts new;
} Revising;

static AmicusGraph *
new_revised (AmicusGraph  *before,
             AmicusSyntax *syntax)
{
  AmicusGraph *self = g_memdup2 (before, sizeof *before);
  Attributes *attributes = &self->attributes;

  self->edition = amicus_graph_next_edition ();
  g_atomic_ref_count_init (&self->references);
  self->origin = amicus_graph_ref (amicus_graph_origin (before));
  self->syntax = amicus_syntax_ref (syntax);
  self->statement_index = NULL;
  self->group_of = NULL;
  self->clusters = NULL;
  self->represented = NULL;
  self->sources = NULL;
  self->source_numbers = NULL;
  self->findings = NULL;
  g_array_ref (attributes->name_places);
  attributes->replaced = attributes->replaced != NULL
                           ? g_array_copy (attributes->replaced)
                           : g_array_new (FALSE, FALSE, sizeof (Replacement));

  return self;
}

/* The limit of work grows with the file: whether nothing was left out, and nothing will be. */
static gboolean
is_within_limits (AmicusGraph  *origin,
                  AmicusSyntax *syntax)
{
  gsize old = amicus_syntax_get_size (origin->syntax);
  gsize new = amicus_syntax_get_size (syntax);

  if (origin->n_more_findings > 0)
    return FALSE;
  if (origin->work <= MAX_WORK)
    return TRUE;

  return amicus_graph_count (syntax) == 1 &&
         origin->work + (new < old ? old - new : 0) <= origin->max_work;
}

static gboolean
is_same_token (const AmicusToken *a,
               const AmicusToken *b)
{
  return a->type == b->type &&
         (a->type == AMICUS_TOKEN_NONE ||
          (a->length == b->length && memcmp (a->bytes, b->bytes, a->length) == 0));
}

static gboolean
has_same_ends (const AmicusParts *a,
               const AmicusParts *b)
{
  if (a->kind != b->kind || a->ends->len != b->ends->len)
    return FALSE;

  for (guint i = 0; i < a->ends->len; i++)
    {
      const AmicusEnd *first = &g_array_index (a->ends, AmicusEnd, i);
      const AmicusEnd *second = &g_array_index (b->ends, AmicusEnd, i);

      if (first->group != second->group || !is_same_token (&first->id, &second->id) ||
          !is_same_token (&first->port, &second->port) ||
          !is_same_token (&first->compass, &second->compass))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_key (const AmicusParts   *parts,
        const AmicusSetting *setting)
{
  return parts->kind == AMICUS_STATEMENT_EDGE && setting->value.type != AMICUS_TOKEN_NONE &&
         (setting->name.type != AMICUS_TOKEN_NAME || setting->name.length == strlen ("key")) &&
         amicus_token_is (&setting->name, "key");
}

static AmicusToken
find_key (const AmicusParts *parts)
{
  AmicusToken key = { AMICUS_TOKEN_NONE };

  for (guint i = 0; i < parts->settings->len; i++)
    {
      const AmicusSetting *setting = &g_array_index (parts->settings, AmicusSetting, i);

      if (is_key (parts, setting))
        key = setting->value;
    }

  return key;
}

/* Whether the statement stands in the graph rather than in another one of the file. */
static gboolean
is_in_graph (const Revising *self)
{
  AmicusStatement at = self->statement;

  while (at != AMICUS_NO_STATEMENT && at != self->graph->statement)
    at = amicus_syntax_get_parent (self->graph->syntax, at);

  return at != AMICUS_NO_STATEMENT;
}

/* Whether there was something to say about the statement when the graph was evaluated. */
static gboolean
has_finding (const Revising *self)
{
  AmicusGraph *origin = self->graph->origin;
  const GArray *findings = origin->findings;
  gsize length;
  gsize start = amicus_syntax_get_start (origin->syntax, self->statement);
  guint low = 0;
  guint high = findings->len;

  amicus_syntax_get_text (origin->syntax, self->statement, &length);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (findings, AmicusDiagnostic, middle).offset < start)
        low = middle + 1;
      else
        high = middle;
    }

  return low < findings->len &&
         g_array_index (findings, AmicusDiagnostic, low).offset <= start + length;
}

/* The block of a statement, or the only one that its element can have. */
static gboolean
find_block_key (const Revising *self,
                guint64        *key)
{
  AmicusGraph *origin = self->graph->origin;
  guint32 block = amicus_graph_index_statements (origin)->block[self->statement];
  AmicusElement element;
  AmicusTarget target;

  if (block != NO_BLOCK)
    {
      *key = amicus_attributes_block_key (block);
      return TRUE;
    }

  element = amicus_graph_find_subject (origin, self->statement, &self->old);
  if (element.kind == AMICUS_ELEMENT_NONE)
    return FALSE;

  target = element.kind == AMICUS_ELEMENT_ENTITY ? AMICUS_TARGET_NODE : AMICUS_TARGET_EDGE;
  *key = amicus_attributes_element_key (target, element.id);

  return g_array_index (origin->attributes.applied[target].first, guint32, element.id) == NO_BLOCK;
}

/* The old settings, which are valid until others are added. */
static void
find_settings_before (Revising        *self,
                      StatementChange *change)
{
  Attributes *attributes = &self->before->attributes;
  guint32 element = (guint32) change->key;
  guint64 target = change->key >> 32;
  guint32 block = NO_BLOCK;

  if (change->key >= amicus_attributes_block_key (0))
    block = (guint32) change->key;
  else if (amicus_attributes_count_blocks (attributes, (AmicusTarget) target, element) > 0)
    block = amicus_attributes_get_block (attributes, (AmicusTarget) target, element, 0);

  change->before = amicus_attributes_get_settings (attributes, block, &change->n_before);
}

/* Values are read at once, since their places are no places of the origin. */
static void
read_settings (Revising        *self,
               StatementChange *change)
{
  Attributes *attributes = &self->graph->attributes;

  for (guint i = 0; i < self->new.settings->len; i++)
    {
      const AmicusSetting *given = &g_array_index (self->new.settings, AmicusSetting, i);
      Setting setting = { .type = given->value.type & 7, .is_read = TRUE };
      gsize length;
      const char *text;
      AmicusString name;

      if (given->value.type == AMICUS_TOKEN_NONE || is_key (&self->new, given))
        continue;
      text = amicus_attributes_read_token (attributes, &given->name, &length);
      name = amicus_strings_intern (attributes->names, text, length);
      setting.name = name & MAX_NAMES;
      setting.value = amicus_attributes_intern (attributes, &given->value);
      g_array_append_val (change->names, name);
      g_array_append_val (change->settings, setting);
    }
}

static gboolean
replace_settings (Revising *self)
{
  Attributes *attributes = &self->graph->attributes;
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (AmicusString));
  g_autoptr (GArray) settings = g_array_new (FALSE, FALSE, sizeof (Setting));
  StatementChange change = { .graph = self->graph, .statement = self->statement, .names = names,
                             .settings = settings };
  guint32 block;

  if (!find_block_key (self, &change.key))
    return FALSE;

  find_settings_before (self, &change);
  read_settings (self, &change);
  if (!amicus_graph_place_names (&change))
    return FALSE;

  block = amicus_attributes_add_block (attributes, self->statement, settings);
  amicus_attributes_replace (attributes, change.key, block);

  return TRUE;
}

/* What is cited is numbered and checked elsewhere in the file. */
static gboolean
is_source_as_before (const Revising *self,
                     guint32         entity)
{
  gboolean is_source = amicus_graph_get_kind (self->graph, entity) == AMICUS_KIND_SOURCE;
  gboolean was_source = amicus_graph_get_kind (self->before, entity) == AMICUS_KIND_SOURCE;

  return is_source == was_source;
}

static AmicusElement
find_end (const Revising *self,
          guint           nth)
{
  Attributes *attributes = &self->graph->attributes;
  const AmicusToken *token = &g_array_index (self->new.ends, AmicusEnd, nth).id;
  gsize length;
  const char *id = amicus_attributes_read_token (attributes, token, &length);
  g_autofree char *copy = g_strndup (id, length);

  return amicus_graph_find_entity (self->graph, copy);
}

static gboolean
are_sources_as_before (const Revising *self)
{
  if (self->new.kind != AMICUS_STATEMENT_NODE)
    return TRUE;

  for (guint i = 0; i < self->new.ends->len; i++)
    if (!is_source_as_before (self, find_end (self, i).id))
      return FALSE;

  return TRUE;
}

static gboolean
mentions_sources (const AmicusParts *parts)
{
  for (guint i = 0; i < parts->settings->len; i++)
    if (amicus_token_is (&g_array_index (parts->settings, AmicusSetting, i).name, "cites"))
      return TRUE;

  return FALSE;
}

/* The numbers of sources stay as long as nothing is cited here. */
static void
keep_sources (const Revising *self)
{
  AmicusGraph *graph = self->graph;

  if (mentions_sources (&self->old) || mentions_sources (&self->new))
    {
      g_clear_pointer (&graph->sources, g_array_unref);
      g_clear_pointer (&graph->source_numbers, g_array_unref);
    }
}

static gboolean
revise_statement (Revising *self)
{
  AmicusToken old_key, new_key;

  if (!is_in_graph (self))
    return TRUE;

  amicus_syntax_get_parts (self->before->syntax, self->statement, &self->old);
  amicus_syntax_get_parts (self->graph->syntax, self->statement, &self->new);
  old_key = find_key (&self->old);
  new_key = find_key (&self->new);
  if (!has_same_ends (&self->old, &self->new) || !is_same_token (&old_key, &new_key) ||
      has_finding (self) || !replace_settings (self) || !are_sources_as_before (self) ||
      amicus_graph_has_fault (self->graph, &self->new))
    return FALSE;
  keep_sources (self);

  return TRUE;
}

static gboolean
revise_statements (AmicusGraph *self,
                   AmicusGraph *before)
{
  g_autoptr (GArray) statements = amicus_syntax_list_revised (self->syntax, before->syntax);
  Revising revising = { .graph = self, .before = before };
  gboolean is_done = TRUE;

  amicus_parts_init (&revising.old);
  amicus_parts_init (&revising.new);
  for (guint i = 0; i < statements->len && is_done; i++)
    {
      revising.statement = g_array_index (statements, AmicusStatement, i);
      is_done = revise_statement (&revising);
    }
  amicus_parts_clear (&revising.old);
  amicus_parts_clear (&revising.new);

  return is_done;
}

/**
 * amicus_graph_revise:
 * @self: a graph
 * @syntax: another state of the file
 *
 * Evaluates what amicus_syntax_revise() has changed. All numbers stay the same. The graph belongs to
 * the thread of @self, with which it has nearly everything in common.
 *
 * Returns: (transfer full) (nullable): what amicus_graph_new() would make of @syntax; %NULL where
 *   the change may reach farther than the statements that were revised
 */
AmicusGraph *
amicus_graph_revise (AmicusGraph  *self,
                     AmicusSyntax *syntax)
{
  g_autoptr (AmicusGraph) revised = NULL;

  g_return_val_if_fail (self != NULL && syntax != NULL, NULL);

  if (self->statement == AMICUS_NO_STATEMENT || !amicus_syntax_is_akin (self->syntax, syntax) ||
      !is_within_limits (amicus_graph_origin (self), syntax))
    return NULL;

  revised = new_revised (self, syntax);
  if (self->sources != NULL)
    {
      revised->sources = g_array_ref (self->sources);
      revised->source_numbers = g_array_ref (self->source_numbers);
    }

  return revise_statements (revised, self) ? g_steal_pointer (&revised) : NULL;
}
