/* SPDX-License-Identifier: GPL-3.0-or-later
 * The plain case of a changed value, which most edits are: one statement says it, and nothing else
 * of the file need be looked at. */

#define G_LOG_DOMAIN "amicus-document"

#include "document/editing-private.h"

#include <string.h>

/* Whether what was made of the statement is the statement. */
static gboolean
is_isolated (AmicusSyntax    *syntax,
             AmicusStatement  statement,
             AmicusSyntax    *alone)
{
  gsize length, length_alone;

  if (amicus_syntax_get_n_statements (alone) <= AMICUS_ISOLATED ||
      amicus_syntax_get_kind (alone, AMICUS_ISOLATED) != amicus_syntax_get_kind (syntax, statement))
    return FALSE;

  amicus_syntax_get_text (syntax, statement, &length);
  amicus_syntax_get_text (alone, AMICUS_ISOLATED, &length_alone);

  return length == length_alone;
}

/* The same changes so many bytes behind. */
static AmicusPatch *
move_patch (const AmicusPatch *patch,
            gssize             offset)
{
  AmicusPatch *moved = amicus_patch_new ();
  guint n;
  const AmicusChange *changes = amicus_patch_get_changes (patch, &n);

  for (guint i = 0; i < n; i++)
    amicus_patch_add (moved, (gsize) ((gssize) changes[i].offset + offset), changes[i].removed,
                      g_bytes_get_data (changes[i].inserted, NULL),
                      g_bytes_get_size (changes[i].inserted));

  return moved;
}

/* Changes one statement as amicus_edit_set() does it in the whole file, at less cost. */
static AmicusPatch *
set_in_statement (AmicusSyntax    *syntax,
                  AmicusStatement  statement,
                  const char      *attribute,
                  const char      *value)
{
  gssize offset;
  g_autoptr (AmicusSyntax) alone = amicus_syntax_isolate (syntax, statement, &offset);
  g_autoptr (AmicusPatch) patch = amicus_patch_new ();

  if (!is_isolated (syntax, statement, alone))
    return NULL;

  amicus_edit_set (patch, alone, AMICUS_ISOLATED, attribute, value);

  return move_patch (patch, offset);
}

/* Sets an attribute, or takes it away if @value is NULL, where one statement that speaks of the
 * element alone is the one to change. FALSE, with nothing done, where it takes more. */
gboolean
amicus_document_set_plainly (AmicusDocument   *self,
                             const AmicusName *name,
                             const char       *attribute,
                             const char       *value)
{
  AmicusElement element = amicus_name_find (name, self->graph);
  AmicusStatement statement;
  g_autoptr (AmicusPatch) patch = NULL;

  if (element.kind != AMICUS_ELEMENT_ENTITY && element.kind != AMICUS_ELEMENT_RELATION)
    return FALSE;
  if (value == NULL && amicus_graph_count_setters (self->graph, element, attribute) != 1)
    return FALSE;

  statement = amicus_graph_find_setter (self->graph, element, attribute);
  if (statement != AMICUS_NO_STATEMENT)
    patch = set_in_statement (self->syntax, statement, attribute, value);

  return patch != NULL && amicus_document_apply (self, patch, NULL);
}
