/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/edit-name.h"

#include "drawing/describe.h"
#include "graph/vocabulary.h"

#include <glib/gi18n-lib.h>

struct _AmicusNamePopover
{
  GtkPopover parent_instance;

  GtkLabel *title;
  GtkEntry *name;
  GtkDropDown *kind;
  GtkButton *button;
  gboolean let_empty;
};

G_DEFINE_FINAL_TYPE (AmicusNamePopover, amicus_name_popover, GTK_TYPE_POPOVER)

static guint named_signal;

static char *
get_name (AmicusNamePopover *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
}

static void
changed_cb (AmicusNamePopover *self)
{
  g_autofree char *name = get_name (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->button), self->let_empty || *name != '\0');
}

/* The first choice is that nothing is said. */
static const char *
get_kind (AmicusNamePopover *self)
{
  guint nth = gtk_drop_down_get_selected (self->kind);

  return nth > 0 && nth < AMICUS_N_KINDS ? amicus_kind_to_word ((AmicusKind) nth) : NULL;
}

static void
take_cb (AmicusNamePopover *self)
{
  g_autofree char *name = get_name (self);
  const char *kind = get_kind (self);

  if (*name == '\0' && !self->let_empty)
    return;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, named_signal, 0, name, kind);
}

static void
amicus_name_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AMICUS_TYPE_NAME_POPOVER);

  G_OBJECT_CLASS (amicus_name_popover_parent_class)->dispose (object);
}

static void
amicus_name_popover_class_init (AmicusNamePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amicus_name_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/amicusgraph/Amicus/amicus-name-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AmicusNamePopover, title);
  gtk_widget_class_bind_template_child (widget_class, AmicusNamePopover, name);
  gtk_widget_class_bind_template_child (widget_class, AmicusNamePopover, kind);
  gtk_widget_class_bind_template_child (widget_class, AmicusNamePopover, button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);

  named_signal = g_signal_new ("named", AMICUS_TYPE_NAME_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
amicus_name_popover_init (AmicusNamePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * amicus_name_popover_new:
 * @title: what is asked
 * @name: (nullable): what it is called so far
 * @verb: what is done with the name, with a mnemonic
 *
 * Returns: (transfer floating): a popover that asks for a name
 */
GtkWidget *
amicus_name_popover_new (const char *title,
                         const char *name,
                         const char *verb)
{
  AmicusNamePopover *self = g_object_new (AMICUS_TYPE_NAME_POPOVER, NULL);

  gtk_label_set_text (self->title, title);
  gtk_editable_set_text (GTK_EDITABLE (self->name), name != NULL ? name : "");
  gtk_button_set_label (self->button, verb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * amicus_name_popover_ask_kind:
 * @self: a popover
 * @language: (nullable): of the kinds' names; %NULL for the locale's
 *
 * Asks for the kind of an entity besides its name.
 */
void
amicus_name_popover_ask_kind (AmicusNamePopover *self,
                              const char        *language)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) words = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  g_return_if_fail (AMICUS_IS_NAME_POPOVER (self));

  /* Translators: the kind of somebody, such as a company, is not told */
  gtk_string_list_append (names, _("Kind not stated"));
  for (guint kind = 1; kind < AMICUS_N_KINDS; kind++)
    gtk_string_list_take (names, amicus_capitalize (amicus_kind_name (amicus_kind_to_word ((AmicusKind) kind),
                                                                      language)));
  gtk_drop_down_set_expression (self->kind, words);
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->kind), TRUE);
}

/**
 * amicus_name_popover_let_empty:
 * @self: a popover
 *
 * Lets nothing be a name, too.
 */
void
amicus_name_popover_let_empty (AmicusNamePopover *self)
{
  g_return_if_fail (AMICUS_IS_NAME_POPOVER (self));

  self->let_empty = TRUE;
  changed_cb (self);
}
