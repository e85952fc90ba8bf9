/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/inspector/element-list.h"

#include "app/inspector/element-row.h"

typedef struct
{
  GArray *elements;
  guint32 seen_from;
} Elements;

static void
elements_free (gpointer data)
{
  Elements *self = data;

  g_array_unref (self->elements);
  g_free (self);
}

static void
add_row (AmicusRowList       *list,
         const AmicusSubject *subject,
         guint                nth,
         gpointer             data)
{
  Elements *self = data;
  AmicusSubject about = amicus_subject_about (subject,
                                              g_array_index (self->elements, AmicusElement, nth));

  amicus_row_list_add (list, amicus_element_row_new (&about, self->seen_from));
}

static GtkWidget *
new_count (guint n)
{
  g_autofree char *text = g_strdup_printf ("%'u", n);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

/**
 * amicus_element_list_new:
 * @title: what the list is of
 * @subject: of the page that has the list
 * @elements: (element-type AmicusElement): what is listed; not to be changed any more
 * @seen_from: entity whose relations are listed, or %AMICUS_NO_INDEX
 *
 * Returns: (transfer floating): the list, with the number of its elements
 */
GtkWidget *
amicus_element_list_new (const char          *title,
                         const AmicusSubject *subject,
                         GArray              *elements,
                         guint32              seen_from)
{
  Elements *self = g_new (Elements, 1);
  GtkWidget *list;

  *self = (Elements) { g_array_ref (elements), seen_from };
  list = amicus_row_list_new (title, subject, elements->len, add_row, self, elements_free);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (list), new_count (elements->len));

  return list;
}
