/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/canvas/canvas-private.h"

#include "drawing/overview.h"

#include <glib/gi18n-lib.h>

/* How near to a relation the pointer must be, in pixels. */
#define PICK_TOLERANCE 5.0

/* Whether the numbers of a scene's elements are those of the session's graph. */
static gboolean
is_current (AmicusCanvas *self,
            AmicusScene  *scene)
{
  AmicusGraph *graph = self->session != NULL ? amicus_session_get_graph (self->session) : NULL;

  return graph != NULL && amicus_scene_get_edition (scene) == amicus_graph_get_edition (graph);
}

/* The scene that is seen; NULL as long as it is of another graph than the session's, as it is for some frames after an
 * edit. */
AmicusScene *
amicus_canvas_get_scene (AmicusCanvas *self)
{
  AmicusScene *scene = amicus_tiles_get_scene (self->tiles);

  return scene != NULL && is_current (self, scene) ? scene : NULL;
}

/* Items by element, of the scene that is seen; NULL where there is none that means anything. */
AmicusItemIndex *
amicus_canvas_get_index (AmicusCanvas *self)
{
  AmicusScene *scene = amicus_canvas_get_scene (self);

  if (scene == NULL)
    return NULL;

  if (self->index == NULL || amicus_item_index_get_scene (self->index) != scene)
    {
      g_clear_pointer (&self->index, amicus_item_index_free);
      self->index = amicus_item_index_new (scene);
    }
  return self->index;
}

/* The item that is seen at @point of the view: names that are written over the picture come first. */
static gboolean
pick_item (AmicusCanvas *self,
           AmicusScene  *scene,
           AmicusPoint   point,
           guint32      *item)
{
  AmicusPoint place = amicus_viewport_to_scene (&self->view, point);
  const AmicusOverviewName *name = amicus_overview_pick (scene, place, self->view.scale);

  if (name != NULL)
    {
      *item = name->item;
      return TRUE;
    }
  return amicus_scene_pick (scene, place, PICK_TOLERANCE / self->view.scale, item);
}

/* The element that is seen at @point of the view. */
gboolean
amicus_canvas_pick (AmicusCanvas  *self,
                    AmicusPoint    point,
                    AmicusElement *element)
{
  AmicusScene *scene = amicus_canvas_get_scene (self);
  guint32 item;

  if (scene == NULL || !pick_item (self, scene, point, &item))
    return FALSE;

  *element = amicus_scene_get_items (scene, NULL)[item].element;
  return element->kind != AMICUS_ELEMENT_NONE;
}

/* Where an element is seen, in points. */
gboolean
amicus_canvas_get_bounds (AmicusCanvas *self,
                          AmicusElement element,
                          AmicusRect   *bounds)
{
  AmicusScene *scene = amicus_canvas_get_scene (self);

  return element.kind != AMICUS_ELEMENT_NONE && scene != NULL &&
         amicus_scene_get_element_bounds (scene, element, bounds);
}

static void
tiles_painted (gpointer data)
{
  amicus_canvas_queue_update (AMICUS_CANVAS (data));
}

static void
show_scene (AmicusCanvas *self,
            AmicusScene  *scene)
{
  amicus_tiles_set_scene (self->tiles, scene);
  amicus_canvas_queue_update (self);
}

static void
morph_step (double   t,
            gpointer data)
{
  AmicusCanvas *self = data;
  AmicusPicture *picture = amicus_session_get_picture (self->session);
  g_autoptr (AmicusScene) between = t < 1.0 ? amicus_picture_interpolate (picture, t) : NULL;

  show_scene (self, between != NULL ? between : amicus_picture_get_scene (picture));
}

void
amicus_canvas_set_label (AmicusCanvas *self,
                         const char   *title)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *title != '\0' ? title : _("Graph"),
                                  -1);
}

void
amicus_canvas_forget_picture (AmicusCanvas *self)
{
  amicus_canvas_end_animation (&self->morph);
  amicus_canvas_forget_hover (self);
  g_clear_pointer (&self->index, amicus_item_index_free);
  g_clear_pointer (&self->tiles, amicus_tiles_free);
  self->tiles = amicus_tiles_new (tiles_painted, self);
}

