/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/canvas/hover-card.h"

/* Between what is hovered and the card, in pixels. */
#define GAP 10
#define TEXT_WIDTH_CHARS 44
#define MOST_LINES 8

struct _AmicusHoverCard
{
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *description;
};

G_DEFINE_FINAL_TYPE (AmicusHoverCard, amicus_hover_card, GTK_TYPE_WIDGET)

static void
amicus_hover_card_dispose (GObject *object)
{
  AmicusHoverCard *self = AMICUS_HOVER_CARD (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->description, gtk_widget_unparent);

  G_OBJECT_CLASS (amicus_hover_card_parent_class)->dispose (object);
}

static void
amicus_hover_card_class_init (AmicusHoverCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = amicus_hover_card_dispose;

  /* The theme's look of tooltips, also in high contrast. */
  gtk_widget_class_set_css_name (widget_class, "tooltip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLTIP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
add_label (AmicusHoverCard *self,
           const char      *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_WIDTH_CHARS);
  gtk_label_set_lines (GTK_LABEL (label), MOST_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
amicus_hover_card_init (AmicusHoverCard *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  gtk_widget_add_css_class (GTK_WIDGET (self), "background");
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  self->title = add_label (self, "heading");
  self->description = add_label (self, "body");
}

/**
 * amicus_hover_card_new:
 *
 * Returns: (transfer floating): a card without text, not visible
 */
GtkWidget *
amicus_hover_card_new (void)
{
  return g_object_new (AMICUS_TYPE_HOVER_CARD, NULL);
}

static void
set_label (GtkWidget  *label,
           const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, *text != '\0');
}

/**
 * amicus_hover_card_set_text:
 * @self: the card
 * @title: the full name, as the scene has it: fit to be shown
 * @description: what else there is to say, fit to be shown as well; may be empty
 *
 * Says something else.
 */
void
amicus_hover_card_set_text (AmicusHoverCard *self,
                            const char      *title,
                            const char      *description)
{
  g_return_if_fail (AMICUS_IS_HOVER_CARD (self));

  set_label (self->title, title);
  set_label (self->description, description);
}

/**
 * amicus_hover_card_place:
 * @self: the card
 * @target: what it tells about, in the view
 * @width: of the view
 * @height: of the view
 * @allocation: (out): where the card goes
 *
 * Finds a place that lies in the view and, where there is room, not over @target.
 */
void
amicus_hover_card_place (AmicusHoverCard    *self,
                         const GdkRectangle *target,
                         int                 width,
                         int                 height,
                         GtkAllocation      *allocation)
{
  int natural, wide, high, below, above;

  g_return_if_fail (AMICUS_IS_HOVER_CARD (self));

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &wide, &natural,
                      NULL, NULL);
  wide = MAX (wide, MIN (natural, width));
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, wide, NULL, &high, NULL, NULL);

  below = target->y + target->height + GAP;
  above = target->y - GAP - high;
  *allocation = (GtkAllocation) {
    CLAMP (target->x + (target->width - wide) / 2, 0, MAX (width - wide, 0)),
    below + high <= height || above < 0 ? MAX (MIN (below, height - high), 0) : above,
    wide,
    high,
  };
}
