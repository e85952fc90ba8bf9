/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/edit-chooser.h"

#include "app/edit-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _AmicusChooser
{
  GtkPopover parent_instance;

  GtkSearchEntry *search;
  GtkScrolledWindow *scroller;
  GtkListView *list;
  GtkLabel *none_label;
  GtkButton *own_button;

  GListStore *choices;
  GtkStringFilter *filter;
  GtkSingleSelection *selection;
  gboolean own_words;
};

G_DEFINE_FINAL_TYPE (AmicusChooser, amicus_chooser, GTK_TYPE_POPOVER)

static guint chosen_signal;

static void
choose (AmicusChooser *self,
        const char    *id)
{
  g_autofree char *copy = g_strdup (id);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, chosen_signal, 0, copy);
}

static void
activated_cb (AmicusChooser *self,
              guint          position)
{
  g_autoptr (AmicusChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (choice != NULL)
    choose (self, amicus_choice_get_id (choice));
}

static const char *
typed (AmicusChooser *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

static void
take_own_cb (AmicusChooser *self)
{
  if (*typed (self) != '\0')
    choose (self, typed (self));
}

static void
take_selected_cb (AmicusChooser *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    activated_cb (self, position);
  else if (self->own_words)
    take_own_cb (self);
}

static void
stop_cb (AmicusChooser *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
search_changed_cb (AmicusChooser *self)
{
  gboolean found;
  /* Translators: what somebody has typed, to be used as it is */
  g_autofree char *own = g_strdup_printf (_("Use “%s”"), typed (self));

  gtk_string_filter_set_search (self->filter, typed (self));
  found = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;
  gtk_single_selection_set_selected (self->selection, found ? 0 : GTK_INVALID_LIST_POSITION);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), found);
  gtk_widget_set_visible (GTK_WIDGET (self->none_label), !found && !self->own_words);
  gtk_button_set_label (self->own_button, own);
  gtk_widget_set_visible (GTK_WIDGET (self->own_button), self->own_words && *typed (self) != '\0');
}

/* The arrows go through the list while the focus stays where one types. */
static gboolean
key_pressed_cb (AmicusChooser  *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = gtk_single_selection_get_selected (self->selection);

  if (n == 0 || (key != GDK_KEY_Down && key != GDK_KEY_Up))
    return GDK_EVENT_PROPAGATE;

  position = key == GDK_KEY_Down ? (position + 1) % n : (position + n - 1) % n;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);

  return GDK_EVENT_STOP;
}

static void
setup_row (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_label_new (NULL);
  GtkWidget *quiet = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (words), 40);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (quiet, "dim-label");
  gtk_widget_add_css_class (quiet, "caption");
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), quiet);
  gtk_list_item_set_child (item, row);
}

static void
bind_row (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  AmicusChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *words = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *quiet = gtk_widget_get_next_sibling (words);
  const char *more = amicus_choice_get_quiet (choice);

  gtk_label_set_text (GTK_LABEL (words), amicus_choice_get_words (choice));
  gtk_label_set_text (GTK_LABEL (quiet), more != NULL ? more : "");
}

static void
amicus_chooser_dispose (GObject *object)
{
  AmicusChooser *self = AMICUS_CHOOSER (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), AMICUS_TYPE_CHOOSER);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (amicus_chooser_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/amicusgraph/Amicus/amicus-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, AmicusChooser, search);
  gtk_widget_class_bind_template_child (widget_class, AmicusChooser, scroller);
  gtk_widget_class_bind_template_child (widget_class, AmicusChooser, list);
  gtk_widget_class_bind_template_child (widget_class, AmicusChooser, none_label);
  gtk_widget_class_bind_template_child (widget_class, AmicusChooser, own_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_own_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
amicus_chooser_class_init (AmicusChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = amicus_chooser_dispose;
  bind_template (GTK_WIDGET_CLASS (klass));

  chosen_signal = g_signal_new ("chosen", AMICUS_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
init_model (AmicusChooser *self)
{
  GtkExpression *words = gtk_property_expression_new (AMICUS_TYPE_CHOICE, NULL, "words");
  GtkFilterListModel *filtered;

  self->choices = g_list_store_new (AMICUS_TYPE_CHOICE);
  self->filter = gtk_string_filter_new (words);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (self->choices), GTK_FILTER (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
}

static void
init_list (AmicusChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), NULL);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

static void
amicus_chooser_init (AmicusChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  init_model (self);
  init_list (self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
}

/**
 * amicus_chooser_new:
 * @question: what is to be chosen, for people
 * @own_words: whether what is typed may be taken as it is
 *
 * Returns: (transfer floating): a list without choices
 */
GtkWidget *
amicus_chooser_new (const char *question,
                    gboolean    own_words)
{
  AmicusChooser *self = g_object_new (AMICUS_TYPE_CHOOSER, NULL);

  self->own_words = own_words;
  g_object_set (self->search, "placeholder-text", question, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);

  return GTK_WIDGET (self);
}

/**
 * amicus_chooser_add:
 * @self: a chooser
 * @id: what `chosen` tells
 * @words: what it is called, fit to be shown
 * @quiet: (nullable): what more there is to say
 *
 * Adds a choice at the end of the list.
 */
void
amicus_chooser_add (AmicusChooser *self,
                    const char    *id,
                    const char    *words,
                    const char    *quiet)
{
  g_autoptr (AmicusChoice) choice = NULL;

  g_return_if_fail (AMICUS_IS_CHOOSER (self));

  choice = amicus_choice_new (id, words, quiet);
  g_list_store_append (self->choices, choice);
}
