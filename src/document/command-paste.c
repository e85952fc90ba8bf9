/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a DOT file tells, added to another.
 *
 * An entity that is there already under its ID, and says the same or nothing, is that one. One that
 * says something else gets another ID before anything is added. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/editing-private.h"
#include "dot/quote.h"
#include "graph/evidence.h"

/* Says where the text is broken. */
static gboolean
check_text (AmicusSyntax  *syntax,
            GError       **error)
{
  guint n;
  const AmicusDiagnostic *diagnostics = amicus_syntax_get_diagnostics (syntax, &n);

  for (guint i = 0; i < n; i++)
    if (diagnostics[i].severity == AMICUS_SEVERITY_ERROR)
      return amicus_document_refuse (error, _("The text cannot be read: line %u, column %u: %s"),
                                     diagnostics[i].line, diagnostics[i].column,
                                     diagnostics[i].message);

  return TRUE;
}

/* The text as a document of its own, or NULL. */
static AmicusDocument *
read_text (const char  *text,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (AmicusDocument) document = amicus_document_new_for_bytes (NULL, bytes, NULL);
  g_autoptr (AmicusSyntax) syntax = NULL;

  if (document != NULL)
    return check_text (document->syntax, error) ? g_steal_pointer (&document) : NULL;

  syntax = amicus_syntax_new (bytes);
  if (check_text (syntax, error))
    amicus_document_refuse (error, _("There is no graph in the text"));

  return NULL;
}

/* Whether an entity of that ID is another one. */
static gboolean
clashes (AmicusDocument *self,
         AmicusDocument *pasted,
         guint32         entity)
{
  const char *id = amicus_graph_get_id (pasted->graph, AMICUS_ENTITY (entity));
  AmicusElement here = amicus_graph_find_entity (self->graph, id);
  g_autoptr (Values) values = NULL;
  g_autoptr (Values) more = NULL;
  guint n;

  if (here.kind == AMICUS_ELEMENT_NONE)
    return FALSE;
  values = amicus_values_new (self->graph, here);
  more = amicus_values_new (pasted->graph, AMICUS_ENTITY (entity));
  amicus_values_get (more, &n);

  return n > 0 && !amicus_values_equal (values, more);
}

/* Gives other IDs to entities that would otherwise be taken for those that are there. */
static gboolean
rename_clashing (AmicusDocument  *self,
                 AmicusDocument  *pasted,
                 GError         **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint32 i = 0; i < amicus_graph_get_n_entities (pasted->graph); i++)
    if (clashes (self, pasted, i))
      g_ptr_array_add (ids, g_strdup (amicus_graph_get_id (pasted->graph, AMICUS_ENTITY (i))));
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *id = amicus_suggest_id (ids->pdata[i], self->graph, pasted->graph);

      if (!amicus_document_rename (pasted, ids->pdata[i], id, error))
        return FALSE;
    }

  return TRUE;
}

/* Sources stand with the others; all else behind the last entity, in one go. */
static gboolean
add_entities (AmicusDocument  *self,
              AmicusGraph     *graph,
              gboolean         sources,
              GError         **error)
{
  g_auto (Editing) editing = { NULL };
  AmicusStatement last;

  amicus_editing_init (&editing, self);
  last = amicus_editing_find_last (&editing, editing.root, AMICUS_STATEMENT_NODE);
  for (guint32 i = 0; i < amicus_graph_get_n_entities (graph); i++)
    {
      const char *id = amicus_graph_get_id (graph, AMICUS_ENTITY (i));
      g_autoptr (Values) values = amicus_values_new (graph, AMICUS_ENTITY (i));
      g_autoptr (GString) text = g_string_new (NULL);
      guint n;
      const AmicusValue *all = amicus_values_get (values, &n);

      if (amicus_graph_find_entity (self->graph, id).kind != AMICUS_ELEMENT_NONE ||
          (amicus_graph_get_kind (graph, i) == AMICUS_KIND_SOURCE) != sources)
        continue;
      amicus_quote_id (text, id, strlen (id));
      amicus_edit_write_settings (text, all, n);
      if (sources ? !amicus_document_add_source (self, id, all, n, error)
                  : !amicus_editing_insert (&editing, editing.root, last, text->str, error))
        return FALSE;
    }

  return sources || amicus_editing_apply (&editing, error);
}

