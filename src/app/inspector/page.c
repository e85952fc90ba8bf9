/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/inspector/page.h"

#include "app/inspector/element-list.h"
#include "app/inspector/evidence.h"
#include "app/inspector/properties.h"
#include "app/inspector/property-row.h"
#include "app/inspector/sample.h"
#include "app/inspector/text.h"
#include "app/inspector/words.h"
#include "base/text.h"
#include "drawing/describe.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define BUTTON_WIDTH 48

static GtkWidget *
new_quiet_label (const char *text)
{
  GtkWidget *label = amicus_text_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static GtkWidget *
new_title (const AmicusSubject *subject)
{
  g_autofree char *label = amicus_graph_get_label (subject->graph, subject->element, subject->language);
  GtkWidget *title = amicus_text_widget_new (label);

  gtk_widget_add_css_class (title, "title-3");

  return title;
}

/* What stands below the name: the kind, unless it is the name already. */
static char *
quiet_words (const AmicusSubject *subject)
{
  g_autofree char *kind = amicus_words_kind (subject);
  g_autofree char *name = amicus_words_name (subject);
  g_autofree char *word = amicus_capitalize (name);

  return g_strcmp0 (kind, word) == 0 ? NULL : g_steal_pointer (&kind);
}

static char *
aliases (const AmicusSubject *subject)
{
  const char *value = amicus_graph_get_attribute (subject->graph, subject->element, "alias");
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *shown = NULL;

  if (value == NULL || subject->element.kind != AMICUS_ELEMENT_ENTITY)
    return NULL;

  names = amicus_list_split (value);
  joined = g_strjoinv (", ", names);
  shown = amicus_words_show (joined);

  /* Translators: other names of somebody */
  return g_strdup_printf (_("Also %s"), shown);
}

static void
add_private_note (GtkBox              *page,
                  const AmicusSubject *subject)
{
  g_autofree char *note = amicus_graph_get_text (subject->graph, subject->element, "note",
                                                 subject->language);
  GtkWidget *group, *row;

  if (note == NULL)
    return;

  group = adw_preferences_group_new ();
  row = amicus_property_row_new (_("Private note, never exported"), note);
  gtk_widget_add_css_class (row, "amicus-note");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  amicus_page_add (page, group);
}

static void
add_icon (GtkBox              *heading,
          const AmicusSubject *subject)
{
  GtkWidget *icon = amicus_sample_new (subject);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (heading, icon);
}

/**
 * amicus_page_add:
 * @page: a page
 * @part: (nullable): its next part
 *
 * Adds the part, if there is one.
 */
void
amicus_page_add (GtkBox    *page,
                 GtkWidget *part)
{
  if (part != NULL)
    gtk_box_append (page, part);
}

/**
 * amicus_page_add_heading:
 * @page: a page
 * @subject: what it tells about
 *
 * Adds its icon, name, kind and other names.
 */
void
amicus_page_add_heading (GtkBox              *page,
                         const AmicusSubject *subject)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *quiet = quiet_words (subject);
  g_autofree char *other_names = aliases (subject);

  gtk_box_append (GTK_BOX (words), new_title (subject));
  if (quiet != NULL)
    gtk_box_append (GTK_BOX (words), new_quiet_label (quiet));
  if (other_names != NULL)
    gtk_box_append (GTK_BOX (words), new_quiet_label (other_names));

  if (subject->element.kind == AMICUS_ELEMENT_ENTITY)
    add_icon (GTK_BOX (heading), subject);
  gtk_box_append (GTK_BOX (heading), words);
  /* The button that lets one edit lies over the corner. */
  gtk_widget_set_margin_end (heading, BUTTON_WIDTH);
  gtk_box_append (page, heading);
}

/**
 * amicus_page_add_texts:
 * @page: a page
 * @subject: what it tells about
 *
 * Adds its description and its private note.
 */
void
amicus_page_add_texts (GtkBox              *page,
                       const AmicusSubject *subject)
{
  g_autofree char *description = amicus_graph_get_text (subject->graph, subject->element, "description",
                                                        subject->language);

  if (description != NULL)
    gtk_box_append (page, amicus_text_widget_new (description));
  add_private_note (page, subject);
}

/**
 * amicus_page_add_place:
 * @page: a page
 * @subject: what it tells about
 *
 * Adds its ID and where in the file it is first spoken of.
 */
void
amicus_page_add_place (GtkBox              *page,
                       const AmicusSubject *subject)
{
  const char *id = amicus_graph_get_id (subject->graph, subject->element);
  g_autofree char *shown = amicus_words_show (id != NULL ? id : "");
  g_autofree char *isolated = amicus_text_isolate (shown);
  g_autofree char *text = NULL;
  GtkWidget *label;
  guint line, column;

  if (!amicus_graph_get_position (subject->graph, subject->element, &line, &column))
    return;

  /* Translators: an ID and its place in the file */
  text = id != NULL ? g_strdup_printf (_("%s, line %u"), isolated, line)
                    : g_strdup_printf (_("Line %u"), line);
  label = new_quiet_label (text);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (page, label);
}

static GtkBox *
new_page (void)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_add_css_class (page, "amicus-page");

  return GTK_BOX (page);
}

/**
 * amicus_page_new:
 * @subject: an element
 *
 * Returns: (transfer floating): all that the file says of it
 */
GtkWidget *
amicus_page_new (const AmicusSubject *subject)
{
  GtkBox *page = new_page ();

  amicus_page_add_heading (page, subject);
  switch (subject->element.kind)
    {
    case AMICUS_ELEMENT_ENTITY:
      amicus_page_tell_entity (page, subject);
      break;

    case AMICUS_ELEMENT_RELATION:
      amicus_page_tell_relation (page, subject);
      break;

    case AMICUS_ELEMENT_GROUP:
      amicus_page_tell_group (page, subject);
      break;

    case AMICUS_ELEMENT_GRAPH:
    case AMICUS_ELEMENT_NONE:
    default:
      amicus_page_tell_graph (page, subject);
    }
  amicus_page_add (page, amicus_others_new (subject));
  amicus_page_add_place (page, subject);

  return GTK_WIDGET (page);
}

/**
 * amicus_page_new_selection:
 * @subject: the graph
 * @elements: what is selected
 * @n_elements: how many
 *
 * Returns: (transfer floating): a list of them
 */
GtkWidget *
amicus_page_new_selection (const AmicusSubject *subject,
                           const AmicusElement *elements,
                           guint                n_elements)
{
  GtkBox *page = new_page ();
  g_autoptr (GArray) array = g_array_sized_new (FALSE, FALSE, sizeof (AmicusElement), n_elements);

  g_array_append_vals (array, elements, n_elements);
  gtk_box_append (page, amicus_element_list_new (_("Selected"), subject, array, AMICUS_NO_INDEX));

  return GTK_WIDGET (page);
}
