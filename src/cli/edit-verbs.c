/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-cli"

#include "config.h"

#include "cli/edit-verbs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/commands.h"

gboolean
amicus_call_set_all (const Call        *call,
                     const AmicusName  *name,
                     GError           **error)
{
  for (guint i = 0; i < call->names->len; i++)
    if (!amicus_document_set_attribute (call->document, name, call->names->pdata[i],
                                        call->values->pdata[i], error))
      return FALSE;

  return TRUE;
}

AmicusValue *
amicus_call_list_values (const Call *call)
{
  AmicusValue *values = g_new (AmicusValue, call->names->len + 1);

  for (guint i = 0; i < call->names->len; i++)
    values[i] = (AmicusValue) { call->names->pdata[i], call->values->pdata[i] };

  return values;
}

/* The value of a setting that has a meaning for one command only; NULL where it is not given. */
const char *
amicus_call_find_value (const Call *call,
                        const char *name)
{
  for (guint i = 0; i < call->names->len; i++)
    if (strcmp (call->names->pdata[i], name) == 0)
      return call->values->pdata[i];

  return NULL;
}

/* FALSE after a message if there is a setting of another name. */
gboolean
amicus_call_has_only (const Call *call,
                      const char *first,
                      const char *second)
{
  for (guint i = 0; i < call->names->len; i++)
    if (strcmp (call->names->pdata[i], first) != 0 && strcmp (call->names->pdata[i], second) != 0)
      {
        amicus_complain (_("here only “%s” and “%s” can be said"), first, second);
        return FALSE;
      }

  return TRUE;
}

gboolean
amicus_call_cite (const Call        *call,
                  const AmicusName  *name,
                  const char        *source,
                  GError           **error)
{
  return amicus_call_has_only (call, "locator", "quote") &&
         amicus_document_cite (call->document, name, source, amicus_call_find_value (call, "locator"),
                               amicus_call_find_value (call, "quote"), error);
}
