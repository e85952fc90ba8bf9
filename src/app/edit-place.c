/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "config.h"

#include "app/edit-private.h"

#include <glib/gi18n-lib.h>

/* Where an entity lies; Graphviz counts upwards. */
static gboolean
find_place (AmicusWindow *self,
            const char   *id,
            AmicusPoint  *place)
{
  AmicusPicture *picture = amicus_session_get_picture (self->session);
  AmicusPlacement *placement = amicus_picture_get_placement (picture);
  AmicusElement element = amicus_graph_find_entity (amicus_session_get_graph (self->session), id);
  guint32 node = element.kind == AMICUS_ELEMENT_ENTITY ? amicus_picture_get_index (picture, element)
                                                       : AMICUS_NO_INDEX;

  if (placement == NULL || node >= placement->n_nodes)
    return FALSE;

  *place = (AmicusPoint) { placement->nodes[node].x, -placement->nodes[node].y };
  return TRUE;
}

typedef struct
{
  char *id;
  AmicusPoint place;
} Pin;

static void
pin_clear (gpointer data)
{
  Pin *pin = data;

  g_free (pin->id);
}

/* While the pins are written the picture may already be of another graph: places are noted before. */
static GArray *
note_places (AmicusWindow *self,
             GPtrArray    *names)
{
  GArray *pins = g_array_sized_new (FALSE, FALSE, sizeof (Pin), names->len);

  g_array_set_clear_func (pins, pin_clear);
  for (guint i = 0; i < names->len; i++)
    {
      const AmicusName *name = names->pdata[i];
      Pin pin;

      if (!find_place (self, name->id, &pin.place))
        continue;
      pin.id = g_strdup (name->id);
      g_array_append_val (pins, pin);
    }

  return pins;
}

static gboolean
write_pins (AmicusDocument *document,
            GArray         *pins,
            GError        **error)
{
  for (guint i = 0; i < pins->len; i++)
    {
      const Pin *pin = &g_array_index (pins, Pin, i);

      if (!amicus_document_pin (document, pin->id, pin->place.x, pin->place.y, error))
        return FALSE;
    }

  return TRUE;
}

static void
pin_all (AmicusWindow *self,
         GPtrArray    *names,
         const char   *step)
{
  AmicusDocument *document = amicus_edit_get_document (self);
  g_autoptr (GArray) pins = note_places (self, names);
  GError *error = NULL;

  amicus_document_begin (document, step);
  if (write_pins (document, pins, &error))
    amicus_document_end (document);
  else
    {
      amicus_document_abort (document);
      amicus_edit_report (self, error);
    }
}

void
amicus_edit_pin (AmicusWindow *self)
{
  g_autoptr (GPtrArray) names = amicus_edit_list_selected (self, AMICUS_ELEMENT_ENTITY);
  g_autofree char *label = amicus_edit_get_label (self, amicus_session_get_primary (self->session));
  g_autofree char *step = names->len == 1 ? g_strdup_printf (_("Pin %s"), label)
                                          : g_strdup_printf (_("Pin %u Entities"), names->len);

  pin_all (self, names, step);
}

static gboolean
unpin (AmicusWindow     *self,
       const AmicusName *name,
       GError          **error)
{
  return amicus_document_unpin (amicus_edit_get_document (self), name->id, error);
}

void
amicus_edit_unpin (AmicusWindow *self)
{
  g_autoptr (GPtrArray) names = amicus_edit_list_selected (self, AMICUS_ELEMENT_ENTITY);
  g_autofree char *step = g_strdup_printf (_("Unpin %u Entities"), names->len);

  amicus_edit_each (self, names, step, unpin);
}

/* Pins all that is drawn. */
void
amicus_edit_keep (AmicusWindow *self)
{
  AmicusGraph *graph = amicus_session_get_graph (self->session);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) amicus_name_free);

  for (guint i = 0; i < amicus_graph_get_n_entities (graph); i++)
    g_ptr_array_add (names, amicus_name_new (graph, AMICUS_ENTITY (i)));
  pin_all (self, names, _("Keep This Arrangement"));
}
