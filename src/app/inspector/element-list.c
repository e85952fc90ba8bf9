/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/inspector/element-list.h"

#include "app/inspector/element-row.h"

#include <glib/gi18n-lib.h>

#define ROWS_AT_ONCE 100

struct _AmicusElementList
{
  AdwPreferencesGroup parent_instance;

  AmicusGraph *graph;
  char *language;
  AmicusScheme scheme;
  GArray *elements;
  guint32 seen_from;
  guint n_shown;
  GtkWidget *more_row;
};

G_DEFINE_FINAL_TYPE (AmicusElementList, amicus_element_list, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
add_row (AmicusElementList *self,
         AmicusElement       element)
{
  AmicusSubject subject = { self->graph, element, self->language, self->scheme };
  GtkWidget *row = amicus_element_row_new (&subject, self->seen_from);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  return row;
}

static void
add_more_row (AmicusElementList *self,
              guint               n_hidden)
{
  g_autofree char *text = NULL;
  GtkWidget *label;

  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u More", "Show %u More",
                                       MIN (n_hidden, ROWS_AT_ONCE)),
                          MIN (n_hidden, ROWS_AT_ONCE));
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "amicus-inspector-row");

  self->more_row = g_object_new (ADW_TYPE_PREFERENCES_ROW,
                                 "child", label,
                                 "action-name", "list.show-more",
                                 NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->more_row);
}

/* Returns the first of the new rows. */
static GtkWidget *
show_more (AmicusElementList *self)
{
  guint end = MIN (self->n_shown + ROWS_AT_ONCE, self->elements->len);
  GtkWidget *first = NULL;

  if (self->more_row != NULL)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->more_row);
  self->more_row = NULL;

  for (; self->n_shown < end; self->n_shown++)
    {
      GtkWidget *row = add_row (self, g_array_index (self->elements, AmicusElement, self->n_shown));

      if (first == NULL)
        first = row;
    }

  if (end < self->elements->len)
    add_more_row (self, self->elements->len - end);

  return first;
}

/* The focus was on the row that is gone. */
static void
show_more_activated (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  GtkWidget *first = show_more (AMICUS_ELEMENT_LIST (widget));

  if (first != NULL)
    gtk_widget_grab_focus (first);
}

static void
amicus_element_list_finalize (GObject *object)
{
  AmicusElementList *self = AMICUS_ELEMENT_LIST (object);

  g_clear_pointer (&self->elements, g_array_unref);
  g_clear_pointer (&self->graph, amicus_graph_unref);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (amicus_element_list_parent_class)->finalize (object);
}

static void
amicus_element_list_class_init (AmicusElementListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amicus_element_list_finalize;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "list.show-more", NULL,
                                   show_more_activated);
}

static void
amicus_element_list_init (AmicusElementList *self)
{
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
 * Returns: (transfer floating): the list, of which no more than a hundred are there at first: a hub of a large graph
 *   must not hold up the window
 */
GtkWidget *
amicus_element_list_new (const char          *title,
                          const AmicusSubject *subject,
                          GArray              *elements,
                          guint32              seen_from)
{
  AmicusElementList *self = g_object_new (AMICUS_TYPE_ELEMENT_LIST, "title", title, NULL);

  self->graph = amicus_graph_ref (subject->graph);
  self->language = g_strdup (subject->language);
  self->scheme = subject->scheme;
  self->elements = g_array_ref (elements);
  self->seen_from = seen_from;
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), new_count (elements->len));
  show_more (self);

  return GTK_WIDGET (self);
}

/**
 * amicus_element_list_n_shown:
 * @self: a list
 *
 * Returns: how many of its elements have a row by now
 */
guint
amicus_element_list_n_shown (AmicusElementList *self)
{
  g_return_val_if_fail (AMICUS_IS_ELEMENT_LIST (self), 0);

  return self->n_shown;
}
