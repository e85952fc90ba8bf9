/* SPDX-License-Identifier: GPL-3.0-or-later
 * What can be done with entities and groups. */

#define G_LOG_DOMAIN "amicus-cli"

#include "config.h"

#include "cli/edit-verbs.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "document/commands.h"

/* Also for `unset`, where no name has a value. */
gboolean
amicus_verb_set (const Call  *call,
                 GError     **error)
{
  g_autoptr (AmicusName) name = amicus_name_new_entity (call->ids[0]);

  return amicus_call_set_all (call, name, error);
}

gboolean
amicus_verb_add (const Call  *call,
                 GError     **error)
{
  g_autofree AmicusValue *values = amicus_call_list_values (call);

  return amicus_document_add_entity (call->document, call->ids[0], values, call->names->len, error);
}

gboolean
amicus_verb_rename (const Call  *call,
                    GError     **error)
{
  return amicus_document_rename (call->document, call->ids[0], call->ids[1], error);
}

gboolean
amicus_verb_remove (const Call  *call,
                    GError     **error)
{
  g_autofree char *id = amicus_text_for_display (call->ids[0], AMICUS_TEXT_LIST_LIMIT);
  AmicusRemoval removal;

  if (!amicus_document_remove_entity (call->document, call->ids[0], &removal, error))
    return FALSE;
  if (removal.n_relations > 0)
    amicus_complain (ngettext ("with “%s” went %u relation", "with “%s” went %u relations",
                               removal.n_relations), id, removal.n_relations);
  if (removal.n_references > 0)
    amicus_complain (ngettext ("“%s” was in %u list", "“%s” was in %u lists",
                               removal.n_references), id, removal.n_references);

  return TRUE;
}

gboolean
amicus_verb_merge (const Call  *call,
                   GError     **error)
{
  g_autofree char *id = amicus_text_for_display (call->ids[1], AMICUS_TEXT_LIST_LIMIT);
  AmicusMerger merger;

  if (!amicus_document_merge (call->document, call->ids[0], call->ids[1], &merger, error))
    return FALSE;
  if (merger.n_dropped > 0)
    amicus_complain (ngettext ("with “%s” went %u relation", "with “%s” went %u relations",
                               merger.n_dropped), id, merger.n_dropped);

  return TRUE;
}

/* A place in points. */
gboolean
amicus_verb_pin (const Call  *call,
                 GError     **error)
{
  char *x_end, *y_end;
  double x = g_ascii_strtod (call->ids[1], &x_end);
  double y = g_ascii_strtod (call->ids[2], &y_end);

  if (x_end == call->ids[1] || y_end == call->ids[2] || *x_end != '\0' || *y_end != '\0' || !isfinite (x) || !isfinite (y))
    {
      amicus_complain (_("a place is two numbers, in points"));
      return FALSE;
    }

  return amicus_document_pin (call->document, call->ids[0], x, y, error);
}

gboolean
amicus_verb_unpin (const Call  *call,
                   GError     **error)
{
  return amicus_document_unpin (call->document, call->ids[0], error);
}

gboolean
amicus_verb_duplicate (const Call  *call,
                       GError     **error)
{
  g_autofree char *id = amicus_document_duplicate_entity (call->document, call->ids[0], FALSE, error);

  return id != NULL;
}

gboolean
amicus_verb_add_source (const Call  *call,
                        GError     **error)
{
  g_autofree AmicusValue *values = amicus_call_list_values (call);

  return amicus_document_add_source (call->document, call->ids[0], values, call->names->len, error);
}

gboolean
amicus_verb_cite (const Call  *call,
                  GError     **error)
{
  g_autoptr (AmicusName) name = amicus_name_new_entity (call->ids[0]);

  return amicus_call_cite (call, name, call->ids[1], error);
}

/* The group of an ID; NULL after a message. */
static AmicusName *
find_group (const Call *call,
            const char *id)
{
  AmicusGraph *graph = amicus_document_get_graph (call->document);
  AmicusElement group = amicus_graph_find_group (graph, id);
  g_autofree char *shown = amicus_text_for_display (id, AMICUS_TEXT_LIST_LIMIT);

  if (group.kind != AMICUS_ELEMENT_NONE)
    return amicus_name_new (graph, group);
  amicus_complain (_("there is no group “%s”"), shown);

  return NULL;
}

gboolean
amicus_verb_group (const Call  *call,
                   GError     **error)
{
  g_autoptr (AmicusName) group = amicus_document_group (
    call->document, (const char *const *) call->names->pdata, call->names->len, call->ids[0], error);

  return group != NULL;
}

gboolean
amicus_verb_ungroup (const Call  *call,
                     GError     **error)
{
  g_autoptr (AmicusName) group = find_group (call, call->ids[0]);

  return group != NULL && amicus_document_ungroup (call->document, group, error);
}

gboolean
amicus_verb_move (const Call  *call,
                  GError     **error)
{
  g_autoptr (AmicusName) group = find_group (call, call->ids[1]);

  return group != NULL && amicus_document_move (call->document, call->ids[0], group, error);
}

gboolean
amicus_verb_leave (const Call  *call,
                   GError     **error)
{
  return amicus_document_move (call->document, call->ids[0], NULL, error);
}
