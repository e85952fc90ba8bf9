/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/inspector/choice-row.h"

struct _AmicusChoiceRow
{
  AdwActionRow parent_instance;

  GtkWidget *popover;
  gboolean own_words;
  AmicusFillFunc fill;
  AmicusChoiceRowFunc chosen;
  gpointer data;
  GDestroyNotify destroy;
};

G_DEFINE_FINAL_TYPE (AmicusChoiceRow, amicus_choice_row, ADW_TYPE_ACTION_ROW)

/* The page may be made anew meanwhile. */
static void
chosen_cb (AmicusChoiceRow *self,
           const char      *id)
{
  g_autoptr (AmicusChoiceRow) kept = g_object_ref (self);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->chosen (GTK_WIDGET (self), id, self->data);
}

static void
amicus_choice_row_activate (AdwActionRow *row)
{
  AmicusChoiceRow *self = AMICUS_CHOICE_ROW (row);
  const char *words = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = amicus_chooser_new (words, self->own_words);
  self->fill (AMICUS_CHOOSER (self->popover), self->data);
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
amicus_choice_row_dispose (GObject *object)
{
  AmicusChoiceRow *self = AMICUS_CHOICE_ROW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (self->destroy != NULL)
    g_clear_pointer (&self->data, self->destroy);

  G_OBJECT_CLASS (amicus_choice_row_parent_class)->dispose (object);
}

static void
amicus_choice_row_class_init (AmicusChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = amicus_choice_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = amicus_choice_row_activate;
}

static void
amicus_choice_row_init (AmicusChoiceRow *self)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), arrow);
}

/**
 * amicus_choice_row_new:
 * @words: what is chosen
 * @value: (nullable): what is so far
 * @own_words: whether something else may be written
 * @fill: adds the choices
 * @chosen: takes what is chosen
 * @data: for both
 * @destroy: (nullable): frees @data
 *
 * Returns: (transfer floating): a row that opens a list
 */
GtkWidget *
amicus_choice_row_new (const char          *words,
                       const char          *value,
                       gboolean             own_words,
                       AmicusFillFunc       fill,
                       AmicusChoiceRowFunc  chosen,
                       gpointer             data,
                       GDestroyNotify       destroy)
{
  AmicusChoiceRow *self = g_object_new (AMICUS_TYPE_CHOICE_ROW, "title", words, NULL);

  if (value != NULL)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self), value);
      gtk_widget_add_css_class (GTK_WIDGET (self), "amicus-choice");
    }
  self->own_words = own_words;
  self->fill = fill;
  self->chosen = chosen;
  self->data = data;
  self->destroy = destroy;

  return GTK_WIDGET (self);
}
