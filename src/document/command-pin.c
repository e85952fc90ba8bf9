/* SPDX-License-Identifier: GPL-3.0-or-later
 * Entities that stay where a person put them. */

#define G_LOG_DOMAIN "amicus-document"

#include "config.h"

#include "document/commands.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "document/editing-private.h"

#define POINTS_PER_INCH 72.0

/* How many points the file's unit of places is. Without `inputscale` Graphviz takes it for an inch. */
static gboolean
find_scale (AmicusGraph *graph,
            double      *points)
{
  const char *scale = amicus_graph_get_attribute (graph, AMICUS_WHOLE_GRAPH, "inputscale");
  double units = scale == NULL ? 0 : g_ascii_strtod (scale, NULL);

  *points = units > 0 && isfinite (units) ? POINTS_PER_INCH / units : POINTS_PER_INCH;

  return scale != NULL;
}

static gboolean
has_places (AmicusGraph *graph)
{
  for (guint32 i = 0; i < amicus_graph_get_n_entities (graph); i++)
    if (amicus_graph_get_attribute (graph, AMICUS_ENTITY (i), "pos") != NULL)
      return TRUE;

  return FALSE;
}

/* With the first place the file says that places are in points. */
static gboolean
set_scale (AmicusDocument  *self,
           double          *points,
           GError         **error)
{
  const AmicusName graph = { AMICUS_ELEMENT_GRAPH };

  if (find_scale (self->graph, points) || has_places (self->graph))
    return TRUE;

  *points = 1;
  return amicus_document_set_attribute (self, &graph, "inputscale", "72", error);
}

static char *
write_place (double x,
             double y)
{
  char first[G_ASCII_DTOSTR_BUF_SIZE];
  char second[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (first, sizeof first, "%.8g", x);
  g_ascii_formatd (second, sizeof second, "%.8g", y);

  return g_strdup_printf ("%s,%s!", first, second);
}

static gboolean
pin (AmicusDocument    *self,
     const AmicusName  *entity,
     double             x,
     double             y,
     GError           **error)
{
  g_autofree char *place = NULL;
  double points;

  if (!set_scale (self, &points, error))
    return FALSE;
  place = write_place (x / points, y / points);

  return amicus_document_set_attribute (self, entity, "pos", place, error);
}

/**
 * amicus_document_pin:
 * @self: a document
 * @id: ID of an entity
 * @x: place of its centre, in points
 * @y: the same, upwards
 * @error: a [error@DocumentError]
 *
 * Writes down where an entity is to stay, as Graphviz does: `pos="x,y!"`.
 *
 * Returns: whether it was done
 */
gboolean
amicus_document_pin (AmicusDocument  *self,
                     const char      *id,
                     double           x,
                     double           y,
                     GError         **error)
{
  g_autoptr (AmicusName) entity = NULL;
  g_autofree char *label = NULL;
  g_autofree char *step = NULL;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (id != NULL && isfinite (x) && isfinite (y), FALSE);

  entity = amicus_name_new_entity (id);
  label = amicus_document_label (self, id);
  /* Translators: name of an entity */
  step = g_strdup_printf (_("Pin %s"), label);
  amicus_document_begin (self, step);

  return amicus_document_conclude (self, pin (self, entity, x, y, error));
}

/**
 * amicus_document_unpin:
 * @self: a document
 * @id: ID of an entity
 * @error: a [error@DocumentError]
 *
 * Forgets where an entity was to stay.
 *
 * Returns: whether it was done
 */
gboolean
amicus_document_unpin (AmicusDocument  *self,
                       const char      *id,
                       GError         **error)
{
  g_autoptr (AmicusName) entity = NULL;
  g_autofree char *label = NULL;
  g_autofree char *step = NULL;

  g_return_val_if_fail (AMICUS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  entity = amicus_name_new_entity (id);
  label = amicus_document_label (self, id);
  /* Translators: name of an entity */
  step = g_strdup_printf (_("Unpin %s"), label);
  amicus_document_begin (self, step);

  return amicus_document_conclude (self, amicus_document_set_attribute (self, entity, "pos", NULL,
                                                                        error));
}
