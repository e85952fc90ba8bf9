/* SPDX-License-Identifier: GPL-3.0-or-later
 * Another ID for an entity. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/editing-private.h"

/* All IDs in statements at once: each is a token of its own. */
static gboolean
rename_mentions (AmicusDocument  *self,
                 const char      *id,
                 const char      *new_id,
                 GError         **error)
{
  g_auto (Editing) editing = { NULL };
  AmicusParts parts;
  AmicusElement entity;
  guint n;
  const guint32 *mentions;

  amicus_editing_init (&editing, self);
  entity = amicus_graph_find_entity (editing.graph, id);
  mentions = amicus_index_get (&editing.of_entity, entity.id, &n);
  amicus_parts_init (&parts);
  for (guint i = 0; i < n; i++)
    {
      const AmicusMention *mention = &editing.mentions[mentions[i]];

      amicus_syntax_get_parts (editing.syntax, mention->statement, &parts);
      amicus_edit_replace_token (editing.patch, editing.syntax,
                                 &g_array_index (parts.ends, AmicusEnd, mention->end).id, new_id);
    }
  amicus_parts_clear (&parts);

  return amicus_editing_apply (&editing, error);
}

/* In rounds, for the lists of one statement are changed one at a time. */
gboolean
amicus_document_change_references (AmicusDocument  *self,
                                   const char      *old,
                                   const char      *new,
                                   guint           *n_changed,
                                   GError         **error)
{
  guint n;

  do
    {
      g_auto (Editing) editing = { NULL };

      amicus_editing_init (&editing, self);
      n = amicus_editing_change_references (&editing, old, new);
      if (!amicus_editing_apply (&editing, error))
        return FALSE;
      *n_changed += n;
    }
  while (n > 0);

  return TRUE;
}

static gboolean
rename_entity (AmicusDocument  *self,
               const char      *id,
               const char      *new_id,
               GError         **error)
{
  guint n_references = 0;

  if (strcmp (id, new_id) == 0)
    return TRUE;
  if (amicus_graph_find_entity (self->graph, new_id).kind != AMICUS_ELEMENT_NONE)
    return amicus_document_refuse (error, _("“%s” is in the graph already"), new_id);

  return amicus_document_change_references (self, id, new_id, &n_references, error) &&
         rename_mentions (self, id, new_id, error);
}

/**
 * amicus_document_rename:
 * @self: a document
 * @id: ID of an entity
 * @new_id: an ID that no entity has
 * @error: a [error@DocumentError]
 *
 * Changes an ID in all statements, and in the lists `saidBy`, `deniedBy` and `cites` and in `entity`
 * of groups.
 *
 * Returns: whether it was done
 */
gboolean
amicus_document_rename (AmicusDocument  *self,
                        const char      *id,
                        const char      *new_id,
                        GError         **error)
{
  g_autoptr (AmicusName) name = NULL;
  g_autofree char *label = NULL;
  g_autofree char *step = NULL;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (id != NULL && new_id != NULL, FALSE);

  name = amicus_name_new_entity (id);
  if (amicus_document_find (self, name, error).kind == AMICUS_ELEMENT_NONE)
    return FALSE;

  label = amicus_document_label (self, id);
  /* Translators: name of an entity */
  step = g_strdup_printf (_("Change the ID of %s"), label);
  amicus_document_begin (self, step);

  return amicus_document_conclude (self, rename_entity (self, id, new_id, error));
}
