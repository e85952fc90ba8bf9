/* SPDX-License-Identifier: GPL-3.0-or-later
 * IDs in the values of attributes: who says it, who denies it, what is cited, who stands for a group.
 * Defaults may have them too. */

#define G_LOG_DOMAIN "amicus-document"

#include "document/editing-private.h"
#include "graph/evidence.h"

#include <string.h>

typedef enum
{
  LIST_SAID_BY,
  LIST_DENIED_BY,
  LIST_CITES,
  LIST_ENTITY,
  N_LISTS,
} List;

static const char *const list_names[N_LISTS] = { "saidBy", "deniedBy", "cites", "entity" };

/* How often defaults of each target set each list. */
typedef guint DefaultCounts[N_LISTS][3];

typedef struct
{
  Editing *editing;
  const char *old;
  const char *new;
  gboolean unites; /* whether the new ID may be in the lists already */
  DefaultCounts counts;
  AmicusParts parts;
  guint n_changed;
} Search;

static gboolean
find_list (const AmicusToken *name,
           List              *list)
{
  for (guint i = 0; i < N_LISTS; i++)
    if (amicus_token_is (name, list_names[i]))
      {
        *list = i;
        return TRUE;
      }

  return FALSE;
}

/* The bytes of an item that are its ID, without the blank space around them. */
static void
find_id (const char *item,
         gsize       length,
         List        list,
         gsize      *start,
         gsize      *end)
{
  g_autofree char *text = g_strndup (item, length);

  *start = 0;
  *end = list == LIST_CITES ? amicus_list_span (text, ";") : length;
  while (*start < *end && g_ascii_isspace (item[*start]))
    (*start)++;
  while (*end > *start && g_ascii_isspace (item[*end - 1]))
    (*end)--;
}

/* In a citation a semicolon and a backslash of an ID have a backslash before them. */
static char *
escape_id (const char *id,
           List        list)
{
  GString *text = g_string_new (id);

  if (list == LIST_CITES)
    {
      g_string_replace (text, "\\", "\\\\", 0);
      g_string_replace (text, ";", "\\;", 0);
    }

  return g_string_free (text, FALSE);
}

/* Appends an item with the new ID; nothing if there is none. */
static void
append_item (GString    *value,
             const char *item,
             gsize       length,
             gsize       start,
             gsize       end,
             const char *new)
{
  if (new == NULL)
    return;

  if (value->len > 0)
    g_string_append (value, "\\n");
  g_string_append_len (value, item, (gssize) start);
  g_string_append (value, new);
  g_string_append_len (value, item + end, (gssize) (length - end));
}

/* Whether a list has an item of these bytes besides the one at @at. */
static gboolean
has_other (const char *value,
           const char *at,
           const char *item)
{
  for (;;)
    {
      gsize length = amicus_list_span (value, "\\n");
      g_autofree char *other = g_strstrip (g_strndup (value, length));

      if (value != at && strcmp (other, item) == 0)
        return TRUE;
      if (value[length] == '\0')
        return FALSE;
      value += length + strlen ("\\n");
    }
}

/* Whether an item, once it has the new ID, would say what another says already. */
static gboolean
is_said_already (const Search *self,
                 const char   *value,
                 const char   *item,
                 gsize         length,
                 gsize         end,
                 const char   *new)
{
  g_autofree char *rest = g_strndup (item + end, length - end);
  g_autofree char *changed = NULL;

  if (!self->unites)
    return FALSE;
  changed = g_strstrip (g_strconcat (new, rest, NULL));

  return has_other (value, item, changed);
}

/* The value after the change; NULL if the old ID is not in it. */
static char *
change_value (Search     *self,
              const char *value,
              List        list)
{
  g_autofree char *old = escape_id (self->old, list);
  g_autofree char *new = self->new == NULL ? NULL : escape_id (self->new, list);
  g_autoptr (GString) changed = g_string_new (NULL);
  const char *whole = value;
  guint n_changed = 0;

  for (;;)
    {
      gsize length = list == LIST_ENTITY ? strlen (value) : amicus_list_span (value, "\\n");
      gsize start, end;

      find_id (value, length, list, &start, &end);
      if (end - start == strlen (old) && memcmp (value + start, old, end - start) == 0)
        {
          if (list == LIST_ENTITY || !is_said_already (self, whole, value, length, end, new))
            append_item (changed, value, length, start, end, new);
          n_changed++;
        }
      else
        append_item (changed, value, length, 0, 0, "");
      if (value[length] == '\0')
        break;
      value += length + strlen ("\\n");
    }
  self->n_changed += n_changed;

  return n_changed > 0 ? g_string_free (g_steal_pointer (&changed), FALSE) : NULL;
}

static AmicusTarget
find_target (const AmicusParts *parts)
{
  if (parts->kind == AMICUS_STATEMENT_NODE)
    return AMICUS_TARGET_NODE;
  if (parts->kind == AMICUS_STATEMENT_EDGE)
    return AMICUS_TARGET_EDGE;

  return parts->target;
}

static gboolean
is_default (const AmicusParts *parts)
{
  return parts->kind == AMICUS_STATEMENT_DEFAULTS || parts->kind == AMICUS_STATEMENT_ASSIGNMENT;
}

static guint
count_in_statement (const AmicusParts *parts,
                    List               list)
{
  guint n = 0;

  for (guint i = 0; i < parts->settings->len; i++)
    n += amicus_token_is (&g_array_index (parts->settings, AmicusSetting, i).name,
                          list_names[list]) ? 1 : 0;

  return n;
}

