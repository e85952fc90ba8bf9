/* SPDX-License-Identifier: GPL-3.0-or-later
 * The small card that tells what is under the pointer. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AmicusHoverCard:
 *
 * Shows text as text: nothing in it is markup or a link. Takes no events.
 */
#define AMICUS_TYPE_HOVER_CARD (amicus_hover_card_get_type ())
G_DECLARE_FINAL_TYPE (AmicusHoverCard, amicus_hover_card, AMICUS, HOVER_CARD, GtkWidget)

GtkWidget *amicus_hover_card_new      (void) G_GNUC_WARN_UNUSED_RESULT;

void       amicus_hover_card_set_text (AmicusHoverCard *self,
                                       const char      *title,
                                       const char      *description);

/* Where a card of the size that @self wants lies best in a view: below @target, else above it, else wherever it fits. */
void       amicus_hover_card_place    (AmicusHoverCard    *self,
                                       const GdkRectangle *target,
                                       int                 width,
                                       int                 height,
                                       GtkAllocation      *allocation);

G_END_DECLS
