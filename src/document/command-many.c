/* SPDX-License-Identifier: GPL-3.0-or-later
 * Several attributes of one element, or one of several. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/commands.h"

#include <glib/gi18n-lib.h>

#include "document/editing-private.h"

static gboolean
set_of_all (AmicusDocument           *self,
            const AmicusName * const *names,
            guint                     n_names,
            const char               *attribute,
            const char               *value,
            GError                  **error)
{
  for (guint i = 0; i < n_names; i++)
    if (!amicus_document_set_attribute (self, names[i], attribute, value, error))
      return FALSE;

  return TRUE;
}

/**
 * amicus_document_set_attribute_of:
 * @self: a document
 * @names: (array length=n_names): elements of its graph
 * @n_names: how many
 * @attribute: name of an attribute
 * @value: (nullable): its value, or %NULL for none
 * @error: a [error@DocumentError]
 *
 * Gives an attribute of several elements the same value, as one step; all of them or none.
 *
 * Returns: whether it was done
 */
gboolean
amicus_document_set_attribute_of (AmicusDocument           *self,
                                  const AmicusName * const *names,
                                  guint                     n_names,
                                  const char               *attribute,
                                  const char               *value,
                                  GError                  **error)
{
  g_autofree char *step = NULL;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (names != NULL || n_names == 0, FALSE);
  g_return_val_if_fail (attribute != NULL, FALSE);

  step = g_strdup_printf (value != NULL ? ngettext ("Change a Value", "Change %u Values", n_names)
                                        : ngettext ("Remove a Value", "Remove %u Values", n_names),
                          n_names);
  amicus_document_begin (self, step);

  return amicus_document_conclude (self, set_of_all (self, names, n_names, attribute, value, error));
}

/* Takes away what is not wanted. */
static gboolean
clear_others (AmicusDocument    *self,
              const AmicusName  *name,
              const Values      *values,
              GError           **error)
{
  g_autoptr (Values) now = amicus_values_new (self->graph, amicus_name_find (name, self->graph));
  guint n;
  const AmicusValue *found = amicus_values_get (now, &n);

  for (guint i = 0; i < n; i++)
    if (amicus_values_find (values, found[i].name) == NULL &&
        !amicus_document_set_attribute (self, name, found[i].name, NULL, error))
      return FALSE;

  return TRUE;
}

/* A port that a later statement of the same relation has may stand in the way. */
static gboolean
check_settled (AmicusDocument    *self,
               const AmicusName  *name,
               const Values      *values,
               GError           **error)
{
  g_autoptr (Values) now = amicus_values_new (self->graph, amicus_name_find (name, self->graph));

  return amicus_values_equal (now, values) ||
         amicus_document_refuse (error, _("Several statements tell of the same; it has to be edited in "
                                          "the text"));
}

gboolean
amicus_document_settle (AmicusDocument    *self,
                        const AmicusName  *name,
                        const Values      *values,
                        GError           **error)
{
  guint n;
  const AmicusValue *wanted = amicus_values_get (values, &n);

  if (amicus_document_find (self, name, error).kind == AMICUS_ELEMENT_NONE ||
      !clear_others (self, name, values, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      AmicusElement element = amicus_name_find (name, self->graph);
      const char *value = amicus_graph_get_attribute (self->graph, element, wanted[i].name);

      if (g_strcmp0 (value, wanted[i].value) != 0 &&
          !amicus_document_set_attribute (self, name, wanted[i].name, wanted[i].value, error))
        return FALSE;
    }

  return check_settled (self, name, values, error);
}
