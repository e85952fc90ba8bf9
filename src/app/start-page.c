/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/start-page.h"

struct _AmicusStartPage
{
  GtkWidget parent_instance;

  GtkWidget *page;
};

G_DEFINE_FINAL_TYPE (AmicusStartPage, amicus_start_page, GTK_TYPE_WIDGET)

static void
amicus_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMICUS_TYPE_START_PAGE);

  G_OBJECT_CLASS (amicus_start_page_parent_class)->dispose (object);
}

static void
amicus_start_page_class_init (AmicusStartPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = amicus_start_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/amicusgraph/Amicus/amicus-start-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  /* Bound so that the template's disposal reaches it. */
  gtk_widget_class_bind_template_child (widget_class, AmicusStartPage, page);
}

static void
amicus_start_page_init (AmicusStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