/* The first scene of a graph comes at once and in full view. */
static void
show_first_scene (AmicusCanvas *self,
                  AmicusScene  *scene)
{
  amicus_canvas_forget_picture (self);
  self->fresh = FALSE;
  show_scene (self, scene);
  amicus_canvas_set_label (self, amicus_scene_get_title (scene));
  amicus_canvas_fit_all (self, FALSE);
}

/* Takes the newest placement; returns whether it came from a new layout, not from the person's
 * hand. */
static gboolean
take_placement (AmicusCanvas  *self,
                AmicusPicture *picture)
{
  AmicusPlacement *placement = amicus_picture_get_placement (picture);
  gboolean laid_out = placement != self->placement && !self->moving_cards;

  if (placement != NULL)
    amicus_placement_ref (placement);
  g_clear_pointer (&self->placement, amicus_placement_unref);
  self->placement = placement;
  return laid_out;
}

/* The end of the way costs nothing: it is the scene that is there. */
static gboolean
can_morph (AmicusPicture *picture)
{
  g_autoptr (AmicusScene) end = amicus_picture_interpolate (picture, 1.0);

  return end != NULL;
}

/* Once the first scene after an edit is seen, what was done goes on. */
void
amicus_canvas_resume (AmicusCanvas *self)
{
  AmicusElement awaited = self->awaited;

  if (!self->edited || amicus_canvas_get_scene (self) == NULL)
    return;

  self->fresh = self->edited = FALSE;
  self->awaited = AMICUS_NO_ELEMENT;
  amicus_canvas_update_access (self);
  amicus_canvas_set_label (self, amicus_scene_get_title (amicus_picture_get_scene (amicus_session_get_picture (self->session))));
  if (!self->following)
    amicus_canvas_bring_into_view (self, awaited);
}

/* The picture has another scene. */
void
amicus_canvas_take_scene (AmicusCanvas *self)
{
  AmicusPicture *picture = amicus_session_get_picture (self->session);
  AmicusScene *scene = amicus_picture_get_scene (picture);
  gboolean laid_out;

  if (scene == NULL)
    return;

  laid_out = take_placement (self, picture);
  if (self->fresh && !is_current (self, scene))
    return;

  self->bounds = amicus_scene_get_bounds (scene);
  if (self->fresh && !self->edited)
    {
      show_first_scene (self, scene);
      return;
    }

  if (laid_out && can_morph (picture))
    amicus_canvas_animate (self, &self->morph, AMICUS_MOTION_TIME, ADW_EASE_OUT_CUBIC, morph_step);
  else if (self->morph == NULL)
    show_scene (self, scene);
  if (laid_out && self->following)
    amicus_canvas_fit_all (self, TRUE);
}

/* What the keyboard is at is found again; what is seen stays until the new scene is there. */
static void
follow_edit (AmicusCanvas *self)
{
  AmicusElement focused = amicus_session_follow (self->session, self->focused);
  AmicusElement origin = amicus_session_follow (self->session, self->origin);

  self->edited = TRUE;
  self->focused = focused;
  self->origin = focused.kind != AMICUS_ELEMENT_NONE ? origin : AMICUS_NO_ELEMENT;
  amicus_canvas_forget_hover (self);
}

/* The session has another graph: the numbers of what is seen mean nothing any more. */
void
amicus_canvas_expect_scene (AmicusCanvas *self)
{
  gboolean seen = amicus_tiles_get_scene (self->tiles) != NULL && (!self->fresh || self->edited);

  amicus_canvas_forget_drag (self);
  amicus_canvas_end_animation (&self->morph);
  self->fresh = TRUE;
  self->edited = FALSE;
  if (seen && amicus_session_get_former_graph (self->session) != NULL)
    follow_edit (self);
  else
    amicus_canvas_set_focused (self, AMICUS_NO_ELEMENT);
  if (amicus_session_get_document (self->session) == NULL)
    amicus_canvas_forget_picture (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  amicus_canvas_check_settled (self);
}
