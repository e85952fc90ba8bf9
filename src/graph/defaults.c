/* SPDX-License-Identifier: GPL-3.0-or-later
 * Defaults of scopes: what held where, and when. */

#define G_LOG_DOMAIN "amicus-graph"

#include "graph/attributes-private.h"

#include <stdlib.h>

/* The number of no history, and of the one that is always there. */
#define NO_HISTORY 0

/* One change of a default. */
typedef struct
{
  guint32 clock;
  Setting setting;
} Change;

/* Of what a history is. Without gaps, for its bytes are looked up. */
typedef struct
{
  guint32 target;
  guint32 scope;
  guint32 name;
} HistoryKey;

/**
 * History:
 * @key: of what it is
 * @changes: Change elements, or %NULL
 * @begin: time of the first, 0 for no history
 * @outer: the next history of the same name outside
 * @older: the next one outside that began earlier
 * @jump: another one further outside on the way over @older
 * @depth: the length of that way
 *
 * What held at a time is looked for from inside to outside, past histories that had not begun.
 * Nesting may be deep, and made so that this is a long way: it takes as many steps as the depth has
 * binary digits (Eugene W. Myers, "An applicative random-access stack", 1983).
 */
typedef struct
{
  HistoryKey key;
  GArray *changes;
  guint32 begin;
  guint32 outer;
  guint32 older;
  guint32 jump;
  guint32 depth;
} History;

/**
 * Boundary:
 * @key: the target, the name and the start or end of a scope
 * @history: that of the innermost scope that has one, from there to the next boundary
 */
typedef struct
{
  guint64 key;
  guint32 history;
} Boundary;

static void
clear_history (gpointer data)
{
  History *history = data;

  g_clear_pointer (&history->changes, g_array_unref);
}

void
amicus_attributes_init_defaults (Attributes *self)
{
  self->scopes = g_array_new (FALSE, FALSE, sizeof (ScopePlace));
  self->history_keys = amicus_strings_new ();
  self->histories = g_array_new (FALSE, TRUE, sizeof (History));
  g_array_set_clear_func (self->histories, clear_history);
  g_array_set_size (self->histories, NO_HISTORY + 1);
  self->boundaries = g_array_new (FALSE, FALSE, sizeof (Boundary));
  for (guint i = 0; i < G_N_ELEMENTS (self->default_names); i++)
    self->default_names[i] = g_array_new (FALSE, FALSE, sizeof (AmicusString));

  amicus_attributes_open_scope (self, NO_SCOPE);
}

void
amicus_attributes_clear_defaults (Attributes *self)
{
  g_array_unref (self->scopes);
  amicus_strings_free (self->history_keys);
  g_array_unref (self->histories);
  g_array_unref (self->boundaries);
  for (guint i = 0; i < G_N_ELEMENTS (self->default_names); i++)
    g_array_unref (self->default_names[i]);
}

static ScopePlace *
get_scope (Attributes *self,
           Scope scope)
{
  return &g_array_index (self->scopes, ScopePlace, scope);
}

static History *
get_history (Attributes *self,
             guint32 history)
{
  return &g_array_index (self->histories, History, history);
}

/* Opens the next scope. */
void
amicus_attributes_open_scope (Attributes *self,
                              Scope parent)
{
  ScopePlace scope = { .parent = parent, .clock = self->clock };

  g_array_append_val (self->scopes, scope);
}

void
amicus_attributes_set_default (Attributes *self,
                               AmicusTarget target,
                               Scope scope,
                               const AmicusSetting *given)
{
  guint32 place = PLACE_BEFORE_BLOCK (self->blocks->len);
  Change change = { ++self->clock, amicus_attributes_read (self, given, place) };
  HistoryKey key = { target, scope, change.setting.name };
  AmicusString number = amicus_strings_intern (self->history_keys, (const char *) &key, sizeof key);

  if (number == self->histories->len)
    {
      History history = { .key = key, .begin = change.clock };

      history.changes = g_array_new (FALSE, FALSE, sizeof (Change));
      g_array_append_val (self->histories, history);
    }
  g_array_append_val (get_history (self, number)->changes, change);
}

/* Numbers the scopes so that those inside one follow it. Parents come before their children. */
static void
place_scopes (Attributes *self)
{
  guint n_scopes = self->scopes->len;
  g_autofree guint32 *sizes = g_new (guint32, n_scopes);
  g_autofree guint32 *next = g_new0 (guint32, n_scopes);

  for (guint i = 0; i < n_scopes; i++)
    sizes[i] = 1;
  for (guint i = n_scopes - 1; i > 0; i--)
    sizes[get_scope (self, i)->parent] += sizes[i];
  for (guint i = 0; i < n_scopes; i++)
    {
      ScopePlace *scope = get_scope (self, i);

      if (scope->parent != NO_SCOPE)
        {
          scope->start = next[scope->parent];
          next[scope->parent] += sizes[i];
        }
      scope->end = scope->start + sizes[i];
      next[i] = scope->start + 1;
    }
}

static guint64
boundary_key (AmicusTarget target,
              AmicusString name,
              guint32 place)
{
  return (guint64) target << 60 | (guint64) name << 32 | place;
}

static int
compare_boundaries (gconstpointer a,
                    gconstpointer b)
{
  const Boundary *first = a;
  const Boundary *second = b;

  return (first->key > second->key) - (first->key < second->key);
}

