/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/edit-private.h"

#include "app/edit-name.h"
#include "app/edit-value.h"
#include "graph/evidence.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AmicusWindow *window;
  AmicusName *name;
  char *attribute;
} Renaming;

static void
renaming_free (gpointer  data,
               GClosure *closure)
{
  Renaming *renaming = data;

  amicus_name_free (renaming->name);
  g_free (renaming->attribute);
  g_free (renaming);
}

static void
renamed_cb (AmicusNamePopover *popover,
            const char        *label,
            const char        *kind,
            gpointer           data)
{
  const Renaming *renaming = data;
  g_autofree char *value = amicus_text_to_value (label);
  GError *error = NULL;

  if (!amicus_document_set_attribute (amicus_edit_get_document (renaming->window), renaming->name,
                                      renaming->attribute, *value != '\0' ? value : NULL, &error))
    amicus_edit_report (renaming->window, error);
}

/* Asks for another label of what is selected. */
void
amicus_edit_rename (AmicusWindow *self)
{
  AmicusGraph *graph = amicus_session_get_graph (self->session);
  const char *language = amicus_session_get_options (self->session)->language;
  AmicusElement element = amicus_session_get_primary (self->session);
  g_autofree char *label = amicus_graph_get_text (graph, element, "label", language);
  g_autofree char *shown = label != NULL || element.kind == AMICUS_ELEMENT_RELATION
                             ? g_steal_pointer (&label)
                             : amicus_graph_get_label (graph, element, language);
  GtkWidget *popover = amicus_name_popover_new (_("Rename"), shown, _("_Rename"));
  Renaming *renaming = g_new0 (Renaming, 1);

  renaming->window = self;
  renaming->name = amicus_name_new (graph, element);
  renaming->attribute = amicus_graph_find_text (graph, element, "label", language);
  if (element.kind == AMICUS_ELEMENT_RELATION)
    amicus_name_popover_let_empty (AMICUS_NAME_POPOVER (popover));
  g_signal_connect_data (popover, "named", G_CALLBACK (renamed_cb), renaming, renaming_free, 0);
  amicus_canvas_popup (AMICUS_CANVAS (self->canvas), GTK_POPOVER (popover), element);
}
