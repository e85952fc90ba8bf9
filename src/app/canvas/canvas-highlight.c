/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/canvas/canvas-private.h"

static void
painted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (AmicusCanvas) self = data;

  g_clear_pointer (&self->layer, amicus_layer_free);
  self->layer = amicus_layer_paint_finish (result);
  self->layer_element = self->layer_asked;
  self->painting_layer = FALSE;
  /* The pointer may have gone on, or the picture, while it was painted. */
  if (!amicus_canvas_has_layer (self))
    g_clear_pointer (&self->layer, amicus_layer_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* One at a time: while the view moves, each that is ready is drawn where it belongs until the next one is. */
static void
want_layer (AmicusCanvas        *self,
            const AmicusOverlay *overlay,
            GArray              *items)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->painting_layer || (amicus_canvas_has_layer (self) && amicus_layer_fits (self->layer, overlay->view, factor)))
    return;

  self->painting_layer = TRUE;
  self->layer_asked = self->highlighted;
  amicus_layer_paint_async (amicus_item_index_get_scene (overlay->items), items, overlay->view, factor, painted_cb,
                            g_object_ref (self));
}

/* Whether the neighbourhood of what is highlighted has been painted by a thread. */
gboolean
amicus_canvas_has_layer (AmicusCanvas *self)
{
  return self->layer != NULL && amicus_element_equal (self->layer_element, self->highlighted)
         && amicus_layer_get_scene (self->layer) == amicus_tiles_get_scene (self->tiles);
}

/* Lets everything pale but what is highlighted, its relations and neighbours; where these are many, as soon as a
 * thread has painted them. */
void
amicus_canvas_draw_highlight (AmicusCanvas        *self,
                              const AmicusOverlay *overlay,
                              cairo_t             *cr)
{
  g_autoptr (GArray) items = amicus_overlay_list_around (overlay, self->highlighted);

  if (items->len == 0)
    return;

  if (amicus_overlay_is_quick (items))
    {
      amicus_overlay_veil (overlay, cr, self->strength);
      amicus_overlay_paint (overlay, cr, items);
      return;
    }

  want_layer (self, overlay, items);
  if (amicus_canvas_has_layer (self))
    {
      amicus_overlay_veil (overlay, cr, self->strength);
      amicus_layer_draw (self->layer, cr, overlay->view);
    }
}
