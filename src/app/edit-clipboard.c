/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/edit-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DOT_TYPE "text/vnd.graphviz"

static GdkClipboard *
get_clipboard (AmicusWindow *self)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (self));
}

static void
add_names (GPtrArray *all,
           GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (all, names->pdata[i]);
}

/* What is selected, as a DOT file: for Amicus and for whatever takes text. */
void
amicus_edit_copy (AmicusWindow *self)
{
  g_autoptr (GPtrArray) entities = amicus_edit_list_selected (self, AMICUS_ELEMENT_ENTITY);
  g_autoptr (GPtrArray) relations = amicus_edit_list_selected (self, AMICUS_ELEMENT_RELATION);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) both = NULL;
  char *text;

  add_names (names, entities);
  add_names (names, relations);
  text = amicus_document_copy (amicus_edit_get_document (self), (const AmicusName * const *) names->pdata,
                               names->len);
  bytes = g_bytes_new_take (text, strlen (text));
  providers[0] = gdk_content_provider_new_for_bytes (DOT_TYPE, bytes);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (get_clipboard (self), both);
}

void
amicus_edit_cut (AmicusWindow *self)
{
  amicus_edit_copy (self);
  amicus_edit_remove (self);
}

static void
select_pasted (AmicusWindow *self,
               char        **ids)
{
  AmicusGraph *graph = amicus_session_get_graph (self->session);
  g_autoptr (GArray) elements = g_array_new (FALSE, FALSE, sizeof (AmicusElement));

  for (; *ids != NULL; ids++)
    {
      AmicusElement element = amicus_graph_find_entity (graph, *ids);

      if (element.kind != AMICUS_ELEMENT_NONE)
        g_array_append_val (elements, element);
    }
  if (elements->len == 0)
    return;

  amicus_session_select_many (self->session, (const AmicusElement *) (gconstpointer) elements->data,
                              elements->len, AMICUS_SELECT_REPLACE);
  amicus_session_reveal (self->session, g_array_index (elements, AmicusElement, elements->len - 1));
}

static void
paste (AmicusWindow *self,
       const char   *text)
{
  GError *error = NULL;
  g_auto (GStrv) ids = amicus_document_paste (amicus_edit_get_document (self), text, &error);

  if (ids != NULL)
    select_pasted (self, ids);
  else
    amicus_edit_report (self, error);
}

static void
spliced_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (source);
  g_autoptr (AmicusWindow) self = data;
  GError *error = NULL;
  g_autofree char *text = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (memory), result, &error) < 0)
    {
      amicus_edit_report (self, error);
      return;
    }
  /* The window may have been closed meanwhile. */
  if (self->session == NULL || amicus_edit_get_document (self) == NULL)
    return;

  text = g_strndup (g_memory_output_stream_get_data (memory), g_memory_output_stream_get_data_size (memory));
  paste (self, text);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (AmicusWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL)
    {
      if (self->session != NULL)
        amicus_window_toast (self, _("There is nothing to paste."));
      return;
    }

  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, spliced_cb, g_steal_pointer (&self));
}

void
amicus_edit_paste (AmicusWindow *self)
{
  static const char *types[] = { DOT_TYPE, "text/plain;charset=utf-8", "text/plain", NULL };

  gdk_clipboard_read_async (get_clipboard (self), types, G_PRIORITY_DEFAULT, NULL, read_cb, g_object_ref (self));
}
