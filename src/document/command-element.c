/* SPDX-License-Identifier: GPL-3.0-or-later
 * One entity more. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/editing-private.h"
#include "dot/quote.h"

static gboolean
add_entity (AmicusDocument     *self,
            const char         *id,
            const AmicusValue  *values,
            guint               n_values,
            GError            **error)
{
  g_auto (Editing) editing = { NULL };
  g_autoptr (GString) text = g_string_new (NULL);

  amicus_editing_init (&editing, self);
  if (amicus_graph_find_entity (editing.graph, id).kind != AMICUS_ELEMENT_NONE)
    return amicus_document_refuse (error, _("“%s” is in the graph already"), id);

  amicus_quote_id (text, id, strlen (id));
  amicus_edit_write_settings (text, values, n_values);

  return amicus_editing_insert (&editing, editing.root,
                                amicus_editing_find_last (&editing, editing.root,
                                                          AMICUS_STATEMENT_NODE),
                                text->str, error) &&
         amicus_editing_apply (&editing, error);
}

/**
 * amicus_document_add_entity:
 * @self: a document
 * @id: an ID that no entity has
 * @values: (array length=n_values): its attributes
 * @n_values: how many
 * @error: a [error@DocumentError]
 *
 * Adds an entity behind the last one that has a statement in the graph itself.
 *
 * Returns: whether it was done
 */
gboolean
amicus_document_add_entity (AmicusDocument     *self,
                            const char         *id,
                            const AmicusValue  *values,
                            guint               n_values,
                            GError            **error)
{
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  label = amicus_document_label (self, id);
  /* Translators: name of an entity */
  name = g_strdup_printf (_("Add %s"), label);
  amicus_document_begin (self, name);

  return amicus_document_conclude (self, add_entity (self, id, values, n_values, error));
}
