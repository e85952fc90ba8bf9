/* SPDX-License-Identifier: GPL-3.0-or-later
 * What something rests on: sources, and where in them. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/editing-private.h"
#include "document/uniting.h"
#include "dot/quote.h"
#include "graph/evidence.h"

/* The group in which sources stand, by custom. */
#define SOURCES "sources"

static char *
write_source (const char        *id,
              const AmicusValue *values,
              guint              n_values)
{
  const AmicusValue kind = { "kind", "source", FALSE };
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (AmicusValue));
  GString *text = g_string_new (NULL);

  g_array_append_val (all, kind);
  for (guint i = 0; i < n_values; i++)
    if (strcmp (values[i].name, kind.name) != 0)
      g_array_append_val (all, values[i]);
  amicus_quote_id (text, id, strlen (id));
  amicus_edit_write_settings (text, (const AmicusValue *) (gpointer) all->data, all->len);

  return g_string_free (text, FALSE);
}

/* The first body of the group of sources, or AMICUS_NO_STATEMENT. */
static AmicusStatement
find_sources (Editing *editing)
{
  AmicusElement group = amicus_graph_find_group (editing->graph, SOURCES);
  guint n;
  const AmicusOpening *openings = amicus_mentions_get_openings (editing->all, &n);

  for (guint i = 0; group.kind != AMICUS_ELEMENT_NONE && i < n; i++)
    if (openings[i].group == group.id)
      return openings[i].statement;

  return AMICUS_NO_STATEMENT;
}

static gboolean
add_source (AmicusDocument     *self,
            const char         *id,
            const AmicusValue  *values,
            guint               n_values,
            GError            **error)
{
  g_auto (Editing) editing = { NULL };
  g_autofree char *text = write_source (id, values, n_values);
  g_autofree char *group = NULL;
  AmicusStatement body;

  if (amicus_graph_find_entity (self->graph, id).kind != AMICUS_ELEMENT_NONE)
    return amicus_document_refuse (error, _("“%s” is in the graph already"), id);

  amicus_editing_init (&editing, self);
  body = find_sources (&editing);
  if (body == AMICUS_NO_STATEMENT)
    {
      group = amicus_edit_write_body (editing.syntax, editing.root, AMICUS_NO_STATEMENT,
                                      "subgraph " SOURCES, (const char *const[]) { text, NULL });
      return amicus_editing_insert (&editing, editing.root, AMICUS_NO_STATEMENT, group, error) &&
             amicus_editing_apply (&editing, error);
    }

  return amicus_editing_insert (&editing, body,
                                amicus_editing_find_last (&editing, body, AMICUS_STATEMENT_NODE),
                                text, error) &&
         amicus_editing_apply (&editing, error);
}

/**
 * amicus_document_add_source:
 * @self: a document
 * @id: an ID that no entity has
 * @values: (array length=n_values): its attributes; `kind=source` is added
 * @n_values: how many
 * @error: a [error@DocumentError]
 *
 * Adds a source to `subgraph sources`, which is made if it is not there.
 *
 * Returns: whether it was done
 */
gboolean
amicus_document_add_source (AmicusDocument     *self,
                            const char         *id,
                            const AmicusValue  *values,
                            guint               n_values,
                            GError            **error)
{
  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (values != NULL || n_values == 0, FALSE);

  amicus_document_begin (self, _("Add a Source"));

  return amicus_document_conclude (self, add_source (self, id, values, n_values, error));
}

/* What reads as a backslash and, where one would end the part, a semicolon has a backslash before
 * it; blank space around a part means nothing. */
static void
append_part (GString    *item,
             const char *part,
             gboolean    is_last)
{
  g_autofree char *stripped = g_strstrip (g_strdup (part));

  for (const char *at = stripped; *at != '\0'; at++)
    {
      if (*at == '\\' || (*at == ';' && !is_last))
        g_string_append_c (item, '\\');
      g_string_append_c (item, *at);
    }
}

/* `SOURCE; LOCATOR; QUOTE`, without what is empty at the end. */
static char *
write_item (const char *source,
            const char *locator,
            const char *quote)
{
  GString *item = g_string_new (NULL);
  gboolean has_quote = quote != NULL && *quote != '\0';

  append_part (item, source, FALSE);
  if (has_quote || (locator != NULL && *locator != '\0'))
    {
      g_string_append (item, "; ");
      append_part (item, locator != NULL ? locator : "", FALSE);
    }
  if (has_quote)
    {
      g_string_append (item, "; ");
      append_part (item, quote, TRUE);
    }

  return g_string_free (item, FALSE);
}

/* An item of a list that is not blank, with the blank space around it. */
typedef struct
{
  const char *start;
  const char *end;
} Span;

/* FALSE if there is none of that number. */
static gboolean
find_item (const char *cites,
           guint       nth,
           Span       *item)
{
  for (;;)
    {
      const char *end = cites + amicus_list_span (cites, "\\n");

      while (cites < end && g_ascii_isspace (*cites))
        cites++;
      if (cites < end && nth-- == 0)
        {
          *item = (Span) { cites, end };
          while (g_ascii_isspace (item->end[-1]))
            item->end--;
          return TRUE;
        }
      if (*end == '\0')
        return FALSE;
      cites = end + strlen ("\\n");
    }
}

