/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/canvas/proxy.h"

struct _AmicusProxy
{
  GtkWidget parent_instance;

  AmicusElement element;
};

G_DEFINE_FINAL_TYPE (AmicusProxy, amicus_proxy, GTK_TYPE_WIDGET)

static void
amicus_proxy_class_init (AmicusProxyClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
amicus_proxy_init (AmicusProxy *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * amicus_proxy_new:
 * @element: what it stands for
 *
 * Returns: (transfer floating): a proxy without a name
 */
GtkWidget *
amicus_proxy_new (AmicusElement element)
{
  AmicusProxy *self = g_object_new (AMICUS_TYPE_PROXY, NULL);

  self->element = element;

  return GTK_WIDGET (self);
}

/**
 * amicus_proxy_get_element:
 * @self: a proxy
 *
 * Returns: what it stands for
 */
AmicusElement
amicus_proxy_get_element (AmicusProxy *self)
{
  g_return_val_if_fail (AMICUS_IS_PROXY (self), ((AmicusElement) { AMICUS_ELEMENT_NONE, 0 }));

  return self->element;
}

/**
 * amicus_proxy_describe:
 * @self: a proxy
 * @name: what it is called
 * @description: what else is to be said of it
 *
 * Tells a screen reader what it stands for.
 */
void
amicus_proxy_describe (AmicusProxy *self,
                       const char  *name,
                       const char  *description)
{
  g_return_if_fail (AMICUS_IS_PROXY (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}