/* Whether another statement sets the list of an entity that this one speaks of. */
static gboolean
is_set_elsewhere (Editing         *editing,
                  AmicusStatement  statement,
                  const char      *attribute)
{
  guint n_here;
  const guint32 *here = amicus_index_get (&editing->of_statement, statement, &n_here);

  for (guint i = 0; i < n_here; i++)
    {
      guint n;
      const guint32 *others =
        amicus_index_get (&editing->of_entity, editing->mentions[here[i]].entity, &n);

      for (guint j = 0; j < n; j++)
        {
          AmicusStatement other = editing->mentions[others[j]].statement;

          if (other != statement &&
              amicus_syntax_get_kind (editing->syntax, other) == AMICUS_STATEMENT_NODE &&
              amicus_editing_sets (editing, other, attribute))
            return TRUE;
        }
    }

  return FALSE;
}

/* Whether another statement makes a relation of this one too. */
static gboolean
is_related_elsewhere (Editing         *editing,
                      AmicusStatement  statement)
{
  guint n_here;
  const guint32 *here = amicus_index_get (&editing->pairs_of_statement, statement, &n_here);

  for (guint i = 0; i < n_here; i++)
    for (guint j = 0; j < editing->n_pairs; j++)
      if (editing->pairs[j].statement != statement &&
          editing->pairs[j].relation == editing->pairs[here[i]].relation)
        return TRUE;

  return FALSE;
}

/* Whether an empty list says no more than none: nothing else would come to light. */
static gboolean
may_be_left_out (Search          *self,
                 AmicusStatement  statement,
                 List             list)
{
  guint n_defaults = self->counts[list][find_target (&self->parts)];

  if (count_in_statement (&self->parts, list) > 1)
    return FALSE;
  if (is_default (&self->parts))
    return n_defaults == 1;
  if (n_defaults > 0)
    return FALSE;

  return self->parts.kind == AMICUS_STATEMENT_NODE
           ? !is_set_elsewhere (self->editing, statement, list_names[list])
           : !is_related_elsewhere (self->editing, statement);
}

/* Returns whether the setting was left out, and no other of the statement may be touched. */
static gboolean
change_setting (Search              *self,
                AmicusStatement      statement,
                const AmicusSetting *setting)
{
  g_autoptr (GString) buffer = g_string_new (NULL);
  g_autofree char *value = NULL;
  g_autofree char *changed = NULL;
  const char *bytes;
  gsize length;
  List list;

  if (setting->value.type == AMICUS_TOKEN_NONE || !find_list (&setting->name, &list))
    return FALSE;
  bytes = amicus_token_get_value (&setting->value, buffer, &length);
  value = g_strndup (bytes, length);
  changed = change_value (self, value, list);
  if (changed == NULL)
    return FALSE;

  if (*changed == '\0' && may_be_left_out (self, statement, list))
    {
      amicus_edit_set (self->editing->patch, self->editing->syntax, statement, list_names[list],
                       NULL);
      return TRUE;
    }
  amicus_edit_replace_token (self->editing->patch, self->editing->syntax, &setting->value, changed);
  return FALSE;
}

static gboolean
has_list (const AmicusParts *parts)
{
  List list;

  for (guint i = 0; i < parts->settings->len; i++)
    if (find_list (&g_array_index (parts->settings, AmicusSetting, i).name, &list))
      return TRUE;

  return FALSE;
}

static void
count_defaults (Search          *self,
                AmicusStatement  statement)
{
  if (!is_default (&self->parts))
    return;
  for (guint i = 0; i < N_LISTS; i++)
    self->counts[i][find_target (&self->parts)] += count_in_statement (&self->parts, i) > 0 ? 1 : 0;
}

/* One setting is left out at a time: what is around it would be in its way. */
static void
change_statement (Search          *self,
                  AmicusStatement  statement)
{
  guint n_before = self->n_changed;

  for (guint i = 0; i < self->parts.settings->len; i++)
    {
      const AmicusSetting *setting = &g_array_index (self->parts.settings, AmicusSetting, i);
      List list;

      if (find_list (&setting->name, &list) && self->n_changed == n_before &&
          change_setting (self, statement, setting))
        return;
    }
}

typedef void (*VisitFunc) (Search          *self,
                           AmicusStatement  statement);

static AmicusStatement
next_in_graph (Search          *self,
               AmicusStatement  at)
{
  AmicusSyntax *syntax = self->editing->syntax;
  AmicusStatement next = amicus_syntax_get_first_child (syntax, at);

  while (next == AMICUS_NO_STATEMENT && at != self->editing->root)
    {
      next = amicus_syntax_get_next (syntax, at);
      at = amicus_syntax_get_parent (syntax, at);
    }

  return next;
}

static void
visit_lists (Search    *self,
             VisitFunc  visit)
{
  for (AmicusStatement at = next_in_graph (self, self->editing->root); at != AMICUS_NO_STATEMENT;
       at = next_in_graph (self, at))
    {
      amicus_syntax_get_parts (self->editing->syntax, at, &self->parts);
      if (has_list (&self->parts))
        visit (self, at);
    }
}

guint
amicus_editing_change_references (Editing    *self,
                                  const char *old,
                                  const char *new)
{
  Search search = { self, old, new };

  search.unites = new != NULL &&
                  amicus_graph_find_entity (self->graph, new).kind != AMICUS_ELEMENT_NONE;
  amicus_parts_init (&search.parts);
  visit_lists (&search, count_defaults);
  visit_lists (&search, change_statement);
  amicus_parts_clear (&search.parts);

  return search.n_changed;
}
