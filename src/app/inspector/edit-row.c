/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/inspector/edit-row.h"

#include "base/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _AmicusEditRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *name;
  GtkText *entry;
  GtkTextView *view;
  GtkLabel *explanation;

  AmicusEditTarget *target;
  char *attribute;
  AmicusWriting form;
  char *language;
  char *before;       /* what was written there last */

  AmicusEditRowFunc func;
  gpointer data;
  GDestroyNotify destroy;
};

G_DEFINE_FINAL_TYPE (AmicusEditRow, amicus_edit_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
has_lines (AmicusEditRow *self)
{
  return self->form == AMICUS_WRITING_LONG || self->form == AMICUS_WRITING_LIST;
}

static char *
get_text (AmicusEditRow *self)
{
  char *text;

  if (!has_lines (self))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  g_object_get (gtk_text_view_get_buffer (self->view), "text", &text, NULL);

  return text;
}

static void
set_text (AmicusEditRow *self,
          const char    *text)
{
  if (has_lines (self))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static void
changed_cb (AmicusEditRow *self)
{
  g_autofree char *text = get_text (self);
  gboolean wrong;
  g_autofree char *words = amicus_writing_explain (self->form, text, self->language, &wrong);

  gtk_label_set_text (self->explanation, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->explanation), words != NULL);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->explanation), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->explanation), "warning");
}

/* The page may be made anew while the value is set. */
static void
take (AmicusEditRow *self)
{
  g_autoptr (AmicusEditRow) kept = g_object_ref (self);
  g_autofree char *text = get_text (self);
  g_autofree char *value = NULL;

  if (strcmp (text, self->before) == 0)
    return;

  g_free (self->before);
  self->before = g_strdup (text);
  value = amicus_writing_to_value (self->form, text, self->language);
  if (self->func != NULL)
    self->func (self, value, self->data);
  else
    amicus_edit_target_set (self->target, GTK_WIDGET (self), self->attribute, value);
}

static gboolean
key_pressed_cb (AmicusEditRow   *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  g_autofree char *text = get_text (self);
  gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (enter && (!has_lines (self) || (state & GDK_CONTROL_MASK) != 0))
    {
      take (self);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Escape && strcmp (text, self->before) != 0)
    {
      set_text (self, self->before);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
pressed_cb (AmicusEditRow *self)
{
  gtk_widget_grab_focus (has_lines (self) ? GTK_WIDGET (self->view) : GTK_WIDGET (self->entry));
}

/* To where one writes, not to the row. */
static gboolean
amicus_edit_row_focus (GtkWidget       *widget,
                       GtkDirectionType direction)
{
  AmicusEditRow *self = AMICUS_EDIT_ROW (widget);
  GtkWidget *writing = has_lines (self) ? GTK_WIDGET (self->view) : GTK_WIDGET (self->entry);

  return gtk_widget_get_focus_child (widget) == NULL && gtk_widget_grab_focus (writing);
}

static gboolean
amicus_edit_row_grab_focus (GtkWidget *widget)
{
  AmicusEditRow *self = AMICUS_EDIT_ROW (widget);

  return gtk_widget_grab_focus (has_lines (self) ? GTK_WIDGET (self->view) : GTK_WIDGET (self->entry));
}

static void
amicus_edit_row_dispose (GObject *object)
{
  AmicusEditRow *self = AMICUS_EDIT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), AMICUS_TYPE_EDIT_ROW);
  g_clear_pointer (&self->target, amicus_edit_target_unref);
  if (self->destroy != NULL)
    g_clear_pointer (&self->data, self->destroy);

  G_OBJECT_CLASS (amicus_edit_row_parent_class)->dispose (object);
}

static void
amicus_edit_row_finalize (GObject *object)
{
  AmicusEditRow *self = AMICUS_EDIT_ROW (object);

  g_free (self->attribute);
  g_free (self->language);
  g_free (self->before);

  G_OBJECT_CLASS (amicus_edit_row_parent_class)->finalize (object);
}

static void
amicus_edit_row_class_init (AmicusEditRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amicus_edit_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = amicus_edit_row_finalize;
  widget_class->focus = amicus_edit_row_focus;
  widget_class->grab_focus = amicus_edit_row_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/amicusgraph/Amicus/amicus-edit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AmicusEditRow, name);
  gtk_widget_class_bind_template_child (widget_class, AmicusEditRow, entry);
  gtk_widget_class_bind_template_child (widget_class, AmicusEditRow, view);
  gtk_widget_class_bind_template_child (widget_class, AmicusEditRow, explanation);
}

static void
add_controllers (AmicusEditRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (take), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
amicus_edit_row_init (AmicusEditRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  add_controllers (self);
}

static void
set_words (AmicusEditRow *self,
           const char    *words)
{
  GtkWidget *writing = has_lines (self) ? GTK_WIDGET (self->view) : GTK_WIDGET (self->entry);

  gtk_label_set_text (self->name, words);
  gtk_widget_set_visible (writing, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (writing), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (writing), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->explanation, NULL, -1);
}

/**
 * amicus_edit_row_new:
 * @target: what is edited
 * @attribute: the attribute
 * @words: what it is called
 * @form: of its value
 * @value: (nullable): as the file has it
 * @language: (nullable): of explanations; %NULL for the locale's
 *
 * Returns: (transfer floating): a row in which the value is written
 */
GtkWidget *
amicus_edit_row_new (AmicusEditTarget *target,
                     const char   *attribute,
                     const char   *words,
                     AmicusWriting    form,
                     const char   *value,
                     const char   *language)
{
  AmicusEditRow *self = g_object_new (AMICUS_TYPE_EDIT_ROW, "name", attribute, NULL);
  g_autofree char *shown = amicus_text_for_display (words, AMICUS_TEXT_LIST_LIMIT);

  self->target = amicus_edit_target_ref (target);
  self->attribute = g_strdup (attribute);
  self->form = form;
  self->language = g_strdup (language);
  self->before = amicus_writing_to_text (form, value);
  set_words (self, shown);
  set_text (self, self->before);
  changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * amicus_edit_row_set_func:
 * @self: a row
 * @func: takes what is written
 * @data: for @func
 * @destroy: (nullable): frees @data
 *
 * Does something else with what is written than setting an attribute.
 */
void
amicus_edit_row_set_func (AmicusEditRow     *self,
                          AmicusEditRowFunc  func,
                          gpointer           data,
                          GDestroyNotify     destroy)
{
  g_return_if_fail (AMICUS_IS_EDIT_ROW (self));

  self->func = func;
  self->data = data;
  self->destroy = destroy;
}