/* The starts of all histories, in the order of their keys. */
static GArray *
sort_histories (Attributes *self)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (Boundary));

  for (guint32 i = NO_HISTORY + 1; i < self->histories->len; i++)
    {
      const HistoryKey *key = &get_history (self, i)->key;
      Boundary start = { 0, i };

      start.key = boundary_key (key->target, key->name, get_scope (self, key->scope)->start);
      g_array_append_val (starts, start);
    }
  g_array_sort (starts, compare_boundaries);

  return starts;
}

/* From @key on, @history holds. */
static void
add_boundary (Attributes *self,
              guint64 key,
              guint32 history)
{
  GArray *boundaries = self->boundaries;
  Boundary boundary = { key, history };

  if (boundaries->len > 0 && g_array_index (boundaries, Boundary, boundaries->len - 1).key == key)
    g_array_index (boundaries, Boundary, boundaries->len - 1) = boundary;
  else
    g_array_append_val (boundaries, boundary);
}

/* Leaves the scopes that end at @key or before, from inside to outside; returns what is around. */
static guint32
leave_scopes (Attributes *self,
              guint32 innermost,
              guint64 key)
{
  while (innermost != NO_HISTORY)
    {
      const History *history = get_history (self, innermost);
      guint64 end = boundary_key (history->key.target, history->key.name,
                                  get_scope (self, history->key.scope)->end);

      if (end > key)
        break;
      add_boundary (self, end, history->outer);
      innermost = history->outer;
    }

  return innermost;
}

/* The innermost history that had begun at @clock, from @history outwards. */
static guint32
find_begun (Attributes *self,
            guint32 history,
            guint32 clock)
{
  while (get_history (self, history)->begin > clock)
    {
      const History *here = get_history (self, history);

      history = get_history (self, here->jump)->begin > clock ? here->jump : here->older;
    }

  return history;
}

static void
link_history (Attributes *self,
              guint32 number,
              guint32 outer)
{
  History *history = get_history (self, number);
  const History *older, *jump;

  history->outer = outer;
  history->older = find_begun (self, outer, history->begin - 1);
  older = get_history (self, history->older);
  jump = get_history (self, older->jump);
  history->depth = older->depth + 1;
  if (older->depth - jump->depth == jump->depth - get_history (self, jump->jump)->depth)
    history->jump = jump->jump;
  else
    history->jump = history->older;
}

static void
note_name (Attributes *self,
           const HistoryKey *key)
{
  GArray *names = self->default_names[key->target];

  if (names->len == 0 || g_array_index (names, AmicusString, names->len - 1) != key->name)
    g_array_append_val (names, key->name);
}

/* After the last change. */
void
amicus_attributes_finish_defaults (Attributes *self)
{
  g_autoptr (GArray) starts = NULL;
  guint32 innermost = NO_HISTORY;

  place_scopes (self);
  starts = sort_histories (self);
  for (guint i = 0; i < starts->len; i++)
    {
      const Boundary *start = &g_array_index (starts, Boundary, i);

      innermost = leave_scopes (self, innermost, start->key);
      link_history (self, start->history, innermost);
      note_name (self, &get_history (self, start->history)->key);
      add_boundary (self, start->key, start->history);
      innermost = start->history;
    }
  leave_scopes (self, innermost, G_MAXUINT64);
}

/* The history of the innermost scope around @scope that has one of the name. */
static guint32
find_nearest (Attributes *self,
              AmicusTarget target,
              Scope scope,
              AmicusString name)
{
  guint64 key = boundary_key (target, name, get_scope (self, scope)->start);
  const Boundary *boundaries = (const Boundary *) (gpointer) self->boundaries->data;
  guint low = 0;
  guint high = self->boundaries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (boundaries[middle].key <= key)
        low = middle + 1;
      else
        high = middle;
    }

  return low > 0 && boundaries[low - 1].key >> 32 == key >> 32 ? boundaries[low - 1].history
                                                               : NO_HISTORY;
}

/* The last change made at @clock or before. */
static Setting *
find_change (GArray *changes,
             guint32 clock)
{
  guint low = 0;
  guint high = changes == NULL ? 0 : changes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (changes, Change, middle).clock <= clock)
        low = middle + 1;
      else
        high = middle;
    }

  return low == 0 ? NULL : &g_array_index (changes, Change, low - 1).setting;
}

Setting *
amicus_attributes_find_default (Attributes *self,
                                AmicusTarget target,
                                Scope scope,
                                guint32 clock,
                                AmicusString name)
{
  guint32 history = find_begun (self, find_nearest (self, target, scope, name), clock);

  return find_change (get_history (self, history)->changes, clock);
}

Setting *
amicus_attributes_find_in_scope (Attributes *self,
                                 Scope scope,
                                 AmicusString name)
{
  const History *history =
    get_history (self, find_nearest (self, AMICUS_TARGET_GRAPH, scope, name));

  return history->key.scope == scope ? find_change (history->changes, G_MAXUINT32) : NULL;
}

/* A group takes over what holds around it when it is opened first. */
Setting *
amicus_attributes_find_inherited (Attributes *self,
                                  Scope scope,
                                  AmicusString name)
{
  const ScopePlace *here = get_scope (self, scope);

  if (here->parent == NO_SCOPE)
    return NULL;

  return amicus_attributes_find_default (self, AMICUS_TARGET_GRAPH, here->parent, here->clock,
                                         name);
}

void
amicus_attributes_list_defaults (Attributes *self,
                                 AmicusTarget target,
                                 GArray *names)
{
  const GArray *all = self->default_names[target];

  if (all->len > 0)
    g_array_append_vals (names, all->data, all->len);
}
