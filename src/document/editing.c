/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/editing-private.h"

#include <glib/gi18n-lib.h>

#include "base/text.h"
#include "graph/evidence.h"

/* The numbers from 0 to before @n_items, sorted by their keys, which are less than @n_keys. */
static Index
index_items (const guint32 *keys,
             guint          n_items,
             guint          n_keys)
{
  Index self = { g_new0 (guint32, (gsize) n_keys + 2), g_new (guint32, (gsize) n_items + 1) };

  for (guint i = 0; i < n_items; i++)
    self.starts[keys[i] + 2]++;
  for (guint i = 2; i < n_keys + 2; i++)
    self.starts[i] += self.starts[i - 1];
  for (guint i = 0; i < n_items; i++)
    self.items[self.starts[keys[i] + 1]++] = i;

  return self;
}

static void
index_clear (Index *self)
{
  g_free (self->starts);
  g_free (self->items);
}

const guint32 *
amicus_index_get (const Index *self,
                  guint32      key,
                  guint       *n_items)
{
  *n_items = self->starts[key + 1] - self->starts[key];

  return self->items + self->starts[key];
}

static void
index_all (Editing *self)
{
  guint n_statements = amicus_syntax_get_n_statements (self->syntax);
  g_autofree guint32 *keys = g_new (guint32, MAX (self->n_mentions, self->n_pairs));

  for (guint i = 0; i < self->n_mentions; i++)
    keys[i] = self->mentions[i].entity;
  self->of_entity = index_items (keys, self->n_mentions, amicus_graph_get_n_entities (self->graph));
  for (guint i = 0; i < self->n_mentions; i++)
    keys[i] = self->mentions[i].statement;
  self->of_statement = index_items (keys, self->n_mentions, n_statements);
  for (guint i = 0; i < self->n_pairs; i++)
    keys[i] = self->pairs[i].statement;
  self->pairs_of_statement = index_items (keys, self->n_pairs, n_statements);
}

void
amicus_editing_init (Editing        *self,
                     AmicusDocument *document)
{
  *self = (Editing) { document };
  self->syntax = amicus_syntax_ref (document->syntax);
  self->graph = amicus_graph_ref (document->graph);
  self->all = amicus_mentions_new (self->syntax, document->nth);
  self->root = amicus_mentions_get_graph (self->all);
  self->mentions = amicus_mentions_get_entities (self->all, &self->n_mentions);
  self->pairs = amicus_mentions_get_pairs (self->all, &self->n_pairs);
  self->is_gone = g_new0 (gboolean, (gsize) self->n_mentions + 1);
  self->patch = amicus_patch_new ();
  index_all (self);
}

void
amicus_editing_clear (Editing *self)
{
  index_clear (&self->of_entity);
  index_clear (&self->of_statement);
  index_clear (&self->pairs_of_statement);
  g_clear_pointer (&self->is_gone, g_free);
  g_clear_pointer (&self->patch, amicus_patch_unref);
  g_clear_pointer (&self->all, amicus_mentions_free);
  g_clear_pointer (&self->graph, amicus_graph_unref);
  g_clear_pointer (&self->syntax, amicus_syntax_unref);
}

gboolean
amicus_editing_apply (Editing  *self,
                      GError  **error)
{
  if (self->is_impossible)
    return amicus_document_refuse (error, _("A brace is missing at the end of the graph"));

  return amicus_document_apply (self->document, self->patch, error);
}

void
amicus_editing_replace_ends (Editing            *self,
                             AmicusStatement     statement,
                             const AmicusNewEnd *ends,
                             guint               n_ends)
{
  if (amicus_edit_is_closed (self->syntax, statement))
    amicus_edit_replace_ends (self->patch, self->syntax, statement, ends, n_ends);
  else
    self->is_impossible = TRUE;
}

AmicusStatement
amicus_editing_find_last (Editing             *self,
                          AmicusStatement      body,
                          AmicusStatementKind  kind)
{
  AmicusStatement last = AMICUS_NO_STATEMENT;

  for (AmicusStatement at = amicus_syntax_get_first_child (self->syntax, body);
       at != AMICUS_NO_STATEMENT; at = amicus_syntax_get_next (self->syntax, at))
    if (amicus_syntax_get_kind (self->syntax, at) == kind)
      last = at;

  return last;
}