/* Those that are new have what the text gives them and nothing from here. */
static gboolean
settle_entities (AmicusDocument  *self,
                 AmicusGraph     *before,
                 AmicusGraph     *graph,
                 GError         **error)
{
  for (guint32 i = 0; i < amicus_graph_get_n_entities (graph); i++)
    {
      const char *id = amicus_graph_get_id (graph, AMICUS_ENTITY (i));
      g_autoptr (AmicusName) name = amicus_name_new_entity (id);
      g_autoptr (Values) values = amicus_values_new (graph, AMICUS_ENTITY (i));

      if (amicus_graph_find_entity (before, id).kind == AMICUS_ELEMENT_NONE &&
          !amicus_document_settle (self, name, values, error))
        return FALSE;
    }

  return TRUE;
}

/* Whether a relation that says the same was there before. */
static gboolean
is_there (AmicusGraph      *before,
          const AmicusName *relation,
          const Values     *values)
{
  AmicusElement tail = amicus_graph_find_entity (before, relation->tail);
  AmicusElement head = amicus_graph_find_entity (before, relation->head);
  g_autoptr (GArray) parallels = NULL;

  if (tail.kind == AMICUS_ELEMENT_NONE || head.kind == AMICUS_ELEMENT_NONE)
    return FALSE;

  parallels = amicus_graph_get_parallels (before, tail.id, head.id);
  for (guint i = 0; i < parallels->len; i++)
    {
      guint32 other = g_array_index (parallels, guint32, i);
      g_autoptr (Values) own = amicus_values_new (before, AMICUS_RELATION (other));

      if (g_strcmp0 (amicus_graph_get_key (before, other), relation->key) == 0 &&
          amicus_values_equal (own, values))
        return TRUE;
    }

  return FALSE;
}

static gboolean
add_relations (AmicusDocument  *self,
               AmicusGraph     *before,
               AmicusGraph     *graph,
               GError         **error)
{
  for (guint32 i = 0; i < amicus_graph_get_n_relations (graph); i++)
    {
      g_autoptr (AmicusName) name = amicus_name_new (graph, AMICUS_RELATION (i));
      g_autoptr (Values) values = amicus_values_new (graph, AMICUS_RELATION (i));
      g_autoptr (AmicusName) made = NULL;

      if (is_there (before, name, values))
        continue;
      if (name->key != NULL && amicus_name_find (name, self->graph).kind != AMICUS_ELEMENT_NONE)
        {
          char *key = amicus_document_suggest_key (self, name);

          g_free (name->key);
          name->key = key;
        }
      made = amicus_document_connect_exactly (self, name, values, error);
      if (made == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
paste (AmicusDocument  *self,
       AmicusGraph     *graph,
       GError         **error)
{
  g_autoptr (AmicusGraph) before = amicus_graph_ref (self->graph);

  return add_entities (self, graph, FALSE, error) && add_entities (self, graph, TRUE, error) &&
         settle_entities (self, before, graph, error) && add_relations (self, before, graph, error);
}

static char **
list_ids (AmicusGraph *graph)
{
  guint n = amicus_graph_get_n_entities (graph);
  char **ids = g_new0 (char *, (gsize) n + 1);

  for (guint32 i = 0; i < n; i++)
    ids[i] = g_strdup (amicus_graph_get_id (graph, AMICUS_ENTITY (i)));

  return ids;
}

/**
 * amicus_document_paste:
 * @self: a document
 * @text: a DOT file
 * @error: a [error@DocumentError]
 *
 * Adds the entities and relations of the first graph of a text, with all that holds for them there.
 * What is here already and says the same is not told again; an entity of which the text says nothing
 * is the one of that ID. An entity whose ID another one has gets a new ID, a relation a new key.
 * Groups are not taken over, but for the one of sources.
 *
 * Returns: (transfer full) (array zero-terminated=1) (nullable): the IDs that the entities of the text
 *   have here
 */
char **
amicus_document_paste (AmicusDocument  *self,
                       const char      *text,
                       GError         **error)
{
  g_autoptr (AmicusDocument) pasted = NULL;
  g_autofree char *step = NULL;
  guint n;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  pasted = read_text (text, error);
  if (pasted == NULL || !rename_clashing (self, pasted, error))
    return NULL;

  n = amicus_graph_get_n_entities (pasted->graph);
  step = g_strdup_printf (ngettext ("Paste an Entity", "Paste %u Entities", n), n);
  amicus_document_begin (self, step);

  return amicus_document_conclude (self, paste (self, pasted->graph, error))
           ? list_ids (pasted->graph)
           : NULL;
}
