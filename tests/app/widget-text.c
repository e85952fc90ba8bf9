/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widget-text.h"

#include <string.h>

static void
collect (GtkWidget *widget,
         GString   *said)
{
  if (!gtk_widget_get_visible (widget))
    return;

  if (GTK_IS_LABEL (widget))
    g_string_append_printf (said, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_TEXT_VIEW (widget))
    {
      g_autofree char *text = NULL;

      g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", &text, NULL);
      g_string_append_printf (said, "%s\n", text);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, said);
}

char *
widget_text (GtkWidget *widget)
{
  GString *said = g_string_new (NULL);

  collect (widget, said);

  return g_string_free (said, FALSE);
}

gboolean
widget_says (GtkWidget  *widget,
             const char *text)
{
  g_autofree char *said = widget_text (widget);

  return strstr (said, text) != NULL;
}

GtkWidget *
widget_find (GtkWidget  *widget,
             GType       type,
             const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (text == NULL || widget_says (widget, text)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = widget_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

guint
widget_count (GtkWidget *widget,
              GType      type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (widget), type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += widget_count (child, type);

  return n;
}
