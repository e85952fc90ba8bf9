/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-drawing"

#include "drawing/picture-private.h"

#include "drawing/frame.h"

G_DEFINE_FINAL_TYPE (AmicusPicture, amicus_picture, G_TYPE_OBJECT)

enum
{
  PROP_BUSY = 1,
  PROP_PROBLEM,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

enum
{
  SCENE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
amicus_picture_set_busy (AmicusPicture *self,
                         gboolean       busy)
{
  if (self->busy == busy)
    return;

  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

void
amicus_picture_set_problem (AmicusPicture *self,
                            const GError  *error)
{
  const char *problem = error != NULL ? error->message : NULL;

  if (g_strcmp0 (self->problem, problem) == 0)
    return;

  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

void
amicus_picture_take_scene (AmicusPicture *self,
                           AmicusScene   *scene)
{
  g_clear_pointer (&self->scene, amicus_scene_unref);
  self->scene = scene;
  g_signal_emit (self, signals[SCENE_CHANGED], 0);
}

static void
amicus_picture_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AmicusPicture *self = AMICUS_PICTURE (object);

  switch (id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
amicus_picture_dispose (GObject *object)
{
  AmicusPicture *self = AMICUS_PICTURE (object);

  amicus_picture_stop (self);
  self->scene_serial++;
  g_clear_object (&self->layouter);
  g_clear_pointer (&self->graph, amicus_graph_unref);

  G_OBJECT_CLASS (amicus_picture_parent_class)->dispose (object);
}

static void
amicus_picture_finalize (GObject *object)
{
  AmicusPicture *self = AMICUS_PICTURE (object);

  g_clear_pointer (&self->measurer, amicus_measurer_unref);
  g_clear_pointer (&self->draft, amicus_draft_unref);
  g_clear_pointer (&self->request, amicus_layout_request_unref);
  g_clear_pointer (&self->placement, amicus_placement_unref);
  g_clear_pointer (&self->scene, amicus_scene_unref);
  g_hash_table_unref (self->moved);
  g_hash_table_unref (self->wishes);
  g_free (self->starts);
  g_free (self->language);
  g_free (self->problem);

  G_OBJECT_CLASS (amicus_picture_parent_class)->finalize (object);
}

static void
amicus_picture_class_init (AmicusPictureClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = amicus_picture_get_property;
  object_class->dispose = amicus_picture_dispose;
  object_class->finalize = amicus_picture_finalize;

  /**
   * AmicusPicture:busy:
   *
   * Whether a layout is under way.
   */
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  /**
   * AmicusPicture:problem:
   *
   * Why the engine asked for did not answer, or %NULL.
   */
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * AmicusPicture::scene-changed:
   *
   * There is a new scene.
   */
  signals[SCENE_CHANGED] = g_signal_new ("scene-changed", G_TYPE_FROM_CLASS (class),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
find_fonts (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  amicus_measurer_get_family (data);
  g_task_return_boolean (task, TRUE);
}

static void
release_measurer (gpointer measurer)
{
  amicus_measurer_unref (measurer);
}

static void
amicus_picture_init (AmicusPicture *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  self->moved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->wishes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->measurer = amicus_measurer_new (NULL);

  /* The fonts are there by the time the graph has been read. */
  g_task_set_task_data (task, amicus_measurer_ref (self->measurer), release_measurer);
  g_task_run_in_thread (task, find_fonts);
}

/**
 * amicus_picture_new:
 * @layouter: (nullable): lays out for this picture alone; NULL for one with the installed worker
 *
 * Returns: (transfer full): a picture of nothing
 */
AmicusPicture *
amicus_picture_new (AmicusLayouter *layouter)
{
  AmicusPicture *self = g_object_new (AMICUS_TYPE_PICTURE, NULL);

  g_return_val_if_fail (layouter == NULL || AMICUS_IS_LAYOUTER (layouter), self);

  self->layouter = layouter != NULL ? g_object_ref (layouter) : amicus_layouter_new (NULL);
  return self;
}

void
amicus_picture_take_graph (AmicusPicture *self,
                           AmicusGraph   *graph)
{
  AmicusGraph *old = self->graph;

  self->graph = amicus_graph_ref (graph);
  g_clear_pointer (&old, amicus_graph_unref);
}

/**
 * amicus_picture_set_graph:
 * @self: a picture
 * @graph: what to show
 *
 * Starts a picture of the graph. Where nothing that matters to the layout has changed, there is
 * only a new scene.
 */
void
amicus_picture_set_graph (AmicusPicture *self,
                          AmicusGraph   *graph)
{
  g_return_if_fail (AMICUS_IS_PICTURE (self));
  g_return_if_fail (graph != NULL);

  amicus_picture_take_graph (self, graph);
  amicus_picture_start (self, AMICUS_PICTURE_RESEMBLE);
}

/**
 * amicus_picture_set_options:
 * @self: a picture
 * @options: copied
 *
 * Other colours give a new scene at once. Another language, engine or direction, or sources that
 * come or go, start a layout, as boxes change with their words.
 */
void
amicus_picture_set_options (AmicusPicture              *self,
                            const AmicusPictureOptions *options)
{
  AmicusPictureOptions old;
  gboolean other_language;

  g_return_if_fail (AMICUS_IS_PICTURE (self));
  g_return_if_fail (options != NULL);

  old = self->options;
  other_language = g_strcmp0 (self->language, options->language) != 0;
  self->options = *options;
  if (other_language)
    {
      g_free (self->language);
      self->language = g_strdup (options->language);
      amicus_measurer_set_language (self->measurer, self->language);
    }
  self->options.language = self->language;

  if (other_language || old.engine != options->engine ||
      old.draw_sources != options->draw_sources ||
      old.rank_direction != options->rank_direction || old.timeout_ms != options->timeout_ms)
    amicus_picture_start (self, AMICUS_PICTURE_RESEMBLE);
  else if (old.scheme != options->scheme && self->placement != NULL)
    amicus_picture_build_scene (self);
}

const AmicusPictureOptions *
amicus_picture_get_options (AmicusPicture *self)
{
  g_return_val_if_fail (AMICUS_IS_PICTURE (self), NULL);

  return &self->options;
}

/**
 * amicus_picture_relayout:
 * @self: a picture
 *
 * Lays out afresh, without regard to the old places or to what was moved by hand; what the file
 * pins stays.
 */
void
amicus_picture_relayout (AmicusPicture *self)
{
  g_return_if_fail (AMICUS_IS_PICTURE (self));

  g_hash_table_remove_all (self->moved);
  g_hash_table_remove_all (self->wishes);
  amicus_picture_start (self, AMICUS_PICTURE_AFRESH);
}

/**
 * amicus_picture_cancel:
 * @self: a picture
 *
 * Gives up the layout that is under way; the old picture stays.
 */
void
amicus_picture_cancel (AmicusPicture *self)
{
  g_return_if_fail (AMICUS_IS_PICTURE (self));

  amicus_picture_stop (self);
  amicus_picture_set_busy (self, FALSE);
}

gboolean
amicus_picture_is_busy (AmicusPicture *self)
{
  g_return_val_if_fail (AMICUS_IS_PICTURE (self), FALSE);

  return self->busy;
}

const char *
amicus_picture_get_problem (AmicusPicture *self)
{
  g_return_val_if_fail (AMICUS_IS_PICTURE (self), NULL);

  return self->problem;
}

AmicusEngine
amicus_picture_get_engine (AmicusPicture *self)
{
  g_return_val_if_fail (AMICUS_IS_PICTURE (self), AMICUS_ENGINE_AUTO);

  return self->placement != NULL ? self->placement->engine : AMICUS_ENGINE_AUTO;
}

AmicusScene *
amicus_picture_get_scene (AmicusPicture *self)
{
  g_return_val_if_fail (AMICUS_IS_PICTURE (self), NULL);

  return self->scene;
}

AmicusPlacement *
amicus_picture_get_placement (AmicusPicture *self)
{
  g_return_val_if_fail (AMICUS_IS_PICTURE (self), NULL);

  return self->placement;
}

AmicusLayoutRequest *
amicus_picture_get_request (AmicusPicture *self)
{
  g_return_val_if_fail (AMICUS_IS_PICTURE (self), NULL);

  return self->request;
}

/**
 * amicus_picture_get_index:
 * @self: a picture
 * @element: an entity, relation or group of the graph
 *
 * Returns: the index of its node, edge or group in request and placement; %AMICUS_NO_INDEX for what
 *   is not drawn, and for an entity that is drawn as the title of a hull
 */
guint32
amicus_picture_get_index (AmicusPicture *self,
                          AmicusElement  element)
{
  const AmicusDraft *draft;

  g_return_val_if_fail (AMICUS_IS_PICTURE (self), AMICUS_NO_INDEX);

  draft = self->draft;
  /* After an edit the draft is of the graph before it, until the new picture is there. */
  if (draft == NULL || draft->edition != amicus_graph_get_edition (self->graph))
    return AMICUS_NO_INDEX;
  if (element.kind == AMICUS_ELEMENT_ENTITY && element.id < draft->n_graph_entities)
    {
      guint32 index = draft->entity_of[element.id];

      return index != AMICUS_NO_INDEX ? amicus_draft_entity (draft, index)->node : AMICUS_NO_INDEX;
    }
  if (element.kind == AMICUS_ELEMENT_RELATION && element.id < draft->n_graph_relations)
    return draft->relation_of[element.id];
  if (element.kind == AMICUS_ELEMENT_GROUP && element.id < draft->n_graph_groups)
    return draft->group_of[element.id];
  return AMICUS_NO_INDEX;
}

static void
remember_place (AmicusPicture *self,
                guint32        entity,
                AmicusPoint    centre)
{
  const AmicusDraftEntity *moved = amicus_draft_entity (self->draft,
                                                        self->draft->entity_of[entity]);
  AmicusPlaceOf place = amicus_place_of (moved, centre);

  amicus_places_set (self->moved, moved->dot_id, &place);
}

/**
 * amicus_picture_move_entities:
 * @self: a picture
 * @entities: entities of the graph
 * @centres: where their centres are to lie, in points
 * @n: number of both
 *
 * Moves cards by hand; relations follow at once. Entities that are not drawn as cards are passed
 * over. A layout that is under way begins anew with them in their new places.
 */
void
amicus_picture_move_entities (AmicusPicture     *self,
                              const guint32     *entities,
                              const AmicusPoint *centres,
                              guint              n)
{
  g_autofree guint32 *nodes = g_new (guint32, MAX (n, 1));
  g_autofree AmicusPoint *places = g_new (AmicusPoint, MAX (n, 1));
  AmicusPlacement *moved;
  guint n_moved = 0;

  g_return_if_fail (AMICUS_IS_PICTURE (self));
  g_return_if_fail (n == 0 || (entities != NULL && centres != NULL));

  for (guint i = 0; i < n; i++)
    {
      guint32 node = amicus_picture_get_index (self, AMICUS_ENTITY (entities[i]));

      if (node == AMICUS_NO_INDEX)
        continue;
      nodes[n_moved] = node;
      places[n_moved++] = centres[i];
      remember_place (self, entities[i], centres[i]);
    }
  if (n_moved == 0)
    return;

  moved = amicus_picture_edit_move (self, nodes, places, n_moved);
  amicus_placement_unref (self->placement);
  self->placement = moved;
  g_clear_pointer (&self->starts, g_free);
  amicus_picture_build_scene (self);
  if (self->busy)
    amicus_picture_start (self, AMICUS_PICTURE_KEEP);
}

/**
 * amicus_picture_interpolate:
 * @self: a picture
 * @t: 0 for the picture before the last layout, 1 for this one
 *
 * Returns: (transfer full) (nullable): the scene between the two
 */
AmicusScene *
amicus_picture_interpolate (AmicusPicture *self,
                            double         t)
{
  g_autofree AmicusPoint *places = NULL;
  g_autoptr (AmicusPlacement) between = NULL;

  g_return_val_if_fail (AMICUS_IS_PICTURE (self), NULL);

  if (self->starts == NULL || self->scene == NULL)
    return NULL;
  if (t >= 1)
    return amicus_scene_ref (self->scene);

  t = MAX (t, 0);
  places = g_new (AmicusPoint, MAX (self->request->n_nodes, 1));
  for (guint i = 0; i < self->request->n_nodes; i++)
    {
      AmicusPoint from = self->starts[i];
      AmicusPoint to = self->placement->nodes[i];

      places[i] = (AmicusPoint) { from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t };
    }
  between = amicus_layout_route (self->request, places, self->placement->engine);
  return amicus_draft_scene (self->draft, between, self->options.scheme);
}

/**
 * amicus_picture_frame_scene:
 * @self: a picture
 * @frame: what is put around it, or around which part of it
 *
 * Returns: (transfer full) (nullable): the scene with the frame and 40 points of margin, %NULL
 *   before the first scene
 */
AmicusScene *
amicus_picture_frame_scene (AmicusPicture     *self,
                            const AmicusFrame *frame)
{
  g_return_val_if_fail (AMICUS_IS_PICTURE (self), NULL);
  g_return_val_if_fail (frame != NULL, NULL);

  if (self->scene == NULL)
    return NULL;
  return amicus_frame_scene (self->scene, self->draft, frame, self->measurer, self->options.scheme);
}
