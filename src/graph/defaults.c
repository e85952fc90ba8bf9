/* SPDX-License-Identifier: GPL-3.0-or-later
 * Defaults of scopes: what held where, and when. */

#define G_LOG_DOMAIN "amicus-graph"

#include "graph/attributes-private.h"

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

/* The changes of one name of one target in one scope, or NULL. */
static GArray *
find_history (Attributes *self,
              AmicusTarget target,
              Scope scope,
              AmicusString name)
{
  HistoryKey key = { target, scope, name };
  AmicusString number;

  if (!amicus_strings_lookup (self->history_keys, (const char *) &key, sizeof key, &number))
    return NULL;

  return g_ptr_array_index (self->histories, number - 1);
}

static GArray *
ensure_history (Attributes *self,
                AmicusTarget target,
                Scope scope,
                AmicusString name)
{
  HistoryKey key = { target, scope, name };
  AmicusString number = amicus_strings_intern (self->history_keys, (const char *) &key, sizeof key);

  if (number > self->histories->len)
    g_ptr_array_add (self->histories, g_array_new (FALSE, FALSE, sizeof (Change)));

  return g_ptr_array_index (self->histories, number - 1);
}

static ScopeDefaults *
get_scope (Attributes *self,
           Scope scope)
{
  return &g_array_index (self->scopes, ScopeDefaults, scope);
}

/* Opens the next scope. */
void
amicus_attributes_open_scope (Attributes *self,
                              Scope parent)
{
  ScopeDefaults scope = { .parent = parent, .clock = self->clock };

  g_array_append_val (self->scopes, scope);
}

static void
remember_name (Attributes *self,
               AmicusTarget target,
               Scope scope,
               AmicusString name)
{
  GArray **names = &get_scope (self, scope)->names[target];
  DefaultName entry = { self->clock, name };

  if (*names == NULL)
    *names = g_array_new (FALSE, FALSE, sizeof (DefaultName));
  g_array_append_val (*names, entry);
}

void
amicus_attributes_set_default (Attributes *self,
                               AmicusTarget target,
                               Scope scope,
                               const AmicusSetting *given)
{
  Change change = { ++self->clock, amicus_attributes_read (self, given) };
  AmicusString name = change.setting.name;
  GArray *history = ensure_history (self, target, scope, name);

  if (history->len == 0)
    remember_name (self, target, scope, name);
  g_array_append_val (history, change);
}

/* Parents come before their children. */
void
amicus_attributes_link_scopes (Attributes *self)
{
  for (Scope i = 0; i < self->scopes->len; i++)
    {
      ScopeDefaults *scope = get_scope (self, i);

      for (guint target = 0; target < G_N_ELEMENTS (scope->nearest); target++)
        if (scope->names[target] != NULL)
          scope->nearest[target] = i;
        else if (scope->parent == NO_SCOPE)
          scope->nearest[target] = NO_SCOPE;
        else
          scope->nearest[target] = get_scope (self, scope->parent)->nearest[target];
    }
}

/* The last change made at @clock or before. */
static Setting *
find_change (GArray *history,
             guint32 clock)
{
  guint low = 0;
  guint high = history == NULL ? 0 : history->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (history, Change, middle).clock <= clock)
        low = middle + 1;
      else
        high = middle;
    }

  return low == 0 ? NULL : &g_array_index (history, Change, low - 1).setting;
}

static Scope
next_outside (Attributes *self,
              Scope scope,
              AmicusTarget target)
{
  Scope parent = get_scope (self, scope)->parent;

  return parent == NO_SCOPE ? NO_SCOPE : get_scope (self, parent)->nearest[target];
}

Setting *
amicus_attributes_find_default (Attributes *self,
                                AmicusTarget target,
                                Scope scope,
                                guint32 clock,
                                AmicusString name)
{
  for (scope = get_scope (self, scope)->nearest[target]; scope != NO_SCOPE;
       scope = next_outside (self, scope, target))
    {
      Setting *found = find_change (find_history (self, target, scope, name), clock);

      if (found != NULL)
        return found;
    }

  return NULL;
}

Setting *
amicus_attributes_find_in_scope (Attributes *self,
                                 Scope scope,
                                 AmicusString name)
{
  return find_change (find_history (self, AMICUS_TARGET_GRAPH, scope, name), G_MAXUINT32);
}

/* A group takes over what holds around it when it is opened first. */
Setting *
amicus_attributes_find_inherited (Attributes *self,
                                  Scope scope,
                                  AmicusString name)
{
  const ScopeDefaults *here = get_scope (self, scope);

  if (here->parent == NO_SCOPE)
    return NULL;

  return amicus_attributes_find_default (self, AMICUS_TARGET_GRAPH, here->parent, here->clock,
                                         name);
}

void
amicus_attributes_list_defaults (Attributes *self,
                                 AmicusTarget target,
                                 Scope scope,
                                 guint32 clock,
                                 GArray *names)
{
  for (scope = get_scope (self, scope)->nearest[target]; scope != NO_SCOPE;
       scope = next_outside (self, scope, target))
    {
      const GArray *here = get_scope (self, scope)->names[target];

      for (guint i = 0; i < here->len; i++)
        {
          const DefaultName *entry = &g_array_index (here, DefaultName, i);

          if (entry->clock > clock)
            break;
          g_array_append_val (names, entry->name);
        }
    }
}
