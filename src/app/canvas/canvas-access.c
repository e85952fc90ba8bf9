/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/canvas/canvas-private.h"
#include "app/canvas/proxy.h"

#include <glib/gi18n-lib.h>

/* More relations of one entity nobody goes through by ear; the inspector lists them all. */
#define MOST_RELATIONS 100

/* The relations of the entity where the keyboard is or comes from that are drawn; guint32 elements. */
GArray *
amicus_canvas_list_relations (AmicusCanvas *self)
{
  GArray *drawn = g_array_new (FALSE, FALSE, sizeof (guint32));
  AmicusItemIndex *index = amicus_canvas_get_index (self);
  AmicusGraph *graph = amicus_session_get_graph (self->session);
  const guint32 *relations;
  guint n;

  if (index == NULL || self->origin.kind != AMICUS_ELEMENT_ENTITY)
    return drawn;

  relations = amicus_graph_get_relations_of (graph, self->origin.id, &n);
  for (guint i = 0; i < n; i++)
    if (amicus_item_index_find (index, AMICUS_RELATION (relations[i])) != AMICUS_NO_INDEX)
      g_array_append_val (drawn, relations[i]);

  return drawn;
}

/* A screen reader of GTK 4.8 hears no positions in a set, so they are said. */
static void
describe (AmicusCanvas *self,
          AmicusProxy  *proxy,
          const char   *place)
{
  AmicusItemIndex *index = amicus_canvas_get_index (self);
  AmicusElement element = amicus_proxy_get_element (proxy);
  guint32 item = amicus_item_index_find (index, element);
  AmicusScene *scene = amicus_item_index_get_scene (index);
  const AmicusItem *shown = &amicus_scene_get_items (scene, NULL)[item];
  g_autofree char *description = g_strjoin ("\n", amicus_scene_get_string (scene, shown->description), place, NULL);

  amicus_proxy_describe (proxy, amicus_scene_get_string (scene, shown->title), description);
}

static GtkWidget *
find_proxy (GPtrArray    *proxies,
            AmicusElement element)
{
  for (guint i = 0; i < proxies->len; i++)
    if (amicus_element_equal (amicus_proxy_get_element (proxies->pdata[i]), element))
      return proxies->pdata[i];

  return NULL;
}

/* @old: those that were there; what is still wanted is taken from it. */
static void
want_proxy (AmicusCanvas *self,
            GPtrArray    *old,
            AmicusElement element,
            const char   *place)
{
  AmicusItemIndex *index = amicus_canvas_get_index (self);
  GtkWidget *proxy;

  if (index == NULL || amicus_item_index_find (index, element) == AMICUS_NO_INDEX
      || find_proxy (self->proxies, element) != NULL)
    return;

  proxy = find_proxy (old, element);
  if (proxy != NULL)
    g_ptr_array_remove_fast (old, proxy);
  else
    {
      proxy = amicus_proxy_new (element);
      gtk_widget_set_parent (proxy, GTK_WIDGET (self));
    }
  g_ptr_array_add (self->proxies, proxy);
  describe (self, AMICUS_PROXY (proxy), place);
}

static void
want_relations (AmicusCanvas *self,
                GPtrArray    *old)
{
  g_autoptr (GArray) relations = amicus_canvas_list_relations (self);

  for (guint i = 0; i < MIN (relations->len, MOST_RELATIONS); i++)
    {
      /* Translators: which one of an entity's relations this is, for screen readers */
      g_autofree char *place = g_strdup_printf (_("Relation %u of %u"), i + 1, relations->len);

      want_proxy (self, old, AMICUS_RELATION (g_array_index (relations, guint32, i)), place);
    }
}

void
amicus_canvas_update_selected (AmicusCanvas *self)
{
  for (guint i = 0; i < self->proxies->len; i++)
    {
      AmicusProxy *proxy = self->proxies->pdata[i];
      gboolean selected = amicus_session_is_selected (self->session, amicus_proxy_get_element (proxy));

      gtk_accessible_update_state (GTK_ACCESSIBLE (proxy), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
    }
}

/* Whether the keyboard's focus is in the canvas. */
gboolean
amicus_canvas_holds_focus (AmicusCanvas *self)
{
  return gtk_widget_is_focus (GTK_WIDGET (self)) || gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
}

/* Makes what is focused, the entity it belongs to and its relations known to a screen reader, which speaks when the
 * focus moves from one proxy to another. */
void
amicus_canvas_update_access (AmicusCanvas *self)
{
  g_autoptr (GPtrArray) old = NULL;
  gboolean holds_focus = amicus_canvas_holds_focus (self);

  /* The focus waits where it is until the scene after an edit is there. */
  if (self->edited)
    return;

  old = self->proxies;
  self->proxies = g_ptr_array_new ();
  want_relations (self, old);
  want_proxy (self, old, self->origin, NULL);
  want_proxy (self, old, self->focused, NULL);
  amicus_canvas_update_selected (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  if (holds_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  for (guint i = 0; i < old->len; i++)
    gtk_widget_unparent (old->pdata[i]);
}

/* The proxy that has the focus when the canvas has it, or NULL. */
GtkWidget *
amicus_canvas_get_focus_proxy (AmicusCanvas *self)
{
  return self->focused.kind != AMICUS_ELEMENT_NONE ? find_proxy (self->proxies, self->focused) : NULL;
}

void
amicus_canvas_allocate_access (AmicusCanvas *self)
{
  for (guint i = 0; i < self->proxies->len; i++)
    {
      GtkWidget *proxy = self->proxies->pdata[i];
      AmicusRect place = { 0, 0, 0, 0 };

      if (amicus_canvas_get_bounds (self, amicus_proxy_get_element (AMICUS_PROXY (proxy)), &place))
        place = amicus_viewport_rect_to_view (&self->view, &place);
      gtk_widget_size_allocate (proxy,
                                &(GtkAllocation) { (int) place.x, (int) place.y,
                                                   MAX (1, (int) place.width), MAX (1, (int) place.height) },
                                -1);
    }
}
