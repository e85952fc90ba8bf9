/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "amicus-app"

#include "app/session-private.h"

#include "graph/name.h"

G_DEFINE_FINAL_TYPE (AmicusSession, amicus_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  N_PROPS,
};

enum
{
  SIGNAL_GRAPH_CHANGED,
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_HOVER_CHANGED,
  SIGNAL_REVEAL,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const AmicusElement nothing = { AMICUS_ELEMENT_NONE, 0 };

/* The selection of the former graph, as far as it is still there. */
static GArray *
follow_selection (AmicusSession *self)
{
  GArray *after = g_array_sized_new (FALSE, FALSE, sizeof (AmicusElement), self->selection->len);

  for (guint i = 0; i < self->selection->len; i++)
    {
      AmicusElement element = amicus_session_follow (self, g_array_index (self->selection, AmicusElement, i));

      if (element.kind != AMICUS_ELEMENT_NONE)
        g_array_append_val (after, element);
    }

  return after;
}

/* Numbers of elements mean one graph only: what an edit has left is found again by its name. */
static void
follow_edit (AmicusSession *self)
{
  GArray *after = follow_selection (self);

  self->hover = nothing;
  g_array_unref (self->selection);
  self->selection = after;
}

static void
set_shown (AmicusSession *self)
{
  AmicusGraph *graph = amicus_session_get_graph (self);

  g_clear_pointer (&self->shown, amicus_graph_unref);
  if (graph == NULL)
    return;

  self->shown = amicus_graph_ref (graph);
  self->nth = amicus_document_get_nth (self->document);
  amicus_picture_set_graph (self->picture, graph);
}

/* Shows what another document says, or another graph of the same. */
static void
show_graph (AmicusSession *self)
{
  amicus_session_clear_selection (self);
  amicus_session_set_hover (self, nothing);
  set_shown (self);

  g_signal_emit (self, signals[SIGNAL_GRAPH_CHANGED], 0);
}

static void
show_edit (AmicusSession *self)
{
  gboolean was_selected = self->selection->len > 0;

  self->former = g_steal_pointer (&self->shown);
  follow_edit (self);
  set_shown (self);

  g_signal_emit (self, signals[SIGNAL_HOVER_CHANGED], 0);
  g_signal_emit (self, signals[SIGNAL_GRAPH_CHANGED], 0);
  g_clear_pointer (&self->former, amicus_graph_unref);
  if (was_selected)
    g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

static void
document_changed_cb (AmicusDocument *document,
                     AmicusSession  *self)
{
  if (amicus_document_get_nth (document) == self->nth)
    show_edit (self);
  else
    show_graph (self);
}

static void
amicus_session_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AmicusSession *self = AMICUS_SESSION (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amicus_session_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  AmicusSession *self = AMICUS_SESSION (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      amicus_session_set_document (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
amicus_session_dispose (GObject *object)
{
  AmicusSession *self = AMICUS_SESSION (object);

  if (self->picture != NULL)
    amicus_picture_cancel (self->picture);
  g_clear_object (&self->picture);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->shown, amicus_graph_unref);

  G_OBJECT_CLASS (amicus_session_parent_class)->dispose (object);
}

static void
amicus_session_finalize (GObject *object)
{
  AmicusSession *self = AMICUS_SESSION (object);

  g_clear_pointer (&self->selection, g_array_unref);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (amicus_session_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, AMICUS_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
amicus_session_class_init (AmicusSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = amicus_session_get_property;
  object_class->set_property = amicus_session_set_property;
  object_class->dispose = amicus_session_dispose;
  object_class->finalize = amicus_session_finalize;

  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, AMICUS_TYPE_DOCUMENT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_GRAPH_CHANGED] = add_signal ("graph-changed");
  signals[SIGNAL_SELECTION_CHANGED] = add_signal ("selection-changed");
  signals[SIGNAL_HOVER_CHANGED] = add_signal ("hover-changed");
  add_signal ("options-changed");
  signals[SIGNAL_REVEAL] =
    g_signal_new ("reveal", AMICUS_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
amicus_session_init (AmicusSession *self)
{
  self->selection = g_array_new (FALSE, FALSE, sizeof (AmicusElement));
}

/**
 * amicus_session_new:
 * @layouter: (nullable): lays the graphs out; NULL for one with the installed worker
 *
 * Returns: (transfer full): a session without a document
 */
AmicusSession *
amicus_session_new (AmicusLayouter *layouter)
{
  AmicusSession *self = g_object_new (AMICUS_TYPE_SESSION, NULL);

  self->picture = amicus_picture_new (layouter);
  self->options = *amicus_picture_get_options (self->picture);
  self->options.language = NULL;

  return self;
}

/**
 * amicus_session_get_document:
 * @self: the session
 *
 * Returns: (transfer none) (nullable): the open document
 */
AmicusDocument *
amicus_session_get_document (AmicusSession *self)
{
  g_return_val_if_fail (AMICUS_IS_SESSION (self), NULL);

  return self->document;
}

/**
 * amicus_session_set_document:
 * @self: the session
 * @document: (nullable): what is to be shown
 *
 * Opens another document in the session; the picture of its graph is on its way when this returns.
 */
void
amicus_session_set_document (AmicusSession  *self,
                             AmicusDocument *document)
{
  g_return_if_fail (AMICUS_IS_SESSION (self));
  g_return_if_fail (document == NULL || AMICUS_IS_DOCUMENT (document));

  if (self->document == document)
    return;

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document != NULL)
    g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, 0);

  show_graph (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

/**
 * amicus_session_get_graph:
 * @self: the session
 *
 * Returns: (transfer none) (nullable): the graph of the open document
 */
AmicusGraph *
amicus_session_get_graph (AmicusSession *self)
{
  g_return_val_if_fail (AMICUS_IS_SESSION (self), NULL);

  return self->document != NULL ? amicus_document_get_graph (self->document) : NULL;
}

/**
 * amicus_session_get_former_graph:
 * @self: the session
 *
 * Returns: (transfer none) (nullable): the graph before the edit that `graph-changed` tells of, %NULL if it tells of
 *   another document, and at all other times
 */
AmicusGraph *
amicus_session_get_former_graph (AmicusSession *self)
{
  g_return_val_if_fail (AMICUS_IS_SESSION (self), NULL);

  return self->former;
}

/**
 * amicus_session_follow:
 * @self: the session
 * @element: of the graph before an edit
 *
 * Finds an element again while `graph-changed` is emitted.
 *
 * Returns: the same element of the graph that is shown now, or none
 */
AmicusElement
amicus_session_follow (AmicusSession *self,
                       AmicusElement  element)
{
  g_autoptr (AmicusName) name = NULL;

  g_return_val_if_fail (AMICUS_IS_SESSION (self), nothing);

  if (self->former == NULL || element.kind == AMICUS_ELEMENT_NONE)
    return nothing;

  name = amicus_name_new (self->former, element);

  return amicus_name_find (name, amicus_document_get_graph (self->document));
}

/**
 * amicus_session_get_picture:
 * @self: the session
 *
 * Returns: (transfer none): the picture of the graph
 */
AmicusPicture *
amicus_session_get_picture (AmicusSession *self)
{
  g_return_val_if_fail (AMICUS_IS_SESSION (self), NULL);

  return self->picture;
}

/**
 * amicus_session_get_selection:
 * @self: the session
 * @n_elements: (out): their number
 *
 * Returns: (transfer none): the selected elements, the primary one last
 */
const AmicusElement *
amicus_session_get_selection (AmicusSession *self,
                              guint         *n_elements)
{
  g_return_val_if_fail (AMICUS_IS_SESSION (self), NULL);
  g_return_val_if_fail (n_elements != NULL, NULL);

  *n_elements = self->selection->len;
  return (const AmicusElement *) (gconstpointer) self->selection->data;
}

/**
 * amicus_session_get_primary:
 * @self: the session
 *
 * Returns: the element selected last, or none
 */
AmicusElement
amicus_session_get_primary (AmicusSession *self)
{
  g_return_val_if_fail (AMICUS_IS_SESSION (self), nothing);

  if (self->selection->len == 0)
    return nothing;
  return g_array_index (self->selection, AmicusElement, self->selection->len - 1);
}

/**
 * amicus_session_is_selected:
 * @self: the session
 * @element: any element
 *
 * Returns: whether it is selected
 */
gboolean
amicus_session_is_selected (AmicusSession *self,
                            AmicusElement  element)
{
  g_return_val_if_fail (AMICUS_IS_SESSION (self), FALSE);

  for (guint i = 0; i < self->selection->len; i++)
    if (amicus_element_equal (g_array_index (self->selection, AmicusElement, i), element))
      return TRUE;
  return FALSE;
}

/**
 * amicus_session_select:
 * @self: the session
 * @element: what is selected
 * @mode: what becomes of the rest of the selection
 *
 * Selects one element.
 */
void
amicus_session_select (AmicusSession   *self,
                       AmicusElement    element,
                       AmicusSelectMode mode)
{
  amicus_session_select_many (self, &element, 1, mode);
}

/**
 * amicus_session_select_many:
 * @self: the session
 * @elements: (array length=n_elements): what is selected, the primary one last
 * @n_elements: their number
 * @mode: what becomes of the rest of the selection
 *
 * Selects several elements at once. Adding one that is selected makes it the primary one.
 */
void
amicus_session_select_many (AmicusSession       *self,
                            const AmicusElement *elements,
                            guint                n_elements,
                            AmicusSelectMode     mode)
{
  g_autoptr (GArray) after = NULL;

  g_return_if_fail (AMICUS_IS_SESSION (self));
  g_return_if_fail (elements != NULL || n_elements == 0);

  after = amicus_selection_choose (self->selection, elements, n_elements, mode);
  if (amicus_selection_equal (self->selection, after))
    return;

  g_array_unref (self->selection);
  self->selection = g_steal_pointer (&after);
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

/**
 * amicus_session_clear_selection:
 * @self: the session
 *
 * Selects nothing.
 */
void
amicus_session_clear_selection (AmicusSession *self)
{
  amicus_session_select_many (self, NULL, 0, AMICUS_SELECT_REPLACE);
}

/**
 * amicus_session_get_hover:
 * @self: the session
 *
 * Returns: the element under the pointer, or none
 */
AmicusElement
amicus_session_get_hover (AmicusSession *self)
{
  g_return_val_if_fail (AMICUS_IS_SESSION (self), nothing);

  return self->hover;
}

/**
 * amicus_session_set_hover:
 * @self: the session
 * @element: what the pointer is over, or none
 *
 * Tells what the pointer is over, wherever that is shown.
 */
void
amicus_session_set_hover (AmicusSession *self,
                          AmicusElement  element)
{
  g_return_if_fail (AMICUS_IS_SESSION (self));

  if (amicus_element_equal (self->hover, element))
    return;

  self->hover = element;
  g_signal_emit (self, signals[SIGNAL_HOVER_CHANGED], 0);
}

/**
 * amicus_session_reveal:
 * @self: the session
 * @element: what is to be seen
 *
 * Asks whoever shows the picture to bring an element into view.
 */
void
amicus_session_reveal (AmicusSession *self,
                       AmicusElement  element)
{
  g_return_if_fail (AMICUS_IS_SESSION (self));

  if (element.kind != AMICUS_ELEMENT_NONE)
    g_signal_emit (self, signals[SIGNAL_REVEAL], 0, &element);
}