AmicusStatement
amicus_editing_find_body (Editing  *self,
                          guint32   group,
                          gboolean  for_new)
{
  guint n;
  const AmicusOpening *openings = amicus_mentions_get_openings (self->all, &n);

  if (group == AMICUS_NO_INDEX)
    return self->root;
  for (guint i = 0; i < n; i++)
    {
      AmicusStatement at = openings[i].statement;
      AmicusStatement parent = amicus_syntax_get_parent (self->syntax, at);

      if (openings[i].group == group && amicus_edit_has_body (self->syntax, at) &&
          !(for_new && amicus_syntax_get_kind (self->syntax, parent) == AMICUS_STATEMENT_EDGE))
        return at;
    }

  return AMICUS_NO_STATEMENT;
}

gboolean
amicus_editing_insert (Editing          *self,
                       AmicusStatement   body,
                       AmicusStatement   sibling,
                       const char       *text,
                       GError          **error)
{
  gboolean done = sibling != AMICUS_NO_STATEMENT
                    ? amicus_edit_insert_after (self->patch, self->syntax, sibling, text)
                    : amicus_edit_append (self->patch, self->syntax, body, text);

  return done || amicus_document_refuse (error, _("A brace is missing at the end of the graph"));
}

/* What a person called it. */
static char *
describe_name (const AmicusName *name)
{
  g_autofree char *id = name->id == NULL ? NULL : amicus_text_for_display (name->id, 0);
  g_autofree char *tail = name->tail == NULL ? NULL : amicus_text_for_display (name->tail, 0);
  g_autofree char *head = name->head == NULL ? NULL : amicus_text_for_display (name->head, 0);

  if (name->kind == AMICUS_ELEMENT_RELATION)
    return g_strdup_printf ("%s → %s", tail, head);

  return g_strdup (id != NULL ? id : "");
}

AmicusElement
amicus_document_find (AmicusDocument    *self,
                      const AmicusName  *name,
                      GError           **error)
{
  AmicusElement element = amicus_name_find (name, self->graph);

  if (element.kind == AMICUS_ELEMENT_NONE)
    {
      g_autofree char *described = describe_name (name);

      g_set_error (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_NOT_FOUND,
                   /* Translators: an ID, or two with an arrow between them */
                   _("“%s” is not in the graph"), described);
    }

  return element;
}

/* On one line, and so that its direction reaches nothing around it. */
static char *
show_label (const char *label)
{
  g_autofree char *shown = amicus_text_for_display (label, AMICUS_TEXT_LIST_LIMIT);

  return amicus_text_isolate (g_strdelimit (shown, "\n", ' '));
}

char *
amicus_document_label_of (AmicusDocument *self,
                          AmicusElement   element)
{
  g_autofree char *label = amicus_graph_get_label (self->graph, element, NULL);

  return show_label (label);
}

char *
amicus_document_label (AmicusDocument *self,
                       const char     *id)
{
  AmicusElement entity = amicus_graph_find_entity (self->graph, id);
  g_autofree char *label = NULL;

  if (entity.kind != AMICUS_ELEMENT_NONE)
    return amicus_document_label_of (self, entity);
  label = g_utf8_make_valid (id, -1);

  return show_label (label);
}

static gboolean
has_same_body (Editing             *self,
               const AmicusMention *a,
               const AmicusMention *b)
{
  return amicus_syntax_get_parent (self->syntax, a->statement) ==
         amicus_syntax_get_parent (self->syntax, b->statement);
}

/* An entity has the defaults of the place of its first mention; it is in the groups of all its
 * mentions, as soon as those are read: an edge to a group goes to who is in it by then. */
gboolean
amicus_editing_is_needed (Editing *self,
                          guint32  mention)
{
  const AmicusMention *here = &self->mentions[mention];
  guint n;
  const guint32 *others = amicus_index_get (&self->of_entity, here->entity, &n);
  gboolean creates = TRUE;

  for (guint i = 0; i < n; i++)
    {
      const AmicusMention *other = &self->mentions[others[i]];

      if (others[i] == mention || self->is_gone[others[i]])
        continue;
      if (others[i] < mention)
        {
          creates = FALSE;
          if (here->group == AMICUS_NO_INDEX || other->group == here->group)
            return FALSE;
        }
      else if (creates)
        return !has_same_body (self, here, other) || other->clock != here->clock;
      else if (has_same_body (self, here, other))
        return FALSE;
    }

  return TRUE;
}

