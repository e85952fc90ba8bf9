/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/inspector/text.h"

#include <string.h>

#include "base/text.h"

/* A label lays out its whole text at once, a text view only what is seen of it; a longer paragraph than the last
 * would still hold up the window. */
#define LABEL_CHARACTERS 1000
#define LABEL_LINES 40
#define MOST_CHARACTERS 20000
#define VIEW_HEIGHT 240

static guint
count_lines (const char *text)
{
  guint n = 1;

  for (const char *at = strchr (text, '\n'); at != NULL; at = strchr (at + 1, '\n'))
    n++;

  return n;
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

static GtkWidget *
new_view (const char *text)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autofree char *cut = g_utf8_substring (text, 0, MIN (MOST_CHARACTERS, g_utf8_strlen (text, -1)));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), cut, -1);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (view, "amicus-text");

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), VIEW_HEIGHT);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_hexpand (scroller, TRUE);

  return scroller;
}

/**
 * amicus_text_widget_new:
 * @text: anything that a file may hold
 *
 * Returns: (transfer floating): a label, or a scrolled text view where a label would hold up the window
 */
GtkWidget *
amicus_text_widget_new (const char *text)
{
  g_autofree char *shown = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  shown = amicus_text_for_display (text, 0);
  if (g_utf8_strlen (shown, -1) > LABEL_CHARACTERS || count_lines (shown) > LABEL_LINES)
    return new_view (shown);

  return new_label (shown);
}
