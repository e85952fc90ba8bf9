/* SPDX-License-Identifier: GPL-3.0-or-later
 * What can be done with relations, which may be one of several between two entities. */

#define G_LOG_DOMAIN "amicus-cli"

#include "config.h"

#include "cli/edit-verbs.h"

#include <glib/gi18n-lib.h>

#include "base/text.h"
#include "document/commands.h"

gboolean
amicus_verb_connect (const Call  *call,
                     GError     **error)
{
  g_autofree AmicusValue *values = amicus_call_list_values (call);

  return amicus_document_connect (call->document, call->ids[0], call->ids[1], values,
                                  call->names->len, error);
}

/* The relations between two entities, or NULL where there is none. */
static GArray *
find_parallels (const Call *call)
{
  AmicusGraph *graph = amicus_document_get_graph (call->document);
  AmicusElement tail = amicus_graph_find_entity (graph, call->ids[0]);
  AmicusElement head = amicus_graph_find_entity (graph, call->ids[1]);

  if (tail.kind == AMICUS_ELEMENT_NONE || head.kind == AMICUS_ELEMENT_NONE)
    return NULL;

  return amicus_graph_get_parallels (graph, tail.id, head.id);
}

static void
describe_attribute (GString     *text,
                    AmicusGraph *graph,
                    guint32      relation,
                    const char  *name)
{
  const char *value = amicus_graph_get_attribute (graph, AMICUS_RELATION (relation), name);
  g_autofree char *shown = NULL;

  if (value == NULL)
    return;
  shown = amicus_text_for_display (value, AMICUS_TEXT_LIST_LIMIT);
  g_string_append_printf (text, " %s=%s", name, g_strdelimit (shown, "\n", ' '));
}

/* Says which relations there are to choose from, a line each. */
static void
list_parallels (const Call *call,
                GArray     *parallels)
{
  static const char *const shown[] = { "kind", "label", "status", "date", "startDate" };
  AmicusGraph *graph = amicus_document_get_graph (call->document);

  for (guint i = 0; i < parallels->len; i++)
    {
      guint32 relation = g_array_index (parallels, guint32, i);
      const char *key = amicus_graph_get_key (graph, relation);
      g_autofree char *key_text = key == NULL ? NULL : amicus_text_for_display (key, 0);
      g_autoptr (GString) text = g_string_new (NULL);

      g_string_append_printf (text, "--nth=%u", i + 1);
      if (key_text != NULL)
        g_string_append_printf (text, " --key=%s", key_text);
      for (guint j = 0; j < G_N_ELEMENTS (shown); j++)
        describe_attribute (text, graph, relation, shown[j]);
      amicus_complain ("  %s", text->str);
    }
}

/* The relation that is meant; NULL after a message where that is not clear. */
static AmicusName *
choose_relation (const Call *call)
{
  g_autoptr (GArray) parallels = find_parallels (call);
  guint n = parallels == NULL ? 0 : parallels->len;

  if (call->key == NULL && call->nth == 0 && n > 1)
    {
      amicus_complain (_("there are several; --key or --nth says which:"));
      list_parallels (call, parallels);
      return NULL;
    }

  return amicus_name_new_relation (call->ids[0], call->ids[1], call->key,
                                   call->nth == 0 ? 0 : call->nth - 1);
}

gboolean
amicus_verb_set_edge (const Call  *call,
                      GError     **error)
{
  g_autoptr (AmicusName) relation = choose_relation (call);

  return relation != NULL && amicus_call_set_all (call, relation, error);
}

gboolean
amicus_verb_disconnect (const Call  *call,
                        GError     **error)
{
  g_autoptr (AmicusName) relation = choose_relation (call);

  return relation != NULL && amicus_document_disconnect (call->document, relation, error);
}

gboolean
amicus_verb_reverse (const Call  *call,
                     GError     **error)
{
  g_autoptr (AmicusName) relation = choose_relation (call);

  return relation != NULL && amicus_document_reverse (call->document, relation, error);
}

gboolean
amicus_verb_duplicate_edge (const Call  *call,
                            GError     **error)
{
  g_autoptr (AmicusName) relation = choose_relation (call);
  g_autoptr (AmicusName) made = relation == NULL ? NULL
    : amicus_document_duplicate_relation (call->document, relation, error);

  return made != NULL;
}

gboolean
amicus_verb_retarget (const Call  *call,
                      GError     **error)
{
  g_autoptr (AmicusName) relation = NULL;
  g_autoptr (AmicusName) made = NULL;

  if (!amicus_call_has_only (call, "tail", "head"))
    return FALSE;
  relation = choose_relation (call);
  if (relation != NULL)
    made = amicus_document_retarget (call->document, relation, amicus_call_find_value (call, "tail"),
                                     amicus_call_find_value (call, "head"), error);

  return made != NULL;
}

gboolean
amicus_verb_cite_edge (const Call  *call,
                       GError     **error)
{
  g_autoptr (AmicusName) relation = choose_relation (call);

  return relation != NULL && amicus_call_cite (call, relation, call->ids[2], error);
}
