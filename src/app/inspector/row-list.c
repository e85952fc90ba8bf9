/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/inspector/row-list.h"

#include <glib/gi18n-lib.h>

#define ITEMS_AT_ONCE 100

struct _AmicusRowList
{
  AdwPreferencesGroup parent_instance;

  AmicusSubject *subject;
  guint n_items;
  guint n_shown;
  AmicusAddRows add_rows;
  gpointer data;
  GDestroyNotify destroy;

  GtkWidget *first_new;   /* of the rows added last */
  GtkWidget *more_row;
};

G_DEFINE_FINAL_TYPE (AmicusRowList, amicus_row_list, ADW_TYPE_PREFERENCES_GROUP)

static void
add_more_row (AmicusRowList *self)
{
  guint n = MIN (self->n_items - self->n_shown, ITEMS_AT_ONCE);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u More", "Show %u More", n), n);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "amicus-inspector-row");
  self->more_row = g_object_new (ADW_TYPE_PREFERENCES_ROW,
                                 "child", label,
                                 "action-name", "list.show-more",
                                 NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->more_row);
}

static void
show_more (AmicusRowList *self)
{
  guint end = MIN (self->n_shown + ITEMS_AT_ONCE, self->n_items);

  if (self->more_row != NULL)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->more_row);
  self->more_row = NULL;

  self->first_new = NULL;
  for (; self->n_shown < end; self->n_shown++)
    self->add_rows (self, self->subject, self->n_shown, self->data);

  if (end < self->n_items)
    add_more_row (self);
}

/* The focus was on the row that is gone. */
static void
show_more_activated (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  AmicusRowList *self = AMICUS_ROW_LIST (widget);

  show_more (self);
  if (self->first_new != NULL)
    gtk_widget_child_focus (self->first_new, GTK_DIR_TAB_FORWARD);
}

static void
amicus_row_list_finalize (GObject *object)
{
  AmicusRowList *self = AMICUS_ROW_LIST (object);

  self->destroy (self->data);
  amicus_subject_free (self->subject);

  G_OBJECT_CLASS (amicus_row_list_parent_class)->finalize (object);
}

static void
amicus_row_list_class_init (AmicusRowListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = amicus_row_list_finalize;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "list.show-more", NULL, show_more_activated);
}

static void
amicus_row_list_init (AmicusRowList *self)
{
}

/**
 * amicus_row_list_new:
 * @title: what the list is of
 * @subject: of the page that has the list; the list keeps its graph
 * @n_items: how many items it has
 * @add_rows: makes the rows of an item, when they are to be seen
 * @data: (transfer full): for @add_rows
 * @destroy: frees @data
 *
 * Returns: (transfer floating): the list with the rows of a hundred items at most
 */
GtkWidget *
amicus_row_list_new (const char          *title,
                     const AmicusSubject *subject,
                     guint                n_items,
                     AmicusAddRows        add_rows,
                     gpointer             data,
                     GDestroyNotify       destroy)
{
  AmicusRowList *self = g_object_new (AMICUS_TYPE_ROW_LIST, "title", title, NULL);

  self->subject = amicus_subject_copy (subject);
  self->n_items = n_items;
  self->add_rows = add_rows;
  self->data = data;
  self->destroy = destroy;
  show_more (self);

  return GTK_WIDGET (self);
}

/**
 * amicus_row_list_add:
 * @self: a list
 * @row: the next of its rows
 *
 * Called by an #AmicusAddRows.
 */
void
amicus_row_list_add (AmicusRowList *self,
                     GtkWidget     *row)
{
  g_return_if_fail (AMICUS_IS_ROW_LIST (self));

  if (self->first_new == NULL)
    self->first_new = row;
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/**
 * amicus_row_list_n_shown:
 * @self: a list
 *
 * Returns: how many of its items have their rows by now
 */
guint
amicus_row_list_n_shown (AmicusRowList *self)
{
  g_return_val_if_fail (AMICUS_IS_ROW_LIST (self), 0);

  return self->n_shown;
}
