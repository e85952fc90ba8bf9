/* SPDX-License-Identifier: GPL-3.0-or-later
 * Pages of the inspector: all that is told about one subject. */

#pragma once

#include <gtk/gtk.h>

#include "app/inspector/subject.h"

G_BEGIN_DECLS

/* About the element, or the graph as a whole. */
GtkWidget *amicus_page_new           (const AmicusSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
/* About several. */
GtkWidget *amicus_page_new_selection (const AmicusSubject *subject,
                                      const AmicusElement *elements,
                                      guint                n_elements) G_GNUC_WARN_UNUSED_RESULT;

/* Each adds its part to a page; what is NULL is not added. */
void       amicus_page_add           (GtkBox              *page,
                                      GtkWidget           *part);
void       amicus_page_add_heading   (GtkBox              *page,
                                      const AmicusSubject *subject);
void       amicus_page_add_texts     (GtkBox              *page,
                                      const AmicusSubject *subject);
void       amicus_page_add_place     (GtkBox              *page,
                                      const AmicusSubject *subject);

void       amicus_page_tell_entity   (GtkBox              *page,
                                      const AmicusSubject *subject);
void       amicus_page_tell_relation (GtkBox              *page,
                                      const AmicusSubject *subject);
void       amicus_page_tell_group    (GtkBox              *page,
                                      const AmicusSubject *subject);
void       amicus_page_tell_graph    (GtkBox              *page,
                                      const AmicusSubject *subject);

G_END_DECLS
