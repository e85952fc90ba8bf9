/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/inspector/text.h"

#include "base/text.h"

#include <string.h>

/* A label lays out its whole text at once, a text view a paragraph at a time. */
#define LABEL_CHARACTERS 1000
#define LABEL_LINES 40
#define MOST_CHARACTERS 60000
#define VIEW_WIDTH 200
#define VIEW_HEIGHT 240

/* Pango's time to wrap grows with the square of a paragraph's length: after so many characters one ends at the next
 * space, or without one. */
#define PARAGRAPH_CHARACTERS 400
#define WORD_CHARACTERS 100

static guint
count_lines (const char *text)
{
  guint n = 1;

  for (const char *at = strchr (text, '\n'); at != NULL; at = strchr (at + 1, '\n'))
    n++;

  return n;
}

static char *
divide (const char *text)
{
  GString *divided = g_string_new (NULL);
  guint n_paragraph = 0;
  guint n = 0;

  for (const char *at = text; *at != '\0' && n < MOST_CHARACTERS; at = g_utf8_next_char (at), n++)
    {
      gunichar c = g_utf8_get_char (at);
      gboolean end = n_paragraph >= PARAGRAPH_CHARACTERS && g_unichar_isspace (c);

      n_paragraph = c == '\n' || end ? 0 : n_paragraph + 1;
      g_string_append_unichar (divided, end ? '\n' : c);
      if (n_paragraph < PARAGRAPH_CHARACTERS + WORD_CHARACTERS)
        continue;
      g_string_append_c (divided, '\n');
      n_paragraph = 0;
    }
  if (n == MOST_CHARACTERS)
    g_string_append (divided, "…");

  return g_string_free (divided, FALSE);
}

static GtkWidget *
new_view (const char *text)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autofree char *divided = divide (text);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), divided, -1);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_widget_set_size_request (view, VIEW_WIDTH, -1);
  gtk_widget_add_css_class (view, "amicus-text");

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), VIEW_HEIGHT);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_hexpand (scroller, TRUE);

  return scroller;
}

static void
pressed_cb (GtkWidget *label)
{
  gtk_widget_set_focusable (label, TRUE);
}

static void
left_cb (GtkWidget *label)
{
  gtk_widget_set_focusable (label, FALSE);
}

/* A label that Tab comes to selects all of itself or shows a caret, which nobody asked for. A click gives it the focus,
 * so that what is selected in it can be copied with a key. */
static void
focus_by_click (GtkWidget *label)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_set_focusable (label, FALSE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), label);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), label);
  gtk_widget_add_controller (label, focus);
}

/**
 * amicus_text_label_new:
 * @shown: short text that is fit to be shown
 *
 * Returns: (transfer floating): a label whose text can be selected
 */
GtkWidget *
amicus_text_label_new (const char *shown)
{
  GtkWidget *label = gtk_label_new (shown);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  focus_by_click (label);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
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

  return amicus_text_label_new (shown);
}