gboolean
amicus_editing_may_name (Editing         *self,
                         AmicusStatement  statement,
                         guint32          entity)
{
  guint n, n_here;
  const guint32 *mentions = amicus_index_get (&self->of_entity, entity, &n);
  const guint32 *here = amicus_index_get (&self->of_statement, statement, &n_here);
  guint32 first = n_here > 0 ? here[0] : 0;
  guint32 group = n_here > 0 ? self->mentions[first].group : AMICUS_NO_INDEX;

  for (guint i = 0; i < n && mentions[i] < first; i++)
    if (group == AMICUS_NO_INDEX || self->mentions[mentions[i]].group == group)
      return TRUE;

  return FALSE;
}

gboolean
amicus_editing_sets (Editing         *self,
                     AmicusStatement  statement,
                     const char      *attribute)
{
  AmicusParts parts;
  gboolean found = FALSE;

  amicus_parts_init (&parts);
  amicus_syntax_get_parts (self->syntax, statement, &parts);
  for (guint i = 0; i < parts.settings->len && !found; i++)
    {
      const AmicusSetting *setting = &g_array_index (parts.settings, AmicusSetting, i);

      found = setting->value.type != AMICUS_TOKEN_NONE &&
              amicus_token_is (&setting->name, attribute);
    }
  amicus_parts_clear (&parts);

  return found;
}

gboolean
amicus_editing_is_of_body (Editing         *self,
                           AmicusStatement  statement)
{
  AmicusParts parts;
  AmicusStatementKind kind;
  AmicusTarget target;

  amicus_parts_init (&parts);
  amicus_syntax_get_parts (self->syntax, statement, &parts);
  kind = parts.kind;
  target = parts.target;
  amicus_parts_clear (&parts);

  return kind == AMICUS_STATEMENT_ASSIGNMENT ||
         (kind == AMICUS_STATEMENT_DEFAULTS && target == AMICUS_TARGET_GRAPH);
}

gboolean
amicus_editing_has_settings (Editing         *self,
                             AmicusStatement  statement)
{
  AmicusParts parts;
  gboolean found;

  amicus_parts_init (&parts);
  amicus_syntax_get_parts (self->syntax, statement, &parts);
  found = parts.settings->len > 0;
  amicus_parts_clear (&parts);

  return found;
}

guint
amicus_editing_count_ends (Editing         *self,
                           AmicusStatement  statement)
{
  AmicusParts parts;
  guint n_ends;

  amicus_parts_init (&parts);
  amicus_syntax_get_parts (self->syntax, statement, &parts);
  n_ends = parts.ends->len;
  amicus_parts_clear (&parts);

  return n_ends;
}

gboolean
amicus_editing_contains (Editing         *self,
                         AmicusStatement  outer,
                         AmicusStatement  inner)
{
  while (inner != outer && inner != AMICUS_NO_STATEMENT)
    inner = amicus_syntax_get_parent (self->syntax, inner);

  return inner == outer;
}

gboolean
amicus_document_conclude (AmicusDocument *self,
                          gboolean        done)
{
  if (done)
    amicus_document_end (self);
  else
    amicus_document_abort (self);

  return done;
}

gboolean
amicus_document_refuse (GError     **error,
                        const char  *format,
                        ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, AMICUS_DOCUMENT_ERROR, AMICUS_DOCUMENT_ERROR_REFUSED, message);

  return FALSE;
}

gboolean
amicus_editing_names_only (Editing         *editing,
                           AmicusStatement  statement,
                           guint32          entity)
{
  guint n;
  const guint32 *mentions = amicus_index_get (&editing->of_statement, statement, &n);

  for (guint i = 0; i < n; i++)
    if (editing->mentions[mentions[i]].entity != entity)
      return FALSE;

  return TRUE;
}