static const char *
get_cites (AmicusDocument   *self,
           const AmicusName *name)
{
  const char *cites = amicus_graph_get_attribute (self->graph, amicus_name_find (name, self->graph),
                                                  "cites");

  return cites == NULL ? "" : cites;
}

/* The step takes the name of the outer one. */
static gboolean
set_cites (AmicusDocument    *self,
           const AmicusName  *name,
           const char        *step,
           const char        *cites,
           GError           **error)
{
  amicus_document_begin (self, step);

  return amicus_document_conclude (self, amicus_document_set_attribute (self, name, "cites", cites,
                                                                        error));
}

static gboolean
may_cite (AmicusDocument    *self,
          const AmicusName  *name,
          const char        *source,
          GError           **error)
{
  g_autoptr (AmicusName) cited = amicus_name_new_entity (source);

  return amicus_document_find (self, name, error).kind != AMICUS_ELEMENT_NONE &&
         amicus_document_find (self, cited, error).kind != AMICUS_ELEMENT_NONE;
}

/**
 * amicus_document_cite:
 * @self: a document
 * @name: an element of its graph
 * @source: ID of the entity that is cited
 * @locator: (nullable): where in it
 * @quote: (nullable): what it says there
 * @error: a [error@DocumentError]
 *
 * Adds a citation behind those that an element has; what is inherited is written out with it.
 *
 * Returns: whether it was done
 */
gboolean
amicus_document_cite (AmicusDocument    *self,
                      const AmicusName  *name,
                      const char        *source,
                      const char        *locator,
                      const char        *quote,
                      GError           **error)
{
  g_autoptr (GString) cites = NULL;
  g_autofree char *item = NULL;
  g_autofree char *label = NULL;
  g_autofree char *step = NULL;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (name != NULL && source != NULL, FALSE);

  if (!may_cite (self, name, source, error))
    return FALSE;

  item = write_item (source, locator, quote);
  cites = g_string_new (get_cites (self, name));
  amicus_list_append (cites, item);
  label = amicus_document_label (self, source);
  /* Translators: title of a source */
  step = g_strdup_printf (_("Cite %s"), label);

  return set_cites (self, name, step, cites->str, error);
}

/* FALSE after an error. */
static gboolean
find_citation (AmicusDocument    *self,
               const AmicusName  *name,
               guint              nth,
               Span              *item,
               GError           **error)
{
  if (amicus_document_find (self, name, error).kind == AMICUS_ELEMENT_NONE)
    return FALSE;
  if (!find_item (get_cites (self, name), nth, item))
    return amicus_document_refuse (error, _("There is no citation %u"), nth + 1);

  return TRUE;
}

/**
 * amicus_document_change_citation:
 * @self: a document
 * @name: an element of its graph
 * @nth: which of its citations, from 0
 * @source: ID of the entity that is cited
 * @locator: (nullable): where in it
 * @quote: (nullable): what it says there
 * @error: a [error@DocumentError]
 *
 * Writes a citation anew; the bytes of the others stay.
 *
 * Returns: whether it was done
 */
gboolean
amicus_document_change_citation (AmicusDocument    *self,
                                 const AmicusName  *name,
                                 guint              nth,
                                 const char        *source,
                                 const char        *locator,
                                 const char        *quote,
                                 GError           **error)
{
  g_autoptr (GString) cites = NULL;
  g_autofree char *item = NULL;
  const char *before;
  Span span;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (name != NULL && source != NULL, FALSE);

  if (!find_citation (self, name, nth, &span, error) || !may_cite (self, name, source, error))
    return FALSE;

  before = get_cites (self, name);
  item = write_item (source, locator, quote);
  cites = g_string_new_len (before, span.start - before);
  g_string_append (cites, item);
  g_string_append (cites, span.end);

  return set_cites (self, name, _("Change a Citation"), cites->str, error);
}

/**
 * amicus_document_remove_citation:
 * @self: a document
 * @name: an element of its graph
 * @nth: which of its citations, from 0
 * @error: a [error@DocumentError]
 *
 * Takes a citation away; the bytes of the others stay.
 *
 * Returns: whether it was done
 */
gboolean
amicus_document_remove_citation (AmicusDocument    *self,
                                 const AmicusName  *name,
                                 guint              nth,
                                 GError           **error)
{
  g_autoptr (GString) cites = NULL;
  const char *before;
  Span span, other;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  if (!find_citation (self, name, nth, &span, error))
    return FALSE;

  before = get_cites (self, name);
  if (find_item (before, nth + 1, &other))
    span.end = other.start;
  else if (nth > 0 && find_item (before, nth - 1, &other))
    span.start = other.end;
  else
    return set_cites (self, name, _("Remove a Citation"), NULL, error);
  cites = g_string_new_len (before, span.start - before);
  g_string_append (cites, span.end);

  return set_cites (self, name, _("Remove a Citation"), cites->str, error);
}
