/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/inspector/element-row.h"

#include "app/inspector/sample.h"
#include "app/inspector/words.h"

#include <glib/gi18n-lib.h>

struct _AmicusElementRow
{
  AdwPreferencesRow parent_instance;

  AdwBin *mark;
  GtkLabel *role;
  GtkLabel *title;
  GtkLabel *subtitle;

  AmicusElement element;
};

G_DEFINE_FINAL_TYPE (AmicusElementRow, amicus_element_row, ADW_TYPE_PREFERENCES_ROW)

static void
hover (AmicusElementRow *self,
       AmicusElement     element)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "inspector.hover", "(uu)",
                              (guint32) element.kind, element.id);
}

static void
entered_cb (AmicusElementRow         *self,
            double                    x,
            double                    y,
            GtkEventControllerMotion *controller)
{
  hover (self, self->element);
}

static void
left_cb (AmicusElementRow         *self,
         GtkEventControllerMotion *controller)
{
  hover (self, (AmicusElement) { AMICUS_ELEMENT_NONE, 0 });
}

static void
amicus_element_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMICUS_TYPE_ELEMENT_ROW);

  G_OBJECT_CLASS (amicus_element_row_parent_class)->dispose (object);
}

static void
amicus_element_row_class_init (AmicusElementRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amicus_element_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/amicusgraph/Amicus/amicus-element-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AmicusElementRow, mark);
  gtk_widget_class_bind_template_child (widget_class, AmicusElementRow, role);
  gtk_widget_class_bind_template_child (widget_class, AmicusElementRow, title);
  gtk_widget_class_bind_template_child (widget_class, AmicusElementRow, subtitle);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
amicus_element_row_init (AmicusElementRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A source has its number where others have their icon, as in the picture. */
static GtkWidget *
new_mark (const AmicusSubject *subject)
{
  guint number = subject->element.kind == AMICUS_ELEMENT_ENTITY
                 ? amicus_graph_get_source_number (subject->graph, subject->element.id) : 0;
  g_autofree char *text = g_strdup_printf ("%u", number);
  GtkWidget *label;

  if (number == 0)
    return amicus_sample_new (subject);

  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "amicus-number");

  return label;
}

/**
 * amicus_element_row_new:
 * @subject: an entity, relation or group
 * @seen_from: entity whose relations are listed, or %AMICUS_NO_INDEX
 *
 * Returns: (transfer floating): a row that selects the element when it is activated
 */
GtkWidget *
amicus_element_row_new (const AmicusSubject *subject,
                        guint32              seen_from)
{
  AmicusElementRow *self = g_object_new (AMICUS_TYPE_ELEMENT_ROW, NULL);
  g_auto (AmicusLine) line = { NULL, NULL, NULL };

  amicus_line_init (&line, subject, seen_from);

  self->element = subject->element;
  adw_bin_set_child (self->mark, new_mark (subject));
  gtk_label_set_text (self->title, line.title);
  gtk_label_set_text (self->subtitle, line.subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *line.subtitle != '\0');
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(uu)", (guint32) subject->element.kind,
                                    subject->element.id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  line.spoken, -1);

  return GTK_WIDGET (self);
}

/**
 * amicus_element_row_get_element:
 * @self: a row
 *
 * Returns: what it leads to
 */
AmicusElement
amicus_element_row_get_element (AmicusElementRow *self)
{
  g_return_val_if_fail (AMICUS_IS_ELEMENT_ROW (self), ((AmicusElement) { AMICUS_ELEMENT_NONE, 0 }));

  return self->element;
}

/**
 * amicus_element_row_set_role:
 * @self: a row
 * @role: what the element is to the page
 *
 * Writes @role above the name.
 */
void
amicus_element_row_set_role (AmicusElementRow *self,
                             const char       *role)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (AMICUS_IS_ELEMENT_ROW (self));

  gtk_label_set_text (self->role, role);
  gtk_widget_set_visible (GTK_WIDGET (self->role), TRUE);
  /* Translators: what somebody is to a relation, and the name, for screen readers */
  spoken = g_strdup_printf (_("%s: %s"), role, gtk_label_get_text (self->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
