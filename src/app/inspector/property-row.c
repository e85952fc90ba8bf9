/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/inspector/property-row.h"

#include "app/inspector/link.h"
#include "app/inspector/text.h"
#include "base/text.h"

struct _AmicusPropertyRow
{
  AdwPreferencesRow parent_instance;

  GtkBox *content;
  AdwBin *suffix;
  GtkLabel *name;
  GtkButton *open_button;
};

G_DEFINE_FINAL_TYPE (AmicusPropertyRow, amicus_property_row, ADW_TYPE_PREFERENCES_ROW)

static void
amicus_property_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMICUS_TYPE_PROPERTY_ROW);

  G_OBJECT_CLASS (amicus_property_row_parent_class)->dispose (object);
}

static void
amicus_property_row_class_init (AmicusPropertyRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amicus_property_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/amicusgraph/Amicus/amicus-property-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AmicusPropertyRow, content);
  gtk_widget_class_bind_template_child (widget_class, AmicusPropertyRow, name);
  gtk_widget_class_bind_template_child (widget_class, AmicusPropertyRow, open_button);
  gtk_widget_class_bind_template_child (widget_class, AmicusPropertyRow, suffix);
}

static void
amicus_property_row_init (AmicusPropertyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amicus_property_row_new:
 * @name: what is told, for people; empty where the value says it all
 * @value: anything that a file may hold
 *
 * Returns: (transfer floating): a row whose value can be selected
 */
GtkWidget *
amicus_property_row_new (const char *name,
                         const char *value)
{
  AmicusPropertyRow *self = g_object_new (AMICUS_TYPE_PROPERTY_ROW, NULL);
  g_autofree char *shown = amicus_text_for_display (name, AMICUS_TEXT_LIST_LIMIT);
  GtkWidget *text = amicus_text_widget_new (value);

  gtk_label_set_text (self->name, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->name), *shown != '\0');
  gtk_box_append (self->content, text);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->name, text, NULL, -1);

  return GTK_WIDGET (self);
}

/**
 * amicus_property_row_new_link:
 * @name: what is told, for people
 * @address: anything that a file may hold
 *
 * Returns: (transfer floating): a row that shows the whole address and opens it, or shows it only if it is none that
 *   may be opened
 */
GtkWidget *
amicus_property_row_new_link (const char *name,
                              const char *address)
{
  g_autofree char *link = amicus_link_normalise (address);
  GtkWidget *row = amicus_property_row_new (name, link != NULL ? link : address);
  AmicusPropertyRow *self = AMICUS_PROPERTY_ROW (row);

  if (link != NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "s", link);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open_button), "inspector.open-link");
      gtk_widget_set_visible (GTK_WIDGET (self->open_button), TRUE);
    }

  return row;
}

/**
 * amicus_property_row_set_suffix:
 * @self: a row
 * @widget: goes to its end
 *
 * Puts something at its end that says the same without words.
 */
void
amicus_property_row_set_suffix (AmicusPropertyRow *self,
                                GtkWidget         *widget)
{
  g_return_if_fail (AMICUS_IS_PROPERTY_ROW (self));

  adw_bin_set_child (self->suffix, widget);
}
