/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/inspector/edit-target.h"

struct _AmicusEditTarget
{
  AmicusDocument *document;
  GPtrArray *names;
};

static void
free_name (gpointer name)
{
  amicus_name_free (name);
}

/**
 * amicus_edit_target_new:
 * @document: an open document
 * @elements: (array length=n_elements): elements of its graph
 * @n_elements: how many, at least one
 *
 * Returns: (transfer full): what is to be edited
 */
AmicusEditTarget *
amicus_edit_target_new (AmicusDocument      *document,
                   const AmicusElement *elements,
                   guint                n_elements)
{
  AmicusGraph *graph = amicus_document_get_graph (document);
  AmicusEditTarget *self = g_rc_box_new0 (AmicusEditTarget);

  self->document = g_object_ref (document);
  self->names = g_ptr_array_new_with_free_func (free_name);
  for (guint i = 0; i < n_elements; i++)
    g_ptr_array_add (self->names, amicus_name_new (graph, elements[i]));

  return self;
}

AmicusEditTarget *
amicus_edit_target_ref (AmicusEditTarget *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AmicusEditTarget *self = data;

  g_object_unref (self->document);
  g_ptr_array_unref (self->names);
}

void
amicus_edit_target_unref (AmicusEditTarget *self)
{
  g_rc_box_release_full (self, clear);
}

AmicusDocument *
amicus_edit_target_get_document (AmicusEditTarget *self)
{
  return self->document;
}

const AmicusName *
amicus_edit_target_get_name (AmicusEditTarget *self)
{
  return self->names->pdata[0];
}

/**
 * amicus_edit_target_set:
 * @self: what is edited
 * @widget: where somebody edits it
 * @attribute: an attribute
 * @value: (nullable): its value as it is written in the file, %NULL or empty for none
 *
 * Sets the attribute of all the elements, as one step.
 */
void
amicus_edit_target_set (AmicusEditTarget *self,
                   GtkWidget    *widget,
                   const char   *attribute,
                   const char   *value)
{
  GError *error = NULL;

  if (value != NULL && *value == '\0')
    value = NULL;
  if (!amicus_document_set_attribute_of (self->document, (const AmicusName * const *) self->names->pdata,
                                         self->names->len, attribute, value, &error))
    amicus_edit_target_report (widget, error);
}

/**
 * amicus_edit_target_report:
 * @widget: where somebody has edited
 * @error: (transfer full): why it was not done
 *
 * Says why something was not done.
 */
void
amicus_edit_target_report (GtkWidget *widget,
                      GError    *error)
{
  gtk_widget_activate_action (widget, "win.say", "s", error->message);
  g_error_free (error);
}
