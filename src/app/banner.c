/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/banner.h"

struct _AmicusBanner
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (AmicusBanner, amicus_banner, GTK_TYPE_WIDGET)

static void
hide_activated (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  amicus_banner_show (AMICUS_BANNER (widget), NULL, NULL, NULL);
}

static void
amicus_banner_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMICUS_TYPE_BANNER);

  G_OBJECT_CLASS (amicus_banner_parent_class)->dispose (object);
}

static void
amicus_banner_class_init (AmicusBannerClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = amicus_banner_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/amicusgraph/Amicus/amicus-banner.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, AmicusBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, AmicusBanner, label);
  gtk_widget_class_bind_template_child (widget_class, AmicusBanner, button);
  gtk_widget_class_install_action (widget_class, "banner.hide", NULL, hide_activated);
}

static void
amicus_banner_init (AmicusBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amicus_banner_show:
 * @self: a banner
 * @message: (nullable): what is wrong, in plain text; %NULL hides the banner
 * @button: (nullable): label of the button
 * @action: (nullable): what the button does
 *
 * Says @message until it is hidden or says something else.
 */
void
amicus_banner_show (AmicusBanner *self,
                    const char *message,
                    const char *button,
                    const char *action)
{
  g_return_if_fail (AMICUS_IS_BANNER (self));

  if (message)
    {
      gtk_label_set_text (self->label, message);
      gtk_button_set_label (self->button, button ? button : "");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
      gtk_widget_set_visible (GTK_WIDGET (self->button), action != NULL);
    }
  gtk_revealer_set_reveal_child (self->revealer, message != NULL);
}

/**
 * amicus_banner_get_message:
 * @self: a banner
 *
 * Returns: (nullable): what it says, or %NULL while it is hidden
 */
const char *
amicus_banner_get_message (AmicusBanner *self)
{
  g_return_val_if_fail (AMICUS_IS_BANNER (self), NULL);

  return gtk_revealer_get_reveal_child (self->revealer) ? gtk_label_get_text (self->label) : NULL;
}
