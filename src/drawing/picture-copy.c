/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/picture-private.h"

/**
 * amicus_picture_copy:
 * @self: a picture that has a scene
 * @layouter: (nullable): lays out for the copy alone
 *
 * Copies what the picture shows: the same graph, options, places and scene. Other colours for the copy change nothing
 * of where things lie; another language begins from there.
 *
 * Returns: (transfer full): a picture that knows nothing of the first
 */
AmicusPicture *
amicus_picture_copy (AmicusPicture  *self,
                     AmicusLayouter *layouter)
{
  AmicusPicture *copy;

  g_return_val_if_fail (AMICUS_IS_PICTURE (self), NULL);
  g_return_val_if_fail (self->scene != NULL, NULL);

  copy = amicus_picture_new (layouter);
  copy->graph = amicus_graph_ref (self->graph);
  copy->options = self->options;
  copy->language = g_strdup (self->language);
  copy->options.language = copy->language;
  amicus_measurer_set_language (copy->measurer, copy->language);
  copy->draft = amicus_draft_ref (self->draft);
  copy->request = amicus_layout_request_ref (self->request);
  copy->placement = amicus_placement_ref (self->placement);
  copy->scene = amicus_scene_ref (self->scene);
  g_hash_table_unref (copy->moved);
  copy->moved = amicus_places_copy (self->moved);

  return copy;
}
