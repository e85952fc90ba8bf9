/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/edit-private.h"

#include "base/text.h"
#include "graph/evidence.h"

#include <glib/gi18n-lib.h>

AmicusDocument *
amicus_edit_get_document (AmicusWindow *self)
{
  return amicus_session_get_document (self->session);
}

static int
compare_backwards (gconstpointer a,
                   gconstpointer b)
{
  guint32 one = *(const guint32 *) a;
  guint32 other = *(const guint32 *) b;

  return (one < other) - (one > other);
}

/* An edit of one relation may change which one of its parallels another is, if that comes later. */
GPtrArray *
amicus_edit_list_selected (AmicusWindow      *self,
                           AmicusElementKind  kind)
{
  AmicusGraph *graph = amicus_session_get_graph (self->session);
  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify) amicus_name_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  const AmicusElement *selection;
  guint n;

  selection = amicus_session_get_selection (self->session, &n);
  for (guint i = 0; i < n; i++)
    if (selection[i].kind == kind)
      g_array_append_val (ids, selection[i].id);
  g_array_sort (ids, compare_backwards);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (names, amicus_name_new (graph, (AmicusElement) { kind, g_array_index (ids, guint32, i) }));

  return names;
}

gboolean
amicus_edit_each (AmicusWindow   *self,
                  GPtrArray      *names,
                  const char     *step,
                  AmicusEditFunc  edit)
{
  AmicusDocument *document = amicus_edit_get_document (self);
  GError *error = NULL;
  gboolean done = TRUE;

  if (names->len > 1)
    amicus_document_begin (document, step);
  for (guint i = 0; i < names->len && done; i++)
    done = edit (self, names->pdata[i], &error);
  if (names->len > 1 && done)
    amicus_document_end (document);
  else if (names->len > 1)
    amicus_document_abort (document);
  if (!done)
    amicus_edit_report (self, error);

  return done;
}

void
amicus_edit_select (AmicusWindow     *self,
                    const AmicusName *name)
{
  AmicusElement element = amicus_name_find (name, amicus_session_get_graph (self->session));

  if (element.kind == AMICUS_ELEMENT_NONE)
    return;

  amicus_session_select (self->session, element, AMICUS_SELECT_REPLACE);
  amicus_session_reveal (self->session, element);
}

void
amicus_edit_report (AmicusWindow *self,
                    GError       *error)
{
  amicus_window_toast (self, error->message);
  g_error_free (error);
}

char *
amicus_edit_get_label (AmicusWindow  *self,
                       AmicusElement  element)
{
  const AmicusPictureOptions *options = amicus_session_get_options (self->session);
  g_autofree char *label = amicus_graph_get_label (amicus_session_get_graph (self->session), element,
                                                   options->language);
  g_autofree char *shown = amicus_text_for_display (label, AMICUS_TEXT_LIST_LIMIT);

  return amicus_text_isolate (shown);
}
